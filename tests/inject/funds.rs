//! Faults of money: amounts, periods, shares and sums.

use crate::pattern::{Pattern, edit, swap};

/// All of them.
pub fn patterns() -> Vec<Pattern> {
    vec![
        edit("Q017", "^( *- 经费：)([^\n ]+) [0-9]+万元，(.*)$", "$1⟦$2⟧，$3")
            .most(3)
            .along("Q016", "少了一个金额 · one amount is gone"),
        // A measure with a deadline says when: without 每年 the money is that of the measure. What is a part of yearly money
        // is not, nor is money that no time stands around.
        edit("Q018", "^( *- 经费：[^\n ]+ )([0-9]+万元)，每年(.*，占)", "$1⟦$2⟧$3").most(2),
        edit(
            "Q018",
            "^- 期限：.*\n((?s:.*?))^(## (?:保障措施|保障机制|组织保障|工作要求|工作制度)\n)",
            "$1$2- 经费：专项奖补资金 ⟦200万元⟧，来源上级补助\n",
        ),
        edit("Q041", "^( *- 经费：[^\n ]+ )([0-9]+)万元", "$1⟦$2⟧")
            .most(2)
            .along("Q016", "金额小了一万倍 · the amount is ten thousand times less"),
        edit("Q041", "^( *- 经费：[^\n ]+ )([0-9]+)万元", "$1⟦$2所⟧").along("Q016", "金额没有了 · the amount is gone"),
        edit("Q014", "^( *- 经费：.*)([0-9]+)万元(.*)，(占[^0-9\n]*)(?:20|60)%", "$1${2}万元$3，⟦${4}97%⟧")
            .along("Q016", "金额与占比也合不上 · amount and share no longer agree"),
        edit("Q015", "^( *- 经费：.*)([0-9]+)万元(.*)，(占[^0-9\n]*)(?:20|60)%", "$1${2}万元$3，⟦${4}9%⟧")
            .along("Q016", "金额与占比也合不上 · amount and share no longer agree"),
        swap("Q016", "three-year", "绩效奖励教师部分 448万元", "绩效奖励教师部分 ⟦400万元⟧"),
        swap("Q016", "reform", "县级支教补助 120万元", "县级支教补助 ⟦150万元⟧"),
        swap("Q016", "reform", "省级支教补助 180万元", "省级支教补助 ⟦150万元⟧"),
        swap(
            "Q023",
            "three-year",
            "| 教学楼 | 1200万元 |\n  | 运动场 | 300万元  |\n  | 合计   | 1500万元 |",
            "| 教学楼 | 1200万元 |\n  | 运动场 | 300万元  |\n  | 合计   | ⟦1600万元⟧ |",
        ),
        swap("Q022", "campaign", "安防设备购置资金 260万元", "安防设备购置资金 ⟦200万元⟧"),
        swap("Q022", "school", "教学设备更新资金 46万元", "教学设备更新资金 ⟦40万元⟧"),
        swap("Q022", "work-plan", "课题研究经费 12万元", "课题研究经费 ⟦10万元⟧"),
        edit("Q019", "^(  - 合计：)[0-9]+万元", "$1⟦9999万元⟧"),
    ]
}

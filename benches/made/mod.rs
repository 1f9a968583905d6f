//! A made-up plan of any size: goals with yearly quotas, a tree of owners, measures with leads, deadlines and order.
//!
//! Takes the number of measures, gives the text. The same number gives the same text.

/// Things that are to be done and what is said of them, one picked after the other.
const VERBS: [&str; 6] = ["建立健全", "加快推进", "持续完善", "统筹实施", "规范引导", "优化调整"];
const THINGS: [&str; 6] = [
    "城乡供水设施",
    "职业技能培训网络",
    "农村公路养护体系",
    "社区养老服务设施",
    "公共文化服务网络",
    "基层医疗服务体系",
];
const MANNERS: [&str; 5] = ["明确责任分工", "细化工作措施", "加强资金保障", "定期通报进展", "及时协调困难"];

/// The plan of `count` measures.
pub fn plan(count: usize) -> String {
    let mut text = String::from(
        "# 方案：某市公共服务三年行动计划\n- 期限：2026年1月1日至2028年12月31日\n- 责任：市政府\n\n# 主体\n- 市政府\n",
    );
    let offices = (count / 50).max(6);
    (1..=offices).for_each(|office| text.push_str(&format!("  - 第{office}局\n")));
    text.push_str("\n## 主要目标\n");
    let goals = (count / 20).max(2);
    for goal in 1..=goals {
        let thing = THINGS[goal % THINGS.len()];
        text.push_str(&format!("### 目标 目标{goal}：完善{thing}\n"));
        for (year, value) in (2026..=2028).zip((40 + goal % 30..).step_by(5)) {
            text.push_str(&format!("- 指标：{thing}（{goal}） 不低于{value}个，到{year}年底\n"));
        }
    }
    text.push_str("\n## 重点任务\n");
    (0..count).for_each(|number| measure(&mut text, number, goals, offices));
    text
}

fn measure(text: &mut String, number: usize, goals: usize, offices: usize) {
    let pick = |words: &[&'static str], step: usize| words[(number / step + number) % words.len()];
    let month = number % 12 + 1;
    let year = 2026 + number % 3;
    text.push_str(&format!(
        "### 措施 任务{number}：{}{}\n- 牵头：第{}局\n- 配合：第{}局\n- 支撑：目标{}\n",
        pick(&VERBS, 1),
        pick(&THINGS, 3),
        number % offices + 1,
        (number + 1) % offices + 1,
        number % goals + 1,
    ));
    // What comes before is due in the same month of an earlier year or in the month before.
    if !number.is_multiple_of(12) && number >= 3 {
        let before = number - 3;
        if (2026 + before % 3, before % 12 + 1) <= (year, month) {
            text.push_str(&format!("- 前置：任务{before}\n"));
        }
    }
    text.push_str(&format!(
        "- 时限：{year}年{month}月底前\n\n{}{}，{}。{}{}，{}。{}，{}。\n\n",
        pick(&VERBS, 2),
        pick(&THINGS, 1),
        pick(&MANNERS, 1),
        pick(&VERBS, 5),
        pick(&THINGS, 7),
        pick(&MANNERS, 3),
        pick(&MANNERS, 2),
        pick(&MANNERS, 4),
    ));
}

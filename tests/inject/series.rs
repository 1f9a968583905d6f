//! Faults that show only against what stands beside them: phases, quotas, sets, names and notations.

use crate::pattern::{Pattern, edit, prose, prose_on, swap};

const OPEN: (&str, &str) = ("R002", "时限去掉了 · the deadline was taken out");
const WAITED: (&str, &str) = ("G004", "等它的也就没有了时限 · what waits for it finds no deadline");

const BESIDE: (&str, &str) = ("Q053", "旁边的指标有时间 · the quotas beside it have a time");

/// A series, a target for its end that it does not reach, and its last value.
const SHORT: [(&str, &str, &str, &str); 5] = [
    ("three-year", "体质健康优良率", "不低于62%，到2028年底", "不低于60%"),
    ("campaign", "校园警务室", "不少于90个，到2026年12月底", "不少于86个"),
    ("special-task", "体质健康优良率", "不低于56%，到2027年底", "不低于54%"),
    ("special-task", "体质健康不及格率", "不超过4%，到2027年底", "不超过5%"),
    ("reading", "学前三年毛入园率", "不低于96%，到2028年底", "不低于95%"),
];

/// All of them.
pub fn patterns() -> Vec<Pattern> {
    [phases(), quotas(), papers(), sets(), groups(), wording()].into_iter().flatten().collect()
}

fn phases() -> Vec<Pattern> {
    let last = "^(### 阶段.*(?:总结|验收|巩固|评估|长效|第四)[^，\n]*)，.*$";
    let both = "^(### 阶段.*，)(20[0-9]{2}年)([0-9]+月)至([0-9]+月)$";
    vec![
        edit("D039", last, "⟦$1⟧"),
        edit("D041", both, "$1⟦${2}${3}1日至${2}${4}⟧"),
        edit("R043", "^(### 阶段.*\n)((?s:.*?))^(### 阶段.*)$", "$1- 牵头：县教育局\n\n$2⟦$3⟧").on(&[
            "three-year",
            "campaign",
            "reform",
            "reading",
            "group-notice",
        ]),
        swap("D040", "school", "- 指标：家长会 2次", "- 指标：⟦本年度家长会⟧ 2次"),
        swap("D040", "school", "- 指标：书面作业", "- 指标：⟦本年度书面作业⟧"),
        swap("D040", "work-plan", "- 指标：片区教研", "- 指标：⟦本学期片区教研⟧"),
        swap("D040", "work-plan", "- 指标：质量分析会", "- 指标：⟦本学年质量分析会⟧"),
    ]
}

fn quotas() -> Vec<Pattern> {
    let post = "^( +)- (校长|班主任|体育教师|园长|教研组长|任课教师)，岗位$";
    let short = |(plan, name, target, last): (&'static str, &str, &str, &str)| {
        edit("Q059", &format!("^- 指标：{name}$((?s:.*?)：){last}$"), &format!("- 指标：{name} {target}$1⟦{last}⟧"))
            .on(&[plan])
    };
    // With a period of the plan every quota has a time.
    let without = |find: &str| format!("^- 期限：.*\n((?s:.*?)){find}");
    let beside = vec![
        edit("Q052", post, "$1- $2，岗位\n$1  - 指标：公开课 ⟦2节⟧"),
        edit("Q052", "^( +- 指标：听课 )(.*)，每学期$", "$1⟦$2⟧").most(2),
        edit("Q053", &without("^(- 指标：九年义务教育巩固率 不低于[0-9.]+%)，到[^，\n]*"), "$1⟦$2⟧")
            .on(&["three-year", "group-notice"]),
        edit("Q053", &without("^(- 指标：学业水平合格率（初中） [^，\n]*)，.*$"), "$1⟦$2⟧").on(&["work-plan"]),
        edit(
            "Q054",
            &without("^- 现状：九年义务教育巩固率.*\n(- 指标：九年义务教育巩固率 [^，\n]*)，到[^，\n]*"),
            "$1⟦$2⟧",
        )
        .on(&["three-year", "group-notice"])
        .along(BESIDE.0, BESIDE.1),
        edit("Q054", &without("^- 现状：教研员下校率.*\n(- 指标：教研员下校率 [^，\n]*)，.*$"), "$1⟦$2⟧")
            .on(&["work-plan"])
            .along(BESIDE.0, BESIDE.1),
    ];
    SHORT.into_iter().map(short).chain(beside).collect()
}

fn papers() -> Vec<Pattern> {
    let blanked = |plan: &'static str, owner: &str, blank: &str, sentence: &str| {
        let put = format!("${{1}}{blank}$2⟦云溪小学⟧先行试点。{sentence}");
        edit("F111", &format!("^( *- 学校：){owner}((?s:.*?)){sentence}"), &put)
            .on(&[plan])
            .along("S202", "名称里有空白 · the name has a blank")
            .along("F082", "空白的县名与其他单位不同 · the blank is no name of the place")
    };
    vec![
        edit("F108", "^(- 责任：.*\n)", "$1- 依据：⟦《澜平县教师队伍建设意见》⟧，落实\n"),
        edit(
            "F109",
            "^(- 责任：.*\n)",
            "$1- 依据：《义务教育均衡发展督导评估规程》，落实\n- 依据：⟦《义务教育均衡发展评估规程》⟧，对照\n",
        ),
        blanked("school", "澜平县第二中学", "xxx中学", "教导处每月检查一次"),
        blanked("campaign", "全县中小学校、幼儿园", "xxx县中小学校、幼儿园", "对照清单逐项整改"),
        blanked("three-year", "全县义务教育学校", "xxx县义务教育学校", "各学校对照年度目标"),
    ]
}

fn sets() -> Vec<Pattern> {
    let chapter = "^## (工作要求|保障措施)\n";
    let unfolded = "## $1\n- 清单 四项保障，4项：组织保障、经费保障、技术支撑、⟦舆论引导⟧\n\n\
        ### 组织保障\n压实各方责任。\n\n### 经费保障\n安排必要经费。\n\n### 技术支撑\n用好信息平台。\n\n";
    let misnamed = "## $1\n- 经费：校长绩效考核奖励基金 10万元，每年，来源县财政\n\
        - 经费：教师培训补助资金 20万元，每年，来源县财政\n\
        - 清单 两项资金，2项：⟦校长绩效奖励基金⟧、教师培训补助资金\n\n";
    let undated = "^(###+ 措施 .*\n(?:- (?:支撑|牵头|配合)：.*\n)*)- 时限：.*\n";
    vec![
        edit("G013", &format!("^- 期限：.*\n((?s:.*?)){undated}"), "$1$2- 前置：⟦“省级考核管理办法”⟧\n")
            .along(OPEN.0, OPEN.1)
            .along(WAITED.0, WAITED.1)
            .along("Q018", "经费也没有了时间 · the money has no time any more"),
        edit("G014", chapter, unfolded).on(&["three-year", "campaign", "school", "work-plan"]),
        swap(
            "G014",
            "reading",
            "三大工程，3项：扩容工程、提质工程、惠民工程",
            "四大工程，4项：扩容工程、提质工程、惠民工程、⟦普及工程⟧",
        ),
        edit("G015", chapter, misnamed).on(&["three-year", "campaign", "work-plan"]),
    ]
}

fn groups() -> Vec<Pattern> {
    let outside = "^(  - 分管副县长，岗位\n)((?s:.*?)^## (?:保障措施|工作要求|保障机制|工作制度)\n)";
    let twice = |plan: &'static str, step: &str, chapter: &str, founds: &str| {
        let put = format!("⟦成立领导小组⟧，{step}$1{founds}");
        edit("R044", &format!("{step}((?s:.*?)){chapter}"), &put).on(&[plan])
    };
    vec![
        edit("R042", outside, "$1  - 县长助理，岗位\n$2- 分工 ⟦县长助理⟧：协调各方力量\n\n"),
        twice("three-year", "制定实施细则", "一是加强领导", "一是成立领导小组"),
        twice("reform", "摸清底数", "^改革领导小组每季度", "县政府成立改革领导小组，每季度"),
        edit(
            "R044",
            "^领导小组组长由((?s:.*?))完成入户摸排",
            "县政府成立领导小组，组长由$1⟦成立领导小组⟧，完成入户摸排",
        )
        .on(&["group-notice"]),
    ]
}

fn wording() -> Vec<Pattern> {
    let apart = "\n\n抓好两件事情。\n\n一是建好台账。\n\n⟦二是⟧加强检查。\n";
    let months = "每年⟦九月⟧开展宣传，每年10月开展检查。";
    vec![
        prose("W209", months),
        prose("W608", "开展“教育质量提升年”活动，办好⟦“教学质量提升年”⟧活动。"),
        prose_on("W605", "three-year", apart),
        prose_on("W605", "campaign", apart),
        prose_on("W605", "reading", apart),
        edit("W606", "^(- 如：)[^，\n]*，则", "$1⟦工作效果较差⟧，则"),
        edit("W607", "^(### 目标 [^：\n]+：)(.{5,})$((?s:.*?))^(###+ 措施 [^：\n]+：).*$", "$1$2$3$4⟦$2⟧"),
    ]
}

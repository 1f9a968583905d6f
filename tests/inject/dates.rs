//! Faults of time: deadlines, phases, spans and the dates of the paper.

use crate::pattern::{Pattern, edit, prose, swap};

/// A day after the plan begins and before its paper is dated.
const BEFORE_ISSUE: [(&str, &str); 6] = [
    ("three-year", "2026年1月3日"),
    ("campaign", "2026年3月1日"),
    ("special-task", "2026年5月3日"),
    ("work-plan", "2026年1月20日"),
    ("reform", "2026年4月8日"),
    ("group-notice", "2026年1月10日"),
];

/// The day after the paper is dated.
const TOO_SOON: [(&str, &str); 6] = [
    ("three-year", "2026年1月6日"),
    ("campaign", "2026年3月3日"),
    ("special-task", "2026年5月7日"),
    ("work-plan", "2026年2月11日"),
    ("reform", "2026年4月16日"),
    ("group-notice", "2026年1月21日"),
];

/// A deadline of a part that lies after that of its whole.
const PART_LATE: [(&str, &str); 4] = [
    ("three-year", "2028年11月1日"),
    ("special-task", "2027年11月1日"),
    ("work-plan", "2026年11月1日"),
    ("group-notice", "2027年6月1日"),
];

/// A second phase that begins too early, and one that begins too late.
const PHASES: [(&str, &str, &str, &str); 8] = [
    ("three-year", "2026年4月至2028年9月", "2026年2月至2028年9月", "2026年8月至2028年9月"),
    ("campaign", "2026年4月至10月", "2026年3月至10月", "2026年6月至10月"),
    ("school", "2026年10月至2027年5月", "2026年9月至2027年5月", "2026年12月至2027年5月"),
    ("special-task", "2026年7月至2027年10月", "2026年6月至2027年10月", "2026年10月至2027年10月"),
    ("work-plan", "2026年4月至6月", "2026年3月至6月", "2026年6月"),
    ("reform", "2026年7月至2028年3月", "2026年5月至2028年3月", "2026年9月至2028年3月"),
    ("reading", "2026年5月至2028年9月", "2026年3月至2028年9月", "2026年8月至2028年9月"),
    ("group-notice", "2026年4月至12月", "2026年2月至12月", "2026年7月至12月"),
];

/// A deadline, and a day on which it is over and nothing else is.
const OVERDUE: [(&str, &str, &str); 6] = [
    ("three-year", "2026年1月15日", "2026-01-31"),
    ("campaign", "2026年3月10日", "2026-03-20"),
    ("special-task", "2026年5月15日", "2026-05-20"),
    ("work-plan", "2026年2月20日", "2026-02-25"),
    ("reform", "2026年4月25日", "2026-04-28"),
    ("group-notice", "2026年1月25日", "2026-01-30"),
];

/// All of them.
pub fn patterns() -> Vec<Pattern> {
    [deadlines(), overdue(), by_plan(), phases(), spans(), paper()].into_iter().flatten().collect()
}

fn overdue() -> Vec<Pattern> {
    let pattern = |(plan, due, day): (&'static str, &str, &'static str)| {
        edit("D023", "^- 时限：.*$", &format!("- 时限：⟦{due}⟧")).on(&[plan]).judged_by(day).along(OUT.0, OUT.1)
    };
    OVERDUE.into_iter().map(pattern).collect()
}

const OUT: (&str, &str) = ("D036", "成果晚于改后的时限 · the output is after the new deadline");
const BEGUN: (&str, &str) = ("D006", "开始晚于改后的时限 · it starts after the new deadline");

const ORDER: (&str, &str) = ("G003", "后项随之早于前项 · what waits is now before what it waits for");

fn deadlines() -> Vec<Pattern> {
    let due = "^- 时限：.*$";
    vec![
        edit("D001", due, "- 时限：⟦尽快完成⟧").most(3),
        edit("D001", due, "- 时限：⟦条件成熟时⟧"),
        edit("D002", due, "- 时限：⟦验收会议召开以后⟧").most(2),
        edit("D003", due, "- 时限：⟦待定⟧").most(2),
        // The period of a plan that holds the day once gives a date its year.
        edit("D004", due, "- 时限：⟦6月30日⟧").but(&["campaign", "school", "work-plan"]).most(2).along(
            "G003",
            "按期限补上的年份在前置之后才到 · the year it takes from the period brings it after what it waits for",
        ),
        edit("D006", "^(- 配合：.*\n)(- 时限：)", "$1- 始于：⟦2040年1月1日⟧\n$2")
            .most(2)
            .along("D007", "也在方案期限之后 · it is after the plan as well"),
        edit("D007", due, "- 时限：⟦2031年6月30日⟧").most(4),
        edit("D008", due, "- 时限：⟦2015年6月30日⟧").most(2).along(OUT.0, OUT.1).along(BEGUN.0, BEGUN.1),
        edit("D032", due, "- 时限：⟦12年内⟧"),
        edit("D020", "^(- 指标：.*，到)[0-9][^，\n]*", "$1⟦2033年底⟧").most(3),
        edit("D036", "^(- 成果：[^，\n]*)(，.*)?$", "$1，⟦2030年3月31日前⟧").most(2),
        edit("D034", "^(- 现状：.*，)20[0-9]{2}年(?:[0-9]+月)?$", "$1⟦2030年⟧").most(2),
    ]
}

fn by_plan() -> Vec<Pattern> {
    let due = "^- 时限：.*$";
    let on = |code, plan, day: &str| edit(code, due, &format!("- 时限：⟦{day}⟧")).on(&[plan]);
    let late = |plan, day: &str| edit("D021", "^  - 时限：.*$", &format!("  - 时限：⟦{day}⟧")).on(&[plan]);
    let before = BEFORE_ISSUE.into_iter().map(|(plan, day)| {
        on("D009", plan, day).most(2).along(ORDER.0, ORDER.1).along(OUT.0, OUT.1).along(BEGUN.0, BEGUN.1)
    });
    let soon = TOO_SOON
        .into_iter()
        .map(|(plan, day)| on("D031", plan, day).along(ORDER.0, ORDER.1).along(OUT.0, OUT.1).along(BEGUN.0, BEGUN.1));
    before.chain(soon).chain(PART_LATE.into_iter().map(|(plan, day)| late(plan, day))).collect()
}

fn phases() -> Vec<Pattern> {
    let mut all = vec![
        edit(
            "D010",
            "^(### 阶段.*(?:总结|验收|巩固|评估|长效|第四).*，)([0-9年]*[0-9]+月至)[0-9年]*[0-9]+月$",
            "$1⟦${2}2031年3月⟧",
        ),
        edit("D011", "^(### 阶段.*，)(.*)$((?s:.*?))^(### 阶段.*，)(.*)$", "$1$5$3$4⟦$2⟧")
            .along(ORDER.0, ORDER.1)
            .along("D013", "换了次序就空出一段 · the new order leaves a gap"),
        edit("D005", "^(### 阶段.*，20[0-9]{2}年)([0-9]+)月至([0-9]+)月$", "$1⟦${3}月至${2}月⟧")
            .most(2)
            .along("D037", "止于成文以前 · it ends before the paper"),
    ];
    for (plan, was, early, late) in PHASES {
        all.push(swap("D012", plan, was, &format!("⟦{early}⟧")).along(ORDER.0, ORDER.1));
        all.push(swap("D013", plan, was, &format!("⟦{late}⟧")));
    }
    let meeting = "$1\n- 措施：召开动员会\n  - 支撑：GOAL\n  - 牵头：LEAD\n  - 成果：会议纪要\n  - 时限：⟦DUE⟧\n\n";
    let met = [
        ("three-year", "质量", "县教育局", "2026年5月20日"),
        ("campaign", "隐患清零", "县教育局", "2026年5月20日"),
        ("school", "学业", "教导处", "2026年12月20日"),
        ("special-task", "体质", "体卫艺股", "2026年9月20日"),
        ("reform", "流动", "县教育局", "2026年9月20日"),
        ("group-notice", "动态清零", "县教育局", "2026年6月20日"),
    ];
    all.extend(met.map(|(plan, goal, lead, due)| {
        let put = meeting.replace("GOAL", goal).replace("LEAD", lead).replace("DUE", due);
        edit("D022", "^(### 阶段.*)\n", &put).on(&[plan])
    }));
    all
}

fn spans() -> Vec<Pattern> {
    vec![
        swap("D014", "three-year", "# 方案：澜平县义务教育提质三年", "# 方案：澜平县义务教育提质⟦四年⟧")
            .along("F019", "通知里的名称没有改 · the notice keeps the old name"),
        swap(
            "D014",
            "pingan",
            "# 方案：海东市平安区提升教育教学质量三年",
            "# 方案：海东市平安区提升教育教学质量⟦五年⟧",
        )
        .along("F019", "通知里的名称没有改 · the notice keeps the old name"),
        edit("D015", "^(# 方案：.*方案)$", "$1⟦（2021—2023年）⟧")
            .along("F019", "通知里的名称没有改 · the notice keeps the old name"),
        edit("D016", "^(- 依据：.*[0-9]{4}—[0-9]{4}年）》，.*)(20[0-9]{2})年至20[0-9]{2}年", "$1⟦${2}年至2035年⟧")
            .most(2),
        edit(
            "D035",
            "^(- 责任：.*\n)",
            "$1- 依据：《澜平县教育事业发展规划（2011—2015年）》，⟦2011年至2015年⟧，上位\n",
        ),
        swap("D033", "three-year", "三年行动为期三年", "三年行动⟦为期五年⟧"),
        prose("D042", "各班于⟦9月31日⟧报送总结。"),
        prose("D042", "自评工作于⟦2027年2月29日⟧完成。").but(&["pingan"]),
        prose("D042", "宣传活动于⟦4月29日至31日⟧开展。"),
        prose("D043", "活动自⟦2026年10月1日至2026年9月1日⟧开展。"),
        prose("D043", "培训班定于⟦9月25日至20日⟧举办。"),
        prose("D043", "自评期为⟦2026年11月至2026年8月⟧。"),
        prose("D030", "动员会于⟦2026年3月5日（星期三）⟧召开。").along("W909", "这一天早于现有时限 · the day is early"),
        swap("D038", "pingan", "攻坚行动为期三年", "攻坚行动⟦为期两年⟧")
            .along("D033", "与期限也不同 · the period differs too"),
    ]
}

fn paper() -> Vec<Pattern> {
    vec![
        edit("D017", "^(- 发文字号：[^〔\n]*)〔20[0-9]{2}〕", "$1⟦〔2012〕⟧"),
        edit("D017", "^(# 通知：[^〔\n]*)〔20[0-9]{2}〕", "$1⟦〔2012〕⟧"),
        edit("D018", "^- 发布时间：.*$", "- 发布时间：⟦2010年1月1日⟧"),
        edit("D019", "^- 落款日期：.*$", "- 落款日期：⟦2026年12月22日⟧"),
        edit("D037", "^- 成文日期：.*$((?s:.*?))^(### 阶段.*，)(.*)$", "- 成文日期：2026年12月1日$1$2⟦$3⟧")
            .on(&["work-plan"])
            .along("D009", "成文改晚，早的时限都过了 · the paper is dated later, so early deadlines are over")
            .along("D019", "落款没有改 · the signature keeps its date"),
    ]
}

//! Faults of goals, of what waits for what, and of sets.

use crate::pattern::{Pattern, edit, swap};

/// A deadline after the plan begins and before that of what is waited for.
const TOO_EARLY: [(&str, &str); 7] = [
    ("three-year", "2026年5月30日"),
    ("campaign", "2026年4月20日"),
    ("school", "2026年9月15日"),
    ("special-task", "2026年12月1日"),
    ("work-plan", "2026年5月1日"),
    ("reform", "2026年6月1日"),
    ("group-notice", "2026年3月15日"),
];

/// A part of a measure and the measure.
const PARTS: [(&str, &str, &str); 5] = [
    ("three-year", "- 措施 监测办法：制定质量监测办法\n", "质量监测"),
    ("special-task", "- 措施 数据复核：开展测试数据复核\n", "监测"),
    ("work-plan", "- 措施 命题：组织命题制卷\n", "质量分析"),
    ("reform", "- 措施 支教补助：落实支教补助政策\n", "交流轮岗"),
    ("group-notice", "- 措施 核查：核查困难家庭\n", "资助"),
];

/// All of them.
pub fn patterns() -> Vec<Pattern> {
    [waiting(), goals(), sets()].into_iter().flatten().collect()
}

fn waiting() -> Vec<Pattern> {
    let itself = "^(###+ 措施 ([^：\n]+)：.*\n(?:- (?:支撑|牵头|配合)：.*\n)*)(- 时限)";
    let mut all = vec![
        edit("G001", itself, "$1- 前置：⟦$2⟧\n$3").most(2),
        edit("G004", "^(### 措施 课堂改革(?s:.*?))- 时限：2027年12月31日\n((?s:.*?)- 前置：)(课堂改革)", "$1$2⟦$3⟧")
            .along("R002", "前置的时限去掉了 · the deadline was taken out"),
        edit(
            "G004",
            "^(### 措施 (?:隐患排查|备课|大课间|课程指导|编制管理|摸排)(?s:.*?))- 时限：.*\n((?s:.*?)- 前置：)(.*)$",
            "$1$2⟦$3⟧",
        )
        .along("R002", "前置的时限去掉了 · the deadline was taken out"),
    ];
    all.extend(TOO_EARLY.map(|(plan, day)| {
        edit("G003", "^(- 前置：.*\n(?:- 始于.*\n)?- 时限：).*$", &format!("$1⟦{day}⟧"))
            .on(&[plan])
            .along("D036", "成果晚于改后的时限 · the output is after the new deadline")
            .along("D021", "分项晚于改后的时限 · a part is after the new deadline")
    }));
    all.extend(PARTS.map(|(plan, part, whole)| swap("G002", plan, part, &format!("{part}  - 前置：⟦{whole}⟧\n"))));
    all
}

fn goals() -> Vec<Pattern> {
    let serve = "^(###+ 措施 .*\n)- 支撑：.*\n";
    let goal = "^(### 目标 .*)$";
    vec![
        edit("G005", goal, "### 目标 特色：⟦办出学校特色⟧\n- 指标：特色创建 全覆盖\n\n$1").but(&["reading"]),
        edit("G006", serve, "⟦$1⟧").most(2).along("G005", "目标没有别的措施 · the goal has no other measure"),
        edit("G007", goal, "### 目标 特色：⟦办出学校特色⟧\n\n努力办出特色。\n\n$1")
            .along("G005", "新的目标也没有措施 · the new goal has no measure either"),
        edit(
            "G020",
            "^(### 目标 ([^：\n]+)：.*\n)((?s:.*?))^(### 目标 ([^：\n]+)：.*\n)",
            "$1- 支撑：⟦$5⟧\n$3$4- 支撑：⟦$2⟧\n",
        ),
        swap("G022", "school", "### 措施 听课：落实听课评课", "### 措施 听课：⟦规范集体备课⟧"),
        swap("G022", "special-task", "### 措施 大课间：提高大课间活动质量", "### 措施 大课间：⟦开齐开足体育课⟧"),
        swap("G022", "reform", "### 措施 交流轮岗：推进交流轮岗", "### 措施 交流轮岗：⟦组织竞聘上岗⟧"),
        swap(
            "G022",
            "pingan",
            "#### 措施 考评激励：健全教师考评激励机制",
            "#### 措施 考评激励：⟦加强师德考核制度建设⟧",
        ),
        edit(
            "G021",
            "^(### 目标 条件：.*\n)((?s:.*?)### 措施 校舍建设(?s:.*?)- 时限：)(.*)$",
            "$1- 时限：2027年6月30日\n$2⟦$3⟧",
        ),
        edit(
            "G021",
            "^(### 目标 隐患清零：.*\n)((?s:.*?)### 措施 周边整治(?s:.*?)- 时限：)(.*)$",
            "$1- 时限：2026年9月10日\n$2⟦$3⟧",
        ),
        edit(
            "G021",
            "^(### 目标 保障：.*\n)((?s:.*?)### 措施 场地(?s:.*?)- 时限：)(.*)$",
            "$1- 时限：2027年9月30日\n$2⟦$3⟧",
        ),
        edit(
            "G021",
            "^(### 目标 流动：.*\n)((?s:.*?)### 措施 竞聘上岗(?s:.*?)- 时限：)(.*)$",
            "$1- 时限：2027年6月30日\n$2⟦$3⟧",
        )
        .along("W909", "正文的时间晚于目标 · a date in the prose is after the goal"),
    ]
}

fn sets() -> Vec<Pattern> {
    let last = "^(- 清单 [^，\n]*，[0-9]+.：.*)、[^、\n]+$";
    vec![
        edit("G008", "^(- 清单 [^：\n]+)：.*$", "⟦$1⟧").most(2),
        edit("G008", "^(- 清单 [^：\n]+)：.*$", "⟦$1：？⟧").along("S202", "项目待定 · the items are open"),
        edit("G009", last, "⟦$1⟧").most(3).along("R040", "少了一项 · one is gone"),
        edit("G009", "^(- 清单 [^，\n]*，)[0-9]+(.：.*、.*)$", "$1⟦11$2⟧")
            .along("G012", "名称里的数也不同 · the name has another number"),
        edit("G010", last, "⟦$1等⟧").most(2),
        edit("G011", "^(- 清单 .*：)([^、\n]+)、([^、\n]+)(.*)$", "$1$2、⟦$2⟧$4").most(2),
        edit("G012", "^- 清单 (?:三|四|五)([^，\n]+)，([0-9])", "- 清单 ⟦九$1⟧，$2")
            .most(2)
            .along("W904", "正文仍用原来的名称 · the prose keeps the old name"),
    ]
}

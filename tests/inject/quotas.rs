//! Faults of quotas: bounds, series, growth, sums and what contradicts the present.

use crate::pattern::{Pattern, edit, swap};

/// A value of a series, and one that goes the wrong way.
const WRONG_WAY: [(&str, &str, &str); 18] = [
    ("three-year", "  - 2028年：不低于60%", "  - 2028年：⟦不低于55%⟧"),
    ("three-year", "  - 2027年：8个", "  - 2027年：⟦20个⟧"),
    ("three-year", "| >=84%  | >=88%  |", "| >=84%  | ⟦>=82%⟧  |"),
    ("three-year", "| >=28%  | >=31%  |", "| >=28%  | ⟦>=26%⟧  |"),
    ("three-year", "| >=65%  | >=70%  |", "| >=65%  | ⟦>=61%⟧  |"),
    ("three-year", "| >=20%  | >=22%  |", "| >=20%  | ⟦>=19%⟧  |"),
    ("campaign", "  - 2026年12月：不少于86个", "  - 2026年12月：⟦不少于66个⟧"),
    ("campaign", "  - 2026年9月：不少于72个", "  - 2026年9月：⟦不少于52个⟧"),
    ("school", "第二学期：不超过60人", "第二学期：⟦不超过90人⟧"),
    ("special-task", "  - 2027年：不低于54%", "  - 2027年：⟦不低于50%⟧"),
    ("special-task", "  - 2027年：不超过5%", "  - 2027年：⟦不超过8%⟧"),
    ("reform", "  - 2028年：不低于22%", "  - 2028年：⟦不低于19%⟧"),
    ("reform", "  - 2027年：不低于20%", "  - 2027年：⟦不低于17%⟧"),
    ("reading", "  - 2028年：不低于95%", "  - 2028年：⟦不低于93%⟧"),
    ("group-notice", "  - 2026年12月：不超过3人", "  - 2026年12月：⟦不超过13人⟧"),
    ("pingan", "  - 2020年：不低于34%", "  - 2020年：⟦不低于31%⟧"),
    ("pingan", ">=80%         | >=85% ", ">=80%         | ⟦>=78%⟧ "),
    ("pingan", ">=49%         | >=52% ", ">=49%         | ⟦>=47%⟧ "),
];

/// All of them.
pub fn patterns() -> Vec<Pattern> {
    [series(), bounds(), growth(), sums(), duties()].into_iter().flatten().collect()
}

const TWO: (&str, &str) = ("S106", "正文引用的指标有了两个值 · the prose refers to an indicator with two values now");
const NOW: (&str, &str) = ("Q010", "改后的数也不如现状 · the new value is worse than the present too");
const TOLD: (&str, &str) = ("W901", "正文仍写原来的数 · the prose keeps the old number");

fn series() -> Vec<Pattern> {
    let way = |(plan, was, is)| swap("Q004", plan, was, is).along(NOW.0, NOW.1).along(TOLD.0, TOLD.1);
    let mut all: Vec<Pattern> = WRONG_WAY.into_iter().map(way).collect();
    all.push(swap("Q001", "pingan", "本科总上线率 增长不少于4个百分点", "本科总上线率 增长⟦不少于4%⟧"));
    all.push(swap("Q002", "pingan", "- 2019年：不低于56.12%", "- 2019年：⟦不低于55%⟧"));
    all.push(swap("Q002", "pingan", "- 2020年：不低于60.12%", "- 2020年：⟦不低于59%⟧"));
    all
}

/// A bound, and the other way round.
const WRONG_BOUND: [(&str, &str, &str); 5] = [
    ("special-task", "  - 2027年：不超过5%", "  - 2027年：⟦不低于5%⟧"),
    ("special-task", "  - 2026年：不超过7%", "  - 2026年：⟦不低于7%⟧"),
    ("special-task", "指标：体育教师 不少于230人", "指标：体育教师 ⟦不超过230人⟧"),
    ("three-year", "  - 2028年：不低于60%", "  - 2028年：⟦不超过60%⟧"),
    ("group-notice", "  - 2026年12月：不超过3人", "  - 2026年12月：⟦不少于3人⟧"),
];

fn bounds() -> Vec<Pattern> {
    let turned = WRONG_BOUND.into_iter().map(|(plan, was, is)| swap("Q055", plan, was, is));
    turned.chain(out_of_bounds()).collect()
}

fn out_of_bounds() -> Vec<Pattern> {
    let rate = "^(- 指标：[^\n ]*率[^\n ]* )不低于[0-9.]+%";
    vec![
        edit("Q005", rate, "$1⟦不低于130%⟧")
            .but(&["work-plan"])
            .most(3)
            .along(TOLD.0, TOLD.1)
            .along("Q013", "巩固率高得做不到 · more than dropping out allows")
            .along("Q047", "优秀率也高于合格率 · more are excellent than pass"),
        edit("Q005", "^(- 现状：[^\n ]*率[^\n ]* )[0-9.]+%", "$1⟦130%⟧")
            .but(&["work-plan"])
            .most(2)
            .along(NOW.0, NOW.1),
        edit("Q006", "^(- 指标：学业水平[^\n ]* )不低于[0-9.]+%", "$1⟦不低于130%⟧")
            .most(4)
            .along("Q047", "优秀率也高于合格率 · more are excellent than pass"),
        edit("Q007", "^(- 指标：([^\n ]*率[^\n ]*) 不低于[0-9.]+%，(到[^，\n]*).*)$", "$1\n- 指标：$2 ⟦不超过10%⟧，$3")
            .most(2)
            .along("Q055", "越高越好的指标有了上限 · a ceiling on what is to rise")
            .along(TWO.0, TWO.1)
            .along(NOW.0, NOW.1),
        edit("Q008", "^(- 指标：([^\n ]*率[^\n ]*) 不低于[0-9.]+%，(到.*))$", "$1\n- 指标：$2 ⟦不低于11%⟧，$3")
            .most(2)
            .along(TWO.0, TWO.1)
            .along(NOW.0, NOW.1),
        edit("Q008", "^(- 指标：(年辍学率[^\n ]*) 不超过[0-9.]+%，(到[^，\n]*).*)$", "$1\n- 指标：$2 ⟦不超过3%⟧，$3"),
        edit(
            "Q009",
            "^(- 现状：(?:骨干教师|校园警务室|学困生|体育教师|在编教师|在园幼儿|辍学学生|大班额班级) )[0-9]+(?:人|个)",
            "$1⟦12%⟧",
        )
        .most(2)
        .along("Q022", "各项相加也合不上 · the parts no longer make the whole"),
        edit("Q010", "^(- 现状：[^\n ]+ [0-9.]+%，.*\n- 指标：[^\n ]+ )不低于[0-9.]+%", "$1⟦不低于5%⟧")
            .most(3)
            .along("Q047", "合格率低于优秀率了 · fewer pass than are excellent")
            .along(TOLD.0, TOLD.1),
        edit("Q051", "^(- 现状：[^\n ]+ ([0-9.]+%)，.*\n- 指标：[^\n ]+ )不低于[0-9.]+%", "$1⟦不低于$2⟧")
            .most(2)
            .along(TOLD.0, TOLD.1),
        edit("Q020", "不低于([0-9.]+%，.*约束性)", "⟦约$1⟧").along(TOLD.0, TOLD.1),
        edit("Q020", "^(- 指标：[^\n ]+ )100%，(.*约束性)", "$1⟦明显提高⟧，$2"),
        swap("Q013", "three-year", "九年义务教育巩固率 不低于97%", "九年义务教育巩固率 ⟦不低于99%⟧")
            .along(TOLD.0, TOLD.1),
        swap("Q013", "group-notice", "九年义务教育巩固率 不低于97.5%", "九年义务教育巩固率 ⟦不低于99.2%⟧"),
        swap("Q013", "pingan", "九年义务教育巩固率 不低于97%", "九年义务教育巩固率 ⟦不低于99%⟧"),
        swap("Q047", "work-plan", "学业水平优秀率（小学） 不低于32%", "学业水平优秀率（小学） ⟦不低于95%⟧"),
        swap("Q047", "school", "学科优秀率（初一） 不低于24%", "学科优秀率（初一） ⟦不低于85%⟧"),
        swap("Q047", "school", "学科优秀率（初二） 不低于22%", "学科优秀率（初二） ⟦不低于80%⟧"),
        swap(
            "Q047",
            "three-year",
            "| 抽测优秀率 | 小学 | >=25%  | >=28%  | >=31%  |",
            "| 抽测优秀率 | 小学 | ⟦>=81%⟧  | >=85%  | >=89%  |",
        ),
        edit(
            "Q046",
            "^(- 指标：)(学业水平|学科)合格率(（[^）]*）) (不低于[0-9.]+%)，(.*)$",
            "$1$2合格率$3 $4，$5\n- 指标：$2不合格率$3 ⟦不低于30%⟧，$5",
        )
        .most(2),
    ]
}

fn growth() -> Vec<Pattern> {
    vec![
        swap("Q003", "reform", "提高1个百分点，每年", "⟦提高1%⟧，每年"),
        edit("Q003", "^(- 指标：近视率.*)下降不少于1个百分点", "$1⟦下降不少于1%⟧").most(2),
        edit("Q003", "^(- 指标：中考(?:优秀|低分)段学生比例 (?:增长|下降)不少于[0-9]+)个百分点", "⟦$1%⟧").most(2),
        edit("Q011", "^- 现状：.*\n(- 指标：[^\n ]+ )((?:增长|提高|下降)[^，\n]*)", "$1⟦$2⟧").most(3),
    ]
}

fn sums() -> Vec<Pattern> {
    vec![
        edit("Q019", "^(  - 合计：[0-9]+)", "⟦${1}7⟧")
            .along("W901", TOLD.1)
            .along("Q049", "总数不合 · the whole differs"),
        edit("Q019", "^(  \\| (?:城区|乡镇|文科|理科) .*\\| +)([0-9]+)((?:个|人|所|节) +\\|)$", "$1⟦${2}1⟧$3")
            .most(2)
            .along("Q023", "合计行也合不上 · the sum row is off as well"),
        edit("Q023", "^(  \\| 合计 +\\| )([0-9]+)((?:个|人|所|节) )", "$1⟦${2}1⟧$3")
            .along("Q019", "合计列也合不上 · the sum column is off as well")
            .along("W901", TOLD.1),
        edit("Q023", "^(  \\| 合计 +\\| )([0-9]+)(万元)", "$1⟦${2}1⟧$3"),
        edit("Q023", "^(  \\| 合计 +\\| 合计 +\\| )([0-9]+)(项)", "$1⟦${2}1⟧$3"),
        swap("Q021", "three-year", "- 现状：标准化率 75%", "- 现状：标准化率 ⟦76%⟧"),
        swap("Q021", "reading", "- 现状：公办园占比 55%", "- 现状：公办园占比 ⟦56%⟧"),
        swap("Q045", "three-year", "- 指标：标准化率 95%", "- 指标：标准化率 ⟦99%⟧"),
        swap("Q022", "reform", "- 现状：在编教师 3200人", "- 现状：在编教师 ⟦3300人⟧"),
        swap("Q022", "reform", "- 现状：在编教师 3200人", "- 现状：在编教师 ⟦3100人⟧"),
        swap("Q022", "special-task", "- 现状：体育教师 180人", "- 现状：体育教师 ⟦120人⟧"),
        swap("Q049", "work-plan", "- 指标：课题\n", "- 指标：优质课 ⟦90节⟧，到2026年底\n- 指标：课题\n"),
        swap("Q049", "reading", "- 指标：新建幼儿园\n", "- 指标：新建幼儿园 ⟦18所⟧，到2028年底\n- 指标：新建幼儿园\n"),
        swap(
            "Q049",
            "reform",
            "- 指标：交流轮岗教师\n",
            "- 指标：交流轮岗教师 ⟦500人⟧，到2028年8月\n- 指标：交流轮岗教师\n",
        ),
        swap("Q049", "three-year", "- 指标：新增学位\n", "- 指标：新增学位 ⟦3000个⟧，到2028年底\n- 指标：新增学位\n"),
    ]
}

fn duties() -> Vec<Pattern> {
    vec![
        edit("Q031", "^(- 指标：[^\n ]+ (?:不少于)?[0-9]+)(?:次|节)，每", "$1⟦借⟧，每").most(2),
        edit("Q012", "^(- 指标：[^\n ]+ )(?:不少于)?[0-9]+(?:次|节)，每[^，\n]*", "$1⟦定期⟧")
            .most(3)
            .along("D004", "只剩没有年份的月份 · what is left is a month without a year"),
        edit("Q048", "^(- 指标：听课 不少于[0-9]+节，每学期，由(.*))$", "$1\n- 指标：听课 ⟦不少于10节，每学年⟧，由$2")
            .most(2),
        swap("Q030", "three-year", "骨干教师 不少于210人", "骨干教师 ⟦不少于210个⟧")
            .along("Q009", "口径的单位是人 · the declared unit is 人"),
        swap("Q030", "reading", "- 现状：幼儿园 86所", "- 现状：幼儿园 ⟦86个⟧"),
        swap("Q030", "three-year", "- 现状：标准化学校 90所", "- 现状：标准化学校 ⟦90个⟧")
            .along("Q009", "口径的单位是所 · the declared unit is 所"),
    ]
}

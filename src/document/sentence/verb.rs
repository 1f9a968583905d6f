//! The verbs of what is counted: 召开 meetings, 撰写 reflections, 开设 lessons.
//!
//! Takes a name and its unit, gives a verb and how a number of occasions is said; knows no plan.

use crate::quantity::{Amount, Unit, han_ordinal};

/// Units that count occasions: their duty needs a verb.
pub(super) const OCCASIONS: [&str; 8] = ["次", "场", "期", "轮", "届", "回", "场次", "堂"];
/// What is held, and what is set; all else is carried out.
const HELD: [&str; 3] = ["会", "会议", "例会"];
const SET: [&str; 10] = ["考试", "竞赛", "比赛", "测试", "招聘", "评选", "征集", "观摩", "演练", "评比"];
/// What is given for others to come to.
const GIVEN: [&str; 19] = [
    "论坛",
    "沙龙",
    "讲座",
    "培训班",
    "研修班",
    "训练营",
    "运动会",
    "展览会",
    "音乐会",
    "联欢会",
    "艺术节",
    "体育节",
    "科技节",
    "读书节",
    "文化节",
    "展演",
    "展览",
    "开放日",
    "大赛",
];
/// What is written rather than made.
const THOUGHTS: [&str; 5] = ["反思", "总结", "心得", "随笔", "日志"];
/// Units of what is written or made.
const WRITTEN: [&str; 2] = ["篇", "幅"];

/// What is neither held nor carried out, but reached.
const REACHED: [&str; 8] = ["零死亡", "零事故", "零伤亡", "零感染", "零增长", "零发生", "全覆盖", "清零"];

/// Bare deeds, which come round without another verb: 督查一次.
const DEEDS: [&str; 23] = [
    "督查",
    "督导",
    "检查",
    "自查",
    "抽查",
    "抽测",
    "巡查",
    "排查",
    "核查",
    "复查",
    "调研",
    "调度",
    "通报",
    "会商",
    "总结",
    "考评",
    "考核",
    "评比",
    "盘点",
    "家访",
    "走访",
    "回访",
    "集体备课",
];

/// Whether a name is a bare deed.
pub(super) fn is_deed(name: &str) -> bool {
    DEEDS.contains(&name)
}

/// The verb that an author has typed before what is held, and the rest: 组织家长会.
pub(super) fn typed_verb(name: &str) -> Option<(&'static str, &str)> {
    const VERBS: [&str; 5] = ["开展", "组织", "召开", "举办", "开设"];
    VERBS.iter().find_map(|verb| Some((*verb, name.strip_prefix(verb)?))).filter(|(_, rest)| !rest.is_empty())
}

/// The verb that a name ends in, and the rest: 教育计划修订 is 修订教育计划.
pub(super) fn ended_verb(name: &str) -> Option<(&'static str, &str)> {
    const VERBS: [&str; 5] = ["修订", "更新", "公示", "通报", "回访"];
    VERBS.iter().find_map(|verb| Some((*verb, name.strip_suffix(verb)?))).filter(|(_, rest)| rest.chars().count() > 2)
}

/// Whether what is counted needs a verb: occasions, lessons that are given, what is written.
pub(super) fn needs_verb(name: &str, unit: &Unit) -> bool {
    counts_occasions(unit) || is_lesson(name, unit) || WRITTEN.contains(&unit.word())
}

/// 公开课1节, but 大课1小时.
fn is_lesson(name: &str, unit: &Unit) -> bool {
    const HEARD: [&str; 6] = ["听课", "评课", "观课", "议课", "备课", "说课"];
    let is_given = name.ends_with('课') && !name.starts_with('上') && !HEARD.iter().any(|heard| name.ends_with(heard));
    is_given && ["节", "堂"].contains(&unit.word())
}

/// The verb of what is counted in a unit.
pub(super) fn verb_of(name: &str, unit: Option<&Unit>) -> &'static str {
    match unit {
        Some(unit) if is_lesson(name, unit) => "开设",
        Some(unit) if WRITTEN.contains(&unit.word()) && THOUGHTS.iter().any(|end| name.ends_with(end)) => "撰写",
        Some(unit) if WRITTEN.contains(&unit.word()) => "完成",
        _ => verb(name),
    }
}

/// A number of occasions before what is held: 一次, 两场, but 12次 and 2期.
pub(super) fn occasions(amount: &Amount) -> String {
    let unit = amount.unit.as_ref().map_or("", Unit::word);
    let number = u64::try_from(amount.value).ok().filter(|_| amount.value.fract().is_zero());
    match number.and_then(|number| usize::try_from(number).ok()) {
        Some(2) if ["次", "场", "轮", "回", "堂"].contains(&unit) => format!("两{unit}"),
        Some(number @ 1..=10) if ["次", "场", "轮", "回", "堂"].contains(&unit) => {
            format!("{}{unit}", han_ordinal(number))
        }
        _ => amount.to_string(),
    }
}

/// What is done of occasions that would each have a verb of their own.
pub(super) const ANY: &str = "组织开展";

/// The verb of two occasions that are told together; none where one of them has a verb that the other cannot have.
pub(super) fn of_both(one: &'static str, other: &'static str) -> Option<&'static str> {
    let is_open = |verb: &str| [ANY, "组织", "开展", "举办"].contains(&verb);
    match one == other {
        true => Some(one),
        false => (is_open(one) && is_open(other)).then_some(ANY),
    }
}

/// The verb that a report of this kind needs: one does not send 述职, one does it.
pub(super) fn is_spoken(what: &str) -> bool {
    ["述职", "汇报", "通报", "反馈", "说明"].iter().any(|end| what.ends_with(end))
}

/// Whether a name begins with a deed that is done for others: 学校为每名教师订阅报刊.
pub(super) fn is_given(name: &str) -> bool {
    ["订阅", "配备", "购置", "发放", "提供", "建立", "安排", "选派"].iter().any(|verb| name.starts_with(verb))
}

/// Who is praised, and how: 先进集体和先进个人 and 表彰奖励; none of a name that does not say it of people.
pub(super) fn praised(name: &str) -> Option<(&str, &str)> {
    const PRAISE: [&str; 3] = ["表彰奖励", "表彰", "奖励"];
    const MANNERS: [&str; 5] = ["单项", "集中", "专项", "通报", "公开"];
    const PEOPLE: [&str; 15] = [
        "个人",
        "集体",
        "教师",
        "学生",
        "单位",
        "班级",
        "学校",
        "者",
        "干部",
        "班主任",
        "工作者",
        "人员",
        "家长",
        "校长",
        "园长",
    ];
    let whom = PRAISE.iter().find_map(|praise| name.strip_suffix(praise))?;
    let whom = MANNERS.iter().find_map(|manner| whom.strip_suffix(manner)).unwrap_or(whom);
    let is_whom = PEOPLE.iter().any(|people| whom.ends_with(people));
    is_whom.then(|| (whom, name.get(whom.len()..).unwrap_or_default()))
}

/// Whether a unit counts occasions: 次, 场.
pub(super) fn counts_occasions(unit: &Unit) -> bool {
    OCCASIONS.contains(&unit.word())
}

/// The verb that an occasion needs: 举办 festivals, 召开 meetings, 组织 contests, 开展 all else.
fn verb(name: &str) -> &'static str {
    if REACHED.iter().any(|end| name.ends_with(end)) {
        "实现"
    } else if GIVEN.iter().any(|end| name.ends_with(end)) {
        "举办"
    } else if HELD.iter().any(|end| name.ends_with(end)) {
        "召开"
    } else if SET.iter().any(|end| name.ends_with(end)) {
        "组织"
    } else {
        "开展"
    }
}

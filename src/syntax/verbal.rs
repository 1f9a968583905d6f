//! A number between a verb and what is counted: `新建5所幼儿园`.
//!
//! Officials put the number where speech has it. The indicator is then 新建幼儿园 and the unit 所, which is what this
//! makes of a quota whose name is a verb and no more.

use crate::quantity::{Target, Unit};
use crate::source::Spanned;

use super::ast::{Ask, Quota};

/// Verbs that name no indicator by themselves.
const VERBS: [&str; 27] = [
    "新建",
    "改建",
    "扩建",
    "改扩建",
    "迁建",
    "续建",
    "建成",
    "建设",
    "培养",
    "培训",
    "培育",
    "选派",
    "选聘",
    "引进",
    "招聘",
    "补充",
    "新增",
    "改造",
    "创建",
    "评选",
    "开展",
    "举办",
    "组织",
    "召开",
    "打造",
    "遴选",
    "配备",
];

/// What things are counted by, the longer first.
const COUNTERS: [&str; 24] = [
    "场次", "人次", "所", "个", "名", "位", "家", "处", "项", "门", "场", "次", "期", "套", "间", "座", "栋", "辆",
    "台", "节", "批", "支", "条", "件",
];

/// The quota with what is counted in the name of its indicator.
pub(super) fn settled(mut quota: Quota) -> Quota {
    if !VERBS.contains(&quota.indicator.value.as_str()) {
        return quota;
    }
    let [Spanned { value: Ask::Target(Target::Value(_, amount)), .. }] = &mut quota.asks[..] else { return quota };
    let Some((unit, thing)) = amount.unit.as_ref().and_then(|unit| parted(unit.word())) else { return quota };
    amount.unit = Some(unit);
    quota.indicator.value.push_str(&thing);
    quota
}

/// Whether a name says what is done.
pub(super) fn begins_with_act(name: &str) -> bool {
    VERBS.iter().any(|verb| name.starts_with(verb))
}

/// Whether a name is a verb and no more.
pub(super) fn is_act(name: &str) -> bool {
    VERBS.contains(&name)
}

/// A counter, 万 and 亿 before it included, and what it counts.
fn parted(word: &str) -> Option<(Unit, String)> {
    let rest = word.trim_start_matches(['万', '亿']);
    let counter = COUNTERS.iter().find(|counter| rest.starts_with(**counter))?;
    let thing = &rest[counter.len()..];
    let unit = Unit::new(&word[..word.len() - thing.len()]);
    (thing.chars().count() > 1 && !thing.contains(['/', '每'])).then(|| (unit, thing.to_owned()))
}

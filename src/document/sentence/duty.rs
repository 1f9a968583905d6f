//! Duties that come round: `校长每学期听课不少于30节、评课不少于10节。`

use crate::plan::{Plan, Quota, Scope, Sense};
use crate::quantity::{Comparison, Target, Unit};

use super::value::is_act;
use super::{PENDING, owners, when};

/// Units that count occasions: their duty needs a verb.
pub(super) const OCCASIONS: [&str; 8] = ["次", "场", "期", "轮", "届", "回", "场次", "堂"];
/// What is held, and what is set; all else is carried out.
const HELD: [&str; 4] = ["会", "会议", "论坛", "例会"];
const SET: [&str; 5] = ["考试", "竞赛", "比赛", "测试", "招聘"];

/// What is neither held nor carried out, but reached.
const REACHED: [&str; 8] = ["零死亡", "零事故", "零伤亡", "零感染", "零增长", "零发生", "全覆盖", "清零"];

/// One duty, ready to be joined with others.
struct Clause {
    who: String,
    rhythm: String,
    verb: &'static str,
    name: String,
    count: String,
    /// The number and unit of what comes at least so many times: `至少召开1次会议`.
    least: Option<String>,
}

/// The sentence of some duties; those of one owner stand together.
pub(in crate::document) fn sentence(plan: &Plan, quotas: &[&Quota]) -> Option<String> {
    let clauses = quotas.iter().map(|quota| clause(plan, quota)).collect::<Vec<_>>();
    let owners = clauses.chunk_by(|one, other| one.who == other.who).map(of_owner).collect::<Vec<_>>();
    super::sentence(&owners, "；")
}

fn of_owner(clauses: &[Clause]) -> String {
    let who = clauses.first().map(|clause| clause.who.as_str()).unwrap_or_default();
    let rhythms = clauses.chunk_by(|one, other| one.rhythm == other.rhythm).map(of_rhythm).collect::<Vec<_>>();
    format!("{who}{}", rhythms.join("，"))
}

fn of_rhythm(clauses: &[Clause]) -> String {
    let rhythm = clauses.first().map(|clause| clause.rhythm.as_str()).unwrap_or_default();
    let alike = |one: &Clause, other: &Clause| one.verb == other.verb && one.count == other.count;
    let acts = clauses.chunk_by(alike).map(|group| match group {
        [Clause { verb, name, least: Some(least), .. }] => format!("至少{verb}{least}{name}"),
        [only] => format!("{}{}{}", only.verb, only.name, only.count),
        [first, ..] => {
            let names = group.iter().map(|clause| clause.name.as_str()).collect::<Vec<_>>().join("、");
            format!("{}{names}各{}", first.verb, first.count)
        }
        [] => String::new(),
    });
    let acts = acts.collect::<Vec<_>>();
    // 听课不少于30节、评课不少于10节; but acts with their own verbs are clauses.
    let has_verbs = clauses.iter().any(|clause| !clause.verb.is_empty());
    format!("{rhythm}{}", acts.join(if has_verbs { "，" } else { "、" }))
}

fn clause(plan: &Plan, quota: &Quota) -> Clause {
    let indicator = &plan.indicators[quota.indicator];
    let name = quota.name.value.clone();
    let unit = quota.target.as_ref().and_then(|target| target.value.amount()?.unit.as_ref());
    let unit = unit.or(indicator.unit.as_ref().map(|unit| &unit.value));
    let is_soft = matches!(quota.target.as_ref().map(|target| &target.value), Some(Target::Soft(_)));
    let has_verb = is_act(&name) || is_soft && !quota.is_indefinite();
    let verb = if has_verb || unit.is_some_and(|unit| !counts_occasions(unit)) { "" } else { verb(&name) };
    let (how_often, count) = match quota.target.as_ref().map(|target| &target.value) {
        Some(Target::Soft(words)) if quota.is_indefinite() => (words.clone(), String::new()),
        Some(Target::Hole(None)) => (String::new(), PENDING.to_owned()),
        Some(target) => (String::new(), target.to_string()),
        None => (String::new(), String::new()),
    };
    let least = match quota.target.as_ref().map(|target| &target.value) {
        Some(Target::Value(Comparison::AtLeast, amount)) if !verb.is_empty() => Some(amount.to_string()),
        _ => None,
    };
    let (whom, each): (Vec<&str>, Vec<&str>) =
        quota.scope.iter().map(Scope::words).partition(|value| !value.starts_with('每'));
    let per = quota.per_member.iter().map(|member| super::each(&member.value)).collect::<String>();
    let of = quota.of.as_ref().map(|of| format!("对{}", of.value)).unwrap_or_default();
    let rhythm = format!("{}{per}{}{of}{how_often}", rhythm(quota), each.concat());
    let whom = whom.join("、");
    let before = if verb.is_empty() && whom.is_empty() { rhythm.as_str() } else { whom.as_str() };
    Clause {
        who: owners(plan, &quota.by),
        name: format!("{whom}{}", super::unrepeated(before, &name)),
        rhythm,
        verb,
        count,
        least,
    }
}

/// Whether a unit counts occasions: 次, 场.
pub(super) fn counts_occasions(unit: &Unit) -> bool {
    OCCASIONS.contains(&unit.word())
}

/// `每年8月至9月`, `到2020年每学期`.
fn rhythm(quota: &Quota) -> String {
    let every = quota.every.as_ref().map(|every| every.value.to_string()).unwrap_or_default();
    match &quota.when {
        Some(deadline) if deadline.value.sense == Sense::In => format!("{every}{}", when::yearly(&deadline.value.when)),
        Some(deadline) => format!("{}{every}", when::until(&deadline.value)),
        None => every,
    }
}

/// The verb that an occasion needs: 召开 meetings, 组织 contests, 开展 all else.
pub(super) fn verb(name: &str) -> &'static str {
    if REACHED.iter().any(|end| name.ends_with(end)) {
        "实现"
    } else if HELD.iter().any(|end| name.ends_with(end)) {
        "召开"
    } else if SET.iter().any(|end| name.ends_with(end)) {
        "组织"
    } else {
        "开展"
    }
}

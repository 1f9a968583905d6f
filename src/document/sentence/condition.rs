//! Conditions: `对连续两年师德考评处于末位的教师，予以待岗、转岗或者分流。`

use crate::calendar::When;
use crate::plan::Condition;

use super::bare;
use crate::document::Writer;
use crate::document::wording::Wording;

/// Sanctions and rewards named by a noun: they need 予以.
const NOUNS: [&str; 26] = [
    "待岗",
    "转岗",
    "分流",
    "低聘",
    "解聘",
    "辞退",
    "降级",
    "通报",
    "表彰",
    "奖励",
    "处分",
    "警告",
    "诫勉",
    "调整",
    "留校察看",
    "劝退",
    "开除",
    "免职",
    "撤职",
    "问责",
    "约谈",
    "批评",
    "记过",
    "职称降级",
    "清退",
    "处罚",
];

/// What is done about a case, by its verb: it needs 要.
const PURSUED: [&str; 4] = ["追责", "追究", "辅之", "辅以"];

/// The sentence of some conditions.
pub(in crate::document) fn sentence(writer: &Writer, conditions: &[&Condition]) -> Option<String> {
    let clauses = conditions.iter().map(|condition| clause(writer, condition)).collect::<Vec<_>>();
    super::sentence(&clauses, "；")
}

fn clause(writer: &Writer, condition: &Condition) -> String {
    let (plan, words) = (writer.plan, writer.wording);
    let (when, then) = (bare(&condition.when.value), bare(&condition.then.value));
    let (when, then) = joined(when, then);
    let (when, then) = (when.as_str(), then);
    // 奖励 before whom it is given to is a verb of its own: 奖励学校10万元.
    let is_verb = then.starts_with("奖励") && then.contains(|sign: char| sign.is_ascii_digit());
    let given = !is_verb && NOUNS.iter().any(|noun| then.starts_with(noun));
    let then = match then {
        then if given => words.condition_gives(then),
        then if PURSUED.iter().any(|verb| then.starts_with(verb)) => words.condition_pursues(then),
        then => then.to_owned(),
    };
    let within = condition.within.as_ref().map(|time| within(words, &time.value)).unwrap_or_default();
    let lasts = condition.lasts.as_ref().map(|time| words.condition_lasts(&lasts(&time.value))).unwrap_or_default();
    let names_whom = condition.of.as_ref().is_some_and(|of| then.starts_with(bare(&of.value)));
    let then_all = match condition.within.as_ref().and_then(|time| length(&time.value)) {
        // 2周内上汇报课; of several deeds it would bind to the first.
        Some(time) if !then.contains('，') && lasts.is_empty() && !names_whom => words.condition_in_time(&time, &then),
        _ => format!("{then}{within}{lasts}"),
    };
    let fund = condition.fund.map(|id| plan.funds[id].name.value.as_str());
    let about = fund.or(condition.quota.map(|id| plan.quotas[id].name.value.as_str()));
    let about = about.map(|name| format!("{name}：")).unwrap_or_default();
    match condition.of.as_ref().map(|of| bare(&of.value)) {
        // 高中学生严重违反校规的: whom it means is said, and 对…对 never stands twice.
        Some(of) if !when.contains(of) && !then.starts_with('对') => {
            format!("{about}{}", words.condition_of(when, of, &then_all))
        }
        _ => format!("{about}{}", words.condition(when, &then_all)),
    }
}

/// The case and what follows from it, with one 的 behind the whole case: 连续两年末位的，情节严重的 and 待岗 are
/// 连续两年末位，情节严重 and 待岗. A case that the other half begins with belongs to the first.
fn joined<'c>(when: &str, then: &'c str) -> (String, &'c str) {
    let (more, then) = match then.split_once('，') {
        Some((first, rest)) if first.ends_with('的') && !first.starts_with('对') => (Some(first), rest),
        _ => (None, then),
    };
    let clauses = when.split('，').chain(more);
    let clauses = clauses.map(|clause| clause.strip_suffix('的').unwrap_or(clause));
    (clauses.collect::<Vec<_>>().join("，"), then)
}

/// A length of time: `1年`.
fn lasts(time: &When) -> String {
    match time {
        When::Within(count, unit) => unit.counted(*count),
        other => other.to_string(),
    }
}

/// How soon and for how long, for what prose has told without them: `1个月内落实，为期1年`.
pub(in crate::document) fn terms(words: &Wording, soon: Option<&When>, long: Option<&When>) -> String {
    let soon = soon.map(|time| within(words, time)).unwrap_or_default();
    let long = long.map(|time| words.condition_lasts(&lasts(time))).unwrap_or_default();
    soon + &long
}

/// A length of time as prose may tell it.
pub(in crate::document) fn told_length(time: &When) -> String {
    length(time).unwrap_or_else(|| without_end(&time.to_string()).to_owned())
}

/// The time stands last: before the verb it would bind to the first of several. 期限 would say for how long.
fn within(words: &Wording, time: &When) -> String {
    match (time, length(time)) {
        (When::Hole(None), _) => "（时限待定）".to_owned(),
        (_, Some(time)) => words.condition_within(&time),
        (time, None) => format!("（{}内）", without_end(&time.to_string())),
    }
}

/// How long there is to do it, without 内: `2周`; none where it is still open or said in words.
fn length(time: &When) -> Option<String> {
    let time = time.to_string();
    let time = without_end(&time);
    let begins = |first: char| first.is_ascii_digit() || "一二三四五六七八九十两半".contains(first);
    time.starts_with(begins).then(|| time.to_owned())
}

fn without_end(time: &str) -> &str {
    let time = bare(time);
    time.strip_suffix('内').or(time.strip_suffix("之内")).unwrap_or(time)
}

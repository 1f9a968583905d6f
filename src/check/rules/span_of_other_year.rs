//! 学年、年度、学期混用 · School year, year and term mixed
//!
//! ## 中文
//! 按学年安排的方案，表彰、总结却写“本年度”，跨的是另一段日子；落实年度要点的方案只排“本学期”，下半年就没有了着落。
//! 改成同一种年度，或者写明起止。
//!
//! ## English
//! A plan for a school year that speaks of 本年度 means other days, and one that carries out the work of a year but is
//! confined to 本学期 leaves out half of it. Keep to one kind of year, or write dates.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：澜平县第一小学2025—2026学年教学提质方案
//!
//! ## 表彰奖励
//! - 指标：本年度先进教师表彰 1次，在2026年6月
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：澜平县第一小学2025—2026学年教学提质方案
//!
//! ## 表彰奖励
//! - 指标：本学年先进教师表彰 1次，在2026年6月
//! ```
//!
//! ## 依据 · Source
//! 日期冲突

use crate::calendar::When;
use crate::check::times::{SlotKind, slots};
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::Plan;
use crate::source::Spanned;
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "D040",
    name: "span_of_other_year",
    severity: Severity::Info,
    at_issue: Severity::Warning,
    text: include_str!("span_of_other_year.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    let Some((kind, foreign)) = kind_of(plan) else { return };
    for words in words(plan) {
        let Some((at, word)) = foreign.iter().find_map(|word| Some((words.value.find(word)?, *word))) else { continue };
        let message = text!(
            zh: "方案按{kind}安排，这里却写“{word}”，不是同一段时间",
            en: "the plan runs by the {kind}, and “{word}” here means other days"
        );
        out.push(RULE.finding(context.part(words, at..at + word.len()), message).help(text!(
            zh: "改成同一种年度，或者写明起止日期",
            en: "keep to one kind of year, or write dates"
        )));
    }
}

/// What kind of year the plan is for, and the words that mean another; nothing if it does not say.
fn kind_of(plan: &Plan) -> Option<(&'static str, &'static [&'static str])> {
    let period = plan.period.as_ref().and_then(|period| match &period.value {
        When::Hole(Some(words)) | When::Words(words) => Some(words.clone()),
        When::Hole(None) => None,
        // 2026-2027学年 is a time, which says its kind as it is written.
        time => Some(time.to_string()),
    });
    let title = plan.title.iter().map(|title| title.value.as_str());
    let own: Vec<&str> = title.chain(period.as_deref()).collect();
    let says = |word: &str| own.iter().any(|words| words.contains(word));
    if says("学期") {
        return Some(("学期", &["本年度", "本学年"]));
    }
    if says("学年") {
        return Some(("学年", &["本年度"]));
    }
    let carried_out = plan.bases.iter().filter(|basis| basis.relation.is_some()).map(|basis| &basis.title.value);
    let is_yearly = |words: &str| {
        ["年工作要点", "年度工作要点", "年度工作计划", "年工作计划"].iter().any(|word| words.contains(word))
    };
    (own.into_iter().any(is_yearly) || carried_out.into_iter().any(|title| is_yearly(title)))
        .then_some(("年度", &["本学期", "本学年"] as &[_]))
}

/// The names and times that say for when: not prose, which also tells of other years.
fn words(plan: &Plan) -> Vec<Spanned<&str>> {
    let quotas = plan.quotas.iter().map(|quota| &quota.name);
    let titles = plan.measures.iter().map(|measure| &measure.title).chain(plan.goals.iter().map(|goal| &goal.title));
    let named = quotas.chain(titles).map(|words| Spanned::new(words.value.as_str(), words.span));
    let timed = slots(plan).into_iter().filter(|slot| slot.kind.is_schedule() && slot.kind != SlotKind::Period);
    let timed = timed.filter_map(|slot| match slot.when {
        When::Hole(Some(words)) | When::Words(words) => Some(Spanned::new(words.as_str(), slot.span)),
        _ => None,
    });
    let mut all: Vec<_> = named.chain(timed).collect();
    all.sort_by_key(|words| words.span);
    all.dedup_by_key(|words| words.span);
    all
}

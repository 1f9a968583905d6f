//! 所引文件的年数与起止不符 · A cited document whose years do not add up
//!
//! ## 中文
//! 引用的文件标题写“六年”，括注或者后面写的起止却不是六年，多半是抄错了。请对照原文；原文如此的，关掉这一处的检查
//! 并写明理由。
//!
//! ## English
//! The title of a cited document says six years (六年), but the years beside it are not six: probably a copying slip.
//! Compare the original; if it really reads so, switch the rule off here and say so.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：某县义务教育提质方案
//! - 依据：《某市提升教学质量六年行动计划（2016—2020年）》，上位
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：某县义务教育提质方案
//! - 依据：《某市提升教学质量六年行动计划（2016—2021年）》，2016年至2021年，上位
//! ```
//!
//! ## 依据 · Source
//! C09；标题与起止互相印证

use crate::calendar::{Interval, When};
use crate::check::{Context, Rule, years};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::Basis;
use crate::source::Span;
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "D016",
    name: "basis_years_differ",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("basis_years_differ.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for basis in context.plan.bases.iter() {
        if let Some(finding) = other_time(context, basis) {
            out.push(finding);
            continue;
        }
        let Some(stated) = years::stated_years(&basis.title.value) else { continue };
        let wrong = stretches(context, basis).find(|(_, when)| years::is_other_length(when, stated.count));
        let Some((span, length)) = wrong.and_then(|(span, when)| Some((span, years::length(&when)?))) else { continue };
        let (title, count, zh, en) = (&basis.title.value, stated.count, length.zh(), length.en());
        let words = &title[stated.at.clone()];
        let message = text!(
            zh: "《{title}》标题写“{words}”，起止却是{zh}",
            en: "the title of “{title}” says {count} years, but there are {en}"
        );
        let finding = RULE.finding(context.part_of(&basis.title, stated.at.clone()), message);
        out.push(finding.related(span, text!(zh: "这里是{zh}", en: "{en} here")).help(text!(
            zh: "对照所引文件的原文，改正标题或者起止年份",
            en: "compare the original and correct the title or the years"
        )));
    }
}

/// What is told of a document whose title names other years than the line, where the title does not contradict itself.
fn other_time(context: &Context, basis: &Basis) -> Option<Diagnostic> {
    let (range, time) = (years::year_range(&basis.title.value)?, basis.time.as_ref()?);
    let (named, stated) = (range.when.interval()?, time.value.interval()?);
    let ends = |days: Interval| (days.first.year(), days.last.year());
    let is_sound =
        years::stated_years(&basis.title.value).is_none_or(|stated| !years::is_other_length(&range.when, stated.count));
    if ends(named) == ends(stated) || !is_sound {
        return None;
    }
    let (title, words, when) = (&basis.title.value, &basis.title.value[range.at.clone()], &time.value);
    let message = text!(
        zh: "《{title}》标题写{words}，后面的起止却写{when}",
        en: "the title of “{title}” names {words}, the line {when}"
    );
    let place = context.part_of(&basis.title, range.at);
    let found =
        RULE.finding(time.span, message).related(place, text!(zh: "标题里的起止", en: "the years of the title"));
    Some(found.help(text!(
        zh: "对照所引文件的原文，改正标题或者起止年份",
        en: "compare the original and correct the title or the years"
    )))
}

/// The range in the title and the time written after it.
fn stretches(context: &Context, basis: &Basis) -> impl Iterator<Item = (Span, When)> {
    let range = years::year_range(&basis.title.value);
    let range = range.map(|range| (context.part_of(&basis.title, range.at), range.when));
    let time = basis.time.as_ref().map(|time| (time.span, time.value.clone()));
    range.into_iter().chain(time)
}

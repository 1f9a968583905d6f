//! 正文里的期限没有年份 · A deadline in prose without a year
//!
//! ## 中文
//! 方案跨几个年度，正文里只写“年底前”“6月底前”，看不出是哪一年。写明年份；每年都要做的，写“每年”。同一段里已有
//! 年份的、写在一年以内的阶段里的不提示。
//!
//! ## English
//! In a plan of several years, 年底前 or 6月底前 does not say which year. Name it, or write 每年 for what comes
//! round. A paragraph that names a year is not told.
//!
//! ## 错 · Wrong
//! ```plan
//! # 某县义务教育提质方案
//! - 期限：2026年1月至2028年12月
//!
//! 各校在6月底前完成校舍排查。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 某县义务教育提质方案
//! - 期限：2026年1月至2028年12月
//!
//! 各校在2027年6月底前完成校舍排查。
//! ```
//!
//! ## 依据 · Source
//! C62

use std::collections::BTreeSet;

use crate::calendar::Interval;
use crate::check::passages::Passage;
use crate::check::pattern::{Hit, Pattern};
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::{Part, Plan};
use crate::source::Span;
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W204",
    name: "deadline_without_year",
    severity: Severity::Info,
    at_issue: Severity::Warning,
    text: include_str!("deadline_without_year.rs"),
    run,
};

pub(in crate::check) static FORM: Pattern = Pattern::new(
    &["底前", "底之前", "月前", "月之前", "份前", "份之前", "日前", "日之前", "旬前", "旬之前"],
    "(?:年底|(?:1[0-2]|[1-9])月(?:底|份|[0-9]{1,2}日|上旬|中旬|下旬)?)(?:之?前)",
);
/// What shows which year is meant, or that it is every year.
static YEAR: Pattern =
    Pattern::new(&[], "[0-9]{4}|各年|逐年|当年|同年|次年|翌年|上年|本年|今年|明年|届|常年|历年|\u{fffc}");

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let Some(days) = context.plan.period.as_ref().and_then(|period| period.value.interval()) else { return };
    if days.first.year() == days.last.year() {
        return;
    }
    let dated = dated(context.plan);
    let is_open = |passage: &&Passage| passage.is_prose && !dated.contains(&passage.whole);
    for passage in context.holding(&FORM).filter(is_open) {
        if YEAR.all_hits(passage).next().is_some() {
            continue;
        }
        for hit in FORM.hits(passage).filter(|hit| is_limit(passage, hit)) {
            let words = hit.text();
            let message = text!(zh: "“{words}”没有写年份", en: "“{words}” does not say which year");
            let help = text!(
                zh: "写明年份，如“2027年6月底前”；每年都做的写“每年”",
                en: "name the year, as in 2027年6月底前, or write 每年"
            );
            out.push(RULE.finding(passage.span(hit.at()), message).help(help));
        }
    }
}

/// Whether it is a deadline of one year: 10月1日前后 is none.
fn is_limit(passage: &Passage, hit: &Hit) -> bool {
    !hit.rest().starts_with(['后', '往', '来', '夕']) && !comes_round(passage, hit.at().start)
}

/// Whether the sentence says that it is of every year or month, or of a term.
fn comes_round(passage: &Passage, at: usize) -> bool {
    let sentence = passage.text[..at].rsplit(['。', '；', '！', '？']).next().unwrap_or_default();
    ["每", "年度", "学年", "学期"].iter().any(|word| sentence.contains(word))
}

/// The paragraphs of phases, whose times say the year.
fn dated(plan: &Plan) -> BTreeSet<Span> {
    let is_of_one_year = |days: Interval| days.first.year() == days.last.year();
    let within = plan
        .phases
        .iter()
        .filter(|phase| phase.time.as_ref().and_then(|time| time.value.interval()).is_none_or(is_of_one_year));
    let bodies = within.flat_map(|phase| &phase.body);
    bodies
        .filter_map(|part| match part {
            Part::Prose(prose) => Some(prose.span),
            _ => None,
        })
        .collect()
}

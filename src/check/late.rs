//! What lies after the end of the plan, told one by one or, where it is much, once.
//!
//! If a good many times are late, the period is more likely to be wrong than all of them.

use crate::calendar::Date;
use crate::diagnostic::{Diagnostic, Text};
use crate::source::{Span, Spanned};
use crate::text;

use super::{Rule, times};

/// A time after the end of the plan.
pub(super) struct Late {
    /// Where it is written.
    pub span: Span,
    /// What it is the time of.
    pub subject: Text,
    /// The time.
    pub when: String,
}

/// The most times that are told one by one.
const MANY: usize = 3;

/// The findings of `rule` on times after `end`, with `help` for a single one.
pub(super) fn findings(rule: &Rule, end: Spanned<Date>, late: Vec<Late>, help: &Text) -> Vec<Diagnostic> {
    let (day, last, count) = (end.value, times::in_words(end.value), late.len());
    if count > MANY {
        let message = text!(
            zh: "方案到{last}为止，却有{count}处时间在此之后",
            en: "the plan ends on {day}, but {count} times are after that"
        );
        let places = late.into_iter().take(MANY);
        let finding = places.fold(rule.finding(end.span, message), |finding, late| {
            let (zh, en, when) = (late.subject.zh, late.subject.en, late.when);
            finding.related(late.span, text!(zh: "{zh}是{when}", en: "{en} is {when}"))
        });
        return vec![finding.help(text!(
            zh: "先核对期限；期限无误的，逐处提前",
            en: "check the period first; if it is right, bring each of them forward"
        ))];
    }
    let single = late.into_iter().map(|late| {
        let (zh, en, when) = (late.subject.zh, late.subject.en, late.when);
        let message = text!(
            zh: "{zh}（{when}）在方案期限之后，方案到{last}为止",
            en: "{en}, {when}, is after the end of the plan on {day}"
        );
        let place = text!(zh: "期限在这里", en: "the period is here");
        rule.finding(late.span, message).related(end.span, place).help(help.clone())
    });
    single.collect()
}

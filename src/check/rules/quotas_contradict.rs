//! 同一指标的两处要求互相矛盾 · Two quotas that no value can meet
//!
//! ## 中文
//! 同一指标、同一范围、同一时间，一处要求不低于95%，另一处要求不超过90%，没有哪个数能同时做到。
//!
//! ## English
//! One indicator, one scope, one time: if one place asks for at least 95% and another for at most 90%, no value meets both.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：某县义务教育提质三年行动方案
//! # 口径
//! - 体质健康达标率，率
//!
//! ## 工作目标
//! - 指标：体质健康达标率 不低于95%，到2026年
//!
//! ## 工作要求
//! - 指标：体质健康达标率 不超过90%，到2026年
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：某县义务教育提质三年行动方案
//! # 口径
//! - 体质健康达标率，率
//!
//! ## 工作目标
//! - 指标：体质健康达标率 不低于90%，到2026年
//!
//! ## 工作要求
//! - 指标：体质健康达标率 不超过95%，到2026年
//! ```
//!
//! ## 依据 · Source
//! C158；C169

use std::collections::BTreeMap;

use crate::check::level::{Level, title};
use crate::check::words::words;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::quantity::Decimal;
use crate::text;

/// The strictest demands met so far for one thing.
#[derive(Default)]
struct Strictest<'a> {
    least: Option<(Decimal, Level<'a>)>,
    most: Option<(Decimal, Level<'a>)>,
}

/// The rule.
pub static RULE: Rule = Rule {
    code: "Q007",
    name: "quotas_contradict",
    severity: Severity::Error,
    at_issue: Severity::Error,
    text: include_str!("quotas_contradict.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let mut seen: BTreeMap<_, Strictest> = BTreeMap::new();
    for level in context.levels() {
        let (Some(key), Some((low, high))) = (level.key(context.plan), level.bounds()) else { continue };
        let strictest = seen.entry((key, level.kind())).or_default();
        // Ends that meet leave nothing between them if one of the two demands is strict.
        let parts = |low: Decimal, high: Decimal, other: &Level| {
            low > high || low == high && (level.target.value.is_strict() || other.target.value.is_strict())
        };
        let below = strictest.most.as_ref().filter(|(most, other)| low.is_some_and(|low| parts(low, *most, other)));
        let above =
            strictest.least.as_ref().filter(|(least, other)| high.is_some_and(|high| parts(*least, high, other)));
        if let Some((_, other)) = below.or(above) {
            out.push(finding(&level, other));
            continue;
        }
        let is_strict = level.target.value.is_strict();
        if let Some(low) =
            low.filter(|low| strictest.least.as_ref().is_none_or(|(least, _)| low > least || low == least && is_strict))
        {
            strictest.least = Some((low, level.clone()));
        }
        if let Some(high) =
            high.filter(|high| strictest.most.as_ref().is_none_or(|(most, _)| high < most || high == most && is_strict))
        {
            strictest.most = Some((high, level));
        }
    }
}

fn finding(level: &Level, other: &Level) -> Diagnostic {
    let (name, (this, this_en), (that, that_en)) =
        (title(level.quota), words(&level.target.value), words(&other.target.value));
    let message = text!(
        zh: "“{name}”这里要求{this}，另一处要求{that}，不能同时做到",
        en: "“{name}” is asked for twice at odds: {this_en} here, {that_en} elsewhere"
    );
    let found = RULE.finding(level.span(), message);
    let found = found.related(other.span(), text!(zh: "另一处在这里", en: "the other demand is here"));
    found.help(text!(
        zh: "留下一个；范围或时间不同的，写出各自的范围或时间",
        en: "keep one; if scope or time differ, write them"
    ))
}

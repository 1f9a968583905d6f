//! 各部分占比之和超过100% · Shares that make more than the whole
//!
//! ## 中文
//! 同一笔资金的各部分占比相加，不能超过100%。
//!
//! ## English
//! The shares of one whole cannot add up to more than 100%.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：某县义务教育提质三年行动方案
//! ## 经费保障
//! - 经费：省级补助 300万元，每年，占学前教育经费60%
//! - 经费：县级配套 250万元，每年，占学前教育经费50%
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：某县义务教育提质三年行动方案
//! ## 经费保障
//! - 经费：省级补助 300万元，每年，占学前教育经费60%
//! - 经费：县级配套 200万元，每年，占学前教育经费40%
//! ```
//!
//! ## 依据 · Source
//! C94

use crate::check::funds::wholes;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::quantity::{Decimal, plain};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "Q014",
    name: "shares_over_whole",
    severity: Severity::Warning,
    at_issue: Severity::Error,
    text: include_str!("shares_over_whole.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for whole in wholes(context.plan) {
        let Some(sum) = whole.sum().filter(|sum| *sum > Decimal::ONE_HUNDRED) else { continue };
        let (of, written, sum) = (whole.name, whole.written(), plain(sum));
        let message = text!(
            zh: "“{of}”各部分占比相加是{sum}%，超过了100%：{written}",
            en: "the shares of “{of}” add up to {sum}%, more than the whole: {written}"
        );
        let mut shares = whole.shares();
        let Some(last) = shares.next() else { continue };
        let mut found = RULE.finding(last.span, message);
        for share in shares {
            let percent = share.percent;
            found = found.related(share.span, text!(zh: "占{percent}%", en: "{percent}%"));
        }
        out.push(found.help(text!(
            zh: "核对各部分的占比",
            en: "check each share"
        )));
    }
}

//! 各部分占比之和不足100% · Shares that do not make the whole
//!
//! ## 中文
//! 同一笔资金写了两个以上部分的占比，相加不足100%，不是漏了一部分，就是数字有误。只写一个部分的不在此列。
//!
//! ## English
//! If two or more shares of one whole are given and they make less than 100%, either a part is missing or a number is wrong.
//! A single share is left alone.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：某县义务教育提质三年行动方案
//! ## 经费保障
//! - 经费：绩效奖励政府部分 112万元，每年，占绩效奖励基金20%
//! - 经费：绩效奖励教师部分 392万元，每年，占绩效奖励基金70%
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：某县义务教育提质三年行动方案
//! ## 经费保障
//! - 经费：绩效奖励政府部分 112万元，每年，占绩效奖励基金20%
//! - 经费：绩效奖励教师部分 448万元，每年，占绩效奖励基金80%
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
    code: "Q015",
    name: "shares_short_of_whole",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("shares_short_of_whole.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for whole in wholes(context.plan) {
        let Some(sum) = whole.sum().filter(|sum| *sum < Decimal::ONE_HUNDRED) else { continue };
        let (of, written, sum) = (whole.name, whole.written(), plain(sum));
        let message = text!(
            zh: "“{of}”各部分占比相加是{sum}%，不足100%：{written}",
            en: "the shares of “{of}” add up to {sum}%, less than the whole: {written}"
        );
        let mut shares = whole.shares();
        let Some(last) = shares.next() else { continue };
        let mut found = RULE.finding(last.span, message);
        for share in shares {
            let percent = share.percent;
            found = found.related(share.span, text!(zh: "占{percent}%", en: "{percent}%"));
        }
        out.push(found.help(text!(
            zh: "补上漏写的部分，或核对占比",
            en: "add the part that is missing, or check each share"
        )));
    }
}

//! 各部分占比之和不足100% · Shares that do not make the whole
//!
//! ## 中文
//! 同一笔资金写了两个以上部分的占比，或者写了几方各承担多少，相加不足100%，不是漏了一部分、一方，就是数字有误。只写一个
//! 部分、一方的不在此列。
//!
//! ## English
//! If two or more shares of one whole, or of those who pay for it, are given and they make less than 100%, either one is
//! missing or a number is wrong. A single share is left alone.
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
    of_payers(context, out);
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

/// Money whose payers, each with a share, do not bear all of it.
fn of_payers(context: &Context, out: &mut Vec<Diagnostic>) {
    for fund in context.plan.funds.iter() {
        let ([first, .., last], false) =
            (fund.payers.as_slice(), fund.payers.iter().any(|each| each.percent.is_zero()))
        else {
            continue;
        };
        let sum = fund.payers.iter().try_fold(Decimal::ZERO, |sum, each| sum.checked_add(each.percent));
        let Some(sum) = sum.filter(|sum| *sum < Decimal::ONE_HUNDRED).map(plain) else { continue };
        let name = &fund.name.value;
        let written = fund.payers.iter().map(|each| format!("{}%", plain(each.percent))).collect::<Vec<_>>().join("＋");
        let message = text!(
            zh: "“{name}”几方承担的比例相加是{sum}%，不足100%：{written}",
            en: "the shares of those who pay “{name}” add up to {sum}%, less than the whole: {written}"
        );
        let place = first.name.span.to(last.name.span);
        out.push(RULE.finding(place, message).help(text!(
            zh: "补上漏写的一方，或核对比例",
            en: "add who is missing, or check each share"
        )));
    }
}

//! 月份有的用汉字、有的用数字 · Months in Han numerals and in digits
//!
//! ## 中文
//! 同一份方案里，月份要么都写“4月份”，要么都写“四月份”。公文里的月份用阿拉伯数字。每份方案只提示一次。
//!
//! ## English
//! One plan writes its months one way: 4月份 or 四月份, and official papers use digits. Told once a plan.
//!
//! ## 错 · Wrong
//! ```plan
//! # 某县义务教育提质方案
//!
//! 三月份开好动员会，4月份检查备课。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 某县义务教育提质方案
//!
//! 3月份开好动员会，4月份检查备课。
//! ```
//!
//! ## 依据 · Source
//! C55；GB/T 15835—2011，4.1

use crate::check::passages::Passage;
use crate::check::pattern::{Hit, Pattern};
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W209",
    name: "months_mixed",
    severity: Severity::Info,
    at_issue: Severity::Warning,
    text: include_str!("months_mixed.rs"),
    run,
};

pub(in crate::check) static HAN: Pattern = Pattern::new(&["月"], "[一二三四五六七八九十]{1,2}月份?");
pub(in crate::check) static DIGITS: Pattern = Pattern::with_digit(&["月"], "[0-9]{1,2}月份?");

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let in_han = context
        .holding(&HAN)
        .filter(|passage| passage.is_prose)
        .flat_map(|passage| HAN.hits(passage).filter(|hit| is_month(passage, hit)).map(move |hit| (passage, hit)))
        .next();
    let in_digits = context
        .holding(&DIGITS)
        .filter(|passage| passage.is_prose)
        .flat_map(|passage| DIGITS.hits(passage).map(move |hit| (passage, hit)))
        .next();
    let (Some((passage, han)), Some((other, digits))) = (in_han, in_digits) else { return };
    let (written, other_written) = (han.text(), digits.text());
    let message = text!(
        zh: "月份有的用汉字（“{written}”），有的用数字（“{other_written}”）",
        en: "months are written both in Han numerals ({written}) and in digits ({other_written})"
    );
    out.push(
        RULE.finding(passage.span(han.at()), message)
            .related(other.span(digits.at()), text!(zh: "这里用数字", en: "here it is in digits"))
            .help(text!(zh: "月份都用阿拉伯数字", en: "write all months in digits")),
    );
}

/// Whether it is a month by itself: no part of a date with its year, nor of a festival such as 三月三; 每年九月 is one.
fn is_month(passage: &Passage, hit: &Hit) -> bool {
    let is_numeral = |sign: char| "〇一二三四五六七八九十".contains(sign);
    let is_part = |sign: char| is_numeral(sign) || sign == '第';
    let year = passage.text[..hit.at().start].strip_suffix('年').and_then(|before| before.chars().next_back());
    let is_of_year = year.is_some_and(|sign| is_numeral(sign) || sign.is_ascii_digit());
    !is_of_year && !hit.before().is_some_and(is_part) && !hit.after().is_some_and(|sign| is_part(sign) || sign == '年')
}

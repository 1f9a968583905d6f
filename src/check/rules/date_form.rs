//! 日期写法不规范 · The form of a date
//!
//! ## 中文
//! 公文里的日期用阿拉伯数字写全年、月、日：2026年3月5日。不用点、横线、斜线代替，不编虚位（03月），一个日期里不混用汉
//! 字数字，“日”不写作“号”。
//!
//! ## English
//! A date in an official paper is 2026年3月5日: no dots, hyphens or slashes, no leading zeros, no Han numerals among
//! digits, and 日 rather than 号.
//!
//! ## 错 · Wrong
//! ```plan
//! # 某县义务教育提质方案
//!
//! 方案自2026.3.5起实施，2026年06月底前总结。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 某县义务教育提质方案
//!
//! 方案自2026年3月5日起实施，2026年6月底前总结。
//! ```
//!
//! ## 依据 · Source
//! C55、C56、C58、C59；GB/T 9704—2012，7.3.5.4；GB/T 15835—2011

use crate::check::passages::Passage;
use crate::check::pattern::{Hit, Pattern};
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::quantity::han_integer;
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W201",
    name: "date_form",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("date_form.rs"),
    run,
};

pub(in crate::check) static SIGNS: Pattern =
    Pattern::with_digit(&[".", "/", "-"], "((?:19|20)[0-9]{2})[./-]([0-9]{1,2})[./-]([0-9]{1,2})(?:日)?");
pub(in crate::check) static ZERO: Pattern = Pattern::with_digit(&["年0", "月0"], "[年月](0)[1-9][月日]");
pub(in crate::check) static HAN: Pattern = Pattern::with_digit(
    &[
        "年一", "年二", "年三", "年四", "年五", "年六", "年七", "年八", "年九", "年十", "月一", "月二", "月三", "月四",
        "月五", "月六", "月七", "月八", "月九", "月十",
    ],
    "[0-9]年([一二三四五六七八九十]{1,2})月|[0-9]月([一二三四五六七八九十]{1,3})日",
);
pub(in crate::check) static DAY: Pattern =
    Pattern::with_digit(&["号"], "[0-9]月[0-9]{1,2}(号)(?:[前后起至到，。、；）]|$)");

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for passage in context.holding(&SIGNS) {
        out.extend(SIGNS.hits(passage).filter_map(|hit| with_signs(passage, &hit)));
    }
    for passage in context.holding(&ZERO) {
        for hit in ZERO.hits(passage) {
            let message = text!(zh: "日期编了虚位“0”", en: "the date has a leading zero");
            let help = text!(zh: "删去“0”，如“3月5日”", en: "take the 0 away, as in 3月5日");
            let title = text!(zh: "删去“0”", en: "take the 0 away");
            let span = passage.span(hit.place(1));
            out.push(RULE.finding(span, message).help(help).fix(title, span, ""));
        }
    }
    for passage in context.holding(&HAN) {
        out.extend(HAN.hits(passage).filter_map(|hit| with_han(passage, &hit)));
    }
    for passage in context.holding(&DAY) {
        for hit in DAY.hits(passage) {
            let message = text!(zh: "日期里的“日”写成了“号”", en: "the day of the date is written as 号");
            let help = text!(zh: "公文写“日”", en: "official papers write 日");
            let title = text!(zh: "改为“日”", en: "make it 日");
            let span = passage.span(hit.place(1));
            out.push(RULE.finding(span, message).help(help).fix(title, span, "日"));
        }
    }
}

fn with_signs(passage: &Passage, hit: &Hit) -> Option<Diagnostic> {
    let is_part = |sign: Option<char>| sign.is_some_and(|sign| sign.is_ascii_alphanumeric() || "./-_".contains(sign));
    let number = |group| hit.part(group).parse::<u8>().ok();
    let (month, day) = (number(2)?, number(3)?);
    if is_part(hit.before()) || is_part(hit.after()) || !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    let (whole, year) = (hit.text(), hit.part(1));
    let right = format!("{year}年{month}月{day}日");
    let message =
        text!(zh: "日期“{whole}”没有写成年、月、日", en: "the date {whole} is not written with 年, 月 and 日");
    let help = text!(zh: "写作“{right}”", en: "write {right}");
    let title = text!(zh: "改为“{right}”", en: "change it to {right}");
    let span = passage.span(hit.at());
    Some(RULE.finding(span, message).help(help).fix(title, span, right))
}

fn with_han(passage: &Passage, hit: &Hit) -> Option<Diagnostic> {
    let group = if hit.part(1).is_empty() { 2 } else { 1 };
    let number = han_integer(hit.part(group)).filter(|number| (1..=31).contains(number))?;
    // 三月三 is a festival, not a date.
    let is_festival =
        group == 1 && (number > 12 || hit.after().is_some_and(|sign| "一二三四五六七八九十".contains(sign)));
    let span = passage.span(hit.place(group));
    let message = text!(zh: "一个日期里混用阿拉伯数字和汉字数字", en: "the date mixes digits and Han numerals");
    let help = text!(zh: "写作“{number}”", en: "write {number}");
    let title = text!(zh: "改为“{number}”", en: "make it {number}");
    (!is_festival).then(|| RULE.finding(span, message).help(help).fix(title, span, number.to_string()))
}

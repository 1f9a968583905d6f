//! 年份用了汉字数字 · A year in Han numerals
//!
//! ## 中文
//! 公文里的公历年份用阿拉伯数字。“二〇二六年”写作“2026年”；“二○”的圈和“二0”的零尤其容易写错。
//!
//! ## English
//! Years of the common era are written in digits: 2026年 rather than 二〇二六年, the zero of which is easily the
//! wrong sign.
//!
//! ## 错 · Wrong
//! ```plan
//! # 某县义务教育提质方案
//!
//! 到二〇二八年，全县消除大班额。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 某县义务教育提质方案
//!
//! 到2028年，全县消除大班额。
//! ```
//!
//! ## 依据 · Source
//! C55；GB/T 15835—2011，4.1

use crate::check::pattern::Pattern;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W202",
    name: "date_in_han",
    severity: Severity::Info,
    at_issue: Severity::Warning,
    text: include_str!("date_in_han.rs"),
    run,
};

pub(in crate::check) static FORM: Pattern = Pattern::new(
    &["一九", "二九", "一〇", "二〇", "一○", "二○", "一零", "二零", "一0", "二0", "一O", "二O", "一o", "二o"],
    "([一二][〇○零0Oo九][〇○零0Oo一二三四五六七八九][〇○零0Oo一二三四五六七八九])年",
);

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for passage in context.holding(&FORM).filter(|passage| passage.is_prose) {
        for hit in FORM.hits(passage) {
            let digits: String = hit.part(1).chars().map(digit).collect();
            if !(digits.starts_with("19") || digits.starts_with("20")) || hit.before().is_some_and(is_numeral) {
                continue;
            }
            let (written, span) = (hit.part(1), passage.span(hit.place(1)));
            let message = text!(zh: "年份“{written}”用了汉字数字，公文的年份用阿拉伯数字", en: "the year {written} is in Han numerals; papers write years in digits");
            let help = text!(zh: "写作“{digits}”", en: "write {digits}");
            let title = text!(zh: "改为“{digits}”", en: "make it {digits}");
            out.push(RULE.finding(span, message).help(help).fix(title, span, digits));
        }
    }
}

fn is_numeral(sign: char) -> bool {
    "〇一二三四五六七八九十百千第".contains(sign)
}

fn digit(sign: char) -> char {
    "〇一二三四五六七八九".chars().zip('0'..='9').find(|(han, _)| *han == sign).map_or('0', |(_, digit)| digit)
}

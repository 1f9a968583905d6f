//! 小数点写法不对 · A decimal point that is none
//!
//! ## 中文
//! “99、6%”“99．6%”是把小数点打成了别的标点；“.5万元”缺了整数位的0。两个数并列的，每个数都带百分号：80%、90%。
//!
//! ## English
//! 99、6% has another mark where the decimal point belongs; .5万元 lacks its zero. Of two numbers side by side each
//! has its own sign: 80%、90%.
//!
//! ## 错 · Wrong
//! ```plan
//! # 某县义务教育提质方案
//!
//! 入园率达到99、6%。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 某县义务教育提质方案
//!
//! 入园率达到99.6%。
//! ```
//!
//! ## 依据 · Source
//! C85；GB/T 15835—2011，5.1

use crate::check::passages::is_han;
use crate::check::pattern::Pattern;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W305",
    name: "decimal_mark",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("decimal_mark.rs"),
    run,
};

pub(in crate::check) static MARK: Pattern = Pattern::with_digit(
    &[
        "、0", "、1", "、2", "、3", "、4", "、5", "、6", "、7", "、8", "、9", "。0", "。1", "。2", "。3", "。4", "。5",
        "。6", "。7", "。8", "。9", "．0", "．1", "．2", "．3", "．4", "．5", "．6", "．7", "．8", "．9",
    ],
    "[0-9]{1,3}(?:([、。．])[0-9]{1,2}[%％]|(。)[0-9]{1,2}(?:分|倍|个百分点|万|亿))",
);
pub(in crate::check) static BARE: Pattern = Pattern::with_digit(&["."], "(\\.)[0-9]{1,2}(?:[%％万亿倍]|个百分点)");

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for passage in context.holding(&MARK) {
        for hit in MARK.hits(passage) {
            if hit.before().is_some_and(|sign| sign.is_ascii_digit() || "、.～~-—".contains(sign)) {
                continue;
            }
            let group = if hit.part(1).is_empty() { 2 } else { 1 };
            let (whole, mark, span) = (hit.text(), hit.part(group), passage.span(hit.place(group)));
            let message =
                text!(zh: "“{whole}”里的小数点写成了“{mark}”", en: "“{whole}” has {mark} for a decimal point");
            let help = text!(
                zh: "是小数的，用“.”；是两个数的，每个数都写百分号",
                en: "write a dot, or if two numbers are meant, the sign with each"
            );
            out.push(RULE.finding(passage.span(hit.at()), message).help(help).guess(
                text!(zh: "改为“.”", en: "make it a dot"),
                span,
                ".",
            ));
        }
    }
    for passage in context.holding(&BARE) {
        for hit in BARE.hits(passage).filter(|hit| hit.before().is_some_and(is_lead)) {
            let (whole, at) = (hit.text(), hit.at().start);
            let message = text!(zh: "小数“{whole}”缺整数位的0", en: "the decimal {whole} lacks its zero");
            let help = text!(zh: "写作“0{whole}”", en: "write 0{whole}");
            let title = text!(zh: "补上“0”", en: "add the 0");
            out.push(RULE.finding(passage.span(hit.at()), message).help(help).guess(title, passage.span(at..at), "0"));
        }
    }
}

/// Whether it may stand before a number, and is no number of an item itself.
fn is_lead(sign: char) -> bool {
    (is_han(sign) && !"一二三四五六七八九十".contains(sign)) || "，、（".contains(sign)
}

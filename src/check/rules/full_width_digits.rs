//! 全角数字 · Full-width digits
//!
//! ## 中文
//! 数字、小数点和百分号用半角。全角的“３６”排出来比汉字还稀，查找、统计时也对不上。
//!
//! ## English
//! Digits, the decimal point and the percent sign are half-width. Full-width ones look loose on the page and are not
//! found by a search.
//!
//! ## 错 · Wrong
//! ```plan
//! # 某县义务教育提质方案
//!
//! 全县有小学３６所。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 某县义务教育提质方案
//!
//! 全县有小学36所。
//! ```
//!
//! ## 依据 · Source
//! C75；GB/T 15835—2011，5.1

use crate::check::pattern::{Hit, Pattern};
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W301",
    name: "full_width_digits",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("full_width_digits.rs"),
    run,
};

pub(in crate::check) static FORM: Pattern =
    Pattern::new(&["０", "１", "２", "３", "４", "５", "６", "７", "８", "９"], "[０-９]+(?:[．.][０-９]+)*％?");

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for passage in context.holding(&FORM) {
        for hit in FORM.hits(passage).filter(|hit| !is_mark(hit)) {
            let (wide, span) = (hit.text(), passage.span(hit.at()));
            let narrow: String = wide.chars().map(half_width).collect();
            let message = text!(zh: "“{wide}”是全角数字", en: "“{wide}” is in full-width digits");
            let help = text!(zh: "写作“{narrow}”", en: "write {narrow}");
            out.push(RULE.finding(span, message).help(help).fix(
                text!(zh: "改为半角", en: "make it half-width"),
                span,
                narrow,
            ));
        }
    }
}

/// Whether it is the number of an item or the year of a document number, which have rules of their own.
fn is_mark(hit: &Hit) -> bool {
    let is_in = |signs: &str, sign: Option<char>| sign.is_some_and(|sign| signs.contains(sign));
    let is_item = hit.at().start == 0 && is_in("、．.）)", hit.after());
    is_item || (is_in("（(〔[【［", hit.before()) && is_in("）)〕]】］", hit.after()))
}

fn half_width(sign: char) -> char {
    let code = u32::from(sign);
    if (0xff01..=0xff5e).contains(&code) { char::from_u32(code - 0xfee0).unwrap_or(sign) } else { sign }
}

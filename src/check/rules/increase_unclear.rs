//! “增长到”还是“增长了” · An increase to or by
//!
//! ## 中文
//! “由10所增长了30所”，是增加到30所，还是增加30所变成40所？写明起点的，用“增加到”；只说增量的，不写起点。
//!
//! ## English
//! 由10所增长了30所 may mean up to 30 or up by 30. With a starting value write 增加到; for the increase alone leave
//! the start out.
//!
//! ## 错 · Wrong
//! ```plan
//! # 某县义务教育提质方案
//!
//! 寄宿制学校由10所增加了30所。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 某县义务教育提质方案
//!
//! 寄宿制学校由10所增加到30所。
//! ```
//!
//! ## 依据 · Source
//! C83

use crate::check::pattern::{Pattern, number, units};
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W105",
    name: "increase_unclear",
    severity: Severity::Info,
    at_issue: Severity::Warning,
    text: include_str!("increase_unclear.rs"),
    run,
};

pub(in crate::check) static FORM: Pattern = Pattern::with_digit(
    &["增加", "增长", "提高", "提升", "上升", "扩大", "减少", "下降", "降低"],
    concat!(
        "(?:由|从)(?:(?:19|20)[0-9]{2}年)?[^，。；由从0-9]{0,12}",
        number!(),
        units!(),
        "((?:增加|增长|提高|提升|上升|扩大|减少|下降|降低)了?)",
        number!()
    ),
)
.beside(&["由", "从"]);

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for passage in context.holding(&FORM) {
        for hit in FORM.hits(passage) {
            let (verb, place) = (hit.part(1), passage.span(hit.place(1)));
            let stem = verb.trim_end_matches('了');
            let message = text!(zh: "只写“{stem}”，前面又有起点，看不出是“{stem}到”还是“{stem}了”", en: "with a starting value, {verb} may mean to or by");
            let help = text!(zh: "写“{stem}到”；只说增减量的，删去起点", en: "write {stem}到, or leave the start out");
            let title = text!(zh: "改为“{stem}到”", en: "make it {stem}到");
            let edit = format!("{stem}到");
            out.push(RULE.finding(place, message).help(help).guess(title, place, edit));
        }
    }
}

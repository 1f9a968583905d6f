//! 数字与汉字之间空格 · A blank between number and word
//!
//! ## 中文
//! 公文里数字和汉字之间不空格：“2026年3月”，不写“2026 年 3 月”。排版时的间距由编译器处理。每段只提示一次。
//!
//! ## English
//! Between digits and Chinese characters there is no blank: 2026年3月. Told once a paragraph.
//!
//! ## 错 · Wrong
//! ```plan
//! # 某县义务教育提质方案
//!
//! 到 2028 年，全县新增学位 1200 个。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 某县义务教育提质方案
//!
//! 到2028年，全县新增学位1200个。
//! ```
//!
//! ## 依据 · Source
//! C95

use crate::check::pattern::Pattern;
use crate::check::{Context, Rule};
use crate::diagnostic::Edit;
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W309",
    name: "space_in_number",
    severity: Severity::Info,
    at_issue: Severity::Warning,
    text: include_str!("space_in_number.rs"),
    run,
};

pub(in crate::check) static FORM: Pattern = Pattern::with_digit(
    &[" "],
    "[0-9]( +)(?:年|月|日|万|亿|元|名|人|所|个|份|项|次|节|台|套|册|本|%|％)|[一-龥]( +)[0-9]+(?:\\.[0-9]+)?( *)(?:年|月|日|万|亿|元|名|人|所|个|份|项|次|节|台|套|册|本|%|％)",
);

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for passage in context.holding(&FORM).filter(|passage| passage.is_prose) {
        // A number at the beginning is that of an item.
        let hits = FORM.hits(passage).filter(|hit| hit.at().start > 0);
        let blanks = hits.flat_map(|hit| [hit.place(1), hit.place(2), hit.place(3)]).filter(|at| !at.is_empty());
        let spans: Vec<_> = blanks.map(|at| passage.span(at)).collect();
        let Some(first) = spans.first() else { continue };
        let edits = spans.iter().map(|span| Edit { span: *span, text: String::new() }).collect();
        let message = text!(zh: "数字与汉字之间空了格，排版时可能断成两行", en: "a blank stands between a number and a word, where a line may break");
        out.push(RULE.finding(*first, message).help(text!(zh: "删去空格", en: "take the blank away")).edits(
            text!(zh: "删去空格", en: "take the blanks away"),
            true,
            edits,
        ));
    }
}

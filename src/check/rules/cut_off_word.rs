//! “截止”后面带了时间 · A count up to a time with the word for an end
//!
//! ## 中文
//! “截止”是到某时停止，后面不直接带时间，如“报名3月5日截止”；统计到某时而事情还没有完，用“截至”，如“截至2026年
//! 3月”。
//!
//! ## English
//! 截止 means that something ends and takes no time after it; what is counted up to a time that still goes on is 截至
//! 2026年3月.
//!
//! ## 错 · Wrong
//! ```plan
//! # 某县义务教育提质方案
//!
//! 截止2026年3月，全县有小学36所。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 某县义务教育提质方案
//!
//! 截至2026年3月，全县有小学36所。
//! ```
//!
//! ## 依据 · Source
//! C69

use crate::check::pattern::Pattern;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W206",
    name: "cut_off_word",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("cut_off_word.rs"),
    run,
};

pub(in crate::check) static FORM: Pattern =
    Pattern::new(&["截止"], "(?:^|[，。；（ \u{3000}])(截止)到?(?:(?:19|20)[0-9]{2}年|目前|[0-9]{1,2}月)");

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for passage in context.holding(&FORM) {
        for hit in FORM.hits(passage) {
            let span = passage.span(hit.place(1));
            let message =
                text!(zh: "“截止”后面带了时间，表示“到某时为止”应用“截至”", en: "截止 takes no time after it");
            let help = text!(zh: "统计到某时，写“截至”", en: "write 截至 for what is counted up to a time");
            out.push(RULE.finding(span, message).help(help).guess(
                text!(zh: "改为“截至”", en: "make it 截至"),
                span,
                "截至",
            ));
        }
    }
}

//! 正文里留着起草时的批语 · A note to oneself left in the prose
//!
//! ## 中文
//! “【待补充】”“[请填写]”“TODO”“？？”是起草时写给自己的，印发前处理完、删干净。
//!
//! ## English
//! 【待补充】, [请填写], TODO and ？？ were written for oneself. Settle and remove them before the plan is issued.
//!
//! ## 错 · Wrong
//! ```plan
//! # 某县义务教育提质方案
//!
//! 新增公办园12所【待核实】。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 某县义务教育提质方案
//!
//! 新增公办园12所。
//! ```
//!
//! ## 依据 · Source
//! C147

use crate::check::pattern::Pattern;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W502",
    name: "note_to_self",
    severity: Severity::Info,
    at_issue: Severity::Error,
    text: include_str!("note_to_self.rs"),
    run,
};

pub(in crate::check) static FORM: Pattern = Pattern::new(
    &[
        "【",
        "[",
        "［",
        "待定",
        "待补",
        "待填",
        "待核",
        "待确认",
        "待明确",
        "待续",
        "此处",
        "请填写",
        "TODO",
        "TBD",
        "？？",
        "??",
    ],
    "[【\\[［](?:待|请|此处|填写|补充|修改|核实|备注|TODO|TBD)[^】\\]］]{0,20}[】\\]］]|[（(](?:待定|待补充?|待填写?|待核实?|待确认|待明确|待续|此处[^）)]{1,12}|请填写[^）)]{0,12})[）)]|TODO|TBD|？{2,}|\\?{2,}",
);

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for passage in context.holding(&FORM).filter(|passage| passage.is_prose) {
        for hit in FORM.hits(passage) {
            let note = hit.text();
            let message = text!(zh: "正文里留着批语“{note}”", en: "the note “{note}” is left in the prose");
            let help =
                text!(zh: "印发前写定内容，删去批语", en: "settle it and remove the note before the plan is issued");
            out.push(RULE.finding(passage.span(hit.at()), message).help(help));
        }
    }
}

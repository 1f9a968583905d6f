//! 栏目后面没有内容 · A label with nothing after it
//!
//! ## 中文
//! “组长：　　副组长：　　”只有栏目，没有人。填上，或者删去这一栏。
//!
//! ## English
//! 组长：　　副组长： has labels and nobody after them. Fill them in or take them away.
//!
//! ## 错 · Wrong
//! ```plan
//! # 某县义务教育提质方案
//!
//! 组长：　　副组长：　　成员：各中心校校长
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 某县义务教育提质方案
//!
//! 成员：各中心校校长
//! ```
//!
//! ## 依据 · Source
//! C148

use crate::check::pattern::Pattern;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W503",
    name: "label_empty",
    severity: Severity::Info,
    at_issue: Severity::Error,
    text: include_str!("label_empty.rs"),
    run,
};

pub(in crate::check) static FORM: Pattern = Pattern::new(
    &["长：", "长:", "人：", "人:", "话：", "话:", "真：", "真:", "间：", "间:", "点：", "点:"],
    "(组长|副组长|联系人|联系电话|电话|传真|责任人|负责人|时间|地点)[：:][ \\x{3000}_＿]*(?:(?:副?组长|成员|联系人|联系电话|电话|传真|责任人|负责人|时间|地点|办公室)[：:]|[。；])",
);

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for passage in context.holding(&FORM).filter(|passage| passage.is_prose) {
        for hit in FORM.hits(passage) {
            let label = hit.part(1);
            let message = text!(zh: "“{label}”后面没有内容", en: "nothing stands after “{label}”");
            let help = text!(zh: "填上，或者删去这一栏", en: "fill it in, or take the label away");
            out.push(RULE.finding(passage.span(hit.place(1)), message).help(help));
        }
    }
}

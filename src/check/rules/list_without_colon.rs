//! 名目后直接列举，缺冒号 · A list follows its name without a colon
//!
//! ## 中文
//! “三定”这类加了引号的名目，后面紧接着列出各项的，中间用冒号隔开。只看各项与名目同一个字开头的，如“三定”定时、定内
//! 容。
//!
//! ## English
//! Where the members of a quoted name such as “三定” follow it at once, a colon stands between. Only members that
//! begin with the character of the name are looked at.
//!
//! ## 错 · Wrong
//! ```plan
//! # 某县义务教育提质方案
//!
//! 集体备课坚持“三定”定时、定内容、定中心发言人。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 某县义务教育提质方案
//!
//! 集体备课坚持“三定”：定时、定内容、定中心发言人。
//! ```
//!
//! ## 依据 · Source
//! GB/T 15834—2011，4.7

use crate::check::pattern::Pattern;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W413",
    name: "list_without_colon",
    severity: Severity::Info,
    at_issue: Severity::Warning,
    text: include_str!("list_without_colon.rs"),
    run,
};

pub(in crate::check) static FORM: Pattern = Pattern::new(
    &["“二", "“两", "“三", "“四", "“五", "“六", "“七", "“八", "“九", "“十"],
    "(“[二两三四五六七八九十]个?([一-鿿])[一-鿿]?”)(([一-鿿])[^、，。；：“”]{0,9})、([一-鿿])[^、，。；：“”]{0,9}",
);

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for passage in context.holding(&FORM).filter(|passage| passage.is_prose) {
        for hit in FORM.all_hits(passage).filter(|hit| hit.part(2) == hit.part(4) && hit.part(4) == hit.part(5)) {
            let (name, end) = (hit.part(1), hit.place(1).end);
            let message =
                text!(zh: "{name}后面直接列举，缺冒号", en: "{name} is followed by its members without a colon");
            let title = text!(zh: "在{name}后加“：”", en: "put ： after {name}");
            out.push(
                RULE.finding(passage.span(hit.place(1)), message)
                    .help(text!(zh: "名目和各项之间用冒号", en: "put a colon between the name and its members"))
                    .guess(title, passage.span(end..end), "："),
            );
        }
    }
}

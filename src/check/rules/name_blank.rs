//! 名称里还有空 · A name with a blank in it
//!
//! ## 中文
//! 起草时题目、主体和文件名里可以留“XX”“××”“某某”，印发前必须填上。
//!
//! ## English
//! In a draft the title, the owners and the documents may have XX, ×× or 某某 in their names; before the plan is
//! issued they have to be filled in.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：XX县义务教育提质方案
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：澜平县义务教育提质方案
//! ```
//!
//! ## 依据 · Source
//! C145、C147

use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::is_blank_name;
use crate::source::Spanned;
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "D023",
    name: "name_blank",
    severity: Severity::Warning,
    at_issue: Severity::Error,
    text: include_str!("name_blank.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    let titles = plan.title.iter().map(|title| (("题目", "the title"), title));
    let numbers = plan.notices.iter().filter_map(|notice| notice.number.as_ref());
    let numbers = numbers.map(|number| (("文号", "the number"), number));
    // One that is made of others is told where they are declared.
    let owners = plan.owners.iter().filter(|owner| owner.made.is_none());
    let owners = owners.map(|owner| (("主体", "the owner"), owner.full_name.as_ref().unwrap_or(&owner.name)));
    let bases = plan.bases.iter().map(|basis| (("文件名", "the document"), &basis.title));
    let all = titles.chain(numbers).chain(owners).chain(bases);
    out.extend(all.filter(|(_, name)| is_blank_name(&name.value)).map(|(kind, name)| finding(kind, name)));
}

fn finding((zh, en): (&str, &str), name: &Spanned<String>) -> Diagnostic {
    let words = &name.value;
    let message = text!(zh: "{zh}“{words}”里还有空", en: "{en} “{words}” has a blank in it");
    RULE.finding(name.span, message).help(
        text!(zh: "印发前把“XX”“××”“某某”换成实际名称", en: "put the real name in its place before the plan is issued"),
    )
}

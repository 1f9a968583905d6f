//! 标题太长 · A title too long
//!
//! ## 中文
//! 标题用二号字，一行最多排20字左右。超过两行的标题不好排，也不好引用。
//!
//! ## English
//! A title is set in size two, some 20 characters a line. More than two lines are hard to set and to cite.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：澜平县关于进一步深化义务教育学校课堂教学改革全面提升城乡义务教育质量促进教育优质均衡发展的三年行动实施方案
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：澜平县义务教育提质三年行动方案
//! ```
//!
//! ## 依据 · Source
//! C28

use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "F018",
    name: "title_long",
    severity: Severity::Info,
    at_issue: Severity::Info,
    text: include_str!("title_long.rs"),
    run,
};

/// Two lines of 20.
const MOST: usize = 40;

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let Some(title) = &context.plan.title else { return };
    let count = title.value.chars().count();
    if count <= MOST {
        return;
    }
    let message =
        text!(zh: "标题有{count}字，排两行也排不下", en: "the title has {count} characters, more than two lines hold");
    out.push(RULE.finding(title.span, message).help(text!(
        zh: "压缩到{MOST}字以内，一般去掉“关于”“进一步”“全面”等修饰",
        en: "bring it down to {MOST} characters; words of emphasis go first"
    )));
}

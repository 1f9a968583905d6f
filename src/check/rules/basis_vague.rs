//! 依据写成“有关文件精神” · A basis that names no document
//!
//! ## 中文
//! 依据要写出文件名称，“有关文件精神”“上级要求”无从查对。
//!
//! ## English
//! A basis names a document; “the spirit of the documents concerned” cannot be looked up.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! 根据有关文件精神，制定本方案。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! 根据《澜平县教育发展规划》，制定本方案。
//! ```
//!
//! ## 依据 · Source
//! C183；《党政机关公文处理工作条例》第二十条（一）

use crate::check::texts::prose;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "F094",
    name: "basis_vague",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("basis_vague.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let named = context
        .plan
        .bases
        .iter()
        .map(|basis| crate::source::Spanned::new(basis.title.value.as_str(), basis.title.span));
    for words in prose(context.plan).chain(named) {
        let Some((at, phrase)) = PHRASES.iter().find_map(|phrase| Some((words.value.find(phrase)?, *phrase))) else {
            continue;
        };
        // The documents may be named right before: 《…》等有关文件精神.
        let before = words.value[..at].trim_end_matches(['和', '及', '、']);
        if before.ends_with('等') || before.ends_with(['》', '）', ')']) {
            continue;
        }
        let message = text!(zh: "依据写成“{phrase}”，没有说是哪份文件", en: "“{phrase}” names no document");
        out.push(RULE.finding(context.part(words, at..at + phrase.len()), message).help(text!(
            zh: "写出文件的标题和字号，如《……的意见》（某政发〔2025〕8号）",
            en: "name the document and its number"
        )));
    }
}

/// Words that stand for a document without naming it.
const PHRASES: [&str; 9] = [
    "有关文件精神",
    "相关文件精神",
    "有关文件要求",
    "相关文件要求",
    "上级文件精神",
    "上级文件要求",
    "上级有关文件",
    "上级相关文件",
    "有关文件规定",
];

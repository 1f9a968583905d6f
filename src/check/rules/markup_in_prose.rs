//! 正文里有排版记号 · Markup in prose
//!
//! ## 中文
//! 正文照原样印：“**重点**”的星号、行首的“* ”“+ ”“> ”，在这里不是记号，会一个不少地印到公文上。公文不靠加粗、斜体表示
//! 强调；要列举，用“（1）”或“一是”；要写成数据，行首用“- ”加关键词。每段只提示一次。
//!
//! ## English
//! Prose prints as it is: the stars of **words** and a “* ”, “+ ” or “> ” at the beginning of a line are no markup here
//! and would stand on the official page. Lists are written （1） or 一是; data begin with “- ” and a keyword. Told once
//! a paragraph.
//!
//! ## 错 · Wrong
//! ```plan
//! # 清溪县中小学提质增效实施方案
//!
//! 各学校要**严格落实**课程方案。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 清溪县中小学提质增效实施方案
//!
//! 各学校要严格落实课程方案。
//! ```
//!
//! ## 依据 · Source
//! 惯例；GB/T 9704—2012，7.3.3（结构层次）

use crate::check::signs::Signs;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Edit, Severity};
use crate::plan::{Inline, Prose};
use crate::source::Span;
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "F107",
    name: "markup_in_prose",
    severity: Severity::Info,
    at_issue: Severity::Warning,
    text: include_str!("markup_in_prose.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    // A data line begun with another sign is told of where it is read.
    let is_unread = |prose: &&Prose| context.plan.unread.iter().any(|line| line.span.start == prose.span.start);
    let paragraphs = context.paragraphs_with(Signs::HALF_WIDTH.or(Signs::ODD)).filter(|prose| !is_unread(prose));
    out.extend(paragraphs.filter_map(|prose| finding(context, prose)));
    // A title prints its signs as well.
    let titles = context.texts_with(Signs::HALF_WIDTH).filter(|words| words.value.contains(['*', '_', '`']));
    for words in titles {
        let is_written = context.sources.slice(words.span) == words.value;
        out.extend(told(context, signs(words.value, words.span, false)).filter(|_| is_written));
    }
}

fn finding(context: &Context, prose: &Prose) -> Option<Diagnostic> {
    let words = prose.inlines.iter().enumerate().filter_map(|(at, piece)| match piece {
        // The value of a parameter is not the author's prose.
        Inline::Text(words) if *context.sources.slice(words.span) == *words.value => Some((at, words)),
        _ => None,
    });
    told(context, words.flat_map(|(at, words)| signs(&words.value, words.span, at == 0)).collect())
}

/// What to say of the signs of one text.
fn told(context: &Context, signs: Vec<Span>) -> Option<Diagnostic> {
    let first = *signs.first()?;
    let sign = context.sources.slice(first).trim();
    if ["<!--", "/*"].contains(&sign) {
        let message = text!(zh: "“{sign}”不是批注的记号，会照原样印出来", en: "{sign} begins no comment here: it prints as it is");
        let help = text!(zh: "批注自成一行，写成“// …”，不印出", en: "a comment is a line of its own, “// …”, and is not printed");
        return Some(RULE.finding(first, message).help(help));
    }
    let message = text!(zh: "正文里的排版记号“{sign}”会照原样印出来", en: "the markup {sign} in prose prints as it is");
    let edits = signs.iter().map(|span| Edit { span: *span, text: String::new() }).collect();
    Some(
        RULE.finding(first, message)
            .help(text!(
                zh: "公文不用加粗、斜体；删去记号，列举用“（1）”，数据行用“- ”加关键词",
                en: "official documents have no emphasis: remove the signs; lists are written （1）, data begin with “- ” and a keyword"
            ))
            .edits(text!(zh: "删去记号", en: "remove the signs"), false, edits),
    )
}

/// The signs of emphasis in words that stand at `span`, in pairs, and a bullet at the beginning of a paragraph.
fn signs(text: &str, span: Span, is_first: bool) -> Vec<Span> {
    let mut found = Vec::new();
    if is_first && ["* ", "+ ", "> ", "• ", "· "].iter().any(|bullet| text.starts_with(bullet)) {
        let length = text.find(' ').map_or(1, |at| at + 1);
        found.push(at(span, 0, length));
    }
    if !text.bytes().any(|sign| matches!(sign, b'<' | b'/' | b'*' | b'_' | b'~' | b'`')) {
        return found;
    }
    found.extend(
        ["<!--", "/*"].iter().filter_map(|open| Some(at(span, text.find(open)?, text.find(open)? + open.len()))),
    );
    for sign in ["**", "__", "~~", "`"] {
        let mut from = 0;
        while let Some(open) = text[from..].find(sign).map(|at| from + at) {
            let inside = open + sign.len();
            let Some(length) = text[inside..].find(sign) else { break };
            let enclosed = &text[inside..inside + length];
            let is_pair = !enclosed.is_empty() && enclosed.trim() == enclosed && !enclosed.contains(&sign[..1]);
            if !is_pair {
                from = inside;
                continue;
            }
            found.push(at(span, open, inside));
            found.push(at(span, inside + length, inside + length + sign.len()));
            from = inside + length + sign.len();
        }
    }
    found.sort();
    found
}

fn at(span: Span, from: usize, to: usize) -> Span {
    let start = span.start as usize;
    Span::new(span.source, start + from, start + to)
}

//! 半角标点 · Half-width punctuation
//!
//! ## 中文
//! 汉字之间的逗号、冒号、括号等用全角。半角标点排出来挤在一起，行末也容易断错。每段只提示一次，可一并改掉。
//!
//! ## English
//! Among Chinese characters commas, colons and brackets are full-width. Half-width ones crowd the line. Told once a
//! paragraph, mended together.
//!
//! ## 错 · Wrong
//! ```plan
//! # 某县义务教育提质方案
//!
//! 坚持五育并举,完善评价机制(试行)。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 某县义务教育提质方案
//!
//! 坚持五育并举，完善评价机制（试行）。
//! ```
//!
//! ## 依据 · Source
//! C115、C116；GB/T 15834—2011，5.1

use std::ops::Range;

use crate::check::passages::{Passage, is_han};
use crate::check::signs::Signs;
use crate::check::{Context, Rule};
use crate::diagnostic::Edit;
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W401",
    name: "half_width_marks",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("half_width_marks.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for passage in context.passages_with(Signs::HALF_WIDTH).filter(|passage| passage.is_prose) {
        let marks = marks(passage);
        let Some((at, full)) = marks.first() else { continue };
        let half = &passage.text[at.clone()];
        let message = match marks.len() {
            1 => text!(zh: "汉字之间用了半角“{half}”", en: "the mark “{half}” among Chinese characters is half-width"),
            count => text!(
                zh: "这一段有{count}处半角标点，第一处是“{half}”",
                en: "{count} marks of this paragraph are half-width, the first “{half}”"
            ),
        };
        let is_safe = marks.iter().all(|mark| is_sure(passage, mark));
        let edit = |(at, full): &(Range<usize>, char)| Edit { span: passage.span(at.clone()), text: full.to_string() };
        out.push(
            RULE.finding(passage.span(at.clone()), message)
                .help(text!(zh: "用全角标点，如“{full}”", en: "use full-width marks, such as {full}"))
                .edits(text!(zh: "改为全角", en: "make them full-width"), is_safe, marks.iter().map(edit).collect()),
        );
    }
}

/// The half-width marks that stand among Chinese characters, and the full-width ones.
fn marks(passage: &Passage) -> Vec<(Range<usize>, char)> {
    let mut found = Vec::new();
    if !passage.text.bytes().any(|sign| b"(),;:!?".contains(&sign)) {
        return found;
    }
    let mut open: Vec<(usize, usize)> = Vec::new();
    let (mut han_count, mut before) = (0, None);
    for (at, sign) in passage.text.char_indices() {
        let place = at..at + sign.len_utf8();
        let after = passage.after(place.end);
        han_count += usize::from(is_han(sign));
        match sign {
            '(' => open.push((at, han_count)),
            ')' => {
                let pair = open.pop().filter(|(from, count)| {
                    *count < han_count && passage.is_own(&(*from..from + 1)) && !is_item(passage, *from, at)
                });
                if let Some((from, _)) = pair.filter(|_| passage.is_own(&place)) {
                    found.extend([(from..from + 1, '（'), (place, '）')]);
                }
            }
            ',' | ';' | ':' | '!' | '?' if is_among(before, after) && passage.is_own(&place) => {
                found.extend(full_width(sign).map(|full| (place, full)));
            }
            _ => {}
        }
        before = Some(sign);
    }
    found.sort_by_key(|(at, _)| at.start);
    found
}

/// Whether a mark can be nothing else: ? may stand for a character that was lost, and (…) after ] for a link.
fn is_sure(passage: &Passage, (at, full): &(Range<usize>, char)) -> bool {
    *full != '？' && !(*full == '（' && passage.before(at.start) == Some(']'))
}

/// Whether a pair of brackets is the number of an item, (一), which is a matter of numbering.
fn is_item(passage: &Passage, from: usize, to: usize) -> bool {
    let is_number = passage.text[from + 1..to].chars().all(|sign| "一二三四五六七八九十".contains(sign));
    is_number && passage.text[..from].trim().is_empty()
}

fn is_among(before: Option<char>, after: Option<char>) -> bool {
    let is_closing = |sign: char| is_han(sign) || "”》）%％".contains(sign);
    let is_opening = |sign: char| is_han(sign) || "“《（".contains(sign) || sign.is_ascii_digit();
    before.is_some_and(is_closing) && after.is_none_or(is_opening)
}

fn full_width(sign: char) -> Option<char> {
    char::from_u32(u32::from(sign) + 0xfee0)
}

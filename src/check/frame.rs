//! What becomes of the parts of an official paper that were pasted in as prose.
//!
//! Takes the parts round a text, gives the lines of data they are and the edits that put those in their place. Decides;
//! the rule words it.

use super::Context;
use crate::diagnostic::Edit;
use crate::numbering::{Frame, Piece, Role};
use crate::plan::Plan;
use crate::source::Span;

/// A line of data, or of comment, made of parts.
pub(super) struct Line {
    /// The line.
    pub text: String,
    /// What the part is called; what only becomes a comment has no name.
    pub named: Option<(&'static str, &'static str)>,
}

/// The parts in the order they are written in, each with its keyword and its name in English.
const ORDER: [(Role, &str, &str); 9] = [
    (Role::Issuer, "发文机关", "the issuer"),
    (Role::Number, "发文字号", "the number"),
    (Role::Urgency, "紧急程度", "how urgent it is"),
    (Role::To, "主送", "addressees"),
    (Role::Date, "成文日期", "the date"),
    (Role::Attachment, "附件", "attachments"),
    (Role::Note, "附注", "the note"),
    (Role::Cc, "抄送", "copies"),
    (Role::Printed, "印发", "the imprint"),
];

/// The lines that say what the parts say.
pub(super) fn lines(plan: &Plan, frame: &Frame) -> Vec<Line> {
    let mut lines = Vec::new();
    let said = |role: Role| frame.pieces.iter().filter(move |piece| piece.role == role).flat_map(|piece| &piece.words);
    for (role, zh, en) in ORDER {
        let named = Some((zh, en));
        let words: Vec<&str> = said(role).map(String::as_str).collect();
        match role {
            _ if words.is_empty() => {}
            Role::Issuer => lines.push(Line { text: format!("- {zh}：{}", issuers(plan, &words)), named }),
            Role::Attachment | Role::Note => {
                lines.extend(words.iter().map(|words| Line { text: format!("- {zh}：{words}"), named }));
            }
            _ => lines.push(Line { text: format!("- {zh}：{}", words[0]), named }),
        }
    }
    let others = said(Role::Other).filter(|words| !words.is_empty());
    lines.extend(others.map(|words| Line { text: format!("// {words}"), named: None }));
    lines
}

/// Who issues, each once: who signs has the last word. One that is not declared stands in quotes.
fn issuers(plan: &Plan, words: &[&str]) -> String {
    let mut names: Vec<String> = Vec::new();
    for words in words {
        let is_known = plan.owners.iter().any(|owner| {
            let full = owner.full_name.as_ref().map(|name| &name.value);
            owner.name.value == **words || full.is_some_and(|full| full == *words)
        });
        let name = if is_known { (*words).to_owned() } else { format!("“{words}”") };
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names.join("、")
}

/// The edits: the lines below the title, and the parts taken out from where they stand.
pub(super) fn edits(context: &Context, frame: &Frame, lines: &[Line]) -> Vec<Edit> {
    let line_break = context.plan.pasted.line_break;
    let mut text: String = lines.iter().map(|line| format!("{line_break}{}", line.text)).collect();
    let whole = context.sources.get(frame.after.source).text();
    let mut edits = Vec::new();
    for group in groups(whole, &frame.pieces) {
        let end = group.end as usize;
        let below = &whole[end..];
        let gap = below.len() - below.trim_start_matches([' ', '\t', '\u{3000}', '\u{a0}', '\r', '\n']).len();
        let above = whole[..group.start as usize].trim_end_matches([' ', '\t', '\u{3000}', '\u{a0}', '\r', '\n']);
        let from = above.len();
        let span = |from: usize, to: usize| Span::new(frame.after.source, from, to);
        if from == 0 {
            // The title that follows gets its sign where the head ends.
            let sign = frame.title.as_ref().map_or("", |title| if title.is_notice { "# 通知：" } else { "# " });
            edits.push(Edit { span: span(0, end + gap), text: sign.to_owned() });
        } else if gap == below.len() {
            edits.push(Edit { span: span(from, whole.len()), text: line_break.to_owned() });
        } else {
            // Up to the line that follows, which may be edited itself.
            edits.push(Edit { span: span(from, last_line(whole, end + gap)), text: line_break.to_owned() });
        }
    }
    if let Some(title) = frame.title.filter(|title| edits.iter().all(|edit| edit.span.end != title.at.start)) {
        let sign = if title.is_notice { "# 通知：" } else { "# " };
        edits.push(Edit { span: title.before, text: sign.to_owned() });
    }
    if let Some(title) = frame.title {
        edits.extend(breaks(context.sources.slice(title.at), title.at));
    }
    // A paragraph right below the title is parted from the data.
    let next = whole[frame.after.end as usize..].trim_start_matches(['\r']);
    let next = next.strip_prefix('\n').unwrap_or(next).trim_start_matches(['\r', ' ', '\u{3000}']);
    if !next.is_empty() && !next.starts_with('\n') && !edits.iter().any(|edit| edit.span.start == frame.after.end) {
        text.push_str(line_break);
    }
    edits.push(Edit { span: frame.after, text });
    edits.sort_by_key(|edit| (edit.span.start, edit.span.end));
    edits
}

/// Where the last line break before a byte begins.
fn last_line(whole: &str, before: usize) -> usize {
    let above = whole[..before].trim_end_matches([' ', '\t', '\u{3000}', '\u{a0}']);
    let above = above.strip_suffix('\n').unwrap_or(above);
    above.strip_suffix('\r').unwrap_or(above).len()
}

/// Parts that follow one another with nothing but blanks between them, as one place.
fn groups(whole: &str, pieces: &[Piece]) -> Vec<Span> {
    let mut groups: Vec<Span> = Vec::new();
    for at in pieces.iter().map(|piece| piece.at) {
        match groups.last_mut() {
            Some(last) if whole[last.end as usize..at.start as usize].trim().is_empty() => last.end = at.end,
            _ => groups.push(at),
        }
    }
    groups
}

/// The line ends within a title, and the blanks around them, taken out.
pub(super) fn breaks(words: &str, at: Span) -> Vec<Edit> {
    let mut edits = Vec::new();
    for (end, _) in words.match_indices('\n') {
        let from = words[..end].trim_end().len();
        let to = end + words[end..].len() - words[end..].trim_start().len();
        edits.push(Edit {
            span: Span { start: at.start + from as u32, end: at.start + to as u32, ..at },
            text: String::new(),
        });
    }
    edits
}

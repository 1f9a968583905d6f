//! What stands round the text of an official paper: red head, number, addressees, signature, imprint.
//!
//! Takes the lines of a file and its titles, tells which lines of prose are such parts and what they say. A head is only
//! one above a number or a line that ends in 文件; the other parts are looked for below a notice, each where it is
//! printed. Changes nothing: what to make of them is a rule's business.

mod imprint;

use std::ops::Range;

use super::super::keyword::Keyword;
use super::super::line::{Line, LineKind, is_blank, lines};
use super::super::recover;
use super::titles::{KINDS, Title};
use super::{Signed, attachments, is_organ, notes, signed};
use crate::numbering::{Frame, Mark, MarkKind, Piece, Role, URGENCIES, Unmarked};
use crate::source::{Source, Span};

/// How many lines a head may have, and how long its lines are, in characters.
const HEAD: usize = 12;
const LINE: usize = 60;
/// The longest line of addressees, in characters.
const ADDRESSED: usize = 300;

/// The lines above the title of a paper.
pub(super) struct Head {
    pieces: Vec<Part>,
    /// Where the last of them ends.
    pub end: usize,
}

/// A part, by bytes.
#[derive(Debug)]
struct Part {
    role: Role,
    at: Range<usize>,
    words: Vec<String>,
}

/// The parts of a paper, by bytes.
pub(in super::super) struct Found {
    title: Option<(Range<usize>, bool)>,
    is_notice: bool,
    after: usize,
    pieces: Vec<Part>,
}

impl Found {
    /// The same, as places of a source.
    pub fn placed(&self, source: &Source) -> Frame {
        let span = |at: &Range<usize>| Span::new(source.id(), at.start, at.end);
        let title = self.title.as_ref().map(|(at, is_notice)| {
            let at = span(at);
            Unmarked {
                before: Span { start: super::line_start(source, at), end: at.start, ..at },
                at,
                is_notice: *is_notice,
            }
        });
        let pieces = self.pieces.iter();
        let pieces = pieces.map(|piece| Piece { role: piece.role, at: span(&piece.at), words: piece.words.clone() });
        Frame { title, is_notice: self.is_notice, after: span(&(self.after..self.after)), pieces: pieces.collect() }
    }
}

/// The words of a line.
fn words<'a>(text: &'a str, line: &Line) -> &'a str {
    text[line.whole.clone()].trim_matches(is_blank)
}

/// The head of a paper, if the file begins with one.
pub(super) fn head(text: &str) -> Option<Head> {
    let is_shown = |line: &Line| !matches!(line.kind, LineKind::Blank | LineKind::Comment);
    let above = lines(text).filter(is_shown).take(HEAD);
    let above: Vec<Line> = above.take_while(|line| line.kind == LineKind::Prose).collect();
    let is_number = |line: &Line| number(words(text, line)).is_some();
    let is_mark = |line: &Line| marked_organs(words(text, line)).is_some();
    let last = above.iter().rposition(is_number).max(above.iter().rposition(is_mark))?;
    let above = &above[..=last];
    let has_title = above.iter().any(|line| KINDS.iter().any(|kind| words(text, line).ends_with(kind)));
    let is_long = above.iter().any(|line| words(text, line).chars().count() > LINE);
    if has_title || is_long {
        return None;
    }
    let first_mark = above.iter().position(is_mark).unwrap_or(last);
    let mut pieces = Vec::new();
    for (index, line) in above.iter().enumerate() {
        let said = words(text, line);
        let (role, words, rest) = if let Some((number, rest)) = number(said) {
            (Role::Number, vec![number.to_owned()], rest)
        } else if let Some(word) = urgency(said) {
            (Role::Urgency, vec![word.to_owned()], "")
        } else if let Some(organs) = marked_organs(said) {
            (Role::Issuer, organs, "")
        } else if index <= first_mark && is_organ(said) && above.get(index + 1).is_some_and(|next| names_on(text, next))
        {
            (Role::Issuer, parted(said), "")
        } else {
            (Role::Other, vec![said.to_owned()], "")
        };
        pieces.push(Part { role, at: line.whole.clone(), words });
        if !rest.is_empty() {
            pieces.push(Part { role: Role::Other, at: line.whole.end..line.whole.end, words: vec![rest.to_owned()] });
        }
    }
    Some(Head { pieces, end: above.last().map_or(0, |line| line.whole.end) })
}

/// Whether below an organ the head goes on: with another, with 文件 or with the number.
fn names_on(text: &str, next: &Line) -> bool {
    let next = words(text, next);
    number(next).is_some() || marked_organs(next).is_some() || is_organ(next)
}

/// `特急`, `加　急` or `紧急程度：加急`.
fn urgency(words: &str) -> Option<&'static str> {
    let bare: String = words.chars().filter(|sign| !is_blank(*sign)).collect();
    let bare = bare.trim_start_matches("紧急程度").trim_start_matches(['：', ':']);
    URGENCIES.into_iter().find(|word| *word == bare)
}

/// `澜教发〔2026〕8号`, and what stands behind it, such as 签发人.
fn number(words: &str) -> Option<(&str, &str)> {
    let open = words.find(['〔', '[', '［', '【', '(', '（', '﹝'])?;
    let (organ, rest) = words.split_at(open);
    let close = rest.find(['〕', ']', '］', '】', ')', '）', '﹞'])?;
    let year = &rest[rest.chars().next()?.len_utf8()..close];
    let after = &rest[close + rest[close..].chars().next()?.len_utf8()..];
    let end = after.find('号')? + '号'.len_utf8();
    let (count, behind) = after.split_at(end);
    let count = count.trim_end_matches('号').trim_matches(is_blank).trim_start_matches('第');
    let is_digit = |sign: char| sign.is_ascii_digit() || ('０'..='９').contains(&sign) || "xXＸ×".contains(sign);
    let is_year = year.chars().count() == 4 && year.chars().all(is_digit);
    let is_count = !count.is_empty() && count.chars().count() <= 5 && count.chars().all(is_digit);
    let letters = organ.chars().filter(|sign| !is_blank(*sign)).count();
    let is_name = (2..=14).contains(&letters) && organ.chars().all(|sign| sign.is_alphabetic() || is_blank(sign));
    let behind = behind.trim_matches(is_blank);
    let is_whole = behind.is_empty() || behind.starts_with("签发人");
    let whole = words[..words.len() - after.len() + end].trim_matches(is_blank);
    (is_year && is_count && is_name && is_whole).then_some((whole, behind))
}

/// The organs of `澜平县教育局文件`, spaced as it may be.
fn marked_organs(words: &str) -> Option<Vec<String>> {
    let bare: String = words.chars().filter(|sign| !is_blank(*sign)).collect();
    let name = bare.strip_suffix("文件")?;
    if !is_organ(name) {
        return None;
    }
    let parts = parted(words.trim_end_matches(['文', '件', ' ', '\t', '\u{3000}', '\u{a0}']));
    Some(if parts.iter().all(|part| is_organ(part)) { parts } else { vec![name.to_owned()] })
}

/// Names that blanks part, if each is one.
fn parted(words: &str) -> Vec<String> {
    let parts: Vec<&str> = words.split(is_blank).filter(|part| !part.is_empty()).collect();
    if parts.iter().all(|part| is_organ(part) && part.chars().count() > 3) {
        return parts.into_iter().map(str::to_owned).collect();
    }
    vec![parts.concat()]
}

/// The parts of the paper whose titles are given, or whose title is a heading.
pub(super) fn find(text: &str, head: Option<Head>, titles: &[Title]) -> Option<Found> {
    let all = || lines(text).filter(|line| line.kind != LineKind::Comment);
    let (at, is_notice) = match titles.first() {
        Some(title) => (title.at.clone(), title.is_notice),
        None => {
            let line = all().find(|line| matches!(line.kind, LineKind::Heading(_)))?;
            let is_first = line.kind == LineKind::Heading(1);
            let keyword = Keyword::find(&recover::key(&text[line.content.clone()]));
            is_first.then_some((line.whole.clone(), keyword == Some(Keyword::Notice)))?
        }
    };
    // A plan that no paper brings has nothing round it.
    if head.is_none() && !is_notice {
        return None;
    }
    let below: Vec<Line> = all().filter(|line| line.whole.start > at.end).collect();
    let is_next = |line: &Line| match titles.get(1) {
        Some(title) => line.whole.start >= title.at.start,
        None => line.kind == LineKind::Heading(1),
    };
    let end = below.iter().position(is_next).unwrap_or(below.len());
    let (own, rest) = below.split_at(end);
    let mut data = own.iter().filter(|line| line.kind == LineKind::Data);
    let given: Vec<Keyword> =
        data.clone().filter_map(|line| Keyword::find(&recover::key(&text[line.content.clone()]))).collect();
    let after = data.next_back().map_or(at.end, |line| line.whole.end);
    let mut pieces = head.map(|head| head.pieces).unwrap_or_default();
    if is_notice {
        pieces.extend(around(text, own, rest));
    }
    pieces.retain(|piece| keyword(piece.role).is_none_or(|keyword| !given.contains(&keyword)));
    let is_named = pieces.iter().any(|piece| piece.role != Role::Other);
    let title = titles.first().map(|title| (title.at.clone(), title.is_notice));
    is_named.then_some(Found { title, is_notice, after, pieces })
}

/// The keyword by which a part is data.
fn keyword(role: Role) -> Option<Keyword> {
    match role {
        Role::Issuer => Some(Keyword::Issuer),
        Role::Urgency => Some(Keyword::Urgency),
        Role::Number => Some(Keyword::Number),
        Role::To => Some(Keyword::To),
        Role::Date => Some(Keyword::Date),
        Role::Attachment => Some(Keyword::Attachment),
        Role::Note => Some(Keyword::Note),
        Role::Cc => Some(Keyword::Cc),
        Role::Printed => Some(Keyword::Printed),
        Role::Other => None,
    }
}

/// The parts round the text of a notice, whose own lines are followed by those of the plan.
fn around(text: &str, own: &[Line], rest: &[Line]) -> Vec<Part> {
    let mut found = Vec::new();
    let own: Vec<Line> = own.iter().filter(|line| line.kind != LineKind::Blank).cloned().collect();
    let mut imprint = imprint::pieces(text, &own);
    let own = &own[..own.len() - imprint.lines];
    let mut first = own.iter().skip_while(|line| line.kind == LineKind::Data).peekable();
    if let Some((line, (said, _))) = first.peek().and_then(|line| Some((*line, number(words(text, line))?))) {
        found.push(Part { role: Role::Number, at: line.whole.clone(), words: vec![said.to_owned()] });
        first.next();
    }
    found.extend(first.next().filter(|line| line.kind == LineKind::Prose).and_then(|line| addressees(text, line)));
    found.extend(attached(text, own));
    match signed(text, own) {
        Some(signed) => found.extend(signature(text, &signed)),
        None => found.extend(noted(text, &notes(text, own))),
    }
    let rest: Vec<Line> = rest.iter().filter(|line| line.kind != LineKind::Blank).cloned().collect();
    if imprint.pieces.is_empty() {
        imprint = imprint::pieces(text, &rest);
    }
    found.extend(imprint.pieces);
    found
}

/// `各乡镇中心学校，县直各学校：`
fn addressees(text: &str, line: &Line) -> Option<Part> {
    let said = words(text, line);
    let to = said.strip_suffix(['：', ':'])?;
    let is_sentence = to.contains(['。', '；', ';', '：', ':', '《', '{', '｛']) || Mark::read(to).is_some();
    let is_addressed = ["各", "局", "府", "校", "部门", "单位", "委", "办", "院", "乡", "镇", "园"]
        .iter()
        .any(|word| to.contains(word));
    let is_other = to.starts_with("附件") || to.ends_with("如下") || to.ends_with("通知");
    let fits = is_addressed && !is_sentence && !is_other && to.chars().count() <= ADDRESSED;
    fits.then(|| Part { role: Role::To, at: line.whole.clone(), words: vec![to.trim_end_matches(is_blank).to_owned()] })
}

/// `附件：1.重点任务分工表` and the numbered lines below it.
fn attached(text: &str, own: &[Line]) -> Option<Part> {
    let is_list = |line: &&Line| line.kind == LineKind::Prose && attachments(words(text, line)).is_some();
    let from = own.iter().position(|line| is_list(&line))?;
    let first = words(text, &own[from]);
    let mut last = attachments(first)?;
    let name = |line: &str| line.trim_matches(is_blank).trim_end_matches(['。', '；', ';']).to_owned();
    let inner = first.trim_start_matches("附件").trim_start_matches(['：', ':']).trim_matches(is_blank);
    let mut names = Vec::new();
    if !inner.is_empty() {
        names.push(name(&inner[Mark::read(inner).map_or(0, |(_, taken)| taken)..]));
    }
    let mut at = own[from].whole.clone();
    for line in &own[from + 1..] {
        let said = words(text, line);
        let Some((mark, taken)) = Mark::read(said).filter(|(mark, _)| mark.kind == MarkKind::Arabic) else { break };
        if mark.number != last + 1 || line.kind != LineKind::Prose {
            break;
        }
        last = mark.number;
        names.push(name(&said[taken..]));
        at.end = line.whole.end;
    }
    names.retain(|name| !name.is_empty());
    (!names.is_empty()).then_some(Part { role: Role::Attachment, at, words: names })
}

/// Who signs and the day, and the notes below.
fn signature(text: &str, signed: &Signed) -> Vec<Part> {
    let mut found = Vec::new();
    for line in signed.organs.iter().rev() {
        found.push(Part { role: Role::Issuer, at: line.whole.clone(), words: parted(words(text, line)) });
    }
    let date: String = words(text, signed.date).chars().filter(|sign| !is_blank(*sign)).collect();
    found.push(Part { role: Role::Date, at: signed.date.whole.clone(), words: vec![date] });
    found.extend(noted(text, &signed.notes));
    found
}

/// The notes, the lowest first.
fn noted(text: &str, lines: &[&Line]) -> Vec<Part> {
    let note = |line: &&Line| Part {
        role: Role::Note,
        at: line.whole.clone(),
        words: vec![words(text, line).trim_matches(['（', '）', '(', ')']).to_owned()],
    };
    lines.iter().rev().map(note).collect()
}

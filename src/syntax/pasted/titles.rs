//! The titles of pasted text: that of the plan, of the notice before it, each on one line or on several.
//!
//! Takes the lines of a file without headings, tells which of them are a title. The first line may be one by its looks;
//! below a notice only the line that the notice names is, word for word.

use std::ops::Range;

use super::super::keyword::Keyword;
use super::super::line::{Line, LineKind, is_blank, lines};
use super::is_organ;
use crate::numbering::Mark;

/// The longest title on one line and on several, in characters, and the most lines it stands on.
const TITLE: usize = 60;
const BROKEN: usize = 120;
const LINES: usize = 5;

/// A title among pasted lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) struct Title {
    /// From the beginning of its first line to the end of its last.
    pub at: Range<usize>,
    /// Whether it is the title of a notice with a plan below it.
    pub is_notice: bool,
}

/// The titles of a file whose first line is `first`.
pub(super) fn titles(text: &str, first: &Line) -> Vec<Title> {
    let all: Vec<Line> = lines(text).filter(|line| line.kind != LineKind::Comment).collect();
    let Some(from) = all.iter().position(|line| line == first) else { return Vec::new() };
    let at = first.whole.start..all[from..from + height(text, &all[from..])].last().map_or(0, |line| line.whole.end);
    let longest = if text[at.clone()].contains('\n') { BROKEN } else { TITLE };
    if !is_title(&joined(text, &at), longest) {
        return Vec::new();
    }
    let plan = issued(&joined(text, &at)).and_then(|name| named(text, &all, at.end, &name));
    let first = Title { at, is_notice: plan.is_some() };
    let second = plan.map(|at| Title { at, is_notice: false });
    [first].into_iter().chain(second).collect()
}

/// Whether a title follows a byte: a heading, or a line or several that end in the name of a kind of paper.
pub(super) fn follow(text: &str, after: usize) -> bool {
    let below: Vec<Line> =
        lines(text).filter(|line| line.kind != LineKind::Comment && line.whole.start >= after).collect();
    let Some(from) = below.iter().position(|line| line.kind != LineKind::Blank) else { return false };
    if below[from].kind != LineKind::Prose {
        return matches!(below[from].kind, LineKind::Heading(1) | LineKind::Data);
    }
    let last = &below[from + height(text, &below[from..]) - 1];
    KINDS.iter().any(|kind| text[last.whole.clone()].trim_matches(is_blank).ends_with(kind))
}

/// How many lines the title is broken into: it goes on until a line ends in the name of a kind of paper.
fn height(text: &str, all: &[Line]) -> usize {
    let words = |line: &Line| text[line.whole.clone()].trim_matches(is_blank);
    let ends = |line: &Line| KINDS.iter().any(|kind| words(line).ends_with(kind));
    if ends(&all[0]) {
        return 1;
    }
    // Below the name of an organ it may go on after a blank line; elsewhere nothing parts its lines.
    let is_organ = is_organ(words(&all[0]));
    let is_gap = |line: &Line| line.kind == LineKind::Blank;
    let gap = all[1..].iter().take_while(|line| is_gap(line)).count();
    let is_about = all.get(1 + gap).is_some_and(|next| words(next).starts_with("关于"));
    if gap > 0 && !(is_organ && is_about) {
        return 1;
    }
    let goes_on = |line: &&Line| line.kind == LineKind::Prose && is_title(words(line), TITLE);
    let below = all[1 + gap..].iter().take(LINES - 1).take_while(goes_on);
    let last = below.enumerate().find(|(_, line)| ends(line));
    last.map_or(1, |(index, _)| index + 2 + gap)
}

/// The last words of titles.
pub(super) const KINDS: [&str; 8] = ["通知", "方案", "计划", "规划", "意见", "办法", "要点", "细则"];

/// What a notice issues: 《甲》 of 关于印发《甲》的通知.
fn issued(title: &str) -> Option<String> {
    let (_, rest) = title.split_once("印发").or_else(|| title.split_once("转发"))?;
    let name = rest.strip_suffix("的通知")?;
    let name = name.strip_prefix('《').and_then(|name| name.strip_suffix('》')).unwrap_or(name);
    (!name.is_empty()).then(|| name.to_owned())
}

/// Where after a byte the lines stand that are a name and nothing else.
fn named(text: &str, all: &[Line], after: usize, name: &str) -> Option<Range<usize>> {
    let name = bare(name);
    let is_prose = |line: &Line| line.kind == LineKind::Prose && line.whole.start > after;
    all.iter().enumerate().filter(|(_, line)| is_prose(line)).find_map(|(from, line)| {
        // A title may be broken with blank lines between.
        let below = all[from..].iter().filter(|line| line.kind != LineKind::Blank);
        let ends = below.take(LINES).take_while(|line| is_prose(line));
        let mut places = ends.map(|last| line.whole.start..last.whole.end);
        places.find(|at| bare(&text[at.clone()]) == name)
    })
}

/// Words without their blanks and line ends.
fn bare(words: &str) -> String {
    words.chars().filter(|sign| !sign.is_whitespace() && !is_blank(*sign)).collect()
}

/// The words of lines as they stand on one.
fn joined(text: &str, at: &Range<usize>) -> String {
    text[at.clone()].lines().map(|line| line.trim_matches(is_blank)).collect()
}

/// Whether a first line can be a title: short, no number, no sentence, no data.
fn is_title(words: &str, longest: usize) -> bool {
    let keyword = words.split([':', '：', ' ', '\u{3000}']).next().and_then(Keyword::find);
    let is_data = keyword.is_some_and(|keyword| keyword != Keyword::Plan);
    let is_sentence = words.contains('。') || words.ends_with(['；', ';', '，', ',', '：', ':', '、']);
    !is_data && !is_sentence && Mark::read(words).is_none() && words.chars().count() <= longest
}

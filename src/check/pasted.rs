//! What becomes of pasted lines with numbers of their own.
//!
//! Takes the numbered lines of a plan, tells which of them are headings, of which level, and whether the number the
//! document will print is the one they have. Decides; the rules word it.

use crate::numbering::{MarkKind, Numbered};

/// The deepest level of headings.
const DEEPEST: usize = 6;

/// A line that is a heading.
pub(super) struct Heading<'a> {
    /// The line.
    pub line: &'a Numbered,
    /// The number of `#` it gets.
    pub level: usize,
    /// Whether it keeps its mark: the printed number would be another, or the words would be read as a keyword.
    pub keeps_mark: bool,
}

/// The lines below one heading, run by run.
pub(super) fn runs(lines: &[Numbered]) -> impl Iterator<Item = &[Numbered]> {
    lines.chunk_by(|one, next| one.heading == next.heading && one.level == next.level)
}

/// The lines of a run that are headings.
pub(super) fn headings(run: &[Numbered]) -> Vec<Heading<'_>> {
    let Some(above) = run.first().and_then(|line| line.level) else { return Vec::new() };
    let are_headings = are_headings(run);
    let mut open: Vec<(MarkKind, usize)> = Vec::new();
    let mut found = Vec::new();
    for (line, _) in run.iter().zip(are_headings).filter(|(_, is_heading)| *is_heading) {
        let kind = line.mark.kind;
        open.truncate(open.iter().take_while(|(other, _)| *other <= kind).count());
        match open.last_mut() {
            Some((other, count)) if *other == kind => *count += 1,
            _ => open.push((kind, 1)),
        }
        let number = open.last().map_or(0, |(_, count)| *count);
        let level = usize::from(above.max(1)) + open.len();
        let prints_same = line.mark.number == number && !matches!(kind, MarkKind::Ordinal | MarkKind::Chapter);
        if level <= DEEPEST {
            found.push(Heading { line, level, keeps_mark: !prints_same || line.hides_keyword });
        }
    }
    found
}

/// Lines of `（一）` that look like headings, with text below them, among siblings that run on into theirs: which of the
/// two forms is meant, only the author can say. With the level each would have.
pub(super) fn doubtful(run: &[Numbered]) -> Vec<(&Numbered, usize)> {
    let Some(above) = run.first().and_then(|line| line.level) else { return Vec::new() };
    let are = are_headings(run);
    let is_one = |line: &Numbered| line.mark.kind == MarkKind::HanBracket;
    let is_upper = |line: &Numbered| line.mark.kind < MarkKind::HanBracket;
    let mut found = Vec::new();
    for (at, line) in run.iter().enumerate() {
        let looks = is_one(line) && line.is_title && line.has_text && !line.is_introduced && !are[at];
        let parent = run[..at].iter().rposition(is_upper);
        let siblings = || run[parent.map_or(0, |parent| parent + 1)..].iter().take_while(|other| !is_upper(other));
        let runs_on = siblings().any(|other| is_one(other) && !other.is_title && !other.is_stopped);
        let below = parent.is_none_or(|parent| are[parent]);
        if looks && runs_on && below {
            found.push((line, usize::from(above.max(1)) + 1 + usize::from(parent.is_some())));
        }
    }
    found
}

/// Which lines of a run are headings: siblings are alike, and what stands below a paragraph is none.
fn are_headings(run: &[Numbered]) -> Vec<bool> {
    let mut groups: Vec<Group> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut group_of = Vec::with_capacity(run.len());
    for (at, line) in run.iter().enumerate() {
        let kind = line.mark.kind;
        open.truncate(open.iter().take_while(|group| groups[**group].kind <= kind).count());
        let is_open = open.last().is_some_and(|group| groups[*group].kind == kind);
        if !is_open {
            groups.push(Group { kind, parent: at.checked_sub(1), titles: 0, texts: 0, members: 0 });
            open.push(groups.len() - 1);
        }
        let Some(&group) = open.last() else { continue };
        groups[group].add(line, run.get(at + 1));
        group_of.push(group);
    }
    let mut are: Vec<bool> = Vec::with_capacity(run.len());
    for (line, group) in run.iter().zip(group_of) {
        let group = &groups[group];
        // The first of a group stands right below its parent, whatever came between.
        let below_heading = group.parent.is_none_or(|parent| parent_is_heading(run, &are, parent, group.kind));
        are.push(below_heading && group.is_of_headings(line));
    }
    are
}

/// Whether the nearest line of a higher level, from `at` back, is a heading; one that has none above it stands free.
fn parent_is_heading(run: &[Numbered], are: &[bool], at: usize, kind: MarkKind) -> bool {
    let above = run[..=at].iter().rposition(|line| line.mark.kind < kind);
    above.is_none_or(|above| are.get(above).copied().unwrap_or(false))
}

/// Lines of one level below the same line.
struct Group {
    kind: MarkKind,
    /// The line before the first of them.
    parent: Option<usize>,
    titles: usize,
    texts: usize,
    members: usize,
}

impl Group {
    fn add(&mut self, line: &Numbered, next: Option<&Numbered>) {
        let has_parts = next.is_some_and(|next| next.mark.kind > line.mark.kind);
        self.members += 1;
        self.titles += usize::from(line.is_title || line.is_stopped && (line.has_text || has_parts));
        self.texts += usize::from(line.has_text || has_parts);
    }

    /// Short lines one below another without text between them are a list, not headings.
    fn is_of_headings(&self, line: &Numbered) -> bool {
        let are_titles = self.titles == self.members;
        match self.kind {
            MarkKind::Chapter | MarkKind::Han => line.is_title,
            MarkKind::HanBracket => are_titles && self.texts > 0,
            MarkKind::Ordinal | MarkKind::Arabic | MarkKind::ArabicBracket => are_titles && self.texts == self.members,
        }
    }
}

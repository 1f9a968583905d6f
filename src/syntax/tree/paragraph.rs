//! Lines of prose: which paragraph they belong to.
//!
//! Takes a line and what is open above it, adds its words to the paragraph above or begins one. What of it was meant as
//! data is told beside it.

use crate::numbering::Mark;
use crate::source::Span;

use super::super::ast::{Inline, Item, Paragraph};
use super::super::keyword::Place;
use super::super::line::Line;
use super::super::prose;
use super::{Open, OpenItem, Tree};

impl Tree<'_> {
    /// Takes a line of prose.
    pub(super) fn prose(&mut self, line: &Line) {
        // An ideographic indent is how a paragraph is printed, not structure.
        let is_ideographic = self.source.text()[..line.whole.start].ends_with('\u{3000}');
        let indent = if is_ideographic { 0 } else { line.indent };
        let holds_prose = |open: &Open| match &open.item {
            OpenItem::Section(_) => true,
            OpenItem::Entry(_, of) => *of < indent && open.place.is_in(Place::GOAL_MEASURE_PHASE),
        };
        while self.open.last().is_some_and(|open| !holds_prose(open)) {
            self.close_to(self.open.len() - 1);
        }
        let span = self.span(line);
        let is_framed = self.notes.is_framed(span);
        let meant = if is_framed { Vec::new() } else { self.meant_as_data(span) };
        let inlines = match self.has_braces {
            true => prose::inlines(self.text, span, self.out),
            false => vec![prose::words(self.source, span)],
        };
        let level = match self.open.last().map(|open| &open.item) {
            Some(OpenItem::Section(section)) => Some(section.level),
            Some(OpenItem::Entry(..)) => None,
            None => Some(0),
        };
        let goes_on = !self.after_blank && !is_ideographic;
        let is_signature = self.signature.contains(&line.whole.start);
        // The number of what is data is none of the text's.
        let is_numbered = self.unread.last() == Some(&span) && Mark::read_title(self.source.slice(span)).is_some();
        let starts =
            is_framed || is_numbered || self.notes.prose(self.source, span, level, goes_on) || !goes_on || is_signature;
        self.after_blank = false;
        let items = match self.open.last_mut().map(|open| &mut open.item) {
            Some(OpenItem::Section(section)) => &mut section.items,
            Some(OpenItem::Entry(entry, _)) => &mut entry.items,
            None => &mut self.items,
        };
        for entry in meant {
            items.push(Item::Entry(Box::new(entry)));
        }
        match items.last_mut() {
            Some(Item::Paragraph(paragraph)) if !starts => join(paragraph, inlines, span),
            _ => items.push(Item::Paragraph(Box::new(Paragraph { inlines, span, is_signature }))),
        }
    }
}

/// Adds a line to a paragraph: lines of Chinese run on without a blank, words of letters are kept apart.
fn join(paragraph: &mut Paragraph, inlines: Vec<Inline>, span: Span) {
    let last = match paragraph.inlines.last() {
        Some(Inline::Text(words)) => words.value.chars().last(),
        _ => None,
    };
    let first = match inlines.first() {
        Some(Inline::Text(words)) => words.value.chars().next(),
        _ => None,
    };
    if let (Some(last), Some(first), Some(Inline::Text(words))) = (last, first, paragraph.inlines.last_mut())
        && last.is_ascii_alphanumeric()
        && first.is_ascii_alphanumeric()
    {
        words.value.push(' ');
    }
    paragraph.inlines.extend(inlines);
    paragraph.span = paragraph.span.to(span);
}

//! Where the statements of a plan stand in its document.
//!
//! A document keeps no places of the plan. What is known is which heading of it each statement became, and how every
//! paragraph begins, in order; the page lays its blocks below a heading beside the paragraphs below it.

use serde::Serialize;

use crate::document::{Anchors, Wording, origins};
use crate::plan::{Holder, Plan};
use crate::source::{Sources, Span};

/// A heading of the document and the line that it comes from.
#[derive(Clone, Serialize)]
pub(super) struct Place {
    /// Where links to it lead.
    pub anchor: String,
    /// The line of the plan, from 1.
    pub line: usize,
    /// The words.
    pub title: String,
    #[serde(skip)]
    start: u32,
}

/// How much of a paragraph tells it from the next, in characters.
const BEGINNING: usize = 32;

/// A paragraph of the plan's own file.
#[derive(Clone, Serialize)]
pub(super) struct Paragraph {
    /// The heading that it stands below.
    anchor: Option<String>,
    /// Its first line, from 1.
    line: usize,
    /// Its last.
    end: usize,
    /// In which column it begins: the cells of a row share their line.
    column: usize,
    /// How it begins in print, without blanks.
    begins: String,
}

/// The paragraphs of the plan's own file, in the order of the source.
pub(super) fn paragraphs(plan: &Plan, wording: &Wording, sources: &Sources, places: &[Place]) -> Vec<Paragraph> {
    let source = sources.get(plan.span.source);
    let own = origins(plan, wording).into_iter().filter(|(span, _)| span.source == plan.span.source);
    let paragraph = |(span, words): (Span, String)| {
        let start = source.position(span.start as usize);
        Paragraph {
            anchor: above(places, plan, span).map(str::to_owned),
            line: start.line,
            end: source.position(span.end.max(span.start + 1) as usize - 1).line,
            column: start.column,
            begins: words.chars().filter(|sign| !sign.is_whitespace()).take(BEGINNING).collect(),
        }
    };
    own.map(paragraph).filter(|paragraph| !paragraph.begins.is_empty()).collect()
}

/// The headings of the document in the order of the source.
pub(super) fn places(plan: &Plan, sources: &Sources) -> Vec<Place> {
    let anchors = Anchors::of_plan(plan);
    let source = sources.get(plan.span.source);
    let place = |anchor: String, span: Span, title: &str| Place {
        anchor,
        line: source.position(span.start as usize).line,
        title: title.to_owned(),
        start: span.start,
    };
    let node = |holder: Holder, span: Span, title: &str| {
        (span.source == plan.span.source).then_some(())?;
        Some(place(anchors.anchor(holder)?.to_owned(), span, title))
    };
    let mut places = Vec::new();
    for (index, notice) in plan.notices.iter().enumerate() {
        let title = notice.title.as_ref().map_or("", |title| &title.value);
        places.push(place(format!("part-{}", index + 1), notice.span, title));
    }
    if let Some(title) = &plan.title {
        places.push(place(format!("part-{}", plan.notices.len() + 1), title.span, &title.value));
    }
    let sections = plan.sections.entries().map(|(id, it)| (Holder::Section(id), it.title.span, &it.title));
    let goals = plan.goals.entries().map(|(id, it)| (Holder::Goal(id), it.span, &it.title));
    let measures = plan.measures.entries().map(|(id, it)| (Holder::Measure(id), it.span, &it.title));
    let phases = plan.phases.entries().map(|(id, it)| (Holder::Phase(id), it.span, &it.title));
    let nodes = sections.chain(goals).chain(measures).chain(phases);
    places.extend(nodes.filter_map(|(holder, span, title)| node(holder, span, &title.value)));
    places.sort_by_key(|place| place.start);
    places
}

/// The heading that a place of the plan's own file stands below.
pub(super) fn above<'p>(places: &'p [Place], plan: &Plan, span: Span) -> Option<&'p str> {
    if span.source != plan.span.source {
        return None;
    }
    let last = places.partition_point(|place| place.start <= span.start).checked_sub(1)?;
    places.get(last).map(|place| place.anchor.as_str())
}

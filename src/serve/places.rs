//! Where the statements of a plan stand in its document.
//!
//! A document keeps no places of the plan. What is known is which heading of it each statement became; what stands
//! below a statement in the source stands below its heading on the page, and the page finds the very words by itself.

use serde::Serialize;

use crate::document::Anchors;
use crate::plan::{Holder, Plan};
use crate::source::{Sources, Span};

/// A heading of the document and the line that it comes from.
#[derive(Serialize)]
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
    let count = places.partition_point(|place| place.start <= span.start);
    places[..count].last().map(|place| place.anchor.as_str())
}

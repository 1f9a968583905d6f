//! The line that closes a measure: `（牵头单位：…；配合单位：…；完成时限：…）`.

use crate::calendar::When;
use crate::document::said::Said;
use crate::document::{Inline, Writer};
use crate::plan::{Field, Goal, Holder, Measure, Origin, Output, OwnerRef, Phase};

use super::{all_named, owner, result, when};

/// One label and what stands after it.
type Entry = (String, Vec<Inline>);

impl Writer<'_> {
    /// The line of a measure. What it has in common with the measure around it is not said again.
    pub(in crate::document) fn measure_line(
        &self,
        measure: &Measure,
        around: Option<&Measure>,
        outputs: &[&Output],
        tells_time: bool,
        said: &Said,
    ) -> Vec<Inline> {
        let phase = match measure.holder {
            Holder::Phase(id) => Some(&self.plan.phases[id]),
            _ => None,
        };
        // What the line of the phase says is not inherited on the page.
        let of_phase = |field: fn(&Phase) -> &Field<Vec<OwnerRef>>| {
            phase.map(field).filter(|field| field.origin == Origin::Stated)
        };
        let above = around.map(|around| &around.lead).or_else(|| of_phase(|phase| &phase.lead));
        let lead = changed(&measure.lead, above);
        let above = around.map(|around| &around.with).or_else(|| of_phase(|phase| &phase.with));
        let with = changed(&measure.with, above);
        let accountable = match measure.accountable.origin {
            Origin::Stated => changed(&measure.accountable, around.map(|around| &around.accountable)),
            _ => &[],
        };
        let mut entries: Vec<Entry> = Vec::new();
        let words = self.wording;
        self.owners(&mut entries, || words.label_accountable(), accountable);
        let alone = accountable.is_empty() && measure.with.value.is_empty()
            || (around.is_some() || phase.is_some()) && with.is_empty();
        self.owners(&mut entries, || if alone { words.label_accountable() } else { words.label_lead() }, lead);
        self.owners(&mut entries, || words.label_with(), with);
        if !outputs.is_empty() {
            entries.push((words.label_outputs(), vec![Inline::text(result::names(outputs))]));
        }
        if tells_time {
            entries.extend(self.time(measure, around));
        }
        self.line(entries, said)
    }

    /// The line of a goal, with what is written on it.
    pub(in crate::document) fn goal_line(&self, goal: &Goal, said: &Said) -> Vec<Inline> {
        let mut entries = Vec::new();
        if goal.accountable.origin == Origin::Stated {
            self.owners(&mut entries, || self.wording.label_accountable(), &goal.accountable.value);
        }
        if goal.lead.origin == Origin::Stated {
            let words = self.wording;
            let is_alone = entries.is_empty();
            let label = || if is_alone { words.label_accountable() } else { words.label_lead() };
            self.owners(&mut entries, label, &goal.lead.value);
        }
        if let (Origin::Stated, Some(due)) = (goal.due.origin, &goal.due.value) {
            let label = self.wording.label_due();
            entries.push((label, vec![Inline::text(when::unbracketed(&when::due(&due.value)))]));
        }
        self.line(entries, said)
    }

    /// The line of a phase.
    pub(in crate::document) fn phase_line(&self, phase: &Phase, said: &Said) -> Vec<Inline> {
        let (mut entries, words) = (Vec::new(), self.wording);
        let helps = phase.with.origin == Origin::Stated && !phase.with.value.is_empty();
        if phase.lead.origin == Origin::Stated {
            let label = || if helps { words.label_lead() } else { words.label_accountable() };
            self.owners(&mut entries, label, &phase.lead.value);
        }
        if helps {
            self.owners(&mut entries, || words.label_with(), &phase.with.value);
        }
        self.line(entries, said)
    }

    fn owners(&self, entries: &mut Vec<Entry>, label: impl FnOnce() -> String, owners: &[OwnerRef]) {
        if owners.is_empty() {
            return;
        }
        let mut inlines = Vec::new();
        for (index, owner) in owners.iter().enumerate() {
            if index > 0 {
                inlines.push(Inline::text("、"));
            }
            inlines.push(self.owner(owner));
        }
        entries.push((label(), merged(inlines)));
    }

    /// The name of an owner; a group leads to the measure that sets it up.
    pub(in crate::document) fn owner(&self, reference: &OwnerRef) -> Inline {
        let text = when::unbracketed(&owner(self.plan, reference));
        match reference.target().and_then(|id| self.founding(id)) {
            Some(target) => Inline::Link { text, target },
            None => Inline::Text { text },
        }
    }

    fn time(&self, measure: &Measure, around: Option<&Measure>) -> Option<Entry> {
        let due = measure.due.value.as_ref().map(|due| &due.value);
        let known = around.and_then(|around| around.due.value.as_ref()).map(|due| &due.value);
        let words = |label, text: String| Some((label, vec![Inline::text(when::unbracketed(&text))]));
        match (&measure.start, due) {
            (Some(start), due) => words(self.wording.label_time(), when::span(&start.value, due)),
            (None, Some(due)) if known != Some(due) => words(self.wording.label_due(), when::due(due)),
            _ => None,
        }
    }

    /// The entries as one line; links stay links, whatever stands around them.
    fn line(&self, mut entries: Vec<Entry>, said: &Said) -> Vec<Inline> {
        entries.retain(|(label, inlines)| !is_told(said, label, inlines));
        if entries.is_empty() {
            return Vec::new();
        }
        let mut inlines = Vec::new();
        for (index, (label, words)) in entries.into_iter().enumerate() {
            let entry = self.wording.owner_entry(&label, HERE);
            inlines.extend((index > 0).then(|| Inline::text("；")));
            put_around(&entry, words, &mut inlines);
        }
        let mut line = Vec::with_capacity(inlines.len() + 2);
        put_around(&self.wording.owner_line(HERE), inlines, &mut line);
        merged(line)
    }
}

/// Whether prose has the entry, perhaps under another label of its kind.
fn is_told(said: &Said, label: &str, inlines: &[Inline]) -> bool {
    const STEMS: [&[&str]; 3] = [&["责任", "牵头", "主办"], &["配合", "协办", "协助"], &["时限", "时间"]];
    let stems = || STEMS.iter().find(|stems| stems.iter().any(|stem| label.contains(stem)));
    let words = || crate::document::text::words(inlines);
    said.has_labels() && stems().is_some_and(|stems| said.has_labelled(stems, words().split('、')))
}

/// Stands in a pattern for pieces that are put in afterwards; nothing of a plan holds it.
const HERE: &str = "\u{0}";

/// Adds the pieces with what a pattern puts before and after them.
fn put_around(pattern: &str, inlines: Vec<Inline>, out: &mut Vec<Inline>) {
    let (before, after) = pattern.split_once(HERE).unwrap_or((pattern, ""));
    out.push(Inline::text(before));
    out.extend(inlines);
    out.push(Inline::text(after));
}

/// The value of a field where it differs from that of the measure around.
fn changed<'m>(field: &'m Field<Vec<OwnerRef>>, around: Option<&Field<Vec<OwnerRef>>>) -> &'m [OwnerRef] {
    let same = around.is_some_and(|around| all_named(&around.value) == all_named(&field.value));
    if same { &[] } else { &field.value }
}

/// Whether the time of a measure is its own.
pub(in crate::document) fn own_due<'m>(measure: &'m Measure, around: Option<&Measure>) -> Option<&'m When> {
    let due = measure.due.value.as_ref().map(|due| &due.value)?;
    let known = around.and_then(|around| around.due.value.as_ref()).map(|due| &due.value);
    (known != Some(due) && measure.start.is_none()).then_some(due)
}

/// Neighbouring words as one piece.
pub(in crate::document) fn merged(inlines: Vec<Inline>) -> Vec<Inline> {
    let mut out: Vec<Inline> = Vec::new();
    for inline in inlines {
        match (out.last_mut(), inline) {
            (Some(Inline::Text { text }), Inline::Text { text: more }) => text.push_str(&more),
            (_, inline) if inline.words().is_empty() => {}
            (_, inline) => out.push(inline),
        }
    }
    out
}

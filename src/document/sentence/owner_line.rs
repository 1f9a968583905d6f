//! The line that closes a measure: `（牵头单位：…；配合单位：…；完成时限：…）`.

use crate::calendar::When;
use crate::document::{Inline, Writer};
use crate::plan::{Field, Goal, Made, Measure, Origin, Output, OwnerRef, Phase};

use super::{all_named, named, result, when};

/// One label and what stands after it.
type Entry = (&'static str, Vec<Inline>);

impl Writer<'_> {
    /// The line of a measure. What it has in common with the measure around it is not said again.
    pub(in crate::document) fn measure_line(
        &self,
        measure: &Measure,
        around: Option<&Measure>,
        outputs: &[&Output],
        tells_time: bool,
    ) -> Vec<Inline> {
        let lead = changed(&measure.lead, around.map(|around| &around.lead));
        let with = changed(&measure.with, around.map(|around| &around.with));
        let accountable = match measure.accountable.origin {
            Origin::Stated => changed(&measure.accountable, around.map(|around| &around.accountable)),
            _ => &[],
        };
        let mut entries: Vec<Entry> = Vec::new();
        self.owners(&mut entries, "责任单位", accountable);
        let alone = accountable.is_empty() && measure.with.value.is_empty() || around.is_some() && with.is_empty();
        self.owners(&mut entries, if alone { "责任单位" } else { "牵头单位" }, lead);
        self.owners(&mut entries, "配合单位", with);
        if !outputs.is_empty() {
            entries.push(("工作成果", vec![Inline::text(result::names(outputs))]));
        }
        if tells_time {
            entries.extend(time(measure, around));
        }
        line(entries)
    }

    /// The line of a goal, with what is written on it.
    pub(in crate::document) fn goal_line(&self, goal: &Goal) -> Vec<Inline> {
        let mut entries = Vec::new();
        if goal.accountable.origin == Origin::Stated {
            self.owners(&mut entries, "责任单位", &goal.accountable.value);
        }
        if goal.lead.origin == Origin::Stated {
            let label = if entries.is_empty() { "责任单位" } else { "牵头单位" };
            self.owners(&mut entries, label, &goal.lead.value);
        }
        if let (Origin::Stated, Some(due)) = (goal.due.origin, &goal.due.value) {
            entries.push(("完成时限", vec![Inline::text(when::unbracketed(&when::due(&due.value)))]));
        }
        line(entries)
    }

    /// The line of a phase.
    pub(in crate::document) fn phase_line(&self, phase: &Phase) -> Vec<Inline> {
        let mut entries = Vec::new();
        if phase.lead.origin == Origin::Stated {
            self.owners(&mut entries, "责任单位", &phase.lead.value);
        }
        line(entries)
    }

    fn owners(&self, entries: &mut Vec<Entry>, label: &'static str, owners: &[OwnerRef]) {
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
        entries.push((label, merged(inlines)));
    }

    /// The name of an owner; a group leads to the measure that sets it up.
    fn owner(&self, owner: &OwnerRef) -> Inline {
        let made = owner.target().and_then(|id| self.plan.owners[id].made.as_ref());
        let text = match made {
            Some(Made::Of(parts)) => all_named(parts),
            _ => when::unbracketed(&named(owner)),
        };
        match owner.target().and_then(|id| self.founding(id)) {
            Some(target) => Inline::Link { text, target },
            None => Inline::Text { text },
        }
    }
}

/// The value of a field where it differs from that of the measure around.
fn changed<'m>(field: &'m Field<Vec<OwnerRef>>, around: Option<&Field<Vec<OwnerRef>>>) -> &'m [OwnerRef] {
    let same = around.is_some_and(|around| all_named(&around.value) == all_named(&field.value));
    if same { &[] } else { &field.value }
}

fn time(measure: &Measure, around: Option<&Measure>) -> Option<Entry> {
    let due = measure.due.value.as_ref().map(|due| &due.value);
    let known = around.and_then(|around| around.due.value.as_ref()).map(|due| &due.value);
    let words = |label, text: String| Some((label, vec![Inline::text(when::unbracketed(&text))]));
    match (&measure.start, due) {
        (Some(start), due) => words("实施时间", when::span(&start.value, due)),
        (None, Some(due)) if known != Some(due) => words("完成时限", when::due(due)),
        _ => None,
    }
}

/// Whether the time of a measure is its own.
pub(in crate::document) fn own_due<'m>(measure: &'m Measure, around: Option<&Measure>) -> Option<&'m When> {
    let due = measure.due.value.as_ref().map(|due| &due.value)?;
    let known = around.and_then(|around| around.due.value.as_ref()).map(|due| &due.value);
    (known != Some(due) && measure.start.is_none()).then_some(due)
}

fn line(entries: Vec<Entry>) -> Vec<Inline> {
    if entries.is_empty() {
        return Vec::new();
    }
    let mut inlines = vec![Inline::text("（")];
    for (index, (label, words)) in entries.into_iter().enumerate() {
        let before = if index > 0 { "；" } else { "" };
        inlines.push(Inline::text(format!("{before}{label}：")));
        inlines.extend(words);
    }
    inlines.push(Inline::text("）"));
    merged(inlines)
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

//! The line that closes a measure: `（牵头单位：…；配合单位：…；完成时限：…）`.

use crate::calendar::When;
use crate::document::run::Run;
use crate::document::said::Said;
use crate::document::text;
use crate::document::wording::Piece;
use crate::document::{Inline, Writer};
use crate::plan::{Field, Goal, Holder, Measure, Origin, Output, OwnerRef, Phase};

use super::{all_named, owner, result, when};

/// One label and what stands after it.
struct Entry<'p> {
    label: &'p str,
    what: What<'p>,
}

/// What stands after a label.
enum What<'p> {
    Owners(&'p [OwnerRef]),
    Words(String),
}

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
        put_owners(&mut entries, words.label_accountable(), accountable);
        let alone = accountable.is_empty() && measure.with.value.is_empty()
            || (around.is_some() || phase.is_some()) && with.is_empty();
        put_owners(&mut entries, if alone { words.label_accountable() } else { words.label_lead() }, lead);
        put_owners(&mut entries, words.label_with(), with);
        if !outputs.is_empty() {
            entries.push(Entry { label: words.label_outputs(), what: What::Words(result::names(outputs)) });
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
            put_owners(&mut entries, self.wording.label_accountable(), &goal.accountable.value);
        }
        if goal.lead.origin == Origin::Stated {
            let words = self.wording;
            let is_alone = entries.is_empty();
            let label = if is_alone { words.label_accountable() } else { words.label_lead() };
            put_owners(&mut entries, label, &goal.lead.value);
        }
        if let (Origin::Stated, Some(due)) = (goal.due.origin, &goal.due.value) {
            entries.push(timed(self.wording.label_due(), when::due(&due.value)));
        }
        self.line(entries, said)
    }

    /// The line of a phase.
    pub(in crate::document) fn phase_line(&self, phase: &Phase, said: &Said) -> Vec<Inline> {
        let (mut entries, words) = (Vec::new(), self.wording);
        let helps = phase.with.origin == Origin::Stated && !phase.with.value.is_empty();
        if phase.lead.origin == Origin::Stated {
            let label = if helps { words.label_lead() } else { words.label_accountable() };
            put_owners(&mut entries, label, &phase.lead.value);
        }
        if helps {
            put_owners(&mut entries, words.label_with(), &phase.with.value);
        }
        self.line(entries, said)
    }

    fn time(&self, measure: &Measure, around: Option<&Measure>) -> Option<Entry<'_>> {
        let due = measure.due.value.as_ref().map(|due| &due.value);
        let known = around.and_then(|around| around.due.value.as_ref()).map(|due| &due.value);
        match (&measure.start, due) {
            (Some(start), due) => Some(timed(self.wording.label_time(), when::span(&start.value, due))),
            (None, Some(due)) if known != Some(due) => Some(timed(self.wording.label_due(), when::due(due))),
            _ => None,
        }
    }

    /// The entries as one line; links stay links, whatever stands around them.
    fn line(&self, mut entries: Vec<Entry>, said: &Said) -> Vec<Inline> {
        if said.has_labels() {
            entries.retain(|entry| !self.is_told(entry, said));
        }
        let mut line = Run::default();
        if entries.is_empty() {
            return line.pieces();
        }
        for piece in self.wording.owner_line() {
            match piece {
                Piece::Words(words) => line.say(words),
                Piece::Slot(_) => self.entries(&entries, &mut line),
            }
        }
        line.pieces()
    }

    fn entries(&self, entries: &[Entry], line: &mut Run) {
        for (index, entry) in entries.iter().enumerate() {
            line.say(if index > 0 { "；" } else { "" });
            for piece in self.wording.owner_entry() {
                match piece {
                    Piece::Words(words) => line.say(words),
                    Piece::Slot(LABEL) => line.say(entry.label),
                    Piece::Slot(_) => self.what(&entry.what, line),
                }
            }
        }
    }

    fn what(&self, what: &What, line: &mut Run) {
        match what {
            What::Words(words) => line.say(words),
            What::Owners(owners) => {
                for (index, owner) in owners.iter().enumerate() {
                    line.say(if index > 0 { "、" } else { "" });
                    self.put_owner(owner, line);
                }
            }
        }
    }

    /// Says the name of an owner; a group leads to the measure that sets it up.
    pub(in crate::document) fn put_owner(&self, reference: &OwnerRef, line: &mut Run) {
        let name = when::unbracketed(owner(self.plan, reference));
        match reference.target().and_then(|id| self.founding(id)) {
            Some(target) => line.lead(&name, target),
            None => line.say(&name),
        }
    }

    /// Whether prose has the entry, perhaps under another label of its kind.
    fn is_told(&self, entry: &Entry, said: &Said) -> bool {
        const STEMS: [&[&str]; 3] = [&["责任", "牵头", "主办"], &["配合", "协办", "协助"], &["时限", "时间"]];
        let Some(stems) = STEMS.iter().find(|stems| stems.iter().any(|stem| entry.label.contains(stem))) else {
            return false;
        };
        let mut what = Run::default();
        self.what(&entry.what, &mut what);
        said.has_labelled(stems, text::words(&what.pieces()).split('、'))
    }
}

/// The slot of an entry that its label stands in.
const LABEL: usize = 0;

fn timed(label: &str, time: String) -> Entry<'_> {
    Entry { label, what: What::Words(when::unbracketed(time).into_owned()) }
}

fn put_owners<'p>(entries: &mut Vec<Entry<'p>>, label: &'p str, owners: &'p [OwnerRef]) {
    if !owners.is_empty() {
        entries.push(Entry { label, what: What::Owners(owners) });
    }
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

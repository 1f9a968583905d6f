//! How much hangs on a line: who serves a goal, what brings an indicator about, what an owner leads.

use std::collections::BTreeSet;

use super::index::Thing;
use super::{Analysis, Lens};
use crate::diagnostic::Text;
use crate::plan::{Goal, Holder, Id, Indicator, Measure, Owner, OwnerRef};
use crate::source::{SourceId, Span};
use crate::text;

impl Analysis {
    /// The lenses of a file, by place.
    pub fn lenses(&self, source: SourceId) -> Vec<Lens> {
        let plan = &self.compiled.plan;
        let goals = plan.goals.ids().map(|id| (Thing::Goal(id), self.of_goal(id)));
        let indicators = plan.indicators.entries().filter(|(_, indicator)| indicator.is_declared);
        let indicators = indicators.map(|(id, _)| (Thing::Indicator(id), self.of_indicator(id)));
        let owners = plan.owners.ids().map(|id| (Thing::Owner(id), self.of_owner(id)));
        let all = goals.chain(indicators).chain(owners);
        let mut lenses: Vec<Lens> = all
            .filter_map(|(thing, found)| {
                let (title, places) = found?;
                let declared = self.index.of_thing(thing).find(|mention| mention.is_declaration)?.span;
                (declared.source == source).then_some(Lens { span: declared, title, places })
            })
            .collect();
        lenses.sort_by_key(|lens| lens.span);
        lenses
    }

    fn of_goal(&self, id: Id<Goal>) -> Option<(Text, Vec<Span>)> {
        let places: Vec<Span> = self.serving(id).map(|measure| measure.name.span).collect();
        Some((served(places.len()), places))
    }

    /// The measures that hold a quota of it, and those that serve a goal which does.
    fn of_indicator(&self, id: Id<Indicator>) -> Option<(Text, Vec<Span>)> {
        let plan = &self.compiled.plan;
        let mut measures: BTreeSet<Id<Measure>> = BTreeSet::new();
        for quota in plan.quotas.iter().filter(|quota| quota.indicator == id) {
            match quota.holder {
                Holder::Measure(measure) => measures.extend([measure]),
                Holder::Goal(goal) => {
                    let serves = |measure: &&(Id<Measure>, &Measure)| {
                        measure.1.serves.value.iter().any(|reference| reference.target() == Some(goal))
                    };
                    let all: Vec<_> = plan.measures.entries().collect();
                    measures.extend(all.iter().filter(serves).map(|(id, _)| *id));
                }
                _ => {}
            }
        }
        let places: Vec<Span> = measures.into_iter().map(|id| plan.measures[id].name.span).collect();
        (!places.is_empty()).then(|| (served(places.len()), places))
    }

    fn of_owner(&self, id: Id<Owner>) -> Option<(Text, Vec<Span>)> {
        let plan = &self.compiled.plan;
        let is_in = |references: &[OwnerRef]| references.iter().any(|reference| self.is_or_holds(reference, id));
        let leads: Vec<Span> = plan
            .measures
            .iter()
            .filter(|measure| is_in(&measure.lead.value))
            .map(|measure| measure.name.span)
            .collect();
        let joins: Vec<Span> = plan
            .measures
            .iter()
            .filter(|measure| is_in(&measure.with.value))
            .map(|measure| measure.name.span)
            .collect();
        let (led, joined) = (leads.len(), joins.len());
        let title = text!(zh: "牵头{led}项，配合{joined}项", en: "leads {led}, joins {joined}");
        (led + joined > 0).then(|| (title, leads.into_iter().chain(joins).collect()))
    }
}

fn served(count: usize) -> Text {
    match count {
        0 => text!(zh: "没有措施落实", en: "served by no measure"),
        1 => text!(zh: "由1项措施落实", en: "served by 1 measure"),
        _ => text!(zh: "由{count}项措施落实", en: "served by {count} measures"),
    }
}

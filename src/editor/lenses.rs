//! How much hangs on a line: who serves a goal, what brings an indicator about, what an owner leads.
//!
//! A lens is of one plan. In a file that several plans use, what hangs on a line is the sum over all of them, and whoever
//! knows them all has it worded by [`Lens::title`].

use std::collections::BTreeSet;

use super::index::Thing;
use super::{Analysis, Lens, LensKind};
use crate::diagnostic::Text;
use crate::plan::{Goal, Holder, Id, Indicator, Measure, Owner, OwnerRef};
use crate::source::{SourceId, Span};
use crate::text;

impl Analysis {
    /// The lenses of a file, by place; of what nothing hangs on as well.
    pub fn lenses(&self, source: SourceId) -> Vec<Lens> {
        let plan = &self.compiled.plan;
        let lens = |thing: Thing, kind, first, second| {
            let span = self.index.of_thing(thing).find(|mention| mention.is_declaration)?.span;
            (span.source == source).then_some(Lens { span, kind, first, second })
        };
        let goals = plan.goals.ids().map(|id| lens(Thing::Goal(id), LensKind::Goal, self.of_goal(id), Vec::new()));
        let indicators = plan.indicators.entries().filter(|(_, indicator)| indicator.is_declared);
        let indicators = indicators
            .map(|(id, _)| lens(Thing::Indicator(id), LensKind::Indicator, self.of_indicator(id), Vec::new()));
        let owners = plan.owners.ids().map(|id| {
            let (leads, joins) = self.of_owner(id);
            lens(Thing::Owner(id), LensKind::Owner, leads, joins)
        });
        let mut lenses: Vec<Lens> = goals.chain(indicators).chain(owners).flatten().collect();
        lenses.sort_by_key(|lens| lens.span);
        lenses
    }

    fn of_goal(&self, id: Id<Goal>) -> Vec<Span> {
        self.serving(id).map(|measure| measure.name.span).collect()
    }

    /// The measures that hold a quota of it, and those that serve a goal which does.
    fn of_indicator(&self, id: Id<Indicator>) -> Vec<Span> {
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
        measures.into_iter().map(|id| plan.measures[id].name.span).collect()
    }

    fn of_owner(&self, id: Id<Owner>) -> (Vec<Span>, Vec<Span>) {
        let plan = &self.compiled.plan;
        let is_in = |references: &[OwnerRef]| references.iter().any(|reference| self.is_or_holds(reference, id));
        let places = |references: fn(&Measure) -> &[OwnerRef]| {
            let meant = plan.measures.iter().filter(|measure| is_in(references(measure)));
            meant.map(|measure| measure.name.span).collect()
        };
        (places(|measure| &measure.lead.value), places(|measure| &measure.with.value))
    }
}

impl Lens {
    /// The words for so many places of either kind in so many plans; none where nothing is worth a word.
    pub fn title(kind: LensKind, first: usize, second: usize, plans: usize) -> Option<Text> {
        let title = match (kind, first, second) {
            (LensKind::Goal, 0, _) => text!(zh: "没有措施落实", en: "served by no measure"),
            (LensKind::Indicator, 0, _) | (LensKind::Owner, 0, 0) => return None,
            (LensKind::Goal | LensKind::Indicator, 1, _) => text!(zh: "由1项措施落实", en: "served by 1 measure"),
            (LensKind::Goal | LensKind::Indicator, count, _) => {
                text!(zh: "由{count}项措施落实", en: "served by {count} measures")
            }
            (LensKind::Owner, led, joined) => {
                text!(zh: "牵头{led}项，配合{joined}项", en: "leads {led}, joins {joined}")
            }
        };
        let Text { zh, en } = &title;
        Some(if plans > 1 {
            text!(zh: "{zh}（{plans}个方案共计）", en: "{en} (in {plans} plans)")
        } else {
            title
        })
    }
}

//! The things of a plan that a search finds.

use super::index::{Thing, kind};
use super::rename::called;
use super::{Analysis, Symbol};
use crate::plan::{Holder, is_library};
use crate::source::Span;

impl Analysis {
    /// What is called by a name in which the signs of `query` stand in their order, the best first; of the standard
    /// library nothing.
    pub fn symbols(&self, query: &str) -> Vec<Symbol> {
        let plan = &self.compiled.plan;
        let mut found = Vec::new();
        for thing in self.index.things(plan) {
            let declared = self.index.of_thing(thing).any(|mention| mention.is_declaration);
            let names = self.index.names(plan, thing);
            let rank = names.iter().filter_map(|name| rank(&name.value, query)).min();
            let (Some(rank), Some(name), true) = (rank, names.first(), declared) else { continue };
            if is_library(self.compiled.sources.get(name.span.source).path()) {
                continue;
            }
            let symbol = Symbol {
                name: name.value.clone(),
                kind: kind(plan, thing),
                container: self.container(thing),
                span: name.span,
            };
            found.push((rank, symbol));
        }
        found.sort_by(|(one, first), (other, second)| (one, place(first)).cmp(&(other, place(second))));
        found.into_iter().map(|(_, symbol)| symbol).collect()
    }

    /// What encloses a thing: of an owner its superior, of a step what it stands in.
    fn container(&self, thing: Thing) -> String {
        let plan = &self.compiled.plan;
        let holder = match thing {
            Thing::Owner(id) => {
                let superior = plan.owners[id].superior();
                return superior.map(|id| plan.owners[id].name.value.clone()).unwrap_or_default();
            }
            Thing::Goal(id) => plan.goals[id].holder,
            Thing::Measure(id) => plan.measures[id].holder,
            Thing::Phase(id) => plan.phases[id].holder,
            Thing::Set(id) => plan.sets[id].holder,
            Thing::Chain(id) => plan.chains[id].holder,
            Thing::Fund(id) => plan.funds[id].holder,
            Thing::Indicator(_) | Thing::Param(_) | Thing::Unit(_) => {
                return called(kind(plan, thing)).0.to_owned();
            }
        };
        match holder {
            Holder::Plan | Holder::Notice(_) => {
                plan.title.as_ref().map(|title| title.value.clone()).unwrap_or_default()
            }
            Holder::Section(id) => plan.sections[id].title.value.clone(),
            Holder::Goal(id) => plan.goals[id].title.value.clone(),
            Holder::Measure(id) => plan.measures[id].title.value.clone(),
            Holder::Phase(id) => plan.phases[id].title.value.clone(),
            Holder::Owner(id) => plan.owners[id].name.value.clone(),
        }
    }
}

fn place(symbol: &Symbol) -> (Span, &str) {
    (symbol.span, &symbol.name)
}

/// How well a name answers a query, the best least: signs in a row before signs apart, the beginning before the rest.
fn rank(name: &str, query: &str) -> Option<usize> {
    let (name, query) = (name.to_lowercase(), query.to_lowercase());
    if let Some(at) = name.find(&query) {
        return Some(usize::from(at > 0));
    }
    let mut rest = name.chars();
    let is_within = query.chars().filter(|sign| !sign.is_whitespace()).all(|sign| rest.any(|other| other == sign));
    is_within.then_some(2)
}

#[cfg(test)]
mod tests {
    use super::rank;

    #[test]
    fn signs_stand_in_their_order() {
        assert_eq!(rank("县教育局", "县教"), Some(0));
        assert_eq!(rank("县教育局", "教育"), Some(1));
        assert_eq!(rank("县教育局", "县局"), Some(2));
        assert_eq!(rank("县教育局", "局县"), None);
        assert_eq!(rank("县教育局", ""), Some(0));
    }
}

//! Every place where a thing of the plan is named.
//!
//! Takes a compiled plan, gives its names where they are written: exactly their bytes where a place writes one of the
//! names of the thing, the whole place where it says the name in other words. A place may name several:
//! `县教育局＋县财政局` names two owners, 学校校长 a post and whose it is.

mod gather;
mod owners;
mod units;
mod written;

use std::collections::BTreeMap;

use super::Kind;
use crate::compile::Compiled;
use crate::plan::{Chain, Fund, Goal, Id, Indicator, Measure, Owner, OwnerKind, Param, Phase, Plan, Set};
use crate::source::{SourceId, Span, Spanned};
use crate::syntax::fold::name_key;
use crate::syntax::keyword::Keyword;

pub(super) use owners::{Owners, references};

/// A thing of the plan that has a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Thing {
    Owner(Id<Owner>),
    Goal(Id<Goal>),
    Measure(Id<Measure>),
    Phase(Id<Phase>),
    Indicator(Id<Indicator>),
    Param(Id<Param>),
    Set(Id<Set>),
    Chain(Id<Chain>),
    Fund(Id<Fund>),
    /// By its number among the units that the plan declares.
    Unit(usize),
}

/// A place that names a thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mention {
    pub thing: Thing,
    pub span: Span,
    pub form: Form,
    pub is_declaration: bool,
}

/// How a place names a thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// By one of its names, this one: the place holds nothing else.
    Name(usize),
    /// By its first name, in other words: by a part of it, or with a parameter in it.
    Loose,
    /// As what another thing declares: 领导小组办公室 through the 办公室 line of its group.
    Derived,
}

/// The names of a plan and where they stand.
#[derive(Default)]
pub(super) struct Index {
    /// By place.
    mentions: Vec<Mention>,
    /// Which of them name each thing.
    places: BTreeMap<Thing, Vec<usize>>,
    /// The names of the units that the plan declares.
    units: Vec<Vec<Spanned<String>>>,
    /// What has a name, by the form in which names are compared.
    kinds: BTreeMap<String, Vec<Kind>>,
}

impl Index {
    /// The names of a compiled plan.
    pub fn of(compiled: &Compiled) -> Self {
        let mut index = Self { units: units::declared(compiled), ..Self::default() };
        gather::gather(compiled, &mut index);
        index.settle();
        let mut kinds: BTreeMap<String, Vec<Kind>> = BTreeMap::new();
        for thing in index.things(&compiled.plan) {
            for name in index.names(&compiled.plan, thing) {
                kinds.entry(name_key(&name.value)).or_default().push(kind(&compiled.plan, thing));
            }
        }
        let mut places: BTreeMap<Thing, Vec<usize>> = BTreeMap::new();
        for (at, mention) in index.mentions.iter().enumerate() {
            places.entry(mention.thing).or_default().push(at);
        }
        Self { kinds, places, ..index }
    }

    /// What a name names, if that is one of what is wanted; 各学校 names 学校.
    pub fn known(&self, name: &str, wanted: &[Kind]) -> Option<Kind> {
        let key = name_key(name);
        let kinds = self.kinds.get(&key).or_else(|| self.kinds.get(key.strip_prefix('各')?))?;
        kinds.iter().copied().find(|kind| wanted.contains(kind))
    }

    /// Puts them in order, each once.
    fn settle(&mut self) {
        let mut known: BTreeMap<(Span, Thing), Mention> = BTreeMap::new();
        for mention in self.mentions.drain(..) {
            let slot = known.entry((mention.span, mention.thing)).or_insert_with(|| mention.clone());
            slot.is_declaration |= mention.is_declaration;
        }
        // A place in other words says nothing more where the name itself stands within it.
        let exact: Vec<(Thing, Span)> = known
            .values()
            .filter(|mention| matches!(mention.form, Form::Name(_)))
            .map(|mention| (mention.thing, mention.span))
            .collect();
        let mut exact_of: BTreeMap<Thing, Vec<Span>> = BTreeMap::new();
        exact.into_iter().for_each(|(thing, span)| exact_of.entry(thing).or_default().push(span));
        let says_more = |mention: &Mention| {
            let spans = exact_of.get(&mention.thing).map(Vec::as_slice).unwrap_or_default();
            let from =
                spans.partition_point(|span| (span.source, span.start) < (mention.span.source, mention.span.start));
            let within = spans.get(from).is_some_and(|span| {
                span.source == mention.span.source && span.end <= mention.span.end && *span != mention.span
            });
            mention.form != Form::Loose || !within
        };
        self.mentions = known.into_values().filter(says_more).collect();
    }

    /// What is named at a byte: of several places around it the shortest.
    pub fn at(&self, source: SourceId, offset: usize) -> Option<&Mention> {
        let holds = |mention: &&Mention| mention.span.source == source && touches(mention.span, offset);
        // No name is so long that more places than these could lie around one byte.
        let from = self.mentions.partition_point(|mention| (mention.span.source, mention.span.start) < (source, 0));
        let to = self
            .mentions
            .partition_point(|mention| (mention.span.source, mention.span.start as usize) <= (source, offset));
        let around = self.mentions[from..to].iter().filter(holds);
        // Of two that meet at the byte, the one that begins there.
        around.min_by_key(|mention| (mention.span.end as usize == offset, mention.span.end - mention.span.start))
    }

    /// Every place that names a thing, in order.
    pub fn of_thing(&self, thing: Thing) -> impl Iterator<Item = &Mention> {
        self.places.get(&thing).into_iter().flatten().filter_map(|at| self.mentions.get(*at))
    }

    /// Every name of a thing, the one that it is declared by first.
    pub fn names<'a>(&'a self, plan: &'a Plan, thing: Thing) -> Vec<&'a Spanned<String>> {
        match thing {
            Thing::Owner(id) => {
                let owner = &plan.owners[id];
                std::iter::once(&owner.name).chain(&owner.full_name).chain(&owner.aliases).collect()
            }
            Thing::Goal(id) => named(&plan.goals[id].name, &plan.goals[id].title),
            Thing::Measure(id) => named(&plan.measures[id].name, &plan.measures[id].title),
            Thing::Phase(id) => named(&plan.phases[id].name, &plan.phases[id].title),
            Thing::Indicator(id) => {
                let indicator = &plan.indicators[id];
                std::iter::once(&indicator.name).chain(&indicator.aliases).collect()
            }
            Thing::Param(id) => vec![&plan.params[id].name],
            Thing::Set(id) => vec![&plan.sets[id].name],
            Thing::Chain(id) => plan.chains[id].name.iter().collect(),
            Thing::Fund(id) => vec![&plan.funds[id].name],
            Thing::Unit(number) => self.units.get(number).map(|names| names.iter().collect()).unwrap_or_default(),
        }
    }

    /// Every thing of the plan, by kind and in its order.
    pub fn things(&self, plan: &Plan) -> Vec<Thing> {
        let mut things: Vec<Thing> = plan.owners.ids().map(Thing::Owner).collect();
        things.extend(plan.goals.ids().map(Thing::Goal));
        things.extend(plan.measures.ids().map(Thing::Measure));
        things.extend(plan.phases.ids().map(Thing::Phase));
        things.extend(plan.indicators.ids().map(Thing::Indicator));
        things.extend(plan.params.ids().map(Thing::Param));
        things.extend(plan.sets.ids().map(Thing::Set));
        things.extend(plan.chains.ids().map(Thing::Chain));
        things.extend(plan.funds.ids().map(Thing::Fund));
        things.extend((0..self.units.len()).map(Thing::Unit));
        things
    }
}

/// What a thing is.
pub(super) fn kind(plan: &Plan, thing: Thing) -> Kind {
    match thing {
        Thing::Owner(id) => match plan.owners[id].kind {
            OwnerKind::Post => Kind::Post,
            OwnerKind::Group => Kind::Group,
            _ => Kind::Owner,
        },
        Thing::Goal(_) => Kind::Goal,
        Thing::Measure(_) => Kind::Measure,
        Thing::Phase(_) => Kind::Phase,
        Thing::Indicator(_) => Kind::Indicator,
        Thing::Param(_) => Kind::Param,
        Thing::Set(_) => Kind::Set,
        Thing::Chain(_) => Kind::Chain,
        Thing::Fund(_) => Kind::Fund,
        Thing::Unit(_) => Kind::Unit,
    }
}

/// What the names behind a keyword name.
pub(super) fn expected(keyword: Keyword) -> &'static [Kind] {
    const OWNERS: &[Kind] = &[Kind::Owner, Kind::Post, Kind::Group];
    const COUNTED: &[Kind] = &[Kind::Indicator, Kind::Owner, Kind::Post, Kind::Group];
    const ANY: &[Kind] = &[
        Kind::Goal,
        Kind::Measure,
        Kind::Phase,
        Kind::Owner,
        Kind::Post,
        Kind::Group,
        Kind::Set,
        Kind::Fund,
        Kind::Chain,
    ];
    match keyword {
        Keyword::Lead
        | Keyword::With
        | Keyword::Accountable
        | Keyword::Issuer
        | Keyword::Approved
        | Keyword::Under
        | Keyword::Members
        | Keyword::Office
        | Keyword::Chain
        | Keyword::Alliance
        | Keyword::Report
        | Keyword::Role
        | Keyword::Output => OWNERS,
        Keyword::Leader | Keyword::Deputy => &[Kind::Post, Kind::Owner, Kind::Group],
        Keyword::Serves => &[Kind::Goal],
        Keyword::After | Keyword::BuildsOn => &[Kind::Measure, Kind::Phase, Kind::Goal],
        Keyword::Quota | Keyword::Baseline | Keyword::Part | Keyword::Definition | Keyword::Formula => COUNTED,
        Keyword::Fund => &[Kind::Fund, Kind::Owner, Kind::Post, Kind::Group],
        Keyword::Set => ANY,
        _ => &[],
    }
}

/// Whether a byte lies in a span or at an end of it.
pub(super) fn touches(span: Span, offset: usize) -> bool {
    (span.start as usize..=span.end as usize).contains(&offset)
}

/// A name and, where it stands at another place, a title.
fn named<'a>(name: &'a Spanned<String>, title: &'a Spanned<String>) -> Vec<&'a Spanned<String>> {
    let is_other = name.span != title.span;
    std::iter::once(name).chain(is_other.then_some(title)).collect()
}

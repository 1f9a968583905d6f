//! What shares and sums of money say.

use std::collections::{HashMap, HashSet};

use crate::calendar::Every;
use crate::export::value::{Number, Rhythm};
use crate::plan::{Fact, Fund, Holder, Id, Part, Thing};
use crate::quantity::{Amount, Comparison, Decimal, Target, Unit};
use crate::source::Span;

use super::{Context, Implied, ImpliedKind, divided};

/// The whole of every share with an amount, and from the first of each whole the amount of its shares without.
pub(super) fn shares(context: &Context) -> Vec<Implied> {
    let open = open_shares(context);
    let mut known = HashSet::new();
    let mut found = Vec::new();
    for (id, fund) in context.plan.funds.entries() {
        let (Some(share), Some(amount)) = (&fund.share, amount(fund)) else { continue };
        let Some(whole) = share_of(amount.value, share.percent, divided) else { continue };
        let unit = amount.unit.as_ref().map(Unit::word);
        let every = || fund.every.as_ref().and_then(|every| context.rhythm(Some(every)));
        let record = |kind, of: &str, value, how, from, span| {
            let number = Number::worked_out(value, unit);
            Implied {
                kind,
                of: of.to_owned(),
                number,
                time: None,
                every: every(),
                how,
                from,
                place: context.place(span),
            }
        };
        let (own, of) = (&context.names.funds[id], share.of.value.as_str());
        let how = format!("{} / {}%", amount.value, share.percent);
        found.push(record(ImpliedKind::Whole, of, whole, how, vec![own.clone()], fund.span));
        if !known.insert(of) {
            continue;
        }
        for (part, percent) in open.get(of).into_iter().flatten() {
            let Some(value) = share_of(whole, *percent, |value, by| value.checked_mul(by)) else { continue };
            let name = &context.names.funds[*part];
            let how = format!("{} * {percent}%", whole.normalize());
            let from = vec![own.clone(), name.clone()];
            found.push(record(ImpliedKind::Part, name, value, how, from, context.plan.funds[*part].span));
        }
    }
    found
}

/// The shares whose amount is not given, by the name of their whole.
fn open_shares<'a>(context: &Context<'a>) -> HashMap<&'a str, Vec<(Id<Fund>, Decimal)>> {
    let mut open: HashMap<&str, Vec<(Id<Fund>, Decimal)>> = HashMap::new();
    for (id, fund) in context.plan.funds.entries().filter(|(_, fund)| amount_is_open(fund)) {
        if let Some(share) = &fund.share {
            open.entry(&share.of.value).or_default().push((id, share.percent));
        }
    }
    open
}

fn share_of(value: Decimal, percent: Decimal, by: impl Fn(Decimal, Decimal) -> Option<Decimal>) -> Option<Decimal> {
    by(value, percent.checked_div(Decimal::ONE_HUNDRED)?)
}

fn amount(fund: &Fund) -> Option<&Amount> {
    match &fund.amount.as_ref()?.value {
        Target::Value(Comparison::Planned | Comparison::Exactly, amount) => Some(amount),
        _ => None,
    }
}

fn amount_is_open(fund: &Fund) -> bool {
    fund.amount.as_ref().is_none_or(|amount| matches!(amount.value, Target::Soft(_) | Target::Hole(_)))
}

/// The sums of every part of the text and of every set whose funds can be added up.
pub(super) fn sums(context: &Context) -> Vec<Implied> {
    let plan = context.plan;
    let mut adder = Adder { context, found: Vec::new() };
    adder.body(Holder::Plan, plan.span, &plan.body);
    for (id, set) in plan.sets.entries() {
        let fund = |member: &crate::plan::Member| match member.thing {
            Some(Thing::Fund(id)) => Some(id),
            _ => None,
        };
        let funds: Vec<Id<Fund>> = set.members.iter().filter_map(fund).collect();
        for group in groups(context, &funds) {
            adder.add(&context.names.sets[id], set.span, &group);
        }
    }
    adder.found
}

struct Adder<'a> {
    context: &'a Context<'a>,
    found: Vec<Implied>,
}

impl Adder<'_> {
    /// Adds up what stands in a part of the text, and gives its funds. A part that holds no fund besides those of
    /// one part below it would only repeat that one's sum.
    fn body(&mut self, holder: Holder, span: Span, body: &[Part]) -> Vec<Id<Fund>> {
        let plan = self.context.plan;
        let mut own = Vec::new();
        let mut below: Vec<Vec<Id<Fund>>> = Vec::new();
        for part in body {
            match part {
                Part::Fact(Fact::Fund(id)) => own.push(*id),
                Part::Section(id) => {
                    let section = &plan.sections[*id];
                    below.push(self.body(Holder::Section(*id), section.title.span, &section.body));
                }
                Part::Goal(id) => below.push(self.body(Holder::Goal(*id), plan.goals[*id].span, &plan.goals[*id].body)),
                Part::Measure(id) => {
                    let measure = &plan.measures[*id];
                    below.push(self.body(Holder::Measure(*id), measure.span, &measure.body));
                }
                Part::Phase(id) => {
                    below.push(self.body(Holder::Phase(*id), plan.phases[*id].span, &plan.phases[*id].body));
                }
                Part::Fact(_) | Part::Prose(_) | Part::Grid(_) => {}
            }
        }
        let all: Vec<Id<Fund>> = own.into_iter().chain(below.iter().flatten().copied()).collect();
        let below: Vec<_> = below.iter().flat_map(|funds| groups(self.context, funds)).collect();
        for group in groups(self.context, &all) {
            if !below.contains(&group) {
                self.add(self.context.names.holder(holder), span, &group);
            }
        }
        all
    }

    fn add(&mut self, of: &str, span: Span, group: &[Id<Fund>]) {
        let funds = || group.iter().map(|id| &self.context.plan.funds[*id]);
        let amounts: Vec<&Amount> = funds().filter_map(amount).collect();
        let sum = amounts.iter().try_fold(Decimal::ZERO, |sum, amount| sum.checked_add(amount.value));
        let (Some(sum), Some(first)) = (sum, funds().next()) else { return };
        let unit = amounts.first().and_then(|amount| amount.unit.as_ref()).map(Unit::word);
        let every: Option<Rhythm> = self.context.rhythm(first.every.as_ref());
        self.found.push(Implied {
            kind: ImpliedKind::Sum,
            of: of.to_owned(),
            number: Number::worked_out(sum, unit),
            time: None,
            every,
            how: amounts.iter().map(|amount| amount.value.to_string()).collect::<Vec<_>>().join(" + "),
            from: group.iter().map(|id| self.context.names.funds[*id].clone()).collect(),
            place: self.context.place(span),
        });
    }
}

/// The funds that can be added up: two or more with the same unit and rhythm, in their order.
fn groups(context: &Context, funds: &[Id<Fund>]) -> Vec<Vec<Id<Fund>>> {
    type Key<'a> = (Option<&'a Unit>, Option<Every>);
    let mut groups: Vec<(Key, Vec<Id<Fund>>)> = Vec::new();
    for id in funds {
        let fund = &context.plan.funds[*id];
        // A stated sum and the parts of an amount would be counted twice.
        let Some(amount) = amount(fund).filter(|_| fund.sums.is_empty() && fund.part_of.is_none()) else { continue };
        let key: Key = (amount.unit.as_ref(), fund.every.as_ref().map(|every| every.value));
        match groups.iter_mut().find(|(other, _)| *other == key) {
            Some((_, group)) => group.push(*id),
            None => groups.push((key, vec![*id])),
        }
    }
    groups.into_iter().map(|(_, group)| group).filter(|group| group.len() > 1).collect()
}

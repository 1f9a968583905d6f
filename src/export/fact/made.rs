//! The records of money, reports, chains, sets, documents, conditions and notes, made from the plan.

use crate::calendar::When;
use crate::plan::{self, Fact, Holder, Id, Part, Plan};
use crate::source::{Span, Spanned};

use super::super::context::Context;
use super::super::quota::points;
use super::super::value::Placed;
use super::{Alliance, Basis, Chain, Condition, Fund, Levels, Member, Note, Payer, Report, Set, Share};

/// Money.
pub(in crate::export) fn funds(context: &Context) -> Vec<Fund> {
    let record = |(id, fund): (Id<plan::Fund>, &plan::Fund)| Fund {
        id: context.names.funds[id].clone(),
        place: context.place(fund.span),
        holder: context.names.holder(fund.holder).to_owned(),
        name: fund.name.value.clone(),
        amount: context.maybe_quantity(fund.amount.as_ref()),
        every: context.rhythm_or_hole(fund.every.as_ref(), &fund.per_member),
        per_member: context.members(&fund.per_member),
        start: context.time(fund.start.as_ref()),
        when: context.deadline(fund.when.as_ref()),
        source: context.maybe_words(fund.source.as_ref()),
        payers: fund.payers.iter().map(|payer| payer_record(context, payer)).collect(),
        receiver: context.maybe_words(fund.receiver.as_ref()),
        purpose: context.maybe_words(fund.purpose.as_ref()),
        share: fund.share.as_ref().map(|share| {
            let value = Share { of: share.of.value.clone(), percent: share.percent.to_string() };
            context.placed(value, share.span)
        }),
        arranged: context.all_words(&fund.arranged),
        series: points(context, &fund.series),
        table: context.maybe_words(fund.table.as_ref()),
        sums: fund.sums.iter().map(|id| context.names.funds[*id].clone()).collect(),
        part_of: fund.part_of.map(|id| context.names.funds[id].clone()),
        note: context.maybe_words(fund.note.as_ref()),
    };
    context.plan.funds.entries().map(record).collect()
}

fn payer_record(context: &Context, payer: &plan::Payer) -> Placed<Payer> {
    let value = Payer { name: payer.name.value.clone(), percent: payer.percent.to_string() };
    context.placed(value, payer.name.span)
}

/// Where `每?` stands: how often is left open, not by when.
fn open_rhythm(context: &Context, report: &plan::Report) -> Option<Span> {
    let when = report.when.as_ref().filter(|when| report.every.is_none() && when.value == When::Hole(None))?;
    context.slice(when.span).trim_start().starts_with(['每', 'p']).then_some(when.span)
}

/// Who reports what to whom.
pub(in crate::export) fn reports(context: &Context) -> Vec<Report> {
    let record = |(id, report): (Id<plan::Report>, &plan::Report)| Report {
        id: context.names.reports[id].clone(),
        place: context.place(report.span),
        holder: context.names.holder(report.holder).to_owned(),
        what: context.words(&report.what),
        path: context.owners(&report.path),
        every: context.rhythm(report.every.as_ref()).or_else(|| context.open_rhythm(open_rhythm(context, report)?)),
        when: context.time(report.when.as_ref().filter(|_| open_rhythm(context, report).is_none())).map(|mut when| {
            // A month without a year is no hole in what comes round.
            when.value.hole &= report.every.is_none() || when.value.of_year.is_none();
            when
        }),
    };
    context.plan.reports.entries().map(record).collect()
}

/// Who answers to whom.
pub(in crate::export) fn chains(context: &Context) -> Vec<Chain> {
    let record = |(id, chain): (Id<plan::Chain>, &plan::Chain)| Chain {
        id: context.names.chains[id].clone(),
        place: context.place(chain.span),
        holder: context.names.holder(chain.holder).to_owned(),
        name: chain.name.as_ref().map(|name| name.value.clone()),
        links: context.owners(&chain.links),
    };
    context.plan.chains.entries().map(record).collect()
}

/// Who acts together.
pub(in crate::export) fn alliances(context: &Context) -> Vec<Alliance> {
    let record = |(id, alliance): (Id<plan::Alliance>, &plan::Alliance)| Alliance {
        id: context.names.alliances[id].clone(),
        place: context.place(alliance.span),
        holder: context.names.holder(alliance.holder).to_owned(),
        name: alliance.name.as_ref().map(|name| name.value.clone()),
        members: context.owners(&alliance.members),
    };
    context.plan.alliances.entries().map(record).collect()
}

/// The tiers of the administration.
pub(in crate::export) fn levels(context: &Context) -> Vec<Levels> {
    let record = |(id, levels): (Id<plan::Levels>, &plan::Levels)| Levels {
        id: context.names.levels[id].clone(),
        place: context.place(levels.span),
        holder: context.names.holder(levels.holder).to_owned(),
        name: levels.name.as_ref().map(|name| name.value.clone()),
        tiers: context.all_words(&levels.tiers),
    };
    context.plan.levels.entries().map(record).collect()
}

/// What is announced with its number.
pub(in crate::export) fn sets(context: &Context) -> Vec<Set> {
    let member = |member: &plan::Member| Member {
        id: member.thing.map(|thing| context.names.thing(thing).to_owned()),
        text: member.text.clone(),
        hole: member.is_hole,
        document: member.is_document,
        place: context.near(member.span),
    };
    let record = |(id, set): (Id<plan::Set>, &plan::Set)| Set {
        id: context.names.sets[id].clone(),
        place: context.place(set.span),
        holder: context.names.holder(set.holder).to_owned(),
        name: set.name.value.clone(),
        announced: set.announced(),
        counts: set.counts.clone(),
        members: set.members.iter().map(member).collect(),
        open: set.is_open,
        ordered: set.is_ordered,
        unlisted: set.is_unlisted,
    };
    context.plan.sets.entries().map(record).collect()
}

/// The documents the plan rests on, one record for each place that cites one.
pub(in crate::export) fn bases(context: &Context) -> Vec<Basis> {
    let record = |(id, basis): (Id<plan::Basis>, &plan::Basis)| Basis {
        id: context.names.bases[id].clone(),
        place: context.place(basis.span),
        holder: context.names.holder(basis.holder).to_owned(),
        name: basis.name.as_ref().map(|name| name.value.clone()),
        title: basis.title.value.clone(),
        number: context.maybe_words(basis.number.as_ref()),
        remark: context.maybe_words(basis.remark.as_ref()),
        passage: context.maybe_words(basis.passage.as_ref()),
        time: context.time(basis.time.as_ref()),
        relation: context.maybe_words(basis.relation.as_ref()),
        issuer: context.maybe_words(basis.issuer.as_ref()),
    };
    context.plan.bases.entries().map(record).collect()
}

/// What follows from what.
pub(in crate::export) fn conditions(context: &Context) -> Vec<Condition> {
    let record = |(id, condition): (Id<plan::Condition>, &plan::Condition)| Condition {
        id: context.names.conditions[id].clone(),
        place: context.place(condition.span),
        holder: context.names.holder(condition.holder).to_owned(),
        when: context.words(&condition.when),
        then: context.words(&condition.then),
        of: context.maybe_words(condition.of.as_ref()),
        within: context.time(condition.within.as_ref()),
        lasts: context.time(condition.lasts.as_ref()),
        about: (condition.fund.map(|id| &context.names.funds[id]))
            .or(condition.quota.map(|id| &context.names.quotas[id]))
            .cloned(),
    };
    context.plan.conditions.entries().map(record).collect()
}

/// Every note, those to notices and owners among them; those to indicators stand there.
pub(in crate::export) fn notes(context: &Context) -> Vec<Note> {
    let plan = context.plan;
    let mut found: Vec<(Holder, &Spanned<String>)> = Vec::new();
    for (index, notice) in plan.notices.iter().enumerate() {
        found.extend(notice.notes.iter().map(|note| (Holder::Notice(index), note)));
        collect(plan, Holder::Notice(index), &notice.body, note_of, &mut found);
    }
    collect(plan, Holder::Plan, &plan.body, note_of, &mut found);
    for (id, owner) in plan.owners.entries() {
        found.extend(owner.notes.iter().map(|note| (Holder::Owner(id), note)));
    }
    records(context, found)
}

/// What is forbidden outside measures.
pub(in crate::export) fn forbids(context: &Context) -> Vec<Note> {
    let mut found: Vec<(Holder, &Spanned<String>)> = Vec::new();
    collect(context.plan, Holder::Plan, &context.plan.body, forbid_of, &mut found);
    records(context, found)
}

fn records(context: &Context, found: Vec<(Holder, &Spanned<String>)>) -> Vec<Note> {
    let record = |(holder, note): (Holder, &Spanned<String>)| Note {
        holder: context.names.holder(holder).to_owned(),
        text: note.value.clone(),
        place: context.place(note.span),
    };
    found.into_iter().map(record).collect()
}

fn note_of(fact: &Fact) -> Option<&Spanned<String>> {
    match fact {
        Fact::Note(words) => Some(words),
        _ => None,
    }
}

fn forbid_of(fact: &Fact) -> Option<&Spanned<String>> {
    match fact {
        Fact::Forbid(words) => Some(words),
        _ => None,
    }
}

fn collect<'a>(
    plan: &'a Plan,
    holder: Holder,
    body: &'a [Part],
    of: fn(&Fact) -> Option<&Spanned<String>>,
    found: &mut Vec<(Holder, &'a Spanned<String>)>,
) {
    for part in body {
        match part {
            Part::Section(id) => collect(plan, Holder::Section(*id), &plan.sections[*id].body, of, found),
            Part::Goal(id) => collect(plan, Holder::Goal(*id), &plan.goals[*id].body, of, found),
            Part::Measure(id) => collect(plan, Holder::Measure(*id), &plan.measures[*id].body, of, found),
            Part::Phase(id) => collect(plan, Holder::Phase(*id), &plan.phases[*id].body, of, found),
            Part::Fact(fact) => found.extend(of(fact).map(|words| (holder, words))),
            Part::Prose(_) | Part::Grid(_) => {}
        }
    }
}

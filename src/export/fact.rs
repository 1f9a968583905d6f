//! Money, reports, chains, sets, documents, conditions, notes.

use schemars::JsonSchema;
use serde::Serialize;

use crate::calendar::When;
use crate::plan::{self, Fact, Holder, Id, Part, Plan};
use crate::source::{Span, Spanned};

use super::context::Context;
use super::quota::{Point, points};
use super::value::{DECIMAL, Deadline, Place, Placed, Quantity, Reference, Rhythm, Time, Words, is_false};

/// 经费: money.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Fund {
    /// Its id.
    pub id: String,
    /// The line.
    pub place: Place,
    /// What encloses it.
    pub holder: String,
    /// Its name.
    pub name: String,
    /// The amount, or words in its place.
    pub amount: Option<Placed<Quantity>>,
    /// How often it is given.
    pub every: Option<Rhythm>,
    /// 每生: for each of these.
    pub per_member: Vec<Words>,
    /// From when.
    pub start: Option<Placed<Time>>,
    /// By when, or in what time.
    pub when: Option<Placed<Deadline>>,
    /// 来源: where the money comes from.
    pub source: Option<Words>,
    /// 来源县财政80%、学校20%: who pays which share.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub payers: Vec<Placed<Payer>>,
    /// 给: who gets it.
    pub receiver: Option<Words>,
    /// 用于: what it is for.
    pub purpose: Option<Words>,
    /// 占: its share of something greater.
    pub share: Option<Placed<Share>>,
    /// What else is arranged about it, in words: 列入年度财政预算, 分三年安排.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub arranged: Vec<Words>,
    /// Amounts at several times.
    pub series: Vec<Point>,
    /// The name of the table it is a row of.
    pub table: Option<Words>,
    /// 合计 as a row: the rows it is the stated sum of.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sums: Vec<String>,
    /// 其中: what it is a part of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub part_of: Option<String>,
    /// 备注: a note on the row of a table.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Words>,
}

/// Who pays a share of some money.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Payer {
    /// Who pays.
    pub name: String,
    /// How many of a hundred.
    #[schemars(regex(pattern = DECIMAL))]
    pub percent: String,
}

/// A share of something greater.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Share {
    /// The whole.
    pub of: String,
    /// How many of a hundred.
    #[schemars(regex(pattern = DECIMAL))]
    pub percent: String,
}

/// 报送: who reports what to whom.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Report {
    /// Its id.
    pub id: String,
    /// The line.
    pub place: Place,
    /// What encloses it.
    pub holder: String,
    /// What is reported.
    pub what: Words,
    /// From whom to whom.
    pub path: Vec<Reference>,
    /// How often.
    pub every: Option<Rhythm>,
    /// By when.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<Placed<Time>>,
}

/// 协同: owners that act together, none above another.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Alliance {
    /// Its id.
    pub id: String,
    /// The line.
    pub place: Place,
    /// What encloses it.
    pub holder: String,
    /// Its name.
    pub name: Option<String>,
    /// The members.
    pub members: Vec<Reference>,
}

/// 层级: the tiers of an administration, from the top down.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Levels {
    /// Its id.
    pub id: String,
    /// The line.
    pub place: Place,
    /// What encloses it.
    pub holder: String,
    /// Its name.
    pub name: Option<String>,
    /// The tiers.
    pub tiers: Vec<Words>,
}

/// 责任链: owners from the top down.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Chain {
    /// Its id.
    pub id: String,
    /// The line.
    pub place: Place,
    /// What encloses it.
    pub holder: String,
    /// Its name.
    pub name: Option<String>,
    /// The links.
    pub links: Vec<Reference>,
}

/// 清单: things announced with their number.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Set {
    /// Its id.
    pub id: String,
    /// The line.
    pub place: Place,
    /// What encloses it.
    pub holder: String,
    /// Its name.
    pub name: String,
    /// The number announced.
    pub announced: Option<u64>,
    /// The numbers it was announced with: `4+8项` is two.
    pub counts: Vec<u64>,
    /// The members; empty if they are not listed.
    pub members: Vec<Member>,
    /// Whether the list ends in 等.
    pub open: bool,
    /// Whether each member follows the one before.
    #[serde(skip_serializing_if = "is_false")]
    pub ordered: bool,
    /// 未列: whether it is said that the members stand nowhere.
    #[serde(skip_serializing_if = "is_false")]
    pub unlisted: bool,
}

/// A member of a set.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Member {
    /// The record it is, if it names exactly one.
    pub id: Option<String>,
    /// The words.
    pub text: String,
    /// Whether the draft leaves it open.
    #[serde(skip_serializing_if = "is_false")]
    pub hole: bool,
    /// Whether it is the title of a document.
    #[serde(skip_serializing_if = "is_false")]
    pub document: bool,
    /// Where it is written.
    pub place: Place,
}

/// 依据: a document that the plan cites.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Basis {
    /// Its id.
    pub id: String,
    /// The line.
    pub place: Place,
    /// What encloses it.
    pub holder: String,
    /// The name by which others refer to it.
    pub name: Option<String>,
    /// Its title, without 《》.
    pub title: String,
    /// 文号: its number.
    pub number: Option<Words>,
    /// What the bracket behind the title says besides: 2018年修订, 以下简称《意见》.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub remark: Option<Words>,
    /// What of it is meant: 第十二条, 精神.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub passage: Option<Words>,
    /// The time it covers or was issued at.
    pub time: Option<Placed<Time>>,
    /// What the plan has to do with it: 上位, 落实.
    pub relation: Option<Words>,
    /// Who issued it.
    pub issuer: Option<Words>,
}

/// 如…则…: if this, then that.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Condition {
    /// Its id.
    pub id: String,
    /// The line.
    pub place: Place,
    /// What encloses it.
    pub holder: String,
    /// 如: if.
    pub when: Words,
    /// 则: then.
    pub then: Words,
    /// 对: whom it means.
    pub of: Option<Words>,
    /// 内: within what time.
    pub within: Option<Placed<Time>>,
    /// 为期: for how long.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lasts: Option<Placed<Time>>,
    /// The money or the quota it is the condition of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
}

/// 附注: a note.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Note {
    /// What it is a note to.
    pub holder: String,
    /// The words.
    pub text: String,
    /// Where it is written.
    pub place: Place,
}

/// Money.
pub(super) fn funds(context: &Context) -> Vec<Fund> {
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
pub(super) fn reports(context: &Context) -> Vec<Report> {
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
pub(super) fn chains(context: &Context) -> Vec<Chain> {
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
pub(super) fn alliances(context: &Context) -> Vec<Alliance> {
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
pub(super) fn levels(context: &Context) -> Vec<Levels> {
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
pub(super) fn sets(context: &Context) -> Vec<Set> {
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
pub(super) fn bases(context: &Context) -> Vec<Basis> {
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
pub(super) fn conditions(context: &Context) -> Vec<Condition> {
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
pub(super) fn notes(context: &Context) -> Vec<Note> {
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
pub(super) fn forbids(context: &Context) -> Vec<Note> {
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

//! Several values on one line: at several times, of several scopes, of a part, each in a unit of its own.
//!
//! What could as well stand below the line (`其中农村34所`, `2026年达到96%，2027年达到97%`) becomes the lines it stands for;
//! the values of scopes are left to whoever knows the names.

use crate::calendar::{Time, When};
use crate::quantity::{Comparison, Target};
use crate::source::{Span, Spanned};

use super::super::ast::{Ask, Clause, Entry, Item, Key, Quota, Value};
use super::super::grammar::{Found, Rule, Stretch, child, children};
use super::super::keyword::Keyword;
use super::super::{Reading, clause as plain, faults, target, time, verbal};
use super::{against, asked_for};

/// What one part of a line asks for; several values go to where the quota keeps them.
pub(super) fn group(stretch: Stretch, parts: Vec<Found>, quota: &mut Quota) -> Reading<Vec<Spanned<Clause>>> {
    let (mut times, mut said): (Vec<Spanned<Time>>, _) = (Vec::new(), Vec::new());
    for part in parts {
        let span = stretch.span_at(&part);
        let asked = match part.as_rule() {
            Rule::ask => children(part.clone()).last().unwrap_or_else(|| part.clone()),
            _ => part.clone(),
        };
        match asked.as_rule() {
            Rule::scopes => {
                let mut values = scoped(stretch, asked)?;
                said.extend(shared_rhythm(&mut values).map(|every| Spanned::new(every, span)));
                quota.scoped.extend(values);
            }
            Rule::slashed => return Err(faults::slash(span)),
            Rule::often_done => said.extend(often_done(stretch, asked, quota)?),
            Rule::among => match child(asked) {
                Some(found) if found.as_rule() == Rule::years_clause => {
                    years(stretch, found, quota)?;
                    let sum = taken_sum(&mut said).or_else(|| sum_so_far(quota));
                    quota.below.extend(sum.map(total));
                }
                Some(found) => quota.below.extend(parts_of(stretch, found)?),
                None => {}
            },
            Rule::years_listed => years(stretch, asked, quota)?,
            Rule::made => {
                for part in children(asked) {
                    match part.as_rule() {
                        Rule::made_kw => name_act(stretch, &part, quota)?,
                        _ => {
                            let value = target::target(stretch, part)?;
                            said.push(Spanned::new(Clause::Ask(Ask::Target(value)), span));
                        }
                    }
                }
            }
            Rule::several_times => {
                let read =
                    children(asked).map(|at| Ok(Spanned::new(time::time(stretch, at.clone())?, stretch.span_at(&at))));
                times = read.collect::<Reading<Vec<_>>>()?;
            }
            Rule::listed => {
                let values = listed(stretch, asked)?;
                match times.len() {
                    0 if quota.listed.is_some() => return Err(faults::too_many_values(span)),
                    0 => quota.listed = Some(Spanned::new(values, span)),
                    count if count == values.len() => {
                        let points = times.drain(..).zip(values);
                        quota.below.extend(points.map(|(at, value)| point(at, value, span)));
                    }
                    count => return Err(faults::other_number(count, values.len(), span)),
                }
            }
            Rule::target if !times.is_empty() => {
                let value = target::target(stretch, asked)?;
                quota.below.extend(times.drain(..).map(|at| point(at, value.clone(), span)));
            }
            _ => said.extend(asked_for(stretch, part)?),
        }
    }
    match times.first().zip(times.last()) {
        Some((first, last)) => Err(Box::new(faults::several_times(first.span.to(last.span)))),
        None => Ok(said),
    }
}

/// `小学每周4节、初中每周3节`: the rhythm that all of them have is none of their names.
fn shared_rhythm(values: &mut [(Spanned<String>, Spanned<Target>)]) -> Option<Clause> {
    let (first, _) = values.first()?;
    let rhythm = first.value[first.value.rfind('每').filter(|at| *at > 0)?..].to_owned();
    let every = time::per(rhythm.strip_prefix('每')?)?;
    if !values.iter().all(|(name, _)| name.value.strip_suffix(&rhythm).is_some_and(|rest| !rest.is_empty())) {
        return None;
    }
    for (name, _) in values {
        *name = name.piece(&name.value[..name.value.len() - rhythm.len()]);
    }
    Some(Clause::Ask(Ask::Every(every)))
}

/// What a clause says; nothing if it says several values.
pub(super) fn clause(stretch: Stretch, found: Found, quota: &mut Quota) -> Reading<Option<Vec<Spanned<Clause>>>> {
    let span = stretch.span_at(&found);
    match found.as_rule() {
        Rule::asked_clause => group(stretch, children(found).collect(), quota).map(Some),
        Rule::years_clause => {
            years_of_total(stretch, found, quota)?;
            Ok(None)
        }
        Rule::parts_clause => {
            quota.below.extend(parts_of(stretch, found)?);
            Ok(None)
        }
        Rule::summed_by => summed(stretch, found, quota).map(Some),
        // 其中农村34所，城区52所
        Rule::scopes_clause if goes_on(stretch, &found, quota) => {
            quota.below.extend(parts_of(stretch, found)?);
            Ok(None)
        }
        Rule::scopes_clause if !quota.scoped.is_empty() => {
            quota.scoped.extend(scoped(stretch, found)?);
            Ok(None)
        }
        Rule::base_clause => Ok((!measured(stretch, found, quota)?).then(Vec::new)),
        Rule::scopes_clause => Err(faults::strange_scope(span)),
        Rule::helped_clause => Err(faults::helper_of_quota(span)),
        _ => plain::clause(stretch, found).map(Some),
    }
}

/// `增长5%，较2025年`: what the change before it is measured against; whether there is one.
fn measured(stretch: Stretch, found: Found, quota: &mut Quota) -> Reading<bool> {
    let Some(base) = against(stretch, found)? else { return Ok(false) };
    let asks = quota.asks.iter_mut().map(|ask| &mut ask.value);
    let clauses = quota.clauses.iter_mut().filter_map(|clause| match &mut clause.value {
        Clause::Ask(ask) => Some(ask),
        _ => None,
    });
    let changes = asks.chain(clauses).filter_map(|ask| match ask {
        Ask::Change(change) => Some(change),
        _ => None,
    });
    let Some(change) = changes.last().filter(|change| change.base.is_none()) else { return Ok(false) };
    change.base = Some(base);
    Ok(true)
}

/// `由县财政安排60万元、省级转移支付36万元`: the parts of the sum, and who gives them.
fn summed(stretch: Stretch, found: Found, quota: &mut Quota) -> Reading<Vec<Spanned<Clause>>> {
    const GIVES: [&str; 9] = ["统筹安排", "安排", "承担", "负担", "配套", "投入", "解决", "补助", "支出"];
    let span = stretch.span_at(&found);
    let mut names = Vec::new();
    for mut item in parts_of(stretch, found)? {
        if let Item::Entry(entry) = &mut item
            && let Value::Quota(part) = &mut entry.value
        {
            let name = &mut part.indicator.value;
            if let Some(giver) = GIVES.iter().find_map(|gives| name.strip_suffix(gives)).filter(|rest| !rest.is_empty())
            {
                *name = giver.to_owned();
            }
            names.push(name.clone());
        }
        quota.below.push(item);
    }
    let from = Clause::From(Spanned::new(names.join("、"), span));
    Ok(vec![Spanned::new(from, span)])
}

/// `每季度监督检查不少于1次`: what is done is a part of the name.
fn often_done(stretch: Stretch, found: Found, quota: &mut Quota) -> Reading<Vec<Spanned<Clause>>> {
    let mut said = Vec::new();
    for part in children(found) {
        let span = stretch.span_at(&part);
        let ask = match part.as_rule() {
            Rule::done_word => {
                let done = stretch.words(&part).value;
                if !quota.indicator.value.ends_with(&done) {
                    quota.indicator.value.push_str(&done);
                }
                continue;
            }
            Rule::every | Rule::turn_kw => Ask::Every(time::every(stretch, part)?),
            Rule::once_more => Ask::Target(target::times(stretch, part)?),
            _ => Ask::Target(target::target(stretch, part)?),
        };
        said.push(Spanned::new(Clause::Ask(ask), span));
    }
    Ok(said)
}

/// Whether a clause says the value at a later time, and the line so far that at an earlier one: a series.
pub(super) fn later_time(said: &[Spanned<Clause>], quota: &mut Quota) -> bool {
    let Some(later) = timed(said) else { return false };
    let has_points = quota.below.iter().any(|item| !is_part(item));
    let asks = quota.asks.iter().cloned().map(|ask| ask.map(Clause::Ask));
    let so_far = asks.chain(quota.clauses.iter().cloned()).collect::<Vec<_>>();
    match timed(&so_far) {
        Some((at, value)) => {
            quota.below.push(point(at, value.value, value.span));
            quota.asks.clear();
            quota.clauses.clear();
        }
        None if has_points && quota.asks.is_empty() => {}
        None => return false,
    }
    let (at, value) = later;
    quota.below.push(point(at, value.value, value.span));
    true
}

/// A time and the value asked for at it, if that is all that is said.
fn timed(said: &[Spanned<Clause>]) -> Option<(Spanned<Time>, Spanned<Target>)> {
    let [one, other] = said else { return None };
    let of = |when: &Spanned<Clause>, value: &Spanned<Clause>| match (&when.value, &value.value) {
        (Clause::When(_, When::At(at)), Clause::Ask(Ask::Target(target))) if !matches!(target, Target::Soft(_)) => {
            Some((Spanned::new(*at, when.span), Spanned::new(target.clone(), value.span)))
        }
        _ => None,
    };
    of(one, other).or_else(|| of(other, one))
}

/// Whether values go on with the parts before them: not behind a bracket, and counted in the same unit.
fn goes_on(stretch: Stretch, found: &Found, quota: &Quota) -> bool {
    let Some(last) = quota.below.last().and_then(Item::entry) else { return false };
    let Value::Quota(part) = &last.value else { return false };
    let unit = |target: &Target| target.amount().and_then(|amount| amount.unit.clone());
    let asked = part.asks.first().and_then(|ask| match &ask.value {
        Ask::Target(target) => unit(target),
        _ => None,
    });
    let source = stretch.source();
    let rest = source.text().get(last.span.end as usize..).unwrap_or_default();
    let is_closed = rest.trim_start().starts_with(['）', ')']);
    !is_closed
        && scoped(stretch, found.clone()).is_ok_and(|all| all.iter().all(|(_, value)| unit(&value.value) == asked))
}

/// `小学98%、初中95%`.
fn scoped(stretch: Stretch, found: Found) -> Reading<Vec<(Spanned<String>, Spanned<Target>)>> {
    let of_one = |one: Found| {
        let span = stretch.span_at(&one);
        let (mut name, mut value) = (None, None);
        for part in children(one) {
            match part.as_rule() {
                Rule::scope_word => name = Some(stretch.words(&part)),
                _ => value = Some(Spanned::new(target::target(stretch, part.clone())?, stretch.span_at(&part))),
            }
        }
        name.zip(value).ok_or_else(|| faults::unreadable_quota(span, span))
    };
    children(found).filter(|part| part.as_rule() == Rule::scoped).map(of_one).collect()
}

/// `2026年新建20个`: what is done belongs before what the name says; a second act would be of something else.
fn name_act(stretch: Stretch, found: &Found, quota: &mut Quota) -> Reading<()> {
    let act = stretch.words(found).value;
    let name = &mut quota.indicator.value;
    if name.starts_with(&act) {
        return Ok(());
    }
    let has_other = !quota.below.is_empty() || verbal::begins_with_act(name);
    match has_other {
        true => Err(faults::unreadable_quota(stretch.span_at(found), stretch.span_at(found))),
        false => {
            name.insert_str(0, &act);
            Ok(())
        }
    }
}

/// `2026年20个、2027年20个`: the lines of a series that they stand for.
fn years(stretch: Stretch, found: Found, quota: &mut Quota) -> Reading<()> {
    for one in children(found) {
        let span = stretch.span_at(&one);
        let mut at = None;
        for part in children(one) {
            let place = stretch.span_at(&part);
            match part.as_rule() {
                Rule::time => at = Some(Spanned::new(time::time(stretch, part)?, place)),
                Rule::made_kw => name_act(stretch, &part, quota)?,
                _ => {
                    let value = target::target(stretch, part)?;
                    let at = at.take().ok_or_else(|| faults::unreadable_quota(span, span))?;
                    quota.below.push(point(at, value, place));
                }
            }
        }
    }
    Ok(())
}

/// `60个，其中2026年20个，2027年40个`: a series, and what it sums up to.
fn years_of_total(stretch: Stretch, found: Found, quota: &mut Quota) -> Reading<()> {
    years(stretch, found, quota)?;
    let sum = sum_so_far(quota);
    quota.below.extend(sum.map(total));
    Ok(())
}

/// The value that a line asks for so far, which its years then sum up to.
fn sum_so_far(quota: &mut Quota) -> Option<Spanned<Ask>> {
    match quota.asks.iter().position(|ask| is_value(&ask.value)) {
        Some(at) => Some(quota.asks.remove(at)),
        None => taken_sum(&mut quota.clauses),
    }
}

fn taken_sum(said: &mut Vec<Spanned<Clause>>) -> Option<Spanned<Ask>> {
    let is_sum = |said: &Spanned<Clause>| matches!(&said.value, Clause::Ask(ask) if is_value(ask));
    let Spanned { value, span } = said.remove(said.iter().position(is_sum)?);
    match value {
        Clause::Ask(ask) => Some(Spanned::new(ask, span)),
        _ => None,
    }
}

fn is_value(ask: &Ask) -> bool {
    matches!(ask, Ask::Target(Target::Value(..)))
}

fn total(sum: Spanned<Ask>) -> Item {
    let span = sum.span;
    line(Key::Word(Spanned::new(Keyword::Total, span)), Value::Cell(Box::new(sum)), span)
}

/// The lines of 其中 that the values of some parts stand for.
fn parts_of(stretch: Stretch, found: Found) -> Reading<Vec<Item>> {
    let item = |(name, value): (Spanned<String>, Spanned<Target>)| {
        let span = name.span.to(value.span);
        let asks = vec![value.map(Ask::Target)];
        let quota = Quota { asks, ..Quota::of(name) };
        line(Key::Word(Spanned::new(Keyword::Part, span)), Value::Quota(Box::new(quota)), span)
    };
    Ok(scoped(stretch, found)?.into_iter().map(item).collect())
}

/// The line of a series that a value at a time stands for.
fn point(at: Spanned<Time>, value: Target, span: Span) -> Item {
    line(Key::Time(Box::new(at)), Value::Cell(Box::new(Spanned::new(Ask::Target(value), span))), span)
}

fn line(key: Key, value: Value, span: Span) -> Item {
    Item::Entry(Box::new(Entry { key, name: None, value, span, items: Vec::new(), table: None }))
}

fn is_part(item: &Item) -> bool {
    item.entry().is_some_and(|entry| matches!(entry.key, Key::Word(_)))
}

/// `控制在0.6%、1.2%以内`: the word before the first and that behind the last hold for all that have none.
fn listed(stretch: Stretch, found: Found) -> Reading<Vec<Target>> {
    let mut values = Vec::new();
    for one in children(found) {
        values.push(target::alone(stretch, one)?);
    }
    let bound = |target: Option<&Target>| match target {
        Some(Target::Value(comparison, _)) if *comparison != Comparison::Planned => Some(*comparison),
        _ => None,
    };
    if let Some(shared) = bound(values.first()).or_else(|| bound(values.last())) {
        target::share(&mut values, shared);
    }
    Ok(values)
}

//! Quotas, funds, baselines, cells: from what the grammar matched to values.

mod several;
mod strange;
mod usual;

use crate::calendar::{Every, Unit, When};
use crate::diagnostic::Diagnostic;
use crate::quantity::{Amount, Comparison, Decimal, Direction, Target};
use crate::source::{Span, Spanned};
use crate::{quantity, text};

use super::ast::{Ask, Change, Clause, Name, NameKind, Quota, TimeWord};
use super::fold::narrow;
use super::grammar::{Found, Rule, Stretch, child, children, everything};
use super::{Reading, english, faults, recover, target, time, value, verbal, word};
use strange::{holds_number, is_of_terms, strange_clause};

/// A line whose indicator ends where the grammar says.
pub(super) fn quota(stretch: Stretch, out: &mut Vec<Diagnostic>) -> Reading<Quota> {
    usual::quota(stretch).map_or_else(|| by_rule(stretch, Rule::quota, out), Ok)
}

/// A line of the commonest shape, as it is read in the end; nothing if it has to be read as any other.
///
/// What it asks for is a number, so that its name and value never stand in each other's place.
pub(super) fn usual(stretch: Stretch) -> Option<Quota> {
    let quota = usual::quota(stretch).filter(|_| !recover::may_misspell(stretch.text()))?;
    Some(verbal::settled(quota))
}

/// A line of money, which has clauses of its own.
pub(super) fn money(stretch: Stretch, out: &mut Vec<Diagnostic>) -> Reading<Quota> {
    by_rule(stretch, Rule::money, out)
}

fn by_rule(stretch: Stretch, rule: Rule, out: &mut Vec<Diagnostic>) -> Reading<Quota> {
    let begins_with_number = stretch.text().trim_start().starts_with(|sign: char| sign.is_ascii_digit());
    if let Some(right) = english::number_first(stretch.text()) {
        return Err(faults::number_first(&right, stretch.span()));
    }
    let found = stretch.read(rule).map_err(|at| match at.start == stretch.span().start {
        _ if !holds_number(stretch.text()) => faults::worded_quota(stretch.span()),
        true => faults::no_indicator(at),
        _ if begins_with_number => faults::no_indicator(stretch.span()),
        false => faults::unreadable_quota(stretch.span(), at),
    })?;
    let mut led = None;
    let mut quota = Quota::of(stretch.whole_words());
    for part in children(found) {
        match part.as_rule() {
            Rule::led => led = Some(part),
            Rule::led_hope => quota.clauses.push(Spanned::new(Clause::Expected, stretch.span_at(&part))),
            Rule::led_sure => {}
            Rule::led_round => {
                let every = time::every(stretch, part.clone())?;
                quota.clauses.push(Spanned::new(Clause::Ask(Ask::Every(every)), stretch.span_at(&part)));
            }
            Rule::led_each => {
                let span = stretch.span_at(&part);
                let members = child(part).map(|word| members(&stretch.words(&word))).unwrap_or_default();
                quota.led.get_or_insert(span);
                quota.clauses.push(Spanned::new(Clause::PerMember(members), span));
            }
            Rule::spaced_name | Rule::tight_name => {
                quota.indicator = stretch.words(&part).map(|words| value::unquote(&words).to_owned());
            }
            _ => take(stretch, part, &mut quota, out)?,
        }
    }
    if let Some(led) = led {
        settle_led(stretch, led, &mut quota)?;
    }
    Ok(quota)
}

/// What follows the name of an indicator that is known already.
pub(super) fn asked(stretch: Stretch, indicator: Spanned<String>, out: &mut Vec<Diagnostic>) -> Reading<Quota> {
    let found = stretch.read(Rule::asked).map_err(|at| faults::unreadable_quota(stretch.span(), at))?;
    let mut quota = Quota::of(indicator);
    for part in children(found) {
        take(stretch, part, &mut quota, out)?;
    }
    Ok(quota)
}

/// A cell of a table or a value of a series.
pub(super) fn cell(stretch: Stretch) -> Reading<Spanned<Ask>> {
    let found = stretch.read(Rule::cell).map_err(|at| faults::unreadable_quota(stretch.span(), at))?;
    let inner = child(found).ok_or_else(|| faults::unreadable_quota(stretch.span(), stretch.span()))?;
    let span = stretch.span_at(&inner);
    Ok(Spanned::new(ask(stretch, inner)?, span))
}

fn take(stretch: Stretch, part: Found, quota: &mut Quota, out: &mut Vec<Diagnostic>) -> Reading<()> {
    match part.as_rule() {
        Rule::asks => {
            let (yearly, asked): (Vec<_>, Vec<_>) =
                children(part).partition(|each| yearly_words(stretch, each).is_some());
            for each in yearly {
                quota.is_half_read = true;
                let date = yearly_words(stretch, &each).unwrap_or_default();
                out.push(faults::yearly_date(&date, stretch.span_at(&each)));
            }
            keep(several::group(stretch, asked, quota)?, quota);
        }
        Rule::told => {
            for part in children(part) {
                match part.as_rule() {
                    Rule::told_asks => keep(several::group(stretch, children(part).collect(), quota)?, quota),
                    _ => {
                        let said = several::clause(stretch, part, quota)?;
                        quota.clauses.extend(said.into_iter().flatten());
                    }
                }
            }
        }
        _ => {
            let span = stretch.span_at(&part);
            // A clause of a line of money stands without the rule around it.
            let inner = match part.as_rule() {
                Rule::clause => child(part),
                _ => Some(part),
            };
            let Some(inner) = inner else { return Ok(()) };
            let is_open = stretch.part(&inner).is_open();
            match several::clause(stretch, inner, quota) {
                Ok(None) => {}
                Ok(Some(said)) if said.is_empty() && is_open => {}
                Ok(Some(said)) if said.is_empty() => {
                    quota.is_half_read = true;
                    out.push(strange_clause(&stretch.source().text()[span.range()], span));
                }
                Ok(Some(said)) if several::later_time(&said, quota) => {}
                Ok(Some(said)) => {
                    let is_value = |ask: &Ask| matches!(ask, Ask::Target(Target::Value(..)));
                    let is_of_terms = is_of_terms(&stretch.source().text()[span.range()])
                        && said.iter().any(|said| matches!(&said.value, Clause::Ask(ask) if is_value(ask)))
                        && quota.asks.iter().any(|ask| is_value(&ask.value));
                    let of_terms = is_of_terms.then(|| faults::several_rhythms(span));
                    let of_terms = of_terms.or_else(|| months_behind(stretch.source().slice(span), span));
                    if let Some(finding) = of_terms.or_else(|| second_value(quota, &said, span)) {
                        quota.is_half_read = true;
                        out.push(finding);
                        return Ok(());
                    }
                    let strange = said.iter().find_map(|clause| strange_member(&clause.value, span));
                    match strange.filter(|_| !is_open) {
                        Some(finding) => {
                            quota.is_half_read = true;
                            out.push(finding);
                        }
                        None => quota.clauses.extend(said),
                    }
                }
                // A date that does not exist costs its clause; the rest of the quota stands.
                Err(fault) if fault.code == faults::NO_SUCH_DATE => {
                    quota.is_half_read = true;
                    out.push(*fault);
                }
                Err(fault) => return Err(fault),
            }
        }
    }
    Ok(())
}

/// Puts what the first part of a line says where the quota keeps it.
fn keep(said: Vec<Spanned<Clause>>, quota: &mut Quota) {
    for said in said {
        match said.value {
            Clause::Ask(ask) => quota.asks.push(Spanned::new(ask, said.span)),
            clause => quota.clauses.push(Spanned::new(clause, said.span)),
        }
    }
}

/// `每年年底前` where the value is wanted: what follows its 每.
fn yearly_words(stretch: Stretch, found: &Found) -> Option<String> {
    let words = stretch.words(found).value;
    let date = words.strip_prefix('每').filter(|date| found.as_rule() == Rule::soft && is_yearly_date(date))?;
    (!stretch.part(found).is_open()).then(|| date.to_owned())
}

/// `每天2次，6-8月`: months that are no second value.
fn months_behind(words: &str, span: Span) -> Option<Diagnostic> {
    let (first, last) = words.trim().strip_suffix('月')?.split_once(['-', '—', '至', '~', '－'])?;
    let first = first.trim_end_matches('月');
    let is_month = |word: &str| word.parse::<u8>().is_ok_and(|month| (1..=12).contains(&month));
    (is_month(first) && is_month(last)).then(|| faults::months_without_year(first, last, span))
}

/// What follows 每 and is no member: a date of each year, or a number that would be lost in it.
fn strange_member(clause: &Clause, span: Span) -> Option<Diagnostic> {
    let Clause::PerMember(members) = clause else { return None };
    let words: String = members.iter().map(|member| member.value.as_str()).collect();
    if members.iter().any(|member| is_yearly_date(&member.value)) {
        return Some(faults::yearly_date(&words, span));
    }
    let holds_number = words.contains(|sign: char| narrow(sign).is_ascii_digit()) && !words.starts_with('“');
    holds_number.then(|| *faults::unknown_clause(span))
}

/// A second value with a time or rhythm of its own, where the first has one too.
fn second_value(quota: &Quota, said: &[Spanned<Clause>], span: Span) -> Option<Diagnostic> {
    let is_value = |ask: &Ask| matches!(ask, Ask::Target(_));
    let has = |what: fn(&Clause) -> bool| {
        said.iter().any(|clause| what(&clause.value)) && quota.clauses.iter().any(|clause| what(&clause.value))
    };
    let is_second = said.iter().any(|clause| matches!(&clause.value, Clause::Ask(ask) if is_value(ask)))
        && quota.asks.iter().any(|ask| is_value(&ask.value));
    let is_timed = has(|clause| matches!(clause, Clause::When(..)));
    // 100万元，每个乡镇20万元: how a sum of money is made up.
    let is_of_each = said.iter().any(|clause| matches!(clause.value, Clause::PerMember(_)))
        && !said.iter().any(|clause| matches!(&clause.value, Clause::Ask(Ask::Target(value)) if is_money(value)));
    let comes_round = said.iter().any(|clause| matches!(clause.value, Clause::Ask(Ask::Every(_))))
        && quota.asks.iter().any(|ask| matches!(ask.value, Ask::Every(_)));
    match is_second {
        true if is_timed || has_time(said) => Some(faults::several_times(span)),
        true if comes_round || is_of_each => Some(faults::several_rhythms(span)),
        _ => None,
    }
}

fn is_money(value: &Target) -> bool {
    value.amount().and_then(|amount| amount.unit.as_ref()).is_some_and(|unit| unit.word().ends_with('元'))
}

fn has_time(said: &[Spanned<Clause>]) -> bool {
    said.iter().any(|clause| matches!(clause.value, Clause::When(..)))
}

/// The time before the name of the indicator: a clause, unless the line has a time besides; then it is of the name.
fn settle_led(stretch: Stretch, led: Found, quota: &mut Quota) -> Reading<()> {
    let whole = stretch.span_at(&led);
    let (mut word, mut when, mut span) = (TimeWord::In, None, whole);
    // 三年累计 is no part of a name, whatever time the line has besides.
    let is_in_all = everything(led.clone()).any(|part| part.as_rule() == Rule::in_all);
    for part in everything(led.clone()) {
        if part.as_rule() != Rule::comma {
            span = whole.to(stretch.span_at(&part));
            span.end = stretch.span_at(&part).end;
        }
        match part.as_rule() {
            Rule::until_kw => word = TimeWord::Until,
            Rule::before => word = TimeWord::Before,
            Rule::comma => {}
            _ => when = Some(time::moment(stretch, part)?),
        }
    }
    let is_timed = quota.clauses.iter().any(|clause| matches!(clause.value, Clause::When(..)));
    if is_timed && word == TimeWord::In && !is_in_all && !led.as_str().contains(',') {
        let whole = whole.to(quota.indicator.span);
        let words = stretch.source().slice(whole).to_owned();
        quota.indicator = Spanned::new(words, whole);
        quota.clauses.retain(|clause| !whole.range().contains(&(clause.span.start as usize)));
    } else if let Some(when) = when {
        quota.led = Some(whole);
        quota.clauses.insert(0, Spanned::new(Clause::When(word, when), span));
    }
    Ok(())
}

/// What is asked for over a period, `20节/学期`, as the two things it says.
fn by_period(mut ask: Ask) -> (Ask, Option<Every>) {
    let (Ask::Target(target) | Ask::Change(Change { by: target, .. })) = &mut ask else { return (ask, None) };
    let amounts: Vec<&mut Amount> = match target {
        Target::Value(_, amount) => vec![amount],
        Target::Range(low, high) => vec![low, high],
        _ => return (ask, None),
    };
    let mut period = None;
    for amount in amounts {
        let word = amount.unit.as_ref().map(|unit| unit.word().to_owned()).unwrap_or_default();
        let Some((counted, per)) = word.rsplit_once('/') else { continue };
        let Some(every) = time::per(per.trim()) else { continue };
        amount.unit = Some(counted.trim()).filter(|counted| !counted.is_empty()).map(quantity::Unit::new);
        period = Some(every);
    }
    (ask, period)
}

/// Whether what follows 每 is a date of each year or month rather than a member: 年年底前, 月5日前.
fn is_yearly_date(words: &str) -> bool {
    let units = ["学年", "学期", "季度", "年", "月", "季", "周"];
    let Some(date) = units.iter().find_map(|unit| words.strip_prefix(unit)) else { return false };
    let date = ["以前", "之前", "前"].iter().find_map(|end| date.strip_suffix(end)).unwrap_or(date);
    ["底", "末", "初", "日", "号", "月", "旬"].iter().any(|end| date.ends_with(end))
}

/// What one part of a line asks for: mostly one thing, `20节/学期` two.
pub(super) fn asked_for(stretch: Stretch, found: Found) -> Reading<Vec<Spanned<Clause>>> {
    let span = stretch.span_at(&found);
    if found.as_rule() == Rule::ask {
        let inner = children(found).last().ok_or_else(|| faults::unreadable_quota(span, span))?;
        return asked_for(stretch, inner);
    }
    let mut said = Vec::new();
    match found.as_rule() {
        Rule::dated => said.push(dated(stretch, found)?),
        Rule::every | Rule::in_turn | Rule::each_year => {
            said.push(Clause::Ask(Ask::Every(rhythm(stretch, found)?)));
        }
        Rule::each => match child(found) {
            Some(word) => said.push(Clause::PerMember(members(&stretch.words(&word)))),
            None => return Err(faults::unreadable_quota(span, span)),
        },
        Rule::hoped => said.push(Clause::Expected),
        Rule::moved => {
            let at = children(found.clone()).find(|part| part.as_rule() == Rule::moved_at);
            let at = at.map_or(Ok(None), |at| against(stretch, at))?;
            let (from, to) = target::moved(stretch, found)?;
            said.extend([Clause::Ask(Ask::From(from, at)), Clause::Ask(Ask::Target(to))]);
        }
        _ => {
            let (ask, every) = by_period(ask(stretch, found)?);
            said.push(Clause::Ask(ask));
            said.extend(every.map(|every| Clause::Ask(Ask::Every(every))));
        }
    }
    Ok(said.into_iter().map(|clause| Spanned::new(clause, span)).collect())
}

fn ask(stretch: Stretch, found: Found) -> Reading<Ask> {
    Ok(match found.as_rule() {
        Rule::change => change(stretch, found)?,
        Rule::kept => Ask::Keep(match children(found).last() {
            Some(inner) => target::target(stretch, inner)?,
            None => Target::Hole(None),
        }),
        Rule::target => Ask::Target(target::target(stretch, found)?),
        Rule::acted => Ask::Target(target::acted(stretch, found)?),
        _ => Ask::Target(Target::Soft(stretch.words(&found).value)),
    })
}

/// `每两周`, `两周` of `两周一次`, `逐年`.
fn rhythm(stretch: Stretch, found: Found) -> Reading<Every> {
    match found.as_rule() {
        Rule::each_year => Ok(Every { count: 1, unit: Unit::Year }),
        Rule::in_turn if child(found.clone()).is_some_and(|inner| inner.as_rule() == Rule::half_a_year) => {
            Ok(Every { count: 1, unit: Unit::HalfYear })
        }
        _ => time::every(stretch, found),
    }
}

/// `2027年底前` before what is asked.
fn dated(stretch: Stretch, found: Found) -> Reading<Clause> {
    let span = stretch.span_at(&found);
    let has_before = children(found.clone()).any(|part| part.as_rule() == Rule::before);
    match child(found) {
        Some(until) if until.as_rule() == Rule::until_clause => {
            Ok(Clause::When(TimeWord::Until, moment(stretch, until)?))
        }
        Some(time) => {
            let word = if has_before { TimeWord::Before } else { TimeWord::In };
            Ok(Clause::When(word, time::moment(stretch, time)?))
        }
        None => Err(faults::unreadable_time(span)),
    }
}

/// A time in a clause.
pub(super) fn moment(stretch: Stretch, found: Found) -> Reading<When> {
    let span = stretch.span_at(&found);
    let is_before = time::says_before(&found);
    let Some(part) = child(found) else { return Err(faults::unreadable_time(span)) };
    Ok(time::by(time::moment(stretch, part)?, is_before))
}

/// `每班每学科`, `每班、每学科`: each of them, as it is written after its 每.
pub(super) fn members(words: &Spanned<String>) -> Vec<Spanned<String>> {
    let text = words.value.as_str();
    let pieces = text.split(['每', '、', '和', '，']).map(str::trim).filter(|piece| !piece.is_empty());
    pieces.map(|piece| words.piece(piece)).collect()
}

fn change(stretch: Stretch, found: Found) -> Reading<Ask> {
    let mut change = Change { direction: Direction::Up, by: Target::Hole(None), base: None, is_mean: false };
    for part in children(found) {
        match part.as_rule() {
            Rule::down => change.direction = Direction::Down,
            Rule::target => change.by = target::target(stretch, part)?,
            Rule::mean_kw => change.is_mean = true,
            Rule::against => change.base = against(stretch, part)?,
            Rule::doubled => change.by = doubled(stretch, part)?,
            _ => {}
        }
    }
    Ok(Ask::Change(change))
}

/// What a change is measured against: a time, or words such as 上年.
fn against(stretch: Stretch, found: Found) -> Reading<Option<Spanned<When>>> {
    let Some(base) = child(found) else { return Ok(None) };
    let span = stretch.span_at(&base);
    let when = match base.as_rule() {
        Rule::base_words => When::Words(word::chinese(Rule::base_words, base.as_str().trim()).to_owned()),
        Rule::same_time => When::Words("上年同期".to_owned()),
        _ => When::At(time::time(stretch, base)?),
    };
    Ok(Some(Spanned::new(when, span)))
}

/// `翻一番`: as often doubled as it says.
fn doubled(stretch: Stretch, found: Found) -> Reading<Target> {
    let times = match child(found) {
        Some(count) => time::whole(stretch, &count)?,
        None => 1,
    };
    Ok(Target::Value(Comparison::Planned, Amount::new(Decimal::from(times), Some(quantity::Unit::new("番")))))
}

/// What a unit is worth in others: `15亩，10000平方米`.
pub(super) fn conversions(stretch: Stretch) -> Reading<Vec<Spanned<Amount>>> {
    let found = stretch.read(Rule::conversions).map_err(|at| {
        let span = if at.start < at.end { at } else { stretch.span() };
        let message = text!(zh: "读不懂这个换算", en: "this conversion cannot be read");
        Box::new(Diagnostic::error(faults::UNREADABLE_VALUE, span, message).help(text!(
            zh: "写一个这样的单位合多少别的单位，如“- 公顷，15亩”",
            en: "write what one of the unit is worth in another, as in “- 公顷, 15亩”"
        )))
    })?;
    children(found)
        .map(|part| Ok(Spanned::new(target::amount(stretch, part.clone())?, stretch.span_at(&part))))
        .collect()
}

impl Name {
    /// A hole.
    pub(super) fn hole(words: Option<String>, span: crate::source::Span) -> Self {
        Name { text: words.unwrap_or_default(), kind: NameKind::Hole, span }
    }
}

/// Words for a person of what a quota line looks like.
pub(super) fn form() -> crate::diagnostic::Text {
    text!(
        zh: "写法如“指标：高中阶段入学率 不低于92%，到2019-2020学年”：先写指标名，空一格写要求，再用逗号隔开各分句",
        en: "write it as “- quota: 高中阶段入学率 >= 92%, until 2019-2020学年”: the indicator, a blank, what is asked, then clauses parted by commas"
    )
}

//! Quotas, funds, baselines, cells: from what the grammar matched to values.

use crate::calendar::{Every, When};
use crate::diagnostic::Diagnostic;
use crate::quantity::{Amount, Comparison, Decimal, Direction, Target, Unit, han_integer};
use crate::source::Spanned;
use crate::text;

use super::ast::{Ask, Change, Clause, Name, NameKind, Quota, TimeWord};
use super::grammar::{Found, Rule, Stretch, child, children};
use super::{Reading, faults, recover, time, value};

/// A line whose indicator ends where the grammar says.
pub(super) fn quota(stretch: Stretch, out: &mut Vec<Diagnostic>) -> Reading<Quota> {
    let found = stretch.read(Rule::quota).map_err(|at| match at.start == stretch.span().start {
        true => faults::no_indicator(at),
        false => faults::unreadable_quota(stretch.span(), at),
    })?;
    let mut indicator = None;
    let mut quota =
        Quota { indicator: stretch.whole_words(), asks: Vec::new(), clauses: Vec::new(), is_half_read: false };
    for part in children(found) {
        match part.as_rule() {
            Rule::spaced_name | Rule::tight_name => {
                indicator = Some(stretch.words(&part).map(|words| value::unquote(&words).to_owned()));
            }
            _ => take(stretch, part, &mut quota, out)?,
        }
    }
    quota.indicator = indicator.unwrap_or(quota.indicator);
    Ok(quota)
}

/// What follows the name of an indicator that is known already.
pub(super) fn asked(stretch: Stretch, indicator: Spanned<String>, out: &mut Vec<Diagnostic>) -> Reading<Quota> {
    let found = stretch.read(Rule::asked).map_err(|at| faults::unreadable_quota(stretch.span(), at))?;
    let mut quota = Quota { indicator, asks: Vec::new(), clauses: Vec::new(), is_half_read: false };
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
            for each in children(part) {
                let span = stretch.span_at(&each);
                let (ask, every) = by_period(ask(stretch, each)?);
                quota.asks.push(Spanned::new(ask, span));
                quota.asks.extend(every.map(|every| Spanned::new(Ask::Every(every), span)));
            }
        }
        _ => {
            let span = stretch.span_at(&part);
            let Some(inner) = child(part) else { return Ok(()) };
            let is_open = stretch.part(&inner).is_open();
            match clause(stretch, inner) {
                Ok(Some(Clause::PerMember(members)))
                    if !is_open && members.iter().any(|member| is_yearly_date(&member.value)) =>
                {
                    quota.is_half_read = true;
                    let words: String = members.iter().map(|member| member.value.as_str()).collect();
                    out.push(faults::yearly_date(&words, span));
                }
                Ok(Some(Clause::Ask(asked))) => {
                    let (ask, every) = by_period(asked);
                    quota.clauses.push(Spanned::new(Clause::Ask(ask), span));
                    let every = every.map(|every| Spanned::new(Clause::Ask(Ask::Every(every)), span));
                    quota.clauses.extend(every);
                }
                Ok(Some(clause)) => quota.clauses.push(Spanned::new(clause, span)),
                Ok(None) if is_open => {}
                Ok(None) => {
                    quota.is_half_read = true;
                    out.push(*faults::unknown_clause(span));
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
        amount.unit = Some(counted.trim()).filter(|counted| !counted.is_empty()).map(Unit::new);
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

fn ask(stretch: Stretch, found: Found) -> Reading<Ask> {
    Ok(match found.as_rule() {
        Rule::ask => match child(found) {
            Some(inner) => ask(stretch, inner)?,
            None => Ask::Target(Target::Hole(None)),
        },
        Rule::every => Ask::Every(time::every(stretch, found)?),
        Rule::change => change(stretch, found)?,
        Rule::kept => Ask::Keep(match children(found).last() {
            Some(inner) => target(stretch, inner)?,
            None => Target::Hole(None),
        }),
        Rule::target => Ask::Target(target(stretch, found)?),
        _ => Ask::Target(Target::Soft(stretch.words(&found).value)),
    })
}

/// A clause; `None` if it is none.
fn clause(stretch: Stretch, found: Found) -> Reading<Option<Clause>> {
    let rule = found.as_rule();
    Ok(Some(match rule {
        Rule::per_clause => match child(found) {
            Some(inner) if inner.as_rule() == Rule::every => Clause::Ask(Ask::Every(time::every(stretch, inner)?)),
            Some(inner) if inner.as_rule() == Rule::hole => {
                let words = stretch.words(&inner);
                let open = time::hole_words(stretch, inner).unwrap_or_else(|| "待定".to_owned());
                Clause::PerMember(vec![words.map(|_| open)])
            }
            Some(inner) => Clause::PerMember(members(&stretch.words(&inner))),
            None => return Ok(None),
        },
        Rule::by_clause => Clause::By(children(found).map(|name| value::name(stretch, name)).collect()),
        Rule::until_clause => Clause::When(TimeWord::Until, moment(stretch, found)?),
        Rule::in_clause => Clause::When(TimeWord::In, moment(stretch, found)?),
        Rule::before_clause => Clause::When(TimeWord::Before, moment(stretch, found)?),
        Rule::since_clause => Clause::Since(moment(stretch, found)?),
        Rule::share_clause => {
            let mut parts = children(found);
            let (Some(of), Some(number)) = (parts.next(), parts.next()) else { return Ok(None) };
            Clause::Share(stretch.words(&of), decimal(stretch, &number)?)
        }
        Rule::of_clause | Rule::source_clause | Rule::receiver_clause | Rule::use_clause => {
            let Some(words) = child(found).map(|part| stretch.words(&part)) else { return Ok(None) };
            match rule {
                Rule::of_clause => Clause::Of(words),
                Rule::source_clause => Clause::From(words),
                Rule::receiver_clause => Clause::To(words),
                _ => Clause::Use(words),
            }
        }
        Rule::binding => Clause::Binding,
        Rule::expected => Clause::Expected,
        Rule::change | Rule::kept | Rule::target => Clause::Ask(ask(stretch, found)?),
        _ => return Ok(None),
    }))
}

fn moment(stretch: Stretch, found: Found) -> Reading<When> {
    let span = stretch.span_at(&found);
    let Some(part) = child(found) else { return Err(faults::unreadable_time(span)) };
    time::moment(stretch, part)
}

/// `每班每学科`, `每班、每学科`: each of them, as it is written after its 每.
pub(super) fn members(words: &Spanned<String>) -> Vec<Spanned<String>> {
    let text = words.value.as_str();
    let pieces = text.split(['每', '、', '和', '，']).map(str::trim).filter(|piece| !piece.is_empty());
    pieces.map(|piece| words.piece(piece)).collect()
}

fn change(stretch: Stretch, found: Found) -> Reading<Ask> {
    let mut change = Change { direction: Direction::Up, by: Target::Hole(None), base: None };
    for part in children(found) {
        match part.as_rule() {
            Rule::down => change.direction = Direction::Down,
            Rule::target => change.by = target(stretch, part)?,
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
        Rule::base_words => When::Words(stretch.words(&base).value),
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
    Ok(Target::Value(Comparison::Planned, Amount::new(Decimal::from(times), Some(Unit::new("番")))))
}

fn target(stretch: Stretch, found: Found) -> Reading<Target> {
    let mut choices = children(found).map(|part| choice(stretch, part)).collect::<Reading<Vec<_>>>()?;
    Ok(match choices.len() {
        1 => choices.remove(0),
        _ => Target::Either(choices),
    })
}

fn choice(stretch: Stretch, found: Found) -> Reading<Target> {
    let span = stretch.span_at(&found);
    let mut comparison = None;
    let mut amounts = Vec::new();
    for part in children(found) {
        match part.as_rule() {
            Rule::hole => return Ok(Target::Hole(time::hole_words(stretch, part))),
            Rule::open_amount => return Ok(Target::Hole(None)),
            Rule::compare => comparison = child(part).map(|sign| compare(sign.as_rule())),
            Rule::approx | Rule::about_end => comparison = Some(Comparison::About),
            Rule::at_least_end => comparison = Some(Comparison::AtLeast),
            Rule::at_most_end => comparison = Some(Comparison::AtMost),
            Rule::range => amounts = range(stretch, part)?,
            Rule::amount => amounts.push(amount(stretch, part)?),
            _ => {}
        }
    }
    match <[Amount; 2]>::try_from(amounts) {
        Ok([low, high]) => Ok(Target::Range(low, high)),
        Err(mut single) => match single.pop() {
            Some(amount) => Ok(Target::Value(comparison.unwrap_or(Comparison::Planned), amount)),
            None => Err(faults::unreadable_quota(span, span)),
        },
    }
}

fn compare(sign: Rule) -> Comparison {
    match sign {
        Rule::at_least => Comparison::AtLeast,
        Rule::at_most => Comparison::AtMost,
        Rule::above => Comparison::Above,
        Rule::below => Comparison::Below,
        Rule::exactly => Comparison::Exactly,
        _ => Comparison::About,
    }
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
    children(found).map(|part| Ok(Spanned::new(amount(stretch, part.clone())?, stretch.span_at(&part)))).collect()
}

/// `3%至5%`, `1至2人`: a unit written once, at the end, holds for both.
fn range(stretch: Stretch, found: Found) -> Reading<Vec<Amount>> {
    let whole = found.clone();
    let mut amounts: Vec<Amount> = Vec::new();
    for part in children(found) {
        match part.as_rule() {
            Rule::number => amounts.push(Amount::new(decimal(stretch, &part)?, None)),
            _ => {
                if let Some(last) = amounts.last_mut() {
                    last.unit = Some(Unit::new(&recover::unit(part.as_str())));
                }
            }
        }
    }
    if let [low, high] = &mut amounts[..] {
        if low.unit.is_some() && high.unit.is_some() && low.unit != high.unit {
            let span = stretch.span_at(&whole);
            return Err(faults::mixed_range(span));
        }
        match (&low.unit, &high.unit) {
            (None, Some(unit)) => low.unit = Some(unit.clone()),
            (Some(unit), None) => high.unit = Some(unit.clone()),
            _ => {}
        }
    }
    Ok(amounts)
}

fn amount(stretch: Stretch, found: Found) -> Reading<Amount> {
    let mut value = Decimal::ZERO;
    let mut unit = None;
    for part in children(found) {
        match part.as_rule() {
            Rule::number => value = decimal(stretch, &part)?,
            Rule::han_percent => {
                value = amount(stretch, part)?.value;
                unit = Some(Unit::new("%"));
            }
            Rule::han_integer => {
                let number = han_integer(part.as_str());
                value = number.map(Decimal::from).ok_or_else(|| faults::number_too_large(stretch.span_at(&part)))?;
            }
            _ => unit = Some(Unit::new(&recover::unit(part.as_str()))),
        }
    }
    Ok(Amount::new(value, unit))
}

/// An exact number; one with more digits than can be kept exactly is refused.
fn decimal(stretch: Stretch, found: &Found) -> Reading<Decimal> {
    let digits = found.as_str().replace(',', "");
    Decimal::from_str_exact(&digits).map_err(|_| faults::number_too_large(stretch.span_at(found)))
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

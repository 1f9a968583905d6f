//! The clauses of a quota line: from what the grammar matched to values.

use crate::quantity::{Decimal, percent_of};
use crate::source::Spanned;

use super::ast::{Clause, Name, NameKind, Payer, TimeWord};
use super::fold::narrow;
use super::grammar::{Found, Rule, Stretch, child, children};
use super::quota::{asked_for, members, moment};
use super::{Reading, faults, target, time, value};

/// What a clause says; nothing if it is none.
pub(super) fn clause(stretch: Stretch, found: Found) -> Reading<Vec<Spanned<Clause>>> {
    let span = stretch.span_at(&found);
    match found.as_rule() {
        Rule::asked_clause => {
            let each = children(found).map(|ask| asked_for(stretch, ask)).collect::<Reading<Vec<_>>>()?;
            Ok(each.into_iter().flatten().collect())
        }
        Rule::moved => asked_for(stretch, found),
        _ => Ok(single_clause(stretch, found)?.map(|clause| Spanned::new(clause, span)).into_iter().collect()),
    }
}

fn single_clause(stretch: Stretch, found: Found) -> Reading<Option<Clause>> {
    let rule = found.as_rule();
    Ok(Some(match rule {
        Rule::per_clause => match child(found) {
            Some(inner) if inner.as_rule() == Rule::hole => {
                let words = stretch.words(&inner);
                let open = time::hole_words(stretch, inner).unwrap_or_else(|| "待定".to_owned());
                Clause::PerMember(vec![words.map(|_| open)])
            }
            Some(inner) => Clause::PerMember(members(&stretch.words(&inner))),
            None => return Ok(None),
        },
        Rule::by_clause => Clause::By(doers(stretch, found)),
        Rule::until_clause => Clause::When(TimeWord::Until, moment(stretch, found)?),
        Rule::in_clause => Clause::When(TimeWord::In, moment(stretch, found)?),
        Rule::before_clause => Clause::When(TimeWord::Before, moment(stretch, found)?),
        Rule::since_clause => Clause::Since(moment(stretch, found)?),
        Rule::payers_clause | Rule::shared_by => Clause::Payers(payers(stretch, found)?),
        Rule::source_clause if child(found.clone()).is_some_and(|inner| inner.as_rule() == Rule::payers) => {
            Clause::Payers(payers(stretch, found)?)
        }
        Rule::share_clause => {
            let mut parts = children(found);
            let (Some(of), Some(number)) = (parts.next(), parts.next()) else { return Ok(None) };
            Clause::Share(stretch.words(&of), target::decimal(stretch, &number)?)
        }
        Rule::of_clause | Rule::source_clause | Rule::receiver_clause | Rule::use_clause => {
            let Some(words) = child(found).map(|part| stretch.words(&part)) else { return Ok(None) };
            match rule {
                Rule::of_clause => Clause::Of(words),
                Rule::source_clause => match holds_money(&words.value) {
                    true => return Err(faults::money_in_source(words.span)),
                    false => Clause::From(words),
                },
                Rule::receiver_clause => Clause::To(words),
                _ => Clause::Use(words),
            }
        }
        Rule::ratio_clause => by_ratio(stretch, found)?,
        Rule::arranged => Clause::Arranged(stretch.words(&found)),
        Rule::drawn | Rule::paid_by => {
            let Some(words) = child(found).map(|part| stretch.words(&part)) else { return Ok(None) };
            match holds_money(&words.value) {
                true => return Err(faults::money_in_source(words.span)),
                false => Clause::From(words),
            }
        }
        Rule::binding => Clause::Binding,
        Rule::expected => Clause::Expected,
        _ => return Ok(None),
    }))
}

/// `由县教育局、县市场监管局共同负责`: what follows the names tells only whether they act as one.
fn doers(stretch: Stretch, found: Found) -> Vec<Name> {
    let (mut names, mut is_joint) = (Vec::new(), false);
    for part in children(found) {
        match part.as_rule() {
            Rule::by_tail => is_joint = child(part).is_some(),
            _ => names.push(value::name(stretch, part)),
        }
    }
    match &names[..] {
        [first, .., last] if is_joint => {
            let quoted = |name: &Name| match name.kind {
                NameKind::Quoted => format!("“{}”", name.text),
                _ => name.text.clone(),
            };
            let text = names.iter().map(quoted).collect::<Vec<_>>().join("＋");
            vec![Name { text, kind: NameKind::Plain, span: first.span.to(last.span) }]
        }
        _ => names,
    }
}

/// `县财政80%、学校20%`: who pays which share. More than the whole is no share.
fn payers(stretch: Stretch, found: Found) -> Reading<Vec<Payer>> {
    let span = stretch.span_at(&found);
    let (mut payers, mut sum) = (Vec::new(), Decimal::ZERO);
    for part in descendants(found) {
        match part.as_rule() {
            Rule::payer_name => payers.push(Payer { name: stretch.words(&part), percent: Decimal::ZERO }),
            Rule::number => {
                let percent = target::decimal(stretch, &part)?;
                sum = sum.checked_add(percent).ok_or_else(|| faults::number_too_large(span))?;
                if let Some(last) = payers.last_mut() {
                    last.percent = percent;
                }
            }
            _ => {}
        }
    }
    if sum > Decimal::ONE_HUNDRED { Err(faults::shares_over_whole(sum, span)) } else { Ok(payers) }
}

/// `按5:3:2比例由市、县、乡分担`: who pays which share; where the shares are no whole hundredths, the words.
fn by_ratio(stretch: Stretch, found: Found) -> Reading<Clause> {
    let (span, words) = (stretch.span_at(&found), stretch.words(&found));
    let (mut names, mut numbers) = (Vec::new(), Vec::new());
    for part in children(found) {
        match part.as_rule() {
            Rule::ratio_of => {
                numbers =
                    children(part).map(|number| target::decimal(stretch, &number)).collect::<Reading<Vec<_>>>()?;
            }
            _ => names.extend(children(part).map(|name| stretch.words(&name))),
        }
    }
    if names.len() != numbers.len() {
        return Err(faults::ratio_without_payers(names.len(), numbers.len(), span));
    }
    let sum = numbers.iter().try_fold(Decimal::ZERO, |sum, number| sum.checked_add(*number));
    let sum = sum.filter(|sum| *sum > Decimal::ZERO).ok_or_else(|| faults::number_too_large(span))?;
    let percents: Option<Vec<Decimal>> = numbers.iter().map(|number| percent_of(*number, sum)).collect();
    Ok(match percents {
        Some(percents) => {
            let payers = names.into_iter().zip(percents).map(|(name, percent)| Payer { name, percent });
            Clause::Payers(payers.collect())
        }
        None => Clause::Arranged(words),
    })
}

/// The payers and numbers within a clause, at whatever depth.
fn descendants(found: Found<'_>) -> Vec<Found<'_>> {
    children(found)
        .flat_map(|part| match part.as_rule() {
            Rule::payers | Rule::payer => descendants(part),
            _ => vec![part],
        })
        .collect()
}

/// Whether the name of a source tells an amount of money: `省级资金100万元`.
fn holds_money(words: &str) -> bool {
    !words.starts_with(['“', '《'])
        && words.char_indices().any(|(at, sign)| {
            narrow(sign).is_ascii_digit()
                && words[at..]
                    .trim_start_matches(|sign| narrow(sign).is_ascii_digit() || sign == '.')
                    .starts_with(['万', '元', '亿'])
        })
}

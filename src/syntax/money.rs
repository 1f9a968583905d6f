//! A line of money as officials word it: `培训经费 人均500元`, `县财政每年安排专项资金100万元`, `其中…`.
//!
//! Takes the value of 经费, gives the line with its name, amount and terms apart; what is wrong with a clause is told in
//! terms of money. Nothing here guesses an amount: words that hold one in no known form stay words.

use crate::calendar::{Every, Unit};
use crate::diagnostic::Diagnostic;
use crate::quantity::Target;
use crate::source::Spanned;

use super::ast::{Ask, Clause, Quota};
use super::fold::{Folded, narrow};
use super::grammar::Stretch;
use super::{Reading, faults, quota, recover, verbal};

/// Words for an average, which belong to the name of what is paid.
const MEANS: [&str; 10] = ["人均", "生均", "师均", "班均", "校均", "户均", "园均", "床均", "亩均", "年人均"];
/// Whoever may set money apart.
const GIVERS: [&str; 6] = ["财政", "政府", "局", "委", "部门", "学校"];
/// What they do.
const GIVES: [&str; 10] = ["统筹安排", "安排", "投入", "落实", "列支", "拨付", "筹措", "配套", "设立", "预算安排"];

/// A line of 经费.
pub(super) fn fund(stretch: Stretch, out: &mut Vec<Diagnostic>) -> Reading<Quota> {
    let told = out.len();
    let written = quota::money(stretch, out).map_err(|fault| match fault.code {
        faults::WRONG_ORDER => faults::nameless_money(stretch.span()),
        _ => fault,
    })?;
    let mut written = verbal::settled(recover::reordered(written, stretch, out));
    for clause in out.iter_mut().skip(told).filter(|finding| is_plain_unknown(finding)) {
        let words = stretch.source().slice(clause.span).trim().to_owned();
        match teller(&words) {
            Some((name, is_treasury)) => {
                let words = name.to_owned();
                *clause = faults::bare_payer(&words, clause.span, is_treasury);
                if is_treasury {
                    written.clauses.push(Spanned::new(Clause::From(Spanned::new(words, clause.span)), clause.span));
                }
            }
            None => *clause = clause.clone().help(faults::money_form()),
        }
    }
    Ok(words_apart(given(averaged(written, stretch), stretch)))
}

/// The names of those who may pay, if words are no more, and whether a treasury, which only gives.
fn teller(words: &str) -> Option<(&str, bool)> {
    const ENDS: [&str; 16] = [
        "财政",
        "局",
        "委",
        "办",
        "部门",
        "政府",
        "学校",
        "中心",
        "厅",
        "公司",
        "集团",
        "基金会",
        "银行",
        "乡镇",
        "街道",
        "企业",
    ];
    const TREASURIES: [&str; 4] = ["财政", "财政局", "财政部门", "财政厅"];
    let is_letter = |sign: char| sign.is_ascii_alphabetic() || matches!(sign, ' ' | '-' | '\'' | '&');
    if words.starts_with(|first: char| first.is_ascii_uppercase()) && words.chars().all(is_letter) {
        return Some((words, false));
    }
    // 县财政出: the verb is no part of the name.
    const GIVES_IT: [&str; 6] = ["出资", "出", "拿", "给", "掏", "支付"];
    let words = GIVES_IT.iter().find_map(|verb| words.strip_suffix(verb)).unwrap_or(words);
    let mut names = words.split('、').map(str::trim);
    let is_name = |name: &str| {
        (2..=16).contains(&name.chars().count())
            && name.chars().all(|sign| ('\u{4e00}'..='\u{9fff}').contains(&sign))
            && ENDS.iter().any(|end| name.ends_with(end))
    };
    let are_treasuries = names.clone().all(|name| TREASURIES.iter().any(|end| name.ends_with(end)));
    names.all(is_name).then_some((words, are_treasuries))
}

/// Whether a finding tells of a clause that nobody knows, and no more.
fn is_plain_unknown(finding: &Diagnostic) -> bool {
    finding.code == faults::UNKNOWN_CLAUSE && finding.message == faults::unknown_clause(finding.span).message
}

/// `培训经费 人均500元`, `成果奖励 一等奖5000元`: what stands before the amount belongs to the name.
fn averaged(mut written: Quota, stretch: Stretch) -> Quota {
    let [Spanned { value: Ask::Target(Target::Soft(words)), span }] = &written.asks[..] else { return written };
    let Some(digit) = words.find(|sign: char| narrow(sign).is_ascii_digit()) else { return written };
    let name = &written.indicator.value;
    let (name, start) = match MEANS.iter().find(|mean| words.starts_with(**mean)) {
        Some(mean) => (format!("{mean}{name}"), mean.len()),
        None if words[..digit].ends_with(['奖', '等']) => (format!("{name}{}", &words[..digit]), digit),
        None => return written,
    };
    let amount = Folded::new(&words[start..], span.start as usize + start);
    let Ok(ask) = quota::cell(stretch.over(&amount)) else { return written };
    if matches!(ask.value, Ask::Target(Target::Soft(_))) {
        return written;
    }
    written.asks = vec![ask];
    written.indicator.value = name;
    written
}

/// `县财政每年安排专项资金100万元`: who gives it, how often, what and how much.
fn given(mut written: Quota, stretch: Stretch) -> Quota {
    let [Spanned { value: Ask::Target(Target::Soft(words)), span }] = &written.asks[..] else { return written };
    if !GIVERS.iter().any(|end| written.indicator.value.ends_with(end)) {
        return written;
    }
    let span = *span;
    let rest = words.strip_prefix("每年").unwrap_or(words);
    let is_yearly = rest.len() < words.len();
    let Some(given) = GIVES.iter().find_map(|verb| rest.strip_prefix(verb)) else { return written };
    let folded = Folded::new(given, span.start as usize + words.len() - given.len());
    let Ok(found) = quota::money(stretch.over(&folded), &mut Vec::new()) else { return written };
    if !matches!(&found.asks[..], [Spanned { value: Ask::Target(target), .. }] if !matches!(target, Target::Soft(_))) {
        return written;
    }
    let giver = std::mem::replace(&mut written.indicator, found.indicator);
    written.asks = found.asks;
    let yearly = Every { count: 1, unit: Unit::Year };
    let yearly = is_yearly.then(|| Spanned::new(Clause::Ask(Ask::Every(yearly)), span));
    let source = Spanned::new(Clause::From(giver.clone()), giver.span);
    written.clauses.splice(0..0, [source].into_iter().chain(yearly));
    written
}

/// `按每份30元测算，共6万元`: words beside an amount are an arrangement.
fn words_apart(mut written: Quota) -> Quota {
    let is_amount = |ask: &Ask| matches!(ask, Ask::Target(target) if !matches!(target, Target::Soft(_)));
    let has_amount = written.asks.iter().any(|ask| is_amount(&ask.value))
        || written.clauses.iter().any(|clause| matches!(&clause.value, Clause::Ask(ask) if is_amount(ask)));
    if !has_amount {
        return written;
    }
    let mut asks = Vec::new();
    for ask in written.asks {
        match ask.value {
            Ask::Target(Target::Soft(words)) => {
                written.clauses.push(Spanned::new(Clause::Arranged(Spanned::new(words, ask.span)), ask.span));
            }
            value => asks.push(Spanned::new(value, ask.span)),
        }
    }
    written.asks = asks;
    written
}

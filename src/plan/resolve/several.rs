//! Several values of one line: those of its scopes, and those counted in units of their own.

use foldhash::HashMap;
use std::borrow::Cow;

use crate::calendar::When;
use crate::quantity::Target;
use crate::source::{Span, Spanned};
use crate::syntax::ast::{Ask, Clause, Entry, Quota, Value};
use crate::syntax::fold::name_key;
use crate::text;

use super::quotas::Written;
use super::said::{Said, once};
use super::{Builder, faults};

/// Scopes that officials list before a name they share: 小学、初中辍学率.
const STAGES: [&str; 26] = [
    "义务教育阶段",
    "义务教育",
    "普通高中",
    "高中阶段",
    "高中",
    "初中",
    "小学",
    "学前教育",
    "幼儿园",
    "中职",
    "特殊教育",
    "城区",
    "城镇",
    "农村",
    "乡镇",
    "县城",
    "乡村",
    "城市",
    "县级",
    "乡级",
    "村级",
    "市级",
    "省级",
    "二级医院",
    "三级医院",
    "基层",
];

/// Ends of a name that say what is to be reached, where no value follows.
const REACHED: [&str; 6] = ["全覆盖", "全达标", "全部达标", "清零", "零增长", "零发生"];

/// Where something is: a part named so is the same thing, there.
const PLACES: [&str; 8] = ["城区", "城镇", "农村", "乡镇", "县城", "乡村", "城市", "中心城区"];

/// A part that names only a place, `其中农村34所`, with what the whole counts.
pub(super) fn place_of<'e, T>(
    entry: &'e Entry,
    above: &Entry,
    whole: &Spanned<String>,
    known: &HashMap<String, T>,
) -> Cow<'e, Entry> {
    let Value::Quota(part) = &entry.value else { return Cow::Borrowed(entry) };
    let place = part.indicator.value.trim();
    let is_inline = entry.span.end <= above.span.end;
    let unit = part.asks.first().and_then(|ask| match &ask.value {
        Ask::Target(target) => target.amount()?.unit.as_ref(),
        _ => None,
    });
    let is_there = PLACES.contains(&place) || is_stage(place) && unit.is_some_and(|unit| unit.word() != "所");
    if !is_inline || !is_there || known.contains_key(&name_key(place)) {
        return Cow::Borrowed(entry);
    }
    let mut entry = entry.clone();
    if let Value::Quota(quota) = &mut entry.value {
        quota.indicator.value = format!("{}（{place}）", whole.value);
    }
    Cow::Owned(entry)
}

/// Whether a word is one of the scopes that officials list.
pub(super) fn is_stage(word: &str) -> bool {
    STAGES.contains(&word.trim())
}

/// A line with what stands on it and could as well stand below.
pub(super) fn with_below<'e>(entry: &'e Entry, written: &Quota) -> Cow<'e, Entry> {
    if written.below.is_empty() {
        return Cow::Borrowed(entry);
    }
    let mut entry = entry.clone();
    entry.items.splice(0..0, written.below.iter().cloned());
    Cow::Owned(entry)
}

/// `三年共180万元，每年60万元`: what each year has of a sum over several is kept in words.
pub(super) fn each_year_worded(written: &Quota) -> Cow<'_, Quota> {
    let is_over_years = |clause: &Spanned<Clause>| matches!(clause.value, Clause::When(_, When::Within(..)));
    let is_sum = |ask: &Spanned<Ask>| matches!(ask.value, Ask::Target(_));
    let at = written.clauses.windows(2).position(|pair| {
        matches!((&pair[0].value, &pair[1].value), (Clause::Ask(Ask::Every(_)), Clause::Ask(Ask::Target(_))))
    });
    let Some(at) = at.filter(|_| written.clauses.iter().any(is_over_years) && written.asks.iter().any(is_sum)) else {
        return Cow::Borrowed(written);
    };
    let mut quota = written.clone();
    if let [
        Spanned { value: Clause::Ask(Ask::Every(every)), span },
        Spanned { value: Clause::Ask(Ask::Target(value)), span: last },
    ] = &written.clauses[at..at + 2]
    {
        let words = Spanned::new(format!("{every}{value}"), span.to(*last));
        quota.clauses.splice(at..at + 2, [Spanned::new(Clause::Arranged(words.clone()), words.span)]);
    }
    Cow::Owned(quota)
}

/// `每个乡镇20万元，共100万元`: of a sum, what each of several gets is kept in words.
pub(super) fn each_member_worded(written: Cow<'_, Quota>, parted: impl Fn(Span, Span) -> bool) -> Cow<'_, Quota> {
    let is_each = |clause: &Spanned<Clause>| matches!(clause.value, Clause::PerMember(_));
    let value = |clause: &Spanned<Clause>| match &clause.value {
        Clause::Ask(Ask::Target(target)) if target.amount().is_some() => Some(target.clone()),
        _ => None,
    };
    let asks = written.asks.iter().cloned().map(|ask| ask.map(Clause::Ask));
    let mut said = asks.chain(written.clauses.iter().cloned()).collect::<Vec<_>>();
    said.sort_by_key(|clause| clause.span.start);
    let values = (0..said.len()).filter(|at| value(&said[*at]).is_some()).collect::<Vec<_>>();
    let (Some(each), [first, second]) = (said.iter().position(is_each), &values[..]) else { return written };
    // What stands right behind 每个乡镇, or else before it.
    let of_each = match values.iter().find(|at| **at == each + 1 && !parted(said[each].span, said[**at].span)) {
        Some(behind) => *behind,
        None if *first < each && each < *second => *first,
        None => return written,
    };
    let (Clause::PerMember(members), Some(amount)) = (&said[each].value, value(&said[of_each])) else {
        return written;
    };
    let members = members.iter().map(|member| format!("每{}", member.value)).collect::<String>();
    let words = Spanned::new(format!("{members}{amount}"), said[each].span);
    let sum = said[if of_each == *first { *second } else { *first }].clone();
    let mut quota = written.into_owned();
    said.retain(|clause| !is_each(clause) && value(clause).is_none());
    let Clause::Ask(sum_ask) = sum.value else { return Cow::Owned(quota) };
    quota.asks = vec![Spanned::new(sum_ask, sum.span)];
    said.push(Spanned::new(Clause::Arranged(words.clone()), words.span));
    quota.clauses = said;
    Cow::Owned(quota)
}

impl Builder<'_> {
    /// The values of several scopes, each with its scope; values in units of their own are one target.
    pub(super) fn several(
        &mut self,
        written: &Quota,
        name: &mut Written,
        said: &mut Said,
    ) -> Vec<(Spanned<String>, Spanned<Target>)> {
        if name.scopes.is_empty() && !self.is_known(&written.indicator.value) {
            shared_name(name);
        }
        if !written.scoped.is_empty() {
            if let Some(target) = said.target.take() {
                self.findings.push(faults::values_of_what(target.span));
            }
            return written.scoped.clone();
        }
        let Some(listed) = &written.listed else { return Vec::new() };
        if name.scopes.len() == listed.value.len() {
            let values = listed.value.iter().map(|value| Spanned::new(value.clone(), listed.span));
            return std::mem::take(&mut name.scopes).into_iter().zip(values).collect();
        }
        let units = listed.value.iter().map(|value| value.amount().and_then(|amount| amount.unit.clone()));
        let units = units.collect::<Vec<_>>();
        let differ = units.iter().enumerate().all(|(at, unit)| unit.is_some() && !units[..at].contains(unit));
        if differ {
            once(
                ("数值", "the value"),
                &mut said.target,
                Target::All(listed.value.clone()),
                listed.span,
                &mut self.findings,
            );
        } else {
            self.findings.push(faults::values_of_what(listed.span));
        }
        Vec::new()
    }

    /// Refuses several values where a line has one.
    pub(super) fn refuse_several(&mut self, written: &Quota, line: (&str, &str)) {
        let scoped = written.scoped.iter().map(|(scope, value)| scope.span.to(value.span));
        let spans = scoped.chain(written.listed.iter().map(|listed| listed.span)).collect::<Vec<_>>();
        let form = |span| {
            match line.1 {
            "fund" => faults::out_of_place(span, line).help(text!(
                zh: "每一类各写一行，如“- 经费：寄宿生补助（小学） 每生每年1000元”；是总数的几部分，前面加“其中”",
                en: "give each a line of its own, as in “- fund: 寄宿生补助（小学） 1000元, per 年”, or write 其中 before the parts of a sum"
            )),
            _ => faults::out_of_place(span, line),
        }
        };
        self.findings.extend(spans.into_iter().map(form));
    }

    /// `村卫生室全覆盖`, a name that says what is to be reached, where nothing else does.
    pub(super) fn worded_target(&self, name: &mut Written, said: &mut Said) {
        let asks = said.target.is_some() || said.change.is_some() || said.every.is_some();
        let words = name.stem.value.as_str();
        let Some(end) = REACHED.iter().find(|end| words.ends_with(**end)).filter(|_| !asks && !self.is_known(words))
        else {
            return;
        };
        let thing = words[..words.len() - end.len()].trim_end();
        let thing = thing.strip_prefix("实现").unwrap_or(thing);
        if thing.chars().count() < 2 {
            return;
        }
        said.target = Some(name.stem.piece(end).map(Target::Soft));
        name.stem = name.stem.piece(thing);
    }
}

/// `小学、初中辍学率`: what is named before the last of several scopes holds for it as well.
fn shared_name(name: &mut Written) {
    let words = name.stem.value.as_str();
    let pieces = words.split(['、', '和', '及']).map(str::trim).collect::<Vec<_>>();
    let Some((last, before)) = pieces.split_last().filter(|(_, before)| !before.is_empty()) else { return };
    let Some(stage) = STAGES.iter().find(|stage| last.starts_with(**stage)) else { return };
    let rest = last[stage.len()..].trim_start();
    if rest.chars().count() < 2 || !before.iter().all(|scope| STAGES.contains(scope)) {
        return;
    }
    let scopes = before.iter().copied().chain([&last[..stage.len()]]);
    name.scopes = scopes.map(|scope| name.stem.piece(scope)).collect();
    name.stem = name.stem.piece(rest);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Sources;

    #[test]
    fn scopes_share_what_follows_the_last() {
        let mut sources = Sources::default();
        let id = sources.add("<test>", "小学、初中辍学率");
        let stem = Spanned::new("小学、初中辍学率".to_owned(), sources.get(id).whole());
        let mut name = Written { stem, scopes: Vec::new(), members: Vec::new() };
        shared_name(&mut name);
        let scopes = name.scopes.iter().map(|scope| scope.value.as_str()).collect::<Vec<_>>();
        assert_eq!((name.stem.value.as_str(), scopes), ("辍学率", vec!["小学", "初中"]));
    }
}

//! What prose leaves out of a fact that it tells in part: by when, by whom, from whose money.
//!
//! Takes the facts that count as said and what is said in their place; gives the rest in sentences of their own, so
//! that nothing of a fact is lost and nothing of it is told twice. What the headings above, the line of owners or the
//! end of the plan tell is told.

use std::borrow::Cow;

use crate::calendar::When;
use crate::plan::{Baseline, Basis, Condition, Fact, Field, Fund, Holder, Id, OwnerRef, Payer, Point, Quota, Role};
use crate::source::Spanned;

use super::agree::{Sought, years, years_of};
use super::said::Said;
use super::sentence::{bare, basis, condition, owner, owners, quota, value, when};
use super::{Inline, Writer, tree};

/// The shortest item of a list that is told of without the others.
const ITEM: usize = 4;

/// Words that forbid.
const FORBIDDING: [&str; 13] =
    ["严禁", "禁止", "不得", "不准", "不许", "不能", "不可", "不允许", "杜绝", "防止", "避免", "坚决", "严肃查处"];

impl<'p> Writer<'p> {
    /// What prose leaves out of the values and duties that it tells.
    pub(super) fn rest_of_quotas(&self, told: &[Id<Quota>], said: &Said) -> Vec<String> {
        let told = told.iter().map(|id| &self.plan.quotas[*id]);
        let told = told.filter(|quota| quota.table.is_none() && !self.is_in_title(quota)).collect::<Vec<&Quota>>();
        let mut rest = Vec::new();
        rest.extend(told.iter().filter_map(|quota| self.stood_before(quota, said)));
        let bases = told.iter().filter_map(|quota| {
            let base = &quota.change.as_ref()?.value.base.as_ref()?.value;
            (!has_time(said, base)).then(|| (base.to_string(), name(quota)))
        });
        let words = self.wording;
        rest.extend(by_what(bases).into_iter().map(|(base, names)| words.rest_base(&names, &base)));
        let late = told.iter().filter(|quota| !quota.is_obligation()).filter_map(|quota| {
            let deadline = &quota.when.as_ref()?.value;
            let is_told = self.is_time_told(quota.holder, &deadline.when, said);
            (!is_told).then(|| (when::until(deadline), name(quota)))
        });
        rest.extend(by_what(late).into_iter().map(|(until, names)| words.rest_until(&names, &until)));
        let alone = told.iter().filter_map(|quota| {
            let who = owners(self.plan, &quota.by);
            (!quota.by.is_empty() && !self.are_told(&quota.by, quota.holder, said)).then(|| (who, name(quota)))
        });
        rest.extend(by_what(alone).into_iter().map(|(who, names)| words.rest_owner(&names, &who)));
        rest
    }

    /// Where a value stood from which it moves: `目前，寄宿制学校共5所。`
    fn stood_before(&self, quota: &Quota, said: &Said) -> Option<String> {
        let from = &quota.from.as_ref()?.value;
        let amount = from.amount()?.to_string();
        if said.has_number(&quota.name.value, &amount) {
            return None;
        }
        let (name, stood) = (name(quota), value::inline(from));
        let told = match value::is_count(&quota.name.value, from) {
            true => self.wording.baseline_counts(&name, &stood),
            false => self.wording.baseline_is(&name, &stood),
        };
        let time = quota.from_when.as_ref().map_or("目前".to_owned(), |when| when.value.to_string());
        Some(format!("{time}，{told}。"))
    }

    /// When values of the present were counted, where prose does not say.
    pub(super) fn rest_of_baselines(&self, told: &[&Baseline], said: &Said) -> Vec<String> {
        let times = told.iter().filter_map(|baseline| {
            let time = &baseline.when.as_ref()?.value;
            let is_number = baseline.target.as_ref().is_some_and(|target| target.value.amount().is_some());
            (is_number && !self.is_time_told(baseline.holder, time, said))
                .then(|| (time.to_string(), baseline.name.value.clone()))
        });
        by_what(times).into_iter().map(|(time, names)| self.wording.rest_counted(&names, &time)).collect()
    }

    /// Money that prose tells, with what it leaves out of its terms and without its sum.
    pub(super) fn rest_of_fund(&self, fund: &Fund, said: &Said) -> Fund {
        let is_unsaid = |words: &str| !said.has_nearly(bare(words));
        let unsaid = |words: &Option<Spanned<String>>| {
            words.clone().filter(|words| is_unsaid(&words.value) && !matches!(bare(&words.value), "" | "?" | "？"))
        };
        let is_paid = |payer: &Payer| {
            said.has(&payer.name.value) && said.has_number(&payer.name.value, &format!("{}%", payer.percent))
        };
        // Who pays which share stands in the source as well.
        let is_source_told = !fund.payers.is_empty() && fund.payers.iter().all(is_paid);
        let is_open = |when: &When| !self.is_time_told(fund.holder, when, said);
        let share = fund.share.clone().filter(|share| !said.has(&format!("{}%", share.percent)));
        let payers = fund.payers.clone();
        Fund {
            amount: None,
            total: None,
            series: Vec::new(),
            every: fund.every.filter(|every| !said.has(&every.value.to_string())),
            per_member: fund.per_member.iter().filter(|member| !said.has(&member.value)).cloned().collect(),
            start: fund.start.clone().filter(|start| is_open(&start.value)),
            when: fund.when.clone().filter(|deadline| is_open(&deadline.value.when)),
            source: if is_source_told { None } else { unsaid(&fund.source) },
            payers: if is_source_told { Vec::new() } else { payers },
            receiver: unsaid(&fund.receiver),
            purpose: unsaid(&fund.purpose),
            share,
            arranged: fund.arranged.iter().filter(|words| is_unsaid(&words.value)).cloned().collect(),
            part_of: None,
            ..fund.clone()
        }
    }

    /// A role without the clauses of it that prose tells; none if it tells all of it.
    pub(super) fn unsaid_role<'r>(&self, role: &'r Role, said: &Said) -> Option<Cow<'r, Role>> {
        let what = bare(&role.what.value);
        let is_known = self.are_told(std::slice::from_ref(&role.who), role.holder, said);
        if said.has(what) || said.has_both(role.who.text.trim(), what) {
            return None;
        }
        let clauses = what.split('，').collect::<Vec<_>>();
        let unsaid = clauses.iter().filter(|clause| !said.has(clause)).copied().collect::<Vec<_>>();
        let is_part = is_known && unsaid.len() < clauses.len() && clauses.iter().all(|one| one.chars().count() >= ITEM);
        if !is_part {
            return Some(Cow::Borrowed(role));
        }
        let mut part = role.clone();
        part.what.value = unsaid.join("，");
        (!unsaid.is_empty()).then_some(Cow::Owned(part))
    }

    /// Who plays the parts that prose tells of without a name.
    pub(super) fn rest_of_roles(&self, roles: &[&Role], said: &Said) -> Option<String> {
        let is_told = |role: &Role| self.are_told(std::slice::from_ref(&role.who), role.holder, said);
        let unnamed = roles.iter().filter(|role| said.has(bare(&role.what.value)) && !is_told(role));
        let names = unnamed.map(|role| owner(self.plan, &role.who)).collect::<Vec<_>>();
        (!names.is_empty()).then(|| self.wording.rest_work(&names.join("、")))
    }

    /// What a condition says besides the case and what follows from it.
    pub(super) fn rest_of_condition(&self, condition: &Condition, said: &Said) -> Option<String> {
        let words = self.wording;
        let is_said = |time: &When| said.has(condition::told_length(time).as_str());
        let within = condition.within.as_ref().filter(|time| !is_said(&time.value));
        let lasts = condition.lasts.as_ref().filter(|time| !is_said(&time.value));
        let terms = condition::terms(words, within.map(|time| &time.value), lasts.map(|time| &time.value));
        let whom = condition.of.as_ref().map(|of| bare(&of.value)).filter(|of| !said.has(of));
        let whom = whom.map(|whom| words.rest_whom(whom)).unwrap_or_default();
        let then = bare(&condition.then.value);
        let terms = if terms.is_empty() { terms } else { format!("{then}{terms}。") };
        (!whom.is_empty() || !terms.is_empty()).then(|| whom + &terms)
    }

    /// The numbers of documents that prose names without them, put behind their titles.
    pub(super) fn put_numbers_in(&self, facts: &[&Fact], paragraphs: &mut [Vec<Inline>]) {
        for fact in facts {
            let Fact::Basis(id) = fact else { continue };
            let cited = &self.plan.bases[*id];
            let Some(number) = self.unsaid_number(cited) else { continue };
            let title = format!("《{}》", basis::title(cited));
            let mut texts = paragraphs.iter_mut().flatten().filter_map(|inline| match inline {
                Inline::Text { text } => Some(text),
                Inline::Link { .. } => None,
            });
            if let Some(text) = texts.find(|text| text.contains(&title)) {
                put_number(text, &title, number);
            }
        }
    }

    fn unsaid_number<'b>(&self, cited: &'b Basis) -> Option<&'b str> {
        let number = cited.number.as_ref()?.value.trim();
        let is_open = number.contains(['?', '？', '×']) || number.contains("待定") || number.is_empty();
        (!is_open && !self.everywhere().has(number)).then_some(number)
    }

    /// Whether the place, what stands above it or the end of the plan tells a time.
    fn is_time_told(&self, holder: Holder, time: &When, said: &Said) -> bool {
        let last = |when: &When| when.interval().map(|days| days.last);
        let ends = self.plan.period.as_ref().and_then(|period| last(&period.value));
        let is_due = self.due_of(holder) == Some(time);
        let is_until = said.until.as_ref().is_some_and(|until| tells(until, time));
        is_due
            || is_until
            || has_time(said, time)
            || ends.is_some() && last(time) == ends
            || self.words_above(holder).iter().any(|words| tells(words, time))
    }

    fn due_of(&self, holder: Holder) -> Option<&When> {
        let due = match holder {
            Holder::Measure(id) => &self.plan.measures[id].due,
            Holder::Goal(id) => &self.plan.goals[id].due,
            _ => return None,
        };
        due.value.as_ref().map(|due| &due.value)
    }

    /// The titles and the prose of all that encloses a place.
    fn words_above(&self, holder: Holder) -> Vec<String> {
        let (plan, mut at, mut words) = (self.plan, holder, Vec::new());
        while let Some(node) = tree::at(plan, at) {
            words.push(node.title.to_owned());
            words.extend(node.time.map(When::to_string));
            words.extend(tree::paragraphs(node.body).map(|prose| self.prose_words(prose).into_owned()));
            at = match at {
                Holder::Section(id) => plan.sections[id].holder,
                Holder::Goal(id) => plan.goals[id].holder,
                Holder::Measure(id) => plan.measures[id].holder,
                Holder::Phase(id) => plan.phases[id].holder,
                Holder::Plan | Holder::Notice(_) | Holder::Owner(_) => break,
            };
        }
        words
    }

    /// Whether the place or its line of owners names all of them.
    fn are_told(&self, who: &[OwnerRef], holder: Holder, said: &Said) -> bool {
        let line = self.line_of(holder);
        let above = self.words_above(holder);
        who.iter().all(|one| {
            let names = self.names_of(one);
            let is_said = |name: &String| said.has(name) || above.iter().any(|words| words.contains(name));
            let is_in_line = || line.iter().any(|other| other.link == one.link && other.text == one.text);
            names.iter().any(is_said) || is_in_line() || line.iter().any(|other| names.contains(&other.text))
        })
    }

    /// Who stands in the line of owners of a place, or of what encloses it.
    fn line_of(&self, holder: Holder) -> Vec<OwnerRef> {
        let all = |fields: &[&Field<Vec<OwnerRef>>]| fields.iter().flat_map(|field| field.value.clone()).collect();
        match holder {
            Holder::Measure(id) => {
                let measure = &self.plan.measures[id];
                all(&[&measure.lead, &measure.with, &measure.accountable])
            }
            Holder::Goal(id) => all(&[&self.plan.goals[id].lead, &self.plan.goals[id].accountable]),
            Holder::Phase(id) => all(&[&self.plan.phases[id].lead, &self.plan.phases[id].with]),
            _ => Vec::new(),
        }
    }

    /// What prose may call an owner.
    fn names_of(&self, reference: &OwnerRef) -> Vec<String> {
        let mut names = vec![reference.text.trim().to_owned(), owner(self.plan, reference).into_owned()];
        if let Some(id) = reference.target() {
            let owner = &self.plan.owners[id];
            names.push(owner.name.value.clone());
            names.push(owner.official_name().to_owned());
            names.extend(owner.aliases.iter().map(|alias| alias.value.clone()));
        }
        let loose = names.iter().filter_map(|name| Some(name.strip_prefix('各')?.to_owned())).collect::<Vec<_>>();
        names.extend(loose);
        names.retain(|name| !name.is_empty());
        names
    }
}

/// What of a prohibition prose does not forbid: items of a list that it leaves out, or all of it.
pub(super) fn of_prohibition(what: &str, said: &Said) -> Option<String> {
    let is_told = |words: &str| FORBIDDING.iter().any(|forbids| said.has_together([words, *forbids]));
    let what = bare(what);
    if is_told(what.strip_prefix("严禁").unwrap_or(what)) {
        return None;
    }
    let items = what.split('、').collect::<Vec<_>>();
    let unsaid = items.iter().filter(|item| !is_told(item)).copied().collect::<Vec<_>>();
    let is_list = items.len() > 1 && items.iter().all(|item| item.chars().count() >= ITEM);
    match (is_list, unsaid.is_empty()) {
        (true, true) => None,
        (true, false) => Some(unsaid.join("、")),
        _ => Some(what.to_owned()),
    }
}

/// The series of a quota without the times that prose tells of; none if there is no such time, or nothing is left.
pub(super) fn of_series(quota: &Quota, said: &Said) -> Option<Quota> {
    let is_told = |point: &&Point| {
        let (names, targets) = (vec![quota.name.value.as_str()], vec![&point.target.value]);
        let years = years_of(&When::At(point.time));
        let sought = Sought { names, targets, years, ..Sought::default() };
        let time = point.time.to_string();
        said.tells(&|text| text.contains(&time) && sought.stands_in(text))
    };
    let left = quota.series.iter().filter(|point| !is_told(point)).cloned().collect::<Vec<_>>();
    let is_part = !left.is_empty() && left.len() < quota.series.len() && quota.total.is_none();
    is_part.then(|| Quota { series: left, ..quota.clone() })
}

/// `小学巩固率`
fn name(one: &Quota) -> String {
    let (scope, name) = quota::scoped(one);
    format!("{scope}{name}")
}

/// What is left out and the names of what it is left out of, those that lack the same together.
fn by_what(all: impl Iterator<Item = (String, String)>) -> Vec<(String, String)> {
    let mut groups: Vec<(String, Vec<String>)> = Vec::new();
    for (what, name) in all {
        match groups.iter_mut().find(|(other, _)| *other == what) {
            Some((_, names)) => names.push(name),
            None => groups.push((what, vec![name])),
        }
    }
    groups.into_iter().map(|(what, names)| (what, names.join("、"))).collect()
}

fn has_time(said: &Said, time: &When) -> bool {
    said.tells(&|text| tells(text, time))
}

/// Whether words tell a time: its years, or the time itself where it has none.
fn tells(text: &str, time: &When) -> bool {
    let wanted = years_of(time);
    // A school year may be named by one of its years.
    if wanted.is_empty() { text.contains(&time.to_string()) } else { years(text).any(|year| wanted.contains(&year)) }
}

/// Puts a number behind a title that has none: `《甲意见》（甲发〔2021〕3号，以下简称《意见》）`.
fn put_number(text: &mut String, title: &str, number: &str) {
    let Some(end) = text.find(title).map(|at| at + title.len()) else { return };
    let rest = &text[end..];
    if rest.starts_with("（以下") {
        text.insert_str(end + '（'.len_utf8(), &format!("{number}，"));
    } else if !rest.starts_with(['（', '(', '〔']) {
        text.insert_str(end, &format!("（{number}）"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::{Part, Time};

    fn numbered(text: &str) -> String {
        let mut text = text.to_owned();
        put_number(&mut text, "《甲意见》", "甲发〔2021〕3号");
        text
    }

    #[test]
    fn numbers_stand_behind_titles_that_have_none() {
        assert_eq!(numbered("根据《甲意见》，"), "根据《甲意见》（甲发〔2021〕3号），");
        assert_eq!(numbered("《甲意见》（以下简称《意见》）"), "《甲意见》（甲发〔2021〕3号，以下简称《意见》）");
        assert_eq!(numbered("《甲意见》（乙发〔2020〕1号）"), "《甲意见》（乙发〔2020〕1号）");
        assert_eq!(numbered("《乙意见》"), "《乙意见》");
    }

    #[test]
    fn what_is_mentioned_is_not_forbidden() {
        let rest = |text: &str, what: &str| {
            let mut said = Said::default();
            said.paragraph(text, []);
            of_prohibition(what, &said)
        };
        assert_eq!(rest("严禁只听不评。", "只听不评"), None);
        assert_eq!(rest("一些学校只听不评。", "只听不评").as_deref(), Some("只听不评"));
        assert_eq!(rest("不得随意停课。", "随意停课、占用自习").as_deref(), Some("占用自习"));
        assert_eq!(rest("不得挤占经费。", "挤占、挪用经费").as_deref(), Some("挤占、挪用经费"));
    }

    #[test]
    fn a_time_is_told_by_one_of_its_years() {
        let year = When::At(Time { year: Some(2028), part: Part::YearEnd });
        assert!(tells("到2028年底", &year) && !tells("到2027年底", &year) && !tells("三年内", &year));
        assert!(tells("3个月内完成", &When::Words("3个月内".to_owned())));
    }
}

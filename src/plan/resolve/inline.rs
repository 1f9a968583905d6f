//! `{X}` in prose: which value is meant.

use foldhash::{HashMap, HashMapExt};

use crate::calendar::{Time, When};
use crate::diagnostic::Diagnostic;
use crate::plan::{Id, Inline, NamedValue, Part, Plan, Prose, Quota, ValueRef};
use crate::source::Spanned;
use crate::syntax::fold::name_key;
use crate::syntax::{self, ast};
use crate::text;

use super::copied::{Copied, Weight, too_often};
use super::faults;
use super::names::{MAX_SEARCHES, nearest};

/// Pieces of prose with their references still open.
pub(super) fn open(inlines: Vec<ast::Inline>) -> Vec<Inline> {
    let pieces = inlines.into_iter().map(|inline| match inline {
        ast::Inline::Text(words) => Inline::Text(words),
        ast::Inline::Reference(reference) => {
            let ast::Reference { name, pick, span } = *reference;
            let text = match pick {
                Some(pick) => format!("{}：{}", name.value, pick.value),
                None => name.value,
            };
            Inline::Value(Box::new(ValueRef { value: None, text, span }))
        }
    });
    pieces.collect()
}

/// Binds every `{X}` of a plan.
pub(super) fn bind(plan: &mut Plan, out: &mut Vec<Diagnostic>) {
    let mut named = Named::of(plan);
    let mut bodies: Vec<Vec<Part>> = vec![std::mem::take(&mut plan.body)];
    bodies.extend(plan.notices.iter_mut().map(|notice| std::mem::take(&mut notice.body)));
    let (sections, goals) = (plan.sections.ids(), plan.goals.ids());
    let (measures, phases) = (plan.measures.ids(), plan.phases.ids());
    let mut bind_body = |plan: &Plan, body: &mut Vec<Part>| {
        for part in body {
            let paragraphs: Vec<&mut Prose> = match part {
                Part::Prose(prose) => vec![prose],
                Part::Grid(grid) => grid.rows.iter_mut().flatten().collect(),
                _ => continue,
            };
            let inlines = paragraphs.into_iter().flat_map(|prose| &mut prose.inlines);
            inlines.for_each(|inline| named.bind(plan, inline, out));
        }
    };
    for body in &mut bodies {
        bind_body(plan, body);
    }
    let mut bodies = bodies.into_iter();
    plan.body = bodies.next().unwrap_or_default();
    for (notice, body) in plan.notices.iter_mut().zip(bodies) {
        notice.body = body;
    }
    macro_rules! bind_all {
        ($ids:expr, $arena:ident) => {
            for id in $ids {
                let mut body = std::mem::take(&mut plan.$arena[id].body);
                bind_body(plan, &mut body);
                plan.$arena[id].body = body;
            }
        };
    }
    bind_all!(sections, sections);
    bind_all!(goals, goals);
    bind_all!(measures, measures);
    bind_all!(phases, phases);
}

/// Every value that prose can name.
struct Named {
    by_name: HashMap<String, Vec<NamedValue>>,
    /// What each reference means, by its text: all that are written alike mean the same.
    meant: HashMap<String, Meant>,
    /// How many more near misses and examples are sought.
    searches: u32,
    /// What was copied so far of long sets.
    copied: Copied,
    /// Whether it was told that this is too much.
    is_told: bool,
}

/// What a reference means.
#[derive(Clone)]
enum Meant {
    Value(NamedValue),
    /// A value that may be there, in a file that was not read.
    Unread,
    Fault(Box<Diagnostic>),
}

impl Named {
    fn of(plan: &Plan) -> Self {
        let mut named: HashMap<String, Vec<NamedValue>> = HashMap::new();
        let mut take = |name: &Spanned<String>, value| named.entry(name_key(&name.value)).or_default().push(value);
        for (id, quota) in plan.quotas.entries() {
            take(&quota.name, NamedValue::Quota(id));
        }
        for (id, fund) in plan.funds.entries() {
            take(&fund.name, NamedValue::Fund(id));
        }
        for (id, set) in plan.sets.entries() {
            take(&set.name, NamedValue::Set(id));
        }
        for (id, baseline) in plan.baselines.entries() {
            let has_value = baseline.target.as_ref().is_some_and(|target| target.value.amount().is_some());
            if has_value {
                take(&baseline.name, NamedValue::Baseline(id));
            }
        }
        Self {
            by_name: named,
            meant: HashMap::new(),
            searches: MAX_SEARCHES,
            copied: Copied::default(),
            is_told: false,
        }
    }

    fn bind(&mut self, plan: &Plan, inline: &mut Inline, out: &mut Vec<Diagnostic>) {
        let Inline::Value(reference) = inline else { return };
        let meant = match self.meant.get(&reference.text) {
            Some(meant) => meant.clone(),
            None => {
                let meant = self.meaning(plan, reference);
                self.meant.insert(reference.text.clone(), meant.clone());
                meant
            }
        };
        match meant {
            Meant::Value(NamedValue::Set(id)) if !self.copied.may_add(plan.sets[id].weight(), 1) => {
                if !std::mem::replace(&mut self.is_told, true) {
                    out.push(too_often(&plan.sets[id].name.value, reference.span));
                }
            }
            Meant::Value(value) => reference.value = Some(value),
            Meant::Unread => {}
            Meant::Fault(fault) => out.push(Diagnostic { span: reference.span, ..*fault }),
        }
    }

    fn meaning(&mut self, plan: &Plan, reference: &ValueRef) -> Meant {
        let (name, pick) = match reference.text.split_once('：') {
            Some((name, pick)) => (name, Some(pick)),
            None => (reference.text.as_str(), None),
        };
        let all = self.by_name.get(&name_key(name)).map(Vec::as_slice).unwrap_or_default();
        let all_whole = || all.iter().flat_map(|value| whole(plan, *value)).collect::<Vec<_>>();
        let fitting = match pick.map(Pick::read) {
            None => all_whole(),
            Some(pick) => all.iter().flat_map(|value| pick.of(plan, *value)).collect(),
        };
        let fault = match fitting[..] {
            [value] => return Meant::Value(value),
            [] if all.is_empty() && plan.may_be_named(name) => return Meant::Unread,
            [] if all.is_empty() => missing(reference, name, near(plan, name, &mut self.searches)),
            [] => no_such_value(reference, name, example(plan, &all_whole(), false, &mut self.searches)),
            [..] => ambiguous(plan, reference, name, &fitting, &mut self.searches),
        };
        Meant::Fault(Box::new(fault))
    }
}

/// The name of a value most like this one.
fn near<'a>(plan: &'a Plan, name: &str, searches: &mut u32) -> Option<&'a str> {
    *searches = searches.checked_sub(1)?;
    let key = name_key(name);
    let quotas = plan.quotas.iter().map(|quota| &quota.name);
    let funds = plan.funds.iter().map(|fund| &fund.name);
    let names = quotas.chain(funds).chain(plan.sets.iter().map(|set| &set.name));
    nearest(&key, names).map(|near| near.value.as_str())
}

/// The values a name alone can mean: a series means each of its points.
fn whole(plan: &Plan, value: NamedValue) -> Vec<NamedValue> {
    match value {
        NamedValue::Quota(id) => {
            let quota = &plan.quotas[id];
            if quota.target.is_some() || (quota.change.is_some() && quota.series.is_empty()) {
                return vec![value];
            }
            (0..quota.series.len()).map(|index| NamedValue::Point(id, index)).collect()
        }
        other => vec![other],
    }
}

/// What stands after the colon: scopes and times that pick a value.
struct Pick<'a> {
    whole: &'a str,
    /// Its time, if all of it is one.
    time: Option<Time>,
    pieces: Vec<Piece<'a>>,
}

struct Piece<'a> {
    words: &'a str,
    key: String,
    time: Option<Time>,
}

impl<'a> Pick<'a> {
    fn read(pick: &'a str) -> Self {
        let pieces = pick.split(['，', ',', '、']).map(str::trim).filter(|piece| !piece.is_empty());
        let pieces = pieces.map(|words| Piece { words, key: name_key(words), time: syntax::read_time(words) });
        Self { whole: pick.trim(), time: syntax::read_time(pick), pieces: pieces.collect() }
    }

    /// The values a name means when this picks.
    fn of(&self, plan: &Plan, value: NamedValue) -> Vec<NamedValue> {
        match value {
            NamedValue::Quota(id) => self.of_quota(plan, id),
            // 现状 has a value at a time or in a scope, and either picks it.
            NamedValue::Baseline(id) => {
                let baseline = &plan.baselines[id];
                let is_at = |time: &Time| matches!(self.time, Some(picked) if picked == *time);
                let is_time =
                    matches!(baseline.when.as_ref().map(|when| &when.value), Some(When::At(time)) if is_at(time));
                let is_scope = baseline.scope.iter().any(|scope| scope.holds(self.whole));
                if is_time || is_scope { vec![value] } else { Vec::new() }
            }
            _ => Vec::new(),
        }
    }

    fn of_quota(&self, plan: &Plan, id: Id<Quota>) -> Vec<NamedValue> {
        let (quota, value) = (&plan.quotas[id], NamedValue::Quota(id));
        let is_scope = |piece: &Piece| {
            quota.scope.iter().any(|scope| scope.holds(piece.words) || name_key(&scope.value.value) == piece.key)
        };
        let mut others = self.pieces.iter().filter(|piece| !is_scope(piece));
        match (others.next(), others.next()) {
            (None, _) => whole(plan, value),
            (Some(piece), None) => {
                let Some(time) = piece.time.map(|time| plan.calendar.settle(time)) else { return Vec::new() };
                let points = quota.series.iter().enumerate().filter(|(_, point)| point.time == time);
                let points = points.map(|(index, _)| NamedValue::Point(id, index)).collect::<Vec<_>>();
                let is_its_own = quota.when.as_ref().is_some_and(|deadline| deadline.value.when == When::At(time));
                if points.is_empty() && is_its_own { whole(plan, value) } else { points }
            }
            _ => Vec::new(),
        }
    }
}

/// What may be written after the colon.
enum Example {
    Pick(String),
    /// Nothing picks just one.
    None,
    /// After so many mistakes no more are looked for.
    NotSought,
}

/// What after the colon picks just one of some values: the first or the last that anything picks.
fn example(plan: &Plan, values: &[NamedValue], is_last: bool, searches: &mut u32) -> Example {
    let Some(left) = searches.checked_sub(1) else { return Example::NotSought };
    *searches = left;
    let words = |value: &NamedValue| match *value {
        NamedValue::Quota(id) => {
            let quota = &plan.quotas[id];
            let scopes = quota.scope.iter().map(|scope| scope.value.value.clone());
            let time = quota.when.as_ref().and_then(|deadline| match deadline.value.when {
                When::At(time) => Some(time.to_string()),
                _ => None,
            });
            scopes.chain(time).collect::<Vec<_>>().join("，")
        }
        NamedValue::Point(id, index) => {
            let (quota, time) = (&plan.quotas[id], plan.quotas[id].series[index].time.to_string());
            let scopes = quota.scope.iter().map(|scope| scope.value.value.clone());
            scopes.chain([time]).collect::<Vec<_>>().join("，")
        }
        NamedValue::Fund(_) | NamedValue::Baseline(_) | NamedValue::Set(_) => String::new(),
    };
    let all: Vec<_> = values.iter().map(words).collect();
    let mut counts: HashMap<&str, usize> = HashMap::new();
    all.iter().for_each(|pick| *counts.entry(pick).or_default() += 1);
    let mut only = all.iter().filter(|pick| !pick.is_empty() && counts.get(pick.as_str()) == Some(&1));
    let found = if is_last { only.next_back() } else { only.next() };
    found.map_or(Example::None, |pick| Example::Pick(pick.clone()))
}

fn missing(reference: &ValueRef, name: &str, near: Option<&str>) -> Diagnostic {
    let message = text!(zh: "没有叫“{name}”的指标、经费或清单", en: "no quota, fund or set is called “{name}”");
    let help = text!(zh: "“{{…}}”引用数据里的值；不是引用就去掉花括号", en: "{{…}} stands for a value of the data; drop the braces if none is meant");
    let finding = Diagnostic::error(faults::UNDEFINED, reference.span, message);
    match near {
        Some(near) => finding.help(text!(zh: "是不是“{near}”？", en: "did you mean “{near}”?")),
        None => finding.help(help),
    }
}

fn no_such_value(reference: &ValueRef, name: &str, example: Example) -> Diagnostic {
    let text = &reference.text;
    let message = text!(zh: "“{name}”没有这样一个值：{text}", en: "“{name}” has no such value: {text}");
    let help = match example {
        Example::Pick(pick) => text!(
            zh: "冒号后面写它的年份或范围，如“{name}：{pick}”",
            en: "after the colon write one of its years or scopes, as in {name}：{pick}"
        ),
        Example::None => {
            text!(zh: "它只有一个值，冒号和后面的去掉", en: "it has one value: drop the colon and what follows")
        }
        Example::NotSought => {
            text!(zh: "冒号后面写它的年份或范围", en: "after the colon write one of its years or scopes")
        }
    };
    Diagnostic::error(faults::AMBIGUOUS, reference.span, message).help(help)
}

fn ambiguous(plan: &Plan, reference: &ValueRef, name: &str, fitting: &[NamedValue], searches: &mut u32) -> Diagnostic {
    let (text, count) = (&reference.text, fitting.len());
    let message =
        text!(zh: "“{text}”有{count}个值，不知道指哪一个", en: "“{text}” has {count} values: which is meant?");
    let help = match example(plan, fitting, true, searches) {
        Example::Pick(pick) => text!(
            zh: "在冒号后面写年份或范围，如“{{{name}：{pick}}}”",
            en: "pick one by its year or scope after a colon, as in {{{name}：{pick}}}"
        ),
        Example::NotSought => {
            text!(zh: "在冒号后面写年份或范围", en: "pick one by its year or scope after a colon")
        }
        Example::None => text!(
            zh: "给它们起不同的名称，或者不用引用，直接写出值",
            en: "give them different names, or write the value itself"
        ),
    };
    let mut finding = Diagnostic::error(faults::AMBIGUOUS, reference.span, message).help(help);
    for value in fitting.iter().take(4) {
        let (span, words) = match *value {
            NamedValue::Quota(id) => (plan.quotas[id].span, plan.quotas[id].scope_words()),
            NamedValue::Point(id, index) => {
                let point = &plan.quotas[id].series[index];
                (point.target.span, point.time.to_string())
            }
            NamedValue::Fund(id) => (plan.funds[id].span, plan.funds[id].name.value.clone()),
            NamedValue::Baseline(id) => (plan.baselines[id].span, "现状".to_owned()),
            NamedValue::Set(id) => (plan.sets[id].span, plan.sets[id].name.value.clone()),
        };
        finding = finding.related(span, text!(zh: "{words}", en: "{words}"));
    }
    finding
}

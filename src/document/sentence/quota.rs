//! Values to be reached: `到2019—2020学年，高中阶段入学率达到92%以上，…。`
//!
//! Values with one deadline share it; one indicator over several scopes is named once; the rest are parted by 。.

use crate::calendar::When;
use crate::plan::{Change, Deadline, Force, Holder, Indicator, Origin, Part as Body, Plan, Quota, Sense};
use crate::quantity::{Comparison, Target, Unit};
use crate::source::{Span, Spanned};

use super::member::each_of;
use super::stood::{present, upon};
use super::value::{self, Manner, is_act, predicate};
use super::{all_named, deed, duty, is_union, owners, prefix, series, unrepeated, verb, when};
use crate::document::wording::Wording;

/// What the parts of a value begin with.
const PARTS: &str = "，其中";

/// What is done, where nothing else is named: 检查3000户, but 检查站达到3个.
const ACTS_ALONE: [&str; 6] = ["检查", "排查", "抽查", "巡查", "走访", "慰问"];

/// One value, ready to be joined with others.
struct Clause {
    until: Option<String>,
    /// Who does it, where the name is an act.
    who: String,
    /// For each of what, and over what it counts.
    scope: String,
    name: String,
    /// Whether the name says what is done.
    is_act: bool,
    predicate: String,
    /// The value, where there is nothing more to be said than that it is to be reached.
    plain: Option<Target>,
    /// What is held so many times and nothing more: at least or not, how often, the verb, what.
    held: Option<(&'static str, String, &'static str, Vec<String>)>,
    /// When it stood where it moves from: `2025年的`.
    stood: Option<String>,
    /// The times of a series: `2018年、2019年、2020年`.
    times: Option<String>,
}

/// What the text around values tells of them already.
#[derive(Default)]
pub(in crate::document) struct Told<'t> {
    /// A deadline that stands above all of them.
    pub until: Option<&'t str>,
    /// The lines of those of which prose tells where they stood before.
    pub stood: Vec<Span>,
    /// Whether prose has begun the sentence and left it open at a comma.
    pub is_open: bool,
}

/// The sentences of values, changes and series, in their order.
pub(in crate::document) fn sentences(words: &Wording, plan: &Plan, quotas: &[&Quota], told_of: &Told) -> Vec<String> {
    let mut clauses = clauses(words, plan, quotas, told_of);
    for clause in &mut clauses {
        clause.until.take_if(|until| Some(until.as_str()) == told_of.until);
    }
    let mut sentences = Vec::new();
    for group in clauses.chunk_by_mut(|one, other| one.until == other.until) {
        name_once(group);
        let has_deadline = group.first().and_then(|clause| clause.until.clone());
        let has_times = if has_deadline.is_none() { shared_times(group) } else { None };
        if has_deadline.is_some() || has_times.is_some() {
            prefix_once(group);
        }
        let of_names = group.chunk_by(|one, other| one.name == other.name && one.who == other.who).collect::<Vec<_>>();
        let told = of_names.chunk_by(|one, other| is_alike(one, other)).flat_map(|alike| together(words, alike));
        let clauses = told.collect::<Vec<_>>();
        match has_deadline.or(has_times) {
            Some(until) => {
                // What follows a list of parts is none of them.
                let joint = if clauses.iter().any(|clause| clause.contains(PARTS)) { "；" } else { "，" };
                sentences.push(words.quota_until(&until, &clauses.join(joint)));
            }
            None => {
                let has = |marks: &[char]| clauses.iter().any(|clause| clause.contains(marks));
                // 学校领导听课30节，其他教师听课20节: two short deeds need no semicolon.
                let length = clauses.iter().map(|clause| clause.chars().count()).sum::<usize>();
                let are_acts = group.iter().all(|clause| clause.is_act) && length <= duty::FEW && !has(&['、']);
                let is_plain = (told_of.is_open && sentences.is_empty() || are_acts) && !has(&['，']);
                sentences.push(format!("{}。", clauses.join(if is_plain { "，" } else { "；" })));
            }
        }
    }
    sentences
}

/// Of several that move from where they stood at one time only the first says when.
fn name_once(clauses: &mut [Clause]) {
    let mut before: Option<String> = None;
    for clause in clauses {
        if let (Some(before), Some(time)) = (&before, &clause.stood)
            && before == time
        {
            clause.predicate = clause.predicate.replacen(time.as_str(), "", 1);
        }
        before.clone_from(&clause.stood);
    }
}

/// What the names of values that stand in one sentence begin with is said by the first alone.
fn prefix_once(clauses: &mut [Clause]) {
    let is_plain = |clause: &Clause| clause.who.is_empty() && clause.scope.is_empty() && !clause.is_act;
    for run in clauses.chunk_by_mut(|one, other| is_plain(one) && is_plain(other)) {
        let names = run.iter().map(|clause| clause.name.clone()).collect::<Vec<_>>();
        let told = prefix::once(names.iter().map(String::as_str));
        // 较2025年下降10%，控制在14.5%以内: two clauses of one name keep it.
        let is_once = |name: &String| names.iter().filter(|other| *other == name).count() == 1;
        for ((clause, name), told) in run.iter_mut().zip(&names).zip(told) {
            if is_once(name) {
                clause.name = told.to_owned();
            }
        }
    }
}

/// Takes the times that several series share out of their clauses, to stand once before all of them:
/// `2018年、2019年、2020年，及格率分别达到75%、80%、85%以上，优秀率分别达到24%、26%、28%以上`.
fn shared_times(clauses: &mut [Clause]) -> Option<String> {
    let times = clauses.first()?.times.clone()?;
    if clauses.len() < 2 || clauses.iter().any(|clause| clause.times.as_ref() != Some(&times)) {
        return None;
    }
    clauses.iter_mut().for_each(|clause| clause.predicate = clause.predicate.replacen(&times, "", 1));
    Some(times)
}

/// Whether two are values of the same shape and nothing else, so that they can be told in one breath.
fn is_alike(one: &[Clause], other: &[Clause]) -> bool {
    let [one] = one else { return false };
    let [other] = other else { return false };
    one.plain.is_some() && shape(one) == shape(other)
}

fn shape(clause: &Clause) -> Option<(Comparison, Option<&Unit>)> {
    match clause.plain.as_ref()? {
        Target::Value(how, amount) => Some((*how, amount.unit.as_ref())),
        _ => None,
    }
}

/// `入学率、巩固率均达到95%以上`; three or more of different values are told as `分别达到92%、97%、95%以上`.
fn together(words: &Wording, alike: &[&[Clause]]) -> Vec<String> {
    let clauses = alike.iter().filter_map(|clauses| clauses.first()).collect::<Vec<_>>();
    let names = |clauses: &[&Clause]| prefix::once(clauses.iter().map(|clause| clause.name.as_str())).join("、");
    let targets = clauses.iter().filter_map(|clause| clause.plain.as_ref()).collect::<Vec<_>>();
    let is_mixed = clauses.windows(2).all(|pair| pair[0].predicate != pair[1].predicate);
    if (3..=5).contains(&clauses.len())
        && is_mixed
        && let Some((verb, values)) = value::several(&targets, Manner::Has).filter(|(verb, _)| !verb.is_empty())
    {
        return vec![words.quota_each(&names(&clauses), &format!("{verb}{values}"))];
    }
    let equal = |one: &&[Clause], other: &&[Clause]| {
        let is_plain = |clauses: &[Clause]| matches!(clauses, [only] if only.plain.is_some());
        is_plain(one) && is_plain(other) && one[0].predicate == other[0].predicate
    };
    let told = alike.chunk_by(equal).flat_map(|group| match group {
        [[first, ..], _, ..] => {
            let clauses = group.iter().filter_map(|clauses| clauses.first()).collect::<Vec<_>>();
            vec![words.quota_all(&names(&clauses), &first.predicate)]
        }
        _ => group.iter().map(|clauses| joined(clauses)).collect(),
    });
    told.collect()
}

/// The clauses of values; a part follows its whole: `新增学位1200个，其中城区800个、乡镇400个`.
fn clauses(words: &Wording, plan: &Plan, quotas: &[&Quota], known: &Told) -> Vec<Clause> {
    let mut clauses: Vec<Clause> = Vec::new();
    for quota in quotas {
        match (quota.part_of, clauses.last_mut(), &quota.target) {
            (Some(_), Some(whole), Some(target)) => {
                let joint = if whole.predicate.contains(PARTS) { "、" } else { PARTS };
                let (scope, name) = scoped(quota);
                whole.plain = None;
                whole.predicate.push_str(&format!("{joint}{scope}{name}{}", value::inline(&target.value)));
            }
            _ => add(&mut clauses, clause(words, plan, quota, known)),
        }
    }
    clauses
}

/// Adds a clause; meetings held as often by the same are one: `至少召开家长会、班主任会各一次`, `组织开展一次案例征集和
/// 一次经验交流`.
fn add(clauses: &mut Vec<Clause>, clause: Clause) {
    if let (Some(last), Some((least, times, verb, what))) = (clauses.last_mut(), &clause.held)
        && (&last.who, &last.until) == (&clause.who, &clause.until)
        && let Some((at_least, as_often, done, all)) = &mut last.held
        && (&*at_least, &*as_often) == (least, times)
        && let Some(verb) = verb::of_both(done, verb)
        && (all.len() < 2 || !all.iter().chain(what).any(|name| name.contains('、')))
    {
        all.extend(what.iter().cloned());
        *done = verb;
        last.name = match &all[..] {
            [one, other] if verb == verb::ANY => format!("{least}{verb}{times}{one}和{times}{other}"),
            all => format!("{least}{verb}{}各{times}", duty::together(all)),
        };
        return;
    }
    clauses.push(clause);
}

/// The clauses of one indicator: `小学年辍学率控制在0.1%以内、初中控制在0.5%以内`.
fn joined(clauses: &[Clause]) -> String {
    let whole = |clause: &Clause| format!("{}{}{}{}", clause.who, clause.scope, clause.name, clause.predicate);
    match clauses {
        [first, _, ..] if clauses.iter().all(|clause| !clause.scope.is_empty()) => {
            if clauses.iter().all(|clause| clause.predicate == first.predicate) {
                let scopes = clauses.iter().map(|clause| clause.scope.as_str()).collect::<Vec<_>>().join("、");
                return format!("{}{scopes}{}均{}", first.who, first.name, first.predicate);
            }
            // 小学年辍学率控制在0.1%以内、初中控制在0.5%以内: the first names what all of them count.
            let rest = clauses[1..].iter().map(|clause| format!("{}{}", clause.scope, clause.predicate));
            std::iter::once(whole(first)).chain(rest).collect::<Vec<_>>().join("、")
        }
        // 较2025年下降10%，控制在14.5%以内: one name for both.
        [first, rest @ ..] if !first.is_act && rest.iter().all(|clause| clause.scope == first.scope) => {
            let rest = rest.iter().map(|clause| clause.predicate.clone());
            std::iter::once(whole(first)).chain(rest).collect::<Vec<_>>().join("，")
        }
        _ => clauses.iter().map(whole).collect::<Vec<_>>().join("，"),
    }
}

fn clause(words: &Wording, plan: &Plan, quota: &Quota, known: &Told) -> Clause {
    let indicator = &plan.indicators[quota.indicator];
    let is_act_name = is_act(&quota.name.value) || ACTS_ALONE.contains(&quota.name.value.as_str());
    let unit = quota.target.as_ref().and_then(|target| target.value.amount()?.unit.as_ref());
    // 召开家长会2次: neither reached nor added.
    let is_none = quota.target.as_ref().and_then(|target| target.value.amount()).is_some_and(|it| it.value.is_zero());
    let is_held = !is_act_name && !is_none && unit.is_some_and(|unit| verb::needs_verb(&quota.name.value, unit));
    let deed = deed::named(plan, quota, unit);
    let is_act_name = is_act_name || deed.is_some();
    let is_act = is_act_name || is_held || Manner::of(indicator) == Manner::Act;
    // 每校骨干教师不少于2名: what each is to have is counted, not reached.
    let is_counted =
        !quota.per_member.is_empty() && quota.target.as_ref().is_some_and(|target| !is_share(&target.value));
    let manner = if is_act || is_counted { Manner::Act } else { Manner::Has };
    let (mut said, stood) = told(words, plan, quota, manner, known);
    let (scope, mut name) = scoped(quota);
    if let Some(deed) = deed {
        name = deed;
    }
    let (mut is_told, mut held_alone) = (false, None);
    let typed = verb::typed_verb(&name).filter(|_| unit.is_some_and(verb::counts_occasions));
    let held = match typed {
        Some((verb, rest)) => Some((verb, rest.to_owned())),
        None if is_held => Some((verb(quota, indicator), name.clone())),
        None => None,
    };
    match times(quota).zip(held) {
        // 至少开展两次专题学习: the number stands before what is held.
        Some(((least, times), (verb, what))) => {
            name = format!("{least}{verb}{times}{what}");
            held_alone = Some((least, times, verb, vec![what]));
            is_told = true;
            said.clear();
        }
        None if is_act && !is_act_name => name.insert_str(0, verb(quota, indicator)),
        None => {}
    }
    if !quota.series.is_empty() {
        let inner = if is_act && said.is_empty() { std::mem::take(&mut name) } else { String::new() };
        said.push(series::clause(words, quota, manner, &inner));
    }
    let tells = |sign: char| sign.is_ascii_digit() || "一二三四五六七八九十".contains(sign);
    if said.is_empty() && !is_told && !name.contains(tells) {
        said.push(super::PENDING.to_owned());
    }
    let is_joint = quota.by.len() == 1 && is_union(plan, &quota.by);
    let by = format!("{}{}", owners(plan, &quota.by), if is_joint { "共同" } else { "" });
    let by = if !is_act && is_of_place(plan, quota) { String::new() } else { by };
    // 学校为每个教研组、年级组订阅报刊不少于2份.
    let is_for = is_act && !by.is_empty() && quota.scope.is_empty() && !quota.per_member.is_empty();
    let scope = if is_for && verb::is_given(&name) { format!("为{scope}") } else { scope };
    let mut predicate = said.join("，");
    let is_plain = is_simple(quota) && !is_act && !is_counted && stood.is_none() && by.is_empty() && scope.is_empty();
    let plain = quota.target.as_ref().filter(|_| is_plain).map(|target| target.value.clone());
    match quota.force.as_ref().map(|force| force.value) {
        // 力争年终考评继续为优秀, but 入学率力争达到99%.
        Some(Force::Expected) if is_act || is_soft(quota) && scope.is_empty() => name.insert_str(0, "力争"),
        Some(Force::Expected) => predicate.insert_str(0, "力争"),
        Some(Force::Binding) => predicate.push_str("（约束性指标）"),
        None => {}
    }
    if !is_act && !by.is_empty() {
        predicate.push_str(&words.quota_by(&by));
    }
    let until = until(plan, quota);
    let held = held_alone.filter(|_| scope.is_empty() && predicate.is_empty() && quota.force.is_none());
    let times = series::times(&quota.series).filter(|times| predicate.starts_with(&format!("{times}分别")));
    let who = if is_act { by } else { String::new() };
    Clause { until, who, scope, name, is_act, predicate, plain, held, stood, times }
}

/// What is said of a value: how it changes, what it is to be; and when it stood where it moves from.
fn told(words: &Wording, plan: &Plan, quota: &Quota, manner: Manner, known: &Told) -> (Vec<String>, Option<String>) {
    let indicator = &plan.indicators[quota.indicator];
    let is_known = known.stood.contains(&quota.span);
    let mut stood = None;
    let mut said = Vec::new();
    if let Some(change) = &quota.change {
        let every = quota.every.as_ref().map(|every| every.value.to_string()).unwrap_or_default();
        let moved = match upon(plan, quota).filter(|_| !is_known) {
            Some((time, from)) => {
                let bare = Change { base: None, ..change.value.clone() };
                words.quota_upon(&format!("{time}{}", value::inline(from)), &value::change(&bare, indicator))
            }
            None => value::change(&change.value, indicator),
        };
        said.push(format!("{every}{moved}"));
    }
    if let Some(target) = &quota.target {
        let at = |at: &Spanned<When>| format!("{}的", at.value);
        let from = quota.from.as_ref().map(|from| (quota.from_when.as_ref().map(at).unwrap_or_default(), &from.value));
        let present = || present(plan, quota).filter(|_| !is_known);
        let from = from.or_else(|| present().map(|(time, from)| (format!("{time}的"), from)));
        said.push(match from {
            Some((time, from)) => {
                stood = Some(time.clone()).filter(|time| !time.is_empty());
                value::moved(words, &time, from, &target.value, indicator)
            }
            None if quota.keeps => value::kept(words, &target.value),
            None => predicate(words, &target.value, manner),
        });
    }
    (said, stood)
}

/// When a value is to be reached; not where the line of its place says so.
fn until(plan: &Plan, quota: &Quota) -> Option<String> {
    let start = quota.start.as_ref().map(|start| format!("自{}起", start.value));
    let until = quota.when.as_ref().filter(|deadline| !is_due_of_place(plan, quota, &deadline.value));
    let until = until.map(|deadline| when::until(&deadline.value));
    start.into_iter().chain(until).reduce(|start, until| format!("{start}，{until}"))
}

/// Whether a quota has a value and nothing besides.
fn is_simple(quota: &Quota) -> bool {
    !quota.keeps
        && quota.from.is_none()
        && quota.change.is_none()
        && quota.series.is_empty()
        && quota.force.is_none()
        && !quota.name.value.contains(['、', '，'])
}

/// Whether a value is words.
fn is_soft(quota: &Quota) -> bool {
    quota.target.as_ref().is_some_and(|target| matches!(target.value, Target::Soft(_)))
}

/// How many times something is held, where nothing else is said of it.
fn times(quota: &Quota) -> Option<(&'static str, String)> {
    let is_lone = quota.scope.is_empty() && quota.change.is_none() && quota.series.is_empty() && quota.from.is_none();
    match &quota.target.as_ref().filter(|_| is_lone)?.value {
        Target::Value(_, amount) if amount.value.is_zero() => None,
        Target::Value(Comparison::AtLeast, amount) => Some(("至少", verb::occasions(amount))),
        Target::Value(Comparison::Planned | Comparison::Exactly, amount) => Some(("", verb::occasions(amount))),
        _ => None,
    }
}

/// Whether the line of owners of its place names those who answer for it.
fn is_of_place(plan: &Plan, quota: &Quota) -> bool {
    let lead = match quota.holder {
        Holder::Measure(id) => &plan.measures[id].lead,
        Holder::Goal(id) if plan.goals[id].lead.origin == Origin::Stated => &plan.goals[id].lead,
        _ => return false,
    };
    all_named(&lead.value) == all_named(&quota.by)
}

/// Whether the deadline is that of its measure, which its line tells.
fn is_due_of_place(plan: &Plan, quota: &Quota, deadline: &Deadline) -> bool {
    let Holder::Measure(id) = quota.holder else { return false };
    let measure = &plan.measures[id];
    let is_same = measure.due.value.as_ref().is_some_and(|due| due.value == deadline.when);
    // A measure without prose tells its time with what it delivers.
    let has_line = measure.outputs.is_empty() || measure.body.iter().any(|part| matches!(part, Body::Prose(_)));
    is_same && deadline.sense == Sense::Until && measure.start.is_none() && quota.start.is_none() && has_line
}

/// What it counts over, and the name.
pub(in crate::document) fn scoped(quota: &Quota) -> (String, String) {
    let over = quota.of.as_ref().map(|of| of.value.as_str()).unwrap_or_default();
    let name = format!("{over}{}", unrepeated(over, &quota.name.value));
    let scope = quota.scope_words();
    let scope = format!("{scope}{}", each_of(quota.per_member.iter().map(|member| member.value.as_str())));
    // 每教师成长记录袋, not 每教师教师成长记录袋; but 每班每学科学科带头人 counts in each of two.
    let rest = if quota.per_member.len() == 1 { unrepeated(&scope, &name).to_owned() } else { name };
    (scope, rest)
}

/// The verb of a flow whose name has none: what is held is 开展, what is spent 投入, what is made 完成, and the rest is
/// more than there was.
fn verb(quota: &Quota, indicator: &Indicator) -> &'static str {
    const MADE: [&str; 12] = ["篇", "项", "本", "份", "件", "套", "部", "门", "课时", "学时", "人次", "节"];
    let targets = quota.target.iter().map(|target| &target.value);
    let targets = targets.chain(quota.series.iter().map(|point| &point.target.value));
    let unit = targets.filter_map(|target| target.amount()?.unit.as_ref()).next();
    let unit_of = unit.or(indicator.unit.as_ref().map(|unit| &unit.value));
    match unit_of.map(|unit| unit.word()) {
        Some(_) if unit_of.is_some_and(|unit| verb::needs_verb(&quota.name.value, unit)) => {
            verb::verb_of(&quota.name.value, unit_of)
        }
        // 安防投入不少于300万元 has its verb already.
        Some(unit) if unit.ends_with('元') && quota.name.value.contains("投入") => "",
        Some(unit) if unit.ends_with('元') => "投入",
        Some(unit) if MADE.contains(&unit) => "完成",
        _ if quota.name.value.contains("新增") => "",
        _ => "新增",
    }
}

fn is_share(target: &Target) -> bool {
    match target {
        Target::Value(_, amount) | Target::Range(_, amount) => {
            amount.unit.as_ref().is_none_or(|unit| unit.is_percent() || unit.is_points() || unit.word() == "分")
        }
        _ => true,
    }
}

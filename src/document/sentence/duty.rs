//! Duties that come round: `校长每学期听课不少于30节、评课不少于10节。`

use crate::plan::{Holder, Plan, Quota, Scope, Sense};
use crate::quantity::{Amount, Comparison, Target};

use super::value::{Manner, is_act, kept, predicate};
use super::verb::{
    counts_occasions, ended_verb, is_deed, is_given, needs_verb, occasions, praised, typed_verb, verb_of,
};
use super::{PENDING, all_named, owners, when};
use crate::document::wording::Wording;

/// Units of places, which nobody does.
const PLACES: [&str; 5] = ["所", "家", "处", "间", "座"];

/// What comes once a year by its nature: 每年开展评选 is once.
const PRIZES: [&str; 6] = ["评选", "评比", "表彰", "表彰奖励", "评审", "考评"];

/// The characters up to which clauses of several owners are parted by commas.
pub(super) const FEW: usize = 36;

/// One duty, ready to be joined with others.
#[derive(Clone)]
struct Clause {
    who: String,
    /// How often, for each of whom and what.
    rhythm: String,
    often: String,
    per: String,
    verb: &'static str,
    name: String,
    count: String,
    /// The number and unit of what comes so many times, and whether at least: `至少召开1次会议`.
    times: Option<(bool, String)>,
    /// How the count is compared, and its number and unit.
    counted: Option<(Comparison, Amount)>,
    /// Whether it is a level that holds each time: `每年婴儿死亡率控制在4‰以内`.
    is_level: bool,
    /// Whether what is counted are schools, rooms and the like.
    is_place: bool,
}

/// The sentence of some duties; those of one owner stand together. `is_open` tells whether it ends one that prose has
/// begun, whose clauses are parted by commas.
pub(in crate::document) fn sentence(words: &Wording, plan: &Plan, quotas: &[&Quota], is_open: bool) -> Option<String> {
    let mut clauses = quotas.iter().map(|quota| clause(words, plan, quota)).collect::<Vec<_>>();
    let is_led = is_led(plan, quotas);
    // What nobody in particular does is one thing after another: 每学期召开家长会；每月排查隐患.
    let is_plain = is_open && clauses.iter().all(|clause| clause.who.is_empty() && !clause.name.contains('，'));
    let joint = if is_led || is_plain { "，" } else { "；" };
    if is_led && !clauses.iter().any(|clause| clause.is_place && clause.verb.is_empty()) {
        clauses.iter_mut().for_each(|clause| clause.who.clear());
    }
    if let Some(turns) = in_turn(&clauses) {
        return Some(format!("{turns}。"));
    }
    let are_owned = clauses.chunk_by(|one, other| one.who.is_empty() == other.who.is_empty()).count() == 1;
    let of_owners = clauses.chunk_by(|one, other| one.who == other.who).collect::<Vec<_>>();
    let same_acts = of_owners.chunk_by(|one, other| is_same_act(one, other)).collect::<Vec<_>>();
    let told = same_acts.chunk_by(|one, other| shared(one).is_some() && shared(one) == shared(other));
    let told = told.flat_map(|group| match (group, group.first().and_then(|first| shared(first))) {
        ([_, _, ..], Some(rhythm)) if group.len() > 2 || group.len() == same_acts.len() => {
            let all = group.iter().flat_map(|acts| of_acts(words, &without_rhythm(acts), joint)).collect::<Vec<_>>();
            vec![words.shared_rhythm(rhythm, &all.join("，"))]
        }
        _ => group.iter().flat_map(|acts| of_acts(words, &owned(acts), joint)).collect(),
    });
    let told = told.collect::<Vec<_>>();
    // 学校领导听课30节，其他教师听课20节: so few words need no semicolon, nor do clauses that end what prose has begun.
    let has = |mark: &[char]| told.iter().any(|clause| clause.contains(mark));
    let length = told.iter().map(|clause| clause.chars().count()).sum::<usize>();
    let is_few = told.len() <= 3 && are_owned && length <= FEW && !has(&['、']);
    super::sentence(&told, if !has(&['，']) && (is_open || is_few) { "，" } else { "；" })
}

/// `一月一督查、一季度一总结、一学期一考评`: three bare deeds or more, each once in a time of its own.
fn in_turn(clauses: &[Clause]) -> Option<String> {
    const TIMES: [&str; 8] = ["天", "日", "周", "月", "季度", "学期", "学年", "年"];
    let turn = |clause: &Clause| {
        let time = clause.rhythm.strip_prefix('每').filter(|time| TIMES.contains(time))?;
        let is_once = matches!(&clause.times, Some((false, times)) if times == "一次");
        let is_bare = clause.who.is_empty() && is_deed(&clause.name) && clause.name.chars().count() == 2;
        (is_once && is_bare).then(|| format!("一{time}一{}", clause.name))
    };
    let turns = clauses.iter().map(turn).collect::<Option<Vec<_>>>()?;
    (turns.len() > 2).then(|| turns.join("、"))
}

/// Whether those who lead the measure, whom its line names, do all of it.
fn is_led(plan: &Plan, quotas: &[&Quota]) -> bool {
    let is_own = |quota: &&Quota| match quota.holder {
        Holder::Measure(id) => {
            let lead = &plan.measures[id].lead.value;
            !lead.is_empty() && all_named(lead) == all_named(&quota.by)
        }
        _ => false,
    };
    quotas.iter().all(is_own)
}

/// How often, if all of some owners' duties come as often: each of them then has one act.
fn shared<'c>(acts: &[&'c [Clause]]) -> Option<&'c str> {
    let first = acts.first()?.first()?;
    let is_alike = |clause: &Clause| clause.rhythm == first.rhythm && !clause.who.is_empty() && !clause.is_level;
    let has_verb = |clause: &Clause| !clause.verb.is_empty();
    let is_short = |owner: &&[Clause]| owner.len() == 1 || !owner.iter().any(has_verb);
    let is_plain = first.rhythm.starts_with('每') && !acts.iter().copied().flatten().any(|clause| clause.is_place);
    (is_plain && acts.iter().all(is_short) && acts.iter().copied().flatten().all(is_alike)).then_some(&first.rhythm)
}

fn owned(acts: &[&[Clause]]) -> Vec<Vec<Clause>> {
    acts.iter().map(|clauses| clauses.to_vec()).collect()
}

fn without_rhythm(acts: &[&[Clause]]) -> Vec<Vec<Clause>> {
    let mut acts = owned(acts);
    acts.iter_mut().flatten().for_each(|clause| clause.rhythm.clear());
    acts
}

/// The duties of several owners: in one breath if they are the same but for a number.
fn of_acts(words: &Wording, acts: &[Vec<Clause>], joint: &str) -> Vec<String> {
    let acts = acts.iter().map(Vec::as_slice).collect::<Vec<_>>();
    match &acts[..] {
        several @ [_, _, ..] => vec![of_several(words, several)],
        one => one.iter().map(|clauses| of_owner(clauses, joint)).collect(),
    }
}

/// Whether two owners have one duty each, and the same but for its number, or but for how often they do it.
fn is_same_act(one: &[Clause], other: &[Clause]) -> bool {
    let [one] = one else { return false };
    let [other] = other else { return false };
    if one.rhythm != other.rhythm {
        let is_held = |clause: &Clause| {
            let is_plain = !clause.who.is_empty() && clause.per.is_empty() && clause.rhythm.starts_with('每');
            is_plain && !clause.verb.is_empty() && matches!(clause.times, Some((false, _)))
        };
        let same = (one.verb, &one.name, &one.times) == (other.verb, &other.name, &other.times);
        return same && is_held(one) && is_held(other);
    }
    let shape = |clause: &Clause| clause.counted.as_ref().map(|(how, amount)| (*how, amount.unit.clone()));
    let is_plain = |clause: &Clause| {
        !clause.who.is_empty() && !clause.is_level && !clause.rhythm.is_empty() && shape(clause).is_some()
    };
    is_plain(one)
        && is_plain(other)
        && shape(one) == shape(other)
        && (one.verb.is_empty() || one.count == other.count)
        && (&one.rhythm, one.verb, &one.name) == (&other.rhythm, other.verb, &other.name)
}

/// `校长、教师每学期听课分别不少于20节、15节`.
fn of_several(words: &Wording, owners: &[&[Clause]]) -> String {
    let clauses = owners.iter().filter_map(|clauses| clauses.first()).collect::<Vec<_>>();
    let Some(first) = clauses.first() else { return String::new() };
    // 教研组每学期、学校每学年各召开一次质量分析会.
    if let Some((_, times)) = &first.times
        && clauses.iter().any(|clause| clause.rhythm != first.rhythm)
    {
        let who = clauses.iter().map(|clause| format!("{}{}", clause.who, clause.rhythm)).collect::<Vec<_>>();
        return format!("{}各{}{times}{}", who.join("、"), first.verb, first.name);
    }
    let who = clauses.iter().map(|clause| clause.who.as_str()).collect::<Vec<_>>().join("、");
    if let Some((is_least, times)) = &first.times {
        let least = if *is_least { "至少" } else { "" };
        return format!("{who}{}各{least}{}{times}{}", first.rhythm, first.verb, first.name);
    }
    let act = format!("{who}{}{}{}", first.rhythm, first.verb, first.name);
    let is = if matches!(first.counted, Some((Comparison::Planned | Comparison::Exactly, _))) { "为" } else { "" };
    if clauses.iter().all(|clause| clause.count == first.count) {
        return words.quota_all(&act, &format!("{is}{}", first.count));
    }
    let number = first.counted.as_ref().map(|(_, amount)| amount.to_string()).unwrap_or_default();
    if !first.count.contains(&number) {
        let counts = clauses.iter().map(|clause| clause.count.as_str()).collect::<Vec<_>>().join("、");
        return words.quota_each(&act, &format!("{is}{counts}"));
    }
    // 不少于20节: the words that compare stand once, before or after all numbers.
    let counts = clauses.iter().filter_map(|clause| Some(clause.counted.as_ref()?.1.to_string()));
    let counts = counts.collect::<Vec<_>>().join("、");
    words.quota_each(&act, &format!("{is}{}", first.count.replacen(&number, &counts, 1)))
}

/// The duties of one owner; `joint` stands between those of none.
fn of_owner(clauses: &[Clause], joint: &str) -> String {
    let who = clauses.first().map(|clause| clause.who.as_str()).unwrap_or_default();
    // 特色学校每年3至5所，由教育局负责: whether they are built or chosen, the data do not say.
    if let [Clause { rhythm, verb: "", name, count, is_level: false, is_place: true, .. }] = clauses
        && !who.is_empty()
        && !is_act(name)
    {
        return format!("{name}{rhythm}{count}，由{who}负责");
    }
    let clauses = often_once(clauses);
    let rhythms = clauses.chunk_by(|one, other| one.rhythm == other.rhythm).map(of_rhythm).collect::<Vec<_>>();
    format!("{who}{}", rhythms.join(if who.is_empty() { joint } else { "，" }))
}

/// Deeds that come as often say so once, those for each of something last: `每学期举办两次论坛，每校开展一次抽查`.
fn often_once(clauses: &[Clause]) -> Vec<Clause> {
    let is_deed = |clause: &Clause| {
        let has_often = !clause.often.is_empty() && clause.rhythm.starts_with(&clause.often);
        has_often && !clause.verb.is_empty() && !clause.is_level && !clause.who.is_empty()
    };
    let mut all = clauses.to_vec();
    for run in all.chunk_by_mut(|one, other| is_deed(one) && is_deed(other) && one.often == other.often) {
        run.sort_by_key(|clause| clause.rhythm != clause.often);
        let Some((first, rest)) = run.split_first_mut() else { continue };
        for clause in rest.iter_mut().filter(|clause| clause.rhythm != first.rhythm) {
            clause.rhythm = clause.rhythm.strip_prefix(&clause.often).unwrap_or(&clause.rhythm).to_owned();
        }
    }
    all
}

fn of_rhythm(clauses: &[Clause]) -> String {
    // 教师培训每人每年不少于72学时: what nobody is named for is named first.
    if let [Clause { who, rhythm, verb: "", name, count, per, often, is_level: false, .. }] = clauses
        && who.is_empty()
        && !per.is_empty()
        && !is_act(name)
        && rhythm == &format!("{often}{per}")
    {
        return format!("{name}{per}{often}{count}");
    }
    let rhythm = clauses.first().map(|clause| clause.rhythm.as_str()).unwrap_or_default();
    let alike = |one: &Clause, other: &Clause| one.verb == other.verb && one.count == other.count;
    let acts = clauses.chunk_by(alike).map(|group| match group {
        // 每学年对先进个人给予表彰奖励: who is praised stands before the verb.
        [Clause { name, times: Some((false, times)), .. }] if praised(name).is_some() => {
            praise(name, if times == "一次" && is_by_year(rhythm) { "" } else { times })
        }
        // 每年开展优秀教师评选: once a year goes without saying.
        [Clause { verb, name, times: Some((false, times)), .. }]
            if times == "一次" && is_by_year(rhythm) && is_prize(name) =>
        {
            format!("{verb}{name}")
        }
        // 每月督查一次: a bare deed is its own verb.
        [Clause { verb: "开展", name, times: Some((is_least, times)), .. }] if is_deed(name) => {
            format!("{}{name}{times}", if *is_least { "至少" } else { "" })
        }
        [Clause { verb, name, times: Some((is_least, times)), .. }] => {
            format!("{}{verb}{times}{name}", if *is_least { "至少" } else { "" })
        }
        [first, _, ..] if first.is_level => {
            let names = group.iter().map(|clause| clause.name.as_str()).collect::<Vec<_>>().join("、");
            format!("{names}均{}", first.count)
        }
        [Clause { verb, times: Some((true, times)), .. }, _, ..] => {
            let names = group.iter().map(|clause| clause.name.as_str()).collect::<Vec<_>>();
            format!("至少{verb}{}各{times}", together(&names))
        }
        [only] => format!("{}{}{}", only.verb, only.name, only.count),
        [first, ..] => {
            let names = group.iter().map(|clause| clause.name.as_str()).collect::<Vec<_>>().join("、");
            format!("{}{names}各{}", first.verb, first.count)
        }
        [] => String::new(),
    });
    let acts = acts.collect::<Vec<_>>();
    if let Some(once) = least_once(clauses, &acts) {
        return format!("{rhythm}{once}");
    }
    // 听课不少于30节、评课不少于10节; but acts with their own verbs are clauses.
    let has_verbs = clauses.iter().any(|clause| !clause.verb.is_empty() || clause.is_level);
    format!("{rhythm}{}", acts.join(if has_verbs { "，" } else { "、" }))
}

/// `至少开设一堂公开课、举办一次讲座`: 至少 holds for all that follows in a row.
fn least_once(clauses: &[Clause], acts: &[String]) -> Option<String> {
    let are_least = clauses.iter().all(|clause| matches!(clause.times, Some((true, _))));
    let is_plain = |act: &String| act.starts_with("至少") && !act.contains(['、', '，']);
    let (first, rest) = acts.split_first().filter(|(_, rest)| !rest.is_empty())?;
    let rest = rest.iter().map(|act| act.trim_start_matches("至少"));
    (are_least && acts.iter().all(is_plain))
        .then(|| std::iter::once(first.as_str()).chain(rest).collect::<Vec<_>>().join("、"))
}

/// `对先进个人给予表彰奖励`, `对优秀教师进行一次表彰`.
fn praise(name: &str, times: &str) -> String {
    let (whom, how) = praised(name).unwrap_or_default();
    format!("对{whom}{}{times}{how}", if how.ends_with("奖励") { "给予" } else { "进行" })
}

/// Whether something is a prize, or is called the giving of one: 评选, 评选活动.
fn is_prize(name: &str) -> bool {
    let name = name.strip_suffix("活动").unwrap_or(name);
    PRIZES.iter().any(|end| name.ends_with(end))
}

/// Names in a row; with 和 where one of two is a row itself.
pub(super) fn together(names: &[impl AsRef<str>]) -> String {
    let names = names.iter().map(AsRef::as_ref).collect::<Vec<&str>>();
    let is_row = names.iter().any(|name| name.contains('、'));
    names.join(if is_row && names.len() == 2 { "和" } else { "、" })
}

fn is_by_year(rhythm: &str) -> bool {
    matches!(rhythm, "每年" | "每学年")
}

fn clause(words: &Wording, plan: &Plan, quota: &Quota) -> Clause {
    let indicator = &plan.indicators[quota.indicator];
    let name = quota.name.value.clone();
    let unit = quota.target.as_ref().and_then(|target| target.value.amount()?.unit.as_ref());
    let unit = unit.or(indicator.unit.as_ref().map(|unit| &unit.value));
    let verbs = typed_verb(&name).or_else(|| ended_verb(&name));
    let (name, typed) = match verbs.filter(|_| unit.is_some_and(counts_occasions)) {
        Some((verb, rest)) => (rest.to_owned(), Some(verb)),
        None => (name, None),
    };
    let is_soft = matches!(quota.target.as_ref().map(|target| &target.value), Some(Target::Soft(_)));
    let has_verb = typed.is_none() && is_act(&name) || is_soft && !quota.is_indefinite();
    let is_none = quota.target.as_ref().and_then(|target| target.value.amount()).is_some_and(|it| it.value.is_zero());
    let is_made = !is_none && unit.is_some_and(|unit| needs_verb(&name, unit));
    let verb = if has_verb || is_none || unit.is_some() && !is_made {
        ""
    } else {
        typed.unwrap_or_else(|| verb_of(&name, unit))
    };
    let is_level = verb.is_empty() && !is_act(&name) && is_level(quota);
    let (how_often, count) = match quota.target.as_ref().map(|target| &target.value) {
        Some(Target::Soft(words)) if quota.is_indefinite() => (words.clone(), String::new()),
        Some(Target::Hole(None)) => (String::new(), PENDING.to_owned()),
        Some(target @ Target::Range(..)) if is_level => (String::new(), kept(words, target)),
        Some(target) if is_level => (String::new(), predicate(words, target, Manner::Has)),
        Some(target) => (String::new(), target.to_string()),
        None => (String::new(), String::new()),
    };
    let counted = match quota.target.as_ref().map(|target| &target.value) {
        Some(Target::Value(how, amount)) => Some((*how, amount.clone())),
        _ => None,
    };
    let times = match &counted {
        Some((Comparison::AtLeast, amount)) if !verb.is_empty() => Some((true, occasions(amount))),
        Some((Comparison::Planned | Comparison::Exactly, amount)) if !verb.is_empty() && is_made => {
            Some((false, occasions(amount)))
        }
        _ => None,
    };
    // 期中考试、期末考试各一次.
    let count = match &counted {
        Some((Comparison::Planned | Comparison::Exactly, amount))
            if unit.is_some_and(counts_occasions) && !is_level =>
        {
            occasions(amount)
        }
        _ => count,
    };
    let (whom, each): (Vec<&str>, Vec<&str>) =
        quota.scope.iter().map(Scope::words).partition(|value| !value.starts_with('每'));
    let per = super::member::each_of(quota.per_member.iter().map(|member| member.value.as_str()));
    let is_for = !per.is_empty() && !per.contains(PENDING) && !quota.by.is_empty() && is_given(&name);
    let per = if is_for { format!("为{per}") } else { per };
    let of = quota.of.as_ref().map(|of| format!("对{}", of.value)).unwrap_or_default();
    let often = if is_level && is_yearly(&name) { String::new() } else { rhythm(quota) };
    let rhythm = format!("{often}{per}{}{of}{how_often}", each.concat());
    let whom = whom.join("、");
    let before = if verb.is_empty() && whom.is_empty() { rhythm.as_str() } else { whom.as_str() };
    // 每学期撰写1篇教学反思, not 每学期撰写1篇学期教学反思.
    let is_twice = |stretch: &str| whom.is_empty() && rhythm.ends_with(stretch) && name.starts_with(stretch);
    let twice = ["学期", "学年"].into_iter().find(|stretch| is_twice(stretch));
    let name = twice.and_then(|stretch| name.strip_prefix(stretch)).unwrap_or(&name);
    Clause {
        who: owners(plan, &quota.by),
        name: format!("{whom}{}", super::unrepeated(before, name)),
        rhythm,
        verb,
        count,
        times,
        counted,
        is_level,
        is_place: unit.is_some_and(|unit| PLACES.contains(&unit.word())),
        often,
        per,
    }
}

/// Whether a duty asks for a rate, or for none at all: it is kept and not carried out.
fn is_level(quota: &Quota) -> bool {
    let is_share = |target: &Target| match target {
        Target::Value(_, amount) | Target::Range(_, amount) => {
            amount.unit.as_ref().is_some_and(|unit| unit.is_percent() || unit.word() == "‰")
        }
        _ => false,
    };
    let is_none = |target: &Target| target.amount().is_some_and(|amount| amount.value.is_zero());
    if quota.target.as_ref().is_some_and(|target| is_none(&target.value)) {
        return true;
    }
    let is_rate = ["率", "比例", "比重"].iter().any(|end| quota.name.value.ends_with(end));
    is_rate && quota.target.as_ref().is_some_and(|target| is_share(&target.value))
}

/// Whether a name says itself that it counts by the year: 年流失率, but not 青年 and 学年.
fn is_yearly(name: &str) -> bool {
    const OTHERS: [char; 14] = ['青', '少', '老', '中', '成', '壮', '学', '近', '历', '周', '同', '幼', '往', '全'];
    let mut places = name.match_indices('年').map(|(at, _)| (&name[..at], &name[at + '年'.len_utf8()..]));
    places.any(|(before, after)| {
        !before.ends_with(OTHERS)
            && !before.ends_with(|sign: char| sign.is_ascii_digit())
            && !after.starts_with(['级', '龄', '轻', '度'])
    })
}

/// `每年8月至9月`, `到2020年每学期`.
fn rhythm(quota: &Quota) -> String {
    let every = quota.every.as_ref().map(|every| every.value.to_string()).unwrap_or_default();
    match &quota.when {
        Some(deadline) if deadline.value.sense == Sense::In => format!("{every}{}", when::yearly(&deadline.value.when)),
        Some(deadline) if every.is_empty() => when::until(&deadline.value),
        Some(deadline) => format!("{}，{every}", when::until(&deadline.value)),
        None => every,
    }
}

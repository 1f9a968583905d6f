//! 同一项工作几处写的次数不一 · One duty with several counts
//!
//! ## 中文
//! 一处写“校长每学期听课不少于4次”，另一处写3次，检查时不知道按哪个算。谁做、做什么、多久、用什么量词都一样，只有数不同的，才提示；
//! 说的学段不同的，本来就可以不同，不在此列。数据里已经写了这项工作的，以数据为准。
//!
//! ## English
//! One duty asked for 4 times a term here and 3 times there: nobody knows which counts. Told only where who, what, how often
//! and the counter are the same and the number alone differs, and both speak of the same stage of schooling.
//!
//! ## 错 · Wrong
//! ```plan
//! # 某县义务教育提质方案
//!
//! ## 教学管理
//!
//! 校长每学期听课不少于4次。
//!
//! ## 保障措施
//!
//! 校长每学期听课不少于3次。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 某县义务教育提质方案
//!
//! ## 教学管理
//!
//! 校长每学期听课不少于4次。
//!
//! ## 保障措施
//!
//! 校长听课的情况纳入考核。
//! ```
//!
//! ## 依据 · Source
//! C158、C169

use std::collections::BTreeMap;

use crate::calendar::Every;
use crate::check::pattern::Pattern;
use crate::check::rhythms::{BEGINNING, rhythms};
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::Plan;
use crate::quantity::{Comparison, Decimal, Target, plain};
use crate::source::Span;
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W910",
    name: "duty_counts_differ",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("duty_counts_differ.rs"),
    run,
};

/// Who does what, how often, in what counter, for whom.
type Key = (String, String, String, Vec<&'static str>);

pub(in crate::check) static FORM: Pattern = Pattern::new(&[BEGINNING], BEGINNING);

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let mut known = of_data(context.plan);
    for words in context.prose_holding(&FORM) {
        let stages = stages(words.value);
        for rhythm in rhythms(words.value) {
            let name = &rhythm.what;
            if !(SHORTEST..=LONGEST).contains(&name.chars().count()) {
                continue;
            }
            let key = key(name, rhythm.every, &rhythm.unit, stages.clone());
            let span = context.part(words, rhythm.at.clone());
            let stated = known.entry(key).or_insert_with(|| vec![(rhythm.count, span)]);
            let Some((count, first)) =
                stated.first().filter(|_| stated.iter().all(|(count, _)| *count != rhythm.count))
            else {
                continue;
            };
            let (every, unit, this, that) = (rhythm.every, &rhythm.unit, plain(rhythm.count), plain(*count));
            let message = text!(
                zh: "“{name}”这里写{every}{this}{unit}，另一处写{every}{that}{unit}",
                en: "“{name}”: {every}{this}{unit} here, {every}{that}{unit} elsewhere"
            );
            let found = RULE.finding(span, message).related(*first, text!(zh: "另一处在这里", en: "elsewhere is here"));
            out.push(found.help(text!(
                zh: "统一成一个数；对象不同的，写明各是谁",
                en: "make them one; if they are about different people, say who"
            )));
        }
    }
}

/// Shorter words say too little to be one and the same duty, longer ones are a sentence of their own.
const SHORTEST: usize = 4;
const LONGEST: usize = 16;

fn key(what: &str, every: Every, unit: &str, stages: Vec<&'static str>) -> Key {
    (what.to_owned(), every.to_string(), unit.to_owned(), stages)
}

/// The duties of the data: by whoever they name, and without.
fn of_data(plan: &Plan) -> BTreeMap<Key, Vec<(Decimal, Span)>> {
    let mut known: BTreeMap<Key, Vec<(Decimal, Span)>> = BTreeMap::new();
    // How often a group meets is held against the text by a rule of its own.
    let meetings: Vec<_> = plan.owners.iter().filter_map(|owner| owner.seats.as_ref()?.meets).collect();
    let duties = plan.quotas.entries().filter(|(id, _)| !meetings.contains(id)).map(|(_, quota)| quota);
    for quota in duties.filter(|quota| quota.change.is_none() && quota.scope.is_empty()) {
        let (Some(every), Some(target)) = (&quota.every, &quota.target) else { continue };
        let Target::Value(comparison, amount) = &target.value else { continue };
        let Some(unit) = &amount.unit else { continue };
        if !matches!(comparison, Comparison::AtLeast | Comparison::Reach | Comparison::Planned | Comparison::Exactly) {
            continue;
        }
        let owners = quota.by.iter().map(|owner| owner.text.as_str()).chain([""]);
        for owner in owners {
            let what = format!("{owner}{}", quota.name.value);
            known
                .entry(key(&what, every.value, unit.base().1, Vec::new()))
                .or_default()
                .push((amount.value, target.span));
        }
    }
    known
}

/// The stages of schooling that words speak of.
fn stages(words: &str) -> Vec<&'static str> {
    const STAGES: [&str; 9] = ["幼儿园", "学前", "小学", "初中", "高中", "职业", "特殊教育", "村小", "教学点"];
    STAGES.into_iter().filter(|stage| words.contains(stage)).collect()
}

//! 量词用得不合适 · A counter that does not fit the noun
//!
//! ## 中文
//! 学校论“所”，班、学位论“个”，教师论“名”“人”。哪样东西用哪个量词，标准库 `std.units` 里列着；本单位习惯不同的，
//! 在方案的 `# 计量单位` 下面重新声明这个量词，用 `适用` 列出它计什么。
//!
//! ## English
//! Schools are counted in 所, classes and places in 个, teachers in 名 or 人. Which counter goes with what is declared in
//! the library `std.units`; who counts otherwise declares the counter again below `# units`, with what it `counts`.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：某县义务教育提质三年行动方案
//! ## 工作目标
//! - 指标：新建幼儿园 12个，到2026年底
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：某县义务教育提质三年行动方案
//! ## 工作目标
//! - 指标：新建幼儿园 12所，到2026年底
//! ```
//!
//! ## 依据 · Source
//! 《现代汉语八百词》附录“名词、量词配合表”

use std::collections::{BTreeSet, HashSet};

use crate::check::level::{amounts, stated_values};
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::quantity::{Unit, Units};
use crate::text;

/// The counter that is put before anything by those who do not look for the right one.
const GENERAL: &str = "个";

/// The rule.
pub static RULE: Rule = Rule {
    code: "Q030",
    name: "counter_unfit",
    severity: Severity::Info,
    at_issue: Severity::Info,
    text: include_str!("counter_unfit.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let units = &context.plan.units;
    let things: HashSet<&str> = units.things().collect();
    let mut told = BTreeSet::new();
    for (id, target) in stated_values(context.plan) {
        let name = &context.plan.indicators[id].name.value;
        let used = amounts(&target.value).into_iter().filter_map(|amount| amount.unit.as_ref());
        let Some((unit, thing)) = used.filter_map(|unit| Some((unit, unfit(units, &things, name, unit)?))).next()
        else {
            continue;
        };
        let counters = units.counters(thing);
        let (zh, en) = (counters.iter().map(|word| format!("“{word}”")).collect::<String>(), counters.join(", "));
        let written = unit.base().1;
        // The rows of a table count one thing: it is told once.
        if !told.insert((id.index(), written)) {
            continue;
        }
        let message = text!(
            zh: "“{thing}”论{zh}，这里写的是“{written}”",
            en: "“{thing}” is counted in {en}, but “{written}” stands here"
        );
        let found = RULE.finding(target.span, message);
        let first = counters.first().copied().unwrap_or_default();
        out.push(found.help(text!(zh: "改为“{first}”", en: "write “{first}”")));
    }
}

/// What an indicator counts, if some unit counts it and this one, which could be meant for it, does not.
fn unfit<'a>(units: &'a Units, things: &HashSet<&'a str>, name: &str, unit: &Unit) -> Option<&'a str> {
    let name = name.strip_suffix("数量").or_else(|| name.strip_suffix('数')).unwrap_or(name);
    let own = units.counter(unit)?;
    let thing = name.char_indices().find_map(|(at, _)| things.get(&name[at..]).copied())?;
    if units.counts(unit, thing) {
        return None;
    }
    let counters = units.counters(thing);
    let could_be_meant = own == GENERAL || counters.iter().any(|counter| units.are_alike(&Unit::new(counter), unit));
    (could_be_meant && !counters.contains(&own)).then_some(thing)
}

//! 没有这个单位 · A unit that nobody knows
//!
//! ## 中文
//! 数后面的单位不在单位表里，也没有声明过。多半是打错了字，或者把别的字连在了数的后面；这样的数不能与别处换算、合计。确实要用的，在
//! 口径里写明指标的单位，或者在“计量单位”下面声明。
//!
//! ## English
//! The unit behind a number is in no table of units and declared nowhere. Mostly a character is wrong, or other words stand
//! right behind the number; such a value is not converted or added up. Declare a unit that is meant, with its indicator or
//! below 计量单位 (units).
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：某县义务教育提质方案
//! - 期限：2026年1月至2028年12月
//!
//! ## 工作目标
//! - 指标：听课 不少于20借，每学期
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：某县义务教育提质方案
//! - 期限：2026年1月至2028年12月
//!
//! ## 工作目标
//! - 指标：听课 不少于20节，每学期
//! ```
//!
//! ## 依据 · Source
//! C90；语言手册：计量单位

use std::collections::BTreeSet;

use crate::check::level::{amounts, stated_values};
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::Plan;
use crate::quantity::Unit;
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "Q031",
    name: "unit_unknown",
    severity: Severity::Info,
    at_issue: Severity::Info,
    text: include_str!("unit_unknown.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    let mut told = BTreeSet::new();
    for (id, target) in stated_values(plan) {
        // A unit that stands with its indicator, and not only with this value, is meant.
        let declared =
            plan.indicators[id].unit.as_ref().filter(|unit| !target.span.range().contains(&(unit.span.start as usize)));
        for unit in amounts(&target.value).into_iter().filter_map(|amount| amount.unit.as_ref()) {
            let word = unit.base().1;
            if plan.units.is_known(unit)
                || declared.is_some_and(|declared| declared.value == *unit)
                || !told.insert(word)
            {
                continue;
            }
            let message = text!(zh: "单位表里没有“{word}”，这个数不能与别处核对", en: "“{word}” is in no table of units: the number cannot be held against others");
            let help = match (in_chinese(word), counter(plan, word)) {
                (Some(unit), _) => text!(
                    zh: "写中文单位“{unit}”，或者在“# 计量单位”下面声明",
                    en: "write the unit as it is printed, {unit} for {word}, or declare it below “# units”"
                ),
                (None, Some((counter, thing))) => text!(
                    zh: "单位只写“{counter}”，“{thing}”写进指标名",
                    en: "write {counter} alone, and put {thing} into the name of the indicator"
                ),
                (None, None) => text!(
                    zh: "核对是否打错；确实是单位的，在“# 计量单位”下面声明",
                    en: "see whether it is mistyped; if it is meant, declare it below “# units”"
                ),
            };
            out.push(RULE.finding(target.span, message).help(help));
        }
    }
}

/// The unit that an English word stands for.
fn in_chinese(word: &str) -> Option<&'static str> {
    Some(match word.trim_end_matches('s') {
        "time" => "次",
        "minute" => "分钟",
        "hour" => "小时",
        "day" => "天",
        "people" | "person" | "pupil" | "student" | "teacher" => "人",
        "school" => "所",
        "clas" | "classe" => "个班",
        "lesson" | "period" => "课时",
        "book" | "copie" => "册",
        "item" | "piece" => "件",
        _ => return None,
    })
}

/// A counter that a word begins with, and what it counts: 项国家级奖.
fn counter<'w>(plan: &Plan, word: &'w str) -> Option<(&'w str, &'w str)> {
    // An English word is one unit.
    if word.is_ascii() {
        return None;
    }
    let ends = word.char_indices().skip(1).map(|(at, _)| at).filter(|at| word[*at..].chars().nth(1).is_some());
    ends.map(|at| word.split_at(at)).find(|(unit, _)| plan.units.is_known(&Unit::new(unit)))
}

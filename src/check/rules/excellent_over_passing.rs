//! 优秀率高于及格率 · More excellent than passing
//!
//! ## 中文
//! 优秀的都及格，优秀率、优良率不会高于及格率、合格率；一本上线的都上了本科线。
//!
//! ## English
//! Whoever is excellent has passed: the rate of the first is not above that of the second.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! ## 目标任务
//! - 指标：抽测及格率 不低于75%，到2028年
//! - 指标：抽测优秀率 不低于80%，到2028年
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! ## 目标任务
//! - 指标：抽测及格率 不低于85%，到2028年
//! - 指标：抽测优秀率 不低于30%，到2028年
//! ```
//!
//! ## 依据 · Source
//! C166；隐含矛盾

use std::collections::BTreeMap;

use crate::check::level::{Level, LevelTime};
use crate::check::movement::scope_key;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "Q047",
    name: "excellent_over_passing",
    severity: Severity::Warning,
    at_issue: Severity::Error,
    text: include_str!("excellent_over_passing.rs"),
    run,
};

/// A rate and one that holds it, by the ends of their names.
const WITHIN: [(&str, &str); 9] = [
    ("优秀率", "优良率"),
    ("优秀率", "合格率"),
    ("优秀率", "及格率"),
    ("优良率", "合格率"),
    ("优良率", "及格率"),
    ("优秀率", "良好率"),
    ("一本上线率", "本科上线率"),
    ("一本率", "本科率"),
    ("示范率", "达标率"),
];

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let mut rates: BTreeMap<(String, LevelTime, String), Level> = BTreeMap::new();
    for level in context.levels().filter(Level::is_percent) {
        let key = (level.quota.name.value.clone(), level.time.clone(), scope_key(&level.quota.scope));
        rates.entry(key).or_insert(level);
    }
    for ((name, time, scope), level) in &rates {
        for (inner, outer) in WITHIN {
            let Some(stem) = name.strip_suffix(inner) else { continue };
            let other = format!("{stem}{outer}");
            let Some(whole) = rates.get(&(other.clone(), time.clone(), scope.clone())) else { continue };
            let (Some((Some(least), _)), Some((Some(asked), _))) = (level.written_bounds(), whole.written_bounds())
            else {
                continue;
            };
            if least <= asked {
                continue;
            }
            let (first, second) = (&level.target.value, &whole.target.value);
            let message = text!(
                zh: "“{name}”{first}，比“{other}”{second}还高",
                en: "“{name}” is to be {first}, above “{other}”, {second}"
            );
            let found = RULE.finding(level.span(), message);
            let found = found.related(whole.span(), text!(zh: "“{other}”在这里", en: "“{other}” is here"));
            out.push(found.help(text!(
                zh: "核对两个数是否写反；{inner}的都计入{outer}，后者不会更低",
                en: "see whether they were swapped: whoever counts in the first counts in the second"
            )));
        }
    }
}

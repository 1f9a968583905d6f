//! 互补的两个比率对不上 · Two complementary rates that do not make 100%
//!
//! ## 中文
//! 合格率与不合格率、达标率与未达标率，加起来是100%。两个要求加起来超过100%，或者都到上限也不足100%的，必有一个写错。
//!
//! ## English
//! 合格率 and 不合格率 make 100% together. If what is asked of both cannot, one of them is wrong.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! ## 目标任务
//! - 指标：抽测合格率 不低于95%，到2028年
//! - 指标：抽测不合格率 不低于10%，到2028年
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! ## 目标任务
//! - 指标：抽测合格率 不低于95%，到2028年
//! - 指标：抽测不合格率 不超过5%，到2028年
//! ```
//!
//! ## 依据 · Source
//! C94；隐含矛盾

use std::collections::BTreeMap;

use crate::check::level::{Level, LevelTime};
use crate::check::movement::scope_key;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::quantity::Decimal;
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "Q046",
    name: "rates_over_hundred_together",
    severity: Severity::Warning,
    at_issue: Severity::Error,
    text: include_str!("rates_over_hundred_together.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let mut rates: BTreeMap<(&str, LevelTime, String), Level> = BTreeMap::new();
    for level in context.levels().filter(Level::is_percent) {
        let key = (level.quota.name.value.as_str(), level.time.clone(), scope_key(&level.quota.scope));
        rates.entry(key).or_insert(level);
    }
    for ((name, time, scope), level) in &rates {
        let Some(other) = ["不", "未"].iter().find_map(|word| name.contains(word).then(|| name.replacen(word, "", 1)))
        else {
            continue;
        };
        let Some(whole) = rates.get(&(other.as_str(), time.clone(), scope.clone())) else { continue };
        let (Some(one), Some(two)) = (level.written_bounds(), whole.written_bounds()) else { continue };
        let add = |one: Option<Decimal>, two: Option<Decimal>| one?.checked_add(two?);
        let (least, most) = (add(one.0, two.0), add(one.1, two.1));
        let sum = least.filter(|sum| *sum > Decimal::ONE_HUNDRED).or(most.filter(|sum| *sum < Decimal::ONE_HUNDRED));
        let Some(sum) = sum else { continue };
        let (first, second) = (&level.target.value, &whole.target.value);
        let message = text!(
            zh: "“{other}”{second}，“{name}”{first}，加起来是{sum}%，不是100%",
            en: "“{other}” ({second}) and “{name}” ({first}) make {sum}% together, not 100%"
        );
        let found = RULE.finding(level.span(), message);
        let found = found.related(whole.span(), text!(zh: "“{other}”在这里", en: "“{other}” is here"));
        out.push(found.help(text!(zh: "两个只留一个，或者改到互补", en: "keep one of them, or make them fit")));
    }
}

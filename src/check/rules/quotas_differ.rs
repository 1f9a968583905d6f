//! 同一指标的两处要求高低不一 · One indicator asked for in two strengths
//!
//! ## 中文
//! 同一指标、同一范围、同一时间，一处写不低于95%，另一处写不低于90%，执行的人不知道按哪个考核。
//!
//! ## English
//! One indicator, one scope, one time, but two floors (or two ceilings): whoever carries it out cannot tell which one counts.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：某县义务教育提质三年行动方案
//! # 口径
//! - 体质健康达标率，率
//!
//! ## 工作目标
//! - 指标：体质健康达标率 不低于95%，到2026年
//!
//! ## 工作要求
//! - 指标：体质健康达标率 不低于90%，到2026年
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：某县义务教育提质三年行动方案
//! # 口径
//! - 体质健康达标率，率
//!
//! ## 工作目标
//! - 指标：体质健康达标率 不低于95%，到2026年
//!
//! ## 工作要求
//! - 指标：体质健康达标率（农村小学） 不低于90%，到2026年
//! ```
//!
//! ## 依据 · Source
//! C158；C169

use std::collections::BTreeMap;

use crate::check::level::{Level, title};
use crate::check::words::words;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::quantity::{Comparison, Direction, Target};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "Q008",
    name: "quotas_differ",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("quotas_differ.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let mut seen: BTreeMap<_, Level> = BTreeMap::new();
    for level in context.levels() {
        let Target::Value(comparison, amount) = &level.target.value else { continue };
        let side = match comparison {
            Comparison::AtLeast | Comparison::Reach | Comparison::Above => Direction::Up,
            Comparison::AtMost | Comparison::Below => Direction::Down,
            Comparison::Exactly | Comparison::Planned | Comparison::About | Comparison::Over | Comparison::Nearly => {
                continue;
            }
        };
        let (Some(key), Some(value)) = (level.key(context.plan), level.in_parts(amount)) else { continue };
        let force = level.quota.force.as_ref().map(|force| force.value as u8);
        let key = (key, level.kind(), side as u8, force);
        match seen.get(&key) {
            None => {
                seen.insert(key, level);
            }
            Some(first) if first.target.value.amount().and_then(|amount| first.in_parts(amount)) != Some(value) => {
                out.push(finding(&level, first));
            }
            Some(_) => {}
        }
    }
}

fn finding(level: &Level, first: &Level) -> Diagnostic {
    let (name, (this, this_en), (that, that_en)) =
        (title(level.quota), words(&level.target.value), words(&first.target.value));
    let message = text!(
        zh: "“{name}”前面要求{that}，这里要求{this}",
        en: "“{name}” is asked for in two strengths: {that_en} before, {this_en} here"
    );
    let found = RULE.finding(level.span(), message);
    let found = found.related(first.span(), text!(zh: "前面写在这里", en: "first asked for here"));
    found.help(text!(
        zh: "统一成一个；范围、时间或约束力不同的，分别写明",
        en: "make them one; if scope, time or force differ, write them"
    ))
}

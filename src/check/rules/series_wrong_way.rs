//! 逐年目标走反了方向 · A series that goes the wrong way
//!
//! ## 中文
//! 口径里写明升为好的指标，后一年的目标低于前一年，多半是数字写错或年份写反。每年新增的数量（增量）不在此列。
//!
//! ## English
//! Where more is better, a later target below an earlier one is mostly a slip of a digit or of a year. What is counted anew
//! each year (a flow) is left alone.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：某县义务教育提质三年行动方案
//! # 口径
//! - 及格率，率
//!   - 向好：升
//!
//! ## 工作目标
//! - 指标：及格率
//!   - 2024年：不低于80%
//!   - 2025年：不低于75%
//!   - 2026年：不低于85%
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：某县义务教育提质三年行动方案
//! # 口径
//! - 及格率，率
//!   - 向好：升
//!
//! ## 工作目标
//! - 指标：及格率
//!   - 2024年：不低于75%
//!   - 2025年：不低于80%
//!   - 2026年：不低于85%
//! ```
//!
//! ## 依据 · Source
//! C166

use crate::check::level::{is_flow, title};
use crate::check::movement::moves;
use crate::check::words::words;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::quantity::Direction;
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "Q004",
    name: "series_wrong_way",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("series_wrong_way.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for quota in context.plan.quotas.iter() {
        let indicator = &context.plan.indicators[quota.indicator];
        let Some(better) = indicator.better.filter(|_| !is_flow(indicator)) else { continue };
        for step in moves(quota) {
            let (is_worse, zh, en) = match better {
                Direction::Up => (step.after < step.before, ("升", "低于"), ("more", "below")),
                Direction::Down => (step.after > step.before, ("降", "高于"), ("less", "above")),
            };
            if !is_worse {
                continue;
            }
            let (name, from, to, (better, worse), (more, beyond)) =
                (title(quota), step.from.time, step.to.time, zh, en);
            let ((before, before_en), (after, after_en)) =
                (words(&step.from.target.value), words(&step.to.target.value));
            let message = text!(
                zh: "“{name}”以{better}为好，{to}的目标（{after}）却{worse}{from}（{before}）",
                en: "{more} of “{name}” is better, but the target of {to} ({after_en}) lies {beyond} that of {from} ({before_en})"
            );
            let found = RULE.finding(step.to.target.span, message);
            let found = found.related(step.from.target.span, text!(zh: "{from}的目标", en: "the target of {from}"));
            out.push(found.help(text!(
                zh: "核对这两年的数值和年份；口径的“向好”写反了的，改口径",
                en: "check both values and years, or the direction the indicator declares as better"
            )));
        }
    }
}

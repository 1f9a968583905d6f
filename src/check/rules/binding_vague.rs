//! 约束性指标没有定数 · A binding quota without a fixed value
//!
//! ## 中文
//! 约束性指标要能考核，数值必须是定的。“约95%”“明显提高”配不上“约束性”。
//!
//! ## English
//! A binding quota is one that people are held to, so its value has to be fixed; “about 95%” or “clearly better” are not.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：某县义务教育提质三年行动方案
//! ## 工作目标
//! - 指标：义务教育巩固率 约95%，到2026年，约束性
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：某县义务教育提质三年行动方案
//! ## 工作目标
//! - 指标：义务教育巩固率 不低于95%，到2026年，约束性
//! ```
//!
//! ## 依据 · Source
//! C105；C107

use crate::check::level::title;
use crate::check::words::words;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::Force;
use crate::quantity::Target;
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "Q020",
    name: "binding_vague",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("binding_vague.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for level in context.levels() {
        let Some(force) = level.quota.force.as_ref().filter(|force| force.value == Force::Binding) else { continue };
        let is_vague = match &level.target.value {
            Target::Value(comparison, _) => comparison.is_rough(),
            Target::Soft(words) => context.options.words.is_vague_degree(words),
            _ => false,
        };
        if !is_vague {
            continue;
        }
        let (name, (target, target_en)) = (title(level.quota), words(&level.target.value));
        let message = text!(
            zh: "“{name}”是约束性指标，“{target}”却不是定数",
            en: "“{name}” is binding, but “{target_en}” is no fixed value"
        );
        let found = RULE.finding(level.span(), message);
        let found = found.related(force.span, text!(zh: "这里写了约束性", en: "it is made binding here"));
        out.push(found.help(text!(
            zh: "写出定数，如“不低于95%”；只是期望的，改为“预期性”",
            en: "write a fixed value, or make it “expected”"
        )));
    }
}

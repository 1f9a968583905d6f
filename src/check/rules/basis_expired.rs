//! 依据的规划已经到期 · A basis that has run out
//!
//! ## 中文
//! 依据的规划、计划写明了起止时间，而且在方案开始以前就到期的，不能再作“上位”“落实”的依据，要换成现行的。
//!
//! ## English
//! A plan that rests on another begins before that has run out.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//! - 期限：2026年1月至2028年12月
//! - 依据：《澜平县教育事业发展规划（2016—2020年）》，2016年至2020年，上位
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//! - 期限：2026年1月至2028年12月
//! - 依据：《澜平县教育事业发展规划（2026—2030年）》，2026年至2030年，上位
//! ```
//!
//! ## 依据 · Source
//! C182；依据、期限互相印证

use crate::calendar::When;
use crate::check::times;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "D035",
    name: "basis_expired",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("basis_expired.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let Some(start) = times::plan_start(context.plan) else { return };
    for basis in context.plan.bases.iter() {
        let Some(time) = &basis.time else { continue };
        let relation = basis.relation.as_ref().map(|relation| relation.value.trim());
        let is_binding = relation.is_some_and(|relation| ["上位", "落实", "实施", "贯彻"].contains(&relation));
        let is_stretch = matches!(time.value, When::Between(_, Some(_)));
        if !is_binding || !is_stretch || !times::is_over_before(&time.value, start.value) {
            continue;
        }
        let (title, when, first) = (&basis.title.value, &time.value, times::in_words(start.value));
        let day = start.value;
        let message = text!(
            zh: "依据的《{title}》（{when}）在方案开始以前就到期了",
            en: "“{title}” ({when}) has run out before the plan begins on {day}"
        );
        let found = RULE.finding(time.span, message);
        let found = found.related(start.span, text!(zh: "方案从{first}开始", en: "the plan begins here"));
        out.push(found.help(text!(
            zh: "换成现行的规划；只是回顾的，关系写“学习”，或者只在正文里提到",
            en: "cite the one in force; what is only looked back on belongs in the text"
        )));
    }
}

//! 依据的文件已经废止 · A basis that is repealed
//!
//! ## 中文
//! 依据要用现行有效的。合同法、物权法等已并入民法典，《国家行政机关公文处理办法》已由现行条例代替。成文日期在废止以
//! 前的不报。
//!
//! ## English
//! A plan rests on what is in force. Papers dated before the repeal are left alone.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//! - 依据：《中华人民共和国合同法》，贯彻
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//! - 依据：《中华人民共和国民法典》，贯彻
//! ```
//!
//! ## 依据 · Source
//! C182；《党政机关公文处理工作条例》第四十二条；《民法典》第一千二百六十条

use crate::check::papers;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::Plan;
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "F093",
    name: "basis_repealed",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("basis_repealed.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    let year = year_of(plan);
    for basis in plan.bases.iter() {
        let title = basis.title.value.trim();
        let bare = title.strip_prefix("中华人民共和国").unwrap_or(title);
        let Some((_, since, instead)) = repealed(context).find(|(old, ..)| *old == bare) else { continue };
        if year.is_some_and(|year| year < since) {
            continue;
        }
        let message = text!(
            zh: "依据的《{title}》{since}年起已经废止",
            en: "“{title}” has been repealed since {since}"
        );
        out.push(RULE.finding(basis.title.span, message).help(text!(
            zh: "改用《{instead}》",
            en: "cite 《{instead}》 instead"
        )));
    }
}

/// Documents that are no longer in force: title, year, what stands in their place.
fn repealed<'a>(context: &Context<'a>) -> impl Iterator<Item = (&'a str, i16, &'a str)> {
    context.options.words.list("repealed-documents").filter_map(|line| {
        let mut parts = line.split('，');
        Some((parts.next()?, parts.next()?.parse().ok()?, parts.next()?))
    })
}

/// The year of the paper, else that in which the plan begins.
fn year_of(plan: &Plan) -> Option<i16> {
    let issued = papers::first_issue(plan).map(|date| date.value.year());
    issued.or_else(|| crate::check::times::plan_start(plan).map(|start| start.value.year()))
}

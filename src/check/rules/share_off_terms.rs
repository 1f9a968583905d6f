//! 比率与分子分母不符 · A share that is not what its terms give
//!
//! ## 中文
//! 口径里写了“甲 占 乙”的指标，现状的数值要等于甲除以乙，按所写位数四舍五入。截断末位也算不符。
//!
//! ## English
//! An indicator with the formula “甲 占 乙” has to have the value of 甲 divided by 乙, rounded to the digits written.
//! Cutting the last digit off is not rounding.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：某县义务教育优质均衡方案
//!
//! # 口径
//! - 达标率，率
//!   - 公式：达标学校 占 学校
//!
//! ## 现有条件
//! - 现状：学校 119所，2020年
//! - 现状：达标学校 113所，2020年
//! - 现状：达标率 94.95%，2020年
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：某县义务教育优质均衡方案
//!
//! # 口径
//! - 达标率，率
//!   - 公式：达标学校 占 学校
//!
//! ## 现有条件
//! - 现状：学校 119所，2020年
//! - 现状：达标学校 113所，2020年
//! - 现状：达标率 94.96%，2020年
//! ```
//!
//! ## 依据 · Source
//! C164；GB/T 8170—2008

use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::Operation;
use crate::quantity::{Decimal, rounded};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "Q021",
    name: "share_off_terms",
    severity: Severity::Error,
    at_issue: Severity::Error,
    text: include_str!("share_off_terms.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    for (id, baseline) in plan.baselines.entries() {
        let (Some(stated), Some(target)) = (baseline.number(), &baseline.target) else { continue };
        let is_percent = stated.unit.as_ref().is_some_and(|unit| unit.is_percent());
        let reckoned = plan.reckoned(id).filter(|reckoned| is_percent && reckoned.operation == Operation::Share);
        let Some(reckoned) = reckoned else { continue };
        let digits = stated.value.scale();
        let proper = rounded(reckoned.value, digits);
        if proper == stated.value {
            continue;
        }
        let terms = reckoned.terms.iter().filter_map(|term| plan.baselines[*term].number());
        let terms = terms.map(ToString::to_string).collect::<Vec<_>>().join("/");
        let (name, exact) = (&baseline.name.value, shown(reckoned.value, digits, proper));
        let message = if exact == proper {
            text!(
                zh: "“{name}”：{terms}＝{exact}%，文中是{stated}",
                en: "“{name}”: {terms} = {exact}%, but {stated} is given"
            )
        } else if reckoned.value.trunc_with_scale(digits) == stated.value {
            text!(
                zh: "“{name}”：{terms}＝{exact}%，四舍五入为{proper}%，文中{stated}是舍去了尾数",
                en: "“{name}”: {terms} = {exact}%, which rounds to {proper}%; {stated} cuts it off"
            )
        } else {
            text!(
                zh: "“{name}”：{terms}＝{exact}%，四舍五入为{proper}%，文中是{stated}",
                en: "“{name}”: {terms} = {exact}%, which rounds to {proper}%, but {stated} is given"
            )
        };
        let mut finding = RULE.finding(target.span, message);
        for term in &reckoned.terms {
            let term = &plan.baselines[*term];
            let name = &term.name.value;
            finding = finding.related(term.span, text!(zh: "{name}在这里", en: "{name} is given here"));
        }
        out.push(
            finding
                .help(text!(zh: "改为{proper}%，或核对分子和分母", en: "write {proper}%, or look again at both terms")),
        );
    }
}

/// The value with one digit more than is written, or as it is if that says all.
fn shown(value: Decimal, digits: u32, proper: Decimal) -> Decimal {
    let longer = rounded(value, digits + 1);
    if longer == proper { proper } else { longer }
}

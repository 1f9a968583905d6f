//! 经费没有写元或者万元 · Money without a unit
//!
//! ## 中文
//! 金额要带单位。只写“500”，差的可能是一万倍；写成“人”“所”的，是别的数。
//!
//! ## English
//! An amount of money has a unit; between 元 and 万元 lies a factor of ten thousand.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! ## 保障
//! - 经费：质量奖励资金 500，每年
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! ## 保障
//! - 经费：质量奖励资金 500万元，每年
//! ```
//!
//! ## 依据 · Source
//! C89

use std::collections::BTreeSet;

use crate::check::level::amounts;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::quantity::Unit;
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "Q041",
    name: "fund_unit",
    severity: Severity::Warning,
    at_issue: Severity::Error,
    text: include_str!("fund_unit.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let mut seen = BTreeSet::new();
    for fund in context.plan.funds.iter() {
        let points = fund.series.iter().map(|point| &point.target);
        for target in fund.amount.iter().chain(points) {
            let faulty = amounts(&target.value).into_iter().find(|amount| !is_money(amount.unit.as_ref()));
            let Some(amount) = faulty.filter(|_| seen.insert(target.span)) else { continue };
            let name = &fund.name.value;
            let message = match &amount.unit {
                None => {
                    text!(zh: "经费“{name}”写{amount}，没有单位", en: "fund “{name}” is given as {amount}, without a unit")
                }
                Some(unit) => {
                    let unit = unit.word();
                    text!(zh: "经费“{name}”写{amount}，“{unit}”不是钱数", en: "fund “{name}” is given as {amount}; {unit} is no money")
                }
            };
            let written = context.sources.slice(target.span).trim_end();
            let is_ten_thousand = amount.unit.as_ref().is_some_and(|unit| ["万", "w", "W"].contains(&unit.word()));
            let right = written.trim_end_matches(['万', 'w', 'W']).trim_end();
            let finding = RULE.finding(target.span, message);
            out.push(match is_ten_thousand && right.len() < written.len() {
                true => {
                    let right = format!("{right}万元");
                    let help = text!(zh: "写明是什么钱，如“{right}”", en: "say what money it is, as in {right}");
                    finding.help(help).guess(text!(zh: "改为“{right}”", en: "change to {right}"), target.span, right)
                }
                false => {
                    finding.help(text!(zh: "写明元或者万元，如“500万元”", en: "write 元 or 万元, such as 500万元"))
                }
            });
        }
    }
}

/// Whether a unit is one of money, or a share of some.
fn is_money(unit: Option<&Unit>) -> bool {
    unit.is_some_and(|unit| unit.is_percent() || unit.word().contains(['元', '角', '币']))
}

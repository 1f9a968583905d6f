//! 比率的增幅没说是百分点 · Growth of a rate that may mean two things
//!
//! ## 中文
//! 优秀率“提高5%”有两种读法：从20%到25%（5个百分点），或从20%到21%（相对增长5%）。旁边又没有逐年数值的，读的人无从判断。
//!
//! ## English
//! For a rate, “grows by 5%” may mean from 20% to 25% or from 20% to 21%. Without yearly values beside it nobody can tell.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：某县义务教育提质三年行动方案
//! ## 工作目标
//! - 现状：中考优秀率 20%，2025年
//! - 指标：中考优秀率 增长不少于5%，每年
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：某县义务教育提质三年行动方案
//! ## 工作目标
//! - 现状：中考优秀率 20%，2025年
//! - 指标：中考优秀率 增长不少于5个百分点，每年
//! ```
//!
//! ## 依据 · Source
//! C81

use std::collections::BTreeSet;

use crate::check::level::{amounts, levels, names_a_rate, title};
use crate::check::movement::{SeriesIndex, steps};
use crate::check::words::by_words;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::{Id, Indicator, Plan, Sort};
use crate::quantity::Unit;
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "Q003",
    name: "growth_of_rate",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("growth_of_rate.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    let (series, rates) = (SeriesIndex::of(plan), rates(plan));
    for quota in plan.quotas.iter().filter(|quota| rates.contains(&quota.indicator)) {
        let Some(change) = &quota.change else { continue };
        let is_percent =
            amounts(&change.value.by).iter().any(|amount| amount.unit.as_ref().is_some_and(Unit::is_percent));
        if !is_percent || series.beside(quota).is_some_and(|beside| !steps(beside).is_empty()) {
            continue;
        }
        let (name, (by, by_en)) = (title(quota), by_words(&change.value.by));
        let message = text!(
            zh: "“{name}”是比率，“{by}”没有说明是百分点还是相对增长",
            en: "“{name}” is a rate: “{by_en}” may mean percentage points or a share of itself"
        );
        out.push(RULE.finding(change.span, message).help(text!(
            zh: "按百分点算的写“个百分点”；按相对增长算的，列出逐年数值",
            en: "write 百分点 if points are meant; if a share of itself is meant, list the yearly values"
        )));
    }
}

/// The indicators that are shares of a hundred.
fn rates(plan: &Plan) -> BTreeSet<Id<Indicator>> {
    let declared = plan.indicators.entries().filter(|(_, indicator)| {
        let is_percent = indicator.is_declared && indicator.unit.as_ref().is_some_and(|unit| unit.value.is_percent());
        is_percent || indicator.sort == Some(Sort::Rate) || names_a_rate(&indicator.name.value)
    });
    let shown = levels(plan).filter(|level| level.is_percent()).map(|level| level.quota.indicator);
    declared.map(|(id, _)| id).chain(shown).collect()
}

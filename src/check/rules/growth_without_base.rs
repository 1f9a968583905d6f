//! 增幅没有基数 · Growth without a base
//!
//! ## 中文
//! “提高5个百分点”要知道从多少提高起。写出现状数值；一时没有数的，用文字写明以哪一年、谁核定的数为基数也可以。
//! 小学、初中分开要求的，各要各的基数。
//!
//! ## English
//! Growth by 5 points has to say from where. Write the present value; if it is not known yet, words that say which year and
//! whose figure count as well.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：某县义务教育提质三年行动方案
//! ## 工作目标
//! - 指标：中考优秀率 提高5个百分点，到2026年
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：某县义务教育提质三年行动方案
//! ## 工作目标
//! - 现状：中考优秀率 21%，2025年
//! - 指标：中考优秀率 提高5个百分点，到2026年
//! ```
//!
//! ## 依据 · Source
//! C163

use std::collections::{BTreeMap, BTreeSet};

use crate::check::level::{amounts, is_flow, title};
use crate::check::movement::scope_key;
use crate::check::words::by_words;
use crate::check::{Context, Rule, times};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::{Id, Indicator, Plan, Quota};
use crate::quantity::{Direction, Unit};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "Q011",
    name: "growth_without_base",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("growth_without_base.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    let known = known(plan);
    let year_before = times::plan_start(plan).map(|start| start.value.year() - 1);
    let (in_zh, in_en) = year_before
        .map_or_else(|| (String::new(), String::new()), |year| (format!("，{year}年"), format!(", in {year}")));
    for quota in plan.quotas.iter().filter(|quota| !is_known(&known, quota)) {
        let Some(change) = quota.change.as_ref().filter(|_| needs_base(plan, quota)) else { continue };
        let (name, (by, by_en)) = (title(quota), by_words(&change.value.by));
        let (zh, en) = match change.value.direction {
            Direction::Up => ("增长", "grow"),
            Direction::Down => ("下降", "fall"),
        };
        let message = text!(
            zh: "“{name}”要{zh}{by}，没有写明从多少算起",
            en: "“{name}” is to {en} by {by_en}, but it is not said from where"
        );
        let bare = &quota.name.value;
        out.push(RULE.finding(change.span, message).help(text!(
            zh: "加一行“- 现状：{bare} …{in_zh}”；还没有数的，写明以哪一年、谁核定的数为基数",
            en: "add a line “- baseline: {bare} …{in_en}”; words for the base will do if the figure is not known yet"
        )));
    }
}

/// The indicators of which some value is known, be it in words, each with what it is known of.
fn known(plan: &Plan) -> BTreeMap<Id<Indicator>, BTreeSet<String>> {
    let present = plan.baselines.iter().map(|baseline| (baseline.indicator, scope_key(&baseline.scope)));
    let asked = plan.quotas.iter().filter(|quota| quota.target.is_some() || !quota.series.is_empty());
    let asked = asked.map(|quota| (quota.indicator, scope_key(&quota.scope)));
    let mut known: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
    for (indicator, scope) in present.chain(asked) {
        known.entry(indicator).or_default().insert(scope);
    }
    known
}

/// Whether a value is known of what the quota is about: one of primary schools says nothing of the others.
fn is_known(known: &BTreeMap<Id<Indicator>, BTreeSet<String>>, quota: &Quota) -> bool {
    let Some(scopes) = known.get(&quota.indicator) else { return false };
    quota.scope.is_empty() || scopes.contains("") || scopes.contains(&scope_key(&quota.scope))
}

/// Whether nobody can tell if it was reached without knowing the value before: not so for what is added and counted.
fn needs_base(plan: &Plan, quota: &Quota) -> bool {
    let Some(change) = &quota.change else { return false };
    let is_share = |unit: &Unit| unit.is_percent() || unit.is_points();
    let amounts = amounts(&change.value.by);
    let indicator = &plan.indicators[quota.indicator];
    let is_yearly_stock = indicator.is_declared && !is_flow(indicator) && quota.every.is_some();
    amounts.iter().any(|amount| amount.unit.as_ref().is_some_and(is_share)) || is_yearly_stock && !amounts.is_empty()
}

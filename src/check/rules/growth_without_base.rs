//! 增幅没有基数 · Growth without a base
//!
//! ## 中文
//! “提高5个百分点”要知道从多少提高起；“提高？个百分点”“同比上升”连提高多少也没有写，更要有现状。写出现状数值；一时没有数的，
//! 用文字写明以哪一年、谁核定的数为基数也可以。小学、初中分开要求的，各要各的基数。
//!
//! ## English
//! Growth by 5 points has to say from where; so has one whose amount is open or only words (同比上升). Write the present value; if it is not known yet, words that say which year and
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
use crate::diagnostic::{Diagnostic, Severity, Text};
use crate::plan::{Id, Indicator, Plan, Quota};
use crate::quantity::{Direction, Target, Unit};
use crate::source::Span;
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
        let Some((message, span)) = told(plan, quota) else { continue };
        let bare = &quota.name.value;
        out.push(RULE.finding(span, message).help(text!(
            zh: "加一行“- 现状：{bare} …{in_zh}”；还没有数的，写明以哪一年、谁核定的数为基数",
            en: "add a line “- baseline: {bare} …{in_en}”; words for the base will do if the figure is not known yet"
        )));
    }
}

/// What is said of a quota that needs a base, and where.
fn told(plan: &Plan, quota: &Quota) -> Option<(Text, Span)> {
    let name = title(quota);
    if let Some(words) = quota.target.as_ref().filter(|target| is_rise_in_words(&target.value)) {
        let rise = words.value.to_string();
        let message = text!(
            zh: "“{name}”只写“{rise}”，没有写明从多少算起、升降多少",
            en: "“{name}” says only “{rise}”: neither from where nor by how much"
        );
        return Some((message, words.span));
    }
    let change = quota.change.as_ref().filter(|_| needs_base(plan, quota))?;
    let (by, by_en) = by_words(&change.value.by);
    let (zh, en) = match change.value.direction {
        Direction::Up => ("增长", "grow"),
        Direction::Down => ("下降", "fall"),
    };
    let message = match change.value.by {
        Target::Hole(_) | Target::Soft(_) => text!(
            zh: "“{name}”要{zh}，没有写明从多少算起、{zh}多少",
            en: "“{name}” is to {en}: neither from where nor by how much is said"
        ),
        _ => text!(
            zh: "“{name}”要{zh}{by}，没有写明从多少算起",
            en: "“{name}” is to {en} by {by_en}, but it is not said from where"
        ),
    };
    Some((message, change.span))
}

/// Whether it asks for a rise or fall in nothing but words: 同比上升.
fn is_rise_in_words(target: &Target) -> bool {
    const HOW: [&str; 7] = ["同比", "较上年", "逐年", "不断", "持续", "稳步", "有所"];
    const MOVES: [&str; 8] = ["提高", "上升", "提升", "增长", "增强", "下降", "降低", "减少"];
    let Target::Soft(words) = target else { return false };
    HOW.iter().any(|how| words.strip_prefix(how).is_some_and(|rest| MOVES.contains(&rest)))
}

/// The indicators of which some value is known, be it in words, each with what it is known of.
fn known(plan: &Plan) -> BTreeMap<Id<Indicator>, BTreeSet<String>> {
    let present = plan.baselines.iter().map(|baseline| (baseline.indicator, scope_key(&baseline.scope)));
    let is_value = |target: &Target| !matches!(target, Target::Soft(_) | Target::Hole(_));
    let asked = plan.quotas.iter().filter(|quota| {
        quota.target.as_ref().is_some_and(|target| is_value(&target.value)) || !quota.series.is_empty()
    });
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
    let is_open = matches!(change.value.by, Target::Hole(_)) && change.value.base.is_none();
    is_open
        || amounts.iter().any(|amount| amount.unit.as_ref().is_some_and(is_share))
        || is_yearly_stock && !amounts.is_empty()
}

//! 分项与总数不符 · Parts that do not make the whole
//!
//! ## 中文
//! 口径里写了“甲 加 乙”的指标，现状的数值要等于各项之和；写在“其中”的各项，加起来不能多于总数；
//! 口径里属于另一项的，不重复计算。经费的“其中”也这样核对。
//!
//! ## English
//! An indicator with the formula “甲 加 乙” has to have the value of their sum, and what stands below a value as 其中
//! cannot add up to more than it; one that is declared a part of another is not counted twice. So it is with money and its 其中.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：某县幼儿园建设方案
//! ## 现有条件
//! - 现状：学校 80所，2020年
//!   - 其中：高中 2所
//!   - 其中：初中 12所
//!   - 其中：小学 39所
//!   - 其中：幼儿园 28所
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：某县幼儿园建设方案
//! ## 现有条件
//! - 现状：学校 81所，2020年
//!   - 其中：高中 2所
//!   - 其中：初中 12所
//!   - 其中：小学 39所
//!   - 其中：幼儿园 28所
//! ```
//!
//! ## 依据 · Source
//! C164；C165

use std::collections::BTreeMap;

use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::{Baseline, Fund, Id, Operation, Plan};
use crate::quantity::{Amount, Decimal};
use crate::source::Span;
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "Q022",
    name: "parts_off_whole",
    severity: Severity::Error,
    at_issue: Severity::Error,
    text: include_str!("parts_off_whole.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    funds(plan, out);
    for (id, baseline) in plan.baselines.entries() {
        let reckoned = plan.reckoned(id).filter(|reckoned| reckoned.operation == Operation::Sum);
        let (Some(reckoned), Some(stated)) = (reckoned, baseline.number()) else { continue };
        if plan.units.in_parts(stated).is_some_and(|own| own != reckoned.value) {
            report(plan, id, &reckoned.terms, reckoned.value, out);
        }
    }
    for (whole, parts) in plan.parts() {
        let Some(stated) = plan.baselines[whole].number() else { continue };
        let amounts = parts.iter().map(|part| plan.baselines[*part].number()).collect::<Option<Vec<&Amount>>>();
        let Some(amounts) = amounts.filter(|amounts| amounts.iter().all(|amount| plan.units.same_kind(amount, stated)))
        else {
            continue;
        };
        let sum = amounts.iter().try_fold(Decimal::ZERO, |sum, amount| sum.checked_add(plan.units.in_parts(amount)?));
        let is_share = stated.unit.as_ref().is_some_and(|unit| unit.is_percent());
        if let (Some(sum), Some(own)) = (sum.filter(|_| !is_share), plan.units.in_parts(stated))
            && sum > own
        {
            report(plan, whole, &parts, sum, out);
        }
    }
}

/// Money whose parts come to more than the whole.
fn funds(plan: &Plan, out: &mut Vec<Diagnostic>) {
    let amount = |fund: &Fund| fund.amount.as_ref().and_then(|amount| amount.value.amount().cloned());
    let mut wholes: BTreeMap<Id<Fund>, Vec<&Fund>> = BTreeMap::new();
    for part in plan.funds.iter() {
        if let Some(whole) = part.part_of {
            wholes.entry(whole).or_default().push(part);
        }
    }
    for (whole, parts) in wholes {
        let fund = &plan.funds[whole];
        let (Some(stated), Some(target)) = (amount(fund), &fund.amount) else { continue };
        let Some(amounts) = parts.iter().map(|part| amount(part)).collect::<Option<Vec<Amount>>>() else { continue };
        let alike = |part: &Amount| part.unit.is_some() && plan.units.same_kind(part, &stated);
        let is_comparable = parts.iter().all(|part| is_of(part, fund)) && amounts.iter().all(alike);
        let sum = amounts.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(plan.units.in_parts(part)?));
        let (Some(sum), Some(own)) = (sum.filter(|_| is_comparable), plan.units.in_parts(&stated)) else { continue };
        if sum > own
            && let Some(shown) = plan.units.from_parts(sum, stated.unit.as_ref())
        {
            let terms = amounts.iter().map(ToString::to_string).collect::<Vec<_>>().join("＋");
            say(&fund.name.value, &stated, &shown, &terms, target.span, out);
        }
    }
}

/// Whether money comes as often, and for as many, as that it is a part of.
fn is_of(part: &Fund, whole: &Fund) -> bool {
    let often = |fund: &Fund| fund.every.as_ref().map(|every| every.value);
    let is_for_each = |fund: &Fund| !fund.per_member.is_empty();
    (part.every.is_none() || often(part) == often(whole)) && !is_for_each(part) && !is_for_each(whole)
}

fn report(plan: &Plan, whole: Id<Baseline>, parts: &[Id<Baseline>], sum: Decimal, out: &mut Vec<Diagnostic>) {
    let baseline = &plan.baselines[whole];
    let (Some(stated), Some(target)) = (baseline.number(), &baseline.target) else { return };
    let amounts = parts.iter().filter_map(|part| plan.baselines[*part].number());
    let terms = amounts.map(ToString::to_string).collect::<Vec<_>>().join("＋");
    let Some(sum) = plan.units.from_parts(sum, stated.unit.as_ref()) else { return };
    say(&baseline.name.value, stated, &sum, &terms, target.span, out);
}

fn say(name: &str, stated: &Amount, sum: &Amount, terms: &str, span: Span, out: &mut Vec<Diagnostic>) {
    let message = text!(
        zh: "“{name}”写{stated}，各项相加是{sum}：{terms}＝{sum}",
        en: "“{name}” is given as {stated}, but its parts add up to {sum}: {terms}＝{sum}"
    );
    let found = RULE.finding(span, message);
    out.push(found.help(text!(zh: "改总数，或改各项的数值；各项有交叉的，不写“其中”，各写一行“现状”", en: "change the whole, or one of the parts; parts that overlap are baselines of their own, not 其中")));
}

//! 别的措施有成果，这一项没有 · A measure without a deliverable among those that have one
//!
//! ## 中文
//! 多数措施写明了成果或者指标的方案，个别措施只有题目和时限，到期拿什么验收说不清。
//!
//! ## English
//! Where most measures have a deliverable or a number, one that has neither cannot be checked when it is due.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! # 主体
//! - 县政府：澜平县人民政府
//!   - 县财政局：澜平县财政局
//!   - 县教育局：澜平县教育局
//!     - 教研室：澜平县教育研究室
//!     - 学校：全县义务教育学校，各
//!
//! ## 措施：完善听课制度
//! - 牵头：县教育局
//! - 时限：2026年12月底
//! - 成果：听课制度
//!
//! ## 措施：培训教师
//! - 牵头：县教育局
//! - 时限：2026年12月底
//! - 成果：培训台账
//!
//! ## 措施：改造校舍
//! - 牵头：县教育局
//! - 时限：2026年12月底
//! - 成果：验收报告
//!
//! ## 措施：规范办学
//! - 牵头：县教育局
//! - 时限：2026年12月底
//! - 成果：督查通报
//!
//! ## 措施：改进评价
//! - 牵头：县教育局
//! - 配合：县财政局、教研室、学校
//! - 时限：2026年12月底
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! # 主体
//! - 县政府：澜平县人民政府
//!   - 县财政局：澜平县财政局
//!   - 县教育局：澜平县教育局
//!     - 教研室：澜平县教育研究室
//!     - 学校：全县义务教育学校，各
//!
//! ## 措施：完善听课制度
//! - 牵头：县教育局
//! - 时限：2026年12月底
//! - 成果：听课制度
//!
//! ## 措施：培训教师
//! - 牵头：县教育局
//! - 时限：2026年12月底
//! - 成果：培训台账
//!
//! ## 措施：改造校舍
//! - 牵头：县教育局
//! - 时限：2026年12月底
//! - 成果：验收报告
//!
//! ## 措施：规范办学
//! - 牵头：县教育局
//! - 时限：2026年12月底
//! - 成果：督查通报
//!
//! ## 措施：改进评价
//! - 牵头：县教育局
//! - 配合：县财政局、教研室、学校
//! - 时限：2026年12月底
//! - 成果：评价办法
//! ```
//!
//! ## 依据 · Source
//! C162

use std::collections::BTreeSet;

use crate::check::measures::lacking;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::{Holder, Id, Measure, Plan};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "R032",
    name: "output_missing",
    severity: Severity::Info,
    at_issue: Severity::Warning,
    text: include_str!("output_missing.rs"),
    run,
};

/// Where so many measures of a plan deliver something, each is expected to.
const ENOUGH: usize = 4;

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    let delivering = delivering(plan);
    let all = plan.measures.len();
    // If it is not the rule, its absence says nothing.
    if delivering.len() < ENOUGH || delivering.len() * 4 < all * 3 {
        return;
    }
    for lack in lacking(plan, |id, _| !delivering.contains(&id)) {
        let subject = lack.subject();
        let (zh, en) = (subject.zh, subject.en);
        let message = text!(zh: "{zh}没有成果，也没有指标", en: "{en} has no deliverable and no number");
        out.push(RULE.finding(lack.span(), message).help(text!(
            zh: "写出到期时交什么，如“- 成果：评价办法”，或者写一条指标",
            en: "write what is handed over when it is due, or a quota"
        )));
    }
}

/// The measures with a deliverable, a number, money or a part that has one.
fn delivering(plan: &Plan) -> BTreeSet<Id<Measure>> {
    let own =
        plan.measures.entries().filter(|(_, measure)| !measure.outputs.is_empty()).map(|(id, _)| Holder::Measure(id));
    let quotas = plan.quotas.iter().map(|quota| quota.holder);
    let rest = plan.funds.iter().map(|fund| fund.holder).chain(plan.reports.iter().map(|report| report.holder));
    let rest = rest.chain(plan.sets.iter().map(|set| set.holder)).chain(plan.faulty.iter().copied());
    let holders = own.chain(quotas).chain(rest);
    let around = holders.flat_map(|holder| crate::check::nesting::outward(plan, holder).collect::<Vec<_>>());
    around
        .filter_map(|holder| match holder {
            Holder::Measure(id) => Some(id),
            _ => None,
        })
        .collect()
}

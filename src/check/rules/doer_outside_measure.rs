//! 承担工作的不在牵头、配合之列 · Work for one who neither leads nor helps
//!
//! ## 中文
//! 措施里写了“分工 财政局”，或者指标“由财政局”，牵头、配合里却没有财政局和它的上级，责任就对不上。
//!
//! ## English
//! If a measure gives a part or a duty to an owner, that owner or one above it leads or helps.
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
//! ## 措施：改造校舍
//! - 牵头：县教育局
//! - 配合：教研室、学校
//! - 时限：2026年12月底
//! - 分工 县财政局：落实资金
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
//! ## 措施：改造校舍
//! - 牵头：县教育局
//! - 配合：教研室、学校、县财政局
//! - 时限：2026年12月底
//! - 分工 县财政局：落实资金
//! ```
//!
//! ## 依据 · Source
//! C157；C169

use std::collections::BTreeSet;

use crate::check::owners::stands_under_any;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::{Holder, Id, Measure, Owner, OwnerKind, OwnerRef, Plan};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "R035",
    name: "doer_outside_measure",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("doer_outside_measure.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    let roles = plan.roles.iter().map(|role| (role.holder, &role.who, "分工"));
    let quotas = plan.quotas.iter().flat_map(|quota| quota.by.iter().map(|by| (quota.holder, by, "指标")));
    for (holder, who, what) in roles.chain(quotas) {
        let (Holder::Measure(id), Some(doer)) = (holder, who.target()) else { continue };
        let measure = &plan.measures[id];
        let Some(tops) = named(plan, measure) else { continue };
        let is_organ = plan.owners[doer].kind == OwnerKind::Organ && !plan.owners[doer].is_class;
        let is_accountable = measure.accountable.value.iter().any(|owner| owner.target() == Some(doer));
        // Whoever stands above the lead may inspect or reward without being listed.
        let is_above = || tops.iter().any(|top| stands_under_any(plan, *top, &BTreeSet::from([doer])));
        if !is_organ || is_accountable || stands_under_any(plan, doer, &tops) || is_above() {
            continue;
        }
        let (name, title) = (&who.text, &measure.title.value);
        let message = text!(
            zh: "“{name}”在措施“{title}”里有{what}，牵头、配合里却没有它",
            en: "“{name}” has work in measure “{title}”, but neither leads nor helps"
        );
        let found = RULE.finding(who.span, message);
        let found = match measure.with.value.first().or(measure.lead.value.first()) {
            Some(listed) => {
                found.related(listed.span, text!(zh: "牵头、配合在这里", en: "who leads and helps is here"))
            }
            None => found,
        };
        out.push(found.help(text!(zh: "把“{name}”列入配合", en: "make “{name}” a helper")));
    }
}

/// Whoever leads, helps or approves, where each is known; those that act as one are taken apart. The one accountable
/// for the plan is not among them: every organ stands under it.
fn named(plan: &Plan, measure: &Measure) -> Option<BTreeSet<Id<Owner>>> {
    let lists = [&measure.lead.value, &measure.with.value, &measure.approved];
    let all: Vec<&OwnerRef> = lists.into_iter().flatten().collect();
    let is_known = !measure.lead.value.is_empty() && all.iter().all(|owner| owner.target().is_some());
    let made = |id: Id<Owner>| match &plan.owners[id].made {
        Some(crate::plan::Made::Of(several)) => several.iter().filter_map(|each| each.target()).collect(),
        _ => vec![id],
    };
    is_known.then(|| all.iter().filter_map(|owner| owner.target()).flat_map(made).collect())
}

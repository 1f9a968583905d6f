//! 主送单位没有任务 · An addressee with nothing to do
//!
//! ## 中文
//! 主送是要照办的单位。点名主送、方案里却没有任务的，改为抄送，或者补上任务。统称的（各学校、各部门）不查。
//!
//! ## English
//! Addressees are those who act. One that is addressed by name and has no part in the plan gets a copy, or a task.
//! Classes are not looked at.
//!
//! ## 错 · Wrong
//! ```plan
//! # 通知
//! - 发文机关：县教育局
//! - 发文字号：澜教发〔2026〕5号
//! - 主送：县财政局，县直各学校
//! - 成文日期：2026年1月22日
//! # 方案：澜平县义务教育提质行动方案
//!
//! # 主体
//! - 县政府：澜平县人民政府
//!   - 县教育局：澜平县教育局
//!     - 教研室：澜平县教育研究室
//!   - 县财政局：澜平县财政局
//!
//! ## 措施：改进教研
//! - 牵头：教研室
//! - 时限：2026年12月底
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 通知
//! - 发文机关：县教育局
//! - 发文字号：澜教发〔2026〕5号
//! - 主送：县财政局，县直各学校
//! - 成文日期：2026年1月22日
//! # 方案：澜平县义务教育提质行动方案
//!
//! # 主体
//! - 县政府：澜平县人民政府
//!   - 县教育局：澜平县教育局
//!     - 教研室：澜平县教育研究室
//!   - 县财政局：澜平县财政局
//!
//! ## 措施：改进教研
//! - 牵头：县教育局
//! - 配合：县财政局、教研室
//! - 时限：2026年12月底
//! ```
//!
//! ## 依据 · Source
//! C170

use std::collections::{BTreeMap, BTreeSet};

use crate::check::owners::stands_under_any;
use crate::check::papers;
use crate::check::texts::prose;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::{Id, Owner, OwnerKind};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "R040",
    name: "addressee_without_task",
    severity: Severity::Info,
    at_issue: Severity::Warning,
    text: include_str!("addressee_without_task.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    // A plan without leads gives nobody a task.
    let is_addressed = plan.notices.iter().any(|notice| notice.to.is_some());
    if !is_addressed || plan.measures.iter().all(|measure| measure.lead.value.is_empty()) || !plan.unread.is_empty() {
        return;
    }
    let busy = busy(context);
    let called: BTreeMap<&str, _> = plan
        .owners
        .entries()
        .flat_map(|(id, owner)| {
            let names = [&owner.name].into_iter().chain(&owner.full_name).chain(&owner.aliases);
            names.map(move |name| (name.value.as_str(), id))
        })
        .collect();
    for to in plan.notices.iter().filter_map(|notice| notice.to.as_ref()) {
        for at in papers::items(&to.value) {
            let name = &to.value[at.clone()];
            let Some(id) = called.get(name).copied() else { continue };
            let owner = &plan.owners[id];
            let is_one = owner.kind == OwnerKind::Organ && !owner.is_class;
            let has_part = stands_under_any(plan, id, &busy) || busy.iter().any(|other| plan.is_under(*other, id));
            if !is_one || has_part || prose(plan).any(|words| words.value.contains(name)) {
                continue;
            }
            let message = text!(zh: "主送“{name}”，方案里却没有它的任务", en: "“{name}” is addressed but has no part in the plan");
            let found = RULE.finding(context.part_of(to, at), message);
            let found = found.related(owner.name.span, text!(zh: "主体在这里声明", en: "the owner is declared here"));
            out.push(
                found.help(text!(zh: "改为抄送，或者在有关措施里列入配合", en: "send a copy, or make it a helper")),
            );
        }
    }
}

/// Whoever has a part in the plan.
fn busy(context: &Context) -> BTreeSet<Id<Owner>> {
    let plan = context.plan;
    let listed = context.owner_lists().iter().copied().flatten();
    let roles = plan.roles.iter().map(|role| &role.who);
    let chains = plan.chains.iter().flat_map(|chain| &chain.links);
    let reports = plan.reports.iter().flat_map(|report| &report.path);
    let alliances = plan.alliances.iter().flat_map(|alliance| &alliance.members);
    let all = listed.chain(roles).chain(chains).chain(reports).chain(alliances);
    let by_duty = plan.owners.entries().filter(|(_, owner)| !owner.duties.is_empty() || !owner.quotas.is_empty());
    all.filter_map(|owner| owner.target()).chain(by_duty.map(|(id, _)| id)).collect()
}

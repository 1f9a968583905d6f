//! 主体没有派上用场 · An owner with nothing to do
//!
//! ## 中文
//! 声明了的单位，方案里没有它的任务、席位、职责，正文也没有提到，不是多写了，就是漏派了任务。
//!
//! ## English
//! An organ that is declared, but has no task, seat or duty in the plan and is not even mentioned: either it is not needed, or a
//! task was forgotten.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：某县义务教育提质三年行动方案
//! # 主体
//! - 县政府：某县人民政府
//!   - 教育局：某县教育局
//!     - 学校：各中小学校，各
//!     - 教研室：某县教育研究室
//!   - 财政局：某县财政局
//! - 人社局：某县人力资源和社会保障局
//! - 家长，公众
//!
//! ## 目标 提质：提升课堂教学质量
//! - 指标：听课 不少于20节，每学期，由“校长”
//!
//! ## 措施：完善听评课制度
//! - 支撑：提质
//! - 牵头：教育局
//! - 配合：财政局、教研室、学校
//! - 时限：2026年8月31日
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：某县义务教育提质三年行动方案
//! # 主体
//! - 县政府：某县人民政府
//!   - 教育局：某县教育局
//!     - 学校：各中小学校，各
//!     - 教研室：某县教育研究室
//!   - 财政局：某县财政局
//! - 人社局：某县人力资源和社会保障局
//! - 家长，公众
//!
//! ## 目标 提质：提升课堂教学质量
//! - 指标：听课 不少于20节，每学期，由“校长”
//!
//! ## 措施：完善听评课制度
//! - 支撑：提质
//! - 牵头：教育局
//! - 配合：财政局、教研室、学校、人社局
//! - 时限：2026年8月31日
//! ```
//!
//! ## 依据 · Source
//! C170

use crate::check::owners::named;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::{Id, Made, OutputKind, Owner, OwnerKind, Plan, Thing};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "R014",
    name: "owner_idle",
    severity: Severity::Info,
    at_issue: Severity::Info,
    text: include_str!("owner_idle.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    let used = used(context);
    let is_idle = |id: &Id<Owner>, owner: &Owner| {
        !used[id.index()] && is_bare(plan, owner) && !plan.may_be_named(&owner.name.value)
    };
    let idle: Vec<_> = plan.owners.entries().filter(|(id, owner)| is_idle(id, owner)).collect();
    let names = idle
        .iter()
        .flat_map(|(_, owner)| [&owner.name.value].into_iter().chain(owner.aliases.iter().map(|alias| &alias.value)));
    let mentioned = named(plan, &names.map(String::as_str).collect());
    for (_, owner) in idle {
        let name = &owner.name.value;
        if mentioned.contains(name.as_str())
            || owner.aliases.iter().any(|alias| mentioned.contains(alias.value.as_str()))
        {
            continue;
        }
        let message = text!(zh: "“{name}”列在主体里，却没有任务、席位和职责", en: "“{name}” is declared, but has no task, seat or duty in this plan");
        out.push(RULE.finding(owner.name.span, message).help(text!(
            zh: "安排任务，或删去这一行",
            en: "give it a task, or remove the line"
        )));
    }
}

/// Whether it is an organ of this very plan that says nothing of what it does.
fn is_bare(plan: &Plan, owner: &Owner) -> bool {
    if !plan.is_own(owner.span) || plan.title.is_none() {
        return false;
    }
    let has_duty = !owner.duties.is_empty() || !owner.quotas.is_empty();
    owner.kind == OwnerKind::Organ && !owner.is_class && !has_duty
}

/// Of each owner by its number whether something of the plan refers to it; those with owners below them among them.
fn used(context: &Context) -> Vec<bool> {
    let plan = context.plan;
    let lists = context.owner_lists().iter().copied().flatten();
    let chains = plan.chains.iter().flat_map(|chain| &chain.links);
    let reports = plan.reports.iter().flat_map(|report| &report.path);
    let roles = plan.roles.iter().map(|role| &role.who);
    let references = lists.chain(chains).chain(reports).chain(roles).filter_map(|owner| owner.target());
    let superiors = plan.owners.iter().filter_map(Owner::superior);
    let outputs = plan.measures.iter().flat_map(|measure| &measure.outputs).filter_map(|output| match output.kind {
        OutputKind::Owner(id) => Some(id),
        _ => None,
    });
    let members = plan.sets.iter().flat_map(|set| &set.members).filter_map(|member| match member.thing {
        Some(Thing::Owner(id)) => Some(id),
        _ => None,
    });
    let made = plan.owners.iter().filter_map(|owner| owner.made.as_ref()).flat_map(|made| match made {
        Made::Of(parts) => parts.iter().collect::<Vec<_>>(),
        Made::Except(class, _) => vec![class],
    });
    let allied = plan.alliances.iter().flat_map(|alliance| &alliance.members);
    let joined = made.chain(allied).filter_map(|owner| owner.target());
    let mut used = vec![false; plan.owners.len()];
    let all = references.chain(joined).chain(superiors).chain(outputs).chain(members);
    all.for_each(|id| used[id.index()] = true);
    used
}

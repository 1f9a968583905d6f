//! 牵头单位不在领导小组里 · A lead that the leading group leaves out
//!
//! ## 中文
//! 领导小组列了成员单位的，牵头措施的部门一般都应在内，否则协调不到。成员的下属单位、上级不算。
//!
//! ## English
//! Where a leading group names its members, the departments that lead measures are among them. Who
//! stands under a member or above one is not looked for.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! # 主体
//! - 县政府：澜平县人民政府
//!   - 分管副县长，岗位
//!   - 领导小组：义务教育提质工作领导小组，小组
//!     - 组长：分管副县长
//!     - 成员：县教育局、县财政局、县人社局
//!     - 办公室：县教育局
//!   - 县财政局：澜平县财政局
//!   - 县人社局：澜平县人力资源和社会保障局
//!   - 县民政局：澜平县民政局
//!   - 县教育局：澜平县教育局
//!
//! ## 措施：培训教师
//! - 牵头：县教育局
//! - 配合：县财政局、县人社局
//! - 时限：2026年12月底
//! - 成果：领导小组
//!
//! ## 措施：资助学生
//! - 牵头：县民政局
//! - 时限：2026年12月底
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! # 主体
//! - 县政府：澜平县人民政府
//!   - 分管副县长，岗位
//!   - 领导小组：义务教育提质工作领导小组，小组
//!     - 组长：分管副县长
//!     - 成员：县教育局、县财政局、县人社局、县民政局
//!     - 办公室：县教育局
//!   - 县财政局：澜平县财政局
//!   - 县人社局：澜平县人力资源和社会保障局
//!   - 县民政局：澜平县民政局
//!   - 县教育局：澜平县教育局
//!
//! ## 措施：培训教师
//! - 牵头：县教育局
//! - 配合：县财政局、县人社局
//! - 时限：2026年12月底
//! - 成果：领导小组
//!
//! ## 措施：资助学生
//! - 牵头：县民政局
//! - 时限：2026年12月底
//! ```
//!
//! ## 依据 · Source
//! C171；C170

use std::collections::BTreeSet;

use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::{OwnerKind, Plan};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "R038",
    name: "lead_not_in_group",
    severity: Severity::Info,
    at_issue: Severity::Warning,
    text: include_str!("lead_not_in_group.rs"),
    run,
};

/// A shorter list of members names those that act for the rest.
const ENOUGH: usize = 2;

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    let Some((group, seated)) = seated(plan) else { return };
    let mut seen = BTreeSet::new();
    for lead in context.leads().iter().copied().flatten() {
        let Some(id) = lead.target().filter(|id| seen.insert(*id)) else { continue };
        let owner = &plan.owners[id];
        let is_department = owner.kind == OwnerKind::Organ && !owner.is_class && plan.is_own(owner.span);
        let is_in = seated.iter().any(|member| plan.is_under(id, *member) || plan.is_under(*member, id));
        if !is_department || is_in {
            continue;
        }
        let (name, group_name) = (&lead.text, &group.value);
        let message = text!(
            zh: "“{name}”牵头措施，却不在“{group_name}”里",
            en: "“{name}” leads a measure but has no seat in “{group_name}”"
        );
        let found = RULE.finding(lead.span, message);
        let found = found.related(group.span, text!(zh: "领导小组在这里", en: "the leading group is here"));
        out.push(found.help(
            text!(zh: "把“{name}”列入成员，或者改由成员单位牵头", en: "make “{name}” a member, or let a member lead"),
        ));
    }
}

type Seated<'a> = (&'a crate::source::Spanned<String>, BTreeSet<crate::plan::Id<crate::plan::Owner>>);

/// The first leading group and whoever is seated in any; `None` if a seat is not known.
fn seated(plan: &Plan) -> Option<Seated<'_>> {
    let groups: Vec<_> = plan.owners.iter().filter_map(|owner| Some((&owner.name, owner.seats.as_ref()?))).collect();
    let (first, seats) = groups.first()?;
    let organs = seats
        .members
        .value
        .iter()
        .filter(|member| member.target().is_some_and(|id| plan.owners[id].kind == OwnerKind::Organ));
    if organs.count() < ENOUGH {
        return None;
    }
    let lists = groups.iter().flat_map(|(_, seats)| [&seats.leader, &seats.deputy, &seats.members, &seats.office]);
    let ids = lists.flat_map(|list| &list.value).map(|seat| seat.target()).collect::<Option<BTreeSet<_>>>()?;
    // A post seats the organ it belongs to, but not the government above all.
    Some((*first, ids))
}

//! 有分工的人不在领导小组名单里 · Somebody with a part who has no seat
//!
//! ## 中文
//! 领导小组列了名单，又给名单以外的岗位分了工，这个人归谁管、会议请不请他，都说不清。把他列入成员，或者说明由哪个席位管。
//!
//! ## English
//! The leading group names who is in it, and a post outside it is given a part of the work. Give it a seat, or say which
//! seat it answers to.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：澜平县第一小学教学质量提升方案
//!
//! # 主体
//! - 学校：澜平县第一小学
//!   - 领导小组：教学质量提升领导小组，小组
//!     - 组长：校长
//!     - 成员：教务处、教务主任、德育主任
//!     - 办公室：教务处
//!   - 校长，岗位
//!   - 教务处
//!   - 教务主任，岗位
//!   - 德育主任，岗位
//!   - 教科室主任，岗位
//!
//! ## 组织领导
//! - 分工 教务主任：安排听课
//! - 分工 德育主任：安排家访
//! - 分工 教科室主任：收集资料
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：澜平县第一小学教学质量提升方案
//!
//! # 主体
//! - 学校：澜平县第一小学
//!   - 领导小组：教学质量提升领导小组，小组
//!     - 组长：校长
//!     - 成员：教务处、教务主任、德育主任、教科室主任
//!     - 办公室：教务处
//!   - 校长，岗位
//!   - 教务处
//!   - 教务主任，岗位
//!   - 德育主任，岗位
//!   - 教科室主任，岗位
//!
//! ## 组织领导
//! - 分工 教务主任：安排听课
//! - 分工 德育主任：安排家访
//! - 分工 教科室主任：收集资料
//! ```
//!
//! ## 依据 · Source
//! C171；角色不符

use std::collections::BTreeSet;

use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::{Id, Link, Owner, OwnerKind, Plan, Role};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "R042",
    name: "task_outside_group",
    severity: Severity::Info,
    at_issue: Severity::Warning,
    text: include_str!("task_outside_group.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    let Some((group, seated)) = seated(plan) else { return };
    let mut told = BTreeSet::new();
    for role in plan.roles.iter() {
        let Some(id) = role.who.target().filter(|id| is_post(&plan.owners[*id])) else { continue };
        let is_in = seated.iter().any(|seat| plan.is_under(id, *seat) || plan.is_under(*seat, id));
        // A post that is called after a seat stands for whoever has it.
        let is_seat = SEATS.iter().any(|seat| plan.owners[id].name.value.ends_with(seat));
        if is_in || is_seat || !(lists(plan, group) || is_among_seats(plan, role)) || !told.insert(id) {
            continue;
        }
        let (name, group_name) = (&role.who.text, &group.name.value);
        let message = text!(
            zh: "“{name}”有分工，“{group_name}”的名单里却没有",
            en: "“{name}” has a part in the work but no seat in “{group_name}”"
        );
        let found = RULE.finding(role.who.span, message);
        let found = found.related(group.name.span, text!(zh: "领导小组在这里", en: "the leading group is here"));
        out.push(found.help(text!(
            zh: "把“{name}”列入成员，或者写明归哪个席位管",
            en: "give “{name}” a seat, or say which seat it answers to"
        )));
    }
}

/// What the seats of a group are called.
const SEATS: [&str; 4] = ["组长", "副组长", "成员", "办公室主任"];

fn is_post(owner: &Owner) -> bool {
    owner.kind == OwnerKind::Post && !owner.is_class
}

/// The first group and whoever is known to sit in any.
fn seated(plan: &Plan) -> Option<(&Owner, BTreeSet<Id<Owner>>)> {
    let group = plan.owners.iter().find(|owner| owner.seats.is_some())?;
    let seats = plan.owners.iter().filter_map(|owner| owner.seats.as_ref());
    let seats = seats.flat_map(|seats| [&seats.leader, &seats.deputy, &seats.members, &seats.office]);
    Some((group, seats.flat_map(|seat| &seat.value).filter_map(|seat| seat.target()).collect()))
}

/// Whether the group says who leads it and has a list of members, be some of it open.
fn lists(plan: &Plan, group: &Owner) -> bool {
    let Some(seats) = &group.seats else { return false };
    let leads = seats.leader.value.iter().any(|seat| matches!(seat.link, Link::To(_) | Link::Outside));
    leads && !seats.members.value.is_empty() && plan.is_own(group.span)
}

/// Whether it stands beside the parts of the seats, as if it were one.
fn is_among_seats(plan: &Plan, role: &Role) -> bool {
    let beside = plan.roles.iter().filter(|other| other.holder == role.holder && other.span != role.span);
    beside.filter(|other| SEATS.iter().any(|seat| other.who.text.ends_with(seat))).count() > 1
}

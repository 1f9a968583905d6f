//! 办公室所在单位不是成员 · An office at one who is no member
//!
//! ## 中文
//! 领导小组办公室设在哪个单位，那个单位一般就是成员单位。
//!
//! ## English
//! The organ that houses the office of a leading group is one of its members.
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
//!     - 成员：县民政局、县财政局、县人社局
//!     - 办公室：县教育局
//!   - 县财政局：澜平县财政局
//!   - 县人社局：澜平县人力资源和社会保障局
//!   - 县民政局：澜平县民政局
//!   - 县教育局：澜平县教育局
//!
//! ## 措施：培训教师
//! - 牵头：县民政局
//! - 配合：县财政局、县人社局
//! - 时限：2026年12月底
//! - 成果：领导小组
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
//! ```
//!
//! ## 依据 · Source
//! C171

use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::OwnerKind;
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "R037",
    name: "office_not_member",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("office_not_member.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    for owner in plan.owners.iter() {
        let Some(seats) = &owner.seats else { continue };
        let lists = [&seats.leader, &seats.deputy, &seats.members];
        let seated: Vec<_> = lists.into_iter().flat_map(|list| &list.value).collect();
        // With an open or unclear seat it cannot be told who is a member.
        if seats.members.value.is_empty() || seated.iter().any(|each| each.target().is_none()) {
            continue;
        }
        let [office] = seats.office.value.as_slice() else { continue };
        let Some(host) = office.target().filter(|id| plan.owners[*id].kind == OwnerKind::Organ) else { continue };
        let is_member = seated.iter().filter_map(|each| each.target()).any(|id| {
            id == host || plan.is_under(id, host) || plan.is_under(host, id) && plan.owners[id].kind == OwnerKind::Organ
        });
        if is_member {
            continue;
        }
        let (group, name) = (&owner.name.value, &office.text);
        let message = text!(
            zh: "“{group}”的办公室设在“{name}”，成员里却没有“{name}”",
            en: "the office of “{group}” is at “{name}”, which is no member"
        );
        let found = RULE.finding(office.span, message);
        let found = found.related(seated[0].span, text!(zh: "成员名单在这里", en: "the members are here"));
        out.push(found.help(text!(zh: "把“{name}”列入成员", en: "make “{name}” a member")));
    }
}

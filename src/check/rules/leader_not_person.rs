//! 组长写到了单位 · An organ as the head of a group
//!
//! ## 中文
//! 组长、副组长是人，写职务；局、委员会、办公室一类的单位写在成员里。
//!
//! ## English
//! The head of a leading group is a person, named by post; organs are its members.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! # 主体
//! - 县政府：澜平县人民政府
//!   - 分管副县长，岗位
//!   - 领导小组：义务教育提质工作领导小组，小组
//!     - 组长：县民政局
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
//! - 指标：例会 1次，每月，由分管副县长
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

use crate::check::papers::is_department;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::OwnerKind;
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "R036",
    name: "leader_not_person",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("leader_not_person.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    for owner in plan.owners.iter() {
        let Some(seats) = &owner.seats else { continue };
        for (seat, list) in [("组长", &seats.leader), ("副组长", &seats.deputy)] {
            let organs = list.value.iter().filter(|each| {
                each.target().is_some_and(|id| {
                    plan.owners[id].kind == OwnerKind::Organ && is_organ(plan.owners[id].official_name())
                })
            });
            for organ in organs {
                let (group, name) = (&owner.name.value, &organ.text);
                let message = text!(
                    zh: "“{group}”的{seat}写的是单位“{name}”，不是人",
                    en: "“{name}”, an organ, holds a seat of {seat} in “{group}”"
                );
                out.push(RULE.finding(organ.span, message).help(text!(
                    zh: "写职务，如“{name}主要负责人”；单位写在成员里",
                    en: "name a post, and put the organ among the members"
                )));
            }
        }
    }
}

/// Whether a name can only be that of an organ: who declares 县长 without 岗位 means a person all the same.
fn is_organ(name: &str) -> bool {
    const ENDS: [&str; 5] = ["办公室", "政府办", "委员会", "党委", "学校"];
    is_department(name) || ENDS.iter().any(|end| name.ends_with(end))
}

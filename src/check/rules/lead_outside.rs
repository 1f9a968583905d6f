//! 牵头单位不归责任主体管 · A lead outside the command of the accountable owner
//!
//! ## 中文
//! 措施的牵头单位要在方案责任主体（责任、发文机关或领导小组）的管理之下，任务才派得下去。领导小组、系统外的单位和公众不在此列；主体之间
//! 都没有写隶属的，不作判断。县里的方案用引号写“市教育局”牵头的，也是不归它管。
//!
//! ## English
//! Whoever leads a measure should stand under the owner that answers for the plan, else nobody can give the task. Owners marked
//! as external, leading groups and the public are exempt; so is a plan that says nothing of who stands under whom. An
//! organ of a higher level that is quoted does not stand under it either.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：某县义务教育提质三年行动方案
//! - 责任：县政府
//!
//! # 主体
//! - 县政府：某县人民政府
//!   - 教育局：某县教育局
//!     - 学校：各中小学校，各
//! - 市教育局：某市教育局
//! - 家长，公众
//!
//! ## 目标 提质：提升课堂教学质量
//! - 指标：听课 不少于20节，每学期，由“校长”
//!
//! ## 措施：完善听评课制度
//! - 支撑：提质
//! - 牵头：市教育局
//! - 时限：2026年8月31日
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：某县义务教育提质三年行动方案
//! - 责任：县政府
//!
//! # 主体
//! - 县政府：某县人民政府
//!   - 教育局：某县教育局
//!     - 学校：各中小学校，各
//! - 供电公司：某供电公司，系统外
//! - 家长，公众
//!
//! ## 目标 提质：提升课堂教学质量
//! - 指标：听课 不少于20节，每学期，由“校长”
//!
//! ## 措施：完善听评课制度
//! - 支撑：提质
//! - 牵头：教育局
//! - 时限：2026年8月31日
//!
//! ## 措施：改造校园电网
//! - 支撑：提质
//! - 牵头：供电公司
//! - 时限：2026年8月31日
//! ```
//!
//! ## 依据 · Source
//! C157；责任链

use std::collections::BTreeSet;

use crate::check::owners::{stands_under_any, superiors};
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::{Id, Link, Owner, OwnerKind, OwnerRef, Plan};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "R005",
    name: "lead_outside",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("lead_outside.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    let tops = tops(plan);
    let is_flat = plan.owners.iter().all(|owner| owner.superior().is_none() || owner.kind == OwnerKind::GroupOffice);
    if tops.is_empty() || is_flat || plan.answerable().any(|owner| !is_placed(plan, owner)) {
        return;
    }
    out.extend(context.leads().iter().copied().flatten().filter(|lead| is_quoted_above(plan, lead)).map(|lead| {
        let name = &lead.text;
        let message = text!(
            zh: "牵头的“{name}”是上级单位，不在责任主体的管理之下",
            en: "“{name}”, a lead, is an organ of a higher level, which the plan cannot give a task"
        );
        RULE.finding(lead.span, message).help(text!(
            zh: "改由本级单位牵头；确由上级单位承担的，在主体里声明，标明“系统外”",
            en: "let an owner of this plan lead, or declare it as an owner and mark it as external"
        ))
    }));
    let mut is_seen = vec![false; plan.owners.len()];
    for lead in context.leads().iter().copied().flatten() {
        let Some(id) = lead.target().filter(|id| !std::mem::replace(&mut is_seen[id.index()], true)) else { continue };
        let owner = &plan.owners[id];
        // A class that stands nowhere, such as 各学校, is mostly the plan's own.
        let is_loose_class = owner.is_class && owner.under.is_none();
        // A leading group takes its power from its head, often of a level above.
        let has_own_standing = !matches!(owner.kind, OwnerKind::Organ | OwnerKind::Post);
        let is_exempt = is_loose_class || has_own_standing;
        if is_exempt || stands_under_any(plan, id, &tops) {
            continue;
        }
        let name = &owner.name.value;
        let top = plan.answerable().next().map_or("", |top| top.text.as_str());
        let message = text!(
            zh: "牵头的“{name}”不在责任主体“{top}”的管理之下",
            en: "“{name}”, a lead, does not stand under “{top}”, which answers for the plan"
        );
        let found = RULE.finding(lead.span, message);
        let found = found.related(owner.name.span, text!(zh: "在这里声明", en: "declared here"));
        out.push(found.help(text!(
            zh: "归它管的，缩进到它下面；不归它管的，改由所属单位牵头，或标明“系统外”",
            en: "indent it below its superior, let an owner of this plan lead, or mark it as external"
        )));
    }
}

/// Whether a lead that is quoted is an organ above those who answer for the plan: 市教育局 in a plan of a county.
fn is_quoted_above(plan: &Plan, lead: &OwnerRef) -> bool {
    if lead.link != Link::Outside {
        return false;
    }
    let is_organ = ["局", "厅", "部", "委", "办", "院", "政府"].iter().any(|end| lead.text.ends_with(end));
    let is_higher = lead.text.starts_with(['市', '省', '州']) && !lead.text.contains(['县', '区', '校', '场']);
    let is_of_county = |name: &str| name.rfind(['县', '区', '旗']) > name.rfind(['市', '省', '州']);
    let is_low = || {
        let mut tops = plan.answerable().filter_map(|owner| owner.target()).map(|id| plan.owners[id].official_name());
        tops.any(&is_of_county)
    };
    is_organ && is_higher && is_low()
}

/// Whether it can be told whom an owner commands: not so of one outside the plan, nor of a post or a leading group that
/// stands nowhere and has no known members.
fn is_placed(plan: &Plan, owner: &OwnerRef) -> bool {
    let Some(id) = owner.target() else { return false };
    let owner = &plan.owners[id];
    let is_organ = !matches!(owner.kind, OwnerKind::Post | OwnerKind::Group | OwnerKind::GroupOffice);
    let members = owner.seats.as_ref().map(|seats| seats.members.value.iter());
    is_organ
        || owner.superior().is_some()
        || members.is_some_and(|mut members| members.any(|each| each.target().is_some()))
}

/// The owners below whom a lead may stand: those who answer for the plan, the issuers, and whom an office, a post or a
/// leading group among them acts for.
fn tops(plan: &Plan) -> BTreeSet<Id<Owner>> {
    let issuers = plan.notices.iter().flat_map(|notice| &notice.issuers).chain(&plan.issuers);
    let issuers: Vec<_> = issuers.filter_map(|owner| owner.target()).collect();
    let named = plan.answerable().chain(plan.measures.iter().flat_map(|measure| &measure.accountable.value));
    let named: Vec<_> = named.filter_map(|owner| owner.target()).collect();
    let mut tops: BTreeSet<_> = named.iter().chain(&issuers).copied().collect();
    tops.extend(issuers.iter().flat_map(|id| superiors(plan, *id)));
    for id in named {
        let owner = &plan.owners[id];
        if matches!(owner.kind, OwnerKind::Post | OwnerKind::Group | OwnerKind::GroupOffice) {
            tops.extend(owner.superior());
        }
        if let Some(seats) = &owner.seats {
            let seats = [&seats.leader, &seats.deputy, &seats.members, &seats.office];
            tops.extend(seats.iter().flat_map(|seat| &seat.value).filter_map(|member| member.target()));
        }
    }
    tops
}

//! 任务几乎都压在一个单位 · Nearly every measure on one lead
//!
//! ## 中文
//! 有几个部门的方案，措施几乎都由一个单位牵头，别的部门只是配合，落实时往往推不动。方案本来就由它负责的，不算。
//!
//! ## English
//! Where a plan of several departments lets one of them lead nearly all, the others only look on. A plan that it answers for
//! itself is not meant.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//! - 期限：2026年1月至2028年12月
//! - 责任：县政府
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
//! - 配合：县财政局、教研室、学校
//! - 时限：2026年12月底
//!
//! ## 措施：培训教师
//! - 牵头：县教育局
//! - 配合：县财政局、教研室、学校
//! - 时限：2026年12月底
//!
//! ## 措施：改造校舍
//! - 牵头：县教育局
//! - 配合：县财政局、教研室、学校
//! - 时限：2026年12月底
//!
//! ## 措施：配齐设备
//! - 牵头：县教育局
//! - 配合：县财政局、教研室、学校
//! - 时限：2026年12月底
//!
//! ## 措施：规范办学
//! - 牵头：县教育局
//! - 配合：县财政局、教研室、学校
//! - 时限：2026年12月底
//!
//! ## 措施：开展监测
//! - 牵头：县教育局
//! - 配合：县财政局、教研室、学校
//! - 时限：2026年12月底
//!
//! ## 措施：资助学生
//! - 牵头：县教育局
//! - 配合：县财政局、教研室、学校
//! - 时限：2026年12月底
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
//! - 期限：2026年1月至2028年12月
//! - 责任：县政府
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
//! - 配合：学校
//! - 时限：2026年12月底
//!
//! ## 措施：培训教师
//! - 牵头：教研室
//! - 配合：学校
//! - 时限：2026年12月底
//!
//! ## 措施：改造校舍
//! - 牵头：县财政局
//! - 配合：学校
//! - 时限：2026年12月底
//!
//! ## 措施：配齐设备
//! - 牵头：县财政局
//! - 配合：学校
//! - 时限：2026年12月底
//!
//! ## 措施：规范办学
//! - 牵头：县教育局
//! - 配合：学校
//! - 时限：2026年12月底
//!
//! ## 措施：开展监测
//! - 牵头：教研室
//! - 配合：学校
//! - 时限：2026年12月底
//!
//! ## 措施：资助学生
//! - 牵头：县财政局
//! - 配合：学校
//! - 时限：2026年12月底
//!
//! ## 措施：改进评价
//! - 牵头：县教育局
//! - 配合：学校
//! - 时限：2026年12月底
//! ```
//!
//! ## 依据 · Source
//! C155；责任均衡

use std::collections::BTreeMap;

use crate::check::nesting::outward;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::{Holder, Measure, OwnerKind, Plan};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "R031",
    name: "owner_overloaded",
    severity: Severity::Info,
    at_issue: Severity::Info,
    text: include_str!("owner_overloaded.rs"),
    run,
};

/// From so many measures on the spread can be judged.
const MANY: usize = 8;
/// More than so many of a hundred on one lead is nearly all.
const NEARLY_ALL: usize = 90;

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    let outermost: Vec<_> = plan.measures.iter().filter(|measure| is_outermost(plan, measure)).collect();
    let mut counts = BTreeMap::new();
    for lead in outermost.iter().filter_map(|measure| measure.lead.value.first()) {
        if let Some(id) = lead.target() {
            counts.entry(id).or_insert((lead.span, 0_usize)).1 += 1;
        }
    }
    let organs =
        plan.owners.iter().filter(|owner| owner.kind == OwnerKind::Organ && !owner.is_class && plan.is_own(owner.span));
    let all = outermost.len();
    let Some((id, (span, count))) = counts.into_iter().max_by_key(|(_, (_, count))| *count) else { return };
    let is_its_own = plan.answerable().any(|owner| owner.target() == Some(id));
    if all < MANY || count * 100 <= all * NEARLY_ALL || organs.count() < 3 || is_its_own {
        return;
    }
    let name = &plan.owners[id].name.value;
    let message = text!(
        zh: "{all}项措施中有{count}项由“{name}”一家牵头",
        en: "“{name}” leads {count} of the {all} measures"
    );
    out.push(RULE.finding(span, message).help(text!(
        zh: "经费、人事、场地等事项由主管部门牵头；确由一家承担的，方案的“责任”也写它",
        en: "let the departments in charge lead what is theirs; if one does it all, let it answer for the plan"
    )));
}

fn is_outermost(plan: &Plan, measure: &Measure) -> bool {
    outward(plan, measure.holder).all(|holder| !matches!(holder, Holder::Measure(_)))
}

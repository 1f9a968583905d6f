//! 下属单位牵头，要别的部门配合 · A unit that directs departments above its rank
//!
//! ## 中文
//! 教育局下属的教研室，调不动与教育局平级的财政局。要平级部门配合的，由主管部门牵头。
//!
//! ## English
//! A unit below the education bureau cannot direct the finance bureau, which ranks with its superior. Let the
//! superior lead.
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
//! ## 措施：保障教研经费
//! - 牵头：教研室
//! - 配合：县财政局、学校
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
//! ## 措施：保障教研经费
//! - 牵头：县教育局
//! - 配合：县财政局、教研室
//! - 时限：2026年12月底
//!
//! ## 措施：改进教研
//! - 牵头：教研室
//! - 配合：学校
//! - 时限：2026年12月底
//! ```
//!
//! ## 依据 · Source
//! C31、C157；权责错位

use crate::check::owners::{Led, led, superiors};
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::OwnerKind;
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "R030",
    name: "helper_outranks_lead",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("helper_outranks_lead.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    for Led { lead, organ, helpers } in led(plan) {
        let above: Vec<_> = superiors(plan, organ).collect();
        let Some((direct, higher)) = above.split_first() else { continue };
        for helper in helpers {
            let Some(other) = helper.target() else { continue };
            let owner = &plan.owners[other];
            // Who stands right below a higher superior ranks with the lead's own superior.
            let is_higher = owner.superior().is_some_and(|superior| higher.contains(&superior));
            if !is_higher || above.contains(&other) || owner.kind != OwnerKind::Organ || owner.is_class {
                continue;
            }
            let (name, lead_name, boss) = (&helper.text, &lead.text, &plan.owners[*direct].name.value);
            let message = text!(
                zh: "“{lead_name}”是“{boss}”的下属单位，不宜牵头协调与“{boss}”平级的“{name}”",
                en: "“{lead_name}” stands under “{boss}” and is not placed to lead “{name}”, which ranks with “{boss}”"
            );
            let found = RULE.finding(helper.span, message);
            let found = found.related(lead.span, text!(zh: "牵头单位", en: "the lead"));
            out.push(found.help(text!(
                zh: "由“{boss}”牵头，“{lead_name}”列入配合",
                en: "let “{boss}” lead, with “{lead_name}” as a helper"
            )));
        }
    }
}

//! 越级报送 · A report past one’s own superior
//!
//! ## 中文
//! 报送一级报一级。下级直接报上级的上级，主管部门就不掌握情况。经主管部门汇总的，写成三段。校长代表学校报送，不算越级。
//!
//! ## English
//! Reports go to one’s own superior. One that is passed over knows nothing of them: name it in the
//! path. The head of a school
//! speaks for the school and goes past nobody.
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
//! ## 措施：控辍保学
//! - 牵头：县教育局
//! - 配合：教研室、县财政局
//! - 时限：2026年12月底
//! - 报送：控辍台账，学校 → 县政府，每学期
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
//! ## 措施：控辍保学
//! - 牵头：县教育局
//! - 配合：教研室、县财政局
//! - 时限：2026年12月底
//! - 报送：控辍台账，学校 → 县教育局 → 县政府，每学期
//! ```
//!
//! ## 依据 · Source
//! 汇报对象；《党政机关公文处理工作条例》第十四条

use crate::check::owners::{Step, report_steps, superiors};
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::{Id, Owner, OwnerKind};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "R034",
    name: "report_skips",
    severity: Severity::Info,
    at_issue: Severity::Warning,
    text: include_str!("report_skips.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    for step in report_steps(plan) {
        let Step { what, pair, from, to } = step;
        let above: Vec<_> = superiors(plan, from).collect();
        let Some(at) = above.iter().position(|id| *id == to) else { continue };
        let organ = above[..at].iter().find(|id| plan.owners[**id].kind == OwnerKind::Organ);
        // The head of an organ speaks for it.
        let is_its_head =
            |organ: Id<Owner>| plan.owners[from].kind == OwnerKind::Post && plan.owners[from].superior() == Some(organ);
        let Some(organ) = organ.filter(|organ| !is_its_head(**organ)) else { continue };
        let (one, other, left) = (&pair[0].text, &pair[1].text, &plan.owners[*organ].name.value);
        let message = text!(
            zh: "“{what}”由“{one}”直接报“{other}”，越过了主管的“{left}”",
            en: "“{one}” reports “{what}” to “{other}”, past its own superior “{left}”"
        );
        out.push(RULE.finding(step.span(), message).help(text!(
            zh: "写成：{one} → {left} → {other}",
            en: "write {one} → {left} → {other}"
        )));
    }
}

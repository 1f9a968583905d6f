//! 前置互相等待 · Steps that wait for each other
//!
//! ## 中文
//! 甲等乙、乙等丙、丙又等甲，哪一项都无法开始。按实际先后去掉其中一条“前置”或“依托”。循环往复的工作（备课、上课、
//! 总结、再备课）写成“每学期”之类的经常性工作，不写成前置。
//!
//! ## English
//! If one step waits for a second, the second for a third and the third for the first, none can begin. Drop one of the
//! edges. Work that goes round (prepare, teach, review, prepare again) is a duty that comes round, not a dependency.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：某县义务教育提质方案
//! # 主体
//! - 教育局
//!
//! ## 主要任务
//! - 牵头：教育局
//! - 时限：2018-2019学年
//! ### 措施 集体备课：集体备课
//! - 前置：总结补救
//! ### 措施 研讨课：上研讨课
//! - 前置：集体备课
//! ### 措施 总结补救：总结得失
//! - 前置：研讨课
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：某县义务教育提质方案
//! # 主体
//! - 教育局
//!
//! ## 主要任务
//! - 牵头：教育局
//! - 时限：2018-2019学年
//! ### 措施 集体备课：集体备课
//! ### 措施 研讨课：上研讨课
//! - 前置：集体备课
//! ### 措施 总结补救：总结得失
//! - 前置：研讨课
//! ```
//!
//! ## 依据 · Source
//! 前置、依托构成有向无环图

use crate::check::steps::{self, Bond, Edge};
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::Plan;
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "G001",
    name: "dependency_cycle",
    severity: Severity::Error,
    at_issue: Severity::Error,
    text: include_str!("dependency_cycle.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    out.extend(steps::rings(context.edges()).iter().filter_map(|ring| finding(context.plan, ring)));
}

fn finding(plan: &Plan, path: &[&Edge]) -> Option<Diagnostic> {
    let first = path.first()?;
    let names: Vec<&str> = path.iter().map(|edge| steps::name(plan, edge.from).value.as_str()).collect();
    let start = names[0];
    if path.len() == 1 {
        let message =
            text!(zh: "“{start}”把自己列为前置，永远无法开始", en: "“{start}” waits for itself and can never begin");
        let help = text!(zh: "去掉这一条，或者改成真正在先的那一项", en: "drop it, or name what really comes first");
        return Some(RULE.finding(first.reference.span, message).help(help));
    }
    let round = format!("{} → {start}", names.join(" → "));
    let message = text!(
        zh: "前置成环，互相等待：{round}（箭头指向所等的一项）",
        en: "these wait for each other: {round} (arrows point to what is waited for)"
    );
    let mut finding = RULE.finding(first.reference.span, message);
    for edge in path {
        let (from, to) = (&steps::name(plan, edge.from).value, &steps::name(plan, edge.to).value);
        let words = match edge.bond {
            Bond::After => text!(zh: "“{from}”以“{to}”为前置", en: "“{from}” comes after “{to}”"),
            Bond::BuildsOn => text!(zh: "“{from}”依托“{to}”", en: "“{from}” builds on “{to}”"),
        };
        finding = finding.related(edge.reference.span, words);
    }
    Some(finding.help(text!(
        zh: "按实际先后去掉其中一条；循环往复的工作写成“每学期”之类的经常性工作",
        en: "drop one of them; work that goes round is a duty such as 每学期, not a dependency"
    )))
}

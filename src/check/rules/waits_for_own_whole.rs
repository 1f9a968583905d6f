//! 措施等待自己的总项或分项 · A measure that waits for what it is part of
//!
//! ## 中文
//! 分项不做完，总项就没有做完；分项又要等总项做完才开始，两项都无法完成。总项也不能以自己的分项为前置：分项本来就
//! 在总项之中。
//!
//! ## English
//! A whole is not finished until its parts are, so a part that waits for its whole never begins. Nor does a whole come
//! after its own part: the part is some of its work.
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
//! ### 措施 质量监测：实施教学质量监测
//! - 措施 监测办法：制定监测办法
//!   - 前置：质量监测
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
//! ### 措施 质量监测：实施教学质量监测
//! - 措施 监测办法：制定监测办法
//! - 措施 学校抽测：开展抽测
//!   - 前置：监测办法
//! ```
//!
//! ## 依据 · Source
//! 前置、依托构成有向无环图

use crate::check::steps::{self, Bond};
use crate::check::{Context, Rule, nesting};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::{Plan, Step};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "G002",
    name: "waits_for_own_whole",
    severity: Severity::Error,
    at_issue: Severity::Error,
    text: include_str!("waits_for_own_whole.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    let is_step = |step| matches!(step, Step::Measure(_) | Step::Phase(_));
    let edges = context.edges().iter();
    for edge in edges.filter(|edge| edge.bond == Bond::After && edge.from != edge.to && is_step(edge.to)) {
        let (from, to) = (steps::name(plan, edge.from), steps::name(plan, edge.to));
        let (waiting, awaited) = (&from.value, &to.value);
        let message = if is_in(plan, edge.from, edge.to) {
            text!(
                zh: "“{waiting}”是“{awaited}”的一部分，不能等它做完才开始",
                en: "“{waiting}” is part of “{awaited}” and cannot wait until that is finished"
            )
        } else if is_in(plan, edge.to, edge.from) {
            text!(
                zh: "“{awaited}”是“{waiting}”的一部分，不能列为它的前置",
                en: "“{awaited}” is part of “{waiting}” and cannot come before it"
            )
        } else {
            continue;
        };
        let place = text!(zh: "“{awaited}”在这里", en: "“{awaited}” is here");
        out.push(RULE.finding(edge.reference.span, message).related(to.span, place).help(text!(
            zh: "去掉这条前置，或者把两项并列",
            en: "drop it, or put the two beside each other"
        )));
    }
}

/// Whether `part` is nested in `whole`.
fn is_in(plan: &Plan, part: Step, whole: Step) -> bool {
    nesting::outward(plan, part.holder()).skip(1).any(|holder| holder == whole.holder())
}

//! 后项早于前项 · A step due before what it waits for
//!
//! ## 中文
//! 写了“前置”，前项完成后才能做后项。后项的时限比前项还早，或者前项还没到期后项就已开始，次序和时间必有一个写错。
//! “依托”只要求对方已经存在，不比时间。
//!
//! ## English
//! What comes after (前置) another is done once that is finished. If it is due earlier, or begins before the other can
//! be finished, either the order or a time is wrong. 依托 asks only that the other exists, and is not compared.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：某县义务教育提质方案
//! # 主体
//! - 教育局
//!
//! ## 主要任务
//! - 牵头：教育局
//! ### 措施 学校方案：各校制定实施方案
//! - 时限：2018年6月30日
//! ### 措施 逐年目标：各校明确逐年目标
//! - 前置：学校方案
//! - 时限：2018年2月28日
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
//! ### 措施 学校方案：各校制定实施方案
//! - 时限：2018年1月31日
//! ### 措施 逐年目标：各校明确逐年目标
//! - 前置：学校方案
//! - 时限：2018年2月28日
//! ```
//!
//! ## 依据 · Source
//! 前置与时限互相印证

use std::cell::LazyCell;
use std::collections::BTreeSet;

use crate::calendar::When;
use crate::check::steps::{self, Bond, Edge};
use crate::check::{Context, Rule, nesting, times};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::{Plan, Step};
use crate::source::Span;
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "G003",
    name: "due_before_predecessor",
    severity: Severity::Error,
    at_issue: Severity::Error,
    text: include_str!("due_before_predecessor.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    let edges = context.edges();
    // What waits for itself is told as such, whatever its times; few plans need to be asked.
    let in_rings: LazyCell<BTreeSet<Step>, _> =
        LazyCell::new(|| steps::rings(edges).into_iter().flatten().map(|edge| edge.from).collect());
    let is_ring = |edge: &Edge| in_rings.contains(&edge.from) && in_rings.contains(&edge.to);
    for edge in edges.iter().filter(|edge| edge.bond == Bond::After) {
        let Some((done, done_span)) = steps::due(plan, edge.to) else { continue };
        let Some(end) = times::ending(done) else { continue };
        // Few steps are before what they come after: of those alone the rest is asked.
        let is_own = |(when, _): &(&When, Span)| !context.is_outside_plan(when);
        let due = steps::due(plan, edge.from).filter(|(when, _)| times::is_over_before(when, end.first));
        let due = due.filter(is_own);
        let start = steps::start(plan, edge.from).filter(|(when, _)| times::begins_before(when, end.first));
        let start = start.filter(is_own);
        let (later, earlier) = (&steps::name(plan, edge.from).value, &steps::name(plan, edge.to).value);
        let (span, message) = match (due, start) {
            (Some((when, span)), _) => (
                span,
                text!(
                    zh: "“{later}”的时限（{when}）早于它的前置“{earlier}”（{done}）",
                    en: "“{later}” is due ({when}) before “{earlier}”, which it comes after ({done})"
                ),
            ),
            (None, Some((when, span))) => (
                span,
                text!(
                    zh: "“{later}”{when}就开始，早于它的前置“{earlier}”完成（{done}）",
                    en: "“{later}” begins ({when}) before “{earlier}”, which it comes after, is done ({done})"
                ),
            ),
            (None, None) => continue,
        };
        if context.is_outside_plan(done) || is_nested(plan, edge) || is_ring(edge) {
            continue;
        }
        let finding = RULE.finding(span, message);
        let place = text!(zh: "“{earlier}”的时间在这里", en: "the time of “{earlier}” is here");
        let edge_place = text!(zh: "前置写在这里", en: "the order is written here");
        out.push(finding.related(edge.reference.span, edge_place).related(done_span, place).help(text!(
            zh: "推后“{later}”的时间，提前“{earlier}”的时间，或者改前置",
            en: "put “{later}” off, bring “{earlier}” forward, or change the order"
        )));
    }
}

/// Whether one of the two is part of the other, which is told as such.
fn is_nested(plan: &Plan, edge: &Edge) -> bool {
    let (from, to) = (edge.from.holder(), edge.to.holder());
    nesting::outward(plan, from).any(|holder| holder == to) || nesting::outward(plan, to).any(|holder| holder == from)
}

//! 目标互相支撑成圈 · Goals that serve each other
//!
//! ## 中文
//! 目标支撑上一级目标，最后归到总目标。互相支撑，就说不清谁是谁的目的。
//!
//! ## English
//! A goal serves a higher one. Goals that serve each other in a ring have no end.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! # 主体
//! - 县政府：澜平县人民政府
//!   - 县教育局：澜平县教育局
//!
//! ## 目标 甲：提高质量
//! - 支撑：乙
//! - 指标：合格率 不低于95%，到2028年
//!
//! ## 目标 乙：建强队伍
//! - 支撑：甲
//! - 指标：培训 200人，到2028年
//!
//! ## 措施：培训教师
//! - 支撑：乙
//! - 牵头：县教育局
//! - 时限：2026年12月底
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! # 主体
//! - 县政府：澜平县人民政府
//!   - 县教育局：澜平县教育局
//!
//! ## 目标 甲：提高质量
//! - 指标：合格率 不低于95%，到2028年
//!
//! ## 目标 乙：建强队伍
//! - 支撑：甲
//! - 指标：培训 200人，到2028年
//!
//! ## 措施：培训教师
//! - 支撑：乙
//! - 牵头：县教育局
//! - 时限：2026年12月底
//! ```
//!
//! ## 依据 · Source
//! 目标支撑构成有向无环图

use std::collections::BTreeMap;

use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::graph::order::cycles;
use crate::plan::Plan;
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "G020",
    name: "goals_in_circle",
    severity: Severity::Error,
    at_issue: Severity::Error,
    text: include_str!("goals_in_circle.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    let edges = edges(plan);
    let pairs: Vec<_> = edges.keys().copied().collect();
    let names: Vec<_> = plan.goals.iter().map(|goal| goal.title.value.as_str()).collect();
    for path in cycles(plan.goals.len(), &pairs) {
        let next = path.iter().cycle().skip(1);
        let places: Vec<_> = path.iter().zip(next).filter_map(|(from, to)| edges.get(&(*from, *to))).collect();
        let Some((first, rest)) = places.split_first() else { continue };
        let ring = path.iter().chain(path.first()).map(|goal| names[*goal]).collect::<Vec<_>>().join(" → ");
        let message = text!(zh: "目标互相支撑成圈：{ring}", en: "goals serve each other in a ring: {ring}");
        let found = rest.iter().fold(RULE.finding(**first, message), |found, place| {
            found.related(**place, text!(zh: "又支撑到这里", en: "and this serves on"))
        });
        out.push(found.help(text!(zh: "去掉其中一条“支撑”", en: "take one 支撑 out of the ring")));
    }
}

/// Which goal serves which, by their numbers, and where it is written.
fn edges(plan: &Plan) -> BTreeMap<(usize, usize), crate::source::Span> {
    let mut edges = BTreeMap::new();
    for (id, goal) in plan.goals.entries() {
        for served in &goal.serves.value {
            if let Some(to) = served.target() {
                edges.entry((id.index(), to.index())).or_insert(served.span);
            }
        }
    }
    edges
}

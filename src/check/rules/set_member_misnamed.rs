//! 清单里的名称与别处差几个字 · A member of a set that is almost the name of something else
//!
//! ## 中文
//! 清单里写“校长绩效奖励基金”，经费叫“校长绩效考核奖励基金”，读的人不知道是一项还是两项。写成一样。
//!
//! ## English
//! A set has 校长绩效奖励基金 and the fund is called 校长绩效考核奖励基金: one thing or two? Call it by one name.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：澜平县义务教育提质方案
//! ## 经费保障
//! - 经费：校长绩效考核奖励基金 10万元，每年
//! - 经费：中考质量奖励资金 20万元，每年
//! - 清单 两项资金，2项：校长绩效奖励基金、中考质量奖励资金
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：澜平县义务教育提质方案
//! ## 经费保障
//! - 经费：校长绩效考核奖励基金 10万元，每年
//! - 经费：中考质量奖励资金 20万元，每年
//! - 清单 两项资金，2项：校长绩效考核奖励基金、中考质量奖励资金
//! ```
//!
//! ## 依据 · Source
//! 术语不一

use std::collections::BTreeSet;

use crate::check::likeness::more_inside;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::Plan;
use crate::source::Spanned;
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "G015",
    name: "set_member_misnamed",
    severity: Severity::Info,
    at_issue: Severity::Warning,
    text: include_str!("set_member_misnamed.rs"),
    run,
};

/// More names than this are not compared, so that the cost stays linear.
const MOST: usize = 500;

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    let names = names(plan);
    let known: BTreeSet<&str> = names.iter().map(|name| name.value.as_str()).collect();
    let members = plan.sets.iter().flat_map(|set| &set.members).filter(|member| !member.is_hole);
    for member in members.filter(|member| member.thing.is_none() && !known.contains(member.text.as_str())) {
        let Some((name, more)) = names.iter().find_map(|name| Some((name, more_inside(&name.value, &member.text)?)))
        else {
            continue;
        };
        let (said, other) = (&member.text, &name.value);
        let message = text!(
            zh: "清单写“{said}”，别处叫“{other}”，只差“{more}”",
            en: "the set has “{said}”, elsewhere it is “{other}”: only “{more}” tells them apart"
        );
        let found = RULE.finding(member.span, message);
        let found = found.related(name.span, text!(zh: "“{other}”在这里", en: "“{other}” is here"));
        out.push(found.help(text!(zh: "是一样东西就写成一个名称", en: "call it by one name if it is one thing")));
    }
}

/// The names of what a set may list: money, measures, goals and phases.
fn names(plan: &Plan) -> Vec<&Spanned<String>> {
    let funds = plan.funds.iter().map(|fund| &fund.name);
    let measures = plan.measures.iter().flat_map(|measure| [&measure.name, &measure.title]);
    let goals = plan.goals.iter().flat_map(|goal| [&goal.name, &goal.title]);
    let phases = plan.phases.iter().flat_map(|phase| [&phase.name, &phase.title]);
    funds.chain(measures).chain(goals).chain(phases).take(MOST).collect()
}

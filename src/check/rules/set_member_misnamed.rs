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

use crate::check::likeness::more_inside;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::{OutputKind, Plan};
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

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    for member in plan.sets.iter().flat_map(|set| &set.members).filter(|member| !member.is_hole) {
        let names = if member.is_document { documents(plan) } else { funds(plan) };
        if member.thing.is_some() || names.iter().any(|name| name.value == member.text) {
            continue;
        }
        let near = names.iter().find_map(|name| Some((name, more_inside(name.value, &member.text)?)));
        let Some((name, more)) = near else { continue };
        let (said, other) = (&member.text, name.value);
        let message = text!(
            zh: "清单写“{said}”，别处叫“{other}”，只差“{more}”",
            en: "the set has “{said}”, elsewhere it is “{other}”: only “{more}” tells them apart"
        );
        let found = RULE.finding(member.span, message);
        let found = found.related(name.span, text!(zh: "“{other}”在这里", en: "“{other}” is here"));
        out.push(found.help(text!(zh: "是一样东西就写成一个名称", en: "call it by one name if it is one thing")));
    }
}

/// More names than this are not compared, so that the cost stays bounded.
const MOST: usize = 100;

/// What measures are called may be cut short in a set; what money is called may not.
fn funds(plan: &Plan) -> Vec<Spanned<&str>> {
    let names = plan.funds.iter().map(|fund| &fund.name);
    names.take(MOST).map(|name| Spanned::new(name.value.as_str(), name.span)).collect()
}

fn documents(plan: &Plan) -> Vec<Spanned<&str>> {
    let outputs = plan.measures.iter().flat_map(|measure| &measure.outputs);
    let outputs = outputs.filter(|output| output.kind == OutputKind::Document);
    let outputs = outputs.map(|output| Spanned::new(output.text.as_str(), output.span));
    let cited = plan.bases.iter().map(|basis| Spanned::new(basis.title.value.as_str(), basis.title.span));
    outputs.chain(cited).take(MOST).collect()
}

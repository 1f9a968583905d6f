//! 领导小组成立了两次 · A leading group founded twice
//!
//! ## 中文
//! “组织领导”一节说学校成立领导小组，实施步骤里又写“成立领导小组”，到底什么时候成立、由谁成立，两处说法要一致。留一处，
//! 另一处写“召开领导小组会议”之类。
//!
//! ## English
//! One chapter says that the leading group is founded, and a step of the plan founds it again: when is it there? Say it in
//! one place.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：澜平县第一小学教学质量提升方案
//!
//! # 主体
//! - 学校：澜平县第一小学
//!   - 校长，岗位
//!   - 教务主任，岗位
//!   - 教务处
//!   - 领导小组：教学质量提升领导小组，小组
//!     - 组长：校长
//!     - 成员：教务处、教务主任
//!     - 办公室：教务处
//!
//! ## 组织领导
//! 学校成立教学质量提升领导小组。
//!
//! ## 实施步骤
//! ### 阶段：启动，2026年3月
//! 召开动员会，成立领导小组。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：澜平县第一小学教学质量提升方案
//!
//! # 主体
//! - 学校：澜平县第一小学
//!   - 校长，岗位
//!   - 教务主任，岗位
//!   - 教务处
//!   - 领导小组：教学质量提升领导小组，小组
//!     - 组长：校长
//!     - 成员：教务处、教务主任
//!     - 办公室：教务处
//!
//! ## 组织领导
//! 学校成立教学质量提升领导小组。
//!
//! ## 实施步骤
//! ### 阶段：启动，2026年3月
//! 召开动员会和领导小组第一次会议。
//! ```
//!
//! ## 依据 · Source
//! 次序时限

use std::ops::Range;

use crate::check::nesting::outward;
use crate::check::texts::prose_in;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::{Holder, Plan};
use crate::source::Spanned;
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "R044",
    name: "group_founded_twice",
    severity: Severity::Info,
    at_issue: Severity::Info,
    text: include_str!("group_founded_twice.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    // With two groups nobody can tell which one is meant.
    let mut groups = plan.owners.iter().filter(|owner| owner.seats.is_some());
    let (Some(group), None) = (groups.next(), groups.next()) else { return };
    let chapters = plan.sections.iter().flat_map(|section| prose_in(&section.body));
    let Some(first) = chapters.filter_map(|words| Some((words, founding(words.value)?))).next() else { return };
    let Some((words, at)) = in_steps(plan).into_iter().find_map(|words| Some((words, founding(words.value)?))) else {
        return;
    };
    let (name, said) = (&group.name.value, &words.value[at.clone()]);
    let message = text!(
        zh: "“{name}”前面已经成立，这里又写“{said}”",
        en: "“{name}” is founded elsewhere, and here again: “{said}”"
    );
    let place = context.part(first.0, first.1);
    let found = RULE.finding(context.part(words, at), message);
    let found = found.related(place, text!(zh: "这里已经说成立", en: "it is founded here"));
    out.push(found.help(text!(
        zh: "留一处，另一处写领导小组要做的事，如“召开领导小组会议”",
        en: "say it in one place, and in the other what the group does"
    )));
}

/// The words of the steps in time: titles of measures below a phase, then the prose of phases.
fn in_steps(plan: &Plan) -> Vec<Spanned<&str>> {
    let is_step = |holder: Holder| outward(plan, holder).any(|at| matches!(at, Holder::Phase(_)));
    let measures: Vec<_> = plan.measures.iter().filter(|measure| is_step(measure.holder)).collect();
    let titles = measures.iter().map(|measure| Spanned::new(measure.title.value.as_str(), measure.title.span));
    let below = measures.iter().flat_map(|measure| prose_in(&measure.body));
    titles.chain(below).chain(plan.phases.iter().flat_map(|phase| prose_in(&phase.body))).collect()
}

/// Where some words found a leading group: 成立…领导小组 within one clause.
fn founding(words: &str) -> Option<Range<usize>> {
    const VERBS: [&str; 4] = ["成立", "设立", "组建", "建立"];
    const GROUP: &str = "领导小组";
    const NEAR: usize = 24;
    words.match_indices(GROUP).find_map(|(at, group)| {
        let clause = words[..at].rfind(['，', '。', '；', '、', '：']).map_or(0, |mark| mark + '，'.len_utf8());
        let verb = VERBS.iter().filter_map(|verb| words[clause..at].rfind(verb)).max()? + clause;
        let is_near = words[verb..at].chars().count() <= NEAR;
        let is_office = words[at + group.len()..].starts_with("办公室");
        (is_near && !is_office).then(|| verb..at + group.len())
    })
}

//! 阶段没有起止时间 · A phase without a time
//!
//! ## 中文
//! 分了阶段，就要写明每个阶段从什么时候到什么时候；没有时间的阶段，到期该做完什么无从说起。一时定不下来的写“待定”。
//!
//! ## English
//! A phase is a stretch of time: without one nobody can say what is due when. Write 待定 while it is not settled.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：某县义务教育提质方案
//!
//! ## 实施步骤
//! ### 阶段：动员阶段，2018年1月至2018年2月
//! ### 阶段：实施阶段
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：某县义务教育提质方案
//!
//! ## 实施步骤
//! ### 阶段：动员阶段，2018年1月至2018年2月
//! ### 阶段：实施阶段，2018年3月至2018年12月
//! ```
//!
//! ## 依据 · Source
//! C167；期限缺失

use crate::check::nesting::outward;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::{Holder, Phase, Plan, time_in_english};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "D039",
    name: "phase_undated",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("phase_undated.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    let undated: Vec<&Phase> = plan.phases.iter().filter(|phase| is_undated(plan, phase)).collect();
    for (at, first) in undated.iter().enumerate() {
        if undated[..at].iter().any(|before| before.holder == first.holder) {
            continue;
        }
        let name = &first.title.value;
        let message = match undated.iter().filter(|phase| phase.holder == first.holder).count() {
            1 => text!(zh: "阶段“{name}”没有起止时间", en: "phase “{name}” has no time"),
            count => text!(
                zh: "“{name}”等{count}个阶段没有起止时间",
                en: "{count} phases have no time, “{name}” first among them"
            ),
        };
        let english = name.rsplit_once(',').and_then(|(_, words)| time_in_english(words));
        // 验收2028年11月: the comma before its time is missing.
        let glued = name.find(|sign: char| sign.is_ascii_digit()).map(|at| name.split_at(at));
        let glued = glued.filter(|(head, time)| !head.is_empty() && is_time(time));
        if let Some((head, time)) = glued {
            let help = text!(
                zh: "时间前面要有逗号：“{head}，{time}”",
                en: "a comma stands before its time: {head}, {time}"
            );
            out.push(RULE.finding(first.title.span, message).help(help));
            continue;
        }
        let help = match english {
            Some(time) => text!(
                zh: "时间写成“{time}”，别的阶段也一样",
                en: "a time is written with 年, 月 and 日, here {time}; so for the others"
            ),
            None => text!(
                zh: "在阶段名称后写上起止，如“，2018年3月至2018年8月”；还没定的写“，待定”",
                en: "write its time behind the title, such as ，2018年3月至2018年8月, or 待定 while it is open"
            ),
        };
        out.push(RULE.finding(first.title.span, message).help(help));
    }
}

/// Whether words look like a time: 2028年11月至12月.
fn is_time(words: &str) -> bool {
    words.contains(['年', '月']) && words.ends_with(['年', '月', '日', '底', '末', '旬', '初'])
}

/// Whether neither it nor a phase that encloses it says when.
fn is_undated(plan: &Plan, phase: &Phase) -> bool {
    let is_unread = plan.unread.iter().any(|line| line.span == phase.span);
    let is_inside_dated =
        outward(plan, phase.holder).any(|holder| matches!(holder, Holder::Phase(id) if plan.phases[id].time.is_some()));
    phase.time.is_none() && !is_unread && !is_inside_dated
}

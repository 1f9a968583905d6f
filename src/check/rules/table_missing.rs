//! 正文说“见下表”，却没有表 · A table that is not there
//!
//! ## 中文
//! 正文写“如下表”“详见附表”，就要有表。
//!
//! ## English
//! Where the text refers to a table, there is one.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! 各年度任务如下表。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! 各年度任务如下表。
//!
//! - 指标：新建幼儿园
//!   | 区域 | 2026年 | 2027年 |
//!   |---|---|---|
//!   | 全县 | 12所 | 10所 |
//! ```
//!
//! ## 依据 · Source
//! C140

use crate::check::texts::prose;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::Plan;
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "F076",
    name: "table_missing",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("table_missing.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    if has_tables(context.plan) {
        return;
    }
    for words in prose(context.plan) {
        let Some((at, phrase)) = PHRASES.iter().find_map(|phrase| Some((words.value.find(phrase)?, *phrase))) else {
            continue;
        };
        let message = text!(zh: "正文写“{phrase}”，文件里没有表", en: "the text says {phrase}, but there is no table");
        out.push(RULE.finding(context.part(words, at..at + phrase.len()), message).help(text!(
            zh: "补上表，或者删去这句话",
            en: "add the table, or remove the words"
        )));
    }
}

/// Words that refer to a table.
const PHRASES: [&str; 7] = ["如下表", "见下表", "见附表", "如附表", "下表所示", "列表如下", "见表"];

fn has_tables(plan: &Plan) -> bool {
    let in_quotas = plan.quotas.iter().any(|quota| quota.table.is_some() || !quota.series.is_empty());
    let in_baselines = plan.baselines.iter().any(|each| each.table.is_some() || !each.series.is_empty());
    let in_funds = plan.funds.iter().any(|fund| fund.table.is_some() || !fund.series.is_empty());
    let attached = plan.attachments.iter().chain(plan.notices.iter().flat_map(|notice| &notice.attachments));
    // What could not be read may have been a table.
    in_quotas || in_baselines || in_funds || !plan.unread.is_empty() || attached.count() > 0 || is_shown(plan)
}

/// Whether a table of the data is put into the text.
fn is_shown(plan: &Plan) -> bool {
    let is_show = |part: &crate::plan::Part| matches!(part, crate::plan::Part::Fact(crate::plan::Fact::Show(_)));
    let sections = plan.sections.iter().flat_map(|section| &section.body);
    plan.body.iter().chain(sections).any(is_show)
}

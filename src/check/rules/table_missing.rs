//! 正文说“见下表”，却没有表 · A table that is not there
//!
//! ## 中文
//! 正文写“如下表”“详见附表”，就要有表。别处有表的，只看“如下表”“见下表”一类：这一节和它下面要有表或者数据。
//!
//! ## English
//! Where the text refers to a table, there is one. With a table elsewhere only words such as 如下表 are
//! looked at: this section then needs a table or data of its own.
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

use std::ops::Range;

use crate::check::pattern::Pattern;
use crate::check::texts::prose_in;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::{Fact, Part, Plan};
use crate::source::Spanned;
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
    let plan = context.plan;
    if context.holding(&FORM).next().is_none() {
        return;
    }
    let has_any = has_tables(plan);
    for (body, is_whole) in bodies(plan) {
        let Some((words, at, phrase)) = referring(body, if has_any { &BELOW } else { &ANY }) else { continue };
        // Where the plan has tables at all, the words are about one that stands below them.
        if has_any && (is_whole || has_table(plan, body)) {
            continue;
        }
        let message = match has_any {
            true => {
                text!(zh: "正文写“{phrase}”，这一节里没有表", en: "the text says {phrase}, but there is no table here")
            }
            false => text!(zh: "正文写“{phrase}”，文件里没有表", en: "the text says {phrase}, but there is no table"),
        };
        out.push(RULE.finding(context.part(words, at), message).help(text!(
            zh: "补上表，或者删去这句话",
            en: "add the table, or remove the words"
        )));
    }
}

/// Words that refer to a table right below.
const BELOW: [&str; 4] = ["如下表", "见下表", "下表所示", "列表如下"];
/// Words that refer to a table somewhere.
const ANY: [&str; 7] = ["如下表", "见下表", "见附表", "如附表", "下表所示", "列表如下", "见表"];

/// One of them; most plans have none.
pub(in crate::check) static FORM: Pattern = Pattern::new(&ANY, "如下表|见下表|见附表|如附表|下表所示|列表如下|见表");

/// Every text, and whether it is that of the plan or a notice: below that everything stands.
fn bodies(plan: &Plan) -> impl Iterator<Item = (&[Part], bool)> {
    let whole = plan.notices.iter().map(|notice| &notice.body).chain([&plan.body]).map(|body| (body.as_slice(), true));
    let sections = plan.sections.iter().map(|section| &section.body);
    let goals = plan.goals.iter().map(|goal| &goal.body);
    let measures = plan.measures.iter().map(|measure| &measure.body);
    let parts = sections.chain(goals).chain(measures).chain(plan.phases.iter().map(|phase| &phase.body));
    whole.chain(parts.map(|body| (body.as_slice(), false)))
}

/// The first words of a text that refer to a table.
fn referring<'a>(body: &'a [Part], phrases: &[&'static str]) -> Option<(Spanned<&'a str>, Range<usize>, &'static str)> {
    prose_in(body).find_map(|words| {
        let (at, phrase) = phrases.iter().find_map(|phrase| Some((words.value.find(phrase)?, *phrase)))?;
        Some((words, at..at + phrase.len(), phrase))
    })
}

/// Whether a text, or what stands below it, has something that may print as a table.
fn has_table(plan: &Plan, body: &[Part]) -> bool {
    body.iter().any(|part| match part {
        Part::Fact(Fact::Quota(_) | Fact::Baseline(_) | Fact::Fund(_) | Fact::Show(_) | Fact::Set(_))
        | Part::Grid(_) => true,
        Part::Fact(_) | Part::Prose(_) => false,
        Part::Section(id) => has_table(plan, &plan.sections[*id].body),
        Part::Goal(id) => has_table(plan, &plan.goals[*id].body),
        Part::Measure(id) => has_table(plan, &plan.measures[*id].body),
        Part::Phase(id) => has_table(plan, &plan.phases[*id].body),
    })
}

fn has_tables(plan: &Plan) -> bool {
    let in_quotas = plan.quotas.iter().any(|quota| quota.table.is_some() || !quota.series.is_empty());
    let in_baselines = plan.baselines.iter().any(|each| each.table.is_some() || !each.series.is_empty());
    let in_funds = plan.funds.iter().any(|fund| fund.table.is_some() || !fund.series.is_empty());
    let attached = plan.attachments.iter().chain(plan.notices.iter().flat_map(|notice| &notice.attachments));
    // What could not be read may have been a table.
    in_quotas || in_baselines || in_funds || !plan.unread.is_empty() || attached.count() > 0 || is_shown(plan)
}

/// Whether a table of the data, or one for reading, is put into the text.
fn is_shown(plan: &Plan) -> bool {
    let is_show = |part: &Part| matches!(part, Part::Fact(Fact::Show(_)) | Part::Grid(_));
    let sections = plan.sections.iter().flat_map(|section| &section.body);
    plan.body.iter().chain(sections).any(is_show)
}

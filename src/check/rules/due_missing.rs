//! 措施没有时限 · A measure without a deadline
//!
//! ## 中文
//! 每项措施要说到哪一天为止，督查才有依据；长期做的写“持续推进”。时限写在上一级标题下面，对其中各项措施都有效；措施有带期限的指标、或写在有起止时间的阶段里的，不再要求。
//!
//! ## English
//! Each measure needs a day by which it is done, or the words that it goes on. A deadline on an enclosing heading holds for
//! every measure below it; a quota with a deadline, or a phase with its time, will do as well.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：某县义务教育提质三年行动方案
//! # 主体
//! - 县政府：某县人民政府
//!   - 教育局：某县教育局
//!     - 学校：各中小学校，各
//! - 家长，公众
//!
//! ## 目标 提质：提升课堂教学质量
//! - 指标：听课 不少于20节，每学期，由“校长”
//!
//! ## 措施：完善听评课制度
//! - 支撑：提质
//! - 牵头：教育局
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：某县义务教育提质三年行动方案
//! # 主体
//! - 县政府：某县人民政府
//!   - 教育局：某县教育局
//!     - 学校：各中小学校，各
//! - 家长，公众
//!
//! ## 目标 提质：提升课堂教学质量
//! - 指标：听课 不少于20节，每学期，由“校长”
//!
//! ## 措施：完善听评课制度
//! - 支撑：提质
//! - 牵头：教育局
//! - 时限：2026年8月31日
//! ```
//!
//! ## 依据 · Source
//! C156

use std::collections::BTreeSet;

use crate::check::measures::lacking;
use crate::check::{Context, Rule, times};
use crate::diagnostic::{Diagnostic, Severity, Text};
use crate::plan::{Holder, Id, Measure, Plan};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "R002",
    name: "due_missing",
    severity: Severity::Warning,
    at_issue: Severity::Error,
    text: include_str!("due_missing.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    let dated = dated_by_quota(plan);
    for lack in lacking(plan, |id, measure| measure.due.is_missing() && !is_dated(plan, id, &dated)) {
        let (Text { zh, en }, place) = (lack.subject(), lack.place());
        let message = text!(zh: "{zh}没有时限", en: "{en} has no deadline");
        let (zh, en) = (place.zh, place.en);
        let (day_zh, day_en) = times::plan_end(plan).map_or_else(
            || ("…".to_owned(), "…".to_owned()),
            |end| (times::in_words(end.value), end.value.to_string()),
        );
        out.push(RULE.finding(lack.span(), message).help(text!(
            zh: "{zh}写“- 时限：{day_zh}”",
            en: "write “- due: {day_en}” {en}"
        )));
    }
}

/// The measures with a quota that is to be met by some time.
fn dated_by_quota(plan: &Plan) -> BTreeSet<Id<Measure>> {
    let dated =
        plan.quotas.iter().filter(|quota| !quota.is_obligation() && (quota.when.is_some() || !quota.series.is_empty()));
    let holders = dated.filter_map(|quota| match quota.holder {
        Holder::Measure(id) => Some(id),
        _ => None,
    });
    holders.collect()
}

/// Whether a quota or a phase says by when, for the measure or for one that encloses it.
fn is_dated(plan: &Plan, mut id: Id<Measure>, dated: &BTreeSet<Id<Measure>>) -> bool {
    loop {
        if dated.contains(&id) {
            return true;
        }
        match plan.measures[id].holder {
            Holder::Measure(above) => id = above,
            Holder::Phase(phase) => return plan.phases[phase].time.is_some(),
            _ => return false,
        }
    }
}

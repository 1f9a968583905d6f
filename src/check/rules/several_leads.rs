//! 牵头单位不止一个 · More than one lead
//!
//! ## 中文
//! 几个单位一起牵头，常常谁也不牵头。定一个牵头，其余写“配合”。各乡镇、各学校一类的主体各自牵
//! 头的，不在此列；与一个部门并列，或者上下级并列的，仍然分不清由谁负总责。用“和”“与”“＋”连起来的
//! （教育局和财政局），是写明两家共同牵头，不提示。
//!
//! ## English
//! Where several lead, often nobody does. Choose one; the others help. Classes of owners that each lead at home are exempt.
//! So are two that are joined by 和, 与, ＋ or “and”: that they lead together is meant.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：某县义务教育提质三年行动方案
//! # 主体
//! - 县政府：某县人民政府
//!   - 教育局：某县教育局
//!     - 学校：各中小学校，各
//!   - 财政局：某县财政局
//! - 家长，公众
//!
//! ## 目标 提质：提升课堂教学质量
//! - 指标：听课 不少于20节，每学期，由“校长”
//!
//! ## 措施：完善听评课制度
//! - 支撑：提质
//! - 牵头：教育局、财政局
//! - 时限：2026年8月31日
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：某县义务教育提质三年行动方案
//! # 主体
//! - 县政府：某县人民政府
//!   - 教育局：某县教育局
//!     - 学校：各中小学校，各
//!   - 财政局：某县财政局
//! - 家长，公众
//!
//! ## 目标 提质：提升课堂教学质量
//! - 指标：听课 不少于20节，每学期，由“校长”
//!
//! ## 措施：完善听评课制度
//! - 支撑：提质
//! - 牵头：教育局
//! - 配合：财政局
//! - 时限：2026年8月31日
//! ```
//!
//! ## 依据 · Source
//! C160

use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::{Link, OwnerRef, Plan};
use crate::source::Span;
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "R006",
    name: "several_leads",
    severity: Severity::Info,
    at_issue: Severity::Info,
    text: include_str!("several_leads.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for list in context.leads() {
        let known: Vec<_> = list.iter().filter(|lead| is_known(lead)).collect();
        // Several classes, each of which leads at home, are no several leads, unless one stands under another.
        let single = known.iter().find(|lead| is_single(context.plan, lead));
        let Some(single) = single.or_else(|| above_another(context.plan, &known)) else { continue };
        let (Some(first), Some(last)) = (known.first(), known.last()) else { continue };
        let is_meant = known.len() == 2 && is_joined(context, first.span, last.span);
        if is_meant || known.iter().all(|lead| lead.text == first.text) {
            continue;
        }
        let (count, name) = (known.len(), &single.text);
        let message = text!(zh: "牵头的有{count}个单位，分不清由谁负总责", en: "{count} owners lead: it is not clear who answers for the whole");
        let label = text!(zh: "这{count}个都是牵头", en: "all {count} lead");
        out.push(RULE.finding(first.span.to(last.span), message).label(label).help(text!(
            zh: "留一个牵头（如“{name}”），其余移到“配合”",
            en: "let one lead, such as “{name}”, and move the others to “with”"
        )));
    }
}

/// Whether it is an owner, not a hole, nor a name that may be a misspelt one.
fn is_known(lead: &OwnerRef) -> bool {
    matches!(lead.link, Link::To(_) | Link::Outside)
}

/// Whether a word that joins stands between two names, and no mark of a list.
fn is_joined(context: &Context, first: Span, last: Span) -> bool {
    let between = first.source == last.source && first.end <= last.start;
    let words = if between {
        context.sources.slice(Span::new(first.source, first.end as usize, last.start as usize))
    } else {
        ""
    };
    ["和", "与", "及", "以及", "＋", "+", "and"].contains(&words.trim())
}

/// Whether it is one owner, not a class of which each leads at home.
fn is_single(plan: &Plan, lead: &OwnerRef) -> bool {
    lead.target().is_none_or(|id| !plan.owners[id].is_class)
}

/// The first of some leads if the next stands under it.
fn above_another<'l, 'p>(plan: &Plan, leads: &'l [&'p OwnerRef]) -> Option<&'l &'p OwnerRef> {
    let is_above = |pair: &&[&OwnerRef]| match (pair[0].target(), pair[1].target()) {
        (Some(one), Some(other)) => one != other && plan.is_under(other, one),
        _ => false,
    };
    leads.windows(2).find(is_above).map(|pair| &pair[0])
}

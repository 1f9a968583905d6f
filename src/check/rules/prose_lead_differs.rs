//! 正文写的牵头单位与数据不符 · A lead in the text that is not that of the data
//!
//! ## 中文
//! 正文写“由县财政局牵头”，数据里牵头的是县教育局，分工表与正文就对不上。
//!
//! ## English
//! If the text says that one owner leads and the data name another, table and text disagree.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! # 主体
//! - 县政府：澜平县人民政府
//!   - 县教育局：澜平县教育局
//!   - 县财政局：澜平县财政局
//!   - 县发展改革局：澜平县发展和改革局
//!
//! ## 措施：改造校舍
//! - 牵头：县教育局
//! - 配合：县财政局、县发展改革局
//! - 时限：2026年12月底
//!
//! 校舍改造由县财政局牵头，分年实施。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! # 主体
//! - 县政府：澜平县人民政府
//!   - 县教育局：澜平县教育局
//!   - 县财政局：澜平县财政局
//!   - 县发展改革局：澜平县发展和改革局
//!
//! ## 措施：改造校舍
//! - 牵头：县教育局
//! - 配合：县财政局、县发展改革局
//! - 时限：2026年12月底
//!
//! 校舍改造由县教育局牵头，分年实施。
//! ```
//!
//! ## 依据 · Source
//! C169；正文、数据互相印证

use std::collections::BTreeMap;
use std::ops::Range;

use crate::check::pattern::Pattern;
use crate::check::texts::prose_in;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::{Holder, Id, Measure, Owner, OwnerRef, Plan};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W908",
    name: "prose_lead_differs",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("prose_lead_differs.rs"),
    run,
};

pub(in crate::check) static LED: Pattern = Pattern::new(&["牵头"], "牵头");

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    if context.holding(&LED).next().is_none() {
        return;
    }
    let plan = context.plan;
    let (names, parts) = (names(plan), parts(plan));
    for (id, measure) in plan.measures.entries().filter(|(_, measure)| !measure.lead.value.is_empty()) {
        for words in prose_in(&measure.body) {
            for (at, owner) in led_by(words.value, &names) {
                let of_parts = parts.get(&id).into_iter().flatten().copied();
                let mut leads = measure.lead.value.iter().chain(of_parts).map(|lead| lead.target());
                let is_one =
                    leads.any(|lead| lead.is_none_or(|lead| plan.is_under(lead, owner) || plan.is_under(owner, lead)));
                if is_one {
                    continue;
                }
                let (name, lead) = (&words.value[at.clone()], &measure.lead.value[0]);
                let stated = &lead.text;
                let message = text!(
                    zh: "正文写由“{name}”牵头，数据里牵头的是“{stated}”",
                    en: "the text says that “{name}” leads, the data “{stated}”"
                );
                let found = RULE.finding(context.part(words, at), message);
                let found = found.related(lead.span, text!(zh: "牵头单位在这里", en: "the lead is here"));
                out.push(found.help(text!(zh: "核对后改成一致", en: "find out who leads, and make them agree")));
            }
        }
    }
}

fn names(plan: &Plan) -> BTreeMap<&str, Id<Owner>> {
    let all = plan.owners.entries().flat_map(|(id, owner)| {
        let names = [&owner.name].into_iter().chain(&owner.full_name).chain(&owner.aliases);
        names.map(move |name| (name.value.as_str(), id))
    });
    all.filter(|(name, _)| name.chars().count() >= 2).collect()
}

/// The owners of whom some words say that they lead: 由…牵头.
fn led_by(words: &str, names: &BTreeMap<&str, Id<Owner>>) -> Vec<(Range<usize>, Id<Owner>)> {
    const LEADS: &str = "牵头";
    let found = words.match_indices(LEADS).filter_map(|(end, _)| {
        let head = &words[..end];
        let by = head.char_indices().rev().take(24).find(|(_, sign)| *sign == '由')?.0 + '由'.len_utf8();
        Some((by..end, *names.get(&words[by..end])?))
    });
    found.collect()
}

/// Who leads the parts of each measure.
fn parts(plan: &Plan) -> BTreeMap<Id<Measure>, Vec<&OwnerRef>> {
    let mut leads: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for measure in plan.measures.iter() {
        if let Holder::Measure(whole) = measure.holder {
            leads.entry(whole).or_default().extend(&measure.lead.value);
        }
    }
    leads
}

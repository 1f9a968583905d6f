//! What a plan rests on: `为贯彻落实《…》（…号）《…》，结合实际，制定本方案。`

use crate::plan::Basis;

use super::{bare, listed};

/// Ends of the titles of documents; other bases are words that prose puts in its own way.
const PAPERS: [&str; 22] = [
    "意见", "计划", "办法", "方案", "通知", "规定", "条例", "法", "决定", "纲要", "标准", "细则", "规划", "指南",
    "要点", "决议", "令", "章程", "准则", "规范", "批复", "公报",
];

/// The opening of a plan that has no prose of its own.
pub(in crate::document) fn opening(bases: &[&Basis], paper: &str) -> Option<String> {
    let all = cited(bases);
    (!all.is_empty()).then(|| format!("为贯彻落实{all}，结合实际，制定本{paper}。"))
}

/// With these words the prose of a plan says that it is made.
pub(in crate::document) const ENACTING: &str = "制定本";

/// The bases that the opening of a plan does not name; it is said once only that the plan is made.
pub(in crate::document) fn rest(bases: &[&Basis], is_enacted: bool) -> Option<String> {
    let all = cited(bases);
    let sentence =
        if is_enacted { format!("本方案依据：{all}。") } else { format!("根据{all}，制定本方案。") };
    (!all.is_empty()).then_some(sentence)
}

/// The bases of a part of the plan.
pub(in crate::document) fn sentence(bases: &[&Basis]) -> Option<String> {
    let all = cited(bases);
    (!all.is_empty()).then(|| format!("落实{all}。"))
}

/// Whether it is a document, not words like 全会精神.
pub(in crate::document) fn is_paper(basis: &Basis) -> bool {
    let title = title(basis);
    let stem = title.rfind('（').filter(|_| title.ends_with('）')).map_or(title, |at| &title[..at]);
    basis.number.is_some() || PAPERS.iter().any(|end| stem.ends_with(end))
}

/// The title without 《》.
pub(in crate::document) fn title(basis: &Basis) -> &str {
    bare(&basis.title.value)
}

/// Whether it is still to be found: 待定, ?.
fn is_open(basis: &Basis) -> bool {
    let title = basis.title.value.trim();
    matches!(title, "待定" | "tbd") || title.starts_with(['?', '？'])
}

fn cited(bases: &[&Basis]) -> String {
    listed(bases.iter().filter(|basis| !is_open(basis)).map(|basis| {
        let number = basis.number.as_ref().map(|number| format!("（{}）", number.value)).unwrap_or_default();
        if is_paper(basis) { format!("《{}》{number}", title(basis)) } else { title(basis).to_owned() }
    }))
}

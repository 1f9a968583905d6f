//! What a plan rests on: `为贯彻落实《…》（…号）《…》，结合实际，制定本方案。`

use crate::plan::Basis;
use crate::source::Spanned;

use super::{bare, listed};
use crate::document::wording::Wording;

/// The opening of a plan that has no prose of its own.
pub(in crate::document) fn opening(words: &Wording, bases: &[&Basis], paper: &str) -> Option<String> {
    (!bases.is_empty()).then(|| words.basis_opening(&cited(bases), paper))
}

/// With these words the prose of a plan says that it is made.
pub(in crate::document) const ENACTING: &str = "制定本";

/// The bases that an opening does not name which does not say that the plan is made either.
pub(in crate::document) fn enacting(words: &Wording, bases: &[&Basis], paper: &str) -> Option<String> {
    (!bases.is_empty()).then(|| words.basis_enacts(&cited(bases), paper))
}

/// An opening that says that the plan is made, with the bases that it does not name put in before that; it stays as it
/// is where it does not say so. `为…，结合实际，制定本方案。` becomes `为…，根据《…》，结合实际，制定本方案。`
pub(in crate::document) fn put_in(words: &Wording, opening: &mut String, bases: &[&Basis]) -> bool {
    const CITING: [&str; 6] = ["根据", "依据", "按照", "依照", "遵照", "遵循"];
    let Some(made) = opening.find(ENACTING) else { return false };
    let start = opening[..made].rfind(['。', '；', '！', '？']).map_or(0, |at| at + '。'.len_utf8());
    let clauses = opening[start..made].split_inclusive('，').scan(start, |at, clause| {
        *at += clause.len();
        Some((*at - clause.len(), clause))
    });
    let clauses = clauses.collect::<Vec<_>>();
    let cites = |clause: &str| clause.contains('》') && CITING.iter().any(|word| clause.starts_with(word));
    if let Some((at, clause)) = clauses.iter().rev().find(|(_, clause)| cites(clause)) {
        // 根据《甲》（甲发〔2026〕1号）精神: the others stand beside it.
        let end = clause.rfind('》').map_or(0, |title| title + '》'.len_utf8());
        let number = clause[end..].strip_prefix('（').and_then(|rest| rest.find('）'));
        let end = end + number.map_or(0, |length| '（'.len_utf8() + length + '）'.len_utf8());
        let all = listed([opening[start..at + end].to_owned(), cited(bases)]);
        opening.replace_range(start..at + end, &all);
        return true;
    }
    let mut at = clauses.last().map_or(start, |(at, clause)| if clause.ends_with('，') { made } else { *at });
    // 结合实际 and 根据实际 stay beside 制定本方案.
    let before = clauses.iter().rev().find(|(start, _)| *start < at);
    let rests = |clause: &str| clause.starts_with("结合") || CITING.iter().any(|word| clause.starts_with(word));
    if let Some((before, _)) = before.filter(|(_, clause)| rests(clause)) {
        at = *before;
    }
    let has_word = clauses.iter().any(|(_, clause)| clause.starts_with("根据"));
    let cited = cited(bases);
    opening.insert_str(at, &if has_word { words.basis_put_in_besides(&cited) } else { words.basis_put_in(&cited) });
    true
}

/// The bases of a part of the plan, neighbours of one relation together.
pub(in crate::document) fn sentence(words: &Wording, bases: &[&Basis]) -> Option<String> {
    let groups = bases.chunk_by(|one, other| relation(one) == relation(other)).filter_map(|group| {
        let (cited, relation) = (cited(group), relation(group.first()?));
        Some(match relation {
            "对照" | "参照" | "遵照" => words.basis_compared(relation, &cited),
            "执行" | "遵守" => words.basis_obeyed(relation, &cited),
            "贯彻" | "贯彻落实" | "实施" | "践行" | "学习" => words.basis_of_part(relation, &cited),
            // 上位 and 待出台 say where it stands, not what is done with it.
            _ => words.basis_of_part("落实", &cited),
        })
    });
    let sentences = groups.collect::<String>();
    (!sentences.is_empty()).then_some(sentences)
}

/// What the plan does with it: 贯彻, 对照; empty if that is not said.
fn relation(basis: &Basis) -> &str {
    basis.relation.as_ref().map_or("", |relation| relation.value.as_str())
}

/// Whether it is a document, not words like 全会精神: it stands in 《》, or has a number.
fn is_paper(basis: &Basis) -> bool {
    basis.is_titled || basis.number.is_some()
}

/// The title without 《》.
pub(in crate::document) fn title(basis: &Basis) -> &str {
    bare(&basis.title.value)
}

/// Whether it is still to be found: 待定, ?.
pub(in crate::document) fn is_open(basis: &Basis) -> bool {
    let title = basis.title.value.trim();
    matches!(title, "待定" | "tbd") || title.starts_with(['?', '？'])
}

fn cited(bases: &[&Basis]) -> String {
    listed(bases.iter().map(|basis| {
        let words = |words: &Option<Spanned<String>>| words.as_ref().map(|words| words.value.clone());
        let bracket = [words(&basis.number), words(&basis.remark)].into_iter().flatten().collect::<Vec<_>>().join("，");
        let bracket = if bracket.is_empty() { bracket } else { format!("（{bracket}）") };
        let passage = words(&basis.passage).unwrap_or_default();
        let issuer = issuer_before(basis).unwrap_or_default();
        match is_paper(basis) {
            true => format!("{issuer}《{}》{bracket}{passage}", title(basis)),
            false => title(basis).to_owned(),
        }
    }))
}

/// Who issued it, where that is written before its title.
fn issuer_before(basis: &Basis) -> Option<&str> {
    let issuer = basis.issuer.as_ref().filter(|issuer| issuer.span.start < basis.title.span.start)?;
    Some(&issuer.value)
}

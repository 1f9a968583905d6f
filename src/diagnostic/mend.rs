//! The making of edits.
//!
//! Takes a text and the findings about it, gives the text with every safe edit made that does not touch another. Never
//! decides what an edit should be and never makes one that only may be meant.

use crate::source::SourceId;

use super::{Diagnostic, Edit, Fix};

/// The text of `source` with its safe fixes made, and how many; a fix is made whole or not at all, and of two that
/// touch the same bytes the first.
pub fn mend(text: &str, source: SourceId, findings: &[Diagnostic]) -> (String, usize) {
    let (taken, made) = taken(text, source, findings);
    let mut mended = String::with_capacity(text.len());
    let mut at = 0;
    for edit in taken {
        mended.push_str(&text[at..edit.span.range().start]);
        mended.push_str(&edit.text);
        at = edit.span.range().end;
    }
    mended.push_str(&text[at..]);
    (mended, made)
}

/// The edits that these fixes are made of, by place, for who makes them otherwise.
pub fn safe_edits(text: &str, source: SourceId, findings: &[Diagnostic]) -> Vec<Edit> {
    taken(text, source, findings).0.into_iter().cloned().collect()
}

/// The edits that do not touch one another, by place, and of how many fixes they are.
fn taken<'a>(text: &str, source: SourceId, findings: &'a [Diagnostic]) -> (Vec<&'a Edit>, usize) {
    let mut taken: Vec<&Edit> = Vec::new();
    let mut made = 0;
    for fix in findings.iter().filter_map(|finding| finding.fix.as_ref()).filter(|fix| fix.safe) {
        if fits(fix, text, source) && fix.edits.iter().all(|edit| is_free(edit, &taken)) {
            for edit in &fix.edits {
                let at = taken.partition_point(|other| other.span <= edit.span);
                taken.insert(at, edit);
            }
            made += 1;
        }
    }
    (taken, made)
}

/// Whether every edit of a fix lies in the text and changes something.
fn fits(fix: &Fix, text: &str, source: SourceId) -> bool {
    let fits = |edit: &Edit| edit.span.source == source && text.get(edit.span.range()).is_some();
    let changes = |edit: &Edit| text.get(edit.span.range()) != Some(edit.text.as_str());
    fix.edits.iter().all(fits) && fix.edits.iter().any(changes)
}

/// Whether an edit touches none of those taken, which are in order.
fn is_free(edit: &Edit, taken: &[&Edit]) -> bool {
    let at = taken.partition_point(|other| other.span <= edit.span);
    let before = at.checked_sub(1).and_then(|at| taken.get(at));
    let is_after = before.is_none_or(|other| other.span.end < edit.span.start);
    let is_before = taken.get(at).is_none_or(|other| edit.span.end < other.span.start);
    is_after && is_before
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Sources, Span};
    use crate::text;

    #[test]
    fn the_first_of_two_that_touch_is_made() {
        let mut sources = Sources::default();
        let id = sources.add("a.plan", "甲乙丙");
        let words = || text!(zh: "改", en: "mend");
        let at = |from, to| Span::new(id, from, to);
        let finding = |from, to| Diagnostic::error("S001", at(from, to), words());
        let findings = [
            finding(0, 3).fix(words(), at(0, 3), "一"),
            finding(0, 6).fix(words(), at(0, 6), "二"),
            finding(6, 9).guess(words(), at(6, 9), "三"),
            finding(9, 9).fix(words(), at(9, 9), "。"),
        ];
        assert_eq!(mend("甲乙丙", id, &findings), ("一乙丙。".to_owned(), 2));
    }

    #[test]
    fn a_fix_of_two_edits_is_made_whole_or_not_at_all() {
        let mut sources = Sources::default();
        let id = sources.add("a.plan", "甲乙丙");
        let words = || text!(zh: "改", en: "mend");
        let edit = |from, to, text: &str| Edit { span: Span::new(id, from, to), text: text.to_owned() };
        let first = Diagnostic::error("S001", Span::new(id, 3, 6), words()).fix(words(), Span::new(id, 3, 6), "");
        let both = Diagnostic::error("S001", Span::new(id, 0, 9), words());
        let both = both.edits(words(), true, vec![edit(0, 0, "（"), edit(4, 9, "）")]);
        assert_eq!(mend("甲乙丙", id, &[first, both]), ("甲丙".to_owned(), 1));
    }
}

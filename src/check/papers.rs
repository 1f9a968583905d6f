//! What the papers of a plan say of themselves: the day they are dated, the documents and organs their words name.
//!
//! Takes a plan or words, gives places in them. Words no finding.

use std::ops::Range;

use crate::calendar::Date;
use crate::plan::{OwnerRef, Plan};
use crate::source::Spanned;

use super::times;

/// The first day on which the plan was issued, if it is known to the day.
pub(super) fn first_issue(plan: &Plan) -> Option<Spanned<Date>> {
    let dates = plan.notices.iter().map(|notice| notice.date.as_ref()).chain([plan.date.as_ref()]);
    dates.filter_map(times::day_of).min_by_key(|date| date.value)
}

/// Where the names of documents stand in some words: the outermost 《…》, marks left out.
pub(super) fn documents(words: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    // Most words have no title: to learn that is quicker than to seek where one begins.
    let Some(first) = words.contains("《").then(|| words.find('《')).flatten() else { return found };
    let (mut depth, mut from) = (0_usize, 0);
    for (at, sign) in words[first..].char_indices().map(|(at, sign)| (first + at, sign)) {
        match sign {
            '《' => {
                depth += 1;
                if depth == 1 {
                    from = at + sign.len_utf8();
                }
            }
            '》' if depth > 0 => {
                depth -= 1;
                if depth == 0 {
                    found.push(from..at);
                }
            }
            _ => {}
        }
    }
    found
}

/// Where the items of a list stand that 、 and ， part; what stands in brackets is not parted.
pub(super) fn items(words: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let (mut depth, mut from) = (0_usize, 0);
    for (at, sign) in words.char_indices() {
        match sign {
            '（' | '(' => depth += 1,
            '）' | ')' => depth = depth.saturating_sub(1),
            '、' | '，' | ',' | '；' | '：' | ':' | '。' if depth == 0 => {
                found.push(from..at);
                from = at + sign.len_utf8();
            }
            _ => {}
        }
    }
    found.push(from..words.len());
    let trimmed = found.into_iter().map(|at| {
        let item = &words[at.clone()];
        let start = at.start + item.len() - item.trim_start().len();
        start..start + item.trim().len()
    });
    trimmed.filter(|at| !at.is_empty()).collect()
}

/// An organ as papers name it.
pub(super) fn official<'a>(plan: &'a Plan, owner: &'a OwnerRef) -> &'a str {
    owner.target().map_or(owner.text.as_str(), |id| plan.owners[id].official_name())
}

/// Whether a name is that of a department: below a government, with none of its powers.
pub(super) fn is_department(name: &str) -> bool {
    let ends = ["局", "厅", "委员会", "发改委", "卫健委", "研究室", "督导室", "中心"];
    let is_party = ["中共", "党委", "县委", "区委", "市委", "省委", "州委", "旗委", "人民政府办公"];
    ends.iter().any(|end| name.ends_with(end)) && !is_party.iter().any(|word| name.contains(word))
}

/// Whether addressees include governments or Party committees of a lower level.
pub(super) fn government_in(to: &str) -> Option<Range<usize>> {
    let words = ["人民政府", "政府", "党委", "街道办事处", "街道办"];
    items(to).into_iter().find(|at| words.iter().any(|word| to[at.clone()].ends_with(word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_of_addressees() {
        let to = "各县（市、区）人民政府，市直各部门、各学校：";
        let found: Vec<_> = items(to).into_iter().map(|at| &to[at]).collect();
        assert_eq!(found, ["各县（市、区）人民政府", "市直各部门", "各学校"]);
        assert!(government_in(to).is_some());
        assert!(government_in("各中心校").is_none());
    }

    #[test]
    fn departments_are_no_governments() {
        assert!(is_department("澜平县教育局"));
        for name in ["澜平县人民政府", "中共澜平县委员会", "澜平县人民政府办公室"] {
            assert!(!is_department(name), "{name}");
        }
    }
}

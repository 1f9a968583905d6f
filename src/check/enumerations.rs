//! Enumerations within prose: 一是…；二是…；三是…, 一要…，二要…, 第一，…第二，….
//!
//! Takes words, gives where the items begin and which number each has.

use std::ops::Range;

use crate::quantity::han_integer;

/// One enumeration.
pub(super) struct Enumeration {
    /// Where each 一是 stands, and its number.
    pub items: Vec<(Range<usize>, u64)>,
}

impl Enumeration {
    /// The first item that does not follow the one before it.
    pub(super) fn gap(&self) -> Option<usize> {
        (1..self.items.len()).find(|index| self.items[*index].1 != self.items[index - 1].1 + 1)
    }
}

/// What the first item of an enumeration begins with: one of these stands wherever there is one.
pub(super) const BEGINNINGS: [&str; 6] = ["一是", "一要", "一抓", "一靠", "第一", "其一"];

/// The same as a form, for the rules that look at enumerations.
pub(super) const BEGINNING: &str = "一[是要抓靠]|[第其]一";

/// The words that follow the numbers of one enumeration.
const AFTER: [&str; 4] = ["是", "要", "抓", "靠"];

/// The words before them, where a comma follows.
const BEFORE: [&str; 2] = ["第", "其"];

/// Every enumeration that begins with 一是 or its like, by its first item.
pub(super) fn enumerations(words: &str) -> Vec<Enumeration> {
    if !BEGINNINGS.iter().any(|beginning| words.contains(beginning)) {
        return Vec::new();
    }
    let by_end = AFTER.into_iter().flat_map(|word| joined(numbers_before(words, word)));
    let by_start = BEFORE.into_iter().flat_map(|word| joined(numbers_after(words, word)));
    let mut found: Vec<_> = by_end.chain(by_start).collect();
    found.sort_by_key(|list| list.items[0].0.start);
    found
}

/// Items of one kind, parted where they begin anew.
fn joined(items: impl Iterator<Item = (Range<usize>, u64)>) -> Vec<Enumeration> {
    let mut found: Vec<Enumeration> = Vec::new();
    for item in items {
        match found.last_mut() {
            _ if item.1 == 1 => found.push(Enumeration { items: vec![item] }),
            Some(list) => list.items.push(item),
            None => {}
        }
    }
    found
}

const DIGITS: &str = "一二三四五六七八九十";

/// The numbers that begin a clause and end before `word`: 一是.
fn numbers_before<'a>(words: &'a str, word: &'a str) -> impl Iterator<Item = (Range<usize>, u64)> + 'a {
    words.match_indices(word).filter_map(move |(at, _)| {
        let head = &words[..at];
        let rest = head.trim_end_matches(|sign: char| DIGITS.contains(sign));
        let number = number(&head[rest.len()..]).filter(|_| begins_clause(rest))?;
        Some((rest.len()..at + word.len(), number))
    })
}

/// The numbers after a `word` that begins a clause, if nothing else stands in it: 第一，.
fn numbers_after<'a>(words: &'a str, word: &'a str) -> impl Iterator<Item = (Range<usize>, u64)> + 'a {
    words.match_indices(word).filter_map(move |(at, _)| {
        let tail = &words[at + word.len()..];
        let rest = tail.trim_start_matches(|sign: char| DIGITS.contains(sign));
        let end = words.len() - rest.len();
        let number = number(&words[at + word.len()..end]).filter(|_| begins_clause(&words[..at]))?;
        rest.starts_with(['，', '：', ',', ':']).then_some((at..end, number))
    })
}

fn number(digits: &str) -> Option<u64> {
    han_integer(digits).filter(|_| digits.chars().count() <= 2)
}

fn begins_clause(before: &str) -> bool {
    before.chars().next_back().is_none_or(|sign| "。；：，、！—\n \u{3000}".contains(sign))
}

#[cfg(test)]
mod tests {
    use super::{AFTER, BEFORE, BEGINNINGS, enumerations};

    #[test]
    fn one_begins_with_each_of_the_words() {
        let all = AFTER.map(|word| format!("一{word}")).into_iter().chain(BEFORE.map(|word| format!("{word}一")));
        assert_eq!(all.collect::<Vec<_>>(), BEGINNINGS);
    }

    #[test]
    fn items_begin_clauses() {
        let found = enumerations("有三点：一是甲，二是乙。三是丙。唯一是丁。一是戊；三是己。");
        assert_eq!(found.iter().map(|list| list.items.len()).collect::<Vec<_>>(), [3, 2]);
        assert_eq!(found[0].gap(), None);
        assert_eq!(found[1].gap(), Some(1));
        let gaps = |words: &str| enumerations(words).iter().map(|list| list.gap()).collect::<Vec<_>>();
        assert_eq!(gaps("一要甲：一是乙，二是丙。二要丁，四要戊。"), [Some(2), None]);
        assert_eq!(gaps("第一，甲。第三，乙。第一书记到校，第三方评估。"), [Some(1)]);
        assert!(gaps("统一要求，不要三要四。").is_empty());
    }
}

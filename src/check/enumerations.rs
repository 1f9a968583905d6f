//! Enumerations within prose: 一是…；二是…；三是….
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

/// Every enumeration that begins with 一是.
pub(super) fn enumerations(words: &str) -> Vec<Enumeration> {
    let mut found: Vec<Enumeration> = Vec::new();
    for (at, word) in words.match_indices('是') {
        let Some((start, number)) = number_before(words, at) else { continue };
        let item = (start..at + word.len(), number);
        match found.last_mut() {
            _ if number == 1 => found.push(Enumeration { items: vec![item] }),
            Some(list) => list.items.push(item),
            None => {}
        }
    }
    found
}

/// The number that begins a clause and ends at `end`.
fn number_before(words: &str, end: usize) -> Option<(usize, u64)> {
    let head = &words[..end];
    let rest = head.trim_end_matches(|sign: char| "一二三四五六七八九十".contains(sign));
    let begins = rest.chars().next_back().is_none_or(|sign| "。；：，、！—\n \u{3000}".contains(sign));
    let digits = &head[rest.len()..];
    let number = han_integer(digits).filter(|_| begins && digits.chars().count() <= 2)?;
    Some((rest.len(), number))
}

#[cfg(test)]
mod tests {
    use super::enumerations;

    #[test]
    fn items_begin_clauses() {
        let found = enumerations("有三点：一是甲，二是乙。三是丙。唯一是丁。一是戊；三是己。");
        assert_eq!(found.iter().map(|list| list.items.len()).collect::<Vec<_>>(), [3, 2]);
        assert_eq!(found[0].gap(), None);
        assert_eq!(found[1].gap(), Some(1));
    }
}

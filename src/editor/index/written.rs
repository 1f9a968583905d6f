//! Where in a text a name is written, whatever the width of its signs.

use std::ops::Range;

use crate::syntax::fold::{name_key, narrow};

/// The first place in a text that holds a name.
pub(in crate::editor) fn find(text: &str, name: &str) -> Option<Range<usize>> {
    let name: Vec<char> = name_key(name).chars().collect();
    let first = *name.first()?;
    let begins = text.char_indices().filter(|(_, sign)| narrow(*sign) == first);
    begins.map(|(at, _)| at).find_map(|at| {
        let mut rest = text[at..].char_indices();
        let mut end = at;
        for wanted in &name {
            let (offset, sign) = rest.next()?;
            if narrow(sign) != *wanted {
                return None;
            }
            end = at + offset + sign.len_utf8();
        }
        Some(at..end)
    })
}

/// Which of some names a text holds, and where: of several the longest.
pub(super) fn longest<'a>(text: &str, names: impl Iterator<Item = &'a str>) -> Option<(usize, Range<usize>)> {
    let found = names.enumerate().filter_map(|(index, name)| Some((index, find(text, name)?)));
    found.max_by_key(|(index, range)| (range.len(), std::cmp::Reverse(*index)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn width_does_not_matter() {
        assert_eq!(find("各县（市、区）教育局", "县(市、区)教育局"), Some(3..30));
        assert_eq!(find("教育局", "财政局"), None);
        assert_eq!(find("教育局", ""), None);
        assert_eq!(longest("县教育局", ["教育局", "县教育局"].into_iter()), Some((1, 0..12)));
    }
}

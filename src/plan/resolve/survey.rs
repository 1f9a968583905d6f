//! What a file holds at all.
//!
//! Takes a tree, walks it once, tells which keywords its headings and its data lines begin with: later steps look only
//! for what is there. In a long plan each walk that finds nothing costs as much as one that does.

use crate::syntax::ast::{Head, Item, Key};
use crate::syntax::keyword::Keyword;

use super::referred::is_bare_measure;

/// What one walk over a tree finds.
#[derive(Default)]
pub(super) struct Survey {
    headings: Keywords,
    lines: Keywords,
    /// How many headings declare a measure.
    pub measures: usize,
    /// Whether a line may name measures that stand elsewhere.
    pub has_bare_measures: bool,
}

impl Survey {
    /// What a tree holds.
    pub fn of(items: &[Item]) -> Self {
        let mut survey = Self::default();
        survey.walk(items);
        survey
    }

    /// Whether a heading begins with a keyword.
    pub fn has_heading(&self, keyword: Keyword) -> bool {
        self.headings.has(keyword)
    }

    /// Whether a data line does, at whatever depth.
    pub fn has_line(&self, keyword: Keyword) -> bool {
        self.lines.has(keyword)
    }

    fn walk(&mut self, items: &[Item]) {
        for item in items {
            match item {
                Item::Section(section) => {
                    if let Head::Noun(noun) = &section.head {
                        self.headings.insert(noun.keyword);
                        self.measures += usize::from(noun.keyword == Keyword::Measure);
                    }
                    self.walk(&section.items);
                }
                Item::Entry(entry) => {
                    if let Key::Word(key) = &entry.key {
                        self.lines.insert(key.value);
                    }
                    self.has_bare_measures |= is_bare_measure(entry);
                    self.walk(&entry.items);
                }
                Item::Paragraph(_) | Item::Grid(_) => {}
            }
        }
    }
}

/// A set of keywords, a bit for each.
#[derive(Default)]
struct Keywords(u128);

/// There is a bit for each.
const _: () = assert!(Keyword::ALL.len() <= u128::BITS as usize);

impl Keywords {
    fn insert(&mut self, keyword: Keyword) {
        self.0 |= 1 << keyword as u32;
    }

    fn has(&self, keyword: Keyword) -> bool {
        self.0 & (1 << keyword as u32) != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Sources;
    use crate::syntax;

    #[test]
    fn what_stands_anywhere_is_found_and_nothing_else() {
        let text =
            "# 方案：甲\n- 时限：2026年\n## 目标 一：乙\n- 措施：丙、丁\n### 措施 丙：丙\n- 牵头：局\n  - 附注：戊\n";
        let mut sources = Sources::default();
        let source = sources.add("a.plan", text);
        let survey = Survey::of(&syntax::parse(sources.get(source)).file.items);
        let headings = Keyword::ALL.iter().filter(|keyword| survey.has_heading(**keyword)).collect::<Vec<_>>();
        assert_eq!(headings, [&Keyword::Plan, &Keyword::Goal, &Keyword::Measure]);
        for keyword in [Keyword::Due, Keyword::Measure, Keyword::Lead] {
            assert!(survey.has_line(keyword), "{keyword:?}");
        }
        assert!(!survey.has_line(Keyword::Period) && !survey.has_line(Keyword::With));
        assert_eq!((survey.measures, survey.has_bare_measures), (1, true));
    }
}

//! What the style sheet of pictures makes of an element.
//!
//! Takes our own sheets, which hold only classes and names below one another, gives the colours and lines of light
//! paper: what a program without style sheets has to be told. The part for the dark is left out.

use std::collections::BTreeMap;

/// The properties of an element, by name.
pub(super) type Properties = BTreeMap<&'static str, String>;

/// A style sheet, read.
pub(super) struct Looks(Vec<Rule>);

struct Rule {
    /// From the outermost to the element itself.
    path: Vec<Part>,
    declarations: Vec<(&'static str, &'static str)>,
}

struct Part {
    tag: Option<&'static str>,
    classes: Vec<&'static str>,
}

/// An element as rules see it.
pub(super) struct Seen {
    /// Its name.
    pub tag: &'static str,
    /// Its classes.
    pub classes: Vec<String>,
}

impl Looks {
    /// Reads sheets, one after another.
    pub(super) fn of(sheets: &[&'static str]) -> Self {
        let mut rules: Vec<Rule> = sheets.iter().flat_map(|sheet| read(sheet)).collect();
        // The more exact wins, the later among equals.
        rules.sort_by_key(Rule::exactness);
        Self(rules)
    }

    /// What is said of the last of these elements, each of which holds the next.
    pub(super) fn of_element(&self, line: &[Seen]) -> Properties {
        let fitting = self.0.iter().filter(|rule| rule.fits(line));
        fitting.flat_map(|rule| &rule.declarations).map(|(name, value)| (*name, (*value).to_owned())).collect()
    }
}

fn read(sheet: &'static str) -> Vec<Rule> {
    let light = sheet.split("@media").next().unwrap_or_default();
    let mut rules = Vec::new();
    for block in light.split('}') {
        let Some((selectors, body)) = block.split_once('{') else { continue };
        let pairs = body.split(';').filter_map(|line| line.split_once(':'));
        let declarations: Vec<_> = pairs.map(|(name, value)| (name.trim(), value.trim())).collect();
        // What a pointer does has no place on paper.
        for selector in selectors.split(',').filter(|selector| !selector.contains(':')) {
            let path = selector.split_whitespace().map(Part::read).collect();
            rules.push(Rule { path, declarations: declarations.clone() });
        }
    }
    rules
}

impl Rule {
    fn exactness(&self) -> (usize, usize) {
        let tags = self.path.iter().filter(|part| part.tag.is_some()).count();
        (self.path.iter().map(|part| part.classes.len()).sum(), tags)
    }

    fn fits(&self, line: &[Seen]) -> bool {
        let Some(((own, above), (element, holders))) = self.path.split_last().zip(line.split_last()) else {
            return false;
        };
        if !own.fits(element) {
            return false;
        }
        let mut holders = holders.iter().rev();
        above.iter().rev().all(|part| holders.any(|holder| part.fits(holder)))
    }
}

impl Part {
    fn read(text: &'static str) -> Self {
        let mut pieces = text.split('.');
        let tag = pieces.next().filter(|tag| !tag.is_empty());
        Self { tag, classes: pieces.collect() }
    }

    fn fits(&self, element: &Seen) -> bool {
        self.tag.is_none_or(|tag| tag == element.tag)
            && self.classes.iter().all(|class| element.classes.iter().any(|own| own == class))
    }
}

#[cfg(test)]
mod tests {
    use super::{Looks, Seen};

    fn seen(tag: &'static str, classes: &str) -> Seen {
        Seen { tag, classes: classes.split_whitespace().map(str::to_owned).collect() }
    }

    #[test]
    fn the_more_exact_wins_and_the_dark_is_left_out() {
        let looks =
            Looks::of(&[".a.b .c { fill: red; }\n.a .c, .d { fill: blue; stroke: none; }\n.c:hover { fill: x; }\n\
                                 @media (prefers-color-scheme: dark) { .c { fill: black; } }"]);
        let of = |line: &[Seen]| looks.of_element(line);
        assert_eq!(of(&[seen("svg", "a"), seen("g", ""), seen("rect", "c")])["fill"], "blue");
        assert_eq!(of(&[seen("svg", "a b"), seen("rect", "c")])["fill"], "red");
        assert!(of(&[seen("rect", "c")]).is_empty());
    }
}

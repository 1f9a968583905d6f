//! One width for structure.
//!
//! Takes a stretch of a line, gives the same with full-width letters, digits, punctuation and blanks narrowed and the
//! signs an input method makes put right, and knows for every byte where it came from. Used on headings and data lines
//! only: prose is never folded, and names and titles are always taken from the original.

use std::ops::Range;

/// A folded stretch of text and the way back to the original.
#[derive(Debug, Default)]
pub struct Folded {
    text: String,
    /// For every byte of `text`, and its end, the byte of the original.
    origin: Vec<u32>,
}

impl Folded {
    /// Folds `text`, which begins at byte `at` of its source.
    pub fn new(text: &str, at: usize) -> Self {
        let mut folded = Folded { text: String::with_capacity(text.len()), origin: Vec::with_capacity(text.len() + 1) };
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let here = at + text.len() - rest.len();
            let (taken, made) = match sign(rest) {
                Some(found) => found,
                None => (first.len_utf8(), ""),
            };
            if made.is_empty() {
                // A run of blanks means no more than one, and would be walked again and again.
                if !(narrow(first) == ' ' && folded.text.ends_with(' ')) {
                    folded.push_char(narrow(first), here);
                }
            } else {
                folded.push_str(made, here);
            }
            rest = &rest[taken..];
        }
        folded.origin.push((at + text.len()) as u32);
        folded
    }

    /// The folded text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where a range of the folded text came from, as a range of the source.
    pub fn origin(&self, range: Range<usize>) -> Range<usize> {
        let last = self.origin.len() - 1;
        self.origin[range.start.min(last)] as usize..self.origin[range.end.min(last)] as usize
    }

    fn push_char(&mut self, character: char, at: usize) {
        self.text.push(character);
        self.origin.extend(std::iter::repeat_n(at as u32, character.len_utf8()));
    }

    fn push_str(&mut self, text: &str, at: usize) {
        self.text.push_str(text);
        self.origin.extend(std::iter::repeat_n(at as u32, text.len()));
    }
}

/// The narrow form of a character, or the character itself.
pub fn narrow(character: char) -> char {
    match character {
        '\u{3000}' | '\u{a0}' | '\t' => ' ',
        '–' => '—',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(character as u32 - 0xfee0).unwrap_or(character),
        other => other,
    }
}

/// A name in the form in which names are compared: narrow, without blanks at its ends.
pub fn name_key(name: &str) -> String {
    name.chars().map(narrow).collect::<String>().trim().to_owned()
}

/// Signs of several characters, and what an input method makes of them: bytes taken, and the sign meant.
fn sign(text: &str) -> Option<(usize, &'static str)> {
    const SIGNS: [(&str, &str); 17] = [
        ("》=", ">="),
        ("》＝", ">="),
        ("《=", "<="),
        ("《＝", "<="),
        ("≥", ">="),
        ("≤", "<="),
        ("->", "→"),
        ("-》", "→"),
        ("－》", "→"),
        ("—>", "→"),
        ("—》", "→"),
        ("——》", "→"),
        ("——>", "→"),
        ("=>", "→"),
        ("。。", ".."),
        ("……", ".."),
        ("％", "%"),
    ];
    let first = text.chars().next()?;
    if !"》《≥≤-－—=。…％".contains(first) {
        return None;
    }
    SIGNS.iter().find(|(written, _)| text.starts_with(written)).map(|(written, meant)| (written.len(), *meant))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_and_finds_the_way_back() {
        let text = "指标：入学率　》=９２％";
        let folded = Folded::new(text, 100);
        assert_eq!(folded.text(), "指标:入学率 >=92%");
        let at = folded.text().find("92").unwrap();
        assert_eq!(folded.origin(at..at + 2), 100 + text.find('９').unwrap()..100 + text.find('％').unwrap());
        assert_eq!(folded.origin(0..folded.text().len()), 100..100 + text.len());
    }

    #[test]
    fn titles_keep_their_marks() {
        assert_eq!(Folded::new("《甲》，乙-》丙", 0).text(), "《甲》,乙→丙");
    }
}

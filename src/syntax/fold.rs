//! One width for structure.
//!
//! Takes a stretch of a line, gives the same with full-width letters, digits, punctuation and blanks narrowed and the
//! signs an input method makes put right, and knows for every byte where it came from. Used on headings and data lines
//! only: prose is never folded, and names and titles are always taken from the original. In the place of a parameter
//! stands its value; all of it came from the braces.

use std::borrow::Cow;
use std::ops::Range;

use super::fill::{self, Brace, Filler, Params};

/// A folded stretch of text and the way back to the original.
#[derive(Debug, Default)]
pub struct Folded {
    text: String,
    /// For every byte of `text`, and its end, the byte of the original.
    origin: Vec<u32>,
    /// Only if a parameter was filled in.
    filling: Option<Box<Filling>>,
}

/// The parameters of a stretch and the text with their values.
#[derive(Debug, Default)]
struct Filling {
    /// The original with the values in it.
    written: String,
    /// For every byte of the folded text, and its end, the byte of `written`.
    at: Vec<u32>,
    pieces: Vec<Piece>,
}

/// A parameter that was filled in.
#[derive(Debug)]
struct Piece {
    /// The bytes of the folded text.
    folded: Range<usize>,
    /// Where the braces end in the source.
    end: u32,
    /// Whether its value is still to be given.
    is_open: bool,
}

impl Folded {
    /// Folds `text`, which begins at byte `at` of its source.
    pub fn new(text: &str, at: usize) -> Self {
        let (room, places) = (String::with_capacity(text.len()), Vec::with_capacity(text.len() + 1));
        let mut folded = Folded { text: room, origin: places, filling: None };
        folded.push(text, at);
        folded.origin.push((at + text.len()) as u32);
        folded
    }

    /// The same with the values of parameters in the place of every `{…}`.
    pub(super) fn filled(text: &str, at: usize, params: &Params) -> Self {
        let braces = fill::braces(text);
        if braces.is_empty() {
            return Self::new(text, at);
        }
        let mut folded = Folded { filling: Some(Box::default()), ..Folded::default() };
        let mut from = 0;
        for Brace { range, name } in braces {
            folded.push_written(&text[from..range.start], at + from);
            // What is no parameter, which is reported, stands as it is and is read as a hole.
            let unknown = || Filler { words: text[range.clone()].to_owned(), is_open: true };
            let filler = params.filler(name).unwrap_or_else(unknown);
            folded.push_value(&filler, at + range.start..at + range.end);
            from = range.end;
        }
        folded.push_written(&text[from..], at + from);
        folded.origin.push((at + text.len()) as u32);
        if let Some(filling) = &mut folded.filling {
            filling.at.push(filling.written.len() as u32);
        }
        folded
    }

    /// The same with another sign at these places; none of a text that a parameter fills.
    pub(super) fn with_sign(&self, places: &[Range<usize>], sign: &str) -> Option<Self> {
        if self.filling.is_some() {
            return None;
        }
        let mut made = Folded::default();
        let mut from = 0;
        for at in places {
            made.text.push_str(&self.text[from..at.start]);
            made.origin.extend(&self.origin[from..at.start]);
            made.text.push_str(sign);
            made.origin.extend(std::iter::repeat_n(self.origin[at.start], sign.len()));
            from = at.end;
        }
        made.text.push_str(&self.text[from..]);
        made.origin.extend(&self.origin[from..]);
        Some(made)
    }

    /// A stretch of the original.
    fn push_written(&mut self, text: &str, at: usize) {
        let begin = self.origin.len();
        self.push(text, at);
        if let Some(filling) = &mut self.filling {
            let shift = |place: &u32| (*place as usize - at + filling.written.len()) as u32;
            filling.at.extend(self.origin[begin..].iter().map(shift));
            filling.written.push_str(text);
        }
    }

    /// The value of a parameter that stands at `place` in the source.
    fn push_value(&mut self, filler: &Filler, place: Range<usize>) {
        let Some(filling) = &mut self.filling else { return };
        let begin = self.text.len();
        let base = filling.written.len() as u32;
        // What is still to be given is read as a hole.
        let inner = Folded::new(if filler.is_open { "?" } else { &filler.words }, 0);
        for ((byte, _), made) in inner.text.char_indices().zip(fill::guarded(&inner.text).chars()) {
            self.text.push(made);
            filling.at.extend(std::iter::repeat_n(base + inner.origin[byte], made.len_utf8()));
        }
        let folded = begin..self.text.len();
        self.origin.extend(std::iter::repeat_n(place.start as u32, folded.len()));
        filling.written.push_str(&filler.words);
        filling.pieces.push(Piece { folded, end: place.end as u32, is_open: filler.is_open });
    }

    fn push(&mut self, text: &str, at: usize) {
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let here = at + text.len() - rest.len();
            // Most of a line is what it is: taken at once.
            let plain = rest.bytes().position(may_fold).unwrap_or(rest.len());
            if plain > 0 {
                self.text.push_str(&rest[..plain]);
                self.origin.extend(here as u32..(here + plain) as u32);
                rest = &rest[plain..];
                continue;
            }
            let (taken, made) = match sign(rest) {
                Some(found) => found,
                None => (first.len_utf8(), ""),
            };
            if made.is_empty() {
                // A run of blanks means no more than one, and would be walked again and again.
                if !(narrow(first) == ' ' && self.text.ends_with(' ')) {
                    self.push_char(narrow(first), here);
                }
            } else {
                self.push_str(made, here);
            }
            rest = &rest[taken..];
        }
    }

    /// The folded text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where a range of the folded text came from, as a range of the source; any part of a value came from the whole
    /// of its braces.
    pub fn origin(&self, range: Range<usize>) -> Range<usize> {
        let last = self.origin.len() - 1;
        let inside = self.pieces().iter().find(|piece| piece.folded.start < range.end && range.end < piece.folded.end);
        let end = inside.map_or(self.origin[range.end.min(last)], |piece| piece.end);
        self.origin[range.start.min(last)] as usize..end as usize
    }

    /// The words of a range with the values of its parameters; `None` where the source has them as they are.
    pub(super) fn words(&self, range: Range<usize>) -> Option<&str> {
        let filling = self.filling.as_ref()?;
        let byte = |at: usize| filling.at.get(at).map_or(filling.written.len(), |byte| *byte as usize);
        filling.written.get(byte(range.start)..byte(range.end))
    }

    /// Whether a range holds the value of a parameter.
    pub(super) fn is_filled(&self, range: &Range<usize>) -> bool {
        self.pieces().iter().any(|piece| overlap(&piece.folded, range))
    }

    /// Whether a range waits for the value of a parameter.
    pub(super) fn is_open(&self, range: &Range<usize>) -> bool {
        self.pieces().iter().any(|piece| piece.is_open && overlap(&piece.folded, range))
    }

    fn pieces(&self) -> &[Piece] {
        self.filling.as_ref().map_or(&[], |filling| &filling.pieces)
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

/// Whether a byte may begin what is folded or white: of the characters of three bytes, those before the Chinese ones and
/// the full-width forms.
#[inline]
fn may_fold(byte: u8) -> bool {
    matches!(byte, b'\t'..=b'\r' | b' ' | b'-' | b'=' | 0xc2 | 0xe1..=0xe3 | 0xef)
}

fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

/// The narrow form of a character, or the character itself.
pub fn narrow(character: char) -> char {
    match character {
        '\u{3000}' | '\u{a0}' | '\t' | '\n' | '\r' => ' ',
        '–' => '—',
        '､' => '、',
        '｡' => '。',
        '﹐' => ',',
        '﹕' => ':',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(character as u32 - 0xfee0).unwrap_or(character),
        other => other,
    }
}

/// The folded form of words whose places are not asked for.
pub(super) fn folded(text: &str) -> Cow<'_, str> {
    match text.bytes().any(may_fold) {
        true => Cow::Owned(Folded::new(text, 0).text),
        false => Cow::Borrowed(text),
    }
}

/// A name in the form in which names are compared: narrow, without blanks at its ends.
pub fn name_key(name: &str) -> String {
    bare_name(name).into_owned()
}

/// The same for whoever only looks for it.
pub(crate) fn bare_name(name: &str) -> Cow<'_, str> {
    // All of it is looked at, for that goes by many bytes at once; such a name has no blanks at its ends.
    if !name.bytes().fold(false, |found, byte| found | may_fold(byte)) {
        return Cow::Borrowed(name);
    }
    let mut key = String::with_capacity(name.len());
    key.extend(name.chars().map(narrow));
    let trimmed = key.trim();
    if trimmed.len() == key.len() {
        return Cow::Owned(key);
    }
    Cow::Owned(trimmed.to_owned())
}

/// Signs of several characters, and what an input method makes of them.
const SIGNS: [(&str, &str); 21] = [
    ("》=", ">="),
    ("》＝", ">="),
    ("《=", "<="),
    ("《＝", "<="),
    ("≥", ">="),
    ("≤", "<="),
    ("≧", ">="),
    ("≦", "<="),
    ("≮", ">="),
    ("≯", "<="),
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

/// Whether a character is the first of one of those signs.
fn begins_sign(first: char) -> bool {
    matches!(first, '》' | '《' | '≥' | '≤' | '≧' | '≦' | '≮' | '≯' | '-' | '－' | '—' | '=' | '。' | '…' | '％')
}

/// The sign a text begins with: bytes taken, and the sign meant.
fn sign(text: &str) -> Option<(usize, &'static str)> {
    let first = text.chars().next()?;
    // Most hyphens stand in days.
    let is_hyphen = first == '-' && !text[1..].starts_with(['>', '》']);
    if is_hyphen || !begins_sign(first) {
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
    fn a_value_comes_from_its_braces() {
        let mut params = Params::default();
        params.set("县名", Some("平安区，甲"));
        params.set("乡名", None);
        let text = "－{县名}局，{乡名}";
        let folded = Folded::filled(text, 10, &params);
        assert_eq!(folded.text(), "-平安区，甲局,?");
        let all = 0..folded.text().len();
        assert_eq!(folded.words(all.clone()), Some("－平安区，甲局，〔乡名〕"));
        assert_eq!(folded.origin(all), 10..10 + text.len());
        let at = folded.text().find('安').unwrap();
        assert_eq!(folded.origin(at..at + 3), 10 + 3..10 + text.find('局').unwrap());
        assert_eq!(folded.words(at..at + 3), Some("安"));
        let hole = folded.text().find('?').unwrap();
        assert!(folded.is_open(&(hole..hole + 1)) && !folded.is_open(&(at..hole)));
    }

    #[test]
    fn every_sign_is_looked_for() {
        assert!(SIGNS.iter().all(|(written, _)| written.starts_with(begins_sign)));
    }

    #[test]
    fn titles_keep_their_marks() {
        assert_eq!(Folded::new("《甲》，乙-》丙", 0).text(), "《甲》,乙→丙");
    }
}

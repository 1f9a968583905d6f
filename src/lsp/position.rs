//! Places as the protocol counts them: lines from 0, and within a line the units of the encoding agreed upon.
//!
//! Takes bytes and gives positions, and back. Both ways never fail: what lies past the end of a line is its end, what
//! lies past the last line is the end of the text, what lies inside a character is its beginning. This is the one place
//! that knows UTF-16.

use std::ops::Range;

use gen_lsp_types as lsp;

/// What a column counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Encoding {
    /// Bytes.
    Utf8,
    /// Halves of surrogate pairs count too: what every client understands.
    Utf16,
}

impl Encoding {
    /// The best of those that a client offers.
    pub fn of(offered: &[&str]) -> Self {
        if offered.contains(&"utf-8") { Self::Utf8 } else { Self::Utf16 }
    }

    /// Its name in the protocol.
    pub fn kind(self) -> lsp::PositionEncodingKind {
        match self {
            Self::Utf8 => lsp::PositionEncodingKind::UTF8,
            Self::Utf16 => lsp::PositionEncodingKind::UTF16,
        }
    }

    fn width(self, character: char) -> usize {
        match self {
            Self::Utf8 => character.len_utf8(),
            Self::Utf16 => character.len_utf16(),
        }
    }

    /// How many units a piece of a line has.
    pub fn units(self, text: &str) -> usize {
        match self {
            Self::Utf8 => text.len(),
            Self::Utf16 => text.chars().map(char::len_utf16).sum(),
        }
    }
}

/// Where the lines of a text begin; a line ends with LF, CRLF or CR.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Lines(Vec<u32>);

impl Lines {
    /// Those of a text.
    pub fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        for (at, byte) in bytes.iter().enumerate() {
            if *byte == b'\n' || (*byte == b'\r' && bytes.get(at + 1) != Some(&b'\n')) {
                starts.push(at as u32 + 1);
            }
        }
        Self(starts)
    }

    /// The byte of a position.
    pub fn byte(&self, text: &str, position: lsp::Position, encoding: Encoding) -> usize {
        let Some(line) = self.line(text, position.line as usize) else { return text.len() };
        let wanted = position.character as usize;
        let mut units = 0;
        for (at, character) in text.get(line.clone()).unwrap_or_default().char_indices() {
            units += encoding.width(character);
            if units > wanted {
                return line.start + at;
            }
        }
        line.end
    }

    /// The bytes of a range; of one that ends before it begins, none.
    pub fn bytes(&self, text: &str, range: lsp::Range, encoding: Encoding) -> Range<usize> {
        let start = self.byte(text, range.start, encoding);
        start..self.byte(text, range.end, encoding).max(start)
    }

    /// The position of a byte.
    pub fn position(&self, text: &str, byte: usize, encoding: Encoding) -> lsp::Position {
        let byte = text.floor_char_boundary(byte);
        let index = self.0.partition_point(|start| *start as usize <= byte).saturating_sub(1);
        let line = self.line(text, index).unwrap_or(byte..byte);
        let before = text.get(line.start..byte.min(line.end)).unwrap_or_default();
        lsp::Position { line: index as u32, character: encoding.units(before) as u32 }
    }

    /// The range of some bytes.
    pub fn range(&self, text: &str, bytes: &Range<usize>, encoding: Encoding) -> lsp::Range {
        let at = |byte| self.position(text, byte, encoding);
        lsp::Range { start: at(bytes.start), end: at(bytes.end) }
    }

    /// The bytes of a line counted from 0, without its break.
    fn line(&self, text: &str, index: usize) -> Option<Range<usize>> {
        let start = *self.0.get(index)? as usize;
        let next = self.0.get(index + 1).map_or(text.len(), |next| *next as usize);
        let is_last = index + 1 == self.0.len();
        let line = text.get(start..next)?;
        let kept = if is_last { line } else { line.trim_end_matches('\n').trim_end_matches('\r') };
        Some(start..start + kept.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Line and column, for short.
    fn at(line: u32, character: u32) -> lsp::Position {
        lsp::Position { line, character }
    }

    #[test]
    fn astral_characters_count_two_in_utf16() {
        let text = "甲𠮷乙\n丙";
        let lines = Lines::of(text);
        assert_eq!(lines.byte(text, at(0, 3), Encoding::Utf16), "甲𠮷".len());
        assert_eq!(lines.byte(text, at(0, 2), Encoding::Utf16), "甲".len());
        assert_eq!(lines.position(text, "甲𠮷".len(), Encoding::Utf16), at(0, 3));
        assert_eq!(lines.position(text, "甲𠮷".len(), Encoding::Utf8), at(0, 7));
        assert_eq!(lines.position(text, "甲𠮷乙\n丙".len(), Encoding::Utf16), at(1, 1));
    }

    #[test]
    fn what_lies_outside_is_moved_in() {
        let text = "一二\r\n三\r四";
        let lines = Lines::of(text);
        assert_eq!(lines.byte(text, at(0, 99), Encoding::Utf16), "一二".len());
        assert_eq!(lines.byte(text, at(1, 99), Encoding::Utf16), "一二\r\n三".len());
        assert_eq!(lines.byte(text, at(9, 9), Encoding::Utf16), text.len());
        assert_eq!(lines.position(text, "一二\r".len(), Encoding::Utf16), at(0, 2));
        assert_eq!(lines.position(text, 1, Encoding::Utf8), at(0, 0));
        assert_eq!(lines.position(text, 999, Encoding::Utf16), at(2, 1));
        let backwards = lsp::Range { start: at(1, 1), end: at(0, 0) };
        assert!(lines.bytes(text, backwards, Encoding::Utf16).is_empty());
    }

    #[test]
    fn every_byte_comes_back() {
        let text = "甲𠮷\r\nab\n\n\r乙é";
        let lines = Lines::of(text);
        for encoding in [Encoding::Utf8, Encoding::Utf16] {
            for (byte, character) in text.char_indices().filter(|(_, character)| *character != '\n') {
                let position = lines.position(text, byte, encoding);
                assert_eq!(lines.byte(text, position, encoding), byte, "{character:?} {encoding:?}");
            }
        }
    }
}

//! Which kinds of signs a text has.
//!
//! Takes a text, reads it once, and tells rules whether it can hold what they look for: most texts have no digit, no
//! bracket and no half-width mark, and a rule on those need not read them. Of what it does not know by name it says that it is odd.

/// Kinds of signs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Signs(u16);

impl Signs {
    /// 0 to 9.
    pub const DIGIT: Signs = Signs(1);
    /// A to z.
    pub const LETTER: Signs = Signs(1 << 1);
    /// Any other half-width sign that can be seen.
    pub const HALF_WIDTH: Signs = Signs(1 << 2);
    /// 《》〈〉.
    pub const TITLE: Signs = Signs(1 << 3);
    /// “”‘’「」『』.
    pub const QUOTE: Signs = Signs(1 << 4);
    /// （）〔〕.
    pub const BRACKET: Signs = Signs(1 << 5);
    /// A Chinese digit but 一.
    pub const HAN_DIGIT: Signs = Signs(1 << 6);
    /// 某, which stands for a name.
    pub const BLANK: Signs = Signs(1 << 7);
    /// What is neither a Chinese character nor a common mark: what cannot be seen, and all that is rare.
    pub const ODD: Signs = Signs(1 << 8);
    /// 的.
    pub const OF: Signs = Signs(1 << 9);

    /// The kind of one sign.
    pub fn of(sign: char) -> Self {
        match sign {
            '两' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' => Signs::HAN_DIGIT,
            '某' => Signs::BLANK,
            '的' => Signs::OF,
            '\u{4e00}'..='\u{9fff}' | '，' | '。' | '、' | '；' | '：' => Signs(0),
            '0'..='9' => Signs::DIGIT,
            'A'..='Z' | 'a'..='z' => Signs::LETTER,
            ' ' | '\t' | '\n' => Signs(0),
            '!'..='~' => Signs::HALF_WIDTH,
            '《' | '》' | '〈' | '〉' => Signs::TITLE,
            '“' | '”' | '‘' | '’' | '「' | '」' | '『' | '』' => Signs::QUOTE,
            '（' | '）' | '〔' | '〕' => Signs::BRACKET,
            _ => Signs::ODD,
        }
    }

    /// One or the other.
    pub const fn or(self, other: Signs) -> Self {
        Signs(self.0 | other.0)
    }

    /// Whether any of these is among them.
    pub fn hold(self, any: Signs) -> bool {
        self.0 & any.0 != 0
    }
}

/// The Chinese characters that are of a kind.
const OF_A_KIND: [char; 12] = ['两', '二', '三', '四', '五', '六', '七', '八', '九', '十', '某', '的'];

/// A cell for each way their last six bits can be, in it a bit for the six before: what has none of these bits, as nearly
/// all characters, is none of these.
const CELLS: [u64; 64] = {
    let (mut cells, mut at) = ([0; 64], 0);
    while at < OF_A_KIND.len() {
        let sign = OF_A_KIND[at] as u32;
        cells[sign as usize % 64] |= 1 << (sign / 64 % 64);
        at += 1;
    }
    cells
};

/// The signs of a text without those that certainly are Chinese characters of no kind, each with its place.
pub(super) fn telling(text: &str) -> impl Iterator<Item = (usize, char)> {
    let mut next = 0;
    std::iter::from_fn(move || {
        let at = text.len() - behind_plain(&text.as_bytes()[next..]).len();
        let sign = text[at..].chars().next()?;
        next = at + sign.len_utf8();
        Some((at, sign))
    })
}

/// A text without the Chinese characters of no kind that it begins with.
fn behind_plain(mut text: &[u8]) -> &[u8] {
    while let Some((sign, rest)) = text.split_first_chunk()
        && is_plain(sign)
    {
        text = rest;
    }
    text
}

/// Bytes in a Chinese character.
pub(super) const HAN: usize = 3;

/// Whether three bytes are one of the Chinese characters that are of no kind.
fn is_plain(&[first, middle, last]: &[u8; HAN]) -> bool {
    let is_han = matches!(u16::from_be_bytes([first, middle]), 0xE4B8..=0xE9BF);
    is_han && CELLS[usize::from(last) % 64] >> (middle % 64) & 1 == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn signs(text: &str) -> Signs {
        telling(text).fold(Signs::default(), |found, (_, sign)| found.or(Signs::of(sign)))
    }

    #[test]
    fn kinds_are_told() {
        assert_eq!(signs("开展培训，逐步 推进。\n"), Signs::default());
        assert_eq!(signs("（一）《法》3a"), Signs::BRACKET.or(Signs::TITLE).or(Signs::DIGIT).or(Signs::LETTER));
        assert!(signs("甲\u{200b}").hold(Signs::ODD) && signs("×").hold(Signs::ODD.or(Signs::TITLE)));
        assert!(
            signs("二").hold(Signs::HAN_DIGIT) && !signs("二").hold(Signs::ODD) && signs("(").hold(Signs::HALF_WIDTH)
        );
    }

    #[test]
    fn no_sign_that_tells_is_passed_over() {
        let all = (0..=char::MAX as u32).filter_map(char::from_u32);
        for sign in all.filter(|sign| Signs::of(*sign) != Signs::default()) {
            assert_eq!(telling(&format!("甲{sign}")).last(), Some((3, sign)), "{sign}");
        }
    }
}

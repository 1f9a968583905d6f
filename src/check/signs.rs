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
    /// 一.
    pub const ONE: Signs = Signs(1 << 6);
    /// Another Chinese digit.
    pub const HAN_DIGIT: Signs = Signs(1 << 7);
    /// 某, which stands for a name.
    pub const BLANK: Signs = Signs(1 << 8);
    /// What is neither a Chinese character nor a common mark: what cannot be seen, and all that is rare.
    pub const ODD: Signs = Signs(1 << 9);

    /// All that a text has.
    pub fn of(text: &str) -> Self {
        Signs(text.chars().fold(0, |found, sign| found | kind(sign).0))
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

fn kind(sign: char) -> Signs {
    match sign {
        '一' => Signs::ONE,
        '两' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' => Signs::HAN_DIGIT,
        '某' => Signs::BLANK,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_told() {
        assert_eq!(Signs::of("开展培训，逐步 推进。\n"), Signs::default());
        assert_eq!(
            Signs::of("（一）《法》3a"),
            Signs::BRACKET.or(Signs::ONE).or(Signs::TITLE).or(Signs::DIGIT).or(Signs::LETTER)
        );
        assert!(Signs::of("甲\u{200b}").hold(Signs::ODD) && Signs::of("×").hold(Signs::ODD.or(Signs::TITLE)));
        assert!(!Signs::of("二").hold(Signs::ONE.or(Signs::ODD)) && Signs::of("(").hold(Signs::HALF_WIDTH));
    }
}

//! A data line begun with another sign than a dash, or with none.
//!
//! Takes a line of prose, of which there may be many, gives the keyword it begins with. Never looks at its value.

use super::super::keyword::{Keyword, Place};
use super::super::line::is_blank;
use super::super::marks;
use super::official;

/// A data line begun with another sign than a dash, or with none: how many bytes of sign, and the keyword.
pub(in super::super) fn undashed(words: &str, place: Place) -> Option<(usize, Keyword)> {
    let rest = words.trim_start_matches(['*', '＊', '+', '＋', '•', '·', '●', '-', '－', '–', '—']);
    let sign = words.len() - rest.len();
    let rest = rest.trim_start_matches(is_blank);
    // Without a sign, nothing but a key stands before the colon; a sentence has other marks before its first.
    if sign == 0 && !rest.find(ends_key).is_some_and(|end| rest[end..].starts_with([':', '：'])) {
        return None;
    }
    let Some(colon) = first_colon(rest) else {
        let key =
            marks::keyword_at(rest, place).filter(|key| rest[key.len()..].starts_with(['；', ';', '=', '＝', '。']))?;
        return Keyword::at(key, place).map(|keyword| (sign, keyword));
    };
    let word = rest[..colon].trim_end_matches(is_blank);
    let word = if place.takes_names() { word } else { word.split(is_blank).next()? };
    let keyword = Keyword::at(word, place).or_else(|| official(word, place).map(|(keyword, _)| keyword))?;
    let is_plain = rest[..colon].trim_end_matches(is_blank) == word;
    (is_plain || sign > 0).then_some((sign, keyword))
}

/// Whether a sign is a colon, or a mark that stands in no key.
fn ends_key(sign: char) -> bool {
    matches!(sign, ':' | '：' | '，' | '。' | '、' | '；')
}

/// Where the first colon of a paragraph stands, which may be long and mostly has none.
fn first_colon(text: &str) -> Option<usize> {
    let wide = memchr::memmem::find(text.as_bytes(), "：".as_bytes());
    let narrow = memchr::memchr(b':', &text.as_bytes()[..wide.unwrap_or(text.len())]);
    narrow.or(wide)
}

#[cfg(test)]
mod tests {
    use super::super::super::advice;
    use super::super::words::OFFICIAL;
    use super::*;

    #[test]
    fn the_first_colon_is_found() {
        for text in ["", "甲：乙:丙", "甲:乙：丙", "甲乙", ":", "甲，乙：", "：:"] {
            assert_eq!(first_colon(text), text.find([':', '：']), "{text}");
        }
    }

    #[test]
    fn no_key_holds_what_ends_one() {
        let keywords = Keyword::ALL.iter().flat_map(|keyword| [keyword.zh(), keyword.en()]);
        let others = OFFICIAL.iter().chain(&advice::OTHERS).map(|(word, ..)| *word);
        for word in keywords.chain(others).chain(advice::HERE.iter().map(|(word, ..)| *word)) {
            assert!(!word.contains(ends_key), "{word}");
        }
    }
}

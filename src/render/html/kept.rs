//! What no line of a page ends inside of: a number and its unit, or the dash behind it, which begins no line; the year of
//! 发文字号, behind which a line may end, since the line would be pulled apart otherwise; a word in brackets behind a sign.
//! Brackets and marks that touch such a piece belong to it: in a cell it is a block, and no line may end in an opening
//! bracket or begin with a stop.
//!
//! Takes the text of an inline, gives it escaped, with those pieces in `<span class="kept">`. Never changes a character.

use std::fmt::Write;
use std::sync::LazyLock;

use memchr::memmem::Finder;
use minijinja::{HtmlEscape, Value};

/// Units of more than one character, the first apart.
const UNITS: [(char, &str); 6] =
    [('月', "底"), ('月', "初"), ('年', "底"), ('平', "方米"), ('百', "分点"), ('万', "元")];
/// Marks that join two numbers.
const JOINTS: [char; 2] = ['.', ','];
/// What joins two numbers or years.
const DASH: char = '—';
/// What no line ends in, and what none begins with.
const OPENING: [char; 4] = ['（', '《', '“', '〈'];
const CLOSING: [char; 9] = ['）', '》', '”', '〉', '，', '。', '；', '、', '：'];
/// Pieces that stay whole.
const WHOLE: [&str; 3] = ["县（市、区）", "县（区、市）", "市（州）"];

/// Ends of a text of which no less than this is a last line.
const ENDS: [&str; 2] = ["底前）", "学年）"];

/// The text as HTML.
pub(super) fn kept(text: &str) -> Value {
    let mut html = String::with_capacity(text.len() + text.len() / 4);
    put_kept(text, &mut html);
    Value::from_safe_string(html)
}

/// Writes the text as HTML.
pub(super) fn put_kept(text: &str, html: &mut String) {
    let put = if has_signs(text) { escape } else { |text: &str, html: &mut String| html.push_str(text) };
    let (text, end) = text.split_at(text.len() - ending(text));
    let (mut at, mut plain) = (0, 0);
    let mut beginnings = Beginnings { text, bracketed: None };
    while let Some(next) = beginnings.after(at) {
        at = next;
        match piece(&text[at..], text[..at].chars().next_back()) {
            Some(length) => {
                let end = at + length + closing(&text[at + length..]);
                let start = plain + text[plain..at].trim_end_matches(OPENING).len();
                put(&text[plain..start], html);
                html.push_str("<span class=\"kept\">");
                put(&text[start..end], html);
                html.push_str("</span>");
                (at, plain) = (end, end);
            }
            None => at += text[at..].chars().next().map_or(1, char::len_utf8),
        }
    }
    put(&text[plain..], html);
    if !end.is_empty() {
        html.push_str("<span class=\"kept\">");
        put(end, html);
        html.push_str("</span>");
    }
}

/// How many bytes at the end of a text stay together: 前） is no line. Behind a day it may be one, for the line above
/// would be pulled apart if it lost 31日 as well; 12月 stays there for the same reason.
fn ending(text: &str) -> usize {
    ENDS.iter().find(|end| text.ends_with(**end)).map_or(0, |end| end.len())
}

/// Writes the text as HTML, as the engine of templates escapes it.
pub(super) fn escape(text: &str, html: &mut String) {
    if has_signs(text) {
        // Writing to a string cannot fail.
        let _ = write!(html, "{}", HtmlEscape(text));
    } else {
        html.push_str(text);
    }
}

/// Whether a text holds signs of HTML.
fn has_signs(text: &str) -> bool {
    let text = text.as_bytes();
    memchr::memchr3(b'<', b'>', b'&', text).or(memchr::memchr3(b'"', b'\'', b'/', text)).is_some()
}

static BRACKET: LazyLock<Finder> = LazyLock::new(|| Finder::new("（"));

/// Where pieces may begin: at a number, at the bracket before one, or at the character before another bracket.
struct Beginnings<'t> {
    text: &'t str,
    /// The next character that stands before a bracket, once it is sought; the end if there is none.
    bracketed: Option<usize>,
}

impl Beginnings<'_> {
    /// The first from a character on.
    fn after(&mut self, at: usize) -> Option<usize> {
        let bytes = self.text.as_bytes();
        let number = first(&bytes[at..], |byte| byte.is_ascii_digit()).map(|number| match &bytes[at..at + number] {
            [before @ .., 0xE3, 0x80, 0x94] => at + before.len(),
            before => at + before.len(),
        });
        let bracketed = match self.bracketed {
            Some(known) if known >= at => known,
            _ => *self.bracketed.insert(bracketed(self.text, at)),
        };
        number.into_iter().chain((bracketed < bytes.len()).then_some(bracketed)).min()
    }
}

/// Where from a character on 县 or 市 stands before a bracket; the end if nowhere.
fn bracketed(text: &str, at: usize) -> usize {
    let brackets = BRACKET.find_iter(&text.as_bytes()[at..]);
    let mut before = brackets.filter_map(|bracket| text[at..at + bracket].strip_suffix(['县', '市']));
    before.next().map_or(text.len(), |before| at + before.len())
}

/// Where the first byte of a kind stands. It is looked for by stretches, which tell fastest that they have none.
fn first(bytes: &[u8], is_sought: impl Fn(u8) -> bool) -> Option<usize> {
    const STRETCH: usize = 32;
    let has_none = |stretch: &&[u8; STRETCH]| !stretch.iter().fold(false, |found, byte| found | is_sought(*byte));
    let passed = bytes.as_chunks().0.iter().take_while(has_none).count() * STRETCH;
    let rest = bytes[passed..].iter().position(|byte| is_sought(*byte))?;
    Some(passed + rest)
}

/// How many bytes of marks a text begins with.
fn closing(text: &str) -> usize {
    text.len() - text.trim_start_matches(CLOSING).len()
}

/// How many bytes from the start of `text` stay together, if any do.
fn piece(text: &str, before: Option<char>) -> Option<usize> {
    if text.starts_with(|char: char| char.is_ascii_digit()) {
        return counted(text, before);
    }
    if let Some(number) = text.strip_prefix('〔') {
        let year = digits(number);
        let behind = number[year..].strip_prefix('〕')?;
        let count = digits(behind);
        let is_number = year > 0 && count > 0 && behind[count..].starts_with('号');
        return is_number.then(|| text.len() - behind.len());
    }
    WHOLE.iter().find(|word| text.starts_with(**word)).map(|word| word.len())
}

/// How many bytes a number and its unit take, or the dash behind it.
fn counted(text: &str, before: Option<char>) -> Option<usize> {
    if before.is_some_and(|char| char.is_ascii_alphanumeric() || JOINTS.contains(&char)) {
        return None;
    }
    let count = digits(text);
    let behind = &text[count..];
    let sign = behind.chars().next().filter(|char| is_han(*char) || *char == DASH)?;
    let rest = &behind[sign.len_utf8()..];
    let unit = UNITS.iter().find(|(first, more)| *first == sign && rest.starts_with(more));
    Some(count + sign.len_utf8() + unit.map_or(0, |(_, more)| more.len()))
}

/// How many bytes a number takes.
fn digits(text: &str) -> usize {
    let end = text.find(|char: char| !char.is_ascii_digit() && !JOINTS.contains(&char)).unwrap_or(text.len());
    text[..end].trim_end_matches(JOINTS).len()
}

fn is_han(char: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&char)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn no_beginning_of_a_piece_is_passed(text in "(县|市|区|州|（|、|）|〔|〕|号|[0-9.,]|年|月底|—|戈|a| ){0,40}") {
            for (at, _) in text.char_indices() {
                let is_piece = piece(&text[at..], text[..at].chars().next_back()).is_some();
                let begins = Beginnings { text: &text, bracketed: None }.after(at);
                prop_assert!(!is_piece || begins == Some(at), "{at}");
            }
        }
    }

    #[test]
    fn numbers_stay_with_their_units() {
        let marked = |text: &str| kept(text).to_string().replace("<span class=\"kept\">", "[").replace("</span>", "]");
        assert_eq!(marked("国发〔2012〕6号"), "国发[〔2012〕][6号]");
        assert_eq!(marked("2027年12月底前，92.5%以上、3.5万元，"), "[2027年][12月底]前，92.5%以上、[3.5万元，]");
        assert_eq!(marked("各县（市、区）<b>"), "各[县（市、区）]&lt;b&gt;");
        assert_eq!(marked("A4、A5指标，12、13"), "A4、A5指标，12、13");
        assert_eq!(marked("《规范》（2026年4月30日）。"), "《规范》[（2026年][4月][30日）。]");
        assert_eq!(marked("〔2012〕，1."), "〔2012〕，1.");
        assert_eq!(marked("2016—2021年"), "[2016—][2021年]");
        assert_eq!(marked("时限：2026年12月底前）"), "时限：[2026年][12月][底前）]");
        assert_eq!(marked("时限：2026年3月31日前）"), "时限：[2026年][3月][31日]前）");
        assert_eq!(marked("2019—2020学年）"), "[2019—]2020[学年）]");
    }
}

//! What no line of a page ends inside of: a number and its unit, or the dash behind it, which begins no line; 发文字号; a
//! word in brackets behind a sign. Brackets and marks that touch such a piece belong to it: in a cell it is a block, and no
//! line may end in an opening bracket or begin with a stop.
//!
//! Takes the text of an inline, gives it escaped, with those pieces in `<span class="kept">`. Never changes a character.

use minijinja::{HtmlEscape, Value};

/// Units of more than one character, the longest first.
const UNITS: [&str; 6] = ["月底", "月初", "年底", "平方米", "百分点", "万元"];
/// Marks that join two numbers.
const JOINTS: [char; 2] = ['.', ','];
/// What joins two numbers or years.
const DASH: char = '—';
/// What no line ends in, and what none begins with.
const OPENING: [char; 4] = ['（', '《', '“', '〈'];
const CLOSING: [char; 9] = ['）', '》', '”', '〉', '，', '。', '；', '、', '：'];
/// Pieces that stay whole.
const WHOLE: [&str; 3] = ["县（市、区）", "县（区、市）", "市（州）"];

/// The text as HTML.
pub(super) fn kept(text: &str) -> Value {
    let mut html = String::with_capacity(text.len() + text.len() / 4);
    let (mut rest, mut plain) = (text, 0);
    while !rest.is_empty() {
        match piece(rest, text[..text.len() - rest.len()].chars().next_back()) {
            Some(length) => {
                let at = text.len() - rest.len();
                let length = length + closing(&rest[length..]);
                let opening = text[plain..at].len() - text[plain..at].trim_end_matches(OPENING).len();
                let (at, rest_at) = (at - opening, at);
                html += &format!(
                    "{}<span class=\"kept\">{}</span>",
                    escaped(&text[plain..at]),
                    escaped(&text[at..rest_at + length])
                );
                plain = rest_at + length;
                rest = &rest[length..];
            }
            None => rest = &rest[rest.chars().next().map_or(rest.len(), char::len_utf8)..],
        }
    }
    html += &escaped(&text[plain..]);
    Value::from_safe_string(html)
}

fn escaped(text: &str) -> String {
    HtmlEscape(text).to_string()
}

/// How many bytes of marks a text begins with.
fn closing(text: &str) -> usize {
    text.len() - text.trim_start_matches(CLOSING).len()
}

/// How many bytes from the start of `text` stay together, if any do.
fn piece(text: &str, before: Option<char>) -> Option<usize> {
    if let Some(word) = WHOLE.iter().find(|word| text.starts_with(**word)) {
        return Some(word.len());
    }
    if let Some(number) = text.strip_prefix('〔') {
        let year = digits(number);
        let behind = number[year..].strip_prefix('〕')?;
        let count = digits(behind);
        let is_number = year > 0 && count > 0 && behind[count..].starts_with('号');
        return is_number.then(|| text.len() - behind.len() + count + '号'.len_utf8());
    }
    if before.is_some_and(|char| char.is_ascii_alphanumeric() || JOINTS.contains(&char)) {
        return None;
    }
    let count = digits(text);
    if count == 0 || !text.starts_with(|char: char| char.is_ascii_digit()) {
        return None;
    }
    let behind = &text[count..];
    let unit = UNITS.iter().find(|unit| behind.starts_with(**unit)).map(|unit| unit.len());
    let sign = || behind.chars().next().filter(|char| is_han(*char) || *char == DASH).map(char::len_utf8);
    Some(count + unit.or_else(sign)?)
}

/// How many bytes a number takes.
fn digits(text: &str) -> usize {
    let end = text.find(|char: char| !char.is_ascii_digit() && !JOINTS.contains(&char)).unwrap_or(text.len());
    text[..end].trim_end_matches(['.', ',']).len()
}

fn is_han(char: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&char)
}

#[cfg(test)]
mod tests {
    use super::kept;

    #[test]
    fn numbers_stay_with_their_units() {
        let marked = |text: &str| kept(text).to_string().replace("<span class=\"kept\">", "[").replace("</span>", "]");
        assert_eq!(marked("国发〔2012〕6号"), "国发[〔2012〕6号]");
        assert_eq!(marked("2027年12月底前，92.5%以上、3.5万元，"), "[2027年][12月底]前，92.5%以上、[3.5万元，]");
        assert_eq!(marked("各县（市、区）<b>"), "各[县（市、区）]&lt;b&gt;");
        assert_eq!(marked("A4、A5指标，12、13"), "A4、A5指标，12、13");
        assert_eq!(marked("《规范》（2026年4月30日）。"), "《规范》[（2026年][4月][30日）。]");
        assert_eq!(marked("〔2012〕，1."), "〔2012〕，1.");
        assert_eq!(marked("2016—2021年"), "[2016—][2021年]");
    }
}

//! Document numbers: 某政办发〔2026〕5号.
//!
//! Takes the words of a number, gives its parts, however they are bracketed. Knows no plan.

use std::ops::Range;

use crate::plan::is_blank_name;

use super::passages::is_han;

/// A document number taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Number {
    /// 机关代字, blanks taken off.
    pub organ: String,
    /// The digits of the year.
    pub year: String,
    /// Where they stand.
    pub year_at: Range<usize>,
    /// The serial number, without leading zeros.
    pub serial: String,
    /// What is wrong with the form.
    pub faults: Vec<Fault>,
}

/// What can be wrong with the form of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fault {
    /// The year is not in 〔〕.
    Brackets,
    /// The year does not have four digits.
    ShortYear,
    /// 第 before the serial number.
    Ordinal,
    /// The serial number begins with 0.
    LeadingZero,
    /// 号 is missing.
    NoEnd,
    /// There are blanks inside.
    Blanks,
    /// Full-width digits.
    WideDigits,
}

impl Number {
    /// As it has to be written; nothing if the year is not known in four digits.
    pub(super) fn proper(&self) -> Option<String> {
        (self.year.len() == 4).then(|| format!("{}〔{}〕{}号", self.organ, self.year, self.serial))
    }
}

/// The brackets that people put round the year.
const BRACKETS: [(char, char); 7] =
    [('〔', '〕'), ('[', ']'), ('【', '】'), ('(', ')'), ('（', '）'), ('［', '］'), ('﹝', '﹞')];

/// Takes a number apart; `None` if it is none, or has a hole.
pub(super) fn read(text: &str) -> Option<Number> {
    let (open_at, open) = text.char_indices().find(|(_, sign)| BRACKETS.iter().any(|(open, _)| open == sign))?;
    let inside = open_at + open.len_utf8();
    let (close_at, close) =
        text[inside..].char_indices().find(|(_, sign)| BRACKETS.iter().any(|(_, close)| close == sign))?;
    let close_at = inside + close_at;
    let (organ, year) = (&text[..open_at], &text[inside..close_at]);
    let tail = text[close_at + close.len_utf8()..].trim();
    let (ordinal, tail) = tail.strip_prefix('第').map_or((false, tail), |tail| (true, tail));
    let (serial, has_end) = tail.strip_suffix('号').map_or((tail, false), |serial| (serial, true));
    let (narrow_year, narrow_serial) = (narrow(year.trim()), narrow(serial.trim()));
    let is_number = |digits: &str| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    let organ_words: String = organ.chars().filter(|sign| !sign.is_whitespace()).collect();
    if !is_number(&narrow_year) || !is_number(&narrow_serial) || organ_words.is_empty() {
        return None;
    }
    let year_start = inside + year.len() - year.trim_start().len();
    let plain = narrow_serial.trim_start_matches('0');
    let found = [
        ((open, close) != ('〔', '〕'), Fault::Brackets),
        (narrow_year.len() != 4, Fault::ShortYear),
        (ordinal, Fault::Ordinal),
        (plain.len() < narrow_serial.len(), Fault::LeadingZero),
        (!has_end, Fault::NoEnd),
        (text.trim().contains(char::is_whitespace), Fault::Blanks),
        (narrow_year != year.trim() || narrow_serial != serial.trim(), Fault::WideDigits),
    ];
    (!plain.is_empty()).then(|| Number {
        organ: organ_words,
        year_at: year_start..year_start + year.trim().len(),
        serial: plain.to_owned(),
        year: narrow_year,
        faults: found.into_iter().filter(|(is_there, _)| *is_there).map(|(_, fault)| fault).collect(),
    })
}

/// Where the years of numbers stand in other brackets than 〔〕, brackets included, also of those whose serial is still
/// open: `(2023)` of 某教发(2023)X号.
pub(super) fn odd_brackets(text: &str) -> Vec<Range<usize>> {
    let odd = &BRACKETS[1..];
    let found = text.char_indices().filter_map(|(at, sign)| {
        let (_, close) = odd.iter().find(|(open, _)| *open == sign)?;
        let inside = at + sign.len_utf8();
        let end = inside + text[inside..].find(*close)?;
        let is_year = end - inside == 4 && text[inside..end].bytes().all(|byte| byte.is_ascii_digit());
        let is_of_organ = text[..at]
            .chars()
            .next_back()
            .is_some_and(|sign| is_han(sign) || is_blank_name(&sign.to_string().repeat(2)));
        let after = end + close.len_utf8();
        (is_year && is_of_organ && begins_with_serial(&text[after..])).then_some(at..after)
    });
    found.collect()
}

/// Whether words begin with a serial number, or the blank for one: 第8号, X号.
fn begins_with_serial(words: &str) -> bool {
    let words = words.strip_prefix('第').unwrap_or(words);
    let Some((serial, _)) = words.split_once('号') else { return false };
    let is_sign = |sign: char| sign.is_ascii_digit() || "XxＸｘ×*＊？?".contains(sign);
    !serial.is_empty() && serial.chars().count() <= 5 && serial.chars().all(is_sign)
}

/// Full-width digits made narrow.
fn narrow(text: &str) -> String {
    let digit = |sign: char| match sign {
        '０'..='９' => char::from_u32(sign as u32 - '０' as u32 + '0' as u32).unwrap_or(sign),
        _ => sign,
    };
    text.chars().map(digit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_numbers() {
        let cases = [
            ("平办发〔2017〕55号", vec![]),
            ("平办发[2017]55号", vec![Fault::Brackets]),
            ("平办发【2017】第055号", vec![Fault::Brackets, Fault::Ordinal, Fault::LeadingZero]),
            ("平办发〔17〕55号", vec![Fault::ShortYear]),
            ("平办发（２０１７）５５号", vec![Fault::Brackets, Fault::WideDigits]),
            ("平办发〔2017〕 55", vec![Fault::NoEnd, Fault::Blanks]),
        ];
        for (text, faults) in cases {
            assert_eq!(read(text).unwrap().faults, faults, "{text}");
        }
        assert_eq!(read("平办发 [2017] 第055号").unwrap().proper().unwrap(), "平办发〔2017〕55号");
    }

    #[test]
    fn brackets_are_judged_whatever_else_is_open() {
        let found = |text: &str| odd_brackets(text).into_iter().map(|at| text[at].to_owned()).collect::<Vec<_>>();
        assert_eq!(found("按照XX教基字(2023)X号和某教发[2023]8号"), ["(2023)", "[2023]"]);
        assert_eq!(found("某教发（2023）第8号"), ["（2023）"]);
        for text in ["某教发〔2023〕8号", "今年（2023）8月", "（2023）8号", "教育局(2023)", "8号(2023)楼"]
        {
            assert_eq!(found(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn holes_and_other_words_are_no_numbers() {
        for text in ["", "55号", "平办发〔20xx〕55号", "平办发〔2017〕号", "平办发〔2017〕×号", "〔2017〕5号", "（"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }
}

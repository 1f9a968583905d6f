//! Lines of the commonest shapes, read without the grammar.
//!
//! Nine lines of ten are a keyword, a colon and plain names or a day. The grammar reads them as well, and says what they
//! mean; but it goes sign by sign through all that might stand there, which is most of what reading costs. Takes the
//! folded text of a line or value, gives the bytes of its parts, or nothing: then the grammar is asked. A test holds
//! that both always agree.

use std::ops::Range;

/// What opens a stretch in which nothing is parted.
const OPENERS: [char; 5] = ['“', '"', '《', '(', '〔'];

/// Key, name and rest of a heading or data line, as the rules `heading` and `entry` part it.
pub(super) struct Parts {
    pub key: Range<usize>,
    pub name: Option<Range<usize>>,
    pub rest: Option<Range<usize>>,
}

/// The parts of `KEY：rest` and `KEY NAME：rest`.
pub(super) fn parts(text: &str) -> Option<Parts> {
    let end = text.find(ends_key)?;
    let key = 0..end;
    let behind = text[end..].trim_start_matches(' ');
    let from = text.len() - behind.len();
    if end == 0 {
        return None;
    }
    if let Some(rest) = behind.strip_prefix(':') {
        return Some(Parts { key, name: None, rest: Some(last(text, rest)) });
    }
    if from == end {
        return None;
    }
    let colon = from + behind.find(|sign| sign == ':' || OPENERS.contains(&sign))?;
    let rest = text[colon..].strip_prefix(':')?;
    let name = from..from + text[from..colon].trim_end_matches(' ').len();
    Some(Parts { key, name: Some(name), rest: Some(last(text, rest)) })
}

/// Where a key may end; an opener in it is the grammar's business.
fn ends_key(sign: char) -> bool {
    matches!(sign, ' ' | ':' | ',') || OPENERS.contains(&sign)
}

/// The rest of a text without the blanks before it.
fn last(text: &str, rest: &str) -> Range<usize> {
    text.len() - rest.trim_start_matches(' ').len()..text.len()
}

/// What stands in the place of a name and is none.
const WORDS: [&str; 6] = ["待定", "空缺", "暂缺", "tbd", "无", "none"];

/// Whether a word stands in the place of a name; all that do are short.
pub(super) fn is_word(word: &str) -> bool {
    word.len() <= "待定".len() && WORDS.contains(&word)
}

/// The names of a list, as the rule `list` parts it, if none of them is quoted, left open or a word of its own.
pub(super) fn list(text: &str) -> Option<Vec<Range<usize>>> {
    let (mut names, mut from) = (Vec::new(), 0);
    for (at, sign) in text.char_indices() {
        match sign {
            '、' | ',' | ';' => {
                names.push(bare(text, from..at));
                from = at + sign.len_utf8();
            }
            '?' => return None,
            _ if OPENERS.contains(&sign) => return None,
            _ => {}
        }
    }
    names.push(bare(text, from..text.len()));
    let is_name = |name: &Range<usize>| !name.is_empty() && !is_word(&text[name.clone()]);
    names.iter().all(is_name).then_some(names)
}

/// A stretch of a text without the blanks around it.
fn bare(text: &str, at: Range<usize>) -> Range<usize> {
    let words = text[at.clone()].trim_end_matches(' ');
    let begin = at.start + words.len() - words.trim_start_matches(' ').len();
    begin..at.start + words.len()
}

/// Year, month and day of `2026-01-18` and `2026年1月18日`.
pub(super) fn day(text: &str) -> Option<(&str, &str, &str)> {
    let (year, rest) = digits(text, 4..=4)?;
    let marks = if rest.starts_with('-') { ["-", "-", ""] } else { ["年", "月", "日"] };
    let (month, rest) = digits(rest.strip_prefix(marks[0])?, 1..=2)?;
    let (day, rest) = digits(rest.strip_prefix(marks[1])?, 1..=2)?;
    (rest == marks[2]).then_some((year, month, day))
}

/// The same as numbers.
pub(super) fn numbers_of_day(text: &str) -> Option<(Option<i16>, u8, u8)> {
    if let Some((year, month, day)) = iso_day(text) {
        return Some((Some(year), month, day));
    }
    let (year, month, day) = day(text)?;
    Some((year.parse().ok(), month.parse().unwrap_or(0), day.parse().unwrap_or(0)))
}

/// The numbers of `2026-01-18`, as most days are written.
fn iso_day(text: &str) -> Option<(i16, u8, u8)> {
    let [year @ .., b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else { return None };
    let digit = |sign: u8| sign.is_ascii_digit().then(|| sign - b'0');
    let pair = |tens: u8, ones: u8| Some(digit(tens)? * 10 + digit(ones)?);
    let &[y1, y2, y3, y4] = year else { return None };
    Some((i16::from(pair(y1, y2)?) * 100 + i16::from(pair(y3, y4)?), pair(*m1, *m2)?, pair(*d1, *d2)?))
}

/// The two days of `2026-01-01至2026-09-30`.
pub(super) fn days(text: &str) -> Option<(&str, &str)> {
    text.split_once('至').filter(|(first, last)| day(first).is_some() && day(last).is_some())
}

/// Some digits and what follows them.
fn digits(text: &str, count: std::ops::RangeInclusive<usize>) -> Option<(&str, &str)> {
    let end = text.bytes().position(|byte| !byte.is_ascii_digit()).unwrap_or(text.len());
    count.contains(&end).then(|| text.split_at(end))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::fold::Folded;
    use super::super::grammar::{Rule, Stretch, child, children};
    use super::super::line::{LineKind, lines};
    use super::super::{tests::all_plans, time};
    use super::*;
    use crate::source::Sources;

    /// Whether what is read without the grammar is what the grammar reads.
    fn agree(text: &str) -> Result<(), String> {
        let mut sources = Sources::default();
        let id = sources.add("<line>", text);
        let folded = Folded::new(text, 0);
        let line = Stretch::whole(sources.get(id), &folded);
        for rule in [Rule::heading, Rule::entry] {
            let Some(Parts { key, name, rest }) = parts(line.text()) else { continue };
            let found = line.read(rule).map_err(|_| format!("{rule:?} does not read {text}"))?;
            let of_rule = children(found).map(|part| (part.as_rule(), part.as_span().start()..part.as_span().end()));
            let plain = [Some((Rule::key, key)), name.map(|at| (Rule::name, at)), rest.map(|at| (Rule::rest, at))];
            same(of_rule.collect::<Vec<_>>(), plain.into_iter().flatten().collect(), text)?;
        }
        for value in [text, text.split_once(['：', ':']).map_or("", |(_, value)| value)] {
            let folded = Folded::new(value, 0);
            let stretch = Stretch::whole(sources.get(id), &folded);
            if let Some(plain) = list(stretch.text()) {
                let found = stretch.read(Rule::list).map_err(|_| format!("list does not read {value}"))?;
                let names = children(found).map(|item| match item.as_rule() {
                    Rule::item => {
                        child(item).map(|name| (name.as_rule(), name.as_span().start()..name.as_span().end()))
                    }
                    _ => None,
                });
                same(names.collect::<Vec<_>>(), plain.into_iter().map(|at| Some((Rule::word, at))).collect(), value)?;
            }
            if day(stretch.text()).is_some() || days(stretch.text()).is_some() {
                let found = stretch.read(Rule::when).map_err(|_| format!("when does not read {value}"))?;
                let plain = time::when(stretch).map(|when| when.value).map_err(|fault| fault.message);
                let moment = child(found).ok_or("no time")?;
                let of_rule = time::moment(stretch, moment).map_err(|fault| fault.message);
                same(of_rule, plain, value)?;
            }
        }
        Ok(())
    }

    fn same<T: PartialEq + std::fmt::Debug>(of_rule: T, plain: T, text: &str) -> Result<(), String> {
        if of_rule == plain {
            Ok(())
        } else {
            Err(format!("{text}: the grammar reads {of_rule:?}, without it {plain:?}"))
        }
    }

    #[test]
    fn lines_of_plans_are_read_as_by_the_grammar() {
        let mut count = 0;
        for text in &all_plans() {
            for line in lines(text).filter(|line| matches!(line.kind, LineKind::Heading(_) | LineKind::Data)) {
                agree(&text[line.content]).unwrap();
                count += 1;
            }
        }
        assert!(count > 5_000, "there were {count}");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn other_lines_are_read_as_by_the_grammar(line in "[牵头局待定无、,，;；:： 　?？“”\"《》（）()〔〕=-]{0,16}|(待定|无|tbd|空缺|none|甲)[、, ：]?(待定|无|暂缺|乙)?") {
            prop_assert_eq!(agree(&line), Ok(()));
        }

        #[test]
        fn days_are_read_as_by_the_grammar(line in "[0-9]{4}(-[0-9]{1,3}-[0-9]{1,3}|年[0-9]{1,3}月[0-9]{1,3}日)前?") {
            prop_assert_eq!(agree(&line), Ok(()));
        }

        #[test]
        fn stretches_of_days_are_read_as_by_the_grammar(
            line in "20[0-9]{2}(-[0-9]{1,2}-[0-9]{1,2}|年[0-9]{1,2}月[0-9]{1,2}日)至20[0-9]{2}(-[0-9]{1,2}-[0-9]{1,2}|年[0-9]{1,2}月[0-9]{1,2}日)"
        ) {
            prop_assert_eq!(agree(&line), Ok(()));
        }

        #[test]
        fn no_time_ends_in_days_behind_a_comma(
            line in "(自|从)?(2026年6月|发布之日|即日|每年4月|三年|“十四五”|甲|2026-01-01)?(起|底前|前|施行|后)?(长期坚持|有效期)?,20[0-9]{2}-0[1-9]-1[0-9](至20[0-9]{2}-0[1-9]-1[0-9])?"
        ) {
            let mut sources = Sources::default();
            let id = sources.add("<line>", line.as_str());
            let folded = Folded::new(&line, 0);
            prop_assert!(Stretch::whole(sources.get(id), &folded).read(Rule::when).is_err());
        }
    }
}

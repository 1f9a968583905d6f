//! Quota lines of the commonest shape, read without the grammar: `城镇新增就业人数（全市）不低于41万人，到2027年底`.
//!
//! The grammar reads them as well, and says what they mean; but it tries one kind of value after the other and asks at
//! every sign of the name whether it ends there. Takes a line, gives its parts, or nothing: then the grammar is asked. Of
//! a name in which a rule might see anything else it gives nothing. A test holds that both always agree.

use std::ops::Range;

use crate::calendar::{Part, Time, When};
use crate::quantity::{self, Amount, Comparison, Decimal, Target};
use crate::source::Spanned;

use super::super::ast::{Ask, Clause, Quota, TimeWord};
use super::super::grammar::Stretch;

/// What compares, and the reading of the number behind it.
const COMPARING: [(&str, Comparison); 6] = [
    ("不低于", Comparison::AtLeast),
    ("不少于", Comparison::AtLeast),
    (">=", Comparison::AtLeast),
    ("不超过", Comparison::AtMost),
    ("不高于", Comparison::AtMost),
    ("<=", Comparison::AtMost),
];

/// What is counted in most plans, and means nothing else behind a number.
const UNITS: [&str; 36] = [
    "%",
    "‰",
    "百分点",
    "个百分点",
    "人",
    "万人",
    "人次",
    "万人次",
    "名",
    "户",
    "万户",
    "家",
    "所",
    "个",
    "项",
    "件",
    "套",
    "台",
    "辆",
    "座",
    "处",
    "张",
    "篇",
    "册",
    "元",
    "万元",
    "亿元",
    "吨",
    "万吨",
    "亩",
    "万亩",
    "公顷",
    "平方米",
    "万平方米",
    "公里",
    "立方米",
];

/// What a name does not begin with: a time before it, or a word such as 力争 that is no part of it, might.
const OPENING: &str = "力争求截目当全我现共确保务每隔春秋上下到年第一寒暑本今去明前季自从";
/// What a name without a blank behind it does not hold: numbers, and what may begin a comparison, a rhythm or whom something is done for.
const INSIDE: &str = "零一二三四五六七八九十两百千万亿廿半不至最待约较比均由从翻每逐年春";
/// The same in words of several signs.
const WORDS: [&str; 8] = ["定期", "学期", "基期", "保持", "上学", "去年", "同期", "控制"];
/// What such a name does not end in: the last signs of words that stand before a value and are no part of the name.
const CLOSING: &str = "到至增破过于足达在约长高升加降少低保证须必当应要计额合共有现仅只为是争取求别各持";

/// The parts of a line, as bytes of its folded text.
struct Parts<'a> {
    name: Range<usize>,
    value: Range<usize>,
    comparison: Comparison,
    number: &'a str,
    unit: &'a str,
    /// 到2027年底.
    until: Option<(Range<usize>, Time)>,
}

/// A line of the commonest shape.
pub(super) fn quota(stretch: Stretch) -> Option<Quota> {
    let Parts { name, value, comparison, number, unit, until } = parts(stretch.text())?;
    if stretch.is_filled() {
        return None;
    }
    let amount = Amount::new(Decimal::from_str_exact(number).ok()?, Some(quantity::Unit::new(unit)));
    let value = Spanned::new(Ask::Target(Target::Value(comparison, amount)), stretch.cut(value).span());
    let mut quota = Quota { asks: vec![value], ..Quota::of(stretch.cut(name).whole_words()) };
    if let Some((at, time)) = until {
        let clause = Clause::When(TimeWord::Until, When::At(time));
        quota.clauses = vec![Spanned::new(clause, stretch.cut(at).span())];
    }
    Some(quota)
}

fn parts(text: &str) -> Option<Parts<'_>> {
    let begin = text.find(['不', '>', '<'])?;
    let (sign, comparison) = COMPARING.iter().find(|(sign, _)| text[begin..].starts_with(sign))?;
    let tight = text[..begin].strip_suffix(' ');
    let (name, is_spaced) = (tight.unwrap_or(&text[..begin]), tight.is_some());
    let (number, rest) = number(&text[begin + sign.len()..])?;
    let (asked, clause) = match rest.split_once(',') {
        Some((asked, clause)) => (asked, Some(clause)),
        None => (rest, None),
    };
    let unit = UNITS.contains(&asked).then_some(asked)?;
    let value = begin..text.len() - rest.len() + unit.len();
    let until = match clause {
        Some(clause) => Some((text.len() - clause.len()..text.len(), end(clause)?)),
        None => None,
    };
    let name = is_plain_name(name, is_spaced).then_some(0..name.len())?;
    Some(Parts { name, value, comparison: *comparison, number, unit, until })
}

/// `41`, `92.5`, and what follows.
fn number(text: &str) -> Option<(&str, &str)> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let whole = digits(text);
    let end = match text[whole..].strip_prefix('.').map(digits) {
        Some(decimals @ 1..=6) => whole + 1 + decimals,
        Some(_) => return None,
        None => whole,
    };
    (1..=12).contains(&whole).then(|| text.split_at(end))
}

/// The time of `到2027年底`, `到2027年6月`.
fn end(clause: &str) -> Option<Time> {
    let (year, rest) = clause.strip_prefix('到')?.split_once('年')?;
    let is_year = year.len() == 4 && year.starts_with("20") && year.bytes().all(|digit| digit.is_ascii_digit());
    let part = match rest.strip_suffix('月') {
        None if rest == "底" => Part::YearEnd,
        Some(month) if !month.starts_with('0') => {
            Part::Month(month.parse().ok().filter(|month| (1..=12).contains(month))?)
        }
        _ => return None,
    };
    is_year.then_some(Time { year: Some(year.parse().ok()?), part })
}

/// Whether a name is Chinese characters in which nothing else can be seen, and perhaps words in a bracket behind them.
fn is_plain_name(name: &str, is_spaced: bool) -> bool {
    let (words, bracket) = match name.split_once('(') {
        Some((words, bracket)) => (words, bracket.strip_suffix(')')),
        None => (name, Some("")),
    };
    let is_bracket =
        bracket.is_some_and(|inside| inside.chars().all(|sign| is_han(sign) || sign.is_ascii_alphanumeric()));
    let (Some(first), Some(last)) = (words.chars().next(), words.chars().next_back()) else { return false };
    is_bracket
        && !OPENING.contains(first)
        && words.chars().all(is_han)
        && (is_spaced
            || !CLOSING.contains(last) && !words.contains(is_inside) && !WORDS.iter().any(|word| words.contains(word)))
}

fn is_inside(sign: char) -> bool {
    static SIGNS: Signs = Signs::of(INSIDE);
    SIGNS.hold(sign)
}

fn is_han(sign: char) -> bool {
    matches!(sign, '\u{4e00}'..='\u{9fff}')
}

/// Some Chinese characters; whether a sign is one of them is asked of every sign of a name.
struct Signs([u64; Signs::BLOCKS]);

impl Signs {
    const FIRST: usize = 0x4e00;
    const BLOCKS: usize = (0xa000 - Self::FIRST) / 64;

    /// The characters of a text, each of which has three bytes.
    const fn of(text: &str) -> Self {
        let (mut signs, bytes, mut at) = ([0; Self::BLOCKS], text.as_bytes(), 0);
        while at < bytes.len() {
            let (high, middle, low) = (bytes[at] as usize & 0xf, bytes[at + 1] as usize & 0x3f, bytes[at + 2] as usize);
            let place = (high << 12 | middle << 6 | low & 0x3f) - Self::FIRST;
            signs[place / 64] |= 1 << (place % 64);
            at += 3;
        }
        Self(signs)
    }

    fn hold(&self, sign: char) -> bool {
        let place = (sign as usize).checked_sub(Self::FIRST);
        place.and_then(|place| Some(self.0.get(place / 64)? >> (place % 64) & 1)) == Some(1)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use regex::Regex;

    use super::super::super::fold::Folded;
    use super::super::super::grammar::{Rule, Stretch};
    use super::super::super::line::{LineKind, lines};
    use super::super::super::tests::all_plans;
    use super::super::by_rule;
    use super::*;
    use crate::source::Sources;

    /// Whether a line is read without the grammar; if so it has to be what the grammar reads.
    fn is_read(text: &str) -> Result<bool, String> {
        let mut sources = Sources::default();
        let id = sources.add("<line>", text);
        let folded = Folded::new(text, 0);
        let line = Stretch::whole(sources.get(id), &folded);
        let Some(usual) = quota(line) else { return Ok(false) };
        let mut told = Vec::new();
        match by_rule(line, Rule::quota, &mut told) {
            Ok(of_rule) if of_rule == usual && told.is_empty() => Ok(true),
            other => Err(format!("{text}: the grammar reads {other:?} and tells {told:?}, without it {usual:?}")),
        }
    }

    /// The Chinese words of the grammar, each of which may mean something.
    fn words() -> Vec<String> {
        let literal = Regex::new("\"([\u{4e00}-\u{9fff}]+)\"").unwrap();
        let grammar = include_str!("../../../grammar/plan.pest");
        let found = literal.captures_iter(grammar).map(|word| word[1].to_owned());
        found.collect::<std::collections::BTreeSet<_>>().into_iter().collect()
    }

    #[test]
    fn lines_of_plans_are_read_as_by_the_grammar() {
        let texts = all_plans();
        let of_text = |text: &String| {
            let data = lines(text).filter(|line| line.kind == LineKind::Data).map(|line| text[line.content].to_owned());
            data.filter_map(|line| line.split_once(['：', ':']).map(|(_, value)| value.trim().to_owned()))
                .collect::<Vec<_>>()
        };
        let read = texts.iter().flat_map(of_text).filter(|value| is_read(value).unwrap()).count();
        assert!(read >= 50, "there were {read}");
    }

    #[test]
    fn a_set_of_signs_holds_these_and_no_others() {
        for sign in '\0'..='\u{1ffff}' {
            assert_eq!(is_inside(sign), INSIDE.contains(sign), "{sign}");
        }
    }

    #[test]
    fn no_word_of_the_grammar_is_passed_over_in_a_name() {
        let words = words();
        assert!(words.len() > 500, "there were {}", words.len());
        let mut read = 0;
        for word in &words {
            for name in
                [format!("{word}床位"), format!("服务{word}床位"), format!("服务{word}"), format!("服务{word}（全市）")]
            {
                for value in ["不低于41张", " >=41张，到2027年底"] {
                    read += usize::from(is_read(&format!("{name}{value}")).unwrap());
                }
            }
        }
        assert!(read > 1_000, "there were {read}");
    }

    #[test]
    fn all_that_compares_and_all_units_are_read_as_by_the_grammar() {
        for (sign, _) in COMPARING {
            for unit in UNITS {
                for number in ["41", "0.5", "2026"] {
                    assert_eq!(is_read(&format!("毛入学率{sign}{number}{unit}")), Ok(true), "{sign}{number}{unit}");
                }
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(3_000))]

        #[test]
        fn other_lines_are_read_as_by_the_grammar(
            words in prop::collection::vec(prop::sample::select(words()), 0..3),
            name in "[就业服务率床位新增提升]{0,4}",
            tail in "(（(全市|G1|其中)）)?[ ]?(不低于|不超过|>=|≥|<=)[ ]?[0-9]{1,5}(\\.[0-9]{1,2})?(%|万人|个|元|)(，(到20[0-9]{2}年底?|到2026年[0-9]{1,2}月|约束性)|左右|以上)?",
        ) {
            let line = format!("{}{name}{tail}", words.concat());
            prop_assert!(is_read(&line).is_ok(), "{:?}", is_read(&line));
        }
    }
}

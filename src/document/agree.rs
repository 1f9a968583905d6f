//! Whether a sentence says a value: the same number, compared the same way, of the same time.
//!
//! Takes a sentence and what is sought in it, gives yes or no; in doubt no, so that the value is printed.

use crate::calendar::{Time, When};
use crate::quantity::{Amount, Comparison, Target, han_ordinal};

/// Words that tell of what was or is, not of what is to be.
const PAST: [&str; 9] = ["去年", "上年", "上一年", "上学年", "目前", "当前", "已", "此前", "往年"];

/// How the words around a number compare.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sense {
    Plain,
    Reach,
    Hold,
    More,
    Less,
    /// More, and not the number itself.
    Over,
    /// Less, and not the number itself.
    Under,
    Around,
    /// The words before it and after it say different things.
    Mixed,
}

/// What compares before a number; of those that end at one place the longest counts.
const BEFORE: [(&str, Sense); 32] = [
    ("达到", Sense::Reach),
    ("达", Sense::Reach),
    ("提高到", Sense::Reach),
    ("提升到", Sense::Reach),
    ("增加到", Sense::Reach),
    ("增长到", Sense::Reach),
    ("提高至", Sense::Reach),
    ("提升至", Sense::Reach),
    ("控制在", Sense::Hold),
    ("不低于", Sense::More),
    ("不少于", Sense::More),
    ("不小于", Sense::More),
    ("至少", Sense::More),
    ("高于", Sense::Over),
    ("超过", Sense::Over),
    ("多于", Sense::Over),
    ("大于", Sense::Over),
    ("不超过", Sense::Less),
    ("不高于", Sense::Less),
    ("不多于", Sense::Less),
    ("不大于", Sense::Less),
    ("不得超过", Sense::Less),
    ("不得高于", Sense::Less),
    ("不得低于", Sense::More),
    ("不得少于", Sense::More),
    ("至多", Sense::Less),
    ("最多", Sense::Less),
    ("低于", Sense::Under),
    ("少于", Sense::Under),
    ("不足", Sense::Under),
    ("未达到", Sense::Under),
    ("约", Sense::Around),
];
/// What compares after a number.
const AFTER: [(&str, Sense); 6] = [
    ("以上", Sense::More),
    ("以下", Sense::Less),
    ("以内", Sense::Less),
    ("之内", Sense::Less),
    ("左右", Sense::Around),
    ("上下", Sense::Around),
];

/// Values that are sought beside a name.
#[derive(Default)]
pub(super) struct Sought<'a> {
    /// What it may be called; one is enough.
    pub names: Vec<&'a str>,
    /// What it counts over; all of it.
    pub scope: Vec<&'a str>,
    /// The values; all of them.
    pub targets: Vec<&'a Target>,
    /// The years they are for.
    pub years: Vec<i16>,
    /// Whether they are values of what is, not of what is to be.
    pub is_past: bool,
}

impl Sought<'_> {
    /// Whether the sentence says all of it.
    pub(super) fn stands_in(&self, sentence: &str) -> bool {
        self.names.iter().any(|name| sentence.contains(name))
            && self.scope.iter().all(|value| sentence.contains(value))
            && self.targets.iter().all(|target| has_target(sentence, target, self.is_past))
            && (self.is_past || !is_past(sentence))
            && years(sentence).all(|year| self.years.contains(&year))
    }
}

/// Whether the sentence tells of what was.
pub(super) fn is_past(sentence: &str) -> bool {
    PAST.iter().any(|word| sentence.contains(word))
}

/// The years a time names; a school year has two.
pub(super) fn years_of(when: &When) -> Vec<i16> {
    let years = |time: &Time| {
        let has_two = time.is_of_school_year();
        let second = time.year.filter(|_| has_two).map(|year| year.saturating_add(1));
        time.year.into_iter().chain(second)
    };
    match when {
        When::At(time) => years(time).collect(),
        When::Between(first, last) => years(first).chain(last.iter().flat_map(years)).collect(),
        _ => Vec::new(),
    }
}

/// The years a sentence names.
pub(super) fn years(sentence: &str) -> impl Iterator<Item = i16> {
    const GOES_ON: [char; 10] = ['年', '学', '—', '–', '-', '－', '~', '～', '至', '、'];
    let runs = sentence.match_indices(|sign: char| sign.is_ascii_digit()).map(|(at, _)| at);
    runs.filter_map(move |at| {
        let word = sentence.get(at..at + 4)?;
        let starts = !sentence[..at].ends_with(|sign: char| sign.is_ascii_digit() || sign == '.');
        let is_year = starts && (word.starts_with("19") || word.starts_with("20"));
        is_year.then_some(())?;
        sentence[at + 4..].starts_with(GOES_ON).then(|| word.parse().ok())?
    })
}

/// Whether the sentence says the target; `is_loose` takes a number that nothing compares for any.
pub(super) fn has_target(sentence: &str, target: &Target, is_loose: bool) -> bool {
    match target {
        Target::Value(comparison, amount) => places(sentence, amount)
            .into_iter()
            .any(|(start, end)| agrees(*comparison, sense(&sentence[..start], &sentence[end..]), is_loose)),
        Target::Range(low, high) => {
            !numbers(sentence, &low.value.to_string()).is_empty() && !places(sentence, high).is_empty()
        }
        Target::Either(choices) | Target::All(choices) => {
            choices.iter().all(|choice| has_target(sentence, choice, is_loose))
        }
        Target::Soft(words) | Target::Hole(Some(words)) => sentence.contains(words.as_str()),
        Target::Hole(None) => false,
    }
}

fn agrees(comparison: Comparison, sense: Sense, is_loose: bool) -> bool {
    if is_loose && sense == Sense::Plain {
        return true;
    }
    match comparison {
        Comparison::AtLeast | Comparison::Reach => matches!(sense, Sense::Reach | Sense::More | Sense::Over),
        Comparison::AtMost => matches!(sense, Sense::Hold | Sense::Less | Sense::Under),
        Comparison::Above => sense == Sense::Over,
        Comparison::Below => sense == Sense::Under,
        Comparison::Exactly | Comparison::Planned => matches!(sense, Sense::Plain | Sense::Reach | Sense::Hold),
        Comparison::Over => matches!(sense, Sense::Over | Sense::More | Sense::Around),
        Comparison::About | Comparison::Nearly => sense == Sense::Around,
    }
}

/// How a number is compared by what stands before and after it in its clause.
fn sense(before: &str, after: &str) -> Sense {
    let before = before.rsplit(['，', ',', '：']).next().unwrap_or_default();
    let start = AFTER.iter().filter_map(|(word, _)| before.rfind(word).map(|at| at + word.len())).max();
    let before = &before[start.unwrap_or(0)..];
    let after = after.split(['，', ',']).next().unwrap_or_default();
    let end = BEFORE.iter().filter_map(|(word, _)| after.find(word)).min();
    let after = &after[..end.unwrap_or(after.len())];
    let last = BEFORE.iter().filter_map(|(word, sense)| Some((before.rfind(word)? + word.len(), word.len(), *sense)));
    let before = last.max_by_key(|(end, length, _)| (*end, *length)).map_or(Sense::Plain, |(_, _, sense)| sense);
    let first = AFTER.iter().filter_map(|(word, sense)| Some((after.find(word)?, *sense)));
    let after = first.min_by_key(|(at, _)| *at).map_or(Sense::Plain, |(_, sense)| sense);
    match (before, after) {
        (before, Sense::Plain) => before,
        (Sense::Plain | Sense::Reach, after) => after,
        (Sense::Hold, Sense::Less) => Sense::Less,
        (Sense::Over, Sense::More) | (Sense::Under, Sense::Less) => before,
        (before, after) if before == after => before,
        _ => Sense::Mixed,
    }
}

/// Where the number stands with its unit, in digits or, if it is small, in characters.
fn places(sentence: &str, amount: &Amount) -> Vec<(usize, usize)> {
    let unit = amount.unit.as_ref().map_or("", |unit| unit.word());
    let mut found = numbers(sentence, &amount.to_string());
    let number = u64::try_from(amount.value).ok().filter(|number| (1..=10).contains(number));
    if let Some(number) = number.filter(|_| amount.value.fract().is_zero() && !unit.is_empty()) {
        let han = if number == 2 { "两".to_owned() } else { han_ordinal(number as usize) };
        let word = format!("{han}{unit}");
        found.extend(sentence.match_indices(&word).map(|(at, word)| (at, at + word.len())));
    }
    found
}

/// Whether the number stands in the sentence as a whole.
pub(super) fn holds_number(sentence: &str, number: &str) -> bool {
    !numbers(sentence, number).is_empty()
}

/// Where the number stands as a whole: `4%` does not stand in `24%`.
fn numbers(sentence: &str, number: &str) -> Vec<(usize, usize)> {
    let is_part = |character: char| character.is_ascii_digit() || character == '.';
    let all = sentence.match_indices(number).map(|(at, _)| (at, at + number.len()));
    all.filter(|(start, end)| {
        let goes_on = number.ends_with(is_part) && sentence[*end..].starts_with(is_part);
        !goes_on && !sentence[..*start].ends_with(is_part)
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::{Decimal, Unit};

    fn says(sentence: &str, comparison: Comparison, number: i64, unit: &str) -> bool {
        let target = Target::Value(comparison, Amount::new(Decimal::from(number), Some(Unit::new(unit))));
        let sought = Sought { names: vec!["率"], targets: vec![&target], years: vec![2028], ..Sought::default() };
        sought.stands_in(sentence)
    }

    #[test]
    fn a_value_is_said_only_as_it_is_compared() {
        use Comparison::{AtLeast, AtMost, Planned};
        assert!(says("到2028年，巩固率达到97%以上", AtLeast, 97, "%"));
        assert!(says("入学率、巩固率分别达到95%、97%以上", AtLeast, 95, "%"));
        assert!(says("辍学率控制在2%以内、巩固率不低于97%", AtMost, 2, "%"));
        assert!(says("辍学率控制在2%以内、巩固率不低于97%", AtLeast, 97, "%"));
        assert!(says("参与率为20%", Planned, 20, "%"));
        assert!(!says("辍学率要高于2%", AtMost, 2, "%"));
        assert!(!says("巩固率低于97%", AtLeast, 97, "%"));
        assert!(!says("巩固率97%", AtLeast, 97, "%"));
        assert!(!says("参与率达到20%以上", Planned, 20, "%"));
    }

    #[test]
    fn a_value_of_another_time_is_not_the_one() {
        use Comparison::AtLeast;
        assert!(!says("2025年，全县巩固率达到97%", AtLeast, 97, "%"));
        assert!(!says("巩固率已达到97%", AtLeast, 97, "%"));
        assert!(!says("去年巩固率达到97%", AtLeast, 97, "%"));
        assert_eq!(years("2018、2019年和2019—2020学年，共2000名").collect::<Vec<_>>(), [2018, 2019, 2019, 2020]);
    }
}

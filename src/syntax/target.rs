//! What is asked for, and the numbers in it: from what the grammar matched to values.
//!
//! Two words of one value that contradict each other (`不低于…左右`) are refused: whichever of them were kept, the other
//! would be lost.

use crate::diagnostic::Diagnostic;
use crate::quantity::{Amount, Comparison, Decimal, Target, Unit, han_integer};
use crate::source::Span;
use crate::text;

use super::grammar::{Found, Rule, Stretch, child, children};
use super::{Reading, currency, faults, recover, time};

/// One value, or several of which any will do.
pub(super) fn target(stretch: Stretch, found: Found) -> Reading<Target> {
    let mut choices = Vec::new();
    for part in children(found) {
        choices.push(match part.as_rule() {
            Rule::bounded => bounded(stretch, part)?,
            _ => choice(stretch, part)?,
        });
    }
    // 不少于3个月或60课时: what is said before the first holds for each.
    if let Some(Target::Value(shared, _)) = choices.first() {
        let shared = *shared;
        share(&mut choices, shared);
    }
    Ok(match choices.len() {
        1 => choices.remove(0),
        _ => Target::Either(choices),
    })
}

/// Lets what compares one value hold for those that nothing compares.
pub(super) fn share(values: &mut [Target], shared: Comparison) {
    for value in values {
        if let Target::Value(comparison @ Comparison::Planned, _) = value {
            *comparison = shared;
        }
    }
}

/// One value of several that 、 parts.
pub(super) fn alone(stretch: Stretch, found: Found) -> Reading<Target> {
    choice(stretch, found)
}

/// `每月一查`: so many times.
pub(super) fn acted(stretch: Stretch, found: Found) -> Reading<Target> {
    let span = stretch.span_at(&found);
    let count = found.as_str().chars().next().map(String::from).unwrap_or_default();
    let count = han_integer(&count).ok_or_else(|| faults::number_too_large(span))?;
    Ok(Target::Value(Comparison::Planned, Amount::new(Decimal::from(count), Some(Unit::new("次")))))
}

/// `一遍`, `2次`: so many times.
pub(super) fn times(stretch: Stretch, found: Found) -> Reading<Target> {
    let words = found.as_str();
    let counted = words.trim_end_matches(['遍', '次', '轮', '回']);
    let count = counted.parse().ok().or_else(|| han_integer(counted));
    let count = count.ok_or_else(|| faults::number_too_large(stretch.span_at(&found)))?;
    let unit = if words.ends_with('轮') { "轮" } else { "次" };
    Ok(Target::Value(Comparison::Planned, Amount::new(Decimal::from(count), Some(Unit::new(unit)))))
}

/// `由5所增加到10所`: where it stands and where it is to be; the time of `由2025年的5所` is read elsewhere.
pub(super) fn moved(stretch: Stretch, found: Found) -> Reading<(Target, Target)> {
    let span = stretch.span_at(&found);
    let (mut from, mut to, mut sense) = (None, None, None);
    for part in children(found) {
        match part.as_rule() {
            Rule::amount if from.is_none() => from = Some(amount(stretch, part)?),
            Rule::amount => to = Some(Target::Value(Comparison::Planned, amount(stretch, part)?)),
            Rule::target => to = Some(target(stretch, part)?),
            Rule::moved_up => sense = Some(Comparison::Reach),
            Rule::moved_down => sense = Some(Comparison::AtMost),
            _ => {}
        }
    }
    let (Some(mut from), Some(mut to)) = (from, to) else { return Err(faults::unreadable_quota(span, span)) };
    if let Target::Value(comparison, amount) = &mut to {
        if *comparison == Comparison::Planned {
            *comparison = sense.unwrap_or(Comparison::Planned);
        }
        match (&from.unit, &amount.unit) {
            (None, unit) => from.unit = unit.clone(),
            (unit, None) => amount.unit = unit.clone(),
            (one, other) if one != other => return Err(faults::mixed_range(span)),
            _ => {}
        }
        let is_wrong_way = match sense {
            Some(Comparison::Reach) => amount.value < from.value,
            Some(_) => amount.value > from.value,
            None => false,
        };
        if is_wrong_way {
            return Err(wrong_way(span));
        }
    }
    Ok((Target::Value(Comparison::Planned, from), to))
}

fn wrong_way(span: Span) -> Box<Diagnostic> {
    let message =
        text!(zh: "前后两个数和中间的动词对不上", en: "the two numbers and the verb between them do not agree");
    Box::new(
        Diagnostic::error(faults::UNREADABLE_VALUE, span, message)
            .help(text!(zh: "增加写由小到大，减少写由大到小", en: "what grows goes from less to more, what falls from more to less")),
    )
}

/// `不少于5所，不超过10所`.
fn bounded(stretch: Stretch, found: Found) -> Reading<Target> {
    let span = stretch.span_at(&found);
    let amounts = children(found).filter(|part| part.as_rule() == Rule::amount);
    let amounts = amounts.map(|part| amount(stretch, part)).collect::<Reading<Vec<_>>>()?;
    let Ok([low, high]) = <[Amount; 2]>::try_from(amounts) else { return Err(faults::unreadable_quota(span, span)) };
    let (low, high) = of_one_unit(low, high, span)?;
    Ok(Target::Range(low, high))
}

fn choice(stretch: Stretch, found: Found) -> Reading<Target> {
    let span = stretch.span_at(&found);
    let words = stretch.words(&found).value;
    let mut written = Vec::new();
    let mut value = None;
    for part in children(found) {
        let text = part.as_str().trim().to_owned();
        match part.as_rule() {
            Rule::hole => return Ok(Target::Hole(time::hole_words(stretch, part))),
            Rule::open_amount => return Ok(Target::Hole(None)),
            Rule::compare => written.extend(child(part).map(|sign| (Word::of(sign.as_rule(), &text), text))),
            Rule::approx | Rule::about_end => written.push((Word::About, text)),
            Rule::at_least_end => written.push((Word::Bound(Comparison::AtLeast), text)),
            Rule::at_most_end => written.push((Word::Bound(Comparison::AtMost), text)),
            Rule::rough => {
                let mark = text.trim_matches(|sign| !"余多来".contains(sign)).to_owned();
                written.push((if mark == "来" { Word::About } else { Word::Over }, mark));
                value = Some(rough(stretch, part)?);
            }
            Rule::range => {
                let (low, high) = range(stretch, part)?;
                if let Some((_, loose)) = written.first() {
                    return Err(loose_range(span, loose));
                }
                value = Some(Number::Two(low, high));
            }
            Rule::ratio => value = Some(ratio(stretch, part)?),
            Rule::part_of_whole => match part_of_whole(&text) {
                Some(amount) => value = Some(Number::One(amount)),
                // What is not read as a number is told of later.
                None => return Ok(Target::Soft(words)),
            },
            Rule::amount => value = Some(number(stretch, part)?),
            _ => {}
        }
    }
    match value {
        Some(Number::One(amount)) => Ok(Target::Value(together(&written, span)?, amount)),
        Some(Number::Two(low, high)) => match written.first() {
            Some((_, loose)) => Err(loose_range(span, loose)),
            None => Ok(Target::Range(low, high)),
        },
        None => Err(faults::unreadable_quota(span, span)),
    }
}

/// What is written as one number, or as two next to each other.
enum Number {
    One(Amount),
    Two(Amount, Amount),
}

/// A word that says how a number is to be read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Word {
    /// 达到: it may be about, or more than, what follows.
    Reach(Comparison),
    /// 不少于, 以上: a bound.
    Bound(Comparison),
    /// 约, 左右.
    About,
    /// 近.
    Nearly,
    /// 余, 多.
    Over,
}

impl Word {
    fn of(sign: Rule, text: &str) -> Self {
        let holds = |words: &[&str]| words.iter().any(|word| text.starts_with(word));
        match sign {
            // 上百所 is at least a hundred, 达到100所 a hundred.
            Rule::at_least if holds(&["不", "至少", "最", "起码", ">=", "no ", "at least"]) => {
                Word::Bound(Comparison::AtLeast)
            }
            Rule::at_least if text == "上" => Word::Bound(Comparison::AtLeast),
            Rule::at_least => Word::Reach(Comparison::Reach),
            Rule::at_most if holds(&["控制", "held"]) || text.ends_with(['到', '至']) => {
                Word::Reach(Comparison::AtMost)
            }
            Rule::at_most => Word::Bound(Comparison::AtMost),
            Rule::above => Word::Bound(Comparison::Above),
            Rule::below => Word::Bound(Comparison::Below),
            Rule::exactly => Word::Bound(Comparison::Exactly),
            Rule::nearly => Word::Nearly,
            _ => Word::About,
        }
    }

    fn comparison(self) -> Comparison {
        match self {
            Word::Reach(comparison) | Word::Bound(comparison) => comparison,
            Word::About => Comparison::About,
            Word::Nearly => Comparison::Nearly,
            Word::Over => Comparison::Over,
        }
    }
}

/// What the words about one number say together.
fn together(written: &[(Word, String)], span: Span) -> Reading<Comparison> {
    let [rest @ .., (last, last_text)] = written else { return Ok(Comparison::Planned) };
    let mut comparison = last.comparison();
    for (word, text) in rest {
        let goes = match (word, last) {
            (Word::Reach(_), _) | (Word::Bound(Comparison::Above), Word::Over) => true,
            (Word::Bound(one), Word::Bound(other)) => is_floor(*one) == is_floor(*other) && *one != Comparison::Exactly,
            (Word::Over, Word::Bound(one)) => {
                comparison = Comparison::Over;
                *one == Comparison::AtLeast
            }
            (one, other) => one == other,
        };
        if !goes {
            return Err(disagree(text, last_text, span));
        }
    }
    Ok(comparison)
}

fn is_floor(comparison: Comparison) -> bool {
    matches!(comparison, Comparison::AtLeast | Comparison::Above)
}

fn disagree(one: &str, other: &str, span: Span) -> Box<Diagnostic> {
    let message = text!(
        zh: "“{one}”和“{other}”互相矛盾，不知道算数的是哪一个",
        en: "“{one}” and “{other}” contradict each other: which of them counts is not clear"
    );
    Box::new(Diagnostic::error(faults::UNREADABLE_VALUE, span, message).help(text!(
        zh: "只留一个：定下限写“不少于10所”，定上限写“不超过10所”，大概的数写“约10所”",
        en: "keep one of them: >= 10所 for the least, <= 10所 for the most, about 10所 for a rough number"
    )))
}

fn loose_range(span: Span, word: &str) -> Box<Diagnostic> {
    let message = text!(zh: "区间和“{word}”不能一起用", en: "a range and “{word}” do not go together");
    Box::new(Diagnostic::error(faults::UNREADABLE_VALUE, span, message).help(text!(
        zh: "区间已经留了余地，写“3至5所”就够了；只有一个数的写“约5所”",
        en: "a range leaves room already: write 3..5所, or about 5所 for one number"
    )))
}

/// `3%至5%`, `1至2人`.
fn range(stretch: Stretch, found: Found) -> Reading<(Amount, Amount)> {
    let span = stretch.span_at(&found);
    let mut amounts: Vec<Amount> = Vec::new();
    for part in children(found) {
        match part.as_rule() {
            Rule::number => amounts.push(Amount::new(decimal(stretch, &part)?, None)),
            _ => {
                if let Some(last) = amounts.last_mut() {
                    last.unit = Some(Unit::new(&recover::unit(part.as_str())));
                }
            }
        }
    }
    let Ok([low, high]) = <[Amount; 2]>::try_from(amounts) else { return Err(faults::unreadable_quota(span, span)) };
    of_one_unit(low, high, span)
}

/// A unit written once, at either end, holds for both.
fn of_one_unit(mut low: Amount, mut high: Amount, span: Span) -> Reading<(Amount, Amount)> {
    // 5万至10万元: the power belongs to the number, the unit to both.
    if let (Some(power), Some(unit)) = (&low.unit, &high.unit)
        && ["千", "万", "亿"].contains(&power.word())
        && !unit.word().trim_start_matches(['千', '万', '亿']).is_empty()
    {
        let of = |word: &str| match word.chars().next() {
            Some('千') => 3,
            Some('万') => 4,
            Some('亿') => 8,
            _ => 0_u32,
        };
        let (from, to) = (of(power.word()), of(unit.word()));
        let factor = Decimal::from(10_u64.pow(from.abs_diff(to)));
        let value = match from >= to {
            true => low.value.checked_mul(factor),
            false => low.value.checked_div(factor),
        };
        low.value = value.ok_or_else(|| faults::number_too_large(span))?;
        low.unit = high.unit.clone();
    }
    if low.unit.is_some() && high.unit.is_some() && low.unit != high.unit {
        return Err(faults::mixed_range(span));
    }
    let unit = low.unit.take().or(high.unit.take());
    (low.unit, high.unit) = (unit.clone(), unit);
    Ok((low, high))
}

/// A number of something; `二三十名` names two.
fn number(stretch: Stretch, found: Found) -> Reading<Number> {
    let pair =
        children(found.clone()).find(|part| part.as_rule() == Rule::han_integer).and_then(|part| pair(part.as_str()));
    let Some((low, high)) = pair else { return Ok(Number::One(amount(stretch, found)?)) };
    let unit =
        children(found).find(|part| part.as_rule() == Rule::unit).map(|unit| Unit::new(&recover::unit(unit.as_str())));
    Ok(Number::Two(Amount::new(Decimal::from(low), unit.clone()), Amount::new(Decimal::from(high), unit)))
}

/// The two numbers of `二三十` or `三四`: digits that stand next to each other.
fn pair(text: &str) -> Option<(u64, u64)> {
    let signs: Vec<char> = text.chars().collect();
    let is_digit = |sign: char| "一二两三四五六七八九".contains(sign);
    let at = signs.windows(2).position(|two| two.iter().all(|sign| is_digit(*sign)))?;
    let without = |left_out: usize| {
        let rest = signs.iter().enumerate().filter(|(index, _)| *index != left_out).map(|(_, sign)| *sign);
        han_integer(&rest.collect::<String>())
    };
    let (low, high) = (without(at + 1)?, without(at)?);
    (low < high).then_some((low, high))
}

pub(super) fn amount(stretch: Stretch, found: Found) -> Reading<Amount> {
    let mut value = Decimal::ZERO;
    let (mut unit, mut paid_in) = (None, None);
    for part in children(found) {
        match part.as_rule() {
            Rule::number => value = decimal(stretch, &part)?,
            Rule::han_percent => {
                value = match child(part.clone()) {
                    Some(_) => amount(stretch, part)?.value,
                    None => Decimal::ONE_HUNDRED,
                };
                unit = Some(Unit::new("%"));
            }
            Rule::han_point => value = han_point(stretch, &part)?,
            Rule::currency => paid_in = Some(currency::of_sign(part.as_str())),
            Rule::none_left => value = Decimal::ZERO,
            Rule::han_integer => {
                let (number, large) = han(stretch, &part)?;
                value = number;
                unit = large.map(|large| Unit::new(&large.to_string()));
            }
            _ => {
                let large = unit.as_ref().map(|large: &Unit| large.word().to_owned()).unwrap_or_default();
                unit = Some(Unit::new(&(large + &recover::unit(part.as_str()))));
            }
        }
    }
    if let Some(money) = paid_in {
        let written = unit.as_ref().map(Unit::word).unwrap_or_default();
        unit = Some(Unit::new(&currency::counted(written, money)));
    }
    Ok(Amount::new(value, unit))
}

/// `九十九点五`: a number in Chinese characters with places behind its point.
fn han_point(stretch: Stretch, found: &Found) -> Reading<Decimal> {
    let text = found.as_str();
    let none = || faults::no_number(text, stretch.span_at(found));
    let (whole, places) = text.split_once('点').ok_or_else(none)?;
    let whole = han_integer(whole).ok_or_else(none)?;
    let digit = |sign: char| "零一二三四五六七八九".chars().position(|digit| digit == sign).map(|at| at.to_string());
    let places = places.chars().map(digit).collect::<Option<String>>().ok_or_else(none)?;
    Decimal::from_str_exact(&format!("{whole}.{places}")).map_err(|_| faults::number_too_large(stretch.span_at(found)))
}

/// `50余所`, `1万多个`: the number, and 万 with its unit.
fn rough(stretch: Stretch, found: Found) -> Reading<Number> {
    let (mut value, mut unit) = (Decimal::ZERO, String::new());
    for part in children(found) {
        match part.as_rule() {
            Rule::number => value = decimal(stretch, &part)?,
            Rule::han_integer => {
                let (number, large) = han(stretch, &part)?;
                value = number;
                unit.extend(large);
            }
            Rule::large | Rule::unit => unit.push_str(&recover::unit(part.as_str())),
            _ => {}
        }
    }
    Ok(Number::One(Amount::new(value, Some(unit).filter(|unit| !unit.is_empty()).map(|unit| Unit::new(&unit)))))
}

/// `1:15` is one of the unit `:15`, so that ratios to the same number compare as numbers do.
fn ratio(stretch: Stretch, found: Found) -> Reading<Number> {
    let span = stretch.span_at(&found);
    let mut numbers = children(found).filter(|part| part.as_rule() == Rule::number);
    let (Some(first), Some(second)) = (numbers.next(), numbers.next()) else {
        return Err(faults::unreadable_quota(span, span));
    };
    let unit = format!(":{}", decimal(stretch, &second)?);
    Ok(Number::One(Amount::new(decimal(stretch, &first)?, Some(Unit::new(&unit)))))
}

/// 一半, 四分之三 as a percentage; none if its digits have no end.
fn part_of_whole(text: &str) -> Option<Amount> {
    let percent = |value| Some(Amount::new(value, Some(Unit::new("%"))));
    let Some((under, over)) = text.split_once("分之") else { return percent(Decimal::from(50)) };
    let (under, over) = (Decimal::from(han_integer(under)?), Decimal::from(han_integer(over)?));
    let value = over.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(under)?.normalize();
    if value.scale() > 3 { None } else { percent(value) }
}

/// A number in Chinese characters, and the 万 or 亿 at its end; 万 alone is one of it.
fn han(stretch: Stretch, found: &Found) -> Reading<(Decimal, Option<char>)> {
    let text = found.as_str();
    let large = text.chars().last().filter(|last| "万亿".contains(*last));
    let before = large.map_or(text, |large| &text[..text.len() - large.len_utf8()]);
    let (number, large) = match large {
        Some(_) if before.contains(['万', '亿']) => (han_integer(text), None),
        Some(_) if before.is_empty() => (Some(1), large),
        _ => (han_integer(before), large),
    };
    let number = number.ok_or_else(|| faults::no_number(text, stretch.span_at(found)))?;
    Ok((Decimal::from(number), large))
}

/// An exact number; one with more digits than can be kept exactly is refused.
pub(super) fn decimal(stretch: Stretch, found: &Found) -> Reading<Decimal> {
    let digits = found.as_str().replace(',', "");
    Decimal::from_str_exact(&digits).map_err(|_| faults::number_too_large(stretch.span_at(found)))
}

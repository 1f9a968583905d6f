//! What a line that cannot be read as it stands was probably meant to be.
//!
//! Takes words and places, gives the keyword, the noun, the order or the unit that was meant, and says so in a finding.
//! What is found here keeps the rest of the plan known: a guess is always reported where it is made.

mod undashed;
mod words;

use std::borrow::Cow;

use crate::diagnostic::Diagnostic;
use crate::quantity::{Comparison, Target};
use crate::source::{Span, Spanned};
use crate::text;

use super::ast::{Ask, Head, Key, Noun, Quota, Value};
use super::faults;
use super::fold::{Folded, folded, narrow};
use super::grammar::Stretch;
use super::keyword::{Keyword, Place, Shape};
use super::read::Read;
use super::{advice, currency, quota, read_time, slips};
pub(super) use undashed::undashed;
use words::{HINTS, NO_NAMES, NO_SLIPS, OFFICIAL, UNITS};

/// How a word that officials write below a group is written here, in both languages.
pub(super) fn hint(word: &str, place: Place) -> Option<crate::diagnostic::Text> {
    let (_, zh, en) = HINTS.iter().find(|(written, ..)| *written == word && place == Place::GROUP)?;
    Some(text!(zh: "{zh}", en: "{en}"))
}

/// The keyword that official usage has another word for, if it may stand at `place`; and whether it is certain.
pub(super) fn official(word: &str, place: Place) -> Option<(Keyword, bool)> {
    let here = advice::HERE.iter().find(|(written, home, ..)| *written == word && *home == place);
    let anywhere = || {
        OFFICIAL
            .iter()
            .chain(&advice::OTHERS)
            .filter(|(written, ..)| written.len() == word.len())
            .find(|(written, keyword, _)| written.eq_ignore_ascii_case(word) && place.is_in(keyword.places()))
    };
    // 附件1：职责表
    let numbered = word.strip_prefix("附件").filter(|rest| {
        !rest.is_empty() && rest.chars().all(|sign| sign.is_ascii_digit() || "一二三四五六七八九十".contains(sign))
    });
    if numbered.is_some() && place.is_in(Keyword::Attachment.places()) {
        return Some((Keyword::Attachment, true));
    }
    here.map(|(.., keyword, certain)| (*keyword, *certain))
        .or_else(|| anywhere().map(|(_, keyword, certain)| (*keyword, *certain)))
}

/// How long what stands before the colon is, if it is several words for one keyword: `led by: 县教育局`.
pub(super) fn phrase(line: &str, place: Place) -> Option<usize> {
    let key = line[..line.find(':')?].trim_end();
    (key.is_ascii() && key.contains(' ') && official(key, place).is_some()).then_some(key.len())
}

/// The keyword that official usage has another word for, wherever it may stand.
pub(super) fn elsewhere(word: &str) -> Option<Keyword> {
    OFFICIAL.iter().chain(&advice::OTHERS).find(|(written, ..)| *written == word).map(|(_, keyword, _)| *keyword)
}

/// The keyword an unknown word at `place` was meant to be.
pub(super) fn meant(word: &str, place: Place) -> Option<Keyword> {
    let guessed = || {
        let is_known = elsewhere(word).is_some() || advice::instead(word).is_some();
        likely(word, place).filter(|_| !is_known)
    };
    official(word, place).map(|(keyword, _)| keyword).or_else(guessed)
}

/// The keyword that a misspelt word is most like: by its signs, by how many of them differ, by another word for it.
pub(super) fn likely(word: &str, place: Place) -> Option<Keyword> {
    let is_near = |written: &str| {
        slips::is_slip_of(word, written)
            || written.chars().count() >= 4 && strsim::damerau_levenshtein(word, written) == 1
    };
    let other = || OFFICIAL.iter().find(|(written, keyword, _)| place.is_in(keyword.places()) && is_near(written));
    let near = slips::keyword(word, place).or_else(|| Keyword::near(word, place));
    near.or_else(|| other().map(|(_, keyword, _)| *keyword))
}

/// Whether a word is meant as a keyword where a name may stand as well: only another word for one, or signs that sound
/// or look alike, tell.
pub(super) fn is_keyword_beside_names(word: &str, place: Place) -> bool {
    official(word, place).is_some() || slips::keyword(word, place).is_some() || hint(word, place).is_some()
}

/// Whether a line with this word before a colon and one value behind it is no declaration of an owner.
pub(super) fn is_no_name(word: &str, place: Place) -> bool {
    let is_of_owners = place == Place::OWNERS || place == Place::OWNER || place == Place::GROUP;
    is_of_owners && Keyword::find(word).is_some_and(|keyword| NO_NAMES.contains(&keyword))
}

/// `清单：五备，5项：教材、学法`: the name and the members of a set whose name follows the colon.
pub(super) fn set_after_colon(rest: Stretch) -> Option<(Stretch, Stretch)> {
    let (text, mut depth) = (rest.text(), 0_usize);
    let colon = text.char_indices().find_map(|(at, sign)| match sign {
        '“' | '《' | '(' | '〔' => {
            depth += 1;
            None
        }
        '”' | '》' | ')' | '〕' => {
            depth = depth.saturating_sub(1);
            None
        }
        ':' if depth == 0 => Some(at),
        _ => None,
    })?;
    let (name, members) = (rest.cut(0..colon), rest.cut(colon + 1..text.len()));
    (!name.text().trim().is_empty() && !members.text().trim().is_empty()).then_some((name, members))
}

/// What a line below this keyword is below, when its value could not be read.
pub(super) fn below_name(place: Place) -> Place {
    match place {
        Place::INDICATORS => Place::INDICATOR,
        Place::UNITS => Place::UNIT,
        Place::CALENDAR => Place::LEAF,
        _ => Place::GROUP,
    }
}

/// A data line whose brackets or quotation marks are not in order: its key still says what it is.
pub(super) fn unbalanced(stretch: Stretch, place: Place) -> Read {
    let text = stretch.text();
    let key = stretch.cut(0..text.find([':', ' ', ',']).unwrap_or(text.len()));
    let value = Value::Faulty(stretch.span());
    if let Some(keyword) = key.keyword(place) {
        let place = Place::below(keyword);
        return Read { key: Key::Word(Spanned::new(keyword, key.span())), name: None, value, place };
    }
    if place.takes_names() {
        let name = key.whole_words().map(|words| words.trim_matches(['“', '”', '"', '《', '（', '(']).to_owned());
        return Read { key: Key::Name(Box::new(name)), name: None, value, place: below_name(place) };
    }
    Read { key: Key::Unknown(Box::new(stretch.whole_words())), name: None, value, place: Place::ANY }
}

/// The same for a heading.
pub(super) fn unbalanced_heading(stretch: Stretch) -> Head {
    let text = stretch.text();
    let key = stretch.cut(0..text.find([':', ' ']).unwrap_or(text.len()));
    let plain = || Head::Plain(stretch.whole_words());
    let Some(keyword) = key.keyword(Place::HEADING).filter(|_| !stretch.is_filled()) else { return plain() };
    let rest = stretch.cut(key.text().len()..text.len());
    let colon = rest.text().find(':').unwrap_or(0);
    let name = rest.cut(0..colon).whole_words();
    let name = Some(name).filter(|name| keyword.is_named() && !name.value.is_empty());
    let from = if name.is_some() { colon } else { 0 };
    let title = rest.cut(from..rest.text().len()).whole_words();
    let skipped = title.value.len() - title.value.trim_start_matches([':', '：', ' ']).len();
    if keyword.shape() == Shape::Body || skipped == title.value.len() {
        return plain();
    }
    let start = title.span.start + skipped as u32;
    let title = Spanned::new(title.value[skipped..].to_owned(), Span { start, ..title.span });
    Head::Noun(Noun { keyword, keyword_span: key.span(), name, title: Some(title), time: None })
}

/// A plain heading that looks like a noun with its keyword mistyped: `### 措旅 控辍：抓好控辍保学`.
pub(super) fn slip(title: &Spanned<String>) -> Option<Diagnostic> {
    let folded = Folded::new(&title.value, title.span.start as usize);
    let text = folded.text();
    let word = &text[..text.find([' ', ':']).unwrap_or(text.len())];
    let is_slip = word.chars().count() > 1 && !NO_SLIPS.contains(&word);
    if text.contains(':')
        && is_slip
        && let Some((near, form)) = run_together(word)
    {
        let end = folded.origin(0..word.len()).end as u32;
        return Some(unread_noun(word, Span { end, ..title.span }, near, &form));
    }
    if !text.contains(':')
        && let Some((near, form)) = run_together(word).filter(|(_, form)| form.ends_with(is_numeral))
        && let Some(rest) = text.strip_prefix(word).filter(|rest| !rest.trim().is_empty())
    {
        let end = folded.origin(0..text.len() - rest.trim_start().len()).end as u32;
        return Some(unread_noun(word, Span { end, ..title.span }, near, &format!("{form}：")));
    }
    let near = match text.contains(':') {
        true => is_slip.then(|| noun(word).or_else(|| likely(word, Place::HEADING))).flatten()?,
        // `# 口劲` alone: what stands below it would be lost.
        false if word == text => slips::keyword(word, Place::HEADING).filter(|near| near.shape() == Shape::Body)?,
        false => return None,
    };
    let form = if word.is_ascii() { near.en() } else { near.zh() };
    let end = folded.origin(0..word.len()).end as u32;
    let span = Span { end, ..title.span };
    if Keyword::at(word, Place::HEADING).is_some() {
        return Some(untitled(word, span));
    }
    Some(unread_noun(word, span, near, form))
}

/// What English has other words for than the keyword: `### task 备课: 规范备课`.
fn noun(word: &str) -> Option<Keyword> {
    match word.to_ascii_lowercase().as_str() {
        "task" | "action" | "activity" | "project" => Some(Keyword::Measure),
        "objective" | "target" | "aim" => Some(Keyword::Goal),
        "stage" | "step" | "milestone" => Some(Keyword::Phase),
        _ => None,
    }
}

fn unread_noun(word: &str, span: Span, near: Keyword, form: &str) -> Diagnostic {
    let message = text!(
        zh: "标题开头的“{word}”不是关键词，这一节按一般章节读",
        en: "“{word}” at the beginning of the heading is no keyword: this is read as a plain section"
    );
    Diagnostic::warning(faults::UNKNOWN_KEYWORD, span, message).help(slip_help(near, form)).guess(
        text!(zh: "改为“{form}”", en: "change to “{form}”"),
        span,
        form,
    )
}

/// A keyword and a name without the blank between them, and how both are written: 措施师资.
fn run_together(word: &str) -> Option<(Keyword, String)> {
    [Keyword::Goal, Keyword::Measure, Keyword::Phase].into_iter().find_map(|noun| {
        let name = word.strip_prefix(noun.zh()).filter(|name| !name.is_empty())?;
        Some((noun, format!("{} {name}", noun.zh())))
    })
}

fn is_numeral(sign: char) -> bool {
    sign.is_ascii_digit() || "一二三四五六七八九十".contains(sign)
}

fn slip_help(near: Keyword, form: &str) -> crate::diagnostic::Text {
    match near.shape() {
        Shape::Body => text!(
            zh: "是不是“{form}”？写对了，下面的声明才读得出来",
            en: "did you mean “{form}”? Only then are the declarations below read"
        ),
        _ => text!(
            zh: "是不是“{form}”？写对了，下面的牵头、时限才归它；本来就是一般章节的，去掉冒号",
            en: "did you mean “{form}”? Only then do the data below belong to it; a plain section needs no colon"
        ),
    }
}

/// A heading with a keyword and nothing after its colon.
fn untitled(word: &str, span: Span) -> Diagnostic {
    let message = text!(
        zh: "“{word}”后面没有题目，这一节按一般章节读",
        en: "“{word}” has no title: this is read as a plain section"
    );
    Diagnostic::warning(faults::UNKNOWN_KEYWORD, span, message).help(text!(
        zh: "在冒号后写上题目；未定的写“待定”",
        en: "write a title after the colon, or ? if it is still open"
    ))
}

/// Whether a key may stand at a place, names left aside.
pub(super) fn fits(key: &str, place: Place) -> bool {
    Keyword::at(key, place).is_some()
        || place == Place::SERIES && key.starts_with(|first: char| first.is_ascii_digit()) && read_time(key).is_some()
}

/// The word a line begins with, folded.
pub(super) fn key(text: &str) -> Cow<'_, str> {
    let end = text.find([':', '：', ',', '，', '﹐', '﹕', ' ', '\t', '\u{3000}', '\u{a0}']).unwrap_or(text.len());
    folded(&text[..end])
}

/// A quota whose value stands before its name, put in order: `不低于92% 高中入学率`.
pub(super) fn reordered(quota: Quota, stretch: Stretch, out: &mut Vec<Diagnostic>) -> Quota {
    let named = match &quota.asks[..] {
        [only] => match &only.value {
            Ask::Target(Target::Soft(words)) => Some(Spanned::new(words.clone(), only.span)),
            _ => return quota,
        },
        [] => None,
        _ => return quota,
    };
    let Some(asked) = value_in_place_of_name(&quota, stretch) else { return quota };
    let said = &quota.indicator;
    let (words, Some(name)) = (&said.value, named) else {
        let message = text!(zh: "这里只有数值，没有指标名", en: "there is a value here and no indicator");
        let finding = Diagnostic::error(faults::WRONG_ORDER, said.span, message);
        out.push(finding.help(quota::form()));
        return quota;
    };
    let right = format!("{} {words}", name.value);
    let message = text!(
        zh: "数值写在了指标名前面，指标名会读成“{words}”",
        en: "the value stands before the indicator, which would be read as “{words}”"
    );
    out.push(
        Diagnostic::error(faults::WRONG_ORDER, said.span.to(name.span), message)
            .help(text!(zh: "先写指标名，空一格写要求：“{right}”", en: "write the indicator, a blank, then what is asked: {right}"))
            .guess(text!(zh: "改为“{right}”", en: "change to “{right}”"), said.span.to(name.span), right),
    );
    let asks = vec![Spanned::new(asked, said.span)];
    Quota { indicator: name, asks, ..quota }
}

/// The signs of which one stands in every number in words, 半 among them.
const HAN_DIGITS: &str = "零一二三四五六七八九十两百千万亿廿半";

fn is_han_digit(sign: char) -> bool {
    HAN_DIGITS.contains(sign)
}

/// Whether a value may begin with a sign: with a number, or with a word that compares.
fn may_open_value(sign: char) -> bool {
    const OPENERS: &str = "不到至最起达提增上升控下降减压超高大多突逾过低小少将接近约召开举组进安实配";
    sign.is_ascii() || narrow(sign).is_ascii() || is_han_digit(sign) || OPENERS.contains(sign)
}

/// The value that the name of an indicator is, if it is one.
fn value_in_place_of_name(quota: &Quota, stretch: Stretch) -> Option<Ask> {
    let span = quota.indicator.span;
    let words = &quota.indicator.value;
    // Most names hold nothing that could be a number, and need not be read as one.
    if !words.starts_with(may_open_value) || !words.contains(|sign| narrow(sign).is_ascii_digit() || is_han_digit(sign))
    {
        return None;
    }
    let folded = Folded::new(words, span.start as usize);
    let read = quota::cell(stretch.over(&folded)).ok()?;
    let Ask::Target(Target::Value(comparison, amount)) = &read.value else { return None };
    let is_plain_unit = |unit: &str| ["%", "‰", "元", "万元", "亿元", "百分点"].contains(&unit);
    let is_value =
        *comparison != Comparison::Planned || amount.unit.as_ref().is_some_and(|unit| is_plain_unit(unit.word()));
    is_value.then_some(read.value)
}

/// Whether a misspelt unit may stand in a text: each holds one of these signs, and few lines do.
pub(super) fn may_misspell(text: &str) -> bool {
    let is_in_slip =
        |sign| matches!(sign, '占' | '店' | '典' | '份' | '电' | '员' | '圆' | '迷' | '是' | '刺' | 'p' | 'y' | 'R');
    text.contains(is_in_slip)
}

/// Units that nobody knows but that are near to one.
pub(super) fn misspelt_units(stretch: Stretch, out: &mut Vec<Diagnostic>) {
    let text = stretch.text();
    if !may_misspell(text) {
        return;
    }
    for (wrong, right) in UNITS {
        for (at, _) in text.match_indices(wrong) {
            let before = text[..at].trim_end().chars().last();
            let after = text[at + wrong.len()..].chars().next();
            let counts =
                before.is_some_and(|before| before.is_ascii_digit() || "个几一二三四五六七八九十".contains(before));
            let ends = after.is_none_or(|after| !after.is_alphanumeric() || "以左及或至每的".contains(after));
            if !counts || !ends {
                continue;
            }
            let span = stretch.cut(at..at + wrong.len()).span();
            let message = text!(zh: "没有“{wrong}”这个单位", en: "there is no unit “{wrong}”");
            out.push(
                Diagnostic::error(faults::UNKNOWN_UNIT, span, message)
                    .help(text!(zh: "是不是“{right}”？单位写错，合计和比较都对不上", en: "did you mean “{right}”? With another unit sums and comparisons fail"))
                    .guess(text!(zh: "改为“{right}”", en: "change to “{right}”"), span, right),
            );
        }
    }
}

/// The unit that is meant.
pub(super) fn unit(written: &str) -> String {
    if let Some(money) = currency::of_word(written) {
        return money;
    }
    let slip = UNITS.iter().find(|(wrong, _)| written.strip_prefix('个').unwrap_or(written) == *wrong);
    let written = &written.replace("(次)", "次");
    slip.map_or_else(|| written.to_owned(), |(wrong, right)| written.replace(wrong, right))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_misspelt_unit_is_looked_for() {
        assert!(UNITS.iter().all(|(wrong, _)| may_misspell(wrong)));
    }

    /// The rules with one of which a value may begin; parts of a whole begin with a number.
    const OPENING: [&str; 13] = [
        "at_least",
        "at_most",
        "above",
        "below",
        "exactly",
        "nearly",
        "approx",
        "forbidden",
        "reached_up",
        "reached_down",
        "held_kw",
        "powers",
        "han_digit",
    ];

    #[test]
    fn values_begin_as_the_search_expects() {
        let grammar = include_str!("../../grammar/plan.pest");
        for rule in OPENING {
            let line = grammar.lines().find(|line| line.split_whitespace().next() == Some(rule));
            let words: Vec<_> =
                line.unwrap().split('"').skip(1).step_by(2).filter_map(|word| word.chars().next()).collect();
            assert!(!words.is_empty() && words.into_iter().all(may_open_value), "{rule}");
        }
    }
}

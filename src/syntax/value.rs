//! Lists, chains, owners, conditions, sets: from what the grammar matched to values.

use crate::calendar::When;
use crate::quantity::han_integer;
use crate::source::{Span, Spanned};

use super::ast::{Condition, Mark, Name, NameKind, Owner, Set, Value};
use super::grammar::{Found, Rule, Stretch, child, children};
use super::keyword::Keyword;
use super::{Reading, faults, plain, time, word};

/// Words behind the last of several names that make them one, the longer first.
const TOGETHER: [&str; 7] = ["共同牵头负责", "共同牵头", "共同负责", "共同配合", "共同承担", "共同实施", "共同"];

/// Names parted by 、; `教育局、乡镇政府共同` is one owner made of several.
pub(super) fn list(stretch: Stretch, keyword: Keyword) -> Reading<Value> {
    let mut names = Vec::new();
    if let Some(plain) = plain::list(stretch.text()) {
        names = plain.into_iter().map(|name| plain_name(stretch.cut(name).whole_words())).collect();
    } else {
        for part in children(read(stretch, Rule::list, keyword)?) {
            if part.as_rule() == Rule::none {
                return Ok(Value::None(stretch.span_at(&part)));
            }
            names.extend(child(part).map(|inner| name(stretch, inner)));
        }
    }
    Ok(together(names))
}

/// Names, or the one that several are together.
pub(super) fn together(names: Vec<Name>) -> Value {
    if let [first, .., last] = &names[..]
        && let Some(tail) =
            TOGETHER.iter().find_map(|word| last.text.strip_suffix(word)).filter(|tail| !tail.is_empty())
    {
        let head = first.text.strip_prefix('由').unwrap_or(&first.text);
        let start = first.span.start + (first.text.len() - head.len()) as u32;
        let end = last.span.end - (last.text.len() - tail.len()) as u32;
        let span = Span { start, end, ..first.span };
        let between = names[1..names.len() - 1].iter().map(|name| name.text.as_str());
        let text = std::iter::once(head).chain(between).chain([tail]).collect::<Vec<_>>().join("＋");
        return Value::List(vec![Name { text, kind: NameKind::Plain, span }]);
    }
    Value::List(names)
}

/// What is delivered, and by when: `《考核办法》、工作台账，2018年3月底前`.
pub(super) fn outputs(stretch: Stretch, keyword: Keyword) -> Reading<Value> {
    let found = read(stretch, Rule::outputs, keyword)?;
    let (mut names, mut due) = (Vec::new(), None);
    for part in children(found) {
        match part.as_rule() {
            Rule::none => return Ok(Value::None(stretch.span_at(&part))),
            Rule::deadline => due = Some(deadline(stretch, part)?),
            _ => names.extend(child(part).map(|inner| name(stretch, inner))),
        }
    }
    Ok(Value::Outputs(names, due.map(Box::new)))
}

pub(super) fn deadline(stretch: Stretch, found: Found) -> Reading<Spanned<When>> {
    let span = stretch.span_at(&found);
    let is_before = time::says_before(&found);
    let Some(part) = child(found) else { return Err(faults::unreadable_time(span)) };
    Ok(Spanned::new(time::by(time::moment(stretch, part)?, is_before), span))
}

/// Owners joined by arrows.
pub(super) fn chain(stretch: Stretch, keyword: Keyword) -> Reading<Value> {
    let found = read(stretch, Rule::chain, keyword)?;
    Ok(Value::Chain(links(stretch, found)))
}

pub(super) fn links(stretch: Stretch, found: Found) -> Vec<Name> {
    children(found).filter_map(child).map(|link| name(stretch, link)).collect()
}

/// One name, whatever rule matched it.
pub(super) fn name(stretch: Stretch, found: Found) -> Name {
    if found.as_rule() == Rule::hole {
        let span = stretch.span_at(&found);
        return Name::hole(time::hole_words(stretch, found), span);
    }
    if let Rule::by_name = found.as_rule()
        && let Some(inner) = child(found.clone())
    {
        return name(stretch, inner);
    }
    plain_name(stretch.words(&found))
}

/// A name from its words: quoted, a title, or plain.
pub(super) fn plain_name(words: Spanned<String>) -> Name {
    let text = words.value.as_str();
    let kind = if is_wrapped(text, '《', '》') {
        NameKind::Title
    } else if is_wrapped(text, '“', '”') || is_wrapped(text, '"', '"') {
        NameKind::Quoted
    } else {
        NameKind::Plain
    };
    Name { text: unquote(text).to_owned(), kind, span: words.span }
}

/// The words without the quotation marks or 《》 around the whole.
pub(super) fn unquote(text: &str) -> &str {
    for (open, close) in [('“', '”'), ('"', '"'), ('《', '》')] {
        if is_wrapped(text, open, close) {
            return &text[open.len_utf8()..text.len() - close.len_utf8()];
        }
    }
    text
}

/// Whether the first character opens what the last one closes.
pub(super) fn is_wrapped(text: &str, open: char, close: char) -> bool {
    let Some(inner) = text.strip_prefix(open).and_then(|rest| rest.strip_suffix(close)) else { return false };
    let mut depth = 1_i32;
    for character in inner.chars() {
        if character == close {
            depth -= 1;
        } else if character == open {
            depth += 1;
        }
        if depth == 0 {
            return false;
        }
    }
    true
}

/// `连续两年末位，则：待岗`.
pub(super) fn condition(stretch: Stretch, keyword: Keyword) -> Reading<Value> {
    let found = read(stretch, Rule::condition, keyword)?;
    let mut parts = children(found);
    match (parts.next(), parts.next()) {
        (Some(when), Some(then)) => {
            Ok(Value::Condition(Box::new(Condition { when: stretch.words(&when), then: stretch.words(&then) })))
        }
        _ => Err(faults::unreadable_value(keyword, stretch.span(), stretch.span())),
    }
}

/// The name of a set and the numbers announced: `五备，5项`.
pub(super) fn set_name(stretch: Stretch) -> Reading<(Spanned<String>, Set)> {
    let mut set = Set::default();
    let Ok(found) = stretch.read(Rule::set_name) else { return Ok((stretch.whole_words(), set)) };
    let mut name = stretch.whole_words();
    for part in children(found) {
        if part.as_rule() == Rule::part {
            name = stretch.words(&part);
            continue;
        }
        set.count_span = Some(stretch.span_at(&part));
        let end = children(part.clone()).filter(|each| each.as_rule() == Rule::count).map(|each| each.as_span().end());
        let unit = end.max().and_then(|end| part.as_str().get(end - part.as_span().start()..)).map(str::trim);
        set.count_unit = unit.filter(|unit| !unit.is_empty()).map(str::to_owned);
        for count in children(part).filter(|each| each.as_rule() == Rule::count) {
            let number = count.as_str().parse().ok().or_else(|| han_integer(count.as_str()));
            set.counts.push(number.ok_or_else(|| faults::number_too_large(stretch.span_at(&count)))?);
        }
    }
    Ok((name.map(|words| unquote(&words).to_owned()), set))
}

/// The members of a set, added to what its name announced.
pub(super) fn set(stretch: Stretch, keyword: Keyword, mut set: Set) -> Reading<Set> {
    let found = read(stretch, Rule::set, keyword)?;
    for part in children(found) {
        match part.as_rule() {
            Rule::open_end => set.open = true,
            Rule::unlisted => set.unlisted = true,
            Rule::sequence => {
                set.ordered = true;
                set.members.extend(children(part).map(|member| name(stretch, member)));
            }
            _ => set.members.push(name(stretch, part)),
        }
    }
    Ok(set)
}

/// An owner's full name and marks.
pub(super) fn owner(stretch: Stretch) -> Reading<Owner> {
    let mut owner = Owner { full_name: None, marks: Vec::new() };
    let Ok(found) = stretch.read(Rule::owner) else {
        return Err(faults::unreadable_value(Keyword::Owners, stretch.span(), stretch.span()));
    };
    for part in children(found) {
        if part.as_rule() == Rule::full_name {
            owner.full_name = Some(stretch.words(&part).map(|words| unquote(&words).to_owned()));
            continue;
        }
        let span = stretch.span_at(&part);
        let Some(inner) = child(part) else { continue };
        let mark = match inner.as_rule() {
            Rule::every_word => Mark::Every,
            Rule::post_word => Mark::Post,
            Rule::group_word => Mark::Group,
            Rule::public_word => Mark::Public,
            Rule::external_word => Mark::External,
            Rule::member_of => match child(inner) {
                Some(class) => Mark::Of(plain_name(stretch.words(&class))),
                None => return Err(unknown_mark("", span)),
            },
            Rule::head_count => Mark::People(child(inner).map_or(Ok(0), |count| time::whole(stretch, &count))?),
            _ => return Err(unknown_mark(&stretch.words(&inner).value, span)),
        };
        owner.marks.push(Spanned::new(mark, span));
    }
    Ok(owner)
}

fn unknown_mark(word: &str, span: crate::source::Span) -> Box<crate::diagnostic::Diagnostic> {
    use crate::text;
    let help = if word.starts_with(|sign: char| sign.is_ascii_digit()) {
        text!(
            zh: "有几个写进全称，如“- 乡镇：各乡镇（{word}），各”",
            en: "how many there are belongs in the full name, as in “- 乡镇: 各乡镇（{word}）, every”"
        )
    } else {
        text!(
            zh: "可用的标记：各、岗位、小组、公众、系统外、N人、属于某类；全称里有逗号的，用“…”括起",
            en: "the marks are every, post, group, public, external, N people and part of a class; quote a full name that holds a comma"
        )
    };
    let message = text!(zh: "“{word}”不是主体的标记", en: "“{word}” is no mark of an owner");
    Box::new(crate::diagnostic::Diagnostic::error(faults::UNREADABLE_VALUE, span, message).help(help))
}

/// The words after the name of an indicator.
pub(super) fn indicator(stretch: Stretch) -> Vec<Spanned<String>> {
    let Ok(found) = stretch.read(Rule::indicator) else { return vec![stretch.whole_words()] };
    children(found)
        .map(|sort| match child(sort.clone()) {
            Some(known) if known.as_rule() == Rule::sort_word => {
                let word = word::chinese(Rule::sort_word, known.as_str()).to_owned();
                Spanned::new(word, stretch.span_at(&known))
            }
            Some(known) if known.as_rule() == Rule::member_of => {
                let whole = child(known).map(|whole| plain_name(stretch.words(&whole)).text).unwrap_or_default();
                Spanned::new(word::chinese(Rule::part_kw, "part of").to_owned() + &whole, stretch.span_at(&sort))
            }
            _ => stretch.words(&sort),
        })
        .collect()
}

/// 升 or 降; words that are neither are kept for whoever asks.
pub(super) fn direction(stretch: Stretch) -> Spanned<String> {
    match stretch.read(Rule::direction).ok().and_then(child) {
        Some(known) => {
            let word = word::chinese(Rule::direction_word, known.as_str()).to_owned();
            Spanned::new(word, stretch.span_at(&known))
        }
        None => stretch.whole_words(),
    }
}

pub(super) fn read<'a>(stretch: Stretch<'a>, rule: Rule, keyword: Keyword) -> Reading<Found<'a>> {
    stretch.read(rule).map_err(|at| faults::unreadable_value(keyword, stretch.span(), at))
}

//! One heading or data line: from text to what it says.

mod declared;
mod phase;
mod shared;

use std::ops::Range;

use crate::calendar::When;
use crate::diagnostic::Diagnostic;
use crate::numbering::Mark;
use crate::source::{Source, Span, Spanned};
use crate::text;

use super::ast::{Head, Key, Noun, Value};
use super::fill::{self, Params};
use super::fold::Folded;
use super::grammar::{Rule, Stretch, children};
use super::keyword::{Keyword, Place, Shape};
use super::line::Line;
use super::{
    Reading, balance, cited, faults, marks, mistaken, money, plain, quota, recover, report, time, value, verbal,
};

use declared::declared;
pub(super) use phase::phase_meant;
pub(super) use shared::{are_values, shared};

/// What a data line says; what is indented below it comes later.
pub(super) struct Read {
    pub key: Key,
    pub name: Option<Spanned<String>>,
    pub value: Value,
    pub place: Place,
}

/// A source and what its parameters stand for; `None` leaves every `{…}` as it is.
#[derive(Clone, Copy)]
pub(super) struct Text<'a> {
    pub source: &'a Source,
    pub params: Option<&'a Params>,
}

impl Text<'_> {
    /// A stretch of one line, folded, its parameters filled in.
    pub(super) fn folded(self, range: Range<usize>, out: &mut Vec<Diagnostic>) -> Folded {
        let (words, at) = (&self.source.text()[range.clone()], range.start);
        let Some(params) = self.params.filter(|_| words.contains(['{', '｛'])) else { return Folded::new(words, at) };
        for brace in fill::braces(words).into_iter().filter(|brace| params.filler(brace.name).is_none()) {
            let span = Span::new(self.source.id(), at + brace.range.start, at + brace.range.end);
            out.push(params.unknown(brace.name, span));
        }
        Folded::filled(words, at, params)
    }
}

/// A heading.
pub(super) fn heading(text: Text, line: &Line, out: &mut Vec<Diagnostic>) -> Head {
    let source = text.source;
    let folded = text.folded(line.content.clone(), out);
    let stretch = Stretch::whole(source, &folded);
    let plain = || Head::Plain(stretch.whole_words());
    if let Some(fault) = balance::fault(stretch) {
        out.push(balance::in_title(fault));
        return recover::unbalanced_heading(stretch);
    }
    let stretch = unnumbered(stretch, out);
    let Some((key, name, rest)) = parted(stretch, Rule::heading) else { return plain() };
    let Some(keyword) = key.keyword(Place::HEADING) else { return plain() };
    // `## 目标` alone is a title like any other.
    if keyword.is_named() && name.is_none() && rest.is_none() {
        return plain();
    }
    let declares_body = keyword.shape() == Shape::Body;
    if declares_body && (name.is_some() || rest.is_some()) {
        return plain();
    }
    let (name, rest) = named(keyword, name, rest);
    let is_named_phase = keyword == Keyword::Phase && name.is_some();
    let only_time = rest.filter(|_| is_named_phase).and_then(wholly_time);
    let (title, time) = match rest {
        // 阶段 实施阶段：2026年9月至12月: its name is its title.
        Some(_) if only_time.is_some() => (name.map(Stretch::whole_words), only_time),
        Some(rest) if keyword == Keyword::Phase => phase_title(rest, out),
        Some(rest) => (Some(rest.whole_words()), None),
        None => (None, None),
    };
    Head::Noun(Noun { keyword, keyword_span: key.span(), name: name.map(Stretch::whole_words), title, time })
}

/// A heading without the number before its keyword: `（一）措施 布局：…` is the measure that it says it is. A title that
/// brings a number keeps it.
fn unnumbered<'a>(heading: Stretch<'a>, out: &mut Vec<Diagnostic>) -> Stretch<'a> {
    let Some((_, taken)) = Mark::read_title(heading.text()) else { return heading };
    let rest = heading.cut(taken..heading.text().len());
    let Some((key, name, title)) = parted(rest, Rule::heading) else { return heading };
    let is_step = key.keyword(Place::HEADING).is_some_and(|keyword| {
        matches!(keyword, Keyword::Goal | Keyword::Measure | Keyword::Phase) && (name.is_some() || title.is_some())
    });
    if !is_step {
        return heading;
    }
    out.push(faults::numbered_keyword(heading.cut(0..taken).span()));
    rest
}

/// A data line at `place`; a full stop behind a value that is no sentence is told of and passed over.
pub(super) fn entry(text: Text, line: &Line, place: Place, out: &mut Vec<Diagnostic>) -> Read {
    const STOP: char = '。';
    if text.source.text()[line.content.clone()].ends_with(STOP) {
        let stop = line.content.end - STOP.len_utf8()..line.content.end;
        let mut told = Vec::new();
        let read =
            whole_entry(text, &Line { content: line.content.start..stop.start, ..line.clone() }, place, &mut told);
        if takes_no_stop(&read.key) {
            out.append(&mut told);
            out.push(faults::stray_stop(Span::new(text.source.id(), stop.start, stop.end)));
            return read;
        }
    }
    // 时限：2026年底前；
    let written = text.source.text()[line.content.clone()].trim_end();
    if let Some(mark) = written.chars().last().filter(|last| "；;，,、".contains(*last)) {
        let stop = line.content.start + written.len() - mark.len_utf8()..line.content.start + written.len();
        let mut told = Vec::new();
        let read =
            whole_entry(text, &Line { content: line.content.start..stop.start, ..line.clone() }, place, &mut told);
        if matches!(&read.key, Key::Word(keyword) if keyword.value.shape() == Shape::When) {
            out.append(&mut told);
            out.push(faults::stray_mark(Span::new(text.source.id(), stop.start, stop.end)));
            return read;
        }
    }
    whole_entry(text, line, place, out)
}

/// `- 任务分工表` below `## 附件`: the name of an annex; `None` for a line that says what it is.
pub(super) fn annex(text: Text, line: &Line) -> Option<Read> {
    let folded = text.folded(line.content.clone(), &mut Vec::new());
    let stretch = Stretch::whole(text.source, &folded);
    let (key, ..) = parted(stretch, Rule::entry)?;
    if key.keyword(Place::SECTION).is_some() || recover::official(key.text(), Place::SECTION).is_some() {
        return None;
    }
    let words = stretch.whole_words();
    let key = Key::Word(Spanned::new(Keyword::Attachment, words.span));
    Some(Read { key, name: None, value: Value::Text(words), place: Place::below(Keyword::Attachment) })
}

/// Whether the value of a line is no sentence.
fn takes_no_stop(key: &Key) -> bool {
    match key {
        Key::Word(keyword) => matches!(
            keyword.value.shape(),
            Shape::List | Shape::Chain | Shape::When | Shape::Quota | Shape::Demand | Shape::Range | Shape::Report
        ),
        Key::Time(_) => true,
        Key::Name(_) | Key::Unknown(_) => false,
    }
}

fn whole_entry(text: Text, line: &Line, place: Place, out: &mut Vec<Diagnostic>) -> Read {
    let source = text.source;
    let written = text.folded(line.content.clone(), out);
    let mended = mistaken::put_right(Stretch::whole(source, &written), &written, place, out);
    let stretch = Stretch::whole(source, mended.as_ref().unwrap_or(&written));
    let unknown = |words: Spanned<String>| Read {
        key: Key::Unknown(Box::new(words.clone())),
        name: None,
        value: Value::Faulty(words.span),
        place: Place::ANY,
    };
    if let Some(fault) = balance::fault(stretch) {
        out.push(fault);
        return recover::unbalanced(stretch, place);
    }
    let Some(parts) = parted(stretch, Rule::entry) else {
        let words = stretch.whole_words();
        out.push(faults::unknown_keyword(&words.value, words.span, place));
        return unknown(words);
    };
    let (key, name, rest) = colon_put(stretch, parts, place, out);
    let result = match key.keyword(place) {
        Some(keyword) => worded(keyword, key, name, rest, out),
        None if place == Place::SERIES => {
            recover::misspelt_units(stretch, out);
            series(stretch, name.map_or(key, |name| key.until(name)), rest)
        }
        None if place.takes_names() && (key.is_filled() || !is_meant_as_keyword(key, rest, place)) => {
            declared(key, name, rest, place)
        }
        None => {
            let words = key.whole_words();
            if key.is_open() {
                return unknown(words);
            }
            out.push(faults::unknown_keyword(key.text(), words.span, place));
            match meant(key, place) {
                Some(keyword) => worded(keyword, key, name, rest, out),
                None => return unknown(words),
            }
        }
    };
    result.unwrap_or_else(|fault| {
        let span = fault.span;
        // What waits for a parameter is no fault yet.
        if !stretch.is_open() {
            out.push(*fault);
        }
        let keyword = key.keyword(place).or_else(|| meant(key, place));
        let (key, place) = match keyword.filter(|_| place != Place::SERIES) {
            Some(keyword) => (Key::Word(Spanned::new(keyword, key.span())), Place::below(keyword)),
            None => (Key::Name(Box::new(key.whole_words())), recover::below_name(place)),
        };
        Read { place, key, name: None, value: Value::Faulty(span) }
    })
}

/// Key, name and rest of a line; of one with another mark behind its keyword than a colon, as they were meant.
fn colon_put<'a>(line: Stretch<'a>, parts: Split<'a>, place: Place, out: &mut Vec<Diagnostic>) -> Split<'a> {
    let (key, name, rest) = parts;
    let begins_with_comma = rest.is_some_and(|rest| rest.text().starts_with(','));
    let is_key = key.keyword(place).is_some() || !key.is_filled() && recover::official(key.text(), place).is_some();
    if line.is_filled() {
        return parts;
    }
    if let Some(end) = recover::phrase(line.text(), place) {
        let colon = line.text().find(':').unwrap_or(end);
        let rest = line.cut(colon + 1..line.text().len());
        return (line.cut(0..end), None, Some(rest).filter(|rest| !rest.text().trim().is_empty()));
    }
    let begins_with_sign = name.is_none() && rest.is_some_and(|rest| rest.text().starts_with(['=', ';']));
    if is_key && !begins_with_comma && !begins_with_sign {
        return parts;
    }
    match marks::wrong_mark(line, place) {
        Some(mended) => {
            out.push(mended.finding);
            (mended.key, None, Some(mended.rest))
        }
        None => (key, name, rest),
    }
}

/// Whether a line where a name may stand is meant as what its keyword says: `主任：…`, but not `主任，岗位`.
fn is_meant_as_keyword(key: Stretch, rest: Option<Stretch>, place: Place) -> bool {
    let says_marks = rest.is_some_and(|rest| rest.text().starts_with(','));
    let has_value = rest.is_some_and(|rest| !rest.text().contains(','));
    recover::is_keyword_beside_names(key.text(), place) && !says_marks
        || has_value && recover::is_no_name(key.text(), place)
}

/// The keyword a key was probably meant to be; the value of a parameter never is one.
fn meant(key: Stretch, place: Place) -> Option<Keyword> {
    recover::meant(key.text(), place).filter(|_| !key.is_filled())
}

pub(super) type Split<'a> = (Stretch<'a>, Option<Stretch<'a>>, Option<Stretch<'a>>);

/// Key, name and rest of a line that one of the rules `heading` and `entry` reads.
fn parted(line: Stretch, rule: Rule) -> Option<Split> {
    let Some(parts) = plain::parts(line.text()) else { return line.read(rule).ok().map(|found| split(line, found)) };
    let rest = parts.rest.map(|rest| line.cut(rest)).filter(|rest| !rest.text().trim().is_empty());
    Some((line.cut(parts.key), parts.name.map(|name| line.cut(name)), rest))
}

/// Key, name and rest of a line.
pub(super) fn split<'a>(stretch: Stretch<'a>, found: super::grammar::Found<'a>) -> Split<'a> {
    let (mut key, mut name, mut rest) = (stretch, None, None);
    for part in children(found) {
        match part.as_rule() {
            Rule::key => key = stretch.part(&part),
            Rule::name => name = Some(stretch.part(&part)),
            _ => rest = Some(stretch.part(&part)).filter(|rest| !rest.text().trim().is_empty()),
        }
    }
    (key, name, rest)
}

/// Only some keywords take a name; for the others what looked like one is the beginning of the value.
pub(super) fn named<'a>(
    keyword: Keyword,
    name: Option<Stretch<'a>>,
    rest: Option<Stretch<'a>>,
) -> (Option<Stretch<'a>>, Option<Stretch<'a>>) {
    match (name, rest) {
        (Some(name), Some(rest)) if !keyword.is_named() => (None, Some(name.until(rest))),
        (Some(name), None) if !keyword.is_named() => (None, Some(name)),
        other => other,
    }
}

/// A line that begins with a keyword.
fn worded(
    keyword: Keyword,
    key: Stretch,
    name: Option<Stretch>,
    rest: Option<Stretch>,
    out: &mut Vec<Diagnostic>,
) -> Reading<Read> {
    let (name, rest) = named(keyword, name, rest);
    let mut written = name.map(|name| name.whole_words().map(|words| value::unquote(&words).to_owned()));
    let value = match (keyword.shape(), rest) {
        (Shape::Set, rest) => {
            let (name, rest) = match rest.filter(|_| name.is_none()).and_then(recover::set_after_colon) {
                Some((name, members)) => {
                    out.push(faults::set_name_after_colon(key.span(), name.span()));
                    (Some(name), Some(members))
                }
                None => (name, rest),
            };
            let (title, announced) = match name.or(rest) {
                Some(name) => value::set_name(name)?,
                None => return Err(faults::unreadable_value(keyword, key.span(), key.span())),
            };
            written = Some(title);
            match (name, rest) {
                (Some(_), Some(rest)) => Value::Set(Box::new(value::set(rest, keyword, announced)?)),
                _ => Value::Set(Box::new(announced)),
            }
        }
        (_, None) => Value::Empty,
        (Shape::Text, Some(rest)) if keyword == Keyword::Role && name.is_none() => {
            return Err(faults::role_without_owner(rest.span()));
        }
        (Shape::Text | Shape::Body, Some(rest)) => Value::Text(rest.whole_words()),
        (Shape::Title, Some(rest)) if keyword == Keyword::Phase => {
            let (title, time) = phase_title(rest, out);
            Value::Title(Box::new(title.unwrap_or_else(|| rest.whole_words())), time)
        }
        (Shape::Title, Some(rest)) => Value::Title(Box::new(rest.whole_words()), None),
        (Shape::List, Some(rest)) if keyword == Keyword::Office => office(rest, out)?,
        (Shape::List, Some(rest)) => value::list(marks::without_last(rest, out), keyword)?,
        (Shape::Outputs, Some(rest)) => value::outputs(rest, keyword)?,
        (Shape::Duration, Some(rest)) => Value::When(Box::new(time::duration(rest)?)),
        (Shape::When, Some(rest)) if keyword == Keyword::Due => Value::When(Box::new(due(rest, out)?)),
        (Shape::When, Some(rest)) => Value::When(Box::new(time::when(rest)?)),
        (Shape::Quota, Some(rest)) if keyword == Keyword::Fund => {
            recover::misspelt_units(rest, out);
            Value::Quota(Box::new(money::fund(rest, out)?))
        }
        (Shape::Quota, Some(rest)) => {
            recover::misspelt_units(rest, out);
            let quota = quota::quota(rest, out)?;
            Value::Quota(Box::new(verbal::settled(recover::reordered(quota, rest, out))))
        }
        // What is asked for is its own indicator.
        (Shape::Demand, Some(rest)) => {
            let nameless = rest.cut(0..0).whole_words();
            Value::Quota(Box::new(quota::asked(rest, nameless, out)?))
        }
        (Shape::Direction, Some(rest)) => Value::Text(value::direction(rest)),
        (Shape::Range, Some(rest)) => Value::Cell(Box::new(quota::cell(rest)?)),
        (Shape::Chain, Some(rest)) => value::chain(rest, keyword)?,
        (Shape::Report, Some(rest)) => report::report(rest, keyword)?,
        (Shape::Document, Some(rest)) => cited::document(rest, keyword)?,
        (Shape::Condition, Some(rest)) => value::condition(rest, keyword)?,
    };
    Ok(Read { place: Place::below(keyword), key: Key::Word(Spanned::new(keyword, key.span())), name: written, value })
}

/// Where an office is; who heads it has no place on the line, and that is told.
fn office(rest: Stretch, out: &mut Vec<Diagnostic>) -> Reading<Value> {
    let listed = value::list(marks::without_last(rest, out), Keyword::Office)?;
    let Value::List(mut names) = listed else { return Ok(listed) };
    let is_head = |words: &str| words.ends_with("主任") && ["兼任", "担任"].iter().any(|verb| words.contains(verb));
    if let [_, heads @ ..] = &names[..] {
        let heads = heads.iter().filter(|name| is_head(&name.text));
        out.extend(heads.map(|name| faults::head_of_office(&name.text, name.span)));
    }
    let mut at = 0;
    names.retain(|name| {
        at += 1;
        at == 1 || !is_head(&name.text)
    });
    Ok(Value::List(names))
}

/// A deadline; what is to be done by it has no place on its line, and that is told.
fn due(rest: Stretch, out: &mut Vec<Diagnostic>) -> Reading<Spanned<When>> {
    let found = time::when(rest)?;
    if !matches!(found.value, When::Words(_)) {
        return Ok(found);
    }
    let Some((when, deed)) = time::by_deed(rest) else { return Ok(found) };
    out.push(faults::deed_of_deadline(&when.value.to_string(), &deed));
    Ok(when)
}

/// A stretch that is a time and nothing else.
fn wholly_time(stretch: Stretch) -> Option<Box<Spanned<When>>> {
    // No time ends in days behind a comma; most phases do, and the grammar tries all else first.
    let last = stretch.text().rsplit_once(',').map_or("", |(_, last)| last);
    if plain::day(last).is_some() || plain::days(last).is_some() {
        return None;
    }
    let found = time::when(stretch).ok()?;
    (!matches!(found.value, When::Words(_)) && time::may_be(stretch)).then(|| Box::new(found))
}

/// A title and, if what follows its last comma is wholly a time, that time.
fn phase_title(rest: Stretch, out: &mut Vec<Diagnostic>) -> (Option<Spanned<String>>, Option<Box<Spanned<When>>>) {
    let text = rest.text();
    if let Some(comma) = text.rfind(',') {
        let after = rest.cut(comma + 1..text.len());
        match time::when(after) {
            Ok(found) if !matches!(found.value, When::Words(_)) && time::may_be(after) => {
                return (Some(rest.cut(0..comma).whole_words()), Some(Box::new(found)));
            }
            Err(fault) => {
                out.push(*fault);
                return (Some(rest.cut(0..comma).whole_words()), None);
            }
            Ok(_) => {}
        }
    }
    // 准备（8月10日至8月20日）
    let bracket = text.trim_end().strip_suffix(')').and_then(|inside| Some((inside.rfind('(')?, inside.len())));
    if let Some((open, close)) = bracket.filter(|(open, _)| *open > 0) {
        let inside = rest.cut(open + 1..close);
        match time::when(inside) {
            Ok(found) if !matches!(found.value, When::Words(_)) && time::may_be(inside) => {
                return (Some(rest.cut(0..open).whole_words()), Some(Box::new(found)));
            }
            Err(fault) if fault.code == faults::NO_SUCH_DATE => out.push(*fault),
            _ => {}
        }
    }
    (Some(rest.whole_words()), None)
}

/// A value of a series: `2018年：>=52.12%`.
fn series(line: Stretch, key: Stretch, rest: Option<Stretch>) -> Reading<Read> {
    let Some(at) = time::column(key) else {
        if let Some(keyword) = Keyword::find(key.text()) {
            let words = key.whole_words();
            return Err(Box::new(faults::unknown_keyword(keyword.zh(), words.span, Place::SERIES)));
        }
        let message = text!(zh: "这里要写时间，如“2018年：52.12%”", en: "a time is wanted here, as in 2018年: 52.12%");
        return Err(Box::new(Diagnostic::error(faults::UNREADABLE_VALUE, key.span(), message)));
    };
    let at = at?;
    let value = match rest {
        Some(rest) => Value::Cell(Box::new(quota::cell(rest)?)),
        None => return Err(faults::unreadable_quota(line.span(), line.span())),
    };
    Ok(Read { key: Key::Time(Box::new(Spanned::new(at, key.span()))), name: None, value, place: Place::LEAF })
}

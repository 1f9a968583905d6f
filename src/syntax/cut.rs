//! From what a rule matched to pieces, sign by sign.
//!
//! Every character that is no blank comes out in one piece: what no rule of the grammar names is taken as it is spelled.

use crate::source::Span;

use super::grammar::{Found, Rule, Stretch, child, everything, reads_beyond, reads_whole};
use super::piece::{Kind, Piece};
use super::{time, word};

/// The pieces of a stretch that a rule reads; one it does not read is words of the author.
pub(super) fn cut(stretch: Stretch, rule: Rule) -> Vec<Piece> {
    let Ok(found) = stretch.read(rule) else { return vec![text_of(stretch)] };
    let mut pieces = Vec::new();
    walk(stretch, found, &mut pieces);
    pieces
}

pub(super) fn walk(stretch: Stretch, found: Found, out: &mut Vec<Piece>) {
    let rule = found.as_rule();
    match leaf(rule, found.as_str()) {
        Some(Kind::Time) if child(found.clone()).is_some_and(|form| form.as_rule() == Rule::han_date) => {
            let text = child(found.clone()).map_or_else(String::new, time::han_digits);
            out.push(Piece { text, ..piece(stretch, Kind::Time, &found) });
        }
        Some(Kind::Time) => out.push(Piece { text: tidy_time(found.as_str()), ..piece(stretch, Kind::Time, &found) }),
        Some(kind) => out.push(piece(stretch, kind, &found)),
        None if rule == Rule::short_months => short_months(stretch, found, out),
        None if rule == Rule::counted => counted(stretch, found, out),
        // It stands where a colon is idle, or is set anyhow.
        None if rule == Rule::colon => {}
        // The number in brackets is set behind a comma, if the bracket says nothing else.
        None if rule == Rule::documents && !is_title_and_number(&found) => documents(stretch, found, out),
        None if rule == Rule::cited && !is_number_alone(&found) => out.push(piece(stretch, Kind::Text, &found)),
        None if rule == Rule::cited => {
            let number = everything(found).next();
            out.push(left_out(Kind::Comma, out.last().map_or(stretch.span(), |title| title.span)));
            out.extend(number.map(|number| piece(stretch, Kind::Text, &number)));
        }
        None => inner(stretch, found, out),
    }
    if rule == Rule::then_kw {
        out.extend(out.last().map(|then| left_out(Kind::Colon, then.span)));
    }
}

/// Whether a line cites one document, and says of it no more than its number: that may stand behind a comma.
fn is_title_and_number(found: &Found) -> bool {
    let all: Vec<_> = everything(found.clone()).collect();
    matches!(&all[..], [only] if everything(only.clone()).all(|part| part.as_rule() != Rule::passage))
}

/// Several documents, each as it is written, with one mark between them.
fn documents(stretch: Stretch, found: Found, out: &mut Vec<Piece>) {
    for part in everything(found) {
        match part.as_rule() {
            Rule::documents_mark if part.as_str().trim().is_empty() => {}
            Rule::documents_mark => out.push(Piece { text: String::new(), ..piece(stretch, Kind::SetMark, &part) }),
            _ => out.push(piece(stretch, Kind::Text, &part)),
        }
    }
}

/// Whether a bracket holds a number that may stand behind a comma as well, and no more.
fn is_number_alone(found: &Found) -> bool {
    let parts: Vec<_> = everything(found.clone()).collect();
    matches!(&parts[..], [only] if only.as_rule() == Rule::cited_number && reads_whole(Rule::document_number, only.as_str()))
}

/// The pieces within a pair, and what its rule spells between them.
fn inner(stretch: Stretch, found: Found, out: &mut Vec<Piece>) {
    let (rule, span) = (found.as_rule(), found.as_span());
    let mut at = span.start();
    let literal = |from: usize, to: usize, out: &mut Vec<Piece>| {
        let text = stretch.text()[from..to].trim();
        if !text.is_empty() {
            let start = from + stretch.text()[from..to].find(text).unwrap_or(0);
            let span = stretch.cut(start..start + text.len()).span();
            out.push(Piece { kind: Kind::Plain, text: text.to_owned(), span });
        }
    };
    for (index, part) in everything(found).enumerate() {
        literal(at, part.as_span().start(), out);
        at = part.as_span().end();
        if rule == Rule::told_written && index > 0 {
            out.push(left_out(Kind::Comma, stretch.span_at(&part)));
        }
        if matches!(rule, Rule::asks | Rule::told_asks) && index > 0 && part.as_rule() != Rule::among {
            out.push(left_out(Kind::Gap, stretch.span_at(&part)));
        }
        // 每校 十余名: without its blank the number would be a part of what follows 每.
        let next = stretch.text().get(part.as_span().end()..).unwrap_or_default();
        let is_member = rule == Rule::asked_clause && next.starts_with(' ') && runs_on(&part, next.trim_start());
        let end = stretch.span_at(&part);
        walk(stretch, part, out);
        if is_member {
            out.push(left_out(Kind::Gap, end));
        }
    }
    literal(at, span.end(), out);
}

/// Whether the name of a member would go on into what follows it, if no blank stood between them.
fn runs_on(ask: &Found, next: &str) -> bool {
    let Some(each) = child(ask.clone()).filter(|each| each.as_rule() == Rule::each) else { return false };
    child(each).is_some_and(|member| {
        let member = member.as_str().trim_end();
        reads_beyond(Rule::each_word, &format!("{member}{next}"), member.len())
    })
}

/// `2026年1—6月`, as two months.
fn short_months(stretch: Stretch, found: Found, out: &mut Vec<Piece>) {
    let mut year = String::new();
    for part in everything(found) {
        match part.as_rule() {
            Rule::year => year = format!("{}年", part.as_str()),
            Rule::month => {
                let text = format!("{}{}月", std::mem::take(&mut year), part.as_str());
                out.push(Piece { text, ..piece(stretch, Kind::Time, &part) });
            }
            _ => walk(stretch, part, out),
        }
    }
}

/// `3个月`: the unit has a twin only with the measure word that it takes.
fn counted(stretch: Stretch, found: Found, out: &mut Vec<Piece>) {
    let mut parts = everything(found);
    let Some(count) = parts.next() else { return };
    let rest: Vec<_> = parts.collect();
    let unit: String = rest.iter().map(|part| part.as_str()).collect();
    let twin = word::counted(&unit, count.as_str() == "1").filter(|_| count.as_rule() == Rule::integer);
    walk(stretch, count, out);
    let Some((first, last)) = rest.first().zip(rest.last()) else { return };
    let span = stretch.span_at(first).to(stretch.span_at(last));
    out.push(Piece { kind: twin.map_or(Kind::Plain, Kind::Word), text: unit, span });
}

/// What a rule that is not looked into makes; `None` if its parts are the pieces.
fn leaf(rule: Rule, text: &str) -> Option<Kind> {
    Some(match rule {
        Rule::comma => Kind::Comma,
        Rule::list_mark => Kind::ListMark,
        Rule::set_mark => Kind::SetMark,
        Rule::arrow | Rule::set_arrow => Kind::Arrow,
        Rule::range_sign => Kind::Dash,
        Rule::hole_sign => Kind::Hole,
        Rule::exactly => Kind::Sign,
        Rule::at_least | Rule::at_most if text.ends_with('=') => Kind::Sign,
        Rule::above | Rule::below if matches!(text, ">" | "<") => Kind::Sign,
        Rule::number | Rule::integer => Kind::Number,
        Rule::unit | Rule::percent => Kind::Unit,
        _ if is_time(rule) => Kind::Time,
        Rule::by_tail
        | Rule::made_kw
        | Rule::once_more
        | Rule::among_kw
        | Rule::plus
        | Rule::currency
        | Rule::han_point
        | Rule::han_integer
        | Rule::before
        | Rule::each_unit
        | Rule::other_unit => Kind::Plain,
        _ if is_text(rule) => Kind::Text,
        _ if word::is_word(rule) => word::find(rule, text).map_or(Kind::Plain, Kind::Word),
        _ => return None,
    })
}

/// Whether a rule is a time, or a part of a stretch of time.
fn is_time(rule: Rule) -> bool {
    matches!(
        rule,
        Rule::time
            | Rule::year_day
            | Rule::within
            | Rule::in_all
            | Rule::after_within
            | Rule::yearly
            | Rule::each_round
            | Rule::kept_up
            | Rule::running
            | Rule::steps
            | Rule::by_time
            | Rule::blank_time
            | Rule::short_days
            | Rule::first_quarters
            | Rule::five_years
            | Rule::relative
            | Rule::round_close
            | Rule::spots
            | Rule::mode_word
            | Rule::hours
            | Rule::following
            | Rule::by_unit
            | Rule::both_terms
            | Rule::bare_day
            | Rule::open_time
    )
}

/// Whether a rule takes words of the author.
fn is_text(rule: Rule) -> bool {
    matches!(
        rule,
        Rule::part
            | Rule::each_word
            | Rule::one_each
            | Rule::led_member
            | Rule::payer_name
            | Rule::worded
            | Rule::word
            | Rule::link_word
            | Rule::full_name
            | Rule::member
            | Rule::if_text
            | Rule::rest
            | Rule::spaced_name
            | Rule::tight_name
            | Rule::by_plain
            | Rule::scope_word
            | Rule::among
            | Rule::done_word
            | Rule::helper
            | Rule::shared
            | Rule::soft
            | Rule::quoted
            | Rule::document_title
            | Rule::document_number
            | Rule::cited_number
            | Rule::issuer_before
            | Rule::passage
            | Rule::reported
            | Rule::parts_clause
            | Rule::drawn
            | Rule::arranged
            | Rule::round_tail
            | Rule::counted_head
            | Rule::head_unit
            | Rule::measure_word
    )
}

/// A time without idle blanks, a school year with a hyphen.
fn tidy_time(folded: &str) -> String {
    let is_school_year = ["学年", "school"].iter().any(|word| folded.contains(word));
    let is_han = folded.contains(['月', '日']);
    if let Some(day) = tidy_day(folded) {
        return day;
    }
    let dashed = if is_han { folded.replace("..", "—") } else { folded.to_owned() };
    let mut tidy = String::new();
    let mut rest = dashed.chars().peekable();
    while let Some(character) = rest.next() {
        let before = tidy.chars().last();
        match character {
            ' ' => {
                while rest.next_if_eq(&' ').is_some() {}
                let parts = |side: Option<&char>| side.is_some_and(char::is_ascii_alphanumeric);
                if parts(before.as_ref()) && parts(rest.peek()) {
                    tidy.push(' ');
                }
            }
            '—' | '~' | '/' if is_school_year => {
                if before != Some('-') {
                    tidy.push('-');
                }
            }
            // 6月1—30日 has one dash, whatever was typed.
            '—' | '-' | '~' if is_han && !is_school_year => {
                if before != Some('—') {
                    tidy.push('—');
                }
            }
            // The comma of 自发布之日起施行，有效期3年 stands between words of the author.
            ',' => tidy.push('，'),
            ';' => tidy.push('；'),
            '(' => tidy.push('（'),
            ')' => tidy.push('）'),
            other => tidy.push(other),
        }
    }
    tidy
}

/// 2026.6.30, 2026/6/30 and 2026-6-30 as 2026-06-30.
fn tidy_day(folded: &str) -> Option<String> {
    let parts: Vec<&str> = folded.trim().split(['.', '/', '-']).collect();
    let [year, month, day] = parts[..] else { return None };
    let is_number = |part: &str| part.bytes().all(|sign| sign.is_ascii_digit());
    (is_number(month) && is_number(day)).then(|| format!("{year}-{month:0>2}-{day:0>2}"))
}

pub(super) fn piece(stretch: Stretch, kind: Kind, found: &Found) -> Piece {
    let words = stretch.words(found);
    let text = if kind == Kind::Text { words.value } else { found.as_str().trim().to_owned() };
    Piece { kind, text, span: stretch.span_at(found) }
}

pub(super) fn text_of(stretch: Stretch) -> Piece {
    let words = stretch.whole_words();
    Piece { kind: Kind::Text, text: words.value, span: words.span }
}

/// A sign that the line may leave out, at the end of what stands before it.
pub(super) fn left_out(kind: Kind, before: Span) -> Piece {
    Piece { kind, text: String::new(), span: Span { start: before.end, ..before } }
}

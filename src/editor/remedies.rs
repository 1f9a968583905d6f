//! What may be done about a finding that no edit certainly mends: each way is offered, and none is made unasked.
//!
//! Takes the findings of a compiled plan that have no fix of their own, gives edits to choose from: a name of the plan in
//! the place of one like it, the last day of a month, where a bracket ends, a unit of money, what a measure lacks.

use std::collections::BTreeMap;
use std::ops::Range;

use super::draft::{Draft, Row, line_start};
use super::index::{expected, kind};
use super::times::written;
use super::{Action, Analysis, Kind, MOST_OFFERED};
use crate::calendar::Date;
use crate::diagnostic::{Diagnostic, Edit, Text};
use crate::plan::UNDEFINED;
use crate::source::{SourceId, Span};
use crate::syntax::faults::{NO_SUCH_DATE, UNCLOSED};
use crate::syntax::keyword::Keyword;
use crate::syntax::word::Tongue;
use crate::text;

/// So many ways are offered at most.
const MOST: usize = 5;
/// So many names are offered in the place of one.
const MOST_NAMES: usize = 3;

impl Analysis {
    /// The ways to mend the findings that touch some bytes and have no fix.
    pub fn remedies(&self, source: SourceId, range: Range<usize>) -> Vec<Action> {
        let touches = |found: &&Diagnostic| {
            let span = found.span.range();
            found.span.source == source && found.fix.is_none() && span.start <= range.end && range.start <= span.end
        };
        let mut found = self.compiled.findings.iter().filter(touches).peekable();
        if found.peek().is_none() {
            return Vec::new();
        }
        let draft = Draft::read(self.compiled.sources.get(source).text());
        let of = |found: &Diagnostic| {
            let ways = match found.code {
                UNDEFINED => self.near_names(&draft, found.span),
                NO_SUCH_DATE | "D042" => self.last_day(found.span),
                UNCLOSED => closed(&draft, found.span),
                "Q041" => self.moneyed(found.span),
                "R008" => without_line(&draft, found.span),
                "G006" => self.serving_lines(&draft, found.span),
                "R001" => self.leading_lines(&draft, found.span),
                "R002" => self.due_lines(&draft, found.span),
                _ => Vec::new(),
            };
            let code = found.code;
            ways.into_iter().map(move |(title, edit)| Action { title, mends: Some(code), edits: vec![edit] })
        };
        found.flat_map(of).take(MOST_OFFERED).collect()
    }

    fn words(&self, span: Span) -> &str {
        self.compiled.sources.slice(span)
    }

    /// Names of the plan like one that nothing declares, of the kinds that may stand there.
    fn near_names(&self, draft: &Draft, span: Span) -> Vec<(Text, Edit)> {
        let plan = &self.compiled.plan;
        let written = self.words(span);
        let name = written.trim_matches(['{', '}', '｛', '｝', '“', '”']);
        let row = draft.row_at(span.start as usize).and_then(|at| draft.rows.get(at));
        let keyword = row.and_then(|row| row.keyword).filter(|_| !written.starts_with(['{', '｛']));
        let wanted: &[Kind] = match keyword {
            Some(keyword) => expected(keyword),
            None => &[Kind::Indicator, Kind::Fund, Kind::Set, Kind::Param],
        };
        let mut near: Vec<(usize, String)> = Vec::new();
        for thing in self.index.things(plan).into_iter().filter(|thing| wanted.contains(&kind(plan, *thing))) {
            let names = self.index.names(plan, thing);
            // 县教育局办公室 is below 县教育局, and not 县教育局 ill written.
            let is_below = |known: &str| name.strip_prefix(known).is_some_and(|rest| rest.chars().count() > 1);
            if names.iter().any(|known| is_below(&known.value)) {
                continue;
            }
            let best = names.iter().map(|known| likeness(name, &known.value)).max().unwrap_or_default();
            if let Some(first) = names.first().filter(|_| best >= LIKE) {
                near.push((best, first.value.clone()));
            }
        }
        near.sort_by(|(one, first), (other, second)| other.cmp(one).then_with(|| first.cmp(second)));
        near.dedup();
        let change = |(_, known): (usize, String)| {
            let text = written.replacen(name, &known, 1);
            (text!(zh: "改为“{known}”", en: "make it “{known}”"), Edit { span, text })
        };
        near.into_iter().take(MOST_NAMES).map(change).collect()
    }

    /// The last day of the month, in the place of one that there is not.
    fn last_day(&self, span: Span) -> Vec<(Text, Edit)> {
        let words = self.words(span);
        let numbers = numbers(words);
        let value = |range: &Range<usize>| words[range.clone()].parse::<i16>().ok();
        let (year, month, day) = match numbers.as_slice() {
            [year, month, day] => (value(year), value(month), day),
            [month, day] => (None, value(month), day),
            _ => return Vec::new(),
        };
        let month = month.and_then(|month| i8::try_from(month).ok());
        let last = month.and_then(|month| Date::new(year.unwrap_or(2000), month, 1).ok()).map(Date::last_of_month);
        let Some(last) = last.filter(|last| value(day) > Some(i16::from(last.day()))) else { return Vec::new() };
        let mut text = words.to_owned();
        text.replace_range(day.clone(), &last.day().to_string());
        vec![(text!(zh: "改为“{text}”", en: "make it “{text}”"), Edit { span, text })]
    }

    /// A unit behind an amount of money that has none.
    fn moneyed(&self, span: Span) -> Vec<(Text, Edit)> {
        let words = self.words(span).trim_end();
        if !words.ends_with(|sign: char| sign.is_ascii_digit() || ('０'..='９').contains(&sign)) {
            return Vec::new();
        }
        let end = span.start as usize + words.len();
        let with = |unit: &str| {
            let edit = Edit { span: Span::new(span.source, end, end), text: unit.to_owned() };
            (text!(zh: "改为“{words}{unit}”", en: "make it “{words}{unit}”"), edit)
        };
        ["万元", "元"].map(with).to_vec()
    }

    /// A line that says which goal a measure serves: the goals likest to its title first.
    fn serving_lines(&self, draft: &Draft, span: Span) -> Vec<(Text, Edit)> {
        let plan = &self.compiled.plan;
        let title = self.words(span);
        let like = |goal: &crate::plan::Goal| likeness(title, &goal.title.value).max(likeness(title, &goal.name.value));
        let mut goals: Vec<&crate::plan::Goal> = plan.goals.iter().collect();
        goals.sort_by_key(|goal| std::cmp::Reverse(like(goal)));
        let names = goals.into_iter().take(MOST - 1).map(|goal| goal.name.value.clone());
        // That it serves none can only be said of a measure itself.
        let row = draft.row_at(span.start as usize).and_then(|at| draft.rows.get(at));
        let is_measure = row.is_some_and(|row| row.keyword == Some(Keyword::Measure));
        let none = if draft.tongue() == Tongue::Zh { "无" } else { "none" };
        let none = is_measure.then(|| none.to_owned());
        lines(draft, span, Keyword::Serves, names.chain(none))
    }

    /// A line that says by when: by the end of the plan, or that it is open.
    fn due_lines(&self, draft: &Draft, span: Span) -> Vec<(Text, Edit)> {
        let last = self.compiled.plan.period.as_ref().and_then(|period| period.value.last_day());
        let last = last.map(|day| written(day, draft.tongue()));
        let open = if draft.tongue() == Tongue::Zh { "待定" } else { "?" };
        lines(draft, span, Keyword::Due, last.into_iter().chain([open.to_owned()]))
    }

    /// A line that says who leads: who answers for the plan, who leads most, or that it is open.
    fn leading_lines(&self, draft: &Draft, span: Span) -> Vec<(Text, Edit)> {
        let plan = &self.compiled.plan;
        let mut leads: BTreeMap<&str, usize> = BTreeMap::new();
        for lead in plan.measures.iter().flat_map(|measure| &measure.lead.value).filter(|lead| lead.target().is_some())
        {
            *leads.entry(lead.text.as_str()).or_default() += 1;
        }
        for owner in plan.accountable.iter().filter(|owner| owner.target().is_some()) {
            leads.entry(owner.text.as_str()).or_default();
        }
        let mut leads: Vec<(&str, usize)> = leads.into_iter().collect();
        leads.sort_by_key(|(name, count)| (std::cmp::Reverse(*count), *name));
        let names = leads.into_iter().take(MOST - 1).map(|(name, _)| name.to_owned());
        let open = if draft.tongue() == Tongue::Zh { "待定" } else { "?" };
        lines(draft, span, Keyword::Lead, names.chain([open.to_owned()]))
    }
}

/// From how many of a hundred on two names are like enough to be offered.
const LIKE: usize = 60;

/// How many of a hundred characters of two names are in both, in their order; of one that holds the other all.
fn likeness(one: &str, other: &str) -> usize {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    if one.is_empty() || other.is_empty() {
        return 0;
    }
    // The longest run of characters that both have in their order.
    let mut row = vec![0_usize; other.len() + 1];
    for sign in &one {
        let mut before = 0;
        for (at, known) in other.iter().enumerate() {
            let above = row[at + 1];
            row[at + 1] = if sign == known { before + 1 } else { above.max(row[at]) };
            before = above;
        }
    }
    let shared = row.last().copied().unwrap_or_default();
    if shared < 2 {
        return 0;
    }
    let of_both = shared * 200 / (one.len() + other.len());
    if shared == one.len().min(other.len()) { of_both.max(LIKE) } else { of_both }
}

/// The runs of digits of some words.
fn numbers(words: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, sign) in words.char_indices().filter(|(_, sign)| sign.is_ascii_digit()) {
        match found.last_mut().filter(|last| last.end == at) {
            Some(last) => last.end = at + sign.len_utf8(),
            None => found.push(at..at + sign.len_utf8()),
        }
    }
    found
}

/// The mark that closes an open one: before the next mark that parts a list, or at the end of the line.
fn closed(draft: &Draft, span: Span) -> Vec<(Text, Edit)> {
    let start = span.start as usize;
    let line = draft.text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default();
    let opener = line.chars().next();
    let close = match opener {
        Some('（') => '）',
        Some('(') => ')',
        Some('“') => '”',
        Some('《') => '》',
        Some('〔') => '〕',
        Some('"') => '"',
        _ => return Vec::new(),
    };
    let trimmed = line.trim_end();
    let width = opener.map_or(0, char::len_utf8);
    let part = trimmed[width..].find(['、', '，', ',', '；', ';']).map(|at| width + at);
    let near = part.filter(|at| *at > width);
    let ends = near.into_iter().chain([trimmed.len()]);
    let edit = |end: usize| {
        let words = &trimmed[..end];
        let at = Span::new(span.source, start + end, start + end);
        (
            text!(zh: "补成“{words}{close}”", en: "close it: “{words}{close}”"),
            Edit { span: at, text: close.to_string() },
        )
    };
    ends.map(edit).collect()
}

/// The line of a name taken out, where it names nothing else.
fn without_line(draft: &Draft, span: Span) -> Vec<(Text, Edit)> {
    let row = draft.row_at(span.start as usize).and_then(|at| draft.rows.get(at));
    let alone = row.filter(|row| row.value == span.range() && row.line.whole.end == row.end);
    let Some(row) = alone else { return Vec::new() };
    let start = line_start(draft.text, row.line.whole.start);
    let end = draft.text[row.line.whole.end..].find('\n').map_or(draft.text.len(), |at| row.line.whole.end + at + 1);
    let edit = Edit { span: Span::new(span.source, start, end), text: String::new() };
    vec![(text!(zh: "删去这一行", en: "remove this line"), edit)]
}

/// Lines below what stands at a place, each with one of these values.
fn lines(draft: &Draft, span: Span, keyword: Keyword, values: impl Iterator<Item = String>) -> Vec<(Text, Edit)> {
    let Some(row) = draft.row_at(span.start as usize).and_then(|at| draft.rows.get(at)) else { return Vec::new() };
    let blanks = indentation(draft, row);
    let end = row.line.whole.end;
    let (word, colon) = match draft.tongue() {
        Tongue::Zh => (keyword.zh(), "："),
        Tongue::En => (keyword.en(), ": "),
    };
    let line = |value: String| {
        let line = format!("- {word}{colon}{value}");
        let edit = Edit { span: Span::new(span.source, end, end), text: format!("\n{blanks}{line}") };
        (text!(zh: "写上“{line}”", en: "write “{line}”"), edit)
    };
    values.map(line).collect()
}

/// How far what belongs to a row is set in.
fn indentation(draft: &Draft, row: &Row) -> String {
    if row.is_heading() {
        return String::new();
    }
    let line = draft.slice(&(line_start(draft.text, row.line.whole.start)..row.line.whole.end));
    format!("{}  ", &line[..line.len() - line.trim_start().len()])
}

#[cfg(test)]
mod tests {
    use super::likeness;

    #[test]
    fn names_are_like_that_share_most_of_their_signs() {
        assert!(likeness("九年巩固率", "九年义务教育巩固率") >= super::LIKE);
        assert!(likeness("质量", "质量位次") >= super::LIKE);
        assert!(likeness("县教育局", "县教体局") >= super::LIKE);
        assert_eq!(likeness("甲", "甲乙"), 0);
        assert!(likeness("县教育局", "乡镇政府") < super::LIKE);
        assert!(likeness("县教育局", "县人社局") < super::LIKE);
    }
}

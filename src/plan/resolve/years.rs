//! The year of a time that is written without one, where the plan leaves only one.
//!
//! In a plan that runs from January to December of 2026, 4月10日 is a day of 2026, and 年内, 今年 and 本年度 are 2026; of a
//! plan of three years 贯穿三年 is the period. Takes the tree of the plan and writes these years into it; what is left
//! blank (`20××年4月`), what comes round and what two years would fit stays as it is.

use crate::calendar::{Date, Interval, Part, Run, Start, Time, When};
use crate::quantity::han_integer;
use crate::source::{Source, Span, Spanned};
use crate::syntax::ast::{Ask, Clause, Entry, Head, Item, Key, Noun, Quota, Value};
use crate::syntax::keyword::Keyword;
use crate::syntax::read_when;

use super::survey::Survey;

/// How far from the beginning of the plan the day of a value of the present may lie to be taken as the nearest such day.
const NEAR: i32 = 120;

/// Words for the year of the plan that more may follow (今年底前), the longer first.
const THIS_YEAR: [&str; 4] = ["本年度", "今年", "本年", "当年"];
/// Words for all of its period.
const ALL_ALONG: [&str; 9] = [
    "贯穿全程",
    "贯穿始终",
    "贯穿全过程",
    "贯穿实施全过程",
    "贯穿方案实施全过程",
    "贯穿整个实施期",
    "贯穿实施期",
    "全程推进",
    "全程",
];

/// What tells the year of a time without one.
struct Known<'a> {
    source: &'a Source,
    /// When the plan runs, and how that is written.
    period: Option<Interval>,
    written: Option<When>,
    /// The day the paper bears.
    date: Option<Date>,
}

/// Gives the times of a plan the years that it leaves no choice of.
pub(super) fn tell(items: &mut [Item], survey: &Survey, source: &Source) {
    let written = |keyword| if survey.has_line(keyword) { written(items, keyword) } else { None };
    let written_period = written(Keyword::Period).cloned();
    let period = written_period.as_ref().and_then(When::interval).filter(|days| !days.is_backwards());
    let date = match written(Keyword::Date) {
        Some(When::At(time @ Time { part: Part::Day(..), .. })) => time.interval().map(|day| day.first),
        _ => None,
    };
    if period.is_some() || date.is_some() {
        Known { source, period, written: written_period, date }.items(items);
    }
}

/// The time that a line of the plan gives, the first of its keyword.
fn written(items: &[Item], keyword: Keyword) -> Option<&When> {
    items.iter().find_map(|item| match item {
        Item::Section(section) => written(&section.items, keyword),
        Item::Entry(entry) => match (&entry.key, &entry.value) {
            (Key::Word(key), Value::When(when)) if key.value == keyword => Some(&when.value),
            _ => None,
        },
        Item::Paragraph(_) | Item::Grid(_) => None,
    })
}

impl Known<'_> {
    fn items(&self, items: &mut [Item]) {
        for item in items {
            match item {
                Item::Section(section) => {
                    if let Head::Noun(Noun { time: Some(time), .. }) = &mut section.head {
                        self.when(&mut time.value, time.span);
                    }
                    self.items(&mut section.items);
                }
                Item::Entry(entry) => self.entry(entry),
                Item::Paragraph(_) | Item::Grid(_) => {}
            }
        }
    }

    fn entry(&self, entry: &mut Entry) {
        let is_now = matches!(&entry.key, Key::Word(key) if key.value == Keyword::Baseline);
        if let Key::Time(time) = &mut entry.key
            && !self.is_blank(time.span)
        {
            time.value = self.time(time.value);
        }
        match &mut entry.value {
            Value::Title(_, Some(time)) | Value::Outputs(_, Some(time)) => self.when(&mut time.value, time.span),
            Value::When(time) => self.when(&mut time.value, time.span),
            Value::Report(report) => report.when.iter_mut().for_each(|when| self.when(&mut when.value, when.span)),
            Value::Quota(quota) if is_now => self.now(quota),
            Value::Quota(quota) => self.quota(quota),
            _ => {}
        }
        self.items(&mut entry.items);
    }

    /// The times of a quota; one that comes round is of no one year.
    fn quota(&self, quota: &mut Quota) {
        let comes_round = quota.asks.iter().any(|ask| matches!(ask.value, Ask::Every(_)))
            || quota.clauses.iter().any(|clause| matches!(clause.value, Clause::Ask(Ask::Every(_))));
        for Spanned { value, span } in &mut quota.clauses {
            match value {
                Clause::When(_, when) | Clause::Since(when) if comes_round => self.this_year(when),
                Clause::When(_, when) | Clause::Since(when) => self.when(when, *span),
                _ => {}
            }
        }
        self.items(&mut quota.below);
    }

    /// The day of a value of the present: the last such day before the paper, else the one near the beginning.
    fn now(&self, quota: &mut Quota) {
        for Spanned { value, span } in &mut quota.clauses {
            let Clause::When(_, When::At(time)) = value else { continue };
            if time.year.is_some() || self.is_blank(*span) {
                continue;
            }
            let start = self.date.or(self.period.map(|days| days.first));
            let Some(start) = start else { continue };
            let years = [start.year().saturating_sub(1), start.year(), start.year().saturating_add(1)];
            let end = |year: &i16| time.in_year(*year).last;
            time.year = match self.date {
                Some(date) => years.into_iter().rfind(|year| end(year) <= date),
                None => years.into_iter().find(|year| distance(start, end(year)) <= NEAR),
            };
        }
        self.items(&mut quota.below);
    }

    fn when(&self, when: &mut When, span: Span) {
        let is_told = matches!(when, When::At(time) | When::Kept(time, _) if time.year.is_some());
        if is_told || self.is_blank(span) {
            return;
        }
        match when {
            When::At(time) | When::Kept(time, _) => *time = self.time(*time),
            When::Between(first, last) => {
                *first = self.time(*first);
                if let Some(last) = last {
                    *last = self.time(*last);
                }
            }
            When::From(start, run) => {
                if let Start::At(time) = start {
                    *time = self.time(*time);
                }
                if let Run::Until(time) = run {
                    *time = self.time(*time);
                }
            }
            When::Steps(times, _) => times.iter_mut().for_each(|time| *time = self.time(*time)),
            When::Words(_) => self.this_year(when),
            _ => {}
        }
    }

    /// Words for the period, or for its year if it lies in one; those that do not agree with it stay words, and are told
    /// as such.
    fn this_year(&self, when: &mut When) {
        let When::Words(words) = when else { return };
        let Some(days) = self.period else { return };
        if let Some(period) = self.written.as_ref().filter(|_| is_all_along(words, days)) {
            when.clone_from(period);
            return;
        }
        if days.first.year() != days.last.year() {
            return;
        }
        let year = days.first.year();
        if matches!(words.as_str(), "年内" | "全年") {
            *when = When::At(Time { year: Some(year), part: Part::Year });
            return;
        }
        let Some(rest) = THIS_YEAR.iter().find_map(|word| words.strip_prefix(word)) else { return };
        let read = read_when(&format!("{year}年{rest}"));
        if !matches!(read, When::Words(_)) {
            *when = read;
        }
    }

    /// The time in the only year in which it meets the period.
    fn time(&self, time: Time) -> Time {
        let Some(period) = self.period.filter(|_| time.year.is_none() && time.part != Part::Year) else { return time };
        let years = period.first.year().saturating_sub(1)..=period.last.year();
        let mut fitting = years.filter(|year| time.in_year(*year).meets(period));
        match (fitting.next(), fitting.next()) {
            (Some(only), None) => Time { year: Some(only), ..time },
            _ => time,
        }
    }

    /// Whether the year is a blank to be filled in, or the words are not those of the text.
    fn is_blank(&self, span: Span) -> bool {
        let signs = ['x', 'X', '×', 'Ｘ', 'ｘ', '_', '*', '＊', '?', '？', '某', '○', '〇', '{'];
        span.source != self.source.id() || self.source.slice(span).contains(signs)
    }
}

/// Whether words say that something runs as long as the plan; `贯穿三年` only of a plan of three years.
fn is_all_along(words: &str, days: Interval) -> bool {
    let Some(count) = words.strip_prefix("贯穿").and_then(|rest| rest.strip_suffix('年')) else {
        return ALL_ALONG.contains(&words);
    };
    let count = match count {
        "全" => Some(1),
        _ => count.parse::<i64>().ok().or_else(|| i64::try_from(han_integer(count)?).ok()),
    };
    let months = |day: Date| i64::from(day.year()) * 12 + i64::from(day.month());
    let length = months(days.last) - months(days.first) + 1;
    let calendar_years = i64::from(days.last.year() - days.first.year()) + 1;
    count.is_some_and(|count| count == calendar_years || count * 12 == length || count == (length + 11) / 12)
}

/// How many days lie between two, whichever comes first.
fn distance(one: Date, other: Date) -> i32 {
    one.until(other).map_or(i32::MAX, |span| span.get_days().abs())
}

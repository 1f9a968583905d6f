//! What a time means: its first and last day, the days of the week, how many days it is.

use super::page::Page;
use super::value;
use crate::calendar::{Date, Interval, When};
use crate::diagnostic::Lang;
use crate::editor::Analysis;
use crate::editor::draft::line_start;
use crate::editor::index::touches;
use crate::source::{SourceId, Span};
use crate::syntax::read_when;

/// What times are written with.
const SIGNS: &str =
    "0123456789０１２３４５６７８９年月日号底初末上中下旬前半第一二三四五六七八九十〇季度学期春秋寒暑假开至—–-－~～.次";
/// How many signs of a time are looked at on either side.
const MOST: usize = 24;

impl Analysis {
    /// The time at a place: one of the plan, else whatever reads as one in the words around.
    pub(super) fn time_at(&self, source: SourceId, offset: usize, lang: Lang) -> Option<(Span, Page)> {
        let known = self.compiled.plan.stated_times().into_iter();
        let mut known = known.filter(|time| time.span.source == source && touches(time.span, offset));
        if let Some(time) = known.next() {
            let mut page = page(time.when, self.days(time.when)?, lang);
            page.line(("用处", "what for"), time.of.words().get(lang));
            return Some((time.span, page));
        }
        let (span, when) = self.written_at(source, offset)?;
        Some((span, page(&when, self.days(&when)?, lang)))
    }

    /// The longest time around a byte of its line.
    fn written_at(&self, source: SourceId, offset: usize) -> Option<(Span, When)> {
        let text = self.compiled.sources.get(source).text();
        let start = line_start(text, offset);
        let before =
            text.get(start..offset)?.char_indices().rev().take(MOST).take_while(|(_, sign)| SIGNS.contains(*sign));
        let from = start + before.last().map_or(offset - start, |(at, _)| at);
        let run = text.get(from..)?;
        let run = &run[..run
            .char_indices()
            .take(2 * MOST)
            .take_while(|(_, sign)| SIGNS.contains(*sign))
            .last()
            .map_or(0, |(at, sign)| at + sign.len_utf8())];
        let starts: Vec<usize> = run.char_indices().map(|(at, _)| at).filter(|at| from + at <= offset).collect();
        let ends: Vec<usize> =
            run.char_indices().map(|(at, sign)| at + sign.len_utf8()).filter(|at| from + at >= offset).collect();
        let pieces = starts.iter().flat_map(|start| ends.iter().rev().map(move |end| (*start, *end)));
        let mut pieces: Vec<(usize, usize)> = pieces.filter(|(start, end)| start < end).collect();
        pieces.sort_by_key(|(start, end)| std::cmp::Reverse(end - start));
        pieces.into_iter().find_map(|(start, end)| {
            let words = &run[start..end];
            let is_dated = words.contains(['年', '月', '日']) || words.matches(['-', '－', '.']).count() == 2;
            let when = is_dated.then(|| read_when(words))?;
            when.last_day()?;
            Some((Span::new(source, from + start, from + end), when))
        })
    }

    /// The days of a time, by the calendar of the plan.
    fn days(&self, when: &When) -> Option<Interval> {
        let mut when = when.clone();
        self.compiled.plan.calendar.settle_when(&mut when);
        let last = when.last_day()?;
        Some(Interval { first: when.first_day().filter(|first| *first <= last).unwrap_or(last), last })
    }
}

fn page(when: &When, days: Interval, lang: Lang) -> Page {
    let mut page = Page::new(lang, &value::when(when, lang), &[if lang == Lang::Zh { "时间" } else { "time" }]);
    if days.first < days.last {
        page.line(("第一天", "first day"), &day(days.first, lang));
    }
    page.line(("最后一天", "last day"), &day(days.last, lang));
    let count = days.days();
    if count > 1 {
        page.line(("共", "in all"), &if lang == Lang::Zh { format!("{count}天") } else { format!("{count} days") });
    }
    page
}

/// A day with its day of the week.
fn day(day: Date, lang: Lang) -> String {
    const WEEK: [(&str, &str); 7] = [
        ("星期一", "Monday"),
        ("星期二", "Tuesday"),
        ("星期三", "Wednesday"),
        ("星期四", "Thursday"),
        ("星期五", "Friday"),
        ("星期六", "Saturday"),
        ("星期日", "Sunday"),
    ];
    let (zh, en) = WEEK[day.weekday().to_monday_zero_offset().clamp(0, 6) as usize];
    match lang {
        Lang::Zh => format!("{}年{}月{}日，{zh}", day.year(), day.month(), day.day()),
        Lang::En => format!("{day}, {en}"),
    }
}

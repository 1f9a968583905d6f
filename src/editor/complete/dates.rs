//! Times that a plan is likely to name: its own ends, those that it states elsewhere, the ends of its years, quarters,
//! school years and terms. None lies outside the plan.

use std::collections::{BTreeSet, HashSet};

use super::offer::Offer;
use crate::calendar::{Calendar, Date, Interval, Part, Recurring, Time, When};
use crate::diagnostic::Text;
use crate::editor::Kind;
use crate::editor::times::{Sort, written};
use crate::syntax::keyword::Keyword;
use crate::syntax::read_when;
use crate::syntax::word::Tongue;
use crate::text;

/// For how many years ends are offered.
const MOST_YEARS: i16 = 6;

/// A time that may be offered, with the day that has to lie in the plan.
struct Offered {
    group: u8,
    day: Date,
    label: String,
    detail: Text,
}

impl Offer<'_> {
    /// The times that may stand behind a keyword: those of the plan, and no day outside it.
    pub fn dates(&mut self, keyword: Keyword) {
        self.dates_from(keyword, None);
    }

    /// When a stretch of time may end that begins so.
    pub fn ends_of(&mut self, begun: &str) {
        self.dates_from(Keyword::Due, read_when(begun.trim()).first_day());
    }

    fn dates_from(&mut self, keyword: Keyword, begun: Option<Date>) {
        let begins = matches!(keyword, Keyword::Start | Keyword::Period);
        // What is being typed says nothing of itself.
        let span = self.span().filter(|_| keyword != Keyword::Period);
        let mut found: Vec<Offered> = Vec::new();
        if let Some((first, last)) = span {
            if begins {
                found.push(self.offered(1, first, text!(zh: "方案开始", en: "the plan begins")));
            }
            if !begins {
                found.push(self.offered(1, last, text!(zh: "方案结束", en: "the plan ends")));
            }
        }
        let years = span.map(|(first, last)| first.year()..=last.year().min(first.year().saturating_add(MOST_YEARS)));
        self.stated(begins, years.clone(), &mut found);
        for year in years.into_iter().flatten() {
            self.year(year, begins, &mut found);
            self.school(year, begins, &mut found);
        }
        let is_within = |day: Date| span.is_none_or(|(first, last)| first <= day && day <= last);
        found.retain(|offered| is_within(offered.day) && begun.is_none_or(|begun| begun <= offered.day));
        found.sort_by_key(|offered| (offered.group, offered.day));
        for Offered { group, label, detail, .. } in found {
            self.date(group, &label, detail);
        }
        if span.is_none() {
            self.relative(keyword);
        }
    }

    /// From when to when a phase may run: what the phases above leave of the plan, its years, school years and terms.
    pub fn stretches(&mut self) {
        let Some((first, last)) = self.span() else { return };
        let rows = self.draft.rows.iter().take_while(|row| row.line.whole.end < self.offset);
        let above = rows.filter(|row| row.keyword == Some(Keyword::Phase));
        let ends = above.filter_map(|row| {
            let value = self.draft.slice(&row.value);
            read_when(value.rsplit(['，', ',', '（', '(']).next()?.trim_end_matches(['）', ')'])).last_day()
        });
        let begin = ends.max().and_then(|end| end.tomorrow().ok()).unwrap_or(first);
        if begin <= last {
            let label = self.stretch(begin, last);
            self.date(1, &label, text!(zh: "到方案结束", en: "until the plan ends"));
        }
        self.years();
        let mut found = Vec::new();
        if self.tongue == Tongue::Zh {
            (first.year()..=last.year().min(first.year().saturating_add(MOST_YEARS)))
                .for_each(|year| self.school(year, false, &mut found));
        }
        found.retain(|offered: &Offered| begin <= offered.day && offered.day <= last);
        found.sort_by_key(|offered| offered.day);
        found.into_iter().for_each(|Offered { group, label, detail, .. }| self.date(group, &label, detail));
    }

    /// When a plan may end that begins so: after whole years.
    pub fn ends(&mut self, begun: &str) {
        let Some(first) = read_when(begun.trim()).first_day() else { return };
        for years in 1..=5 {
            let end = Date::new(first.year().saturating_add(years), first.month(), first.day());
            let Some(last) = end.and_then(Date::yesterday).ok() else { continue };
            let label = match self.tongue {
                Tongue::Zh if last == last.last_of_month() => format!("{}年{}月", last.year(), last.month()),
                Tongue::Zh => format!("{}年{}月{}日", last.year(), last.month(), last.day()),
                Tongue::En => self.day(last),
            };
            let unit = if years == 1 { "year" } else { "years" };
            self.date(1, &label, text!(zh: "共{years}年", en: "{years} {unit} in all"));
        }
    }

    /// A stretch as the file writes such: by its months where it fills them.
    fn stretch(&self, first: Date, last: Date) -> String {
        let is_whole = first.day() == 1 && last == last.last_of_month();
        let day = |day: Date| match (self.tongue, is_whole) {
            (Tongue::Zh, true) => format!("{}年{}月", day.year(), day.month()),
            (Tongue::Zh, false) => format!("{}年{}月{}日", day.year(), day.month(), day.day()),
            (Tongue::En, _) => self.day(day),
        };
        let to = self.form("至", " to ");
        format!("{}{to}{}", day(first), day(last))
    }

    /// The years of the plan, as a series has them.
    pub fn years(&mut self) {
        let Some((first, last)) = self.span() else { return };
        for year in first.year()..=last.year().min(first.year().saturating_add(MOST_YEARS)) {
            let (zh, en) = (format!("{year}年"), format!("{year}"));
            let label = if self.tongue == Tongue::Zh { zh } else { en };
            self.date(1, &label, text!(zh: "方案的一年", en: "a year of the plan"));
        }
    }

    /// The end of a year and of its quarters, or its beginning.
    fn year(&self, year: i16, begins: bool, found: &mut Vec<Offered>) {
        let on = |month, day| Date::new(year, month, day).ok();
        if begins {
            let label = self.form_of(format!("{year}年1月"), format!("{year}-01"));
            let detail = text!(zh: "年初", en: "the beginning of the year");
            found.extend(on(1, 1).map(|day| Offered { group: 4, day, label, detail }));
            return;
        }
        for (month, last) in [(12, 31), (3, 31), (6, 30), (9, 30)] {
            let Some(day) = on(month, last) else { continue };
            let (group, detail) = match month {
                12 => (3, text!(zh: "年底，至12月31日", en: "the end of the year")),
                _ => (5, text!(zh: "季度末，{month}月{last}日", en: "the end of a quarter")),
            };
            found.push(self.offered(group, day, detail));
        }
    }

    /// The school year that begins in a year or the one before, and its terms, where the plan speaks of such.
    fn school(&self, year: i16, begins: bool, found: &mut Vec<Offered>) {
        if !self.draft.text.contains(['学', '校']) {
            return;
        }
        let calendar = self.analysis.map_or(Calendar::default(), |analysis| analysis.compiled.plan.calendar);
        for (begun, recurring) in [Recurring::SchoolYear, Recurring::FirstTerm, Recurring::SecondTerm]
            .into_iter()
            .flat_map(|recurring| [(year - 1, recurring), (year, recurring)])
        {
            let time = Time { year: Some(begun), part: Part::Recurring(recurring, calendar.of(recurring)) };
            let days = time.in_year(begun);
            let day = if begins { days.first } else { days.last };
            let (zh, en) = recurring.names();
            let label = match (self.tongue, recurring) {
                (Tongue::Zh, Recurring::SchoolYear) => format!("{begun}-{}学年", begun + 1),
                (Tongue::Zh, _) => format!("{begun}-{}学年{zh}", begun + 1),
                (Tongue::En, _) => self.day(day),
            };
            let (month, of_month) = (day.month(), day.day());
            let detail = match begins {
                true => text!(zh: "{zh}，自{month}月{of_month}日", en: "the {en} begins"),
                false => text!(zh: "{zh}，至{month}月{of_month}日", en: "the {en} ends"),
            };
            found.push(Offered { group: 4, day, label, detail });
        }
    }

    /// The times that the plan states elsewhere: of phases, deadlines, what is delivered and reported.
    fn stated(&self, begins: bool, years: Option<std::ops::RangeInclusive<i16>>, found: &mut Vec<Offered>) {
        let Some(analysis) = self.analysis else { return };
        let (mut known, mut days) = (HashSet::new(), BTreeSet::new());
        for time in analysis.compiled.plan.stated_times() {
            let sort = Sort::of(time.of);
            let fits = match sort {
                Sort::Stretch => true,
                Sort::Due => !begins,
                Sort::Begins => begins,
                Sort::Told => false,
            };
            match time.when {
                _ if !fits => {}
                // 7月10日前 of a report that comes round: the day in each year.
                When::At(at) if at.year.is_none() => {
                    if known.insert(*at) {
                        let each = years.clone().into_iter().flatten().map(|year| at.in_year(year));
                        let day = |each: Interval| if begins { each.first } else { each.last };
                        found.extend(each.map(|each| self.offered(2, day(each), time.of.words())));
                    }
                }
                // As it is written, which may be a school year.
                When::At(at) | When::Kept(at, _) if self.tongue == Tongue::Zh && sort == Sort::Due => {
                    let day = time.when.last_day().filter(|_| known.insert(*at));
                    let label = || at.to_string().replace(['—', '–'], "-");
                    found.extend(day.map(|day| Offered { group: 2, day, label: label(), detail: time.of.words() }));
                }
                when => {
                    let day = if begins { when.first_day() } else { when.last_day() };
                    let day = day.filter(|day| days.insert(*day));
                    found.extend(day.map(|day| self.offered(2, day, time.of.words())));
                }
            }
        }
    }

    fn offered(&self, group: u8, day: Date, detail: Text) -> Offered {
        Offered { group, day, label: self.day(day), detail }
    }

    fn form_of(&self, zh: String, en: String) -> String {
        if self.tongue == Tongue::Zh { zh } else { en }
    }

    /// Times that need no year, where the plan does not say when it runs.
    fn relative(&mut self, keyword: Keyword) {
        match (self.tongue, keyword) {
            (Tongue::Zh, Keyword::Start | Keyword::Period) => {
                self.date(6, "自印发之日起", text!(zh: "从印发那天起", en: "from the day it is issued on"));
            }
            (Tongue::Zh, _) => {
                self.date(6, "通知下达后1个月内", text!(zh: "从下达那天算起", en: "counted from the day it is issued"));
            }
            (Tongue::En, _) => {}
        }
    }

    /// From when to when the plan runs: as the text says it, else as the last analysis has it.
    fn span(&self) -> Option<(Date, Date)> {
        let stated = self.draft.rows.iter().find(|row| row.keyword == Some(Keyword::Period) && !row.value.is_empty());
        let stated = stated.and_then(|row| {
            let when = read_when(self.draft.slice(&row.value));
            when.first_day().zip(when.last_day())
        });
        stated.or_else(|| {
            let period = &self.analysis?.compiled.plan.period.as_ref()?.value;
            period.first_day().zip(period.last_day())
        })
    }

    fn day(&self, day: Date) -> String {
        written(day, self.tongue)
    }

    fn date(&mut self, group: u8, label: &str, detail: Text) {
        self.word(group, label, Kind::Date, detail);
    }
}

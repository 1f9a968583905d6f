//! Times that a plan is likely to name: its own ends, those of its phases, the ends of its years and quarters.

use super::offer::Offer;
use crate::calendar::Date;
use crate::diagnostic::Text;
use crate::editor::Kind;
use crate::syntax::keyword::Keyword;
use crate::syntax::read_when;
use crate::syntax::word::Tongue;
use crate::text;

/// For how many years ends are offered.
const MOST_YEARS: i16 = 6;

impl Offer<'_> {
    /// The times that may stand behind a keyword.
    pub fn dates(&mut self, keyword: Keyword) {
        let begins = matches!(keyword, Keyword::Start | Keyword::Period);
        let span = self.span();
        if let Some((first, last)) = span {
            let (plan_first, plan_last) = (self.day(first), self.day(last));
            if begins {
                self.date(1, &plan_first, text!(zh: "方案开始", en: "the plan begins"));
            }
            self.date(1, &plan_last, text!(zh: "方案结束", en: "the plan ends"));
        }
        self.phases(begins);
        let years = span.map(|(first, last)| first.year()..=last.year().min(first.year().saturating_add(MOST_YEARS)));
        for year in years.into_iter().flatten() {
            self.year(year, begins);
        }
        if span.is_none() {
            self.relative(keyword);
        }
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

    fn year(&mut self, year: i16, begins: bool) {
        match (self.tongue, begins) {
            (Tongue::Zh, true) => {
                self.date(4, &format!("{year}年1月"), text!(zh: "年初", en: "the beginning of the year"))
            }
            (Tongue::En, true) => {
                self.date(4, &format!("{year}-01"), text!(zh: "年初", en: "the beginning of the year"))
            }
            (Tongue::Zh, false) => {
                self.date(3, &format!("{year}年底"), text!(zh: "至{year}年12月31日", en: "until {year}-12-31"));
                for month in [3, 6, 9] {
                    let last = if month == 3 { 31 } else { 30 };
                    let label = format!("{year}年{month}月底");
                    self.date(
                        4,
                        &label,
                        text!(zh: "季度末，{month}月{last}日", en: "end of the quarter, {year}-{month:02}-{last}"),
                    );
                }
            }
            (Tongue::En, false) => {
                for (month, last) in [(12, 31), (3, 31), (6, 30), (9, 30)] {
                    let label = format!("{year}-{month:02}-{last}");
                    let group = if month == 12 { 3 } else { 4 };
                    self.date(group, &label, text!(zh: "季度末", en: "end of the quarter"));
                }
            }
        }
    }

    fn phases(&mut self, begins: bool) {
        let Some(analysis) = self.analysis else { return };
        for phase in analysis.compiled.plan.phases.iter() {
            let time = phase.time.as_ref().map(|time| &time.value);
            let day = time.and_then(|time| if begins { time.first_day() } else { time.last_day() });
            let Some(label) = day.map(|day| self.day(day)) else { continue };
            let name = &phase.name.value;
            let detail = match begins {
                true => text!(zh: "阶段“{name}”开始", en: "phase “{name}” begins"),
                false => text!(zh: "阶段“{name}”结束", en: "phase “{name}” ends"),
            };
            self.date(2, &label, detail);
        }
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

    /// A day as the file writes days: the last of a month by its month.
    fn day(&self, day: Date) -> String {
        let (year, month) = (day.year(), day.month());
        match self.tongue {
            Tongue::En => format!("{year}-{month:02}-{:02}", day.day()),
            Tongue::Zh if day == day.last_of_month() && month == 12 => format!("{year}年底"),
            Tongue::Zh if day == day.last_of_month() => format!("{year}年{month}月底"),
            Tongue::Zh => format!("{year}年{month}月{}日", day.day()),
        }
    }

    fn date(&mut self, group: u8, label: &str, detail: Text) {
        self.word(group, label, Kind::Date, detail);
    }
}

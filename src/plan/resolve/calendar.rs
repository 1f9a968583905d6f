//! 校历: when school years, terms, holidays, halves and quarters run.
//!
//! What nobody declares runs as `stdlib/calendar.plan` says. Gives the calendar that holds in a plan, says what of it
//! cannot be, and lets every time of a tree have the days that this calendar gives it.

use std::collections::BTreeMap;

use crate::calendar::{Calendar, Recurring, Stretch, YearDay};
use crate::diagnostic::Diagnostic;
use crate::source::{Span, Spanned};
use crate::syntax::ast::{self, Clause, Column, Head, Item, Key, Value};
use crate::syntax::fold::name_key;
use crate::syntax::keyword::Keyword;
use crate::text;

use super::faults;
use super::imports::{Imported, bodies};
use super::indicators::stray_prose;

/// What the kind is called in findings.
const KIND: (&str, &str) = ("校历", "calendar entry");

/// What is declared, each with its place.
type Stated = BTreeMap<Recurring, Spanned<Stretch>>;

/// The calendar of a plan and the files it uses, the plan's own first.
pub(super) fn calendar<'a>(
    files: impl Iterator<Item = &'a [Item]>,
    imported: &Imported,
    out: &mut Vec<Diagnostic>,
) -> Calendar {
    let mut stated = Stated::new();
    for section in files.flat_map(|items| bodies(items, Keyword::Calendar)) {
        for item in &section.items {
            match item {
                Item::Entry(line) => {
                    if let Key::Name(name) = &line.key
                        && imported.holds(name)
                        && let Some((recurring, days)) = entry(name, &line.value, line.span, out)
                    {
                        take(&mut stated, recurring, days, name, imported, out);
                    }
                }
                Item::Paragraph(paragraph) => out.push(stray_prose(paragraph.span)),
                _ => {}
            }
        }
    }
    let calendar = laid_out(&mut stated);
    check(&calendar, &stated, out);
    calendar
}

fn entry(
    name: &Spanned<String>,
    value: &Value,
    span: Span,
    out: &mut Vec<Diagnostic>,
) -> Option<(Recurring, Spanned<Stretch>)> {
    let Some(recurring) = Recurring::named(&name_key(&name.value)) else {
        out.push(unknown(name));
        return None;
    };
    match value {
        Value::Days(days) => Some((recurring, *days)),
        Value::Empty => {
            out.push(faults::empty(Keyword::Calendar, span));
            None
        }
        _ => None,
    }
}

fn unknown(name: &Spanned<String>) -> Diagnostic {
    let written = &name.value;
    let finding = Diagnostic::error(
        faults::UNDEFINED,
        name.span,
        text!(zh: "校历里没有“{written}”这一项", en: "a calendar has no “{written}”"),
    );
    let all = || Recurring::ALL.into_iter().map(Recurring::names);
    match crate::syntax::nearest(written, all().flat_map(|(zh, en)| [zh, en])) {
        Some(near) => finding.help(text!(zh: "是不是“{near}”？", en: "did you mean “{near}”?")),
        None => {
            let (zh, en): (Vec<_>, Vec<_>) = all().unzip();
            let (zh, en) = (zh.join("、"), en.join(", "));
            finding.help(text!(zh: "可以写：{zh}", en: "there are: {en}"))
        }
    }
}

fn take(
    stated: &mut Stated,
    recurring: Recurring,
    days: Spanned<Stretch>,
    name: &Spanned<String>,
    imported: &Imported,
    out: &mut Vec<Diagnostic>,
) {
    match stated.get(&recurring) {
        None => {
            stated.insert(recurring, days);
        }
        Some(first) if !imported.is_used(name.span) => {
            out.push(faults::doubled(KIND, &name.value, name.span, first.span));
        }
        // A used file gives way.
        Some(_) => {}
    }
}

/// The calendar with what is declared, days before the beginning of the school year taken as those of the next. Where
/// only the year or only its terms are declared, the others begin and end with them.
fn laid_out(stated: &mut Stated) -> Calendar {
    use Recurring::{FirstTerm, SchoolYear, SecondTerm};
    let mut calendar = Calendar::default();
    if let Some(year) = stated.get_mut(&SchoolYear) {
        year.value.last = Stretch { first: year.value.first, ..year.value }.not_before(year.value.first).last;
        let year = year.value;
        let (first, second) = (calendar.of(FirstTerm), calendar.of(SecondTerm));
        calendar = calendar.with(SchoolYear, year);
        calendar = calendar.with(FirstTerm, Stretch { first: year.first, ..first });
        calendar = calendar.with(SecondTerm, Stretch { last: year.last, ..second });
    } else if let Some(term) = stated.get(&FirstTerm) {
        let first = term.value.first;
        let next = YearDay { later: first.later.saturating_add(1), ..first };
        calendar = calendar.with(SchoolYear, Stretch { first, last: day_before(next) });
    }
    let begin = calendar.of(SchoolYear).first;
    for (recurring, days) in stated.iter_mut() {
        if recurring.is_of_school_year() {
            days.value = days.value.not_before(begin);
        }
        calendar = calendar.with(*recurring, days.value);
    }
    calendar
}

fn day_before(day: YearDay) -> YearDay {
    match (day.month, day.day) {
        (1, 1) => YearDay { later: day.later.saturating_sub(1), month: 12, day: 31 },
        (month, 1) => YearDay { month: month - 1, day: 31, ..day },
        (_, number) => YearDay { day: number - 1, ..day },
    }
}

fn check(calendar: &Calendar, stated: &Stated, out: &mut Vec<Diagnostic>) {
    let mut told: Vec<Recurring> = Vec::new();
    for (&recurring, days) in stated {
        let found = wrong(recurring, days, calendar, stated, &told);
        told.extend(found.iter().map(|_| recurring));
        out.extend(found);
    }
}

/// What is wrong with a stretch; of two that do not fit, the later is blamed, unless the first is told of already.
fn wrong(
    recurring: Recurring,
    days: &Spanned<Stretch>,
    calendar: &Calendar,
    stated: &Stated,
    told: &[Recurring],
) -> Option<Diagnostic> {
    let (name, en) = recurring.names();
    let Spanned { value, span } = *days;
    if value.is_backwards() {
        let message = text!(zh: "{name}的结束在开始之前", en: "the {en} ends before it begins");
        let help = text!(zh: "跨年的写“次年”，如“9月1日至次年1月31日”", en: "write 次年 where it runs into the next year, as in 9月1日至次年1月31日");
        return Some(Diagnostic::error(faults::NO_STRETCH, span, message).help(help));
    }
    if value.is_longer_than_a_year() {
        let message = text!(zh: "{name}超过了一年：{value}", en: "the {en} is longer than a year: {value}");
        let help = text!(zh: "核对起止日期；整一年的，到次年同一天的前一天止", en: "check both days; a whole year ends on the day before that on which it began");
        return Some(Diagnostic::error(faults::NO_STRETCH, span, message).help(help));
    }
    let year = Recurring::SchoolYear;
    if recurring.is_of_school_year() && !told.contains(&year) && !calendar.of(year).holds(value) {
        let whole = calendar.of(year);
        let message = text!(zh: "{name}（{value}）不在学年（{whole}）里", en: "the {en} ({value}) does not lie in the school year ({whole})");
        return Some(fitting(faults::DO_NOT_FIT, span, message, year, stated));
    }
    let mut others = recurring.family().iter().copied().filter(|other| *other != recurring && !told.contains(other));
    let other = others.find(|other| {
        let is_judged = *other < recurring || !stated.contains_key(other);
        is_judged && calendar.of(*other).meets(value)
    })?;
    let ((other_zh, other_en), days) = (other.names(), calendar.of(other));
    let message = text!(
        zh: "{name}（{value}）与{other_zh}（{days}）重叠",
        en: "the {en} ({value}) and the {other_en} ({days}) overlap"
    );
    Some(fitting(faults::DO_NOT_FIT, span, message, other, stated))
}

fn fitting(
    code: &'static str,
    span: Span,
    message: crate::diagnostic::Text,
    other: Recurring,
    stated: &Stated,
) -> Diagnostic {
    let (zh, en) = other.names();
    let found = Diagnostic::error(code, span, message);
    match stated.get(&other) {
        Some(place) => found
            .related(place.span, text!(zh: "{zh}在这里", en: "the {en} is here"))
            .help(text!(zh: "核对两处的起止日期", en: "check the days of both")),
        None => found.help(text!(
            zh: "核对起止日期；{zh}没有另写，按标准校历算，不同的也写出来",
            en: "check the days; the {en} is that of the standard calendar: declare it if it differs"
        )),
    }
}

/// Makes every time what the calendar says it is.
pub(super) fn settle(items: &mut [Item], calendar: &Calendar) {
    if *calendar == Calendar::default() {
        return;
    }
    for item in items {
        match item {
            Item::Section(section) => {
                if let Head::Noun(ast::Noun { time: Some(time), .. }) = &mut section.head {
                    calendar.settle_when(&mut time.value);
                }
                settle(&mut section.items, calendar);
            }
            Item::Entry(entry) => {
                if let Key::Time(time) = &mut entry.key {
                    time.value = calendar.settle(time.value);
                }
                settle_value(&mut entry.value, calendar);
                for column in entry.table.iter_mut().flat_map(|table| &mut table.columns) {
                    if let Column::At(time) = column {
                        *time = calendar.settle(*time);
                    }
                }
                settle(&mut entry.items, calendar);
            }
            Item::Paragraph(_) | Item::Grid(_) => {}
        }
    }
}

fn settle_value(value: &mut Value, calendar: &Calendar) {
    match value {
        Value::Title(_, Some(time)) | Value::When(time) => calendar.settle_when(&mut time.value),
        Value::Documents(documents) => {
            let times = documents.iter_mut().filter_map(|document| document.time.as_mut());
            times.for_each(|time| calendar.settle_when(&mut time.value));
        }
        Value::Report(report) => report.when.iter_mut().for_each(|when| calendar.settle_when(&mut when.value)),
        Value::Quota(quota) => {
            settle_clauses(quota, calendar);
            settle(&mut quota.below, calendar);
        }
        _ => {}
    }
}

/// The clauses of a quota with every time as the calendar has it.
pub(super) fn settle_clauses(quota: &mut ast::Quota, calendar: &Calendar) {
    for clause in &mut quota.clauses {
        if let Clause::When(_, when) = &mut clause.value {
            calendar.settle_when(when);
        }
    }
}

//! The days of a plan: what is due when, from when to when phases run, and what comes round.
//!
//! Takes the plan, gives events with their days, in the order of time. A time that is no whole day stands on its last
//! one, and the event says so. What the plan gives no day is left out and named, so that nobody takes the calendar for
//! the whole. How it is written is for [`ics`](super::ics).

mod quotas;
mod rhythm;
mod steps;
mod worded;

use crate::calendar::{Date, Interval, When};
use crate::document::without_unseen;
use crate::plan::{self, Holder, OwnerRef, Plan};
use crate::source::{Sources, Spanned};

use self::quotas::Recurring;
use super::context::Context;

/// The days of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agenda {
    /// The title of the plan.
    pub title: String,
    /// What tells the plan from others: its document number, or its title.
    pub(super) paper: String,
    /// The day that everything is stamped with: that of the paper, or the first one known.
    pub(super) stamp: Date,
    /// The events, by day.
    pub(super) events: Vec<Event>,
    /// What has no day, each with the words that stand in its place.
    pub left_out: Vec<String>,
}

/// Something on a day, or on several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Event {
    /// The id of the record it is of.
    pub id: String,
    /// What it is called.
    pub summary: String,
    /// The lines below that.
    pub details: Vec<String>,
    /// The days, of what comes round those of the first time.
    pub days: Interval,
    /// How it comes round, as RFC 5545 writes it.
    pub rule: Option<String>,
}

/// The days of a plan.
pub fn agenda(plan: &Plan, sources: &Sources) -> Agenda {
    let mut days = Days { context: &Context::new(plan, sources), events: Vec::new(), left_out: Vec::new() };
    days.phases();
    days.goals();
    days.measures();
    days.quotas();
    days.obligations();
    days.reports();
    let Days { mut events, mut left_out, .. } = days;
    events.sort_by_key(|event| (event.days.first, std::cmp::Reverse(event.days.last)));
    let stamp = issued(plan).or_else(|| plan.period.as_ref()?.value.first_day());
    let stamp = stamp.or(events.first().map(|event| event.days.first)).filter(|day| day.year() > 0);
    let title = plan.title.as_ref().map(|title| title.value.trim()).unwrap_or_default().to_owned();
    let number = plan.notices.iter().find_map(|notice| notice.number.as_ref()).map(|number| number.value.clone());
    left_out.iter_mut().for_each(|line| *line = without_unseen(line));
    Agenda {
        paper: number.unwrap_or_else(|| title.clone()),
        title,
        stamp: stamp.unwrap_or(Date::constant(1970, 1, 1)),
        events,
        left_out,
    }
}

/// The day of the paper.
fn issued(plan: &Plan) -> Option<Date> {
    let dates = plan.notices.iter().filter_map(|notice| notice.date.as_ref()).chain(&plan.date);
    dates.filter_map(|date| date.value.last_day()).next()
}

/// The days while they are gathered.
struct Days<'a> {
    context: &'a Context<'a>,
    events: Vec<Event>,
    left_out: Vec<String>,
}

impl Days<'_> {
    /// Takes in what is due at a time, or names it among what has no day.
    fn due(&mut self, id: String, kind: &'static str, name: &str, mut details: Vec<String>, when: &When) {
        if matches!(when, When::Each(..) | When::Yearly(_)) {
            let (name, when, holder) = (name.to_owned(), Some(when), Holder::Plan);
            return self.recurring(Recurring { id: &id, kind, name, details, every: None, when, start: None, holder });
        }
        let Some(last) = when.last_day().filter(is_writable) else { return self.leave_out(kind, name, Some(when)) };
        details.push(format!("时限：{when}{}", note(when, last)));
        self.add(id, kind, name, details, Interval { first: last, last }, None);
    }

    fn add(
        &mut self,
        id: String,
        kind: &str,
        name: &str,
        mut details: Vec<String>,
        days: Interval,
        rule: Option<String>,
    ) {
        let title = self.context.plan.title.as_ref().map(|title| title.value.trim()).unwrap_or_default();
        details.push(format!("出自：{title}"));
        self.events.push(Event { id, summary: format!("{kind}：{}", name.trim()), details, days, rule });
    }

    /// Names something that has no day, with the words that stand in its place.
    fn leave_out(&mut self, kind: &str, name: &str, when: Option<&When>) {
        let words = match when {
            Some(When::Hole(None)) => "待定".to_owned(),
            Some(when) => when.to_string(),
            None => "没有起止时间".to_owned(),
        };
        self.left_out.push(format!("{kind}“{}”（{words}）", name.trim()));
    }
}

/// Whether a calendar can write a day: four digits for the year.
fn is_writable(day: &Date) -> bool {
    (1..=9999).contains(&day.year())
}

/// What a day stands for, where the plan says no whole day.
fn note(when: &When, last: Date) -> String {
    let is_day = |time: &crate::calendar::Time| time.interval().is_some_and(|days| days.first == days.last);
    let is_whole = match when {
        When::At(time) | When::Kept(time, _) | When::Between(_, Some(time)) => is_day(time),
        _ => false,
    };
    if is_whole {
        return String::new();
    }
    format!("，按最后一天{}年{}月{}日计", last.year(), last.month(), last.day())
}

/// A line of owners; none of none.
fn owners(label: &str, references: &[OwnerRef]) -> Option<String> {
    let words = |reference: &OwnerRef| match reference.text.trim() {
        "" | "?" | "？" | "tbd" => "待定".to_owned(),
        words => words.to_owned(),
    };
    let all = references.iter().map(words).collect::<Vec<_>>();
    (!all.is_empty()).then(|| format!("{label}：{}", all.join("、")))
}

/// The value of a field.
fn value<T>(field: &plan::Field<Option<Spanned<T>>>) -> Option<&T> {
    field.value.as_ref().map(|value| &value.value)
}

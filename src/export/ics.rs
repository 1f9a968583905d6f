//! The days of a plan as a calendar that other programs read (RFC 5545).
//!
//! Takes an [`Agenda`], gives events that last whole days. There is no clock in it: the stamp is the day of the paper,
//! the id of an event follows from that of its record, so that the calendar of a corrected plan replaces the old one.

use icalendar::{Calendar, Component, Event as Entry, Property};

use crate::calendar::Date;
use crate::document::without_unseen;

use super::agenda::{Agenda, Event};

/// How long a text may be: what shows a calendar shows no more.
const SUMMARY: usize = 200;
const DESCRIPTION: usize = 2_000;

/// How many bytes a line may have, the space that continues one among them.
const WIDTH: usize = 75;

/// The calendar as text: lines of at most 75 bytes that end in CR LF.
pub fn ics(agenda: &Agenda) -> String {
    let mut calendar = Calendar { properties: Vec::new(), components: Vec::new() };
    for (key, value) in [("VERSION", "2.0"), ("PRODID", "-//fangan//ics//ZH"), ("CALSCALE", "GREGORIAN")] {
        calendar.append_property(Property::new(key, value));
    }
    calendar.append_property(Property::new("METHOD", "PUBLISH"));
    calendar.append_property(text("X-WR-CALNAME", &cut(&agenda.title, SUMMARY)));
    for event in &agenda.events {
        calendar.push(entry(agenda, event));
    }
    folded(&calendar.to_string())
}

/// The lines folded anew: the library does not count the space before the last part of a line.
fn folded(calendar: &str) -> String {
    let whole = calendar.replace("\r\n ", "");
    whole.split_terminator("\r\n").flat_map(parts).collect()
}

/// One line in parts that each end, all but the first behind a space.
fn parts(line: &str) -> Vec<String> {
    let (mut rest, mut parts) = (line, Vec::new());
    loop {
        let (space, room) = if parts.is_empty() { ("", WIDTH) } else { (" ", WIDTH - 1) };
        let (part, behind) = rest.split_at(rest.floor_char_boundary(room));
        parts.push(format!("{space}{part}\r\n"));
        if behind.is_empty() {
            return parts;
        }
        rest = behind;
    }
}

fn entry(agenda: &Agenda, event: &Event) -> Entry {
    let mut entry = Entry::new();
    entry.uid(&format!("{:032x}@fangan", digest(&format!("{}\n{}", agenda.paper, event.id))));
    entry.add_property("DTSTAMP", format!("{}T000000Z", written(agenda.stamp)));
    entry.append_property(day("DTSTART", event.days.first));
    // The end is the day after the last.
    if let Ok(end) = event.days.last.tomorrow() {
        entry.append_property(day("DTEND", end));
    }
    if let Some(rule) = &event.rule {
        entry.add_property("RRULE", rule.clone());
    }
    entry.summary(&cut(&event.summary, SUMMARY));
    entry.description(&cut(&event.details.join("\n"), DESCRIPTION));
    // A deadline takes nobody's time.
    entry.add_property("TRANSP", "TRANSPARENT");
    entry.append_property(text("X-FANGAN-ID", &cut(&event.id, SUMMARY)));
    entry.done()
}

/// A property that the standard does not know, as text.
fn text(key: &str, value: &str) -> Property {
    Property::new(key, value).add_parameter("VALUE", "TEXT").done()
}

fn day(key: &str, date: Date) -> Property {
    Property::new(key, written(date)).add_parameter("VALUE", "DATE").done()
}

fn written(date: Date) -> String {
    format!("{:04}{:02}{:02}", date.year(), date.month(), date.day())
}

/// The text without what must not be seen, and no longer than that.
fn cut(text: &str, most: usize) -> String {
    let text = without_unseen(text);
    if text.chars().count() <= most {
        return text;
    }
    text.chars().take(most - 2).chain("……".chars()).collect()
}

/// FNV-1a, of 128 bits: the same on every machine, and short whatever the id.
fn digest(text: &str) -> u128 {
    const OFFSET: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
    text.bytes().fold(OFFSET, |digest, byte| (digest ^ u128::from(byte)).wrapping_mul(PRIME))
}

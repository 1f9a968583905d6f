//! Groups with many seats: `成立…领导小组，组成人员如下：`, a line for each seat, and where their office is.
//!
//! Takes a group of which prose has told no seat. What begins a new paragraph stands behind [`NEXT`].

use crate::document::Writer;
use crate::document::paragraph::NEXT;
use crate::plan::{Link, Owner, OwnerRef, Seats};

use super::{bare, owners};

/// The names of one seat up to which a sentence holds them.
const FEW: usize = 4;
/// The kinds of seats from which on each has its line, if the names are many, long or open, or the group meets.
const KINDS: usize = 4;
/// The names, and their characters, up to which one sentence holds a group.
const SENTENCE: usize = 6;
const BRIEF: usize = 45;

/// What drafters call a group where its full name has just been said.
const SHORT_NAMES: [&str; 7] = ["领导小组", "工作小组", "协调小组", "工作专班", "指挥部", "委员会", "小组"];

/// Whether a group has so many seats, or so many in one, that a sentence would not be read.
pub(super) fn is_long(seats: &Seats) -> bool {
    let lines = [&seats.leader, &seats.deputy, &seats.members].map(|seat| seat.value.len());
    let filled = lines.iter().filter(|names| **names > 0).count();
    let kinds = filled + usize::from(!seats.office.value.is_empty());
    let all = seats.leader.value.iter().chain(&seats.deputy.value).chain(&seats.members.value);
    let long = all.clone().map(|who| who.text.chars().count()).sum::<usize>();
    let is_open = all.clone().any(|who| matches!(who.link, Link::Hole) && super::named(who).contains("待定"));
    let are_many = all.count() > SENTENCE || long > BRIEF || is_open || seats.meets.is_some();
    filled > 1 && (kinds >= KINDS && are_many || lines.iter().any(|names| *names > FEW))
}

/// The group as a list; `rest` says who heads its office, `meets` how often it meets.
pub(super) fn list(writer: &Writer, group: &Owner, is_known: bool, rest: &Rest) -> String {
    let words = writer.wording;
    let Some(seats) = &group.seats else { return String::new() };
    let title = |at: usize, usual: &'static str| seats.titles[at].as_deref().unwrap_or(usual);
    let lines = [(title(0, "组长"), &seats.leader), (title(1, "副组长"), &seats.deputy), ("成员", &seats.members)];
    let lines = lines.iter().filter(|(_, who)| !who.value.is_empty());
    let lines = lines.map(|(title, who)| words.group_line(&spread(title), &owners(writer.plan, &who.value)));
    let mut text = match is_known {
        true => words.group_listed(&group.name.value),
        false => words.group_founded_listed(group.official_name()),
    };
    for line in lines {
        text.push(NEXT);
        text.push_str(&line);
    }
    text.push(NEXT);
    let name = short_name(group);
    let office = (!rest.offices.is_empty()).then(|| match is_own_office(&rest.offices) {
        true => format!("{name}{}", words.group_own(&owners(writer.plan, &rest.offices))),
        false => words.group_own_office(name, &owners(writer.plan, &rest.offices)),
    });
    let clauses = office.into_iter().chain(rest.heads.iter().cloned()).collect::<Vec<_>>();
    let meets = rest.meets.as_ref().map(|meets| vec![format!("{name}{meets}")]);
    let sentences = [clauses, meets.unwrap_or_default()].into_iter().filter_map(|told| super::sentence(&told, "，"));
    let sentences = sentences.collect::<String>();
    text.push_str(&sentences);
    if !sentences.is_empty() {
        text.push(NEXT);
    }
    text
}

/// Whether an office is a thing of its own and no place: 考核办公室, but 区教育局办公室.
pub(super) fn is_own_office(offices: &[OwnerRef]) -> bool {
    const HOMES: [&str; 18] =
        ["局", "委", "府", "校", "厅", "镇", "乡", "处", "科", "股", "室", "部", "院", "园", "县", "区", "市", "街道"];
    let is_own = |office: &OwnerRef| {
        let of = bare(&office.text).strip_suffix("办公室").filter(|of| !of.is_empty());
        office.target().is_none() && of.is_some_and(|of| !HOMES.iter().any(|home| of.contains(home)))
    };
    matches!(offices, [only] if is_own(only))
}

/// What is told of a group below its seats.
pub(super) struct Rest {
    /// Where its office is.
    pub offices: Vec<OwnerRef>,
    /// Who heads that: 教学副校长兼任办公室主任.
    pub heads: Vec<String>,
    /// How often it meets: 每月召开一次例会.
    pub meets: Option<String>,
}

/// 领导小组 of 义务教育提质领导小组.
fn short_name(group: &Owner) -> &str {
    let ends = SHORT_NAMES.iter().find(|end| group.official_name().ends_with(**end));
    ends.copied().unwrap_or(&group.name.value)
}

/// A title of two characters as wide as one of three: 组　长.
fn spread(title: &str) -> String {
    match title.chars().collect::<Vec<_>>()[..] {
        [first, last] => format!("{first}\u{3000}{last}"),
        _ => title.to_owned(),
    }
}

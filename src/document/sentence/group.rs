//! Leading groups: `成立由…任组长，…任副组长，…为成员的…领导小组，办公室设在…。`; those with many seats as a list.

use std::borrow::Cow;

use crate::document::flow::{self, is_ended};
use crate::document::said::Said;
use crate::document::wording::Wording;
use crate::document::{Inline, Writer, paragraph, text};
use crate::numbering::{Mark, MarkKind};
use crate::plan::{Field, Owner, OwnerKind, OwnerRef, Plan, Quota};

use super::roster::{self, Rest};
use super::{PENDING, bare, duty, owners};

/// The seats of a group in characters, up to which they stand before its name.
const BRIEF: usize = 45;

/// An office that is a thing of its own: 下设考核办公室.
const OWN_OFFICE: &str = "下设";

/// What is still to be told of a group: `here` is the prose of the place where it is told, `everywhere` that of the whole
/// plan. None if all of it is told somewhere.
pub(in crate::document) fn sentence(writer: &Writer, group: &Owner, here: &Said, everywhere: &Said) -> Option<String> {
    let (plan, words) = (writer.plan, writer.wording);
    let seats = group.seats.as_ref()?;
    let names = names(plan, group);
    let told = names.iter().flat_map(|name| everywhere.after_each(name)).collect::<Vec<_>>();
    let is_told = |words: &[&str], who: &[String]| {
        let names_all = |text: &String| who.iter().all(|name| tells(plan, text, name));
        told.iter().any(|text| words.iter().any(|word| has_seat(text, word)) && names_all(text))
    };
    let is_named = names.iter().any(|name| here.has(name));
    let is_founded = told.iter().any(|text| ["成立", "组建", "设立"].iter().any(|word| text.contains(word)));
    let title = |at: usize, usual: &'static str| seats.titles[at].as_deref().unwrap_or(usual);
    let (head, deputy) = (title(0, "组长"), title(1, "副组长"));
    let mut clauses: Vec<String> = Vec::new();
    let mut is_whole = true;
    let mut seat = |field: &Field<Vec<OwnerRef>>, title: &str, told: &[&str]| {
        if field.value.is_empty() {
            return;
        }
        if is_told(told, &sitting(plan, &field.value)) {
            is_whole = false;
        } else {
            let who = owners(plan, &field.value);
            let title = if title == "办公室" && roster::is_own_office(&field.value) { OWN_OFFICE } else { title };
            clauses.push(clause(words, title, &who, clauses.is_empty() && (is_named || is_founded)));
        }
    };
    seat(&seats.leader, head, &[head]);
    seat(&seats.deputy, deputy, &[deputy]);
    seat(&seats.members, "成员", &["成员", "组成", "参加"]);
    let (heads, offices): (Vec<OwnerRef>, Vec<OwnerRef>) = seats.office.value.iter().cloned().partition(is_head);
    seat(&Field { value: offices.clone(), ..seats.office.clone() }, "办公室", &["办公室设"]);
    let heads = heads.iter().map(|head| bare(&super::owner(plan, head)).to_owned());
    let heads = heads.filter(|head| !is_told(&["主任"], std::slice::from_ref(head))).collect::<Vec<_>>();
    clauses.extend(heads.iter().cloned());
    if let Some(first) = clauses.first_mut().filter(|first| first.ends_with(head) || first.ends_with(deputy)) {
        first.insert(0, '由');
    }
    let every = |quota: &Quota| quota.every.iter().map(|every| every.value.to_string()).collect::<Vec<_>>();
    let meets = seats.meets.map(|id| &plan.quotas[id]).filter(|meets| !is_told(&["例会", "会议"], &every(meets)));
    let meets = meets.and_then(|meets| duty::sentence(words, plan, &[meets], false)).map(|duty| bare(&duty).to_owned());
    if is_whole && roster::is_long(seats) {
        return Some(roster::list(writer, group, is_named || is_founded, &Rest { offices, heads, meets }));
    }
    clauses.extend(meets);
    let founded = || words.group_founded(group.official_name());
    // 成立由甲任组长，乙、丙为成员的领导小组: short seats stand before the name.
    let seated = clauses.iter().take_while(|clause| is_seat(clause)).count();
    let long = clauses[..seated].iter().map(|clause| clause.chars().count()).sum::<usize>();
    if !is_named && !is_founded && seated > 1 && long <= BRIEF && clauses[0].starts_with('由') {
        let founded = words.group_founded(&format!("{}的{}", seated_in(&clauses[..seated]), group.official_name()));
        let rest = clauses[seated..].iter().map(|clause| format!("，{clause}"));
        return Some(format!("{founded}{}。", rest.collect::<String>()));
    }
    match (is_named || is_founded, clauses.is_empty()) {
        (true, true) => None,
        (true, false) => Some(format!("{}{}。", group.name.value, clauses.join("，"))),
        (false, true) => Some(format!("{}。", founded())),
        (false, false) => Some(format!("{}，{}。", founded(), clauses.join("，"))),
    }
}

/// Short seats in a row: 由甲任组长、乙任副组长、丙为成员.
fn seated_in(clauses: &[String]) -> String {
    let has_row = clauses.iter().any(|clause| clause.contains(['、', '，', '（']));
    clauses.join(if has_row { "，" } else { "、" })
}

/// Whether a clause says who sits where, and not where the office is or when they meet.
fn is_seat(clause: &str) -> bool {
    clause.ends_with("为成员")
        || clause.contains('任') && !clause.contains("办公室") && clause.ends_with(['长', '任', '员'])
}

/// Puts the sentences on groups into the paragraph that speaks of leading, such as `（一）加强组织领导。…`; above the
/// other numbered paragraphs they are one of their own. A paragraph that is left open above others leads into them
/// (`为加强领导，`). Gives back what belongs behind prose without numbers.
pub(in crate::document) fn put_in(sentences: Vec<String>, paragraphs: &mut Vec<Vec<Inline>>) -> Vec<String> {
    if sentences.is_empty() {
        return sentences;
    }
    let starts = paragraphs.iter().map(|paragraph| text::words(paragraph)).collect::<Vec<_>>();
    let is_numbered = |words: &str| Mark::read(words).is_some_and(|(mark, _)| mark.kind != MarkKind::Ordinal);
    let above = paragraphs.split_last().map_or(&[][..], |(_, above)| above);
    let open = above.iter().position(|paragraph| flow::is_open(paragraph, false));
    let first = open.or(starts.iter().position(|words| is_numbered(words)));
    let Some(first) = first else { return sentences };
    let mut told = paragraph::parted(&sentences.concat()).collect::<Vec<_>>();
    let leads = |words: &Cow<str>| {
        let title = words.split('。').next().unwrap_or_default();
        is_numbered(words) && ["组织领导", "加强领导", "组织保障", "领导小组"].iter().any(|word| title.contains(word))
    };
    let speaks = starts.iter().position(leads).filter(|at| is_ended(&paragraphs[*at]));
    match open.or(speaks) {
        Some(at) => {
            let below = told.split_off(1.min(told.len()));
            paragraphs[at].extend(told.into_iter().flatten());
            paragraphs.splice(at + 1..at + 1, below);
        }
        None => {
            paragraphs.splice(first..first, told);
        }
    }
    Vec::new()
}

/// Whether what stands with an office says who heads it: 人事股股长兼任办公室主任.
fn is_head(owner: &OwnerRef) -> bool {
    ["兼任", "任办公室主任", "任主任"].iter().any(|word| owner.text.contains(word))
}

/// Whether a text names someone: 区政府主要领导, or 主要领导 where it speaks of 区政府.
fn tells(plan: &Plan, text: &str, name: &str) -> bool {
    let shorter = |home: &Owner| {
        let rest = name.strip_prefix(home.name.value.as_str()).filter(|rest| rest.chars().count() > 1);
        rest.is_some_and(|rest| text.contains(rest) && text.contains(&home.name.value))
    };
    text.contains(name) || plan.owners.iter().any(shorter)
}

/// Who sits there, as prose has to name them: 各教研组长 may be 教研组长. Seats that are still open need no name.
fn sitting(plan: &Plan, owners: &[OwnerRef]) -> Vec<String> {
    let names = owners.iter().map(|owner| super::owner(plan, owner)).filter(|name| name != PENDING && name != "空缺");
    names.map(|name| name.strip_prefix('各').unwrap_or(&name).to_owned()).collect()
}

/// One seat: `区长任组长`, `组长（待定）`, `成员为甲、乙` right after the name of the group.
fn clause(words: &Wording, title: &str, names: &str, follows_name: bool) -> String {
    match title {
        _ if [PENDING, "空缺"].contains(&names) => format!("{title}{names}"),
        "成员" if follows_name => format!("成员为{names}"),
        "成员" => words.group_members(names),
        "办公室" => words.group_office(names),
        OWN_OFFICE => words.group_own(names),
        "组长" => words.group_leader(names),
        "副组长" => words.group_deputy(names),
        other if other.contains('副') => called(&words.group_deputy(names), "副组长", other),
        other => called(&words.group_leader(names), "组长", other),
    }
}

/// The words of a seat with what it is called here: `任副指挥长`.
fn called(told: &str, usual: &str, title: &str) -> String {
    match told.rsplit_once(usual) {
        Some((before, after)) => format!("{before}{title}{after}"),
        None => told.to_owned(),
    }
}

/// Whether the text names a seat of the group: 教研组长 is none, nor is the 组长 of 副组长.
fn has_seat(text: &str, seat: &str) -> bool {
    const OTHERS: [char; 7] = ['研', '级', '副', '课', '科', '班', '学'];
    text.match_indices(seat).any(|(at, _)| !text[..at].ends_with(OTHERS))
}

/// What prose may call the group: any of its names, or the end of its full name if no other group shares it.
fn names<'p>(plan: &'p Plan, group: &'p Owner) -> Vec<&'p str> {
    let full = group.official_name();
    let others = plan.owners.iter().filter(|other| other.kind == OwnerKind::Group && other.span != group.span);
    let others = others.collect::<Vec<_>>();
    let is_own = |name: &str| {
        let known = |other: &&Owner| other.official_name().ends_with(name) || other.name.value.ends_with(name);
        !others.iter().any(known)
    };
    let ends = full.char_indices().map(|(at, _)| &full[at..]).filter(|end| end.chars().count() > 4);
    let aliases = group.aliases.iter().map(|name| name.value.as_str());
    let names = std::iter::once(group.name.value.as_str()).chain(aliases).chain(ends);
    names.filter(|name| is_own(name)).collect()
}

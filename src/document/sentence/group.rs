//! Leading groups: `成立…领导小组，由…任组长，…任副组长，…为成员，办公室设在…。`

use crate::plan::{Field, Owner, OwnerRef, Plan};

use super::{PENDING, all_named, bare, duty};
use crate::document::said::Said;

/// What is still to be told of a group that a measure sets up; none if the prose has told it.
pub(in crate::document) fn sentence(plan: &Plan, group: &Owner, said: &Said) -> Option<String> {
    let seats = group.seats.as_ref()?;
    let told = told(group, said);
    let is_told = |words: &[&str]| told.as_deref().is_some_and(|text| words.iter().any(|word| has_seat(text, word)));
    let mut clauses: Vec<String> = Vec::new();
    let mut seat = |field: &Field<Vec<OwnerRef>>, title: &str, words: &[&str]| {
        if !field.value.is_empty() && !is_told(words) {
            clauses.push(clause(title, &field.value, clauses.is_empty() && told.is_some()));
        }
    };
    seat(&seats.leader, "组长", &["组长"]);
    seat(&seats.deputy, "副组长", &["副组长"]);
    seat(&seats.members, "成员", &["成员", "组成", "参加"]);
    seat(&seats.office, "办公室", &["办公室设"]);
    if let Some(first) = clauses.first_mut().filter(|first| first.ends_with("组长")) {
        first.insert(0, '由');
    }
    let meets = seats.meets.map(|id| &plan.quotas[id]).filter(|_| !is_told(&["例会", "会议"]));
    clauses.extend(meets.and_then(|meets| duty::sentence(plan, &[meets])).map(|duty| bare(&duty).to_owned()));
    let name = if told.is_some() { &group.name.value } else { group.official_name() };
    match (told.is_some(), clauses.is_empty()) {
        (true, true) => None,
        (true, false) => Some(format!("{name}{}。", clauses.join("，"))),
        (false, true) => Some(format!("成立{name}。")),
        (false, false) => Some(format!("成立{name}，{}。", clauses.join("，"))),
    }
}

/// One seat: `区长任组长`, `组长（待定）`, `成员为甲、乙` right after the name of the group.
fn clause(title: &str, who: &[OwnerRef], follows_name: bool) -> String {
    let names = all_named(who);
    match title {
        _ if names == PENDING => format!("{title}{names}"),
        "成员" if follows_name => format!("成员为{names}"),
        "成员" => format!("{names}为成员"),
        "办公室" => format!("办公室设在{names}"),
        title => format!("{names}任{title}"),
    }
}

/// Whether the text names a seat of the group: 教研组长 is none, nor is the 组长 of 副组长.
fn has_seat(text: &str, seat: &str) -> bool {
    const OTHERS: [char; 7] = ['研', '级', '副', '课', '科', '班', '学'];
    text.match_indices(seat).any(|(at, _)| !text[..at].ends_with(OTHERS))
}

/// The prose that names the group, by any of its names or by the end of its full name.
fn told(group: &Owner, said: &Said) -> Option<String> {
    let full = group.official_name();
    let ends = full.char_indices().map(|(at, _)| &full[at..]).filter(|end| end.chars().count() > 4);
    let names = [group.name.value.as_str()].into_iter().chain(group.aliases.iter().map(|name| name.value.as_str()));
    names.chain(ends).find_map(|name| said.after(name))
}

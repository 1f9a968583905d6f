//! Leading groups: `成立…领导小组，由…任组长，…任副组长，…为成员，办公室设在…。`

use crate::plan::{Field, Owner, OwnerRef, Plan};

use super::{all_named, duty};
use crate::document::said::Said;

/// What is still to be told of a group that a measure sets up; none if the prose has told it.
pub(in crate::document) fn sentence(plan: &Plan, group: &Owner, said: &Said) -> Option<String> {
    let seats = group.seats.as_ref()?;
    let told = told(group, said);
    let is_told = |words: &[&str]| told.as_deref().is_some_and(|text| words.iter().any(|word| text.contains(word)));
    let mut clauses = Vec::new();
    let mut seat = |field: &Field<Vec<OwnerRef>>, words: &[&str], clause: &dyn Fn(&str) -> String| {
        if !field.value.is_empty() && !is_told(words) {
            clauses.push(clause(&all_named(&field.value)));
        }
    };
    seat(&seats.leader, &["组长"], &|who| format!("{who}任组长"));
    seat(&seats.deputy, &["副组长"], &|who| format!("{who}任副组长"));
    seat(&seats.members, &["成员", "组成"], &|who| format!("{who}为成员"));
    seat(&seats.office, &["办公室设"], &|who| format!("办公室设在{who}"));
    if let Some(first) = clauses.first_mut().filter(|first| first.ends_with("组长")) {
        first.insert(0, '由');
    }
    let name = if told.is_some() { &group.name.value } else { group.official_name() };
    let mut sentence = match (told.is_some(), clauses.is_empty()) {
        (true, true) => None,
        (true, false) => Some(format!("{name}{}。", clauses.join("，"))),
        (false, true) => Some(format!("成立{name}。")),
        (false, false) => Some(format!("成立{name}，{}。", clauses.join("，"))),
    };
    if let Some(meets) = seats.meets.map(|id| &plan.quotas[id]).filter(|_| !is_told(&["例会", "会议"])) {
        let duty = duty::sentence(plan, &[meets]).unwrap_or_default();
        sentence = Some(format!("{}{name}{duty}", sentence.unwrap_or_default()));
    }
    sentence
}

/// The prose that names the group, by any of its names or by the end of its full name.
fn told(group: &Owner, said: &Said) -> Option<String> {
    let full = group.official_name();
    let ends = full.char_indices().map(|(at, _)| &full[at..]).filter(|end| end.chars().count() > 4);
    let names = [group.name.value.as_str()].into_iter().chain(group.aliases.iter().map(|name| name.value.as_str()));
    names.chain(ends).find_map(|name| said.after(name))
}

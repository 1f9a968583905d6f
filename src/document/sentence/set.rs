//! Things announced with their number: `五备是指教材、学法、教法、问题、作业。`

use crate::plan::{OutputKind, Plan, Set, Thing};
use crate::quantity::han_ordinal;

use super::{PENDING, bare, listed};
use crate::document::said::Said;
use crate::document::wording::Wording;

/// Characters that count, so that a name that holds one says its number: 五备, 双线.
const COUNTING: &str = "一二三四五六七八九十两双";

/// The sentence of a set.
pub(in crate::document) fn sentence(words: &Wording, plan: &Plan, set: &Set) -> String {
    let name = bare(&set.name.value);
    let counts = name.contains(|c| COUNTING.contains(c));
    let unit = set.count_unit.as_deref().unwrap_or("项");
    let number = set.announced().filter(|_| !counts).map(|number| format!("{number}{unit}")).unwrap_or_default();
    if set.is_unlisted {
        let announced = set.announced().map(|number| format!("（共{number}{unit}）")).unwrap_or_default();
        return format!("{name}{announced}。");
    }
    if set.members.is_empty() {
        return format!("{name}{number}：{PENDING}。");
    }
    let members = members(plan, set);
    if set.is_ordered {
        return words.set_ordered(name, &members);
    }
    // 研讨活动，共3项: the number that an author has typed behind the name is told as such.
    let typed = name.rsplit_once("，共").filter(|(_, number)| number.starts_with(|sign: char| sign.is_ascii_digit()));
    if let Some((name, number)) = typed {
        return words.set_counted(name, &members, number);
    }
    match (counts, set.is_open) {
        (true, _) => words.set_means(name, &members),
        (false, true) => words.set_holds(name, &members),
        (false, false) if number.is_empty() => words.set_holds(name, &members),
        (false, false) => words.set_counted(name, &members, &number),
    }
}

/// The members, parted by 、; one that holds a 、 of its own is quoted.
pub(in crate::document) fn members(plan: &Plan, set: &Set) -> String {
    let words = set.members.iter().map(|member| match member.thing {
        _ if member.is_hole => pending(&member.text),
        None if member.is_quoted || member.text.contains('、') => format!("“{}”", member.text),
        None if member.is_document => format!("《{}》", member.text),
        // What is referred to by its short name is announced by it as well.
        _ if is_paper(plan, &member.text) => format!("《{}》", member.text),
        _ => member.text.clone(),
    });
    let end = if set.is_open { "等" } else { "" };
    format!("{}{end}", listed(words))
}

/// Whether prose tells of the set: of every member, or, if none is listed, of its name and number.
pub(in crate::document) fn is_said(set: &Set, said: &Said) -> bool {
    let name = bare(&set.name.value);
    // A goal, measure or phase prints as a heading or an item of its own, a chain as a sentence.
    let prints = |thing: Option<Thing>| {
        matches!(thing, Some(Thing::Goal(_) | Thing::Measure(_) | Thing::Phase(_) | Thing::Chain(_)))
    };
    let all = set.members.iter().all(|member| prints(member.thing) || said.has_anywhere(&member.text));
    if !set.members.is_empty() {
        return all;
    }
    let counts = name.contains(|c| COUNTING.contains(c)) && said.has(name);
    let announced = set.announced().is_some_and(|number| {
        let (digits, han) = (number.to_string(), han_ordinal(usize::try_from(number).unwrap_or(0)));
        said.has_together([name, digits.as_str()]) || said.has_together([name, han.as_str()])
    });
    counts || announced
}

/// Whether the words are the title of a document that a measure delivers.
fn is_paper(plan: &Plan, words: &str) -> bool {
    let mut outputs = plan.measures.iter().flat_map(|measure| &measure.outputs);
    outputs.any(|output| output.kind == OutputKind::Document && output.text == words)
}

fn pending(words: &str) -> String {
    if matches!(words.trim(), "" | "?" | "？" | "待定") { PENDING.to_owned() } else { words.to_owned() }
}

//! Things announced with their number: `“五备”即教材、学法、教法、问题、作业。`

use crate::plan::{Holder, OutputKind, Plan, Set, Thing};
use crate::quantity::han_ordinal;

use super::{PENDING, bare, listed};
use crate::document::Writer;
use crate::document::flow::Open;
use crate::document::said::Said;
use crate::document::wording::Wording;

/// Characters that count, so that a name that holds one says its number: 五备, 双线.
const COUNTING: &str = "一二三四五六七八九十两双";

/// Nouns that a number counts: 三项比赛 is a phrase, 五备 a name that stands in quotation marks.
const COUNTED: &str = "项种类条大级步方点段层件次名支套对";

/// What is counted by 个 as things are.
const NOUNS: [&str; 14] =
    ["方面", "环节", "部分", "习惯", "体系", "亮点", "阶段", "步骤", "项目", "要求", "着力点", "问题", "重点", "方向"];

/// How long the members of a list are, on average, that is told as 一是…，二是…: of deeds, and of all else.
const LONG: [usize; 2] = [5, 9];

/// What deeds begin with.
const DEEDS: [&str; 20] = [
    "强化", "加强", "完善", "加大", "扩大", "健全", "提高", "全面", "深化", "推进", "优化", "落实", "坚持", "做优",
    "提升", "规范", "建立", "促进", "改进", "严格",
];

/// The sentence of all sets of a place; names that say their number stand together.
pub(in crate::document) fn sentences(words: &Wording, plan: &Plan, sets: &[&Set], open: &Open) -> Vec<String> {
    if let [only] = sets
        && let Some(rest) = ending(words, plan, only, open)
    {
        return vec![rest];
    }
    let told = sets.iter().map(|set| (is_name(bare(&set.name.value)), sentence(words, plan, set))).collect::<Vec<_>>();
    let groups = told.chunk_by(|(one, _), (other, _)| *one && *other).map(|group| {
        let clauses = group.iter().map(|(_, sentence)| sentence.trim_end_matches('。')).collect::<Vec<_>>();
        format!("{}。", clauses.join("；"))
    });
    groups.collect()
}

/// What ends a sentence that prose has begun: the members alone where it has named the list (`做到“三定”：`), and
/// 检查六落实 where the name says what is done.
fn ending(words: &Wording, plan: &Plan, set: &Set, open: &Open) -> Option<String> {
    let name = bare(&set.name.value);
    let is_listed = !set.members.is_empty() && !set.is_unlisted && !name.is_empty();
    let members = members(plan, set);
    match open {
        Open::Colon(prose) if is_listed && (prose.contains(name) || leads(prose)) => Some(format!("{members}。")),
        Open::Comma(prose) if is_listed && is_last(prose, name) => Some(words.set_means("", &members)),
        Open::Comma(_) if is_listed && is_name(name) && is_asked(name) => {
            let is_plain = !set.is_open && !members.contains(['“', '《', '，', '（']);
            let has_head = ["落实", "到位"].iter().any(|end| name.ends_with(end));
            Some(match is_plain && has_head {
                true => words.set_done_with(&members, name),
                false => words.set_done(&format!("“{name}”"), &members),
            })
        }
        _ => None,
    }
}

/// Whether prose ends in the name and a comma (`要落实教学“五备”，`), or names it in quotation marks in its last clause.
fn is_last(prose: &str, name: &str) -> bool {
    let words = prose.trim_end().trim_end_matches(['，', ',']);
    let clause = words.rsplit(['，', '。', '；', '：']).next().unwrap_or_default();
    words.strip_suffix('”').unwrap_or(words).ends_with(name) || clause.contains(&format!("“{name}”"))
}

/// Whether a colon at the end of prose calls for the members themselves: `主要形式有：`.
fn leads(prose: &str) -> bool {
    const LEADING: [&str; 12] =
        ["有", "是", "为", "即", "如下", "包括", "包含", "做到", "分为", "形式", "内容", "途径"];
    let words = prose.trim_end().trim_end_matches(['：', ':']);
    let clause = words.rsplit(['。', '；', '，']).next().unwrap_or_default();
    LEADING.iter().any(|end| words.ends_with(end)) || ["以下", "如下", "下列"].iter().any(|word| clause.contains(word))
}

/// Whether a name is short for its members: 五备, 四个一, 三个坚持, but 三项比赛 and 五个方面.
fn is_name(name: &str) -> bool {
    let mut signs = name.chars();
    let begins = signs.next().is_some_and(|first| COUNTING.contains(first));
    let second = signs.next().unwrap_or_default();
    let rest = signs.as_str();
    let is_noun = COUNTED.contains(second) || second == '个' && NOUNS.iter().any(|noun| rest.contains(noun));
    let length = if second == '个' { 6 } else { 5 };
    begins && second != char::default() && name.chars().count() <= length && !is_noun && !name.contains('“')
}

/// Whether a name says what is to be done: 五备, 三定, 四个一, 六落实, but 六域 and 三风.
fn is_asked(name: &str) -> bool {
    const ASKED: [&str; 8] = ["备", "定", "一", "落实", "到位", "不", "有", "备好"];
    let rest = name.trim_start_matches(|sign| COUNTING.contains(sign)).trim_start_matches('个');
    ASKED.contains(&rest) || name.ends_with("个一")
}

/// Whether a name counts what a piece of work turns on: 五个方面, 八个环节.
fn is_aspects(name: &str) -> bool {
    let begins = name.starts_with(|first| COUNTING.contains(first));
    begins && name.chars().count() <= 4 && ["方面", "环节"].iter().any(|end| name.ends_with(end))
}

/// Members that are said one by one: `一是强化管理，二是加强队伍建设`; none if they are few, many or short.
fn one_by_one(plan: &Plan, set: &Set) -> Option<String> {
    let count = set.members.len();
    let is_deed = |words: &str| {
        DEEDS.iter().any(|deed| words.starts_with(deed)) || words.contains("怎样") || words.contains("如何")
    };
    let deeds = set.members.iter().filter(|member| is_deed(&member.text)).count();
    let least = if deeds * 2 > count { LONG[0] } else { LONG[1] };
    let is_long = set.members.iter().map(|member| member.text.chars().count()).sum::<usize>() >= least * count;
    let is_plain = set.members.iter().all(|member| !member.is_hole && !member.is_document && !member.is_quoted);
    if !(3..=6).contains(&count) || set.is_open || !is_plain || !is_long {
        return None;
    }
    let said = set.members.iter().enumerate().map(|(at, member)| {
        let words = if is_paper(plan, &member.text) { format!("《{}》", member.text) } else { member.text.clone() };
        format!("{}是{words}", han_ordinal(at + 1))
    });
    // 一是更新观念，转变作风；二是…: a deed of two clauses ends in more than a comma.
    let has_clauses = set.members.iter().any(|member| member.text.contains('，'));
    Some(said.collect::<Vec<_>>().join(if has_clauses { "；" } else { "，" }))
}

/// The sentence of a set.
fn sentence(words: &Wording, plan: &Plan, set: &Set) -> String {
    let name = bare(&set.name.value);
    let counts = name.contains(|c| COUNTING.contains(c));
    let unit = set.count_unit.as_deref().unwrap_or("项");
    let counted = |number: u64| match usize::try_from(number) {
        Ok(2) => format!("两{unit}"),
        Ok(small @ 1..=10) => format!("{}{unit}", han_ordinal(small)),
        _ => format!("{number}{unit}"),
    };
    let number = set.announced().filter(|_| !counts).map(|number| format!("{number}{unit}")).unwrap_or_default();
    if set.is_unlisted {
        let announced = set.announced().map(|number| format!("（共{number}{unit}）")).unwrap_or_default();
        return format!("{name}{announced}。");
    }
    if set.members.is_empty() {
        return format!("{name}{number}：{PENDING}。");
    }
    let members = members(plan, set);
    let at_work = matches!(set.holder, Holder::Measure(_));
    if set.is_ordered {
        return words.set_ordered(name, &members);
    }
    // 研讨活动，共3项: the number that an author has typed behind the name is told as such.
    let typed = name.rsplit_once("，共").filter(|(_, number)| number.starts_with(|sign: char| sign.is_ascii_digit()));
    if let Some((name, number)) = typed {
        return words.set_counted(name, &members, number);
    }
    match (counts, set.is_open) {
        (true, _) => {
            let short = is_name(name).then(|| format!("“{name}”"));
            match (one_by_one(plan, set), short) {
                (_, Some(short)) if is_asked(name) && at_work => words.set_done(&short, &members),
                (_, None) if is_aspects(name) && !set.is_open && at_work => words.set_around(name, &members),
                (Some(members), short) => words.set_itemized(short.as_deref().unwrap_or(name), &members),
                (None, Some(name)) => words.set_means(&name, &members),
                (None, None) => words.set_holds(name, &members),
            }
        }
        (false, true) => words.set_holds(name, &members),
        (false, false) if number.is_empty() || set.members.len() < 2 => words.set_holds(name, &members),
        (false, false) => words.set_counted(name, &members, &set.announced().map(counted).unwrap_or_default()),
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
pub(in crate::document) fn is_said(writer: &Writer, set: &Set, said: &Said, at: Holder) -> bool {
    let name = bare(&set.name.value);
    // A goal, measure or phase prints as a heading or an item of its own, a chain as a sentence.
    let prints = |thing: Option<Thing>| {
        matches!(thing, Some(Thing::Goal(_) | Thing::Measure(_) | Thing::Phase(_) | Thing::Chain(_)))
    };
    let all = set.members.iter().all(|member| prints(member.thing) || writer.is_said_anywhere(&member.text, said, at));
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

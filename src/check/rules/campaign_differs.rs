//! 活动名称前后不一 · One campaign under two names
//!
//! ## 中文
//! 题目和正文里的活动名称要一字不差：题目写“教育质量提升”，正文写“教学质量提升年”，读的人会当成两件事。只看加了引号、
//! 以“年”“工程”“行动”“活动”“计划”结尾的名称，以及与它只差一个字的、把它颠倒了说的（提升教学质量活动）写法；还有引号里多打
//! 了一个字（小学学教学质量提升）的名称。
//!
//! ## English
//! A campaign has one name, in the title and in the text: 教育质量提升 above and “教学质量提升年” below look like two. Only
//! quoted names that end in 年, 工程, 行动, 活动 or 计划 are compared, with what differs from them by one character or turns
//! them round; and quoted names with a character typed twice.
//!
//! ## 错 · Wrong
//! ```plan
//! # 某县教育质量提升工程实施方案
//!
//! 各校要开展“教学质量提升年”活动。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 某县教学质量提升年实施方案
//!
//! 各校要开展“教学质量提升年”活动。
//! ```
//!
//! ## 依据 · Source
//! C44；惯例

use std::ops::Range;

use crate::check::pattern::Pattern;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::{Span, Spanned};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W608",
    name: "campaign_differs",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("campaign_differs.rs"),
    run,
};

pub(in crate::check) static NAME: Pattern =
    Pattern::new(&["年”", "工程”", "行动”", "活动”", "计划”"], "“([^“”，。、]{5,16}(?:年|工程|行动|活动|计划))”");

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let passages = context.holding(&NAME);
    let names = passages
        .flat_map(|passage| NAME.all_hits(passage).map(move |hit| (hit.part(1).to_owned(), passage.span(hit.at()))));
    let mut campaigns: Vec<(String, Span)> = Vec::new();
    for (name, span) in names.take(MOST) {
        if campaigns.iter().all(|(other, _)| *other != name) {
            campaigns.push((name, span));
        }
    }
    let mut is_told = typed_twice(context, out);
    for (index, (name, span)) in campaigns.iter().enumerate() {
        let other = campaigns[..index].iter().find(|(other, _)| is_near(other, name));
        if let Some((other, first)) = other {
            out.push(finding(*span, *first, name, other));
            is_told = true;
        }
    }
    for (name, first) in &campaigns {
        let found = context.passages().iter().filter(|passage| passage.is_prose).find_map(|passage| {
            let at = turned(&passage.text, name).filter(|at| passage.is_own(at))?;
            Some((passage.span(at.clone()), &passage.text[at]))
        });
        if let Some((at, words)) = found {
            out.push(finding(at, *first, words, name));
            is_told = true;
        }
    }
    let Some(title) = context.plan.title.as_ref().filter(|_| !is_told) else { return };
    for (name, span) in &campaigns {
        let Some(said) = near_in(&title.value, stem(name)) else { continue };
        let at = context.part_of(title, said.clone());
        out.push(finding(at, *span, &title.value[said], name));
        return;
    }
}

/// Tells of quoted names with a character typed twice, “小学学教学质量提升”, that stand right in the title or in a name.
fn typed_twice(context: &Context, out: &mut Vec<Diagnostic>) -> bool {
    let owners = context.plan.owners.iter().flat_map(|owner| owner.full_name.iter().chain([&owner.name]));
    let known: Vec<&Spanned<String>> = context.plan.title.iter().chain(owners).collect();
    let before = out.len();
    for passage in context.passages().iter().filter(|passage| passage.is_prose) {
        for hit in QUOTED.all_hits(passage).take(MOST) {
            let name = hit.part(1);
            if known.iter().any(|other| other.value.contains(name)) {
                continue;
            }
            let right = without_double(name).find_map(|right| {
                let other = known.iter().find(|other| other.value.contains(&right))?;
                Some((other.span, right))
            });
            if let Some((first, right)) = right {
                out.push(finding(passage.span(hit.at()), first, name, &right));
            }
        }
    }
    out.len() > before
}

static QUOTED: Pattern = Pattern::new(&["“"], "“([^“”，。、]{6,20})”");

/// A name without one of two equal characters that stand side by side, for each such pair.
fn without_double(name: &str) -> impl Iterator<Item = String> + '_ {
    let pairs = name.char_indices().zip(name.chars().skip(1));
    pairs
        .filter(|((_, one), two)| one == two)
        .map(|((at, one), _)| [&name[..at], &name[at + one.len_utf8()..]].concat())
}

/// Where words turn a name round, 提升教育教学质量活动 for “教育教学质量提升年”活动; the stretch of them.
fn turned(words: &str, name: &str) -> Option<Range<usize>> {
    let stem = stem(name);
    let verb = ["提升", "提高", "攻坚", "建设", "改进"].iter().find(|verb| stem.ends_with(**verb))?;
    let noun = stem.strip_suffix(*verb).filter(|noun| noun.chars().count() >= 4)?;
    let turned = ["活动", "行动", "工程"].into_iter().map(|kind| format!("{verb}{noun}{kind}"));
    turned.into_iter().find_map(|turned| words.find(&turned).map(|at| at..at + turned.len()))
}

fn finding(at: Span, first: Span, name: &str, other: &str) -> Diagnostic {
    let message = text!(
        zh: "活动名称“{name}”与别处的“{other}”不一致",
        en: "the campaign is called {name} here and {other} elsewhere"
    );
    RULE.finding(at, message)
        .related(first, text!(zh: "另一种写法在这里", en: "the other name is here"))
        .help(text!(zh: "全文用一个名称", en: "call it by one name throughout"))
}

/// More quoted names than this no plan has.
const MOST: usize = 200;

/// A name without the word that says what it is.
fn stem(name: &str) -> &str {
    ["年", "工程", "行动", "活动", "计划"].iter().find_map(|word| name.strip_suffix(word)).unwrap_or(name)
}

/// Whether two names of one length differ by one character, which is no number.
fn is_near(one: &str, other: &str) -> bool {
    one.chars().count() == other.chars().count() && one.chars().count() >= SHORTEST && differ_by_one(one, other)
}

fn differ_by_one(one: &str, other: &str) -> bool {
    let mut differing = one.chars().zip(other.chars()).filter(|(one, other)| one != other);
    let is_count = |sign: char| sign.is_ascii_digit() || "一二三四五六七八九十百千万小初高中".contains(sign);
    differing.next().is_some_and(|(one, other)| !is_count(one) && !is_count(other)) && differing.next().is_none()
}

/// A shorter name is too easily near another.
const SHORTEST: usize = 6;

/// Where a title has words that differ from a name by one character; nowhere if it has the name itself.
fn near_in(title: &str, stem: &str) -> Option<Range<usize>> {
    let length = stem.chars().count();
    if length < SHORTEST || title.contains(stem) {
        return None;
    }
    let starts: Vec<usize> = title.char_indices().map(|(at, _)| at).chain([title.len()]).collect();
    let windows = starts.windows(length + 1).map(|window| window[0]..window[length]);
    windows.into_iter().find(|at| differ_by_one(&title[at.clone()], stem))
}

//! 用了简称没有交代全称 · A short name that was never announced
//!
//! ## 中文
//! 正文写《方案》《意见》，前面却没有全称和“以下简称”，读的人不知道是哪一份。第一次出现时写全称，括注“以下简称《方案》”。
//! “活动”加了引号当简称、用了不止一次的，也要先交代。
//!
//! ## English
//! The text speaks of 《方案》 without having said which. Write the full title first, with 以下简称《方案》 behind it. The
//! same goes for “活动” in quotation marks that stands for a campaign more than once.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：澜平县学前教育提质方案
//!
//! ## 主要内容
//! 《意见》提出了四项任务，本方案逐项落实。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：澜平县学前教育提质方案
//!
//! ## 主要内容
//! 《澜平县关于发展学前教育的意见》（以下简称《意见》）提出了四项任务。《意见》的要求，本方案逐项落实。
//! ```
//!
//! ## 依据 · Source
//! C52；悬空引用

use crate::check::papers::documents;
use crate::check::pattern::Pattern;
use crate::check::texts::prose;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Spanned;
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "F110",
    name: "short_name_unannounced",
    severity: Severity::Info,
    at_issue: Severity::Warning,
    text: include_str!("short_name_unannounced.rs"),
    run,
};

/// What a document is called for short.
const SHORT: [&str; 11] = ["方案", "意见", "办法", "通知", "计划", "规划", "细则", "纲要", "规定", "条例", "决定"];

pub(in crate::check) static FORM: Pattern = Pattern::new(
    &[
        "《方案》",
        "《意见》",
        "《办法》",
        "《通知》",
        "《计划》",
        "《规划》",
        "《细则》",
        "《纲要》",
        "《规定》",
        "《条例》",
        "《决定》",
        "“活动”",
    ],
    "《(?:方案|意见|办法|通知|计划|规划|细则|纲要|规定|条例|决定)》|“活动”",
);

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    if context.holding(&FORM).next().is_none() {
        return;
    }
    let plan = context.plan;
    let sets = plan.sets.iter().map(|set| Spanned::new(set.name.value.as_str(), set.name.span));
    let mut all: Vec<_> = prose(plan).chain(sets).collect();
    all.sort_by_key(|words| words.span);
    let named: Vec<_> = all.iter().map(|words| documents(words.value)).collect();
    out.extend(campaign(context, &all));
    for name in SHORT {
        let short = |at: usize| named[at].iter().find(|place| &all[at].value[(*place).clone()] == name);
        let Some((at, place)) = (0..all.len()).find_map(|at| Some((at, short(at)?.clone()))) else { continue };
        let words = all[at];
        let is_titled = |at: usize| named[at].iter().any(|place| all[at].value[place.clone()].ends_with(name));
        // In the text that has the short name itself, a full title has to stand before it.
        let is_titled = (0..at).any(is_titled)
            || named[at].iter().any(|one| one.end < place.start && words.value[one.clone()].ends_with(name));
        let said = all[..at].iter().map(|words| words.value).chain([&words.value[..place.end]]);
        if is_titled || said.into_iter().any(|words| is_announced(words, name)) {
            continue;
        }
        let message = text!(
            zh: "《{name}》是哪一份没有交代",
            en: "it was never said which document 《{name}》 is"
        );
        out.push(RULE.finding(context.part(words, place), message).help(text!(
            zh: "第一次出现时写全称，后面括注“以下简称《{name}》”",
            en: "write the full title first, with 以下简称《{name}》 behind it"
        )));
    }
}

/// Whether some words say what the name is short for: that another name is announced says nothing of this one.
fn is_announced(words: &str, name: &str) -> bool {
    let announces = |rest: &str| rest.split(['）', ')', '。']).next().is_some_and(|said| said.contains(name));
    words.split("简称").skip(1).any(announces)
}

/// What is said of a campaign that is called “活动” without its name, twice at least: once may be the word itself.
fn campaign(context: &Context, all: &[Spanned<&str>]) -> Option<Diagnostic> {
    const SHORT: &str = "“活动”";
    let of = |words: &Spanned<&str>| {
        let own = |at: &usize| !words.value[..*at].ends_with(['从', '由', '向', '到', '变', '成', '写', '叫', '为']);
        words.value.match_indices(SHORT).map(|(at, _)| at).filter(own).count()
    };
    let is_announced = || all.iter().any(|words| is_announced(words.value, "活动"));
    if all.iter().map(of).sum::<usize>() < 2 || is_announced() {
        return None;
    }
    let (words, at) = all.iter().find_map(|words| Some((*words, words.value.find(SHORT)?)))?;
    let message = text!(zh: "“活动”是哪一项活动没有交代", en: "it was never said which campaign “活动” is");
    Some(RULE.finding(context.part(words, at..at + SHORT.len()), message).help(text!(
        zh: "第一次出现时写全名，后面括注“以下简称‘活动’”；或者每次都写全名",
        en: "write the full name first, with 以下简称“活动” behind it, or write it in full each time"
    )))
}

//! “首先、其次”后面接“二是” · Two ways of counting in one enumeration
//!
//! ## 中文
//! 一段里列举各点，用一套序词：“首先、其次、再次”，或者“一是、二是、三是”，或者“第一，第二”。两套混用，项数就乱了。
//!
//! ## English
//! The points of a paragraph are counted in one way: 首先, 其次, 再次, or 一是, 二是, 三是, or 第一, 第二. Where two ways are
//! mixed nobody can tell how many points there are.
//!
//! ## 错 · Wrong
//! ```plan
//! # 某县义务教育提质方案
//!
//! 首先，落实责任制。其次，加强管理。二是建好队伍。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 某县义务教育提质方案
//!
//! 首先，落实责任制。其次，加强管理。再次，建好队伍。
//! ```
//!
//! ## 依据 · Source
//! C45；C49

use crate::check::pattern::Pattern;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W604",
    name: "ordinals_mixed",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("ordinals_mixed.rs"),
    run,
};

pub(in crate::check) static FIRST: Pattern = Pattern::new(
    &["首先", "其次", "再次", "第一", "第二", "第三"],
    "(?:^|[。；：！])(首先|其次|再次|第[一二三][，、])",
);
static LATER: Pattern = Pattern::new(&["是", "第"], "(?:^|[。；：！，])([二三四五六七八]是|第[二三四五六七八][，、])");

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for passage in context.holding(&FIRST).filter(|passage| passage.is_prose) {
        let Some(first) = FIRST.hits(passage).next() else { continue };
        let kind = Kind::of(first.part(1));
        let after = |at: usize| at > first.place(1).start;
        let mixed = LATER.hits(passage).find(|hit| after(hit.place(1).start) && Kind::of(hit.part(1)) != kind);
        let Some(mixed) = mixed else { continue };
        let word = mixed.part(1).trim_end_matches(['，', '、']);
        // A series of its own that begins at one is an enumeration within a point.
        let own_first = if word.ends_with('是') { "一是" } else { "第一" };
        if passage.text.contains(own_first) {
            continue;
        }
        let before = first.part(1).trim_end_matches(['，', '、']);
        let message = text!(
            zh: "“{before}”起头的列举后面用了“{word}”",
            en: "an enumeration that begins with {before} goes on with {word}"
        );
        out.push(
            RULE.finding(passage.span(mixed.place(1)), message)
                .related(passage.span(first.place(1)), text!(zh: "列举从这里开始", en: "it begins here"))
                .help(text!(zh: "用一套序词，核对项数", en: "count in one way, and look at the number of points")),
        );
    }
}

/// A way to count points.
#[derive(PartialEq)]
enum Kind {
    Adverb,
    Ordinal,
    Cardinal,
}

impl Kind {
    fn of(word: &str) -> Self {
        match word {
            _ if word.starts_with('第') => Self::Ordinal,
            _ if word.ends_with('是') => Self::Cardinal,
            _ => Self::Adverb,
        }
    }
}

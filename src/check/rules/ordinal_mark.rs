//! “首先”“第一”后面用了顿号 · The mark after an ordinal
//!
//! ## 中文
//! “首先”“其次”“第一”“第二”后面用逗号；顿号用在“一、”“二、”后面。
//!
//! ## English
//! After 首先, 其次, 第一 and 第二 stands a comma; 、 belongs after 一 and 二.
//!
//! ## 错 · Wrong
//! ```plan
//! # 某县义务教育提质方案
//!
//! 首先、摸清底数。其次、分类施策。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 某县义务教育提质方案
//!
//! 首先，摸清底数。其次，分类施策。
//! ```
//!
//! ## 依据 · Source
//! C49；GB/T 15834—2011，B.3.1

use crate::check::passages::is_han;
use crate::check::pattern::Pattern;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W409",
    name: "ordinal_mark",
    severity: Severity::Info,
    at_issue: Severity::Info,
    text: include_str!("ordinal_mark.rs"),
    run,
};

pub(in crate::check) static WORD: Pattern =
    Pattern::new(&["首先、", "其次、", "再次、", "最后、"], "(?:^|[。；！？：])(?:首先|其次|再次|最后)(、)");
pub(in crate::check) static NUMBER: Pattern = Pattern::new(
    &["第一、", "第二、", "第三、", "第四、", "第五、", "第六、"],
    "(?:^|[。；！？：])第[一二三四五六](、)[^第一二三四五六七八九十]",
);

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let words = context.holding(&WORD).filter(|passage| passage.is_prose);
    let words = words.flat_map(|passage| WORD.hits(passage).map(move |hit| (hit.text(), passage.span(hit.place(1)))));
    // A single one may be a list of names: 第一、实验两所小学.
    let is_ordinal =
        |text: &str| !text.contains("第一，") && ["第二，", "第三，"].iter().any(|next| text.contains(next));
    let several = context.holding(&NUMBER).filter(|passage| passage.is_prose);
    let several = several.filter(|passage| NUMBER.hits(passage).count() > 1 || is_ordinal(&passage.text));
    let numbers =
        several.flat_map(|passage| NUMBER.hits(passage).map(move |hit| (hit.text(), passage.span(hit.place(1)))));
    for (words, span) in words.chain(numbers) {
        let word = words.trim_start_matches(|sign: char| !is_han(sign)).split('、').next().unwrap_or_default();
        let message =
            text!(zh: "“{word}”后面用了顿号，应用逗号", en: "{word} is followed by 、 in the place of a comma");
        let help = text!(zh: "用逗号", en: "use a comma");
        out.push(RULE.finding(span, message).help(help).guess(text!(zh: "改为“，”", en: "make it ，"), span, "，"));
    }
}

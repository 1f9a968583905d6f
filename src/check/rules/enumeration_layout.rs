//! 列举有的分段、有的不分段 · Enumerations laid out in two ways
//!
//! ## 中文
//! “一是、二是、三是”在一处各自成段，在另一处连排成一段。全文用一种排法，读起来才整齐。每份方案只提示一次。
//!
//! ## English
//! 一是, 二是 and 三是 are paragraphs of their own in one place and run on in another. One layout for all reads better.
//! Told once a plan.
//!
//! ## 错 · Wrong
//! ```plan
//! # 某县义务教育提质方案
//!
//! 保障有力：一是落实经费，二是配齐教师。
//!
//! 一是压实责任。
//!
//! 二是开展督导。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 某县义务教育提质方案
//!
//! 保障有力：一是落实经费，二是配齐教师。
//!
//! 监管有力：一是压实责任，二是开展督导。
//! ```
//!
//! ## 依据 · Source
//! 惯例；C46

use crate::check::pattern::Pattern;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W605",
    name: "enumeration_layout",
    severity: Severity::Info,
    at_issue: Severity::Info,
    text: include_str!("enumeration_layout.rs"),
    run,
};

pub(in crate::check) static RUN_IN: Pattern = Pattern::new(&["二是"], "(?:^|[。；：！，])一是(?s:.*?)[。；，](二是)");
pub(in crate::check) static APART: Pattern =
    Pattern::new(&["二是", "三是", "四是", "五是", "六是", "七是", "八是"], "^([二三四五六七八]是)");

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let prose = |passage: &&crate::check::passages::Passage| passage.is_prose;
    let run_in = context
        .holding(&RUN_IN)
        .filter(prose)
        .find_map(|passage| Some(passage.span(RUN_IN.all_hits(passage).next()?.place(1))));
    let apart = context
        .holding(&APART)
        .filter(prose)
        .find_map(|passage| Some(passage.span(APART.hits(passage).next()?.place(1))));
    let (Some(run_in), Some(apart)) = (run_in, apart) else { return };
    let message = text!(
        zh: "这里的“一是、二是”各自成段，别处连成一段",
        en: "the points of this enumeration are paragraphs, those of another run on"
    );
    out.push(
        RULE.finding(apart, message)
            .related(run_in, text!(zh: "这里连成一段", en: "here they run on"))
            .help(text!(zh: "全文用一种排法", en: "lay them out in one way")),
    );
}

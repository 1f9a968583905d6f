//! 正文提到的附件没有列出 · An attachment that is not listed
//!
//! ## 中文
//! 正文写“见附件3”，附件说明里就要列到第3个。
//!
//! ## English
//! If the text refers to attachment 3, three attachments are listed.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//! - 附件：重点任务分工表
//! - 附件：年度目标表
//!
//! 任务分工见附件1，进展台账见附件3。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//! - 附件：重点任务分工表
//! - 附件：年度目标表
//!
//! 任务分工见附件1，年度目标见附件2。
//! ```
//!
//! ## 依据 · Source
//! C138

use std::ops::Range;

use crate::check::pattern::Pattern;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::{Fact, Part, Plan};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "F072",
    name: "attachment_missing",
    severity: Severity::Warning,
    at_issue: Severity::Error,
    text: include_str!("attachment_missing.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let count = attached(context.plan);
    let listed =
        context.plan.attachments.iter().chain(context.plan.notices.iter().flat_map(|notice| &notice.attachments));
    let last = listed.last().map(|name| name.span);
    for words in context.prose_holding(&NAMED) {
        for (at, number) in mentions(words.value).into_iter().filter(|(_, number)| *number > count) {
            let message = if count == 0 {
                text!(zh: "正文提到附件{number}，却没有列附件", en: "the text refers to attachment {number}, but none is listed")
            } else {
                text!(zh: "正文提到附件{number}，只列了{count}个附件", en: "the text refers to attachment {number}, but {count} are listed")
            };
            let found = RULE.finding(context.part(words, at), message);
            let found = match last {
                Some(last) => found.related(last, text!(zh: "附件列到这里", en: "the list of attachments ends here")),
                None => found,
            };
            out.push(found.help(text!(zh: "补列附件，或者改序号", en: "list the attachment, or correct the number")));
            // Where nothing is listed, it is told once.
            if count == 0 {
                return;
            }
        }
    }
}

pub(in crate::check) static NAMED: Pattern = Pattern::with_digit(&["附件"], "附件[0-9]");

/// How many attachments there are: those named, and the tables that are asked for.
fn attached(plan: &Plan) -> u64 {
    let bodies = plan.sections.iter().map(|section| &section.body).chain([&plan.body]);
    let bodies = bodies.chain(plan.measures.iter().map(|measure| &measure.body));
    let shown = bodies.flatten().filter(|part| matches!(part, Part::Fact(Fact::Show(_)))).count();
    let listed = plan.notices.iter().map(|notice| notice.attachments.len()).max().unwrap_or(0);
    (plan.attachments.len() + listed + shown) as u64
}

/// Where 附件 with a number stands. Those of another paper are cited within 《》 and not counted.
fn mentions(words: &str) -> Vec<(Range<usize>, u64)> {
    let found = words.match_indices("附件").filter_map(|(at, word)| {
        let start = at + word.len();
        let digits = words[start..].bytes().take_while(u8::is_ascii_digit).count();
        let number = words[start..start + digits].parse().ok()?;
        let is_foreign = words[..at].ends_with('》') || words[..at].ends_with('号');
        (!is_foreign).then_some((at..start + digits, number))
    });
    found.collect()
}

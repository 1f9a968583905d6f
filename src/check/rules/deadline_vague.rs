//! 时限用了模糊词 · A deadline in vague words
//!
//! ## 中文
//! “尽快”“适时”“逐步”之类的词看不出哪天该完成，督查时无从对账。时限要写到年、月或日；确实没定的写“待定”，长期
//! 任务写“长期”或“持续推进”。
//!
//! ## English
//! Words such as 尽快 (soon) or 适时 (in due time) name no day, so nobody can say whether the task is late. A deadline
//! is a year, a month or a day; what is not settled yet is a hole (`?`), and a task without end says 长期 or 持续推进.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：某县义务教育提质方案
//! # 主体
//! - 教育局
//!
//! ## 主要任务
//! - 牵头：教育局
//! ### 措施：完善听评课制度
//! - 时限：尽快
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：某县义务教育提质方案
//! # 主体
//! - 教育局
//!
//! ## 主要任务
//! - 牵头：教育局
//! ### 措施：完善听评课制度
//! - 时限：2018年6月底前
//! ### 措施：加强日常教研
//! - 时限：持续推进
//! ```
//!
//! ## 依据 · Source
//! C64、C65

use crate::calendar::When;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity, Text};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "D001",
    name: "deadline_vague",
    severity: Severity::Warning,
    at_issue: Severity::Error,
    text: include_str!("deadline_vague.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for slot in context.slots().iter().filter(|slot| slot.kind.is_schedule()) {
        let When::Words(words) = slot.when else { continue };
        let Some(word) = context.options.words.vague_deadline(words) else { continue };
        let Text { zh, en } = slot.subject();
        let message = text!(zh: "{zh}写的是“{word}”，看不出哪天该完成", en: "{en} says “{word}”, which names no day");
        out.push(RULE.finding(slot.span, message).help(text!(
            zh: "写明年、月或日，如“2018年6月底前”；还没定的写“待定”，长期任务写“持续推进”",
            en: "name a year, month or day, such as 2018年6月底前; write 待定 while it is open, 持续推进 if it never ends"
        )));
    }
}

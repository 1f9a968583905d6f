//! 同一人在领导小组占两个席位 · One member in two seats of a leading group
//!
//! ## 中文
//! 组长、副组长、成员不重复列；办公室设在成员单位的，不算重复。
//!
//! ## English
//! A leading group names each member once, be it as head, deputy or member. The office may well be with a member.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：某县义务教育提质三年行动方案
//! # 主体
//! - 县政府：某县人民政府
//!   - 教育局：某县教育局
//!     - 学校：各中小学校，各
//!   - 财政局：某县财政局
//!   - 县长，岗位
//!   - 副县长，岗位
//!   - 领导小组：教育质量提升工作领导小组，小组
//!     - 组长：县长
//!     - 副组长：副县长
//!     - 成员：副县长、教育局、财政局
//!     - 办公室：教育局
//! - 家长，公众
//!
//! ## 目标 提质：提升课堂教学质量
//! - 指标：听课 不少于20节，每学期，由“校长”
//!
//! ## 措施：完善听评课制度
//! - 支撑：提质
//! - 牵头：教育局
//! - 成果：领导小组
//! - 指标：例会由县长召集 1次，每年，由县长
//! - 指标：例会由副县长召集 1次，每年，由副县长
//! - 时限：2026年8月31日
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：某县义务教育提质三年行动方案
//! # 主体
//! - 县政府：某县人民政府
//!   - 教育局：某县教育局
//!     - 学校：各中小学校，各
//!   - 财政局：某县财政局
//!   - 县长，岗位
//!   - 副县长，岗位
//!   - 领导小组：教育质量提升工作领导小组，小组
//!     - 组长：县长
//!     - 副组长：副县长
//!     - 成员：教育局、财政局
//!     - 办公室：教育局
//! - 家长，公众
//!
//! ## 目标 提质：提升课堂教学质量
//! - 指标：听课 不少于20节，每学期，由“校长”
//!
//! ## 措施：完善听评课制度
//! - 支撑：提质
//! - 牵头：教育局
//! - 成果：领导小组
//! - 指标：例会由县长召集 1次，每年，由县长
//! - 指标：例会由副县长召集 1次，每年，由副县长
//! - 时限：2026年8月31日
//! ```
//!
//! ## 依据 · Source
//! C171

use crate::check::owners::are_same;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::Seats;
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "R012",
    name: "seat_twice",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("seat_twice.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for owner in context.plan.owners.iter() {
        if let Some(seats) = &owner.seats {
            hold(seats, out);
        }
    }
}

fn hold(seats: &Seats, out: &mut Vec<Diagnostic>) {
    let heads = [(&seats.leader, "组长", "leader"), (&seats.deputy, "副组长", "deputy")];
    let below = [(&seats.deputy, "副组长", "deputy"), (&seats.members, "成员", "member")];
    for (upper, zh, en) in heads {
        for (lower, zh_too, en_too) in below {
            for member in lower.value.iter().filter(|_| zh != zh_too) {
                let Some(first) = upper.value.iter().find(|head| are_same(head, member)) else { continue };
                let name = &member.text;
                let message = text!(zh: "“{name}”已是{zh}，又列为{zh_too}", en: "“{name}” is both {en} and {en_too}");
                let found = RULE.finding(member.span, message);
                let found = found.related(first.span, text!(zh: "前面在这里", en: "it stands here before"));
                out.push(found.help(text!(zh: "留下一处", en: "keep one of the two")));
            }
        }
    }
}

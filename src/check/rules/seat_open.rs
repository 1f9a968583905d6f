//! 领导小组有空缺 · A leading group with an empty seat
//!
//! ## 中文
//! 领导小组要有组长，各个席位要落实到职务或单位。起草时可以待定，印发前要补齐。
//!
//! ## English
//! A leading group needs a head, and each seat a post or an organ. A draft may leave it open; the paper that is issued may not.
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
//!     - 组长：待定
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
//! C148；C171

use std::collections::BTreeSet;

use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::{Link, Origin, OutputKind, Owner, Seats};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "R011",
    name: "seat_open",
    severity: Severity::Warning,
    at_issue: Severity::Error,
    text: include_str!("seat_open.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let outputs = context.plan.measures.iter().flat_map(|measure| &measure.outputs);
    let set_up: BTreeSet<_> = outputs
        .filter_map(|output| match output.kind {
            OutputKind::Owner(id) => Some(id),
            _ => None,
        })
        .collect();
    for (id, owner) in context.plan.owners.entries() {
        let Some(seats) = &owner.seats else { continue };
        // A group that is only named may have been set up elsewhere.
        let is_filled_here = set_up.contains(&id)
            || [&seats.deputy, &seats.members, &seats.office].iter().any(|seat| !seat.value.is_empty());
        if is_filled_here && seats.leader.origin == Origin::Missing {
            out.push(headless(owner));
        }
        open_seats(owner, seats, out);
    }
}

fn headless(owner: &Owner) -> Diagnostic {
    let name = &owner.name.value;
    let message = text!(zh: "“{name}”没有组长", en: "“{name}” has no leader");
    RULE.finding(owner.name.span, message).help(text!(
        zh: "在它下面写“- 组长：…”，写职务",
        en: "write “- leader: …” below it, naming a post"
    ))
}

fn open_seats(owner: &Owner, seats: &Seats, out: &mut Vec<Diagnostic>) {
    let named = [
        (&seats.leader, "组长", "leader"),
        (&seats.deputy, "副组长", "deputy"),
        (&seats.members, "成员", "members"),
        (&seats.office, "办公室", "office"),
    ];
    let name = &owner.name.value;
    for (seat, zh, en) in named {
        for hole in seat.value.iter().filter(|member| member.link == Link::Hole) {
            let message = text!(zh: "“{name}”的{zh}还没有定", en: "the {en} of “{name}” is still open");
            out.push(RULE.finding(hole.span, message).help(text!(
                zh: "写出职务或单位；印发前要补齐",
                en: "name a post or an organ before the plan is issued"
            )));
        }
    }
}

//! 领导小组成员是泛指 · A seat that could be anybody’s
//!
//! ## 中文
//! 领导小组成员写“相关部门负责人”，等于没有名单。写出单位或职务。
//!
//! ## English
//! A leading group whose members are “the departments concerned” has no members. Name organs or posts.
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
//!     - 成员：教育局、财政局、“相关部门负责人”
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
//! C157；C171

use crate::check::owners::vague;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "R015",
    name: "seat_vague",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("seat_vague.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let (plan, is_vague) = (context.plan, vague(context));
    let seats = plan.owners.iter().filter_map(|owner| Some((&owner.name.value, owner.seats.as_ref()?)));
    for (group, seats) in seats {
        for member in [&seats.leader, &seats.deputy, &seats.members]
            .into_iter()
            .flat_map(|seat| &seat.value)
            .filter(|member| is_vague(member))
        {
            let name = &member.text;
            let message = text!(
                zh: "“{group}”的席位写的是“{name}”，没有写明是谁",
                en: "a seat of “{group}” is given to “{name}”: it is not said who"
            );
            out.push(RULE.finding(member.span, message).help(text!(
                zh: "写出单位或职务；还没有定的写“待定”",
                en: "name an organ or a post, or write ? if it is still open"
            )));
        }
    }
}

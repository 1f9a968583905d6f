//! 现状的时间在成文之后 · A present value of a later day
//!
//! ## 中文
//! “现状”是成文时已经有的数。时间写在成文以后的，不是日期写错，就是把目标写成了现状。
//!
//! ## English
//! A value of the present is known when the paper is dated. If its time comes later, the date is wrong, or it is a
//! target.
//!
//! ## 错 · Wrong
//! ```plan
//! # 通知
//! - 发文机关：县教育局
//! - 发文字号：澜教发〔2026〕5号
//! - 主送：各中心校，县直各学校
//! - 成文日期：2026年1月22日
//! # 方案：澜平县义务教育提质行动方案
//! - 期限：2026年1月至2028年12月
//! - 现状：学校 119所，2026年12月
//!
//! # 主体
//! - 县政府：澜平县人民政府
//!   - 县教育局：澜平县教育局
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 通知
//! - 发文机关：县教育局
//! - 发文字号：澜教发〔2026〕5号
//! - 主送：各中心校，县直各学校
//! - 成文日期：2026年1月22日
//! # 方案：澜平县义务教育提质行动方案
//! - 期限：2026年1月至2028年12月
//! - 现状：学校 119所，2025年12月
//!
//! # 主体
//! - 县政府：澜平县人民政府
//!   - 县教育局：澜平县教育局
//! ```
//!
//! ## 依据 · Source
//! C163；C66

use crate::check::papers;
use crate::check::times::{self, SlotKind};
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity, Text};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "D034",
    name: "baseline_after_paper",
    severity: Severity::Warning,
    at_issue: Severity::Error,
    text: include_str!("baseline_after_paper.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let Some(issued) = papers::first_issue(context.plan) else { return };
    for slot in context.slots().iter().filter(|slot| slot.kind == SlotKind::Baseline) {
        if times::beginning(slot.when).is_none_or(|begin| begin.first <= issued.value) {
            continue;
        }
        let Text { zh, en } = slot.subject();
        let (when, date, day) = (slot.when, times::in_words(issued.value), issued.value);
        let message = text!(
            zh: "{zh}是{when}，文件{date}就成文了",
            en: "{en} is {when}, but the paper is dated {day}"
        );
        let found = RULE.finding(slot.span, message);
        let found = found.related(issued.span, text!(zh: "成文日期在这里", en: "the date of the paper is here"));
        out.push(found.help(text!(
            zh: "核对年份；要达到的数写成“指标”",
            en: "check the year; a value to be reached is written as 指标"
        )));
    }
}

//! 时限紧接成文日期 · A deadline right after the paper is dated
//!
//! ## 中文
//! 文件从成文、印发到基层收到，总要几天。成文当天或者第二天就到期的任务，多半是日期写错，或者下面来不及办。
//!
//! ## English
//! Some days pass before a paper arrives. A task that is due the day it is dated, or the day after, was mostly
//! dated wrongly or cannot be met.
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
//!
//! # 主体
//! - 县政府：澜平县人民政府
//!   - 县教育局：澜平县教育局
//!
//! ## 措施：报送名单
//! - 牵头：县教育局
//! - 时限：2026年1月23日
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
//!
//! # 主体
//! - 县政府：澜平县人民政府
//!   - 县教育局：澜平县教育局
//!
//! ## 措施：报送名单
//! - 牵头：县教育局
//! - 时限：2026年2月6日
//! ```
//!
//! ## 依据 · Source
//! C66；时限可行

use crate::check::papers;
use crate::check::times::{self, SlotKind};
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity, Text};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "D031",
    name: "deadline_too_soon",
    severity: Severity::Info,
    at_issue: Severity::Warning,
    text: include_str!("deadline_too_soon.rs"),
    run,
};

/// So many days after the paper is dated nothing can be done.
const SOON: i32 = 1;

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let Some(issued) = papers::first_issue(context.plan) else { return };
    for slot in context.slots().iter().filter(|slot| slot.kind == SlotKind::Due) {
        let Some(end) = times::ending(slot.when) else { continue };
        let days = (crate::calendar::Interval { first: issued.value, last: end.last }).days() - 1;
        if !(0..=SOON).contains(&days) {
            continue;
        }
        let Text { zh, en } = slot.subject();
        let (when, date) = (slot.when, times::in_words(issued.value));
        let (zh_gap, en_gap) = if days == 0 {
            ("就在成文当天", "the day the paper is dated")
        } else {
            ("只比成文晚1天", "one day after the paper is dated")
        };
        let message = text!(zh: "{zh}（{when}）{zh_gap}，文件还没有送到", en: "{en}, {when}, is {en_gap}");
        let found = RULE.finding(slot.span, message);
        let place = text!(zh: "成文日期是{date}", en: "the paper is dated here");
        out.push(found.related(issued.span, place).help(text!(
            zh: "留出印发、传达和办理的时间；已经办完的，写进“现状”",
            en: "leave time to issue, pass on and do it; what is done already belongs under 现状"
        )));
    }
}

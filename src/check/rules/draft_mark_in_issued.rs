//! 印发的文件还带“征求意见稿” · A paper that is issued and still called a draft
//!
//! ## 中文
//! 已经编定字号或者发布的文件，标题里不能再有“征求意见稿”“送审稿”“讨论稿”一类的字样。
//!
//! ## English
//! A paper that has a number or is published cannot be called a draft in its title.
//!
//! ## 错 · Wrong
//! ```plan
//! # 通知
//! - 发文机关：县教育局
//! - 发文字号：澜教发〔2026〕5号
//! - 主送：各中心校，县直各学校
//! - 成文日期：2026年1月22日
//! # 方案：澜平县义务教育提质行动方案（征求意见稿）
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
//!
//! # 主体
//! - 县政府：澜平县人民政府
//!   - 县教育局：澜平县教育局
//! ```
//!
//! ## 依据 · Source
//! C26；C152

use crate::check::numbers;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "F016",
    name: "draft_mark_in_issued",
    severity: Severity::Warning,
    at_issue: Severity::Error,
    text: include_str!("draft_mark_in_issued.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    let numbers = plan.notices.iter().filter_map(|notice| notice.number.as_ref());
    let issued = numbers.clone().find(|number| numbers::read(&number.value).is_some()).map(|number| number.span);
    let published = plan.notices.iter().find_map(|notice| notice.published.as_ref()).map(|time| time.span);
    let (Some(title), Some(place)) = (&plan.title, issued.or(published)) else { return };
    let Some((at, mark)) = MARKS.iter().find_map(|mark| Some((title.value.find(mark)?, *mark))) else { return };
    let span = context.part_of(title, at..at + mark.len());
    let message =
        text!(zh: "文件已经编号或发布，标题还写“{mark}”", en: "the paper is issued, but its title says {mark}");
    let found = RULE.finding(span, message).related(place, text!(zh: "字号或发布时间在这里", en: "it is issued here"));
    out.push(found.help(text!(
        zh: "定稿删去“{mark}”；还没有定稿的，字号写“待定”",
        en: "remove {mark} from what is final; of what is not, leave the number open"
    )));
}

/// What a title says of a text that is not final.
const MARKS: [&str; 9] = ["征求意见稿", "送审稿", "审议稿", "讨论稿", "修改稿", "初稿", "草稿", "代拟稿", "上会稿"];

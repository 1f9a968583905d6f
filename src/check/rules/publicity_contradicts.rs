//! 公开方式前后矛盾 · Public and not public
//!
//! ## 中文
//! “公开方式”写不予公开、依申请公开的，附注不能再写“此件公开发布”。
//!
//! ## English
//! A paper that is not public, or public on request, does not say that it is.
//!
//! ## 错 · Wrong
//! ```plan
//! # 通知
//! - 发文机关：县教育局
//! - 发文字号：澜教发〔2026〕5号
//! - 主送：各中心校，县直各学校
//! - 成文日期：2026年1月22日
//! - 附注：此件公开发布
//! - 公开方式：依申请公开
//! # 方案：澜平县义务教育提质行动方案
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
//! - 附注：此件公开发布
//! - 公开方式：主动公开
//! # 方案：澜平县义务教育提质行动方案
//!
//! # 主体
//! - 县政府：澜平县人民政府
//!   - 县教育局：澜平县教育局
//! ```
//!
//! ## 依据 · Source
//! C142

use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::Notice;
use crate::source::Spanned;
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "F079",
    name: "publicity_contradicts",
    severity: Severity::Error,
    at_issue: Severity::Error,
    text: include_str!("publicity_contradicts.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for notice in &context.plan.notices {
        let Some((open, closed)) = contradiction(notice) else { continue };
        let (one, other) = (open.value.trim(), closed.value.trim());
        let message =
            text!(zh: "附注写“{one}”，公开方式却是“{other}”", en: "the note says {one}, but the paper is {other}");
        let found = RULE.finding(open.span, message);
        let found = found.related(closed.span, text!(zh: "公开方式在这里", en: "how public it is stands here"));
        out.push(found.help(text!(zh: "按保密审查的结论，两处写成一致", en: "write what was decided in both places")));
    }
}

/// A note that a paper is public, and what says that it is not; or the other way round.
fn contradiction(notice: &Notice) -> Option<(&Spanned<String>, &Spanned<String>)> {
    let publicity = notice.publicity.as_ref()?;
    let is_closed = |words: &str| ["不予公开", "不公开", "依申请"].iter().any(|closed| words.contains(closed));
    let is_open = |words: &str| !is_closed(words) && ["公开发布", "主动公开"].iter().any(|open| words.contains(open));
    let note = notice.notes.iter().find(|note| {
        is_closed(&publicity.value) && is_open(&note.value) || is_open(&publicity.value) && is_closed(&note.value)
    })?;
    Some((note, publicity))
}

//! 没有版记 · A paper without its imprint
//!
//! ## 中文
//! 带红色版头的文件，末页要有版记，写明印发机关和印发日期。起草时可以先缺，印发前写一行“印发”；写了“抄送”的，版记已经有了，
//! 印发机关和日期用发文机关和成文日期。函不印印发机关，不查；版式不印版记的单位，可以在设置里不查这一条。
//!
//! ## English
//! A paper with a red head has an imprint on its last page, which says who sent it out and when. A draft may lack it;
//! before it is issued it gets a line of 印发. With 抄送 there is an imprint, whose organ and date are those of the
//! paper. Letters (函) name no such organ. An office whose profile prints no imprint lets this rule off.
//!
//! ## 错 · Wrong
//! ```plan issue
//! # 通知：某县教育局关于印发提质方案的通知
//! - 发文机关：教育局
//! - 发文字号：某教发〔2018〕5号
//! - 主送：各中心校
//! - 成文日期：2018年1月22日
//! # 方案：某县义务教育提质方案
//! # 主体
//! - 教育局
//! ```
//!
//! ## 对 · Right
//! ```plan issue
//! # 通知：某县教育局关于印发提质方案的通知
//! - 发文机关：教育局
//! - 发文字号：某教发〔2018〕5号
//! - 主送：各中心校
//! - 成文日期：2018年1月22日
//! - 印发：某县教育局办公室，2018年1月22日
//! # 方案：某县义务教育提质方案
//! # 主体
//! - 教育局
//! ```
//!
//! ## 依据 · Source
//! F80—F88；GB/T 9704—2012，7.4

use crate::check::{Context, Rule, Stage};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::Notice;
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "F113",
    name: "imprint_missing",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("imprint_missing.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    if context.options.stage != Stage::Issue {
        return;
    }
    for notice in context.plan.notices.iter().filter(|notice| lacks(notice)) {
        let message = text!(zh: "文件没有版记", en: "the paper has no imprint");
        out.push(RULE.finding(notice.span, message).help(text!(
            zh: "在通知标题下面写一行“- 印发：某县教育局办公室，2026年1月6日”，写明谁印发、哪天印发",
            en: "write a line below the heading that says who sends it out and when: “- printed: 某县教育局办公室，2026年1月6日”"
        )));
    }
}

/// Whether a paper that has a number has nothing for its foot; a letter needs none.
fn lacks(notice: &Notice) -> bool {
    let is_letter = notice.title.as_ref().is_some_and(|title| title.value.trim_end().ends_with('函'));
    notice.number.is_some() && notice.printed.is_none() && notice.cc.is_none() && !is_letter
}

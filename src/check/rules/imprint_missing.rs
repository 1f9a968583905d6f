//! 印发前没有版记 · A paper to be issued without its imprint
//!
//! ## 中文
//! 印发的公文末页要有版记，写明印发机关和印发日期；有抄送的，抄送也在其中。起草时不指出，`--stage issue` 才指出；信函
//! 不写印发机关和印发日期，也不指出；写了“发布时间”的，文件已经印出，不再指出。
//!
//! ## English
//! A paper that is issued has its imprint on the last page: who printed it and when, and the copies above that. Drafts
//! are let be, only `--stage issue` asks for it. A letter has none; nor is it asked of a paper that says when it was
//! published, since that one is printed already.
//!
//! ## 错 · Wrong
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
//! ## 对 · Right
//! ```plan
//! # 通知
//! - 发文机关：县教育局
//! - 发文字号：澜教发〔2026〕5号
//! - 主送：各中心校，县直各学校
//! - 成文日期：2026年1月22日
//! - 印发：澜平县教育局办公室，2026年1月23日
//! # 方案：澜平县义务教育提质行动方案
//!
//! # 主体
//! - 县政府：澜平县人民政府
//!   - 县教育局：澜平县教育局
//! ```
//!
//! ## 依据 · Source
//! F86；GB/T 9704—2012，7.4.3、10.1

use crate::check::{Context, Rule, Stage};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::{Link, Notice};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "F114",
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
    for notice in context.plan.notices.iter().filter(|notice| is_headed(notice) && !is_letter(notice)) {
        if notice.printed.is_none() && notice.published.is_none() {
            let message = text!(zh: "通知没有版记", en: "the notice has no imprint");
            out.push(RULE.finding(notice.span, message).help(text!(
                zh: "写一行“- 印发：机关办公室，日期”；不写日期的，用成文日期",
                en: "write “- 印发：office, date”; without a date it is that of the paper"
            )));
        }
    }
}

/// Whether the paper has a red head: without organs or a number, another rule speaks.
fn is_headed(notice: &Notice) -> bool {
    notice.issuers.iter().any(|issuer| issuer.link != Link::Hole) && notice.number.is_some()
}

/// Whether it is a letter, by its title or its number.
fn is_letter(notice: &Notice) -> bool {
    let titled = notice.title.as_ref().is_some_and(|title| title.value.trim().ends_with('函'));
    titled || notice.number.as_ref().is_some_and(|number| number.value.contains('函'))
}

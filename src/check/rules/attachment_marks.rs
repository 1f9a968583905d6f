//! 附件名称带书名号或标点 · Marks round the name of an attachment
//!
//! ## 中文
//! 附件说明里，附件名称不加书名号，后面不加标点。序号由排版加。
//!
//! ## English
//! The name of an attachment stands without 《》 and without a mark at its end; its number is set by the program.
//!
//! ## 错 · Wrong
//! ```plan
//! # 通知
//! - 发文机关：县教育局
//! - 发文字号：澜教发〔2026〕5号
//! - 主送：各中心校，县直各学校
//! - 成文日期：2026年1月22日
//! - 附件：1.《重点任务分工表》
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
//! - 附件：重点任务分工表
//! # 方案：澜平县义务教育提质行动方案
//!
//! # 主体
//! - 县政府：澜平县人民政府
//!   - 县教育局：澜平县教育局
//! ```
//!
//! ## 依据 · Source
//! C136、C137；GB/T 9704—2012，7.3.4

use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Span;
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "F070",
    name: "attachment_marks",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("attachment_marks.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    for name in plan.attachments.iter().chain(plan.notices.iter().flat_map(|notice| &notice.attachments)) {
        let written = context.sources.slice(name.span).trim();
        let proper = proper(written);
        if proper == written || proper.is_empty() || !written.contains(proper) {
            continue;
        }
        if let Some(names) = several(written) {
            out.push(apart(context, name.span, &names));
            continue;
        }
        let (zh, en) = excess(written, proper);
        let message =
            text!(zh: "附件名称“{written}”多了{zh}", en: "the name of an attachment, “{written}”, has {en} too many");
        let found = RULE.finding(name.span, message);
        out.push(
            found
                .help(text!(
                    zh: "只写名称：{proper}；序号由排版加",
                    en: "write the name alone: {proper}; the number is set by the program"
                ))
                .guess(text!(zh: "改为“{proper}”", en: "change it to {proper}"), name.span, proper),
        );
    }
}

/// The names of several attachments on one line, each with its number: `1.测试项目表 2.责任分工表`.
fn several(written: &str) -> Option<Vec<&str>> {
    let (mut names, mut rest) = (Vec::new(), written);
    loop {
        let number = (names.len() + 1).to_string();
        let inner = rest.strip_prefix(&number)?.strip_prefix(['.', '．', '、'])?;
        let next = format!("{}", names.len() + 2);
        let is_next = |(at, _): &(usize, &str)| {
            let after = &inner[at + next.len()..];
            inner[..*at].ends_with([' ', '　', '；', ';', '，', '。', '》']) && after.starts_with(['.', '．', '、'])
        };
        let end = inner.match_indices(&next).find(is_next).map_or(inner.len(), |(at, _)| at);
        let name = inner[..end].trim().trim_end_matches(['。', '；', ';', '，']);
        names.push(name.strip_prefix('《').and_then(|name| name.strip_suffix('》')).unwrap_or(name));
        rest = &inner[end..];
        if rest.is_empty() {
            return (names.len() > 1 && names.iter().all(|name| !name.is_empty())).then_some(names);
        }
    }
}

/// Several attachments on one line, each to be given its own.
fn apart(context: &Context, span: Span, names: &[&str]) -> Diagnostic {
    let source = context.sources.get(span.source).text();
    let start = source[..span.start as usize].rfind('\n').map_or(0, |end| end + 1);
    let head = &source[start..span.start as usize];
    let (count, first) = (names.len(), names.first().copied().unwrap_or_default());
    let message = text!(zh: "一行写了{count}个附件", en: "this line names {count} attachments");
    let help = text!(
        zh: "一个附件写一行，只写名称：“{head}{first}”；序号由排版加",
        en: "give each a line of its own and write the name alone, “{head}{first}”; the number is set by the program"
    );
    let lines = names.join(&format!("\n{head}"));
    RULE.finding(span, message).help(help).guess(text!(zh: "分成几行", en: "part the line"), span, lines)
}

/// The name without its number, 《》 and end mark.
fn proper(written: &str) -> &str {
    let label = written.strip_prefix("附件").unwrap_or(written);
    let digits = label.trim_start_matches(|sign: char| sign.is_ascii_digit() || ('０'..='９').contains(&sign));
    let numbered = digits.strip_prefix(['.', '．', '、', '：', ':']).filter(|_| digits.len() < label.len());
    let rest = numbered.unwrap_or(written).trim().trim_end_matches(['。', '；', ';', '，', ',', '、']);
    let inner = rest.strip_prefix('《').and_then(|rest| rest.strip_suffix('》'));
    inner.filter(|inner| !inner.contains('《')).unwrap_or(rest)
}

/// What stands round the name, in words of both languages.
fn excess(written: &str, proper: &str) -> (String, String) {
    let (before, after) = written.split_once(proper).unwrap_or((written, ""));
    let number = before.trim_end_matches('《');
    let has_title_marks = number.len() < before.len();
    let end = if has_title_marks { after.trim_start_matches('》') } else { after };
    let (mut zh, mut en) = (Vec::new(), Vec::new());
    if !number.trim().is_empty() {
        zh.push(format!("序号“{}”", number.trim()));
        en.push(format!("the number “{}”", number.trim()));
    }
    if has_title_marks {
        zh.push("书名号".to_owned());
        en.push("《》".to_owned());
    }
    if !end.trim().is_empty() {
        zh.push(format!("末尾的“{}”", end.trim()));
        en.push(format!("“{}” at its end", end.trim()));
    }
    (zh.join("、"), en.join(", "))
}

//! 主送机关的标点不对 · The marks between addressees
//!
//! ## 中文
//! 主送机关同类之间用顿号，不同类之间用逗号，最后才是冒号，冒号由排版加。中间不用冒号、分号、句号。
//!
//! ## English
//! Addressees of one class are parted by 、, classes by ，. The colon stands at the end and is set by the program.
//!
//! ## 错 · Wrong
//! ```plan
//! # 通知
//! - 发文机关：县教育局
//! - 发文字号：澜教发〔2026〕5号
//! - 主送：各中心校：县直各学校
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
//! # 方案：澜平县义务教育提质行动方案
//!
//! # 主体
//! - 县政府：澜平县人民政府
//!   - 县教育局：澜平县教育局
//! ```
//!
//! ## 依据 · Source
//! C35、C36；GB/T 9704—2012，7.3.2

use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "F034",
    name: "addressee_marks",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("addressee_marks.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let papers = context.plan.notices.iter();
    let lists = papers.flat_map(|notice| [("主送", &notice.to), ("抄送", &notice.cc)]);
    for (label, list) in lists {
        let Some(list) = list else { continue };
        let end = list.value.trim_end().trim_end_matches(['：', ':', '。']).len();
        let found = list.value[..end].char_indices().find(|(_, sign)| "：:；;。".contains(*sign));
        let Some((at, sign)) = found else { continue };
        let span = context.part_of(list, at..at + sign.len_utf8());
        let message = text!(zh: "{label}机关之间用了“{sign}”", en: "“{sign}” stands between organs of {label}");
        let found = RULE.finding(span, message);
        out.push(
            found
                .help(text!(
                    zh: "同类之间用顿号，不同类之间用逗号",
                    en: "part organs of one class with 、 and classes with ，"
                ))
                .guess(text!(zh: "改为“，”", en: "change it to ，"), span, "，"),
        );
    }
}

//! 文件名称没有加书名号 · The name of a document without 《》
//!
//! ## 中文
//! 引用文件，名称加书名号。正文里“落实”“按照”后面跟着一个以“实施方案”“管理细则”“实施意见”等结尾的名称，或者用引号引
//! 着这样的名称的，提示加书名号。带“的”“本”“各”的是泛说，不算。
//!
//! ## English
//! The title of a document that is cited stands in 《》. A name that ends in 实施方案, 管理细则 and the like after 落实 or 按照,
//! or one in quotation marks, is told; words with 的, 本 or 各 speak of papers in general and are not.
//!
//! ## 错 · Wrong
//! ```plan
//! # 某县义务教育提质方案
//!
//! 落实澜平县中小学教学常规管理细则，规范备课。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 某县义务教育提质方案
//!
//! 落实《澜平县中小学教学常规管理细则》，规范备课。
//! ```
//!
//! ## 依据 · Source
//! C118；GB/T 15834—2011，4.15

use crate::check::pattern::Pattern;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity, Text};
use crate::source::Span;
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W414",
    name: "document_unmarked",
    severity: Severity::Info,
    at_issue: Severity::Warning,
    text: include_str!("document_unmarked.rs"),
    run,
};

pub(in crate::check) static BARE: Pattern = Pattern::new(
    &[
        "实施方案",
        "工作方案",
        "行动方案",
        "实施意见",
        "实施办法",
        "管理办法",
        "实施细则",
        "管理细则",
        "行动计划",
        "工作条例",
        "管理规定",
    ],
    "(?:落实|根据|按照|依据|贯彻|执行|学习|遵照|依照|对照)((?:[一-鿿]|[Xx×（）]){6,40}?(?:实施方案|工作方案|行动方案|实施意见|实施办法|管理办法|实施细则|管理细则|行动计划|工作条例|管理规定))",
);
static QUOTED: Pattern = Pattern::new(
    &[
        "实施方案”",
        "工作方案”",
        "行动方案”",
        "实施意见”",
        "实施办法”",
        "管理办法”",
        "实施细则”",
        "管理细则”",
        "行动计划”",
        "工作条例”",
        "管理规定”",
    ],
    "“([^“”《》]{4,40}(?:实施方案|工作方案|行动方案|实施意见|实施办法|管理办法|实施细则|管理细则|行动计划|工作条例|管理规定))”",
);

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for passage in context.holding(&BARE).filter(|passage| passage.is_prose) {
        for hit in BARE.hits(passage).filter(|hit| is_title(hit.part(1))) {
            let (name, span) = (hit.part(1), passage.span(hit.place(1)));
            let message = text!(zh: "文件名称“{name}”没有加书名号", en: "the document {name} is named without 《》");
            let right = format!("《{name}》");
            out.push(finding(span, message, right));
        }
        for hit in QUOTED.all_hits(passage).filter(|hit| hit.part(1).chars().count() >= LONG) {
            let (name, span) = (hit.part(1), passage.span(hit.at()));
            let message = text!(zh: "文件名称“{name}”用了引号", en: "the document {name} stands in quotation marks");
            let right = format!("《{name}》");
            out.push(finding(span, message, right));
        }
    }
}

fn finding(span: Span, message: Text, right: String) -> Diagnostic {
    RULE.finding(span, message)
        .help(text!(zh: "引用文件，名称用书名号", en: "the title of a document that is cited stands in 《》"))
        .guess(text!(zh: "改为“{right}”", en: "make it {right}"), span, right)
}

/// A shorter name in quotation marks is that of a campaign, such as “三年行动计划”.
const LONG: usize = 10;

/// Whether words are the title of one paper, rather than papers spoken of in general.
fn is_title(name: &str) -> bool {
    let is_general = name.contains(['的', '本', '我', '该', '此', '各', '其', '和', '与', '等', '好']);
    !is_general && !["学校", "活动", "全校", "工作", "制定", "相关", "有关"].iter().any(|word| name.starts_with(word))
}

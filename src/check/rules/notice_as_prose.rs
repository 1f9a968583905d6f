//! 版头、落款还是正文 · The frame of a notice is still prose
//!
//! ## 中文
//! 整份通知粘进来，发文机关标志（“……文件”）、紧急程度、发文字号、主送机关、附件说明、署名、成文日期、附注、抄送、印发都还是一行行
//! 文字：印出来位置不对，也无从核对。它们各是通知标题下的一行数据：`- 发文机关：`、`- 紧急程度：`、`- 发文字号：`、`- 主送：`、`- 成文日期：`、
//! `- 附件：`、`- 附注：`、`- 抄送：`、`- 印发：`，位置和标点由程序排。
//!
//! 各部分只在该在的地方认：版头在题目之前，并且有“……文件”或发文字号；主送是题目下以冒号结尾的第一行；落款在通知正文之后；
//! 版记在末尾。没有对应数据的（份号、签发人、网页带来的字）改成批注，不印出，一字不丢。没有声明的机关用引号括起，以后在
//! “# 主体”里声明了可以去掉。没有通知、只有方案的，只指出来，不自动改。
//!
//! ## English
//! When a whole notice is pasted in, its red head (…文件), urgency, number, addressees, attachments, signature, date, note, copies
//! and imprint are lines of prose still: they print in the wrong place and cannot be checked. Each is a line of data below
//! the title of the notice: issuer, urgency, number, to, date, attachment, note, cc, printed; the program sets place and marks.
//!
//! Each is looked for where it belongs: the head above the title, and only with a line in …文件 or a number; the addressees
//! in the first line below it, ending in a colon; the signature below the text of the notice; the imprint at the end. What
//! has no place as data, such as a copy number or what a web page adds, becomes a comment, which is kept and not printed.
//! An organ that is not declared is put in quotes. Above a plan without a notice they are only told of.
//!
//! ## 错 · Wrong
//! ```plan
//! 澜平县教育局文件
//!
//! 澜教发〔2026〕8号
//!
//! 澜平县教育局关于印发《澜平县近视防控工作方案》的通知
//!
//! 各乡镇中心学校，县直各学校：
//!
//! 现将《澜平县近视防控工作方案》印发给你们，请认真贯彻执行。
//!
//! 澜平县教育局
//! 2026年3月2日
//!
//! 澜平县近视防控工作方案
//!
//! 为保护学生视力，制定本方案。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 通知：澜平县教育局关于印发《澜平县近视防控工作方案》的通知
//! - 发文机关：“澜平县教育局”
//! - 发文字号：澜教发〔2026〕8号
//! - 主送：各乡镇中心学校，县直各学校
//! - 成文日期：2026年3月2日
//!
//! 现将《澜平县近视防控工作方案》印发给你们，请认真贯彻执行。
//!
//! # 方案：澜平县近视防控工作方案
//!
//! 为保护学生视力，制定本方案。
//! ```
//!
//! ## 依据 · Source
//! GB/T 9704—2012，7.2、7.3、7.4

use crate::check::frame::{self, Line};
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "F113",
    name: "notice_as_prose",
    severity: Severity::Info,
    at_issue: Severity::Warning,
    text: include_str!("notice_as_prose.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let Some(frame) = &context.plan.pasted.frame else { return };
    let Some(first) = frame.pieces.first() else { return };
    let lines = frame::lines(context.plan, frame);
    let (zh, en) = named(&lines);
    let message = match frame.is_notice {
        true => text!(
            zh: "通知的{zh}写成了正文，没有读成数据",
            en: "parts of the notice are written as prose and not read as data: {en}"
        ),
        false => text!(zh: "{zh}写成了正文，没有读成数据", en: "written as prose and not read as data: {en}"),
    };
    let shown: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
    let shown = shown.join("”“");
    let help = text!(
        zh: "在题目那一行下面各写一行：“{shown}”",
        en: "write a line for each below the title: “{shown}”"
    );
    let title = text!(zh: "写成数据行", en: "write them as data");
    let found = RULE.finding(first.at, message).help(help);
    out.push(found.edits(title, frame.is_notice, frame::edits(context, frame, &lines)));
}

/// What is not data yet, in words.
fn named(lines: &[Line]) -> (String, String) {
    let mut named: Vec<(&str, &str)> = lines.iter().filter_map(|line| line.named).collect();
    named.dedup();
    let zh: Vec<&str> = named.iter().map(|(zh, _)| *zh).collect();
    let en: Vec<&str> = named.iter().map(|(_, en)| *en).collect();
    (zh.join("、"), en.join(", "))
}

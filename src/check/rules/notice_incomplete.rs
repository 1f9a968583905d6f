//! 通知要素不全 · A notice with parts missing
//!
//! ## 中文
//! 印发方案的通知，要有发文机关、发文字号、主送机关和成文日期。起草时可以先缺，印发前补齐；字号由发文登记时编定，
//! 不要预先编造，先写“待定”。
//!
//! ## English
//! A notice that issues a plan has an issuer, a number, addressees and a date. A draft may lack them; before it is
//! issued they are filled in. The number comes from the register and is not made up: write 待定 until then.
//!
//! ## 错 · Wrong
//! ```plan
//! # 通知：某县教育局关于印发提质方案的通知
//! - 成文日期：2018年1月22日
//! # 方案：某县义务教育提质方案
//! ```
//!
//! ## 对 · Right
//! ```plan
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
//! ## 依据 · Source
//! C151；GB/T 9704—2012，7.2、7.3

use crate::check::words::is_hole;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::numbering::Role;
use crate::plan::{Link, Notice};
use crate::source::Spanned;
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "F002",
    name: "notice_incomplete",
    severity: Severity::Warning,
    at_issue: Severity::Error,
    text: include_str!("notice_incomplete.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for notice in &context.plan.notices {
        let missing: Vec<_> = missing(notice).into_iter().filter(|part| !is_typed(context, part.0)).collect();
        if missing.is_empty() {
            continue;
        }
        let zh = missing.iter().map(|(zh, _)| *zh).collect::<Vec<_>>().join("、");
        let en = missing.iter().map(|(_, en)| *en).collect::<Vec<_>>().join(", ");
        let message = text!(zh: "通知缺{zh}", en: "the notice lacks {en}");
        out.push(RULE.finding(notice.span, message).help(text!(
            zh: "在通知标题下面各写一行，如“- 主送：各中心校，县直各学校”；字号没有编定的，不要预先编造",
            en: "write a line for each below the heading; do not make up a number that is not assigned yet"
        )));
    }
}

/// Whether the part is there, as prose: another rule tells of that.
fn is_typed(context: &Context, part: &str) -> bool {
    let role = match part {
        "发文机关" => Role::Issuer,
        "发文字号" => Role::Number,
        "主送机关" => Role::To,
        _ => Role::Date,
    };
    let frame = context.plan.pasted.frame.as_ref().filter(|frame| frame.is_notice);
    frame.is_some_and(|frame| frame.pieces.iter().any(|piece| piece.role == role))
}

/// What the notice lacks, in Chinese and English.
fn missing(notice: &Notice) -> Vec<(&'static str, &'static str)> {
    let is_open = |words: &Option<Spanned<String>>| words.as_ref().is_none_or(|words| is_blank(&words.value));
    let has_issuer = notice.issuers.iter().any(|issuer| issuer.link != Link::Hole);
    let parts = [
        (!has_issuer, ("发文机关", "an issuer")),
        (is_open(&notice.number), ("发文字号", "a number")),
        (is_open(&notice.to), ("主送机关", "addressees")),
        // A date that is written and still open is told by the rule on times.
        (notice.date.is_none(), ("成文日期", "a date")),
    ];
    parts.into_iter().filter(|(lacks, _)| *lacks).map(|(_, words)| words).collect()
}

/// Whether the words stand for something still open.
fn is_blank(words: &str) -> bool {
    words.trim().is_empty() || is_hole(words) || words.contains("〔〕")
}

//! 阿拉伯数字与汉字数字混用 · Digits mixed with Han numerals
//!
//! ## 中文
//! 阿拉伯数字后面只带“万”“亿”：4500万元、3.45亿元。“3千”“5百”写作3000、500；约数全用汉字：“十几所”“二十几
//! 人”。
//!
//! ## English
//! Digits take only 万 and 亿 after them: 4500万元. 3千 is 3000 and 5百 is 500; a vague number is all in Han
//! numerals: 十几所.
//!
//! ## 错 · Wrong
//! ```plan
//! # 某县义务教育提质方案
//!
//! 新增学位3千个，改造校舍10几所。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 某县义务教育提质方案
//!
//! 新增学位3000个，改造校舍十几所。
//! ```
//!
//! ## 依据 · Source
//! C76、C86；GB/T 15835—2011

use crate::check::pattern::Pattern;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W306",
    name: "number_mixed",
    severity: Severity::Info,
    at_issue: Severity::Warning,
    text: include_str!("number_mixed.rs"),
    run,
};

pub(in crate::check) static FORM: Pattern =
    Pattern::with_digit(&["几", "千", "百"], "[0-9]+几|[0-9]+[千百](?:[0-9]+[百十])*(?:[万亿元多余人所名个册台]|$)");

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for passage in context.holding(&FORM) {
        for hit in FORM.hits(passage) {
            let is_vague = hit.text().ends_with('几');
            let is_tail = |sign: &char| !sign.is_ascii_digit() && !"千百十几".contains(*sign);
            let tail = hit.text().chars().next_back().filter(is_tail).map_or(0, char::len_utf8);
            let written = &hit.text()[..hit.text().len() - tail];
            let message =
                text!(zh: "“{written}”混用阿拉伯数字和汉字数字", en: "“{written}” mixes digits and Han numerals");
            let help = if is_vague {
                text!(zh: "约数全用汉字，如“十几”“二十几”", en: "a vague number is all in Han numerals, such as 十几")
            } else {
                text!(
                    zh: "全用阿拉伯数字，如“3000”“4500万”",
                    en: "use digits throughout, such as 3000 or 4500万"
                )
            };
            let at = hit.at();
            out.push(RULE.finding(passage.span(at.start..at.end - tail), message).help(help));
        }
    }
}

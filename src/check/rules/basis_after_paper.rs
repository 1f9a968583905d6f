//! 引用了成文以后的文件 · A cited document of a later year
//!
//! ## 中文
//! 所引文件的字号年份不能晚于本文件的成文日期：还没有印发的文件无从引用。
//!
//! ## English
//! A cited document cannot bear a year after the day of the paper that cites it.
//!
//! ## 错 · Wrong
//! ```plan
//! # 通知
//! - 发文机关：县教育局
//! - 发文字号：澜教发〔2026〕5号
//! - 主送：各中心校，县直各学校
//! - 成文日期：2026年1月22日
//! # 方案：澜平县义务教育提质行动方案
//! - 依据：《澜平县教育发展规划》，澜政发〔2027〕8号，上位
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
//! - 依据：《澜平县教育发展规划》，澜政发〔2025〕8号，上位
//!
//! # 主体
//! - 县政府：澜平县人民政府
//!   - 县教育局：澜平县教育局
//! ```
//!
//! ## 依据 · Source
//! C09；C66

use crate::check::{Context, Rule};
use crate::check::{numbers, papers, times};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "F007",
    name: "basis_after_paper",
    severity: Severity::Error,
    at_issue: Severity::Error,
    text: include_str!("basis_after_paper.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let Some(issued) = papers::first_issue(context.plan) else { return };
    for basis in context.plan.bases.iter() {
        let Some(written) = &basis.number else { continue };
        let Some(number) = numbers::read(&written.value) else { continue };
        let Some(year) = number.year.parse::<i16>().ok().filter(|year| *year > issued.value.year()) else { continue };
        let (title, date, day) = (&basis.title.value, times::in_words(issued.value), issued.value);
        let message = text!(
            zh: "引用的《{title}》是{year}年的文件，本文件{date}就成文了",
            en: "“{title}” bears the year {year}, but this paper is dated {day}"
        );
        let found = RULE.finding(context.part_of(written, number.year_at), message);
        let found = found.related(issued.span, text!(zh: "成文日期在这里", en: "the date of the paper is here"));
        out.push(found.help(text!(
            zh: "核对字号的年份；还没有印发的，写“待出台”，不写字号",
            en: "check the year; what is not issued yet has no number and is marked 待出台"
        )));
    }
}

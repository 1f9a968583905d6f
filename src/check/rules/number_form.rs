//! 发文字号写法不规范 · The form of a document number
//!
//! ## 中文
//! 发文字号由机关代字、年份、顺序号组成：年份写全四位，用六角括号〔〕；顺序号不加“第”，不编虚位（01写作1），后面加
//! “号”；中间不空格。
//!
//! ## English
//! A document number is the organ’s sign, the year and a serial number: the year in four digits within 〔〕, the serial
//! number without 第 and without leading zeros, 号 at the end, no blanks.
//!
//! ## 错 · Wrong
//! ```plan
//! # 通知：某县教育局关于印发提质方案的通知
//! - 发文机关：教育局
//! - 发文字号：某教发[2018]第05号
//! - 主送：各中心校
//! - 成文日期：2018年1月22日
//! # 方案：某县义务教育提质方案
//! # 主体
//! - 教育局
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
//! C01、C02、C03、C04、C05、C06；GB/T 9704—2012，7.2.5

use crate::check::numbers::{self, Fault, Number};
use crate::check::signs::Signs;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity, Text};
use crate::plan::Plan;
use crate::source::{Span, Spanned};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "F001",
    name: "number_form",
    severity: Severity::Error,
    at_issue: Severity::Error,
    text: include_str!("number_form.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for written in numbers_of(context.plan) {
        let Some(number) = numbers::read(&written.value).filter(|number| !number.faults.is_empty()) else { continue };
        out.push(finding(written, &number));
    }
    if !may_have_numbers(context) {
        return;
    }
    let whole: Vec<Span> = out.iter().filter(|finding| finding.code == RULE.code).map(|finding| finding.span).collect();
    for passage in context.passages_with(Signs::DIGIT) {
        for at in numbers::odd_brackets(&passage.text).into_iter().filter(|at| passage.is_own(at)) {
            let span = passage.span(at.clone());
            let is_told =
                |whole: &Span| whole.source == span.source && whole.start <= span.start && span.end <= whole.end;
            if whole.iter().any(is_told) {
                continue;
            }
            out.push(in_words(&passage.text[at], span));
        }
    }
}

/// Whether a number may stand in the words of the plan: without 号 none does, and for one that parameters might bring it
/// is not sought.
fn may_have_numbers(context: &Context) -> bool {
    let holds = |text: &str| memchr::memmem::find(text.as_bytes(), "号".as_bytes()).is_some();
    !context.plan.params.is_empty() || context.sources.iter().any(|source| holds(source.text()))
}

/// What is said of a year in wrong brackets where the number stands in words or is still open.
fn in_words(year: &str, span: Span) -> Diagnostic {
    let digits: String = year.chars().filter(char::is_ascii_digit).collect();
    let proper = format!("〔{digits}〕");
    let message = text!(
        zh: "发文字号的年份写成“{year}”，要用六角括号〔〕",
        en: "the year of a document number stands in “{year}”; it belongs in 〔〕"
    );
    RULE.finding(span, message).help(text!(zh: "写作“{proper}”", en: "write {proper}")).fix(
        text!(zh: "改为“{proper}”", en: "change it to {proper}"),
        span,
        proper,
    )
}

/// Every document number of the plan, also where its brackets let it pass for the name of an issuer.
fn numbers_of(plan: &Plan) -> impl Iterator<Item = &Spanned<String>> {
    let own = plan.notices.iter().filter_map(|notice| notice.number.as_ref());
    let cited = plan.bases.iter().flat_map(|basis| {
        let taken_for_issuer = basis.issuer.as_ref().filter(|issuer| issuer.value.trim_end().ends_with('号'));
        basis.number.as_ref().into_iter().chain(taken_for_issuer)
    });
    own.chain(cited)
}

fn finding(written: &Spanned<String>, number: &Number) -> Diagnostic {
    let (mut zh, mut en) = (Vec::new(), Vec::new());
    for fault in &number.faults {
        let words = words(*fault);
        zh.push(words.zh);
        en.push(words.en);
    }
    let (text, zh, en) = (&written.value, zh.join("，"), en.join(", "));
    let message = text!(zh: "发文字号“{text}”不规范：{zh}", en: "the number “{text}” is not in form: {en}");
    let finding = RULE.finding(written.span, message);
    match number.proper() {
        Some(proper) => finding.help(text!(zh: "写作“{proper}”", en: "write {proper}")).fix(
            text!(zh: "改为“{proper}”", en: "change it to {proper}"),
            written.span,
            proper,
        ),
        None => finding.help(text!(
            zh: "年份写全四位，如“某教发〔2018〕5号”",
            en: "write the year in four digits, such as 某教发〔2018〕5号"
        )),
    }
}

fn words(fault: Fault) -> Text {
    match fault {
        Fault::Brackets => text!(zh: "年份要用六角括号〔〕", en: "the year belongs in 〔〕"),
        Fault::ShortYear => text!(zh: "年份要写全四位", en: "the year has four digits"),
        Fault::Ordinal => text!(zh: "顺序号不加“第”", en: "no 第 before the serial number"),
        Fault::LeadingZero => text!(zh: "顺序号不编虚位", en: "no leading zeros"),
        Fault::NoEnd => text!(zh: "顺序号后要加“号”", en: "号 belongs at the end"),
        Fault::Blanks => text!(zh: "中间不空格", en: "no blanks inside"),
        Fault::WideDigits => text!(zh: "数字用半角", en: "digits are half-width"),
    }
}

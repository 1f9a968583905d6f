//! 方案名称前后不一致 · The name of the plan differs
//!
//! ## 中文
//! 方案的名称在通知、正文、附件里要一字不差。通知写“现将《……》印发”的，书名号里就是方案的标题。年份、期数不同的是另
//! 一份文件，不算；写明“以下简称”的不算。
//!
//! ## English
//! The name of a plan is the same in its notice, its text and its attachments. What a notice says it issues is the
//! title of the plan. A name with other years is another document; a short name that is announced is none of this.
//!
//! ## 错 · Wrong
//! ```plan
//! # 通知
//! - 发文机关：县教育局
//! - 发文字号：澜教发〔2026〕5号
//! - 主送：各中心校，县直各学校
//! - 成文日期：2026年1月22日
//!
//! 现将《澜平县义务教育提质工作方案》印发给你们，请认真贯彻执行。
//!
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
//!
//! 现将《澜平县义务教育提质行动方案》印发给你们，请认真贯彻执行。
//!
//! # 方案：澜平县义务教育提质行动方案
//!
//! # 主体
//! - 县政府：澜平县人民政府
//!   - 县教育局：澜平县教育局
//! ```
//!
//! ## 依据 · Source
//! C29；GB/T 9704—2012，7.3.7

use std::collections::BTreeSet;
use std::ops::Range;

use crate::check::papers::documents;
use crate::check::signs::Signs;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::{OutputKind, Plan};
use crate::source::Spanned;
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "F019",
    name: "plan_name_differs",
    severity: Severity::Warning,
    at_issue: Severity::Error,
    text: include_str!("plan_name_differs.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    let Some(title) = plan.title.as_ref().filter(|title| !title.value.trim().is_empty()) else { return };
    let known = other_documents(plan);
    for words in context.prose_with(Signs::TITLE).filter(|words| !words.value.contains("简称")) {
        for at in documents(words.value) {
            let name = &words.value[at.clone()];
            // A pasted notice without its plan has the title of the notice, which names the document.
            if spelled(name) != spelled(&title.value) && loose(name) == loose(&title.value) {
                spelled_otherwise(context, words, at, title, out);
                continue;
            }
            let is_in_title = documents(&title.value).into_iter().any(|own| plain(&title.value[own]) == plain(name));
            let is_own = is_in_title || plain(name) == plain(&title.value) || known.contains(plain(name).as_str());
            if is_own || !(is_issued(words.value, &at) || is_like(name, &title.value)) {
                continue;
            }
            report(context, words, at, title, out);
        }
    }
    let attachments = plan.notices.iter().flat_map(|notice| &notice.attachments);
    for name in attachments.filter(|name| name.value.trim() != title.value.trim()) {
        if is_like(&name.value, &title.value) && plain(&name.value) != plain(&title.value) {
            report(context, Spanned::new(&name.value, name.span), 0..name.value.len(), title, out);
        }
    }
}

fn report(
    context: &Context,
    words: Spanned<&str>,
    at: Range<usize>,
    title: &Spanned<String>,
    out: &mut Vec<Diagnostic>,
) {
    let (name, proper) = (&words.value[at.clone()], &title.value);
    let message = text!(
        zh: "这里的方案名称是“{name}”，方案标题却是“{proper}”",
        en: "the plan is called “{name}” here, but its title is “{proper}”"
    );
    let found = beside_title(RULE.finding(context.part(words, at), message), title);
    out.push(found.help(text!(
        zh: "写成《{proper}》，一字不差；引用的是另一份文件的，写进“依据”",
        en: "write it as the title has it; if another document is meant, declare it as 依据"
    )));
}

/// The title with digits or dashes of another form: the same name, which the title spells.
fn spelled_otherwise(
    context: &Context,
    words: Spanned<&str>,
    at: Range<usize>,
    title: &Spanned<String>,
    out: &mut Vec<Diagnostic>,
) {
    let (name, proper) = (&words.value[at.clone()], &title.value);
    let message = text!(
        zh: "这里的方案名称“{name}”，数字和连接号与标题“{proper}”的写法不同",
        en: "the digits and dashes of “{name}” are not written as in the title, “{proper}”"
    );
    let span = context.part(words, at);
    let found = beside_title(RULE.finding(span, message), title);
    let found = found.help(text!(zh: "写成“{proper}”，一字不差", en: "write it as the title has it: “{proper}”"));
    out.push(found.fix(text!(zh: "改为“{proper}”", en: "change to “{proper}”"), span, proper.as_str()));
}

/// Shows the title with the name that differs from it.
fn beside_title(found: Diagnostic, title: &Spanned<String>) -> Diagnostic {
    found.related(title.span, text!(zh: "方案标题在这里", en: "the title is here"))
}

/// The digits and dashes of a name, as they are written.
fn spelled(name: &str) -> String {
    name.chars().filter(|sign| is_dash(*sign) || matches!(sign, '0'..='9' | '０'..='９')).collect()
}

/// A name with one kind of dash as well.
fn loose(name: &str) -> String {
    plain(name).chars().map(|sign| if is_dash(sign) { '—' } else { sign }).collect()
}

fn is_dash(sign: char) -> bool {
    matches!(sign, '-' | '－' | '–' | '—' | '~' | '～')
}

/// The titles of other documents that the plan speaks of.
fn other_documents(plan: &Plan) -> BTreeSet<String> {
    let bases = plan.bases.iter().map(|basis| plain(&basis.title.value));
    let outputs = plan.measures.iter().flat_map(|measure| &measure.outputs);
    let outputs = outputs.filter(|output| output.kind == OutputKind::Document).map(|output| plain(&output.text));
    let members = plan.sets.iter().flat_map(|set| &set.members).map(|member| plain(&member.text));
    bases.chain(outputs).chain(members).collect()
}

/// A name with one kind of inner marks, digits of one width and no blanks.
fn plain(name: &str) -> String {
    let marks = |sign: char| match sign {
        '《' => '〈',
        '》' => '〉',
        '(' => '（',
        ')' => '）',
        '０'..='９' => char::from_u32(sign as u32 - '０' as u32 + '0' as u32).unwrap_or(sign),
        other => other,
    };
    name.chars().filter(|sign| !sign.is_whitespace()).map(marks).collect()
}

/// Whether words say that this is what is issued.
fn is_issued(words: &str, at: &Range<usize>) -> bool {
    let before = words[..at.start].trim_end_matches('《');
    let after = words[at.end..].trim_start_matches('》');
    let is_sent = before.ends_with("现将") && after.starts_with("印发");
    is_sent || before.is_empty() && after.starts_with("已经") && after.contains("现印发")
}

/// From this likeness on one name is taken for the other; chosen so that 工作方案 for 行动方案 is seen.
const LIKE: f64 = 0.75;

fn is_like(name: &str, title: &str) -> bool {
    let digits = |text: &str| {
        text.chars()
            .filter(|sign| sign.is_ascii_digit() || "一二三四五六七八九十期".contains(*sign))
            .collect::<String>()
    };
    let is_other_issue = digits(name) != digits(title);
    !is_other_issue && strsim::sorensen_dice(name, title) >= LIKE
}

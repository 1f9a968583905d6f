//! 依据写成“有关文件精神” · A basis that names no document
//!
//! ## 中文
//! 依据要写出文件名称，“有关文件精神”“上级要求”无从查对；“县教育局会议精神”要说是哪次会议。
//!
//! ## English
//! A basis names a document; “the spirit of the documents concerned” cannot be looked up, nor can that of a meeting without
//! name and time.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! 根据有关文件精神，制定本方案。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! 根据《澜平县教育发展规划》，制定本方案。
//! ```
//!
//! ## 依据 · Source
//! C183；《党政机关公文处理工作条例》第二十条（一）

use crate::check::pattern::Pattern;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::Basis;
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "F094",
    name: "basis_vague",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("basis_vague.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let named = context
        .plan
        .bases
        .iter()
        .map(|basis| crate::source::Spanned::new(basis.title.value.as_str(), basis.title.span));
    for words in context.prose_holding(&FORM).chain(named) {
        let Some((at, phrase)) = PHRASES.iter().find_map(|phrase| Some((words.value.find(phrase)?, *phrase))) else {
            continue;
        };
        // The documents may be named right before: 《…》等有关文件精神.
        let before = words.value[..at].trim_end_matches(['和', '及', '、']);
        if before.ends_with('等') || before.ends_with(['》', '）', ')']) {
            continue;
        }
        let message = text!(zh: "依据写成“{phrase}”，没有说是哪份文件", en: "“{phrase}” names no document");
        out.push(RULE.finding(context.part(words, at..at + phrase.len()), message).help(text!(
            zh: "写出文件的标题和字号，如《……的意见》（某政发〔2025〕8号）",
            en: "name the document and its number"
        )));
    }
    for basis in context.plan.bases.iter().filter(|basis| is_unnamed_meeting(basis)) {
        let title = &basis.title.value;
        let message = text!(
            zh: "依据写成“{title}”，没有说是哪次会议、哪份文件",
            en: "“{title}” says neither which meeting nor which document"
        );
        out.push(RULE.finding(basis.title.span, message).help(text!(
            zh: "写出会议的名称和时间，或者会后印发的文件和字号",
            en: "name the meeting and its time, or the document that came of it"
        )));
    }
}

/// Whether it is the spirit of a meeting or an arrangement of which neither name nor time is said. What the Party and the
/// state as a whole have said is known by that name alone.
fn is_unnamed_meeting(basis: &Basis) -> bool {
    const ENDS: [&str; 4] = ["会议精神", "部署", "工作安排", "统一安排"];
    const KNOWN: [&str; 7] = ["党的", "党中央", "中央", "全国", "国务院", "国家", "习近平"];
    const ORDINALS: &str = "0123456789一二三四五六七八九十届次";
    let title = basis.title.value.as_str();
    let is_undated = basis.number.is_none() && basis.time.as_ref().is_none_or(|time| time.value.is_hole());
    is_undated
        && ENDS.iter().any(|end| title.ends_with(end))
        && !KNOWN.iter().any(|known| title.contains(known))
        && !title.contains(|sign| ORDINALS.contains(sign))
}

/// Words that stand for a document without naming it.
const PHRASES: [&str; 9] = [
    "有关文件精神",
    "相关文件精神",
    "有关文件要求",
    "相关文件要求",
    "上级文件精神",
    "上级文件要求",
    "上级有关文件",
    "上级相关文件",
    "有关文件规定",
];

/// One of them.
pub(in crate::check) static FORM: Pattern = Pattern::new(
    &PHRASES,
    "有关文件精神|相关文件精神|有关文件要求|相关文件要求|上级文件精神|上级文件要求|上级有关文件|上级相关文件|有关文件规定",
);

//! 两份依据的标题只差几个字 · Two cited titles that are almost the same
//!
//! ## 中文
//! 一处写《……督导评估方案》，另一处写《……评估方案》，多半是同一份文件写漏了字。解读的标题与所解读的
//! 依据只差几个字，也是。核对原文，写成一样；确是两份的，写上各自的字号。
//!
//! ## English
//! Two titles that differ by a word in the middle are most likely one document, once cited with a word left out. If
//! they are two, write their numbers. So it is with the title of a 解读 and the document that it explains.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：澜平县义务教育提质方案
//!
//! ## 总体要求
//! - 依据：《义务教育均衡发展督导评估规程》，落实
//!
//! ## 自查
//! - 依据：《义务教育均衡发展评估规程》，对照
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：澜平县义务教育提质方案
//!
//! ## 总体要求
//! - 依据：《义务教育均衡发展督导评估规程》，落实
//!
//! ## 自查
//! - 依据：《义务教育均衡发展督导评估规程》，对照
//! ```
//!
//! ## 依据 · Source
//! 术语不一

use crate::check::likeness::more_inside;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::Basis;
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "F109",
    name: "basis_titles_near",
    severity: Severity::Info,
    at_issue: Severity::Warning,
    text: include_str!("basis_titles_near.rs"),
    run,
};

/// More documents than this are not compared, so that the cost stays bounded.
const MOST: usize = 200;

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let bases: Vec<&Basis> = context.plan.bases.iter().take(MOST).collect();
    out.extend(read_under_another_title(context, &bases));
    for (at, basis) in bases.iter().enumerate() {
        let near = bases[..at].iter().find_map(|first| {
            let more = more_inside(&first.title.value, &basis.title.value)?;
            (is_word(&more) && !are_told_apart(first, basis)).then_some((first, more))
        });
        let Some((first, more)) = near else { continue };
        let (one, other) = (&basis.title.value, &first.title.value);
        let message = text!(
            zh: "《{one}》与前面的《{other}》只差“{more}”，像是同一份文件",
            en: "“{one}” and “{other}” differ by “{more}” only, as if they were one document"
        );
        let found = RULE.finding(basis.title.span, message);
        let found = found.related(first.title.span, text!(zh: "前面的在这里", en: "the other is here"));
        out.push(found.help(text!(
            zh: "核对文件，标题写成一样；确是两份的，写上各自的字号",
            en: "look the document up and write one title, or give both their numbers"
        )));
    }
}

/// Whether what one has more may be left out by chance: not a year, a number or whom it is for.
fn is_word(more: &str) -> bool {
    const SCOPES: [&str; 16] =
        ["中", "小", "大", "高", "初", "学前", "城", "乡", "农村", "特殊", "不", "非", "省", "市", "县", "区"];
    let is_counted = more.chars().any(|sign| sign.is_ascii_alphanumeric() || "一二三四五六七八九十".contains(sign));
    !is_counted && !SCOPES.iter().any(|scope| more.contains(scope))
}

fn are_told_apart(one: &Basis, other: &Basis) -> bool {
    let number = |basis: &Basis| basis.number.as_ref().map(|number| number.value.clone());
    matches!((number(one), number(other)), (Some(one), Some(other)) if one != other)
}

/// A paper that explains another, whose title is almost that of one of its bases.
fn read_under_another_title(context: &Context, bases: &[&Basis]) -> Option<Diagnostic> {
    let title = context.plan.title.as_ref()?;
    let read = ["政策解读", "解读"].iter().find_map(|word| title.value.strip_suffix(word))?;
    let read = read.trim_end_matches('的').trim_end_matches('》').trim_start_matches('《');
    let (basis, more) = bases.iter().find_map(|basis| Some((basis, more_inside(bare(basis), read)?)))?;
    if bases.iter().any(|basis| bare(basis) == read) || !is_word(&more) {
        return None;
    }
    let other = bare(basis);
    let message = text!(
        zh: "解读的是“{read}”，依据里写《{other}》，只差“{more}”",
        en: "this explains “{read}”, and its basis is “{other}”: they differ by “{more}”"
    );
    let at = title.value.find(read)?;
    let found = RULE.finding(context.part_of(title, at..at + read.len()), message);
    let found = found.related(basis.title.span, text!(zh: "依据在这里", en: "the basis is here"));
    Some(found.help(text!(zh: "核对文件，标题写成一样", en: "look the document up and write one title")))
}

fn bare(basis: &Basis) -> &str {
    basis.title.value.trim_start_matches('《').trim_end_matches('》')
}

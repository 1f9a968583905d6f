//! 段末没有句号 · A paragraph without an end
//!
//! ## 中文
//! 成句的段落以句号等收尾。段末是汉字的，缺了标点，或者话没有写完；段末是逗号、顿号的，多半还有下文漏了。只看段中有
//! 逗号、句号的：标题、标签一类的短行不算。以逗号结尾、由数据行把话说完的，也不算。
//!
//! ## English
//! A paragraph of sentences ends with a full stop or the like. Where it ends with a character the mark is missing,
//! or the sentence breaks off; where it ends with a comma something was left out. Only paragraphs with a mark
//! inside are looked at: labels are none, nor is what ends in a comma for data lines to end the sentence.
//!
//! ## 错 · Wrong
//! ```plan
//! # 某县义务教育提质方案
//!
//! 教师要研究课堂，提高教学的质量和效率
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 某县义务教育提质方案
//!
//! 教师要研究课堂，提高教学的质量和效率。
//! ```
//!
//! ## 依据 · Source
//! GB/T 15834—2011，4.1

use crate::check::passages::is_han;
use crate::check::texts::bodies;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::{Fact, OwnerKind, Part};
use crate::source::Span;
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W415",
    name: "paragraph_unended",
    severity: Severity::Info,
    at_issue: Severity::Warning,
    text: include_str!("paragraph_unended.rs"),
    run,
};

/// What begins a line that is no sentence: the data of a contact, or a list of attachments.
const LABELS: [&str; 9] = ["联系人", "联系电话", "电话", "地址", "邮编", "邮箱", "附件", "附：", "抄送"];

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for passage in context.passages().iter().filter(|passage| passage.is_prose) {
        let text = passage.text.trim_end();
        let Some(last) = text.chars().next_back().filter(|last| OPEN.contains(last) || is_han(*last)) else { continue };
        // The last of several lines may be a label: 成员：相关人员.
        let is_label = text.rsplit(['，', '。', '；']).next().is_some_and(|words| words.contains('：'));
        let is_sentence = !is_label && text.contains(['，', '。', '；']);
        if !is_sentence || LABELS.iter().any(|label| text.trim_start().starts_with(label)) {
            continue;
        }
        let end = text.len();
        let span = passage.span(end - last.len_utf8()..end);
        if last == '，' && (leads_on(context, passage.whole) || leads_to_group(context, text)) {
            continue;
        }
        if OPEN.contains(&last) {
            let message = text!(zh: "段落以“{last}”结尾", en: "the paragraph ends with {last}");
            let help = text!(zh: "补上漏了的话，或者改为句号", en: "add what was left out, or make it a full stop");
            out.push(RULE.finding(span, message).help(help).guess(text!(zh: "改为“。”", en: "make it 。"), span, "。"));
        } else {
            let message = text!(zh: "段末没有句号", en: "the paragraph has no full stop at its end");
            let help = text!(zh: "补上句号；话没有写完的，写完", en: "add 。, or finish what breaks off");
            let title = text!(zh: "补“。”", en: "add 。");
            out.push(RULE.finding(span, message).help(help).guess(title, passage.span(end..end), "。"));
        }
    }
}

/// Whether data end the sentence of a paragraph: those below it, and those above if it is the first of its place.
fn leads_on(context: &Context, span: Span) -> bool {
    let is_prose = |part: &Part| matches!(part, Part::Prose(_));
    bodies(context.plan).any(|body| {
        let Some(at) = body.iter().position(|part| matches!(part, Part::Prose(prose) if prose.span == span)) else {
            return false;
        };
        let is_first = body[..at].iter().skip_while(|part| !is_prose(part)).all(is_prose);
        let below = body[at + 1..].iter().take_while(|part| !is_prose(part));
        let above = if is_first { &body[..at] } else { &[] };
        !body.get(at + 1).is_some_and(is_prose) && above.iter().chain(below).any(is_told)
    })
}

/// Whether a group is set up behind a paragraph that speaks of leading: `为加强对工作的领导，`.
fn leads_to_group(context: &Context, text: &str) -> bool {
    let speaks = ["领导", "组织"].iter().any(|word| text.contains(word));
    speaks && context.plan.owners.iter().any(|owner| owner.kind == OwnerKind::Group)
}

/// Whether it is a fact that a sentence tells.
fn is_told(part: &Part) -> bool {
    matches!(part, Part::Fact(fact) if !matches!(fact, Fact::Note(_) | Fact::Show(_) | Fact::Basis(_)))
}

/// Marks after which something has to come.
const OPEN: [char; 2] = ['，', '、'];

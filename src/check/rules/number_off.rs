//! 编号跳号、重号或从头编起 · A number that skips, repeats or starts again
//!
//! ## 中文
//! 同一级编号要连续：“一、二、”之后是“三、”，换了上级才从头编。跳了号，读的人会以为漏了一条；重了号，督查对账时
//! “第二条”指哪条说不清。编译器不替作者改号，原样照印，只指出来：可能是编号错，也可能真漏了一条。前一行以冒号引出的
//! 新一组列举，从“1”编起不算错。
//!
//! ## English
//! Numbers of one level run on and start again only below another heading. A gap looks like a missing item; a number
//! used twice makes “item two” ambiguous. The compiler never renumbers what is written: it prints as it is and is
//! pointed out. A new list announced by a line that ends in a colon may start again at 1.
//!
//! ## 错 · Wrong
//! ```plan
//! # 清溪县中小学提质增效实施方案
//!
//! ## 工作要求
//!
//! （一）加强领导。各学校要成立专班。
//!
//! （三）严格考核。结果与评优挂钩。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 清溪县中小学提质增效实施方案
//!
//! ## 工作要求
//!
//! （一）加强领导。各学校要成立专班。
//!
//! （二）严格考核。结果与评优挂钩。
//! ```
//!
//! ## 依据 · Source
//! C44、C45

use std::cmp::Ordering;

use crate::check::{Context, Rule, pasted};
use crate::diagnostic::{Diagnostic, Severity, Text};
use crate::numbering::{Mark, MarkKind, Numbered};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "F103",
    name: "number_off",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("number_off.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for run in pasted::runs(&context.plan.pasted.lines) {
        sequence(run, out);
    }
    for line in &context.plan.pasted.headings {
        if line.mark.number != line.heading && line.mark.kind != MarkKind::Ordinal {
            out.push(heading(context, line));
        }
    }
}

/// Each number of a run against the one before it on its level.
fn sequence(run: &[Numbered], out: &mut Vec<Diagnostic>) {
    let mut open: Vec<&Numbered> = Vec::new();
    for line in run {
        open.truncate(open.iter().take_while(|other| other.mark.kind <= line.mark.kind).count());
        let before = open.pop_if(|other| other.mark.kind == line.mark.kind);
        out.extend(against(line, before));
        open.push(line);
    }
}

fn against(line: &Numbered, before: Option<&Numbered>) -> Option<Diagnostic> {
    let number = line.mark.number;
    let form = line.mark.form();
    let Some(before) = before else {
        let first = Mark { number: 1, ..line.mark }.form();
        let message = text!(zh: "这一级编号从“{form}”编起，前面没有“{first}”", en: "the numbers of this level begin with {form}; there is no {first}");
        return (number != 1).then(|| finding(line, message));
    };
    let (last, next) = (before.mark.form(), Mark { number: before.mark.number + 1, ..line.mark }.form());
    let message = match number.cmp(&(before.mark.number + 1)) {
        Ordering::Equal => return None,
        _ if number == 1 && (line.is_introduced || before.has_text) => return None,
        Ordering::Greater => text!(zh: "编号从“{last}”跳到了“{form}”", en: "the numbers jump from {last} to {form}"),
        Ordering::Less if number == before.mark.number => {
            text!(zh: "编号“{form}”用了两次", en: "the number {form} is used twice")
        }
        Ordering::Less => text!(zh: "编号“{last}”之后又编“{form}”", en: "after {last} the numbers go back to {form}"),
    };
    let found = finding(line, message).related(before.at, text!(zh: "前一个编号在这里", en: "the number before"));
    Some(found.help(text!(
        zh: "接排写“{next}”；漏了一条的补上",
        en: "write {next} to run on, or add the item that is missing"
    )))
}

fn finding(line: &Numbered, message: Text) -> Diagnostic {
    RULE.finding(line.at, message)
}

fn heading(context: &Context, line: &Numbered) -> Diagnostic {
    let (form, place) = (context.sources.get(line.at.source).slice(line.at), line.heading);
    let found = finding(
        line,
        text!(
            zh: "标题自带编号“{form}”，按次序是同级第{place}个",
            en: "the heading brings the number {form}, but is number {place} of its level"
        ),
    )
    .help(text!(
        zh: "编号对就补上缺的标题；编号不对就删去，由编译器排",
        en: "add the heading that is missing, or remove the number and let the compiler count"
    ));
    if line.hides_keyword {
        return found;
    }
    found.guess(text!(zh: "删去编号", en: "remove the number"), line.lead, "")
}

//! 首行当作题目 · The first line is taken as the title
//!
//! ## 中文
//! 整篇文字粘进来，一个“#”也没有时，第一个非空行当作方案的题目，全文照印，一字不少。在题目前加“# ”就定了下来，往后
//! 加标题、加数据都不会再变。首行带编号、是整句话、以冒号逗号结尾，或长过60字的，不当题目。
//!
//! ## English
//! In a file without any “#”, as text is pasted in, the first line that is not blank is taken as the title of the plan,
//! and all of it prints. “# ” before the title settles it. A first line with a number, of a whole sentence, that ends
//! in a colon or comma, or of more than 60 characters is no title.
//!
//! ## 错 · Wrong
//! ```plan
//! 清溪县中小学提质增效实施方案
//!
//! 各学校要结合实际抓好落实。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 清溪县中小学提质增效实施方案
//!
//! 各学校要结合实际抓好落实。
//! ```
//!
//! ## 依据 · Source
//! 惯例（粘贴即用）

use crate::check::{Context, Rule, frame};
use crate::diagnostic::{Diagnostic, Edit, Severity};
use crate::numbering::Unmarked;
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "F101",
    name: "title_unmarked",
    severity: Severity::Info,
    at_issue: Severity::Warning,
    text: include_str!("title_unmarked.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let titles = &context.plan.pasted.titles;
    // Below a red head the title is told of with that.
    let is_framed = |title: &Unmarked| {
        context.plan.pasted.frame.as_ref().is_some_and(|frame| frame.is_notice && frame.title == Some(*title))
    };
    let told = titles.iter().filter(|title| !is_framed(title));
    out.extend(told.map(|title| finding(context, title, titles.len() > 1)));
}

fn finding(context: &Context, title: &Unmarked, is_one_of_two: bool) -> Diagnostic {
    let sign = match (title.is_notice, is_one_of_two) {
        (true, _) => "# 通知：",
        (false, true) => "# 方案：",
        (false, false) => "# ",
    };
    let message = match (title.is_notice, is_one_of_two) {
        (true, _) => {
            text!(zh: "文中没有标题行，首行当作通知的标题", en: "there is no heading: the first line is taken as the title of a notice")
        }
        (false, true) => {
            text!(zh: "文中没有标题行，这一行与通知印发的同名，当作方案的题目", en: "there is no heading: this line, which the notice names, is taken as the title of the plan")
        }
        (false, false) => {
            text!(zh: "文中没有标题行，首行当作方案的题目", en: "there is no heading: the first line is taken as the title")
        }
    };
    let help = text!(
        zh: "在题目前加“{sign}”；题目不是这一行的，把“# ”加在题目那一行前面",
        en: "put “{sign}” before the title, on another line if it is not this one"
    );
    let mut edits = vec![Edit { span: title.before, text: sign.to_owned() }];
    edits.extend(frame::breaks(context.sources.slice(title.at), title.at));
    RULE.finding(title.at, message).help(help).edits(
        text!(zh: "在题目前加“{sign}”", en: "put “{sign}” before the title"),
        true,
        edits,
    )
}

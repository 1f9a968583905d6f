//! 方案标题没有落到文种 · A title that names no kind of paper
//!
//! ## 中文
//! 方案的标题要落到“方案”“计划”“规划”“意见”“要点”一类的词上，读的人才知道这是什么文件。标题末尾括号里的年份、“试行”
//! 不算。
//!
//! ## English
//! The title of a plan ends in a word such as 方案, 计划 or 意见 that says what kind of paper it is; years and 试行
//! in brackets may follow.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：澜平县义务教育质量提升
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：澜平县义务教育质量提升行动方案（试行）
//! ```
//!
//! ## 依据 · Source
//! C15、C16；《党政机关公文处理工作条例》第九条（七）

use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "F010",
    name: "title_without_kind",
    severity: Severity::Info,
    at_issue: Severity::Warning,
    text: include_str!("title_without_kind.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let Some(title) = context.plan.title.as_ref().filter(|title| !title.value.trim().is_empty()) else { return };
    let bare = without_bracket(title.value.trim());
    // What the paper says it is, its title need not say again in another word.
    let is_said = context.plan.kind.as_ref().is_some_and(|kind| bare.ends_with(kind.value.as_str()));
    if is_said || KINDS.iter().any(|kind| bare.ends_with(kind)) || !bare.ends_with(is_han) {
        return;
    }
    let words = &title.value;
    let message = text!(
        zh: "标题“{words}”没有写明是方案、计划还是意见",
        en: "the title “{words}” does not say what kind of paper it is"
    );
    out.push(RULE.finding(title.span, message).help(text!(
        zh: "末尾加上“实施方案”“行动计划”等；事由与文种之间不要断开",
        en: "end it with 实施方案, 行动计划 or the like"
    )));
}

/// What a title may end in.
const KINDS: [&str; 40] = [
    "方案",
    "计划",
    "规划",
    "纲要",
    "要点",
    "意见",
    "办法",
    "细则",
    "规定",
    "规程",
    "规则",
    "预案",
    "安排",
    "措施",
    "通知",
    "决定",
    "清单",
    "制度",
    "标准",
    "指南",
    "草案",
    "条例",
    "章程",
    "守则",
    "公约",
    "台账",
    "责任书",
    "总结",
    "报告",
    "批复",
    "通报",
    "若干条",
    "一览表",
    "分工表",
    "任务书",
    "路线图",
    "解读",
    "简报",
    "纪要",
    "汇报",
];

fn is_han(sign: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&sign)
}

fn without_bracket(title: &str) -> &str {
    let open = title.rfind(['（', '(', '〔']).filter(|at| *at > 0 && title.ends_with(['）', ')', '〕']));
    open.map_or(title, |at| without_bracket(title[..at].trim_end()))
}

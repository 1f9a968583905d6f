//! 同一措施写了两次 · One measure written twice
//!
//! ## 中文
//! 两条措施题目相同，牵头单位也相同，多半是复制后忘了改；确是同一项的，合并。
//!
//! ## English
//! Two measures with one title and one lead are mostly a copy that was not changed.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! # 主体
//! - 县政府：澜平县人民政府
//!   - 县教育局：澜平县教育局
//!
//! ## 教学
//! ### 措施 听课一：完善听课制度
//! - 牵头：县教育局
//! - 时限：2026年12月底
//!
//! ## 管理
//! ### 措施 听课二：完善听课制度
//! - 牵头：县教育局
//! - 时限：2026年6月底
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! # 主体
//! - 县政府：澜平县人民政府
//!   - 县教育局：澜平县教育局
//!
//! ## 教学
//! ### 措施 听课一：完善听课制度
//! - 牵头：县教育局
//! - 时限：2026年12月底
//!
//! ## 管理
//! ### 措施 听课二：公布听课结果
//! - 牵头：县教育局
//! - 时限：2026年6月底
//! ```
//!
//! ## 依据 · Source
//! C169

use std::collections::HashMap;

use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "G022",
    name: "measure_twice",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("measure_twice.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let mut seen = HashMap::with_capacity(context.plan.measures.len());
    for measure in context.plan.measures.iter() {
        let leads = measure.lead.value.iter().map(|lead| lead.text.as_str()).collect::<Vec<_>>();
        let title = measure.title.value.trim();
        let first = *seen.entry((title, leads)).or_insert(measure.title.span);
        if first == measure.title.span {
            continue;
        }
        let message = text!(zh: "措施“{title}”写了两次，牵头单位也一样", en: "measure “{title}” is written twice, with the same lead");
        let found = RULE.finding(measure.title.span, message);
        let found = found.related(first, text!(zh: "第一次在这里", en: "the first is here"));
        out.push(found.help(text!(zh: "合并，或者改其中一条的题目", en: "join them, or change one of the titles")));
    }
}

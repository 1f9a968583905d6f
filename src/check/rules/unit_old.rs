//! 非法定计量单位 · A unit that is not legal
//!
//! ## 中文
//! “公分”“公升”“公尺”早已改为厘米、升、米；“KM”“Kg”大小写不对，应为km、kg；“市斤”“华里”要换算。词表在
//! stdlib/words/old-units.txt。
//!
//! ## English
//! 公分, 公升 and 公尺 are now 厘米, 升 and 米; KM and Kg are km and kg; 市斤 and 华里 have to be converted. The
//! list is data.
//!
//! ## 错 · Wrong
//! ```plan
//! # 某县义务教育提质方案
//!
//! 课桌高75公分，操场长0.2KM。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 某县义务教育提质方案
//!
//! 课桌高75厘米，操场长0.2km。
//! ```
//!
//! ## 依据 · Source
//! C91；国务院关于在我国统一实行法定计量单位的命令

use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W308",
    name: "unit_old",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("unit_old.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for (passage, word) in context.listed("old-units") {
        let is_counted = passage.before(word.at.start).is_some_and(|sign| sign.is_ascii_digit());
        if !is_counted || passage.after(word.at.end).is_some_and(|sign| sign.is_ascii_alphanumeric()) {
            continue;
        }
        let (unit, right, span) = (word.wrong, word.right, passage.span(word.at));
        let message = text!(zh: "“{unit}”不是法定计量单位的写法", en: "{unit} is not how a legal unit is written");
        out.push(if right.is_empty() {
            RULE.finding(span, message).help(text!(
                zh: "换算成法定计量单位，如千克、千米、米",
                en: "convert it to a legal unit, such as 千克, 千米 or 米"
            ))
        } else {
            let title = text!(zh: "改为“{right}”", en: "make it {right}");
            RULE.finding(span, message).help(text!(zh: "写作“{right}”", en: "write {right}")).fix(title, span, right)
        });
    }
}

//! 紧急程度写法不规范 · An urgency that papers do not have
//!
//! ## 中文
//! 紧急公文只标“特急”或者“加急”，由程序用黑体印在版心左上角。“特提”“平急”用于电报，“紧急”“急件”分不出级别，都不能写；
//! 不紧急的公文不写这一行。
//!
//! ## English
//! A paper is 特急 or 加急, which the program prints at the top left of the text area. 特提 and 平急 are for telegrams,
//! 紧急 and 急件 do not tell how urgent it is. A paper that is not urgent leaves the line out.
//!
//! ## 错 · Wrong
//! ```plan
//! # 通知
//! - 发文机关：县教育局
//! - 发文字号：澜教发〔2026〕5号
//! - 紧急程度：紧急
//! - 主送：各中心校，县直各学校
//! - 成文日期：2026年1月22日
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
//! - 紧急程度：加急
//! - 主送：各中心校，县直各学校
//! - 成文日期：2026年1月22日
//! # 方案：澜平县义务教育提质行动方案
//!
//! # 主体
//! - 县政府：澜平县人民政府
//!   - 县教育局：澜平县教育局
//! ```
//!
//! ## 依据 · Source
//! F24；《党政机关公文处理工作条例》第九条；GB/T 9704—2012，7.2.3

use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::{URGENCIES, is_blank_name};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "F115",
    name: "urgency_unknown",
    severity: Severity::Error,
    at_issue: Severity::Error,
    text: include_str!("urgency_unknown.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for urgency in context.plan.notices.iter().filter_map(|notice| notice.urgency.as_ref()) {
        let written = urgency.value.trim();
        if URGENCIES.contains(&written) || is_blank_name(written) {
            continue;
        }
        let message = text!(zh: "没有“{written}”这一级紧急程度", en: "papers have no urgency “{written}”");
        let found = RULE.finding(urgency.span, message);
        out.push(match meant(written) {
            Some(word) => {
                let help = text!(zh: "写作“{word}”", en: "write {word}");
                found.help(help.clone()).fix(text!(zh: "改为“{word}”", en: "change it to {word}"), urgency.span, word)
            }
            None => found.help(text!(
                zh: "写“特急”或者“加急”；“特提”“平急”只用于电报；不紧急的，删去这一行",
                en: "write 特急 or 加急; 特提 and 平急 are for telegrams; leave the line out of a paper that is not urgent"
            )),
        });
    }
}

/// The word that is there but for blanks, quotes and a stop.
fn meant(written: &str) -> Option<&'static str> {
    let is_idle = |sign: char| sign.is_whitespace() || "。“”\"《》【】".contains(sign);
    let bare: String = written.chars().filter(|sign| !is_idle(*sign)).collect();
    URGENCIES.into_iter().find(|word| *word == bare)
}

//! 减少用了倍数 · A decrease told in times
//!
//! ## 中文
//! 减少一倍就是零，不能再减。减少的量写成数、百分比或者几分之几；原来的几分之一写“下降到”。
//!
//! ## English
//! What falls once by itself is nothing, so a decrease cannot be 2倍. Say it as a number, a percentage or a fraction.
//!
//! ## 错 · Wrong
//! ```plan
//! # 某县义务教育提质方案
//!
//! 大班额比例比2025年下降2倍。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 某县义务教育提质方案
//!
//! 大班额比例比2025年下降三分之二。
//! ```
//!
//! ## 依据 · Source
//! C82

use crate::check::pattern::Pattern;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W104",
    name: "decrease_by_times",
    severity: Severity::Warning,
    at_issue: Severity::Error,
    text: include_str!("decrease_by_times.rs"),
    run,
};

pub(in crate::check) static FORM: Pattern = Pattern::new(
    &["倍"],
    "(下降|减少|降低|缩小|缩短|压减|压缩|减轻)(?:了|近|约|超过|至少)?([1-9][0-9]*(?:\\.[0-9]+)?|[一两二三四五六七八九十]+)倍",
);

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for passage in context.holding(&FORM) {
        for hit in FORM.hits(passage) {
            let (whole, verb) = (hit.text(), hit.part(1));
            let message = text!(zh: "“{whole}”不成立：减少不用倍数", en: "“{whole}” cannot be: nothing falls by times");
            let help = text!(
                zh: "写“{verb}”多少、百分之几或几分之几，如“{verb}三分之二”",
                en: "say by how much, by what percentage or by what fraction, such as {verb}三分之二"
            );
            out.push(RULE.finding(passage.span(hit.at()), message).help(help));
        }
    }
}

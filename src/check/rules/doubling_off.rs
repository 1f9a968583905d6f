//! 翻番的结果不对 · A doubling that does not come out
//!
//! ## 中文
//! 翻一番是原来的2倍，翻两番是4倍，翻三番是8倍。起点和终点都写了，差出一成以上的，总有一个数不对。
//!
//! ## English
//! 翻一番 is twice, 翻两番 four times, 翻三番 eight times. Where both ends are given and differ by more than a
//! tenth, one of them is wrong.
//!
//! ## 错 · Wrong
//! ```plan
//! # 某县义务教育提质方案
//!
//! 寄宿制学校由10所翻两番达到30所。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 某县义务教育提质方案
//!
//! 寄宿制学校由10所翻两番达到40所。
//! ```
//!
//! ## 依据 · Source
//! C84

use crate::check::pattern::Pattern;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W106",
    name: "doubling_off",
    severity: Severity::Warning,
    at_issue: Severity::Error,
    text: include_str!("doubling_off.rs"),
    run,
};

static FORM: Pattern = Pattern::new(
    "(?:由|从)[^，。；由从0-9]{0,12}([0-9]{1,7})([^0-9，。；、]{1,4}?)(翻(?:了)?([一两二三])番)[，、]?(?:达到|到|至|增加到|增至)([0-9]{1,8})([^0-9，。；、]{1,4})",
);

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for passage in context.passages {
        for hit in FORM.hits(passage) {
            let times = match hit.part(4) {
                "一" => 2,
                "两" | "二" => 4,
                _ => 8,
            };
            let (Ok(from), Ok(to)) = (hit.part(1).parse::<u64>(), hit.part(5).parse::<u64>()) else { continue };
            let right = from * times;
            if !hit.part(6).starts_with(hit.part(2)) || to.abs_diff(right) * 10 <= right {
                continue;
            }
            let (doubling, unit) = (hit.part(3), hit.part(2));
            let message = text!(
                zh: "{from}{unit}{doubling}是{right}{unit}，不是{to}{unit}",
                en: "{from}{unit}{doubling} makes {right}, not {to}"
            );
            let help = text!(
                zh: "翻一番是2倍，翻两番是4倍，翻三番是8倍；核对起点和终点",
                en: "each 番 doubles; check both ends"
            );
            out.push(
                RULE.finding(passage.span(hit.place(5)), message)
                    .related(passage.span(hit.place(3)), text!(zh: "{times}倍", en: "{times} times"))
                    .help(help),
            );
        }
    }
}

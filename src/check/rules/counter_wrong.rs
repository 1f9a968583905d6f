//! 量词不当 · A measure word that does not fit
//!
//! ## 中文
//! 学校用“所”，教师用“名”或“人”，班用“个”。“12个学校”口语可以，公文写“12所学校”；“30所教师”是错的。
//!
//! ## English
//! Schools are counted in 所, teachers in 名 or 人, classes in 个. 12个学校 is speech, 30所教师 is wrong.
//!
//! ## 错 · Wrong
//! ```plan
//! # 某县义务教育提质方案
//!
//! 全县12个学校、860个教师参加。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 某县义务教育提质方案
//!
//! 全县12所学校、860名教师参加。
//! ```
//!
//! ## 依据 · Source
//! C90；惯例

use crate::check::pattern::Pattern;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W307",
    name: "counter_wrong",
    severity: Severity::Info,
    at_issue: Severity::Warning,
    text: include_str!("counter_wrong.rs"),
    run,
};

pub(in crate::check) static FORM: Pattern = Pattern::with_digit(
    &[
        "个学",
        "个小",
        "个初",
        "个高",
        "个幼",
        "个中",
        "个公",
        "个民",
        "名学",
        "名小",
        "名初",
        "名高",
        "名幼",
        "名中",
        "名公",
        "名民",
        "人学",
        "人小",
        "人初",
        "人高",
        "人幼",
        "人中",
        "人公",
        "人民办",
        "位学",
        "位小",
        "位初",
        "位高",
        "位幼",
        "位中",
        "位公",
        "位民",
        "个教",
        "个校",
        "个园",
        "个班",
        "所教",
        "所校",
        "所园",
        "所学",
        "所班",
        "座教",
        "座校",
        "座园",
        "座学",
        "座班",
        "名班",
        "名教",
        "位班",
        "位教",
    ],
    "[0-9](?:多|余)?(?:(个|名|人|位)(学校|小学|初中|高中|幼儿园|中小学|公办园|民办园)|(个|所|座)(教师|校长|园长|教职工|学生|班主任|教研员)|(所|名|位)(班级|教学班|学位))(?:[，。、；）和]|$)",
);
/// The measure words that fit, by the pair of groups.
const FITTING: [(usize, &str); 3] = [(1, "所"), (3, "名"), (5, "个")];

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for passage in context.holding(&FORM) {
        for hit in FORM.hits(passage) {
            let Some((group, right)) = FITTING.into_iter().find(|(group, _)| !hit.part(*group).is_empty()) else {
                continue;
            };
            let (word, noun, span) = (hit.part(group), hit.part(group + 1), passage.span(hit.place(group)));
            let message = text!(zh: "“{noun}”不用量词“{word}”", en: "{noun} is not counted in {word}");
            let help = text!(zh: "用“{right}”", en: "use {right}");
            let title = text!(zh: "改为“{right}”", en: "make it {right}");
            out.push(RULE.finding(span, message).help(help).guess(title, span, right));
        }
    }
}

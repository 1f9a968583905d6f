//! 正文里增减的数算不对 · A change in the text that does not add up
//!
//! ## 中文
//! “由甲增加到乙，增加丙”，丙要等于乙减甲；写百分数的，要等于增减量除以甲。
//!
//! ## English
//! From one value to another, by so much: the last is the difference, or its share of the first.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! 幼儿园由10所增加到30所，增加15所。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! 幼儿园由10所增加到30所，增加20所。在校生由2000人增加到2500人，增长25%。
//! ```
//!
//! ## 依据 · Source
//! C83；C84

use crate::check::changes::{Change, changes};
use crate::check::signs::Signs;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::quantity::{Decimal, plain, rounded};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "Q042",
    name: "prose_change_off",
    severity: Severity::Warning,
    at_issue: Severity::Error,
    text: include_str!("prose_change_off.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for words in context.prose_with(Signs::DIGIT) {
        for change in changes(words.value) {
            let Some((sum, proper)) = proper(&change) else { continue };
            let said = &words.value[change.by.at.clone()];
            let message = text!(zh: "{sum}＝{proper}，正文写{said}", en: "{sum} ＝ {proper}, but the text says {said}");
            let found = RULE.finding(context.part(words, change.by.at.clone()), message);
            let place = context.part(words, change.from.at.start..change.to.at.end);
            let found = found.related(place, text!(zh: "两个数在这里", en: "the two values are here"));
            out.push(found.help(text!(zh: "核对三个数，改其中算错的", en: "look at all three numbers again")));
        }
    }
}

/// The sum as it is reckoned and what it makes, if that is not what is said.
fn proper(change: &Change) -> Option<(String, String)> {
    let (from, to, by) = (&change.from, &change.to, &change.by);
    let (more, less) = if to.value > from.value { (to.value, from.value) } else { (from.value, to.value) };
    let difference = more.checked_sub(less)?;
    let unit = from.unit.word();
    let is_same = by.unit == from.unit || from.unit.is_percent() && by.unit.is_points();
    if by.unit.is_percent() {
        let share = difference.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(from.value)?;
        let near = rounded(share, by.value.scale());
        // Between percentages the difference itself is told by the rule on points.
        let is_told = from.unit.is_percent() && difference == by.value;
        let first = from.value;
        let sum = format!("（{more}－{less}）÷{first}");
        return (near != by.value && !is_told).then(|| (sum, format!("{near}%")));
    }
    let word = if from.unit.is_percent() { "个百分点" } else { unit };
    (is_same && difference != by.value).then(|| (format!("{more}－{less}"), format!("{}{word}", plain(difference))))
}

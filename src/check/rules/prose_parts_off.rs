//! 正文“其中”各项之和超出总数 · Parts in the text that come to more than the whole
//!
//! ## 中文
//! “资金1000万元，其中县财政600万元、乡镇500万元”，各项相加是1100万元。只看金额和分年度的数，别的可能有交叉。
//!
//! ## English
//! The parts named after 其中 do not come to more than the whole. Only money and numbers of single years are added up;
//! others may overlap.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! 安排资金1000万元，其中县财政600万元、乡镇500万元。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! 安排资金1000万元，其中县财政600万元、乡镇400万元。
//! ```
//!
//! ## 依据 · Source
//! 总数、分项互相印证

use std::ops::Range;

use crate::check::figures::{Figure, figures};
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::quantity::{Amount, Decimal, Units};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "Q057",
    name: "prose_parts_off",
    severity: Severity::Warning,
    at_issue: Severity::Error,
    text: include_str!("prose_parts_off.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let units = &context.plan.units;
    for (words, at) in context.sentences_with_digit() {
        let sentence = &words.value[at.clone()];
        let Some((whole, parts)) = whole_and_parts(sentence) else { continue };
        let Some(sum) = excess(&whole, &parts, units) else { continue };
        let terms = parts.iter().map(|part| &sentence[figure_at(part)]).collect::<Vec<_>>().join("＋");
        let said = &sentence[figure_at(&whole)];
        let message = text!(
            zh: "“其中”各项相加是{sum}，超过总数{said}：{terms}＝{sum}",
            en: "the parts add up to {sum}, more than the whole, {said}: {terms}＝{sum}"
        );
        let place = |part: Range<usize>| context.part(words, at.start + part.start..at.start + part.end);
        let found = RULE.finding(place(whole.at.clone()), message);
        let last = parts.last().map_or(whole.at.end, |part| part.at.end);
        let found = found.related(place(parts[0].at.start..last), text!(zh: "各项在这里", en: "the parts are here"));
        out.push(found.help(text!(zh: "改总数，或者改其中一项", en: "change the whole, or one of the parts")));
    }
}

fn figure_at(figure: &Figure) -> Range<usize> {
    figure.at.clone()
}

/// The figure right before 其中 and those after it, two at least.
fn whole_and_parts(sentence: &str) -> Option<(Figure, Vec<Figure>)> {
    const OF_IT: &str = "其中";
    let of_it = sentence.find(OF_IT)?;
    let from = of_it + OF_IT.len();
    let is_plain = !sentence[from..].contains(OF_IT) && !sentence[from..].contains(['（', '(']);
    let all = figures(sentence);
    // 60个、涉及1.2万户，其中2026年18个: what is parted is counted as its parts are.
    let unit = &all.iter().find(|figure| figure.at.start >= from)?.unit;
    let of_kind = |figure: &&Figure| figure.unit == *unit || is_money(figure) && unit.word().ends_with('元');
    let whole = all.iter().filter(|figure| figure.at.end <= of_it).rfind(of_kind)?;
    let between = &sentence[whole.at.end..of_it];
    let is_near = between.chars().all(|sign| "，,；（( ".contains(sign))
        || !is_money(whole) && between.chars().count() <= 16 && between.matches('，').count() <= 1;
    let same_kind = |figure: &&Figure| is_money(figure) == is_money(whole) && is_counted(figure);
    let parts: Vec<Figure> = all.iter().filter(|figure| figure.at.start >= from).filter(same_kind).cloned().collect();
    let is_of_years = parts.iter().all(|part| is_of_year(&sentence[from..part.at.start]));
    let is_sure = is_money(whole) || is_of_years && parts.iter().all(|part| part.unit == whole.unit);
    // Money for each one is no part of it.
    let has_each = ["每", "人均", "校均", "以上", "约", "年均"].iter().any(|word| sentence[from..].contains(word));
    (is_plain && is_near && is_counted(whole) && parts.len() > 1 && is_sure && !has_each)
        .then(|| (whole.clone(), parts))
}

fn is_counted(figure: &Figure) -> bool {
    !figure.unit.word().is_empty() && !figure.unit.is_percent() && !figure.unit.is_points()
}

fn is_money(figure: &Figure) -> bool {
    figure.unit.word().ends_with('元')
}

/// Whether a year stands before a figure, in its own item.
fn is_of_year(before: &str) -> bool {
    let item = before.rsplit(['、', '，', '；', ',']).next().unwrap_or_default();
    item.match_indices('年').any(|(at, _)| item[..at].ends_with(|sign: char| sign.is_ascii_digit()))
}

/// The sum of the parts, where it is more than the whole.
fn excess(whole: &Figure, parts: &[Figure], units: &Units) -> Option<Amount> {
    let measured = |figure: &Figure| units.in_parts(&Amount::new(figure.value, Some(figure.unit.clone())));
    let sum = parts.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(measured(part)?))?;
    if sum <= measured(whole)? {
        return None;
    }
    units.from_parts(sum, Some(&whole.unit))
}

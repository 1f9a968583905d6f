//! 标题年数与起止年份不符 · The years in the title do not add up
//!
//! ## 中文
//! 标题写“三年”，起止就应当是三年。按自然年算，2017年至2020年是四年；跨年的三年要写出月份，如“2017年9月至2020年
//! 8月”，或者按学年写“2017-2018学年至2019-2020学年”。写到月、日的期限可以因为成文较晚而短一些。
//!
//! ## English
//! A plan of three years (三年) runs for three. From 2017 to 2020 are four calendar years; three years that begin and
//! end within one are written with months (2017年9月至2020年8月) or as school years. A period with months or days may
//! be somewhat shorter, since it begins when the plan is signed.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：某区提升教学质量三年（2017—2020年）攻坚行动方案
//! - 期限：2017年至2020年
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：某区提升教学质量三年攻坚行动方案（2017年9月—2020年8月）
//! - 期限：2017年9月至2020年8月
//! ```
//!
//! ## 依据 · Source
//! C66；标题、期限互相印证

use crate::calendar::When;
use crate::check::years::{self, Length, StatedYears};
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::{Span, Spanned};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "D014",
    name: "title_years_differ",
    severity: Severity::Error,
    at_issue: Severity::Error,
    text: include_str!("title_years_differ.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    let Some(title) = &plan.title else { return };
    let Some(stated) = years::stated_years(&title.value) else { return };
    let wrong = wrong_stretches(context, title, &stated);
    let Some((span, length, (zh_place, en_place))) = wrong.first() else { return };
    let (words, count, zh, en) = (&title.value[stated.at.clone()], stated.count, length.zh(), length.en());
    let range = context.sources.slice(*span);
    let message = text!(
        zh: "标题写“{words}”，{zh_place}（{range}）却是{zh}",
        en: "the title says {count} years, but there are {en} {en_place} ({range})"
    );
    let mut finding = RULE.finding(context.part_of(title, stated.at.clone()), message);
    for (span, length, (zh_place, en_place)) in &wrong {
        let (zh, en) = (length.zh(), length.en());
        finding = finding.related(*span, text!(zh: "{zh_place}是{zh}", en: "{en} {en_place}"));
    }
    out.push(finding.help(text!(
        zh: "改标题的年数，或者改起止：跨年的写到月，如“2017年9月至2020年8月”是三年",
        en: "change the number, or the ends: with months, 2017年9月至2020年8月 is three years"
    )));
}

/// What stands at a place, in Chinese and English.
type Place = (&'static str, &'static str);

/// The range in the title and the period, each if it does not have the years stated.
fn wrong_stretches(context: &Context, title: &Spanned<String>, stated: &StatedYears) -> Vec<(Span, Length, Place)> {
    let range = years::year_range(&title.value);
    let range = range.map(|range| (context.part_of(title, range.at), range.when, ("标题里的起止", "in the title")));
    let period = context.plan.period.as_ref();
    let period = period.map(|period| (period.span, period.value.clone(), ("期限", "in the period")));
    let is_wrong = |(span, when, place): (Span, When, Place)| {
        let length = years::is_other_length(&when, stated.count).then(|| years::length(&when)).flatten()?;
        Some((span, length, place))
    };
    range.into_iter().chain(period).filter_map(is_wrong).collect()
}

//! 正文里的数与数据不符 · A number in the text that is not that of the data
//!
//! ## 中文
//! 正文写“巩固率达到96%”，指标却是97%，两处必有一处没有改。数写一处，正文用{巩固率}引用。只看指标名后面紧跟“达到”“
//! 不低于”一类的词和数的；经费看名称后面紧跟的金额，是它的一期、几期之和或者几年之和的都算一致。
//!
//! ## English
//! If the text says that a rate is to reach 96% and the quota says 97%, one was not changed. Write the number
//! once, and {name} in the text.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//! - 期限：2026年1月至2028年12月
//!
//! ## 目标任务
//! - 指标：九年义务教育巩固率 不低于97%，到2028年
//!
//! 到2028年，九年义务教育巩固率达到96%以上。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//! - 期限：2026年1月至2028年12月
//!
//! ## 目标任务
//! - 指标：九年义务教育巩固率 不低于97%，到2028年
//!
//! 到2028年，九年义务教育巩固率达到{九年义务教育巩固率}以上。
//! ```
//!
//! ## 依据 · Source
//! C169；正文、数据互相印证

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::check::figures::{Figure, figures, sentences, years};
use crate::check::level::{amounts, stated_values};
use crate::check::signs::Signs;
use crate::check::times::{plan_end, plan_start};
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::{Fund, Id, Indicator, Plan};
use crate::quantity::{Amount, Decimal, Target, Unit};
use crate::source::Spanned;
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W901",
    name: "prose_value_differs",
    severity: Severity::Warning,
    at_issue: Severity::Error,
    text: include_str!("prose_value_differs.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    let (names, values, money) = (Names::of(plan), values(plan), money(plan));
    let years = (plan_start(plan).map(|start| start.value.year()), plan_end(plan).map(|end| end.value.year()));
    for words in context.prose_with(Signs::DIGIT) {
        for (fund, figure) in amounts_given(years, words.value, &money) {
            let (name, said, data) = (&fund.name.value, &words.value[figure.at.clone()], stated_amount(fund));
            let message = text!(
                zh: "正文里“{name}”是{said}，数据里是{data}",
                en: "the text gives “{name}” as {said}, the data as {data}"
            );
            let found = RULE.finding(context.part(words, figure.at.clone()), message);
            let found = found.related(fund.span, text!(zh: "数据在这里", en: "the data are here"));
            out.push(found.help(text!(zh: "核对后改成一致", en: "find out which is right, and make them agree")));
        }
        for (name, id, figure) in claims(years, words.value, &names) {
            // Where some values are not comparable, the text may mean one of those.
            let Some(stated) = values.get(&id).and_then(|values| values.comparable(&figure.unit)) else { continue };
            if stated.amounts.contains(&figure.value) {
                continue;
            }
            let (said, data) = (&words.value[figure.at.clone()], stated.told());
            let message = text!(
                zh: "正文里“{name}”是{said}，数据里是{data}",
                en: "the text gives “{name}” as {said}, the data as {data}"
            );
            let found = RULE.finding(context.part(words, figure.at.clone()), message);
            let found = found.related(stated.first.span, text!(zh: "数据在这里", en: "the data are here"));
            out.push(found.help(text!(
                zh: "改成一致；正文写{{{name}}}，数只留一处",
                en: "make them agree; write {{{name}}} in the text, so that the number stands once"
            )));
        }
    }
}

/// The values of one indicator, by their units.
#[derive(Default)]
struct Values<'a> {
    count: usize,
    by_unit: BTreeMap<&'a str, Stated<'a>>,
}

/// The values of one indicator in one unit.
struct Stated<'a> {
    /// The first that is written.
    first: &'a Spanned<Target>,
    /// How many are written.
    count: usize,
    amounts: BTreeSet<Decimal>,
    /// Each as it is written.
    values: Vec<&'a Target>,
}

impl Stated<'_> {
    /// All of them, if they are few.
    fn told(&self) -> String {
        const FEW: usize = 6;
        let mut told: Vec<String> = Vec::new();
        for value in self.values.iter().map(|value| value.to_string()) {
            if !told.contains(&value) {
                told.push(value);
            }
        }
        if told.len() <= FEW { told.join("、") } else { self.first.value.to_string() }
    }
}

impl<'a> Values<'a> {
    fn add(&mut self, target: &'a Spanned<Target>, own: Option<&'a Unit>) {
        self.count += 1;
        let mut units = BTreeSet::new();
        for amount in amounts(&target.value) {
            let Some(unit) = amount.unit.as_ref().or(own) else { continue };
            let new = || Stated { first: target, count: 0, amounts: BTreeSet::new(), values: Vec::new() };
            let stated = self.by_unit.entry(unit.word()).or_insert_with(new);
            if units.insert(unit.word()) {
                stated.count += 1;
                stated.values.push(&target.value);
            }
            // A range is written with one unit for both its ends.
            stated.amounts.extend(amounts(&target.value).iter().map(|amount| amount.value));
        }
    }

    /// The values in a unit, if all are.
    fn comparable(&self, unit: &Unit) -> Option<&Stated<'a>> {
        self.by_unit.get(unit.word()).filter(|stated| stated.count == self.count)
    }
}

fn values(plan: &Plan) -> BTreeMap<Id<Indicator>, Values<'_>> {
    let points = plan.baselines.iter().flat_map(|each| each.series.iter().map(|point| (each.indicator, &point.target)));
    let mut values: BTreeMap<Id<Indicator>, Values> = BTreeMap::new();
    for (indicator, target) in stated_values(plan).into_iter().chain(points) {
        let own = plan.indicators[indicator].unit.as_ref().map(|unit| &unit.value);
        values.entry(indicator).or_default().add(target, own);
    }
    values
}

/// The money of a plan by its name, with the longest name in bytes; a name that stands twice says nothing.
fn money(plan: &Plan) -> (BTreeMap<&str, &Fund>, usize) {
    let mut by_name: BTreeMap<&str, Option<&Fund>> = BTreeMap::new();
    for fund in plan.funds.iter().filter(|fund| fund.table.is_none() && fund.name.value.chars().count() >= OWN_NAME) {
        by_name.entry(&fund.name.value).and_modify(|known| *known = None).or_insert(Some(fund));
    }
    let by_name: BTreeMap<_, _> = by_name.into_iter().filter_map(|(name, fund)| Some((name, fund?))).collect();
    let longest = by_name.keys().map(|name| name.len()).max().unwrap_or_default();
    (by_name, longest)
}

/// From how many characters on the name of money is no word of the language.
const OWN_NAME: usize = 5;

/// Words between the name of money and its amount.
const GIVES: [&str; 7] = ["共计", "总计", "合计", "共", "为", "达到", "每年"];

/// Each amount of money that some words give right after its name and that the data do not give.
fn amounts_given<'a>(
    (start, end): (Option<i16>, Option<i16>),
    words: &str,
    (funds, longest): &(BTreeMap<&'a str, &'a Fund>, usize),
) -> Vec<(&'a Fund, Figure)> {
    let mut found = Vec::new();
    if funds.is_empty() || !words.contains('元') {
        return found;
    }
    for at in sentences(words) {
        let sentence = &words[at.clone()];
        for figure in figures(sentence).into_iter().filter(|figure| figure.unit.word().ends_with('元')) {
            let head =
                GIVES.iter().fold(&sentence[..figure.at.start], |head, word| head.strip_suffix(word).unwrap_or(head));
            let from = head.len().saturating_sub(*longest);
            let starts = (from..head.len()).filter(|at| head.is_char_boundary(*at));
            let Some(fund) = starts.filter_map(|at| funds.get(&head[at..])).next() else { continue };
            if !gives(fund, &figure) && speaks_of_plan(start, end, sentence) {
                let at = at.start + figure.at.start..at.start + figure.at.end;
                found.push((*fund, Figure { at, ..figure }));
            }
        }
    }
    found
}

/// Whether an amount is one of the money, a sum of some of its years or as much over several years.
fn gives(fund: &Fund, figure: &Figure) -> bool {
    let targets = fund.amount.iter().chain(fund.series.iter().map(|point| &point.target));
    let stated: Vec<&Amount> = targets.flat_map(|target| amounts(&target.value)).collect();
    // In another unit it is not compared, nor is what has no amount.
    if stated.is_empty() || stated.iter().any(|amount| amount.unit.as_ref() != Some(&figure.unit)) {
        return true;
    }
    let is_multiple = |amount: &Amount| {
        fund.every.is_some() && (2..=12).any(|times| amount.value.checked_mul(times.into()) == Some(figure.value))
    };
    let sum = stated
        .iter()
        .skip(usize::from(fund.amount.is_some()))
        .try_fold(Decimal::ZERO, |sum, amount| sum.checked_add(amount.value));
    sum == Some(figure.value) || stated.iter().any(|amount| amount.value == figure.value || is_multiple(amount))
}

/// The amount of money as the data give it.
fn stated_amount(fund: &Fund) -> String {
    let series = fund.series.iter().map(|point| point.target.value.to_string()).collect::<Vec<_>>().join("、");
    fund.amount.as_ref().map_or(series, |amount| amount.value.to_string())
}

/// The names that indicators are known by.
struct Names<'a> {
    of: BTreeMap<&'a str, Id<Indicator>>,
    /// How many bytes they have, the longest first.
    lengths: Vec<usize>,
}

impl<'a> Names<'a> {
    /// Those of a plan; short ones are words of the language too.
    fn of(plan: &'a Plan) -> Self {
        let all = plan.indicators.entries().flat_map(|(id, indicator)| {
            let names = [&indicator.name].into_iter().chain(&indicator.aliases);
            names.map(move |name| (name.value.as_str(), id))
        });
        let of: BTreeMap<_, _> = all.filter(|(name, _)| name.chars().count() >= 3).collect();
        let lengths: BTreeSet<usize> = of.keys().map(|name| name.len()).collect();
        Self { of, lengths: lengths.into_iter().rev().collect() }
    }
}

/// Words between a name and the value that it is to have.
const ASKS: [&str; 30] = [
    "不低于",
    "不少于",
    "不超过",
    "不高于",
    "不得低于",
    "不得超过",
    "达到",
    "达",
    "控制在",
    "保持在",
    "稳定在",
    "提高到",
    "提升到",
    "提高至",
    "提升至",
    "增加到",
    "增加至",
    "增长到",
    "增至",
    "降低到",
    "降低至",
    "下降到",
    "降到",
    "降至",
    "减少到",
    "要",
    "均",
    "应",
    "力争",
    "确保",
];

/// Sentences with these words speak of somebody else or of the past.
const ELSEWHERE: [&str; 8] = ["全省", "全市", "全国", "同期", "目前", "去年", "截至", "以来"];

/// Each indicator that some words name with the value it is to have.
fn claims<'a>(
    (start, end): (Option<i16>, Option<i16>),
    words: &str,
    names: &Names<'a>,
) -> Vec<(&'a str, Id<Indicator>, Figure)> {
    let mut found = Vec::new();
    for at in sentences(words) {
        let sentence = &words[at.clone()];
        let figures = figures(sentence).into_iter().filter(|figure| !figure.unit.word().is_empty());
        let named = figures.filter_map(|figure| {
            let (name, id) = named_before(&sentence[..figure.at.start], end, names)?;
            let at: Range<usize> = at.start + figure.at.start..at.start + figure.at.end;
            Some((name, id, Figure { at, ..figure }))
        });
        let named: Vec<_> = named.collect();
        if !named.is_empty() && speaks_of_plan(start, end, sentence) {
            found.extend(named);
        }
    }
    found
}

/// The indicator that some words end with, nothing but words that ask between.
fn named_before<'a>(words: &str, end: Option<i16>, names: &Names<'a>) -> Option<(&'a str, Id<Indicator>)> {
    let mut rest = words;
    while let Some(shorter) = ASKS.iter().find_map(|word| rest.strip_suffix(word)) {
        rest = shorter;
    }
    if rest.len() == words.len() {
        return None;
    }
    let rest = without_manner(rest, end);
    let ends = names.lengths.iter().filter_map(|length| rest.get(rest.len().checked_sub(*length)?..));
    let (name, id) = ends.filter_map(|end| names.of.get_key_value(end)).next()?;
    // 小学巩固率 may be another than 巩固率: what stands before has to end.
    let before = rest[..rest.len() - name.len()].chars().next_back();
    before
        .is_none_or(|sign| !('\u{4e00}'..='\u{9fff}').contains(&sign) || "年底使将让末前的县区市".contains(sign))
        .then_some((*name, *id))
}

/// Words on how something is reached, which may stand between it and the words that ask.
const MANNER: [&str; 20] = [
    "总体上",
    "总体",
    "整体",
    "稳步",
    "逐步",
    "持续",
    "进一步",
    "不断",
    "全部",
    "普遍",
    "基本",
    "最终",
    "提高",
    "提升",
    "上升",
    "下降",
    "降低",
    "要",
    "力争",
    "确保",
];

/// Words without what ends them of manner, and of the last year of the plan: 巩固率稳步提升，到2028年.
fn without_manner(words: &str, end: Option<i16>) -> &str {
    let mut rest = words;
    loop {
        let bare = rest.strip_suffix('，').filter(|bare| MANNER.iter().any(|word| bare.ends_with(word)));
        let dated = || {
            let year = rest.strip_suffix('前').unwrap_or(rest).trim_end_matches(['底', '末']).strip_suffix('年')?;
            let before = year.strip_suffix(end?.to_string().as_str())?;
            Some(["到", "至", "在", "于"].iter().find_map(|word| before.strip_suffix(word)).unwrap_or(before))
        };
        let shorter = MANNER.iter().find_map(|word| rest.strip_suffix(word)).or(bare).or_else(dated);
        match shorter {
            Some(shorter) => rest = shorter,
            None => return rest,
        }
    }
}

/// Whether a sentence can only be about what a plan from the one year to the other asks for.
fn speaks_of_plan(start: Option<i16>, end: Option<i16>, sentence: &str) -> bool {
    let is_outside = |year: i16| start.is_some_and(|start| year < start) || end.is_some_and(|end| year > end);
    let named = years(sentence);
    !named.iter().any(|(_, year)| is_outside(*year)) && !ELSEWHERE.iter().any(|word| sentence.contains(word))
}

//! 巩固率与辍学率上限对不上 · A retention rate that the dropout ceilings do not allow
//!
//! ## 中文
//! 九年巩固率是逐年辍学之后留下的比例。小学六年、初中三年，每年都到辍学率的上限，留下的是两数连乘；算下来低于巩固率的要求，两个指标就不能同时做满。
//!
//! ## English
//! Nine-year retention is what is left after each year’s dropouts: six years of primary and three of junior school. If the
//! ceilings on the yearly dropout rates multiply to less than the retention asked for, the two quotas do not go together.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：某县义务教育提质三年行动方案
//! ## 工作目标
//! - 指标：九年义务教育巩固率 不低于97%，到2026年
//! - 指标：年辍学率（小学） 不超过0.2%，到2026年
//! - 指标：年辍学率（初中） 不超过1%，到2026年
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：某县义务教育提质三年行动方案
//! ## 工作目标
//! - 指标：九年义务教育巩固率 不低于97%，到2026年
//! - 指标：年辍学率（小学） 不超过0.1%，到2026年
//! - 指标：年辍学率（初中） 不超过0.5%，到2026年
//! ```
//!
//! ## 依据 · Source
//! 平安S3-211；教育统计口径：九年巩固率＝毕业班学生数／入学时学生数

use std::collections::BTreeMap;

use crate::calendar::Unit as Period;
use crate::check::level::{Level, LevelTime, title};
use crate::check::words::words;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::quantity::{Decimal, Unit, percent_below, plain, power};
use crate::text;

/// Years of primary school, of junior school, of both.
const YEARS: [(Stage, u32); 3] = [(Stage::Primary, 6), (Stage::Junior, 3), (Stage::Whole, 9)];

/// Which years a dropout rate is about.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Stage {
    Primary,
    Junior,
    Whole,
}

/// What is left of the pupils, as a share of a hundred, and how it was reckoned.
struct Kept {
    percent: Decimal,
    sum: String,
}

/// The rule.
pub static RULE: Rule = Rule {
    code: "Q013",
    name: "retention_against_dropout",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("retention_against_dropout.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let (mut floors, mut ceilings) = (Vec::new(), BTreeMap::new());
    for level in context.levels().filter(|level| level.is_percent()) {
        if is_retention(&level) {
            floors.push(level);
        } else if let Some(stage) = stage(&level) {
            ceilings.entry((stage, level.time.clone())).or_insert(level);
        }
    }
    for floor in &floors {
        out.extend(finding(floor, &ceilings));
    }
}

fn finding(floor: &Level, ceilings: &BTreeMap<(Stage, LevelTime), Level>) -> Option<Diagnostic> {
    let asked = floor.written_bounds()?.0?;
    let at = |stage: Stage, time: &LevelTime| ceilings.get(&(stage, time.clone()));
    let of = |stage| at(stage, &floor.time).or_else(|| at(stage, &LevelTime::Unsaid));
    let staged = [Stage::Primary, Stage::Junior].map(|stage| of(stage).map(|level| (stage, level)));
    let mut used: Vec<_> = staged.into_iter().flatten().collect();
    if used.is_empty() {
        used.extend(of(Stage::Whole).map(|level| (Stage::Whole, level)));
    }
    let kept = kept(&used)?;
    if kept.percent >= asked {
        return None;
    }
    let (name, sum, asked) = (title(floor.quota), kept.sum, plain(asked));
    let shown = percent_below(kept.percent, asked);
    let message = text!(
        zh: "年辍学率都到上限时，“{name}”只有{shown}%，低于要求的{asked}%：{sum}＝{shown}%",
        en: "with every yearly dropout rate at its ceiling “{name}” comes to {shown}%, below the {asked}% asked for: {sum}＝{shown}%"
    );
    let mut found = RULE.finding(floor.span(), message).help(text!(
        zh: "降低年辍学率的上限，或下调巩固率，使两者能同时做到",
        en: "lower the ceilings, or the retention rate, until both can be met"
    ));
    for (_, level) in used {
        let (target, target_en) = words(&level.target.value);
        let message = text!(zh: "年辍学率{target}", en: "{target_en} drop out each year");
        found = found.related(level.span(), message);
    }
    Some(found)
}

fn is_retention(level: &Level) -> bool {
    let name = name(level);
    name.contains("巩固率") && (name.contains("九年") || name.contains("义务教育")) && !name.contains("三年")
}

/// The years a yearly dropout rate is about; `None` if it is none.
fn stage(level: &Level) -> Option<Stage> {
    let name = name(level);
    let is_other = ["三年", "六年", "九年", "累计", "高中"].iter().any(|word| name.contains(word));
    let every = level.quota.every.as_ref().map(|every| (every.value.count, every.value.unit));
    let is_yearly = matches!(every, None | Some((1, Period::Year | Period::SchoolYear)));
    if !name.contains("辍学率") || is_other || !is_yearly {
        return None;
    }
    Some(match (name.contains("小学"), name.contains("初中")) {
        (true, false) => Stage::Primary,
        (false, true) => Stage::Junior,
        _ => Stage::Whole,
    })
}

fn name(level: &Level) -> String {
    format!("{}{}", level.quota.name.value, level.quota.scope_words())
}

fn kept(used: &[(Stage, &Level)]) -> Option<Kept> {
    let mut kept = Decimal::ONE_HUNDRED;
    let mut sum = Vec::new();
    for (stage, level) in used {
        let years = YEARS.iter().find(|(each, _)| each == stage)?.1;
        let lost = level.written_bounds()?.1.filter(|lost| *lost <= Decimal::ONE_HUNDRED)?;
        let stay = Decimal::ONE.checked_sub(lost.checked_div(Decimal::ONE_HUNDRED)?)?;
        kept = kept.checked_mul(power(stay, years)?)?;
        sum.push(format!("(1－{}{})^{years}", plain(lost), Unit::new("%")));
    }
    (!sum.is_empty()).then(|| Kept { percent: kept, sum: sum.join("×") })
}

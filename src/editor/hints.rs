//! What the compiler works out, shown where it is not written: the day that a partial date means, the year that a time
//! leaves to the plan, the sum of a series or of parts.

use std::ops::Range;

use super::{Analysis, Hint};
use crate::calendar::{Part, Time, When};
use crate::plan::Sort;
use crate::quantity::{Amount, Decimal};
use crate::source::{SourceId, Span};
use crate::text;

impl Analysis {
    /// The hints among some bytes of a file, by place.
    pub fn hints(&self, source: SourceId, range: Range<usize>) -> Vec<Hint> {
        let is_asked = |span: &Span| span.source == source && (range.start..=range.end).contains(&(span.end as usize));
        let times = self.compiled.plan.stated_times().into_iter().filter(|time| is_asked(&time.span));
        let mut hints: Vec<Hint> = times.filter_map(|time| self.day(time.span, time.when)).collect();
        hints.extend(self.sums().into_iter().filter(|(span, _)| is_asked(span)).map(|(_, hint)| hint));
        hints.sort_by_key(|hint| hint.offset);
        hints.dedup();
        hints
    }

    /// The last day of a time that does not name it, and its year where that stands elsewhere.
    fn day(&self, span: Span, when: &When) -> Option<Hint> {
        let time = match when {
            When::At(time) | When::Kept(time, _) | When::Between(_, Some(time)) => *time,
            _ => return None,
        };
        let last = when.last_day()?;
        let written = self.compiled.sources.slice(span);
        let has_year = has_year(written, time);
        if has_year && matches!(time.part, Part::Day(..)) {
            return None;
        }
        let (year, month, day) = (last.year(), last.month(), last.day());
        // 2026年 means its last day too, and nobody doubts that.
        if has_year && time.part == Part::Year {
            return None;
        }
        let is_of_year = has_year && time.year == Some(year);
        let label = match is_of_year {
            true => text!(zh: "{month}月{day}日", en: "{month:02}-{day:02}"),
            false => text!(zh: "{year}年{month}月{day}日", en: "{year}-{month:02}-{day:02}"),
        };
        let tip = match has_year {
            true => text!(zh: "最后一天是{year}年{month}月{day}日", en: "its last day is {year}-{month:02}-{day:02}"),
            false => {
                text!(zh: "没有写年份，按方案的期限是{year}年", en: "no year is written: by the period of the plan it is {year}")
            }
        };
        Some(Hint { offset: span.end as usize, label, tip })
    }

    /// The sums of series that add up, and of parts.
    fn sums(&self) -> Vec<(Span, Hint)> {
        let plan = &self.compiled.plan;
        let mut found = Vec::new();
        for quota in plan.quotas.iter().filter(|quota| quota.series.len() > 1) {
            let adds_up = quota.total.is_some() || plan.indicators[quota.indicator].sort == Some(Sort::Flow);
            let amounts: Option<Vec<&Amount>> = quota.series.iter().map(|point| point.target.value.amount()).collect();
            found.extend(amounts.filter(|_| adds_up).and_then(|amounts| self.sum(quota.span, &amounts)));
        }
        for fund in plan.funds.iter().filter(|fund| fund.series.len() > 1) {
            let amounts: Option<Vec<&Amount>> = fund.series.iter().map(|point| point.target.value.amount()).collect();
            found.extend(amounts.and_then(|amounts| self.sum(fund.span, &amounts)));
        }
        for (id, quota) in plan.quotas.entries() {
            let parts = plan.quotas.iter().filter(|part| part.part_of == Some(id) && !part.is_obligation());
            let amounts: Option<Vec<&Amount>> = parts.map(|part| part.target.as_ref()?.value.amount()).collect();
            found
                .extend(amounts.filter(|amounts| amounts.len() > 1).and_then(|amounts| self.sum(quota.span, &amounts)));
        }
        for (whole, parts) in plan.parts().into_iter().filter(|(_, parts)| parts.len() > 1) {
            let amounts: Option<Vec<&Amount>> = parts.iter().map(|part| plan.baselines[*part].number()).collect();
            found.extend(amounts.and_then(|amounts| self.sum(plan.baselines[whole].span, &amounts)));
        }
        for (id, fund) in plan.funds.entries() {
            let parts = plan.funds.iter().filter(|part| part.part_of == Some(id));
            let amounts: Option<Vec<&Amount>> = parts.map(|part| part.amount.as_ref()?.value.amount()).collect();
            found.extend(amounts.filter(|amounts| amounts.len() > 1).and_then(|amounts| self.sum(fund.span, &amounts)));
        }
        found
    }

    fn sum(&self, span: Span, amounts: &[&Amount]) -> Option<(Span, Hint)> {
        let plan = &self.compiled.plan;
        let first = *amounts.first()?;
        if !amounts.iter().all(|amount| plan.units.same_kind(amount, first))
            || first.unit.as_ref().is_some_and(|unit| unit.is_percent())
        {
            return None;
        }
        let parts =
            amounts.iter().try_fold(Decimal::ZERO, |sum, amount| sum.checked_add(plan.units.in_parts(amount)?))?;
        let sum = plan.units.from_parts(parts, first.unit.as_ref())?;
        let how = amounts.iter().map(|amount| amount.to_string()).collect::<Vec<_>>().join("＋");
        let hint = Hint {
            offset: span.end as usize,
            label: text!(zh: "共{sum}", en: "{sum} in all"),
            tip: text!(zh: "{how}＝{sum}", en: "{how}＝{sum}"),
        };
        Some((span, hint))
    }
}

/// Whether a time stands with its year.
fn has_year(written: &str, time: Time) -> bool {
    let digits: String = written.chars().map(crate::syntax::fold::narrow).collect();
    time.year.is_none_or(|year| {
        digits.contains(&year.to_string()) || digits.contains(&format!("{:02}年", year % 100)) || has_han(written)
    })
}

/// Whether a year is written in Han digits, or told by a word that names it.
fn has_han(written: &str) -> bool {
    written.contains(['〇', '○', '零'])
        || ["今年", "明年", "本年", "次年", "年内"].iter().any(|word| written.contains(word))
}

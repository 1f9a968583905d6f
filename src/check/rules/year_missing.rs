//! 时间缺年份 · A time without a year
//!
//! ## 中文
//! “6月底前”“20xx年2月25日”没有年份，跨年的方案里就不知道是哪一年；期限里只有一个“6月底”的，就按那一年读。
//! 每年都有的事（每年，在8月至9月）不在此列。
//!
//! ## English
//! 6月底前 and 20xx年2月25日 have no year, so a plan of several years does not say which one is meant; where its
//! period holds only one, that is taken. A duty that comes round every year (每年，在8月至9月) needs none.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：某县义务教育提质方案
//! # 主体
//! - 教育局
//!
//! ## 主要任务
//! - 牵头：教育局
//! ### 措施：完善听评课制度
//! - 时限：6月底前
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：某县义务教育提质方案
//! # 主体
//! - 教育局
//!
//! ## 主要任务
//! - 牵头：教育局
//! ### 措施：完善听评课制度
//! - 时限：2018年6月底前
//! - 指标：质量分析会 1次，每年，在8月至9月
//! ```
//!
//! ## 依据 · Source
//! C62、C146

use std::collections::BTreeSet;

use crate::calendar::{Time, When};
use crate::check::times::{self, SlotKind};
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity, Text};
use crate::plan::{Plan, Point};
use crate::source::Span;
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "D004",
    name: "year_missing",
    severity: Severity::Warning,
    at_issue: Severity::Error,
    text: include_str!("year_missing.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let only_year = only_year(context.plan);
    for slot in context.slots().iter().filter(|slot| slot.kind != SlotKind::Duty) {
        if matches!(slot.when, When::Hole(_)) || !slot.when.is_hole() {
            continue;
        }
        let Text { zh, en } = slot.subject();
        let message = text!(zh: "{zh}缺年份", en: "{en} has no year");
        let before = before(context, slot.span);
        let help = match only_year.map(|year| (year, in_year(slot.when, year))) {
            Some((year, Some(when))) => text!(
                zh: "期限只在{year}年，可写“{when}{before}”",
                en: "the plan runs in {year} only: write {when}{before}"
            ),
            _ => {
                text!(zh: "补上四位数的年份，如“2018年6月底前”", en: "add the year in four digits, such as 2018年6月底前")
            }
        };
        out.push(RULE.finding(slot.span, message).help(help));
    }
    let mut told = BTreeSet::new();
    for (name, point) in series(context.plan).filter(|(_, point)| point.time.year.is_none()) {
        if told.insert(point.time_span) {
            let message = text!(
                zh: "“{name}”的这一期没有写是哪一年",
                en: "the year of this value of “{name}” is not said"
            );
            let help = text!(
                zh: "补上四位数的年份，如“2018年6月”；不补，印出来是“20××年”",
                en: "add the year in four digits, such as 2018年6月; without it, 20××年 is printed"
            );
            out.push(RULE.finding(point.time_span, message).help(help));
        }
    }
}

/// The 前 of a time that is written with it, which the time itself does not keep.
fn before(context: &Context, span: Span) -> &'static str {
    if context.sources.slice(span).trim_end().ends_with('前') { "前" } else { "" }
}

/// The values at several times, each with the name of what has them; what comes round is of no one year.
fn series(plan: &Plan) -> impl Iterator<Item = (&str, &Point)> {
    let quotas = plan.quotas.iter().filter(|quota| quota.every.is_none());
    let quotas = quotas.map(|quota| (quota.name.value.as_str(), &quota.series));
    let funds = plan.funds.iter().filter(|fund| fund.every.is_none());
    let funds = funds.map(|fund| (fund.name.value.as_str(), &fund.series));
    let present = plan.baselines.iter().map(|baseline| (baseline.name.value.as_str(), &baseline.series));
    quotas.chain(funds).chain(present).flat_map(|(name, points)| points.iter().map(move |point| (name, point)))
}

/// The year in which the whole plan runs, if it is one.
fn only_year(plan: &Plan) -> Option<i16> {
    let (first, last) = (times::plan_start(plan)?.value, times::plan_end(plan)?.value);
    (first.year() == last.year()).then_some(first.year())
}

fn in_year(when: &When, year: i16) -> Option<When> {
    let fill = |time: Time| Time { year: time.year.or(Some(year)), ..time };
    match when {
        When::At(time) => Some(When::At(fill(*time))),
        When::Between(first, Some(last)) => Some(When::Between(fill(*first), Some(fill(*last)))),
        _ => None,
    }
}

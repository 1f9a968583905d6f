//! 比率超过100% · A rate of more than 100%
//!
//! ## 中文
//! 合格率、覆盖率一类的比率是部分占整体，不会超过100%。毛入学率、增长率、完成率等可以超过，不在此列。
//!
//! ## English
//! A rate such as 合格率 is a part of a whole and cannot exceed 100%. Gross rates, growth and rates of completion can; they
//! are left alone.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：某县义务教育提质三年行动方案
//! ## 工作目标
//! - 指标：义务教育学校达标率 105%，到2026年
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：某县义务教育提质三年行动方案
//! ## 工作目标
//! - 指标：义务教育学校达标率 100%，到2026年
//! - 指标：小学毛入学率 102%，到2026年
//! ```
//!
//! ## 依据 · Source
//! C94

use crate::check::level::{amounts, names_a_rate, stated_values};
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::{Indicator, Sort};
use crate::quantity::{Amount, Decimal, Unit};
use crate::text;

/// What is written in the names of rates that may well exceed a hundred.
const MAY_EXCEED: [&str; 16] = [
    "毛", "增长", "增加", "增幅", "增速", "完成", "负债", "收益", "回报", "产销", "超", "利润", "保值", "变化", "使用",
    "利用",
];

/// The rule.
pub static RULE: Rule = Rule {
    code: "Q006",
    name: "percent_over_hundred",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("percent_over_hundred.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for (id, target) in stated_values(context.plan) {
        let indicator = &context.plan.indicators[id];
        let excess = amounts(&target.value).into_iter().find(|amount| is_over(amount));
        let Some(amount) = excess.filter(|_| is_share(indicator)) else { continue };
        let name = &indicator.name.value;
        let message = text!(
            zh: "“{name}”是比率，不会超过100%，这里是{amount}",
            en: "“{name}” is a rate and cannot exceed 100%, but {amount} stands here"
        );
        out.push(RULE.finding(target.span, message).help(text!(
            zh: "核对数值；确可超过100%的，在口径里写明“界限”",
            en: "check the value; if it may exceed 100%, declare its bounds"
        )));
    }
}

fn is_over(amount: &Amount) -> bool {
    amount.unit.as_ref().is_some_and(Unit::is_percent) && amount.value > Decimal::ONE_HUNDRED
}

fn is_share(indicator: &Indicator) -> bool {
    let name = &indicator.name.value;
    let is_rate = indicator.sort == Some(Sort::Rate) || names_a_rate(name);
    is_rate && indicator.bounds.is_none() && !MAY_EXCEED.iter().any(|word| name.contains(word))
}

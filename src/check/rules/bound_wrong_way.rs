//! 越低越好的指标写了“不低于” · A floor under what is to fall
//!
//! ## 中文
//! 辍学率、近视率这类越低越好的指标，写成“不低于0.5%”，等于要求不少于这么多，意思正好反了；应当写“不超过”“控制在……以内”。
//! 口径里写明以升为好的指标，写成“不超过”也是反的。看口径的“向好”；没有写口径的，只看名称上一望而知的几种。
//!
//! ## English
//! 辍学率 不低于0.5% asks for at least so many drop-outs: the reverse of what is meant. What is to fall has a ceiling, what
//! is to rise a floor. The direction is the one declared as better; without it only names that leave no doubt are looked at.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：某县义务教育提质方案
//! ## 工作目标
//! - 指标：初中辍学率 不低于1%，到2028年
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：某县义务教育提质方案
//! ## 工作目标
//! - 指标：初中辍学率 不超过1%，到2028年
//! ```
//!
//! ## 依据 · Source
//! C93；C166

use crate::check::level::{is_flow, title};
use crate::check::words::words;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::Indicator;
use crate::quantity::{Comparison, Direction, Target};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "Q055",
    name: "bound_wrong_way",
    severity: Severity::Warning,
    at_issue: Severity::Error,
    text: include_str!("bound_wrong_way.rs"),
    run,
};

/// Rates that nobody wants more of.
const BAD: [&str; 12] = [
    "辍学率",
    "流失率",
    "失学率",
    "近视率",
    "肥胖率",
    "不及格率",
    "低分率",
    "差错率",
    "缺勤率",
    "事故发生率",
    "发案率",
    "犯罪率",
];

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for level in context.levels() {
        let indicator = &context.plan.indicators[level.quota.indicator];
        let Target::Value(comparison, amount) = &level.target.value else { continue };
        let (good, (zh, en)) = match (better(indicator), comparison) {
            (Some(Direction::Down), Comparison::AtLeast | Comparison::Reach | Comparison::Above) => {
                (Comparison::AtMost, ("降", "less"))
            }
            (Some(Direction::Up), Comparison::AtMost | Comparison::Below) if !is_flow(indicator) => {
                (Comparison::AtLeast, ("升", "more"))
            }
            _ => continue,
        };
        let name = title(level.quota);
        let (target, target_en) = (context.sources.slice(level.span()), words(&level.target.value).1);
        let message = text!(
            zh: "“{name}”以{zh}为好，却要求{target}，上下限写反了",
            en: "{en} of “{name}” is better, but {target_en} is asked for: the bound is the wrong way round"
        );
        let found = RULE.finding(level.span(), message);
        let (right, right_en) = words(&Target::Value(good, amount.clone()));
        out.push(found.help(text!(
            zh: "改为“{right}”；数值变大才是变好的，改口径的“向好”",
            en: "write {right_en}, or change the direction that the indicator declares as better"
        )));
    }
}

/// Which way is better, as declared or as the name leaves no doubt.
fn better(indicator: &Indicator) -> Option<Direction> {
    let name = &indicator.name.value;
    let is_bad = BAD.iter().any(|word| name.ends_with(word));
    indicator.better.or(is_bad.then_some(Direction::Down))
}

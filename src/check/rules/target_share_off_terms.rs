//! 目标比率与目标数算不到一起 · A target share that its target terms do not give
//!
//! ## 中文
//! 同一时间既定了达标率，又定了达标学校数和学校总数的，三个数要算得拢。
//!
//! ## English
//! If a share and both its terms are asked for at one time, they fit each other.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! # 口径
//! - 学校，存量
//! - 达标学校，存量
//! - 达标率，率
//!   - 公式：达标学校 占 学校
//!
//! ## 目标任务
//! - 指标：学校 120所，到2028年
//! - 指标：达标学校 108所，到2028年
//! - 指标：达标率 不低于95%，到2028年
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! # 口径
//! - 学校，存量
//! - 达标学校，存量
//! - 达标率，率
//!   - 公式：达标学校 占 学校
//!
//! ## 目标任务
//! - 指标：学校 120所，到2028年
//! - 指标：达标学校 114所，到2028年
//! - 指标：达标率 不低于95%，到2028年
//! ```
//!
//! ## 依据 · Source
//! C164；GB/T 8170—2008

use std::collections::BTreeMap;

use crate::check::level::{Level, LevelTime};
use crate::check::movement::scope_key;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::{Id, Indicator, Operation};
use crate::quantity::{Amount, Comparison, Decimal, Target, Units, rounded};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "Q045",
    name: "target_share_off_terms",
    severity: Severity::Warning,
    at_issue: Severity::Error,
    text: include_str!("target_share_off_terms.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    let mut values: BTreeMap<(Id<Indicator>, LevelTime, String), Level> = BTreeMap::new();
    for level in context.levels().filter(|level| planned(level).is_some()) {
        let key = (level.quota.indicator, level.time.clone(), scope_key(&level.quota.scope));
        values.entry(key).or_insert(level);
    }
    for level in context.levels().filter(Level::is_percent) {
        let indicator = &plan.indicators[level.quota.indicator];
        let reckoning = indicator.reckoning.as_ref().filter(|reckoning| reckoning.operation == Operation::Share);
        let Some([part, whole]) = reckoning.map(|reckoning| reckoning.terms.as_slice()) else { continue };
        let scope = scope_key(&level.quota.scope);
        let at = |id: &Id<Indicator>| values.get(&(*id, level.time.clone(), scope.clone()));
        let (Some(part), Some(whole)) = (at(part), at(whole)) else { continue };
        let (Some(some), Some(all)) = (planned(part), planned(whole)) else { continue };
        let Some(share) = share(&plan.units, some, all) else { continue };
        let Target::Value(comparison, asked) = &level.target.value else { continue };
        let near = rounded(share, asked.value.scale());
        let fits = match comparison {
            Comparison::AtLeast | Comparison::Reach => near >= asked.value,
            Comparison::Above => near > asked.value,
            Comparison::Below => near < asked.value,
            Comparison::AtMost => near <= asked.value,
            Comparison::Exactly | Comparison::Planned => near == asked.value,
            Comparison::About | Comparison::Over | Comparison::Nearly => true,
        };
        if fits {
            continue;
        }
        let (name, shown, wanted) =
            (&level.quota.name.value, rounded(share, asked.value.scale() + 2).normalize(), &level.target.value);
        let message = text!(
            zh: "“{name}”要求{wanted}，按目标数是{some}/{all}＝{shown}%",
            en: "“{name}” is to be {asked}, but the targets give {some}/{all} ＝ {shown}%"
        );
        let found = RULE.finding(level.span(), message);
        let found = found.related(part.span(), text!(zh: "分子在这里", en: "the part is here"));
        let found = found.related(whole.span(), text!(zh: "分母在这里", en: "the whole is here"));
        out.push(found.help(text!(zh: "改比率，或者改目标数", en: "change the share, or one of the numbers")));
    }
}

/// The number a level plans, if it is one.
fn planned<'a>(level: &Level<'a>) -> Option<&'a Amount> {
    match &level.target.value {
        Target::Value(Comparison::Planned | Comparison::Exactly, amount) => Some(amount),
        _ => None,
    }
}

fn share(units: &Units, part: &Amount, whole: &Amount) -> Option<Decimal> {
    let all = units.in_parts(whole).filter(|all| !all.is_zero() && units.same_kind(part, whole))?;
    units.in_parts(part)?.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(all)
}

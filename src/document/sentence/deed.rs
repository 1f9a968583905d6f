//! Names of counted things that call for a verb: `形成教学文件4份`, `培训教师300人`.
//!
//! Takes a value and gives its name with the verb; none where the data leave open which verb it is.

use crate::plan::{Plan, Quota, Sort};
use crate::quantity::{Comparison, Target, Unit};

use super::value::is_act;

/// What is written down, by the ends of names: the data say that there is so much of it, so somebody writes it.
const WRITTEN_DOWN: [&str; 16] = [
    "文件", "报告", "方案", "材料", "案例", "清单", "成果", "总结", "制度", "办法", "资料", "教案", "论文", "论著",
    "教材", "汇编",
];
/// Whom one trains.
const TRAINED: [&str; 6] = ["师", "长", "员", "干部", "骨干", "家长"];

/// The name with a verb that its last word calls for: 形成文件4份, 开展特色活动4项, 培训教师300人.
pub(super) fn named(plan: &Plan, quota: &Quota, unit: Option<&Unit>) -> Option<String> {
    let unit = unit?.word();
    let name = quota.name.value.as_str();
    let is_lone = quota.scope.is_empty()
        && quota.change.is_none()
        && quota.series.is_empty()
        && quota.from.is_none()
        && quota.per_member.is_empty()
        && quota.of.is_none()
        && !quota.keeps
        && quota.part_of.is_none()
        && !plan.baselines.iter().any(|baseline| baseline.indicator == quota.indicator)
        && matches!(quota.target.as_ref()?.value, Target::Value(Comparison::AtLeast | Comparison::Planned, _))
        && plan.indicators[quota.indicator].sort.is_none_or(|sort| sort != Sort::Stock);
    if !is_lone || is_act(name) || is_zero(quota) {
        return None;
    }
    if let Some(whom) = name.strip_suffix("培训").filter(|_| ["人", "名", "人次"].contains(&unit)) {
        return TRAINED.iter().any(|end| whom.ends_with(end)).then(|| format!("培训{whom}"));
    }
    let ends = |all: &[&str]| all.iter().any(|end| name.ends_with(end));
    match unit {
        "份" | "册" | "部" | "本" | "项" | "个" if ends(&WRITTEN_DOWN) => Some(format!("形成{name}")),
        "项" | "个" if ends(&["活动"]) => Some(format!("开展{name}")),
        _ => None,
    }
}

fn is_zero(quota: &Quota) -> bool {
    quota.target.as_ref().and_then(|target| target.value.amount()).is_some_and(|amount| amount.value.is_zero())
}

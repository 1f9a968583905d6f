//! `--set 县名=平安区`: values for the parameters of a plan.

use super::Failure;
use super::args::Fill;
use crate::Compiled;
use crate::plan::Values;
use crate::text;

/// The values that are given.
pub(super) fn values(fill: &Fill) -> Result<Values, Failure> {
    let mut values = Values::default();
    for written in &fill.set {
        let (name, value) = written.split_once(['=', '＝']).unwrap_or((written, ""));
        if name.trim().is_empty() || value.trim().is_empty() {
            return Err(Failure::new(text!(
                zh: "--set 要写成“参数名=值”，不是“{written}”",
                en: "--set takes NAME=VALUE, not “{written}”"
            )));
        }
        if !values.give(name, value) {
            let name = name.trim();
            return Err(Failure::new(text!(zh: "--set 给了“{name}”两个值", en: "--set gives “{name}” two values")));
        }
    }
    Ok(values)
}

/// Refuses a value for a parameter that none of the plans has. A plan with errors may miss one only because of them, and
/// is shown with its errors.
pub(super) fn refuse_undeclared(values: &Values, plans: &[Compiled]) -> Result<(), Failure> {
    let is_missing = |name: &&str| plans.iter().all(|compiled| compiled.plan.param(name).is_none());
    let Some(name) = values.names().find(is_missing) else { return Ok(()) };
    let (Some(compiled), true) = (plans.first(), plans.iter().all(Compiled::is_sound)) else { return Ok(()) };
    let near = plans.iter().find_map(|compiled| compiled.plan.param_near(name));
    let all: Vec<_> = compiled.plan.params.iter().map(|param| param.name.value.as_str()).collect();
    Err(Failure::new(match near {
        Some(near) => text!(
            zh: "--set：方案里没有参数“{name}”；是不是“{near}”？",
            en: "--set: the plan has no parameter “{name}”; did you mean “{near}”?"
        ),
        None if all.is_empty() => text!(
            zh: "--set：方案里没有参数“{name}”；它没有声明任何参数",
            en: "--set: the plan has no parameter “{name}”; it declares none"
        ),
        None => {
            let (zh, en) = (all.join("、"), all.join(", "));
            text!(zh: "--set：方案里没有参数“{name}”；有：{zh}", en: "--set: the plan has no parameter “{name}”; there are: {en}")
        }
    }))
}

//! 目标没有措施支撑 · A goal that no measure serves
//!
//! ## 中文
//! 提出了目标，却没有一项措施写明“支撑”它，目标就落不了地。写在目标之内的措施、支撑其上级或者下级目标的措施都算。
//! 方案里没有写过“支撑”的，不逐条报。
//!
//! ## English
//! A goal is set, but no measure says that it serves it (支撑), so nothing leads there. Measures nested in the goal and
//! measures that serve a goal around it or within it count. A plan that never says 支撑 is let pass.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：某县义务教育提质方案
//! # 主体
//! - 教育局
//!
//! ## 工作目标
//! ### 目标 普及：提高入学率
//! - 指标：高中阶段入学率 不低于92%，到2020年
//! ### 目标 质量：提高抽测成绩
//! - 指标：学科抽测及格率 不低于80%，到2020年
//!
//! ## 主要任务
//! - 牵头：教育局
//! - 时限：2018-2019学年
//! ### 措施：完善听评课制度
//! - 支撑：质量
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：某县义务教育提质方案
//! # 主体
//! - 教育局
//!
//! ## 工作目标
//! ### 目标 普及：提高入学率
//! - 指标：高中阶段入学率 不低于92%，到2020年
//! ### 目标 质量：提高抽测成绩
//! - 指标：学科抽测及格率 不低于80%，到2020年
//!
//! ## 主要任务
//! - 牵头：教育局
//! - 时限：2018-2019学年
//! ### 措施：抓好控辍保学
//! - 支撑：普及
//! ### 措施：完善听评课制度
//! - 支撑：质量
//! ```
//!
//! ## 依据 · Source
//! 目标与措施互相印证

use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "G005",
    name: "goal_unserved",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("goal_unserved.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let Some(service) = context.service() else { return };
    for (_, goal) in context.plan.goals.entries().filter(|(id, _)| !service.is_served(*id)) {
        let name = &goal.title.value;
        let message = text!(zh: "没有措施支撑目标“{name}”", en: "no measure serves goal “{name}”");
        out.push(RULE.finding(goal.title.span, message).help(text!(
            zh: "在落实它的措施下写“- 支撑：{name}”；没有的，补一项措施或者删去目标",
            en: "write “- serves: {name}” under the measure that does; else add one, or drop the goal"
        )));
    }
}

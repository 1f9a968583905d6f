//! 措施没有写支撑的目标 · A measure that serves no goal
//!
//! ## 中文
//! 其他措施都写了支撑哪个目标，这一项没有，看不出为什么要做。组织领导、经费保障这类通用措施可以写“- 支撑：无”。
//! 方案没有目标，或者从没写过“支撑”的，不报。
//!
//! ## English
//! Other measures say which goal they serve and this one does not, so nobody sees what it is for. Measures for
//! everything, such as organisation or money, may say `- serves: none`. A plan without goals, or one that never says
//! 支撑, is let pass.
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
//! - 支撑：质量、普及
//! ### 措施：改造校门
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
//! ### 措施：完善听评课制度
//! - 支撑：质量、普及
//! ### 措施：加强组织领导
//! - 支撑：无
//! ```
//!
//! ## 依据 · Source
//! 目标与措施互相印证

use crate::check::measures::gathered;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity, Text};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "G006",
    name: "measure_without_goal",
    severity: Severity::Info,
    at_issue: Severity::Info,
    text: include_str!("measure_without_goal.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let Some(service) = context.service() else { return };
    for lack in gathered(context.plan, &service.aimless()) {
        let (Text { zh, en }, place) = (lack.subject(), lack.place());
        let message = text!(zh: "{zh}没有写支撑哪个目标", en: "{en} does not say which goal it serves");
        let (zh, en) = (place.zh, place.en);
        out.push(RULE.finding(lack.span(), message).help(text!(
            zh: "{zh}写“- 支撑：…”；不为某一目标的措施，在它自己下面写“- 支撑：无”",
            en: "write “- serves: …” {en}; below a measure that is for no goal in particular, “- serves: none”"
        )));
    }
}

//! 正文的时限晚于措施的时限 · A deadline in the text after that of its measure
//!
//! ## 中文
//! 措施的时限是2026年底，正文却写“2027年6月底前完成”，两处要一致。
//!
//! ## English
//! If a measure is due by the end of 2026, its text does not say that it is done by June 2027.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//! - 期限：2026年1月至2028年12月
//!
//! # 主体
//! - 县政府：澜平县人民政府
//!   - 县教育局：澜平县教育局
//!   - 县财政局：澜平县财政局
//!   - 县发展改革局：澜平县发展和改革局
//!
//! ## 措施：改造校舍
//! - 牵头：县教育局
//! - 配合：县财政局、县发展改革局
//! - 时限：2026年12月底
//!
//! 2027年6月底前完成全部校舍改造。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//! - 期限：2026年1月至2028年12月
//!
//! # 主体
//! - 县政府：澜平县人民政府
//!   - 县教育局：澜平县教育局
//!   - 县财政局：澜平县财政局
//!   - 县发展改革局：澜平县发展和改革局
//!
//! ## 措施：改造校舍
//! - 牵头：县教育局
//! - 配合：县财政局、县发展改革局
//! - 时限：2026年12月底
//!
//! 2026年6月底前完成立项，年底前全部完成。
//! ```
//!
//! ## 依据 · Source
//! C169；正文、数据互相印证

use crate::calendar::Date;
use crate::check::figures::{deadline, years};
use crate::check::papers::documents;
use crate::check::pattern::Pattern;
use crate::check::texts::prose_in;
use crate::check::times;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};

use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W909",
    name: "prose_after_due",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("prose_after_due.rs"),
    run,
};

pub(in crate::check) static YEAR: Pattern = Pattern::with_digit(&["年"], "[0-9]{4}年");

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    if context.holding(&YEAR).all(|passage| !passage.is_prose) {
        return;
    }
    let plan = context.plan;
    for measure in plan.measures.iter() {
        let Some(due) = &measure.due.value else { continue };
        let Some(end) = times::ending(&due.value).filter(|_| !context.is_outside_plan(&due.value)) else {
            continue;
        };
        for words in prose_in(&measure.body) {
            let cited = documents(words.value);
            for (at, year) in
                years(words.value).into_iter().filter(|(at, year)| is_later(*year, &words.value[at.end..], end.last))
            {
                let is_cited = cited.iter().any(|document| document.contains(&at.start));
                let is_after_plan = times::plan_end(plan).is_some_and(|last| year > last.value.year());
                let Some(length) = deadline(&words.value[at.end..]).filter(|_| !is_cited && !is_after_plan) else {
                    continue;
                };
                let (when, title, limit) = (&words.value[at.start..at.end + length], &measure.title.value, &due.value);
                let message = text!(
                    zh: "正文写“{when}”，措施“{title}”的时限却是{limit}",
                    en: "the text says {year}, but measure “{title}” is due {limit}"
                );
                let found = RULE.finding(context.part(words, at.start..at.end + length), message);
                let found =
                    found.related(due.span, text!(zh: "措施的时限在这里", en: "the deadline of the measure is here"));
                out.push(found.help(text!(zh: "核对后改成一致", en: "find out which is right, and make them agree")));
            }
        }
    }
}

/// Whether a time in a year begins after a day; `rest` is what follows the digits of the year.
fn is_later(year: i16, rest: &str, day: Date) -> bool {
    let month = rest.strip_prefix('年').and_then(|rest| rest.split_once('月')?.0.parse::<i8>().ok());
    year > day.year() || year == day.year() && month.is_some_and(|month| month > day.month())
}

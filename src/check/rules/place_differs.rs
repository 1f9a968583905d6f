//! 单位名称里的地名不是本地 · The name of another place
//!
//! ## 中文
//! 套用外地文本，最容易留下外地的地名。多数单位是“澜平县”的，个别单位写成“青山县”，或者标题写的是另一个县，就会指出。
//! 系统外的单位不算。
//!
//! ## English
//! Text taken over from elsewhere keeps the names of other places. If most organs are of one county and one organ
//! or the title is of another, it is told; organs outside the command are not meant.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! # 主体
//! - 县政府：澜平县人民政府
//!   - 教育局：澜平县教育局
//!   - 财政局：青山县财政局
//!   - 民政局：澜平县民政局
//!
//! ## 措施：完善资助制度
//! - 牵头：教育局
//! - 配合：财政局、民政局
//! - 时限：2026年12月底
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! # 主体
//! - 县政府：澜平县人民政府
//!   - 教育局：澜平县教育局
//!   - 财政局：澜平县财政局
//!   - 民政局：澜平县民政局
//!
//! ## 措施：完善资助制度
//! - 牵头：教育局
//! - 配合：财政局、民政局
//! - 时限：2026年12月底
//! ```
//!
//! ## 依据 · Source
//! C150

use std::collections::BTreeMap;
use std::ops::Range;

use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::{OwnerKind, Plan};
use crate::source::Spanned;
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "F082",
    name: "place_differs",
    severity: Severity::Warning,
    at_issue: Severity::Error,
    text: include_str!("place_differs.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    let placed: Vec<_> = named(plan).filter_map(|name| Some((name, place(&name.value)?))).collect();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for (name, at) in &placed {
        *counts.entry(&name.value[at.clone()]).or_default() += 1;
    }
    let most = counts.iter().max_by_key(|(_, count)| **count).map(|(place, count)| (*place, *count));
    let title = plan.title.as_ref().map_or("", |title| title.value.as_str());
    // The title and one organ of the same place say as much as three organs.
    let enough = |place: &str| if title.contains(place) { ENOUGH - 1 } else { ENOUGH };
    let most = most.filter(|(place, count)| *count >= enough(place) && count * 3 >= placed.len() * 2);
    let Some((own, _)) = most else { return };
    let first = placed.iter().find(|(name, at)| &name.value[at.clone()] == own).map(|(name, _)| name.span);
    for (name, at) in placed {
        let other = &name.value[at.clone()];
        // 海东市 holds 海东市平安区.
        if other.contains(own) || own.contains(other) {
            continue;
        }
        let whole = &name.value;
        let message = text!(
            zh: "“{whole}”是{other}的，其他单位都是{own}的",
            en: "“{whole}” is of {other}, while the others are of {own}"
        );
        let mut found = RULE.finding(context.part_of(name, at.clone()), message);
        if let Some(first) = first {
            found = found.related(first, text!(zh: "{own}的单位在这里", en: "an organ of {own} is here"));
        }
        out.push(found.help(text!(
            zh: "改为“{own}”；确是外地单位的，标明“系统外”",
            en: "write {own}; if an organ of another place is meant, mark it 系统外"
        )));
    }
}

/// So many organs of one place make it the place of the plan.
const ENOUGH: usize = 3;

/// The names that should be of one place: the title, and the full names of organs of the plan.
fn named(plan: &Plan) -> impl Iterator<Item = &Spanned<String>> {
    let owners = plan.owners.iter().filter(|owner| owner.kind == OwnerKind::Organ && plan.is_own(owner.span));
    plan.title.iter().chain(owners.filter_map(|owner| owner.full_name.as_ref()))
}

/// The county, district or city that a name begins with.
fn place(name: &str) -> Option<Range<usize>> {
    // The title of an explanation begins with 《.
    let start = name.len() - name.trim_start_matches('《').len();
    let name_from = &name[start..];
    let end = name_from.char_indices().take(9).skip(2).filter(|(_, sign)| "县区市旗".contains(*sign)).last()?;
    let end = end.0 + end.1.len_utf8();
    let words = &name_from[..end];
    let is_name = !["全", "各", "我", "本", "某", "该", "X", "×", "中共", "依法", "法治"]
        .iter()
        .any(|word| words.starts_with(word));
    let is_plain = !words.contains(['、', '（', '(', '，', '校', '园', '社']) && !words.ends_with("城市");
    (is_name && is_plain).then_some(start..start + end)
}

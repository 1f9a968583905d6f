//! Conditions: `对连续两年师德考评处于末位的教师，予以待岗、转岗或者分流。`

use crate::calendar::When;
use crate::plan::{Condition, Plan};

use super::bare;

/// Sanctions and rewards named by a noun: they need 予以.
const NOUNS: [&str; 26] = [
    "待岗",
    "转岗",
    "分流",
    "低聘",
    "解聘",
    "辞退",
    "降级",
    "通报",
    "表彰",
    "奖励",
    "处分",
    "警告",
    "诫勉",
    "调整",
    "留校察看",
    "劝退",
    "开除",
    "免职",
    "撤职",
    "问责",
    "约谈",
    "批评",
    "记过",
    "职称降级",
    "清退",
    "处罚",
];

/// The sentence of some conditions.
pub(in crate::document) fn sentence(plan: &Plan, conditions: &[&Condition]) -> Option<String> {
    let clauses = conditions.iter().map(|condition| clause(plan, condition)).collect::<Vec<_>>();
    super::sentence(&clauses, "；")
}

fn clause(plan: &Plan, condition: &Condition) -> String {
    let (when, then) = (bare(&condition.when.value), bare(&condition.then.value));
    let when = when.strip_suffix('的').unwrap_or(when);
    let given = NOUNS.iter().any(|noun| then.starts_with(noun));
    let then = if given { format!("予以{then}") } else { then.to_owned() };
    let within = condition.within.as_ref().map(|time| within(bare(&time.value.to_string()))).unwrap_or_default();
    let lasts = condition.lasts.as_ref().map(|time| format!("，为期{}", lasts(&time.value))).unwrap_or_default();
    let fund = condition.fund.map(|id| plan.funds[id].name.value.as_str());
    let about = fund.or(condition.quota.map(|id| plan.quotas[id].name.value.as_str()));
    let about = about.map(|name| format!("{name}：")).unwrap_or_default();
    match condition.of.as_ref().map(|of| bare(&of.value)) {
        // 高中学生严重违反校规的: whom it means is said, and 对…对 never stands twice.
        Some(of) if !when.contains(of) && !then.starts_with('对') => {
            format!("{about}对{when}的{of}，{within}{then}{lasts}")
        }
        _ => format!("{about}{when}的，{within}{then}{lasts}"),
    }
}

/// A length of time: `1年`.
fn lasts(time: &When) -> String {
    match time {
        When::Within(count, unit) => unit.counted(*count),
        other => other.to_string(),
    }
}

fn within(time: &str) -> String {
    if time.ends_with('内') { time.to_owned() } else { format!("{time}内") }
}

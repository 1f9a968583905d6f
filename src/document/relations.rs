//! Whether prose tells how owners stand to each other: who answers to whom, who acts together, who reports to whom.
//!
//! Takes such a fact and what is said in its place, gives yes or no. Names that stand side by side say nothing of that.

use crate::plan::{Alliance, Chain, Levels, Report};

use super::said::Said;
use super::sentence::{bare, when};

/// Whether prose tells of a chain: all its links, and that one answers to the other.
pub(super) fn is_chain_said(chain: &Chain, said: &Said) -> bool {
    const ANSWERS: [&str; 8] = ["层层", "逐级", "主线", "责任", "负责", "—", "→", "一级抓一级"];
    said.tells(&|text| {
        let has_name = chain.name.as_ref().is_some_and(|name| text.contains(name.value.trim()));
        let has_all = chain.links.iter().all(|link| text.contains(link.text.as_str()));
        has_all && (has_name || ANSWERS.iter().any(|word| text.contains(word)))
    })
}

/// Whether prose tells that several act as one.
pub(super) fn is_alliance_said(alliance: &Alliance, said: &Said) -> bool {
    const ACTS: [&str; 10] = ["协同", "配合", "共同", "联合", "合力", "联动", "携手", "协作", "共育", "结合"];
    said.tells(&|text| {
        let has_name = alliance.name.as_ref().is_some_and(|name| text.contains(name.value.trim()));
        let has_all = alliance.members.iter().all(|member| text.contains(member.text.as_str()));
        has_all && (has_name || ACTS.iter().any(|word| text.contains(word)))
    })
}

/// Whether prose tells of the tiers of an administration as tiers.
pub(super) fn are_levels_said(levels: &Levels, said: &Said) -> bool {
    said.tells(&|text| {
        let has_all = levels.tiers.iter().all(|tier| tier.value.split('、').all(|tier| text.contains(tier)));
        has_all && text.contains(['级', '层'])
    })
}

/// Whether prose has told of all of a report: what, from whom, to whom, how often and when.
pub(super) fn is_report_said(report: &Report, said: &Said) -> bool {
    let every = report.every.as_ref().map(|every| every.value.to_string());
    let when = report.when.as_ref().map(|when| when.value.to_string());
    let names = report.path.iter().map(|end| bare(end.text.trim()).to_owned());
    let parts = names.chain(every).chain(when).collect::<Vec<_>>();
    let has = |text: &str, part: &str| {
        let loose = ["各", "每"].iter().find_map(|each| part.strip_prefix(each)).unwrap_or(part);
        let of_no_year = when::without_year(loose);
        text.contains(loose) || of_no_year.len() < loose.len() && text.contains(&of_no_year)
    };
    said.after_each(bare(&report.what.value)).any(|text| parts.iter().all(|part| has(&text, part)))
}

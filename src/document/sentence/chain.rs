//! Who answers to whom, who reports to whom, who plays which part.

use crate::plan::{Alliance, Chain, Levels, Report, Role};

use super::{all_named, bare, named, sentence};

/// Parts that are worded as acts; any other is taken charge of.
const ACTS: [&str; 30] = [
    "负责", "承担", "牵头", "协助", "配合", "落实", "做好", "抓好", "组织", "指导", "监督", "统筹", "协调", "主持",
    "分管", "联系", "履行", "参与", "支持", "督促", "召集", "审核", "审批", "制定", "研究", "对", "按", "依", "把",
    "主抓",
];

/// `责任链条：区政府—乡镇政府—村（社区）—家长。`
pub(in crate::document) fn chains(chains: &[&Chain]) -> Option<String> {
    let links = |chain: &Chain| chain.links.iter().map(named).collect::<Vec<_>>().join("—");
    let name = |chain: &Chain| chain.name.as_ref().map(|name| name.value.clone());
    match chains {
        [] => None,
        [only] => Some(format!("{}责任链条：{}。", name(only).unwrap_or_default(), links(only))),
        several => {
            let each = several.iter().map(|chain| match name(chain) {
                Some(name) => format!("{name}为{}", links(chain)),
                None => links(chain),
            });
            Some(format!("责任链条：{}。", each.collect::<Vec<_>>().join("；")))
        }
    }
}

/// `家庭、学校、社会协同配合，形成家校社合力。`
pub(in crate::document) fn alliance(alliance: &Alliance) -> String {
    let members = all_named(&alliance.members);
    match &alliance.name {
        Some(name) => format!("{members}协同配合，形成{}合力。", name.value),
        None => format!("{members}协同配合。"),
    }
}

/// `管理层级：县—乡镇—学校。`
pub(in crate::document) fn levels(levels: &Levels) -> String {
    let name = levels.name.as_ref().map_or("工作", |name| name.value.as_str());
    let tiers = levels.tiers.iter().map(|tier| tier.value.as_str()).collect::<Vec<_>>().join("—");
    format!("{name}层级：{tiers}。")
}

/// `教研组长每学期向学校报送质量分析报告。`
pub(in crate::document) fn reports(reports: &[&Report]) -> Option<String> {
    let clauses = reports.iter().map(|report| {
        let when = report.when.as_ref().map(|when| super::when::by(&when.value)).unwrap_or_default();
        let every = report.every.as_ref().map(|every| every.value.to_string()).unwrap_or_default();
        let every = format!("{every}{}", if every.is_empty() { when } else { super::when::without_year(&when) });
        let what = bare(&report.what.value);
        match &report.path[..] {
            [] => format!("{every}报送{what}"),
            [from, to] => format!("{}{every}向{}报送{what}", named(from), named(to)),
            [from, to @ ..] => format!("{}{every}将{what}逐级报送{}", named(from), all_named(to)),
        }
    });
    sentence(&clauses.collect::<Vec<_>>(), "；")
}

/// `教研室负责抽测全区各年级学生学业质量。`
pub(in crate::document) fn roles(roles: &[&Role]) -> Option<String> {
    let clauses = roles.iter().map(|role| {
        let (who, what) = (named(&role.who), bare(&role.what.value));
        if ACTS.iter().any(|act| what.starts_with(act)) { format!("{who}{what}") } else { format!("{who}负责{what}") }
    });
    sentence(&clauses.collect::<Vec<_>>(), "；")
}

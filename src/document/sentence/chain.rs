//! Who answers to whom, who reports to whom, who plays which part.

use std::borrow::Cow;
use std::slice;

use crate::calendar::{Part, Time, When};
use crate::plan::{Alliance, Chain, Levels, OwnerKind, OwnerRef, Report, Role};
use crate::quantity::han_ordinal;

use super::verb::is_spoken;
use super::{bare, duty, listed, owner, owners, sentence};
use crate::document::Writer;
use crate::document::flow::Open;

/// Parts that are worded as acts; any other is taken charge of.
const ACTS: [&str; 37] = [
    "负责", "承担", "牵头", "协助", "配合", "落实", "做好", "抓好", "组织", "指导", "监督", "统筹", "协调", "主持",
    "分管", "联系", "履行", "参与", "支持", "督促", "召集", "审核", "审批", "制定", "研究", "对", "按", "依", "把",
    "主抓", "具体", "使用", "执行", "遵守", "会同", "全面", "切实",
];

/// What an act begins with that is asked of somebody, and that nobody takes charge of: how, by what, and what people do
/// themselves. 教研组长要在期初制定计划, 教师要了解方案.
const ASKED: [&str; 44] = [
    "在", "以", "与", "向", "根据", "依据", "参照", "采取", "采用", "通过", "结合", "围绕", "利用", "运用", "借助",
    "坚持", "带头", "亲自", "深入", "认真", "积极", "主动", "及时", "严格", "始终", "自觉", "努力", "注重", "重视",
    "善于", "协同", "了解", "熟悉", "掌握", "明确", "学习", "参加", "遵循", "服从", "蹲点", "树立", "增强", "每",
    "提前",
];

/// What begins alike and is a thing that is taken charge of: 教务处负责在籍学生管理.
const THINGS: [&str; 8] = ["在校", "在籍", "在线", "在职", "在编", "在岗", "学习型", "学习资料"];

/// `以“区政府—乡镇政府—村（社区）—家长”为主线，层层落实控辍保学责任。`
pub(in crate::document) fn chains(writer: &Writer, chains: &[&Chain], open: &Open) -> Option<String> {
    let links = |chain: &Chain| {
        let links = chain.links.iter().map(|link| owner(writer.plan, link));
        links.collect::<Vec<_>>().join("—")
    };
    let name = |chain: &Chain| chain.name.as_ref().map(|name| name.value.clone());
    match chains {
        [] => None,
        [only] => {
            let name = name(only).unwrap_or_default();
            let (links, name) = (links(only), name.trim());
            if name.ends_with("责任状") || name.ends_with("责任书") {
                return Some(writer.wording.chain_signed(&links, name));
            }
            // 层层落实督查责任: neither 督查主线责任 nor 督查责任责任.
            let about = ["责任链", "主线", "责任"].iter().find_map(|end| name.strip_suffix(end)).unwrap_or(name);
            Some(writer.wording.chain(about, &links))
        }
        several => {
            // 实行“双线”责任制：…: prose has said what they are.
            let are_lines = matches!(open, Open::Colon(prose) if prose.contains('线'));
            let each = several.iter().map(|chain| match name(chain) {
                Some(name) => format!("{name}为{}", links(chain)),
                None if are_lines => writer.wording.chain_line(&links(chain)),
                None => links(chain),
            });
            let is_plain = are_lines && several.iter().all(|chain| chain.name.is_none());
            let all = each.collect::<Vec<_>>().join(if is_plain { "，" } else { "；" });
            Some(if matches!(open, Open::Colon(_)) { format!("{all}。") } else { writer.wording.chains(&all) })
        }
    }
}

/// `家庭、学校、社会协同配合，形成家校社合力。`
pub(in crate::document) fn alliance(writer: &Writer, alliance: &Alliance) -> String {
    let members = owners(writer.plan, &alliance.members);
    match &alliance.name {
        Some(name) => writer.wording.alliance_named(&members, &name.value),
        None => writer.wording.alliance(&members),
    }
}

/// `实行县、乡镇、学校三级管理。`
pub(in crate::document) fn levels(writer: &Writer, levels: &Levels) -> String {
    let name = levels.name.as_ref().map_or("管理", |name| name.value.as_str());
    let tiers = levels.tiers.iter().flat_map(|tier| tier.value.split('、')).collect::<Vec<_>>();
    let counted = format!("{}{}级", tiers.join("、"), han_ordinal(tiers.len()));
    writer.wording.levels(name, &counted)
}

/// `教研组长每学期要向学校报送质量分析报告。`
pub(in crate::document) fn reports(writer: &Writer, reports: &[&Report], open: &Open) -> Option<String> {
    if let ([only], Open::Comma(prose)) = (reports, open)
        && let Some(rest) = ending(writer, only, prose)
    {
        return Some(rest);
    }
    // 学校、幼儿园 → 县教育局 is one line and told in one.
    let lines = reports.chunk_by(|one, other| one.span == other.span && one.path.len() == 2).collect::<Vec<_>>();
    let every = |several: &[&Report]| several.first().map(|first| rhythm(first)).unwrap_or_default();
    let is_round =
        |several: &[&Report]| every(several).starts_with('每') && !several.iter().any(|one| one.path.is_empty());
    // 每学期，教务主任向校长报送…，年级主任向校长报送…: a time that several share is told once.
    let shares = |one: &&[&Report], other: &&[&Report]| is_round(one) && is_round(other) && every(one) == every(other);
    let clauses = lines.chunk_by(shares).map(|group| match group {
        [first, _, ..] => {
            let all = group.iter().map(|several| report(writer, several, "")).collect::<Vec<_>>();
            writer.wording.shared_rhythm(&every(first), &all.join("，"))
        }
        _ => group.iter().map(|several| report(writer, several, &every(several))).collect(),
    });
    sentence(&clauses.collect::<Vec<_>>(), "；")
}

/// What ends a sentence on the report that prose has begun: `各校要制定工作方案，于6月底前报县教育局`; none where its last
/// sentence does not name both what is sent and who sends it.
fn ending(writer: &Writer, report: &Report, prose: &str) -> Option<String> {
    let [from, to] = &report.path[..] else { return None };
    let (from, what) = (owner(writer.plan, from), bare(&report.what.value));
    let last = prose.rsplit(['。', '；', '！', '？']).next().unwrap_or_default();
    let from = from.strip_prefix('各').unwrap_or(&from);
    let names_both = last.contains(what) && (last.contains(from) || from == "学校" && last.contains("各校"));
    let time = rhythm(report);
    if !names_both || time.is_empty() || is_spoken(what) {
        return None;
    }
    let is_dated = time.starts_with(|first: char| first.is_ascii_digit());
    let time = if is_dated { format!("于{time}") } else { time };
    Some(writer.wording.report_rest(&time, &owner(writer.plan, to)))
}

fn report(writer: &Writer, several: &[&Report], every: &str) -> String {
    let (plan, words) = (writer.plan, writer.wording);
    let Some(first) = several.first() else { return String::new() };
    let what = bare(&first.what.value);
    // 学校要于2026年6月底前报送, 学校要定期报送, but 学校每学期要报送.
    let is_round = every.is_empty() || every.starts_with('每');
    let is_dated = every.starts_with(|first: char| first.is_ascii_digit()) && !first.path.is_empty();
    let every = if is_dated { format!("于{every}") } else { every.to_owned() };
    match &first.path[..] {
        [] => format!("{every}报送{what}"),
        [_, _] => {
            let ends = |at: usize| {
                let mut names: Vec<Cow<str>> = Vec::new();
                for name in several.iter().filter_map(|report| report.path.get(at)).map(|end| owner(plan, end)) {
                    if !names.contains(&name) {
                        names.push(name);
                    }
                }
                listed(names.into_iter().map(Cow::into_owned))
            };
            let (from, to) = (ends(0), ends(1));
            // A post hands in its report; organs send theirs.
            let is_post = |end: &OwnerRef| end.target().is_some_and(|id| plan.owners[id].kind == OwnerKind::Post);
            let are_posts = several.iter().filter_map(|report| report.path.first()).all(is_post);
            match (is_round, are_posts) {
                (true, _) if is_spoken(what) => words.report_made(&from, &every, &to, what),
                (false, _) if is_spoken(what) => words.report_made_dated(&from, &every, &to, what),
                (true, true) => words.report_handed(&from, &every, &to, what),
                (true, false) => words.report(&from, &every, &to, what),
                (false, _) => words.report_dated(&from, &every, &to, what),
            }
        }
        [from, to @ ..] => words.report_up(&owner(plan, from), &every, what, &owners(plan, to)),
    }
}

/// What is reported to whom, as the name of a task: `向县教育局报送工作总结`, `将总结逐级报送学校、县教育局`.
pub(in crate::document) fn reporting(writer: &Writer, report: &Report) -> String {
    let what = bare(&report.what.value);
    match report.path.get(1..).unwrap_or_default() {
        [] => format!("报送{what}"),
        [to] if is_spoken(what) => format!("向{}进行{what}", owner(writer.plan, to)),
        [to] => format!("向{}报送{what}", owner(writer.plan, to)),
        to => format!("将{what}逐级报送{}", owners(writer.plan, to)),
    }
}

/// How often and when: `每学期`, `每月25日前`, `每月于次月5日前`.
pub(in crate::document) fn rhythm(report: &Report) -> String {
    let every = report.every.as_ref().map(|every| every.value.to_string()).unwrap_or_default();
    let Some(when) = &report.when else { return every };
    let told = super::when::by(&when.value);
    match &when.value {
        When::Each(..) => told,
        When::Yearly(_) if every.is_empty() => told.strip_prefix("每年").unwrap_or(&told).to_owned(),
        When::Yearly(_) => told,
        When::Words(words) if !every.is_empty() && words.starts_with(['次', '下']) => format!("{every}于{told}"),
        _ if every.is_empty() => told,
        // 每年12月20日前: the year of the plan is not that of a report that comes every year.
        When::At(Time { part: Part::Day(month, day), .. }) => {
            let day = Time { year: None, part: Part::Day(*month, *day) };
            format!("{every}{}", super::when::without_year(&super::when::by(&When::At(day))))
        }
        // 每季度 and 季度末前 are 每季度末前.
        _ if every.strip_prefix('每').is_some_and(|stretch| told.starts_with(stretch)) => format!("每{told}"),
        _ => format!("{every}{}", super::when::without_year(&told)),
    }
}

/// `教研室负责抽测全区各年级学生学业质量。`
pub(in crate::document) fn roles(writer: &Writer, roles: &[&Role]) -> Option<String> {
    // 甲科、乙科负责组织实施: what several do alike is told once.
    let alike = roles.chunk_by(|one, other| one.what.value == other.what.value);
    let clauses = alike.map(|group| {
        let mut who = group.iter().map(|role| owner(writer.plan, &role.who)).collect::<Vec<_>>().join("、");
        let is_joint =
            group.len() == 1 && group.iter().any(|role| super::is_union(writer.plan, slice::from_ref(&role.who)));
        if is_joint {
            who.push_str("共同");
        }
        let what = group.first().map(|role| bare(&role.what.value)).unwrap_or_default();
        // 领导小组组长负责审定方案 has its verb.
        let is_act = what.contains("负责") || ACTS.iter().any(|act| what.starts_with(act));
        let is_thing = THINGS.iter().any(|thing| what.starts_with(thing));
        match !is_thing && ASKED.iter().any(|way| what.starts_with(way)) {
            asked if is_act || asked && is_joint => format!("{who}{what}"),
            true => writer.wording.role_asked(&who, what),
            false => writer.wording.role(&who, what),
        }
    });
    let clauses = clauses.collect::<Vec<_>>();
    // 教务处组织实施，教研组具体落实: so few words need no semicolon.
    let length = clauses.iter().map(|clause| clause.chars().count()).sum::<usize>();
    let is_short = length <= duty::FEW && !clauses.iter().any(|clause| clause.contains(['，', '、']));
    sentence(&clauses, if is_short { "，" } else { "；" })
}

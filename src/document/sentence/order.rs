//! What comes before a measure, what it must not do, and who approves it.

use crate::calendar::When;
use crate::document::said::Said;
use crate::document::{Writer, rest};
use crate::plan::{Link, Measure, Plan, Step, StepRef};

use super::{named, owners};

/// Titles that begin with these are acts that are over once they are done: 制定办法后, but 集体备课完成后.
const DONE_AT_ONCE: [&str; 35] = [
    "制定",
    "制订",
    "出台",
    "建立",
    "成立",
    "开展",
    "组织",
    "召开",
    "完成",
    "印发",
    "下发",
    "编制",
    "修订",
    "举办",
    "评选",
    "签订",
    "公布",
    "启动",
    "摸清",
    "填写",
    "拟定",
    "分解",
    "健全",
    "建设",
    "确定",
    "明确",
    "收集",
    "积累",
    "汇总",
    "上报",
    "核定",
    "分析",
    "分类分析",
    "考评",
    "全面检查",
];

/// Ends of what is done outside the plan; all else that is named outside is an event: 督查发现问题后.
const WORK: [&str; 14] =
    ["工作", "建设", "监测", "检查", "验收", "评估", "改革", "培训", "测试", "调查", "审核", "项目", "工程", "任务"];

/// The sentence on the order of a measure.
pub(in crate::document) fn order(writer: &Writer, measure: &Measure, said: &Said) -> Option<String> {
    let (plan, words) = (writer.plan, writer.wording);
    let (after, builds_on) = before(plan, measure, said);
    let (things, done) = (titles(plan, &builds_on), done(plan, &after));
    match (builds_on.is_empty(), after.is_empty()) {
        (true, true) => None,
        (false, true) if are_papers(plan, &builds_on) => Some(words.order_rests_on(&things)),
        (false, true) => Some(words.order_builds_on(&things)),
        (true, false) => Some(words.order_after(&done)),
        (false, false) => Some(words.order_both(&things, &done)),
    }
}

/// Whether the page shows without words what comes first: it stands higher up, and its day is before that of the measure.
fn is_told_by_dates(plan: &Plan, measure: &Measure, step: &StepRef) -> bool {
    let days = |when: &When| when.interval();
    let (span, ends) = match step.target() {
        Some(Step::Measure(id)) => (plan.measures[id].span, plan.measures[id].due.value.as_ref()),
        Some(Step::Phase(id)) => (plan.phases[id].span, plan.phases[id].time.as_ref()),
        _ => return false,
    };
    let ends = ends.and_then(|when| days(&when.value)).map(|days| days.last);
    let begins = measure.start.as_ref().and_then(|when| days(&when.value)).map(|days| days.first);
    let due = measure.due.value.as_ref().and_then(|when| days(&when.value)).map(|days| days.last);
    let is_before = |day| ends.is_some_and(|end| end < day);
    span.start < measure.span.start && begins.map_or(due.is_some_and(is_before), is_before)
}

/// Whether a sentence says what is done, and not before another time, so that what comes first can begin it.
pub(in crate::document) fn can_begin(sentence: &str) -> bool {
    const DEEDS: [&str; 8] = ["开展", "制定", "形成", "建立", "出台", "编制", "组织", "召开"];
    let clause = sentence.split(['，', '。']).next().unwrap_or_default();
    // What is reported is no part of the work.
    if clause.contains("报送") {
        return false;
    }
    let is_dated = clause.starts_with(|sign: char| sign.is_ascii_digit()) && !clause.ends_with('前');
    let comes_round =
        clause.find('每').is_some_and(|at| at <= "教师进修学校".len()) && !clause.ends_with(['期', '年', '月', '周']);
    is_dated && clause.contains('前') || comes_round || DEEDS.iter().any(|deed| clause.starts_with(deed))
}

/// What stands before the title of a measure that is a paragraph and has no prose: `在全区性质量监测的基础上，`.
pub(in crate::document) fn lead_in(writer: &Writer, measure: &Measure, outer: &Said) -> String {
    let (plan, words) = (writer.plan, writer.wording);
    let (after, builds_on) = before(plan, measure, outer);
    let mut text = String::new();
    if !builds_on.is_empty() {
        let things = titles(plan, &builds_on);
        let is_paper = are_papers(plan, &builds_on);
        text.push_str(&if is_paper { words.order_lead_rests_on(&things) } else { words.order_lead_builds_on(&things) });
    }
    if !after.is_empty() {
        text.push_str(&words.order_lead_after(&done(plan, &after)));
    }
    text
}

/// Who approves it first.
pub(in crate::document) fn approval(writer: &Writer, measure: &Measure, said: &Said) -> Option<String> {
    const WORDS: [&str; 5] = ["同意", "批准", "审定", "审批", "审议"];
    let is_told = |approver: &str| WORDS.iter().any(|word| said.has_together([approver, *word]));
    let unsaid = measure.approved.iter().filter(|approver| !is_told(approver.text.trim())).cloned();
    let unsaid = unsaid.collect::<Vec<_>>();
    (!unsaid.is_empty()).then(|| writer.wording.approval(&owners(writer.plan, &unsaid)))
}

/// What it must not do.
pub(in crate::document) fn forbidden(writer: &Writer, measure: &Measure, said: &Said) -> Option<String> {
    let unsaid = measure.forbids.iter().filter_map(|words| rest::of_prohibition(&words.value, said));
    super::sentence(&unsaid.map(|what| forbids(writer, &what)).collect::<Vec<_>>(), "；")
}

/// `严禁以会代研`.
pub(in crate::document) fn forbids(writer: &Writer, what: &str) -> String {
    if what.starts_with("严禁") { what.to_owned() } else { writer.wording.forbids(what) }
}

/// What is finished before, unless the days tell it, and what it builds on; what is both is told as the first.
fn before(plan: &Plan, measure: &Measure, said: &Said) -> (Vec<StepRef>, Vec<StepRef>) {
    let after = measure.after.iter().filter(|step| !is_told_by_dates(plan, measure, step));
    let after = unsaid(plan, after, said);
    let mut builds_on = unsaid(plan, measure.builds_on.iter(), said);
    builds_on.retain(|step| !measure.after.iter().any(|other| other.link == step.link && other.text == step.text));
    (after, builds_on)
}

fn unsaid<'p>(plan: &Plan, steps: impl Iterator<Item = &'p StepRef>, said: &Said) -> Vec<StepRef> {
    // Its name alone is not its order: 备课要有记录.
    const WORDS: [&str; 19] = [
        "后", "前", "先", "再", "基础", "依托", "依据", "根据", "按照", "按", "结合", "利用", "借助", "通过", "经",
        "以", "同时", "完成", "对照",
    ];
    let tells = |name: &str| !name.is_empty() && WORDS.iter().any(|word| said.has_together([name, *word]));
    let is_said = |step: &StepRef| tells(step.text.trim()) || tells(&title(plan, step));
    steps.filter(|step| step.link == Link::Hole || !is_said(step)).cloned().collect()
}

/// Whether all of them are papers that are followed: 依据本方案, but 依托管理平台.
fn are_papers(plan: &Plan, steps: &[StepRef]) -> bool {
    const PAPERS: [&str; 9] = ["方案", "计划", "规划", "办法", "意见", "细则", "标准", "要点", "规定"];
    steps.iter().all(|step| PAPERS.iter().any(|paper| title(plan, step).ends_with(paper)))
}

fn titles(plan: &Plan, steps: &[StepRef]) -> String {
    steps.iter().map(|step| quoted(title(plan, step))).collect::<Vec<_>>().join("、")
}

/// What a step is called on the page: its title, not the name that stands for it in the source.
fn title(plan: &Plan, step: &StepRef) -> String {
    let title = match step.target() {
        Some(Step::Goal(id)) => &plan.goals[id].title.value,
        Some(Step::Measure(id)) => &plan.measures[id].title.value,
        Some(Step::Phase(id)) => &plan.phases[id].title.value,
        None => return named(step).to_owned(),
    };
    title.trim().trim_end_matches('。').to_owned()
}

/// A title that holds a mark of its own stands in quotation marks.
fn quoted(title: String) -> String {
    if title.contains(['，', '、', '；']) { format!("“{title}”") } else { title }
}

/// Whether a title begins with an act that is over once it is done; who does it may stand before: 各校制定实施方案.
fn begins_done(title: &str) -> bool {
    const LONGEST_DOER: usize = "各学校".len();
    let first = |verb: &&str| {
        let places = title.char_indices().map(|(at, _)| at).take_while(|at| *at <= LONGEST_DOER);
        places.into_iter().find(|at| title[*at..].starts_with(*verb))
    };
    DONE_AT_ONCE.iter().filter_map(first).any(|at| {
        let who = &title[..at];
        who.is_empty() || who.starts_with(['各', '全']) || who.ends_with(['校', '局', '委', '组', '股'])
    })
}

/// Whether a title names a piece of work as a noun does, and not as an order: 联合检查, but 加强检查.
fn is_noun(title: &str) -> bool {
    const DEEDS: [&str; 8] = ["自查", "检查", "排查", "整治", "培训", "监测", "验收", "评估"];
    const ORDERS: [&str; 12] =
        ["加强", "加大", "抓好", "做好", "严格", "深化", "推进", "强化", "落实", "规范", "开展", "组织"];
    let is_plain = title.chars().count() <= 8 && !title.contains(['，', '、', '；', '“']);
    is_plain && DEEDS.iter().any(|deed| title.ends_with(deed)) && !ORDERS.iter().any(|order| title.contains(order))
}

/// A title in quotation marks, those that it has made single.
fn named_in_marks(title: String) -> String {
    format!("“{}”", title.replace('“', "‘").replace('”', "’"))
}

/// `集体备课、上研讨课完成`, `制定办法`, `督查发现问题`: what 后 follows.
fn done(plan: &Plan, steps: &[StepRef]) -> String {
    // Beside a measure that 完成 follows all the others take it too.
    let is_lone = steps.len() == 1;
    let how = |step: &StepRef| {
        let title = title(plan, step);
        let ends_in = |ends: &[&str]| ends.iter().any(|end| title.ends_with(end));
        match step.target() {
            None if step.link == Link::Outside && !ends_in(&WORK) => "",
            Some(Step::Goal(_)) => "实现",
            Some(Step::Phase(_)) => "结束",
            _ if is_lone && begins_done(&title) => "",
            _ => "完成",
        }
    };
    let groups = steps.chunk_by(|one, other| how(one) == how(other)).map(|group| {
        let end = group.first().map(how).unwrap_or_default();
        let names = group.iter().map(|step| {
            let title = title(plan, step).trim_end_matches('后').to_owned();
            // 在“加大抽检力度”完成后: the title of a measure is its name there.
            let is_name = end == "完成" && matches!(step.target(), Some(Step::Measure(_))) && !is_noun(&title);
            match end {
                _ if is_name => named_in_marks(title),
                // 召开校长会和教师会、家长会后: what is one deed needs no marks.
                "" if !title.contains(['，', '；']) => title,
                _ => quoted(title),
            }
        });
        // Between quotation marks 、 is left out (GB/T 15834).
        format!("{}{end}", names.collect::<Vec<_>>().join("、").replace("”、“", "”“"))
    });
    groups.collect::<Vec<_>>().join("、")
}

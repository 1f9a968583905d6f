//! What to write in the place of a word that is no keyword.
//!
//! Takes the word a data line begins with and where it stands, gives the line that says what was meant. Words that
//! have a keyword of their own stand in [`super::recover`] and in two short lists here; the rest is said in another form,
//! or not as data.

use crate::diagnostic::{Diagnostic, Severity, Text};
use crate::source::{Span, Spanned};
use crate::text;

use super::faults;
use super::keyword::{Keyword, Place};

/// What a word that is no keyword stands for.
#[derive(Clone, Copy)]
enum Meant {
    Condition,
    Case,
    Then,
    Duty,
    Step,
    Words,
    Figure,
    Standard,
    Fund,
    Contact,
    Title,
    Date,
}

/// What officials begin a line with, and what they mean.
const WORDS: [(&[&str], Meant); 12] = [
    (
        &[
            "奖励",
            "表彰",
            "奖惩",
            "处罚",
            "惩处",
            "惩罚",
            "问责",
            "追责",
            "责任追究",
            "激励",
            "奖惩措施",
            "结果运用",
            "reward",
            "penalty",
            "sanction",
        ],
        Meant::Condition,
    ),
    (&["条件", "情形", "适用情形", "触发条件"], Meant::Case),
    (&["则", "那么", "then"], Meant::Then),
    (&["标准", "达标标准", "工作标准"], Meant::Standard),
    (&["考核", "督办", "督导", "检查", "督查", "调研", "会议", "培训", "活动"], Meant::Duty),
    (
        &[
            "任务",
            "工作任务",
            "重点任务",
            "主要任务",
            "具体任务",
            "举措",
            "工作措施",
            "主要措施",
            "具体措施",
            "步骤",
            "做法",
            "task",
            "action",
            "step",
        ],
        Meant::Step,
    ),
    (
        &[
            "要求",
            "工作要求",
            "内容",
            "工作内容",
            "主要内容",
            "说明",
            "注意事项",
            "意义",
            "原则",
            "content",
            "description",
        ],
        Meant::Words,
    ),
    (
        &[
            "频次",
            "频率",
            "次数",
            "数量",
            "数值",
            "目标值",
            "指标值",
            "目标要求",
            "完成数",
            "target",
            "value",
            "number of times",
            "frequency",
        ],
        Meant::Figure,
    ),
    (&["预算", "费用", "金额", "经费预算", "资金预算", "所需经费", "budget", "cost", "money"], Meant::Fund),
    (&["联系人", "联系电话", "电话", "联系方式", "传真", "邮箱", "contact"], Meant::Contact),
    (&["题目", "标题", "方案名称", "名称", "title", "name"], Meant::Title),
    (&["印发日期", "印发时间", "发文日期", "发文时间", "制定时间", "日期"], Meant::Date),
];

/// More words that have a keyword of their own, also as they are said in English; and whether they can mean nothing
/// else.
pub(super) const OTHERS: [(&str, Keyword, bool); 44] = [
    ("如果", Keyword::If, true),
    ("假如", Keyword::If, true),
    ("若", Keyword::If, true),
    ("凡", Keyword::If, true),
    ("协助", Keyword::With, true),
    ("牵头科（股）室", Keyword::Lead, true),
    ("deadline", Keyword::Due, true),
    ("by when", Keyword::Due, true),
    ("time", Keyword::Due, false),
    ("owner", Keyword::Lead, false),
    ("responsible", Keyword::Lead, false),
    ("support", Keyword::With, false),
    ("remark", Keyword::Note, true),
    ("source", Keyword::Fund, false),
    ("issued by", Keyword::Issuer, true),
    ("issuing authority", Keyword::Issuer, true),
    ("led by", Keyword::Lead, true),
    ("leads", Keyword::Lead, true),
    ("lead unit", Keyword::Lead, true),
    ("lead agency", Keyword::Lead, true),
    ("in charge", Keyword::Lead, false),
    ("responsible for", Keyword::Lead, false),
    ("responsible unit", Keyword::Lead, false),
    ("supported by", Keyword::With, true),
    ("assisted by", Keyword::With, true),
    ("helped by", Keyword::With, true),
    ("together with", Keyword::With, true),
    ("partners", Keyword::With, false),
    ("due by", Keyword::Due, true),
    ("due date", Keyword::Due, true),
    ("complete by", Keyword::Due, true),
    ("completed by", Keyword::Due, true),
    ("finish by", Keyword::Due, true),
    ("starts", Keyword::Start, true),
    ("start date", Keyword::Start, true),
    ("begins", Keyword::Start, true),
    ("depends on", Keyword::After, true),
    ("comes after", Keyword::After, true),
    ("builds on", Keyword::BuildsOn, true),
    ("supports", Keyword::Serves, false),
    ("contributes to", Keyword::Serves, false),
    ("deliverable", Keyword::Output, true),
    ("deliverables", Keyword::Output, true),
    ("kpi", Keyword::Quota, false),
];

/// What words mean at one place only, where another keyword says it.
pub(super) const HERE: [(&str, Place, Keyword, bool); 8] = [
    ("时间", Place::PLAN, Keyword::Period, false),
    ("实施时间", Place::PLAN, Keyword::Period, true),
    ("时间安排", Place::PLAN, Keyword::Period, false),
    ("工作时间", Place::PLAN, Keyword::Period, false),
    ("责任单位", Place::PLAN, Keyword::Accountable, false),
    ("责任部门", Place::PLAN, Keyword::Accountable, false),
    ("time", Place::PLAN, Keyword::Period, false),
    ("duration", Place::PLAN, Keyword::Period, true),
];

/// What to write in the place of a word, if it is known what is meant by it.
pub(super) fn instead(word: &str) -> Option<Text> {
    let found = WORDS.iter().find(|(words, _)| words.contains(&word)).map(|(_, meant)| *meant);
    found.map(form).or_else(|| value(word))
}

fn form(meant: Meant) -> Text {
    match meant {
        Meant::Condition => text!(
            zh: "奖惩写成“- 如：连续两年优秀，则：奖励”，“如”后面写什么情形，“则”后面写怎样处理",
            en: "write it as “- if: 连续两年优秀, then: 奖励”: the case after “if”, what follows from it after “then”"
        ),
        Meant::Case => text!(
            zh: "什么情形下怎样处理，写成一行“- 如：…，则：…”，如“- 如：涉嫌犯罪的，则：3日内移送县公安局”",
            en: "what follows in which case is one line, “- if: …, then: …”, as in “- if: 涉嫌犯罪的, then: 3日内移送县公安局”"
        ),
        Meant::Standard => text!(
            zh: "标准是一个数的，写成“- 指标：达标率 不低于95%，到2028年底”；要交出什么的，写“- 成果：…”；只是说明的话写成正文，行首不加“- ”",
            en: "a standard that is a number is a quota, “- quota: 达标率 >= 95%, until 2028年底”; what is to be delivered is “- output: …”; what only explains is prose, without “- ”"
        ),
        Meant::Then => text!(
            zh: "“则”与“如”写在同一行：“- 如：连续两年末位，则：待岗”",
            en: "“then” stands on the line of its “if”: “- if: 连续两年末位, then: 待岗”"
        ),
        Meant::Duty => text!(
            zh: "多久做一次，写成“- 指标：检查教案 不少于1次，每月”；结果怎样用，写成“- 如：…，则：…”；只是说明的话写成正文，行首不加“- ”",
            en: "how often it is done is a quota: “- quota: 检查教案 >= 1次, per month”; what follows from it is “- if: …, then: …”; what only explains is prose, without “- ”"
        ),
        Meant::Step => text!(
            zh: "一项工作写成“- 措施：题目”，谁牵头、何时完成缩进写在它下面；只是说明的话写成正文，行首不加“- ”",
            en: "a piece of work is “- measure: its title”, with who leads and by when indented below it; what only explains is prose, without “- ”"
        ),
        Meant::Words => text!(
            zh: "说明的话写成正文，行首不加“- ”；有数的写“- 指标：…”，要交出什么的写“- 成果：…”，要印成注的写“- 附注：…”",
            en: "what only explains is prose, without “- ”; a number is “- quota: …”, what is delivered “- output: …”, a note “- note: …”"
        ),
        Meant::Figure => text!(
            zh: "数量和次数都写在指标那一行里：“- 指标：听课 不少于20节，每学期”",
            en: "how much and how often stand on the line of the quota: “- quota: 听课 >= 20节, per term”"
        ),
        Meant::Fund => text!(
            zh: "写成“- 经费：质量奖励资金 40万元，每年，来源县财政”：先写是什么钱，空一格写多少",
            en: "write it as “- fund: 质量奖励资金 40万元, per year, from 县财政”: what the money is for, a blank, how much"
        ),
        Meant::Contact => text!(
            zh: "联系人和电话印在通知末尾：在“# 通知”下面写“- 附注：联系人：…，电话：…”；没有通知的写成正文，行首不加“- ”",
            en: "whom to call stands at the end of a notice: “- note: 联系人：…，电话：…” below “# notice”; without one it is prose, without “- ”"
        ),
        Meant::Title => text!(
            zh: "题目写在标题行，如“# 方案：某县义务教育提质方案”；其他说明写成正文，行首不加“- ”",
            en: "a title stands in a heading, as in “# plan: …”; what only explains is prose, without “- ”"
        ),
        Meant::Date => text!(
            zh: "写成“- 成文日期：2026年1月5日”；印发的单位和日期写在“# 通知”下面：“- 印发：某局办公室，2026年1月6日”",
            en: "write “- date: 2026-01-05”; who printed it, and when, stands below “# notice”: “- printed: 某局办公室, 2026-01-06”"
        ),
    }
}

/// A line that begins with the time of a value, or that is a sentence.
fn value(word: &str) -> Option<Text> {
    let is_time = word.starts_with(|first: char| first.is_ascii_digit()) && word.contains(['年', '月', '-']);
    is_time.then(|| {
        text!(
            zh: "分年度的数值写在“- 指标：…”下面，每行缩进两格；只是说明的话写成正文，行首不加“- ”",
            en: "the values of several years are indented by two below “- quota: …”; what only explains is prose, without “- ”"
        )
    })
}

/// What a line may begin with at a place, and such a line.
pub(super) fn forms(place: Place) -> Text {
    if place == Place::PLAN {
        return text!(zh: "这里常写的有期限、责任、依据、附件，如“- 期限：2026年1月至2028年12月”；正文行首不加“- ”", en: "here stand period, accountable, basis and attachment, as in “- period: 2026-01至2028-12”; prose has no “- ”");
    }
    if place == Place::NOTICE {
        return text!(zh: "这里常写的有发文机关、主送、成文日期，如“- 主送：各中心校”；正文行首不加“- ”", en: "here stand issuer, to and date, as in “- to: 各中心校”; prose has no “- ”");
    }
    if place == Place::GOAL {
        return text!(zh: "这里常写的有指标、时限，如“- 指标：巩固率 不低于95%，到2028年底”；正文行首不加“- ”", en: "here stand quota and due, as in “- quota: 巩固率 >= 95%, until 2028”; prose has no “- ”");
    }
    if place == Place::MEASURE || place == Place::PHASE {
        return text!(zh: "这里常写的有牵头、配合、时限、指标，如“- 牵头：教育局”；正文行首不加“- ”", en: "here stand lead, with, due and quota, as in “- lead: 教育局”; prose has no “- ”");
    }
    if place == Place::SECTION {
        return text!(zh: "这里常写的有措施、指标、经费、附注，如“- 措施：开展业务培训”；正文行首不加“- ”", en: "here stand measure, quota, fund and note, as in “- measure: 开展业务培训”; prose has no “- ”");
    }
    if place == Place::CONDITION {
        return text!(zh: "“如”下面只写对、内、为期，如“- 内：1个月”", en: "below “if” stand of, within and lasts, as in “- within: 1个月”");
    }
    text!(
        zh: "以“- ”开头的行是数据，要以关键词开头；正文不加“- ”",
        en: "a line that begins with “- ” is data and begins with a keyword; prose has no dash"
    )
}

/// What a keyword that stands elsewhere is often taken for.
pub(super) fn mistaken(keyword: Keyword, place: Place) -> Option<Text> {
    let is_step = place.is_in(Place::GOAL_MEASURE_PHASE) || place == Place::SECTION;
    match keyword {
        Keyword::Unit if is_step || place == Place::PLAN => Some(text!(
            zh: "“单位”是指标的计量单位，写在“口径”里的指标下面；由谁来做写“- 牵头：…”",
            en: "“unit” is what an indicator is counted in and stands below it; who does it is “- lead: …”"
        )),
        Keyword::Leader if is_step => Some(text!(
            zh: "“组长”写在“# 主体”里标有“小组”的主体下面；这项工作由谁牵头写“- 牵头：…”",
            en: "“leader” stands in “# owners” below a group; who leads this piece of work is “- lead: …”"
        )),
        _ => None,
    }
}

/// The body of declarations that a heading of the first level is meant to be.
pub(super) fn declarations(title: &str) -> Option<Keyword> {
    const HEADINGS: [(&str, Keyword); 22] = [
        ("责任主体", Keyword::Owners),
        ("责任单位", Keyword::Owners),
        ("主体单位", Keyword::Owners),
        ("实施主体", Keyword::Owners),
        ("成员单位", Keyword::Owners),
        ("组织机构", Keyword::Owners),
        ("机构", Keyword::Owners),
        ("单位", Keyword::Owners),
        ("部门", Keyword::Owners),
        ("指标口径", Keyword::Indicators),
        ("口径说明", Keyword::Indicators),
        ("指标说明", Keyword::Indicators),
        ("指标", Keyword::Indicators),
        ("名词解释", Keyword::Indicators),
        ("单位换算", Keyword::Units),
        ("学年校历", Keyword::Calendar),
        ("owner", Keyword::Owners),
        ("responsible", Keyword::Owners),
        ("organizations", Keyword::Owners),
        ("organisations", Keyword::Owners),
        ("agencies", Keyword::Owners),
        ("actors", Keyword::Owners),
    ];
    HEADINGS.iter().find(|(written, _)| written.eq_ignore_ascii_case(title.trim())).map(|(_, keyword)| *keyword)
}

/// The title of a notice in the place of the title of a plan: `# 关于印发…的通知`; `is_certain` if a plan follows.
pub(super) fn notice_title(title: &Spanned<String>, is_certain: bool) -> Option<Diagnostic> {
    let words = title.value.trim();
    // A notice that issues nothing says itself what is to be done.
    let issues = words.contains("印发") || words.contains("转发");
    if !words.ends_with("的通知") || !words.contains("关于") || !is_certain && !issues {
        return None;
    }
    let message = match is_certain {
        true => {
            text!(zh: "这是通知的标题，前面要写“通知：”", en: "this is the title of a notice: “notice:” stands before it")
        }
        false => text!(
            zh: "这是通知的标题，这里读成了方案的题目",
            en: "this is the title of a notice, and is read as that of a plan"
        ),
    };
    let help = match is_certain {
        true => text!(zh: "写成“# 通知：{words}”，先按它读", en: "write “# notice: {words}”; it is read so"),
        false => text!(
            zh: "通知写成“# 通知：{words}”，方案另起一个标题“# 方案：…”",
            en: "write the notice as “# notice: {words}”, and the plan below a heading of its own, “# plan: …”"
        ),
    };
    let at = Span { end: title.span.start, ..title.span };
    let name = text!(zh: "在前面加上“通知：”", en: "put “通知：” before it");
    let severity = if is_certain { Severity::Error } else { Severity::Warning };
    let found = Diagnostic::new(faults::UNKNOWN_KEYWORD, severity, title.span, message).help(help);
    Some(if is_certain { found.fix(name, at, "通知：") } else { found.guess(name, at, "通知：") })
}

//! Changes that harm nothing: another way to write the same, a quotation, a number that does add up.
//!
//! Each lies beside a fault that some rule looks for; after it the plan is as correct as before, and nothing may be said.

use crate::pattern::{Pattern, edit, prose};

/// Every change, with the kind it is of.
pub fn patterns() -> Vec<(&'static str, Pattern)> {
    let sentences = SENTENCES.iter().flat_map(|(kind, all)| all.iter().map(|sentence| (*kind, said(sentence))));
    sentences.chain(notations()).chain(names()).chain(values()).chain(series()).collect()
}

/// A sentence, all of it marked as what is put in.
fn said(sentence: &str) -> Pattern {
    prose("", &format!("⟦{sentence}⟧"))
}

const SENTENCES: [(&str, &[&str]); 8] = [
    (
        "引文里的字词 · words within quotations",
        &[
            "认真学习《关于布署期末工作的通知》。",
            "把“惯彻”一词改正过来。",
            "“的的”是键入时的重复。",
            "落实《关于印发〈澜平县校园管理规定〉的通知》。",
            "开展“讲好‘大思政课’”活动。",
        ],
    ),
    (
        "近似而不错的字词 · words that are right and look like wrong ones",
        &[
            "目的的达成要靠各方共同努力。",
            "涉及多个单位的事项，会商办理。",
            "原则上每校配备一名专职人员。",
            "力争按时完成各项工作。",
            "通过集体研讨，课堂质量逐年提高。",
            "这样做的目的是减轻负担。",
            "必须及时解决问题，以及及时上报情况。",
        ],
    ),
    (
        "日期和时刻 · dates and hours",
        &[
            "方案自2026年9月5日起试行。",
            "每年年底前完成自查。",
            "从教26年以上的教师优先。",
            "截至2025年底，各项指标达到要求。",
            "报名截止时间为每年3月1日。",
            "例会每周一14时召开。",
            "例会每周一下午2时召开。",
            "作息时间为8:00—11:40。",
            "巩固“十四五”规划成果。",
            "对接2035年远景目标。",
        ],
    ),
    (
        "数字和单位 · numbers and units",
        &[
            "每班30—45人。",
            "优良比例提高3%～5%。",
            "平均分达到97.5分。",
            "投入3500万元。",
            "招聘30名教师。",
            "新建3所幼儿园。",
            "材料一式3份。",
            "师生比例为1:3。",
            "每次培训不少于20人。",
            "每次培训20人以上。",
            "100人以下的学校按100人核定；不足50人的按50人核定。",
            "差错减少了三分之一。",
        ],
    ),
    (
        "标点 · marks",
        &[
            "主要任务：配齐教师；改善条件。",
            "配齐钢琴、画架等设备。",
            "读书、写作、劳动……样样都抓。",
            "一个目标——让群众满意。",
            "第一，摸清底数；第二，分类施策。",
            "落实相关要求（含课后服务）。",
            "运用“AI+教育”模式。",
        ],
    ),
    (
        "算得对的数，四舍五入的也在内 · sums that are right, rounded ones among them",
        &[
            "新增场地12处。改造场地8处。两项共20处。",
            "添置书架6套、改造书架4套，共10套。",
            "添置课桌12张、书架5个、长椅3张，共20件。",
            "现有志愿者12名，招募8名，共需30名。",
            "寄宿学生小学占30%、初中占80%。",
            "参训教师80人，其中小学占60%、初中占30%。",
            "活动场次由20场增加到25场，增长25%。",
            "活动场次由30场增加到40场，增长33.3%。",
            "活动场次由30场增加到40场，增长33.33%。",
            "活动场次由60场增加到70场，增长16.7%。",
            "参赛队伍由10支增加到30支，增加20支。",
            "达标班级由10个翻一番达到20个。",
            "达标班级由10个翻两番达到40个。",
            "问卷满意度由90%提高到95%，提高5个百分点。",
            "上半年、下半年分别举办12场、10场，共22场。",
            "活动由2025年的12次增加到20次。",
        ],
    ),
    (
        "列举 · enumerations",
        &[
            "一要建好台账：一是摸清底数，二是逐项登记。二要加强检查。",
            "第一，建好台账。第二，加强检查。第三方参与评估。",
            "工作重心由“活动”转向“课程”。",
            "抓好两项工作：一是建好台账，二是加强检查。",
            "一是建好台账，二是加强检查，三是严格考核。",
            "成绩来自三个方面的努力。一是投入增加。二是队伍稳定。三是家校共育。",
            "两手抓、两手都要硬。",
        ],
    ),
    (
        "别处的单位、文件和指标 · organs, papers and figures from elsewhere",
        &[
            "省教育厅负责业务指导。",
            "全省平均水平达到90%。",
            "根据《中华人民共和国教育法》，抓好落实。",
            "根据《澜平县督学管理办法》（澜政发〔2024〕21号）要求推进。",
            "邻县教育局派员交流。",
            "经报县政府同意后实施。",
        ],
    ),
];

/// Another notation of the language for the same.
fn notations() -> Vec<(&'static str, Pattern)> {
    let all = [
        edit("", "^- 牵头：(.*)$", "- ⟦牵头: $1⟧"),
        edit("", "^- 牵头：(.*)$", "- ⟦lead: $1⟧"),
        edit("", "^- 时限：(.*)$", "- ⟦due: $1⟧"),
        edit("", "^- 时限：(.*)$", "-   ⟦时限 ： $1⟧"),
        edit("", "^(- 指标：[^\n ]+ )不低于([0-9.]+%)", "$1⟦>=$2⟧").but(&["pingan"]),
        edit("", "^(- 指标：[^\n ]+ )不低于([0-9.]+%)", "$1⟦≥$2⟧").but(&["pingan"]),
        edit("", "^(- 指标：[^\n ]+ )不低于([0-9.]+)%", "$1⟦不低于${2}％⟧").but(&["pingan"]),
        edit("", "^(###+ 措施)", "⟦// 已经征求意见⟧\n$1"),
        edit("", "^(- 责任链.*)→(.*)$", "$1⟦->⟧$2"),
        edit("", "^(## .*)$", "⟦$1 ⟧"),
    ];
    all.into_iter().map(|pattern| ("同一内容的别种写法 · another notation of the same", pattern)).collect()
}

/// The same owner or time by another of its names.
fn names() -> Vec<(&'static str, Pattern)> {
    let all = [
        edit("", "^- 配合：([^、\n]+)、([^、\n]+)$", "- 配合：⟦$2、$1⟧"),
        edit("", "^- 牵头：县教育局$", "- 牵头：⟦澜平县教育局⟧"),
        edit("", "^(- 时限：20[0-9]{2}年(?:4|6|9|11)月)30日$", "$1⟦底前⟧"),
        edit("", "^(- 时限：20[0-9]{2}年(?:1|3|5|7|8|10|12)月)31日$", "$1⟦底⟧"),
        edit("", "^(- 时限：20[0-9]{2}年[0-9]+月[0-9]+日)$", "$1⟦前⟧"),
        edit("", "^- 时限：(20[0-9]{2})年12月31日$", "- 时限：⟦$1年底⟧"),
    ];
    all.into_iter().map(|pattern| ("同一单位、同一日期的别种叫法 · another name of the same", pattern)).collect()
}

/// The same value in other units, and goals that go a little further.
fn values() -> Vec<(&'static str, Pattern)> {
    let all = [
        edit("", "^( *- 经费：[^\n ]+ )([0-9]+)万元，每年", "$1⟦${2}0000元⟧，每年"),
        edit("", "^( *- 经费：[^\n ]+ )([0-9]+)万元，每年", "$1⟦$2.0万元⟧，每年"),
        edit("", "^(- 指标：[^\n ]+ )([0-9]+)次，每(学期|学年|月)", "$1⟦不少于$2次⟧，每$3"),
        edit("", "^(- 指标：[^\n ]+ 不低于[0-9]+)%", "$1⟦.0⟧%").but(&["pingan"]),
    ];
    all.into_iter().map(|pattern| ("同一数值的别种写法 · another form of the same value", pattern)).collect()
}

/// What lies beside a fault that shows only against its neighbours.
fn series() -> Vec<(&'static str, Pattern)> {
    let chapter = "^## (工作要求|保障措施)\n";
    let folded = "⟦## $1\n- 清单 四项保障，4项：组织保障、经费保障、技术支撑、舆论引导\n\n### 组织保障\n压实各方责任。\n\n\
        ### 经费保障\n安排必要经费。\n\n### 技术支撑\n用好信息平台。\n\n### 舆论引导\n讲好身边故事。\n\n⟧";
    let numbered = "$1⟦- 依据：《澜平县教师队伍建设意见》，澜教发〔2016〕9号，落实⟧\n";
    let plain = [
        "每年9月开展宣传，每年10月开展检查。",
        "每年三月三开展民俗活动，每年10月开展检查。",
        "开展“教育质量提升年”活动，“教育质量提升年”活动贯穿全年。",
        "《澜平县教育督导规定》（以下简称《规定》）已经施行，《规定》的要求要落到实处。",
        "开展“学前教育宣传月”活动，办好“小学生科普周”活动。",
    ];
    let edits = [
        edit("", "^(- 责任：.*\n)", numbered),
        edit("", "^(- 责任：.*\n)", "$1⟦- 依据：《澜平县教师队伍建设规划》，落实⟧\n"),
        edit("", "^(- 责任：.*\n)", "$1⟦- 依据：《小学教师专业标准》，落实\n- 依据：《中学教师专业标准》，落实⟧\n"),
        edit("", chapter, folded).on(&["three-year", "campaign", "school", "work-plan"]),
        edit("", "^(- 如：)[^，\n]*，则", "$1⟦评价低于60分⟧，则"),
        edit("", "^(- 如：)[^，\n]*，则", "$1⟦考核等次较低⟧，则"),
        edit(
            "",
            "^( +)- (校长|班主任|体育教师|园长|教研组长|任课教师)，岗位$",
            "$1- $2，岗位\n$1  ⟦- 指标：公开课 2节，每学期⟧",
        ),
        edit("", "^(### 阶段.*，20[0-9]{2}年)([0-9]+)月至([0-9]+)月$", "$1$2月至⟦${3}月底⟧"),
    ];
    let said = plain.into_iter().map(said);
    said.chain(edits).map(|pattern| ("与旁边的对得上 · in keeping with what stands beside it", pattern)).collect()
}

//! Faults of the paper: number, organs, titles, attachments, headings and layout.

use crate::pattern::{Pattern, edit, prose, prose_on, swap};

const NAME: (&str, &str) = ("F019", "通知里的名称没有改 · the notice keeps the old name");

/// All of them.
pub fn patterns() -> Vec<Pattern> {
    [numbers(), pasted(), organs(), titles(), attachments(), headings()].into_iter().flatten().collect()
}

fn numbers() -> Vec<Pattern> {
    vec![
        edit("F001", "^(- 发文字号：)([^〔\n]*)〔(20[0-9]{2})〕", "$1⟦$2[$3]⟧"),
        edit("F001", "^(- 发文字号：)(.*〕)([0-9]+号)$", "$1⟦$2第$3⟧"),
        edit("F001", "^(- 发文字号：)(.*〕)([0-9]+号)$", "$1⟦${2}0$3⟧"),
        prose("F001", "有关要求见澜教发⟦（2023）⟧8号文件。"),
        prose("F110", "《⟦决定⟧》的各项要求要落到实处。"),
        swap("F094", "special-task", "“全国学校体育工作会议精神”", "“⟦学校体育工作会议精神⟧”"),
        edit("F002", "^(# 通知)\n- 发文字号：.*\n", "⟦$1⟧\n"),
        edit("F002", "^(# 通知.*)\n((?:- .*\n)*?)- 成文日期：.*\n", "⟦$1⟧\n$2")
            .along("D019", "少了成文日期 · the date is gone"),
        edit("F114", "^(# 通知.*)\n((?:- .*\n)*?)- 印发：.*\n", "⟦$1⟧\n$2").on(&["work-plan"]),
        edit("F114", "^(# 通知.*)\n((?:- .*\n)*?)- 发布时间：.*\n((?:- .*\n)*?)- 印发：.*\n", "⟦$1⟧\n$2$3"),
        edit("F003", "^(- 发文字号：|# 通知：)澜教(?:发|研)", "$1⟦澜政发⟧").on(&[
            "three-year",
            "special-task",
            "work-plan",
        ]),
        edit("F003", "^- 发文字号：澜政办(?:发|函)", "- 发文字号：⟦澜教发⟧").on(&["campaign", "group-notice"]),
        prose("F004", "根据⟦澜政发〔2025〕8号⟧文件要求推进。"),
        edit(
            "F005",
            "^(- 依据：《.*》，([^〔\n，]+〔[0-9]{4}〕[0-9]+号).*)$",
            "$1\n- 依据：《澜平县教师队伍建设意见》，⟦$2⟧，落实",
        ),
        edit(
            "F006",
            "^(- 依据：(《[^》\n]*》)，([^〔\n，]+〔[0-9]{4}〕)[0-9]+号.*)$",
            "$1\n- 依据：$2，⟦${3}99号⟧，落实",
        ),
        edit("F007", "^(- 依据：《.*》，[^〔\n，]+)〔[0-9]{4}〕", "$1⟦〔2029〕⟧")
            .along("F006", "正文仍写原来的字号 · the prose keeps the number"),
        edit("F093", "^(- 责任：.*\n)", "$1- 依据：⟦《中华人民共和国合同法》⟧，贯彻\n").but(&["pingan"]),
        prose("F094", "⟦根据有关文件精神⟧，抓好落实。"),
    ]
}

/// Lines of the paper that are prose, as they are when it is pasted.
fn pasted() -> Vec<Pattern> {
    vec![
        edit("F113", "^- 主送：(.*)\n((?:- .*\n)*)\n", "$2\n⟦$1：⟧\n\n"),
        edit("F113", "^- 附注：(.*)\n((?:- .*\n)*)\n((?s:.*?))\n# 方案", "$2\n$3\n⟦（$1）⟧\n\n# 方案"),
    ]
}

fn organs() -> Vec<Pattern> {
    vec![
        edit(
            "F030",
            "^(- 发文机关：)(县教育局、县财政局)\n- 主送：.*\n((?s:.*?))- 先经：.*\n((?s:.*?))已经县政府同意，",
            "$1⟦$2⟧\n- 主送：⟦各乡镇人民政府⟧，县直各学校\n$3$4",
        ),
        edit("F030", "^(- 发文机关：)(县教育局)\n- 主送：.*\n", "$1⟦$2⟧\n- 主送：⟦各乡镇人民政府⟧，县直各学校\n")
            .on(&["special-task"]),
        swap("F031", "special-task", "- 发文机关：县教育局\n- 主送", "- 发文机关：⟦体卫艺股⟧\n- 主送")
            .along("F077", "方案的发文机关没有改 · the plan keeps its organ")
            .along("F003", "字号没有改 · the number is kept")
            .along("R039", "别的牵头单位没有收文 · another lead is not addressed"),
        swap("F031", "work-plan", "- 发文机关：教研室\n- 主送", "- 发文机关：⟦综合组⟧\n- 主送")
            .along("F077", "方案的发文机关没有改 · the plan keeps its organ")
            .along("F003", "字号没有改 · the number is kept"),
        edit(
            "F032",
            "^- 发文机关：县政府办$((?s:.*?))- 先经：.*\n((?s:.*?))已经县政府同意，",
            "- 发文机关：⟦整治专班⟧$1$2",
        )
        .on(&["campaign"])
        .along("R014", "县政府办没有别的任务 · the office has nothing else to do")
        .along("F003", "字号没有改 · the number is kept"),
        edit("F032", "^- 发文机关：县政府办$((?s:.*?))- 先经：.*\n", "- 发文机关：⟦领导小组⟧$1")
            .on(&["group-notice"])
            .along("R014", "县政府办没有别的任务 · the office has nothing else to do")
            .along("F003", "字号没有改 · the number is kept"),
        edit("F033", "^- 主送：.*$", "- 主送：⟦各中心学校校长⟧")
            .along("R039", "牵头单位不再收文 · leads are not addressed any more"),
        edit("F034", "^(- 主送：[^，\n]*)，", "$1⟦：⟧"),
        edit("F034", "^(- 主送：[^，\n]*)，", "$1⟦；⟧"),
        edit("F036", "^(- 主送：[^，\n]*，([^，、\n]*).*\n(?s:.*?)- 抄送：.*)$", "$1，⟦$2⟧").on(&["three-year"]),
        edit("F036", "^(- 主送：([^，、\n]+).*)$", "$1，⟦$2⟧"),
        swap(
            "F077",
            "special-task",
            "- 责任：县教育局\n- 发文机关：县教育局",
            "- 责任：县教育局\n- 发文机关：⟦教师发展中心⟧",
        ),
        edit("F077", "^(- 责任：县政府\n)", "$1- 发文机关：⟦县政府⟧\n").on(&[
            "campaign",
            "group-notice",
            "reform",
            "three-year",
        ]),
        edit("F078", "^(- 印发：.*，)20[0-9]{2}年.*$", "$1⟦2011年3月3日⟧"),
        edit("F079", "^- 公开方式：.*$", "- 公开方式：⟦依申请公开⟧"),
        edit("F115", "^(- 主送：.*)$", "- 紧急程度：⟦特提⟧\n$1"),
        edit("F082", "澜平县(财政局|民政局|公安局|教师发展中心|教育研究室)$", "⟦青川县$1⟧").most(2),
        edit("F021", "制定本(方案|计划)。", "根据《澜平县教育督导办法》（以下简称《⟦督导办法⟧》），制定本$1。"),
    ]
}

fn titles() -> Vec<Pattern> {
    vec![
        edit("F010", "^(# 方案：)(.*)(?:工作|行动|实施)?(?:方案|计划)$", "$1⟦$2⟧")
            .along(NAME.0, NAME.1)
            .along("F020", "文种也不同 · the kind differs too"),
        prose("F012", "落实⟦《关于印发《澜平县教育发展规划》的通知》⟧。"),
        edit("F015", "^(# 方案：.*方案)$", "$1⟦（2026年-2028年）⟧")
            .along(NAME.0, NAME.1)
            .along("D015", "期限也不同 · the period differs too")
            .along("D014", "年数也不同 · the years differ too"),
        edit("F016", "^(# 方案：)(.*方案)$", "$1⟦$2（征求意见稿）⟧").but(&["school"]).along(NAME.0, NAME.1),
        edit(
            "F018",
            "^(# 方案：)(.*)方案$",
            "$1⟦关于进一步贯彻落实上级部署要求切实加强统筹协调全面推动各项重点工作落地见效的$2方案⟧",
        )
        .along(NAME.0, NAME.1),
        edit("F019", "^(现将)?《澜平县([^》\n]*)(?:工作|行动|实施)方案》", "$1《⟦澜平县$2督导规划⟧》"),
        edit("F020", "^- 文种：.*$", "- 文种：⟦暂行办法⟧"),
        edit("F020", "^(# 方案：.*\n)((?:- 期限.*\n))", "$1- 文种：⟦实施细则⟧\n$2").on(&[
            "campaign",
            "school",
            "special-task",
            "group-notice",
            "pingan",
        ]),
    ]
}

fn attachments() -> Vec<Pattern> {
    vec![
        edit("F070", "^- 附件：(.*)$", "- 附件：⟦《$1》⟧").most(2),
        edit("F070", "^- 附件：(.*)$", "- 附件：⟦1.$1⟧"),
        swap("F072", "three-year", "年度目标见附件2", "年度目标见⟦附件5⟧"),
        prose("F072", "具体安排见⟦附件9⟧。"),
        edit("F073", "^(- 附件：(.*))$", "$1\n- 附件：⟦$2⟧"),
        prose_on("F076", "campaign", "各项任务⟦如下表⟧。"),
        prose_on("F076", "group-notice", "具体指标⟦见下表⟧。"),
        prose("F080", "\n\n（⟦此页无正文⟧）\n"),
    ]
}

/// Text as it comes out of a word processor, without any heading.
const PASTED: &str = "# 澜平县义务教育提质行动方案\n\n（一）加强领导。各学校要成立专班。⟦\n⟧专班由校长负责。\n";

/// The same without a mark before the title.
const UNMARKED: &str = "⟦澜平县义务教育提质行动方案⟧\n\n为提高教育质量，制定本方案。\n\n各学校要认真执行。\n";

fn headings() -> Vec<Pattern> {
    let plain = "^## (工作目标|工作要求|实施步骤|保障措施|保障机制|组织保障|推进步骤|推进安排|工作安排|工作制度|整治任务|主要内容)$";
    vec![
        edit("F051", plain, "## $1⟦。⟧").most(2),
        edit("F051", plain, "## $1⟦；⟧"),
        swap("F054", "three-year", "## 重点任务", "## ⟦六项重点任务⟧"),
        swap("F054", "reform", "## 保障机制\n", "## 保障机制\n从以下⟦三个方面⟧落实保障。\n\n"),
        swap("F054", "special-task", "## 组织保障\n", "## 组织保障\n重点抓好以下⟦三项⟧工作。\n\n"),
        swap("F054", "campaign", "## 整治任务", "## ⟦七项整治任务⟧"),
        swap("F054", "school", "## 主要措施", "## ⟦五项主要措施⟧"),
        swap("F054", "reform", "## 改革任务", "## ⟦四项改革任务⟧"),
        swap("F054", "work-plan", "## 重点工作", "## ⟦六项重点工作⟧"),
        edit("F056", "^(## (.*)\n(?s:.*?))^## .*$", "$1## ⟦$2⟧"),
        edit("F106", "^(# 方案(?s:.*?))^## ", "$1## ⟦一、⟧"),
        edit("F103", plain, "## ⟦七、⟧$1").along("F106", "标题自带了编号 · the heading has its own number"),
        edit("F106", "^### (加强组织领导|会议制度|组织保障|扩容工程)$", "### ⟦（一）⟧$1"),
        edit(
            "F053",
            "^## (工作要求|保障措施|保障机制|组织保障|工作制度)\n",
            "## $1\n### 总体要求\n#### 具体要求\n##### 日常要求\n###### ⟦学期要求⟧\n抓好日常。\n\n",
        ),
        prose("F107", "各单位要⟦**严格落实**⟧。"),
        prose("F107", "各单位要⟦__严格落实__⟧。"),
        prose("F102", "\n\n⟦一、工作要求⟧\n\n各单位要抓好落实。\n"),
        prose("F103", "\n\n（一）加强领导。各单位要压实责任。\n\n⟦（三）⟧严格考核。考核结果要公开。\n"),
        prose("F104", "\n\n1．加强领导。各单位要压实责任。\n\n⟦2、⟧严格考核。考核结果要公开。\n"),
        // Between headings, lines one below another are one paragraph; what is pasted without any has one on each line.
        edit("F105", "\\A(?s:.*)\\z", PASTED).on(&["school", "reform", "work-plan"]),
        edit("F101", "\\A(?s:.*)\\z", UNMARKED).on(&["school", "reform", "work-plan"]),
    ]
}

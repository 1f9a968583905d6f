//! Faults of who does what: leads, helpers, groups, chains and reports.

use crate::pattern::{Pattern, edit, prose_on, swap};

const IDLE: (&str, &str) = ("R014", "换下的主体没有别的任务 · the owner left out has nothing else to do");
const NAMED: (&str, &str) = ("W908", "正文写的牵头单位没有改 · the prose keeps the lead");
const FAR: (&str, &str) = ("R005", "这个单位不归责任主体管 · the owner is not under the accountable one");

/// All of them.
pub fn patterns() -> Vec<Pattern> {
    [leads(), helpers(), groups(), groups_in_prose(), lines()].into_iter().flatten().collect()
}

fn groups_in_prose() -> Vec<Pattern> {
    vec![
        swap("R045", "school", "质量提升小组每月召开一次例会", "质量提升小组⟦每季度召开一次⟧例会"),
        prose_on("R045", "campaign", "整治专班由⟦分管副县长⟧任组长。"),
        prose_on("R045", "campaign", "整治专班⟦每季度召开1次⟧会议。"),
        prose_on("R045", "campaign", "整治专班副组长由⟦常务副县长⟧兼任。"),
        prose_on("R045", "reform", "改革领导小组由⟦分管副县长⟧任组长，统筹改革工作。"),
        prose_on("R045", "reform", "改革领导小组⟦每月至少召开一次⟧会议。"),
        prose_on("R045", "three-year", "领导小组⟦每季度召开2次⟧会议。")
            .along("W910", "正文别处写每季度1次 · the text says once elsewhere"),
        prose_on("R045", "school", "质量提升小组由⟦教学副校长⟧担任组长。"),
    ]
}

fn leads() -> Vec<Pattern> {
    let both = "^- 牵头：([^、\n]+)\n- 配合：([^、\n]+)、(.*)$";
    vec![
        edit("R001", "^(### 措施 .*\n(?:- 支撑：.*\n)?)- 牵头：.*\n", "⟦$1⟧").most(3).along(IDLE.0, IDLE.1),
        edit("R001", "^(#### 措施 .*\n(?:- 支撑：.*\n)?)- 牵头：.*\n", "⟦$1⟧").most(3),
        // 教师培养 and pingan's 控辍保学 have a quota that says by when.
        edit("R002", "^(###+ 措施 .*\n)((?:- (?:支撑|牵头|配合|前置|先经)：.*\n)*)- 时限：.*\n", "⟦$1⟧$2")
            .but(&["three-year", "pingan"])
            .most(3)
            .along("G004", "前置没有时限 · what waits for it finds no deadline"),
        edit(
            "R002",
            "^(### 措施 (?:课堂改革|质量监测|校舍建设).*\n)((?:- (?:支撑|牵头|配合|前置|始于)：.*\n)*)- 时限：.*\n",
            "⟦$1⟧$2",
        )
        .on(&["three-year"])
        .most(3)
        .along("Q018", "经费也就没有了时间 · the money has no time any more")
        .along("G004", "前置没有时限 · what waits for it finds no deadline"),
        edit(
            "R002",
            "^(#### 措施 (?:[^控质]|质量[^奖]).*\n)((?:- (?:支撑|牵头|配合|前置|先经)：.*\n)*)- 时限：.*\n",
            "⟦$1⟧$2",
        )
        .on(&["pingan"])
        .most(3)
        .along("G004", "前置没有时限 · what waits for it finds no deadline"),
        edit("R003", "^- 牵头：.*$", "- 牵头：⟦“县直有关部门”⟧").most(2).along(IDLE.0, IDLE.1).along(NAMED.0, NAMED.1),
        edit("R003", "^- 牵头：.*$", "- 牵头：⟦“相关单位”⟧").along(IDLE.0, IDLE.1).along(NAMED.0, NAMED.1),
        edit("R005", "^- 牵头：.*$", "- 牵头：⟦“市教育局”⟧").on(&["three-year", "reform"]),
        edit("R005", "^(# 主体\n)((?s:.*?)\n- 牵头：).*$", "$1- 市民政局：东河市民政局\n$2⟦市民政局⟧")
            .along(IDLE.0, IDLE.1)
            .along("F082", "另一个地方的单位 · an organ of another place")
            .along("R038", "不在领导小组里 · it is not in the group")
            .along("R039", "不在主送之列 · it is not addressed"),
        edit("R006", both, "- 牵头：⟦$1、$2⟧\n- 配合：$3")
            .most(3)
            .along("R041", "其中有公众 · one is the public")
            .along("R039", "改作牵头的没有收文 · the new lead is not addressed"),
        edit("R041", "^- 牵头：.*$", "- 牵头：⟦家长⟧")
            .but(&["work-plan", "reform"])
            .most(2)
            .along(IDLE.0, IDLE.1)
            .along(NAMED.0, NAMED.1)
            .along(FAR.0, FAR.1)
            .along("R007", "家长也在配合之列 · parents help too"),
        swap(
            "R030",
            "three-year",
            "- 牵头：教研室\n- 配合：学校\n- 始于",
            "- 牵头：教研室\n- 配合：学校、⟦县财政局⟧\n- 始于",
        ),
        swap(
            "R030",
            "pingan",
            "- 牵头：教研室\n- 配合：学校、普通高中",
            "- 牵头：教研室\n- 配合：学校、普通高中、⟦区财政局⟧",
        ),
        edit("R031", "^(- 牵头：).*$", "⟦${1}区教育局⟧")
            .all()
            .on(&["pingan"])
            .along("R035", "换了牵头，原来的还有指标 · the one that led still has a quota")
            .along(IDLE.0, IDLE.1)
            .along("R007", "又在配合之列 · it helps too")
            .along(NAMED.0, NAMED.1),
        edit("R039", "^(- 支撑：.*\n- 牵头：).*$", "$1⟦县人力资源社会保障局⟧").on(&["three-year"]),
        edit("R040", "^- 主送：(.*)((?s:.*?))# 主体\n", "- 主送：$1，⟦县档案局⟧$2# 主体\n- 县档案局：澜平县档案局\n")
            .on(&["three-year", "campaign", "special-task", "work-plan", "group-notice"])
            .along(IDLE.0, IDLE.1),
    ]
    .into_iter()
    .chain(out_of_group())
    .collect()
}

/// A lead that is no longer a member of the group.
fn out_of_group() -> Vec<Pattern> {
    let left = [
        ("three-year", "县财政局"),
        ("campaign", "县公安局"),
        ("campaign", "县市场监管局"),
        ("campaign", "县住房城乡建设局"),
        ("group-notice", "县司法局"),
        ("group-notice", "县民政局"),
        ("reform", "县人社局"),
        ("reform", "县委编办"),
    ];
    let out = |(plan, owner): (&'static str, &str)| {
        let find = format!("^( +- 成员：.*)、{owner}((?s:.*?)\n- 牵头：){owner}$");
        edit("R038", &find, &format!("$1$2⟦{owner}⟧")).on(&[plan])
    };
    left.into_iter().map(out).collect()
}

fn helpers() -> Vec<Pattern> {
    vec![
        edit("R004", "^- 配合：(.*)$", "- 配合：$1、⟦“有关单位”⟧").most(3),
        edit("R004", "^- 配合：(.*)$", "- 配合：$1、⟦“各相关部门”⟧"),
        edit("R007", "^- 牵头：(.*)\n- 配合：(.*)$", "- 牵头：$1\n- 配合：$2、⟦$1⟧").most(3),
        edit("R008", "^- 配合：([^、\n]+)(.*)$", "- 配合：$1$2、⟦$1⟧").most(3),
        edit("R016", "^(- 牵头：县.*局\n- 配合：)", "$1⟦县政府⟧、").most(2),
        edit("R016", "^(- 牵头：教导处\n- 配合：)", "$1⟦校长室⟧、").most(2),
        edit("R016", "^(- 牵头：区教育局\n- 配合：)", "$1⟦区政府⟧、").most(2),
        swap("R035", "three-year", "- 分工 教研室：", "- 分工 ⟦县财政局⟧："),
        swap("R035", "special-task", "- 分工 教师发展中心：", "- 分工 ⟦体卫艺股⟧："),
        swap("R035", "pingan", "- 分工 教研室：组织", "- 分工 ⟦区财政局⟧：组织"),
        edit(
            "R032",
            "^(### 措施 (?:隐患整改|安防达标|编制管理|岗位管理|保障).*\n)((?:- .*\n)*?)- 成果：.*\n",
            "⟦$1⟧$2",
        )
        .most(3),
        edit("R014", "^(# 主体\n)", "$1- ⟦县老年大学⟧\n"),
        edit("R018", "^( +)- (县教育局)：澜平县教育局$", "$1- ⟦教体局：澜平县教育局⟧\n$1- $2：澜平县教育局")
            .along(IDLE.0, IDLE.1),
        edit("R018", "^( +)- (总务处)：(澜平县第二中学总务处)$", "$1- $2：$3\n$1- ⟦后勤处：$3⟧").along(IDLE.0, IDLE.1),
    ]
}

fn groups() -> Vec<Pattern> {
    vec![
        edit("R011", "^( +- 组长：).*$", "$1⟦待定⟧").along(IDLE.0, IDLE.1),
        edit("R011", "^( +- 副组长：).*$", "$1⟦待定⟧").along(IDLE.0, IDLE.1),
        edit("R012", "^( +- 组长：)(.*)\n( +- 副组长：)(.*)$", "$1$2\n$3$4、⟦$2⟧"),
        edit("R012", "^( +- 组长：)(.*)\n( +- 成员：)(.*)$", "$1$2\n$3$4、⟦$2⟧"),
        edit("R013", "^( +- [^：\n]+：.*，小组\n)((?: +- .*\n)*?) +- 办公室：.*\n", "⟦$1⟧$2")
            .along("S101", "别处写了领导小组办公室 · the office is named elsewhere"),
        edit("R015", "^( +- 成员：.*)$", "$1、⟦“相关部门负责人”⟧"),
        edit("R008", "^( +- 成员：)([^、\n]+)(.*)$", "$1$2$3、⟦$2⟧"),
        swap("R036", "three-year", "- 组长：分管副县长", "- 组长：⟦教研室⟧").along(IDLE.0, IDLE.1),
        swap("R036", "campaign", "- 组长：常务副县长", "- 组长：⟦县政府办⟧").along(IDLE.0, IDLE.1),
        swap("R036", "reform", "- 组长：县长", "- 组长：⟦县政府办⟧").along(IDLE.0, IDLE.1),
        swap("R036", "group-notice", "- 组长：县长", "- 组长：⟦县政府办⟧").along(IDLE.0, IDLE.1),
        swap("R037", "campaign", "- 办公室：县教育局", "- 办公室：⟦县政府办⟧"),
        swap("R037", "reform", "- 办公室：县教育局", "- 办公室：⟦县政府办⟧"),
        swap("R037", "group-notice", "- 办公室：县教育局", "- 办公室：⟦县政府办⟧"),
    ]
}

fn lines() -> Vec<Pattern> {
    vec![
        edit("R009", "^(- 责任链.*：)([^ \n]+)( → .*)$", "$1$2$3 → ⟦$2⟧")
            .most(2)
            .along("R010", "转回来的一步自下而上 · the step back goes upward"),
        edit("R010", "^(- 责任链.*：)(县教育局|县政府|教导处|教研室) → ([^ \n]+)", "$1⟦$3 → $2⟧")
            .along("R033", "次序变了，也就跳了级 · in the new order a level is skipped"),
        edit(
            "R033",
            "^(- 责任链.*：)([^ \n]+) → (?:县教育局|学校|教研组|学区教研组|乡镇政府) → ([^ \n]+)",
            "$1⟦$2 → $3⟧",
        ),
        edit("R017", "^(- 报送：[^，\n]*，)([^ \n]+) → ([^ ，\n]+)，", "$1⟦$3 → $2⟧，"),
        edit("R034", "^(- 报送：[^，\n]*，)([^ \n]+) → [^ \n]+ → ([^ ，\n]+)，", "$1⟦$2 → $3⟧，"),
    ]
}

//! Plans of any size, as text: always the same for the same number.

use std::fmt::Write;

const VERBS: [&str; 8] = ["加强", "完善", "建立健全", "扎实推进", "全面落实", "统筹做好", "规范", "深化"];
const OBJECTS: [&str; 12] = [
    "控辍保学工作",
    "师德考核制度",
    "校长绩效考核",
    "随迁子女入学保障机制",
    "义务教育学校标准化建设",
    "教研员下校视导",
    "教育质量综合评价改革试点",
    "城乡学校结对帮扶",
    "留守儿童关爱体系",
    "课堂教学改革",
    "期末质量监测",
    "教师培训项目",
];
const OFFICES: [&str; 9] = ["教育局", "财政局", "人社局", "督导室", "教研室", "发改局", "卫健局", "公安局", "民政局"];

/// A plan with so many measures and what belongs to them.
pub fn plan(measures: usize) -> String {
    let mut text =
        String::from("# 方案：澜平县教育质量提升实施方案\n- 期限：2026年1月至2028年12月\n- 责任：县政府\n\n");
    owners(&mut text, measures);
    goals(&mut text, measures);
    phases(&mut text);
    let goals = (measures / 6).clamp(2, 60);
    for at in 0..measures {
        if at % 8 == 0 {
            let _ = write!(text, "## 第{}组任务\n\n", at / 8 + 1);
        }
        measure(&mut text, at, goals, measures);
    }
    text
}

fn owners(text: &mut String, measures: usize) {
    text.push_str("# 主体\n- 县政府：澜平县人民政府\n  - 县领导，岗位\n  - 领导小组：教育质量提升工作领导小组，小组\n    - 组长：县领导\n    - 成员：教育局、财政局、人社局\n    - 办公室：教育局\n");
    for office in OFFICES.iter().take((measures / 3).clamp(4, 9)) {
        let _ = writeln!(text, "  - {office}：澜平县{office}");
        if *office == "教育局" {
            for school in 0..(measures / 10).clamp(1, 200) {
                let _ = writeln!(text, "    - 第{}中学", school + 1);
            }
        }
    }
    text.push_str("- 家长，公众\n\n");
}

fn goals(text: &mut String, measures: usize) {
    text.push_str("## 工作目标\n\n");
    for goal in 0..(measures / 6).clamp(2, 60) {
        let _ = write!(
            text,
            "### 目标 目标{0}：第{0}个方面的质量明显提升\n- 指标：{2}达标率 不低于{1}%，到2028年\n",
            goal + 1,
            80 + goal % 19,
            OBJECTS[goal % OBJECTS.len()]
        );
        if goal % 3 == 0 {
            let _ = writeln!(
                text,
                "- 指标：{}优秀率\n  - 2026年：不低于20%\n  - 2027年：不低于25%\n  - 2028年：不低于30%",
                OBJECTS[goal % OBJECTS.len()]
            );
        }
        text.push('\n');
    }
}

fn phases(text: &mut String) {
    text.push_str("## 实施步骤\n\n### 阶段 部署：动员部署，2026年1月至3月\n### 阶段 实施：组织实施，2026年4月至2028年6月\n### 阶段 总结：总结验收，2028年7月至12月\n\n");
}

fn measure(text: &mut String, at: usize, goals: usize, measures: usize) {
    let title = format!("{}{}", VERBS[at * 5 % VERBS.len()], OBJECTS[at * 7 % OBJECTS.len()]);
    let _ = writeln!(text, "### 措施 措施{0}：{title}（{0}）", at + 1);
    if at % 17 != 16 {
        let also = if at % 9 == 4 { format!("、目标{}", (at * 13 + 5) % goals + 1) } else { String::new() };
        let _ = writeln!(text, "- 支撑：目标{}{also}", at * goals / measures + 1);
    }
    let offices = (measures / 3).clamp(4, 9);
    if at % 23 != 22 {
        let _ = writeln!(text, "- 牵头：{}", OFFICES[at * 5 % 11 % offices]);
    }
    let _ = writeln!(text, "- 配合：第1中学");
    let (year, month) = (2026 + at * 3 / measures, at * 36 / measures % 12 + 1);
    if at.is_multiple_of(3) {
        let _ = writeln!(text, "- 始于：{year}年{month}月1日");
    }
    let _ = match at % 4 {
        0 => writeln!(text, "- 时限：{}年{month}月20日", year + usize::from(at.is_multiple_of(3) && year < 2028)),
        1 => writeln!(text, "- 时限：{year}年{month}月"),
        2 => writeln!(text, "- 时限：{year}年底"),
        _ => writeln!(text, "- 时限：2028年12月31日"),
    };
    if at % 5 == 3 && at > 3 {
        let _ = writeln!(text, "- 前置：措施{}", at - 2);
    }
    if at % 11 == 7 {
        let _ = writeln!(text, "- 依托：措施{}", at - 5);
    }
    if at % 10 == 1 {
        let _ = writeln!(text, "- 指标：听课评课 不少于10次，每学期，由教育局");
    }
    text.push('\n');
}

//! Faults of the language itself: keywords, names, tables and what is not read; and of what is let pass.

use crate::pattern::{Pattern, edit, prose};

/// All of them.
pub fn patterns() -> Vec<Pattern> {
    [lines(), names(), open()].into_iter().flatten().collect()
}

const NO_DUE: (&str, &str) = ("R002", "时限没有读成 · the deadline is not read");
const NO_LEAD: (&str, &str) = ("R001", "牵头没有读成 · the lead is not read");
const IDLE: (&str, &str) = ("R014", "主体没有别的任务 · the owner has nothing else to do");

fn lines() -> Vec<Pattern> {
    vec![
        edit("S001", "^- 牵头：", "- ⟦牵投⟧：").most(2).along(NO_LEAD.0, NO_LEAD.1).along(IDLE.0, IDLE.1),
        edit("S001", "^- 时限：", "- ⟦完成时限⟧：")
            .along(NO_DUE.0, NO_DUE.1)
            .along("G004", "前置没有时限 · no deadline"),
        edit("S001", "^(###+) 措施 ", "$1 ⟦措旅⟧ ")
            .along("S101", "下面引用它 · it is named below")
            .along("S012", "下面的数据没有措施可归 · its data belong to no measure")
            .along("S002", "下面的数据没有措施可归 · its data belong to no measure")
            .along("G005", "目标没有措施了 · the goal has no measure"),
        edit("S002", "^(- 期限：.*)$", "$1\n- ⟦组长⟧：校长").most(1),
        edit("S003", "^(- 报送：[^，\n]*，)[^，\n]*", "$1⟦学校县教育局⟧"),
        edit("S004", "^(- 指标：[^\n ]*率 [^，\n]*，到[^，\n]*)", "$1，⟦持续推进⟧").most(1),
        edit("S005", "^- 时限：.*$", "- 时限：⟦2027年2月30日⟧")
            .along(NO_DUE.0, NO_DUE.1)
            .along("G004", "前置没有时限 · no deadline"),
        edit("S005", "^- 成文日期：.*$", "- 成文日期：⟦2026年6月31日⟧")
            .along("F002", "日期没有读成 · the date is not read"),
        edit("S008", "^- 牵头：(.*)$", "⟦牵头：$1⟧").most(2).along(NO_LEAD.0, NO_LEAD.1).along(IDLE.0, IDLE.1),
        edit("S009", "^(  \\| [^\n|]*\\|)([^\n|]*\\|)(.*%[^\n|]*\\|)$", "  ⟦$1$3⟧"),
        edit("S010", "^(- 成果：)《([^》\n]*)》(.*)$", "$1⟦《$2⟧$3"),
        edit("S011", "^### (加强组织领导|会议制度|组织保障|扩容工程)$", "##### ⟦$1⟧")
            .along("F053", "也太深 · too deep as well"),
        edit("S012", "^(### 措施 .*\n)- 支撑", "$1    - ⟦支撑⟧")
            .along("G006", "支撑没有读成 · what it serves is not read")
            .along("G005", "目标没有措施了 · the goal has no measure"),
        edit("S013", "^(- 指标：)([^\n ]+) 不低于([0-9.]+%)，", "$1⟦不低于$3$2⟧，")
            .along("W901", "正文与现状比了 · the prose is held against the present")
            .along("S201", "口径没有用到 · the indicator is not used"),
        edit("S014", "^(- 指标：听课 不少于[0-9]+)节", "$1⟦课是⟧"),
        edit("S109", "^(- 指标：[^\n ]+ )不低于[0-9.]+%，", "$1⟦达到2020年的3倍⟧，")
            .along("W901", "正文仍写原来的数 · the prose keeps the number"),
    ]
}

fn names() -> Vec<Pattern> {
    vec![
        edit("S101", "^- 牵头：(.*)$", "- 牵头：⟦县教肓局⟧")
            .most(3)
            .along(NO_LEAD.0, NO_LEAD.1)
            .along(IDLE.0, IDLE.1)
            .along("W908", "正文的牵头单位没有改 · the prose keeps the lead"),
        edit("S101", "^- 配合：(.*)$", "- 配合：$1、⟦学较⟧").most(2),
        edit("S101", "^- 支撑：.*$", "- 支撑：⟦品质⟧")
            .most(2)
            .along("G005", "目标没有措施了 · the goal has no measure")
            .along("G006", "支撑没有读成 · what it serves is not read"),
        edit("S101", "^- 前置：.*$", "- 前置：⟦前期准备⟧").most(2),
        edit("S101", "^( +- 成员：.*)$", "$1、⟦县教研局⟧"),
        edit("S101", "^(- 责任链.*)$", "$1 → ⟦学较⟧"),
        edit("S101", "^(- 指标：.*，由).*$", "$1⟦教研元⟧"),
        edit(
            "S102",
            "^( +- (县财政局|教研组|教导处|小学组|区财政局|班主任|县司法局|体卫艺股)[：，].*)$",
            "$1\n  - ⟦$2⟧",
        )
        .along("R014", "又一个同名的主体 · a second owner of the name")
        .along("W908", "同名的有了两个 · the name now means two"),
        edit("S102", "^(### 目标 )([^：\n]+)(：.*)$((?s:.*?))^### 目标 [^：\n]+(：.*)$", "$1$2$3$4$1⟦$2⟧$5")
            .along("S101", "原来的名称没有了 · the old name is gone")
            .along("G005", "支撑的名称不对了 · what is served is not found")
            .along("G006", "支撑没有读成 · what it serves is not read"),
        edit("S103", "^(- 时限：.*)$", "$1\n- ⟦时限⟧：2027年6月30日").most(2),
        edit("S105", "^- 依据：.*$", "- ⟦依据⟧："),
        edit("S108", "^(  - 向好：).*$", "$1⟦高⟧").most(2),
        edit("S201", "^(# 口径\n)", "$1- ⟦校均占地面积⟧\n"),
    ]
}

fn open() -> Vec<Pattern> {
    vec![
        edit("S202", "^- 成果：.*$", "- 成果：⟦待定⟧").most(2),
        edit("S202", "^(- 指标：[^\n ]+ )[^，\n]*", "$1⟦待定⟧")
            .along("W901", "正文仍写原来的数 · the prose keeps the number"),
        edit("S202", "^- 配合：.*$", "- 配合：⟦待定⟧").along(IDLE.0, IDLE.1),
        edit("S210", "^(# 方案：.*\n)", "$1- 参数 ⟦县名⟧：待定\n"),
        edit("S301", "^(### 措施 .*)$", "// ⟦不查 R001⟧\n$1")
            .along("S303", "也没有这个问题 · and there is no such fault"),
        edit("S302", "^(### 措施 .*)$", "// 不查 ⟦R999⟧：牵头单位待机构改革后确定\n$1"),
        edit("S303", "^(### 措施 .*)$", "// ⟦不查 R001⟧：牵头单位待机构改革后确定\n$1"),
        prose("S101", "全县达到{⟦入园率⟧}。"),
        prose("S010", "全县达到⟦{⟧入园率。"),
    ]
}

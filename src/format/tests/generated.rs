//! Plans made up of lines in every form the language has, neat and untidy.

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::{check, formatted};

fn one_of(words: &'static [&'static str]) -> impl Strategy<Value = String> {
    prop::sample::select(words).prop_map(str::to_owned)
}

fn name() -> impl Strategy<Value = String> {
    one_of(&[
        "教育局",
        "村（社区）",
        "村(社区)",
        "“甲，乙”",
        "《某计划（试行）》",
        "IT部",
        "345工程",
        "各 校",
        "办公室",
        "升学率",
    ])
}

fn comma() -> impl Strategy<Value = String> {
    one_of(&["，", ",", ", ", " ，", "　，　"])
}

fn time() -> impl Strategy<Value = String> {
    one_of(&[
        "2018年",
        "2018",
        "2018年5月31日",
        "２０１８年５月",
        "2018-05-31",
        "2018-05",
        "2018年底",
        "2018年 6月底",
        "2017-2018学年",
        "2017—2018 学年",
        "2017-2018 school year",
        "2018学年第一学期",
        "2018年上旬",
        "5月上旬",
        "2018年上半年",
        "2018 H2",
        "2018 Q3",
        "20xx年2月25日",
        "2026.6.30",
        "2026/6/30",
        "2026-6-30",
        "二〇二六年六月三十日",
        "二○二六年六月",
        "end of 2018",
        "mid 2018-05",
        "2018年第三季度",
        "2018年 暑假",
        "2018 winter holidays",
    ])
}

fn when() -> impl Strategy<Value = String> {
    let between = (time(), one_of(&["至", "—", "-", " - ", "..", " to ", "~", "到"]), time());
    prop_oneof![
        time(),
        between.prop_map(|(from, dash, to)| format!("{from}{dash}{to}")),
        (time(), one_of(&["前", " 之前", "起", "以来"])).prop_map(|(time, end)| format!("{time}{end}")),
        (one_of(&["before ", "since "]), time()).prop_map(|(head, time)| format!("{head}{time}")),
        one_of(&["2026年1—6月", "2026年1 - 6月", "2026年1至6月份"]),
        one_of(&["3年内", "3 个月内", "within 3 months", "十天之内", "待定", "？", "?“尽快”", "尽快", "无", "none"]),
    ]
}

fn number() -> impl Strategy<Value = String> {
    one_of(&["5", "９２", "1,000", "0.5", "52.12", "100"])
}

fn unit() -> impl Strategy<Value = String> {
    one_of(&["", "%", "％", " %", "个百分点", "名", " 所", " km", "节/学期", "元/人"])
}

fn value() -> impl Strategy<Value = String> {
    let sign = one_of(&[
        "",
        ">=",
        "》=",
        "≥ ",
        "不少于",
        "不低于 ",
        "至少",
        "达到",
        "达",
        "<= ",
        "不超过",
        "控制在",
        "最多",
        "＝",
        "约",
        "about ",
        "at least ",
        "no more than ",
        "大约",
        ">",
        "＜ ",
        "超过",
        "低于 ",
        "不足",
        "more than ",
        "exceeding ",
        "提高到",
        "降至",
        "不得低于",
        "突破",
        "近",
        "nearly ",
        "确保",
        "累计达到",
    ]);
    let end = one_of(&["", "", "以上", " 以下", "左右", " or more", " or so"]);
    prop_oneof![
        (sign, number(), unit(), end).prop_map(|(sign, number, unit, end)| format!("{sign}{number}{unit}{end}")),
        (number(), unit(), one_of(&["至", "—", "～", "..", " to ", "-"]), number(), unit())
            .prop_map(|(low, first, dash, high, second)| format!("{low}{first}{dash}{high}{second}")),
        one_of(&["待定", "?", "？“全部”", "一名名校长或两名名师", "3名或者5名", "3 名 or 5 名", "tbd"]),
        one_of(&[
            "50余所",
            "1万 多个",
            "十余名",
            "二三十名",
            "上百所",
            "近万个",
            "一半以上",
            "过半",
            "四分之三",
            "1:15",
            "１５：１以下"
        ]),
        one_of(&["不少于5所，不超过10所", "不低于5%不高于 8%", "5所→10所", "由5所增加到10所", "从2% 降至1%以下"]),
    ]
}

fn ask() -> impl Strategy<Value = String> {
    let change = one_of(&[
        "增长",
        "提高了",
        "下降 ",
        "grows ",
        "falls by ",
        "减少",
        "上升",
        "新增",
        "同比增长",
        "年均 增长",
        "逐年提高",
        "较上年 提高",
        "在2018年基础上增加",
    ]);
    prop_oneof![
        value(),
        (change, value()).prop_map(|(change, value)| format!("{change}{value}")),
        every(),
        (every(), value()).prop_map(|(every, value)| format!("{every} {value}")),
        (duty(), value()).prop_map(|(duty, value)| format!("{duty}{value}")),
        one_of(&["两周一次", "一学期2次", "半年 一次", "每月一查", "每学期全覆盖", "一人一年一次", "2周1次"]),
    ]
}

/// What may stand right before a value.
fn duty() -> impl Strategy<Value = String> {
    one_of(&[
        "每校",
        "每班 每学科",
        "各校",
        "每人每年",
        "力争",
        "striving ",
        "到2018年",
        "2018年底前 ",
        "召开",
        "per 校 ",
    ])
}

fn every() -> impl Strategy<Value = String> {
    one_of(&[
        "每年",
        "每 学期",
        "每两周",
        "每3个月",
        "每3年",
        "每个月",
        "per term",
        "per 3 years",
        "per 1 month",
        "每学年度",
        "per 周",
        "每工作日",
        "每双周",
        "每 单周",
        "隔周",
    ])
}

fn clause() -> impl Strategy<Value = String> {
    prop_oneof![
        every(),
        (one_of(&["到", "until ", "在", "in "]), time()).prop_map(|(head, time)| format!("{head}{time}")),
        (one_of(&["由", "由 ", "by "]), name()).prop_map(|(head, name)| format!("{head}{name}")),
        (one_of(&["由", "by "]), name(), one_of(&["、", " 、 "]), name())
            .prop_map(|(head, one, mark, other)| format!("{head}{one}{mark}{other}")),
        (
            one_of(&["对", "of ", "来源", "来源于", "来源：", "from ", "给", "to ", "用于", "for ", "每", "per "]),
            name()
        )
            .prop_map(|(head, name)| format!("{head}{name}")),
        (one_of(&["占", "share of "]), name(), number())
            .prop_map(|(head, name, number)| format!("{head}{name} {number}%")),
        one_of(&["约束性", "binding", "预期性", "力争", "2018年6月前", "3年内", "100名", "2018年"]),
        one_of(&["每学期每校", "per term per 校", "来源县财政80%、学校20%", "甲承担 80%", "截至2018年底"]),
        ask(),
    ]
}

fn quota() -> impl Strategy<Value = String> {
    let indicator = one_of(&[
        "升学率",
        "升学率（小学、初中）",
        "听课",
        "345工程",
        "高考全省前100名人数",
        "《标准》达标率",
        "优秀率 ",
        "2018年升学率",
        "到2018年底，升学率",
        "每校骨干教师",
    ]);
    let first = prop_oneof![ask().boxed(), one_of(&["全覆盖", "全市前列、名列3名", "", "3项、4类"]).boxed()];
    let clauses = prop::collection::vec((comma(), clause()), 0..4);
    (indicator, one_of(&[" ", "", "  ", "　"]), first, clauses).prop_map(|(indicator, blank, first, clauses)| {
        let clauses: String = clauses.into_iter().map(|(comma, clause)| comma + &clause).collect();
        format!("{indicator}{blank}{first}{clauses}")
    })
}

fn key(words: &'static [&'static str]) -> impl Strategy<Value = String> {
    (one_of(words), one_of(&["：", ":", ": ", " ", "　：　", " "])).prop_map(|(key, colon)| key + &colon)
}

fn names() -> impl Strategy<Value = String> {
    prop::collection::vec((name(), one_of(&["、", "，", ", ", " 、"])), 1..4)
        .prop_map(|names| names.into_iter().map(|(name, mark)| name + &mark).collect::<String>())
        .prop_map(|names| names.trim_end_matches(['、', '，', ',', ' ']).to_owned())
}

fn data() -> impl Strategy<Value = String> {
    prop_oneof![
        (key(&["牵头", "lead", "支撑", "前置", "成果"]), names()).prop_map(|(key, names)| key + &names),
        (key(&["时限", "due", "始于"]), when()).prop_map(|(key, when)| key + &when),
        (key(&["指标", "quota", "现状", "经费", "ｑｕｏｔａ"]), quota()).prop_map(|(key, quota)| key + &quota),
        (key(&["责任链", "chain 甲"]), one_of(&["甲 → 乙 -》丙", "甲—乙", "？->乙"]))
            .prop_map(|(key, chain)| key + &chain),
        (key(&["报送", "report"]), one_of(&["甲报告，乙 → 丙，每学期", "甲报告", "甲报告, per 3 terms, 乙->丙"]))
            .prop_map(|(key, report)| key + &report),
        (
            key(&["依据", "basis"]),
            one_of(&["《甲，乙》，2016年至2021年，上位", "《甲》,某政发〔2016〕3号， implements", "甲，某局"])
        )
            .prop_map(|(key, document)| key + &document),
        (key(&["如", "if"]), one_of(&["甲，乙，则：丙，则", "甲, then 丙", "甲 ， then： 丙"]))
            .prop_map(|(key, condition)| key + &condition),
        (
            one_of(&["清单", "set"]),
            one_of(&[" 甲，2+3项：甲、乙等", " 甲，五项", "：甲，五项", " “甲”, 5 ：？", "　甲：a、b etc"])
        )
            .prop_map(|(key, set)| key + &set),
        (
            key(&["附注", "措施", "措施 甲", "目标", "严禁", "阶段", "分工 甲"]),
            one_of(&["甲，乙：丙", "动员，2018年2月至3月", " 3，000 >= ", "乙"])
        )
            .prop_map(|(key, text)| key + &text),
    ]
}

fn line() -> impl Strategy<Value = String> {
    let indent = one_of(&["", "", "  ", "   ", "\t", "    ", "　"]);
    let dash = one_of(&["- ", "-  ", "－　", "— "]);
    prop_oneof![
        6 => (indent, dash, data()).prop_map(|(indent, dash, data)| format!("{indent}{dash}{data}")),
        1 => one_of(&["正文，3 >= 2。", "　　正文。 ", "  正文", "", "", "// 注 ", "  、、注", "   ／／  注"]),
        1 => one_of(&["### 措施 甲：乙", "### measure ：乙", "##目标 甲", "## 目标任务", "### 阶段：甲,2018年 ", "### phase 甲 : 乙，2018-05 to 2018-06"]),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, rng_seed: RngSeed::Fixed(9704), ..ProptestConfig::default() })]

    #[test]
    fn a_line_keeps_its_meaning(line in data()) {
        let text = format!("# 方案：甲\n## 措施 丁：戊\n- {line}\n");
        if super::format(&super::source(&text), None).is_ok() {
            check(&text);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, rng_seed: RngSeed::Fixed(9704), ..ProptestConfig::default() })]

    #[test]
    fn a_heap_of_lines_keeps_its_meaning(lines in prop::collection::vec(line(), 0..14), end in one_of(&["\n", "\r\n", " \r\n"])) {
        let sound = |line: &String| {
            let text = format!("# 方案：甲\n## 措施 丁：戊\n{line}\n");
            super::format(&super::source(&text), None).is_ok()
        };
        let lines: Vec<_> = lines.into_iter().filter(sound).collect();
        let text = format!("# 方案：甲{end}## 措施 丁：戊{end}{}", lines.join(&end));
        if super::format(&super::source(&text), None).is_ok() {
            check(&text);
        }
    }
}

#[test]
fn most_made_up_lines_are_sound() {
    use proptest::strategy::ValueTree;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut sound = 0;
    for _ in 0..200 {
        let line = data().new_tree(&mut runner).unwrap().current();
        let text = format!("# 方案：甲\n## 措施 丁：戊\n- {line}\n");
        if super::format(&super::source(&text), None).is_ok() {
            sound += 1;
            formatted(&text, None);
        }
    }
    assert!(sound > 100, "{sound} of 200");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, rng_seed: RngSeed::Fixed(9704), ..ProptestConfig::default() })]

    #[test]
    fn whatever_can_be_read_keeps_its_meaning(
        head in one_of(&["# 主体\n- ", "# 口径\n- ", "- 牵头：", "- 指标：", "- 清单 ", "- 如：", "- 时限：", "- 依据：", "## "]),
        rest in "\\PC{0,30}",
    ) {
        let text = format!("# 方案：甲\n{head}{rest}\n");
        if super::format(&super::source(&text), None).is_ok() {
            check(&text);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, rng_seed: RngSeed::Fixed(9704), ..ProptestConfig::default() })]

    #[test]
    fn a_list_may_be_broken_behind_any_mark(
        key in one_of(&["配合：", "with: ", "责任链：", "清单 甲，", "如：连续两年末位，"]),
        names in prop::collection::vec((name(), one_of(&["\n  ", "\r\n      ", "\n\t", "", " "])), 1..30),
    ) {
        let mark = if key.starts_with('责') { "→" } else { "、" };
        let head = if key.starts_with('清') { format!("{key}{}项：", names.len()) } else { key.clone() };
        let head = if key.starts_with('如') { format!("{head}则：") } else { head };
        let broken: Vec<_> = names.iter().map(|(name, gap)| format!("{gap}{name}")).collect();
        let whole: Vec<_> = names.iter().map(|(name, gap)| format!("{}{name}", if gap == " " { gap } else { "" })).collect();
        let plan = |list: &str| format!("# 方案：甲\n## 措施 丁：戊\n- {head}{}\n", list.trim_start());
        let (broken, whole) = (plan(&broken.join(mark)), plan(&whole.join(mark)));
        if super::format(&super::source(&whole), None).is_ok() {
            check(&broken);
            super::same_meaning(&whole, &broken, || format!("{broken}\nas read, is not what it says"));
            assert_eq!(formatted(&whole, None), formatted(&broken, None));
        }
    }
}

//! The words that made-up plans are written in: names, values, times, prose.

use proptest::prelude::*;

/// Who acts: each declared in every plan.
pub const OWNERS: [&str; 10] = [
    "县政府",
    "教育局",
    "财政局（国资办）",
    "“IT部, 二处”",
    "345工程办",
    "𠮷田教研室",
    "“Bureau of Edu”",
    "学校",
    "校长",
    "“é 局”",
];

/// What is counted.
const INDICATORS: [&str; 8] =
    ["巩固率", "听课", "345工程投入数", "《标准》达标率", "高考前100名人数", "readers", "𠮷类校", "优良率"];

pub fn one_of(words: &'static [&'static str]) -> impl Strategy<Value = String> {
    prop::sample::select(words).prop_map(str::to_owned)
}

pub fn end_of_line() -> impl Strategy<Value = &'static str> {
    prop_oneof![5 => Just("\n"), 1 => Just("\r\n")]
}

pub fn owner() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => one_of(&OWNERS),
        1 => one_of(&["“县外单位”", "“Foreign & Co <x>”", "各学校", "待定", "“；：”"]),
    ]
}

/// Owners, parted by what may part a list.
pub fn owners() -> impl Strategy<Value = String> {
    (prop::collection::btree_set(owner(), 1..4), one_of(&["、", " 、 ", "、 "]))
        .prop_map(|(owners, mark)| owners.into_iter().collect::<Vec<_>>().join(&mark))
}

pub fn indicator() -> impl Strategy<Value = String> {
    one_of(&INDICATORS)
}

/// A title: nothing in it parts anything.
pub fn title() -> impl Strategy<Value = String> {
    (
        one_of(&["推进", "Improve ", "做好<b>", "提高“三个”", "落实《办法（试行）》", "建设“1+3”", "e\u{301}", "开展"]),
        one_of(&["课后服务", "reading & writing", "𠮷田片区工作", "试点|示范", "\\备课\\", "*重点*_任务_", "`代码`"]),
        0..100_u32,
    )
        .prop_map(|(verb, object, number)| format!("{verb}{object}{number}项"))
}

pub fn time(en: bool) -> impl Strategy<Value = String> {
    let zh = one_of(&[
        "2026年6月30日",
        "2026年12月底前",
        "2026-06",
        "二〇二七年六月三十日",
        "２０２７年５月",
        "2027年第三季度",
        "2026-2027学年",
        "2026-2027学年第一学期",
        "2027年暑假",
        "2026年6月上旬",
        "20xx年6月",
        "待定",
        "?“尽快”",
        "长期坚持",
        "2028年底",
    ]);
    let english = one_of(&[
        "2026-06-30",
        "end of 2026",
        "2027 Q3",
        "2027 H2",
        "2026-2027 school year",
        "mid 2027-05",
        "tbd",
        "2028-12",
        "2027 winter holidays",
        "before 2027-08-31",
    ]);
    if en { english.boxed() } else { zh.boxed() }
}

/// From one time to another.
pub fn stretch(en: bool) -> BoxedStrategy<String> {
    if en {
        one_of(&["2026-01 to 2026-06", "2026-03-01..2027-02-28", "2026 to 2028"]).boxed()
    } else {
        one_of(&[
            "2026年1月至6月",
            "2026年1—6月",
            "2026年3月1日至2027年2月底",
            "20xx年2月25日至3月7日",
            "2027年1月 - 2028年12月",
        ])
        .boxed()
    }
}

/// A value that the unit of a share fits, and one of things.
pub fn value(en: bool) -> impl Strategy<Value = String> {
    let zh = one_of(&[
        "不低于95%",
        "》=９２％",
        "达到 60%以上",
        "12所",
        "约 1.2万人",
        "2至3名",
        "由5所增加到10所",
        "不少于30节",
        "提高2个百分点",
        "年均增长3%",
        "50余所",
        "不高于13.5:1",
        "全覆盖",
        "待定",
        "不足?人",
        "1名名校长或2名名师",
        "较2025年增长5%",
        "0.000001%",
        "9999999999999999999999.5元",
    ]);
    let english = one_of(&[
        "at least 95%",
        ">= 20 节",
        "no more than 0.2%",
        "about 300",
        "7..8 所",
        "grows by 3%",
        "more than 10 所",
        "tbd",
        "nearly 100 所",
        "reaching 60%",
    ]);
    if en { english.boxed() } else { zh.boxed() }
}

pub fn clause(en: bool) -> impl Strategy<Value = String> {
    let zh = prop_oneof![
        one_of(&["每学期", "每两周", "每年", "到2028年底", "在2027年", "约束性", "力争", "3年内", "自2026年9月起"]),
        owner().prop_map(|owner| format!("由{owner}")),
        one_of(&["每校", "每班", "对学生", "每学期每校"]),
    ];
    let english = prop_oneof![
        one_of(&["per term", "per 2 weeks", "per year", "until end of 2028", "in 2027", "binding", "expected"]),
        owner().prop_map(|owner| format!("by {owner}")),
    ];
    if en { english.boxed() } else { zh.boxed() }
}

/// A paragraph, or what looks like something else and is none.
pub fn prose() -> impl Strategy<Value = String> {
    prop_oneof![
        one_of(&[
            "坚持<以人为本> & “五育并举”，全面提高质量。",
            "　　首行缩进的一段。\n第二行紧接其后。",
            "A paragraph of *English* with [a link](javascript:x) and `code`.",
            "一、这一行像标题，后面是一句话。",
            "1. 编号的一段\n2. 又一段",
            "“引文”、《书名》与（括号）都在这里——还有…… 省略号。",
            "%% 不是模板 %%与$数学$、~~划线~~。",
            "𠮷é\u{301}🀄，右到左\u{202e}之后。",
            "| 序号 | 学校 |\n|:-:|---|\n| 1 | 城东小学 |\n| 2 | a&lt;b |",
            "表1 一览\n| 甲 |\n|---|\n| ⟨措0⟩ |",
        ]),
        "[甲乙丙a-c ，。；“”（）<>&*_#+-]{1,40}".prop_map(|words| format!("文{words}")),
    ]
}

pub fn comment() -> impl Strategy<Value = String> {
    one_of(&[
        "// 一条注\n",
        "、、又一条\n",
        "//\n",
        "// 不查 W001：写作习惯\n",
        "// allow R001: known\n",
        "\n\n\n",
        "   // indented\n",
    ])
}

//! Data lines of every kind, without their indentation: the first line, and what hangs below it indented by two.

use proptest::prelude::*;

use super::words::{clause, indicator, one_of, owner, owners, stretch, time, title, value};

/// Where a line stands decides what may be said there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum At {
    /// Below the title of the plan, or a section.
    Part,
    /// Below a measure.
    Measure,
    /// Below a phase.
    Phase,
}

/// A keyword in its tongue, and what comes between it and its value.
fn key(en: bool, zh: &'static str, english: &'static str) -> BoxedStrategy<String> {
    if en {
        one_of(&[": ", ":", " : "]).prop_map(move |colon| format!("{english}{colon}")).boxed()
    } else {
        one_of(&["：", ":", ": ", " ：　"]).prop_map(move |colon| format!("{zh}{colon}")).boxed()
    }
}

fn keyed(
    en: bool,
    (zh, english): (&'static str, &'static str),
    value: impl Strategy<Value = String> + 'static,
) -> BoxedStrategy<String> {
    (key(en, zh, english), value).prop_map(|(key, value)| key + &value).boxed()
}

fn comma() -> impl Strategy<Value = String> {
    one_of(&["，", ",", ", ", " ，"])
}

/// A line of data, of those that may stand there.
pub fn line(at: At) -> impl Strategy<Value = String> {
    any::<bool>().prop_flat_map(move |en| {
        let mut all = shared(en);
        match at {
            At::Part => {}
            At::Measure => all.extend(of_measure(en)),
            At::Phase => all.push(keyed(en, ("前置", "after"), one_of(&["⟨段0⟩", "⟨段1⟩"]))),
        }
        prop::strategy::Union::new(all)
    })
}

/// What each thing may say once only.
pub fn once(at: At) -> impl Strategy<Value = Vec<String>> {
    any::<bool>().prop_flat_map(move |en| {
        let mut all = vec![keyed(en, ("牵头", "lead"), owners()), keyed(en, ("配合", "with"), owners())];
        all.push(keyed(en, ("责任", "accountable"), owners()));
        if at != At::Phase {
            all.push(keyed(en, ("时限", "due"), time(en)));
            all.push(keyed(en, ("支撑", "serves"), one_of(&["⟨标0⟩", "⟨标1⟩", "⟨标2⟩、⟨标3⟩"])));
        }
        if at == At::Measure {
            all.push(keyed(en, ("始于", "start"), one_of(&["2026年1月", "2026-01-15"])));
        }
        let count = all.len();
        (all, prop::collection::vec(prop::bool::weighted(0.4), count)).prop_map(|(lines, kept)| {
            lines.into_iter().zip(kept).filter_map(|(line, is_kept)| is_kept.then_some(line)).collect()
        })
    })
}

fn of_measure(en: bool) -> Vec<BoxedStrategy<String>> {
    vec![
        keyed(en, ("前置", "after"), one_of(&["⟨前0⟩", "⟨前1⟩", "⟨前2⟩、⟨前3⟩"])),
        keyed(en, ("依托", "builds-on"), one_of(&["“教研队伍”", "《平台》"])),
        keyed(en, ("成果", "output"), one_of(&["《规程》、台账，2026年9月底前", "台账", "“a, b”、《c》"])),
        keyed(en, ("先经", "approved"), owners()),
    ]
}

fn shared(en: bool) -> Vec<BoxedStrategy<String>> {
    let mut all = vec![quota(en), quota(en), series(), table(), fund(en)];
    all.extend([
        keyed(en, ("严禁", "forbid"), one_of(&["以会代研", "a, b: c", "<script>，%x%"])),
        keyed(en, ("附注", "note"), one_of(&["含民办学校，另有规定的除外", "see “x”: 《y》", "3，000 >= 2"])),
        keyed(en, ("附件", "attachment"), one_of(&["分工表", "Table of <duties>"])),
        keyed(en, ("依据", "basis"), basis()),
        keyed(en, ("列出", "show"), one_of(&["责任分工", "指标表", "经常性工作", "进度", "工作台账", "图"])),
        keyed(en, ("责任链", "chain"), chain()),
        keyed(en, ("协同", "alliance"), one_of(&["家庭、学校、社会", "a、b"])),
        keyed(en, ("层级", "levels"), one_of(&["县 → 乡镇 → 学校", "甲->乙", "甲-》乙"])),
        keyed(en, ("报送", "report"), report(en)),
        role(en),
        condition(en),
        one_of(&[
            "清单 五备，5项：教材、学法、教法、问题、作业",
            "set 四环, 4环: 自学 → 合作 → 展示 → 检测",
            "清单 禁令，10条：未列",
            "清单 “x, y”，2+3项：甲、乙等",
        ])
        .boxed(),
    ]);
    all
}

fn quota(en: bool) -> BoxedStrategy<String> {
    let word = prop_oneof![Just(("指标", "quota")), Just(("现状", "baseline"))];
    (word, indicator(), value(en), prop::collection::vec((comma(), clause(en)), 0..3), any::<bool>())
        .prop_map(move |((zh, english), indicator, value, clauses, is_noted)| {
            let is_now = zh == "现状";
            let key = if en { format!("{english}: ") } else { format!("{zh}：") };
            let clauses: String =
                clauses.into_iter().filter(|_| !is_now).map(|(comma, clause)| comma + &clause).collect();
            let note =
                if is_noted { if en { "\n  - note: as told" } else { "\n  - 附注：以公布为准" } } else { "" };
            format!("{key}{indicator} {value}{clauses}{note}")
        })
        .boxed()
}

fn series() -> BoxedStrategy<String> {
    (indicator(), 1..90_u32, any::<bool>(), prop::collection::vec(0..9_u32, 1..4))
        .prop_map(|(indicator, first, en, steps)| {
            let key = if en { "quota: " } else { "指标：" };
            let mut value = first;
            let years = steps.iter().enumerate().map(|(index, step)| {
                value += step;
                let year = 2026 + index;
                if en { format!("\n  - {year}: >= {value}%") } else { format!("\n  - {year}年：不低于{value}%") }
            });
            format!("{key}{indicator}{}", years.collect::<String>())
        })
        .boxed()
}

fn table() -> BoxedStrategy<String> {
    let bar = prop_oneof![3 => Just("|"), 1 => Just("·")];
    let word = one_of(&["指标", "现状", "经费"]);
    (word, bar, prop::collection::vec((0..200_u32, 0..200_u32), 1..4), any::<bool>())
        .prop_map(|(word, bar, rows, has_sum)| {
            let unit = if word == "经费" { "万元" } else { "所" };
            let row = |cells: &[String]| format!("\n  {bar} {} {bar}", cells.join(&format!(" {bar} ")));
            let mut text =
                format!("{word}：新建校舍{}", row(&["学段".to_owned(), "2026年".to_owned(), "2027年".to_owned()]));
            if bar == "|" {
                text.push_str("\n  |---|---|---|");
            }
            let mut sums = (0, 0);
            for (index, (one, two)) in rows.iter().enumerate() {
                text.push_str(&row(&[format!("第{}片", index + 1), format!("{one}{unit}"), format!("{two}{unit}")]));
                sums = (sums.0 + one, sums.1 + two);
            }
            if has_sum {
                text.push_str(&row(&["合计".to_owned(), format!("{}{unit}", sums.0), format!("{}{unit}", sums.1)]));
            }
            text
        })
        .boxed()
}

fn fund(en: bool) -> BoxedStrategy<String> {
    let zh = one_of(&[
        "奖励资金 40万元，每年，来源“县财政”，给学校，用于奖励教师",
        "建设资金 60万元，来源“县财政”80%、学校20%",
        "改造资金 待定",
        "校舍资金 180万元，其中教学楼120万元、运动场60万元",
        "人均经费 500元，每年",
    ]);
    let english =
        one_of(&["bonus 40万元, per year, from “县财政”, to 学校, for teachers", "works tbd", "books 3万元, in 2027"]);
    if en { keyed(en, ("经费", "fund"), english) } else { keyed(en, ("经费", "fund"), zh) }
}

fn basis() -> BoxedStrategy<String> {
    one_of(&[
        "《评价指南》，教基〔2021〕3号，贯彻",
        "《甲》、《乙》（教基〔2021〕5号）",
        "《发展规划》，2026年至2030年，上位",
        "《甲，乙》",
        "《GB<T>&》,某政发〔2016〕3号， implements",
    ])
    .boxed()
}

fn chain() -> BoxedStrategy<String> {
    (prop::sample::subsequence(super::OWNERS.to_vec(), 2..4), one_of(&[" → ", "->", " -》 ", "→"]))
        .prop_map(|(owners, arrow)| owners.join(&arrow))
        .boxed()
}

fn report(en: bool) -> BoxedStrategy<String> {
    let how = if en {
        one_of(&["per term", "per year", "per ?"]).boxed()
    } else {
        one_of(&["每学期", "每年，7月10日前", "定期", "每月25日前"]).boxed()
    };
    (title(), how).prop_map(|(what, how)| format!("{what}，学校 → 教育局，{how}")).boxed()
}

fn role(en: bool) -> BoxedStrategy<String> {
    (owner(), one_of(&["组织集体备课，检查教案", "x, y: z"]))
        .prop_map(
            move |(owner, what)| if en { format!("role {owner}: {what}") } else { format!("分工 {owner}：{what}") },
        )
        .boxed()
}

fn condition(en: bool) -> BoxedStrategy<String> {
    let then = if en { ", then: " } else { "，则：" };
    let below = prop::sample::subsequence(
        if en {
            vec!["of: 教师", "within: 1个月", "lasts: 1年"]
        } else {
            vec!["对：教师", "内：1个月", "为期：1年"]
        },
        0..=3,
    );
    (key(en, "如", "if"), below)
        .prop_map(move |(key, below)| {
            let below: String = below.iter().map(|line| format!("\n  - {line}")).collect();
            format!("{key}连续两年末位{then}待岗培训{below}")
        })
        .boxed()
}

/// The time of a phase behind its title.
pub fn of_phase() -> impl Strategy<Value = String> {
    prop_oneof![
        stretch(false).prop_map(|time| format!("，{time}")),
        Just(String::new()),
        stretch(false).prop_map(|time| format!("（{time}）"))
    ]
}

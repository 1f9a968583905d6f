//! Units: what they are worth in one another, what the library declares, how the plan takes the place of it.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its fixture has to stop")]

use std::fs;
use std::path::Path;

use fangan::diagnostic::Lang;
use fangan::quantity::{Amount, Conflict, Decimal, Unit, UnitDefinition, Units};
use fangan::report::{Format, Options as Style, report};
use fangan::world::MemoryWorld;
use fangan::{Compiled, Options, compile, plan};

fn compiled(text: &str) -> Compiled {
    compile(&MemoryWorld::with("a.plan", text), Path::new("a.plan"), Options::default()).unwrap()
}

fn said(compiled: &Compiled) -> String {
    let style = Style { lang: Lang::Zh, ..Style::default() };
    report(Format::Short, &compiled.findings, &compiled.sources, &style)
}

fn amount(value: &str, unit: &str) -> Amount {
    Amount::new(Decimal::from_str_exact(value).unwrap(), Some(Unit::new(unit)))
}

fn unit(name: &str, worth: &[(&str, &str)]) -> UnitDefinition {
    let worth = worth.iter().map(|(value, unit)| amount(value, unit)).collect();
    UnitDefinition { names: vec![name.to_owned()], worth, counts: Vec::new() }
}

/// The units that hold in every plan.
fn common() -> Units {
    compiled("# 方案：某县义务教育提质方案\n").plan.units
}

#[test]
fn the_library_holds_without_being_used() {
    let units = common();
    let same = [
        (amount("15", "亩"), amount("1", "公顷")),
        (amount("10000", "平方米"), amount("15", "亩")),
        (amount("1.5", "万亩"), amount("10", "平方公里")),
        (amount("90", "分钟"), amount("1.5", "小时")),
        (amount("4", "节"), amount("4", "课时")),
        (amount("120", "名"), amount("0.012", "万人")),
        (amount("0.6", "%"), amount("6", "‰")),
        (amount("36", "所学校"), amount("36", "所")),
        (amount("3", "个月"), amount("1", "季度")),
        (amount("1", "亿元"), amount("10000", "万元")),
    ];
    for (one, other) in same {
        assert!(units.same_kind(&one, &other), "{one}, {other}");
        assert_eq!(units.in_parts(&one).unwrap(), units.in_parts(&other).unwrap(), "{one}, {other}");
    }
    for (one, other) in [("人", "人次"), ("人", "个"), ("%", "百分点"), ("天", "小时"), ("亩", "公里"), ("甲", "乙")]
    {
        assert!(!units.are_alike(&Unit::new(one), &Unit::new(other)), "{one}, {other}");
    }
}

#[test]
fn what_comes_back_is_exact_or_nothing() {
    let units = common();
    let parts = units.in_parts(&amount("20", "亩")).unwrap();
    assert_eq!(units.from_parts(parts, Some(&Unit::new("公顷"))), None);
    assert_eq!(units.from_parts(parts, Some(&Unit::new("万亩"))).unwrap(), amount("0.002", "万亩"));
    let most = Amount::new(Decimal::MAX, Some(Unit::new("公顷")));
    assert_eq!(units.in_parts(&most), None);
}

#[test]
fn conversions_that_cannot_hold_are_told() {
    let conflicts = |definitions: &[UnitDefinition]| {
        Units::of(definitions).1.into_iter().map(|fault| fault.conflict).collect::<Vec<_>>()
    };
    let agree = [unit("甲", &[("2", "乙"), ("6", "丙")]), unit("乙", &[("3", "丙")]), unit("丙", &[])];
    assert_eq!(conflicts(&agree), []);
    let contradiction = |implied: &str, through: &[(usize, usize)], is_ring| Conflict::Contradiction {
        implied: implied.to_owned(),
        through: through.to_vec(),
        is_ring,
    };
    let differ = [unit("甲", &[("2", "乙"), ("5", "丙")]), unit("乙", &[("3", "丙")]), unit("丙", &[])];
    assert_eq!(conflicts(&differ), [contradiction("2.5", &[(0, 1), (0, 0)], false)]);
    let ring = [unit("甲", &[("2", "乙")]), unit("乙", &[("2", "丙")]), unit("丙", &[("2", "甲")])];
    assert_eq!(conflicts(&ring), [contradiction("0.25", &[(0, 0), (1, 0)], true)]);
    let wrong = [unit("甲", &[("2", "甲"), ("0", "乙"), ("3", "戊")]), unit("乙", &[])];
    assert_eq!(conflicts(&wrong), [Conflict::Itself, Conflict::Empty, Conflict::Unknown("戊".to_owned())]);
    let deep: Vec<_> = (0..200).map(|at| unit(&format!("级{at}"), &[("1000003", &format!("级{}", at + 1))])).collect();
    assert!(conflicts(&deep).iter().all(|conflict| matches!(conflict, Conflict::TooLarge | Conflict::Unknown(_))));
}

#[test]
fn the_plan_takes_the_place_of_the_library() {
    let text = "# 方案：某县义务教育提质方案\n# 计量单位\n- 课时，40分钟\n- 名\n- 公顷\n## 目标任务\n";
    let units = compiled(text).plan.units;
    let alike = |one: &str, other: &str| units.are_alike(&Unit::new(one), &Unit::new(other));
    assert!(alike("课时", "小时") && alike("节", "小时"));
    assert!(!alike("名", "人") && alike("位", "人"));
    assert!(!alike("公顷", "亩") && alike("平方公里", "亩"));
}

#[test]
fn quotas_in_several_units_are_compared() {
    let text = "# 方案：某县义务教育提质方案\n# 口径\n- 新增用地，增量\n  - 单位：亩\n\
                ## 目标任务\n- 指标：新增用地 不少于30亩，到2026年底\n\
                ## 工作要求\n- 指标：新增用地 不超过1公顷，到2026年底\n";
    let said = said(&compiled(text));
    assert!(said.contains("Q007") && !said.contains("Q009"), "{said}");
    assert!(!self::said(&compiled(&text.replace("1公顷", "2公顷"))).contains("Q0"));
}

/// The counters behind Chinese numbers in the grammar are those of the library.
#[test]
fn the_grammar_knows_the_units_of_the_library() {
    let (_, text) = plan::LIBRARY.iter().find(|(name, _)| *name == "units").unwrap();
    let mut words = Vec::new();
    for line in text.lines() {
        if let Some(name) = line.strip_prefix("- ") {
            words.extend(name.split('，').next());
        } else if let Some(names) = line.strip_prefix("  - 又称：") {
            words.extend(names.split('、'));
        }
    }
    words.extend(["万", "亿"]);
    let is_han = |word: &&str| word.chars().all(|sign| ('\u{4e00}'..='\u{9fff}').contains(&sign));
    let listed: Vec<_> = words.into_iter().filter(is_han).map(|word| format!("\"{word}\"")).collect();
    let line = format!("counter  = {{ {} }}\n", listed.join(" | "));
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("grammar/plan.pest");
    let grammar = fs::read_to_string(&path).unwrap();
    let start = grammar.find("counter  = {").unwrap();
    let end = start + grammar[start..].find('\n').unwrap() + 1;
    if grammar[start..end] != line && std::env::var_os("BLESS").is_some() {
        fs::write(path, format!("{}{line}{}", &grammar[..start], &grammar[end..])).unwrap();
    } else {
        assert_eq!(grammar[start..end], line, "BLESS=1 cargo test --test units writes it");
    }
}

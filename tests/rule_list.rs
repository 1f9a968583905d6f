//! The list of the rules for people, in either language, written from the rules themselves.
//!
//! What `--fix` mends and what is only offered is told by the fixtures: the edits that the findings of a rule bring.
//! `BLESS=1` writes `docs/rules.md` and `docs/rules.zh-CN.md`; otherwise they have to be what would be written. So is
//! `docs/checks-covered.md`, which says of each check of the collection (C01 to C194) what became of it.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its fixture has to stop")]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use fangan::check::{Page, RULES, pages};
use fangan::compile;
use fangan::diagnostic::{Lang, Severity, Text};
use fangan::text;
use fangan::world::MemoryWorld;

/// The families, by the letter of their codes.
fn families() -> [(&'static str, Text); 7] {
    [
        ("S", text!(zh: "写法与名称", en: "Syntax and names")),
        ("D", text!(zh: "时间", en: "Dates")),
        ("Q", text!(zh: "指标与经费", en: "Quotas and money")),
        ("R", text!(zh: "责任", en: "Responsibility")),
        ("G", text!(zh: "任务、目标与清单", en: "Tasks, goals and sets")),
        ("F", text!(zh: "公文格式", en: "Official form")),
        ("W", text!(zh: "文字", en: "Wording")),
    ]
}

fn opening() -> Text {
    let (rules, reading) = (RULES.len(), pages().len() - RULES.len());
    text!(
        zh: "# 规则一览\n\n[English](rules.md)\n\n\
            {rules}条规则，另有{reading}种写法、名称上的错误（S0、S1，不能关掉）。`fangan rules` 列出全部规则，`fangan explain R001`\n\
            给出一条的说明、错例、对例和依据。本页由 `BLESS=1 cargo test --test rule_list` 写成。\n\n\
            - 起草时、印发前：`--stage draft`、`--stage issue` 下的轻重\n\
            - 改法：“自动”由 `fangan check --fix` 改；“供选”给出改法，由人定；“—”只指出\n",
        en: "# The rules\n\n[中文](rules.zh-CN.md)\n\n\
            {rules} rules, and {reading} faults of syntax and names (S0 and S1, which cannot be switched off). `fangan rules` lists\n\
            them; `fangan explain R001` gives the page of one, with examples and its source. This page is written by\n\
            `BLESS=1 cargo test --test rule_list`.\n\n\
            - draft, issue: how grave a finding is under `--stage draft` and `--stage issue`\n\
            - edit: what `fangan check --fix` mends is “made”; what is “offered” is for a person to decide; “—” only points\n"
    )
}

fn severity(severity: Severity, lang: Lang) -> &'static str {
    match (severity, lang) {
        (Severity::Error, Lang::Zh) => "错误",
        (Severity::Warning, Lang::Zh) => "警告",
        (Severity::Info, Lang::Zh) => "提示",
        (Severity::Error, Lang::En) => "error",
        (Severity::Warning, Lang::En) => "warning",
        (Severity::Info, Lang::En) => "note",
    }
}

fn file(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The best edit that the findings of a code bring in its fixture and its wrong example.
fn edit(page: &Page) -> Option<bool> {
    let manual = page.manual();
    let fixture = fs::read_to_string(file("tests/rules").join(page.name).join("bad.plan")).unwrap_or_default();
    let safe = [manual.example("错"), &fixture].into_iter().flat_map(|text| {
        let mut world = MemoryWorld::with("a.plan", text);
        for (path, text) in manual.files("错") {
            world = world.and(path, text);
        }
        let compiled = compile(&world, Path::new("a.plan"), fangan::Options::default()).unwrap();
        let findings = compiled.findings.into_iter().filter(|finding| finding.code == page.code);
        findings.filter_map(|finding| finding.fix).map(|fix| fix.safe).collect::<Vec<_>>()
    });
    safe.max()
}

fn edit_words(edit: Option<bool>, lang: Lang) -> &'static str {
    match (edit, lang) {
        (Some(true), Lang::Zh) => "自动",
        (Some(false), Lang::Zh) => "供选",
        (Some(true), Lang::En) => "made",
        (Some(false), Lang::En) => "offered",
        (None, _) => "—",
    }
}

fn page(lang: Lang, rows: &[(Page, Option<bool>)]) -> String {
    let mut text = opening().get(lang).to_owned();
    let head = text!(
        zh: "| 编号 | 查什么 | 名称 | 起草时 | 印发前 | 改法 |",
        en: "| Code | What it blames | Name | Draft | Issue | Edit |"
    );
    for (letter, family) in families() {
        write!(text, "\n## {letter} · {}\n\n{}\n|---|---|---|---|---|---|\n", family.get(lang), head.get(lang))
            .unwrap();
        for (page, edit) in rows.iter().filter(|(page, _)| page.code.starts_with(letter)) {
            let manual = page.manual();
            let cells = [
                page.code,
                manual.title_in(lang),
                &format!("`{}`", page.name),
                severity(page.severity, lang),
                severity(page.at_issue, lang),
                edit_words(*edit, lang),
            ];
            writeln!(text, "| {} |", cells.join(" | ")).unwrap();
        }
    }
    text
}

#[test]
fn the_pages_list_the_rules() {
    let rows: Vec<(Page, Option<bool>)> = pages().iter().map(|page| (*page, edit(page))).collect();
    let mut behind = Vec::new();
    for (path, lang) in [("docs/rules.md", Lang::En), ("docs/rules.zh-CN.md", Lang::Zh)] {
        let text = page(lang, &rows);
        if std::env::var_os("BLESS").is_some() {
            fs::write(file(path), &text).unwrap();
        }
        if fs::read_to_string(file(path)).unwrap_or_default() != text {
            behind.push(path);
        }
    }
    assert!(behind.is_empty(), "{behind:?} are behind the rules: BLESS=1 cargo test --test rule_list");
}

/// The numbers that the collection of checks gives out, by its sections.
const CHECKS: [(u16, u16); 13] = [
    (1, 10),
    (15, 30),
    (31, 39),
    (40, 52),
    (55, 72),
    (75, 96),
    (100, 110),
    (115, 132),
    (135, 143),
    (145, 152),
    (155, 172),
    (175, 183),
    (185, 194),
];

/// Every number that some words name: `C09`, `C40—C45`.
fn numbers(words: &str) -> BTreeSet<u16> {
    let mut found = BTreeSet::new();
    let mut before: Option<(usize, u16)> = None;
    for (at, _) in words.match_indices('C') {
        let digits: String = words[at + 1..].chars().take_while(char::is_ascii_digit).collect();
        let Ok(number) = digits.parse() else { continue };
        if let Some((_, first)) = before.filter(|(end, _)| ["—", "–", "-"].contains(&words[*end..at].trim())) {
            found.extend(first..number);
        }
        found.insert(number);
        before = Some((at + 1 + digits.len(), number));
    }
    found
}

/// What the page of checks left out says of each number: the check and the reason, in both languages.
fn left_out() -> BTreeMap<u16, [String; 2]> {
    let page = fs::read_to_string(file("docs/checks-left-out.md")).unwrap();
    let mut reasons = BTreeMap::new();
    for row in page.lines().filter(|line| line.starts_with("| C")) {
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        for number in numbers(cells[1]) {
            reasons.insert(number, [format!("{}：{}", cells[2], cells[3]), format!("{}: {}", cells[4], cells[5])]);
        }
    }
    reasons
}

const COVERED: &str = "\
# 收集到的检查，逐条 · What became of each check

动手之前收集了核稿时看的各项，编号 C01—C194。每条由哪些规则检查，或者为什么没有做成规则，都在这里；本页由
`BLESS=1 cargo test --test rule_list` 从规则的“依据”和[没有做成规则的检查](checks-left-out.md)写成。

Before any rule was written, what a reviewer looks at was collected and numbered. Here is which rules hold each, or why none
does. This page is written from the sources that the rules name and from [checks left out](checks-left-out.md).

| 编号 · number | 规则，或者没有做的原因 · rules, or why there is none |
|---|---|
";

#[test]
fn every_check_of_the_collection_has_its_rule_or_its_reason() {
    let mut rules: BTreeMap<u16, Vec<String>> = BTreeMap::new();
    for page in pages() {
        let manual = page.manual();
        let (zh, en) = manual.title();
        for number in numbers(manual.section("依据 · Source")) {
            rules.entry(number).or_default().push(format!("{} {zh} · {en}", page.code));
        }
    }
    let left_out = left_out();
    let mut text = COVERED.to_owned();
    let mut without = Vec::new();
    for number in CHECKS.into_iter().flat_map(|(first, last)| first..=last) {
        let mut parts = rules.get(&number).cloned().unwrap_or_default();
        parts.extend(left_out.get(&number).map(|[zh, en]| format!("没有做 · left out: {zh} · {en}")));
        if parts.is_empty() {
            without.push(number);
        }
        writeln!(text, "| C{number:02} | {} |", parts.join("<br>")).unwrap();
    }
    assert!(without.is_empty(), "neither a rule nor a reason: {without:?}");
    let path = file("docs/checks-covered.md");
    if std::env::var_os("BLESS").is_some() {
        fs::write(&path, &text).unwrap();
    }
    assert_eq!(fs::read_to_string(&path).unwrap_or_default(), text, "docs/checks-covered.md is behind: BLESS=1");
}

/// What the families of rules have to hold at least, each with the codes that do.
const FAMILIES: [(&str, &[&str]); 68] = [
    ("every syntax fault", &["S003", "S004", "S005"]),
    ("undefined and doubled names", &["S101", "S102"]),
    ("near misses", &["S001"]),
    ("unused declarations", &["R014", "S201"]),
    ("import cycles", &["S112"]),
    ("impossible dates", &["S005"]),
    ("deadline outside plan or phase", &["D007", "D008", "D022"]),
    ("phases out of order, overlapping, with gaps", &["D011", "D012", "D013"]),
    ("stated years against the range", &["D014", "D015", "D033"]),
    ("signature, issue and number year", &["D017", "D018", "D019", "F078"]),
    ("deadline without a year", &["D004", "W204"]),
    ("holes in dates", &["D003"]),
    ("start after end", &["D005", "D006"]),
    ("lead time impossible", &["D009", "D031"]),
    ("school years", &["D038", "D040"]),
    ("series against its direction", &["Q004"]),
    ("split against total", &["Q019", "Q049"]),
    ("sum of parts", &["Q022", "Q023"]),
    ("ratio recomputed", &["Q021"]),
    ("growth against its series", &["Q002"]),
    ("per cent for points", &["Q001", "Q040"]),
    ("bounds", &["Q005", "Q006", "Q055"]),
    ("contradicting quotas", &["Q007", "Q008"]),
    ("units that do not match", &["Q009"]),
    ("target below today", &["Q010"]),
    ("growth without a base", &["Q011"]),
    ("recurring duty without a period", &["Q012", "Q052"]),
    ("per term against per year", &["Q048"]),
    ("complementary rates", &["Q013", "Q046"]),
    ("shares that make no whole", &["Q014", "Q015", "Q056"]),
    ("times and doublings", &["Q043", "W104"]),
    ("measure without lead, deadline, deliverable", &["R001", "R002", "R032"]),
    ("lead undeclared, vague, outside", &["S101", "R003", "R005"]),
    ("two leads", &["R006"]),
    ("lead also cooperating", &["R007"]),
    ("cycle or gap in a chain", &["R009", "R033"]),
    ("chain against the hierarchy", &["R010"]),
    ("report that goes down", &["R017"]),
    ("leading group: empty seat", &["R011"]),
    ("leading group: office", &["R013", "R037"]),
    ("leading group: a person twice", &["R012"]),
    ("leading group: duties without a seat", &["R042"]),
    ("owner with no duty", &["R014"]),
    ("addressee without task, owner not addressed", &["R039", "R040"]),
    ("department directing a higher organ", &["F030", "R016", "R030"]),
    ("one owner carrying most", &["R031"]),
    ("cycles of dependencies", &["G001"]),
    ("successor due first", &["G003"]),
    ("waiting for something undated", &["G004", "G013"]),
    ("goal that no measure serves", &["G005"]),
    ("measure that serves no goal", &["G006"]),
    ("goal without a number", &["G007"]),
    ("announced set", &["G008", "G009"]),
    ("document number", &["F001"]),
    ("title", &["F010", "F012", "F018"]),
    ("kind of document", &["F020"]),
    ("addressees", &["F033", "F034", "F036"]),
    ("attachment names", &["F070", "F072"]),
    ("signature against issuer", &["F077"]),
    ("numbering", &["F102", "F103", "F104"]),
    ("issuing notice", &["F002", "F019"]),
    ("vague deadline and frequency words", &["D001", "Q012", "W205"]),
    ("redundant quantity words", &["W101", "W102"]),
    ("number, unit and range style", &["W301", "W303", "W304", "W308"]),
    ("punctuation", &["W401", "W402", "W403"]),
    ("typos and look-alikes", &["W001", "W002", "W408"]),
    ("placeholders and leftovers", &["W501", "W502", "W504"]),
    ("prose against the data", &["W901", "W904", "W908", "W910", "R045"]),
];

#[test]
fn every_family_holds_what_it_has_to() {
    for (what, codes) in FAMILIES {
        for code in codes {
            assert!(Page::of(code).is_some(), "{what}: there is no {code}");
        }
    }
}

//! The list of the rules for people, in either language, written from the rules themselves.
//!
//! What `--fix` mends and what is only offered is told by the fixtures: the edits that the findings of a rule bring.
//! `BLESS=1` writes `docs/rules.md` and `docs/rules.zh-CN.md`; otherwise they have to be what would be written.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its fixture has to stop")]

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

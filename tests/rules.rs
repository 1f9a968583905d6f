//! Every rule against its fixtures and its manual page.
//!
//! `tests/rules/<name>/bad.plan` raises the code of the rule and says what stands in `bad.zh.txt` and `bad.en.txt`;
//! `BLESS=1` rewrites those. `good.plan` and the right example of the page are silent. The list of rules is held
//! against the folder of the code and the folder of the fixtures.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its fixture has to stop")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use fangan::check::{RULES, Rule};
use fangan::diagnostic::Lang;
use fangan::report::{Format, Options, report};
use fangan::world::MemoryWorld;
use fangan::{Compiled, compile};

/// A text as a plan that is being written, by a late day for the rule that asks for one.
fn compiled(rule: &Rule, name: &str, text: &str) -> Compiled {
    let world = MemoryWorld::with(name, text);
    let as_of = (rule.name == "overdue").then(|| "2026-11-22".parse().unwrap());
    compile(&world, Path::new(name), fangan::Options { as_of, ..fangan::Options::default() }).unwrap()
}

/// Everything said about a text, one line each.
fn said(rule: &Rule, name: &str, text: &str, lang: Lang) -> String {
    let compiled = compiled(rule, name, text);
    report(Format::Short, &compiled.findings, &compiled.sources, &Options { lang, ..Options::default() })
}

fn raises(rule: &Rule, text: &str) -> bool {
    compiled(rule, "a.plan", text).findings.iter().any(|finding| finding.code == rule.code)
}

fn folder(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The names in a folder, without `extension`; others are left out.
fn names(path: &str, extension: &str) -> BTreeSet<String> {
    let names = fs::read_dir(folder(path)).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.filter_map(|name| name.strip_suffix(extension).map(str::to_owned)).collect()
}

fn rule_names() -> BTreeSet<String> {
    RULES.iter().map(|rule| rule.name.to_owned()).collect()
}

#[test]
fn the_list_is_the_folder() {
    let mut files = names("src/check/rules", ".rs");
    files.remove("mod");
    assert_eq!(rule_names(), files, "src/check/rules/mod.rs lists other rules than its folder holds");
    assert_eq!(rule_names().len(), RULES.len(), "a rule is listed twice, or two share a name");
}

#[test]
fn codes_ascend() {
    for rule in RULES {
        let (family, number) = rule.code.split_at(1);
        let is_code = "SDQRGFW".contains(family) && number.len() == 3 && number.parse::<u16>().is_ok();
        assert!(is_code, "{} is no code", rule.code);
        let file = fs::read_to_string(folder("src/check/rules").join(format!("{}.rs", rule.name))).unwrap();
        assert!(file.contains(&format!("code: \"{}\"", rule.code)), "{} is not the name of its file", rule.name);
    }
    for pair in RULES.windows(2) {
        assert!(pair[0].code < pair[1].code, "{} stands before {}", pair[0].code, pair[1].code);
    }
}

#[test]
fn every_rule_has_fixtures_and_every_fixture_a_rule() {
    assert_eq!(names("tests/rules", ""), rule_names());
}

#[test]
fn bad_plans_say_what_is_expected() {
    let bless = std::env::var_os("BLESS").is_some();
    let mut wrong = Vec::new();
    for rule in RULES {
        let at = folder("tests/rules").join(rule.name);
        let bad = fs::read_to_string(at.join("bad.plan")).unwrap_or_default();
        if !raises(rule, &bad) {
            wrong.push(format!(
                "{}/bad.plan does not raise {}:\n{}",
                rule.name,
                rule.code,
                said(rule, "bad.plan", &bad, Lang::Zh)
            ));
        }
        for (file, lang) in [("bad.zh.txt", Lang::Zh), ("bad.en.txt", Lang::En)] {
            let output = said(rule, "bad.plan", &bad, lang);
            if bless {
                fs::write(at.join(file), output).unwrap();
            } else if fs::read_to_string(at.join(file)).unwrap_or_default() != output {
                wrong.push(format!("{}/{file} is not:\n{output}", rule.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn good_plans_are_silent() {
    let mut wrong = Vec::new();
    for rule in RULES {
        let path = folder("tests/rules").join(rule.name).join("good.plan");
        match fs::read_to_string(&path) {
            Ok(good) => wrong.extend(complaint(rule, "good.plan", &good)),
            Err(error) => wrong.push(format!("{}: {error}", path.display())),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What is said about a plan of which nothing should be said.
fn complaint(rule: &Rule, what: &str, text: &str) -> Option<String> {
    let output = said(rule, "good.plan", text, Lang::Zh);
    (!output.is_empty()).then(|| format!("{} ({}), {what}:\n{output}", rule.code, rule.name))
}

#[test]
fn manual_pages_are_whole_and_their_examples_hold() {
    let mut wrong = Vec::new();
    for rule in RULES {
        let (manual, code) = (rule.manual(), rule.code);
        let (zh, en) = manual.title();
        if zh == en || !zh.chars().any(is_han) || en.chars().any(is_han) {
            wrong.push(format!("{code}: the title “{zh} · {en}” is not in both languages"));
        }
        for heading in ["中文", "English", "错 · Wrong", "对 · Right", "依据 · Source"] {
            if manual.section(heading).is_empty() {
                wrong.push(format!("{code}: nothing under “{heading}”"));
            }
        }
        if !raises(rule, manual.example("错")) {
            let output = said(rule, "bad.plan", manual.example("错"), Lang::Zh);
            wrong.push(format!("{code}: the wrong example of {} does not raise it:\n{output}", rule.name));
        }
        wrong.extend(complaint(rule, "the right example", manual.example("对")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn is_han(character: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&character)
}

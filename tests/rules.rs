//! Every rule against its fixtures and its manual page.
//!
//! `tests/rules/<name>/bad.plan` raises the code of the rule and says what stands in `bad.zh.txt` and `bad.en.txt`;
//! `BLESS=1` rewrites those. A second one is `bad-WORD.plan`; `bad-issue.plan` is one that is to be issued. `good.plan` and the right example of the page are silent. The list of rules is held
//! against the folder of the code and the folder of the fixtures. The faults of reading have pages like rules, and
//! every code that the program knows has one.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its fixture has to stop")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use fangan::check::{Page, RULES, Rule, Stage, pages};
use fangan::diagnostic::Lang;
use fangan::report::{Format, Options, report};
use fangan::world::MemoryWorld;
use fangan::{Compiled, compile};

/// A plan that is being written, judged by a late day for the rule that asks for one; to be issued, for the rule that
/// speaks only then.
fn options(rule: &str) -> fangan::Options {
    let as_of = (rule == "overdue").then(|| "2026-11-22".parse().unwrap());
    let stage = if rule == "imprint_missing" { Stage::Issue } else { Stage::Draft };
    fangan::Options { as_of, stage, ..fangan::Options::default() }
}

/// A plan by its file; what is to be issued says so in its name.
fn compiled(rule: &Rule, name: &str, text: &str) -> Compiled {
    let mut options = options(rule.name);
    if name.contains("issue") {
        options.stage = Stage::Issue;
    }
    compile(&MemoryWorld::with(name, text), Path::new(name), options).unwrap()
}

/// Everything said about a text, one line each.
fn said(rule: &Rule, name: &str, text: &str, lang: Lang) -> String {
    let compiled = compiled(rule, name, text);
    report(Format::Short, &compiled.findings, &compiled.sources, &Options { lang, ..Options::default() })
}

fn raises(rule: &Rule, name: &str, text: &str) -> bool {
    compiled(rule, name, text).findings.iter().any(|finding| finding.code == rule.code)
}

fn folder(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The names in a folder, without `extension`; others are left out.
fn names(path: &str, extension: &str) -> BTreeSet<String> {
    let names = fs::read_dir(folder(path)).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.filter_map(|name| name.strip_suffix(extension).map(str::to_owned)).collect()
}

/// The wrong plans of a rule: `bad`, and others that begin like it.
fn bad_plans(rule: &Rule) -> impl Iterator<Item = String> {
    let mut others = names(&format!("tests/rules/{}", rule.name), ".plan");
    others.retain(|name| name.starts_with("bad-"));
    std::iter::once("bad".to_owned()).chain(others)
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
    for (rule, name) in RULES.iter().flat_map(|rule| bad_plans(rule).map(move |name| (rule, name))) {
        let at = folder("tests/rules").join(rule.name);
        let file = format!("{name}.plan");
        let bad = fs::read_to_string(at.join(&file)).unwrap_or_default();
        if !raises(rule, &file, &bad) {
            let said = said(rule, &file, &bad, Lang::Zh);
            wrong.push(format!("{}/{file} does not raise {}:\n{said}", rule.name, rule.code));
        }
        for (ending, lang) in [("zh.txt", Lang::Zh), ("en.txt", Lang::En)] {
            let (output, path) = (said(rule, &file, &bad, lang), at.join(format!("{name}.{ending}")));
            if bless {
                fs::write(path, output).unwrap();
            } else if fs::read_to_string(&path).unwrap_or_default() != output {
                wrong.push(format!("{} is not:\n{output}", path.display()));
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

/// Codes whose wrong example would be too long to print.
const ABRIDGED: [&str; 2] = ["S015", "S113"];

/// An example of a page with the files it uses.
fn example(page: &Page, heading: &str) -> Compiled {
    let manual = page.manual();
    let mut world = MemoryWorld::with("a.plan", manual.example(heading));
    for (path, text) in manual.files(heading) {
        world = world.and(path, text);
    }
    compile(&world, Path::new("a.plan"), options(page.name)).unwrap()
}

fn short(compiled: &Compiled) -> String {
    report(Format::Short, &compiled.findings, &compiled.sources, &Options::default())
}

#[test]
fn manual_pages_are_whole_and_their_examples_hold() {
    let mut wrong = Vec::new();
    for page in pages() {
        let (manual, code) = (page.manual(), page.code);
        let (zh, en) = manual.title();
        if zh == en || !zh.chars().any(is_han) || en.chars().any(is_han) {
            wrong.push(format!("{code}: the title “{zh} · {en}” is not in both languages"));
        }
        for heading in ["中文", "English", "错 · Wrong", "对 · Right", "依据 · Source"] {
            if manual.section(heading).is_empty() {
                wrong.push(format!("{code}: nothing under “{heading}”"));
            }
        }
        let bad = example(&page, "错");
        let raised = bad.findings.iter().any(|finding| finding.code == code && finding.severity == page.severity);
        if !raised && !ABRIDGED.contains(&code) {
            let output = short(&bad);
            wrong.push(format!("{code}: the wrong example of {} does not raise it:\n{output}", page.name));
        }
        let good = example(&page, "对");
        if !good.findings.is_empty() {
            wrong.push(format!("{code} ({}), the right example:\n{}", page.name, short(&good)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn too_many_used_files_are_refused() {
    let names: Vec<_> = (0..300).map(|number| format!("主体{number}.plan")).collect();
    let mut world = MemoryWorld::with("a.plan", format!("# 方案：甲\n- 引用：{}\n", names.join("、")));
    for name in &names {
        world = world.and(name, "# 主体\n- 教育局\n");
    }
    let compiled = compile(&world, Path::new("a.plan"), fangan::Options::default()).unwrap();
    assert!(compiled.findings.iter().any(|finding| finding.code == "S113"), "{}", short(&compiled));
}

#[test]
fn every_code_has_a_page_and_every_page_a_code() {
    let pages: BTreeSet<_> = pages().iter().map(|page| (page.code.to_owned(), page.name.to_owned())).collect();
    let names: BTreeSet<_> = pages.iter().map(|(_, name)| name).collect();
    assert_eq!(names.len(), pages.len(), "two pages share a name");
    let rules = RULES.iter().map(|rule| (rule.code.to_owned(), rule.name.to_owned()));
    assert_eq!(rules.chain(constants()).collect::<BTreeSet<_>>(), pages);
    let files: BTreeSet<_> = self::names("src/check/pages", ".md");
    assert_eq!(constants().map(|(code, _)| code).collect::<BTreeSet<_>>(), files);
    assert_eq!(Page::of("S001").map(|page| page.name), Some("unknown_keyword"));
}

/// The codes that the rooms of reading declare, `pub const NO_PLAN: &str = "S100";`, with their names.
fn constants() -> impl Iterator<Item = (String, String)> {
    let files = ["src/syntax/faults.rs", "src/plan/resolve/faults.rs", "src/plan/load/faults.rs"];
    let text: String = files.map(|file| fs::read_to_string(folder(file)).unwrap()).concat();
    let one = |line: &str| {
        let (name, code) = line.strip_prefix("pub const ")?.split_once(": &str = \"")?;
        Some((code.strip_suffix("\";")?.to_owned(), name.to_lowercase()))
    };
    text.lines().filter_map(one).collect::<Vec<_>>().into_iter()
}

#[test]
fn codes_stand_in_no_other_place() {
    let mut open = vec![folder("src")];
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
        } else if !["faults.rs", "pages.rs", "tests.rs"].iter().any(|name| path.ends_with(name)) {
            let text = fs::read_to_string(&path).unwrap_or_default();
            let code = text.split("#[cfg(test)]").next().unwrap_or_default();
            let is_rule = |word: &str| RULES.iter().any(|rule| rule.code == word);
            let is_number = |word: &str| word.strip_prefix('S').is_some_and(|number| number.parse::<u16>().is_ok());
            let is_code = |word: &&str| word.len() == 4 && is_number(word) && !is_rule(word);
            let found: Vec<_> = code.split('"').filter(is_code).collect();
            assert!(found.is_empty(), "{found:?} in {}", path.display());
        }
    }
}

fn is_han(character: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&character)
}

//! What must hold of every plan that is formatted.

use std::fs;
use std::path::{Path, PathBuf};

use super::{Tongue, format};
use crate::source::{Source, Sources};
use crate::syntax::parse;

mod faulty;
mod generated;
mod width;

/// A text as a source.
fn source(text: &str) -> Source {
    let mut sources = Sources::default();
    let id = sources.add("a.plan", text);
    sources.get(id).clone()
}

fn formatted(text: &str, keywords: Option<Tongue>) -> String {
    format(&source(text), keywords).unwrap_or_else(|findings| panic!("refused:\n{text}\n{findings:#?}"))
}

/// What a text says, without the places; heads and cells that are read as values count by their values.
fn meaning(text: &str) -> String {
    let source = source(text);
    let file = super::meaning::bare(&parse(&source).file);
    without_places(&format!("{file:#?}"))
}

fn without_places(debug: &str) -> String {
    let mut bare = String::new();
    let mut skipping = None;
    for line in debug.lines() {
        let indent = line.len() - line.trim_start().len();
        match skipping {
            Some(from) if indent > from => continue,
            Some(_) => skipping = None,
            None if line.trim_end().ends_with("Span {") => skipping = Some(indent),
            None => {
                bare.push_str(line);
                bare.push('\n');
            }
        }
    }
    bare
}

/// Fails with the first lines that differ.
fn same_meaning(one: &str, other: &str, said: impl Fn() -> String) {
    let told = |text: &str| super::meaning::told(&parse(&source(text)).file);
    if told(one) != told(other) {
        let (one, other) = (meaning(one), meaning(other));
        let at = one.lines().zip(other.lines()).take_while(|(one, other)| one == other).count();
        let near = |text: &str| text.lines().skip(at.saturating_sub(6)).take(12).collect::<Vec<_>>().join("\n");
        panic!("{}\n{}\n— is not —\n{}", said(), near(&one), near(&other));
    }
}

fn comments(text: &str) -> Vec<String> {
    let source = source(text);
    let words = |span| source.slice(span).chars().skip(2).collect();
    parse(&source).file.comments.iter().map(|span| words(*span)).collect()
}

/// Everything that must hold of a text that can be formatted.
fn check(text: &str) {
    let once = formatted(text, None);
    same_meaning(&once, text, || format!("the meaning changes:\n{text}\n→\n{once}"));
    assert_eq!(comments(&once), comments(text));
    assert_eq!(formatted(&once, None), once, "twice is not once:\n{text}");
    for (one, other) in [(Tongue::Zh, Tongue::En), (Tongue::En, Tongue::Zh)] {
        let there = formatted(text, Some(one));
        same_meaning(&there, text, || format!("the meaning changes in {one:?}:\n{text}\n→\n{there}"));
        let between = formatted(&there, Some(other));
        assert_eq!(formatted(&between, Some(one)), there, "not the same after {other:?}:\n{between}");
        assert_eq!(formatted(&there, None), there, "not canonical in {one:?}");
    }
}

/// Every plan of the project that can be formatted.
fn plans() -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut open = vec![root.join("examples"), root.join("tests")];
    let mut found = Vec::new();
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
        } else if path.extension().is_some_and(|end| end == "plan")
            && let Ok(text) = fs::read_to_string(&path)
            && format(&source(&text), None).is_ok()
        {
            found.push((path, text));
        }
    }
    found.sort();
    found
}

#[test]
fn every_plan_of_the_project_keeps_its_meaning() {
    let plans = plans();
    assert!(plans.len() > 40, "{} plans", plans.len());
    plans.iter().for_each(|(_, text)| check(text));
}

#[test]
fn fixtures_come_out_as_expected() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/format");
    let mut names: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    names.retain(|path| path.to_str().is_some_and(|name| name.ends_with(".plan") && !name.contains(".expected.")));
    names.sort();
    assert!(!names.is_empty());
    for path in names {
        let text = fs::read_to_string(&path).unwrap();
        for (end, keywords) in
            [("expected", None), ("zh.expected", Some(Tongue::Zh)), ("en.expected", Some(Tongue::En))]
        {
            let made = formatted(&text, keywords);
            let expected = path.with_extension(format!("{end}.plan"));
            if std::env::var_os("BLESS").is_some() {
                fs::write(&expected, &made).unwrap();
            }
            let wanted = fs::read_to_string(&expected).unwrap_or_default();
            assert_eq!(made, wanted, "{}", expected.display());
        }
    }
}

#[test]
fn blanks_that_are_no_layout_stay() {
    check("# 方案：甲\n## \u{2000}\n- 附注：乙\u{2003}\n### \u{2000}丙\u{2028}\n");
}

#[test]
fn a_time_that_waits_for_a_parameter_keeps_the_sign_before_it() {
    let waits = "# plan: 甲\n\n### phase: 动员，{时间}\n\n### phase: 总结（{年份}年3月）\n";
    assert_eq!(formatted(&waits.replace("phase:", "阶段 :").replace("plan:", "方案："), Some(Tongue::En)), waits);
    assert_eq!(formatted("# 方案：甲\n\n### 阶段：动员,2026年\n", None), "# 方案：甲\n\n### 阶段：动员，2026年\n");
}

#[test]
fn no_line_is_begun_with_what_would_be_another() {
    let items = ["新措施：教师", "- 牵头：教师", "# 教师", "| 教师", "// 教师", "-教师", "·教师"];
    for item in items {
        let list =
            format!("- 清单 四项配套措施：{}、{item}队伍建设、编制\n", "质量监测、".repeat(7).trim_end_matches('、'));
        check(&format!("# 方案：甲\n\n## 保障\n{list}"));
    }
}

#[test]
fn a_file_with_errors_is_not_canonical() {
    let findings = format(&source("# 方案：甲\n- 牵投：教育局\n"), None).unwrap_err();
    assert_eq!(findings.len(), 1);
}

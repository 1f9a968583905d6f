//! Comments that let a statement off a rule, seen from outside; what they look like is tested where they are read.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up fails")]

#[path = "support/program.rs"]
mod program;

use std::fs;

use program::{codes, fangan, folder, said};

const HEAD: &str = "# 方案：某县义务教育提质方案\n- 责任：教育局\n# 主体\n- 教育局\n\n## 主要任务\n";

/// The codes that are told of a plan with this body.
fn told(body: &str, arguments: &[&str]) -> Vec<String> {
    let here = folder(&[("a.plan", &format!("{HEAD}{body}"))]);
    codes(here.path(), &[&["a.plan"], arguments].concat())
}

#[test]
fn a_heading_or_a_data_line_is_let_off() {
    let bare = "### 措施：完善听评课制度\n- 时限：尽快\n";
    assert_eq!(told(bare, &[]), ["R001", "D001"]);
    let headed = format!("// 不查 R001、D001：试点\n{bare}");
    assert_eq!(told(&headed, &[]), ["S303", "D001"], "the heading alone is let off, not what is below it");
    let both = "// 不查 R001：试点\n### 措施：完善听评课制度\n、、allow D001: a pilot\n- 时限：尽快\n";
    assert_eq!(told(both, &[]), [""; 0]);
    assert_eq!(told(both, &["--stage", "issue"]), [""; 0]);
}

#[test]
fn sub_lines_and_paragraphs_are_let_off() {
    let lines = "// 不查 D001：试点\n- 措施：完善听评课制度\n  - 牵头：教育局\n\n  - 时限：尽快\n- 措施：建立台账\n  - 牵头：教育局\n  - 时限：尽快\n";
    assert_eq!(told(lines, &[]), ["D001"]);
    let prose = "抓好落实。\n\n// 不查 S203：照抄原件\n各学校\n要抓\u{200b}好落实。\n";
    assert_eq!(told(prose, &["--select", "S"]), [""; 0]);
    assert_eq!(told(&prose.replace("照抄原件\n", "照抄原件\n\n"), &["--select", "S"]), ["S303", "S203"]);
}

#[test]
fn only_rules_that_could_speak_are_missed() {
    let idle = "// 不查 R002、D023：试点\n### 措施：完善听评课制度\n- 牵头：教育局\n- 时限：2018年6月底前\n";
    assert_eq!(told(idle, &[]), ["S303"]);
    assert_eq!(told(idle, &["--ignore", "R"]), [""; 0]);
    assert_eq!(told(idle, &["--as-of", "2019-01-01"]), ["S303", "S303", "D023"]);
    let used = idle.replace("// 不查 R002、D023：试点\n", "").replace("- 时限", "// 不查 D023：已经改期\n- 时限");
    assert_eq!(told(&used, &["--as-of", "2019-01-01"]), [""; 0]);
}

#[test]
fn faults_of_the_text_are_not_let_off() {
    assert_eq!(told("// 不查 S001：试点\n- 其限：2018年\n", &[]), ["S302", "S001"]);
}

#[test]
fn without_a_reason_it_holds_and_is_told() {
    assert_eq!(told("// 不查 R001\n### 措施：完善听评课制度\n", &["--select", "R001,S"]), ["S301"]);
}

#[test]
fn what_is_said_in_a_used_file_is_its_own_affair() {
    let here = folder(&[
        ("a.plan", "# 方案：某县义务教育提质方案\n- 引用：owners.plan\n- 责任：教育局\n"),
        ("owners.plan", "# 主体\n// 不查 R014：备用\n- 教育局\n"),
    ]);
    assert_eq!(codes(here.path(), &["a.plan"]), [""; 0]);
}

#[test]
fn fmt_keeps_them_in_their_places() {
    let body = "// 不查　Ｒ００１：试点\n###措施：完善听评课制度\n、、allow D001: a pilot\n－ 时限：尽快\n";
    let here = folder(&[("a.plan", &format!("{HEAD}{body}"))]);
    assert_eq!(codes(here.path(), &["a.plan"]), [""; 0]);
    for keywords in [&[][..], &["--keywords", "en"], &["--keywords", "zh"]] {
        let output = fangan(here.path(), &[&["fmt", "a.plan"], keywords].concat());
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        let text = fs::read_to_string(here.path().join("a.plan")).unwrap();
        let lines: Vec<_> = text.lines().collect();
        let at = |words: &str| lines.iter().position(|line| line.contains(words)).unwrap();
        assert!(lines[at("：试点") + 1].starts_with("### "), "{text}");
        assert!(lines[at(": a pilot") + 1].ends_with("尽快"), "{text}");
        assert_eq!(codes(here.path(), &["a.plan"]), [""; 0], "{text}");
    }
}

//! Several plans at once: files and folders, in one order whatever the number of threads, each finding once, and no
//! more of them than a person reads.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up fails")]

#[path = "support/program.rs"]
mod program;

use std::fs;

use program::{codes, fangan, fangan_with, folder, out, said, write};
use tempfile::TempDir;

const VAGUE: &str = "# 方案：某县义务教育提质方案\n- 责任：教育局\n# 主体\n- 教育局\n\n## 主要任务\n### 措施：完善听评课制度\n- 牵头：教育局\n- 时限：尽快\n";
const USER: &str = "# 方案：某县义务教育提质方案\n- 引用：shared/owners.plan\n- 责任：教育局\n";
const OWNERS: &str = "# 主体\n- 教育局\n- 其它，各，全，什么：\n  - 嗯：？？\n";

fn tree() -> TempDir {
    folder(&[
        ("b.plan", VAGUE),
        ("a/z.plan.md", VAGUE),
        ("a/notes.md", "# 笔记"),
        ("a-b.plan", VAGUE),
        (".hidden/h.plan", VAGUE),
        ("owners.plan", "# 主体\n- 教育局\n"),
        ("with/plan.plan", VAGUE),
        ("with/more.plan", VAGUE),
    ])
}

/// The files that `check --format short` names, in order.
fn named(folder: &TempDir, arguments: &[&str]) -> Vec<String> {
    let output = fangan(folder.path(), &[&["check", "--format", "short"], arguments].concat());
    out(&output).lines().map(|line| line.split(':').next().unwrap().to_owned()).collect()
}

#[test]
fn a_folder_is_every_plan_below_it() {
    let tree = tree();
    let all = ["a/z.plan.md", "a-b.plan", "b.plan", "with/more.plan", "with/plan.plan"];
    assert_eq!(named(&tree, &["."]), all);
    assert_eq!(named(&tree, &["with", "b.plan", ".", "./b.plan"]), all);
    assert_eq!(named(&tree, &["with"]), ["with/plan.plan"]);
    assert_eq!(named(&tree, &["b.plan", "a"]), ["a/z.plan.md", "b.plan"]);
    let output = fangan(tree.path(), &["check", "."]);
    assert!(out(&output).ends_with("\n6 个文件：5 个警告\n"), "{}", out(&output));
    let english = fangan(tree.path(), &["check", ".", "--lang", "en"]);
    assert!(out(&english).ends_with("\n6 files: 5 warnings\n"), "{}", out(&english));
}

#[test]
fn any_number_of_threads_says_the_same() {
    let tree = TempDir::new().unwrap();
    for number in 0..40 {
        write(tree.path(), &format!("{}/{number}.plan", number % 7), VAGUE);
    }
    for format in ["human", "short", "json", "sarif", "github"] {
        let of = |jobs: &str| out(&fangan(tree.path(), &["check", ".", "--format", format, "--jobs", jobs]));
        let one = of("1");
        for jobs in ["2", "3", "64"] {
            assert_eq!(of(jobs), one, "{format}");
        }
    }
    assert_eq!(fangan(tree.path(), &["check", ".", "--jobs", "0"]).status.code(), Some(2));
}

#[test]
fn data_formats_hold_several_plans_in_one_document() {
    let tree = tree();
    let json: serde_json::Value =
        serde_json::from_str(&out(&fangan(tree.path(), &["check", ".", "--format", "json"]))).unwrap();
    let files: Vec<_> =
        json["findings"].as_array().unwrap().iter().map(|each| each["file"].as_str().unwrap()).collect();
    assert_eq!(files, ["a/z.plan.md", "a-b.plan", "b.plan", "with/more.plan", "with/plan.plan"]);
    assert_eq!(json["counts"]["warning"], 5);
    let sarif: serde_json::Value =
        serde_json::from_str(&out(&fangan(tree.path(), &["check", ".", "--format", "sarif"]))).unwrap();
    assert_eq!(sarif["runs"][0]["results"].as_array().unwrap().len(), 5);
}

#[test]
fn what_is_said_of_a_shared_file_is_said_once() {
    let tree = folder(&[("shared/owners.plan", OWNERS), ("a.plan", USER), ("b.plan", USER)]);
    let lines = out(&fangan(tree.path(), &["check", ".", "--format", "short"]));
    let mut once: Vec<_> = lines.lines().collect();
    once.dedup();
    assert_eq!(once.len(), lines.lines().count(), "{lines}");
    assert!(once.iter().any(|line| line.starts_with("shared/owners.plan:")), "{lines}");
}

#[test]
fn one_that_cannot_be_read_does_not_hide_the_others() {
    let tree = folder(&[("a.plan", VAGUE), ("empty/readme.txt", "")]);
    fs::write(tree.path().join("latin.plan"), b"# \xb7\xbd\xb0\xb8\n").unwrap();
    let output = fangan(tree.path(), &["check", "."]);
    assert_eq!(output.status.code(), Some(2));
    assert!(out(&output).contains("[D001]") && said(&output).contains("latin.plan 不是 UTF-8"), "{}", said(&output));
    let empty = fangan(tree.path(), &["check", "a.plan", "empty"]);
    assert_eq!((empty.status.code(), out(&empty).as_str()), (Some(2), ""));
    assert!(said(&empty).contains("empty 是文件夹，里面没有 plan.plan，也没有别的方案"), "{}", said(&empty));
}

#[test]
fn standard_input_may_stand_among_files() {
    let tree = folder(&[("a.plan", VAGUE), ("fangan.toml", "[check]\nselect = [\"D\"]\n")]);
    let output = fangan_with(tree.path(), &["check", "a.plan", "-", "--format", "short"], VAGUE);
    let lines = out(&output);
    assert!(lines.starts_with("-:9:") && lines.lines().count() == 2, "{lines}");
}

#[test]
fn values_are_for_the_plans_that_want_them() {
    let plan = "# 方案：{县名}义务教育提质方案\n- 参数 县名：待定\n";
    let tree = folder(&[("a.plan", plan), ("b.plan", VAGUE)]);
    let of = |value: &str| fangan(tree.path(), &["check", ".", "--set", value]);
    assert_eq!(of("县名=平安区").status.code(), Some(0), "{}", said(&of("县名=平安区")));
    assert_eq!(of("乡名=平安乡").status.code(), Some(2));
}

#[test]
fn a_person_is_shown_no_more_than_is_read() {
    let mut plan = VAGUE.to_owned();
    for number in 0..30 {
        plan.push_str(&format!("### 措施：任务{number}\n- 牵头：教育局\n- 时限：尽快\n"));
    }
    let tree = folder(&[("a.plan", &plan), ("b.plan", VAGUE)]);
    let count = |arguments: &[&str]| {
        let output = out(&fangan(tree.path(), &[&["check", "a.plan", "b.plan"], arguments].concat()));
        (output.matches("[D001]").count() + output.matches("\"D001\"").count(), output)
    };
    let (shown, text) = count(&[]);
    assert_eq!(shown, 21, "{text}");
    assert!(
        text.ends_with("\na.plan：D001 还有 11 处没有列出（--max-per-rule 0 全部列出）\n2 个文件：32 个警告\n"),
        "{text}"
    );
    assert_eq!(count(&["--max-per-rule", "0"]).0, 32);
    assert_eq!(count(&["--max-per-rule", "3"]).0, 4);
    assert_eq!(count(&["--format", "short"]).0, 32);
    assert_eq!(count(&["--format", "json"]).0, 32);
    assert_eq!(count(&["--format", "short", "--max-per-rule", "1"]).0, 2);
    write(tree.path(), "fangan.toml", "[check]\nmax-per-rule = 2\n");
    assert_eq!(count(&[]).0, 3);
    assert_eq!(count(&["--max-per-rule", "5"]).0, 6);
    let english = count(&["--lang", "en"]).1;
    assert!(english.contains("a.plan: 29 more of D001 not shown (--max-per-rule 0 shows all)"), "{english}");
}

#[test]
fn fixes_are_made_in_every_plan_of_a_folder() {
    let pasted = "某县义务教育提质方案\n\n一、工作目标\n各学校要抓好落实。\n";
    let tree = folder(&[("a.plan", pasted), ("b/c.plan", pasted), ("d.plan", VAGUE)]);
    let output = fangan(tree.path(), &["check", "--fix", "."]);
    let text = out(&output);
    assert!(text.contains("\na.plan：已改正 2 处\nb/c.plan：已改正 2 处\n"), "{text}");
    assert!(fs::read_to_string(tree.path().join("b/c.plan")).unwrap().starts_with("# 某县"));
    assert_eq!(codes(tree.path(), &["."]), ["D001"]);
}

#[test]
fn findings_stand_in_the_order_of_the_text_and_once() {
    let tree = TempDir::new().unwrap();
    write(
        tree.path(),
        "a.plan",
        "# 方案：某县义务教育提质方案\n\n二是布署，尽快布署。\n\n## 任务\n### 措施：甲\n- 时限：尽快\n### 措施：乙\n",
    );
    let lines = |arguments: &[&str]| {
        let text = out(&fangan(tree.path(), &[&["check", "--format", "short"], arguments].concat()));
        text.lines().map(str::to_owned).collect::<Vec<_>>()
    };
    let once = lines(&["a.plan"]);
    let place = |line: &String| {
        let mut parts = line.split(':').skip(1).map(|part| part.parse::<u32>().unwrap_or(0));
        (parts.next().unwrap_or(0), parts.next().unwrap_or(0))
    };
    assert!(once.len() > 3 && once.is_sorted_by_key(place), "{once:#?}");
    assert_eq!(lines(&["a.plan", "./a.plan", "."]), once);
}

#[test]
fn a_stage_makes_the_same_findings_graver() {
    let tree = TempDir::new().unwrap();
    write(tree.path(), "a.plan", VAGUE);
    let at = |stage: &str| fangan(tree.path(), &["check", "a.plan", "--format", "short", "--stage", stage]);
    let (draft, issue) = (at("draft"), at("issue"));
    assert!(out(&draft).contains("警告[") && !out(&draft).contains("错误["), "{}", out(&draft));
    assert!(out(&issue).contains("错误["), "{}", out(&issue));
    assert_eq!((draft.status.code(), issue.status.code()), (Some(0), Some(1)));
}

/// What a terminal would be shown; nothing where there is none to try.
#[cfg(target_os = "linux")]
fn on_a_terminal(tree: &TempDir, no_color: &str) -> Option<String> {
    let command = format!("{} check a.plan --lang zh", env!("CARGO_BIN_EXE_fangan"));
    let mut script = std::process::Command::new("script");
    let script = script.args(["-qec", &command, "/dev/null"]).current_dir(tree.path()).env("NO_COLOR", no_color);
    Some(String::from_utf8_lossy(&script.output().ok()?.stdout).into_owned())
}

#[test]
#[cfg(target_os = "linux")]
fn colour_is_for_a_terminal() {
    let tree = TempDir::new().unwrap();
    write(tree.path(), "a.plan", VAGUE);
    let piped = out(&fangan(tree.path(), &["check", "a.plan"]));
    assert!(!piped.contains('\u{1b}'), "{piped}");
    let (Some(shown), Some(plain)) = (on_a_terminal(&tree, ""), on_a_terminal(&tree, "1")) else { return };
    assert!(shown.contains('\u{1b}'), "{shown}");
    assert!(plain.contains("a.plan") && !plain.contains('\u{1b}'), "{plain}");
}

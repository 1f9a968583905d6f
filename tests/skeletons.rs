//! `fangan new`: every skeleton is a plan at once, its blanks are told and nothing else is, and when they are filled
//! nothing is told. `tests/skeletons/NAME.values` holds a value for each parameter and, below them, for each blank.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up fails")]

#[path = "support/program.rs"]
mod program;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use fangan::format::{Tongue, format};
use fangan::source::Sources;
use program::{fangan, folder, out, said, write};

const TONGUES: [&str; 2] = ["zh", "en"];
/// What stands for a blank; the longer ones first.
const BLANKS: [&str; 6] = ["XXXX", "XX", "待定", "tbd", "？", "?"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The names of the skeletons, which are those of their files.
fn names() -> Vec<String> {
    let files = fs::read_dir(root().join("stdlib/skeletons")).unwrap();
    let names = files.map(|file| file.unwrap().file_name().to_str().unwrap().replace(".plan", ""));
    let mut names: Vec<_> = names.collect();
    names.sort();
    names
}

/// `--set` for every parameter of a skeleton, and the values of its other blanks.
fn values(name: &str) -> (Vec<String>, Vec<String>) {
    let text = fs::read_to_string(root().join(format!("tests/skeletons/{name}.values"))).unwrap();
    let (params, blanks) = text.split_once("\n\n").unwrap();
    let set = params.lines().flat_map(|line| ["--set".to_owned(), line.to_owned()]).collect();
    (set, blanks.lines().map(str::to_owned).collect())
}

/// Makes `made/plan.plan`; gives its text.
fn made(here: &Path, name: &str, tongue: &str, set: &[String]) -> String {
    let fixed = ["new", "made", "--template", name, "--keywords", tongue];
    let arguments: Vec<_> = fixed.into_iter().chain(set.iter().map(String::as_str)).collect();
    let output = fangan(here, &arguments);
    assert_eq!(output.status.code(), Some(0), "{name}: {}", said(&output));
    fs::read_to_string(here.join("made/plan.plan")).unwrap()
}

fn is_printed(line: &str) -> bool {
    !line.starts_with("//")
}

/// The lines, from 1, that hold a blank.
fn blank_lines(text: &str) -> BTreeSet<usize> {
    let holds = |line: &str| is_printed(line) && BLANKS.iter().any(|blank| line.contains(blank));
    text.lines().enumerate().filter(|(_, line)| holds(line)).map(|(index, _)| index + 1).collect()
}

/// The lines that `check --stage issue` blames, and all it says.
fn blamed(here: &Path) -> (BTreeSet<usize>, String) {
    let output = fangan(here, &["check", "made", "--stage", "issue", "--format", "short"]);
    let told = out(&output);
    (told.lines().map(|line| line.split(':').nth(1).unwrap().parse().unwrap()).collect(), said(&output))
}

/// The text with a value in every blank.
fn filled(name: &str, text: &str, values: &[String]) -> String {
    let (mut text, mut values) = (text.to_owned(), values.iter());
    loop {
        let lines = text.split_inclusive('\n').scan(0, |at, line| {
            let start = *at;
            *at += line.len();
            Some((start, line))
        });
        let first = |line: &str| {
            BLANKS
                .iter()
                .filter_map(|blank| Some((line.find(blank)?, blank.len())))
                .min_by_key(|(at, length)| (*at, usize::MAX - length))
        };
        let blank = lines.filter(|(_, line)| is_printed(line)).find_map(|(start, line)| {
            let (at, length) = first(line)?;
            Some(start + at..start + at + length)
        });
        let Some(blank) = blank else { break };
        text.replace_range(
            blank,
            values.next().unwrap_or_else(|| panic!("{name} has more blanks than values:\n{text}")),
        );
    }
    assert_eq!(values.next(), None, "{name} has fewer blanks than values");
    text
}

fn in_tongue(text: &str, tongue: Tongue) -> String {
    let mut sources = Sources::default();
    let id = sources.add("plan.plan", text);
    format(sources.get(id), Some(tongue)).unwrap()
}

#[test]
fn the_list_names_every_skeleton_in_both_languages() {
    let here = folder(&[]);
    for arguments in [&["new"][..], &["new", "--list"], &["new", "anywhere", "--list"]] {
        let output = fangan(here.path(), arguments);
        assert_eq!(output.status.code(), Some(0));
        let list = out(&output);
        for name in names() {
            let line = list
                .lines()
                .find(|line| line.contains(&format!(" {name} ")))
                .unwrap_or_else(|| panic!("{name}: {list}"));
            assert!(line.contains(" · "), "{line}");
        }
    }
    assert_eq!(fs::read_dir(here.path()).unwrap().count(), 0);
}

#[test]
fn blanks_are_told_and_nothing_else() {
    for name in names() {
        for tongue in TONGUES {
            for set in [Vec::new(), values(&name).0] {
                let here = folder(&[]);
                let text = made(here.path(), &name, tongue, &set);
                let drafted = fangan(here.path(), &["check", "made", "--stage", "draft"]);
                assert_eq!(drafted.status.code(), Some(0), "{name}, {tongue}: {}", said(&drafted));
                let (lines, told) = blamed(here.path());
                assert_eq!(lines, blank_lines(&text), "{name}, {tongue}:\n{told}");
                assert!(set.is_empty() || !text.contains('{'), "{name}: {text}");
            }
        }
    }
}

#[test]
fn a_filled_skeleton_is_ready_to_issue() {
    for name in names() {
        let (set, blanks) = values(&name);
        for tongue in TONGUES {
            let here = folder(&[]);
            let text = filled(&name, &made(here.path(), &name, tongue, &set), &blanks);
            write(here.path(), "made/plan.plan", &text);
            let (lines, told) = blamed(here.path());
            assert!(lines.is_empty(), "{name}, {tongue}:\n{told}\n{text}");
            for to in ["html", "markdown", "docx"] {
                let output = fangan(here.path(), &["render", "made", "--to", to, "-o", to]);
                assert_eq!(output.status.code(), Some(0), "{name}, {tongue}, {to}: {}", said(&output));
            }
            let printed = fs::read_to_string(here.path().join("markdown")).unwrap();
            for blank in ["待定", "××", "{", "？", "〔〕"] {
                assert!(!printed.contains(blank), "{name}, {tongue}: {printed}");
            }
            if let Some(folder) = std::env::var_os("FANGAN_KEEP_SKELETONS") {
                fs::copy(here.path().join("html"), Path::new(&folder).join(format!("{name}.{tongue}.html"))).unwrap();
            }
        }
    }
}

#[test]
fn keywords_turn_into_either_tongue_and_back() {
    for name in names() {
        for set in [Vec::new(), values(&name).0] {
            let here = folder(&[]);
            let text = made(here.path(), &name, "zh", &set);
            let output = fangan(here.path(), &["fmt", "--check", "made"]);
            assert_eq!(output.status.code(), Some(0), "{name}: {}", said(&output));
            assert_eq!(in_tongue(&in_tongue(&text, Tongue::En), Tongue::Zh), text, "{name}");
        }
    }
}

#[test]
fn what_is_there_is_never_touched() {
    let here = folder(&[("mine/plan.plan", "# 我的\n"), ("mine/other.txt", "别的\n"), ("file", "")]);
    let output = fangan(here.path(), &["new", "mine", "--template", "campaign"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("mine/plan.plan 已经有了，没有改动"), "{}", said(&output));
    assert_eq!(fs::read_to_string(here.path().join("mine/plan.plan")).unwrap(), "# 我的\n");
    assert_eq!(fangan(here.path(), &["new", "file", "--template", "campaign"]).status.code(), Some(2));
    // A folder that is there may get its first plan.
    fs::remove_file(here.path().join("mine/plan.plan")).unwrap();
    assert_eq!(fangan(here.path(), &["new", "mine", "--template", "campaign"]).status.code(), Some(0));
    assert_eq!(fs::read_to_string(here.path().join("mine/other.txt")).unwrap(), "别的\n");
}

#[test]
fn a_pipe_is_asked_nothing_and_told_what_lacks() {
    let here = folder(&[]);
    let cases = [
        (&["new", "a"][..], "加上 --template 名称"),
        (&["new", "campaign"], "先写文件夹，再写骨架：fangan new 文件夹 --template 专项行动"),
        (&["new", "a", "-t", "三年行动方案"], "是不是“三年行动计划”"),
        (&["new", "a", "-t", "campain"], "是不是“campaign”"),
        (&["new", "a", "-t", "菜谱"], "fangan new 列出全部骨架"),
        (&["new", "a", "-t", "专项行动", "--set", "县=甲"], "没有参数“县”；有：县名、主题、年份、成文日期"),
        (&["new", "a", "-t", "专项行动", "--set", "成文日期=2026年2月30日"], "2月没有这一天"),
        (&["new", "a", "-t", "专项行动", "--set", "县名={县}"], "不能有花括号"),
        (&["new", "a", "-t", "专项行动", "--set", "县名"], "要写成“参数名=值”"),
    ];
    for (arguments, words) in cases {
        let output = fangan(here.path(), arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {}", said(&output));
        assert!(said(&output).contains(words), "{arguments:?}: {}", said(&output));
    }
    assert_eq!(fs::read_dir(here.path()).unwrap().count(), 0);
}

#[test]
fn the_folder_is_named_like_the_skeleton_if_nothing_else_is_said() {
    let here = folder(&[]);
    for name in ["专项行动", "campaign"] {
        assert_eq!(fangan(here.path(), &["new", "--template", name]).status.code(), Some(0));
        assert!(here.path().join(name).join("plan.plan").is_file());
    }
}

#[test]
fn a_value_that_would_part_a_line_stays_a_parameter() {
    let here = folder(&[]);
    let set = ["--set".to_owned(), "县名=甲县，乙".to_owned(), "--set".to_owned(), "年份=2026".to_owned()];
    let text = made(here.path(), "campaign", "zh", &set);
    assert!(text.contains("- 参数 县名：甲县，乙\n") && text.contains("{县名}教育局"), "{text}");
    assert!(!text.contains("{年份}"), "{text}");
    let text = fangan(here.path(), &["render", "made", "--to", "markdown"]);
    assert!(out(&text).contains("甲县，乙2026年规范中小学办学行为专项行动方案"), "{}", out(&text));
}

//! What is checked and how gravely: `--select`, `--ignore`, `--as-of` and the `fangan.toml` of an office.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up fails")]

#[path = "docs/markdown.rs"]
#[allow(dead_code, reason = "only its blocks are asked for")]
mod markdown;
#[path = "support/program.rs"]
mod program;

use std::fs;
use std::path::Path;

use program::{codes, fangan, folder, out, said, write};
use tempfile::TempDir;

/// Raises D001, R001 and R014, and of the text itself S001.
const PLAN: &str =
    "# 方案：某县义务教育提质方案\n# 主体\n- 教育局\n\n## 主要任务\n### 措施：完善听评课制度\n- 时限：尽快\n";
const FAULTY: &str =
    "# 方案：某县义务教育提质方案\n- 其限：2018年\n## 主要任务\n### 措施：完善听评课制度\n- 时限：尽快\n";

fn office(settings: &str) -> TempDir {
    folder(&[("fangan.toml", settings), ("a.plan", PLAN)])
}

#[test]
fn rules_are_chosen_by_code_or_beginning() {
    let here = folder(&[("a.plan", PLAN)]);
    let of = |arguments: &[&str]| codes(here.path(), &[&["a.plan"], arguments].concat());
    assert_eq!(of(&[]), ["R014", "R001", "D001"]);
    assert_eq!(of(&["--select", "D"]), ["D001"]);
    assert_eq!(of(&["--select", "d001，R01"]), ["R014", "D001"]);
    assert_eq!(of(&["--ignore", "R,D01"]), ["D001"]);
    assert_eq!(of(&["--ignore", "R", "--ignore", "D"]), [""; 0]);
    assert_eq!(of(&["--select", "R", "--ignore", "R001"]), ["R014"]);
    assert_eq!(of(&["--select", "R001", "--ignore", "R"]), ["R001"]);
}

#[test]
fn an_unknown_code_is_one_clear_message() {
    let here = folder(&[("a.plan", PLAN)]);
    for (arguments, wanted) in [
        (["--select", "R0011"], "--select：没有规则“R0011”，是不是“R001”？"),
        (["--ignore", "Z"], "--ignore：没有规则“Z”；fangan rules 列出全部规则"),
        (["--ignore", "S001"], "“S001”是文字本身的错误，不是规则，不能关掉"),
        (["--ignore", "D,"], "--ignore：没有规则“”"),
    ] {
        let output = fangan(here.path(), &[&["check", "a.plan"], &arguments[..]].concat());
        assert_eq!(output.status.code(), Some(2));
        assert!(said(&output).contains(wanted) && said(&output).lines().count() == 1, "{}", said(&output));
    }
    let english = fangan(here.path(), &["check", "a.plan", "--select", "lead_missing", "--lang", "en"]);
    assert!(said(&english).contains("there is no rule “lead_missing”; did you mean “R001”?"), "{}", said(&english));
}

#[test]
fn faults_of_the_text_cannot_be_switched_off() {
    let here = folder(&[("a.plan", FAULTY)]);
    assert_eq!(codes(here.path(), &["a.plan", "--ignore", "S", "--select", "R"]), ["S001", "R001"]);
    assert_eq!(fangan(here.path(), &["check", "a.plan", "--ignore", "S"]).status.code(), Some(1));
}

#[test]
fn settings_hold_up_to_the_root_of_the_workspace() {
    let here = office("[check]\nignore = [\"R\"]\n");
    write(here.path(), "below/deep/b.plan", PLAN);
    write(here.path(), "other/fangan.toml", "");
    write(here.path(), "other/c.plan", PLAN);
    write(here.path(), "own/.git/HEAD", "");
    write(here.path(), "own/d.plan", PLAN);
    assert_eq!(codes(here.path(), &["a.plan"]), ["D001"]);
    assert_eq!(codes(here.path(), &["below/deep/b.plan"]), ["D001"]);
    assert_eq!(codes(&here.path().join("below/deep"), &["b.plan"]), ["D001"]);
    assert_eq!(codes(here.path(), &["other/c.plan"]).len(), 3);
    assert_eq!(codes(here.path(), &["own/d.plan"]).len(), 3);
    assert_eq!(codes(here.path(), &["."]).len(), 1 + 1 + 3 + 3);
}

#[test]
fn settings_from_another_folder_are_told() {
    let here = office("");
    write(here.path(), "below/b.plan", PLAN);
    let said = |arguments: &[&str]| out(&fangan(here.path(), &[&["check"], arguments].concat()));
    assert!(!said(&["a.plan"]).contains("fangan.toml"), "{}", said(&["a.plan"]));
    let afar = said(&["below/b.plan"]);
    let lines: Vec<_> = afar.lines().rev().take(2).collect();
    assert!(lines[0].starts_with("below/b.plan："), "{afar}");
    assert_eq!(lines[1], "按 fangan.toml 的设置检查");
    assert_eq!(said(&["."]).matches("的设置检查").count(), 1);
    assert!(said(&["below/b.plan", "--lang", "en"]).contains("checked by the settings in fangan.toml\n"));
    // Other formats are read by programs.
    assert!(!said(&["below/b.plan", "--format", "short"]).contains("fangan.toml"));
    let from_below = out(&fangan(&here.path().join("below"), &["check", "b.plan"]));
    assert!(from_below.contains("/fangan.toml 的设置检查"), "{from_below}");
}

#[test]
fn what_is_typed_beats_the_file() {
    let here = office("[check]\nselect = [\"R\"]\nignore = [\"R014\"]\nstage = \"issue\"\n");
    assert_eq!(codes(here.path(), &["a.plan"]), ["R001"]);
    assert_eq!(codes(here.path(), &["a.plan", "--select", "D,R014"]), ["R014", "D001"]);
    assert_eq!(codes(here.path(), &["a.plan", "--ignore", "R001"]), [""; 0]);
    assert_eq!(fangan(here.path(), &["check", "a.plan"]).status.code(), Some(1));
    assert_eq!(fangan(here.path(), &["check", "a.plan", "--stage", "draft"]).status.code(), Some(0));
}

#[test]
fn severity_is_the_offices() {
    let here = office("[check.severity]\nR014 = \"error\"\nR001 = \"off\"\nD001 = \"info\"\n");
    let output = fangan(here.path(), &["check", "a.plan", "--format", "short", "--stage", "issue"]);
    assert_eq!(output.status.code(), Some(1));
    let lines = out(&output);
    let [owner, due] = lines.lines().collect::<Vec<_>>()[..] else { panic!("{lines}") };
    assert!(owner.contains("错误[R014]") && due.contains("提示[D001]"), "{lines}");
    // What is an error for the office stops its outputs too.
    assert_eq!(fangan(here.path(), &["export", "a.plan"]).status.code(), Some(1));
    assert_eq!(codes(here.path(), &["a.plan", "--select", "R001"]), ["R001"]);
}

#[test]
fn an_office_has_its_own_words() {
    let here = office("[check.words]\nvague-deadlines = \"words/deadlines.txt\"\n");
    write(here.path(), "words/deadlines.txt", "// 本局的用语\n待议\n");
    write(here.path(), "b.plan", &PLAN.replace("尽快", "待议"));
    assert_eq!(codes(here.path(), &["a.plan", "--select", "D"]), ["D002"]);
    assert_eq!(codes(here.path(), &["b.plan", "--select", "D"]), ["D001"]);
    write(here.path(), "fangan.toml", "[check.extend-words]\nvague-deadlines = \"words/deadlines.txt\"\n");
    assert_eq!(codes(here.path(), &["a.plan", "b.plan", "--select", "D"]), ["D001", "D001"]);
}

#[test]
fn what_is_wrong_in_the_file_is_shown_in_the_file() {
    for (settings, wanted) in [
        ("[check]\nselct = [\"D\"]", &["[C002] 没有“selct”这个设置", "fangan.toml:2:1", "是不是“select”？"][..]),
        ("[build]", &["[C002] 没有“build”这个设置", "fangan.toml:1:2", "可以写：check"]),
        ("[check]\nselect = \"D\"", &["[C003] 这里应当写方括号里的一列", "fangan.toml:2:10"]),
        ("\u{feff}[check]\nmax-per-rule = -1", &["[C003] 这里应当写不小于0的整数", "fangan.toml:2:16"]),
        ("check = 3", &["[C003] 这里应当写一节", "fangan.toml:1:9"]),
        (
            "[check]\nignore = [\"D099\", \"S003\"]",
            &["是不是“D009”？", "fangan.toml:2:11", "不能关掉", "fangan.toml:2:19"],
        ),
        ("[check.severity]\nR014 = \"warn\"", &["没有“warn”这个写法", "fangan.toml:2:8", "error、warning、info、off"]),
        ("[check.severity]\nR01 = \"off\"", &["[C004] 没有规则“R01”，是不是“R001”？", "fangan.toml:2:1"]),
        ("[check.words]\nvague-owner = \"x\"", &["没有“vague-owner”", "是不是“vague-owners”？", "fangan.toml:2:1"]),
        ("[check.words]\nvague-owners = \"x.txt\"", &["[C005] 没有这个文件：x.txt", "fangan.toml:2:16"]),
        ("[check\n", &["[C001] 这里不合 TOML 的写法：节名的“[”没有用“]”收尾", "fangan.toml:1:7"]),
        ("[check]\nstage = issue", &["[C003] 这里应当写引号里的文字"]),
        (
            "[build]\nto = \"pdf\"\n[check]\nselct = [\"D\"]\nignore = [\n  3,\n]\nselect = [\"D099\"]\n[document]\nprofil = \"x\"",
            &["“build”", "“selct”", "fangan.toml:6:3", "“D099”", "“profil”"],
        ),
        ("[check]\nstage \"issue\"", &["[C001] 这里不合 TOML 的写法：设置的名称后面缺少“=”"]),
    ] {
        let here = office(settings);
        for verb in ["check", "build", "export"] {
            let output = fangan(here.path(), &[verb, "a.plan"]);
            assert_eq!((output.status.code(), out(&output).as_str()), (Some(2), ""), "{settings}");
            let said = said(&output);
            assert!(wanted.iter().all(|words| said.contains(words)), "{settings}:\n{said}");
            assert!(said.ends_with("错误：fangan.toml 里的设置有错，没有检查任何方案\n"), "{said}");
        }
        let english = said(&fangan(here.path(), &["check", "a.plan", "--lang", "en"]));
        let is_bare = |line: &&str| line.contains("[C0") || line.contains("help:");
        assert!(english.lines().any(|line| is_bare(&line)), "{english}");
    }
}

/// The settings that the pages show are settings.
#[test]
fn the_pages_show_settings_that_hold() {
    for page in ["docs/checking.md", "docs/checking.zh-CN.md"] {
        let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(page)).unwrap();
        let shown = markdown::blocks(&text).into_iter().find(|block| block.info == "toml").unwrap().text.to_owned();
        let here = office(&shown);
        write(here.path(), "words/owners.txt", "有关方面\n");
        write(here.path(), "words/deadlines.txt", "待议\n");
        write(here.path(), "words/sentences.txt", "责任行·牵头 = 牵头部门\n");
        let output = fangan(here.path(), &["check", "a.plan", "--format", "short"]);
        assert!(output.status.code() == Some(1) && out(&output).contains("错误[R001]"), "{page}: {}", said(&output));
        assert!(!out(&output).contains("R014"), "{page}");
    }
}

#[test]
fn a_plan_is_judged_by_a_day_only_if_it_is_given() {
    let plan = PLAN.replace("尽快", "2018年6月底前");
    let here = folder(&[("a.plan", &plan)]);
    assert_eq!(codes(here.path(), &["a.plan", "--select", "D"]), [""; 0]);
    assert_eq!(codes(here.path(), &["a.plan", "--select", "D", "--as-of", "2018-06-30"]), [""; 0]);
    for day in ["2018-07-01", "2018年7月1日", "2018/7/1"] {
        assert_eq!(codes(here.path(), &["a.plan", "--select", "D", "--as-of", day]), ["D023"], "{day}");
    }
    let output = fangan(here.path(), &["check", "a.plan", "--as-of", "2026-11-22"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(said(&output).contains("截至2026年11月22日"), "{}", said(&output));
    let wrong = fangan(here.path(), &["check", "a.plan", "--as-of", "2018-06-31"]);
    assert!(wrong.status.code() == Some(2) && said(&wrong).contains("2026-11-22"), "{}", said(&wrong));
}

#[test]
fn an_office_words_its_own_sentences() {
    const MADE: &str = "# 方案：某县义务教育提质方案\n# 主体\n- 教育局\n- 学校\n\n## 主要任务\n### 措施：完善听评课制度\n\
        - 牵头：教育局\n- 配合：学校\n- 时限：2018年3月1日\n- 先经：“县政府”\n\n完善制度。\n";
    let settings = "[document]\nwording = \"words/sentences.txt\"\n";
    let printed = |wording: &str| {
        let here = folder(&[("fangan.toml", settings), ("words/sentences.txt", wording), ("a.plan", MADE)]);
        fangan(here.path(), &["render", "a.plan", "--to", "markdown"])
    };
    let output = printed("// 本县用语\n责任行·牵头 = 牵头部门\n批准 = 报{机关}批准后实施。\n");
    let page = out(&output);
    assert!(page.contains("完善制度。报县政府批准后实施。（牵头部门：教育局；配合单位：学校；"), "{page}");
    let output = printed("批准 = 批准后实施。\n责任行·牵投 = 牵头部门\n");
    assert_eq!(output.status.code(), Some(2));
    let told = said(&output);
    assert!(told.contains("这一句里 {机关} 都要有，各一次") && told.contains("是不是“责任行·牵头”？"), "{told}");
    assert!(told.contains("sentences.txt"), "{told}");
}

//! The program as a person meets it: exit codes, messages, files.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up fails")]

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

const SOUND: &str = "# 方案：某县义务教育提质方案\n- 期限：2018年\n\n各学校要抓好落实。\n";
const FAULTY: &str = "# 方案：某县义务教育提质方案\n- 期限：2018年2月30日\n";

/// Runs the program in a folder.
fn fangan(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fangan"));
    command.current_dir(folder).args(arguments).env("LC_ALL", "zh_CN.UTF-8").stdin(Stdio::null());
    command.output().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

/// A folder with one file.
fn with(name: &str, bytes: &[u8]) -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join(name), bytes).unwrap();
    folder
}

/// Every file below a folder.
fn files(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn the_schema_asks_for_no_plan() {
    let folder = TempDir::new().unwrap();
    let output = fangan(folder.path(), &["schema"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert_eq!(String::from_utf8(output.stdout).unwrap(), fangan::export::schema());
    let output = fangan(folder.path(), &["schema", "-o", "plan.schema.json"]);
    assert_eq!((output.status.code(), output.stdout.as_slice()), (Some(0), b"".as_slice()));
    assert_eq!(fs::read_to_string(folder.path().join("plan.schema.json")).unwrap(), fangan::export::schema());
}

#[test]
fn a_sound_plan_builds_everything() {
    let folder = with("a.plan", SOUND.as_bytes());
    let output = fangan(folder.path(), &["build", "a.plan", "-o", "made"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let names = files(&folder.path().join("made"));
    let wanted = [
        "alignment.dot",
        "alignment.html",
        "alignment.json",
        "alignment.mmd",
        "alignment.svg",
        "analysis.json",
        "analysis.txt",
        "dependency.dot",
        "dependency.html",
        "dependency.json",
        "dependency.mmd",
        "dependency.svg",
        "document.docx",
        "document.html",
        "document.md",
        "duties.csv",
        "duties.md",
        "index.html",
        "ledger.csv",
        "ledger.md",
        "obligations.csv",
        "obligations.md",
        "plan.ics",
        "plan.json",
        "quotas.csv",
        "quotas.md",
        "responsibility.dot",
        "responsibility.html",
        "responsibility.json",
        "responsibility.mmd",
        "responsibility.svg",
        "schedule.csv",
        "schedule.md",
        "tables.xlsx",
        "timeline.dot",
        "timeline.html",
        "timeline.json",
        "timeline.mmd",
        "timeline.svg",
    ];
    assert_eq!(names, wanted);
    for name in names {
        assert!(said(&output).contains(&name), "the summary leaves out {name}");
    }
    let index = fs::read_to_string(folder.path().join("made/index.html")).unwrap();
    for name in wanted.iter().filter(|name| **name != "index.html") {
        assert!(index.contains(&format!("href=\"{name}\"")), "the index does not lead to {name}");
    }
}

#[test]
fn the_same_plan_gives_the_same_bytes() {
    let folder = with("a.plan", SOUND.as_bytes());
    fangan(folder.path(), &["build", "a.plan", "-o", "one"]);
    fangan(folder.path(), &["build", "a.plan", "-o", "two"]);
    for name in files(&folder.path().join("one")) {
        let read = |made: &str| fs::read(folder.path().join(made).join(&name)).unwrap();
        assert_eq!(read("one"), read("two"), "{name}");
    }
}

#[test]
fn pictures_are_cut_as_asked_and_nonsense_is_refused() {
    let plan = "# 方案：某县提质方案\n- 期限：2026年\n\n# 主体\n- 教育局\n- 财政局\n\n## 目标 提质：提升质量\n## 阶段 部署：动员部署，2026年1月至3月\n\
                ## 措施：摸清底数\n- 支撑：提质\n- 牵头：教育局\n- 时限：2026年2月\n## 措施：落实经费\n- 牵头：财政局\n- 时限：2026年5月\n";
    let folder = with("a.plan", plan.as_bytes());
    let run = |arguments: &[&str]| fangan(folder.path(), &[&["graph", "a.plan"], arguments].concat());
    for kind in ["dependency", "responsibility", "alignment", "timeline"] {
        // An owner, a goal, a phase, a measure: whether it is a node of this picture or not.
        for name in ["教育局", "提升质量", "动员部署", "摸清底数"] {
            let output = run(&["--kind", kind, "--focus", name, "--to", "dot"]);
            let found = output.status.success() && said(&output).contains("摸清底数");
            // A node of the picture stands for itself: phases are joined to no measure.
            let alone = name == "动员部署" && said(&output).contains("动员部署");
            assert!(found || alone, "{kind} {name}: {}", said(&output));
            assert!(!said(&output).contains("落实经费"), "{kind} {name}");
        }
        let output = run(&["--kind", kind, "--by", "phase"]);
        let fits = matches!(kind, "dependency" | "timeline");
        assert_eq!(output.status.code(), Some(if fits { 0 } else { 2 }), "{kind}: {}", said(&output));
        assert!(fits || said(&output).contains("--by 只用于"), "{}", said(&output));
    }
}

#[test]
fn tables_are_cut_as_asked_and_nonsense_is_refused() {
    let plan = "# 方案：某县提质方案\n# 主体\n- 教育局\n- 财政局\n\n## 任务\n### 措施：摸清底数\n- 牵头：教育局\n- 时限：待定\n";
    let folder = with("a.plan", plan.as_bytes());
    let run = |arguments: &[&str]| fangan(folder.path(), &[&["table", "a.plan"], arguments].concat());
    let all = run(&["--all", "--to", "xlsx", "-o", "a.xlsx"]);
    assert_eq!(all.status.code(), Some(0), "{}", said(&all));
    assert!(fs::read(folder.path().join("a.xlsx")).unwrap().starts_with(b"PK"));
    let own = run(&["--kind", "ledger", "--owner", "财政局"]);
    assert!(own.status.success() && !said(&own).contains("摸清底数"), "{}", said(&own));
    assert!(said(&run(&["--kind", "schedule", "--by", "month"])).contains("月份未定"));
    for (arguments, why) in [
        (&["--kind", "ledger", "--owner", "水利局"][..], "有的是：教育局、财政局"),
        (&["--kind", "quotas", "--by", "month"], "--by 只用于任务表"),
        (&["--kind", "ledger", "--by", "owner", "--owner", "财政局"], "不能再按单位归并"),
        (&["--all", "--to", "csv"], "一个 CSV 文件只放一张表"),
        (&["--to", "csv"], "--kind"),
    ] {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(said(&output).contains(why), "{arguments:?}: {}", said(&output));
    }
    let calendar = fangan(folder.path(), &["export", "a.plan", "--to", "ics"]);
    assert!(calendar.stdout.starts_with(b"BEGIN:VCALENDAR\r\n"));
    let left_out = String::from_utf8_lossy(&calendar.stderr).into_owned();
    assert!(left_out.contains("没有收入1项") && left_out.contains("措施“摸清底数”（待定）"), "{left_out}");
}

#[test]
fn the_name_of_the_file_tells_the_format() {
    let folder = with("a.plan", SOUND.as_bytes());
    for (verb, name, begins) in
        [("render", "a.docx", &b"PK"[..]), ("render", "b.md", b"# "), ("export", "a.ics", b"BEGIN:VCAL")]
    {
        let output = fangan(folder.path(), &[verb, "a.plan", "-o", name]);
        assert_eq!(output.status.code(), Some(0), "{name}: {}", said(&output));
        let made = fs::read(folder.path().join(name)).unwrap();
        assert!(made.starts_with(begins), "{name}: {}", String::from_utf8_lossy(&made[..20]));
    }
    let output = fangan(folder.path(), &["render", "a.plan", "-o", "a.pdf"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains(".html、.markdown、.docx"), "{}", said(&output));
    assert!(!folder.path().join("a.pdf").exists());
}

#[test]
fn errors_stop_the_writing_and_say_why() {
    let folder = with("a.plan", FAULTY.as_bytes());
    let output = fangan(folder.path(), &["build", "a.plan", "-o", "made"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("2月没有这一天"), "{}", said(&output));
    assert!(said(&output).contains("没有写出任何文件"));
    assert!(!folder.path().join("made").exists());
    for verb in ["render", "graph", "export"] {
        let output = fangan(folder.path(), &[verb, "a.plan", "-o", "made"]);
        assert_eq!(output.status.code(), Some(1), "{verb}");
        assert!(!folder.path().join("made").exists(), "{verb}");
    }
}

#[test]
fn errors_are_allowed_when_asked() {
    let folder = with("a.plan", FAULTY.as_bytes());
    for verb in ["render", "graph", "export"] {
        let output = fangan(folder.path(), &[verb, "a.plan", "--allow-errors", "-o", verb]);
        assert_eq!(output.status.code(), Some(1), "{verb}");
        assert!(said(&output).contains("2月没有这一天"), "{verb}: {}", said(&output));
        assert!(!fs::read_to_string(folder.path().join(verb)).unwrap().is_empty(), "{verb}");
    }
}

#[test]
fn what_cannot_be_read_is_one_clear_message() {
    let folder = with("latin.plan", b"# \xb7\xbd\xb0\xb8\n");
    fs::create_dir(folder.path().join("empty")).unwrap();
    let cases = [
        ("missing.plan", "没有这个文件：missing.plan"),
        ("latin.plan", "latin.plan 不是 UTF-8 文本（第1行，第2字节起）"),
        ("empty", "empty 是文件夹，里面没有 plan.plan"),
    ];
    for (name, message) in cases {
        for verb in ["check", "build", "render", "graph", "export"] {
            let output = fangan(folder.path(), &[verb, name]);
            assert_eq!(output.status.code(), Some(2), "{verb} {name}");
            let said = said(&output);
            assert!(said.contains(message) && said.lines().count() == 1, "{verb} {name}: {said}");
        }
    }
    assert_eq!(files(folder.path()), ["empty", "latin.plan"]);
}

#[test]
fn an_empty_file_is_no_plan() {
    for text in ["", "\n\n", "// 只有注释\n"] {
        let folder = with("a.plan", text.as_bytes());
        let output = fangan(folder.path(), &["build", "a.plan"]);
        assert_eq!(output.status.code(), Some(1));
        assert!(said(&output).contains("没有写方案的题目"), "{}", said(&output));
        assert_eq!(files(folder.path()), ["a.plan"]);
    }
}

#[test]
fn a_title_alone_is_a_plan() {
    for text in ["# 某县教育局2018年工作要点", "# 方案：某县教育局2018年工作要点\n"] {
        let folder = with("a.plan", text.as_bytes());
        let output = fangan(folder.path(), &["build", "a.plan", "-o", "made"]);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    }
}

#[test]
fn an_unwritable_place_leaves_nothing_behind() {
    let folder = with("a.plan", SOUND.as_bytes());
    fs::write(folder.path().join("file"), "here first").unwrap();
    let output = fangan(folder.path(), &["build", "a.plan", "-o", "file"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("写不了 file"), "{}", said(&output));
    // One output that cannot be put in its place stops all of them.
    fs::create_dir_all(folder.path().join("made/plan.json")).unwrap();
    let output = fangan(folder.path(), &["build", "a.plan", "-o", "made"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(files(&folder.path().join("made")), ["plan.json"]);
    let output = fangan(folder.path(), &["render", "a.plan", "-o", "nowhere/x.html"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(files(folder.path()), ["a.plan", "file", "made"]);
    assert_eq!(fs::read_to_string(folder.path().join("file")).unwrap(), "here first");
}

#[test]
fn an_undefined_name_is_found_and_the_near_one_offered() {
    let text = "# 方案：某县义务教育提质方案\n# 主体\n- 教育局\n\n## 措施：完善听评课制度\n- 牵头：教育居\n";
    let folder = with("a.plan", text.as_bytes());
    let output = fangan(folder.path(), &["check", "a.plan", "--format", "short"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("a.plan:6:6"), "{}", said(&output));
    assert!(said(&output).contains("没有叫“教育居”的主体"), "{}", said(&output));
    let output = fangan(folder.path(), &["check", "a.plan", "--lang", "en"]);
    assert!(said(&output).contains("did you mean “教育局”?"), "{}", said(&output));
    assert!(said(&output).contains("a.plan: 1 error, "), "{}", said(&output));
}

#[test]
fn a_folder_stands_for_its_plan_and_a_dash_for_standard_input() {
    let folder = with("plan.plan", SOUND.as_bytes());
    assert_eq!(fangan(folder.path(), &["check", "."]).status.code(), Some(0));
    assert_eq!(said(&fangan(folder.path(), &["check"])), said(&fangan(folder.path(), &["check", "."])));
    let mut child = Command::new(env!("CARGO_BIN_EXE_fangan"))
        .args(["render", "-", "--to", "markdown"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(SOUND.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert!(said(&output).contains("某县义务教育提质方案"));
}

#[test]
fn a_plan_may_be_named_where_a_folder_is_asked_for() {
    let folder = TempDir::new().unwrap();
    let output = fangan(folder.path(), &["new", "plan.plan", "--template", "campaign"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert_eq!(fangan(folder.path(), &["check", "plan.plan"]).status.code(), Some(0));
}

#[test]
fn a_plan_that_an_editor_saved_as_text_is_named() {
    let folder = with("plan.plan.txt", SOUND.as_bytes());
    let output = fangan(folder.path(), &["check", "."]);
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert!(said(&output).contains("plan.plan.txt"), "{}", said(&output));
}

#[test]
fn english_keywords_may_begin_with_a_capital() {
    let plan = "# Plan: 某县方案\n- Period: 2026年\n\n# Owners\n- 县教育局\n\n## 任务\n### Measure 查: 排查\n- Lead: 县教育局\n- Due: 2026-06-30\n";
    let folder = with("plan.plan", plan.as_bytes());
    let output = fangan(folder.path(), &["check", "--lang", "en"]);
    assert!(said(&output).contains("no problems found"), "{}", said(&output));
}

#[test]
fn help_is_in_the_language_asked_for() {
    let folder = TempDir::new().unwrap();
    let english = said(&fangan(folder.path(), &["check", "--help", "--lang", "en"]));
    assert!(english.contains("check plans") && !english.contains("检查方案"), "{english}");
    let chinese = said(&fangan(folder.path(), &["check", "--help"]));
    assert!(chinese.contains("检查方案") && !chinese.contains("check plans"), "{chinese}");
}

#[test]
fn a_habit_is_told_of_once_with_the_way_to_mend_it() {
    let measure = |at| format!("### 措施：整治第{at}处隐患\n- 牵头单位：县教育局\n- 时限：2026年6月底前\n");
    let plan =
        format!("# 方案：某县方案\n\n# 主体\n- 县教育局\n\n## 任务\n{}", (0..40).map(measure).collect::<String>());
    let folder = with("a.plan", plan.as_bytes());
    let output = said(&fangan(folder.path(), &["check", "a.plan"]));
    assert_eq!(output.matches("没有“牵头单位”这个关键词").count(), 1, "{output}");
    assert!(output.contains("39 处没有列出，其中 39 处 fangan check --fix 一并改正"), "{output}");
    let output = said(&fangan(folder.path(), &["check", "a.plan", "--max-per-rule", "0"]));
    assert_eq!(output.matches("没有“牵头单位”这个关键词").count(), 40);
}

#[test]
fn wrong_usage_is_code_two() {
    let folder = TempDir::new().unwrap();
    for arguments in [
        &["build"][..],
        &["draw", "a.plan"],
        &["check"],
        &["check", "--diff"],
        &["explain", "Z999"],
        &["render", "a.plan", "--to", "pdf"],
    ] {
        assert_eq!(fangan(folder.path(), arguments).status.code(), Some(2), "{arguments:?}");
    }
    for (arguments, wanted) in [
        (&["draw", "a.plan"][..], "错误：没有命令“draw”"),
        (&["chek"], "没有命令“chek”，是不是“check”？"),
        (&["build"], "还要写 <PLAN>\n\n用法：fangan build "),
        (&["check", "--fixx"], "没有选项“--fixx”，是不是“--fix”？"),
        (&["check", "--stage", "final"], "--stage <STAGE> 不能是“final”，可以写：draft、issue"),
        (&["check", "--as-of", "2026-13-01"], "--as-of <DATE> 不能是“2026-13-01”："),
        (&["check", "--stage"], "后面要写值"),
        (&["check", "--diff"], "要一起写：fangan check --fix --diff"),
        (&["check", "--lang=en", "--fixx"], "error: unexpected argument '--fixx' found"),
    ] {
        let output = fangan(folder.path(), arguments);
        assert!(said(&output).contains(wanted), "{arguments:?}: {}", said(&output));
    }
    assert_eq!(fangan(folder.path(), &["--version"]).status.code(), Some(0));
    assert_eq!(fangan(folder.path(), &["rules"]).status.code(), Some(0));
}

#[test]
fn every_code_is_listed_and_explained() {
    let folder = TempDir::new().unwrap();
    let of = |arguments: &[&str]| String::from_utf8(fangan(folder.path(), arguments).stdout).unwrap();
    assert!(of(&["rules", "--lang", "zh"]).contains("S001  没有这个关键词\n"));
    let listed: serde_json::Value = serde_json::from_str(&of(&["rules", "--format", "json"])).unwrap();
    let codes: Vec<_> = listed.as_array().unwrap().iter().map(|rule| rule["code"].as_str().unwrap()).collect();
    assert!(codes.contains(&"S115") && codes.contains(&"R006") && codes.is_sorted(), "{codes:?}");
    let page = of(&["explain", "S112", "--lang", "en"]);
    assert!(
        page.contains("Files that use each other") && page.contains("\n学校.plan:\n    - 引用：主体.plan\n"),
        "{page}"
    );
}

const PASTED: &str = "某县义务教育提质方案\n\n一、工作目标\n各学校要抓好落实。\n";
const FIXED: &str = "# 某县义务教育提质方案\n\n## 工作目标\n各学校要抓好落实。\n";

#[test]
fn fixes_are_made_in_place_and_the_rest_is_told() {
    let folder = with("a.plan", PASTED.as_bytes());
    let output = fangan(folder.path(), &["check", "--fix", "a.plan"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert_eq!(fs::read_to_string(folder.path().join("a.plan")).unwrap(), FIXED);
    assert!(said(&output).contains("已改正 2 处"), "{}", said(&output));
    assert_eq!(files(folder.path()), ["a.plan"]);
    let again = fangan(folder.path(), &["check", "--fix", "a.plan"]);
    assert!(said(&again).contains("未发现问题") && !said(&again).contains("已改正"), "{}", said(&again));
}

#[test]
fn a_diff_writes_nothing() {
    let folder = with("a.plan", PASTED.as_bytes());
    let output = fangan(folder.path(), &["check", "--fix", "--diff", "a.plan"]);
    let diff = String::from_utf8(output.stdout).unwrap();
    assert!(diff.starts_with("--- a/a.plan\n+++ b/a.plan\n@@ "), "{diff}");
    assert!(diff.contains("\n-一、工作目标\n+## 工作目标\n"), "{diff}");
    assert_eq!(fs::read_to_string(folder.path().join("a.plan")).unwrap(), PASTED);
    let alone = fangan(folder.path(), &["check", "--diff", "a.plan"]);
    assert_eq!(alone.status.code(), Some(2), "{}", said(&alone));
}

#[test]
fn a_guess_is_not_made() {
    let text = "# 方案：某县义务教育提质方案\n- 其限：2018年\n";
    let folder = with("a.plan", text.as_bytes());
    let output = fangan(folder.path(), &["check", "--fix", "a.plan"]);
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    assert_eq!(fs::read_to_string(folder.path().join("a.plan")).unwrap(), text);
}

#[test]
fn standard_input_is_fixed_onto_standard_output() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fangan"));
    command.args(["check", "--fix", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(PASTED.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8(output.stdout).unwrap(), FIXED);
}

#[cfg(unix)]
#[test]
fn a_fix_follows_links_and_keeps_rights() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = with("real.plan", PASTED.as_bytes());
    let (real, link) = (folder.path().join("real.plan"), folder.path().join("a.plan"));
    fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).unwrap();
    symlink("real.plan", &link).unwrap();
    fangan(folder.path(), &["check", "--fix", "a.plan"]);
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(fs::read_to_string(&real).unwrap(), FIXED);
    assert_eq!(fs::metadata(&real).unwrap().permissions().mode() & 0o777, 0o640);
}

#[test]
fn a_name_named_twice_in_two_lines_takes_nothing_else_with_it() {
    let text = "# 方案：某县义务教育提质方案\n# 主体\n- 教育局\n\n## 措施：办学\n- 牵头：教育局\n- 时限：2026年底\n- 责任单位：教育局\n";
    let world = fangan::world::MemoryWorld::with("a.plan", text);
    let mended = fangan::mend(&world, Path::new("a.plan"), fangan::Options::default()).unwrap();
    assert!(mended.after.contains("- 时限：2026年底\n"), "{}", mended.after);
}

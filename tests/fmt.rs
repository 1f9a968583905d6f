//! `fangan fmt` as a person meets it: which files it touches, what it says, how it ends.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

const UNTIDY: &str = "\u{feff}# 方案:某县义务教育提质方案\r\n-  期限:２０１８年\r\n";
const TIDY: &str = "# 方案：某县义务教育提质方案\n- 期限：2018年\n";
const FAULTY: &str = "# 方案:某县义务教育提质方案\n- 期限:2018年2月30日\n";
/// The same, all but the line with the error in its layout.
const KEPT: &str = "# 方案：某县义务教育提质方案\n- 期限:2018年2月30日\n";

fn fangan(folder: &Path, arguments: &[&str], input: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fangan"));
    command.current_dir(folder).arg("fmt").args(arguments).env("LC_ALL", "zh_CN.UTF-8");
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it starts");
    child.stdin.take().expect("a pipe").write_all(input.as_bytes()).expect("it reads");
    child.wait_with_output().expect("it ends")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// A folder with plans at two levels and a file that is no plan.
fn folder() -> TempDir {
    let folder = TempDir::new().expect("a folder");
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("it is in the folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    };
    write("b.plan", UNTIDY);
    write("a/c.plan.md", UNTIDY);
    write("a/d.plan", TIDY);
    write("a/e.md", UNTIDY);
    write(".hidden/f.plan", UNTIDY);
    folder
}

fn read(folder: &TempDir, name: &str) -> String {
    fs::read_to_string(folder.path().join(name)).expect("the file is there")
}

#[test]
fn check_lists_what_would_change_and_changes_nothing() {
    let folder = folder();
    let output = fangan(folder.path(), &["--check", "."], "");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(text(&output.stdout), "./a/c.plan.md\n./b.plan\n");
    assert_eq!(read(&folder, "b.plan"), UNTIDY);
    assert_eq!(fangan(folder.path(), &["--check", "a/d.plan"], "").status.code(), Some(0));
}

#[test]
fn folders_are_walked_and_only_untidy_plans_are_written() {
    let folder = folder();
    let before = fs::metadata(folder.path().join("a/d.plan")).and_then(|facts| facts.modified()).expect("a time");
    let output = fangan(folder.path(), &[], "");
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert_eq!(text(&output.stdout), "已整理 ./a/c.plan.md\n已整理 ./b.plan\n");
    assert_eq!((read(&folder, "b.plan"), read(&folder, "a/c.plan.md")), (TIDY.to_owned(), TIDY.to_owned()));
    assert_eq!((read(&folder, "a/e.md"), read(&folder, ".hidden/f.plan")), (UNTIDY.to_owned(), UNTIDY.to_owned()));
    let after = fs::metadata(folder.path().join("a/d.plan")).and_then(|facts| facts.modified()).expect("a time");
    assert_eq!(before, after);
    assert_eq!(fangan(folder.path(), &["--check"], "").status.code(), Some(0));
}

#[test]
fn lines_with_errors_are_shown_and_left_alone() {
    let folder = folder();
    fs::write(folder.path().join("a/bad.plan"), FAULTY).expect("a file");
    let output = fangan(folder.path(), &["a/bad.plan", "b.plan"], "");
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("S005"), "{}", text(&output.stderr));
    assert!(text(&output.stderr).contains("第2行有错误或连着错误，照原样留着"), "{}", text(&output.stderr));
    assert_eq!(read(&folder, "a/bad.plan"), KEPT);
    assert_eq!(fangan(folder.path(), &["--check", "a/bad.plan"], "").status.code(), Some(1));
    assert_eq!(read(&folder, "b.plan"), TIDY);
}

#[test]
fn standard_input_goes_to_standard_output() {
    let folder = folder();
    let output = fangan(folder.path(), &["-", "--keywords", "en"], UNTIDY);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(text(&output.stdout), "# plan: 某县义务教育提质方案\n- period: 2018年\n");
    assert_eq!(fangan(folder.path(), &["--check", "-"], TIDY).status.code(), Some(0));
    assert_eq!(fangan(folder.path(), &["--check", "-"], UNTIDY).status.code(), Some(1));
    let output = fangan(folder.path(), &["-"], FAULTY);
    assert_eq!((output.status.code(), text(&output.stdout)), (Some(1), KEPT.to_owned()));
}

#[test]
fn a_missing_file_is_code_two() {
    let folder = folder();
    assert_eq!(fangan(folder.path(), &["none.plan"], "").status.code(), Some(2));
}

#[cfg(unix)]
#[test]
fn permissions_and_links_stay() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = folder();
    let path = folder.path().join("b.plan");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).expect("it is ours");
    symlink("b.plan", folder.path().join("link.plan")).expect("a link");
    assert_eq!(fangan(folder.path(), &["link.plan"], "").status.code(), Some(0));
    assert_eq!(read(&folder, "b.plan"), TIDY);
    let facts = fs::metadata(&path).expect("it is there");
    assert_eq!(facts.permissions().mode() & 0o777, 0o640);
    assert!(fs::symlink_metadata(folder.path().join("link.plan")).expect("it is there").is_symlink());
}

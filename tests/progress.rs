//! What a person who waits is told: the stage on a terminal after a second, nothing in a pipe, nothing left behind.
//!
//! The terminal is made by util-linux's `script`; where there is none the test passes with a loud line.

#![cfg(all(test, target_os = "linux"))]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

/// So many measures that building takes some seconds.
const MEASURES: usize = 1_500;

#[test]
fn work_over_a_second_names_its_stage_on_a_terminal_only() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("long.plan"), plan()).unwrap();
    let program = env!("CARGO_BIN_EXE_fangan");

    let piped = Command::new(program).args(ARGUMENTS).current_dir(folder.path()).output().unwrap();
    assert!(piped.status.success(), "{}", String::from_utf8_lossy(&piped.stdout));
    assert_eq!(String::from_utf8_lossy(&piped.stderr), "");

    let Some(shown) = on_a_terminal(program, folder.path()) else {
        eprintln!("SKIPPED without `script`: progress on a terminal is not tested");
        return;
    };
    let shown = String::from_utf8_lossy(&shown.stdout);
    assert!(shown.contains("正在画图"), "{shown}");
    // The line is taken away before the result is printed.
    let (_, after) = shown.rsplit_once("正在").unwrap();
    assert!(after.contains("\u{1b}[2K"), "{after}");
    let result = after.rsplit_once("\u{1b}[2K").unwrap().1;
    assert_eq!(result.replace("\r\n", "\n"), String::from_utf8_lossy(&piped.stdout));
}

const ARGUMENTS: [&str; 6] = ["--lang", "zh", "build", "long.plan", "-o", "out"];

/// What a terminal gets to see.
fn on_a_terminal(program: &str, folder: &Path) -> Option<Output> {
    let command = format!("{program} {}", ARGUMENTS.join(" "));
    let mut script = Command::new("script");
    script.args(["-qec", &command, "/dev/null"]).env("NO_COLOR", "1").env("TERM", "xterm").current_dir(folder);
    script.output().ok()
}

fn plan() -> String {
    let mut text = String::from("# 方案：澜平县校园安全三年行动方案\n- 期限：2026年1月至2028年12月\n\n## 主要任务\n");
    for number in 1..=MEASURES {
        text.push_str(&format!("\n### 措施 第{number}项：开展第{number}轮隐患排查\n- 时限：2028年6月底前\n"));
        if number > 1 {
            text.push_str(&format!("- 前置：第{}项\n", number - 1));
        }
    }
    text
}

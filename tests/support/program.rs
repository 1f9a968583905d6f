//! The program, run as a person runs it, in a folder of files.

#![allow(dead_code, reason = "not every test that includes this file uses all of it")]

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// A folder with these files, folders made as needed.
pub fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (name, text) in files {
        write(folder.path(), name, text);
    }
    folder
}

pub fn write(folder: &Path, name: &str, text: &str) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// Runs the program in a folder.
pub fn fangan(folder: &Path, arguments: &[&str]) -> Output {
    fangan_with(folder, arguments, "")
}

/// The same with something on standard input.
pub fn fangan_with(folder: &Path, arguments: &[&str], input: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fangan"));
    command.current_dir(folder).args(arguments).env("LC_ALL", "zh_CN.UTF-8").env_remove("COLUMNS");
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // A program that never reads its input may be gone by now.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap()
}

pub fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

pub fn said(output: &Output) -> String {
    out(output) + &String::from_utf8_lossy(&output.stderr)
}

/// Breaks a program off as Ctrl-C does, and tells the signal that was sent and how the program ended. Where Ctrl-C is
/// ignored, as in a shell's background, programs that are started there ignore it too: then it is asked to end.
#[cfg(unix)]
pub fn broken_off(child: &mut Child) -> (i32, Option<i32>) {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let ignored = status.lines().find_map(|line| u64::from_str_radix(line.strip_prefix("SigIgn:")?.trim(), 16).ok());
    let (name, signal) = if ignored.unwrap_or(0) & 0b10 == 0 { ("-INT", 2) } else { ("-TERM", 15) };
    assert!(Command::new("kill").args([name, &child.id().to_string()]).status().unwrap().success());
    let begun = Instant::now();
    while begun.elapsed() < Duration::from_secs(5) {
        if let Some(ended) = child.try_wait().unwrap() {
            return (signal, std::os::unix::process::ExitStatusExt::signal(&ended));
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    let _ = child.kill();
    panic!("{name} did not end it within five seconds");
}

/// The codes that `check --format short` tells, with these further arguments, in order.
pub fn codes(folder: &Path, arguments: &[&str]) -> Vec<String> {
    let arguments: Vec<_> = ["check", "--format", "short"].iter().chain(arguments).copied().collect();
    let output = fangan(folder, &arguments);
    assert_ne!(output.status.code(), Some(2), "{}", said(&output));
    let code = |line: &str| line.split(['[', ']']).nth(1).unwrap_or(line).to_owned();
    out(&output).lines().map(code).collect()
}

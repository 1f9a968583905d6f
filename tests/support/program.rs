//! The program, run as a person runs it, in a folder of files.

#![allow(dead_code, reason = "not every test that includes this file uses all of it")]

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

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

/// The codes that `check --format short` tells, with these further arguments, in order.
pub fn codes(folder: &Path, arguments: &[&str]) -> Vec<String> {
    let arguments: Vec<_> = ["check", "--format", "short"].iter().chain(arguments).copied().collect();
    let output = fangan(folder, &arguments);
    assert_ne!(output.status.code(), Some(2), "{}", said(&output));
    let code = |line: &str| line.split(['[', ']']).nth(1).unwrap_or(line).to_owned();
    out(&output).lines().map(code).collect()
}

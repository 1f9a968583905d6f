//! The manual is tried: every command of its pages runs in the order it stands there, what a page shows is what the
//! program says, edits fit the files, the command line is described from the command line, and every page is in the list
//! of contents. `BLESS=1` rewrites what is shown.
//!
//! On the pages of [`PAGES`] a block of `sh` is run in a folder of its own for each page; a block of `text` right below
//! holds what it says. A block of `diff` begins with `+++ FILE`; its other lines are what is taken away, put and kept.

#![expect(clippy::unwrap_used, reason = "a test that cannot read the documentation has to stop")]

#[path = "manual/commands.rs"]
mod commands;
#[path = "docs/markdown.rs"]
#[allow(dead_code, reason = "not all of it is asked for here")]
mod markdown;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use fangan::diagnostic::Lang;
use markdown::{between, blocks, links};
use tempfile::TempDir;

/// The pages whose commands run.
const PAGES: [&str; 6] = [
    "docs/tutorial.md",
    "docs/tutorial.zh-CN.md",
    "docs/from-word.md",
    "docs/from-word.zh-CN.md",
    "docs/git.md",
    "docs/git.zh-CN.md",
];
const CONTENTS: &str = "docs/SUMMARY.md";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(name: &str) -> String {
    fs::read_to_string(root().join(name)).unwrap()
}

/// Holds what a page has against what it should have, or writes it there.
fn hold(page: &str, has: &str, found: &str) {
    if std::env::var_os("BLESS").is_some() {
        fs::write(root().join(page), found).unwrap();
    } else {
        assert!(has == found, "{page} is behind the program: BLESS=1 cargo test --test manual\n{found}");
    }
}

#[cfg(unix)]
#[test]
fn the_pages_are_tried() {
    let has_git = Command::new("git").arg("--version").output().is_ok();
    for page in PAGES.iter().filter(|page| has_git || !page.contains("git")) {
        let text = read(page);
        let here = TempDir::new().unwrap();
        let (all, mut shown, mut said) = (blocks(&text), Vec::new(), None);
        for block in &all {
            let at = format!("{page}, line {}", block.line);
            match block.info {
                "sh" => said = Some(run(here.path(), block.text, page, &at)),
                "diff" => edit(here.path(), block.text, &at),
                "text" => shown.push((block, said.take().unwrap_or_else(|| panic!("{at}: nothing was run")))),
                _ => {}
            }
        }
        let mut found = text.clone();
        for (block, said) in shown.into_iter().rev() {
            found.replace_range(block.start..block.start + block.text.len(), &said);
        }
        hold(page, &text, &found);
    }
}

/// Runs the lines of a block as a person does who reads the page's language; gives what they say.
fn run(folder: &Path, script: &str, page: &str, at: &str) -> String {
    let program = Path::new(env!("CARGO_BIN_EXE_fangan")).parent().unwrap();
    let others = std::env::var_os("PATH").unwrap();
    let path: Vec<PathBuf> = [program.to_owned()].into_iter().chain(std::env::split_paths(&others)).collect();
    let locale = if page.contains("zh-CN") { "zh_CN.UTF-8" } else { "en_US.UTF-8" };
    let mut command = Command::new("sh");
    command.arg("-c").arg(format!("exec 2>&1\n{script}")).current_dir(folder).stdin(Stdio::null());
    command.env("PATH", std::env::join_paths(path).unwrap()).env("COLUMNS", "100").env("HOME", folder);
    // Commits need a person, and theirs are no one's here.
    for who in ["AUTHOR", "COMMITTER"] {
        command.env(format!("GIT_{who}_NAME"), "a").env(format!("GIT_{who}_EMAIL"), "a@example.org");
    }
    for name in ["GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE", "GIT_PREFIX"] {
        command.env_remove(name);
    }
    command.envs([("GIT_CONFIG_GLOBAL", "/dev/null"), ("GIT_CONFIG_NOSYSTEM", "1")]);
    // The programs beside ours speak English on every page, so that the test needs no translations of theirs.
    let locale = [("LC_ALL", ""), ("LC_MESSAGES", locale), ("LANG", "C.UTF-8"), ("LANGUAGE", "en")];
    let output = command.envs(locale).output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    assert_ne!(output.status.code(), Some(2), "{at}: {said}");
    assert_ne!(output.status.code(), Some(127), "{at}: {said}");
    said
}

/// Changes a file as the page says.
fn edit(folder: &Path, block: &str, at: &str) {
    let (head, lines) = block.split_once('\n').unwrap();
    let file = folder.join(head.strip_prefix("+++ ").unwrap_or_else(|| panic!("{at}: no file is named")));
    let side = |sign: char| {
        let kept = lines.lines().filter(|line| line.starts_with([' ', sign]) || line.is_empty());
        kept.map(|line| format!("{}\n", line.get(1..).unwrap_or_default())).collect::<String>()
    };
    let (old, new, text) = (side('-'), side('+'), fs::read_to_string(&file).unwrap());
    assert_eq!(text.matches(&old).count(), 1, "{at}: what is taken away has to stand there once:\n{old}\n{text}");
    fs::write(file, text.replace(&old, &new)).unwrap();
}

#[test]
fn the_command_line_is_described_by_itself() {
    for (page, lang) in [("docs/cli.md", Lang::En), ("docs/cli.zh-CN.md", Lang::Zh)] {
        let text = read(page);
        let range = between(&text, "<!-- commands:begin -->\n", "<!-- commands:end -->").unwrap();
        let found = format!(
            "{}{}{}",
            &text[..range.start],
            commands::described(&fangan::cli::command(), lang),
            &text[range.end..]
        );
        hold(page, &text, &found);
    }
}

#[test]
fn every_page_is_in_the_contents() {
    let contents = read(CONTENTS);
    let listed = links(&contents);
    let mut open = vec![root().join("docs")];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.strip_prefix(root().join("docs")).unwrap().to_str().unwrap().to_owned();
            if path.is_dir() {
                open.push(path);
            } else if name.ends_with(".md") && !CONTENTS.ends_with(&name) {
                assert!(listed.contains(&name.as_str()), "{CONTENTS} leaves out {name}");
            }
        }
    }
}

#[test]
fn the_book_is_made_of_the_pages() {
    let book: toml::Table = read("docs/book.toml").parse().unwrap();
    assert!(book["book"]["title"].as_str().is_some_and(|title| !title.is_empty()));
}

//! Official text pasted in whole: what is said of it, what its safe fixes make of it, and that no word is lost.
//!
//! `tests/paste/*.txt` is text as it comes from a page or a word processor, beside it what is said of it (`.zh.txt`)
//! and the plan that its fixes make (`.fixed.plan`); `BLESS=1` rewrites those.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its fixture has to stop")]

use std::fs;
use std::path::{Path, PathBuf};

use fangan::diagnostic::{self, Lang};
use fangan::document::{Block, Part, document};
use fangan::format::format;
use fangan::numbering::Mark;
use fangan::plan::Plan;
use fangan::report::{Format, Options as ReportOptions, report};
use fangan::source::Sources;
use fangan::world::MemoryWorld;
use fangan::{Compiled, Mended, Options, compile, mend};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/paste");

/// The pasted texts, in the order of their names.
fn texts() -> Vec<PathBuf> {
    let files = fs::read_dir(FOLDER).unwrap().map(|entry| entry.unwrap().path());
    let is_text = |path: &PathBuf| path.extension().is_some_and(|end| end == "txt") && !named(path).contains(".zh");
    let mut texts: Vec<_> = files.filter(is_text).collect();
    texts.sort();
    assert_eq!(texts.len(), 17);
    texts
}

fn named(path: &Path) -> String {
    path.file_name().unwrap().to_str().unwrap().to_owned()
}

fn compiled(text: &str) -> Compiled {
    compile(&MemoryWorld::with("a.plan", text), Path::new("a.plan"), Options::default()).unwrap()
}

fn mended(text: &str) -> Mended {
    mend(&MemoryWorld::with("a.plan", text), Path::new("a.plan"), Options::default()).unwrap()
}

fn is_blank(character: char) -> bool {
    character.is_whitespace() || matches!(character, '\u{3000}' | '\u{a0}' | '\u{feff}')
}

/// A line without its number, its `#` and its blanks.
fn bare(line: &str) -> String {
    let line = line.trim_start_matches(is_blank).trim_start_matches('#').trim_start_matches(is_blank);
    let line = line.strip_prefix("方案：").or(line.strip_prefix("通知：")).unwrap_or(line);
    let taken = Mark::read(line).map_or(0, |(_, taken)| taken);
    line[taken..].chars().filter(|character| !is_blank(*character)).collect()
}

/// The words a document prints, a paragraph or heading each, without the numbers.
fn printed(plan: &Plan) -> Vec<String> {
    let mut lines = Vec::new();
    for part in document(plan).parts {
        let (title, blocks) = match part {
            Part::Plan(body) => (plan.title.is_some().then_some(body.title.text), body.body),
            Part::Notice(paper) => (Some(paper.title.text), paper.body),
            Part::Attachment(_) => panic!("a part that was not pasted in"),
        };
        lines.extend(title);
        for block in blocks {
            match block {
                Block::Heading(mut heading) => {
                    let run_in = std::mem::take(&mut heading.run_in);
                    // A heading that runs into its paragraph gets a stop.
                    let is_stopped = !run_in.is_empty();
                    heading.text =
                        heading.text.strip_suffix('。').filter(|_| is_stopped).unwrap_or(&heading.text).to_owned();
                    lines.push(heading.text);
                    lines.extend(is_stopped.then(|| run_in.iter().map(|piece| piece.words()).collect()));
                }
                other => lines.push(other.plain()),
            }
        }
    }
    lines.iter().map(|line| bare(line)).filter(|line| !line.is_empty()).collect()
}

/// The lines of a text without numbers and blanks.
fn written(text: &str) -> Vec<String> {
    text.lines().map(bare).filter(|line| !line.is_empty()).collect()
}

/// A text after the fixes of its form; those of its wording (W) are there to change words.
fn with_headings(text: &str) -> String {
    let mut text = text.to_owned();
    loop {
        let mut found = compiled(&text);
        found.findings.retain(|finding| !finding.code.starts_with('W'));
        let Some(main) = found.sources.iter().next() else { return text };
        let (after, made) = diagnostic::mend(main.text(), main.id(), &found.findings);
        if made == 0 {
            return text;
        }
        text = after;
    }
}

/// Line by line the same; a heading on a line of its own has no mark at its end.
fn same_words(printed: &[String], written: &[String], path: &Path) {
    let is_same = |(one, other): (&String, &String)| one == other || other.strip_suffix(STOPS) == Some(one);
    let differs = printed.iter().zip(written).find(|pair| !is_same(*pair));
    assert_eq!(differs, None, "{}", path.display());
    assert_eq!(printed.len(), written.len(), "{}", path.display());
}

/// What ends a heading that was a sentence.
const STOPS: [char; 4] = ['。', '；', '：', '，'];

#[test]
fn every_line_of_pasted_text_prints_as_a_paragraph() {
    for path in texts() {
        let text = fs::read_to_string(&path).unwrap();
        same_words(&printed(&compiled(&text).plan), &written(&text), &path);
    }
}

#[test]
fn the_fixed_plan_prints_the_same_words() {
    for path in texts() {
        let text = fs::read_to_string(&path).unwrap();
        let fixed = with_headings(&text);
        same_words(&printed(&compiled(&fixed).plan), &written(&text), &path);
        assert_eq!(written(&fixed), written(&text), "{}", path.display());
    }
}

#[test]
fn a_formatted_plan_prints_the_same_words() {
    for path in texts() {
        let fixed = with_headings(&fs::read_to_string(&path).unwrap());
        for text in [fs::read_to_string(&path).unwrap(), fixed] {
            let mut sources = Sources::default();
            let id = sources.add("a.plan", text.as_str());
            let Ok(made) = format(sources.get(id), None) else { continue };
            same_words(&printed(&compiled(&made).plan), &written(&text), &path);
        }
    }
}

#[test]
fn fixing_twice_changes_nothing() {
    for path in texts() {
        let once = mended(&fs::read_to_string(&path).unwrap());
        let twice = mended(&once.after);
        assert_eq!((twice.after, twice.made), (once.after, 0), "{}", path.display());
    }
}

#[test]
fn findings_and_fixed_plans_are_as_expected() {
    let bless = std::env::var_os("BLESS").is_some();
    let mut wrong = Vec::new();
    for path in texts().into_iter().chain(notices()) {
        let text = fs::read_to_string(&path).unwrap();
        let found = compiled(&text);
        let options = ReportOptions { lang: Lang::Zh, ..ReportOptions::default() };
        let said = report(Format::Short, &found.findings, &found.sources, &options);
        let fixed = mended(&text).after;
        for (end, output) in [("zh.txt", said), ("fixed.plan", fixed)] {
            let expected = path.with_extension(end);
            if bless {
                fs::write(&expected, output).unwrap();
            } else if fs::read_to_string(&expected).ok().as_ref() != Some(&output) {
                wrong.push(format!("{} is not:\n{output}", expected.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Whole notices, with what stands round their text.
fn notices() -> Vec<PathBuf> {
    let files = fs::read_dir(Path::new(FOLDER).join("notices")).unwrap().map(|entry| entry.unwrap().path());
    let is_text = |path: &PathBuf| path.extension().is_some_and(|end| end == "txt") && !named(path).contains(".zh");
    let mut notices: Vec<_> = files.filter(is_text).collect();
    notices.sort();
    assert_eq!(notices.len(), 6);
    notices
}

#[test]
fn a_notice_loses_no_word_and_gets_no_error() {
    for path in notices() {
        let text = fs::read_to_string(&path).unwrap();
        for text in [text.replace('\n', "\r\n"), text] {
            let once = mended(&text);
            let bare = |words: &str| words.chars().filter(|sign| sign.is_alphanumeric()).collect::<String>();
            let after = bare(&once.after);
            for line in text.lines() {
                let words = line.trim_start_matches(is_blank);
                let words = &words[Mark::read(words).map_or(0, |(_, taken)| taken)..];
                // The red head and the imprint print their own words; brackets and blanks may change.
                let words = words.trim_start_matches("附件：1.").trim_end_matches("文件").trim_end_matches("印发");
                for part in words.split([' ', '\u{3000}', '[', ']', '\r']) {
                    assert!(after.contains(&bare(part)), "{}: {part}", path.display());
                }
            }
            assert!(once.compiled.is_sound(), "{}", path.display());
            let twice = mended(&once.after);
            assert_eq!((twice.after, twice.made), (once.after, 0), "{}", path.display());
        }
    }
}

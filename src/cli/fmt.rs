//! `fangan fmt`: plans in their one canonical layout.
//!
//! A file is written whole or not at all, and only if that changes it. What stands about a line with an error is left as it
//! is, the errors and those lines shown, and the program says so in what it returns. Standard input goes to standard output.

use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};

use super::args::Fmt;
use super::{Exit, Failure, mention, output, terminal_width};
use crate::diagnostic::Lang;
use crate::format::{Tongue, format_known};
use crate::report::{self, report};
use crate::source::Sources;
use crate::world::{DiskWorld, World, plan_files};

/// Formats plans, or with `--check` lists those that are not formatted.
pub(super) fn run(args: &Fmt, lang: Lang) -> Result<Exit, Failure> {
    let here = [PathBuf::from(".")];
    let asked = if args.paths.is_empty() { &here[..] } else { &args.paths[..] };
    let mut exit = Exit::Clean;
    for path in asked {
        let files = plan_files(path).map_err(|error| Failure::new(error.message(path)))?;
        for file in files {
            if one(&file, args, lang)? == Exit::Faulty {
                exit = Exit::Faulty;
            }
        }
    }
    Ok(exit)
}

fn one(path: &Path, args: &Fmt, lang: Lang) -> Result<Exit, Failure> {
    let text = DiskWorld.read(path).map_err(|error| Failure::new(error.message(path)))?;
    let is_input = path == Path::new("-");
    let mut sources = Sources::default();
    let id = sources.add(path, text);
    let made = format_known(sources.get(id), args.keywords.map(Tongue::from));
    let is_same = made.text == sources.get(id).text();
    let has_errors = !made.findings.is_empty();
    if has_errors {
        let options = report::Options { lang, color: false, width: terminal_width() };
        mention(&report(report::Format::Human, &made.findings, &sources, &options));
        mention(&left_alone(path, &made.kept, lang));
    }
    match (args.check, is_input) {
        (true, _) if is_same => {}
        (true, _) => {
            output::print(format!("{}\n", path.display()).as_bytes())?;
            return Ok(Exit::Faulty);
        }
        (false, true) => output::print(made.text.as_bytes())?,
        (false, false) if is_same => {}
        (false, false) => {
            output::rewrite(path, made.text.as_bytes())?;
            output::print(rewritten(path, lang).as_bytes())?;
        }
    }
    Ok(if has_errors { Exit::Faulty } else { Exit::Clean })
}

fn rewritten(path: &Path, lang: Lang) -> String {
    let path = path.display();
    match lang {
        Lang::Zh => format!("已整理 {path}\n"),
        Lang::En => format!("formatted {path}\n"),
    }
}

/// Which lines are left as they are.
fn left_alone(path: &Path, kept: &[RangeInclusive<usize>], lang: Lang) -> String {
    let path = path.display();
    let dash = if lang == Lang::Zh { "—" } else { "–" };
    let some = kept.iter().map(|lines| match lines.start() == lines.end() {
        true => lines.start().to_string(),
        false => format!("{}{dash}{}", lines.start(), lines.end()),
    });
    let some: Vec<_> = some.collect();
    match lang {
        Lang::Zh => format!("{path}：第{}行有错误或连着错误，照原样留着，没有整理\n", some.join("、")),
        Lang::En => format!("{path}: left as written, for an error in or about them: lines {}\n", some.join(", ")),
    }
}

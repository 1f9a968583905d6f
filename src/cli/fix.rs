//! `fangan check --fix`: the fixes that cannot change what is meant, made in place.
//!
//! A file is written whole or not at all, and only if something changed; then what remains is reported. With `--diff`
//! nothing is written and the change is printed. A plan from standard input goes to standard output.

use std::path::Path;

use similar::TextDiff;

use super::args::Check;
use super::check::Task;
use super::progress::Progress;
use super::{Exit, Failure, fill, mention, output};
use crate::diagnostic::{Lang, Text};
use crate::report::Format;
use crate::world::DiskWorld;
use crate::{Compiled, Mended, mend_with, text};

/// Fixes plans and says what is left.
pub(super) fn run(args: &Check, lang: Lang) -> Result<Exit, Failure> {
    let task = Task::new(args, lang)?;
    let mut all = Vec::new();
    let progress = Progress::by_file(task.plans.len(), lang);
    progress.at(&text!(zh: "正在核对和改正", en: "checking and mending"));
    for (path, options) in &task.plans {
        let mended = mend_with(&DiskWorld, path, options.clone(), &task.values);
        all.push(mended.map_err(|error| Failure::new(error.message(path)))?);
        progress.file_done();
    }
    drop(progress);
    let (compiled, mended): (Vec<Compiled>, Vec<Changed>) = all.into_iter().map(Changed::apart).unzip();
    fill::refuse_undeclared(&task.values, &compiled)?;

    let mut is_result_printed = args.diff;
    let mut made = String::new();
    let colon = text!(zh: "：", en: ": ");
    for ((path, _), mended) in task.plans.iter().zip(&mended) {
        if args.diff {
            output::print(diff(path, mended).as_bytes())?;
        } else if path == Path::new("-") {
            output::print(mended.after.as_bytes())?;
            is_result_printed = true;
        } else if mended.after != mended.before {
            output::rewrite(path, mended.after.as_bytes())?;
            made.push_str(&format!("{}{}{}\n", path.display(), colon.get(lang), count(mended.made).get(lang)));
        }
    }
    // A plan may use another that was mended after it.
    let is_settled = is_result_printed || task.plans.len() == 1;
    let (compiled, failures) = if is_settled { (compiled, Vec::new()) } else { task.compile(args) };
    let color = !is_result_printed && output::wants_color();
    let mut said = task.said(&compiled, color);
    if task.format == Format::Human {
        said.push_str(&made);
    }
    if is_result_printed {
        mention(&said)
    } else {
        output::print(said.as_bytes())?
    }
    match failures.into_iter().next() {
        Some(failure) => Err(failure),
        None => Ok(task.exit(&compiled, &[])),
    }
}

/// What became of a file.
struct Changed {
    before: String,
    after: String,
    made: usize,
}

impl Changed {
    fn apart(mended: Mended) -> (Compiled, Self) {
        let Mended { before, after, made, compiled } = mended;
        (compiled, Self { before, after, made })
    }
}

fn count(made: usize) -> Text {
    match made {
        1 => text!(zh: "已改正 1 处", en: "1 fix made"),
        _ => text!(zh: "已改正 {made} 处", en: "{made} fixes made"),
    }
}

/// What would change, as `diff -u` and `git apply` read it; nothing if nothing would.
fn diff(path: &Path, mended: &Changed) -> String {
    let name = path.to_string_lossy();
    let name = name.trim_start_matches("./").trim_start_matches('/');
    let lines = TextDiff::from_lines(&mended.before, &mended.after);
    lines.unified_diff().context_radius(3).header(&format!("a/{name}"), &format!("b/{name}")).to_string()
}

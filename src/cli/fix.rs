//! `fangan check --fix`: the fixes that cannot change what is meant, made in place.
//!
//! A file is written whole or not at all, and only if something changed; then what remains is reported. With `--diff`
//! nothing is written and the change is printed. A plan from standard input goes to standard output.

use std::path::Path;

use similar::TextDiff;

use super::args::Check;
use super::{Exit, Failure, check, fill, mention, output};
use crate::diagnostic::{Lang, Text};
use crate::world::{DiskWorld, plan_file};
use crate::{Mended, Options, mend_with, report, text};

/// Fixes plans and says what is left.
pub(super) fn run(args: &Check, lang: Lang) -> Result<Exit, Failure> {
    let format = report::Format::from(args.format);
    check::refuse_many(args, format)?;
    let mut exit = Exit::Clean;
    for plan in &args.plans {
        let path = plan_file(plan);
        let options = Options { stage: args.judge.stage.into(), ..Options::default() };
        let values = fill::values(&args.fill)?;
        let mended = mend_with(&DiskWorld, &path, options, &values);
        let mended = mended.map_err(|error| Failure::new(error.message(&path)))?;
        fill::refuse_undeclared(&values, &mended.compiled)?;
        let is_input = path == Path::new("-");
        if args.diff {
            output::print(diff(&path, &mended).as_bytes())?;
            mention(&check::said(&path, &mended.compiled, format, lang, false));
        } else if is_input {
            output::print(mended.after.as_bytes())?;
            mention(&check::said(&path, &mended.compiled, format, lang, false));
        } else {
            if mended.after != mended.before {
                output::rewrite(&path, mended.after.as_bytes())?;
            }
            let mut said = check::said(&path, &mended.compiled, format, lang, output::wants_color());
            if matches!(format, report::Format::Human) && mended.made > 0 {
                said.push_str(&format!("{}：{}\n", path.display(), made(mended.made).get(lang)));
            }
            output::print(said.as_bytes())?;
        }
        if !mended.compiled.is_sound() {
            exit = Exit::Faulty;
        }
    }
    Ok(exit)
}

fn made(count: usize) -> Text {
    match count {
        1 => text!(zh: "已改正 1 处", en: "1 fix made"),
        _ => text!(zh: "已改正 {count} 处", en: "{count} fixes made"),
    }
}

/// What would change, as `diff -u` and `git apply` read it; nothing if nothing would.
fn diff(path: &Path, mended: &Mended) -> String {
    let name = path.to_string_lossy();
    let name = name.trim_start_matches("./").trim_start_matches('/');
    let lines = TextDiff::from_lines(&mended.before, &mended.after);
    lines.unified_diff().context_radius(3).header(&format!("a/{name}"), &format!("b/{name}")).to_string()
}

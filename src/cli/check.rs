//! `fangan check`.

use std::path::Path;

use super::args::Check;
use super::{Exit, Failure, compiled, fix, output, terminal_width};
use crate::Compiled;
use crate::diagnostic::Lang;
use crate::report::{self, report, summary};
use crate::text;

/// Checks plans and says what is wrong with them.
pub(super) fn run(args: &Check, lang: Lang) -> Result<Exit, Failure> {
    if args.fix {
        return fix::run(args, lang);
    }
    let format = report::Format::from(args.format);
    refuse_many(args, format)?;
    let mut exit = Exit::Clean;
    for plan in &args.plans {
        let (path, compiled) = compiled(plan, &args.fill, Some(&args.judge))?;
        output::print(said(&path, &compiled, format, lang, output::wants_color()).as_bytes())?;
        if !compiled.is_sound() {
            exit = Exit::Faulty;
        }
    }
    Ok(exit)
}

/// One object cannot hold the findings of several plans.
pub(super) fn refuse_many(args: &Check, format: report::Format) -> Result<(), Failure> {
    if args.plans.len() > 1 && matches!(format, report::Format::Json | report::Format::Sarif) {
        return Err(Failure::new(text!(
            zh: "json 和 sarif 格式一次只检查一个方案",
            en: "json and sarif take one plan at a time"
        )));
    }
    Ok(())
}

/// The findings of one plan in a format; for a person, how many there are after them.
pub(super) fn said(path: &Path, compiled: &Compiled, format: report::Format, lang: Lang, color: bool) -> String {
    let is_human = matches!(format, report::Format::Human);
    let options = report::Options { lang, color: is_human && color, width: terminal_width() };
    let mut text = report(format, &compiled.findings, &compiled.sources, &options);
    if is_human {
        let colon = if lang == Lang::Zh { "：" } else { ": " };
        text.push_str(&format!("{}{colon}{}\n", path.display(), summary(&compiled.findings, lang)));
    }
    text
}

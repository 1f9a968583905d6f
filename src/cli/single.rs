//! `fangan render`, `export`: one output of one plan; `schema`: what holds for the data of every plan.
//!
//! The result goes to standard output or a file. Of a plan with errors the errors are shown
//! instead, or with `--allow-errors` beside it.

use std::mem::ManuallyDrop;

use super::args::{DocumentFormat, Export, ExportFormat, Render, Schema, Single};
use super::format_of::format_of;
use super::{Exit, Failure, Ready, drawn, mention, office, output, plan};
use crate::diagnostic::Lang;
use crate::illustrated::illustrated;
use crate::source::Sources;
use crate::{export as data, render as draw, report};

pub(super) fn render(args: &Render, lang: Lang) -> Result<Exit, Failure> {
    let out = args.single.out.out.as_deref();
    let to = format_of(args.to, out, DocumentFormat::Html)?;
    make(&args.single, lang, |Ready { compiled, wording, style, .. }| {
        let style = office::style(style, &args.look, lang)?;
        let failed = |error| office::failed(error, lang);
        // Nor is the document given back.
        let document = ManuallyDrop::new(illustrated(&compiled.plan, wording));
        match to {
            DocumentFormat::Html => {
                let page = draw::page(&document, &style).map_err(failed)?;
                output::write_by(out, &compiled.sources, |out| page.write(out))
            }
            DocumentFormat::Markdown => output::write(out, &compiled.sources, draw::markdown(&document).as_bytes()),
            #[cfg(feature = "word")]
            DocumentFormat::Docx => {
                output::write(out, &compiled.sources, &draw::word_with(&document, &style).map_err(failed)?)
            }
        }
    })
}

pub(super) fn export(args: &Export, lang: Lang) -> Result<Exit, Failure> {
    let to = format_of(args.to, args.single.out.out.as_deref(), ExportFormat::Json)?;
    write(&args.single, lang, |Ready { compiled, .. }| {
        Ok(match to {
            ExportFormat::Json => data::json(&compiled.plan, &compiled.sources).into_bytes(),
            ExportFormat::Ics => {
                let agenda = data::agenda(&compiled.plan, &compiled.sources);
                mention(&left_out(&agenda, lang));
                data::ics(&agenda).into_bytes()
            }
        })
    })
}

/// What a calendar lacks because the plan gives it no day.
pub(super) fn left_out(agenda: &data::Agenda, lang: Lang) -> String {
    const SHOWN: usize = 10;
    let count = agenda.left_out.len();
    if count == 0 {
        return String::new();
    }
    let shown = agenda.left_out.iter().take(SHOWN).map(|what| format!("  {what}\n")).collect::<String>();
    let more = count.saturating_sub(SHOWN);
    let (head, tail) = match lang {
        Lang::Zh => (format!("日历里没有收入{count}项，方案没有定到哪一天：\n"), format!("  另有{more}项\n")),
        Lang::En => (
            format!("{count} left out of the calendar, for the plan gives them no day:\n"),
            format!("  and {more} more\n"),
        ),
    };
    head + &shown + if more > 0 { &tail } else { "" }
}

/// A verb of its own and no format of `export`: the schema is the program's and asks for no plan.
pub(super) fn schema(args: &Schema) -> Result<Exit, Failure> {
    let schema = if args.findings { report::schema() } else { data::schema() };
    output::write(args.out.out.as_deref(), &Sources::default(), schema.as_bytes())?;
    Ok(Exit::Clean)
}

/// Makes one output of a plan and writes it.
pub(super) fn write(
    args: &Single,
    lang: Lang,
    bytes: impl FnOnce(&Ready) -> Result<Vec<u8>, Failure>,
) -> Result<Exit, Failure> {
    make(args, lang, |ready| output::write(args.out.out.as_deref(), &ready.compiled.sources, &bytes(ready)?))
}

/// Makes one output of a plan.
fn make(args: &Single, lang: Lang, output: impl FnOnce(&Ready) -> Result<(), Failure>) -> Result<Exit, Failure> {
    let ready = plan(&args.plan, &args.fill, None, lang)?;
    let is_sound = ready.compiled.is_sound();
    if !is_sound {
        mention(&drawn(&ready.compiled, lang, false));
    }
    if is_sound || args.allow_errors {
        output(&ready)?;
    }
    // The program ends here: to give everything back piece by piece takes longer than to leave it.
    std::mem::forget(ready);
    Ok(if is_sound { Exit::Clean } else { Exit::Faulty })
}

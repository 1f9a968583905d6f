//! `fangan render`, `table`, `export`: one output of one plan; `schema`: what holds for the data of every plan.
//!
//! The result goes to standard output or a file. Of a plan with errors the errors are shown
//! instead, or with `--allow-errors` beside it.

use super::args::{DocumentFormat, Export, Out, Render, Single, Table, TableFormat, TableKind};
use super::{Exit, Failure, Ready, drawn, mention, output, pictures, plan};
use crate::diagnostic::Lang;
use crate::document::{self, Wording};
use crate::plan::Plan;
use crate::{export as data, render as draw};

pub(super) fn render(args: &Render, lang: Lang) -> Result<Exit, Failure> {
    write(&args.single, lang, |Ready { compiled, wording, .. }| {
        let document = pictures::illustrated(&compiled.plan, wording);
        Ok(match args.to {
            DocumentFormat::Html => draw::html(&document)?.into_bytes(),
            DocumentFormat::Markdown => draw::markdown(&document).into_bytes(),
            DocumentFormat::Docx => draw::word(&document)?,
        })
    })
}

pub(super) fn table(args: &Table, lang: Lang) -> Result<Exit, Failure> {
    write(&args.single, lang, |Ready { compiled, wording, .. }| {
        let table = of_kind(args.kind, &compiled.plan, wording);
        Ok(match args.to {
            TableFormat::Markdown => draw::markdown_table(&table).into_bytes(),
            TableFormat::Csv => draw::csv(&table),
        })
    })
}

pub(super) fn export(args: &Export, lang: Lang) -> Result<Exit, Failure> {
    let super::args::ExportFormat::Json = args.to;
    write(&args.single, lang, |Ready { compiled, .. }| Ok(data::json(&compiled.plan, &compiled.sources).into_bytes()))
}

/// A verb of its own and no format of `export`: the schema is the program's and asks for no plan.
pub(super) fn schema(args: &Out) -> Result<Exit, Failure> {
    output::write(args.out.as_deref(), data::schema().as_bytes())?;
    Ok(Exit::Clean)
}

fn of_kind(kind: TableKind, plan: &Plan, wording: &Wording) -> document::Table {
    match kind {
        TableKind::Duties => document::duties(plan, wording),
        TableKind::Quotas => document::quotas(plan, wording),
        TableKind::Obligations => document::obligations(plan, wording),
    }
}

pub(super) fn write(
    args: &Single,
    lang: Lang,
    make: impl FnOnce(&Ready) -> Result<Vec<u8>, Failure>,
) -> Result<Exit, Failure> {
    let ready = plan(&args.plan, &args.fill, None, lang)?;
    let is_sound = ready.compiled.is_sound();
    if !is_sound {
        mention(&drawn(&ready.compiled, lang, false));
    }
    if is_sound || args.allow_errors {
        output::write(args.out.out.as_deref(), &make(&ready)?)?;
    }
    Ok(if is_sound { Exit::Clean } else { Exit::Faulty })
}

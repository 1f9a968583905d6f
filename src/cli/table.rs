//! `fangan table`: one table of a plan, a part of it, or all of them in one file.

use super::args::{GroupBy, Table, TableFormat};
use super::format_of::format_of;
use super::{Exit, Failure, Ready, office, single};
use crate::diagnostic::Lang;
use crate::document::{self, Cut, Sheet, TableKind};
use crate::plan::Plan;
use crate::render::{self as draw, RenderError};
use crate::text;

pub(super) fn run(args: &Table, lang: Lang) -> Result<Exit, Failure> {
    let to = format_of(args.to, args.single.out.out.as_deref(), TableFormat::Markdown)?;
    refuse(args, to)?;
    single::write(&args.single, lang, |Ready { compiled, wording, .. }| {
        let plan = &compiled.plan;
        let cut = Cut { by: args.by.map(Into::into), owner: args.owner.clone() };
        refuse_unknown(plan, args.owner.as_deref())?;
        let sheets = match args.kind {
            Some(kind) => vec![document::table_of(plan, wording, kind.into(), &cut)],
            None => document::sheets(plan, wording, &cut),
        };
        written(to, &title(plan), &sheets).map_err(|error| office::failed(error, lang))
    })
}

/// What a plan is called where its tables are.
pub(super) fn title(plan: &Plan) -> String {
    plan.title.as_ref().map(|title| title.value.trim().to_owned()).unwrap_or_default()
}

#[cfg_attr(not(feature = "sheets"), expect(unused_variables, reason = "only a workbook has a title"))]
fn written(to: TableFormat, title: &str, sheets: &[Sheet]) -> Result<Vec<u8>, RenderError> {
    let tables = sheets.iter().map(|sheet| &sheet.table);
    Ok(match to {
        TableFormat::Markdown => tables.map(draw::markdown_table).collect::<Vec<_>>().join("\n").into_bytes(),
        TableFormat::Csv => tables.flat_map(draw::csv).collect(),
        #[cfg(feature = "sheets")]
        TableFormat::Xlsx => draw::xlsx(title, sheets)?,
    })
}

/// What cannot be asked for together.
fn refuse(args: &Table, to: TableFormat) -> Result<(), Failure> {
    if args.all && matches!(to, TableFormat::Csv) {
        return Err(Failure::new(text!(
            zh: "一个 CSV 文件只放一张表：用 --kind 指定，或者用 --to xlsx",
            en: "a CSV file holds one table: name it with --kind, or use --to xlsx"
        )));
    }
    let kind = args.kind.map(TableKind::from);
    if args.by.is_some() && kind.is_some_and(|kind| !kind.is_of_tasks()) {
        return Err(Failure::new(text!(
            zh: "--by 只用于任务表：duties、schedule、ledger、projects",
            en: "--by is for tables of tasks: duties, schedule, ledger, projects"
        )));
    }
    if args.owner.is_some() && matches!(args.by, Some(GroupBy::Owner)) {
        return Err(Failure::new(text!(
            zh: "已经用 --owner 指定了单位，不能再按单位归并",
            en: "--owner names one owner: there is nothing to group by owner"
        )));
    }
    Ok(())
}

/// A name that nobody in the plan has would give an empty table, which looks like nothing to do.
fn refuse_unknown(plan: &Plan, owner: Option<&str>) -> Result<(), Failure> {
    let Some(name) = owner.filter(|name| !document::has_owner(plan, name)) else { return Ok(()) };
    let known = plan.owners.iter().filter(|owner| owner.made.is_none()).map(|owner| owner.name.value.as_str());
    let known = known.collect::<Vec<_>>().join("、");
    Err(Failure::new(text!(
        zh: "方案里没有主体“{name}”；有的是：{known}",
        en: "no owner of the plan is called “{name}”; there are: {known}"
    )))
}

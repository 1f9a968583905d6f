//! 经常性工作表: a row for each duty that comes round, and for each report.

use crate::calendar::When;
use crate::document::sentence::{chain, owners, when};
use crate::document::{Align, Holds, Table, Writer};
use crate::plan::{Quota, Report, Sense};
use crate::quantity::Target;

use super::cut::{Doers, doers};
use super::{Cut, TableKind, column, filled, row, title};

/// The table of duties that come round.
pub(super) fn table(writer: &Writer, cut: &Cut) -> Table {
    let plan = writer.plan;
    let duties = plan.quotas.iter().filter(|quota| quota.is_obligation() && cut.takes(plan, quota));
    let duties = duties.map(|quota| [work(quota), who(writer, quota), rhythm(quota), count(quota)]);
    let reports = plan.reports.iter().filter(|report| comes_round(report) && cut.takes_report(plan, report));
    let reports = reports.map(|report| {
        let who = owners(plan, report.path.get(..1).unwrap_or_default());
        [chain::reporting(writer, report), who, chain::rhythm(report), String::new()]
    });
    let rows = duties.chain(reports).enumerate().map(|(index, [work, who, rhythm, count])| {
        row(vec![(index + 1).to_string(), work, filled(who), filled(rhythm), filled(count)])
    });
    Table {
        caption: Some(cut.caption(title(TableKind::Obligations))),
        unit: None,
        columns: vec![
            column("序号", Align::Center, 2).of(Holds::Numbers),
            column("工作", Align::Left, 8),
            column("责任主体", Align::Center, 6),
            column("频次", Align::Center, 5),
            column("数量要求", Align::Center, 5),
        ],
        rows: rows.collect(),
    }
}

/// Whether it is reported again and again: once by a day is a task of its own.
fn comes_round(report: &Report) -> bool {
    let is_round = |when: &When| matches!(when, When::Each(..) | When::Yearly(_));
    report.every.is_some() || report.when.as_ref().is_some_and(|when| is_round(&when.value))
}

fn work(quota: &Quota) -> String {
    let mut work = quota.name.value.clone();
    let over =
        quota.of.iter().map(|of| of.value.clone()).chain(quota.scope.iter().map(|scope| scope.words().to_owned()));
    let over = over.chain(quota.per_member.iter().map(|each| format!("每{}", each.value))).collect::<Vec<_>>();
    if !over.is_empty() {
        work.push_str(&format!("（{}）", over.join("、")));
    }
    work
}

fn who(writer: &Writer, quota: &Quota) -> String {
    match doers(writer.plan, quota) {
        Doers::Named(references) => owners(writer.plan, references),
        Doers::Holder(id) => writer.plan.owners[id].name.value.clone(),
    }
}

fn rhythm(quota: &Quota) -> String {
    let every = quota.every.as_ref().map(|every| every.value.to_string()).unwrap_or_default();
    let often = match quota.target.as_ref().map(|target| &target.value) {
        Some(Target::Soft(words)) => words.as_str(),
        _ => "",
    };
    let when = quota.when.as_ref().map(|deadline| match deadline.value.sense {
        Sense::In => when::yearly(&deadline.value.when),
        Sense::Until => format!("（{}）", when::unbracketed(when::until(&deadline.value))),
    });
    format!("{every}{often}{}", when.unwrap_or_default())
}

fn count(quota: &Quota) -> String {
    match quota.target.as_ref().map(|target| &target.value) {
        Some(Target::Soft(_)) | None => String::new(),
        Some(target) => target.to_string(),
    }
}

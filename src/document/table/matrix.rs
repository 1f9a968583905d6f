//! A matrix of quotas as the table it was written as.

use crate::document::sentence::value::inline;
use crate::document::{Align, Table, Writer};
use crate::plan::{Holder, Quota};

use super::{column, filled, row};

/// What quotas have in common that are rows of one table; none for a quota that is no row.
pub(in crate::document) fn key(quota: &Quota) -> Option<(Holder, &str, Vec<&str>)> {
    let dimensions = quota.scope.iter().map(|scope| scope.dimension.as_str()).collect::<Vec<_>>();
    let is_row = quota.table.is_some() || dimensions.iter().any(|dimension| !dimension.is_empty());
    let name = quota.table.as_ref().unwrap_or(&quota.name);
    is_row.then_some((quota.holder, name.value.as_str(), dimensions))
}

/// The table of rows that have one key.
pub(in crate::document) fn table(writer: &Writer, quotas: &[&Quota]) -> Table {
    let name = quotas.first().and_then(|first| key(first)).map_or("", |(_, name, _)| name);
    let dimensions = quotas.first().and_then(|first| key(first)).map(|(.., dimensions)| dimensions).unwrap_or_default();
    let is_named = quotas.iter().any(|quota| quota.table.is_some());
    let mut times = Vec::new();
    for point in quotas.iter().flat_map(|quota| &quota.series) {
        if !times.contains(&point.time) {
            times.push(point.time);
        }
    }
    let has_total = quotas.iter().any(|quota| quota.total.is_some());
    let mut columns = Vec::new();
    if is_named {
        columns.push(column("指标", Align::Left, 5));
    }
    columns.extend(dimensions.iter().map(|dimension| column(*dimension, Align::Center, 3)));
    columns.extend(times.iter().map(|time| column(time.to_string(), Align::Center, 5)));
    if has_total {
        columns.push(column("合计", Align::Center, 3));
    }
    let rows = quotas.iter().map(|quota| {
        let mut cells = Vec::new();
        if is_named {
            cells.push(writer.plan.indicators[quota.indicator].name.value.clone());
        }
        cells.extend(quota.scope.iter().map(|scope| filled(scope.value.value.replace('*', "全部"))));
        for time in &times {
            let point = quota.series.iter().find(|point| point.time == *time);
            cells.push(filled(point.map(|point| inline(&point.target.value)).unwrap_or_default()));
        }
        if has_total {
            cells.push(filled(quota.total.as_ref().map(|total| inline(&total.value)).unwrap_or_default()));
        }
        row(cells)
    });
    Table { caption: Some(caption(name)), unit: None, columns, rows: rows.collect() }
}

fn caption(name: &str) -> String {
    let is_titled = ["指标", "表", "目标", "任务", "计划"].iter().any(|end| name.ends_with(end));
    if is_titled { name.to_owned() } else { format!("{name}指标") }
}

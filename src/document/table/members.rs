//! 领导小组成员名单: who sits in each group, seat by seat.

use crate::document::sentence::owners;
use crate::document::{Align, Table, Writer};
use crate::plan::{Field, Owner, OwnerRef, Plan};

use super::{Cut, TableKind, column, filled, row, title};
use crate::document::Row;

/// The roster; a group of which no seat is told has no rows. Where one owner is asked for, the groups it sits in.
pub(super) fn table(writer: &Writer, cut: &Cut) -> Table {
    let plan = writer.plan;
    let groups: Vec<(&Owner, Vec<Row>)> =
        plan.owners.iter().map(|group| (group, seats(plan, group, cut))).filter(|(_, rows)| !rows.is_empty()).collect();
    let rows = groups.into_iter().flat_map(|(group, rows)| {
        let name = Row::Section { text: group.official_name().to_owned() };
        std::iter::once(name).chain(rows)
    });
    Table {
        caption: Some(cut.caption(title(TableKind::Members))),
        unit: None,
        columns: vec![column("组内职务", Align::Center, 3), column("单位及职务", Align::Left, 12)],
        rows: rows.collect(),
    }
}

/// A row for each seat that is taken.
fn seats(plan: &Plan, group: &Owner, cut: &Cut) -> Vec<Row> {
    let Some(seats) = &group.seats else { return Vec::new() };
    let title = |at: usize, usual: &str| seats.titles[at].clone().unwrap_or_else(|| usual.to_owned());
    let all: [(String, &Field<Vec<OwnerRef>>); 4] = [
        (title(0, "组长"), &seats.leader),
        (title(1, "副组长"), &seats.deputy),
        ("成员".to_owned(), &seats.members),
        ("办公室".to_owned(), &seats.office),
    ];
    let sits = |owner: &str| all.iter().any(|(_, field)| field.value.iter().any(|seat| is_of(plan, seat, owner)));
    if cut.owner.as_deref().is_some_and(|owner| !sits(owner)) {
        return Vec::new();
    }
    let taken = all.iter().filter(|(_, field)| !field.value.is_empty());
    taken.map(|(seat, field)| row(vec![seat.clone(), filled(owners(plan, &field.value))])).collect()
}

/// Whether a seat is taken by an owner, by any name that it has.
fn is_of(plan: &Plan, seat: &OwnerRef, name: &str) -> bool {
    match seat.target() {
        Some(id) => {
            let owner = &plan.owners[id];
            owner.name.value == name
                || owner.official_name() == name
                || owner.aliases.iter().any(|alias| alias.value == name)
        }
        None => seat.text.trim() == name,
    }
}

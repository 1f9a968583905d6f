//! 责任分工表: a row for each measure, under the headings that enclose it.

use crate::document::sentence::{owner_line, owners, result, when};
use crate::document::tree::{self, Node};
use crate::document::{Align, Inline, Row, Table, Writer};
use crate::plan::{Holder, Measure, Origin, Part};

use super::{Kind, column, filled, title};

/// The rows so far.
#[derive(Default)]
struct Rows {
    rows: Vec<Row>,
    /// The headings that were written last.
    path: Vec<String>,
    count: usize,
}

/// The table of duties.
pub(super) fn table(writer: &Writer) -> Table {
    let mut rows = Rows::default();
    rows.collect(writer, &writer.plan.body, &mut Vec::new());
    Table {
        caption: Some(title(Kind::Duties).to_owned()),
        unit: None,
        columns: vec![
            column("序号", Align::Center, 3),
            column("重点任务", Align::Left, 8),
            column(writer.wording.label_lead(), Align::Center, 5),
            column(writer.wording.label_with(), Align::Left, 6),
            column(writer.wording.label_due(), Align::Center, 5),
            column("成果", Align::Left, 7),
        ],
        rows: rows.rows,
    }
}

impl Rows {
    fn collect(&mut self, writer: &Writer, body: &[Part], path: &mut Vec<String>) {
        for node in tree::nodes(writer.plan, body) {
            if let Holder::Measure(id) = node.holder {
                self.enter(path);
                self.measure(writer, node, &writer.plan.measures[id]);
                self.collect(writer, node.body, path);
                continue;
            }
            let place = writer.outline.place(node.holder);
            let (mark, typed) = place.map_or(("", 0), |place| (place.mark.as_str(), place.typed));
            path.push(format!("{mark}{}", node.title.get(typed..).unwrap_or(node.title)));
            self.collect(writer, node.body, path);
            path.pop();
        }
    }

    /// Writes the headings that have changed since the last row.
    fn enter(&mut self, path: &[String]) {
        let same = self.path.iter().zip(path).take_while(|(old, new)| old == new).count();
        self.rows.extend(path.iter().skip(same).map(|text| Row::Section { text: text.clone() }));
        self.path = path.to_vec();
    }

    fn measure(&mut self, writer: &Writer, node: Node, measure: &Measure) {
        self.count += 1;
        let text = |words: String| vec![Inline::Text { text: words }];
        let task = match writer.outline.place(node.holder) {
            Some(place) => Inline::Link { text: node.words().to_owned(), target: place.anchor.clone() },
            None => Inline::text(node.words()),
        };
        let stands_in = measure.lead.value.is_empty() && measure.accountable.origin == Origin::Stated;
        let lead = if stands_in { &measure.accountable.value } else { &measure.lead.value };
        let outputs = measure.outputs.iter().collect::<Vec<_>>();
        let cells = vec![
            text(self.count.to_string()),
            vec![task],
            text(filled(owners(writer.plan, lead))),
            text(filled(owners(writer.plan, &measure.with.value))),
            text(filled(time(measure))),
            text(filled(result::names(&outputs))),
        ];
        self.rows.push(Row::Cells { cells });
    }
}

fn time(measure: &Measure) -> String {
    let due = owner_line::own_due(measure, None);
    match (&measure.start, &measure.due.value) {
        (Some(start), due) => when::span(&start.value, due.as_ref().map(|due| &due.value)),
        (None, _) => due.map(when::due).unwrap_or_default(),
    }
}

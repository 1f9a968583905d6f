//! The outline of a text: headings, goals, measures, phases, quotas, declarations.

use std::ops::Range;

use super::draft::Row;
use super::{Draft, Item, Kind};
use crate::syntax::keyword::{Keyword, Place};

impl Draft<'_> {
    /// What stands in the text, by what belongs to what.
    pub fn outline(&self) -> Vec<Item> {
        let mut below: Vec<Vec<Item>> = vec![Vec::new(); self.rows.len()];
        let mut top = Vec::new();
        // From the end: what stands below a row is complete when the row is reached.
        for (index, row) in self.rows.iter().enumerate().rev() {
            let mut children = std::mem::take(&mut below[index]);
            let home = row.parent.map_or(&mut top, |parent| &mut below[parent]);
            match self.item(index, row) {
                Some(item) => {
                    children.reverse();
                    home.push(Item { children, ..item });
                }
                None => home.append(&mut children),
            }
        }
        top.reverse();
        top
    }

    fn item(&self, index: usize, row: &Row) -> Option<Item> {
        let kind = kind(row)?;
        let selection = self.called(row);
        let name = self.slice(&selection).trim().to_owned();
        // An editor refuses an item without a name, and a line just begun has none yet.
        let own = if row.key.is_empty() { row.line.whole.clone() } else { row.key.clone() };
        let selection = if name.is_empty() { own } else { selection };
        let name = if name.is_empty() { self.slice(&selection).to_owned() } else { name };
        let range = row.line.whole.start..row.end.max(selection.end);
        Some(Item {
            name: one_line(&name),
            detail: self.detail(index, row, &selection),
            kind,
            range,
            selection,
            children: Vec::new(),
        })
    }

    /// What of a line is the name of what it says.
    fn called(&self, row: &Row) -> Range<usize> {
        match row.keyword {
            None => row.key.clone(),
            Some(Keyword::Quota | Keyword::Baseline | Keyword::Fund) => {
                let value = self.slice(&row.value);
                let end = value.find(['，', ',', ' ', '\u{3000}']).unwrap_or(value.len());
                row.value.start..row.value.start + end
            }
            Some(_) if !row.value.is_empty() => row.value.clone(),
            Some(_) => row.name.clone().unwrap_or_else(|| row.key.clone()),
        }
    }

    /// What else a line says: of a quota what is asked for, of a measure its name, who leads and by when.
    fn detail(&self, index: usize, row: &Row, selection: &Range<usize>) -> String {
        match row.keyword {
            Some(Keyword::Quota | Keyword::Baseline | Keyword::Fund) => {
                let rest = self.slice(&(selection.end..row.value.end.max(selection.end)));
                one_line(rest.trim_start_matches(['，', ',', ' ', '\u{3000}']))
            }
            Some(Keyword::Goal | Keyword::Measure | Keyword::Phase) => {
                let name = row.name.as_ref().filter(|name| *name != selection).map(|name| self.slice(name).to_owned());
                let said = |wanted| {
                    let found = self.below(index).find(|below| below.keyword == Some(wanted));
                    found.map(|found| one_line(self.slice(&found.value))).filter(|words| !words.is_empty())
                };
                let all = [name, said(Keyword::Lead), said(Keyword::Due)];
                all.into_iter().flatten().collect::<Vec<_>>().join(" · ")
            }
            None if row.declares() => one_line(self.slice(&row.value).trim_start_matches(['，', ','])),
            _ => String::new(),
        }
    }
}

/// What a row is in the outline; `None` if it is left out.
fn kind(row: &Row) -> Option<Kind> {
    if row.is_heading() {
        return Some(match row.keyword {
            Some(Keyword::Plan) => Kind::Plan,
            Some(Keyword::Notice) => Kind::Notice,
            Some(Keyword::Goal) => Kind::Goal,
            Some(Keyword::Measure) => Kind::Measure,
            Some(Keyword::Phase) => Kind::Phase,
            Some(_) => Kind::Declarations,
            None if row.opens == Place::PLAN => Kind::Plan,
            None => Kind::Section,
        });
    }
    if row.declares() {
        return match row.place {
            Place::INDICATORS => Some(Kind::Indicator),
            Place::UNITS => Some(Kind::Unit),
            Place::CALENDAR => None,
            _ if row.opens == Place::GROUP => Some(Kind::Group),
            _ => Some(Kind::Owner),
        };
    }
    match row.keyword.filter(|_| row.is_data())? {
        Keyword::Goal => Some(Kind::Goal),
        Keyword::Measure => Some(Kind::Measure),
        Keyword::Phase => Some(Kind::Phase),
        Keyword::Quota => Some(Kind::Quota),
        Keyword::Baseline => Some(Kind::Baseline),
        Keyword::Fund => Some(Kind::Fund),
        Keyword::Report => Some(Kind::Report),
        Keyword::Set => Some(Kind::Set),
        Keyword::Chain => Some(Kind::Chain),
        Keyword::Param => Some(Kind::Param),
        _ => None,
    }
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

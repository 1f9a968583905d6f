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
        let name = match row.keyword.filter(|_| is_called_by_kind(row)) {
            Some(_) if selection == row.key => self.slice(&row.key).to_owned(),
            Some(_) => format!("{} {name}", self.slice(&row.key)),
            None if name.is_empty() => self.slice(&selection).to_owned(),
            None => name,
        };
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
            Some(Keyword::Report) => self.until_comma(&row.value),
            // 五备，5项: the name ends where the number is told.
            Some(_) if is_called_by_kind(row) => match &row.name {
                Some(name) => self.until_comma(name),
                None if matches!(row.keyword, Some(Keyword::Set)) => self.until_comma(&row.value),
                None => row.key.clone(),
            },
            Some(Keyword::Param) => row.name.clone().unwrap_or_else(|| self.until_comma(&row.value)),
            Some(Keyword::Quota | Keyword::Baseline | Keyword::Fund) => {
                let value = self.slice(&row.value);
                let end = value.find(['，', ',', ' ', '\u{3000}']).unwrap_or(value.len());
                row.value.start..row.value.start + end
            }
            Some(_) if !row.value.is_empty() => row.value.clone(),
            Some(_) => row.name.clone().unwrap_or_else(|| row.key.clone()),
        }
    }

    fn until_comma(&self, range: &Range<usize>) -> Range<usize> {
        let end = self.slice(range).find(['，', ',']).map_or(range.end, |at| range.start + at);
        range.start..end
    }

    /// What else a line says: of a quota what is asked for, of a measure its name, who leads and by when.
    fn detail(&self, index: usize, row: &Row, selection: &Range<usize>) -> String {
        match row.keyword {
            Some(Keyword::Quota | Keyword::Baseline | Keyword::Fund | Keyword::Report | Keyword::Set) => {
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
            Some(Keyword::Chain | Keyword::Alliance | Keyword::Levels | Keyword::Param) => {
                one_line(self.slice(&row.value))
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
        Keyword::Chain | Keyword::Alliance | Keyword::Levels => Some(Kind::Chain),
        Keyword::Param => Some(Kind::Param),
        _ => None,
    }
}

/// Whether a line is known by its keyword and its name: what it lists says nothing of what it is.
fn is_called_by_kind(row: &Row) -> bool {
    let kinds = [Keyword::Set, Keyword::Chain, Keyword::Alliance, Keyword::Levels];
    row.is_data() && row.keyword.is_some_and(|keyword| kinds.contains(&keyword))
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

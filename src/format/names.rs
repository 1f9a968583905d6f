//! The names an indicator is known to have: declared ones, and those of the lines above.
//!
//! Only with them can a quota be cut where the reader cuts it (`高考全省前100名人数不少于5人`).

use std::collections::BTreeSet;

use crate::syntax::ast::{Entry, File, Item, Key, Value};
use crate::syntax::fold::name_key;
use crate::syntax::keyword::Keyword;
use crate::syntax::piece::stem;

/// Names in the form in which names are compared.
#[derive(Default)]
pub(super) struct Names(BTreeSet<String>);

impl Names {
    /// The names that a file declares, wherever it does.
    pub fn declared(file: &File) -> Self {
        let mut names = Names::default();
        names.declare(&file.items);
        names
    }

    /// The names known so far.
    pub fn known(&self) -> &BTreeSet<String> {
        &self.0
    }

    /// Learns the name that a quota line uses.
    pub fn learn(&mut self, entry: &Entry) {
        if let Key::Word(key) = &entry.key
            && matches!(key.value, Keyword::Quota | Keyword::Baseline)
            && let Value::Quota(quota) = &entry.value
        {
            let name = &quota.indicator.value;
            self.0.insert(name_key(stem(name).unwrap_or(name)));
        }
    }

    fn declare(&mut self, items: &[Item]) {
        for item in items {
            match item {
                Item::Section(section) => self.declare(&section.items),
                Item::Entry(entry) => {
                    if let (Key::Name(name), Value::Indicator(_)) = (&entry.key, &entry.value) {
                        self.0.insert(name_key(&name.value));
                        self.aliases(&entry.items);
                    }
                }
                Item::Paragraph(_) | Item::Grid(_) => {}
            }
        }
    }

    fn aliases(&mut self, items: &[Item]) {
        for entry in items.iter().filter_map(Item::entry) {
            if let (Key::Word(key), Value::List(names)) = (&entry.key, &entry.value)
                && key.value == Keyword::Alias
            {
                self.0.extend(names.iter().map(|name| name_key(&name.text)));
            }
        }
    }
}

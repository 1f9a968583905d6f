//! What is known of the plan at one moment.
//!
//! A snapshot never changes. While the plan has errors, the last document that could be made stays in it.

use std::path::PathBuf;
use std::sync::Arc;

use super::outputs::Outputs;
use super::places::{Paragraph, Place};
use super::told::{self, Told};
use crate::diagnostic::Lang;
use crate::watch::{Draft, Order};

/// The plan at one moment.
#[derive(Default)]
pub(super) struct Snapshot {
    /// Which one it is, from 1; 0 before the first.
    pub number: u64,
    /// What the page is told, as JSON.
    pub told: Vec<u8>,
    /// The newest document there is, and everything made with it.
    pub outputs: Option<Arc<Outputs>>,
}

/// Makes one snapshot after another.
pub(super) struct Maker {
    lang: Option<Lang>,
    number: u64,
    last: Option<Arc<Outputs>>,
    /// What the last plan that could be read is called, and where what stands in it.
    known: (String, Vec<Place>, Vec<Paragraph>),
}

impl Maker {
    pub fn new(lang: Option<Lang>) -> Self {
        Self { lang, number: 0, last: None, known: Default::default() }
    }

    /// What the page shows from now on.
    pub fn snapshot(&mut self, order: &Order, draft: Draft, changed: &[PathBuf]) -> Snapshot {
        self.number += 1;
        let mut told = told::told(&draft, &order.plan, self.lang);
        self.recall(&mut told);
        if let Draft::Made(made) = draft {
            // A first draft with errors is shown as far as it goes: better than an empty page.
            let is_sound = made.compiled.is_sound();
            if is_sound || (made.compiled.plan.title.is_some() && self.last.as_ref().is_none_or(|last| !last.is_sound))
            {
                self.last = Some(Arc::new(Outputs::new(self.number, is_sound, *made)));
            }
        }
        told.number = self.number;
        told.changed = changed.iter().map(|path| path.display().to_string()).collect();
        told.document = self.last.as_ref().map(|outputs| told::Document {
            number: outputs.number,
            is_current: outputs.is_sound && outputs.number == self.number,
            page: told::Page::of(outputs.profile()),
        });
        Snapshot { number: self.number, told: told.json(), outputs: self.last.clone() }
    }

    /// A plan that cannot be read now is still called what it was, and its document leads where it led.
    fn recall(&mut self, told: &mut Told) {
        if told.trouble.is_none() {
            self.known = (told.title.clone(), told.places.clone(), told.paragraphs.clone());
        } else {
            (told.title, told.places, told.paragraphs) = self.known.clone();
        }
    }
}

//! The document as a Word file (Office Open XML).
//!
//! Takes a [`Document`], works out what a word processor cannot (which marks its own numbering gives, where the columns
//! and signatures stand), and fills the parts of `stdlib/templates/word/`: faces, sizes and distances stand in
//! `styles.xml.jinja`, as the profile has them, so that an office changes them there, or in Word. Fonts are named, never
//! embedded. A figure is drawn in Word's own shapes.

mod bookmarks;
mod drawing;
mod marks;
mod measure;
mod package;
mod sheet;
mod wellformed;

use std::collections::BTreeMap;

use minijinja::Value;
use minijinja::value::Serde;
use serde::Serialize;

use self::bookmarks::Bookmarks;
use self::measure::Measure;
use self::package::{Part, packed, xml};
use self::sheet::{Sheet, sheets};
use super::foot::{Foot, foot};
use super::html::Head;
use super::{RenderError, Style};
use crate::document::{self, Document};
use crate::profile::Profile;

/// The parts of the file, and the template of each.
const PARTS: [(&str, &str); 17] = [
    ("[Content_Types].xml", "word/content-types.xml"),
    ("_rels/.rels", "word/package.rels"),
    ("docProps/app.xml", "word/app.xml"),
    ("docProps/core.xml", "word/core.xml.jinja"),
    ("word/_rels/document.xml.rels", "word/document.rels"),
    ("word/settings.xml", "word/settings.xml.jinja"),
    ("word/fontTable.xml", "word/fontTable.xml"),
    ("word/styles.xml", "word/styles.xml.jinja"),
    ("word/numbering.xml", "word/numbering.xml.jinja"),
    ("word/footer-first.xml", "word/footer-first.xml.jinja"),
    ("word/footer-odd.xml", "word/footer-odd.xml.jinja"),
    ("word/footer-even.xml", "word/footer-even.xml.jinja"),
    ("word/footer-wide-odd.xml", "word/footer-wide-odd.xml.jinja"),
    ("word/footer-wide-even.xml", "word/footer-wide-even.xml.jinja"),
    ("word/document.xml", "word/document.xml.jinja"),
    // No parts of their own: others are made of them.
    ("", "word/number.xml.jinja"),
    ("", "word/face.xml.jinja"),
];

/// Writes the document as a `.docx` file: the same document gives the same bytes.
pub fn word(document: &Document) -> Result<Vec<u8>, RenderError> {
    word_with(document, &Style::default())
}

/// The same in the style of an office.
pub fn word_with(document: &Document, style: &Style) -> Result<Vec<u8>, RenderError> {
    let templates = &style.templates;
    let is_filled = |name: &&str| name.ends_with(".jinja");
    let names: Vec<&'static str> = PARTS.iter().map(|(_, template)| *template).filter(is_filled).collect();
    let mut environment = templates.environment(&names)?;
    let bookmarks = Bookmarks::of(document);
    environment.add_filter("bookmark", move |anchor: &str| bookmarks.name(anchor));
    let data = Value::from(Serde(&Data::new(document, &style.profile)));
    let is_program = templates.are_own(&PARTS.map(|(_, template)| template));
    let parts = PARTS.iter().filter(|(name, _)| !name.is_empty()).map(|(name, template)| {
        let text = if is_filled(template) {
            templates.fill(&environment, template, &data)?
        } else {
            templates.text(template).to_owned()
        };
        if !is_program {
            wellformed::check(templates, name, template, &xml(&text))?;
        }
        Ok(Part { name, text })
    });
    packed(&parts.collect::<Result<Vec<_>, RenderError>>()?)
}

/// What the templates see.
#[derive(Serialize)]
struct Data<'a> {
    name: &'a str,
    /// The profile, line by line.
    profile: BTreeMap<String, String>,
    /// The same in the measures of Word.
    m: BTreeMap<&'static str, i64>,
    sheets: Vec<Sheet<'a>>,
    /// Whether any page turns on its side.
    turned: bool,
    /// Whether the first page has a head and a foot of its own.
    titled: bool,
    letterhead: Option<Letterhead<'a>>,
    imprint: Option<Foot<'a>>,
}

/// The head of a letter.
#[derive(Serialize)]
struct Letterhead<'a> {
    name: &'a str,
    half_points: u32,
    line: u32,
    /// From the edge of the paper.
    header: i64,
}

impl<'a> Data<'a> {
    fn new(document: &'a Document, profile: &Profile) -> Self {
        let measure = Measure::new(profile);
        let values = super::sheet::values(profile, document);
        let (mut sheets, turned) = sheets(document, profile);
        let imprint = foot(document, profile);
        if let Some(last) = sheets.last_mut().filter(|_| imprint.is_none()) {
            last.stay_turned();
        }
        let letterhead = letterhead(document, profile, measure);
        Self {
            name: &document.name,
            titled: letterhead.is_some() || values.get("number_first").is_some_and(|first| first == "0"),
            profile: values,
            m: measure.values(),
            sheets,
            turned,
            letterhead,
            imprint,
        }
    }
}

fn letterhead<'a>(document: &'a Document, profile: &Profile, measure: Measure) -> Option<Letterhead<'a>> {
    if super::sheet::head_form(profile, document) != "letter" {
        return None;
    }
    let part = document.parts.first()?;
    let document::Part::Notice(paper) = part else { return None };
    let size = Head::of(part, profile)?.size;
    // A fifth of the size is empty above the ink.
    let header = measure.twips(crate::profile::Key::HeadTop) - i64::from(size) * 4;
    Some(Letterhead { name: paper.head.first()?, half_points: size * 2, line: size * 25, header })
}

#[cfg(test)]
mod tests;

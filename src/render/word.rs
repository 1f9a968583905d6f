//! The document as a Word file (Office Open XML).
//!
//! Takes a [`Document`], works out what a word processor cannot (which marks its own numbering gives, where the columns
//! and signatures stand), and fills the parts of `stdlib/templates/word/`: faces, sizes and distances stand in
//! `styles.xml` alone, so that an office changes them there, or in Word. Fonts are named, never embedded. A figure is
//! its caption only.

mod bookmarks;
mod marks;
mod package;
mod sheet;

use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, UndefinedBehavior, Value};
use serde::Serialize;

use self::bookmarks::Bookmarks;
use self::package::{Part, packed};
use self::sheet::Sheet;
use super::RenderError;
use crate::document::{Document, Imprint};

/// The parts that say the same for every document.
const FIXED: [Part<&str>; 8] = [
    Part { name: "[Content_Types].xml", text: include_str!("../../stdlib/templates/word/content-types.xml") },
    Part { name: "_rels/.rels", text: include_str!("../../stdlib/templates/word/package.rels") },
    Part { name: "docProps/app.xml", text: include_str!("../../stdlib/templates/word/app.xml") },
    Part { name: "word/_rels/document.xml.rels", text: include_str!("../../stdlib/templates/word/document.rels") },
    Part { name: "word/settings.xml", text: include_str!("../../stdlib/templates/word/settings.xml") },
    Part { name: "word/fontTable.xml", text: include_str!("../../stdlib/templates/word/fontTable.xml") },
    Part { name: "word/footer-odd.xml", text: include_str!("../../stdlib/templates/word/footer-odd.xml") },
    Part { name: "word/footer-even.xml", text: include_str!("../../stdlib/templates/word/footer-even.xml") },
];

/// The face, size and place of every element.
const STYLES: Part<&str> =
    Part { name: "word/styles.xml", text: include_str!("../../stdlib/templates/word/styles.xml") };

/// The parts that hold the document.
const FILLED: [Part<&str>; 3] = [
    Part { name: "docProps/core.xml", text: include_str!("../../stdlib/templates/word/core.xml.jinja") },
    Part { name: "word/numbering.xml", text: include_str!("../../stdlib/templates/word/numbering.xml.jinja") },
    Part { name: "word/document.xml", text: include_str!("../../stdlib/templates/word/document.xml.jinja") },
];

/// Writes the document as a `.docx` file: the same document gives the same bytes.
pub fn word(document: &Document) -> Result<Vec<u8>, RenderError> {
    let environment = environment(Bookmarks::of(document))?;
    let data = Value::from(Serde(&Data::new(document)));
    let mut parts: Vec<Part<String>> = FIXED.iter().chain([&STYLES]).map(Part::owned).collect();
    for part in &FILLED {
        let text = environment.get_template(part.name)?.render(&data)?;
        parts.push(Part { name: part.name, text });
    }
    packed(&parts)
}

fn environment(bookmarks: Bookmarks) -> Result<Environment<'static>, RenderError> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    environment.add_filter("bookmark", move |anchor: &str| bookmarks.name(anchor));
    for part in &FILLED {
        environment.add_template(part.name, part.text)?;
    }
    Ok(environment)
}

/// What the templates see.
#[derive(Serialize)]
struct Data<'a> {
    name: &'a str,
    sheets: Vec<Sheet<'a>>,
    imprint: Option<&'a Imprint>,
}

impl<'a> Data<'a> {
    fn new(document: &'a Document) -> Self {
        Self {
            name: &document.name,
            sheets: document.parts.iter().map(Sheet::new).collect(),
            imprint: document.imprint.as_ref(),
        }
    }
}

#[cfg(test)]
mod tests;

//! The document as one HTML file that prints as an official paper.
//!
//! Takes a [`Document`], works out what the page needs beyond it (the size of the red head, how the signatures stand,
//! the table of contents), and fills the templates of `stdlib/templates/`. Where things stand is decided in
//! `document.css` alone. Every string of the document is escaped by the template engine; the one exception is the SVG
//! of a figure, which the graph renderer makes and escapes.

mod head;
mod signature;

use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, UndefinedBehavior, Value};
use serde::Serialize;

pub(super) use self::head::Head;
use self::head::narrow;
pub(super) use self::signature::Signature;
use super::RenderError;
use crate::document::{Block, Document, Imprint, Part, Title, measure};

const DOCUMENT: &str = include_str!("../../stdlib/templates/document.html.jinja");
const BLOCKS: &str = include_str!("../../stdlib/templates/blocks.html.jinja");
const CSS: &str = include_str!("../../stdlib/templates/document.css");

/// Writes the document as one self-contained HTML file: no network, no script, A4 when printed.
pub fn html(document: &Document) -> Result<String, RenderError> {
    let environment = environment()?;
    let page = environment.get_template("document.html")?.render(Value::from(Serde(&Page::new(document))))?;
    Ok(page)
}

fn environment() -> Result<Environment<'static>, RenderError> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    environment.add_filter("share", share);
    environment.add_template("blocks.html", BLOCKS)?;
    environment.add_template("document.html", DOCUMENT)?;
    Ok(environment)
}

/// `part` of `whole` in per cent with two decimals.
fn share(part: u64, whole: u64) -> String {
    let share = (part * 10_000).checked_div(whole).unwrap_or(0);
    format!("{}.{:02}", share / 100, share % 100)
}

/// What the outer template sees.
#[derive(Serialize)]
struct Page<'a> {
    name: &'a str,
    css: &'static str,
    contents: Vec<Entry<'a>>,
    sheets: Vec<Sheet<'a>>,
    imprint: Option<&'a Imprint>,
    imprint_rows: u32,
}

/// A line of the table of contents; level 0 is a part.
#[derive(Serialize)]
struct Entry<'a> {
    level: u8,
    anchor: String,
    mark: &'a str,
    text: &'a str,
}

/// A part with what its page needs beyond it.
#[derive(Serialize)]
struct Sheet<'a> {
    id: String,
    title_narrow: u32,
    head: Option<Head>,
    signature: Option<Signature<'a>>,
    part: &'a Part,
}

impl<'a> Page<'a> {
    fn new(document: &'a Document) -> Self {
        Self {
            name: &document.name,
            css: CSS,
            contents: document.parts.iter().enumerate().flat_map(|(index, part)| contents(index, part)).collect(),
            sheets: document.parts.iter().enumerate().map(|(index, part)| Sheet::new(index, part)).collect(),
            imprint: document.imprint.as_ref(),
            imprint_rows: document.imprint.as_ref().map_or(0, imprint_rows),
        }
    }
}

impl<'a> Sheet<'a> {
    fn new(index: usize, part: &'a Part) -> Self {
        let (title, _) = content(part);
        let (head, signature) = match part {
            Part::Notice(paper) => (Head::new(&paper.head), Signature::new(&paper.signatures, paper.date.as_deref())),
            Part::Plan(body) => (None, Signature::new(&body.signatures, body.date.as_deref())),
            Part::Attachment(_) => (None, None),
        };
        Self {
            id: sheet_id(index),
            title_narrow: narrow(title.lines.iter().map(|line| measure(line)).max().unwrap_or(0)),
            head,
            signature,
            part,
        }
    }
}

fn sheet_id(index: usize) -> String {
    format!("part-{}", index + 1)
}

fn content(part: &Part) -> (&Title, &[Block]) {
    match part {
        Part::Notice(notice) => (&notice.title, &notice.body),
        Part::Plan(body) => (&body.title, &body.body),
        Part::Attachment(attachment) => (&attachment.title, &attachment.body),
    }
}

/// The part and its headings of the first two levels.
fn contents(index: usize, part: &Part) -> Vec<Entry<'_>> {
    let (title, blocks) = content(part);
    let label = match part {
        Part::Attachment(attachment) => attachment.label.as_str(),
        Part::Notice(_) | Part::Plan(_) => "",
    };
    let mut entries = vec![Entry { level: 0, anchor: sheet_id(index), mark: label, text: &title.text }];
    for block in blocks {
        if let Block::Heading(heading) = block
            && heading.level <= 2
        {
            let text = heading.text.trim_end_matches('。');
            entries.push(Entry { level: heading.level, anchor: heading.anchor.clone(), mark: &heading.mark, text });
        }
    }
    entries
}

/// How many lines 版记 takes; too many by one is only a little white space, too few would run into the text.
fn imprint_rows(imprint: &Imprint) -> u32 {
    const CELLS: u32 = 26;
    let cc = imprint.cc.as_ref().map_or(0, |cc| (measure(cc) + 10).div_ceil(CELLS * 10));
    cc + 1
}

#[cfg(test)]
mod tests;

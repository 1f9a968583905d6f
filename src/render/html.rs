//! The document as one HTML file that prints as an official paper.
//!
//! Takes a [`Document`], works out what the page needs beyond it (the size of the red head, how the signatures stand,
//! the table of contents), and fills the templates of `stdlib/templates/`. Where things stand is decided in
//! `document.css` alone, on the sheet that `sheet.css.jinja` makes of the profile. Every string of the document is
//! escaped by the template engine; the exceptions are what [`kept`] wraps, which it escapes, the pieces of the text that
//! [`blocks`] writes into the room that the templates leave for them, and the SVG of a figure, which the graph renderer
//! makes and escapes.

mod blocks;
mod head;
mod kept;
mod signature;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{self, Write};

use minijinja::value::Serde;
use minijinja::{Value, context};
use serde::Serialize;

use self::blocks::Text;
pub(super) use self::head::Head;
use self::head::narrow;
pub(super) use self::signature::Signature;
use super::foot::{Foot, foot};
use super::{RenderError, Style, sheet};
use crate::document::{Block, Document, Part, Title, measure};
use crate::text;

/// What a page is made of; the first is the page, the last its sheet.
const TEMPLATES: [&str; 4] = ["document.html.jinja", "blocks.html.jinja", "heads.html.jinja", "sheet.css.jinja"];

/// Writes the document as one self-contained HTML file: no network, no script, A4 when printed.
pub fn html(document: &Document) -> Result<String, RenderError> {
    html_with(document, &Style::default())
}

/// The same in the style of an office.
pub fn html_with(document: &Document, style: &Style) -> Result<String, RenderError> {
    let page = page(document, style)?;
    let mut html = String::with_capacity(page.room());
    // Writing to a string cannot fail.
    let _ = page.put(&mut html, |_| Ok(()));
    Ok(html)
}

/// The same, yet to be written.
pub fn page<'a>(document: &'a Document, style: &Style) -> Result<HtmlPage<'a>, RenderError> {
    let [page, .., css] = TEMPLATES;
    let templates = &style.templates;
    let mut environment = templates.environment(&TEMPLATES)?;
    environment.add_filter("share", share);
    environment.add_filter("kept", kept::kept);
    let whole = Page::new(document, style);
    let data = Value::from(Serde(&whole));
    let css = templates.fill(&environment, css, &data)? + templates.text("document.css");
    let outer = templates.fill(&environment, page, &context! { css, ..data })?;
    let texts = whole.sheets.into_iter().filter_map(|sheet| sheet.text).collect::<Vec<_>>();
    if outer.matches(ROOM).count() != texts.len() {
        let message = text!(zh: "文件里有空字符（U+0000）", en: "the document holds a null character (U+0000)");
        return Err(RenderError::plain(message));
    }
    Ok(HtmlPage { outer, texts })
}

/// `part` of `whole` in per cent with two decimals.
fn share(part: u64, whole: u64) -> String {
    let share = (part * 10_000).checked_div(whole).unwrap_or(0);
    format!("{}.{:02}", share / 100, share % 100)
}

/// A page that is yet to be written: a long one need not lie in memory whole.
pub struct HtmlPage<'a> {
    /// All of it but the text of its parts.
    outer: String,
    /// What is put into its rooms, one after the other.
    texts: Vec<Text<'a>>,
}

/// Stands where the text of a part is put in. No text of a plan holds it, and no page may.
const ROOM: char = '\0';

/// What the outer template sees.
#[derive(Serialize)]
struct Page<'a> {
    name: &'a str,
    /// Empty while the sheet is made; the page has the sheet here.
    css: &'static str,
    profile: BTreeMap<String, String>,
    contents: Vec<Entry<'a>>,
    sheets: Vec<Sheet<'a>>,
    imprint: Option<Foot<'a>>,
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
    /// Whether the whole part lies on its side: an attachment with a wide table.
    wide: bool,
    /// Whether it ends on its side although it began upright.
    ends_turned: bool,
    /// Empty unless an office's templates are to be asked for them.
    blocks: Vec<Item<'a>>,
    /// What is put into the room that is left for it otherwise.
    #[serde(skip)]
    text: Option<Text<'a>>,
    /// The room for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    written: Option<Value>,
    signature: Option<Signature<'a>>,
    /// Without its blocks where there is room for them.
    part: Cow<'a, Part>,
}

/// A block, and where pages turn on their side for it.
#[derive(Serialize)]
struct Item<'a> {
    block: &'a Block,
    /// Whether upright pages end before it.
    opens: bool,
    /// Whether pages on their side end behind it.
    closes: bool,
}

impl HtmlPage<'_> {
    /// Writes the page.
    pub fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        const ENOUGH: usize = 64 << 10;
        let mut html = String::with_capacity(2 * ENOUGH);
        self.put(&mut html, |html| {
            if html.len() >= ENOUGH {
                out.write_all(html.as_bytes())?;
                html.clear();
            }
            Ok(())
        })?;
        out.write_all(html.as_bytes())
    }

    /// Writes the page to a string, which `taken` may empty after every piece.
    fn put(&self, html: &mut String, mut taken: impl FnMut(&mut String) -> io::Result<()>) -> io::Result<()> {
        let mut texts = self.texts.iter();
        for piece in self.outer.split(ROOM) {
            html.push_str(piece);
            if let Some(text) = texts.next() {
                text.put(html, &mut taken)?;
            }
        }
        Ok(())
    }

    /// About how many bytes it has, rather too many.
    fn room(&self) -> usize {
        self.outer.len() + self.texts.iter().map(Text::room).sum::<usize>()
    }
}

impl<'a> Page<'a> {
    fn new(document: &'a Document, style: &Style) -> Self {
        let imprint = foot(document, &style.profile);
        Self {
            name: &document.name,
            css: "",
            profile: sheet::values(&style.profile, document),
            contents: document.parts.iter().enumerate().flat_map(|(index, part)| contents(index, part)).collect(),
            sheets: document.parts.iter().enumerate().map(|(index, part)| Sheet::new(index, part, style)).collect(),
            imprint_rows: imprint.as_ref().map_or(0, imprint_rows),
            imprint,
        }
    }
}

impl<'a> Sheet<'a> {
    fn new(index: usize, part: &'a Part, style: &Style) -> Self {
        let (title, body) = content(part);
        let profile = &style.profile;
        let signature = match part {
            Part::Notice(paper) => Signature::new(&paper.signatures, paper.date.as_deref()),
            Part::Plan(body) => Signature::new(&body.signatures, body.date.as_deref()),
            Part::Attachment(_) => None,
        };
        let sheet::Lie { wide, turned, ends_turned } = sheet::Lie::of(profile, part, body);
        let is_own = style.templates.are_own(&TEMPLATES);
        let items = items(body, &turned);
        let title_of_figure = if let Part::Attachment(_) = part { title.text.as_str() } else { "" };
        let (text, blocks) = match is_own {
            true => (Some(Text { items, ends_turned, title: title_of_figure }), Vec::new()),
            false => (None, items),
        };
        Self {
            id: sheet_id(index),
            title_narrow: narrow(title.lines.iter().map(|line| measure(line)).max().unwrap_or(0)),
            head: Head::of(part, profile),
            wide,
            ends_turned,
            blocks,
            text,
            written: is_own.then(|| Value::from_safe_string(ROOM.to_string())),
            signature,
            part: if is_own { Cow::Owned(part.without_blocks()) } else { Cow::Borrowed(part) },
        }
    }
}

/// The blocks, and where those that are turned begin and end.
fn items<'a>(blocks: &'a [Block], turned: &[bool]) -> Vec<Item<'a>> {
    let is_turned = |at: usize| turned.get(at) == Some(&true);
    let item = |(at, block)| Item {
        block,
        opens: is_turned(at) && (at == 0 || !is_turned(at - 1)),
        closes: is_turned(at) && !is_turned(at + 1),
    };
    blocks.iter().enumerate().map(item).collect()
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
fn imprint_rows(imprint: &Foot) -> u32 {
    const CELLS: u32 = 26;
    let rows = |names: &str| (measure(names) + 10).div_ceil(CELLS * 10);
    imprint.to.into_iter().chain(imprint.cc).map(rows).sum::<u32>() + 1
}

#[cfg(test)]
mod tests;

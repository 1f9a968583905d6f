//! The pieces of a text as `blocks.html.jinja` writes them, without the engine of templates.
//!
//! The template says how they look, and an office may put its own in its place; the engine asks of every word what kind
//! of value it is, which is most of what a long page costs. Takes the blocks of a part, gives their HTML. A test holds
//! that both always agree.

use std::io;

use crate::document::{Align, Block, Column, Figure, Heading, Inline, Paragraph, Row, Table};

use super::kept::{escape, put_kept};
use super::{Item, share};

/// What ends a heading that is a sentence of its own: it does not hold on to what follows it.
const STOPS: [char; 4] = ['。', '；', '：', '，'];
/// What fills a cell for which there is nothing to say: it stands in the middle.
const NOTHING: [&str; 3] = ["—", "——", "/"];

/// The text of a part.
pub(super) struct Text<'a> {
    pub items: Vec<Item<'a>>,
    /// Whether the part ends on its side although it began upright.
    pub ends_turned: bool,
    /// The title of an attachment, which says what its only picture is.
    pub title: &'a str,
}

impl Text<'_> {
    /// Writes what the macro `blocks` writes; `taken` may take what is written after every block.
    pub fn put(&self, html: &mut String, mut taken: impl FnMut(&mut String) -> io::Result<()>) -> io::Result<()> {
        for (at, item) in self.items.iter().enumerate() {
            if item.opens {
                html.push_str("<div class=\"turned\">\n");
            }
            match item.block {
                Block::Heading(block) => heading(block, html),
                Block::Paragraph(block) => paragraph(block, html),
                Block::Table(block) => table(block, html),
                Block::Figure(block) => figure(block, self.title, html),
            }
            if item.closes {
                html.push_str("</div>\n");
                let is_last = at + 1 == self.items.len();
                // Upright pages that go on behind it are counted anew.
                html.push_str(if self.ends_turned && is_last { "" } else { "<div class=\"start again\"></div>\n" });
            }
            taken(html)?;
        }
        Ok(())
    }

    /// About how many bytes it takes, rather too many: room that is not used costs nothing, and to find more would be to
    /// copy all that is written.
    pub fn room(&self) -> usize {
        const TAGS: usize = 160;
        let words = |pieces: &[Inline]| pieces.iter().map(|piece| piece.words().len() * 3 / 2 + TAGS).sum::<usize>();
        let row = |row: &Row| match row {
            Row::Section { text } => text.len() + TAGS,
            Row::Cells { cells } => cells.iter().map(|cell| words(cell) + TAGS).sum(),
        };
        let block = |item: &Item| match item.block {
            Block::Heading(heading) => heading.text.len() * 3 / 2 + words(&heading.run_in),
            Block::Paragraph(paragraph) => words(&paragraph.inlines),
            Block::Table(table) => table.columns.len() * TAGS + table.rows.iter().map(row).sum::<usize>(),
            Block::Figure(figure) => figure.svg.len() + figure.caption.len(),
        };
        self.items.iter().map(|item| block(item) + 2 * TAGS).sum()
    }
}

fn heading(block: &Heading, html: &mut String) {
    let level = block.level;
    let is_sentence = block.text.is_empty() || block.text.ends_with(STOPS);
    if !block.run_in.is_empty() || is_sentence {
        put(html, &["<p class=\"text run-", &level.to_string(), "\" id=\""]);
        escape(&block.anchor, html);
        html.push_str("\"><strong>");
        escape(&block.mark, html);
        put_kept(&block.text, html);
        html.push_str("</strong>");
        inlines(&block.run_in, html);
        html.push_str("</p>\n");
    } else {
        let tag = format!("h{}", (u32::from(level) + 1).min(6));
        put(html, &["<", &tag, " id=\""]);
        escape(&block.anchor, html);
        html.push_str("\">");
        escape(&block.mark, html);
        put_kept(&block.text, html);
        put(html, &["</", &tag, ">\n"]);
    }
}

fn paragraph(block: &Paragraph, html: &mut String) {
    if let Some(label) = block.label.as_deref().filter(|label| !label.is_empty()) {
        html.push_str("<div class=\"roll\"><span>");
        escape(label, html);
        html.push_str("：</span><span>");
        inlines(&block.inlines, html);
        html.push_str("</span></div>\n");
        return;
    }
    put(html, &["<p class=\"", if block.is_signature { "signed" } else { "text" }, "\""]);
    if let Some(anchor) = block.anchor.as_deref().filter(|anchor| !anchor.is_empty()) {
        html.push_str(" id=\"");
        escape(anchor, html);
        html.push('"');
    }
    html.push('>');
    inlines(&block.inlines, html);
    html.push_str("</p>\n");
}

fn inlines(pieces: &[Inline], html: &mut String) {
    for piece in pieces {
        match piece {
            Inline::Text { text } => put_kept(text, html),
            Inline::Link { text, target } => {
                html.push_str("<a href=\"#");
                escape(target, html);
                html.push_str("\">");
                put_kept(text, html);
                html.push_str("</a>");
            }
        }
    }
}

fn table(block: &Table, html: &mut String) {
    for (class, words) in [("caption", &block.caption), ("unit", &block.unit)] {
        if let Some(words) = words.as_deref().filter(|words| !words.is_empty()) {
            put(html, &["<p class=\"", class, "\">"]);
            escape(words, html);
            html.push_str("</p>\n");
        }
    }
    let count = block.columns.len().to_string();
    put(html, &["<div class=\"scroll\"><table style=\"--columns: ", &count, "\">\n<colgroup>"]);
    let whole = block.columns.iter().map(|column| u64::from(column.weight)).sum();
    for column in &block.columns {
        put(html, &["<col style=\"width: ", &share(column.weight.into(), whole), "%\">"]);
    }
    html.push_str("</colgroup>\n<thead><tr>");
    for column in &block.columns {
        html.push_str("<th scope=\"col\">");
        escape(&column.title, html);
        html.push_str("</th>");
    }
    html.push_str("</tr></thead>\n<tbody>\n");
    for row in &block.rows {
        match row {
            Row::Section { text } => {
                put(html, &["<tr class=\"group\"><td class=\"section\" colspan=\"", &count, "\">"]);
                escape(text, html);
                html.push_str("</td></tr>\n");
            }
            Row::Cells { cells } => {
                html.push_str("<tr>");
                cells.iter().enumerate().for_each(|(at, cell)| put_cell(cell, block.columns.get(at), html));
                html.push_str("</tr>\n");
            }
        }
    }
    html.push_str("</tbody>\n</table></div>\n");
}

fn put_cell(cell: &[Inline], column: Option<&Column>, html: &mut String) {
    let is_nothing = matches!(cell, [only] if NOTHING.contains(&only.words()));
    let class = match column.map(|column| column.align) {
        _ if is_nothing => "center",
        Some(Align::Center) => "center",
        Some(Align::Right) => "right",
        Some(Align::Left) | None => "left",
    };
    put(html, &["<td class=\"", class, "\">"]);
    inlines(cell, html);
    html.push_str("</td>");
}

/// In an attachment the title says what the picture is.
fn figure(block: &Figure, title: &str, html: &mut String) {
    put(html, &["<figure class=\"figure\">", &block.svg]);
    if !block.caption.is_empty() && block.caption != title {
        html.push_str("<figcaption>");
        escape(&block.caption, html);
        html.push_str("</figcaption>");
    }
    html.push_str("</figure>\n");
}

fn put(html: &mut String, pieces: &[&str]) {
    pieces.iter().for_each(|piece| html.push_str(piece));
}

//! The document as Markdown (GFM).
//!
//! Takes a [`Document`] and gives text that reads well raw and shows nothing but its own words when it is rendered:
//! whatever in the plan's text Markdown would take for markup is escaped, and nothing else is. Markdown has no pictures
//! inside a text; a figure is a link to the one that is written beside it, or else its caption.

mod escape;

use std::collections::BTreeSet;

use self::escape::{anchor, cell, line, words};
use super::links::links;
use crate::document::{
    Align, Attachment, Block, Body, Document, Figure, Heading, Imprint, Inline, Notice, Paragraph, Part, Row, Table,
};

/// Writes the document as Markdown.
pub fn markdown(document: &Document) -> String {
    markdown_beside(document, &[])
}

/// The same beside pictures: the name of each, whose file is called `name.svg`.
pub fn markdown_beside(document: &Document, pictures: &[&str]) -> String {
    let mut writer = Writer { out: Vec::new(), targets: links(document).collect(), pictures };
    for (index, part) in document.parts.iter().enumerate() {
        if index > 0 {
            writer.push("---");
        }
        match part {
            Part::Notice(notice) => writer.notice(notice),
            Part::Plan(body) => writer.body(body),
            Part::Attachment(attachment) => writer.attachment(attachment),
        }
    }
    if let Some(imprint) = &document.imprint {
        writer.imprint(imprint);
    }
    let mut text = writer.out.join("\n\n");
    text.push('\n');
    text
}

/// Writes one table as Markdown.
pub fn markdown_table(table: &Table) -> String {
    let mut writer = Writer { out: Vec::new(), targets: BTreeSet::new(), pictures: &[] };
    writer.table(&unlinked(table));
    let mut text = writer.out.join("\n\n");
    text.push('\n');
    text
}

/// The table with plain words for links: alone, it has nothing they could lead to.
fn unlinked(table: &Table) -> Table {
    let mut table = table.clone();
    for row in &mut table.rows {
        if let Row::Cells { cells } = row {
            cells.iter_mut().flatten().for_each(|inline| *inline = Inline::text(inline.words()));
        }
    }
    table
}

/// What ends a sentence, or a heading that is one.
const STOPS: [char; 6] = ['。', '；', '：', '，', '！', '？'];
/// What ends a sentence that stands as an item; a heading may well be a question.
const SENTENCE: [char; 3] = ['。', '；', '：'];

/// Blocks, to be parted by empty lines.
struct Writer<'a> {
    out: Vec<String>,
    targets: BTreeSet<&'a str>,
    pictures: &'a [&'a str],
}

impl<'a> Writer<'a> {
    fn push(&mut self, block: impl Into<String>) {
        self.out.push(block.into());
    }

    /// A paragraph of its own, unless it is empty.
    fn paragraph(&mut self, text: &str) {
        if !text.trim().is_empty() {
            self.push(line(text));
        }
    }

    fn notice(&mut self, notice: &Notice) {
        if let Some(urgency) = &notice.urgency {
            self.paragraph(urgency);
        }
        if let Some(last) = notice.head.last() {
            let suffix = if last.ends_with("文件") { "" } else { "　文件" };
            self.paragraph(&format!("{}{suffix}", notice.head.join("　")));
        }
        let signers = (!notice.signers.is_empty()).then(|| format!("签发人：{}", notice.signers.join("　")));
        let line = notice.number.iter().cloned().chain(signers).collect::<Vec<_>>();
        self.paragraph(&line.join("　　"));
        self.push(heading(1, &notice.title.text));
        if let Some(addressees) = &notice.addressees {
            self.paragraph(&format!("{addressees}："));
        }
        self.blocks(&notice.body);
        self.enclosures(&notice.attachments);
        for signature in &notice.signatures {
            self.paragraph(signature);
        }
        if let Some(date) = &notice.date {
            self.paragraph(date);
        }
        if let Some(note) = &notice.note {
            self.paragraph(&format!("（{note}）"));
        }
    }

    fn enclosures(&mut self, names: &[String]) {
        match names {
            [] => {}
            [name] => self.paragraph(&format!("附件：{name}")),
            names => {
                self.push("附件：");
                let items: Vec<String> =
                    names.iter().enumerate().map(|(index, name)| format!("{}. {}", index + 1, line(name))).collect();
                self.push(items.join("\n"));
            }
        }
    }

    fn body(&mut self, body: &'a Body) {
        body.banner.iter().flat_map(|banner| banner.lines()).for_each(|line| self.paragraph(line));
        self.push(heading(1, &body.title.text));
        self.blocks(&body.body);
        self.enclosures(&body.attachments);
        body.signatures.iter().chain(&body.date).for_each(|line| self.paragraph(line));
    }

    fn attachment(&mut self, attachment: &'a Attachment) {
        self.paragraph(&attachment.label);
        self.push(heading(1, &attachment.title.text));
        self.blocks(&attachment.body);
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Heading(heading) => self.heading(heading),
                Block::Paragraph(paragraph) => self.text(paragraph),
                Block::Table(table) => self.table(table),
                Block::Figure(figure) => self.figure(figure),
            }
        }
    }

    fn heading(&mut self, block: &Heading) {
        let text = format!("{}{}", block.mark, block.text);
        let place = self.place(Some(&block.anchor));
        if block.run_in.is_empty() && block.text.ends_with(SENTENCE) {
            self.push(format!("{place}{}", line(&text)));
        } else if block.run_in.is_empty() {
            let level = usize::from(block.level).clamp(1, 5) + 1;
            let mut heading = heading(level, &text);
            heading.insert_str(level + 1, &place);
            self.push(heading);
        } else {
            let run = inlines(&block.run_in);
            self.push(format!("{place}{}{run}", strong(&text)));
        }
    }

    fn text(&mut self, paragraph: &Paragraph) {
        let label = paragraph.label.iter().map(|label| format!("**{}**：", words(label))).collect::<String>();
        let text = label + &inlines(&paragraph.inlines);
        if !text.trim().is_empty() {
            let place = self.place(paragraph.anchor.as_deref());
            let text = if paragraph.label.is_some() { text } else { escape::start(&text) };
            self.push(format!("{place}{text}"));
        }
    }

    /// A place to jump to, only where something leads to it.
    fn place(&self, name: Option<&str>) -> String {
        match name {
            Some(name) if self.targets.contains(name) => format!("<a id=\"{}\"></a>", anchor(name)),
            _ => String::new(),
        }
    }

    fn table(&mut self, table: &Table) {
        if let Some(caption) = &table.caption {
            self.paragraph(caption);
        }
        if let Some(unit) = &table.unit {
            self.paragraph(unit);
        }
        if table.columns.is_empty() {
            return;
        }
        let mut rows = vec![row(table.columns.iter().map(|column| cell(&column.title)))];
        rows.push(row(table.columns.iter().map(|column| rule(column.align).to_owned())));
        let empty = || std::iter::repeat_with(String::new);
        for line in &table.rows {
            rows.push(match line {
                Row::Cells { cells } => {
                    row(cells.iter().map(|cell| in_cell(cell)).chain(empty()).take(table.columns.len()))
                }
                Row::Section { text } => row(std::iter::once(section(text)).chain(empty()).take(table.columns.len())),
            });
        }
        self.push(rows.join("\n"));
    }

    /// The picture with its caption below it.
    fn figure(&mut self, figure: &Figure) {
        // The file beside it holds all its sheets.
        if figure.caption.is_empty() {
            return;
        }
        if self.pictures.contains(&figure.picture.as_str()) {
            self.push(format!("![{}]({}.svg)", words(&figure.caption), figure.picture));
        }
        self.paragraph(&format!("图：{}", figure.caption));
    }

    fn imprint(&mut self, imprint: &Imprint) {
        self.push("---");
        if let Some(cc) = &imprint.cc {
            self.paragraph(&format!("抄送：{cc}。"));
        }
        self.paragraph(&format!("{}　{}印发", imprint.organ, imprint.date));
    }
}

fn heading(level: usize, text: &str) -> String {
    format!("{} {}", "#".repeat(level), escape::heading(text))
}

/// Bold words. Their stop stays outside: `**甲。**乙` is not bold in Markdown, since the closing marks would stand
/// between a punctuation mark and a letter.
fn strong(text: &str) -> String {
    let bare = text.trim_end_matches(STOPS);
    let stop = &text[bare.len()..];
    if bare.is_empty() || stop.is_empty() { line(text) } else { format!("**{}**{}", words(bare), words(stop)) }
}

fn inlines(items: &[Inline]) -> String {
    items
        .iter()
        .map(|inline| match inline {
            Inline::Text { text } => words(text),
            Inline::Link { text, target } => format!("[{}](#{})", words(text), anchor(target)),
        })
        .collect()
}

fn in_cell(items: &[Inline]) -> String {
    inlines(items).replace('|', "\\|")
}

fn section(text: &str) -> String {
    let text = cell(text);
    if text.trim().is_empty() { String::new() } else { format!("**{}**", text.trim()) }
}

fn row(cells: impl Iterator<Item = String>) -> String {
    let mut row = String::from("|");
    for cell in cells {
        row.push(' ');
        row.push_str(cell.trim());
        row.push_str(" |");
    }
    row
}

fn rule(align: Align) -> &'static str {
    match align {
        Align::Left => ":---",
        Align::Center => ":---:",
        Align::Right => "---:",
    }
}

#[cfg(test)]
mod tests;

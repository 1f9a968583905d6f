//! Characters that must not reach a page.
//!
//! Takes a finished document or table, gives it without control characters and without signs that turn the direction of
//! writing: unseen, they could make a page read otherwise than its text. Line breaks stay.

use super::{Block, Body, Document, Inline, Notice, Part, Row, Table, Title};

/// The document without them.
pub(super) fn document(mut document: Document) -> Document {
    strip(&mut document.name);
    for part in &mut document.parts {
        match part {
            Part::Notice(paper) => notice(paper),
            Part::Plan(body) => {
                if let Some(banner) = &mut body.banner {
                    [&mut banner.name, &mut banner.issue, &mut banner.organ, &mut banner.date]
                        .into_iter()
                        .for_each(strip);
                }
                text(body);
            }
            Part::Attachment(attachment) => {
                strip(&mut attachment.label);
                title(&mut attachment.title);
                blocks(&mut attachment.body);
            }
        }
    }
    if let Some(imprint) = &mut document.imprint {
        strip(&mut imprint.organ);
        strip(&mut imprint.date);
        imprint.cc.iter_mut().for_each(strip);
    }
    document
}

/// The table without them.
pub(super) fn table(mut table: Table) -> Table {
    in_table(&mut table);
    table
}

/// A text without them.
pub fn without_unseen(text: &str) -> String {
    text.chars().filter(|sign| !is_unseen(*sign)).collect()
}

fn notice(paper: &mut Notice) {
    let lists = [&mut paper.head, &mut paper.signers, &mut paper.attachments, &mut paper.signatures];
    lists.into_iter().flatten().for_each(strip);
    let lines = [&mut paper.urgency, &mut paper.number, &mut paper.addressees, &mut paper.date, &mut paper.note];
    lines.into_iter().flatten().for_each(strip);
    title(&mut paper.title);
    blocks(&mut paper.body);
}

fn text(body: &mut Body) {
    title(&mut body.title);
    blocks(&mut body.body);
    body.attachments.iter_mut().chain(&mut body.signatures).chain(&mut body.date).for_each(strip);
}

fn title(title: &mut Title) {
    strip(&mut title.text);
    title.lines.iter_mut().for_each(strip);
}

fn blocks(blocks: &mut [Block]) {
    for block in blocks {
        match block {
            Block::Heading(heading) => {
                strip(&mut heading.mark);
                strip(&mut heading.text);
                inlines(&mut heading.run_in);
            }
            Block::Paragraph(paragraph) => {
                paragraph.label.iter_mut().for_each(strip);
                inlines(&mut paragraph.inlines);
            }
            Block::Table(table) => in_table(table),
            Block::Figure(figure) => strip(&mut figure.caption),
        }
    }
}

fn in_table(table: &mut Table) {
    table.caption.iter_mut().chain(&mut table.unit).for_each(strip);
    table.columns.iter_mut().for_each(|column| strip(&mut column.title));
    for row in &mut table.rows {
        match row {
            Row::Section { text } => strip(text),
            Row::Cells { cells } => cells.iter_mut().for_each(|cell| inlines(cell)),
        }
    }
}

fn inlines(inlines: &mut [Inline]) {
    for inline in inlines {
        match inline {
            Inline::Text { text } | Inline::Link { text, .. } => strip(text),
        }
    }
}

fn strip(text: &mut String) {
    // Nearly all texts have no byte that one could begin with, which is found out fastest without a way out.
    if text.bytes().fold(false, |found, byte| found | may_begin(byte)) && text.contains(is_unseen) {
        text.retain(|sign| !is_unseen(sign));
    }
}

/// Whether an unseen sign may begin with a byte.
fn may_begin(byte: u8) -> bool {
    byte < b' ' || matches!(byte, 0x7F | 0xC2 | 0xE2)
}

fn is_unseen(sign: char) -> bool {
    let is_control = sign.is_control() && sign != '\n';
    is_control || matches!(sign, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::super::{hostile, plain};
    use super::*;

    #[test]
    fn unseen_signs_begin_as_the_search_expects() {
        let begins = |sign: char| may_begin(sign.encode_utf8(&mut [0; 4]).as_bytes()[0]);
        assert!(('\0'..=char::MAX).filter(|sign| is_unseen(*sign)).all(begins));
    }

    #[test]
    fn nothing_unseen_stays_anywhere() {
        let clean = document(hostile::document("甲\u{202e}乙\u{7}丙\u{200b}丁\u{2069}戊\n己"));
        let printed = plain(&clean);
        assert!(!printed.contains(is_unseen), "{printed:?}");
        assert!(printed.contains("甲乙丙丁戊\n己"));
    }
}

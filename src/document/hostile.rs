//! For tests: a document every string of which is one and the same text.

use super::canvas::{Canvas, Held, Ink, Stroke, Words};
use super::{
    Align, Attachment, Banner, Block, Body, Column, Document, Figure, Heading, Holds, Imprint, Inline, Notice,
    Paragraph, Part, Row, Table, Title,
};

/// A document with every kind of part, block and piece, each saying `text`.
pub(crate) fn document(text: &str) -> Document {
    let word = || text.to_owned();
    let notice = Notice {
        head: vec![word(), word()],
        urgency: Some(word()),
        number: Some(word()),
        signers: vec![word(), word(), word()],
        title: title(text),
        addressees: Some(word()),
        body: blocks(text),
        attachments: vec![word(), word()],
        signatures: vec![word(), word()],
        date: Some(word()),
        note: Some(word()),
    };
    let banner = Some(Banner { name: word(), issue: word(), organ: word(), date: word() });
    let body = Body {
        banner,
        title: title(text),
        body: blocks(text),
        attachments: vec![word(), word()],
        signatures: vec![word()],
        date: Some(word()),
    };
    let attachment = Attachment { label: word(), title: title(text), body: blocks(text) };
    Document {
        name: word(),
        parts: vec![Part::Notice(notice), Part::Plan(body), Part::Attachment(attachment)],
        imprint: Some(Imprint { cc: Some(word()), organ: word(), date: word() }),
    }
}

fn title(text: &str) -> Title {
    Title { text: text.to_owned(), lines: vec![text.to_owned(), text.to_owned()] }
}

fn blocks(text: &str) -> Vec<Block> {
    let word = || text.to_owned();
    let pieces = || vec![Inline::text(text), Inline::Link { text: word(), target: word() }];
    let heading = |level, run_in| Block::Heading(Heading { level, mark: word(), text: word(), anchor: word(), run_in });
    let mut blocks: Vec<Block> = (1..=6).map(|level| heading(level, Vec::new())).collect();
    blocks.extend((1..=6).map(|level| heading(level, pieces())));
    for label in [None, Some(word())] {
        let paragraph = Paragraph { inlines: pieces(), anchor: Some(word()), is_signature: false, label };
        blocks.push(Block::Paragraph(paragraph));
    }
    blocks.push(Block::Table(Table {
        caption: Some(word()),
        unit: Some(word()),
        columns: [Align::Left, Align::Center, Align::Right]
            .map(|align| Column { title: word(), align, weight: 1, holds: Holds::Words })
            .to_vec(),
        rows: vec![Row::Section { text: word() }, Row::Cells { cells: vec![pieces(), pieces(), pieces()] }],
    }));
    let svg = "<svg></svg>".to_owned();
    blocks.push(Block::Figure(Figure { caption: word(), picture: word(), svg, sheet: Some(Box::new(canvas(text))) }));
    blocks
}

fn canvas(text: &str) -> Canvas {
    let word = || text.to_owned();
    let ink = Ink { colour: "000000".to_owned(), opacity: 50 };
    let words = Words { at: (9, 40), held: Held::Middle, width: 30, font: 12, bold: true, ink, text: word() };
    let marks = vec![Stroke::Words(words)];
    Canvas { width: 90, height: 60, title: word(), description: word(), marks }
}

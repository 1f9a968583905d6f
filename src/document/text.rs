//! A document as plain text, to be read line by line and held against an expected text.
//!
//! Takes a finished document or block, gives lines; adds nothing but what shows where a part begins.

use std::borrow::Cow;

use super::{Block, Document, Inline, Notice, Part, Row, Table};

/// The whole document as plain text.
pub fn plain(document: &Document) -> String {
    let mut lines = vec![format!("# {}", document.name)];
    for part in &document.parts {
        lines.push(String::new());
        match part {
            Part::Notice(paper) => notice(paper, &mut lines),
            Part::Plan(body) => {
                lines.extend(body.banner.iter().flat_map(|banner| banner.lines()).map(str::to_owned));
                lines.push(format!("〔方案〕{}", body.title.text));
                lines.extend(body.body.iter().map(Block::plain));
                lines.extend(enclosures(&body.attachments));
                lines.extend(body.signatures.iter().cloned().chain(body.date.clone()));
            }
            Part::Attachment(attachment) => {
                lines.push(format!("〔{}〕{}", attachment.label, attachment.title.text));
                lines.extend(attachment.body.iter().map(Block::plain));
            }
        }
    }
    if let Some(imprint) = &document.imprint {
        lines.push(String::new());
        lines.extend(imprint.cc.iter().map(|cc| format!("抄送：{cc}。")));
        lines.push(format!("{}　{}印发", imprint.organ, imprint.date));
    }
    lines.push(String::new());
    lines.join("\n")
}

/// `附件：1.…` and the others below it.
fn enclosures(names: &[String]) -> impl Iterator<Item = String> {
    names.iter().enumerate().map(|(index, name)| {
        let label = if index == 0 { "附件：" } else { "" };
        let number = if names.len() == 1 { String::new() } else { format!("{}.", index + 1) };
        format!("{label}{number}{name}")
    })
}

fn notice(notice: &Notice, lines: &mut Vec<String>) {
    lines.push(format!("〔通知〕{}", notice.head.join("　")));
    lines.extend(notice.urgency.clone());
    lines.extend(notice.number.clone());
    lines.extend((!notice.signers.is_empty()).then(|| format!("签发人：{}", notice.signers.join("　"))));
    lines.push(notice.title.text.clone());
    lines.extend(notice.addressees.iter().map(|to| format!("{to}：")));
    lines.extend(notice.body.iter().map(Block::plain));
    lines.extend(enclosures(&notice.attachments));
    lines.extend(notice.signatures.iter().cloned());
    lines.extend(notice.date.clone());
    lines.extend(notice.note.iter().map(|note| format!("（{note}）")));
}

impl Block {
    /// The block as plain text, a line for each row of a table.
    pub fn plain(&self) -> String {
        match self {
            Block::Heading(heading) => format!("{}{}{}", heading.mark, heading.text, words(&heading.run_in)),
            Block::Paragraph(paragraph) => {
                let label = paragraph.label.iter().map(|label| format!("{label}：")).collect::<String>();
                label + &words(&paragraph.inlines)
            }
            Block::Table(table) => table.plain(),
            Block::Figure(figure) => format!("〔图〕{}", figure.caption),
        }
    }
}

impl Table {
    /// The table as plain text, a line for each row.
    pub fn plain(&self) -> String {
        let mut lines: Vec<String> = self.caption.iter().map(|caption| format!("〔表〕{caption}")).collect();
        lines.extend(self.unit.clone());
        lines.push(self.columns.iter().map(|column| column.title.as_str()).collect::<Vec<_>>().join(" | "));
        for row in &self.rows {
            lines.push(match row {
                Row::Section { text } => format!("—— {text}"),
                Row::Cells { cells } => cells.iter().map(|cell| words(cell)).collect::<Vec<_>>().join(" | "),
            });
        }
        lines.join("\n")
    }
}

/// The words of some pieces, their links left out.
pub(super) fn words(inlines: &[Inline]) -> Cow<'_, str> {
    match inlines {
        [only] => Cow::Borrowed(only.words()),
        several => Cow::Owned(several.iter().map(Inline::words).collect()),
    }
}

//! 纪要: who was there stands below its text (GB/T 9704—2012, 10.3).
//!
//! Takes the blocks of minutes, marks the paragraphs that an author has begun with 出席：, 请假： or 列席：. Changes
//! nothing but that the label no longer stands among the words.

use super::{Block, Inline, Paragraph};

/// What a label begins with.
const ROLLS: [&str; 4] = ["出席", "列席", "请假", "缺席"];

/// The longest label: 列席人员.
const LONGEST: usize = 4;

/// Marks who was there.
pub(super) fn mark(blocks: &mut [Block]) {
    for block in blocks {
        if let Block::Paragraph(paragraph) = block {
            paragraph.label = label(paragraph);
        }
    }
}

fn label(paragraph: &mut Paragraph) -> Option<String> {
    let Some(Inline::Text { text }) = paragraph.inlines.first_mut() else { return None };
    let (label, names) = text.split_once('：')?;
    let label = label.trim().to_owned();
    if !ROLLS.iter().any(|roll| label.starts_with(roll)) || label.chars().count() > LONGEST {
        return None;
    }
    *text = names.trim_start().to_owned();
    Some(label)
}

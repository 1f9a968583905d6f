//! A part of the document with what its pages need beyond it, in twips (a twentieth of a point).

use serde::Serialize;

use super::marks::Marks;
use crate::document::{Block, Part, Table, measure};
use crate::render::html::{Head as Size, Signature};

/// One character of 三号 with the space after it.
const CELL: u32 = 316;
/// 28 characters: the width of 版心.
const WIDTH: u32 = 28 * CELL;
/// From the top of 版心 to the red head: 35 mm.
const ABOVE: u32 = 1_984;

/// A part of the document.
#[derive(Serialize)]
pub(super) struct Sheet<'a> {
    part: &'a Part,
    head: Option<Head>,
    signature: Option<Placed<'a>>,
    items: Vec<Item<'a>>,
}

/// A block.
#[derive(Serialize)]
struct Item<'a> {
    block: &'a Block,
    /// Whether Word numbers it.
    counted: bool,
    /// The columns of a table.
    widths: Vec<u32>,
}

/// The red head.
#[derive(Serialize)]
struct Head {
    half_points: u32,
    /// The height of one name.
    line: u32,
    /// What is empty above it.
    above: u32,
    /// How wide the names stand where there are several.
    names: u32,
    /// The room for 文件 at their right.
    paper: u32,
    suffix: Option<&'static str>,
}

/// The organs and the date, each centred on a place counted from the left edge of 版心.
#[derive(Serialize)]
struct Placed<'a> {
    rows: Vec<Vec<&'a str>>,
    centres: Vec<u32>,
    wide: bool,
}

impl<'a> Sheet<'a> {
    pub(super) fn new(part: &'a Part) -> Self {
        let (head, signature, blocks) = match part {
            Part::Notice(paper) => (head(&paper.head), placed(&paper.signatures, paper.date.as_deref()), &paper.body),
            Part::Plan(body) => (None, placed(&body.signatures, body.date.as_deref()), &body.body),
            Part::Attachment(attachment) => (None, None, &attachment.body),
        };
        let mut marks = Marks::default();
        let item = |block: &'a Block| Item {
            block,
            counted: matches!(block, Block::Heading(heading) if marks.counts(heading)),
            widths: match block {
                Block::Table(table) => widths(table),
                _ => Vec::new(),
            },
        };
        let items = blocks.iter().map(item).collect();
        Self { part, head, signature, items }
    }
}

/// 版心 shared out by the weights of the columns; the last takes what is left of the division.
fn widths(table: &Table) -> Vec<u32> {
    let whole = table.columns.iter().map(|column| u32::from(column.weight)).sum::<u32>().max(1);
    let mut widths: Vec<u32> = table.columns.iter().map(|column| WIDTH * u32::from(column.weight) / whole).collect();
    let rest = WIDTH - widths.iter().sum::<u32>().min(WIDTH);
    if let Some(last) = widths.last_mut() {
        *last += rest;
    }
    widths
}

fn head(organs: &[String]) -> Option<Head> {
    let Size { size, suffix, .. } = Size::new(organs)?;
    let widest = organs.iter().map(|name| measure(name)).max().unwrap_or(0);
    // A fifth of the size is empty above the ink of the first name.
    let above = ABOVE.saturating_sub(size * 4).max(20);
    let paper = if suffix.is_some() { size * 46 } else { 0 };
    // A fifth of a character more than the widest name, which no rounding then breaks.
    let names = (widest + 2) * size * 2;
    Some(Head { half_points: size * 2, line: size * 25, above, names, paper, suffix })
}

fn placed<'a>(organs: &'a [String], date: Option<&str>) -> Option<Placed<'a>> {
    let signature = Signature::new(organs, date)?;
    let date = date.map_or(80, measure);
    let last = WIDTH.saturating_sub(4 * CELL + cells(date) / 2);
    let columns = u32::try_from(signature.columns).unwrap_or(1);
    // The others share what the widest name of the last column leaves, each in the middle of its share.
    let widest = signature.rows.iter().filter_map(|row| row.last()).map(|name| measure(name)).max().unwrap_or(0);
    let share = last.saturating_sub(cells(widest.max(date)) / 2) / columns.saturating_sub(1).max(1);
    let others = (0..columns.saturating_sub(1)).map(|column| share * column + share / 2);
    let centres = others.chain([last]).collect();
    Some(Placed { centres, wide: signature.wide, rows: signature.rows })
}

/// Tenths of a character.
fn cells(tenths: u32) -> u32 {
    tenths * CELL / 10
}

//! A part of the document with what its pages need beyond it, in twips (a twentieth of a point).

use serde::Serialize;

use super::drawing::Drawings;
use super::marks::Marks;
use super::measure::Measure;
use crate::document::{Block, Document, Part, Table, measure};
use crate::profile::{Key, Profile};
use crate::render::html::{Head as Size, Signature};
use crate::render::sheet::{Lie, is_wide};

/// A part of the document.
#[derive(Serialize)]
pub(super) struct Sheet<'a> {
    part: &'a Part,
    head: Option<Head>,
    signers: Option<Signers<'a>>,
    signature: Option<Placed<'a>>,
    items: Vec<Item<'a>>,
    /// Whether the whole part lies on its side.
    pub wide: bool,
    /// Whether it ends on its side although it began upright.
    pub ends_turned: bool,
    #[serde(flatten)]
    turn: Turn,
}

/// A block.
#[derive(Serialize)]
struct Item<'a> {
    block: &'a Block,
    /// Whether Word numbers it.
    counted: bool,
    /// The columns of a table.
    widths: Vec<u32>,
    /// A figure, as XML.
    drawing: Option<String>,
    /// Whether it lies on its side.
    wide: bool,
    #[serde(flatten)]
    turn: Turn,
}

/// Where pages turn on their side and back: each time a section of Word ends.
#[derive(Clone, Copy, Default, Serialize)]
struct Turn {
    /// Whether upright pages end before it.
    opens: bool,
    /// Whether pages on their side end behind it.
    closes: bool,
    /// Whether those upright pages are the first of the document.
    first: bool,
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

/// 签发人 beside the number.
#[derive(Serialize)]
struct Signers<'a> {
    /// Two names a row.
    rows: Vec<&'a [String]>,
    /// Where the label, the first name and the second one begin.
    tabs: [u32; 3],
}

/// The organs and the date, each centred on a place counted from the left edge of 版心.
#[derive(Serialize)]
struct Placed<'a> {
    rows: Vec<Vec<&'a str>>,
    centres: Vec<u32>,
    wide: bool,
    is_short: bool,
    /// Where an organ without a seal begins that is shorter than its date.
    organ_at: u32,
    /// Where the date begins below it; no right edge, which the widths of digits would move.
    date_at: u32,
}

/// The parts of a document, and whether any page of it turns.
pub(super) fn sheets<'a>(document: &'a Document, profile: &Profile) -> (Vec<Sheet<'a>>, bool) {
    let mut drawings = Drawings::new(profile);
    let mut sheets: Vec<Sheet> = document.parts.iter().map(|part| Sheet::new(part, profile, &mut drawings)).collect();
    let wide: Vec<bool> = sheets.iter().map(|sheet| sheet.wide).collect();
    let mut turned = false;
    for (index, sheet) in sheets.iter_mut().enumerate() {
        sheet.turn = Turn::at(&wide, index, &mut turned);
        let wide: Vec<bool> = sheet.items.iter().map(|item| item.wide).collect();
        for (index, item) in sheet.items.iter_mut().enumerate() {
            item.turn = Turn::at(&wide, index, &mut turned);
        }
    }
    (sheets, turned)
}

impl Turn {
    fn at(wide: &[bool], index: usize, turned: &mut bool) -> Self {
        if !wide[index] {
            return Self::default();
        }
        let opens = index == 0 || !wide[index - 1];
        let first = opens && !*turned;
        *turned = true;
        Self { opens, closes: wide.get(index + 1) != Some(&true), first }
    }
}

impl<'a> Sheet<'a> {
    /// Leaves the last page of the document on its side.
    pub fn stay_turned(&mut self) {
        if let Some(item) = self.items.last_mut().filter(|_| self.ends_turned) {
            item.turn.closes = false;
        }
    }

    fn new(part: &'a Part, profile: &Profile, drawings: &mut Drawings) -> Self {
        let place = Place::new(profile);
        let (signature, blocks) = match part {
            Part::Notice(paper) => (place.signature(&paper.signatures, paper.date.as_deref()), &paper.body),
            Part::Plan(body) => (place.signature(&body.signatures, body.date.as_deref()), &body.body),
            Part::Attachment(attachment) => (None, &attachment.body),
        };
        let Lie { wide, turned, ends_turned } = Lie::of(profile, part, blocks);
        let mut marks = Marks::default();
        let mut item = |(at, block): (usize, &'a Block)| Item {
            block,
            counted: matches!(block, Block::Heading(heading) if marks.counts(heading)),
            widths: match block {
                Block::Table(table) if is_wide(profile, table) => widths(table, place.turned),
                Block::Table(table) => widths(table, if wide { place.turned } else { place.width }),
                _ => Vec::new(),
            },
            drawing: match block {
                Block::Figure(figure) => {
                    drawings.of(figure, wide || turned[at], at == 0 && matches!(part, Part::Attachment(_)))
                }
                _ => None,
            },
            wide: turned[at],
            turn: Turn::default(),
        };
        let items = blocks.iter().enumerate().map(&mut item).collect();
        let signers = match part {
            Part::Notice(paper) => place.signers(&paper.signers),
            _ => None,
        };
        Self {
            part,
            head: place.head(part, profile),
            signers,
            signature,
            items,
            wide,
            ends_turned,
            turn: Turn::default(),
        }
    }
}

/// The width shared out by the weights of the columns; the last takes what is left of the division.
fn widths(table: &Table, width: u32) -> Vec<u32> {
    let whole = table.columns.iter().map(|column| u32::from(column.weight)).sum::<u32>().max(1);
    let mut widths: Vec<u32> = table.columns.iter().map(|column| width * u32::from(column.weight) / whole).collect();
    let rest = width - widths.iter().sum::<u32>().min(width);
    if let Some(last) = widths.last_mut() {
        *last += rest;
    }
    widths
}

/// The sheet that things are placed on.
struct Place {
    /// A character.
    cell: u32,
    /// A line.
    width: u32,
    /// A line of a page on its side.
    turned: u32,
    /// From the top of 版心 to the head.
    above: u32,
}

impl Place {
    fn new(profile: &Profile) -> Self {
        let measure = Measure::new(profile);
        let of = |length: i64| u32::try_from(length).unwrap_or(0);
        Self {
            cell: of(measure.cell()),
            width: of(measure.width()),
            turned: of(measure.twips(Key::PageHeight)),
            above: of(measure.twips(Key::HeadTop)),
        }
    }

    fn head(&self, part: &Part, profile: &Profile) -> Option<Head> {
        let Size { size, suffix, .. } = Size::of(part, profile)?;
        let names = match part {
            Part::Notice(paper) => paper.head.as_slice(),
            _ => &[],
        };
        let widest = names.iter().map(|name| measure(name)).max().unwrap_or(0);
        // A fifth of the size is empty above the ink of the first name.
        let above = self.above.saturating_sub(size * 4).max(20);
        let paper = if suffix.is_some() { size * 46 } else { 0 };
        // A fifth of a character more than the widest name, which no rounding then breaks.
        let names = (widest + 2) * size * 2;
        Some(Head { half_points: size * 2, line: size * 25, above, names, paper, suffix })
    }

    fn signers<'a>(&self, names: &'a [String]) -> Option<Signers<'a>> {
        let rows: Vec<&[String]> = names.chunks(2).collect();
        let widest = |at: usize| rows.iter().filter_map(|row| row.get(at)).map(|name| measure(name)).max();
        let (first, second) = (widest(0)?, widest(1));
        // One character in from the right, one between two names, four for the label.
        let second_at = self.width.saturating_sub(self.cells(second.unwrap_or(0) + 10));
        let first_at = second_at.saturating_sub(self.cells(first + if second.is_some() { 10 } else { 0 }));
        Some(Signers { rows, tabs: [first_at.saturating_sub(self.cells(40)), first_at, second_at] })
    }

    fn signature<'a>(&self, organs: &'a [String], date: Option<&str>) -> Option<Placed<'a>> {
        let signature = Signature::new(organs, date)?;
        let date = date.map_or(80, measure);
        let last = self.width.saturating_sub(4 * self.cell + self.cells(date) / 2);
        let columns = u32::try_from(signature.columns).unwrap_or(1);
        // The others share what the widest name of the last column leaves, each in the middle of its share.
        let widest = signature.rows.iter().filter_map(|row| row.last()).map(|name| measure(name)).max().unwrap_or(0);
        let share = last.saturating_sub(self.cells(widest.max(date)) / 2) / columns.saturating_sub(1).max(1);
        let others = (0..columns.saturating_sub(1)).map(|column| share * column + share / 2);
        let centres = others.chain([last]).collect();
        let organ = organs.last().map_or(0, |name| measure(name));
        Some(Placed {
            centres,
            wide: signature.wide,
            is_short: signature.is_short,
            organ_at: self.width.saturating_sub(self.cells(date + 40)),
            date_at: self.width.saturating_sub(self.cells(if signature.is_short { date + 20 } else { organ })),
            rows: signature.rows,
        })
    }

    /// Tenths of a character.
    fn cells(&self, tenths: u32) -> u32 {
        tenths * self.cell / 10
    }
}

//! The sheet of a profile as the templates see it: every line by name, and what follows from them.
//!
//! Lengths are whole thousandths throughout; what is printed of them has as many decimals as it needs.

use std::collections::BTreeMap;

use crate::document::{Block, Canvas, Document, Part, Table};
use crate::profile::{Key, Kind, Profile};

/// A4.
const PAPER: (u32, u32) = (210_000, 297_000);
/// By how many pixels the first page of a letter begins above the others, so that its head has room.
const LETTER_RISE: u32 = 57;

/// Every line of the profile, printed, by `table_name`, and what is reckoned from them.
pub(super) fn values(profile: &Profile, document: &Document) -> BTreeMap<String, String> {
    let mut values = BTreeMap::new();
    for key in Key::ALL {
        let name = format!("{}_{}", key.table(), key.name().replace('-', "_"));
        values.insert(name, printed(profile, *key));
    }
    let number = |key| profile.number(key);
    let right = PAPER.0.saturating_sub(number(Key::PageLeft) + number(Key::PageWidth));
    let bottom = PAPER.1.saturating_sub(number(Key::PageTop) + number(Key::PageHeight));
    let laid = laid_out(number(Key::PageHeight));
    let rule = number(Key::HeadRule);
    let (thick, thin) = (rule * 7 / 4, rule / 2);
    let mut put = |name: &str, value: String| values.insert(name.to_owned(), value);
    put("page_right", decimal(right.into()));
    put("page_bottom", decimal(bottom.into()));
    put("page_laid", laid.to_string());
    // A pixel is 25.4 mm / 96.
    put("page_rest", decimal((i64::from(laid) * 25_400 - i64::from(number(Key::PageHeight)) * 96) / 96));
    put("text_track", decimal(profile.squeeze()));
    put("letter_rise", LETTER_RISE.to_string());
    put("letter_thick", decimal(thick.into()));
    put("letter_thin", decimal(thin.into()));
    put("letter_lower", decimal((thick + 500).into()));
    put("letter_double", decimal((thick + 500 + thin).into()));
    put("head_form", head_form(profile, document).to_owned());
    values
}

/// The form of the head: a letter is one only if it begins with the paper that is sent.
pub(super) fn head_form<'p>(profile: &'p Profile, document: &Document) -> &'p str {
    match profile.words(Key::HeadForm) {
        "letter" if !matches!(document.parts.first(), Some(Part::Notice(_))) => "none",
        form => form,
    }
}

/// Whether a table has more columns than have room side by side on the upright paper.
pub(super) fn is_wide(profile: &Profile, table: &Table) -> bool {
    let columns = u32::try_from(table.columns.len()).unwrap_or(u32::MAX);
    columns.saturating_mul(profile.number(Key::TableColumn)) > profile.number(Key::PageWidth)
}

/// Whether a block prints on a page on its side: a wide table, and a picture the words of which could not be read on an
/// upright page.
fn is_turned(profile: &Profile, block: &Block) -> bool {
    match block {
        Block::Table(table) => is_wide(profile, table),
        Block::Figure(figure) => figure.sheet.as_ref().is_some_and(|sheet| {
            let share = |turned| Room::of(profile, turned, true).share(sheet);
            share(false) < READABLE && share(true) * 4 > share(false) * 5
        }),
        _ => false,
    }
}

/// Thousandths of a millimetre to which a pixel may shrink: letters of twelve are then five points high.
const READABLE: i64 = 147;
/// What a page keeps for the caption of a picture and the line above it.
const CAPTION: u32 = 20_000;
/// And for the title of the attachment that it begins.
const TITLE: u32 = 36_000;
/// A pixel of 1/96 inch: no picture is printed larger than it is on a screen.
const PIXEL: i64 = 264;

/// What a page has for a picture, in thousandths of a millimetre.
#[derive(Clone, Copy)]
pub(super) struct Room {
    pub width: u32,
    pub height: u32,
}

impl Room {
    /// On an upright page, or one on its side, perhaps below a title.
    pub(super) fn of(profile: &Profile, turned: bool, is_first: bool) -> Self {
        let (width, height) = (profile.number(Key::PageWidth), profile.number(Key::PageHeight));
        let (width, height) = if turned { (height, width) } else { (width, height) };
        Self { width, height: height.saturating_sub(CAPTION + if is_first { TITLE } else { 0 }) }
    }

    /// The size of a pixel of a picture that fits.
    pub(super) fn share(self, sheet: &Canvas) -> i64 {
        let share = |room: u32, size: i32| i64::from(room) / i64::from(size.max(1));
        share(self.width, sheet.width).min(share(self.height, sheet.height)).clamp(1, PIXEL)
    }
}

/// How the pages of a part lie.
pub(super) struct Lie {
    /// Whether the whole part lies on its side: an attachment with a wide table, or all the sheets of whose pictures do.
    pub wide: bool,
    /// Which of its blocks do, in a part that stands upright.
    pub turned: Vec<bool>,
    /// Whether it ends on its side although it began upright.
    pub ends_turned: bool,
}

impl Lie {
    /// How the pages of a part with these blocks lie.
    pub(super) fn of(profile: &Profile, part: &Part, blocks: &[Block]) -> Self {
        let is_attachment = matches!(part, Part::Attachment(_));
        let is_gallery = blocks.iter().all(|block| matches!(block, Block::Figure(_)));
        let is_turned = |block: &Block| is_turned(profile, block);
        let all = !blocks.is_empty() && blocks.iter().all(is_turned);
        let wide = is_attachment && if is_gallery { all } else { blocks.iter().any(is_turned) };
        if wide {
            return Self { wide, turned: vec![false; blocks.len()], ends_turned: false };
        }
        let mut turned = turned(profile, blocks);
        // The first sheet stays below the title.
        if let Some(first) = turned.first_mut().filter(|_| is_attachment && is_gallery) {
            *first = false;
        }
        let ends_turned = is_attachment && turned.last() == Some(&true);
        Self { wide, turned, ends_turned }
    }
}

/// Which blocks of a text lie on their side: wide tables and pictures, and the headings that stand right above one, which would
/// otherwise end the upright page before it.
fn turned(profile: &Profile, blocks: &[Block]) -> Vec<bool> {
    let mut turned = vec![false; blocks.len()];
    for (at, block) in blocks.iter().enumerate().rev() {
        let is_below = turned.get(at + 1) == Some(&true);
        turned[at] = match block {
            Block::Table(_) | Block::Figure(_) => is_turned(profile, block),
            // The title of the part needs something below it on its own page.
            Block::Heading(heading) => at > 0 && is_below && heading.run_in.is_empty(),
            _ => false,
        };
    }
    turned
}

/// How many pixels high Chromium lays a page out.
fn laid_out(height: u32) -> u32 {
    (height * 96).div_ceil(25_400)
}

fn printed(profile: &Profile, key: Key) -> String {
    match key.kind() {
        Kind::Millimetres(..) | Kind::Points(..) => decimal(profile.number(key).into()),
        Kind::Count(..) | Kind::Switch => profile.number(key).to_string(),
        Kind::Word(_) | Kind::Face | Kind::Colour | Kind::Words => profile.words(key).to_owned(),
    }
}

/// Thousandths as a decimal without idle noughts.
fn decimal(thousandths: i64) -> String {
    let sign = if thousandths < 0 { "-" } else { "" };
    let number = format!("{sign}{}.{:03}", thousandths.abs() / 1_000, thousandths.abs() % 1_000);
    number.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::{Lie, decimal, laid_out};
    use crate::document::{Attachment, Block, Canvas, Figure, Part, break_title};
    use crate::profile::Profile;

    /// Whether a picture with sheets of these sizes turns, which of its sheets do, and whether it ends on its side.
    fn lie(sizes: &[(i32, i32)]) -> (bool, Vec<bool>, bool) {
        let sheet = |&(width, height): &(i32, i32)| {
            let (title, description) = (String::new(), String::new());
            let sheet = Some(Box::new(Canvas { width, height, title, description, marks: Vec::new() }));
            Block::Figure(Figure { caption: String::new(), picture: String::new(), svg: String::new(), sheet })
        };
        let body: Vec<Block> = sizes.iter().map(sheet).collect();
        let (label, title) = ("附件".to_owned(), break_title("责任关系图"));
        let part = Part::Attachment(Attachment { label, title, body: body.clone() });
        let Lie { wide, turned, ends_turned } = Lie::of(Profile::standard(), &part, &body);
        (wide, turned, ends_turned)
    }

    #[test]
    fn each_sheet_of_a_picture_lies_as_it_needs() {
        const TALL: (i32, i32) = (1_000, 1_300);
        const WIDE: (i32, i32) = (1_480, 560);
        assert_eq!(lie(&[TALL, WIDE]), (false, vec![false, true], true));
        assert_eq!(lie(&[TALL, WIDE, TALL]), (false, vec![false, true, false], false));
        assert_eq!(lie(&[WIDE, TALL]), (false, vec![false, false], false), "the first stays below its title");
        assert_eq!(lie(&[WIDE, WIDE]), (true, vec![false, false], false));
    }

    #[test]
    fn decimals_are_short() {
        assert_eq!([28_950, -210, 37_000, 0, 606].map(decimal), ["28.95", "-0.21", "37", "0", "0.606"]);
        assert_eq!(laid_out(225_000), 851);
    }
}

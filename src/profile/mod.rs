//! The sheet a document is laid out on: edges, grid, faces, sizes, and what form head, signature and imprint have.
//!
//! A profile is a TOML file, `stdlib/profiles/standard.toml` the one that has every line; a file says what it rests on
//! and holds what is otherwise there. Takes the text of such a file, gives a [`Profile`] or what is wrong with it, with
//! the bytes where it stands. Never reads a file, and has no words for people.

mod key;
mod shape;

use std::ops::Range;
use std::sync::LazyLock;

pub use self::key::{Key, Kind};
use self::shape::{BASE, Line, Raw, Written};

/// The profiles of the program: name and text, the one that has every line first.
pub const OWN: [(&str, &str); 4] = [
    ("standard", include_str!("../../stdlib/profiles/standard.toml")),
    ("letter", include_str!("../../stdlib/profiles/letter.toml")),
    ("order", include_str!("../../stdlib/profiles/order.toml")),
    ("plain", include_str!("../../stdlib/profiles/plain.toml")),
];

/// A sheet with a value for every line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile(Vec<Value>);

/// A value: a length in thousandths, a count, a switch as 0 or 1; or words.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Value {
    Number(u32),
    Words(String),
}

/// Something wrong in a profile file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The bytes it stands at.
    pub range: Range<usize>,
    /// What it is.
    pub kind: FaultKind,
}

/// What can be wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// It is no TOML, in the library's words.
    NoToml(String),
    /// A table or line that there is not, and those there are.
    Unknown(String, Vec<&'static str>),
    /// A value that its line cannot have.
    Value(Key),
    /// 版心 does not fit on the paper with these margins.
    Paper,
    /// So many characters of this size do not fit into a line, or leave gaps in it.
    Crowded,
    /// The lines are closer than the characters are high.
    Overlap(Key),
}

/// What a file rests on, and where it says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Base {
    /// A name or a path.
    pub name: String,
    /// Where it is written.
    pub range: Range<usize>,
}

static STANDARD_PROFILE: LazyLock<Profile> = LazyLock::new(|| {
    let empty = Key::ALL.iter().map(|_| Value::Number(0)).collect();
    Profile(empty).with(OWN[0].1).0
});

impl Default for Profile {
    fn default() -> Self {
        Self::standard().clone()
    }
}

impl Profile {
    /// The sheet of the standard.
    pub fn standard() -> &'static Profile {
        &STANDARD_PROFILE
    }

    /// A profile of the program.
    pub fn own(name: &str) -> Option<Profile> {
        let (_, text) = OWN.iter().find(|(own, _)| *own == name)?;
        Some(Self::standard().with(text).0)
    }

    /// What a file rests on; nothing where it says nothing or is no TOML.
    pub fn base(text: &str) -> Option<Base> {
        let (name, range) = shape::read(text).ok()?.base?;
        Some(Base { name, range })
    }

    /// The profile with the lines of a file in the place of its own, and what is wrong with that file.
    pub fn with(&self, text: &str) -> (Profile, Vec<Fault>) {
        let mut profile = self.clone();
        let written = match shape::read(text) {
            Ok(written) => written,
            Err((range, reason)) => return (profile, vec![Fault { range, kind: FaultKind::NoToml(reason) }]),
        };
        let mut faults = unknown_tables(&written);
        for line in &written.lines {
            faults.extend(profile.put(line));
        }
        if faults.is_empty() {
            faults.extend(profile.disagreement().map(|(keys, kind)| Fault { range: place(&written, keys), kind }));
        }
        (profile, faults)
    }

    /// A length in thousandths of its unit, a count, a switch.
    pub fn number(&self, key: Key) -> u32 {
        match self.0.get(key as usize) {
            Some(Value::Number(number)) => *number,
            _ => 0,
        }
    }

    /// A word, a face, a colour.
    pub fn words(&self, key: Key) -> &str {
        match self.0.get(key as usize) {
            Some(Value::Words(words)) => words,
            _ => "",
        }
    }

    /// A switch.
    pub fn is_on(&self, key: Key) -> bool {
        self.number(key) == 1
    }

    /// What is taken from between two characters so that a line holds its number of them, in thousandths of a point,
    /// rounded so that they fit.
    pub fn squeeze(&self) -> i64 {
        let width = i64::from(self.number(Key::PageWidth)) * 72 * 10 / 254;
        let cell = width / i64::from(self.number(Key::TextCharacters).max(1));
        (cell - i64::from(self.number(Key::TextSize))).div_euclid(10) * 10
    }

    /// Takes a line over, or tells what is wrong with it; what stands in no table is told once for the table.
    fn put(&mut self, line: &Line) -> Option<Fault> {
        let of_table: Vec<Key> = Key::ALL.iter().filter(|key| key.table() == line.table).copied().collect();
        let Some(key) = of_table.iter().find(|key| key.name() == line.name) else {
            let names: Vec<&'static str> = of_table.iter().map(|key| key.name()).collect();
            let kind = FaultKind::Unknown(line.name.clone(), names);
            return (!of_table.is_empty()).then(|| Fault { range: line.name_at.clone(), kind });
        };
        match value(key.kind(), &line.value) {
            Some(value) => {
                self.0[*key as usize] = value;
                None
            }
            None => Some(Fault { range: line.value_at.clone(), kind: FaultKind::Value(*key) }),
        }
    }

    /// Values that cannot stand together: the lines that say them, the closest to blame first.
    fn disagreement(&self) -> Option<(&'static [Key], FaultKind)> {
        const SIDES: [(&[Key], u32, u32); 2] =
            [(&[Key::PageWidth, Key::PageLeft], 210_000, 5_000), (&[Key::PageHeight, Key::PageTop], 297_000, 10_000)];
        for (keys, paper, least) in SIDES {
            if keys.iter().map(|key| self.number(*key)).sum::<u32>() + least > paper {
                return Some((keys, FaultKind::Paper));
            }
        }
        let size = i64::from(self.number(Key::TextSize));
        if !(-size / 20..=size / 5).contains(&self.squeeze()) {
            return Some((&[Key::TextCharacters, Key::TextSize, Key::PageWidth], FaultKind::Crowded));
        }
        const LINES: [[Key; 2]; 3] =
            [[Key::TextLine, Key::TextSize], [Key::TitleLine, Key::TitleSize], [Key::TableLine, Key::TableSize]];
        let close = LINES.iter().find(|[line, size]| self.number(*line) < self.number(*size));
        close.map(|pair| (&pair[..], FaultKind::Overlap(pair[0])))
    }
}

fn unknown_tables(written: &Written) -> Vec<Fault> {
    let mut tables: Vec<&'static str> = Key::ALL.iter().map(|key| key.table()).collect();
    tables.dedup();
    let is_known = |name: &str| tables.contains(&name);
    let unknown = written.tables.iter().filter(|(name, _)| !is_known(name));
    let names = || [BASE].into_iter().chain(tables.iter().copied()).collect();
    unknown
        .map(|(name, range)| Fault { range: range.clone(), kind: FaultKind::Unknown(name.clone(), names()) })
        .collect()
}

/// Where a file says the first of these that it says.
fn place(written: &Written, keys: &[Key]) -> Range<usize> {
    let of = |key: &Key| written.lines.iter().find(|line| line.table == key.table() && line.name == key.name());
    keys.iter().find_map(of).map_or(0..0, |line| line.value_at.clone())
}

fn value(kind: Kind, raw: &Raw) -> Option<Value> {
    let words = |words: &str| Some(Value::Words(words.to_owned()));
    match (kind, raw) {
        (Kind::Millimetres(least, most) | Kind::Points(least, most), Raw::Number(Some(number))) => {
            (least..=most).contains(number).then_some(Value::Number(*number))
        }
        (Kind::Count(least, most), Raw::Number(Some(number))) => {
            let count = number / 1_000;
            (number % 1_000 == 0 && (least..=most).contains(&count)).then_some(Value::Number(count))
        }
        (Kind::Switch, Raw::Switch(switch)) => Some(Value::Number(u32::from(*switch))),
        (Kind::Word(known), Raw::Words(word)) if known.contains(&word.as_str()) => words(word),
        (Kind::Face, Raw::Words(face)) if is_face(face) => words(face),
        (Kind::Colour, Raw::Words(colour)) if is_colour(colour) => words(colour),
        (Kind::Words, Raw::Words(said)) if said.chars().count() <= 20 => words(said),
        _ => None,
    }
}

/// A face is called by letters, digits, spaces and `_-.`: it goes into a style sheet.
fn is_face(face: &str) -> bool {
    let is_sign = |sign: char| sign.is_alphanumeric() || " _-.".contains(sign);
    !face.trim().is_empty() && face.chars().count() <= 60 && face.chars().all(is_sign)
}

fn is_colour(colour: &str) -> bool {
    let digits = colour.strip_prefix('#').unwrap_or_default();
    digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_standard_has_every_line_and_no_fault() {
        let written = shape::read(OWN[0].1).ok().unwrap();
        assert_eq!(written.lines.len(), Key::ALL.len());
        for (name, text) in OWN {
            assert_eq!(Profile::standard().with(text).1, [], "{name}");
        }
    }

    #[test]
    fn the_squeeze_is_that_of_office_practice() {
        assert_eq!(Profile::standard().squeeze(), -210);
    }
}

//! A profile in the measures of Word: twips (a twentieth of a point), half points, eighths.

use std::collections::BTreeMap;

use crate::profile::{Key, Kind, Profile};

/// The paper.
const PAPER: (i64, i64) = (11_906, 16_838);

/// 170 mm: the double rules of a letter.
const RULE: i64 = 9_638;

/// From the edge of the paper to the foot of a letter, the lower rules of which stand 20 mm above it.
const LETTER_FOOT: i64 = 1_134 - 60;

/// How the sheet measures in Word.
#[derive(Clone, Copy)]
pub(super) struct Measure<'p> {
    profile: &'p Profile,
}

impl<'p> Measure<'p> {
    pub(super) fn new(profile: &'p Profile) -> Self {
        Self { profile }
    }

    /// A length of the profile in twips.
    pub(super) fn twips(self, key: Key) -> i64 {
        let thousandths = i64::from(self.profile.number(key));
        match key.kind() {
            Kind::Millimetres(..) => (thousandths * 1_440 + 12_700) / 25_400,
            _ => (thousandths + 25) / 50,
        }
    }

    /// What Word adds between two characters: it counts in twips and leaves 版心 a little wider, so that they fit.
    fn squeeze(self) -> i64 {
        (self.profile.squeeze() + 25).div_euclid(50)
    }

    /// One character with the space after it.
    pub(super) fn cell(self) -> i64 {
        self.twips(Key::TextSize) + self.squeeze()
    }

    /// A line of characters.
    pub(super) fn width(self) -> i64 {
        i64::from(self.profile.number(Key::TextCharacters)) * self.cell()
    }

    /// Every measure that the templates name.
    pub(super) fn values(self) -> BTreeMap<&'static str, i64> {
        let half_points = |key| i64::from(self.profile.number(key)) / 500;
        let (cell, line, small) = (self.cell(), self.twips(Key::TextLine), self.twips(Key::ImprintSize));
        let (top, left) = (self.twips(Key::PageTop), self.twips(Key::PageLeft));
        let bottom = PAPER.1 - top - self.twips(Key::PageHeight);
        let number = self.twips(Key::NumberSize);
        let footer = bottom - 298 - number;
        // Eighths of a point: Word draws even ones best.
        let rule = ((i64::from(self.profile.number(Key::HeadRule)) * 72 * 8 / 25_400 + 1) / 2 * 2).max(2);
        let beside = (RULE - self.width() - 10) / 2;
        BTreeMap::from([
            ("squeeze", self.squeeze()),
            ("cell", cell),
            ("line", line),
            ("width", self.width()),
            ("top", top),
            ("left", left),
            // A twip or two of air, lest the last character of a line fall off.
            ("right", PAPER.0 - left - self.width() - 10),
            ("bottom", bottom),
            ("size", half_points(Key::TextSize)),
            ("title", half_points(Key::TitleSize)),
            ("title_line", self.twips(Key::TitleLine)),
            ("small", half_points(Key::ImprintSize)),
            ("small_cell", small),
            ("small_line", small * 10 / 7),
            ("number", half_points(Key::NumberSize)),
            ("number_line", number),
            // 一字线 7 mm below 版心: its line begins a little above.
            ("footer", footer),
            ("table", half_points(Key::TableSize)),
            ("table_line", self.twips(Key::TableLine)),
            ("rule", rule),
            ("double", rule * 7 / 4),
            ("letter_left", -beside),
            ("letter_right", -beside),
            ("letter_foot", LETTER_FOOT),
            ("letter_lift", (footer - LETTER_FOOT).max(20)),
            (
                "letter_gap",
                (self.twips(Key::TextSize) * 7 / 8 - (self.twips(Key::TextLine) - self.twips(Key::TextSize)) / 2)
                    .max(0),
            ),
        ])
    }
}

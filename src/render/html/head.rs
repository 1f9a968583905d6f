//! The red head (发文机关标志): how large it can be.

use serde::Serialize;

use crate::document::{Part, measure};
use crate::profile::{Key, Profile};

/// The size of the red head and the word that stands once at its right.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(in crate::render) struct Head {
    /// Points, so that the widest name and 文件 stand on one line of 156 mm.
    pub size: u32,
    /// The same on a narrow screen, in thousandths of its width.
    pub narrow: u32,
    /// 文件, unless the head already says what it is.
    pub suffix: Option<&'static str>,
}

impl Head {
    /// The head of a part; none for one without.
    pub(in crate::render) fn of(part: &Part, profile: &Profile) -> Option<Self> {
        match (part, profile.words(Key::HeadForm)) {
            (Part::Notice(paper), "red") => Self::new(&paper.head, "文件", profile),
            (Part::Notice(paper), "order") => Self::new(&paper.head, "令", profile),
            // The head of a letter is the organ that leads, without 文件.
            (Part::Notice(paper), "letter") => Self::titled(measure(paper.head.first()?), profile),
            (Part::Plan(body), _) => Self::titled(measure(&body.banner.as_ref()?.name), profile),
            _ => None,
        }
    }

    /// The red head of these organs, with what stands at their right unless the last name ends with it.
    pub(super) fn new(names: &[String], paper: &'static str, profile: &Profile) -> Option<Self> {
        let widest = names.iter().map(|name| measure(name)).max()?;
        let (largest, gap) = if names.len() == 1 { (4, 0) } else { (3, 4) };
        let largest = profile.number(Key::HeadSize) * largest / 4_000;
        let titled = names.last().is_some_and(|name| name.ends_with(paper));
        let suffix = if titled { None } else { Some(paper) };
        let cells = widest + if titled { 0 } else { measure(paper) + gap };
        Some(Self { suffix, ..Self::fitting(cells, largest, profile) })
    }

    fn titled(width: u32, profile: &Profile) -> Option<Self> {
        Some(Self::fitting(width, profile.number(Key::HeadSize) / 1_000, profile))
    }

    /// As large as a line of `width` tenths of a character can be in 版心.
    fn fitting(width: u32, largest: u32, profile: &Profile) -> Self {
        let width = width.max(10);
        // Tenths of a point.
        let room = profile.number(Key::PageWidth) * 72 / 2_540;
        Self { size: (room / width).clamp(1, largest.max(1)), narrow: narrow(width), suffix: None }
    }
}

/// How large a line of `width` tenths of a character can be on a narrow screen, in thousandths of the screen's width.
pub(super) fn narrow(width: u32) -> u32 {
    // What the margins of the sheet and a scroll bar leave of 390 px.
    const SCREEN: u32 = 8_500;
    (SCREEN / width.max(100)).max(1)
}

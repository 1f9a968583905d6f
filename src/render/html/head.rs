//! The red head (发文机关标志): how large it can be.

use serde::Serialize;

use crate::document::measure;

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
    /// The head of these organs; none for a paper without a head.
    pub(in crate::render) fn new(names: &[String]) -> Option<Self> {
        /// The width of 版心 in tenths of a point.
        const WIDTH: u32 = 4_420;
        let widest = names.iter().map(|name| measure(name)).max()?;
        let (largest, gap) = if names.len() == 1 { (48, 0) } else { (36, 4) };
        let titled = names.last().is_some_and(|name| name.ends_with("文件"));
        let suffix = if titled { None } else { Some("文件") };
        let cells = (widest + if titled { 0 } else { 20 + gap }).max(10);
        let size = (WIDTH / cells).clamp(1, largest);
        Some(Self { size, narrow: narrow(cells), suffix })
    }
}

/// How large a line of `width` tenths of a character can be on a narrow screen, in thousandths of the screen's width.
pub(super) fn narrow(width: u32) -> u32 {
    // What the margins of the sheet and a scroll bar leave of 390 px.
    const SCREEN: u32 = 8_500;
    (SCREEN / width.max(100)).max(1)
}

//! Ways to draw.
//!
//! Gives the styles worth trying for a graph, and what each costs its reader. Decides nothing by itself.

use super::Axis;

/// A way to draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Style {
    pub axis: Axis,
    /// Whether clusters stand one after another, at the price of longer ways between them.
    pub lanes: bool,
    /// Whether leaves hang from stems, and how many from one.
    pub stack: Option<usize>,
}

impl Style {
    /// The styles worth trying: all for a small graph, the quick ones for a larger.
    pub fn worth_trying(small: bool, clustered: bool) -> Vec<Style> {
        let mut styles = Vec::new();
        for lanes in [false, true] {
            if lanes && !clustered {
                continue;
            }
            styles.push(Style { axis: Axis::Across, lanes, stack: None });
            if small {
                styles.push(Style { axis: Axis::Down, lanes, stack: None });
            }
            let stacks = if small { &[3, 5, 8, 12][..] } else { &[8] };
            styles.extend(stacks.iter().map(|&most| Style { axis: Axis::Down, lanes, stack: Some(most) }));
        }
        styles
    }

    /// What a reader pays for it, in percent: Chinese runs across, and long ways are harder to follow.
    pub fn price(self) -> i64 {
        let turned = if self.axis == Axis::Down { 4 } else { 0 };
        let lanes = if self.lanes { 10 } else { 0 };
        100 + turned + lanes
    }

    /// Between boxes of a layer, and between layers.
    pub fn gaps(self) -> (i32, i32) {
        match self.axis {
            Axis::Across => (22, 76),
            Axis::Down => (30, 60),
        }
    }
}

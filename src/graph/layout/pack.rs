//! Several drawings on one sheet.
//!
//! Takes finished drawings and nodes that nothing connects, gives one drawing: the drawings in rows, the nodes in a
//! grid below or beside them, whichever can be printed largest.

use super::drawing::Drawing;
use super::geometry::Point;
use super::{Scene, grid};

/// Between two drawings.
const GAP: i32 = 30;
/// How many widths of the sheet are tried.
const TRIES: i32 = 12;

pub(super) fn onto_sheet(scene: &Scene, drawings: Vec<Drawing>, loose: &[usize]) -> Drawing {
    let sizes: Vec<Point> = drawings.iter().map(Drawing::size).collect();
    let main = smallest(widths(&sizes).map(|width| shelved(&drawings, &sizes, width))).unwrap_or_default();
    if loose.is_empty() {
        return main;
    }
    let size = main.size();
    let tried = (1..=loose.len().min(60)).flat_map(|columns| {
        let cells = grid::cells(scene.boxes, loose, columns);
        let gap = if main.rects.is_empty() { 0 } else { GAP };
        let [below, beside] = [Point { x: 0, y: size.y + gap }, Point { x: size.x + gap, y: 0 }];
        [below, beside].map(|corner| {
            let mut both = main.clone();
            both.add(cells.clone().moved(corner));
            both
        })
    });
    smallest(tried).unwrap_or_default()
}

/// Widths worth trying, from the widest drawing alone to all in one row.
fn widths(sizes: &[Point]) -> impl Iterator<Item = i32> + use<> {
    let least = sizes.iter().map(|size| size.x).max().unwrap_or(0);
    let most = sizes.iter().fold(0i32, |sum, size| sum.saturating_add(size.x + GAP));
    (0..TRIES).map(move |step| least + (most - least) / (TRIES - 1) * step)
}

/// In their order, from left to right, a new row where the width is used up.
fn shelved(drawings: &[Drawing], sizes: &[Point], width: i32) -> Drawing {
    let mut sheet = Drawing::default();
    let mut corner = Point::default();
    let mut row_height = 0;
    for (drawing, size) in drawings.iter().zip(sizes) {
        if corner.x > 0 && corner.x + size.x > width {
            corner = Point { x: 0, y: corner.y + row_height + GAP };
            row_height = 0;
        }
        sheet.add(drawing.clone().moved(corner));
        corner.x += size.x + GAP;
        row_height = row_height.max(size.y);
    }
    sheet
}

fn smallest(drawings: impl Iterator<Item = Drawing>) -> Option<Drawing> {
    drawings.min_by_key(Drawing::smallness)
}

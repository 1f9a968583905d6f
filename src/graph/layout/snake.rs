//! A long chain, folded.
//!
//! Takes a part in which each node leads to the next and nothing else, gives rows that run to and fro.

use super::drawing::Drawing;
use super::part::Part;
use super::{Scene, grid, routes};

const FEWEST: usize = 5;
const GAP: i32 = 48;

/// The nodes in their order, if they form nothing but a chain in one cluster or none.
pub(super) fn path(part: &Part) -> Option<Vec<usize>> {
    let count = part.items.len();
    if count < FEWEST || part.links.len() + 1 != count || part.items.iter().any(|item| item.nodes.len() > 1) {
        return None;
    }
    let mut next = vec![None; count];
    let mut entered = vec![false; count];
    for link in &part.links {
        if next[link.from].replace(link.to).is_some() || std::mem::replace(&mut entered[link.to], true) {
            return None;
        }
    }
    let first = entered.iter().position(|entered| !entered)?;
    let path: Vec<usize> = std::iter::successors(Some(first), |&at| next[at]).take(count).collect();
    let one_cluster = part.items.iter().all(|item| item.group == part.items[0].group);
    (path.len() == count && one_cluster).then(|| path.into_iter().map(|at| part.items[at].nodes[0]).collect())
}

/// The chain in rows, if that can be printed a good deal larger than `smallness` says.
pub(super) fn folded(scene: &Scene, path: &[usize], smallness: i64) -> Option<Drawing> {
    let folded = (2..path.len().min(40)).map(|columns| {
        let mut drawing = grid::spaced(scene.boxes, &to_and_fro(path, columns), columns, GAP);
        // Within the last row the places are mirrored, so that it begins below the end of the row before.
        let rows = path.len().div_ceil(columns);
        let last = path.len() % columns;
        if rows % 2 == 0 && last > 0 {
            let right = drawing.size().x;
            let used =
                drawing.rects[(rows - 1) * columns..].iter().map(|(_, rect)| rect.right()).max().unwrap_or(right);
            drawing.rects[(rows - 1) * columns..].iter_mut().for_each(|(_, rect)| rect.x += right - used);
        }
        routes::add_direct(scene, &mut drawing);
        drawing
    });
    folded.min_by_key(Drawing::smallness).filter(|drawing| drawing.smallness() * 10 < smallness * 8)
}

/// Every second row backward.
fn to_and_fro(path: &[usize], columns: usize) -> Vec<usize> {
    let rows = path.chunks(columns).enumerate();
    rows.flat_map(|(at, row)| if at % 2 == 0 { row.to_vec() } else { row.iter().rev().copied().collect() }).collect()
}

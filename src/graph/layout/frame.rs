//! The frames of clusters, with room for their names.
//!
//! Takes a drawing without frames, adds them. Room for a name is made by moving everything below the upper side of
//! the frame down: nothing that was apart comes together.

use std::collections::BTreeMap;

use super::drawing::Drawing;
use super::geometry::{Rect, around};
use super::{FRAME_PADDING, Frame, Scene, TITLE_FONT, TITLE_LINE};
use crate::graph::lettering;

const MOST_TITLE_LINES: usize = 3;
/// On each side of the name.
const TITLE_INSET: i32 = 12;

pub(super) fn add(scene: &Scene, drawing: &mut Drawing) {
    let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, (node, _)) in drawing.rects.iter().enumerate() {
        if let Some(group) = scene.groups[*node] {
            members.entry(group).or_default().push(at);
        }
    }
    let mut titles = BTreeMap::new();
    let mut cuts: BTreeMap<i32, i32> = BTreeMap::new();
    for (&group, inside) in &members {
        let Some(rect) = inner(drawing, inside) else { continue };
        let room = (rect.width - 2 * TITLE_INSET).max(TITLE_FONT * 4);
        let title = lettering::wrap(&scene.graph.groups[group].label, TITLE_FONT, room, MOST_TITLE_LINES);
        let cut = cuts.entry(rect.y).or_insert(0);
        *cut = title_height(&title).max(*cut);
        titles.insert(group, title);
    }
    move_down(scene, drawing, &cuts);
    for (group, title) in titles {
        if let Some(inner) = inner(drawing, &members[&group]) {
            let height = title_height(&title);
            let rect = Rect { y: inner.y - height, height: inner.height + height, ..inner };
            drawing.frames.push((group, Frame { rect, title }));
        }
    }
}

/// Whether no box and no frame covers another, and no frame a box that is not its own.
pub(super) fn is_clean(scene: &Scene, drawing: &Drawing) -> bool {
    let boxes = &drawing.rects;
    let boxes_apart =
        boxes.iter().enumerate().all(|(at, (_, rect))| boxes[at + 1..].iter().all(|(_, other)| !rect.overlaps(other)));
    boxes_apart
        && drawing.frames.iter().enumerate().all(|(at, (group, frame))| {
            drawing.frames[at + 1..].iter().all(|(_, other)| !frame.rect.overlaps(&other.rect))
                && boxes.iter().all(|(node, rect)| scene.groups[*node] == Some(*group) || !rect.overlaps(&frame.rect))
        })
}

fn title_height(title: &[String]) -> i32 {
    // At most three lines.
    i32::try_from(title.len()).unwrap_or(0) * TITLE_LINE
}

fn inner(drawing: &Drawing, members: &[usize]) -> Option<Rect> {
    around(members.iter().map(|&at| drawing.rects[at].1)).map(|rect| rect.grown(FRAME_PADDING))
}

/// Makes room of the given heights at the given places.
fn move_down(scene: &Scene, drawing: &mut Drawing, cuts: &BTreeMap<i32, i32>) {
    let shift = |y: i32| cuts.range(..=y).map(|(_, height)| height).sum::<i32>();
    let shift_of: BTreeMap<usize, i32> = drawing.rects.iter().map(|(node, rect)| (*node, shift(rect.y))).collect();
    for (_, rect) in &mut drawing.rects {
        rect.y += shift(rect.y);
    }
    for (edge, route) in &mut drawing.routes {
        let ends = &scene.graph.edges[*edge];
        let count = route.points.len();
        let (first, last) = (route.points.first().map(|point| point.y), route.points.last().map(|point| point.y));
        for (at, point) in route.points.iter_mut().enumerate() {
            // The ends stay where they touch their boxes, and so does the straight piece beside each.
            let end = if at < count / 2 && at < 2 && Some(point.y) == first {
                shift_of.get(&ends.from)
            } else if at >= count / 2 && at + 2 >= count && Some(point.y) == last {
                shift_of.get(&ends.to)
            } else {
                None
            };
            point.y += end.copied().unwrap_or_else(|| shift(point.y));
        }
    }
}

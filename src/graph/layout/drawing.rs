//! Some boxes, ways and frames, wherever they are.
//!
//! Takes pieces of a drawing and puts them together; decides nothing about their places.

use super::geometry::{Point, Rect, around};
use super::{Frame, Route};

/// A drawing of some of the nodes, each thing with its index in the graph.
#[derive(Clone, Debug, Default)]
pub(super) struct Drawing {
    pub rects: Vec<(usize, Rect)>,
    pub routes: Vec<(usize, Route)>,
    pub frames: Vec<(usize, Frame)>,
}

impl Drawing {
    pub fn moved(mut self, by: Point) -> Self {
        for (_, rect) in &mut self.rects {
            *rect = rect.moved(by);
        }
        for (_, frame) in &mut self.frames {
            frame.rect = frame.rect.moved(by);
        }
        for point in self.routes.iter_mut().flat_map(|(_, route)| &mut route.points) {
            *point = point.moved(by);
        }
        self
    }

    pub fn add(&mut self, other: Drawing) {
        self.rects.extend(other.rects);
        self.routes.extend(other.routes);
        self.frames.extend(other.frames);
    }

    /// Everything in it, ways included, with its upper left corner moved to nought.
    pub fn cornered(self) -> Self {
        let bounds = self.bounds();
        self.moved(Point { x: -bounds.x, y: -bounds.y })
    }

    /// The lower right corner.
    pub fn size(&self) -> Point {
        let bounds = self.bounds();
        Point { x: bounds.right(), y: bounds.bottom() }
    }

    /// How small it must be printed to fit a sheet of A4 turned sideways.
    pub fn smallness(&self) -> i64 {
        let Rect { width, height, .. } = self.bounds();
        (i64::from(width) * 1000 / 1414).max(i64::from(height))
    }

    fn bounds(&self) -> Rect {
        let rects = self.rects.iter().map(|(_, rect)| *rect).chain(self.frames.iter().map(|(_, frame)| frame.rect));
        let points = self.routes.iter().flat_map(|(_, route)| &route.points);
        around(rects.chain(points.map(|point| Rect { x: point.x, y: point.y, width: 0, height: 0 })))
            .unwrap_or_default()
    }
}

//! The axis: which day stands where, and what is written above it.
//!
//! Takes days, gives pixels and the shapes of the head. Months, quarters or years, whichever can be told apart.

use crate::graph::days::{civil, from_civil, month_start};
use crate::graph::layout::{Point, Rect};
use crate::graph::sheet::{Shape, Thing};
use crate::graph::{Days, lettering};

pub(super) const YEAR_ROW: i32 = 22;
pub(super) const UNIT_ROW: i32 = 20;
const FONT: i32 = 12;
/// Between the last day and the edge: lines that leave what is due on it go down there.
pub(super) const GUTTER: i32 = 20;

/// Which day stands where.
#[derive(Clone, Copy, Debug)]
pub(super) struct Axis {
    days: Days,
    left: i32,
    width: i32,
    /// The months of a unit.
    months: i32,
}

impl Axis {
    /// All these days, whole months of them, between two edges.
    pub(super) fn new(days: Days, left: i32, width: i32) -> Self {
        let span = days.count();
        let months = match span {
            ..551 => 1,
            551..2201 => 3,
            _ => 12,
        };
        let (year, month, _) = civil(days.first);
        let first = month_start(year, (month - 1) / months * months + 1, 0);
        let (year, month, _) = civil(days.last);
        let last = month_start(year, (month - 1) / months * months + 1, months) - 1;
        Self { days: Days { first, last }, left, width, months }
    }

    /// Where a day begins.
    pub(super) fn start(&self, day: i32) -> i32 {
        let day = i64::from(day.clamp(self.days.first, self.days.last + 1) - self.days.first);
        let x = day * i64::from(self.width) / i64::from(self.days.count().max(1));
        self.left + i32::try_from(x).unwrap_or(0)
    }

    /// Where it ends.
    pub(super) fn end(&self, day: i32) -> i32 {
        self.start(day.saturating_add(1))
    }

    pub(super) fn left(&self) -> i32 {
        self.left
    }

    pub(super) fn right(&self) -> i32 {
        self.left + self.width
    }

    /// Whether a day lies on it.
    pub(super) fn holds(&self, day: i32) -> bool {
        (self.days.first..=self.days.last).contains(&day)
    }

    /// The years and units, and lines down to `bottom`.
    pub(super) fn draw(&self, top: i32, bottom: i32) -> Vec<Thing> {
        let mut head = Thing::plain("axis");
        let mut lines = Thing::plain("axis-lines");
        let (first_year, ..) = civil(self.days.first);
        let (last_year, ..) = civil(self.days.last);
        // A plan of two hundred years has no years to be told apart.
        let step = ((last_year - first_year) / 40 + 1).max(1);
        for year in (first_year..=last_year).step_by(usize::try_from(step).unwrap_or(1)) {
            let x = self.start(from_civil(year, 1, 1));
            let right = self.start(from_civil(year.saturating_add(step), 1, 1));
            let words = format!("{year}年");
            if lettering::width(&words, FONT) + 4 <= right - x {
                head.shapes.push(Shape::centered(Point { x: (x + right) / 2, y: top + 15 }, FONT, "year", words));
            }
            lines.shapes.push(line(x, top, bottom, "year-line"));
        }
        if self.months < 12 {
            self.units(top, bottom, &mut head, &mut lines);
        }
        lines.shapes.push(line(self.right() + GUTTER, top, bottom, "year-line"));
        let foot = top + YEAR_ROW + if self.months < 12 { UNIT_ROW } else { 0 };
        let rule = vec![Point { x: self.left, y: foot }, Point { x: self.right() + GUTTER, y: foot }];
        lines.shapes.push(Shape::Line { points: rule, curve: None, head: false, class: "year-line" });
        vec![lines, head]
    }

    fn units(&self, top: i32, bottom: i32, head: &mut Thing, lines: &mut Thing) {
        let (year, month, _) = civil(self.days.first);
        let mut later = 0;
        loop {
            let start = month_start(year, month, later);
            if start > self.days.last {
                break;
            }
            let next = month_start(year, month, later + self.months);
            let (x, right) = (self.start(start), self.start(next));
            let (_, of, _) = civil(start);
            let number = if self.months == 3 { (of + 2) / 3 } else { of };
            let long = if self.months == 3 { format!("{number}季度") } else { format!("{number}月") };
            let words = if lettering::width(&long, FONT) + 2 <= right - x { long } else { number.to_string() };
            head.shapes.push(Shape::centered(
                Point { x: (x + right) / 2, y: top + YEAR_ROW + 14 },
                FONT,
                "axis-unit",
                words,
            ));
            if of != 1 {
                lines.shapes.push(line(x, top + YEAR_ROW, bottom, "unit-line"));
            }
            later += self.months;
        }
    }

    /// The height of the head.
    pub(super) fn head(&self) -> i32 {
        YEAR_ROW + if self.months < 12 { UNIT_ROW } else { 0 }
    }

    /// The line of today.
    pub(super) fn today(&self, day: i32, top: i32, bottom: i32) -> Option<Thing> {
        self.holds(day).then(|| {
            let x = (self.start(day) + self.end(day)) / 2;
            let (_, month, of_month) = civil(day);
            let words = format!("今日 {month}月{of_month}日");
            let wide = lettering::width(&words, FONT) + 10;
            let left = (x - wide / 2).clamp(self.left, self.right() - wide);
            Thing::plain("today")
                .with(line(x, top, bottom, "today-line"))
                .with(Shape::Box {
                    rect: Rect { x: left, y: bottom, width: wide, height: 18 },
                    radius: 3,
                    class: "today-box",
                })
                .with(Shape::centered(Point { x: left + wide / 2, y: bottom + 13 }, FONT, "today-words", words))
        })
    }
}

fn line(x: i32, top: i32, bottom: i32, class: &'static str) -> Shape {
    Shape::Line { points: vec![Point { x, y: top }, Point { x, y: bottom }], curve: None, head: false, class }
}

//! Trees of cards.
//!
//! Takes who stands under whom and how large the cards are, gives where each stands and how they are joined. Near the
//! root subordinates stand in columns below a common line; further down they hang from a stem. Several ways are tried
//! and the one that can be printed largest is kept. Nothing recurses.

use crate::graph::layout::{Point, Rect};

use super::cards::WIDTH;

const GAP: i32 = 14;
const COLUMN_GAP: i32 = 26;
const INDENT: i32 = 26;
const STEM: i32 = 12;
const BUS: i32 = 36;
/// Where a line enters a card from the side: the middle of its first line.
const ENTRY: i32 = 18;

/// Who stands under whom.
#[derive(Clone, Debug)]
pub(super) struct Forest {
    pub roots: Vec<usize>,
    pub children: Vec<Vec<usize>>,
}

/// Where everything stands.
#[derive(Clone, Debug, Default)]
pub(super) struct Placed {
    pub cards: Vec<(usize, Point)>,
    /// Superior, subordinate and the line between them.
    pub lines: Vec<(usize, usize, Vec<Point>)>,
    pub width: i32,
    pub height: i32,
}

#[derive(Clone, Copy)]
struct Style {
    /// Above this depth subordinates stand in columns.
    spread: usize,
    columns: usize,
}

impl Forest {
    /// The trees below those that stand under nobody; of a circle the first is a root.
    pub(super) fn new(count: usize, pairs: &[(usize, usize)], members: &[usize]) -> Self {
        let mut children = vec![Vec::new(); count];
        let mut has_superior = vec![false; count];
        for &(from, to) in pairs {
            if !has_superior[to] && from != to {
                has_superior[to] = true;
                children[from].push(to);
            }
        }
        let mut seen = vec![false; count];
        let mut roots = Vec::new();
        let free = members.iter().filter(|&&node| !has_superior[node]);
        for &node in free.chain(members) {
            if seen[node] {
                continue;
            }
            roots.push(node);
            let mut left = vec![node];
            seen[node] = true;
            while let Some(at) = left.pop() {
                children[at].retain(|&child| !seen[child]);
                for &child in &children[at] {
                    seen[child] = true;
                    left.push(child);
                }
            }
        }
        Self { roots, children }
    }

    /// Every node below some, each after its superior, with its depth.
    pub(super) fn below(&self, tops: &[usize]) -> Vec<(usize, usize)> {
        let mut order = Vec::new();
        let mut left: Vec<(usize, usize)> = tops.iter().rev().map(|&top| (top, 0)).collect();
        while let Some((node, depth)) = left.pop() {
            order.push((node, depth));
            left.extend(self.children[node].iter().rev().map(|&child| (child, depth + 1)));
        }
        order
    }

    /// The best drawing of all of it.
    pub(super) fn place(&self, heights: &[i32], below: i32) -> Placed {
        let order = self.below(&self.roots);
        let tries = if order.len() > 2000 { 1 } else { 8 };
        let styles = (1..=3).flat_map(|spread| (1..=tries).map(move |columns| Style { spread, columns }));
        let placed = styles.map(|style| self.drawn(heights, &order, style));
        let smallness =
            |placed: &Placed| (i64::from(placed.width) * 100 / 141).max(i64::from(placed.height) + i64::from(below));
        placed.min_by_key(smallness).unwrap_or_default()
    }

    fn drawn(&self, heights: &[i32], order: &[(usize, usize)], style: Style) -> Placed {
        let mut sizes = vec![Point { x: WIDTH, y: 0 }; heights.len()];
        let mut columns: Vec<Vec<Vec<usize>>> = vec![Vec::new(); heights.len()];
        for &(node, depth) in order.iter().rev() {
            let children = &self.children[node];
            let spreads = depth < style.spread && children.len() > 1;
            let each = if spreads { style.columns } else { 1 };
            columns[node] = balanced(children, &sizes, each);
            let (width, height) = extent(&columns[node], &sizes);
            sizes[node] = if columns[node].len() > 1 {
                Point { x: WIDTH.max(width), y: heights[node] + BUS + height }
            } else {
                let hanging = if children.is_empty() { 0 } else { GAP + height };
                Point { x: WIDTH.max(INDENT + width), y: heights[node] + hanging }
            };
        }
        let mut placed = Placed::default();
        let mut corners = self.shelves(&sizes, &mut placed);
        for &(node, _) in order {
            let corner = corners[node];
            let several = columns[node].len() > 1;
            let card = Point { x: corner.x + if several { (sizes[node].x - WIDTH) / 2 } else { 0 }, y: corner.y };
            placed.cards.push((node, card));
            let rect = Rect { x: card.x, y: card.y, width: WIDTH, height: heights[node] };
            hang(&columns[node], &sizes, corner, rect, &mut corners);
            let card_of = |child: usize| {
                let inset = if columns[child].len() > 1 { (sizes[child].x - WIDTH) / 2 } else { 0 };
                Point { x: corners[child].x + inset, y: corners[child].y }
            };
            for (child, line) in joined(&columns[node], rect, |child| corners[child].x, card_of) {
                placed.lines.push((node, child, line));
            }
        }
        placed
    }

    /// The corners of the trees themselves, side by side as far as the widest reaches.
    fn shelves(&self, sizes: &[Point], placed: &mut Placed) -> Vec<Point> {
        let mut corners = vec![Point::default(); sizes.len()];
        let widest = self.roots.iter().map(|&root| sizes[root].x).max().unwrap_or(0);
        let area: i64 = self.roots.iter().map(|&root| i64::from(sizes[root].x) * i64::from(sizes[root].y)).sum();
        let room = widest.max(i32::try_from((area * 14 / 10).isqrt()).unwrap_or(widest));
        // The largest first: what is small fills the last shelf.
        let mut roots = self.roots.clone();
        roots.sort_by_key(|&root| std::cmp::Reverse(i64::from(sizes[root].x) * i64::from(sizes[root].y)));
        let (mut x, mut y, mut tallest) = (0, 0, 0);
        for root in roots {
            if x > 0 && x + sizes[root].x > room {
                (x, y, tallest) = (0, y + tallest + 2 * GAP, 0);
            }
            corners[root] = Point { x, y };
            x += sizes[root].x + COLUMN_GAP;
            tallest = tallest.max(sizes[root].y);
            placed.width = placed.width.max(x - COLUMN_GAP);
            placed.height = placed.height.max(y + tallest);
        }
        corners
    }
}

/// Children in so many columns, in order, about equally high.
fn balanced(children: &[usize], sizes: &[Point], columns: usize) -> Vec<Vec<usize>> {
    if children.is_empty() {
        return Vec::new();
    }
    let heights: Vec<i32> = children.iter().map(|&child| sizes[child].y + GAP).collect();
    let needed = |room: i32| {
        let (mut count, mut used) = (1, 0);
        for &height in &heights {
            if used > 0 && used + height > room {
                (count, used) = (count + 1, 0);
            }
            used += height;
        }
        count
    };
    let (mut low, mut high) = (heights.iter().copied().max().unwrap_or(0), heights.iter().sum::<i32>());
    while low < high {
        let middle = low + (high - low) / 2;
        if needed(middle) <= columns { high = middle } else { low = middle + 1 }
    }
    let mut filled = vec![Vec::new()];
    let mut used = 0;
    for (&child, &height) in children.iter().zip(&heights) {
        if used > 0 && used + height > low {
            filled.push(Vec::new());
            used = 0;
        }
        used += height;
        if let Some(column) = filled.last_mut() {
            column.push(child);
        }
    }
    filled
}

/// How much room columns take.
fn extent(columns: &[Vec<usize>], sizes: &[Point]) -> (i32, i32) {
    let mut width = 0;
    let mut height = 0;
    for column in columns {
        let widest = column.iter().map(|&child| sizes[child].x).max().unwrap_or(0);
        width += widest + stem(columns, column) + if width > 0 { COLUMN_GAP } else { 0 };
        height = height.max(column.iter().map(|&child| sizes[child].y + GAP).sum::<i32>() - GAP);
    }
    (width, height)
}

/// The room to the left of a column that its stem takes.
fn stem(columns: &[Vec<usize>], column: &[usize]) -> i32 {
    if columns.len() > 1 && column.len() > 1 { STEM + 6 } else { 0 }
}

/// Gives the children of a card their corners.
fn hang(columns: &[Vec<usize>], sizes: &[Point], corner: Point, card: Rect, corners: &mut [Point]) {
    let several = columns.len() > 1;
    let (total, _) = extent(columns, sizes);
    let mut x = if several { corner.x + (WIDTH.max(total) - total) / 2 } else { corner.x + INDENT };
    for column in columns {
        let widest = column.iter().map(|&child| sizes[child].x).max().unwrap_or(0);
        let mut y = card.bottom() + if several { BUS } else { GAP };
        x += stem(columns, column);
        for &child in column {
            corners[child] = Point { x, y };
            y += sizes[child].y + GAP;
        }
        x += widest + COLUMN_GAP;
    }
}

/// The lines from a card to those below it; `left_of` is where the tree of a child begins, its card or not.
fn joined(
    columns: &[Vec<usize>],
    card: Rect,
    left_of: impl Fn(usize) -> i32,
    card_of: impl Fn(usize) -> Point,
) -> Vec<(usize, Vec<Point>)> {
    let several = columns.len() > 1;
    let mut lines = Vec::new();
    for column in columns {
        // A column of several has a stem at its left, beside all that hangs from them.
        let stem_at = column.iter().map(|&child| left_of(child)).min().unwrap_or(0) - STEM;
        for &child in column {
            let to = card_of(child);
            let entry = Point { x: to.x, y: to.y + ENTRY };
            let line = if !several {
                let stem = card.x + STEM;
                vec![Point { x: stem, y: card.bottom() }, Point { x: stem, y: entry.y }, entry]
            } else {
                let middle = card.center().x;
                let bus = card.bottom() + BUS / 2;
                let start = [Point { x: middle, y: card.bottom() }, Point { x: middle, y: bus }];
                let end = if column.len() > 1 {
                    vec![Point { x: stem_at, y: bus }, Point { x: stem_at, y: entry.y }, entry]
                } else {
                    let above = to.x + WIDTH / 2;
                    vec![Point { x: above, y: bus }, Point { x: above, y: to.y }]
                };
                start.into_iter().chain(end).collect()
            };
            lines.push((child, line));
        }
    }
    lines
}

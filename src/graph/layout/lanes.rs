//! Clusters one after another.
//!
//! Takes the same problem as the layers, lays each cluster out alone, puts them in a row in the order of the plan, and
//! finds the edges between them ways between the boxes they pass.

use std::collections::BTreeMap;

use super::FRAME_PADDING;
use super::geometry::{Point, Rect};
use super::layered::{self, Problem, Solution};
use super::routes::Layers;

/// Between a way and a box it passes.
const CLEARANCE: i32 = 7;
/// Between two ways.
const LANE: i32 = 5;

/// Places the clusters one below the other; nothing where one of them cannot be laid out.
pub(super) fn solve(problem: &Problem) -> Option<Solution> {
    let mut middles = vec![Point::default(); problem.sizes.len()];
    let mut bends = vec![Vec::new(); problem.edges.len()];
    let mut bottom = 0;
    for members in lanes(problem) {
        let (inner, links) = inside(problem, &members);
        let solution = layered::solve(&inner)?;
        let corner = corner(&inner.sizes, &solution.middles);
        let by = Point { x: -corner.x, y: bottom - corner.y };
        for (&member, middle) in members.iter().zip(&solution.middles) {
            middles[member] = middle.moved(by);
        }
        for (link, inner) in links.into_iter().zip(solution.bends) {
            bends[link] = inner.into_iter().map(|bend| bend.moved(by)).collect();
        }
        let lowest = members.iter().map(|&at| middles[at].y + problem.sizes[at].1 / 2).max();
        bottom = lowest.unwrap_or(bottom) + problem.layer_gap + 2 * FRAME_PADDING;
    }
    let rects = boxes(&problem.sizes, &middles);
    let between = |&(from, to): &(usize, usize)| problem.clusters[from] != problem.clusters[to];
    let (layers, links): (_, Vec<usize>) =
        (Layers::new(&rects), (0..bends.len()).filter(|&at| between(&problem.edges[at])).collect());
    find_bends(&rects, &layers, problem, &links, &mut bends);
    Some(Solution { middles, bends })
}

/// The boxes of the given sizes around their middles.
pub(super) fn boxes(sizes: &[(i32, i32)], middles: &[Point]) -> Vec<Rect> {
    let around = |(&(width, height), middle): (&(i32, i32), &Point)| Rect {
        x: middle.x - width / 2,
        y: middle.y - height / 2,
        width,
        height,
    };
    sizes.iter().zip(middles).map(around).collect()
}

/// The members of each cluster in the order of the plan. What belongs to none comes before, or after if more leads to
/// it than away from it.
fn lanes(problem: &Problem) -> Vec<Vec<usize>> {
    let mut lanes: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    let mut rest = Vec::new();
    for (at, cluster) in problem.clusters.iter().enumerate() {
        match cluster {
            Some(cluster) => lanes.entry(*cluster).or_default().push(at),
            None => rest.push(at),
        }
    }
    let free = |at: usize| problem.clusters[at].is_none();
    let leaving = problem.edges.iter().filter(|(from, to)| free(*from) && !free(*to)).count();
    let entering = problem.edges.iter().filter(|(from, to)| !free(*from) && free(*to)).count();
    let mut lanes: Vec<Vec<usize>> = lanes.into_values().collect();
    if !rest.is_empty() {
        lanes.insert(if leaving < entering { lanes.len() } else { 0 }, rest);
    }
    lanes
}

/// The problem of one lane alone, and which edges of the whole are its own.
fn inside(problem: &Problem, members: &[usize]) -> (Problem, Vec<usize>) {
    let place: BTreeMap<usize, usize> = members.iter().enumerate().map(|(at, &member)| (member, at)).collect();
    let (links, edges) = (problem.edges.iter().enumerate())
        .filter_map(|(at, (from, to))| Some((at, (*place.get(from)?, *place.get(to)?))))
        .unzip();
    let sizes = members.iter().map(|&member| problem.sizes[member]).collect();
    (Problem { sizes, clusters: vec![None; members.len()], edges, ..*problem }, links)
}

fn corner(sizes: &[(i32, i32)], middles: &[Point]) -> Point {
    let rects = boxes(sizes, middles);
    let least = |of: fn(&Rect) -> i32| rects.iter().map(of).min().unwrap_or(0);
    Point { x: least(|rect| rect.x), y: least(|rect| rect.y) }
}

/// Where each edge crosses the layers between its ends: the free place nearest to the straight line.
fn find_bends(rects: &[Rect], layers: &Layers, problem: &Problem, links: &[usize], found: &mut [Vec<Point>]) {
    // What is taken in each layer, from left to right.
    let mut taken: BTreeMap<i32, Vec<(i32, i32)>> = BTreeMap::new();
    for (at, rect) in rects.iter().enumerate() {
        taken.entry(layers.of(at)).or_default().push((rect.x - CLEARANCE, rect.right() + CLEARANCE));
    }
    for bend in found.iter().flatten() {
        taken.entry(bend.y).or_default().push((bend.x - LANE, bend.x + LANE));
    }
    for &link in links {
        let (from, to) = problem.edges[link];
        let (start, end) = (rects[from].center().x, rects[to].center().x);
        let (first, last) = (layers.of(from), layers.of(to));
        let mut bends = Vec::new();
        let steps = i32::try_from(taken.range(first.min(last) + 1..first.max(last)).count()).unwrap_or(i32::MAX);
        for (step, (&y, taken)) in (1..).zip(taken.range_mut(first.min(last) + 1..first.max(last))) {
            let step = if first < last { step } else { steps + 1 - step };
            let wanted = start + (end - start) / (steps + 1) * step;
            let x = nearest_free(taken, wanted);
            taken.push((x - LANE, x + LANE));
            bends.push(Point { x, y });
        }
        if first > last {
            bends.reverse();
        }
        found[link] = bends;
    }
}

fn nearest_free(taken: &[(i32, i32)], wanted: i32) -> i32 {
    let free = |x: &i32| taken.iter().all(|&(left, right)| *x <= left || right <= *x);
    let sides = taken.iter().flat_map(|&(left, right)| [left, right]);
    sides.chain([wanted]).filter(free).min_by_key(|&x| ((x - wanted).abs(), x)).unwrap_or(wanted)
}

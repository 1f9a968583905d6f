//! The best place of each thing in its column, the others as they stand.
//!
//! Takes columns and places, gives places with no more crossings. What two things of a column have of crossings between
//! them is reckoned once; then each is taken out and put where it has fewest.

use super::crossing::Columns;

/// How often all columns are gone through.
const ROUNDS: usize = 12;

/// Sifts every column until nothing is gained.
pub(super) fn sift(columns: &Columns, places: &mut [Vec<usize>]) {
    for _ in 0..ROUNDS {
        let moved = (0..columns.sizes.len()).filter(|&column| sift_one(columns, places, column)).count();
        if moved == 0 {
            return;
        }
    }
}

/// Whether anything of the column was moved.
fn sift_one(columns: &Columns, places: &mut [Vec<usize>], column: usize) -> bool {
    let size = columns.sizes[column];
    let crossings = between(columns, places, column);
    let mut standing: Vec<usize> = (0..size).collect();
    standing.sort_by_key(|&thing| places[column][thing]);
    let mut moved = false;
    for thing in 0..size {
        let Some(at) = standing.iter().position(|&other| other == thing) else { continue };
        standing.remove(at);
        // The cost at a place, against that at the first.
        let (mut cost, mut costs) = (0i64, vec![0i64]);
        for &other in &standing {
            cost += crossings[other * size + thing] - crossings[thing * size + other];
            costs.push(cost);
        }
        let best = costs.iter().enumerate().min_by_key(|(place, cost)| (**cost, place.abs_diff(at)));
        let best = best.map_or(at, |(place, _)| place);
        let best = if costs[best] < costs[at] { best } else { at };
        moved |= best != at;
        standing.insert(best, thing);
    }
    for (place, thing) in standing.into_iter().enumerate() {
        places[column][thing] = place;
    }
    moved
}

/// For each two things of a column, how many of their lines cross if the first stands above the second.
fn between(columns: &Columns, places: &[Vec<usize>], column: usize) -> Vec<i64> {
    let size = columns.sizes[column];
    let mut crossings = vec![0; size * size];
    let mut add = |mut ends: Vec<Vec<usize>>| {
        ends.iter_mut().for_each(|ends| ends.sort_unstable());
        for (upper, above) in ends.iter().enumerate() {
            for (lower, below) in ends.iter().enumerate().filter(|(lower, _)| *lower != upper) {
                let over = |end: &usize| below.partition_point(|other| other < end);
                crossings[upper * size + lower] += i64::try_from(above.iter().map(over).sum::<usize>()).unwrap_or(0);
            }
        }
    };
    if let Some(before) = column.checked_sub(1) {
        let mut ends = vec![Vec::new(); size];
        columns.pairs[before].iter().for_each(|&(left, right)| ends[right].push(places[before][left]));
        add(ends);
    }
    if let Some(pairs) = columns.pairs.get(column) {
        let mut ends = vec![Vec::new(); size];
        pairs.iter().for_each(|&(left, right)| ends[left].push(places[column + 1][right]));
        add(ends);
    }
    crossings
}

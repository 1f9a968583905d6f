//! Orders of columns with few crossings between them.
//!
//! Takes the neighbours of numbered things in adjacent columns, gives an order of each column. Every column in turn is
//! sorted by where its neighbours stand, then each thing put where it crosses least; that is done from several orders,
//! and the best seen is kept, the order of the plan where nothing is gained.

use super::sift::sift;

/// Columns to be ordered, and the pairs that join each to the next.
pub(super) struct Columns {
    /// How many things stand in each.
    pub sizes: Vec<usize>,
    /// Between column n and n+1: places in each.
    pub pairs: Vec<Vec<(usize, usize)>>,
}

const SWEEPS: usize = 8;

/// Orders that look like chance and are always the same.
struct Shuffled(u64);

impl Shuffled {
    fn shuffle(&mut self, places: &mut [usize]) {
        for at in (1..places.len()).rev() {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let other = usize::try_from(self.0 >> 33).unwrap_or(0) % (at + 1);
            places.swap(at, other);
        }
    }
}

impl Columns {
    /// The order of each column: which thing comes first, and so on. Begun so many times, each from another order.
    pub(super) fn ordered(&self, tries: usize) -> Vec<Vec<usize>> {
        let plan: Vec<Vec<usize>> = self.sizes.iter().map(|&size| (0..size).collect()).collect();
        let mut best = (self.crossings(&plan), plan.clone());
        let mut shuffled = Shuffled(1);
        for attempt in 0..tries {
            if best.0 == 0 {
                break;
            }
            let mut places = plan.clone();
            if attempt > 0 {
                places.iter_mut().for_each(|column| shuffled.shuffle(column));
            }
            self.sweep(&mut places);
            sift(self, &mut places);
            let crossings = self.crossings(&places);
            if crossings < best.0 {
                best = (crossings, places);
            }
        }
        best.1.iter().map(|places| order(places)).collect()
    }

    /// Sorts the columns to and fro as long as that takes crossings away.
    fn sweep(&self, places: &mut Vec<Vec<usize>>) {
        let mut best = (self.crossings(places), places.clone());
        for sweep in 0..SWEEPS {
            if best.0 == 0 {
                break;
            }
            let columns: Vec<usize> = (0..self.sizes.len()).collect();
            let turns: Vec<usize> = if sweep % 2 == 0 { columns } else { columns.into_iter().rev().collect() };
            for column in turns {
                let side = match sweep % 4 {
                    0 | 2 => Side::Before,
                    1 => Side::After,
                    _ => Side::Both,
                };
                self.sort(column, places, side);
            }
            let crossings = self.crossings(places);
            if crossings < best.0 {
                best = (crossings, places.clone());
            }
        }
        *places = best.1;
    }

    /// Sorts a column by the mean place of its neighbours.
    fn sort(&self, column: usize, places: &mut [Vec<usize>], side: Side) {
        let mut sums = vec![(0u64, 0u64); self.sizes[column]];
        let mut add = |of: usize, at: usize, size: usize| {
            sums[of].0 += (at as u64 * 2 + 1) * 1_000_000 / (size.max(1) as u64);
            sums[of].1 += 1;
        };
        let (before, after) = (column.checked_sub(1), (column + 1 < self.sizes.len()).then_some(column + 1));
        let use_before = before.filter(|_| side != Side::After || after.is_none());
        let use_after = after.filter(|_| side != Side::Before || before.is_none());
        if let Some(before) = use_before {
            self.pairs[before].iter().for_each(|&(left, right)| add(right, places[before][left], self.sizes[before]));
        }
        if let Some(after) = use_after {
            self.pairs[column].iter().for_each(|&(left, right)| add(left, places[after][right], self.sizes[after]));
        }
        let own = |at: usize| (places[column][at] as u64 * 2 + 1) * 1_000_000 / (self.sizes[column].max(1) as u64);
        let mean = |at: usize| sums[at].0.checked_div(sums[at].1).unwrap_or_else(|| own(at));
        let mut sorted: Vec<usize> = (0..self.sizes[column]).collect();
        sorted.sort_by_key(|&at| (mean(at), places[column][at]));
        for (place, at) in sorted.into_iter().enumerate() {
            places[column][at] = place;
        }
    }

    fn crossings(&self, places: &[Vec<usize>]) -> usize {
        let between = self.pairs.iter().enumerate().map(|(column, pairs)| {
            let mut ends: Vec<(usize, usize)> =
                pairs.iter().map(|&(left, right)| (places[column][left], places[column + 1][right])).collect();
            ends.sort_unstable();
            inversions(ends.into_iter().map(|(_, right)| right), self.sizes[column + 1])
        });
        between.sum()
    }
}

/// Whose places count.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Before,
    After,
    Both,
}

/// How many pairs stand in the wrong order.
fn inversions(sequence: impl Iterator<Item = usize>, size: usize) -> usize {
    // A Fenwick tree of what has come so far.
    let mut tree = vec![0usize; size + 1];
    let mut inversions = 0;
    for (seen, at) in sequence.enumerate() {
        let (mut not_after, mut index) = (0, at + 1);
        while index > 0 {
            not_after += tree[index];
            index &= index - 1;
        }
        inversions += seen - not_after;
        let mut index = at + 1;
        while index <= size {
            tree[index] += 1;
            index += index & index.wrapping_neg();
        }
    }
    inversions
}

fn order(places: &[usize]) -> Vec<usize> {
    let mut order = vec![0; places.len()];
    for (at, &place) in places.iter().enumerate() {
        order[place] = at;
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn crossings_are_counted_and_undone() {
        assert_eq!(inversions([2, 0, 1, 1].into_iter(), 3), 3);
        let columns = Columns { sizes: vec![3, 3], pairs: vec![vec![(0, 2), (1, 1), (2, 0)]] };
        let ordered = columns.ordered(2);
        let place = |column: usize, of: usize| ordered[column].iter().position(|&at| at == of).unwrap();
        let flat = columns.pairs[0].iter().all(|&(left, right)| place(0, left) == place(1, right));
        assert!(flat, "{ordered:?}");
    }
}

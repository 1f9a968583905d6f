//! Where things of a column stand: near where they would like to, in their order, none over another.

/// The upper ends of things of these heights whose middles would like to be at these places, `gap` apart and in order,
/// moved as little as can be in all.
pub(super) fn spread(heights: &[i32], wanted: &[i32], gap: i32) -> Vec<i32> {
    // What touches is moved together: runs with the sum of their wishes for the first of each, and how many.
    let mut runs: Vec<Run> = Vec::new();
    for (at, (&height, &middle)) in heights.iter().zip(wanted).enumerate() {
        let mut run = Run { first: at, count: 1, wishes: i64::from(middle - height / 2), height: height + gap };
        while let Some(before) = runs.last() {
            if before.top() + i64::from(before.height) <= run.top() {
                break;
            }
            // Those of the later run stand below the earlier: their wishes for its first are so much higher.
            let count = before.count + run.count;
            let wishes = before.wishes + run.wishes - run.count * i64::from(before.height);
            run = Run { first: before.first, count, wishes, height: before.height + run.height };
            runs.pop();
        }
        runs.push(run);
    }
    let mut tops = vec![0; heights.len()];
    for (number, run) in runs.iter().enumerate() {
        let end = runs.get(number + 1).map_or(heights.len(), |next| next.first);
        let mut y = i32::try_from(run.top()).unwrap_or(0);
        for at in run.first..end {
            tops[at] = y;
            y += heights[at] + gap;
        }
    }
    tops
}

struct Run {
    first: usize,
    count: i64,
    wishes: i64,
    height: i32,
}

impl Run {
    fn top(&self) -> i64 {
        self.wishes.div_euclid(self.count.max(1))
    }
}

#[cfg(test)]
mod tests {
    use super::spread;

    #[test]
    fn what_would_overlap_shares_the_way() {
        assert_eq!(spread(&[10, 10], &[5, 50], 2), [0, 45]);
        assert_eq!(spread(&[10, 10], &[20, 20], 2), [9, 21]);
        assert_eq!(spread(&[10, 10, 10], &[5, 5, 5], 0), [-10, 0, 10]);
    }
}

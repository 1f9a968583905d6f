//! Places of an older text in a newer one.
//!
//! Takes two texts that differ in one stretch, as they do after some typing, and moves bytes from one to the other. What
//! lies within the stretch has no place in the other text.

/// The stretch in which two texts differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Shift {
    /// How many bytes are the same before.
    before: usize,
    /// How many are the same behind.
    behind: usize,
    old: usize,
    new: usize,
}

/// How many bytes are compared at once.
const BLOCK: usize = 4096;

impl Shift {
    /// From an older text to a newer one.
    pub fn between(old: &str, new: &str) -> Self {
        let (old, new) = (old.as_bytes(), new.as_bytes());
        let least = old.len().min(new.len());
        let before = alike(least, |from, to| old.get(from..to) == new.get(from..to));
        let tail = |text: &[u8], from: usize, to: usize| text.len() - to..text.len() - from;
        let behind = alike(least - before, |from, to| old.get(tail(old, from, to)) == new.get(tail(new, from, to)));
        Self { before, behind, old: old.len(), new: new.len() }
    }

    /// Where a byte of the older text is in the newer.
    pub fn to_new(self, at: usize) -> Option<usize> {
        match at {
            _ if at <= self.before => Some(at),
            _ if at <= self.old && at >= self.old - self.behind => Some(at + self.new - self.old),
            _ => None,
        }
    }

    /// Where a byte of the newer text is, or would be, in the older.
    pub fn to_old(self, at: usize) -> usize {
        match at {
            _ if at <= self.before => at,
            _ if at >= self.new - self.behind => (at + self.old).saturating_sub(self.new),
            _ => self.old - self.behind,
        }
    }
}

/// How many of the first bytes are the same.
fn alike(most: usize, same: impl Fn(usize, usize) -> bool) -> usize {
    let mut at = 0;
    let mut step = BLOCK;
    while step > 0 {
        while at + step <= most && same(at, at + step) {
            at += step;
        }
        step /= 2;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_move_with_what_is_typed_before_them() {
        let shift = Shift::between("甲乙丙", "甲新的乙丙");
        assert_eq!((shift.to_new(0), shift.to_new(3), shift.to_new(6)), (Some(0), Some(3), Some(12)));
        assert_eq!((shift.to_old(12), shift.to_old(6)), (6, 3));
        let back = Shift::between("甲新的乙丙", "甲乙丙");
        assert_eq!((back.to_new(6), back.to_new(9), back.to_new(12)), (None, Some(3), Some(6)));
    }

    #[test]
    fn equal_texts_do_not_move() {
        let long = "一二三\n".repeat(5000);
        let shift = Shift::between(&long, &long);
        assert!([0, 7, long.len()].iter().all(|at| shift.to_new(*at) == Some(*at) && shift.to_old(*at) == *at));
        assert_eq!(Shift::between("", "甲").to_new(0), Some(0));
    }
}

//! A plan followed as it is written: made anew whenever a file changes that it was made of.
//!
//! Takes [`Order`]s, gives a [`Draft`] of each at once and again after every change. What a draft was made of is not
//! guessed: its reading of the world is noted ([`Seen`]), and a change is an answer that reads otherwise now. A file
//! that is only touched is no change, nor is anything that was never read, such as an output. Never writes a file.

mod bell;
mod order;
mod seen;

use std::path::PathBuf;
use std::time::Duration;

pub use order::{Draft, Made, Order, Unmade};
pub use seen::{Seen, Trail};

use bell::Bell;

use crate::world::World;

/// How long after the last sign of a change it is believed to be over: editors write in several steps.
const SETTLE: Duration = Duration::from_millis(25);
/// How often the files are read again without any sign: some disks give none.
const ROUND: Duration = Duration::from_secs(2);

/// Makes every order and hands it on, then again whenever something changes that it was made of; `take` is told which
/// order it is and which files read otherwise, and says whether to go on.
pub fn follow(world: &dyn World, orders: &[Order], mut take: impl FnMut(usize, Draft, &[PathBuf]) -> bool) {
    let mut bell = Bell::new(SETTLE);
    let mut trails: Vec<Trail> = Vec::new();
    for (index, order) in orders.iter().enumerate() {
        let (draft, trail) = order.make(world);
        bell.hang(&trail, world);
        trails.push(trail);
        if !take(index, draft, &[]) {
            return;
        }
    }
    loop {
        for (index, order) in orders.iter().enumerate() {
            let changed = trails[index].changed(world);
            if changed.is_empty() {
                continue;
            }
            let (draft, trail) = order.make(world);
            bell.hang(&trail, world);
            trails[index] = trail;
            if !take(index, draft, &changed) {
                return;
            }
        }
        bell.wait(ROUND);
    }
}

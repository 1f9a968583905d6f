//! A plan followed as it is written: made anew whenever a file changes that it was made of.
//!
//! Takes [`Order`]s, gives a [`Draft`] of each at once and again after every change. What a draft was made of is not
//! guessed: its reading of the world is noted ([`Seen`]), and a change is an answer that reads otherwise now. A file
//! that is only touched is no change, nor is anything that was never read, such as an output. Never writes a file.

mod bell;
mod order;
mod seen;

use std::path::PathBuf;
use std::thread;
use std::time::{Duration, Instant};

pub use order::{Draft, Made, Order, Unmade};
pub use seen::{Seen, Trail};

use bell::Bell;

use crate::world::World;

/// How long after the last sign of a change it is believed to be over: editors write in several steps.
const SETTLE: Duration = Duration::from_millis(25);
/// How long a file may be gone, empty or cut short before that is believed: it is being saved, as a rule.
const DOUBT: Duration = Duration::from_millis(500);
/// How often the files are read again without any sign: some disks give none.
const ROUND: Duration = Duration::from_secs(2);

/// An order, made once more.
pub struct Round {
    /// Which of the orders.
    pub index: usize,
    /// What came of it.
    pub draft: Draft,
    /// What read otherwise; nothing the first time.
    pub changed: Vec<PathBuf>,
    /// When that was noticed.
    pub began: Instant,
}

/// Makes every order and hands it on, then again whenever something changes that it was made of; `take` says whether to
/// go on.
pub fn follow(world: &dyn World, orders: &[Order], mut take: impl FnMut(Round) -> bool) {
    let mut bell = Bell::new(SETTLE);
    let mut trails: Vec<Option<Trail>> = orders.iter().map(|_| None).collect();
    loop {
        let mut is_quiet = true;
        for (index, (order, last)) in orders.iter().zip(&mut trails).enumerate() {
            let began = Instant::now();
            let changed = last.as_ref().map(|trail| lasting(trail, world));
            if changed.as_ref().is_some_and(Vec::is_empty) {
                continue;
            }
            is_quiet = false;
            let (draft, trail) = order.make(world);
            bell.hang(&trail, world);
            *last = Some(trail);
            if !take(Round { index, draft, changed: changed.unwrap_or_default(), began }) {
                return;
            }
        }
        // What changed before the bell hung is found by one more look.
        if is_quiet {
            bell.wait(ROUND);
        }
    }
}

/// What reads otherwise, and still does a moment later; longer is waited while a file seems to be on its way.
fn lasting(trail: &Trail, world: &dyn World) -> Vec<PathBuf> {
    let mut changed = trail.changed(world);
    let began = Instant::now();
    while !changed.is_empty() {
        thread::sleep(SETTLE);
        changed = trail.changed(world);
        if !trail.is_broken_off(world) || began.elapsed() > DOUBT {
            break;
        }
    }
    changed
}

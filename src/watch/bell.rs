//! What rings when something happens in a folder.
//!
//! It only says that a look is worth while: what changed is told by reading. Where the system cannot watch a folder the
//! bell stays still, and whoever waits looks every now and then anyway.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use notify_debouncer_full::notify::event::EventKind;
use notify_debouncer_full::notify::{RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, Debouncer, RecommendedCache, new_debouncer};

use super::Trail;
use crate::world::World;

/// A bell and the folders it hangs in.
pub(super) struct Bell {
    watcher: Option<Debouncer<RecommendedWatcher, RecommendedCache>>,
    rings: Receiver<()>,
    hung: BTreeMap<PathBuf, bool>,
}

impl Bell {
    /// A bell that rings once things have been quiet for that long.
    pub fn new(quiet: Duration) -> Self {
        let (ring, rings) = channel();
        // That a file was opened or read says nothing; reading it again would ring once more.
        let heard = move |result: DebounceEventResult| {
            let is_sign = |kind: EventKind| !matches!(kind, EventKind::Access(_));
            if result.is_err() || result.is_ok_and(|events| events.iter().any(|event| is_sign(event.kind))) {
                // Nobody listens any more: the program ends.
                let _ = ring.send(());
            }
        };
        Self { watcher: new_debouncer(quiet, None, heard).ok(), rings, hung: BTreeMap::new() }
    }

    /// Hangs it in the folders of a trail, besides those it hangs in already.
    pub fn hang(&mut self, trail: &Trail, world: &dyn World) {
        let Some(watcher) = &mut self.watcher else { return };
        for (folder, is_deep) in trail.folders(world) {
            let known = self.hung.get(&folder).is_some_and(|deep| *deep || !is_deep);
            if known || !is_whole(&folder) {
                continue;
            }
            let mode = if is_deep { RecursiveMode::Recursive } else { RecursiveMode::NonRecursive };
            if watcher.watch(&folder, mode).is_ok() {
                self.hung.insert(folder, is_deep);
            }
        }
    }

    /// Waits until it rings, or for so long.
    pub fn wait(&self, longest: Duration) {
        if self.watcher.is_none() {
            return thread::sleep(longest / 4);
        }
        // Rings that came meanwhile are one.
        let _ = self.rings.recv_timeout(longest);
        while self.rings.try_recv().is_ok() {}
    }
}

/// The root of the disk rings all the time.
fn is_whole(folder: &Path) -> bool {
    folder.parent().is_some()
}

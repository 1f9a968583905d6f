//! The thread that checks plans while typing goes on.
//!
//! Takes jobs, gives plans that were checked. Of two jobs for one plan only the later is done; one that is under way is
//! finished, for what it finds is newer than what is known. A plan on which the compiler fails is told as such, and the
//! next one is checked.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

use super::checked::{Checked, Job};
use super::server::Event;

/// The stack of a thread, that of a program: a plan that can be checked by one can be checked by the other.
pub(super) const STACK: usize = 8 << 20;

/// Where jobs are left.
pub(super) struct Worker(Arc<Queue>);

#[derive(Default)]
struct Queue {
    jobs: Mutex<BTreeMap<PathBuf, Job>>,
    has_some: Condvar,
    /// Whether the server is gone.
    is_over: AtomicBool,
}

impl Worker {
    /// Starts the thread, which tells what it finds.
    pub fn start(events: Sender<Event>) -> Self {
        let queue = Arc::new(Queue::default());
        let own = Arc::clone(&queue);
        let work = move || {
            while let Some(job) = own.next() {
                // Nobody waits once the server is gone.
                if events.send(done(job)).is_err() {
                    return;
                }
            }
        };
        // Without a thread nothing is checked, and the rest works all the same.
        let _ = thread::Builder::new().name("checks".to_owned()).stack_size(STACK).spawn(work);
        Self(queue)
    }

    /// Leaves a job in the place of an older one for the same plan.
    pub fn check(&self, job: Job) {
        self.0.jobs().insert(job.path.clone(), job);
        self.0.has_some.notify_one();
    }

    /// Takes back the job for a plan that is no more.
    pub fn forget(&self, path: &std::path::Path) {
        self.0.jobs().remove(path);
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        // Under the lock, so that the thread either sees it or waits already and is woken.
        let jobs = self.0.jobs();
        self.0.is_over.store(true, Ordering::Relaxed);
        drop(jobs);
        self.0.has_some.notify_one();
    }
}

impl Queue {
    fn jobs(&self) -> MutexGuard<'_, BTreeMap<PathBuf, Job>> {
        self.jobs.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The job that is most urgent; waits for one, as long as there is a server.
    fn next(&self) -> Option<Job> {
        let mut jobs = self.jobs();
        loop {
            if self.is_over.load(Ordering::Relaxed) {
                return None;
            }
            let first = jobs.values().min_by_key(|job| job.rank).map(|job| job.path.clone());
            if let Some(job) = first.and_then(|path| jobs.remove(&path)) {
                return Some(job);
            }
            jobs = self.has_some.wait(jobs).unwrap_or_else(PoisonError::into_inner);
        }
    }
}

fn done(job: Job) -> Event {
    let (path, stamp) = (job.path.clone(), job.stamp);
    match catch_unwind(AssertUnwindSafe(|| Checked::of(job))) {
        Ok(checked) => Event::Checked(Box::new(checked)),
        Err(_) => Event::Failed(path, stamp),
    }
}

//! The thread that makes the answers that take longer: to lay out or colour a whole text must hold up no key.
//!
//! Takes requests with what was known when they came, and gives the answers in their order. Also where large things are
//! let go of, which takes a while too.

use std::any::Any;
use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

use lsp_server::{Request, RequestId};
use serde_json::Value;

use super::handlers;
use super::server::Event;
use super::state::{Refusal, State};
use super::worker::STACK;

/// Where such requests are left.
pub(super) struct Desk(Arc<Queue>);

#[derive(Default)]
struct Queue {
    tasks: Mutex<VecDeque<Task>>,
    has_some: Condvar,
}

enum Task {
    Answer(Request, Box<State>),
    LetGo(Box<dyn Any + Send>),
    End,
}

impl Desk {
    /// Starts the thread, which tells what it answers.
    pub fn start(events: Sender<Event>) -> Self {
        let queue = Arc::new(Queue::default());
        let own = Arc::clone(&queue);
        let work = move || {
            loop {
                match own.next() {
                    Task::LetGo(thing) => drop(thing),
                    Task::End => return,
                    Task::Answer(request, state) => {
                        let answer = answer(&state, &request);
                        // Nobody waits once the server is gone.
                        if events.send(Event::Answered(request, answer)).is_err() {
                            return;
                        }
                    }
                }
            }
        };
        // Without a thread these requests get no answer, and the rest works all the same.
        let _ = thread::Builder::new().name("answers".to_owned()).stack_size(STACK).spawn(work);
        Self(queue)
    }

    /// Leaves a request to be answered from what is known now.
    pub fn answer(&self, request: Request, state: State) {
        self.0.put(Task::Answer(request, Box::new(state)));
    }

    /// Lets go of something large.
    pub fn let_go(&self, thing: impl Any + Send) {
        self.0.put(Task::LetGo(Box::new(thing)));
    }

    /// Takes back what was not begun yet; gives the ids.
    pub fn drop_where(&self, is_unwanted: impl Fn(&RequestId) -> bool) -> Vec<RequestId> {
        let mut dropped = Vec::new();
        self.0.tasks().retain(|task| match task {
            Task::Answer(request, _) if is_unwanted(&request.id) => {
                dropped.push(request.id.clone());
                false
            }
            _ => true,
        });
        dropped
    }
}

impl Drop for Desk {
    /// The thread ends once it has done what was left.
    fn drop(&mut self) {
        self.0.put(Task::End);
    }
}

impl Queue {
    fn tasks(&self) -> MutexGuard<'_, VecDeque<Task>> {
        self.tasks.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn put(&self, task: Task) {
        self.tasks().push_back(task);
        self.has_some.notify_one();
    }

    fn next(&self) -> Task {
        let mut tasks = self.tasks();
        loop {
            if let Some(task) = tasks.pop_front() {
                return task;
            }
            tasks = self.has_some.wait(tasks).unwrap_or_else(PoisonError::into_inner);
        }
    }
}

/// The answer to a request, whatever happens.
pub(super) fn answer(state: &State, request: &Request) -> Result<Value, Refusal> {
    catch_unwind(AssertUnwindSafe(|| handlers::answer(state, request))).unwrap_or(Err(Refusal::Broken))
}

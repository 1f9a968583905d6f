//! The server's state and its one loop.
//!
//! Takes events in their order — a message, a plan that was checked, folders that were searched — and sends what follows.
//! A request that needs a newer check than there is, is put aside until one ends. Whatever fails, even by a panic, is told
//! to the client, and the loop goes on.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender};

use gen_lsp_types::{self as lsp, Notification as _};
use lsp_server::{ErrorCode, Message, Notification, Request, RequestId, Response};
use serde::Serialize;
use serde_json::Value;

use super::checked::{Checked, Job};
use super::client::{Client, Tongues};
use super::desk::Desk;
use super::documents::Documents;
use super::plans::Plans;
use super::state::{Refusal, State};
use super::wire::{Incoming, Outbox};
use super::worker::Worker;
use super::{End, desk, handlers};

/// What happens to a server.
pub(super) enum Event {
    /// Something came in.
    Incoming(Incoming),
    /// The client is gone.
    Gone,
    /// A plan was checked.
    Checked(Box<Checked>),
    /// The check of a plan failed, which had changed then.
    Failed(PathBuf, u64),
    /// The plans that the folders hold.
    Found(Vec<PathBuf>),
    /// A request was answered that takes longer.
    Answered(Request, Result<Value, Refusal>),
}

/// How far a session is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Phase {
    Begun,
    Serving,
    Ending,
}

/// The server.
pub(super) struct Server {
    /// What requests are answered from.
    pub state: State,
    /// What was told of each file.
    pub told: BTreeMap<PathBuf, Vec<lsp::Diagnostic>>,
    /// Where events are put.
    pub events: Sender<Event>,
    outbox: Outbox,
    worker: Worker,
    desk: Desk,
    tongues: Tongues,
    phase: Phase,
    parked: Vec<Request>,
    asked: i32,
}

impl Server {
    /// A server that was not spoken to yet.
    pub fn new(outbox: Outbox, events: Sender<Event>, tongues: Tongues) -> Self {
        Self {
            state: State {
                client: Client::of(&Value::Null, tongues),
                documents: Documents::default(),
                plans: Plans::default(),
                seeking: 0,
            },
            told: BTreeMap::new(),
            worker: Worker::start(events.clone()),
            desk: Desk::start(events.clone()),
            events,
            outbox,
            tongues,
            phase: Phase::Begun,
            parked: Vec::new(),
            asked: 0,
        }
    }

    /// Serves until the client is done.
    pub fn run(mut self, events: &Receiver<Event>) -> End {
        let mut waiting = VecDeque::new();
        loop {
            if waiting.is_empty() {
                let Ok(event) = events.recv() else { return End::Broken };
                waiting.push_back(event);
            }
            waiting.extend(events.try_iter());
            self.drop_cancelled(&mut waiting);
            match waiting.pop_front() {
                Some(Event::Incoming(Incoming::Message(Message::Notification(exit)))) if exit.method == "exit" => {
                    return if self.phase == Phase::Ending { End::Announced } else { End::Broken };
                }
                Some(Event::Gone) => return End::Broken,
                Some(event) => self.handle(event),
                // All there was took something back.
                None => {}
            }
        }
    }

    fn handle(&mut self, event: Event) {
        match event {
            Event::Incoming(Incoming::Message(Message::Request(request))) => self.request(request),
            Event::Incoming(Incoming::Message(Message::Notification(notification))) => self.notified(notification),
            // Nothing that is asked of the client has an answer that is waited for.
            Event::Incoming(Incoming::Message(Message::Response(_))) | Event::Gone => {}
            Event::Incoming(Incoming::Malformed(id, why)) => self.outbox.refuse(&id, &why),
            Event::Checked(checked) => self.checked(*checked),
            // What it waited for may have come meanwhile.
            Event::Answered(request, Err(Refusal::Wait)) if self.state.plans.are_current() => self.answer(request),
            Event::Answered(request, answer) => self.answered(request, answer),
            Event::Failed(path, stamp) => {
                self.state.plans.fail(&path, stamp);
                self.log(format!("the check of {} failed", path.display()));
                self.retry();
            }
            Event::Found(paths) => {
                self.state.seeking = self.state.seeking.saturating_sub(1);
                self.state.plans.tick();
                paths.iter().for_each(|path| self.check(path));
                self.retry();
            }
        }
    }

    fn request(&mut self, request: Request) {
        let refuse = |code: ErrorCode, why: &str| Response::new_err(request.id.clone(), code as i32, why.to_owned());
        let response = match (self.phase, request.method.as_str()) {
            (Phase::Begun, "initialize") => {
                self.state.client = Client::of(&request.params, self.tongues);
                self.phase = Phase::Serving;
                Response::new_ok(request.id, super::capabilities::offered(&self.state.client))
            }
            (Phase::Begun, _) => refuse(ErrorCode::ServerNotInitialized, "initialize comes first"),
            (Phase::Serving, "shutdown") => {
                self.phase = Phase::Ending;
                Response::new_ok(request.id, Value::Null)
            }
            (Phase::Serving, "initialize") => refuse(ErrorCode::InvalidRequest, "initialized already"),
            (Phase::Serving, _) => return self.answer(request),
            (Phase::Ending, _) => refuse(ErrorCode::InvalidRequest, "shut down already"),
        };
        self.outbox.send(response.into());
    }

    /// Answers a request, or leaves it to be answered beside the typing.
    fn answer(&mut self, request: Request) {
        if handlers::is_slow(&request.method) {
            return self.desk.answer(request, self.state.clone());
        }
        let answer = desk::answer(&self.state, &request);
        self.answered(request, answer);
    }

    /// Sends an answer, or puts the request aside that has to wait for one.
    fn answered(&mut self, request: Request, answer: Result<Value, Refusal>) {
        let refuse = |code: ErrorCode, why: String| Response::new_err(request.id.clone(), code as i32, why);
        let response = match answer {
            Ok(value) => Response::new_ok(request.id, value),
            Err(Refusal::Wait) => return self.parked.push(request),
            Err(Refusal::Unknown) => refuse(ErrorCode::MethodNotFound, format!("{} is not served", request.method)),
            Err(Refusal::Invalid(why)) => refuse(ErrorCode::InvalidParams, why),
            Err(Refusal::Failed(why)) => refuse(ErrorCode::RequestFailed, why.get(self.state.client.lang()).to_owned()),
            Err(Refusal::Broken) => {
                self.log(format!("{} failed by a fault of the server", request.method));
                refuse(ErrorCode::InternalError, "a fault of the server".to_owned())
            }
        };
        self.outbox.send(response.into());
    }

    fn notified(&mut self, notification: Notification) {
        if self.phase != Phase::Serving {
            return;
        }
        let method = notification.method.clone();
        match catch_unwind(AssertUnwindSafe(|| handlers::notified(self, notification))) {
            Ok(Ok(())) => {}
            Ok(Err(why)) => self.log(format!("{method}: {why}")),
            Err(_) => self.log(format!("{method} failed by a fault of the server")),
        }
    }

    /// Takes in a plan that was checked, and does what waited for it.
    fn checked(&mut self, checked: Checked) {
        let told = |checked: &Checked| checked.paths().chain(checked.problems.keys()).cloned().collect::<BTreeSet<_>>();
        let mut files = self.state.plans.get(&checked.path).map(|before| told(before)).unwrap_or_default();
        files.extend(told(&checked));
        files.insert(checked.path.clone());
        let is_open = self.state.documents.get(&checked.path).is_some();
        let (is_known, before) = self.state.plans.take(checked);
        self.desk.let_go(before);
        if !is_known {
            return;
        }
        self.tell(files);
        if is_open
            && self
                .state
                .plans
                .paths()
                .all(|plan| self.state.documents.get(plan).is_none() || self.state.plans.is_current(plan))
        {
            self.redraw();
        }
        self.retry();
    }

    /// Answers what was put aside, as far as it can be now.
    pub fn retry(&mut self) {
        std::mem::take(&mut self.parked).into_iter().for_each(|request| self.answer(request));
    }

    /// Leaves a plan to be checked: one that is open first.
    pub fn check(&mut self, path: &Path) {
        let stamp = self.state.plans.touch(path);
        let is_open = self.state.documents.get(path).is_some();
        let has_open = || {
            self.state
                .plans
                .get(path)
                .is_some_and(|known| known.paths().any(|of| self.state.documents.get(of).is_some()))
        };
        let rank = if is_open { 0 } else { 2 - u8::from(has_open()) };
        let (documents, client) = (self.state.documents.clone(), self.state.client.clone());
        self.worker.check(Job { path: path.to_owned(), stamp, rank, documents, client });
    }

    /// Lets a plan go, with the job that it may have left.
    pub fn forget(&mut self, path: &Path) {
        self.worker.forget(path);
        let Some(known) = self.state.plans.forget(path) else { return };
        let files = known.paths().chain(known.problems.keys()).cloned().collect();
        self.tell(files);
    }

    /// Tells the client something.
    pub fn notify(&self, method: String, params: impl Serialize) {
        self.outbox.send(Notification::new(method, params).into());
    }

    /// Asks the client for something whose answer does not matter.
    pub fn ask(&mut self, method: String, params: impl Serialize) {
        self.asked += 1;
        self.outbox.send(Request::new(RequestId::from(self.asked), method, params).into());
    }

    /// Leaves a line in the client's log.
    pub fn log(&self, message: String) {
        let params = lsp::LogMessageParams { kind: lsp::MessageType::Error, message };
        self.notify(lsp::LogMessageNotification::METHOD.into(), params);
    }

    /// Answers what the client wants no more, and does not do it.
    fn drop_cancelled(&mut self, waiting: &mut VecDeque<Event>) {
        let unwanted: Vec<Value> = waiting.iter().filter_map(cancelled).collect();
        if unwanted.is_empty() {
            return;
        }
        let is_unwanted =
            |id: &RequestId| unwanted.iter().any(|value| serde_json::to_value(id).ok().as_ref() == Some(value));
        let mut dropped = Vec::new();
        self.parked.retain(|request| {
            !is_unwanted(&request.id) || {
                dropped.push(request.id.clone());
                false
            }
        });
        waiting.retain(|event| match event {
            Event::Incoming(Incoming::Message(Message::Request(request))) if is_unwanted(&request.id) => {
                dropped.push(request.id.clone());
                false
            }
            event => cancelled(event).is_none(),
        });
        dropped.extend(self.desk.drop_where(is_unwanted));
        for id in dropped {
            self.outbox.send(Response::new_err(id, ErrorCode::RequestCanceled as i32, "cancelled".to_owned()).into());
        }
    }
}

/// The id of the request that a message takes back.
fn cancelled(event: &Event) -> Option<Value> {
    match event {
        Event::Incoming(Incoming::Message(Message::Notification(notification)))
            if notification.method == "$/cancelRequest" =>
        {
            notification.params.get("id").cloned()
        }
        _ => None,
    }
}

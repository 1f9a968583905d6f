//! Who is connected. When there is no seat left, whoever has the least use for one gives it to who comes.
//!
//! Turning away whoever comes last would let a few dozen lines that ask nothing shut out the reader of the page.

use std::convert::Infallible;
use std::pin::Pin;
use std::sync::atomic::{AtomicU8, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll};

use axum::body::{Body, Bytes};
use axum::response::Response;
use hyper::body::{Frame, SizeHint};
use tokio::task::AbortHandle;

/// Has asked nothing yet, has been answered, is being answered: the first are the first to go.
const SILENT: u8 = 0;
const ANSWERED: u8 = 1;
const ANSWERING: u8 = 2;

/// The seats there are.
pub(super) struct Seats {
    taken: Mutex<Vec<(Seat, AbortHandle)>>,
    most: usize,
    next: AtomicU64,
}

/// The seat of a connection.
#[derive(Clone)]
pub(super) struct Seat {
    number: u64,
    state: Arc<AtomicU8>,
}

/// Gives a seat back when its connection ends, however it ends.
pub(super) struct Leave {
    seats: Arc<Seats>,
    number: u64,
}

impl Seats {
    pub fn new(most: usize) -> Arc<Self> {
        Arc::new(Self { taken: Mutex::default(), most, next: AtomicU64::new(0) })
    }

    /// Seats a connection, which `start` lets begin.
    pub fn take(self: &Arc<Self>, start: impl FnOnce(Seat, Leave) -> AbortHandle) {
        let number = self.next.fetch_add(1, Ordering::Relaxed);
        let seat = Seat { number, state: Arc::new(AtomicU8::new(SILENT)) };
        let leave = Leave { seats: self.clone(), number };
        // Held until the seat is noted: a connection may end before.
        let mut taken = self.taken();
        if taken.len() >= self.most
            && let Some(at) = least(&taken)
        {
            taken.remove(at).1.abort();
        }
        let handle = start(seat.clone(), leave);
        taken.push((seat, handle));
    }

    fn taken(&self) -> MutexGuard<'_, Vec<(Seat, AbortHandle)>> {
        self.taken.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Who goes: of those that have asked the least the one that came first.
fn least(taken: &[(Seat, AbortHandle)]) -> Option<usize> {
    let asked = |(_, (seat, _)): &(usize, &(Seat, AbortHandle))| (seat.state.load(Ordering::Relaxed), seat.number);
    taken.iter().enumerate().min_by_key(asked).map(|(at, _)| at)
}

impl Drop for Leave {
    fn drop(&mut self) {
        self.seats.taken().retain(|(seat, _)| seat.number != self.number);
    }
}

impl Seat {
    /// Notes that an answer is under way until its last byte is handed on.
    pub fn answering(&self) -> Answering {
        self.state.store(ANSWERING, Ordering::Relaxed);
        Answering(self.state.clone())
    }
}

/// An answer that is under way.
pub(super) struct Answering(Arc<AtomicU8>);

impl Answering {
    /// Lasts as long as what is answered.
    pub fn with(self, response: Response) -> Response {
        response.map(|body| Body::new(Lasting { body, _answering: self }))
    }
}

impl Drop for Answering {
    fn drop(&mut self) {
        self.0.store(ANSWERED, Ordering::Relaxed);
    }
}

/// A body, and that it is under way.
struct Lasting {
    body: Body,
    _answering: Answering,
}

impl hyper::body::Body for Lasting {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        Pin::new(&mut self.body).poll_frame(context)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

/// What a router that never fails gives.
pub(super) type Answer = Result<Response, Infallible>;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_asks_nothing_goes_first() {
        let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime starts");
        let _inside = runtime.enter();
        let seats = Seats::new(3);
        let mut kept = Vec::new();
        let mut take = |seats: &Arc<Seats>| {
            seats.take(|seat, leave| {
                kept.push((seat, leave));
                tokio::spawn(std::future::pending::<()>()).abort_handle()
            });
        };
        let numbers = |seats: &Seats| seats.taken().iter().map(|(seat, _)| seat.number).collect::<Vec<_>>();
        (0..3).for_each(|_| take(&seats));
        seats.taken()[0].0.state.store(ANSWERING, Ordering::Relaxed);
        seats.taken()[1].0.state.store(ANSWERED, Ordering::Relaxed);
        take(&seats);
        assert_eq!(numbers(&seats), [0, 1, 3]);
        take(&seats);
        assert_eq!(numbers(&seats), [0, 1, 4]);
        seats.taken()[2].0.state.store(ANSWERING, Ordering::Relaxed);
        take(&seats);
        assert_eq!(numbers(&seats), [0, 4, 5]);
        kept.retain(|(seat, _)| seat.number != 4);
        assert_eq!(numbers(&seats), [0, 5]);
    }
}

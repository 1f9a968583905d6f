//! Word of every change, as long as somebody listens (server-sent events).

use std::convert::Infallible;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use hyper::body::Frame;
use tokio::sync::mpsc::{Receiver, channel};
use tokio::sync::watch;
use tokio::time::timeout;

use super::Snapshot;

/// How often something is said, so that a listener that has gone away is noticed.
const BREATH: Duration = Duration::from_secs(15);

/// Tells the number of the newest snapshot, now and whenever there is another.
pub(super) fn stream(mut board: watch::Receiver<Arc<Snapshot>>) -> Response {
    let (say, said) = channel(1);
    board.mark_changed();
    tokio::spawn(async move {
        loop {
            let line = match timeout(BREATH, board.changed()).await {
                Ok(Ok(())) => match board.borrow_and_update().number {
                    0 => continue,
                    number => format!("event: snapshot\ndata: {number}\n\n"),
                },
                Ok(Err(_)) => return,
                Err(_) => ":\n\n".to_owned(),
            };
            if say.send(Bytes::from(line)).await.is_err() {
                return;
            }
        }
    });
    ([(CONTENT_TYPE, "text/event-stream")], Body::new(Lines(said))).into_response()
}

/// A body of lines that come when they come.
struct Lines(Receiver<Bytes>);

impl hyper::body::Body for Lines {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        self.0.poll_recv(context).map(|line| line.map(|line| Ok(Frame::data(line))))
    }
}

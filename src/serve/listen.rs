//! Connections, and what each may take: so many at once, so long to ask, so long to read, so large a question.

use std::io::{self, ErrorKind};
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use axum::Router;
use axum::http::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1::Builder;
use hyper::service::{Service, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::{Instant, Sleep, sleep};

use super::seats::{Answer, Leave, Seat, Seats};

/// How many connections there may be; a browser uses six for a page.
const CONNECTIONS: usize = 64;
/// How long a question may take to arrive.
const ASK: Duration = Duration::from_secs(5);
/// How long nobody may take anything of an answer.
const TAKE: Duration = Duration::from_secs(20);
/// How large the head of a question may be, in bytes, and how many lines it may have.
const HEAD: usize = 16 << 10;
const LINES: usize = 64;
/// How long nothing is accepted after the system refused to.
const PAUSE: Duration = Duration::from_millis(50);

/// Answers as long as the program runs.
pub(super) async fn accept(listener: TcpListener, router: Router) {
    let seats = Seats::new(CONNECTIONS);
    loop {
        match listener.accept().await {
            Ok((stream, _)) => {
                seats.take(|seat, leave| tokio::spawn(attend(stream, router.clone(), seat, leave)).abort_handle())
            }
            Err(_) => sleep(PAUSE).await,
        }
    }
}

/// Answers what one connection asks.
async fn attend(stream: TcpStream, router: Router, seat: Seat, _leave: Leave) {
    let service = TowerToHyperService::new(router);
    let service = service_fn(move |request: Request<Incoming>| {
        let answering = seat.answering();
        let answer = service.call(request);
        async move { Answer::Ok(answering.with(answer.await?)) }
    });
    let io = TokioIo::new(Patient::new(stream));
    let mut builder = Builder::new();
    builder.timer(TokioTimer::new()).header_read_timeout(ASK).max_headers(LINES).max_buf_size(HEAD);
    // Whoever breaks off has no more to be told.
    let _ = builder.serve_connection(io, service).await;
}

/// A stream that waits only so long for its other end to take what is written.
struct Patient {
    stream: TcpStream,
    /// Since when nothing was taken.
    stuck: Option<Pin<Box<Sleep>>>,
}

impl Patient {
    fn new(stream: TcpStream) -> Self {
        // Without this an event may wait for the answer to the one before.
        let _ = stream.set_nodelay(true);
        Self { stream, stuck: None }
    }

    /// Gives up when what is being written has been stuck for too long.
    fn wait<T>(&mut self, poll: Poll<io::Result<T>>, context: &mut Context<'_>) -> Poll<io::Result<T>> {
        if poll.is_ready() {
            self.stuck = None;
            return poll;
        }
        let stuck = self.stuck.get_or_insert_with(|| Box::pin(tokio::time::sleep_until(Instant::now() + TAKE)));
        ready!(stuck.as_mut().poll(context));
        Poll::Ready(Err(ErrorKind::TimedOut.into()))
    }
}

impl AsyncRead for Patient {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl AsyncWrite for Patient {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let poll = Pin::new(&mut self.stream).poll_write(context, bytes);
        self.wait(poll, context)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let poll = Pin::new(&mut self.stream).poll_flush(context);
        self.wait(poll, context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let poll = Pin::new(&mut self.stream).poll_shutdown(context);
        self.wait(poll, context)
    }
}

//! The language server: `fangan lsp`.
//!
//! Takes what an editor says of its texts and asks about them, and answers from the text as it is at that moment and from
//! the newest check that came to an end; no answer to a keystroke waits for a check. The checks run on a thread of their
//! own, on the whole plan with the open texts over the files, and say what `fangan check` says. What the answers hold,
//! other rooms know ([`crate::editor`], [`crate::format`], [`crate::report`]): this one speaks the protocol. It writes no
//! file: edits are the editor's to make.
//!
//! ```text
//!  input ─ wire ─→ server ─→ handlers ─→ convert ─→ wire ─ output
//!                  │    ↑    desk: the slow ones
//!                  ↓    │
//!                  worker: checked
//! ```

// What an editor says may be anything: no place in a text is taken on trust.
#![cfg_attr(not(test), warn(clippy::indexing_slicing, clippy::string_slice))]

// What comes and goes.
mod wire;
mod uri;
mod position;
mod client;

// What is known.
mod documents;
mod checked;
mod worker;
mod plans;
mod shift;
mod state;

// What is said.
mod convert;
mod problems;
mod capabilities;
mod subject;
mod handlers;
mod desk;
mod server;

pub use client::Tongues;

use std::io::{BufRead, BufReader, Write, stdin, stdout};
use std::sync::mpsc::channel;
use std::thread;

use server::{Event, Server};

/// How a session ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// As the client announced it.
    Announced,
    /// The client went away.
    Broken,
}

/// Serves a client on standard input and output until it is done.
pub fn serve(tongues: Tongues) -> End {
    serve_on(BufReader::new(stdin()), stdout(), tongues)
}

/// The same on any two streams: the end of the input ends it.
pub fn serve_on(
    mut input: impl BufRead + Send + 'static,
    output: impl Write + Send + 'static,
    tongues: Tongues,
) -> End {
    let (sender, events) = channel();
    let (outbox, writer) = wire::outbox(output);
    let incoming = sender.clone();
    thread::spawn(move || {
        while let Ok(Some(message)) = wire::read(&mut input) {
            if incoming.send(Event::Incoming(message)).is_err() {
                return;
            }
        }
        // The server may be gone already.
        let _ = incoming.send(Event::Gone);
    });
    let end = Server::new(outbox, sender, tongues).run(&events);
    // The server is gone and its place to put messages with it, so this ends when the last one is written.
    let _ = writer.join();
    end
}

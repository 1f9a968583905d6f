//! The two streams to the client.
//!
//! Takes bytes, gives messages: each a header that says how long it is and a body of JSON. What cannot be read as a
//! message is told as such and the next one is read; only the end of the input ends it. Writing is done by a thread of its
//! own, so that a client that does not read holds up no answer in the making.

use std::io::{self, BufRead, Read, Write};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};

use lsp_server::{ErrorCode, Message};
use serde::Serialize;
use serde_json::{Value, json};

/// The largest body that is read, in bytes.
const MAX_BODY: u64 = 1 << 29;
/// The longest line of a header that is read.
const MAX_LINE: u64 = 1 << 14;

/// What came in.
pub(super) enum Incoming {
    /// A message.
    Message(Message),
    /// What is none, with the id it bears if it bears one, and why.
    Malformed(Value, String),
}

/// The next of what comes in; nothing at the end.
pub(super) fn read(input: &mut impl BufRead) -> io::Result<Option<Incoming>> {
    let Some(length) = length(input)? else { return Ok(None) };
    let mut body = Vec::new();
    if length > MAX_BODY {
        io::copy(&mut input.take(length), &mut io::sink())?;
        return Ok(Some(Incoming::Malformed(Value::Null, format!("{length} bytes are too many"))));
    }
    if input.take(length).read_to_end(&mut body)? < length as usize {
        return Ok(None);
    }
    Ok(Some(match serde_json::from_slice(&body) {
        Ok(message) => Incoming::Message(message),
        Err(error) => {
            let id = serde_json::from_slice::<Value>(&body).ok().and_then(|value| value.get("id").cloned());
            Incoming::Malformed(id.unwrap_or_default(), error.to_string())
        }
    }))
}

/// How long the next body is; lines that are no header are passed over.
fn length(input: &mut impl BufRead) -> io::Result<Option<u64>> {
    const NAME: &str = "content-length:";
    let mut length = None;
    loop {
        let mut line = Vec::new();
        if input.take(MAX_LINE).read_until(b'\n', &mut line)? == 0 {
            return Ok(None);
        }
        let line = String::from_utf8_lossy(&line).to_ascii_lowercase();
        if let Some((_, value)) = line.rsplit_once(NAME) {
            length = value.trim().parse().ok();
        } else if line.trim().is_empty() && length.is_some() {
            return Ok(length);
        }
    }
}

/// Where what goes out is put.
#[derive(Clone)]
pub(super) struct Outbox(Sender<Vec<u8>>);

impl Outbox {
    /// Puts a message there.
    pub fn send(&self, message: Message) {
        #[derive(Serialize)]
        struct Versioned<'a> {
            jsonrpc: &'static str,
            #[serde(flatten)]
            message: &'a Message,
        }
        self.put(&Versioned { jsonrpc: "2.0", message: &message });
    }

    /// Answers what was no message.
    pub fn refuse(&self, id: &Value, why: &str) {
        let code = if id.is_null() { ErrorCode::ParseError } else { ErrorCode::InvalidRequest };
        self.put(&json!({ "jsonrpc": "2.0", "id": id, "error": { "code": code as i32, "message": why } }));
    }

    fn put(&self, message: &impl Serialize) {
        // Keys are strings and writing to memory cannot fail; once the client is gone nobody waits for an answer.
        let body = serde_json::to_vec(message).unwrap_or_default();
        let _ = self.0.send(body);
    }
}

/// A place to put messages, and the thread that writes them, which ends when the last such place is gone.
pub(super) fn outbox(output: impl Write + Send + 'static) -> (Outbox, JoinHandle<()>) {
    let (sender, receiver) = channel();
    (Outbox(sender), thread::spawn(move || write(&receiver, output)))
}

fn write(bodies: &Receiver<Vec<u8>>, mut output: impl Write) {
    for body in bodies {
        let head = format!("Content-Length: {}\r\n\r\n", body.len());
        let written = output.write_all(head.as_bytes()).and_then(|()| output.write_all(&body));
        if written.and_then(|()| output.flush()).is_err() {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(mut input: &[u8]) -> Vec<String> {
        let mut found = Vec::new();
        while let Ok(Some(incoming)) = read(&mut input) {
            found.push(match incoming {
                Incoming::Message(Message::Notification(notification)) => notification.method,
                Incoming::Message(_) => "other".to_owned(),
                Incoming::Malformed(id, _) => format!("malformed {id}"),
            });
        }
        found
    }

    #[test]
    fn what_is_no_message_is_passed_over() {
        let frame = |body: &str| format!("Content-Length: {}\r\n\r\n{body}", body.len());
        let good = frame(r#"{"jsonrpc":"2.0","method":"a"}"#);
        let text = [
            good.as_str(),
            &frame("{"),
            &frame(r#"{"id":7,"method":8}"#),
            "Content-Length: many\r\n\r\n",
            "nothing\r\n\r\n",
            "x",
            &good,
            "Content-Length: 99\r\n\r\n{}",
        ];
        assert_eq!(all(text.concat().as_bytes()), ["a", "malformed null", "malformed 7", "a"]);
    }
}

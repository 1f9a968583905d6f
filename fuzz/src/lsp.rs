//! What must hold of any session with an editor: every request is answered, and the server never fails by a fault of
//! its own.
//!
//! Bytes before the first NUL are the text of a document that is opened; those behind it are steps, an operation and its
//! numbers each.

use std::io::{self, BufReader, Read, Write};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use fangan::diagnostic::Lang;
use fangan::lsp::{Tongues, serve_on};
use serde_json::{Value, json};

use super::input;
use super::pieces::PIECES;

/// The documents, none of which is on disk.
const DOCUMENTS: [&str; 3] = ["file:///nowhere/a.plan", "file:///nowhere/b.plan", "untitled:甲"];

/// What an editor asks at a place of a text.
const ASKED: [&str; 19] = [
    "textDocument/completion",
    "textDocument/hover",
    "textDocument/inlayHint",
    "textDocument/codeLens",
    "textDocument/definition",
    "textDocument/references",
    "textDocument/documentHighlight",
    "textDocument/prepareRename",
    "textDocument/rename",
    "textDocument/documentSymbol",
    "workspace/symbol",
    "textDocument/foldingRange",
    "textDocument/semanticTokens/full",
    "textDocument/semanticTokens/range",
    "textDocument/formatting",
    "textDocument/rangeFormatting",
    "textDocument/codeAction",
    "textDocument/diagnostic",
    "fangan/idle",
];

/// At most so many steps of one input.
const STEPS: usize = 40;

/// Plays a session.
pub fn lsp(data: &[u8]) {
    let (opened, steps) = match data.iter().position(|byte| *byte == 0) {
        Some(at) => (&data[..at], &data[at + 1..]),
        None => (data, &b"\x04\x05\x06\x08\x09"[..]),
    };
    let mut session = Session::start(opened.len() % 2 == 0);
    session.open(0, &input::text(opened));
    let mut steps = Steps(steps);
    for _ in 0..STEPS {
        let Some(step) = steps.next() else { break };
        session.step(step, &mut steps);
    }
    session.ask("fangan/idle", json!({}));
    session.end();
}

/// Numbers, as long as there are some.
struct Steps<'a>(&'a [u8]);

impl Steps<'_> {
    fn next(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    fn number(&mut self) -> u32 {
        // Mostly small, now and then far outside.
        match self.next().unwrap_or_default() {
            255 => u32::MAX,
            254 => 100_000,
            small => small.into(),
        }
    }

    fn words(&mut self) -> String {
        let count = self.next().unwrap_or_default() % 8;
        (0..count).map(|_| PIECES[self.number() as usize % PIECES.len()]).collect()
    }

    fn place(&mut self) -> Value {
        json!({ "line": self.number(), "character": self.number() })
    }

    fn range(&mut self) -> Value {
        json!({ "start": self.place(), "end": self.place() })
    }

    fn document(&mut self) -> &'static str {
        DOCUMENTS[self.number() as usize % DOCUMENTS.len()]
    }
}

struct Session {
    to: Option<Sender<Vec<u8>>>,
    from: Receiver<Value>,
    server: Option<thread::JoinHandle<()>>,
    asked: i64,
    version: i64,
}

impl Session {
    fn start(is_wide: bool) -> Self {
        let (to, input) = channel();
        let (output, from) = channel();
        let server = thread::spawn(move || {
            let tongues = Tongues { typed: None, system: Lang::Zh };
            serve_on(BufReader::new(Pipe(input, Vec::new())), Frames(output, Vec::new()), tongues);
        });
        let mut session = Self { to: Some(to), from, server: Some(server), asked: 0, version: 0 };
        let encodings = if is_wide { json!(["utf-16"]) } else { json!(["utf-8"]) };
        let can = json!({
            "general": { "positionEncodings": encodings },
            "textDocument": {
                "completion": { "completionItem": { "snippetSupport": true } },
                "codeAction": { "codeActionLiteralSupport": { "codeActionKind": { "valueSet": [] } } },
                "documentSymbol": { "hierarchicalDocumentSymbolSupport": true },
            },
        });
        session.ask("initialize", json!({ "capabilities": can }));
        session.tell("initialized", json!({}));
        session
    }

    fn step(&mut self, step: u8, steps: &mut Steps) {
        let uri = steps.document();
        self.version += 1;
        let document = json!({ "uri": uri, "version": self.version });
        match step % 32 {
            0 => self.open(steps.number() as usize, &steps.words()),
            1 | 2 => {
                let change = json!({ "range": steps.range(), "text": steps.words() });
                self.tell("textDocument/didChange", json!({ "textDocument": document, "contentChanges": [change] }));
            }
            3 => {
                let change = json!({ "text": steps.words() });
                self.tell("textDocument/didChange", json!({ "textDocument": document, "contentChanges": [change] }));
            }
            22 => self.tell("textDocument/didClose", json!({ "textDocument": document })),
            23 => self.tell("textDocument/didSave", json!({ "textDocument": document })),
            24 => self.tell("workspace/didChangeConfiguration", json!({ "settings": { "fangan": steps.number() } })),
            25 => self.tell(
                "workspace/didChangeWatchedFiles",
                json!({ "changes": [{ "uri": uri, "type": steps.number() % 4 }] }),
            ),
            26 => self.tell("$/cancelRequest", json!({ "id": steps.number() })),
            27 => self.tell("textDocument/didChange", json!({ "textDocument": steps.number() })),
            28 => self.raw(b"Content-Length: 9\r\n\r\n{\"id\":1,}"),
            29 => self.ask("textDocument/nonsense", json!({ "textDocument": document })),
            other => {
                let method = ASKED[usize::from(other) % ASKED.len()];
                let params = json!({
                    "textDocument": { "uri": uri },
                    "position": steps.place(),
                    "range": { "start": steps.place(), "end": steps.place() },
                    "newName": steps.words(),
                    "query": "甲",
                    "context": { "includeDeclaration": true, "diagnostics": [] },
                    "options": { "tabSize": 2, "insertSpaces": true },
                });
                self.ask(method, params);
            }
        }
    }

    fn open(&mut self, document: usize, text: &str) {
        let uri = DOCUMENTS[document % DOCUMENTS.len()];
        let document = json!({ "uri": uri, "languageId": "fangan", "version": self.version, "text": text });
        self.tell("textDocument/didOpen", json!({ "textDocument": document }));
    }

    fn tell(&mut self, method: &str, params: Value) {
        self.message(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    /// Asks, and waits for the answer.
    fn ask(&mut self, method: &str, params: Value) {
        self.asked += 1;
        // Apart from the ids that are taken back.
        let id = self.asked + 1_000_000;
        self.message(&json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }));
        while let Ok(message) = self.from.recv() {
            self.hear(&message);
            if message.get("method").is_none() && message.get("id") == Some(&json!(id)) {
                return;
            }
        }
        panic!("{method} was never answered");
    }

    fn hear(&self, message: &Value) {
        let failed = message.pointer("/error/code") == Some(&json!(-32603));
        let logged = message.pointer("/params/message").and_then(Value::as_str).unwrap_or_default();
        let logged = logged.contains("fault of the server") || logged.starts_with("the check of");
        assert!(!failed && !logged, "the server failed: {message}");
    }

    fn message(&mut self, message: &Value) {
        let body = message.to_string();
        self.raw(format!("Content-Length: {}\r\n\r\n{body}", body.len()).as_bytes());
    }

    fn raw(&mut self, bytes: &[u8]) {
        if let Some(to) = &self.to {
            let _ = to.send(bytes.to_vec());
        }
    }

    fn end(mut self) {
        self.ask("shutdown", Value::Null);
        self.tell("exit", Value::Null);
        self.to = None;
        for message in self.from.iter() {
            self.hear(&message);
        }
        if let Some(server) = self.server.take() {
            server.join().expect("the server ends");
        }
    }
}

/// What was sent, as a stream.
struct Pipe(Receiver<Vec<u8>>, Vec<u8>);

impl Read for Pipe {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        while self.1.is_empty() {
            match self.0.recv() {
                Ok(more) => self.1 = more,
                Err(_) => return Ok(0),
            }
        }
        let count = into.len().min(self.1.len());
        into[..count].copy_from_slice(&self.1[..count]);
        self.1.drain(..count);
        Ok(count)
    }
}

/// A stream, as the messages in it.
struct Frames(Sender<Value>, Vec<u8>);

impl Write for Frames {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.1.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        // The server flushes after each message: one head, one body.
        let body = self.1.windows(4).position(|four| four == b"\r\n\r\n").map(|at| at + 4).expect("a head");
        let message = serde_json::from_slice(&self.1[body..]).expect("a body of JSON");
        self.1.clear();
        self.0.send(message).map_err(io::Error::other)
    }
}

//! A client of the language server: starts the program and speaks to it as an editor does.

use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};

/// How long an answer is waited for.
const PATIENCE: Duration = Duration::from_secs(120);

/// A client and the server it speaks to.
pub struct Client {
    server: Child,
    input: ChildStdin,
    output: Receiver<Value>,
    /// What the server said by itself.
    pub said: VecDeque<Value>,
    asked: i64,
}

impl Client {
    /// Starts a server in a folder.
    pub fn start(folder: &Path) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_fangan"));
        let command = command.arg("lsp").current_dir(folder).env("LC_ALL", "zh_CN.UTF-8");
        let mut server = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let input = server.stdin.take().unwrap();
        let mut from = BufReader::new(server.stdout.take().unwrap());
        let (sender, output) = channel();
        thread::spawn(move || while read(&mut from).is_some_and(|message| sender.send(message).is_ok()) {});
        Self { server, input, output, said: VecDeque::new(), asked: 0 }
    }

    /// Sends bytes as they are.
    pub fn raw(&mut self, bytes: &[u8]) {
        self.input.write_all(bytes).unwrap();
        self.input.flush().unwrap();
    }

    /// Tells something.
    pub fn tell(&mut self, method: &str, params: Value) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    /// Asks something, and gives the id of the question.
    pub fn send_request(&mut self, method: &str, params: Value) -> i64 {
        self.asked += 1;
        let id = self.asked;
        self.send(&json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }));
        id
    }

    /// Asks something and waits for the answer: the result, or the error under the name `error`.
    pub fn ask(&mut self, method: &str, params: Value) -> Value {
        let id = self.send_request(method, params);
        self.answer(id)
    }

    /// Waits for the answer to a question.
    pub fn answer(&mut self, id: i64) -> Value {
        loop {
            let message = self.output.recv_timeout(PATIENCE).expect("the server answers");
            if message.get("method").is_none() && message["id"] == id {
                let error = message.get("error").map(|error| json!({ "error": error }));
                return error.unwrap_or_else(|| message["result"].clone());
            }
            self.said.push_back(message);
        }
    }

    /// Waits until everything is checked and told.
    pub fn settle(&mut self) {
        self.ask("fangan/idle", Value::Null);
    }

    /// Ends the session, and gives the exit code.
    pub fn end(mut self) -> Option<i32> {
        self.ask("shutdown", Value::Null);
        self.tell("exit", Value::Null);
        self.server.wait().unwrap().code()
    }

    /// Goes away without a word, and gives the exit code.
    #[allow(dead_code, reason = "not every test does")]
    pub fn vanish(self) -> Option<i32> {
        let Self { mut server, input, .. } = self;
        drop(input);
        server.wait().unwrap().code()
    }

    fn send(&mut self, message: &Value) {
        let body = message.to_string();
        self.raw(format!("Content-Length: {}\r\n\r\n{body}", body.len()).as_bytes());
    }
}

fn read(from: &mut impl BufRead) -> Option<Value> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        from.read_line(&mut line).ok().filter(|read| *read > 0)?;
        match line.trim() {
            "" => break,
            line => length = line.strip_prefix("Content-Length: ")?.parse().ok()?,
        }
    }
    let mut body = vec![0; length];
    from.read_exact(&mut body).ok()?;
    serde_json::from_slice(&body).ok()
}

/// The address of a path.
pub fn uri(path: &Path) -> String {
    let path = path.to_str().unwrap();
    let plain = |byte: &u8| byte.is_ascii_alphanumeric() || b"/-._~".contains(byte);
    let bytes = path.bytes();
    let text: String =
        bytes.map(|byte| if plain(&byte) { (byte as char).to_string() } else { format!("%{byte:02X}") }).collect();
    format!("file://{text}")
}

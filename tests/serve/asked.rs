//! A preview that runs, and questions over plain sockets.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// How long anything may take.
const PATIENCE: Duration = Duration::from_secs(30);

/// `fangan serve`, ended when it goes.
pub struct Server {
    pub child: Child,
    pub port: u16,
}

impl Server {
    pub fn start(folder: &Path, arguments: &[&str]) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_fangan"));
        command.arg("serve").args(arguments).current_dir(folder).env("LC_ALL", "zh_CN.UTF-8");
        let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let port = line.trim_end().trim_end_matches('/').rsplit(':').next().and_then(|port| port.parse().ok());
        Self { child, port: port.unwrap_or_else(|| panic!("no address in {line:?}")) }
    }

    pub fn host(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    pub fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.host()).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream
    }

    /// What is answered to some bytes; nothing if the line is hung up.
    pub fn ask(&self, question: &str) -> String {
        String::from_utf8_lossy(&self.raw(question)).into_owned()
    }

    pub fn get(&self, path: &str) -> String {
        self.ask(&self.question(path))
    }

    pub fn bytes(&self, path: &str) -> Vec<u8> {
        self.raw(&self.question(path))
    }

    fn question(&self, path: &str) -> String {
        format!("GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.host())
    }

    fn raw(&self, question: &str) -> Vec<u8> {
        let mut stream = self.connect();
        // Whoever is hung up on cannot finish asking.
        let _ = stream.write_all(question.as_bytes());
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        answer
    }

    pub fn events(&self) -> Events {
        let mut stream = self.connect();
        let question = format!("GET /events HTTP/1.1\r\nHost: {}\r\n\r\n", self.host());
        stream.write_all(question.as_bytes()).unwrap();
        Events(BufReader::new(stream))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The status of an answer.
pub fn status(answer: &str) -> u16 {
    answer.split(' ').nth(1).and_then(|code| code.parse().ok()).unwrap_or(0)
}

/// Word of changes.
pub struct Events(BufReader<TcpStream>);

impl Events {
    /// The number of the next snapshot.
    pub fn next(&mut self) -> u64 {
        loop {
            let mut line = String::new();
            self.0.read_line(&mut line).unwrap();
            assert!(!line.is_empty(), "the line was hung up");
            if let Some(number) = line.strip_prefix("data: ") {
                return number.trim().parse().unwrap();
            }
        }
    }

    /// Waits for changes until something holds.
    pub fn until(&mut self, mut holds: impl FnMut() -> bool) {
        let begun = Instant::now();
        while !holds() {
            assert!(begun.elapsed() < PATIENCE, "it never held");
            self.0.get_ref().set_read_timeout(Some(Duration::from_millis(200))).unwrap();
            let _ = self.0.read_line(&mut String::new());
        }
        self.0.get_ref().set_read_timeout(Some(PATIENCE)).unwrap();
    }

    /// Whether nothing is told for so long.
    pub fn is_quiet(&mut self, time: Duration) -> bool {
        // What is left of the last event.
        let mut line = String::new();
        self.0.get_ref().set_read_timeout(Some(time)).unwrap();
        while self.0.read_line(&mut line).is_ok_and(|length| length > 0) {
            if line.contains("data: ") {
                return false;
            }
        }
        true
    }
}

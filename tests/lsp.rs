//! The language server, held against recorded sessions.
//!
//! A folder of `tests/lsp/` is a workspace with a `session.jsonl`: what an editor says, one step a line. What the server
//! answers stands beside it in `answers.txt`, which `BLESS=1` writes anew. Ranges are told as `line:column-line:column`, from
//! 0 as the protocol counts them.

#![cfg(feature = "lsp")]
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up fails")]

#[path = "../benches/made/mod.rs"]
mod made;
#[path = "support/client.rs"]
mod client;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use client::{Client, uri};
use fangan::world::MemoryWorld;
use fangan::{Options, compile};
use serde_json::{Value, json};

#[test]
fn recorded_sessions() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/lsp");
    let mut names: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    names.sort();
    for name in names {
        let expected = name.join("answers.txt");
        let said = Session::play(&name);
        if std::env::var_os("BLESS").is_some() {
            fs::write(&expected, said).unwrap();
        } else {
            let expected = fs::read_to_string(&expected).unwrap_or_default();
            assert_eq!(said, expected, "{}: what is said has changed; BLESS=1 writes it anew", name.display());
        }
    }
}

/// A session that is being played.
struct Session {
    client: Client,
    folder: tempfile::TempDir,
    versions: BTreeMap<String, i32>,
    answers: String,
}

impl Session {
    fn play(recorded: &Path) -> String {
        let folder = tempfile::tempdir().unwrap();
        copy(recorded, folder.path());
        let client = Client::start(folder.path());
        let mut session = Self { client, folder, versions: BTreeMap::new(), answers: String::new() };
        for line in fs::read_to_string(recorded.join("session.jsonl")).unwrap().lines() {
            let step = line.replace("$ROOT", &session.root());
            session.step(&serde_json::from_str(&step).unwrap_or_else(|error| panic!("{line}: {error}")), line);
        }
        let Self { client, answers, .. } = session;
        assert_eq!(client.end(), Some(0), "{}", recorded.display());
        answers
    }

    fn root(&self) -> String {
        uri(&self.folder.path().canonicalize().unwrap())
    }

    fn uri(&self, file: &Value) -> String {
        let file = file.as_str().unwrap();
        if file.contains(':') { file.to_owned() } else { format!("{}/{file}", self.root()) }
    }

    fn step(&mut self, step: &Value, line: &str) {
        self.answers.push_str(&format!("> {line}\n"));
        if let Some(method) = step["ask"].as_str() {
            let answer = self.client.ask(method, self.params(step));
            self.client.settle();
            self.hear();
            self.note(&show(&answer, 1));
            return;
        }
        if let Some(method) = step["tell"].as_str() {
            self.client.tell(method, self.params(step));
        } else if let Some(bytes) = step["raw"].as_str() {
            self.client.raw(bytes.as_bytes());
        } else if step.get("open").is_some() {
            self.open(step);
        } else if step.get("change").is_some() {
            self.change(step);
        } else if step.get("close").is_some() {
            let uri = self.uri(&step["close"]);
            self.client.tell("textDocument/didClose", json!({ "textDocument": { "uri": uri } }));
        } else if let Some(file) = step["write"].as_str() {
            fs::write(self.folder.path().join(file), step["text"].as_str().unwrap()).unwrap();
            let change = json!({ "uri": self.uri(&step["write"]), "type": 2 });
            self.client.tell("workspace/didChangeWatchedFiles", json!({ "changes": [change] }));
        } else {
            panic!("{line} is no step");
        }
        self.client.settle();
        self.hear();
    }

    /// The parameters of a step, with the file it is `in` or the place it is `at`.
    fn params(&self, step: &Value) -> Value {
        let mut params = step.get("params").cloned().unwrap_or_else(|| json!({}));
        if let [file, line, character] = step["at"].as_array().map(Vec::as_slice).unwrap_or_default() {
            params["textDocument"] = json!({ "uri": self.uri(file) });
            params["position"] = json!({ "line": line, "character": character });
        }
        if step.get("in").is_some() {
            params["textDocument"] = json!({ "uri": self.uri(&step["in"]) });
        }
        if step.get("range").is_some() {
            params["range"] = range(&step["range"]);
        }
        if step["ask"] == "initialize" {
            params["rootUri"] = self.root().into();
        }
        params
    }

    fn open(&mut self, step: &Value) {
        let file = step["open"].as_str().unwrap();
        let on_disk = || fs::read_to_string(self.folder.path().join(file)).unwrap();
        let text = step["text"].as_str().map_or_else(on_disk, str::to_owned);
        self.versions.insert(file.to_owned(), 1);
        let document = json!({ "uri": self.uri(&step["open"]), "languageId": "plan", "version": 1, "text": text });
        self.client.tell("textDocument/didOpen", json!({ "textDocument": document }));
    }

    fn change(&mut self, step: &Value) {
        let version = self.versions.entry(step["change"].as_str().unwrap().to_owned()).or_default();
        *version += 1;
        let version = *version;
        let mut change = json!({ "text": step["text"] });
        if step.get("range").is_some() {
            change["range"] = range(&step["range"]);
        }
        let document = json!({ "uri": self.uri(&step["change"]), "version": version });
        let params = json!({ "textDocument": document, "contentChanges": [change] });
        self.client.tell("textDocument/didChange", params);
    }

    /// Notes what the server said by itself: of each file the last that was told of it.
    fn hear(&mut self) {
        let mut problems = BTreeMap::new();
        let mut others = Vec::new();
        while let Some(message) = self.client.said.pop_front() {
            match message["method"].as_str() {
                Some("textDocument/publishDiagnostics") => {
                    problems.insert(message["params"]["uri"].to_string(), message["params"].clone());
                }
                Some(method) => others.push(format!("{method}{}", show(&message["params"], 1))),
                None => others.push(format!("answer{}", show(&message["error"], 1))),
            }
        }
        others.iter().for_each(|other| self.note(other));
        problems.values().for_each(|told| self.note(&format!("problems{}", show(told, 1))));
    }

    fn note(&mut self, text: &str) {
        let version = format!("version: \"{}\"", env!("CARGO_PKG_VERSION"));
        let text = text.replace(&self.root(), "$ROOT").replace(&version, "version: \"$VERSION\"");
        self.answers.push_str(&format!("{}\n", text.trim_start_matches('\n')));
    }
}

/// `[line, column, line, column]` as a range.
fn range(numbers: &Value) -> Value {
    let [from, at, to, end] = numbers.as_array().unwrap().as_slice() else { panic!("{numbers} is no range") };
    json!({ "start": { "line": from, "character": at }, "end": { "line": to, "character": end } })
}

/// A value for reading, indented so far.
fn show(value: &Value, depth: usize) -> String {
    let indent = "  ".repeat(depth);
    if let (Some(start), Some(end)) = (value.get("start"), value.get("end")) {
        let at = |position: &Value| format!("{}:{}", position["line"], position["character"]);
        return format!(" {}-{}", at(start), at(end));
    }
    match value {
        Value::Object(fields) => {
            fields.iter().map(|(name, value)| format!("\n{indent}{name}:{}", show(value, depth + 1))).collect()
        }
        Value::Array(items) if items.iter().all(|item| !item.is_object()) => format!(" {value}"),
        Value::Array(items) => items.iter().map(|item| format!("\n{indent}-{}", show(item, depth + 1))).collect(),
        other => format!(" {other}"),
    }
}

fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let to = to.join(entry.file_name());
        if entry.path().is_dir() {
            fs::create_dir(&to).unwrap();
            copy(&entry.path(), &to);
        } else if !["session.jsonl", "answers.txt"].iter().any(|name| to.ends_with(name)) {
            fs::copy(entry.path(), to).unwrap();
        }
    }
}

#[test]
fn a_client_that_vanishes_ends_the_server() {
    let folder = tempfile::tempdir().unwrap();
    let mut client = Client::start(folder.path());
    client.ask("initialize", json!({ "capabilities": {} }));
    assert_eq!(client.vanish(), Some(1));
}

#[test]
fn a_request_that_waits_can_be_taken_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut client = open(folder.path(), &made::plan(1_000));
    let mut last = 0;
    for _ in 0..3 {
        last =
            client.send_request("textDocument/diagnostic", json!({ "textDocument": { "uri": plan(folder.path()) } }));
    }
    client.tell("$/cancelRequest", json!({ "id": last }));
    assert_eq!(client.answer(last)["error"]["code"], -32800);
    client.settle();
    assert_eq!(client.end(), Some(0));
}

/// What was answered already, or was never asked, can be taken back like anything else: it ends nothing.
#[test]
fn taking_back_what_is_not_there_does_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let mut client = open(folder.path(), &made::plan(1));
    client.settle();
    for id in [json!(0), json!("none"), json!(null)] {
        client.tell("$/cancelRequest", json!({ "id": id }));
        // So that nothing else stands in the queue with it.
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    assert!(
        client.ask("textDocument/foldingRange", json!({ "textDocument": { "uri": plan(folder.path()) } })).is_array()
    );
    assert_eq!(client.end(), Some(0));
}

/// Who asks what can be done about a whole file that is wrong in every line is answered soon: it took the square of its
/// lines before.
#[test]
fn actions_for_a_whole_file_of_faults_come_soon() {
    let folder = tempfile::tempdir().unwrap();
    let lines = 6_000;
    let text = format!("# 方案：甲\n## 任务\n{}", "-\n".repeat(lines));
    let kinds = json!({ "codeActionLiteralSupport": { "codeActionKind": { "valueSet": [] } } });
    let mut client = open_by(folder.path(), &text, json!({ "textDocument": { "codeAction": kinds } }));
    let whole = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": lines + 2, "character": 0 } });
    let asked =
        json!({ "textDocument": { "uri": plan(folder.path()) }, "range": whole, "context": { "diagnostics": [] } });
    let begun = Instant::now();
    let actions = client.ask("textDocument/codeAction", asked);
    let took = begun.elapsed();
    // One for each line, and one that does them all.
    assert!(actions.as_array().is_some_and(|actions| actions.len() > lines), "{}", show(&actions, 0));
    assert!(took < Duration::from_secs(30), "{took:?}");
    client.settle();
    assert_eq!(client.end(), Some(0));
}

/// An answer to a keystroke comes from the text as it is and waits for no check, so it takes less than a check does.
#[test]
fn a_keystroke_takes_less_than_a_check() {
    let figures = keystrokes(40);
    eprintln!("{figures}");
    assert!(figures.middle < figures.check, "{figures}");
}

/// `cargo test --release --test lsp -- --ignored --nocapture` measures.
#[test]
#[ignore = "a measurement, of a release build"]
fn keystrokes_are_answered_in_fifty_milliseconds() {
    let figures = keystrokes(500);
    eprintln!("{figures}");
    assert!(figures.worst < Duration::from_millis(50), "{figures}");
}

/// How long a change and the completion after it take, and a full check of the same plan.
struct Figures {
    lines: usize,
    middle: Duration,
    /// The 99th of a hundred.
    worst: Duration,
    check: Duration,
}

impl std::fmt::Display for Figures {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { lines, middle, worst, check } = self;
        let part = 100.0 * worst.as_secs_f64() / check.as_secs_f64();
        write!(
            f,
            "{lines} lines: keystroke p50 {middle:.1?}, p99 {worst:.1?}; full check {check:.1?}; p99 {part:.0} % of it"
        )
    }
}

/// Types a data line into the middle of a plan of 10,000 lines, sign by sign, and asks after each what may follow.
fn keystrokes(count: usize) -> Figures {
    let text = made::plan(1_100);
    let world = MemoryWorld::default().and("a.plan", text.clone());
    let begun = Instant::now();
    compile(&world, Path::new("a.plan"), Options::default()).unwrap();
    let check = begun.elapsed();

    let folder = tempfile::tempdir().unwrap();
    let mut client = open(folder.path(), &text);
    let uri = plan(folder.path());
    let line = text.lines().count() / 2;
    let typed: Vec<char> = "\n- 牵头：第3局、第14局\n- 时限：2027年6月底前\n- 配合：第5局".chars().collect();
    let (mut at, mut column) = (line, 0);
    let mut times = Vec::new();
    for (number, sign) in typed.iter().cycle().take(count).enumerate() {
        let here = json!({ "line": at, "character": column });
        let change = json!({ "range": { "start": here, "end": here }, "text": sign.to_string() });
        let document = json!({ "uri": uri, "version": number + 2 });
        (at, column) = if *sign == '\n' { (at + 1, 0) } else { (at, column + 1) };
        let place = json!({ "textDocument": { "uri": uri }, "position": { "line": at, "character": column } });
        let begun = Instant::now();
        client.tell("textDocument/didChange", json!({ "textDocument": document, "contentChanges": [change] }));
        client.ask("textDocument/completion", place);
        times.push(begun.elapsed());
    }
    client.settle();
    assert_eq!(client.end(), Some(0));
    times.sort();
    let lines = text.lines().count();
    Figures { lines, middle: times[times.len() / 2], worst: times[times.len() * 99 / 100], check }
}

fn plan(folder: &Path) -> String {
    uri(&folder.canonicalize().unwrap().join("a.plan"))
}

/// A session with one plan open.
fn open(folder: &Path, text: &str) -> Client {
    open_by(folder, text, json!({}))
}

/// The same by an editor that can do something.
fn open_by(folder: &Path, text: &str, capabilities: Value) -> Client {
    let mut client = Client::start(folder);
    client.ask("initialize", json!({ "capabilities": capabilities }));
    client.tell("initialized", json!({}));
    let document = json!({ "uri": plan(folder), "languageId": "plan", "version": 1, "text": text });
    client.tell("textDocument/didOpen", json!({ "textDocument": document }));
    client.settle();
    client
}

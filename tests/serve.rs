//! The live preview is asked as browsers and as strangers ask: over plain sockets here, and in a real browser by
//! `serve/browser.mjs`.
//!
//! The browser needs node, Chromium and playwright-core; `FANGAN_PLAYWRIGHT` names a folder in which `npm install
//! playwright-core` has been run. `FANGAN_SHOTS` names one that pictures of the page are left in, and
//! `FANGAN_SHOW_FIGURES=1` prints how long a change takes to be told.

#![cfg(feature = "serve")]
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up fails")]

#[path = "serve/asked.rs"]
mod asked;
#[path = "support/program.rs"]
mod program;

use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use asked::{Server, status};
use program::{folder, write};

const PLAN: &str = include_str!("../examples/county-campaign/plan.plan");
/// A line of it that a test writes otherwise.
const LINE: &str = "# 方案：";

#[test]
fn everything_there_is_is_answered() {
    let here = folder(&[("plan.plan", PLAN)]);
    let server = Server::start(here.path(), &["plan.plan"]);
    for (path, kind) in [
        ("/", "text/html; charset=utf-8"),
        ("/page/main.js", "text/javascript; charset=utf-8"),
        ("/page/frame.html", "text/html; charset=utf-8"),
        ("/state.json", "application/json"),
        ("/document.html", "text/html; charset=utf-8"),
        ("/document.md", "text/markdown; charset=utf-8"),
        ("/tables.json", "application/json"),
        ("/timeline.svg", "image/svg+xml"),
        ("/dependency.html", "text/html; charset=utf-8"),
        ("/plan.ics", "text/calendar; charset=utf-8"),
        ("/plan.json", "application/json"),
    ] {
        let answer = server.get(path);
        assert_eq!(status(&answer), 200, "{path}: {answer}");
        for line in [&format!("content-type: {kind}"), "cache-control: no-store", "x-content-type-options: nosniff"] {
            assert!(answer.contains(line), "{path} lacks {line}");
        }
        assert!(answer.contains("\r\ncontent-security-policy: default-src 'none';"), "{path}");
        let head = server.ask(&format!("HEAD {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", server.host()));
        assert_eq!((status(&head), head.split_once("\r\n\r\n").unwrap().1), (200, ""), "{path}");
    }
    for path in ["/document.docx", "/tables.xlsx"] {
        assert!(server.bytes(path).windows(4).any(|bytes| bytes == b"PK\x03\x04"), "{path} is no package");
    }
}

#[test]
fn what_is_served_is_what_the_program_writes() {
    let here = folder(&[("plan.plan", PLAN)]);
    let server = Server::start(here.path(), &["plan.plan"]);
    for (path, format) in [("/document.html", "html"), ("/document.md", "markdown"), ("/document.docx", "docx")] {
        let output = program::fangan(here.path(), &["render", "plan.plan", "--to", format]);
        assert!(server.bytes(path).ends_with(&output.stdout), "{path}");
    }
}

#[test]
fn strangers_are_refused() {
    let here = folder(&[("plan.plan", PLAN)]);
    let server = Server::start(here.path(), &["plan.plan"]);
    let host = server.host();
    let with =
        |lines: &str| status(&server.ask(&format!("GET /document.html HTTP/1.1\r\n{lines}Connection: close\r\n\r\n")));
    assert_eq!(with(&format!("Host: {host}\r\nSec-Fetch-Site: same-origin\r\nOrigin: http://{host}\r\n")), 200);
    assert_eq!(with("Host: example.org\r\n"), 403);
    assert_eq!(with(&format!("Host: {host}.example.org\r\n")), 403);
    assert_eq!(with(&format!("Host: {host}\r\nOrigin: https://example.org\r\n")), 403);
    assert_eq!(with(&format!("Host: {host}\r\nSec-Fetch-Site: cross-site\r\n")), 403);
    assert_eq!(with(""), 403);
    // A target may name its place itself, which counts more than the line `Host`.
    let at = |place: &str| {
        let question = format!("GET {place}/document.html HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
        status(&server.ask(&question))
    };
    assert_eq!(at(&format!("http://{host}")), 200);
    for place in ["http://example.org", "http://127.0.0.1", "http://localhost:1", "https://localhost"] {
        assert_eq!(at(place), 403, "{place}");
    }
}

#[test]
fn nothing_is_taken_and_nothing_is_written() {
    let here = folder(&[("plan.plan", PLAN), ("secret.txt", "geheim")]);
    let server = Server::start(here.path(), &["plan.plan"]);
    let host = server.host();
    for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"] {
        let answer = server.ask(&format!("{method} /plan.plan HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"));
        assert_eq!(status(&answer), 405, "{method}");
        assert!(answer.contains("allow: GET, HEAD"), "{method}");
    }
    let body = format!("GET / HTTP/1.1\r\nHost: {host}\r\nContent-Length: 900000000\r\nConnection: close\r\n\r\nabc");
    assert_eq!(status(&server.ask(&body)), 413);
    for path in [
        "/secret.txt",
        "/plan.plan",
        "/../secret.txt",
        "/page/../secret.txt",
        "/page/..%2fsecret.txt",
        "/page/%2e%2e%2fsecret.txt",
        "/..%5csecret.txt",
        "//secret.txt",
        "/page/main.js%00.txt",
        "/%ff",
        "/page/",
        "/document.html/",
        "/etc/passwd",
    ] {
        let answer = server.get(path);
        assert!([400, 404].contains(&status(&answer)), "{path}: {answer}");
        assert!(!answer.contains("geheim"), "{path}");
    }
    assert_eq!(status(&server.get("/")), 200);
    let mut left: Vec<_> = fs::read_dir(here.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    left.sort();
    assert_eq!(left, ["plan.plan", "secret.txt"]);
}

#[test]
fn large_questions_are_refused() {
    let here = folder(&[("plan.plan", PLAN)]);
    let server = Server::start(here.path(), &["plan.plan"]);
    let host = server.host();
    let long = "a".repeat(100_000);
    for question in [
        format!("GET /{long} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
        format!("GET / HTTP/1.1\r\nHost: {host}\r\nX: {long}\r\n\r\n"),
        format!("GET / HTTP/1.1\r\nHost: {host}\r\n{}\r\n", "X: y\r\n".repeat(500)),
        "\u{0}\u{1}nonsense\r\n\r\n".to_owned(),
        "GET / HTTP/9.9\r\n\r\n".to_owned(),
    ] {
        // Some are told, some are hung up on; none is answered.
        let answer = server.ask(&question);
        assert!(answer.is_empty() || (400..500).contains(&status(&answer)), "{answer}");
    }
    assert_eq!(status(&server.get("/")), 200);
}

#[test]
fn whoever_dawdles_is_hung_up_on() {
    let here = folder(&[("plan.plan", PLAN)]);
    let server = Server::start(here.path(), &["plan.plan"]);
    let mut slow: Vec<TcpStream> = (0..70).map(|_| server.connect()).collect();
    for stream in &mut slow {
        let _ = stream.write_all(b"GET / HTTP/1.1\r\nHost: ");
    }
    let begun = Instant::now();
    let first = &mut slow[0];
    first.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    let mut rest = Vec::new();
    let _ = first.read_to_end(&mut rest);
    assert!(begun.elapsed() < Duration::from_secs(12), "a slow client was kept for {:?}", begun.elapsed());
    // The others are gone by then, and there is room again.
    drop(slow);
    std::thread::sleep(Duration::from_millis(500));
    assert_eq!(status(&server.get("/")), 200);
}

/// However many lines ask nothing, whoever asks is answered; what is under way goes on.
#[test]
fn silent_lines_shut_nobody_out() {
    let here = folder(&[("plan.plan", PLAN)]);
    let server = Server::start(here.path(), &["plan.plan"]);
    let mut events = server.events();
    assert_eq!(events.next(), 1);
    let mut silent = Vec::new();
    for round in 0..300 {
        let mut stream = server.connect();
        let _ = stream.write_all(b"GET /document.html HTTP/1.1\r\nHost: ");
        silent.push(stream);
        if round % 20 == 0 {
            let begun = Instant::now();
            assert_eq!(status(&server.get("/")), 200, "behind {round} silent lines");
            assert!(begun.elapsed() < Duration::from_secs(3), "{:?}", begun.elapsed());
        }
    }
    write(here.path(), "plan.plan", &PLAN.replace(LINE, &format!("{LINE}新")));
    assert!(events.next() > 1);
}

/// A body is refused before it is read, however slowly it comes.
#[test]
fn bodies_are_not_waited_for() {
    let here = folder(&[("plan.plan", PLAN)]);
    let server = Server::start(here.path(), &["plan.plan"]);
    let host = server.host();
    for lines in ["Content-Length: 900000000", "Content-Length: 10", "Transfer-Encoding: chunked"] {
        for method in ["GET", "POST"] {
            let begun = Instant::now();
            let answer = server.ask(&format!("{method} / HTTP/1.1\r\nHost: {host}\r\n{lines}\r\n\r\n1"));
            assert!([405, 413].contains(&status(&answer)), "{method} {lines}: {answer}");
            assert!(answer.contains("connection: close"), "{method} {lines}: {answer}");
            assert!(begun.elapsed() < Duration::from_secs(3), "{method} {lines}: {:?}", begun.elapsed());
        }
    }
}

#[test]
fn a_change_is_told_at_once() {
    let here = folder(&[("plan.plan", PLAN)]);
    let server = Server::start(here.path(), &["plan.plan"]);
    let mut events = server.events();
    assert_eq!(events.next(), 1);
    let mut spent = Vec::new();
    for round in 1..=5 {
        let changed = PLAN.replace(LINE, &format!("{LINE}第{round}次"));
        let begun = Instant::now();
        write(here.path(), "plan.plan", &changed);
        let number = events.next();
        spent.push(begun.elapsed());
        assert!(number > round, "{number}");
        let state = server.get("/state.json");
        assert!(state.contains(&format!("\"title\":\"第{round}次")), "{state}");
        assert!(server.get("/document.html").contains(&format!("第{round}次")));
    }
    // Written without a change: nothing is told.
    let changed = fs::read(here.path().join("plan.plan")).unwrap();
    fs::write(here.path().join("plan.plan"), changed).unwrap();
    assert!(events.is_quiet(Duration::from_millis(600)));
    if std::env::var_os("FANGAN_SHOW_FIGURES").is_some() {
        eprintln!("from saving to the event: {spent:?}");
    }
    assert!(spent.iter().min().unwrap() < &Duration::from_secs(2), "{spent:?}");
}

#[test]
fn editors_that_put_another_file_in_the_place_are_followed() {
    let here = folder(&[("plan.plan", PLAN)]);
    let server = Server::start(here.path(), &["plan.plan"]);
    let mut events = server.events();
    events.next();
    for round in 1..=3 {
        write(here.path(), ".plan.plan.swp", &PLAN.replace(LINE, &format!("{LINE}新{round}")));
        fs::rename(here.path().join(".plan.plan.swp"), here.path().join("plan.plan")).unwrap();
        events.until(|| server.get("/state.json").contains(&format!("\"title\":\"新{round}")));
    }
    fs::remove_file(here.path().join("plan.plan")).unwrap();
    events.until(|| server.get("/state.json").contains("\"is_current\":false"));
    assert_eq!(status(&server.get("/document.html")), 200);
    write(here.path(), "plan.plan", PLAN);
    events.until(|| server.get("/state.json").contains("\"is_current\":true"));
}

#[test]
fn a_broken_plan_keeps_the_last_document() {
    let here = folder(&[("plan.plan", PLAN)]);
    let server = Server::start(here.path(), &["plan.plan"]);
    let mut events = server.events();
    events.next();
    let before = server.get("/document.md");
    write(here.path(), "plan.plan", &format!("{PLAN}\n- 引用：没有.plan\n- 时限：2026年13月\n"));
    events.until(|| server.get("/state.json").contains("\"is_current\":false"));
    let state = server.get("/state.json");
    assert!(state.contains("\"severity\":\"error\""), "{state}");
    let body = |answer: &str| answer.split_once("\r\n\r\n").unwrap().1.to_owned();
    assert_eq!(body(&server.get("/document.md")), body(&before));
    // Settings that are wrong are told in the page as well, and mended there.
    write(here.path(), "plan.plan", PLAN);
    events.until(|| server.get("/state.json").contains("\"is_current\":true"));
    write(here.path(), "fangan.toml", "[check]\nignore = [\"ZZZ\"]\n");
    events.until(|| server.get("/state.json").contains("fangan.toml"));
    write(here.path(), "fangan.toml", "[check]\nignore = [\"W\"]\n");
    events.until(|| server.get("/state.json").contains("\"is_current\":true"));
}

#[test]
fn a_file_that_cannot_be_read_keeps_the_last_document() {
    let here = folder(&[("plan.plan", PLAN)]);
    let server = Server::start(here.path(), &["plan.plan"]);
    let mut events = server.events();
    events.next();
    let body = |answer: &str| answer.split_once("\r\n\r\n").unwrap().1.to_owned();
    let state = || body(&server.get("/state.json"));
    let (before, first) = (body(&server.get("/document.md")), state());
    let title = first.split("\"path\"").next().unwrap().split_once("\"title\"").unwrap().1;
    let bytes = [PLAN.as_bytes(), &[0xff, 0xfe, 0x80]].concat();
    for (written, words) in [(Some(&b""[..]), "是空的"), (Some(&bytes[..]), "不是 UTF-8 文本"), (None, "没有这个文件")]
    {
        match written {
            Some(bytes) => fs::write(here.path().join("plan.plan"), bytes).unwrap(),
            None => fs::remove_file(here.path().join("plan.plan")).unwrap(),
        }
        events.until(|| state().contains(words));
        assert!(state().contains("\"is_current\":false") && state().contains(title), "{}", state());
        assert_eq!(body(&server.get("/document.md")), before, "{words}");
        write(here.path(), "plan.plan", PLAN);
        events.until(|| state().contains("\"is_current\":true"));
    }
}

/// What stands in a file for a moment while it is being saved is nothing to show.
#[test]
fn a_file_that_is_on_its_way_is_waited_for() {
    let here = folder(&[("plan.plan", PLAN)]);
    let server = Server::start(here.path(), &["plan.plan"]);
    let mut events = server.events();
    assert_eq!(events.next(), 1);
    let third = (0..=PLAN.len() / 3).rev().find(|at| PLAN.is_char_boundary(*at)).unwrap();
    for (round, half) in ["", &PLAN[..third]].into_iter().enumerate() {
        write(here.path(), "plan.plan", half);
        std::thread::sleep(Duration::from_millis(150));
        write(here.path(), "plan.plan", &PLAN.replace(LINE, &format!("{LINE}第{round}次")));
        // One snapshot a round: that of the whole plan.
        assert_eq!(events.next(), round as u64 + 2);
        assert!(server.get("/state.json").contains(&format!("\"title\":\"第{round}次")));
    }
    assert!(events.is_quiet(Duration::from_millis(800)));
}

#[test]
fn files_that_are_used_are_followed() {
    let plan = "# 方案：甲县乙方案\n\n- 引用：names.plan\n\n## 工作目标\n\n做好工作。\n";
    let here = folder(&[("plan.plan", plan), ("out/names.plan", "")]);
    let server = Server::start(here.path(), &["plan.plan"]);
    let mut events = server.events();
    events.next();
    assert!(server.get("/state.json").contains("names.plan"), "a file that is missing is told");
    write(here.path(), "names.plan", "# 主体\n- 教育局：甲县教育局\n");
    events.until(|| !server.get("/state.json").contains("\"severity\":\"error\""));
}

#[cfg(unix)]
#[test]
fn ctrl_c_ends_it() {
    let here = folder(&[("plan.plan", PLAN)]);
    let mut server = Server::start(here.path(), &["plan.plan"]);
    let mut events = server.events();
    events.next();
    // As `watch` ends: a script learns that it was broken off.
    let (sent, ended) = program::broken_off(&mut server.child);
    assert_eq!(ended, Some(sent));
}

#[test]
fn what_cannot_be_shown_is_said() {
    let here = folder(&[("plan.plan", PLAN)]);
    let code = |arguments: &[&str]| program::fangan(here.path(), arguments).status.code();
    assert_eq!(code(&["serve", "none.plan"]), Some(2));
    assert_eq!(code(&["serve", "-"]), Some(2));
    assert_eq!(code(&["serve", "plan.plan", "--set", "没有=1"]), Some(2));
    let server = Server::start(here.path(), &["plan.plan"]);
    let port = server.port.to_string();
    assert_eq!(code(&["serve", "plan.plan", "--port", &port]), Some(2));
}

/// The page in a real browser.
#[test]
fn a_browser_follows_a_plan() {
    let Ok(modules) = std::env::var("FANGAN_PLAYWRIGHT") else {
        eprintln!("SKIPPED: a_browser_follows_a_plan: FANGAN_PLAYWRIGHT names no folder with playwright-core in it");
        return;
    };
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let script = root.join("tests/serve/browser.mjs");
    let mut node = Command::new("node");
    node.arg(script).arg(env!("CARGO_BIN_EXE_fangan")).arg(root).current_dir(modules);
    let output = node.output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    if std::env::var_os("FANGAN_SHOW_FIGURES").is_some() {
        eprintln!("{said}");
    }
}

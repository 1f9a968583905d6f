//! `fangan watch`: outputs follow their plans, and what happens is said in a line or two.

#![cfg(feature = "watch")]
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up fails")]

#[path = "support/program.rs"]
mod program;

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, SystemTime};

use program::{folder, write};

const PLAN: &str = include_str!("../examples/county-campaign/plan.plan");
/// How long anything may take.
const PATIENCE: Duration = Duration::from_secs(30);

/// `fangan watch`, ended when it goes, and what it says.
struct Watch {
    child: Child,
    said: Receiver<String>,
}

impl Watch {
    fn start(folder: &Path, arguments: &[&str]) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_fangan"));
        command.arg("watch").args(arguments).current_dir(folder).env("LC_ALL", "zh_CN.UTF-8");
        let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let (say, said) = channel();
        thread::spawn(move || lines.map_while(Result::ok).all(|line| say.send(line).is_ok()));
        Self { child, said }
    }

    /// The next line that holds some words, and all before it.
    fn until(&self, words: &str) -> String {
        let mut said = String::new();
        loop {
            let line = self.said.recv_timeout(PATIENCE).unwrap_or_else(|_| panic!("no {words} in:\n{said}"));
            said.push_str(&line);
            said.push('\n');
            if line.contains(words) {
                return said;
            }
        }
    }

    fn is_quiet(&self, time: Duration) -> bool {
        self.said.recv_timeout(time).is_err()
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn time(path: &Path) -> SystemTime {
    fs::metadata(path).unwrap().modified().unwrap()
}

#[test]
fn outputs_follow_their_plan() {
    let here = folder(&[("plan.plan", PLAN)]);
    let watch = Watch::start(here.path(), &["plan.plan"]);
    let said = watch.until("Ctrl-C");
    assert!(said.contains("plan.plan：未发现问题；out 里"), "{said}");
    let out = here.path().join("out");
    assert!(fs::read_to_string(out.join("document.md")).unwrap().contains("澜平县"));
    let files = fs::read_dir(&out).unwrap().count();
    assert!(said.contains(&format!("{files}个文件，写了{files}个")), "{said}");
    let calendar = time(&out.join("analysis.json"));
    // A change in the prose: what says it is written anew, and nothing else.
    write(
        here.path(),
        "plan.plan",
        &PLAN.replacen("为学习贯彻", "为认真学习贯彻", 1).replacen("制定本方案", "特制定本方案", 1),
    );
    let said = watch.until("写了");
    assert!(said.starts_with("改了 plan.plan\n"), "{said}");
    assert!(!said.contains(&format!("写了{files}个")), "{said}");
    assert!(fs::read_to_string(out.join("document.md")).unwrap().contains("特制定本方案"));
    assert_eq!(time(&out.join("analysis.json")), calendar);
    // Its own outputs are none of its concern, nor is a file that is only touched.
    write(here.path(), "out/document.md", "");
    write(here.path(), "other.plan", "");
    let text = fs::read(here.path().join("plan.plan")).unwrap();
    fs::write(here.path().join("plan.plan"), text).unwrap();
    assert!(watch.is_quiet(Duration::from_millis(2500)));
}

#[test]
fn errors_are_listed_and_nothing_is_written() {
    let here = folder(&[("plan.plan", PLAN)]);
    let watch = Watch::start(here.path(), &["plan.plan", "-o", "成品"]);
    watch.until("Ctrl-C");
    let before = time(&here.path().join("成品/document.html"));
    write(here.path(), "plan.plan", &format!("{PLAN}\n- 引用：没有.plan\n"));
    let said = watch.until("没有写出文件");
    assert!(said.contains("错误[S002]"), "{said}");
    assert_eq!(time(&here.path().join("成品/document.html")), before);
    // Saved as some editors do it: another file takes the place of the plan.
    write(here.path(), "plan.plan~", PLAN);
    fs::rename(here.path().join("plan.plan~"), here.path().join("plan.plan")).unwrap();
    let said = watch.until("未发现问题");
    assert!(said.contains("写了0个"), "{said}");
    // Settings are followed as the plan is, also where there were none.
    write(here.path(), "fangan.toml", "[check]\nstage = \"nonsense\"\n");
    let said = watch.until("没有写出文件");
    assert!(said.contains("fangan.toml"), "{said}");
    fs::remove_file(here.path().join("fangan.toml")).unwrap();
    watch.until("未发现问题");
}

#[test]
fn what_cannot_be_read_overwrites_nothing() {
    let here = folder(&[("plan.plan", PLAN)]);
    let watch = Watch::start(here.path(), &["plan.plan"]);
    watch.until("Ctrl-C");
    let document = here.path().join("out/document.md");
    let before = (time(&document), fs::read_to_string(&document).unwrap());
    let bytes = [PLAN.as_bytes(), &[0xff]].concat();
    for (written, words) in
        [(Some(&b"\n"[..]), "plan.plan 是空的"), (Some(&bytes[..]), "UTF-8"), (None, "没有这个文件")]
    {
        match written {
            Some(bytes) => fs::write(here.path().join("plan.plan"), bytes).unwrap(),
            None => fs::remove_file(here.path().join("plan.plan")).unwrap(),
        }
        let said = watch.until("没有写出文件");
        assert!(said.contains(words) && !said.contains("未发现问题"), "{said}");
        assert_eq!((time(&document), fs::read_to_string(&document).unwrap()), before, "{words}");
        write(here.path(), "plan.plan", PLAN);
        assert!(watch.until("未发现问题").contains("写了0个"));
    }
    // Saved in two steps: the first is not believed.
    let third = (0..=PLAN.len() / 3).rev().find(|at| PLAN.is_char_boundary(*at)).unwrap();
    write(here.path(), "plan.plan", &PLAN[..third]);
    thread::sleep(Duration::from_millis(150));
    write(here.path(), "plan.plan", &PLAN.replace("# 方案：", "# 方案：新"));
    watch.until("写了");
    assert!(fs::read_to_string(&document).unwrap().contains("新"));
    assert!(watch.is_quiet(Duration::from_millis(800)));
}

#[test]
fn several_plans_have_a_folder_each() {
    let here = folder(&[("a/plan.plan", PLAN), ("b.plan", PLAN)]);
    let watch = Watch::start(here.path(), &["a", "b.plan"]);
    watch.until("Ctrl-C");
    write(here.path(), "b.plan", &PLAN.replace("# 方案：", "# 方案：乙"));
    let said = watch.until("写了");
    assert!(said.contains("b.plan") && !said.contains("a/plan.plan"), "{said}");
    for name in ["out/a/document.docx", "out/b/document.docx"] {
        assert!(here.path().join(name).is_file(), "{name}");
    }
    let code = |arguments: &[&str]| program::fangan(here.path(), arguments).status.code();
    write(here.path(), "c/b.plan", PLAN);
    assert_eq!(code(&["watch", "b.plan", "c/b.plan"]), Some(2));
    assert_eq!(code(&["watch", "none.plan"]), Some(2));
}

#[cfg(unix)]
#[test]
fn it_ends_at_once_and_leaves_nothing_half_written() {
    let here = folder(&[("plan.plan", PLAN)]);
    let mut watch = Watch::start(here.path(), &["plan.plan"]);
    watch.until("Ctrl-C");
    // As `serve` ends.
    let (sent, ended) = program::broken_off(&mut watch.child);
    assert_eq!(ended, Some(sent));
    let left = fs::read_dir(here.path().join("out")).unwrap();
    assert!(left.into_iter().all(|entry| !entry.unwrap().file_name().to_string_lossy().starts_with('.')));
}

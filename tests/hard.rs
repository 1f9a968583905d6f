//! Bad disks, bad names, bad moments: what the program does when what is around it fails.

#![cfg(unix)]
#![expect(clippy::print_stderr, reason = "what is skipped is said")]
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up fails")]

#[path = "support/program.rs"]
mod program;

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{FileTypeExt, PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use fangan::world::{DiskWorld, MAX_BYTES, MemoryWorld, ReadError, World};
use fangan::{Options, compile};
use program::{fangan, folder, said};

const OLD: &str = "# 方案：旧方案\n# 主体\n- 教育局\n## 工作\n### 措施 甲：听课\n- 牵头：教育局\n- 时限：2026年6月底\n";

fn new() -> String {
    OLD.replace("旧方案", "新方案").replace("听课", "评课")
}

/// Every file in a folder; those that were left half written by a program that was killed begin with a dot.
fn files(folder: &Path) -> Outputs {
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let shown = paths.filter(|path| !path.file_name().unwrap().as_bytes().starts_with(b"."));
    shown.map(|path| (path.file_name().unwrap().into(), fs::read(path).unwrap())).collect()
}

fn build(folder: &Path, to: &str) {
    let output = fangan(folder, &["build", "a.plan", "-o", to]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
}

/// What stands in a folder, by name.
type Outputs = BTreeMap<PathBuf, Vec<u8>>;

/// A folder with what a plan was built into before, and what it will be built into.
fn built() -> (tempfile::TempDir, Outputs, Outputs) {
    let place = folder(&[("a.plan", OLD)]);
    build(place.path(), "old");
    program::write(place.path(), "a.plan", &new());
    build(place.path(), "new");
    let (old, new) = (files(&place.path().join("old")), files(&place.path().join("new")));
    assert!(old.len() > 20 && old.keys().eq(new.keys()) && old != new);
    (place, old, new)
}

/// Puts the old outputs into `out`, runs a shell line there, and gives what stands in `out` then.
fn after(place: &Path, old: &Outputs, line: &str) -> (Output, Outputs) {
    let out = place.join("out");
    let _ = fs::remove_dir_all(&out);
    fs::create_dir(&out).unwrap();
    for (name, bytes) in old {
        fs::write(out.join(name), bytes).unwrap();
    }
    let mut command = Command::new("sh");
    command.current_dir(place).args(["-c", line]).env("FANGAN", env!("CARGO_BIN_EXE_fangan"));
    let output = command.env("LC_ALL", "zh_CN.UTF-8").stdin(Stdio::null()).output().unwrap();
    (output, files(&out))
}

/// The limit on the size of a file kills the program in the middle of a write, or fails the write as a full disk does:
/// no output is in its place before all are written.
#[test]
fn a_write_that_fails_or_kills_changes_nothing() {
    let (place, old, _) = built();
    for blocks in [0, 1, 4, 16] {
        let (output, found) = after(
            place.path(),
            &old,
            &format!("ulimit -c 0; ulimit -f {blocks}; exec \"$FANGAN\" build a.plan -o out"),
        );
        assert!(!output.status.success(), "{blocks}: {}", said(&output));
        assert!(found == old, "{blocks} blocks: the outputs changed");
        let line = format!("ulimit -f {blocks}; trap '' XFSZ; exec \"$FANGAN\" build a.plan -o out");
        let (output, found) = after(place.path(), &old, &line);
        assert_eq!(output.status.code(), Some(2), "{blocks}: {}", said(&output));
        assert!(found == old, "{blocks} blocks: the outputs changed");
        let left = fs::read_dir(place.path().join("out")).unwrap().count();
        assert_eq!(left, old.len(), "{blocks} blocks: something is left behind");
    }
}

/// Whether strace is at hand and may be used.
fn can_trace() -> bool {
    let is_there =
        Command::new("strace").args(["-o", "/dev/null", "true"]).status().is_ok_and(|status| status.success());
    if !is_there {
        eprintln!("SKIPPED without strace: nothing was done to the program between its writes");
    }
    is_there
}

/// Builds, with something done to one of the calls of a name: the first, the second, …, each of them in its turn if
/// `FANGAN_CASES` is set, until there is no such call any more.
fn at_calls(call: &str, harm: &str, mut then: impl FnMut(&str, &Output, &Outputs, &Path)) {
    let (place, old, new) = built();
    let is_every = std::env::var_os("FANGAN_CASES").is_some();
    let some = [1, 2, 3, 7, 19, 31];
    for count in (1..1000).filter(|count| is_every || some.contains(count)) {
        let line = format!(
            "exec strace -f -qq -o trace -e trace={call} -e inject={call}:{harm}:when={count} \"$FANGAN\" build a.plan -o out"
        );
        let (output, found) = after(place.path(), &old, &line);
        let said = format!("{call} {harm} {count}");
        assert!(found.keys().eq(old.keys()), "{said}: files came or went");
        for (name, bytes) in &found {
            let is_whole = [&old[name], &new[name]].contains(&bytes);
            assert!(is_whole, "{said}: {} is half written", name.display());
        }
        let trace = fs::read_to_string(place.path().join("trace")).unwrap();
        if !trace.contains("INJECTED") && !trace.contains("killed by SIGKILL") {
            break;
        }
        then(&said, &output, &found, &place.path().join("out"));
    }
}

/// `kill -9` at the one write or rename after the other: each output is the old one or the new one.
#[test]
fn a_kill_between_any_two_writes_leaves_old_or_new() {
    if !can_trace() {
        return;
    }
    let (_, old, _) = built();
    let mut seen = [0, 0];
    for call in ["/^rename", "write"] {
        at_calls(call, "signal=KILL", |_, _, found, _| seen[usize::from(*found != old)] += 1);
    }
    assert!(seen[0] > 0 && seen[1] > 0, "not killed where it matters: {seen:?}");
}

/// The one write or rename after the other fails, as on a disk that is full or breaks: told, nothing half, nothing left.
#[test]
fn a_write_or_rename_that_fails_is_told_and_leaves_nothing() {
    if !can_trace() {
        return;
    }
    let mut count = 0;
    for (call, error) in [("/^rename", "EIO"), ("write", "ENOSPC")] {
        at_calls(call, &format!("error={error}"), |said, output, found, out| {
            count += 1;
            assert_eq!(output.status.code(), Some(2), "{said}: {}", program::said(output));
            assert_eq!(fs::read_dir(out).unwrap().count(), found.len(), "{said}: something is left behind");
        });
    }
    assert!(count >= 12, "{count}");
}

/// What a build writes can lie on a disk of any system.
#[test]
fn names_of_outputs_are_names_everywhere() {
    let (_, files, _) = built();
    let devices = ["con", "prn", "aux", "nul"].map(str::to_owned).into_iter();
    let ports = ["com", "lpt"].into_iter().flat_map(|port| (0..=9).map(move |number| format!("{port}{number}")));
    let reserved: Vec<String> = devices.chain(ports).collect();
    let mut small = std::collections::BTreeSet::new();
    for name in files.keys().map(|name| name.to_str().unwrap()) {
        assert!(name.chars().all(|sign| sign.is_ascii_alphanumeric() || "-_.".contains(sign)), "{name}");
        assert!(!name.ends_with('.'), "{name}");
        let stem = name.split('.').next().unwrap().to_lowercase();
        assert!(!reserved.contains(&stem), "{name} is a device");
        assert!(small.insert(name.to_lowercase()), "{name} is another name in large letters");
    }
}

#[test]
fn a_full_device_is_told_and_a_reader_that_left_is_not() {
    let place = folder(&[("a.plan", OLD)]);
    let (output, _) = after(place.path(), &BTreeMap::new(), "exec \"$FANGAN\" render a.plan >/dev/full");
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("标准输出"), "{}", said(&output));
    for verb in ["render a.plan", "rules", "check a.plan", "build a.plan -o out"] {
        let (output, _) =
            after(place.path(), &BTreeMap::new(), &format!("exec 3>&1; {{ \"$FANGAN\" {verb}; echo $? >&3; }} | true"));
        let code = said(&output);
        assert!(code.trim() == "0", "{verb}: {code}");
    }
}

#[test]
fn who_cannot_be_told_still_learns_how_it_ended() {
    let place = folder(&[("a.plan", OLD), ("bad.plan", "# 方案\n- 期限：13月32日\n"), ("b.plan", "#  方案\n")]);
    let run = |line: &str| said(&after(place.path(), &BTreeMap::new(), line).0);
    for (verb, code) in [("check nope.plan", "2"), ("render bad.plan", "1"), ("check --nonsense", "2")] {
        assert_eq!(run(&format!("\"$FANGAN\" {verb} 2>/dev/full; echo $?")).trim(), code, "{verb}");
    }
    for verb in ["--help", "--version", "check --help", "completions bash"] {
        let said = run(&format!("\"$FANGAN\" {verb} >/dev/full; echo $?"));
        assert!(said.lines().any(|line| line == "2") && said.contains("标准输出"), "{verb}: {said}");
    }
    // What comes after a plan of which nobody can be told is done as well.
    run("\"$FANGAN\" fmt bad.plan b.plan 2>/dev/full");
    assert_eq!(fs::read_to_string(place.path().join("b.plan")).unwrap(), "# 方案\n");
}

#[test]
fn no_output_takes_the_place_of_its_plan() {
    let used = ["# 方案\n\n- 引用：单位.plan\n", "# 主体\n- 县教育局\n"];
    let place = folder(&[("a.plan", used[0]), ("单位.plan", used[1]), ("old/plan.json", OLD)]);
    let link = place.path().join("link.html");
    symlink("a.plan", &link).unwrap();
    for verb in [
        "render a.plan --to html -o a.plan",
        "render a.plan --to md -o ./单位.plan",
        "render a.plan -o link.html",
        "export a.plan --to json -o \"$PWD/a.plan\"",
        "graph a.plan --to svg -o a.plan",
        "table a.plan --to csv --kind duties -o a.plan",
        "build old/plan.json -o old",
    ] {
        let (output, _) = after(place.path(), &BTreeMap::new(), &format!("exec \"$FANGAN\" {verb}"));
        assert_eq!(output.status.code(), Some(2), "{verb}: {}", said(&output));
        assert!(said(&output).contains("方案自己的文件"), "{verb}: {}", said(&output));
    }
    for (name, text) in [("a.plan", used[0]), ("单位.plan", used[1]), ("old/plan.json", OLD)] {
        assert_eq!(fs::read_to_string(place.path().join(name)).unwrap(), text);
    }
    assert_eq!(fs::read_dir(place.path().join("old")).unwrap().count(), 1);
}

#[test]
fn an_output_leaves_links_rights_devices_and_pipes_what_they_are() {
    let place = folder(&[("a.plan", OLD), ("real/page.html", "old")]);
    let at = |name: &str| place.path().join(name);
    symlink("real/page.html", at("link.html")).unwrap();
    fs::set_permissions(at("real/page.html"), fs::Permissions::from_mode(0o600)).unwrap();
    let run = |line: &str| {
        let (output, _) = after(place.path(), &BTreeMap::new(), line);
        assert_eq!(output.status.code(), Some(0), "{line}: {}", said(&output));
        String::from_utf8(output.stdout).unwrap()
    };
    let page = run("exec \"$FANGAN\" render a.plan");
    run("exec \"$FANGAN\" render a.plan -o link.html");
    assert!(fs::symlink_metadata(at("link.html")).unwrap().is_symlink());
    assert_eq!(fs::read_to_string(at("real/page.html")).unwrap(), page);
    assert_eq!(fs::metadata(at("real/page.html")).unwrap().permissions().mode() & 0o777, 0o600);

    run("exec \"$FANGAN\" render a.plan -o /dev/null");
    assert!(fs::metadata("/dev/null").unwrap().file_type().is_char_device());
    assert_eq!(run("\"$FANGAN\" render a.plan --to html -o /dev/stdout | cat"), page);
    assert_eq!(run("mkfifo pipe; cat pipe & \"$FANGAN\" render a.plan --to html -o pipe; wait"), page);
    assert!(fs::metadata(at("pipe")).unwrap().file_type().is_fifo());
    // What is rewritten must be a file.
    let (output, _) = after(place.path(), &BTreeMap::new(), "printf '#  方案\\n' >pipe & exec \"$FANGAN\" fmt pipe");
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert!(fs::metadata(at("pipe")).unwrap().file_type().is_fifo());
}

#[test]
fn names_that_are_no_text_are_names() {
    let place = folder(&[]);
    let name = OsStr::from_bytes(b"\xff\xfe.plan");
    fs::write(place.path().join(name), OLD).unwrap();
    let run = |arguments: &[&OsStr]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_fangan"));
        let output = command.current_dir(place.path()).args(arguments).stdin(Stdio::null()).output().unwrap();
        (output.status.code(), said(&Output { stdout: Vec::new(), ..output }))
    };
    let (os, out) = (OsStr::new, OsStr::from_bytes(b"\xfd"));
    for verb in ["check", "fmt", "export", "render", "graph"] {
        let (code, said) = run(&[OsStr::new(verb), name]);
        assert!(matches!(code, Some(0 | 1)) && !said.contains("panicked"), "{verb}: {code:?} {said}");
    }
    assert_eq!(run(&[os("build"), name, os("-o"), out]).0, Some(0));
    assert!(place.path().join(out).join("plan.json").is_file());
    for arguments in [vec![os("check"), os(".")], vec![os("check"), os("--fix"), name]] {
        assert_eq!(run(&arguments).0, Some(0));
    }
    // A verb, an option and a value that are no text are refused.
    for arguments in [vec![out], vec![os("check"), name, os("--set"), out], vec![os("explain"), out]] {
        let (code, said) = run(&arguments);
        assert_eq!(code, Some(2), "{said}");
    }
}

#[test]
fn links_that_lead_in_circles_end() {
    let place = folder(&[("fangan.toml", ""), ("b.plan", "# 主体\n- 教育局\n")]);
    symlink(".", place.path().join("here")).unwrap();
    symlink("loop", place.path().join("loop")).unwrap();
    let deep = "here/".repeat(30) + "b.plan";
    let plan = format!("# 方案：甲方案\n- 引用：{deep}、here/a.plan、here/here/b.plan\n");
    program::write(place.path(), "a.plan", &plan);
    // Thirty links lead to the one file; the plan itself is a ring.
    assert_eq!(program::codes(place.path(), &["a.plan", "--select", "S"]), ["S112"]);
    program::write(place.path(), "c.plan", "# 方案：甲方案\n- 引用：loop\n");
    assert_eq!(program::codes(place.path(), &["c.plan", "--select", "S"]), ["S110"]);
    let output = fangan(place.path(), &["check", "."]);
    assert_ne!(output.status.code(), Some(2), "{}", said(&output));
}

#[test]
fn ten_thousand_files_and_a_line_of_ten_megabytes_end_soon() {
    let names: Vec<_> = (0..10_001).map(|each| format!("{each}.plan")).collect();
    let mut world = MemoryWorld::with("a.plan", format!("# 方案：甲\n- 引用：{}\n", names.join("、")));
    for name in &names {
        world = world.and(name, "# 主体\n- 教育局\n");
    }
    let start = Instant::now();
    let compiled = compile(&world, Path::new("a.plan"), Options::default()).unwrap();
    assert!(compiled.findings.iter().any(|finding| finding.code == "S113"));
    let prose = format!("# 方案：甲方案\n\n{}\n", "正文".repeat((10 << 20) / "正文".len()));
    let world = MemoryWorld::with("a.plan", prose);
    compile(&world, Path::new("a.plan"), Options::default()).unwrap();
    assert!(start.elapsed() < Duration::from_secs(120), "{:?}", start.elapsed());
}

#[test]
fn what_has_no_end_is_not_read_to_its_end() {
    let error = DiskWorld.read(Path::new("/dev/zero")).unwrap_err();
    assert!(matches!(error, ReadError::TooLarge(bytes) if bytes > MAX_BYTES), "{error:?}");
}

/// A file that is written anew again and again while it is read is read somehow: as it was at some moment, or refused.
#[test]
fn files_that_change_while_they_are_read_are_read_or_refused() {
    let place = folder(&[("a.plan", OLD), ("b.plan", "# 主体\n- 教育局\n")]);
    let path = place.path().join("a.plan");
    let is_over = AtomicBool::new(false);
    let long = format!("{}{}", new().replace("# 主体", "- 引用：b.plan\n# 主体"), "\n正文。\n".repeat(5_000));
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let mut turn = 0;
            while !is_over.load(Ordering::Relaxed) {
                turn += 1;
                let _ = match turn % 4 {
                    0 => fs::remove_file(&path),
                    1 => fs::write(&path, OLD),
                    2 => fs::write(&path, &long),
                    _ => fs::write(&path, b"# \xff"),
                };
            }
        });
        for _ in 0..20 {
            let _ = compile(&DiskWorld, &path, Options::default());
        }
        is_over.store(true, Ordering::Relaxed);
    });
}

#[test]
fn the_order_in_which_files_are_named_changes_nothing() {
    let place = folder(&[("a.plan", OLD), ("b.plan", &new()), ("c/d.plan", "# 方案：甲\n- 牵头\n")]);
    let check =
        |names: [&str; 3]| said(&fangan(place.path(), &[&["check", "--format", "short"][..], &names[..]].concat()));
    assert_eq!(check(["a.plan", "b.plan", "c/d.plan"]), check(["c/d.plan", "b.plan", "a.plan"]));
}

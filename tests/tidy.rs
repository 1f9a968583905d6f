//! The house rules: who may name what, how long a file may be, what may lie at the top.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up fails")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Each outside library and the places that may name it.
const LIBRARIES: &[(&str, &[&str])] = &[
    ("pest", &["src/syntax/grammar.rs"]),
    ("pest_derive", &["src/syntax/grammar.rs"]),
    ("mimalloc", &["src/main.rs"]),
    (
        "regex",
        &[
            "src/check/pattern.rs",
            "src/check/pattern/",
            "src/check/rhythms.rs",
            "src/check/rules/prose_seat_differs.rs",
        ],
    ),
    // What a form needs, in a test.
    ("regex_syntax", &["src/check/pattern/needs.rs"]),
    ("miette", &["src/report/terminal.rs"]),
    ("minijinja", &["src/render/"]),
    ("petgraph", &["src/graph/order.rs"]),
    ("dugong", &["src/graph/layout/layered.rs"]),
    ("jiff", &["src/calendar/"]),
    ("rust_decimal", &["src/quantity/"]),
    ("clap", &["src/cli/"]),
    // Its shells are an argument.
    ("clap_complete", &["src/cli/helps.rs", "src/cli/args.rs"]),
    ("clap_mangen", &["src/cli/helps.rs"]),
    ("simdutf8", &["src/world.rs"]),
    ("foldhash", &["src/plan/resolve/"]),
    ("roxmltree", &["src/render/word/"]),
    ("similar", &["src/cli/", "src/format/"]),
    ("lsp_server", &["src/lsp/"]),
    ("gen_lsp_types", &["src/lsp/"]),
    ("pinyin", &["src/lsp/convert/completion.rs"]),
    // Beside the published types themselves, the enums of other rooms that they hold.
    (
        "schemars",
        &[
            "src/export/",
            // The published form of findings.
            "src/report/json.rs",
            "src/diagnostic/",
            "src/calendar/every.rs",
            "src/plan/fact.rs",
            "src/plan/quota.rs",
            "src/plan/noun.rs",
            "src/quantity/target.rs",
        ],
    ),
    ("tempfile", &["src/cli/output.rs"]),
    ("toml", &["src/settings/shape.rs", "src/profile/shape.rs"]),
    ("zip", &["src/render/word/"]),
    ("rust_xlsxwriter", &["src/render/xlsx"]),
    ("icalendar", &["src/export/ics.rs"]),
    ("notify_debouncer_full", &["src/watch/bell.rs"]),
    ("axum", &["src/serve/"]),
    ("hyper", &["src/serve/listen.rs", "src/serve/events.rs", "src/serve/seats.rs"]),
    ("hyper_util", &["src/serve/listen.rs"]),
    ("tokio", &["src/serve/"]),
];

/// Each room and the rooms it may know, from the ground up. A room always knows itself.
const ROOMS: [(&str, &[&str]); 24] = [
    ("calendar", &[]),
    ("quantity", &[]),
    ("source", &[]),
    ("numbering", &["quantity", "source"]),
    ("diagnostic", &["source"]),
    ("world", &["diagnostic"]),
    ("syntax", &["calendar", "quantity", "source", "numbering", "diagnostic"]),
    ("format", &["source", "diagnostic", "syntax"]),
    ("plan", &["calendar", "quantity", "source", "numbering", "diagnostic", "syntax", "world"]),
    ("graph", &["calendar", "quantity", "source", "plan"]),
    ("document", &["calendar", "quantity", "source", "numbering", "plan"]),
    ("export", &["calendar", "quantity", "source", "plan", "document"]),
    ("check", &["calendar", "quantity", "source", "numbering", "diagnostic", "plan", "graph"]),
    ("profile", &[]),
    ("settings", &["check", "diagnostic", "document", "profile", "render", "source", "world"]),
    ("report", &["check", "diagnostic", "source"]),
    ("render", &["diagnostic", "document", "graph", "profile", "quantity"]),
    ("compile", &["calendar", "check", "diagnostic", "plan", "source", "world"]),
    ("illustrated", &["document", "graph", "plan", "render"]),
    (
        "watch",
        &["calendar", "check", "compile", "diagnostic", "document", "plan", "render", "settings", "source", "world"],
    ),
    (
        "serve",
        &[
            "check",
            "compile",
            "diagnostic",
            "document",
            "export",
            "graph",
            "illustrated",
            "plan",
            "profile",
            "render",
            "report",
            "source",
            "watch",
            "world",
        ],
    ),
    (
        "editor",
        &[
            "calendar",
            "check",
            "compile",
            "diagnostic",
            "document",
            "export",
            "format",
            "plan",
            "quantity",
            "source",
            "syntax",
        ],
    ),
    (
        "lsp",
        &[
            "calendar",
            "check",
            "compile",
            "diagnostic",
            "editor",
            "format",
            "plan",
            "report",
            "settings",
            "source",
            "world",
        ],
    ),
    (
        "cli",
        &[
            "calendar",
            "check",
            "compile",
            "diagnostic",
            "document",
            "export",
            "format",
            "graph",
            "illustrated",
            "lsp",
            "plan",
            "quantity",
            "render",
            "report",
            "serve",
            "settings",
            "source",
            "watch",
            "world",
        ],
    ),
];

/// What of `syntax` the resolved plan's neighbours may see: the tree is for `plan/load` and `plan/resolve`, and for
/// editors, which ask about text that is no plan yet.
const TREE: (&str, &[&str]) = (
    "syntax::",
    &[
        "src/syntax/",
        "src/format/",
        "src/plan/load/",
        "src/plan/resolve/",
        "src/editor/",
        "src/compile.rs",
        "src/lib.rs",
    ],
);

#[test]
fn libraries_stay_in_their_rooms() {
    for (path, code) in code() {
        for (library, homes) in LIBRARIES {
            let names_it =
                code.lines().any(|line| names(line, &format!("{library}::")) || names(line, &format!("use {library}")));
            let at_home = homes.iter().any(|home| path.starts_with(home));
            assert!(!names_it || at_home, "{path} names {library}, which belongs to {homes:?}");
        }
    }
}

#[test]
fn rooms_know_only_what_is_below_them() {
    for (path, code) in code() {
        let room = room_of(&path);
        let Some((_, allowed)) = ROOMS.iter().find(|(name, _)| *name == room) else { continue };
        for used in rooms_used(&code) {
            assert!(used == room || allowed.contains(&used.as_str()), "{path}: {room} may not know {used}");
        }
    }
}

#[test]
fn every_room_has_a_rule() {
    let named: BTreeSet<_> = ROOMS.iter().map(|(name, _)| (*name).to_owned()).collect();
    let rooms: BTreeSet<_> =
        code().iter().map(|(path, _)| room_of(path)).filter(|room| !matches!(room.as_str(), "lib" | "main")).collect();
    assert_eq!(named, rooms);
}

#[test]
fn after_the_plan_nothing_reads_the_tree() {
    let (tree, homes) = TREE;
    for (path, code) in code() {
        let reads = code.lines().any(|line| names(line, tree));
        assert!(!reads || homes.iter().any(|home| path.starts_with(home)), "{path} reads the syntax tree");
    }
}

#[test]
fn only_what_reads_and_what_writes_touch_the_disk() {
    for (path, code) in code() {
        let touches = code.lines().any(|line| names(line, "fs::") || names(line, "std::fs"));
        let may = path == "src/world.rs" || path.starts_with("src/cli/output");
        assert!(!touches || may, "{path} touches the disk");
    }
}

#[test]
fn files_are_short_and_say_what_they_hold() {
    for (path, code) in sources() {
        assert!(code.starts_with("//!"), "{path} does not begin with a module text");
        let lines = code.lines().count();
        // A list is as long as what it lists.
        assert!(lines <= 450 || path == "src/check/rules/mod.rs", "{path} has {lines} lines: a room that wants a wall");
        for word in ["dbg!(", "todo!(", "unimplemented!(", "FIXME", "XXX"] {
            assert!(!code.contains(word), "{path} holds {word}");
        }
    }
}

#[test]
fn forms_ask_nothing_that_the_shipped_program_cannot_tell() {
    // The program builds its regular expressions without the tables of Unicode, and a test build has them: a form that
    // asks for a class passes every test and is never found afterwards.
    const CLASSES: &str = "pPsSdDwWbB";
    for (path, code) in code() {
        for form in code.split("Pattern::new(").skip(1) {
            let form = form.split(");").next().unwrap_or_default().replace("\\\\", "\\");
            let asked = form.split('\\').skip(1).filter(|rest| rest.starts_with(|sign| CLASSES.contains(sign)));
            assert!(asked.count() == 0, "{path}: a class of Unicode in {form}");
            let flags = form.split("(?").skip(1).map(|rest| rest.split([':', ')']).next().unwrap_or_default());
            let is_caseless = |flags: &str| flags.contains('i') && flags.chars().all(|sign| "imsUuxR-".contains(sign));
            assert!(!flags.into_iter().any(is_caseless), "{path}: letters of either case in {form}");
        }
    }
}

#[test]
fn the_fuzzer_tries_what_the_program_is_made_of() {
    let read = |name: &str| fs::read_to_string(root().join(name)).unwrap();
    let versions = |lock: &str, library: &str| -> BTreeSet<String> {
        let head = format!("name = \"{library}\"\n");
        let own = lock.split("[[package]]\n").filter_map(|package| package.strip_prefix(&head));
        own.filter_map(|package| package.lines().next()).map(str::to_owned).collect()
    };
    let (own, fuzzed, manifest) = (read("Cargo.lock"), read("fuzz/Cargo.lock"), read("Cargo.toml"));
    let libraries = manifest.split("[dependencies]\n").nth(1).unwrap().lines().take_while(|line| !line.is_empty());
    for library in libraries.filter_map(|line| line.split(" = ").next()) {
        let (own, fuzzed) = (versions(&own, library), versions(&fuzzed, library));
        assert!(!own.is_empty(), "{library} is not in Cargo.lock");
        assert!(fuzzed.is_subset(&own), "{library}: {own:?}, but fuzz/Cargo.lock has {fuzzed:?}");
    }
}

#[test]
fn nothing_else_lies_at_the_top() {
    let wanted = [
        "Cargo.toml",
        "deny.toml",
        "src",
        "grammar",
        "benches",
        "examples",
        "stdlib",
        "tests",
        "docs",
        "editors",
        "fuzz",
    ];
    let tools = [
        "Cargo.lock",
        "README.md",
        "README.zh-CN.md",
        "CHANGELOG.md",
        "LICENSE-MIT",
        "LICENSE-APACHE",
        "target",
        "out",
    ];
    for entry in fs::read_dir(root()).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let known = name.starts_with('.') || wanted.contains(&name.as_str()) || tools.contains(&name.as_str());
        assert!(known, "{name} lies at the top");
    }
}

#[test]
fn the_figure_in_the_crate_text_names_real_rooms() {
    let lib = fs::read_to_string(root().join("src/lib.rs")).unwrap();
    let figure = lib.split("```text").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    for room in ["source", "syntax", "format", "plan", "check", "document", "graph", "export", "report", "render"] {
        assert!(figure.contains(room), "the figure leaves out {room}");
        assert!(lib.contains(&format!("mod {room};")), "{room} is no room");
    }
}

/// The source files: path from the root, and text.
fn sources() -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut open = vec![root().join("src")];
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
        } else if path.extension().is_some_and(|end| end == "rs") {
            let name = path.strip_prefix(root()).unwrap().to_str().unwrap().replace('\\', "/");
            found.push((name, fs::read_to_string(&path).unwrap()));
        }
    }
    found.sort();
    found
}

/// The same without comments and without the tests inside.
fn code() -> Vec<(String, String)> {
    let is_test = |path: &str| path.ends_with("/tests.rs") || path.ends_with("/hostile.rs");
    let strip = |text: &str| {
        let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default().to_owned();
        text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
    };
    sources().into_iter().filter(|(path, _)| !is_test(path)).map(|(path, text)| (path, strip(&text))).collect()
}

/// `src/plan/fact.rs` is in `plan`, `src/world.rs` in `world`.
fn room_of(path: &str) -> String {
    let rest = path.strip_prefix("src/").unwrap();
    rest.split('/').next().unwrap().trim_end_matches(".rs").to_owned()
}

/// The rooms that `crate::…` names.
fn rooms_used(code: &str) -> BTreeSet<String> {
    let known: BTreeSet<_> = ROOMS.iter().map(|(name, _)| *name).collect();
    let mut used = BTreeSet::new();
    for piece in code.split("crate::").skip(1) {
        let words: Vec<&str> = match piece.strip_prefix('{') {
            Some(list) => list.split('}').next().unwrap_or_default().split(',').collect(),
            None => vec![piece],
        };
        for word in words {
            let name: String = word.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            if known.contains(name.as_str()) {
                used.insert(name);
            }
        }
    }
    used
}

/// Whether a line names something, as a word of its own.
fn names(line: &str, wanted: &str) -> bool {
    line.match_indices(wanted).any(|(at, _)| {
        let before = line[..at].chars().last();
        !before.is_some_and(|c| c.is_alphanumeric() || c == '_')
    })
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

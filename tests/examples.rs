//! The examples: every corrected plan is silent even when it is to be issued, every draft shows its defects.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up fails")]

use std::fs;
use std::path::{Path, PathBuf};

use fangan::check::Stage;
use fangan::diagnostic::Lang;
use fangan::report::{Format, Options as ReportOptions, report};
use fangan::world::DiskWorld;
use fangan::{Compiled, Options, compile};

fn example(name: &str) -> PathBuf {
    Path::new("examples").join(name)
}

fn compiled(path: &Path, stage: Stage) -> Compiled {
    compile(&DiskWorld, path, Options { stage, ..Options::default() }).unwrap()
}

fn short(compiled: &Compiled, lang: Lang) -> String {
    let options = ReportOptions { lang, ..ReportOptions::default() };
    report(Format::Short, &compiled.findings, &compiled.sources, &options)
}

#[test]
fn corrected_plans_are_silent() {
    for stage in [Stage::Draft, Stage::Issue] {
        let compiled = compiled(&example("pingan/plan.plan"), stage);
        assert_eq!(short(&compiled, Lang::Zh), "");
    }
}

#[test]
fn drafts_show_their_defects() {
    let draft = compiled(&example("pingan/draft.plan"), Stage::Draft);
    for (lang, name) in [(Lang::Zh, "draft.zh.txt"), (Lang::En, "draft.en.txt")] {
        let path = example("pingan").join(name);
        let found = short(&draft, lang);
        if std::env::var_os("BLESS").is_some() {
            fs::write(&path, &found).unwrap();
        }
        let wanted = fs::read_to_string(&path).unwrap_or_default();
        assert_eq!(found, wanted, "{} (BLESS=1 rewrites it)", path.display());
    }
}

/// The three defects of the original that a reviewer must never miss, whatever else is found.
#[test]
fn the_draft_shows_the_three_worst() {
    let draft = compiled(&example("pingan/draft.plan"), Stage::Draft);
    let found = short(&draft, Lang::Zh);
    for (code, words) in [("Q001", "54.20%"), ("Q013", "95.87%"), ("D014", "三年")] {
        let line = found.lines().find(|line| line.contains(&format!("[{code}]")));
        assert!(line.is_some_and(|line| line.contains(words)), "{code}: {line:?}");
    }
}

#[test]
fn examples_and_the_library_are_in_canonical_layout() {
    for folder in ["examples/pingan", "stdlib"] {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_none_or(|extension| extension != "plan") {
                continue;
            }
            let text = fs::read_to_string(&path).unwrap();
            let mut sources = fangan::source::Sources::default();
            let id = sources.add(&path, text.clone());
            assert_eq!(fangan::format::format(sources.get(id), None).unwrap(), text, "{}", path.display());
        }
    }
}

//! The program: what is typed, what is done, how it ends.
//!
//! One file for each verb. Exit code 0: nothing at error level; 1: findings at error level; 2: could not run.

mod args;
mod build;
mod check;
mod doctor;
mod explain;
mod fill;
mod fix;
mod fmt;
mod format_of;
mod helps;
#[cfg(feature = "lsp")]
mod lsp;
mod many;
mod misuse;
mod new;
mod office;
mod output;
mod pictures;
mod progress;
#[cfg(feature = "serve")]
mod serve;
mod single;
mod table;
#[cfg(feature = "watch")]
mod watch;

use std::ffi::OsString;
use std::io::Write;
use std::path::{Path, PathBuf};

use clap::{CommandFactory, FromArgMatches};

pub use self::helps::command;

use self::args::{Args, Fill, Judge, Verb};
use self::office::Offices;
use self::progress::Progress;
use crate::diagnostic::{Lang, Text};
use crate::document::Wording;
use crate::render::Style;
use crate::report::{self, report};
use crate::world::{DiskWorld, plan_file};
use crate::{Compiled, Options, compile_with, text};

/// Runs the program with its arguments, the name of the program first; gives its exit code.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> u8 {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let asked = misuse::lang(&arguments).or_else(locale);
    let mut command = helps::in_language(Args::command(), asked);
    let matches = command.try_get_matches_from_mut(&arguments);
    let args = match matches.and_then(|matches| Args::from_arg_matches(&matches)) {
        Ok(args) => args,
        Err(error) => return misuse::told(&error, asked.unwrap_or(Lang::Zh)).code(),
    };
    let lang = args.lang.map_or_else(system_lang, Lang::from);
    let result = match args.verb {
        Verb::New(new) => new::run(&new, lang),
        Verb::Check(check) if check.fix => fix::run(&check, lang),
        Verb::Check(check) => check::run(&check, lang),
        Verb::Fmt(fmt) => fmt::run(&fmt, lang),
        Verb::Build(build) => build::run(&build, lang),
        #[cfg(feature = "serve")]
        Verb::Serve(serve) => serve::run(&serve, args.lang.map(Lang::from), lang),
        #[cfg(feature = "watch")]
        Verb::Watch(watch) => watch::run(&watch, lang),
        Verb::Render(render) => single::render(&render, lang),
        Verb::Graph(graph) => pictures::run(&graph, lang),
        Verb::Table(table) => table::run(&table, lang),
        Verb::Export(export) => single::export(&export, lang),
        Verb::Schema(schema) => single::schema(&schema),
        Verb::Explain(rule) => explain::explain(&rule.rule, lang),
        Verb::Rules(rules) => explain::list(rules.format, lang),
        #[cfg(feature = "lsp")]
        Verb::Lsp(lsp) => lsp::run(&lsp, args.lang.map(Lang::from)),
        Verb::Doctor => doctor::run(lang),
        Verb::Completions(shell) => helps::completions(&shell),
        Verb::Man(man) => helps::man(&man, lang),
    };
    match result {
        Ok(exit) => exit.code(),
        Err(failure) => {
            complain(&failure.message, lang);
            Exit::CouldNotRun.code()
        }
    }
}

/// How a run ended.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Exit {
    Clean,
    Faulty,
    CouldNotRun,
}

impl Exit {
    fn code(self) -> u8 {
        match self {
            Exit::Clean => 0,
            Exit::Faulty => 1,
            Exit::CouldNotRun => 2,
        }
    }
}

/// Why the program could not do its work: the machine's fault or the caller's, not the plan's.
struct Failure {
    message: Text,
}

impl Failure {
    fn new(message: Text) -> Self {
        Self { message }
    }
}

/// A plan that outputs are made of.
struct Ready {
    file: PathBuf,
    compiled: Compiled,
    /// The sentences of the office.
    wording: Wording,
    /// How its documents look.
    style: Style,
}

/// Compiles one file.
fn compiled(path: &Path, fill: &Fill, options: Options) -> Result<Compiled, Failure> {
    let values = fill::values(fill)?;
    let compiled = compile_with(&DiskWorld, path, options, &values);
    let compiled = compiled.map_err(|error| Failure::new(error.message(path)))?;
    fill::refuse_undeclared(&values, std::slice::from_ref(&compiled))?;
    Ok(compiled)
}

/// The same for what is made of a plan: a file that only declares is none.
fn plan(path: &Path, fill: &Fill, judge: Option<&Judge>, lang: Lang) -> Result<Ready, Failure> {
    let file = plan_file(path);
    let mut offices = Offices::new(lang);
    let settings = offices.of(&file)?;
    // Who only makes one output is told nothing of a plan that is sound.
    let options = Options { only_errors: judge.is_none(), ..office::options(settings, judge, None) };
    let progress = Progress::by_stage(lang);
    let shown = file.display();
    progress.at(&text!(zh: "正在核对 {shown}", en: "checking {shown}"));
    let compiled = compiled(&file, fill, options)?;
    drop(progress);
    if compiled.is_sound() && compiled.plan.title.is_none() {
        let path = file.display();
        return Err(Failure::new(text!(
            zh: "{path} 只有声明，没有方案，供其他文件引用",
            en: "{path} only declares, for others to use: there is no plan in it"
        )));
    }
    Ok(Ready { file, compiled, wording: settings.wording.clone(), style: settings.style.clone() })
}

/// The findings of a plan, drawn for a person.
fn drawn(compiled: &Compiled, lang: Lang, color: bool) -> String {
    let options = report::Options { lang, color, width: terminal_width() };
    report(report::Format::Human, &compiled.findings, &compiled.sources, &options)
}

fn terminal_width() -> usize {
    std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok()).unwrap_or(100)
}

/// Says something on standard error.
fn complain(message: &Text, lang: Lang) {
    let word = match lang {
        Lang::Zh => "错误：",
        Lang::En => "error: ",
    };
    mention(&format!("{word}{}\n", message.get(lang)));
}

/// Prints text that is not the result to standard error. If nobody can be told, how the run ended still is.
fn mention(text: &str) {
    let _ = std::io::stderr().lock().write_all(text.as_bytes());
}

/// The language of the system: English where the locale says so, else Chinese.
fn system_lang() -> Lang {
    locale().unwrap_or(Lang::Zh)
}

/// The language that the locale asks for, if it is one of ours.
fn locale() -> Option<Lang> {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|value| !value.is_empty());
    match locale {
        Some(locale) if locale.starts_with("en") => Some(Lang::En),
        Some(locale) if locale.starts_with("zh") => Some(Lang::Zh),
        _ => None,
    }
}

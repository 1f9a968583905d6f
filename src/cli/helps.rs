//! `fangan completions`, `fangan man`: what a shell and a manual reader want, made of the command line itself.

use clap::{Command, CommandFactory};
use clap_mangen::Man as Page;

use super::args::{Args, Completions, Man};
use super::output::{self, Artifact};
use super::{Exit, Failure};
use crate::diagnostic::Lang;
use crate::source::Sources;
use crate::text;

/// The command line: the program with every verb.
pub fn command() -> Command {
    let mut command = Args::command();
    command.build();
    command
}

/// The command line with its help in one language, if one is asked for; else both stand side by side.
pub(super) fn in_language(command: Command, lang: Option<Lang>) -> Command {
    let Some(lang) = lang else { return command };
    let about = command.get_about().map(|words| in_one(&words.to_string(), lang));
    let command = match about {
        Some(about) => command.about(about),
        None => command,
    };
    let command = command.mut_args(|arg| match arg.get_help().map(|words| in_one(&words.to_string(), lang)) {
        Some(help) => arg.help(help),
        None => arg,
    });
    command.mut_subcommands(|verb| in_language(verb, Some(lang)))
}

/// One half of `中文 · English`.
fn in_one(words: &str, lang: Lang) -> String {
    match (words.split_once(" · "), lang) {
        (Some((zh, _)), Lang::Zh) => zh.to_owned(),
        (Some((_, en)), Lang::En) => en.to_owned(),
        (None, _) => words.to_owned(),
    }
}

/// Prints the completion script of a shell.
pub(super) fn completions(args: &Completions) -> Result<Exit, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Args::command(), "fangan", &mut script);
    output::print(&script)?;
    Ok(Exit::Clean)
}

/// Writes a page for the program and one for each verb.
pub(super) fn man(args: &Man, lang: Lang) -> Result<Exit, Failure> {
    let command = command();
    let verbs = command.get_subcommands().filter(|verb| verb.get_name() != "help");
    let pages: Result<Vec<_>, _> = std::iter::once(&command).chain(verbs).map(page).collect();
    let pages = pages.map_err(|error| Failure::new(text!(zh: "写不出手册页：{error}", en: "cannot write: {error}")))?;
    output::write_folder(&args.dir, &Sources::default(), &pages)?;
    let (count, dir) = (pages.len(), args.dir.display());
    let said = text!(zh: "已写出{count}页到 {dir}\n", en: "wrote {count} pages to {dir}\n");
    output::print(said.get(lang).as_bytes())?;
    Ok(Exit::Clean)
}

fn page(command: &Command) -> std::io::Result<Artifact> {
    let name = command.get_display_name().unwrap_or(command.get_name()).replace(' ', "-");
    let mut page = Vec::new();
    Page::new(command.clone()).title(name.as_str()).render(&mut page)?;
    Ok(Artifact::new(format!("{name}.1"), page))
}

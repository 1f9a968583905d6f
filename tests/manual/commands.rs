//! The command line as a page describes it, from what the program itself knows of it.

use clap::{Arg, Command};
use fangan::diagnostic::Lang;

/// A section for each verb.
pub fn described(program: &Command, lang: Lang) -> String {
    let verbs = program.get_subcommands().filter(|verb| verb.get_name() != "help");
    verbs.map(|verb| verb_of(verb, lang)).collect()
}

fn verb_of(verb: &Command, lang: Lang) -> String {
    let about = verb.get_about().map(|about| half(&about.to_string(), lang)).unwrap_or_default();
    let (name, usage) = (verb.get_name(), verb.clone().render_usage().to_string());
    let usage = usage.trim_start_matches("Usage: ");
    let mut text = format!("\n## {name}\n\n{}{}\n\n```console\n{usage}\n```\n\n", capital(&about), full_stop(lang));
    for arg in verb.get_arguments().filter(|arg| !["help", "version", "lang"].contains(&arg.get_id().as_str())) {
        text.push_str(&line(arg, lang));
    }
    text.trim_end().to_owned() + "\n"
}

fn line(arg: &Arg, lang: Lang) -> String {
    let mut forms = Vec::new();
    forms.extend(arg.get_short().map(|short| format!("-{short}")));
    forms.extend(arg.get_long().map(|long| format!("--{long}")));
    let value =
        arg.get_value_names().map(|names| names.iter().map(|name| name.to_string()).collect::<Vec<_>>().join(" "));
    let takes = arg.get_action().takes_values();
    let mut form = forms.join(", ");
    if let (true, Some(value)) = (takes, value) {
        form = if form.is_empty() { value } else { format!("{form} {value}") };
    }
    let help = arg.get_help().map(|help| half(&help.to_string(), lang)).unwrap_or_default();
    let mut text = format!("- `{form}`{}{help}", if lang == Lang::Zh { "：" } else { ": " });
    let values: Vec<_> = if takes {
        arg.get_possible_values().iter().map(|value| format!("`{}`", value.get_name())).collect()
    } else {
        Vec::new()
    };
    // `zh|en` names them already.
    if !values.is_empty() && !form.contains('|') {
        text.push_str(&if lang == Lang::Zh {
            format!("；可用：{}", values.join("、"))
        } else {
            format!("; one of {}", values.join(", "))
        });
    }
    let defaults: Vec<_> =
        arg.get_default_values().iter().map(|value| format!("`{}`", value.to_string_lossy())).collect();
    if takes && !defaults.is_empty() && !arg.is_hide_default_value_set() {
        text.push_str(&if lang == Lang::Zh {
            format!("；默认 {}", defaults.join("、"))
        } else {
            format!("; by default {}", defaults.join(", "))
        });
    }
    text + full_stop(lang) + "\n"
}

/// One language of a help text, which is in both: `中文 · English`.
fn half(help: &str, lang: Lang) -> String {
    let help = help.replace('\n', " ");
    let (zh, en) = help.split_once(" · ").unwrap_or_else(|| panic!("in one language only: {help}"));
    if lang == Lang::Zh { zh.to_owned() } else { en.to_owned() }
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().to_string() + letters.as_str()).unwrap_or_default()
}

fn full_stop(lang: Lang) -> &'static str {
    if lang == Lang::Zh { "。" } else { "." }
}

//! What is said of a command line that cannot be meant.
//!
//! Takes the fault that the parser of the command line found, prints it in the language of messages: English is the
//! parser's own, Chinese is worded here. What it only shows, such as help, it prints itself.

use std::ffi::OsString;

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::{Exit, complain, mention, output};
use crate::diagnostic::Lang;

/// The language that is asked for on a command line, even one that cannot be meant.
pub(super) fn lang(arguments: &[OsString]) -> Option<Lang> {
    let words: Vec<_> = arguments.iter().filter_map(|word| word.to_str()).collect();
    let after = words.iter().position(|word| *word == "--lang").and_then(|at| words.get(at + 1)).copied();
    let asked = after.or_else(|| words.iter().find_map(|word| word.strip_prefix("--lang=")));
    match asked {
        Some("zh") => Some(Lang::Zh),
        Some("en") => Some(Lang::En),
        _ => None,
    }
}

/// Tells what is wrong, or shows what was asked for.
pub(super) fn told(error: &Error, lang: Lang) -> Exit {
    if !error.use_stderr() {
        return match output::printed(error.print()) {
            Ok(()) => Exit::Clean,
            Err(failure) => {
                complain(&failure.message, lang);
                Exit::CouldNotRun
            }
        };
    }
    match chinese(error).filter(|_| lang == Lang::Zh) {
        Some(words) => mention(&words),
        None => {
            let _ = error.print();
        }
    }
    Exit::CouldNotRun
}

/// A fault in Chinese; nothing for one that has no words here.
fn chinese(error: &Error) -> Option<String> {
    let of = |kind| error.get(kind).map(plain).unwrap_or_default();
    let (argument, value) = (of(ContextKind::InvalidArg), of(ContextKind::InvalidValue));
    let what = match error.kind() {
        ErrorKind::InvalidValue if value.is_empty() => format!("{argument} 后面要写值{}", choices(error)),
        ErrorKind::InvalidValue => format!("{argument} 不能是“{value}”{}", choices(error)),
        ErrorKind::ValueValidation => {
            let reason = std::error::Error::source(error).map(|reason| format!("：{reason}")).unwrap_or_default();
            format!("{argument} 不能是“{value}”{reason}")
        }
        ErrorKind::UnknownArgument => {
            format!("没有选项“{argument}”{}", meant(&of(ContextKind::SuggestedArg)))
        }
        ErrorKind::InvalidSubcommand => {
            let (word, near) = (of(ContextKind::InvalidSubcommand), of(ContextKind::SuggestedSubcommand));
            format!("没有命令“{word}”{}", meant(&near))
        }
        ErrorKind::ArgumentConflict => {
            let other = of(ContextKind::PriorArg);
            let twice = other.is_empty() || other == argument;
            if twice {
                format!("{argument} 写了不止一次")
            } else {
                format!("{argument} 和 {other} 不能一起写")
            }
        }
        ErrorKind::MissingRequiredArgument => format!("还要写 {argument}"),
        ErrorKind::TooManyValues => format!("{argument} 后面多写了“{value}”"),
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => format!("{argument} 后面值的个数不对"),
        ErrorKind::NoEquals => format!("{argument} 后面要用“=”接着写值"),
        ErrorKind::MissingSubcommand => "还要写一个命令".to_owned(),
        _ => return None,
    };
    let usage = of(ContextKind::Usage);
    let usage = usage.trim().strip_prefix("Usage:").map(|usage| format!("\n用法：{}\n", usage.trim()));
    Some(format!("错误：{what}\n{}\n加 --help 看说明\n", usage.unwrap_or_default()))
}

fn choices(error: &Error) -> String {
    match error.get(ContextKind::ValidValue).map(plain).filter(|values| !values.is_empty()) {
        Some(values) => format!("，可以写：{values}"),
        None => String::new(),
    }
}

/// The likeliest of what may be meant, which comes last.
fn meant(near: &str) -> String {
    let near = near.rsplit('、').next().unwrap_or_default();
    if near.is_empty() { String::new() } else { format!("，是不是“{near}”？") }
}

/// A part of a fault as words, without colours.
fn plain(value: &ContextValue) -> String {
    match value {
        ContextValue::String(word) => word.clone(),
        ContextValue::Strings(words) => words.join("、"),
        ContextValue::StyledStr(words) => words.to_string(),
        ContextValue::StyledStrs(lines) => lines.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"),
        ContextValue::Number(number) => number.to_string(),
        _ => String::new(),
    }
}

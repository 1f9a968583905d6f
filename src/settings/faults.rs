//! What can be wrong with `fangan.toml`, in words.

use crate::diagnostic::{Diagnostic, Text};
use crate::document::{FaultKind, Wording};
use crate::source::{Source, Span};
use crate::text;

use super::shape::{Kind, Misshape};

/// It is no TOML.
const NO_TOML: &str = "C001";
/// A key that there is not.
const UNKNOWN_KEY: &str = "C002";
/// A value that cannot be one.
const WRONG_VALUE: &str = "C003";
/// A rule that there is not.
const UNKNOWN_RULE: &str = "C004";
/// A list of words that cannot be read.
const UNREADABLE_LIST: &str = "C005";

/// A sentence that cannot be printed.
const BAD_SENTENCE: &str = "C006";

/// A text that has not the shape of settings.
pub(super) fn unread(source: &Source, error: &Misshape) -> Diagnostic {
    let range = error.range.clone().unwrap_or(0..0);
    let span = Span::new(source.id(), range.start, range.end);
    match error.kind {
        Kind::Key => {
            let key = source.slice(span).trim_matches(['"', '\'']);
            let message = text!(zh: "没有“{key}”这个设置", en: "there is no setting “{key}”");
            // The library names the key and then those there are, each between backticks.
            let keys: Vec<_> = error.message.split('`').skip(3).step_by(2).collect();
            choose(Diagnostic::error(UNKNOWN_KEY, span, message), key, &keys)
        }
        Kind::Type => {
            let wanted = error.message.split(", expected ").nth(1).unwrap_or_default();
            let (zh, en) = kind_of_value(wanted);
            Diagnostic::error(WRONG_VALUE, span, text!(zh: "这里应当写{zh}", en: "this should be {en}"))
        }
        Kind::Syntax => {
            let reason = error.message.lines().next().unwrap_or_default();
            let reason_zh = in_chinese(reason);
            let message = text!(zh: "这里不合 TOML 的写法：{reason_zh}", en: "this is no TOML: {reason}");
            Diagnostic::error(NO_TOML, span, message)
        }
    }
}

/// What the library finds wrong, by what its English words speak of; the first that fits is the closest.
fn in_chinese(reason: &str) -> &'static str {
    const REASONS: [(&str, &str); 15] = [
        ("duplicate key", "同一个设置写了两次"),
        ("unclosed table", "节名的“[”没有用“]”收尾"),
        ("unclosed array", "“[”没有用“]”收尾"),
        ("unclosed inline", "“{”没有用“}”收尾"),
        ("comma", "各项之间缺少逗号“,”"),
        ("escape", "引号里的反斜线“\\”后面写得不对"),
        ("quote", "文字要放在英文引号里，如 \"issue\""),
        ("string", "文字要放在英文引号里，如 \"issue\""),
        ("`=`", "设置的名称后面缺少“=”"),
        ("assignment", "设置的名称后面缺少“=”"),
        ("key", "设置的名称写得不对"),
        ("newline", "一行里写了多余的内容"),
        ("content", "一行里写了多余的内容"),
        ("table", "节名写得不对，如 [check]"),
        ("value", "“=”后面的值写得不对"),
    ];
    let found = REASONS.iter().find(|(word, _)| reason.contains(word));
    found.map_or("数、日期或符号写得不对", |(_, zh)| zh)
}

/// What serde expects, as a person calls it.
fn kind_of_value(wanted: &str) -> (&str, &str) {
    match wanted {
        "a string" => ("引号里的文字，如 \"issue\"", "words in quotes, such as \"issue\""),
        "a sequence" => ("方括号里的一列，如 [\"D001\", \"R\"]", "a list in brackets, such as [\"D001\", \"R\"]"),
        "usize" => ("不小于0的整数", "a whole number, 0 or more"),
        "a map" => ("一节，如 [check.severity]", "a table, such as [check.severity]"),
        other if other.starts_with("struct") => ("一节，如 [check]", "a table, such as [check]"),
        // A word without quotes is read as the beginning of a number.
        other if other.starts_with('`') => kind_of_value("a string"),
        other => ("别的值", other),
    }
}

/// A rule that there is not, told in `message`.
pub(super) fn no_such_rule(span: Span, message: Text) -> Diagnostic {
    Diagnostic::error(UNKNOWN_RULE, span, message)
}

/// A word that is none of `words`.
pub(super) fn no_such_word(span: Span, word: &str, words: &[&str]) -> Diagnostic {
    let message = text!(zh: "没有“{word}”这个写法", en: "“{word}” is none of what may stand here");
    choose(Diagnostic::error(WRONG_VALUE, span, message), word, words)
}

/// A list of words that cannot be read, told in `message`.
pub(super) fn no_list(span: Span, message: Text) -> Diagnostic {
    Diagnostic::error(UNREADABLE_LIST, span, message).help(text!(
        zh: "路径从 fangan.toml 所在的文件夹算起",
        en: "the path begins at the folder of fangan.toml"
    ))
}

/// A line of a wording that cannot take the place of the program's.
pub(super) fn bad_sentence(span: Span, kind: &FaultKind) -> Diagnostic {
    let finding = |message| Diagnostic::error(BAD_SENTENCE, span, message);
    match kind {
        FaultKind::Shapeless => finding(text!(
            zh: "这一行应当是“名称 = 句子”",
            en: "this line should be “name = sentence”"
        )),
        FaultKind::Name(name) => {
            let message = text!(zh: "没有叫“{name}”的句子", en: "there is no sentence “{name}”");
            choose(finding(message), name, &Wording::names().collect::<Vec<_>>())
        }
        FaultKind::Slots([]) => finding(
            text!(zh: "这一句里没有可填的内容，不能有花括号", en: "there is nothing to fill in here: no braces"),
        ),
        FaultKind::Slots(slots) => {
            let slots = slots.iter().map(|slot| format!("{{{slot}}}")).collect::<Vec<_>>();
            let (zh, en) = (slots.join("、"), slots.join(", "));
            finding(text!(
                zh: "这一句里 {zh} 都要有，各一次，不能有别的花括号",
                en: "this sentence has to hold {en}, each once, and no other braces"
            ))
        }
        FaultKind::Stop => finding(text!(
            zh: "句末的句号要与原来的一致：原来有的要有，原来没有的不能有",
            en: "its end has to be that of the program's: with 。 where that has one, without where it has none"
        )),
    }
}

/// Advises the nearest of `words`, or shows all of them.
fn choose(finding: Diagnostic, word: &str, words: &[&str]) -> Diagnostic {
    let near = words.iter().map(|other| (strsim::damerau_levenshtein(word, other), other));
    finding.help(match near.filter(|(slips, _)| *slips <= 2).min() {
        Some((_, near)) => text!(zh: "是不是“{near}”？", en: "did you mean “{near}”?"),
        None => {
            let (zh, en) = (words.join("、"), words.join(", "));
            text!(zh: "可以写：{zh}", en: "there are: {en}")
        }
    })
}

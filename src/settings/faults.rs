//! What can be wrong with `fangan.toml`, in words.

use std::path::Path;

use crate::diagnostic::{Diagnostic, Text};
use crate::document::{FaultKind, Wording};
use crate::profile::{FaultKind as FaultOfProfile, Kind as Line};
use crate::render::Templates;
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
/// A profile or a folder of templates that cannot be used.
const NO_STYLE: &str = "C007";
/// A template that does not work.
const BAD_TEMPLATE: &str = "C008";

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
        Kind::Syntax => no_toml(span, &error.message),
    }
}

/// A text that is no TOML, for the reason that the library gives.
fn no_toml(span: Span, reason: &str) -> Diagnostic {
    let reason = reason.lines().next().unwrap_or_default();
    let reason_zh = in_chinese(reason);
    Diagnostic::error(NO_TOML, span, text!(zh: "这里不合 TOML 的写法：{reason_zh}", en: "this is no TOML: {reason}"))
}

/// What is wrong in a profile.
pub(super) fn bad_profile(span: Span, kind: &FaultOfProfile) -> Diagnostic {
    let wrong = |message| Diagnostic::error(WRONG_VALUE, span, message);
    match kind {
        FaultOfProfile::NoToml(reason) => no_toml(span, reason),
        FaultOfProfile::Unknown(name, names) => {
            let message = text!(zh: "版式里没有“{name}”这一项", en: "a profile has no “{name}”");
            choose(Diagnostic::error(UNKNOWN_KEY, span, message), name, names)
        }
        FaultOfProfile::Value(key) => {
            let (zh, en) = wanted(key.kind());
            wrong(text!(zh: "这里应当写{zh}", en: "this should be {en}"))
        }
        FaultOfProfile::Paper => wrong(text!(
            zh: "页边加版心超出了 A4 纸（210×297毫米），另一边要留出至少5毫米，下边至少10毫米",
            en: "margin and text area do not fit on A4 (210 by 297 mm) with 5 mm left at the right and 10 mm at the foot"
        )),
        FaultOfProfile::Crowded => wrong(text!(
            zh: "这样的字号、字数排不满或者排不进一行：字数乘字号应当接近版心的宽度",
            en: "so many characters of this size do not make a line: their widths should add up to about that of the text area"
        )),
        FaultOfProfile::Overlap(_) => wrong(text!(
            zh: "行距比字还小，上下行会叠在一起",
            en: "the lines are closer than the characters are high: they would overlap"
        )),
    }
}

/// What a line of a profile may say.
fn wanted(kind: Line) -> (String, String) {
    let range = |least: u32, most: u32, zh: &str, en: &str| {
        let shown = |number: u32| {
            let digits = format!("{}.{:03}", number / 1_000, number % 1_000);
            digits.trim_end_matches('0').trim_end_matches('.').to_owned()
        };
        let (least, most) = (shown(least), shown(most));
        (format!("{least}到{most}之间的数（{zh}）"), format!("a number from {least} to {most} ({en})"))
    };
    match kind {
        Line::Millimetres(least, most) => range(least, most, "毫米", "millimetres"),
        Line::Points(least, most) => range(least, most, "磅", "points"),
        Line::Count(least, most) => {
            (format!("{least}到{most}之间的整数"), format!("a whole number from {least} to {most}"))
        }
        Line::Word(words) => {
            let quoted: Vec<_> = words.iter().map(|word| format!("\"{word}\"")).collect();
            (quoted.join("、"), quoted.join(", "))
        }
        Line::Switch => ("true 或 false".to_owned(), "true or false".to_owned()),
        Line::Face => (
            "字体的名称，只有文字、数字、空格和“_-.”".to_owned(),
            "the name of a face: letters, digits, spaces and _-.".to_owned(),
        ),
        Line::Colour => ("颜色，如 \"#ff0000\"".to_owned(), "a colour, such as \"#ff0000\"".to_owned()),
        Line::Words => ("引号里不超过20字的文字".to_owned(), "words in quotes, at most 20 characters".to_owned()),
    }
}

/// A profile that there is not.
pub(super) fn no_such_profile(name: &str, names: &[&str]) -> Text {
    let (zh, en) = (names.join("、"), names.join(", "));
    text!(
        zh: "没有叫“{name}”的版式；有 {zh}，自己的版式写文件的路径，如 profiles/{name}.toml",
        en: "there is no profile “{name}”; there are {en}, and one of your own is named by its path: profiles/{name}.toml"
    )
}

/// A file among an office's templates that takes the place of none.
pub(super) fn no_such_template(shown: &Path, name: &str) -> Text {
    let shown = shown.display();
    let last = |path: &str| path.rsplit('/').next().unwrap_or(path).to_owned();
    // document.html lacks the end of document.html.jinja, and is not document.css.
    let near = Templates::names().min_by_key(|known| {
        let (known, name) = (last(known), last(name));
        (!known.starts_with(&name), strsim::damerau_levenshtein(&known, &name))
    });
    let near = near.unwrap_or_default();
    text!(
        zh: "{shown} 不是模板的名称，最接近的是 {near}；名称要与 stdlib/templates 里的一样",
        en: "{shown} has not the name of a template, the nearest is {near}; names are those of stdlib/templates"
    )
}

/// A profile or a folder of templates that cannot be used, told in `message`.
pub(super) fn no_style(span: Span, message: Text) -> Diagnostic {
    Diagnostic::error(NO_STYLE, span, message)
}

/// A template that does not work, told in `message`.
pub fn bad_template(span: Span, message: Text) -> Diagnostic {
    Diagnostic::error(BAD_TEMPLATE, span, message)
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

//! What can be wrong with the files a plan uses, in words.

use std::path::Path;

use crate::diagnostic::Diagnostic;
use crate::source::{Span, Spanned};
use crate::text;
use crate::world::ReadError;

/// A file that is not there or cannot be read.
pub const NO_FILE: &str = "S110";
/// A file outside the workspace.
pub const OUTSIDE: &str = "S111";
/// Files that use each other in a ring.
pub const RING: &str = "S112";
/// More files than are read, or more names than are handed down.
pub const TOO_MANY: &str = "S113";
/// One name that two used files declare differently.
pub const DIFFER: &str = "S114";
/// A parameter whose value is not plain text.
pub const NOT_PLAIN: &str = "S115";

pub(super) fn no_file(span: Span) -> Diagnostic {
    Diagnostic::error(NO_FILE, span, text!(zh: "没有写明引用哪个文件", en: "which file is meant is not said")).help(
        text!(zh: "写法如“- 引用：std.education”或“- 引用：../共用/主体.plan”", en: "write it as “- use: std.education” or “- use: ../shared/owners.plan”"),
    )
}

pub(super) fn no_library(name: &Spanned<String>, near: Option<String>) -> Box<Diagnostic> {
    let written = &name.value;
    let message = text!(zh: "标准库里没有“{written}”", en: "the standard library has no “{written}”");
    let finding = Diagnostic::error(NO_FILE, name.span, message);
    let all = crate::plan::LIBRARY.iter().map(|(name, _)| format!("std.{name}")).collect::<Vec<_>>();
    let (zh, en) = (all.join("、"), all.join(", "));
    Box::new(match near {
        Some(near) => finding.help(text!(zh: "是不是“{near}”？", en: "did you mean “{near}”?")).fix(
            text!(zh: "改为“{near}”", en: "change to “{near}”"),
            name.span,
            near,
        ),
        None => finding.help(text!(zh: "有：{zh}", en: "there are: {en}")),
    })
}

/// A file that the world refuses to read.
pub(super) fn unreadable(name: &Spanned<String>, shown: &Path, error: &ReadError) -> Box<Diagnostic> {
    let message = match error {
        ReadError::Folder => {
            let path = shown.display();
            text!(zh: "{path} 是文件夹，不是文件", en: "{path} is a folder, not a file")
        }
        other => other.message(shown),
    };
    Box::new(Diagnostic::error(NO_FILE, name.span, message).help(text!(
        zh: "路径从本文件所在的文件夹算起，如“../共用/主体.plan”",
        en: "paths are taken from the folder of this file, as in ../shared/owners.plan"
    )))
}

pub(super) fn outside(name: &Spanned<String>, root: &Path) -> Box<Diagnostic> {
    let written = &name.value;
    let message = text!(zh: "“{written}”在工作区之外", en: "{written} lies outside the workspace");
    Box::new(Diagnostic::error(OUTSIDE, name.span, message).help(below(root)))
}

pub(super) fn linked_outside(name: &Spanned<String>, root: &Path) -> Box<Diagnostic> {
    let written = &name.value;
    let message =
        text!(zh: "“{written}”是链接，指到了工作区之外", en: "{written} is a link that leads outside the workspace");
    Box::new(Diagnostic::error(OUTSIDE, name.span, message).help(below(root)))
}

fn below(root: &Path) -> crate::diagnostic::Text {
    let root = if root.as_os_str().is_empty() { Path::new(".") } else { root }.display();
    text!(
        zh: "只能用相对路径引用 {root} 以内的文件；工作区是方案所在的文件夹，或上面最近的有 fangan.toml 或 .git 的文件夹",
        en: "only files below {root} can be used, by relative paths; the workspace is the folder of the plan, or the nearest one above it that holds fangan.toml or .git"
    )
}

/// Files that use each other: those before `last`, each with the place where it names the next, and `last`, which
/// names the first again.
pub(super) fn ring(before: &[(&Path, Span)], last: (&Path, Span)) -> Diagnostic {
    let all = || before.iter().copied().chain([last]);
    let names: Vec<_> = all().chain(all().take(1)).map(|(path, _)| path.display().to_string()).collect();
    let (way, span) = (names.join(" → "), last.1);
    let message = text!(zh: "文件互相引用：{way}", en: "files use each other in a ring: {way}");
    let mut finding = Diagnostic::error(RING, span, message)
        .help(text!(zh: "去掉其中一处引用，或把共用的声明放到另一个文件里", en: "drop one of the uses, or move what is shared to a file of its own"));
    for (index, (path, span)) in before.iter().enumerate() {
        let (path, next) = (path.display(), &names[index + 1]);
        finding = finding.related(*span, text!(zh: "{path} 在这里引用 {next}", en: "{path} uses {next} here"));
    }
    finding
}

pub(super) fn too_many_files(span: Span, most: usize) -> Box<Diagnostic> {
    let message = text!(zh: "一份方案最多引用{most}个文件", en: "a plan uses at most {most} files");
    Box::new(Diagnostic::error(TOO_MANY, span, message).help(fewer()))
}

pub(super) fn too_many_uses(span: Span, most: usize) -> Diagnostic {
    let message = text!(zh: "引用超过了{most}处，其余的没有读", en: "more than {most} uses: the rest was not followed");
    Diagnostic::error(TOO_MANY, span, message).help(fewer())
}

fn fewer() -> crate::diagnostic::Text {
    text!(zh: "把共用的声明并到少数几个文件里", en: "gather what is shared in a few files")
}

/// One name that two used files declare differently.
pub(super) fn differ(kind: (&str, &str), name: &str, span: Span, places: [Span; 2]) -> Diagnostic {
    let (zh, en) = kind;
    let message = text!(
        zh: "引用的两个文件里，{zh}“{name}”的声明不一致",
        en: "two used files declare the {en} “{name}” differently"
    );
    Diagnostic::error(DIFFER, span, message)
        .related(places[0], text!(zh: "一处在这里，先按它处理", en: "one is here, and is taken for now"))
        .related(places[1], text!(zh: "另一处在这里", en: "the other is here"))
        .help(text!(zh: "在本文件里声明“{name}”，以本文件为准；或者改得一致", en: "declare “{name}” in this file, which then holds, or make the two alike"))
}

/// A parameter whose value holds braces.
pub(super) fn not_plain(span: Span) -> Diagnostic {
    let message = text!(zh: "参数的值里不能再用参数", en: "the value of a parameter cannot hold another");
    Diagnostic::error(NOT_PLAIN, span, message)
        .help(text!(zh: "把花括号换成要写的文字", en: "write the words in the place of the braces"))
}

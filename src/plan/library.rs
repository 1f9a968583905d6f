//! The standard library: what `引用：std.…` brings in, written in the language itself and part of the program.

use std::path::{Path, PathBuf};

/// What stands before the name of a file of the library.
const PREFIX: &str = "std.";
/// The folder that findings name; no file of a disk has it in its path.
const FOLDER: &str = "<std>";

/// Every file of the library that declares something, by its name.
pub const LIBRARY: &[(&str, &str)] = &[
    ("calendar", include_str!("../../stdlib/calendar.plan")),
    ("education", include_str!("../../stdlib/education.plan")),
    ("leading-group", include_str!("../../stdlib/leading-group.plan")),
    ("organs", include_str!("../../stdlib/organs.plan")),
    ("units", include_str!("../../stdlib/units.plan")),
];

/// The name behind `std.`, if a file of the library is meant.
pub(super) fn meant(written: &str) -> Option<&str> {
    written.strip_prefix(PREFIX)
}

/// The text of a file of the library.
pub(super) fn text(name: &str) -> Option<&'static str> {
    LIBRARY.iter().find(|(other, _)| *other == name).map(|(_, text)| *text)
}

/// The path by which findings name a file of the library.
pub(super) fn path(name: &str) -> PathBuf {
    Path::new(FOLDER).join(format!("{name}.plan"))
}

/// Whether a path names a file of the library.
pub fn holds(path: &Path) -> bool {
    path.starts_with(FOLDER)
}

/// The name most like `name`.
pub(super) fn near(name: &str) -> Option<String> {
    let near = LIBRARY.iter().map(|(other, _)| (strsim::damerau_levenshtein(name, other), other));
    near.filter(|(distance, _)| *distance <= 3).min().map(|(_, other)| format!("{PREFIX}{other}"))
}

//! The shape of `fangan.toml`: what may stand in it, and where each word stands.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

/// A word and its bytes.
pub(super) type Written = Spanned<String>;

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct File {
    pub check: Check,
    pub document: Document,
}

/// `[document]`.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub(super) struct Document {
    /// Sentences in the place of those of the program.
    pub wording: Option<Written>,
    /// The sheet: a profile of the program, or a file.
    pub profile: Option<Written>,
    /// A folder with templates in the place of those of the program.
    pub templates: Option<Written>,
}

/// `[check]`.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub(super) struct Check {
    pub select: Vec<Written>,
    pub ignore: Vec<Written>,
    pub stage: Option<Written>,
    pub max_per_rule: Option<usize>,
    pub severity: BTreeMap<Written, Written>,
    /// Lists of words in the place of those of the program.
    pub words: BTreeMap<Written, Written>,
    /// Lists of words beside those of the program.
    pub extend_words: BTreeMap<Written, Written>,
}

/// Why a text has not that shape: where, and in the words of the library.
pub(super) struct Misshape {
    pub range: Option<std::ops::Range<usize>>,
    pub kind: Kind,
    pub message: String,
}

/// What is wrong with it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// It is no TOML.
    Syntax,
    /// A key that there is not.
    Key,
    /// A value of another type.
    Type,
}

/// The sections of a text.
pub(super) fn read(text: &str) -> Result<File, Misshape> {
    toml::from_str::<File>(text).map_err(|error| {
        let message = error.message().to_owned();
        // These beginnings are serde's own and the same for every format.
        let kind = match &message {
            message if message.starts_with("unknown field") => Kind::Key,
            message if message.starts_with("invalid ") && message.contains(", expected ") => Kind::Type,
            _ => Kind::Syntax,
        };
        Misshape { range: error.span(), kind, message }
    })
}

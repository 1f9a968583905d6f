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

/// So many faults are looked for.
const MOST: usize = 50;

/// The sections of a text, and what in it has not their shape; that is passed over.
pub(super) fn read(text: &str) -> (File, Vec<Misshape>) {
    let mut text = text.to_owned();
    let mut found: Vec<Misshape> = Vec::new();
    loop {
        let error = match once(&text) {
            Ok(file) => return (file, found),
            Err(error) => error,
        };
        let place = error.range.clone().filter(|_| error.kind != Kind::Syntax);
        // That what is left is no TOML is not the author's doing.
        if place.is_some() || found.is_empty() {
            found.push(error);
        }
        match place.and_then(|place| without(&text, &place)) {
            Some(rest) if found.len() < MOST => text = rest,
            _ => return (File::default(), found),
        }
    }
}

/// A text with blanks for the setting at a place, or for its whole section; all else stands where it stood.
fn without(text: &str, place: &std::ops::Range<usize>) -> Option<String> {
    let start = text.get(..place.start)?.rfind('\n').map_or(0, |at| at + 1);
    let is_section = text[start..].trim_start().starts_with('[');
    let rest = text.get(place.end..)?;
    let length = if is_section { rest.find("\n[") } else { rest.find('\n') };
    let end = place.end + length.unwrap_or(rest.len());
    let blank: String = text[start..end].bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }).collect();
    (!text[start..end].trim().is_empty()).then(|| format!("{}{blank}{}", &text[..start], &text[end..]))
}

fn once(text: &str) -> Result<File, Misshape> {
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

//! The parts of a Word file, packed into one.

use std::io::{Cursor, Write};

use zip::write::{SimpleFileOptions, ZipWriter};

use super::RenderError;
use crate::text;

/// A file in the package.
pub(super) struct Part {
    /// Its path in the package.
    pub name: &'static str,
    /// What it says.
    pub text: String,
}

/// All parts in one file. Times are those of the format's own beginning, so that no clock is in it.
pub(super) fn packed(parts: &[Part]) -> Result<Vec<u8>, RenderError> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for part in parts {
        archive.start_file(part.name, SimpleFileOptions::default())?;
        archive.write_all(xml(&part.text).as_bytes()).map_err(zip::result::ZipError::from)?;
    }
    Ok(archive.finish()?.into_inner())
}

/// The text without the two characters that XML cannot hold and a plan may.
pub(super) fn xml(text: &str) -> String {
    text.replace(['\u{FFFE}', '\u{FFFF}'], "\u{FFFD}")
}

impl From<zip::result::ZipError> for RenderError {
    fn from(error: zip::result::ZipError) -> Self {
        Self::plain(text!(zh: "Word 文件写不成：{error}", en: "the Word file cannot be written: {error}"))
    }
}

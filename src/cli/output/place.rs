//! Where an output goes: what is behind the name that was given.
//!
//! A name may be a link, a device, a pipe, or one of the files that the output is made of. Nothing is written here.

use std::fs::{self, Permissions};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use crate::cli::Failure;
use crate::source::Sources;
use crate::text;

/// What is behind a name.
pub(super) enum Place {
    /// A file or nothing yet: what is written there takes its place, with the rights it has.
    File { path: PathBuf, rights: Option<Permissions> },
    /// A device or a pipe, `/dev/null` or `/dev/stdout`: what is written goes into it, and it stays what it is.
    Stream,
}

impl Place {
    /// Follows links, but for one that leads nowhere: that is where the file goes.
    pub fn of(path: &Path) -> io::Result<Self> {
        let Ok(facts) = fs::metadata(path) else { return Ok(Self::File { path: path.to_owned(), rights: None }) };
        if facts.is_dir() {
            return Err(io::Error::from(ErrorKind::IsADirectory));
        }
        if !facts.is_file() {
            return Ok(Self::Stream);
        }
        Ok(Self::File { path: fs::canonicalize(path)?, rights: Some(facts.permissions()) })
    }
}

/// Refuses the places of the files that an output is made of: what somebody wrote would be gone.
pub(super) fn refuse_sources(path: &Path, sources: &Sources) -> Result<(), Failure> {
    let Ok(place) = fs::canonicalize(path) else { return Ok(()) };
    if !sources.iter().any(|source| fs::canonicalize(source.path()).is_ok_and(|real| real == place)) {
        return Ok(());
    }
    let path = path.display();
    Err(Failure::new(text!(
        zh: "{path} 是方案自己的文件，写进去原文就没有了；换一个文件名",
        en: "{path} is a file of the plan itself, which would be lost; name another file"
    )))
}

//! Bytes on their way out: to standard output, to one file, to a folder of files.
//!
//! A file is written whole or not at all: first beside its place under another name, then renamed. Of a folder, no file
//! is put in its place before every one is written.

use std::fs;
use std::io::{self, ErrorKind, IsTerminal, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::Failure;
use crate::text;

/// A file to write.
pub(super) struct Artifact {
    /// Its name, without a folder.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

impl Artifact {
    pub fn new(name: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Self { name: name.into(), bytes: bytes.into() }
    }
}

/// Writes to a file, or to standard output if none is named.
pub(super) fn write(to: Option<&Path>, bytes: &[u8]) -> Result<(), Failure> {
    match to.filter(|path| *path != Path::new("-")) {
        None => print(bytes),
        Some(path) => {
            let folder = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
            put(stage(folder, path, bytes)?, path)
        }
    }
}

/// Writes a file anew in its place, with the permissions it has; a link stays a link.
pub(super) fn rewrite(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let place = fs::canonicalize(path).map_err(|error| unwritable(path, &error))?;
    let facts = fs::metadata(&place).map_err(|error| unwritable(path, &error))?;
    let file = stage(place.parent().unwrap_or(Path::new(".")), path, bytes)?;
    fs::set_permissions(file.path(), facts.permissions()).map_err(|error| unwritable(path, &error))?;
    put(file, &place)
}

/// Writes files into a folder, which is made if it is not there.
pub(super) fn write_folder(folder: &Path, artifacts: &[Artifact]) -> Result<(), Failure> {
    fs::create_dir_all(folder).map_err(|error| unwritable(folder, &error))?;
    let staged = artifacts.iter().map(|artifact| {
        let path = folder.join(&artifact.name);
        if path.is_dir() {
            return Err(unwritable(&path, &io::Error::from(ErrorKind::IsADirectory)));
        }
        Ok((stage(folder, &path, &artifact.bytes)?, path))
    });
    let staged = staged.collect::<Result<Vec<(NamedTempFile, PathBuf)>, Failure>>()?;
    staged.into_iter().try_for_each(|(file, path)| put(file, &path))
}

/// The same for files of which some may be there already, word for word: those are left alone. Gives how many were not.
#[cfg(feature = "watch")]
pub(super) fn refresh_folder(folder: &Path, artifacts: Vec<Artifact>) -> Result<usize, Failure> {
    let is_new =
        |artifact: &Artifact| fs::read(folder.join(&artifact.name)).map_or(true, |bytes| bytes != artifact.bytes);
    let others: Vec<_> = artifacts.into_iter().filter(is_new).collect();
    write_folder(folder, &others)?;
    Ok(others.len())
}

/// Writes a file where none is; the folders on the way are made.
pub(super) fn create(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let folder = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_dir_all(folder).map_err(|error| unwritable(folder, &error))?;
    let placed = stage(folder, path, bytes)?.persist_noclobber(path);
    placed.map(|_| ()).map_err(|error| match error.error.kind() {
        ErrorKind::AlreadyExists => taken(path),
        _ => unwritable(path, &error.error),
    })
}

/// Said of a place where a file is already.
pub(super) fn taken(path: &Path) -> Failure {
    let path = path.display();
    Failure::new(text!(
        zh: "{path} 已经有了，没有改动；换一个文件夹，或先把它移走",
        en: "{path} is there already and was not touched; name another folder, or move it away first"
    ))
}

/// Prints to standard output; a reader that has gone away is no failure.
pub(super) fn print(bytes: &[u8]) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(Failure::new(text!(zh: "写不了标准输出：{error}", en: "cannot write to standard output: {error}")))
        }
        _ => Ok(()),
    }
}

/// Whether a person reads standard output and has not asked for plain text.
pub(super) fn wants_color() -> bool {
    io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}

fn stage(folder: &Path, path: &Path, bytes: &[u8]) -> Result<NamedTempFile, Failure> {
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let mut file = builder.prefix(".fangan-").tempfile_in(folder).map_err(|error| unwritable(path, &error))?;
    file.write_all(bytes).and_then(|()| file.flush()).map_err(|error| unwritable(path, &error))?;
    Ok(file)
}

fn put(file: NamedTempFile, path: &Path) -> Result<(), Failure> {
    file.persist(path).map(|_| ()).map_err(|error| unwritable(path, &error.error))
}

fn unwritable(path: &Path, error: &io::Error) -> Failure {
    let path = path.display();
    Failure::new(text!(zh: "写不了 {path}：{error}", en: "cannot write {path}: {error}"))
}

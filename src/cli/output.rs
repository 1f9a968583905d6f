//! Bytes on their way out: to standard output, to one file, to a folder of files.
//!
//! A file is written whole or not at all: first beside its place under another name, then renamed. Of a folder, no file
//! is put in its place before every one is written. A file keeps its rights, a link leads where it led, and no output takes
//! the place of a file that it is made of.

mod place;

use std::fs;
use std::io::{self, ErrorKind, IsTerminal, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use self::place::{Place, refuse_sources};
use super::Failure;
use crate::source::Sources;
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

/// The steps in which bytes get onto a disk, each of which can fail; tests have one that fails at any of them.
trait Disk {
    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        fs::create_dir_all(folder)
    }

    /// Opens a file of another name beside the place of one.
    fn open(&self, folder: &Path) -> io::Result<NamedTempFile> {
        let mut builder = tempfile::Builder::new();
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            builder.permissions(fs::Permissions::from_mode(0o666));
        }
        builder.prefix(".fangan-").tempfile_in(folder)
    }

    fn fill(&self, file: &mut NamedTempFile, bytes: &[u8]) -> io::Result<()> {
        file.write_all(bytes).and_then(|()| file.flush())
    }

    fn permit(&self, file: &NamedTempFile, permissions: fs::Permissions) -> io::Result<()> {
        file.as_file().set_permissions(permissions)
    }

    /// Comes back when the bytes would outlive a power cut.
    fn settle(&self, file: &NamedTempFile) -> io::Result<()> {
        file.as_file().sync_all()
    }

    /// Puts a file where one may be already.
    fn put(&self, file: NamedTempFile, path: &Path) -> io::Result<()> {
        file.persist(path).map(|_| ()).map_err(|error| error.error)
    }

    /// Puts a file where none is.
    fn put_new(&self, file: NamedTempFile, path: &Path) -> io::Result<()> {
        file.persist_noclobber(path).map(|_| ()).map_err(|error| error.error)
    }
}

/// The disk there is.
struct Real;

impl Disk for Real {}

/// Writes to a file, or to standard output if none is named; never over `sources`.
pub(super) fn write(to: Option<&Path>, sources: &Sources, bytes: &[u8]) -> Result<(), Failure> {
    write_by(to, sources, |out| out.write_all(bytes))
}

/// The same by what writes piece by piece, so that what is long need not lie in memory whole.
pub(super) fn write_by(
    to: Option<&Path>,
    sources: &Sources,
    put: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<(), Failure> {
    let Some(path) = to.filter(|path| *path != Path::new("-")) else { return print_by(put) };
    refuse_sources(path, sources)?;
    write_on(&Real, path, put)
}

fn write_on(disk: &impl Disk, path: &Path, put: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Failure> {
    let failed = |error| unwritable(path, &error);
    let (place, rights) = match Place::of(path).map_err(failed)? {
        Place::File { path, rights } => (path, rights),
        Place::Stream => return pour(path, put),
    };
    let mut file = disk.open(folder_of(&place)).map_err(failed)?;
    put(&mut Filling { disk, file: &mut file }).map_err(failed)?;
    if let Some(rights) = rights {
        disk.permit(&file, rights).map_err(failed)?;
    }
    disk.put(file, &place).map_err(failed)
}

/// Writes into a device or a pipe; a reader that has gone away is no failure.
fn pour(path: &Path, put: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Failure> {
    let poured = fs::OpenOptions::new().write(true).open(path).and_then(|mut stream| put(&mut stream));
    match poured {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(unwritable(path, &error)),
        _ => Ok(()),
    }
}

/// A file as it is filled.
struct Filling<'a, D> {
    disk: &'a D,
    file: &'a mut NamedTempFile,
}

impl<D: Disk> Write for Filling<'_, D> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.disk.fill(self.file, bytes).map(|()| bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Writes a file anew in its place, with the permissions it has; a link stays a link. It is the only copy of somebody's
/// work, so the new one is on the disk before it takes the place of the old.
pub(super) fn rewrite(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    rewrite_on(&Real, path, bytes)
}

fn rewrite_on(disk: &impl Disk, path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let failed = |error| unwritable(path, &error);
    let (file, place) = stage(disk, path, bytes)?;
    disk.settle(&file).map_err(failed)?;
    disk.put(file, &place).map_err(failed)
}

/// Writes files into a folder, which is made if it is not there; never over `sources`.
pub(super) fn write_folder(folder: &Path, sources: &Sources, artifacts: &[Artifact]) -> Result<(), Failure> {
    artifacts.iter().try_for_each(|artifact| refuse_sources(&folder.join(&artifact.name), sources))?;
    write_folder_on(&Real, folder, artifacts)
}

fn write_folder_on(disk: &impl Disk, folder: &Path, artifacts: &[Artifact]) -> Result<(), Failure> {
    disk.make_folder(folder).map_err(|error| unwritable(folder, &error))?;
    let staged = artifacts.iter().map(|artifact| stage(disk, &folder.join(&artifact.name), &artifact.bytes));
    let staged = staged.collect::<Result<Vec<(NamedTempFile, PathBuf)>, Failure>>()?;
    staged.into_iter().try_for_each(|(file, path)| disk.put(file, &path).map_err(|error| unwritable(&path, &error)))
}

/// The same for files of which some may be there already, word for word: those are left alone. Gives how many were not.
#[cfg(feature = "watch")]
pub(super) fn refresh_folder(folder: &Path, sources: &Sources, artifacts: Vec<Artifact>) -> Result<usize, Failure> {
    let is_new =
        |artifact: &Artifact| fs::read(folder.join(&artifact.name)).map_or(true, |bytes| bytes != artifact.bytes);
    let others: Vec<_> = artifacts.into_iter().filter(is_new).collect();
    write_folder(folder, sources, &others)?;
    Ok(others.len())
}

/// Writes a file where none is; the folders on the way are made.
pub(super) fn create(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    create_on(&Real, path, bytes)
}

fn create_on(disk: &impl Disk, path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let folder = folder_of(path);
    disk.make_folder(folder).map_err(|error| unwritable(folder, &error))?;
    let (file, _) = stage(disk, path, bytes)?;
    disk.put_new(file, path).map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => taken(path),
        _ => unwritable(path, &error),
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
    print_by(|out| out.write_all(bytes))
}

fn print_by(put: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Failure> {
    printed(put(&mut io::stdout().lock()))
}

/// What came of printing to standard output, when all of it is on its way.
pub(super) fn printed(put: io::Result<()>) -> Result<(), Failure> {
    match put.and_then(|()| io::stdout().lock().flush()) {
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

/// Writes bytes beside the place they are for, under another name, and gives that place; if it fails, nothing of them is
/// left.
fn stage(disk: &impl Disk, path: &Path, bytes: &[u8]) -> Result<(NamedTempFile, PathBuf), Failure> {
    let failed = |error| unwritable(path, &error);
    let Place::File { path: place, rights } = Place::of(path).map_err(failed)? else { return Err(no_file(path)) };
    let mut file = disk.open(folder_of(&place)).map_err(failed)?;
    disk.fill(&mut file, bytes).map_err(failed)?;
    if let Some(rights) = rights {
        disk.permit(&file, rights).map_err(failed)?;
    }
    Ok((file, place))
}

/// Said of a device or a pipe where only a file will do.
fn no_file(path: &Path) -> Failure {
    let path = path.display();
    Failure::new(text!(
        zh: "写不了 {path}：它是设备或管道，不是文件",
        en: "cannot write {path}: it is a device or a pipe and no file"
    ))
}

/// The folder a file lies in.
fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

fn unwritable(path: &Path, error: &io::Error) -> Failure {
    let path = path.display();
    Failure::new(text!(zh: "写不了 {path}：{error}", en: "cannot write {path}: {error}"))
}

#[cfg(test)]
mod tests;

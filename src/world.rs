//! What is outside: the one trait through which the compiler reads.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::fs;
use std::io::{self, ErrorKind, Read};
use std::path::{Component, Path, PathBuf};

use crate::diagnostic::Text;
use crate::text;

/// The largest file that is read, in bytes: twenty million characters, some ten thousand pages.
pub const MAX_BYTES: u64 = 64 << 20;

/// What the compiler asks of the world.
pub trait World {
    /// The text of a plan.
    fn read(&self, path: &Path) -> Result<String, ReadError>;

    /// The one path of a file or folder that is there, whatever links lead to it.
    fn real(&self, path: &Path) -> Result<PathBuf, ReadError>;

    /// The files in a folder and below, sorted, their paths from there; hidden ones and links are passed over.
    fn files(&self, folder: &Path) -> Result<Vec<PathBuf>, ReadError>;
}

/// The folder that a plan and the files it uses lie in: the nearest one above the plan's `folder` that holds a
/// `fangan.toml` or a `.git`, else `folder` itself.
pub fn workspace(world: &dyn World, folder: &Path) -> PathBuf {
    let is_root = |above: &&Path| ["fangan.toml", ".git"].iter().any(|mark| world.real(&above.join(mark)).is_ok());
    folder.ancestors().find(is_root).unwrap_or(folder).to_owned()
}

/// A path without `.` and `name/..`, told from its words alone.
pub fn tidied(path: &Path) -> PathBuf {
    let mut tidy = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir if matches!(tidy.components().next_back(), Some(Component::Normal(_))) => {
                tidy.pop();
            }
            other => tidy.push(other),
        }
    }
    tidy
}

/// Why a file could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// There is no such file.
    Missing,
    /// It is a folder without a `plan.plan` in it.
    Folder,
    /// It is a folder without any plan in it or below.
    NoPlans,
    /// It is a file of another program, which is named: Word, PDF.
    NotText(&'static str),
    /// It is not UTF-8: line and byte of the first fault.
    NotUtf8 {
        /// The line, from 1.
        line: usize,
        /// The byte, from 0.
        byte: usize,
    },
    /// It is larger than [`MAX_BYTES`].
    TooLarge(u64),
    /// The system says why.
    Other(String),
}

impl ReadError {
    /// What to tell the person who named the file.
    pub fn message(&self, path: &Path) -> Text {
        let path = path.display();
        match self {
            ReadError::Missing => text!(zh: "没有这个文件：{path}", en: "no such file: {path}"),
            ReadError::Folder => text!(
                zh: "{path} 是文件夹，里面没有 plan.plan；请写明要用哪个文件。记事本存成 plan.plan.txt 的，去掉末尾的 .txt",
                en: "{path} is a folder without a plan.plan in it; name the file. If it was saved as plan.plan.txt, take .txt off"
            ),
            ReadError::NoPlans => text!(
                zh: "{path} 是文件夹，里面没有 plan.plan，也没有别的方案（*.plan、*.plan.md）。记事本存成 plan.plan.txt 的，去掉末尾的 .txt",
                en: "{path} is a folder without a plan.plan or any other plan (*.plan, *.plan.md) in it. If it was saved as plan.plan.txt, take .txt off"
            ),
            ReadError::NotText(kind) => text!(
                zh: "{path} 是 {kind} 文件，不是方案；在那里打开，全选、复制，粘贴到一个 .plan 文件里",
                en: "{path} is a {kind} file and no plan; open it there, and copy its text into a .plan file"
            ),
            ReadError::NotUtf8 { line, byte } => text!(
                zh: "{path} 不是 UTF-8 文本（第{line}行，第{byte}字节起）；请在编辑器里另存为 UTF-8",
                en: "{path} is not UTF-8 (from line {line}, byte {byte}); save it as UTF-8 in your editor"
            ),
            ReadError::TooLarge(bytes) => text!(
                zh: "{path} 有{bytes}字节，超过了64 MiB的上限",
                en: "{path} has {bytes} bytes, more than the limit of 64 MiB"
            ),
            ReadError::Other(reason) => text!(zh: "读不了 {path}：{reason}", en: "cannot read {path}: {reason}"),
        }
    }
}

/// The files of this machine; `-` is standard input.
pub struct DiskWorld;

impl World for DiskWorld {
    fn read(&self, path: &Path) -> Result<String, ReadError> {
        if path == Path::new("-") { read_input() } else { read_file(path) }
    }

    fn real(&self, path: &Path) -> Result<PathBuf, ReadError> {
        fs::canonicalize(if path.as_os_str().is_empty() { Path::new(".") } else { path }).map_err(refused)
    }

    fn files(&self, folder: &Path) -> Result<Vec<PathBuf>, ReadError> {
        let mut found = Vec::new();
        let mut open = vec![PathBuf::new()];
        while let Some(below) = open.pop() {
            for entry in fs::read_dir(folder.join(&below)).map_err(refused)? {
                let entry = entry.map_err(refused)?;
                let kind = entry.file_type().map_err(refused)?;
                let path = below.join(entry.file_name());
                if entry.file_name().to_string_lossy().starts_with('.') {
                    continue;
                }
                if kind.is_dir() {
                    open.push(path);
                } else if kind.is_file() {
                    found.push(path);
                }
            }
        }
        found.sort();
        Ok(found)
    }
}

/// The file a person means: in a folder, its `plan.plan`.
pub fn plan_file(path: &Path) -> PathBuf {
    let inside = path.join("plan.plan");
    if path.is_dir() && inside.is_file() { inside } else { path.to_owned() }
}

/// The plans a person means by several paths, each once, in the order of their paths: files, folders with a `plan.plan`,
/// and of any other folder every plan in it and below.
pub fn plans_meant(paths: &[PathBuf]) -> Result<Vec<PathBuf>, (PathBuf, ReadError)> {
    let mut found = Vec::new();
    for path in paths {
        let meant = plan_file(path);
        if !meant.is_dir() {
            found.push(meant);
            continue;
        }
        let below = plan_files(path).map_err(|error| (path.clone(), error))?;
        if below.is_empty() {
            return Err((path.clone(), ReadError::NoPlans));
        }
        found.extend(below);
    }
    for path in &mut found {
        if let Ok(plain) = path.strip_prefix(".") {
            *path = plain.to_owned();
        }
    }
    found.sort();
    let mut seen = BTreeSet::new();
    found.retain(|file| seen.insert(DiskWorld.real(file).unwrap_or_else(|_| file.clone())));
    Ok(found)
}

/// The plans a person means: the file itself, or every `.plan` and `.plan.md` in a folder and below, sorted.
///
/// Folders whose name begins with a dot are passed over, and links to folders are not followed.
pub fn plan_files(path: &Path) -> Result<Vec<PathBuf>, ReadError> {
    if path == Path::new("-") || !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let mut found = Vec::new();
    let mut open = vec![path.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).map_err(refused)? {
            let entry = entry.map_err(refused)?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.starts_with('.') {
                continue;
            }
            let kind = entry.file_type().map_err(refused)?;
            if kind.is_dir() {
                open.push(entry.path());
            } else if name.ends_with(".plan") || name.ends_with(".plan.md") {
                found.push(entry.path());
            }
        }
    }
    found.sort();
    Ok(found)
}

/// The plans in a folder and below, those nearest first, of at most so many files and folders that are looked at; what
/// cannot be read is passed over, as are hidden folders and links.
pub fn plans_below(folder: &Path, most: usize) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = VecDeque::from([folder.to_owned()]);
    let mut looked = 0;
    while let Some(folder) = open.pop_front() {
        let mut entries: Vec<_> = fs::read_dir(&folder).into_iter().flatten().flatten().collect();
        entries.sort_by_key(fs::DirEntry::file_name);
        for entry in entries {
            looked += 1;
            let name = entry.file_name().to_string_lossy().into_owned();
            let Ok(kind) = entry.file_type() else { continue };
            if looked > most {
                return found;
            }
            if kind.is_dir() && !name.starts_with('.') {
                open.push_back(entry.path());
            } else if kind.is_file() && (name.ends_with(".plan") || name.ends_with(".plan.md")) {
                found.push(entry.path());
            }
        }
    }
    found
}

fn read_file(path: &Path) -> Result<String, ReadError> {
    let facts = fs::metadata(path).map_err(refused)?;
    if facts.is_dir() {
        return Err(ReadError::Folder);
    }
    if facts.len() > MAX_BYTES {
        return Err(ReadError::TooLarge(facts.len()));
    }
    // A device has no length, and a file may grow while it is read.
    read_all(fs::File::open(path).map_err(refused)?, facts.len() as usize)
}

fn read_input() -> Result<String, ReadError> {
    read_all(io::stdin().lock(), 0)
}

/// The text of an input that is likely to have so many bytes.
///
/// It is taken piece by piece: read whole before it is known to be text, a large plan would lie in memory twice.
fn read_all(input: impl Read, likely: usize) -> Result<String, ReadError> {
    const PIECE: usize = 1 << 16;
    let mut input = input.take(MAX_BYTES + 1);
    let (mut text, mut piece, mut held) = (String::with_capacity(likely), vec![0; PIECE], 0);
    loop {
        let count = match input.read(&mut piece[held..]) {
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            read => read.map_err(refused)?,
        };
        let bytes = &piece[..held + count];
        // The last character of a piece may go on in the next.
        let end = bytes.len() - if count == 0 { 0 } else { open_character(bytes) };
        let Ok(words) = simdutf8::basic::from_utf8(&bytes[..end]) else {
            return Err(no_text([text.as_bytes(), bytes].concat(), input));
        };
        text.push_str(words);
        if count == 0 {
            return fits(text.len()).map(|()| text);
        }
        held = bytes.len() - end;
        piece.copy_within(end..end + held, 0);
    }
}

/// How many bytes at the end begin a character and do not end it.
fn open_character(bytes: &[u8]) -> usize {
    let back = |count: &usize| bytes.len().checked_sub(*count).and_then(|at| bytes.get(at));
    let begins = |count: &usize| back(count).is_some_and(|byte| byte.leading_ones() as usize > *count);
    (1..=3).find(begins).unwrap_or(0)
}

/// Why bytes and what follows them are no text.
fn no_text(mut bytes: Vec<u8>, mut rest: impl Read) -> ReadError {
    if let Err(error) = rest.read_to_end(&mut bytes).map_err(refused).and_then(|_| fits(bytes.len())) {
        return error;
    }
    let kinds = [(&b"PK\x03\x04"[..], "Word/WPS"), (b"\xD0\xCF\x11\xE0", "Word/WPS"), (b"%PDF", "PDF")];
    if let Some((_, kind)) = kinds.iter().find(|(mark, _)| bytes.starts_with(mark)) {
        return ReadError::NotText(kind);
    }
    let byte = std::str::from_utf8(&bytes).map_or_else(|error| error.valid_up_to(), str::len);
    let line = bytes[..byte].iter().filter(|byte| **byte == b'\n').count() + 1;
    ReadError::NotUtf8 { line, byte }
}

fn fits(length: usize) -> Result<(), ReadError> {
    if length as u64 > MAX_BYTES { Err(ReadError::TooLarge(length as u64)) } else { Ok(()) }
}

fn refused(error: io::Error) -> ReadError {
    match error.kind() {
        ErrorKind::NotFound => ReadError::Missing,
        ErrorKind::IsADirectory => ReadError::Folder,
        _ => ReadError::Other(error.to_string()),
    }
}

/// Another world in which one file reads otherwise, as it will once it is written.
pub struct Changed<'a> {
    /// The world that holds every other file.
    pub world: &'a dyn World,
    /// The file.
    pub path: &'a Path,
    /// What it reads.
    pub text: String,
}

impl World for Changed<'_> {
    fn read(&self, path: &Path) -> Result<String, ReadError> {
        if path == self.path { Ok(self.text.clone()) } else { self.world.read(path) }
    }

    fn real(&self, path: &Path) -> Result<PathBuf, ReadError> {
        self.world.real(path)
    }

    fn files(&self, folder: &Path) -> Result<Vec<PathBuf>, ReadError> {
        self.world.files(folder)
    }
}

/// Files that are only in memory, for tests; there are no links among them.
#[derive(Default)]
pub struct MemoryWorld(BTreeMap<PathBuf, String>);

impl MemoryWorld {
    /// A world with one file.
    pub fn with(path: impl Into<PathBuf>, text: impl Into<String>) -> Self {
        Self::default().and(path, text)
    }

    /// The same with one more.
    pub fn and(mut self, path: impl Into<PathBuf>, text: impl Into<String>) -> Self {
        self.0.insert(path.into(), text.into());
        self
    }

    fn is_folder(&self, path: &Path) -> bool {
        self.0.keys().any(|file| file != path && file.starts_with(path))
    }
}

impl World for MemoryWorld {
    fn read(&self, path: &Path) -> Result<String, ReadError> {
        let refused = || if self.is_folder(path) { ReadError::Folder } else { ReadError::Missing };
        self.0.get(path).cloned().ok_or_else(refused)
    }

    fn real(&self, path: &Path) -> Result<PathBuf, ReadError> {
        let path = tidied(path);
        let is_there = self.0.contains_key(&path) || self.is_folder(&path);
        if is_there { Ok(path) } else { Err(ReadError::Missing) }
    }

    fn files(&self, folder: &Path) -> Result<Vec<PathBuf>, ReadError> {
        let below = self.0.keys().filter_map(|file| file.strip_prefix(folder).ok());
        let found: Vec<PathBuf> = below.map(Path::to_owned).collect();
        if found.is_empty() { Err(ReadError::Missing) } else { Ok(found) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An input that gives a few bytes at a time.
    struct Slow<'a>(&'a [u8], usize);

    impl Read for Slow<'_> {
        fn read(&mut self, room: &mut [u8]) -> io::Result<usize> {
            let count = self.1.min(self.0.len()).min(room.len());
            room[..count].copy_from_slice(&self.0[..count]);
            self.0 = &self.0[count..];
            Ok(count)
        }
    }

    #[test]
    fn pieces_end_between_characters() {
        for before in 0..8 {
            let text = "a".repeat(before) + &"字é𝒜\n".repeat(30_000);
            for step in [7, 1 << 13, usize::MAX] {
                assert_eq!(read_all(Slow(text.as_bytes(), step), 0).as_deref(), Ok(text.as_str()));
            }
        }
        assert_eq!(read_all(Slow(b"", 1), 0).as_deref(), Ok(""));
    }

    #[test]
    fn what_is_no_text_is_told_where_it_ends_to_be_one() {
        let text = "字\n".repeat(40_000);
        for end in [&b"\xff"[..], b"\xe5", b"\xe5\xad", b"\xe5\xadx and more", b"\x80\n"] {
            let bytes = [text.as_bytes(), end].concat();
            let told = ReadError::NotUtf8 { line: 40_001, byte: text.len() };
            assert_eq!(read_all(Slow(&bytes, 9_999), 0), Err(told));
        }
        assert_eq!(read_all(Slow(b"%PDF\xff", 9), 0), Err(ReadError::NotText("PDF")));
    }
}

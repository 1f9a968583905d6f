//! Every step of writing fails once, and the folder is looked at before and after each: as a program that is killed
//! there would leave it.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::io::{Error, Result as Done};

use tempfile::TempDir;

use super::*;

/// What stands in a folder, by name; files of other names that wait to be put in their places do not count.
type Files = BTreeMap<String, Vec<u8>>;

fn files(folder: &Path) -> Files {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    let named = entries.map(|entry| (entry.file_name().into_string().unwrap(), entry.path()));
    named
        .filter(|(name, path)| !name.starts_with(".fangan-") && path.is_file())
        .map(|(name, path)| (name, fs::read(path).unwrap()))
        .collect()
}

/// A disk that fails at one of the steps and looks at the folder around each.
struct Bad<'a> {
    /// Counted from 1; 0 is never.
    fails_at: usize,
    step: Cell<usize>,
    look: &'a dyn Fn(),
}

impl Bad<'_> {
    fn around<T>(&self, half: impl FnOnce(), whole: impl FnOnce() -> Done<T>) -> Done<T> {
        self.step.set(self.step.get() + 1);
        (self.look)();
        if self.step.get() == self.fails_at {
            half();
            (self.look)();
            return Err(Error::from(ErrorKind::StorageFull));
        }
        let done = whole();
        (self.look)();
        done
    }
}

impl Disk for Bad<'_> {
    fn make_folder(&self, folder: &Path) -> Done<()> {
        self.around(|| {}, || Real.make_folder(folder))
    }

    fn open(&self, folder: &Path) -> Done<NamedTempFile> {
        self.around(|| {}, || Real.open(folder))
    }

    fn fill(&self, file: &mut NamedTempFile, bytes: &[u8]) -> Done<()> {
        // A disk that gets full takes some of it.
        let file = std::cell::RefCell::new(file);
        let half = || Real.fill(&mut file.borrow_mut(), &bytes[..bytes.len() / 2]).unwrap();
        self.around(half, || Real.fill(&mut file.borrow_mut(), bytes))
    }

    fn permit(&self, file: &NamedTempFile, permissions: fs::Permissions) -> Done<()> {
        self.around(|| {}, || Real.permit(file, permissions))
    }

    fn settle(&self, file: &NamedTempFile) -> Done<()> {
        self.around(|| {}, || Real.settle(file))
    }

    fn put(&self, file: NamedTempFile, path: &Path) -> Done<()> {
        self.around(|| {}, || Real.put(file, path))
    }

    fn put_new(&self, file: NamedTempFile, path: &Path) -> Done<()> {
        self.around(|| {}, || Real.put_new(file, path))
    }
}

/// Lets `act` fail at each of its steps in turn, in a folder that holds `old` before, and gives what stood there
/// afterwards each time, at last without a failure. Nothing but old and new bytes is ever under any name.
fn at_every_step(old: &Files, new: &Files, act: impl Fn(&Bad, &Path) -> Result<(), Failure>) -> Vec<Files> {
    let mut after = Vec::new();
    for fails_at in 1.. {
        let place = TempDir::new().unwrap();
        for (name, bytes) in old {
            fs::write(place.path().join(name), bytes).unwrap();
        }
        let look = || {
            for (name, bytes) in files(place.path()) {
                let is_whole = old.get(&name) == Some(&bytes) || new.get(&name) == Some(&bytes);
                assert!(is_whole, "step {fails_at}: {name} is half written");
            }
        };
        let disk = Bad { fails_at, step: Cell::new(0), look: &look };
        let is_done = act(&disk, place.path()).is_ok();
        let steps = disk.step.get();
        let found = files(place.path());
        let left = fs::read_dir(place.path()).unwrap().count();
        assert_eq!(left, found.len(), "step {fails_at}: something is left behind");
        after.push(found);
        if is_done {
            assert_eq!(fails_at, steps + 1, "a failure was not told");
            break;
        }
        assert_eq!(fails_at, steps, "something was done after the failure");
    }
    assert_eq!(after.last(), Some(new));
    after
}

fn named(all: &[(&str, &[u8])]) -> Files {
    all.iter().map(|(name, bytes)| ((*name).to_owned(), bytes.to_vec())).collect()
}

#[test]
fn a_folder_is_old_or_new_at_every_step() {
    let names: Vec<String> = (0..12).map(|index| format!("{index}.svg")).collect();
    let of = |word: &str| -> Files {
        names.iter().map(|name| (name.clone(), format!("{word} {name}").repeat(3000).into_bytes())).collect()
    };
    let (old, new) = (of("old"), of("new"));
    let artifacts: Vec<_> = new.iter().map(|(name, bytes)| Artifact::new(name.clone(), bytes.clone())).collect();
    let after = at_every_step(&old, &new, |disk, folder| write_folder_on(disk, folder, &artifacts));
    // The folder, then three steps for each file, before any is put in its place.
    assert_eq!(after.len(), 1 + 4 * names.len() + 1);
    assert!(after[..2 + 3 * names.len()].iter().all(|found| *found == old), "something changed before all was written");
    // In an empty folder, nothing comes before all is written.
    let after = at_every_step(&Files::new(), &new, |disk, folder| write_folder_on(disk, folder, &artifacts));
    assert!(after[..2 + 2 * names.len()].iter().all(Files::is_empty));
}

#[test]
fn one_file_is_old_or_new_at_every_step() {
    let (old, new) = (named(&[("a.plan", b"# old\n")]), named(&[("a.plan", b"# new, and longer\n")]));
    let bytes = &new["a.plan"];
    let (start, end) = bytes.split_at(bytes.len() / 2);
    let by_pieces = |out: &mut dyn Write| out.write_all(start).and_then(|()| out.write_all(end));
    let written = at_every_step(&old, &new, |disk, folder| write_on(disk, &folder.join("a.plan"), by_pieces));
    let rewritten = at_every_step(&old, &new, |disk, folder| rewrite_on(disk, &folder.join("a.plan"), bytes));
    assert_eq!((written.len(), rewritten.len()), (6, 6));
    for after in [written, rewritten] {
        assert!(after[..after.len() - 1].iter().all(|found| *found == old));
    }
    let after = at_every_step(&Files::new(), &new, |disk, folder| create_on(disk, &folder.join("a.plan"), bytes));
    assert_eq!(after.len(), 5);
    assert!(after[..4].iter().all(Files::is_empty));
}

#[test]
fn what_is_made_anew_takes_the_place_of_nothing() {
    let old = named(&[("a.plan", b"# old\n")]);
    let place = TempDir::new().unwrap();
    let path = place.path().join("a.plan");
    fs::write(&path, &old["a.plan"]).unwrap();
    assert!(create_on(&Real, &path, b"# new\n").is_err());
    assert_eq!(files(place.path()), old);
}

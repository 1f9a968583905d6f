//! A world that notes what it is asked, and the trail that is left of that.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use crate::world::{ReadError, World};

/// Another world, with a note of everything it is asked.
pub struct Seen<'a> {
    world: &'a dyn World,
    asked: RefCell<BTreeMap<Question, u64>>,
}

/// What was asked of the world and what it answered, in a form that only tells whether it answers the same again.
#[derive(Default)]
pub struct Trail(BTreeMap<Question, u64>);

/// What can be asked.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Question {
    Text(PathBuf),
    Place(PathBuf),
    Files(PathBuf),
}

impl Question {
    fn path(&self) -> &Path {
        match self {
            Question::Text(path) | Question::Place(path) | Question::Files(path) => path,
        }
    }

    fn answer(&self, world: &dyn World) -> u64 {
        match self {
            Question::Text(path) => told(world.read(path).as_ref()),
            Question::Place(path) => told(world.real(path).as_ref()),
            Question::Files(path) => told(world.files(path).as_ref()),
        }
    }
}

/// An answer as a number: equal answers have equal numbers. Why something cannot be read does not matter.
fn told(answer: Result<&impl Hash, &ReadError>) -> u64 {
    let mut hasher = DefaultHasher::new();
    answer.ok().hash(&mut hasher);
    hasher.finish()
}

impl<'a> Seen<'a> {
    /// A world that has not been asked anything.
    pub fn new(world: &'a dyn World) -> Self {
        Self { world, asked: RefCell::default() }
    }

    /// What it was asked.
    pub fn trail(self) -> Trail {
        Trail(self.asked.into_inner())
    }

    /// The first answer stands: what was built on it has to be built again if it changes on the way.
    fn note(&self, question: Question, answer: u64) {
        self.asked.borrow_mut().entry(question).or_insert(answer);
    }
}

impl World for Seen<'_> {
    fn read(&self, path: &Path) -> Result<String, ReadError> {
        let text = self.world.read(path);
        self.note(Question::Text(path.to_owned()), told(text.as_ref()));
        text
    }

    fn real(&self, path: &Path) -> Result<PathBuf, ReadError> {
        let real = self.world.real(path);
        self.note(Question::Place(path.to_owned()), told(real.as_ref()));
        real
    }

    fn files(&self, folder: &Path) -> Result<Vec<PathBuf>, ReadError> {
        let files = self.world.files(folder);
        self.note(Question::Files(folder.to_owned()), told(files.as_ref()));
        files
    }
}

impl Trail {
    /// What reads otherwise now than it did then, each path once.
    pub fn changed(&self, world: &dyn World) -> Vec<PathBuf> {
        let others = self.0.iter().filter(|(question, answer)| question.answer(world) != **answer);
        let paths: BTreeSet<_> = others.map(|(question, _)| question.path().to_owned()).collect();
        paths.into_iter().collect()
    }

    /// The files that were read or looked for.
    pub fn texts(&self) -> impl Iterator<Item = &Path> {
        self.0.keys().filter_map(|question| match question {
            Question::Text(path) => Some(path.as_path()),
            _ => None,
        })
    }

    /// The folders in which a change would show, and whether what lies below them counts too.
    pub fn folders(&self, world: &dyn World) -> BTreeMap<PathBuf, bool> {
        let mut folders = BTreeMap::new();
        for question in self.0.keys() {
            match question {
                // An editor may put another file in the place of a text: its folder is told of that, and it is not. A
                // link is followed as well.
                Question::Text(path) => {
                    let real = world.real(path).ok();
                    let places = [Some(path.clone()), real].into_iter().flatten();
                    folders.extend(places.filter_map(|path| Some((there(world, path.parent()?)?, false))));
                }
                Question::Files(path) => {
                    let folder = there(world, path);
                    folders.extend(folder.map(|folder| (folder, true)));
                }
                Question::Place(_) => {}
            }
        }
        folders
    }
}

/// A folder, or the nearest one above it that is there.
fn there(world: &dyn World, folder: &Path) -> Option<PathBuf> {
    folder.ancestors().find_map(|folder| world.real(folder).ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::world::MemoryWorld;

    #[test]
    fn only_what_was_asked_can_change() {
        let before = MemoryWorld::with("/p/a.plan", "甲").and("/p/b.plan", "乙");
        let seen = Seen::new(&before);
        assert!(seen.read(Path::new("/p/a.plan")).is_ok());
        assert!(seen.read(Path::new("/p/c.plan")).is_err());
        assert!(seen.real(Path::new("/p/d")).is_err());
        let trail = seen.trail();
        let other = MemoryWorld::with("/p/a.plan", "甲").and("/p/b.plan", "丙");
        assert_eq!(trail.changed(&other), Vec::<PathBuf>::new());
        let other = MemoryWorld::with("/p/a.plan", "丁").and("/p/c.plan", "").and("/p/d/e", "");
        assert_eq!(trail.changed(&other), ["/p/a.plan", "/p/c.plan", "/p/d"].map(PathBuf::from));
        assert_eq!(trail.folders(&before), BTreeMap::from([(PathBuf::from("/p"), false)]));
    }

    #[test]
    fn why_a_file_cannot_be_read_is_no_change() {
        let nothing = MemoryWorld::default();
        let seen = Seen::new(&nothing);
        assert!(seen.read(Path::new("/a/b")).is_err());
        let folder = MemoryWorld::with("/a/b/c", "");
        assert_eq!(seen.trail().changed(&folder), Vec::<PathBuf>::new());
    }
}

//! A world that notes what it is asked, and the trail that is left of that.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use crate::world::{ReadError, World};

/// Another world, with a note of everything it is asked.
pub struct Seen<'a> {
    world: &'a dyn World,
    asked: RefCell<BTreeMap<Question, Answer>>,
}

/// What was asked of the world and what it answered.
#[derive(Default)]
pub struct Trail(BTreeMap<Question, Answer>);

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

    fn answer(&self, world: &dyn World) -> Answer {
        match self {
            Question::Text(path) => Answer::Text(world.read(path).ok()),
            Question::Place(path) => told(world.real(path).as_ref()),
            Question::Files(path) => told(world.files(path).as_ref()),
        }
    }
}

/// An answer: two are equal if they tell the same. Why something cannot be read does not matter.
#[derive(PartialEq, Eq)]
enum Answer {
    /// What stands in a file, if it can be read.
    Text(Option<String>),
    /// Anything else as a number.
    Other(u64),
}

fn told(answer: Result<&impl Hash, &ReadError>) -> Answer {
    let mut hasher = DefaultHasher::new();
    answer.ok().hash(&mut hasher);
    Answer::Other(hasher.finish())
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
    fn note(&self, question: Question, answer: Answer) {
        self.asked.borrow_mut().entry(question).or_insert(answer);
    }
}

impl World for Seen<'_> {
    fn read(&self, path: &Path) -> Result<String, ReadError> {
        let text = self.world.read(path);
        self.note(Question::Text(path.to_owned()), Answer::Text(text.as_ref().ok().cloned()));
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

    /// The texts that read otherwise now look as if they were still being written.
    pub fn is_broken_off(&self, world: &dyn World) -> bool {
        self.0.iter().any(|(question, before)| match (before, question.answer(world)) {
            (Answer::Text(Some(before)), Answer::Text(now)) => is_broken_off(before, now.as_deref()),
            _ => false,
        })
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

/// Whether a text is gone, empty, the beginning of what it was, or shorter by a quarter and more. A person may want
/// that too, so it is a reason to wait, not to refuse.
fn is_broken_off(before: &str, now: Option<&str>) -> bool {
    let Some(now) = now.filter(|now| !now.trim().is_empty()) else { return !before.trim().is_empty() };
    let lost = before.strip_prefix(now).is_some_and(|lost| lost.trim_end().contains('\n'));
    lost || now.len() < before.len() / 4 * 3
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
    fn what_is_being_written_looks_like_it() {
        let text = "# 方案：甲\n\n## 乙\n\n丙。\n\n丁。\n";
        for now in [None, Some(""), Some(" \n"), Some("# 方案：甲\n"), Some("# 方案：甲\n\n## 乙\n"), Some("# 改\n")]
        {
            assert!(is_broken_off(text, now), "{now:?}");
        }
        let without_end = text.strip_suffix("丁。\n").unwrap();
        for now in [text, without_end, &text.replace('甲', "戊"), &format!("{text}己。\n")] {
            assert!(!is_broken_off(text, Some(now)), "{now}");
        }
        assert!(!is_broken_off("", None) && !is_broken_off(" ", Some("")));
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

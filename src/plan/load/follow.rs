//! The walk from file to file along the lines of 引用.

use std::path::Path;

use crate::diagnostic::Diagnostic;
use crate::source::{Sources, Span, Spanned};
use crate::syntax;
use crate::syntax::ast::{self, Item, Key, NameKind, Value};
use crate::syntax::keyword::Keyword;
use crate::world::{ReadError, World};

use super::locate::{Locator, Place};
use super::{File, Use, faults};

/// How many files a plan may use, those that these use among them.
const MAX_FILES: usize = 200;
/// How many lines of 引用 are followed.
const MAX_USES: usize = 10_000;

/// Reads the plan at `path` and every file it leads to.
pub(super) fn follow(
    world: &dyn World,
    path: &Path,
    sources: &mut Sources,
    findings: &mut Vec<Diagnostic>,
) -> Result<Vec<File>, ReadError> {
    let text = world.read(path)?;
    let locator = Locator::new(world, path);
    let mut walk = Walk { world, locator, sources, findings, files: Vec::new(), places: Vec::new(), followed: 0 };
    walk.take(Place::plan(path), text);
    walk.file(0, &mut Vec::new());
    Ok(walk.files)
}

struct Walk<'a> {
    world: &'a dyn World,
    locator: Locator<'a>,
    sources: &'a mut Sources,
    findings: &'a mut Vec<Diagnostic>,
    files: Vec<File>,
    /// Where each file is.
    places: Vec<Place>,
    followed: usize,
}

/// A file whose uses are being followed, and the use that is.
struct Step {
    file: usize,
    through: Span,
}

impl Walk<'_> {
    /// Takes a file in and gives its number.
    fn take(&mut self, place: Place, text: String) -> usize {
        let source = self.sources.add(&place.shown, text);
        let parsed = syntax::parse(self.sources.get(source));
        self.files.push(File { source, tree: parsed.file, uses: Vec::new(), findings: parsed.findings });
        self.places.push(place);
        self.files.len() - 1
    }

    /// Follows the uses of a file; `way` leads from the plan to it. As deep as there are files.
    fn file(&mut self, file: usize, way: &mut Vec<Step>) {
        for name in self.uses(file) {
            self.followed += 1;
            if self.followed > MAX_USES {
                if self.followed == MAX_USES + 1 {
                    self.findings.push(faults::too_many_uses(name.span, MAX_USES));
                }
                return;
            }
            let (used, is_new) = match self.used(file, &name) {
                Ok(found) => found,
                Err(finding) => {
                    self.findings.push(*finding);
                    continue;
                }
            };
            let step = Step { file, through: name.span };
            if used == file || way.iter().any(|step| step.file == used) {
                let start = way.iter().position(|step| step.file == used).unwrap_or(way.len());
                let finding = self.ring(&way[start..], &step);
                self.findings.push(finding);
                continue;
            }
            let uses = &mut self.files[file].uses;
            if uses.iter().all(|other| other.file != used) {
                uses.push(Use { span: name.span, file: used });
            }
            if is_new {
                way.push(step);
                self.file(used, way);
                way.pop();
            }
        }
    }

    /// What the lines of 引用 of a file name.
    fn uses(&mut self, file: usize) -> Vec<Spanned<String>> {
        let mut names = Vec::new();
        for entry in top_entries(&self.files[file].tree) {
            if !matches!(&entry.key, Key::Word(word) if word.value == Keyword::Use) {
                continue;
            }
            match &entry.value {
                Value::List(list) => {
                    for name in list {
                        match name.kind {
                            NameKind::Hole => self.findings.push(faults::no_file(name.span)),
                            _ => names.push(Spanned::new(name.text.clone(), name.span)),
                        }
                    }
                }
                Value::Empty => self.findings.push(faults::no_file(entry.span)),
                _ => {}
            }
        }
        names
    }

    /// The file that is named, and whether it was not read before.
    fn used(&mut self, by: usize, name: &Spanned<String>) -> Result<(usize, bool), Box<Diagnostic>> {
        let place = self.locator.find(&self.places[by], name)?;
        if let Some(known) = self.places.iter().position(|other| other.real == place.real) {
            return Ok((known, false));
        }
        if self.files.len() > MAX_FILES {
            return Err(faults::too_many_files(name.span, MAX_FILES));
        }
        let text = match place.text {
            Some(text) => text.to_owned(),
            None => self.world.read(&place.real).map_err(|error| faults::unreadable(name, &place.shown, &error))?,
        };
        Ok((self.take(place, text), true))
    }

    /// The finding for files that use each other in a ring.
    fn ring(&self, before: &[Step], last: &Step) -> Diagnostic {
        let edge = |step: &Step| (self.places[step.file].shown.as_path(), step.through);
        faults::ring(&before.iter().map(edge).collect::<Vec<_>>(), edge(last))
    }
}

/// The data lines at the top of a file and of its plan, where 引用 and 参数 may stand.
pub(super) fn top_entries(tree: &ast::File) -> impl Iterator<Item = &ast::Entry> {
    tree.items.iter().flat_map(own_or_below).filter_map(Item::entry)
}

fn own_or_below(item: &Item) -> &[Item] {
    match item {
        Item::Section(section) => &section.items,
        other => std::slice::from_ref(other),
    }
}

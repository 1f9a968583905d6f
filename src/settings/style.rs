//! How an office's documents look: the profile it names, and its folder of templates.
//!
//! Takes a name or path as it is written, reads what it leads to, and gives what is wrong there as findings that point
//! into that file. What is wrong with the name itself is told to whoever wrote it.

use std::path::{Path, PathBuf};

use super::faults;
use crate::diagnostic::{Diagnostic, Text};
use crate::profile::{OWN, Profile};
use crate::render::Templates;
use crate::source::{Sources, Span};
use crate::text;
use crate::world::{World, tidied};

/// So many profiles may rest on one another.
const DEPTH: usize = 8;

/// Why a profile or a folder of templates cannot be used.
pub enum Trouble {
    /// There is no such thing as was named.
    Named(Text),
    /// What is wrong in the files.
    Inside(Vec<Diagnostic>),
}

/// Where a name is written: paths in it begin at `folder`, which people know as `shown`.
#[derive(Clone, Copy)]
pub struct From<'a> {
    /// The folder.
    pub folder: &'a Path,
    /// The same as people are told of it.
    pub shown: &'a Path,
}

impl From<'_> {
    fn path(&self, written: &str) -> (PathBuf, PathBuf) {
        let written = written.replace('\\', "/");
        (tidied(&self.folder.join(&written)), tidied(&self.shown.join(&written)))
    }
}

/// The profile of that name, or in the file of that path.
pub fn profile(world: &dyn World, written: &str, from: From, sources: &mut Sources) -> Result<Profile, Trouble> {
    rested(world, written, from, sources, DEPTH)
}

fn rested(
    world: &dyn World,
    written: &str,
    from: From,
    sources: &mut Sources,
    left: usize,
) -> Result<Profile, Trouble> {
    if let Some(profile) = Profile::own(written) {
        return Ok(profile);
    }
    let names: Vec<&str> = OWN.iter().map(|(name, _)| *name).collect();
    if !written.contains(['.', '/', '\\']) {
        return Err(Trouble::Named(faults::no_such_profile(written, &names)));
    }
    let (file, shown) = from.path(written);
    let text = world.read(&file).map_err(|error| Trouble::Named(error.message(&shown)))?;
    let source = sources.add(&shown, text);
    let text = sources.get(source).text().to_owned();
    let span = |range: std::ops::Range<usize>| Span::new(source, range.start, range.end);
    let base = match Profile::base(&text) {
        None => Profile::default(),
        Some(base) => {
            let told = |message| Trouble::Inside(vec![faults::no_style(span(base.range.clone()), message)]);
            if left == 0 {
                return Err(told(text!(
                    zh: "这些版式一个依据一个，绕成了圈，或者层次太多",
                    en: "these profiles rest on one another in a ring, or too deep"
                )));
            }
            let empty = Path::new("");
            let from = From { folder: file.parent().unwrap_or(empty), shown: shown.parent().unwrap_or(empty) };
            rested(world, &base.name, from, sources, left - 1).map_err(|trouble| match trouble {
                Trouble::Named(message) => told(message),
                inside @ Trouble::Inside(_) => inside,
            })?
        }
    };
    let (profile, found) = base.with(&text);
    if found.is_empty() {
        return Ok(profile);
    }
    Err(Trouble::Inside(found.into_iter().map(|fault| faults::bad_profile(span(fault.range), &fault.kind)).collect()))
}

/// The templates in a folder, each in the place of the program's of that name.
pub fn templates(world: &dyn World, written: &str, from: From) -> Result<Templates, Trouble> {
    let (folder, shown) = from.path(written);
    let files = world.files(&folder).map_err(|error| Trouble::Named(error.message(&shown)))?;
    let mut templates = Templates::default();
    for file in files {
        let name = file.to_string_lossy().replace('\\', "/");
        if !Templates::names().any(|known| known == name) {
            return Err(Trouble::Named(faults::no_such_template(&shown.join(&file), &name)));
        }
        let text =
            world.read(&folder.join(&file)).map_err(|error| Trouble::Named(error.message(&shown.join(&file))))?;
        templates.put(&name, shown.join(&file).display().to_string(), text);
    }
    Ok(templates)
}

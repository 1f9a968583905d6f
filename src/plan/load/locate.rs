//! Which file a line of 引用 means.
//!
//! A name that begins with `std.` is a file of the standard library; any other is a path from the folder of the file
//! that names it. Paths are told from their words first, so that one that leaves the workspace root is never sought,
//! and then by where the links lead.

use std::cell::OnceCell;
use std::path::{Path, PathBuf};

use crate::diagnostic::Diagnostic;
use crate::source::Spanned;
use crate::world::{World, tidied, workspace};

use super::faults;
use crate::plan::library;

/// Where a file is.
pub(super) struct Place {
    /// The one path it has, whatever links lead to it.
    pub real: PathBuf,
    /// The path that findings name.
    pub shown: PathBuf,
    /// The text, if it is part of the program.
    pub text: Option<&'static str>,
    /// The path from the root of the disk as written, links and all.
    at: PathBuf,
}

impl Place {
    /// The place of the plan itself; where it really is, is only asked if it uses a file.
    pub fn plan(path: &Path) -> Self {
        Self { real: PathBuf::new(), shown: path.to_owned(), text: None, at: PathBuf::new() }
    }

    fn library(name: &str, text: &'static str) -> Self {
        let path = library::path(name);
        Self { real: path.clone(), shown: path.clone(), text: Some(text), at: path }
    }
}

/// Finds files for one plan.
pub(super) struct Locator<'a> {
    world: &'a dyn World,
    plan: &'a Path,
    ground: OnceCell<Ground>,
}

/// Where the plan stands.
struct Ground {
    root: PathBuf,
    /// The plan, from the root of the disk.
    plan: PathBuf,
    /// The same, links followed.
    real: PathBuf,
}

impl<'a> Locator<'a> {
    /// For the plan at a path.
    pub fn new(world: &'a dyn World, plan: &'a Path) -> Self {
        Self { world, plan, ground: OnceCell::new() }
    }

    /// The file that `name` means in the file at `by`.
    pub fn find(&self, by: &Place, name: &Spanned<String>) -> Result<Place, Box<Diagnostic>> {
        if let Some(known) = library::meant(&name.value) {
            let text = library::text(known).ok_or_else(|| faults::no_library(name, library::near(known)))?;
            return Ok(Place::library(known, text));
        }
        let ground = self.ground();
        let is_plan = by.real.as_os_str().is_empty();
        let written = PathBuf::from(name.value.replace('\\', "/"));
        let from = if is_plan { &ground.plan } else { &by.at };
        let at = tidied(&folder(from).join(&written));
        if begins_at_a_root(&name.value) || library::holds(from) || !is_below(&at, &ground.root) {
            return Err(faults::outside(name, &ground.root));
        }
        let shown = tidied(&folder(&by.shown).join(&written));
        let real = self.world.real(&at).map_err(|error| faults::unreadable(name, &shown, &error))?;
        if !is_below(&real, &ground.root) {
            return Err(faults::linked_outside(name, &ground.root));
        }
        if real == ground.real {
            return Ok(Place::plan(self.plan));
        }
        Ok(Place { real, shown, text: None, at })
    }

    fn ground(&self) -> &Ground {
        self.ground.get_or_init(|| {
            let here = self.world.real(folder(self.plan)).unwrap_or_default();
            let plan = self.plan.file_name().map_or_else(|| here.join("-"), |name| here.join(name));
            let real = self.world.real(self.plan).unwrap_or_else(|_| plan.clone());
            Ground { root: workspace(self.world, &here), plan, real }
        })
    }
}

fn folder(path: &Path) -> &Path {
    path.parent().unwrap_or(Path::new(""))
}

/// Whether a path begins at the root of a disk, of this system or another: a plan means the same on each.
fn begins_at_a_root(path: &str) -> bool {
    let drive = |path: &[u8]| matches!(path, [letter, b':', ..] if letter.is_ascii_alphabetic());
    path.starts_with(['/', '\\']) || drive(path.as_bytes())
}

/// Whether a path without `..` between names lies below a folder.
fn is_below(path: &Path, folder: &Path) -> bool {
    let climbs = path.components().any(|part| part == std::path::Component::ParentDir);
    !climbs && path.starts_with(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_of_any_system_that_begin_at_a_root_are_known() {
        for path in ["/a.plan", r"\a.plan", r"C:\a.plan", "c:a.plan", "C:/a.plan", r"\\server\a.plan", r"\\?\C:\a.plan"]
        {
            assert!(begins_at_a_root(path), "{path}");
        }
        for path in ["a.plan", "./a.plan", r"..\共用\a.plan", "方：a.plan", "", ":", "1:a"] {
            assert!(!begins_at_a_root(path), "{path}");
        }
    }
}

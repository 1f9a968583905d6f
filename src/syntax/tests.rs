//! What several tests of reading share: the plans of this project.

use std::path::Path;

/// The text of every plan of this project.
pub(super) fn all_plans() -> Vec<String> {
    let mut texts = Vec::new();
    for folder in ["examples", "stdlib", "tests"] {
        plans(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut texts);
    }
    texts
}

/// Every plan below a folder.
fn plans(folder: &Path, found: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            plans(&path, found);
        } else if path.extension().is_some_and(|kind| kind == "plan") {
            found.extend(std::fs::read_to_string(path));
        }
    }
}

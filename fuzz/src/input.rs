//! From bytes to texts and to folders of texts.

use std::path::PathBuf;

use fangan::world::MemoryWorld;

use super::pieces::PIECES;

/// The first byte of an input that is made of whole pieces of the language.
const IN_PIECES: u8 = 0xFF;
/// Begins a line that names the file which follows.
const FILE: &str = "%%% ";

/// A text: as it stands, or each byte a piece of the language, so that most of what is tried is near a plan.
pub fn text(data: &[u8]) -> String {
    match data {
        [IN_PIECES, rest @ ..] => {
            let piece = |byte: &u8| PIECES[usize::from(*byte) % PIECES.len()];
            format!("# 方案：甲{}", rest.iter().map(piece).collect::<String>())
        }
        _ => String::from_utf8_lossy(data).into_owned(),
    }
}

/// Files: what stands before the first line that names one is `a.plan`.
pub fn files(text: &str) -> Vec<(String, String)> {
    let mut files = vec![("a.plan".to_owned(), String::new())];
    for line in text.split_inclusive('\n') {
        match line.strip_prefix(FILE) {
            Some(name) => files.push((name.trim().to_owned(), String::new())),
            None => {
                if let Some((_, text)) = files.last_mut() {
                    text.push_str(line);
                }
            }
        }
    }
    files
}

/// The files as a world; of two of one name the first holds.
pub fn world(files: &[(String, String)]) -> MemoryWorld {
    let files = files.iter().rev().filter(|(name, _)| !name.is_empty());
    files.fold(MemoryWorld::default(), |world, (name, text)| world.and(PathBuf::from(name), text.as_str()))
}

//! As much of Markdown as the documentation uses: fenced blocks, headings, links.

use std::ops::Range;

/// A fenced block.
pub struct Block<'a> {
    /// What follows the opening fence.
    pub info: &'a str,
    /// What stands between the fences.
    pub text: &'a str,
    /// The byte at which that begins.
    pub start: usize,
    /// The line of the opening fence, from 1.
    pub line: usize,
}

/// The fenced blocks of a page.
pub fn blocks(page: &str) -> Vec<Block<'_>> {
    let mut found = Vec::new();
    let mut open: Option<(&str, usize, usize)> = None;
    let mut at = 0;
    for (index, line) in page.split_inclusive('\n').enumerate() {
        if let Some(info) = line.strip_prefix("```") {
            open = match open {
                None => Some((info.trim(), at + line.len(), index + 1)),
                Some((info, start, line)) => {
                    found.push(Block { info, text: &page[start..at], start, line });
                    None
                }
            };
        }
        at += line.len();
    }
    assert!(open.is_none(), "a block is not closed");
    found
}

/// The lines outside fenced blocks.
fn lines(page: &str) -> impl Iterator<Item = &str> {
    let mut inside = false;
    page.lines().filter(move |line| {
        let is_fence = line.starts_with("```");
        inside ^= is_fence;
        !inside && !is_fence
    })
}

/// The headings of a page with their levels.
pub fn headings(page: &str) -> Vec<(usize, &str)> {
    let lines = lines(page).filter(|line| line.starts_with('#'));
    lines.map(|line| (line.len() - line.trim_start_matches('#').len(), line.trim_matches(['#', ' ']))).collect()
}

/// What a link to each heading ends in, as forges write it.
pub fn anchors(page: &str) -> Vec<String> {
    let kept = |c: &char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_');
    let slug = |title: &str| title.to_lowercase().chars().filter(kept).collect::<String>().replace(' ', "-");
    headings(page).into_iter().map(|(_, title)| slug(title)).collect()
}

/// Where links and pictures lead.
pub fn links(page: &str) -> Vec<&str> {
    let targets = lines(page).flat_map(|line| line.split("](").skip(1));
    targets.filter_map(|rest| rest.split_once(')')).map(|(target, _)| target).collect()
}

/// The bytes between two marks.
pub fn between(page: &str, begin: &str, end: &str) -> Option<Range<usize>> {
    let start = page.find(begin)? + begin.len();
    Some(start..start + page[start..].find(end)?)
}

//! Whether what an office's templates wrote is XML that Word can open.
//!
//! Takes a part as it was written, gives the fault with its place in the template. The program's own templates are not asked:
//! tests hold them.

use roxmltree::{Document, Error};

use super::super::templates::Templates;
use super::{PARTS, RenderError};
use crate::text;

/// How many signs of what was written are shown and sought in the template.
const SHOWN: usize = 24;

/// An error if a part, written by `template`, is no well-formed XML.
pub(super) fn check(
    templates: &Templates,
    part: &str,
    template: &'static str,
    written: &str,
) -> Result<(), RenderError> {
    let Err(error) = Document::parse(written) else { return Ok(()) };
    let near = around(written, &error);
    let message = text!(
        zh: "写出来的 {part} 不是完整的 XML，Word 打不开，毛病在“{near}”附近：{error}；标签要成对，属性要有引号",
        en: "{part} as written is no well-formed XML and Word cannot open it, near “{near}”: {error}; tags come in pairs, attributes in quotes"
    );
    let others = PARTS.iter().map(|(_, template)| *template);
    let candidates: Vec<&str> = std::iter::once(template).chain(others).collect();
    Err(templates.blame(&candidates, near, message))
}

/// The signs at the place of an error.
fn around<'t>(written: &'t str, error: &Error) -> &'t str {
    let at = error.pos();
    let line = written.lines().nth(at.row.saturating_sub(1) as usize).unwrap_or_default();
    let start = line.char_indices().nth(at.col.saturating_sub(1) as usize).map_or(0, |(start, _)| start);
    let rest = line[start..].trim_start();
    let end = rest.char_indices().nth(SHOWN).map_or(rest.len(), |(end, _)| end);
    rest[..end].trim_end()
}

//! Which format an output is written in.
//!
//! Takes what was asked for and the name of the file, gives a format: the one asked for, else the one that the file's
//! name ends in, else the usual one. A name that ends in no format of the verb is refused, so that nobody gets a web page
//! called `.docx`.

use std::path::Path;

use clap::ValueEnum;

use super::Failure;
use crate::text;

/// The format of what goes to `out`.
pub(super) fn format_of<F: ValueEnum>(asked: Option<F>, out: Option<&Path>, usual: F) -> Result<F, Failure> {
    if let Some(asked) = asked {
        return Ok(asked);
    }
    let Some((path, ending)) = out.and_then(|path| Some((path, path.extension()?))) else { return Ok(usual) };
    if let Some(found) = ending.to_str().and_then(|ending| F::from_str(ending, true).ok()) {
        return Ok(found);
    }
    let named = F::value_variants().iter().filter_map(|format| format.to_possible_value());
    let known = named.map(|value| format!(".{}", value.get_name())).collect::<Vec<_>>();
    let (path, known_zh, known_en) = (path.display(), known.join("、"), known.join(", "));
    Err(Failure::new(text!(
        zh: "“{path}”：不知道要写哪种格式；文件名用 {known_zh} 结尾，或者用 --to 指定",
        en: "{path}: its ending names no format; let it end in {known_en}, or ask for one with --to"
    )))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::args::{DocumentFormat, GraphFormat};

    fn told(out: &str) -> Option<DocumentFormat> {
        format_of(None, Some(Path::new(out)), DocumentFormat::Html).ok()
    }

    #[test]
    fn the_name_of_the_file_tells_the_format() {
        #[cfg(feature = "word")]
        assert!(matches!(told("a/方案.docx"), Some(DocumentFormat::Docx)));
        assert!(matches!(told("方案.MD"), Some(DocumentFormat::Markdown)));
        assert!(matches!(told("方案.htm"), Some(DocumentFormat::Html)));
        assert!(matches!(told("a.b/方案"), Some(DocumentFormat::Html)));
        assert!(told("方案.pdf").is_none());
        let asked = format_of(Some(GraphFormat::Dot), Some(Path::new("图.txt")), GraphFormat::Svg);
        assert!(matches!(asked, Ok(GraphFormat::Dot)));
    }
}

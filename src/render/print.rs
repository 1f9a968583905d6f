//! A picture as a page to print: every sheet on a sheet of A4 turned sideways.
//!
//! Takes a picture, gives HTML that needs nothing else.

use super::svg::drawings;
use crate::graph::{Picture, lettering};

const HEAD: &str = "<meta charset=\"utf-8\">
<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">
<style>
@page { size: A4 landscape; margin: 10mm; }
:root { color-scheme: light dark; }
body { margin: 0; background: #fff; }
svg { display: block; width: 100%; height: auto; margin: 0 auto; }
@media screen { svg { max-width: 1480px; } }
@media print { svg { max-height: 188mm; break-after: page; break-inside: avoid; } svg:last-of-type { break-after: auto; } }
@media screen and (prefers-color-scheme: dark) { body { background: #15191f; } }
</style>
";

/// Writes a picture to be printed.
pub fn printed(picture: &Picture) -> String {
    let title: String = lettering::clean(&picture.graph.title)
        .chars()
        .map(|sign| match sign {
            '<' | '>' | '&' => ' ',
            sign => sign,
        })
        .collect();
    let sheets = drawings(picture).concat();
    format!(
        "<!doctype html>\n<html lang=\"zh-CN\">\n<head>\n<title>{title}</title>\n{HEAD}</head>\n<body>\n{sheets}</body>\n</html>\n"
    )
}

//! The pieces of the page: plain files that are part of the program.

/// A piece of the page.
pub(super) struct Asset {
    /// Its type.
    pub kind: &'static str,
    /// What is in it.
    pub text: &'static str,
    /// Whether it is a frame for a document, which may do nothing.
    pub is_still: bool,
}

const HTML: &str = "text/html; charset=utf-8";
const CSS: &str = "text/css; charset=utf-8";
const JS: &str = "text/javascript; charset=utf-8";

/// The page itself.
pub(super) const INDEX: Asset = Asset { kind: HTML, text: include_str!("page/index.html"), is_still: false };

/// The piece of that name.
pub(super) fn get(name: &str) -> Option<Asset> {
    let (kind, text) = match name {
        "page.css" => (CSS, include_str!("page/page.css")),
        "leaf.css" => (CSS, include_str!("page/leaf.css")),
        "icon.svg" => ("image/svg+xml", include_str!("page/icon.svg")),
        "frame.html" => (HTML, include_str!("page/frame.html")),
        "main.js" => (JS, include_str!("page/main.js")),
        "words.js" => (JS, include_str!("page/words.js")),
        "dom.js" => (JS, include_str!("page/dom.js")),
        "news.js" => (JS, include_str!("page/news.js")),
        "origins.js" => (JS, include_str!("page/origins.js")),
        "paper.js" => (JS, include_str!("page/paper.js")),
        "sheet.js" => (JS, include_str!("page/sheet.js")),
        "leaves.js" => (JS, include_str!("page/leaves.js")),
        "problems.js" => (JS, include_str!("page/problems.js")),
        "tables.js" => (JS, include_str!("page/tables.js")),
        "pictures.js" => (JS, include_str!("page/pictures.js")),
        "search.js" => (JS, include_str!("page/search.js")),
        "zoom.js" => (JS, include_str!("page/zoom.js")),
        "keys.js" => (JS, include_str!("page/keys.js")),
        _ => return None,
    };
    Some(Asset { kind, text, is_still: kind == HTML })
}

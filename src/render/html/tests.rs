use super::html;
use crate::document::hostile::document;

/// The names of the tags a page may hold.
const TAGS: [&str; 37] = [
    "!DOCTYPE", "a", "body", "col", "colgroup", "details", "div", "figcaption", "figure", "footer", "h1", "h2", "h3",
    "h4", "h5", "h6", "head", "html", "li", "main", "meta", "nav", "ol", "p", "rect", "section", "span", "strong",
    "style", "summary", "svg", "table", "tbody", "td", "th", "thead", "title",
];

#[test]
fn no_string_of_the_plan_becomes_markup() {
    for text in ["<script>alert(1)</script>", "](javascript:x)", "| a |", "\" onclick=\"x", "</style>&amp;{{ name }}{% x %}"] {
        let page = html(&document(text)).unwrap();
        for piece in page.split('<').skip(1) {
            let name: String = piece.trim_start_matches('/').chars().take_while(|c| !" >\n".contains(*c)).collect();
            assert!(TAGS.contains(&name.as_str()) || name == "tr", "<{name}> from {text}");
        }
        assert!(!page.contains(" onclick"), "{text}");
        assert!(!page.contains("href=\"javascript"), "{text}");
    }
}

#[test]
fn tags_are_closed() {
    let page = html(&document("甲")).unwrap();
    for tag in TAGS.iter().filter(|tag| !["!DOCTYPE", "meta", "col", "rect"].contains(tag)) {
        let open = page.matches(&format!("<{tag}>")).count() + page.matches(&format!("<{tag} ")).count();
        assert_eq!(open, page.matches(&format!("</{tag}>")).count(), "{tag}");
    }
}

#[test]
fn a_page_needs_nothing_else() {
    let page = html(&document("甲")).unwrap();
    for word in ["http:", "https:", "src=", "@import", "url(", "<script"] {
        assert!(!page.contains(word), "{word}");
    }
}

#[test]
fn the_same_document_gives_the_same_page() {
    assert_eq!(html(&document("甲")), html(&document("甲")));
}

//! Tests of the module above.

use super::head::Head;
use super::signature::Signature;
use super::{Page, html, html_with};
use crate::document::hostile::document;
use crate::profile::{OWN, Profile};
use crate::render::{Style, tests};

/// The names of the tags a page may hold.
const TAGS: [&str; 37] = [
    "!DOCTYPE",
    "a",
    "body",
    "col",
    "colgroup",
    "details",
    "div",
    "figcaption",
    "figure",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "html",
    "li",
    "main",
    "meta",
    "nav",
    "ol",
    "p",
    "rect",
    "section",
    "span",
    "strong",
    "style",
    "summary",
    "svg",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "title",
];

#[test]
fn no_string_of_the_plan_becomes_markup() {
    for text in
        ["<script>alert(1)</script>", "](javascript:x)", "| a |", "\" onclick=\"x", "</style>&amp;{{ name }}{% x %}"]
    {
        for (profile, _) in OWN {
            let style = Style { profile: Profile::own(profile).unwrap(), ..Style::default() };
            let page = html_with(&document(text), &style).unwrap();
            for piece in page.split('<').skip(1) {
                let name: String = piece.trim_start_matches('/').chars().take_while(|c| !" >\n".contains(*c)).collect();
                assert!(TAGS.contains(&name.as_str()) || name == "tr", "<{name}> from {text}, {profile}");
            }
            assert!(!page.contains("onclick=\"x"), "{text}");
            assert!(!page.contains("href=\"javascript"), "{text}");
        }
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

fn organs(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

#[test]
fn organs_share_a_row_where_they_fit() {
    let date = Some("2017年11月22日");
    for (names, rows, wide) in [
        (&["澜平县教育局"][..], &[&["澜平县教育局"][..]][..], false),
        (
            &["中共海东市平安区委办公室", "海东市平安区人民政府办公室"],
            &[&["中共海东市平安区委办公室", "海东市平安区人民政府办公室"]],
            false,
        ),
        (&["县教育局", "县财政局", "县公安局"], &[&["县教育局", "县财政局", "县公安局"]], false),
        (&["澜平彝族哈尼族拉祜族自治县人民政府办公室"], &[&["澜平彝族哈尼族拉祜族自治县人民政府办公室"]], true),
    ] {
        let names = organs(names);
        let signature = Signature::new(&names, date).unwrap();
        assert_eq!((signature.rows, signature.wide), (rows.iter().map(|row| row.to_vec()).collect(), wide));
    }
    assert_eq!(Signature::new(&[], None), None);
    assert!(Signature::new(&[], date).is_some());
}

#[test]
fn the_head_fits_its_line() {
    let head = |names: &[&str]| Head::new(&organs(names), "文件", Profile::standard());
    assert_eq!(head(&[]), None);
    assert_eq!(head(&["澜平县教育局"]).map(|head| (head.size, head.suffix)), Some((48, Some("文件"))));
    assert_eq!(head(&["澜平县教育局文件"]).map(|head| head.suffix), Some(None));
    let joint = head(&["中共海东市平安区委办公室", "海东市平安区人民政府办公室"]).unwrap();
    assert!(joint.size * 154 <= 4_420 && joint.size > 24, "{joint:?}");
}

#[test]
fn the_names_of_templates_are_published() {
    tests::hold("templates-html.txt", &Page::new(&document("甲"), &Style::default()));
}

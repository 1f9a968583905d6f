//! Tests of the module above.

use proptest::prelude::*;

use super::head::Head;
use super::signature::Signature;
use super::{Page, html, html_with, page};
use crate::document::hostile::document;
use crate::document::{Align, Block, Column, Figure, Heading, Holds, Inline, Paragraph, Part, Row, Table};
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

/// The style with the program's own pieces of a text as if they were an office's.
fn by_template(style: &Style) -> Style {
    let mut style = style.clone();
    let text = style.templates.text("blocks.html.jinja").to_owned();
    assert!(style.templates.put("blocks.html.jinja", "own".to_owned(), text));
    style
}

#[test]
fn a_page_is_written_as_it_is_in_memory() {
    let document = document(&"甲乙丙丁戊己庚辛".repeat(20_000));
    let mut written = Vec::new();
    page(&document, &Style::default()).unwrap().write(&mut written).unwrap();
    assert!(written.len() > 1 << 20);
    assert!(written == html(&document).unwrap().into_bytes());
}

#[test]
fn no_page_holds_a_null_character() {
    assert!(html(&document("甲\0乙")).is_err());
}

#[test]
fn the_names_of_templates_are_published() {
    tests::hold("templates-html.txt", &Page::new(&document("甲"), &by_template(&Style::default())));
}

/// Blocks in which something is empty, lies on its side or stands in the middle.
fn strange(text: &str) -> Vec<Block> {
    let word = || text.to_owned();
    let column = Column { title: word(), align: Align::Right, weight: 3, holds: Holds::Words };
    let cells = [vec![Inline::text("—")], vec![], vec![Inline::text(text)], vec![Inline::text("/"), Inline::text("/")]];
    let table = |count| {
        let rows = vec![Row::Cells { cells: cells.to_vec() }, Row::Section { text: word() }];
        Block::Table(Table { caption: None, unit: Some(word()), columns: vec![column.clone(); count], rows })
    };
    let paragraph = |is_signature, anchor, label| {
        Block::Paragraph(Paragraph { inlines: vec![Inline::text(text)], anchor, is_signature, label })
    };
    let heading = Heading { level: 5, mark: String::new(), text: word() + "。", anchor: word(), run_in: Vec::new() };
    let figure = Figure { caption: String::new(), picture: word(), svg: word(), sheet: None };
    vec![
        table(12),
        paragraph(true, None, None),
        table(2),
        table(0),
        paragraph(false, Some(word()), Some(String::new())),
        Block::Heading(heading),
        table(12),
        table(12),
        Block::Figure(figure),
    ]
}

proptest! {
    #[test]
    fn pieces_are_written_as_by_the_template(
        text in "([一。；：，—/<>&\"'年月底（）《县市、区〔〕号.]|20?1[0-9]|月底|县（区、市）){0,6}",
        order in prop::collection::vec(0..9_usize, 0..6),
    ) {
        let mut document = document(&text);
        for part in &mut document.parts {
            let blocks = match part {
                Part::Notice(paper) => &mut paper.body,
                Part::Plan(body) => &mut body.body,
                Part::Attachment(attachment) => &mut attachment.body,
            };
            let all = strange(&text);
            blocks.extend(order.iter().map(|at| all[*at].clone()));
        }
        for (profile, _) in OWN {
            let style = Style { profile: Profile::own(profile).unwrap(), ..Style::default() };
            prop_assert_eq!(html_with(&document, &style), html_with(&document, &by_template(&style)));
        }
    }
}

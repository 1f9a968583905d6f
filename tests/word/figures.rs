//! Figures in Word: every stroke of a picture is a shape, on the page, and LibreOffice prints its words.

use std::io::{Cursor, Read};
use std::path::Path;

use fangan::document::canvas::Stroke;
use fangan::document::{Attachment, Block, Document, Figure, Part, break_title};
use fangan::graph::{Kind, Request, picture};
use fangan::render::{canvases, drawings, html, word};
use fangan::world::DiskWorld;
use fangan::{Options, compile};
use roxmltree::Node;

use super::print::{print, print_word};
use super::{sheet, support};

/// A4 in Word's units.
const PAPER: (i64, i64) = (7_560_000, 10_692_000);

/// The four pictures of an example, each as an attachment.
fn document(example: &str) -> Document {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(example).join("plan.plan");
    let plan = compile(&DiskWorld, &path, Options::default()).unwrap().plan;
    let attachment = |kind: Kind| {
        let figure = Figure {
            caption: kind.name().to_owned(),
            picture: kind.word().to_owned(),
            svg: String::new(),
            sheet: None,
        };
        let (label, title) = ("附件".to_owned(), break_title(kind.name()));
        Part::Attachment(Attachment { label, title, body: vec![Block::Figure(figure)] })
    };
    let parts = Kind::ALL.into_iter().map(attachment).collect();
    let drawn = |word: &str| {
        let kind = Kind::ALL.into_iter().find(|kind| kind.word() == word).unwrap();
        let picture = picture(&plan, &Request { is_figure: true, ..Request::new(kind) }).unwrap();
        drawings(&picture).into_iter().zip(canvases(&picture)).collect()
    };
    Document { parts, imprint: None, ..support::joint_notice() }.illustrated(drawn)
}

fn figures(document: &Document) -> Vec<&Figure> {
    let mut figures = Vec::new();
    for part in &document.parts {
        let Part::Attachment(attachment) = part else { continue };
        figures.extend(attachment.body.iter().filter_map(|block| match block {
            Block::Figure(figure) => Some(figure),
            _ => None,
        }));
    }
    figures
}

fn words(figure: &Figure) -> impl Iterator<Item = &str> {
    figure.sheet.iter().flat_map(|sheet| &sheet.marks).filter_map(|stroke| match stroke {
        Stroke::Words(words) => Some(words.text.as_str()),
        _ => None,
    })
}

fn text(file: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(file)).unwrap();
    let mut text = String::new();
    archive.by_name("word/document.xml").unwrap().read_to_string(&mut text).unwrap();
    text
}

fn named<'a>(node: Node<'a, 'a>, name: &'static str) -> impl Iterator<Item = Node<'a, 'a>> {
    node.descendants().filter(move |node| node.tag_name().name() == name)
}

fn number(node: Node, name: &str) -> i64 {
    node.attribute(name).unwrap().parse().unwrap()
}

#[test]
fn every_stroke_is_a_shape_on_the_page() {
    for example in ["pingan", "city-campaign"] {
        let document = document(example);
        let text = text(&word(&document).unwrap());
        let tree = roxmltree::Document::parse(&text).unwrap();
        let groups: Vec<Node> = named(tree.root(), "wgp").collect();
        let sheets: Vec<_> = figures(&document).iter().filter_map(|figure| figure.sheet.as_ref()).collect();
        assert_eq!(groups.len(), sheets.len());
        for (group, sheet) in groups.iter().zip(sheets) {
            let is_words = |stroke: &&Stroke| matches!(stroke, Stroke::Words(_));
            let lines = sheet.marks.iter().filter(is_words).count();
            let fields = named(*group, "txbx").count();
            assert_eq!(named(*group, "wsp").count() - fields, sheet.marks.len() - lines, "{example}: {}", sheet.title);
            assert_eq!(named(*group, "t").count(), lines, "{example}: {}", sheet.title);
            let whole = named(*group, "ext").next().unwrap();
            let (width, height) = (number(whole, "cx"), number(whole, "cy"));
            assert!(width.max(height) < PAPER.1 && width.min(height) < PAPER.0, "{example}: {width} {height}");
            for shape in named(*group, "wsp") {
                let (off, ext) = (named(shape, "off").next().unwrap(), named(shape, "ext").next().unwrap());
                let is_field = named(shape, "txbx").next().is_some();
                assert!(number(off, "y") >= 0 && number(off, "y") + number(ext, "cy") <= height, "{off:?}");
                let right = number(off, "x") + number(ext, "cx");
                assert!(is_field || (number(off, "x") >= 0 && right <= width), "{off:?} {ext:?}");
            }
        }
        let mut ids: Vec<_> = named(tree.root(), "cNvPr").chain(named(tree.root(), "docPr")).collect();
        let count = ids.len();
        ids.sort_by_key(|node| number(*node, "id"));
        ids.dedup_by_key(|node| number(*node, "id"));
        assert_eq!(ids.len(), count);
        assert!(named(tree.root(), "docPr").all(|node| !node.attribute("descr").unwrap().is_empty()));
    }
}

/// Every line of every picture is in the pages that LibreOffice makes of Word's file, and that Chromium makes of HTML;
/// what stands in one letter's size on a page has to be looked at.
#[test]
fn the_pages_show_every_word_of_a_figure() {
    let document = document("city-campaign");
    let pages = [print_word(&word(&document).unwrap()), print(&html(&document).unwrap())];
    for pages in &pages {
        let Some(print) = sheet::or_skip(pages.as_ref()) else { return };
        let shown: String = print.pages.iter().flat_map(|page| &page.words).map(|word| word.text.as_str()).collect();
        for line in figures(&document).into_iter().flat_map(words) {
            for word in line.split(' ') {
                assert!(shown.contains(word), "{word}");
            }
        }
        // None is pushed to another page than that of its title.
        assert_eq!(print.pages.len(), figures(&document).len());
    }
}

//! The Word file as a package: well-formed whatever the words, the same bytes each time, every word in it.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::{word, word_with};
use crate::document::hostile;
use crate::profile::{OWN, Profile};
use crate::render::{Style, tests};

fn part(file: &[u8], name: &str) -> String {
    let mut archive = ZipArchive::new(Cursor::new(file)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn whatever_the_words_every_part_is_well_formed() {
    for words in ["甲", "<w:p/>]]>&\"'", "{{ name }}", "a\tb\nc", "\u{FFFE}\u{FFFF}\u{10FFFF}", ""] {
        for (profile, _) in OWN {
            let style = Style { profile: Profile::own(profile).unwrap(), ..Style::default() };
            let file = word_with(&hostile::document(words), &style).unwrap();
            let mut archive = ZipArchive::new(Cursor::new(file.as_slice())).unwrap();
            for index in 0..archive.len() {
                let mut text = String::new();
                archive.by_index(index).unwrap().read_to_string(&mut text).unwrap();
                let parsed = roxmltree::Document::parse(&text);
                assert!(parsed.is_ok(), "{:?}\n{text}", parsed.err());
            }
        }
    }
}

/// Markup of a template that was escaped is text where no text may stand, which every reader passes over.
#[test]
fn no_markup_becomes_text() {
    let file = word(&hostile::document("甲")).unwrap();
    assert!(!part(&file, "word/document.xml").contains("&lt;"));
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let document = hostile::document("甲");
    assert_eq!(word(&document).unwrap(), word(&document).unwrap());
}

#[test]
fn the_words_are_all_there() {
    let text = part(&word(&hostile::document("甲<乙")).unwrap(), "word/document.xml");
    let tree = roxmltree::Document::parse(&text).unwrap();
    let runs = tree
        .descendants()
        .filter(|node| node.has_tag_name(("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "t")));
    let said: String = runs.filter_map(|run| run.text()).collect();
    // Head, number, title, addressees …: the notice alone says it some sixty times.
    assert!(said.matches("甲<乙").count() > 100, "{}", said.matches("甲<乙").count());
}

#[test]
fn the_names_of_templates_are_published() {
    let document = hostile::document("甲");
    tests::hold("templates-word.txt", &super::Data::new(&document, Profile::standard()));
}

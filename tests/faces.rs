//! The faces of a paper (GB/T 9704—2012, 5.2.2, 7.2—7.5), element by element, as Chromium and LibreOffice really set them.
//!
//! 仿宋, 楷体, 黑体, 宋体 and 小标宋 may not be distributed: `faces/fonts.conf` gives each of the names that a paper asks for a
//! stand-in of its own. Chromium tells what an element is set in itself, since it prints these fonts without their names;
//! of LibreOffice the PDF tells. Needs the Noto fonts for Chinese, for Chromium node and playwright-core besides
//! (`FANGAN_PLAYWRIGHT`, as in `serve.rs`); skips like `chromium.rs` where something is missing.

#![cfg(test)]

#[path = "support/print.rs"]
mod print;
#[path = "support/sheet.rs"]
mod sheet;
mod support;

use std::fs;
use std::path::Path;
use std::process::Command;

use fangan::document::{Document, Part};
use fangan::render::{html, word};

use print::{Piece, print_word_with};
use sheet::or_skip;

const FONTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/faces/fonts.conf");
const FANG: &str = "Noto Serif CJK SC";
const KAI: &str = "Noto Sans Mono CJK SC";
const HEI: &str = "Noto Sans CJK SC";
const XIAO_BIAO_SONG: &str = "Noto Serif CJK KR";

/// Elements of the page, and what each is set in.
const ELEMENTS: [(&str, &str); 19] = [
    (".urgency", HEI),
    (".head .name", XIAO_BIAO_SONG),
    (".head .paper", XIAO_BIAO_SONG),
    (".number > span:first-child", FANG),
    (".signers > span:first-child", FANG),
    (".signers .names span", KAI),
    (".title .line", XIAO_BIAO_SONG),
    (".to", FANG),
    ("p.text:not([class*=run])", FANG),
    (".enclosures span", FANG),
    (".signature .organ span", FANG),
    (".signature .date", FANG),
    (".note", FANG),
    ("h2", HEI),
    (".run-2 strong", KAI),
    (".run-3 strong", FANG),
    (".label", HEI),
    ("th", HEI),
    (".imprint span", FANG),
];

/// The joint notice with all that a first page can have.
fn paper() -> Document {
    let mut document = support::joint_notice();
    if let Part::Notice(notice) = &mut document.parts[0] {
        notice.urgency = Some("特急".to_owned());
        notice.signers = vec!["王建国".to_owned(), "李明".to_owned()];
    }
    document
}

/// Whether the stand-ins are there.
fn has_fonts() -> Result<(), String> {
    let list = Command::new("fc-list").args([":", "family"]).output().map_err(|error| format!("fc-list: {error}"))?;
    let list = String::from_utf8_lossy(&list.stdout).into_owned();
    let missing = [FANG, KAI, HEI, XIAO_BIAO_SONG].into_iter().find(|face| !list.contains(face));
    missing.map_or(Ok(()), |face| Err(format!("no font {face}")))
}

#[test]
fn faces_in_html() {
    if or_skip(has_fonts().as_ref()).is_none() {
        return;
    }
    let Ok(modules) = std::env::var("FANGAN_PLAYWRIGHT") else {
        eprintln!("SKIPPED: faces_in_html: FANGAN_PLAYWRIGHT names no folder with playwright-core in it");
        return;
    };
    let folder = tempfile::TempDir::new().unwrap();
    let page = folder.path().join("page.html");
    fs::write(&page, html(&paper()).unwrap()).unwrap();
    let mut node = Command::new("node");
    node.arg(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/faces/faces.mjs"));
    node.arg(format!("file://{}", page.display())).args(ELEMENTS.map(|(element, _)| element));
    let output = node.current_dir(modules).env("FONTCONFIG_FILE", FONTS).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let found = String::from_utf8(output.stdout).unwrap();
    let wanted: String = ELEMENTS.iter().map(|(element, face)| format!("{element}\t{face}\n")).collect();
    assert_eq!(found, wanted);
}

#[test]
fn faces_in_word() {
    if or_skip(has_fonts().as_ref()).is_none() {
        return;
    }
    let printed = print_word_with(&word(&paper()).unwrap(), Some(Path::new(FONTS)));
    let Some(print) = or_skip(printed.as_ref()) else { return };
    let pieces = print.pieces();
    let face = |words: &str| {
        // LibreOffice sets spaces beside digits.
        let is_it = |piece: &&Piece| piece.text.replace(' ', "").starts_with(words);
        pieces.iter().find(is_it).unwrap_or_else(|| panic!("no {words}")).face.as_str()
    };
    let (fang, kai, hei, xiao) = (face("甲乙丙丁"), face("（一）"), face("一、"), face("关于印发"));
    assert!(fang.contains("NotoSerif") && xiao.contains("NotoSerif") && xiao != fang, "{fang}, {xiao}");
    assert!(kai.contains("NotoSans") && hei.contains("NotoSans") && kai != hei, "{kai}, {hei}");
    // A font of more than 255 glyphs has two names: what stands far behind is not looked at.
    for words in ["澜教发", "签发人", "各乡镇", "为做好", "附件：", "2026年5月6日", "（此件", "1.", "（1）"]
    {
        assert_eq!(face(words), fang, "{words}");
    }
    for words in ["特急", "附件1", "序号"] {
        assert_eq!(face(words), hei, "{words}");
    }
    assert_eq!(face("王建国"), kai);
    assert_eq!(face("澜平县教育局文件"), xiao);
    let number = face("—");
    assert!(number.contains("NotoSerif") && ![fang, xiao].contains(&number), "{number}");
}

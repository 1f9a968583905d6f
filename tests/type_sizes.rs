//! The sizes and colours of a printed paper, read back from the PDF that Chromium and LibreOffice make (GB/T 9704—2012,
//! 5.2.2, 5.2.4, 7.2, 7.3.1, 7.4, 7.5).
//!
//! Skips like `chromium.rs` where a tool is missing.

#![cfg(test)]

#[path = "support/print.rs"]
mod print;
#[path = "support/sheet.rs"]
mod sheet;
mod support;

use fangan::render::{html, word};

use print::{Print, print, print_word};
use sheet::{near, or_skip};

/// Words of the paper, and the size of what they stand in; the red head has the size that fits.
const SIZES: [(&str, f64); 7] = [
    ("甲乙丙丁戊己", 16.0),
    ("主送", 16.0),
    ("附件1", 16.0),
    ("序号", 12.0),
    ("抄送", 14.0),
    ("5月8日印发", 14.0),
    ("—", 14.0),
];

fn holds(print: &Print) {
    let pieces = print.pieces();
    assert!(pieces.len() > 50, "{pieces:?}");
    for piece in pieces.iter().filter(|piece| !piece.text.trim().is_empty()) {
        // Only the head is red, and nothing else is that large.
        let wanted = if piece.size > 24.0 { "#ff0000" } else { "#000000" };
        assert_eq!(piece.colour, wanted, "{piece:?}");
    }
    for (words, size) in SIZES {
        let found = pieces.iter().find(|piece| piece.text.starts_with(words) || piece.text.ends_with(words));
        if let Some(piece) = found {
            near(words, piece.size, size, 0.7);
        }
    }
    let sizes = [16.0, 22.0, 14.0, 12.0];
    for size in sizes {
        assert!(pieces.iter().any(|piece| (piece.size - size).abs() < 0.7), "nothing of {size} pt");
    }
    let odd = pieces.iter().find(|piece| piece.size < 24.0 && sizes.iter().all(|size| (piece.size - size).abs() > 1.4));
    assert!(odd.is_none(), "{odd:?}");
}

#[test]
fn sizes_and_colours_in_html() {
    let printed = print(&html(&support::joint_notice()).unwrap());
    if let Some(print) = or_skip(printed.as_ref()) {
        holds(print);
    }
}

#[test]
fn sizes_and_colours_in_word() {
    let printed = print_word(&word(&support::joint_notice()).unwrap());
    if let Some(print) = or_skip(printed.as_ref()) {
        holds(print);
    }
}

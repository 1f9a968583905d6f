//! Prints the other forms of the standard, an order (令) and minutes (纪要), and measures them, in Chromium and in
//! LibreOffice; and what tables and pictures must not do on a page.
//!
//! Skips like `chromium.rs` where a tool is missing.

#![cfg(test)]

#[path = "support/print.rs"]
mod print;
#[path = "support/sheet.rs"]
mod sheet;
mod support;

use fangan::document::{Align, Attachment, Block, Column, Document, Holds, Inline, Part, Row, Table, break_title};
use fangan::render::html;

use print::{Print, print, print_word};
use sheet::{CENTRE, LEFT, LINE, RIGHT, lines, near, or_skip};

const SLACK: f64 = 0.6;
const CELL: f64 = 15.79 / 72.0 * 25.4;

/// What the program makes of a plan, in HTML and in Word; empty where a tool is missing.
fn printed(plan: &str, profile: &str) -> Vec<Print> {
    let here = tempfile::TempDir::new().unwrap();
    std::fs::write(here.path().join("a.plan"), plan).unwrap();
    let mut prints = Vec::new();
    for (name, form) in [("a.html", "html"), ("a.docx", "docx")] {
        let mut program = std::process::Command::new(env!("CARGO_BIN_EXE_fangan"));
        let asked = ["render", "a.plan", "--profile", profile, "--to", form, "-o", name];
        let output = program.args(asked).current_dir(here.path()).output().unwrap();
        let file = std::fs::read(here.path().join(name));
        let file = file.unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&output.stderr)));
        let printed = if form == "html" { print(&String::from_utf8(file).unwrap()) } else { print_word(&file) };
        if or_skip(printed.as_ref()).is_some() {
            prints.extend(printed);
        }
    }
    prints
}

#[test]
fn an_order() {
    for (at, print) in printed(include_str!("profiles/order.plan"), "order").iter().enumerate() {
        let slack = if at == 0 { 1.0 } else { 1.5 };
        let page = &print.pages[0];
        let head = print.ink(1, (LEFT, RIGHT), (20.0, 110.0));
        near("order, top of the head's ink", head[0].top, 57.0, slack);
        let (name, number) = (page.word("澜平县教育局令"), page.word("第"));
        near("order, head, centre", name.centre(), CENTRE, 1.0);
        let last = page.words.iter().find(|word| word.top == number.top && word.text.ends_with('号')).unwrap();
        near("order, number, centre", (number.left + last.right) / 2.0, CENTRE, 1.0);
        // Two lines, what is empty below the glyphs of the head and above those of the number.
        near("order, two lines below the head", head[1].top - head[0].bottom, 2.0 * LINE + 5.0, 2.0);
        let text = page.words.iter().find(|word| word.text.starts_with('《')).unwrap();
        near("order, text below the number", text.top - number.top, 3.0 * LINE, SLACK);
        assert!(page.words.iter().all(|word| !word.text.contains("通知")), "no title");
        let rules = print.ink(1, (LEFT + 0.3, LEFT + 2.0), (60.0, text.top - 1.0));
        assert!(rules.is_empty(), "no red rule");
        let post = page.words.iter().find(|word| word.text == "澜平县教育局").unwrap();
        near("order, post before the stamp", post.right, RIGHT - 6.0 * CELL - 40.0, SLACK);
        print.pages.last().unwrap().word("澜平县教育局办公室");
    }
}

#[test]
fn minutes() {
    for (at, print) in printed(include_str!("profiles/minutes.plan"), "standard").iter().enumerate() {
        let slack = if at == 0 { 1.0 } else { 1.5 };
        let page = &print.pages[0];
        let head = print.ink(1, (LEFT, RIGHT), (20.0, 100.0));
        near("minutes, top of the name's ink", head[0].top, 72.0, slack);
        near("minutes, name, centre", page.word("澜平县教育局会议纪要").centre(), CENTRE, 1.0);
        let before = page.words.iter().rfind(|word| word.text.contains("自查")).unwrap();
        let (there, away) = (page.word("出席："), page.word("请假："));
        near("minutes, 出席, left edge", there.left, LEFT + 2.0 * CELL, SLACK);
        near("minutes, an empty line above 出席", there.top - before.top, 2.0 * LINE, SLACK);
        near("minutes, names that go on", lines(page)[lines(page).len() - 2].left, LEFT + 5.0 * CELL, SLACK);
        near("minutes, 请假 below", away.top - there.top, 2.0 * LINE, SLACK);
    }
}

/// An attachment of a table with cells of these words, in so many columns.
fn table(cell: &str, columns: usize) -> Document {
    let column = |at| Column { title: format!("第{at}栏"), align: Align::Left, weight: 1, holds: Holds::Words };
    let row = || Row::Cells { cells: vec![vec![Inline::text(cell)]; columns] };
    let columns = (1..=columns).map(column).collect();
    let table = Table { caption: None, unit: None, columns, rows: vec![row(), row(), row()] };
    let (label, title) = ("附件".to_owned(), break_title("成果清单"));
    let mut document = support::joint_notice();
    document.parts.push(Part::Attachment(Attachment { label, title, body: vec![Block::Table(table)] }));
    document
}

#[test]
fn an_open_bracket_ends_no_line_of_a_cell() {
    let printed = print(&html(&table("《备课规范》（2026年4月30日前）", 6)).unwrap());
    let Some(print) = or_skip(printed.as_ref()) else { return };
    let ends = print.pages.iter().flat_map(|page| &page.words).find(|word| word.text.ends_with('（'));
    assert!(ends.is_none(), "{ends:?}");
}

#[test]
fn a_turned_table_keeps_its_outer_line() {
    let printed = print(&html(&table("甲", 12)).unwrap());
    let Some(print) = or_skip(printed.as_ref()) else { return };
    let page = print.pages.iter().position(|page| page.width > page.height).unwrap() + 1;
    for edge in [(34.8, 35.6), (259.4, 260.3)] {
        let line = print.ink(page, edge, (50.0, 180.0));
        let length: f64 = line.iter().map(|band| band.bottom - band.top).sum();
        assert!(length > 20.0, "no line at {edge:?}: {line:?}");
    }
}

//! Prints papers whose first page has more than usual above the text, and papers that are bound, and measures them: 签发人
//! of a paper to a superior, addressees that leave no room for the text, mirrored margins, what may not stand alone at the
//! end or the beginning of a page; in Chromium and in LibreOffice.
//!
//! Skips like `chromium.rs` where a tool is missing.

#![cfg(test)]

#[path = "support/print.rs"]
mod print;
#[path = "support/sheet.rs"]
mod sheet;
mod support;

use fangan::document::{Block, Body, Document, Heading, Inline, Notice, Paragraph, Part, break_title};
use fangan::profile::Profile;
use fangan::render::{Style, html_with, word_with};

use print::{Print, print, print_word};
use sheet::{BOTTOM, CENTRE, LEFT, LINE, RIGHT, SMALL, full_page, lines, near, or_skip};

const SLACK: f64 = 0.6;
const CELL: f64 = 15.79 / 72.0 * 25.4;

/// The notice, changed, as each of both programs prints it.
fn printed(lines: &str, change: impl Fn(&mut Notice)) -> [Option<Print>; 2] {
    let mut document = support::joint_notice();
    if let Part::Notice(notice) = &mut document.parts[0] {
        change(notice);
    }
    both(&document, lines)
}

fn both(document: &Document, lines: &str) -> [Option<Print>; 2] {
    let (profile, faults) = Profile::standard().with(lines);
    assert_eq!(faults, []);
    let style = Style { profile, ..Style::default() };
    let html = print(&html_with(document, &style).unwrap());
    let word = print_word(&word_with(document, &style).unwrap());
    [html, word].map(|printed| {
        or_skip(printed.as_ref().map(|_| ()))?;
        printed.ok()
    })
}

#[test]
fn who_signed_stands_beside_the_number() {
    let signers = ["王建国", "李明", "张文"].map(str::to_owned).to_vec();
    for print in printed("", |notice| notice.signers.clone_from(&signers)) {
        let Some(print) = print else { return };
        let page = &print.pages[0];
        let number = page.word("澜教发〔2026〕12号");
        near("number, one character in", number.left, LEFT + CELL, SLACK);
        let (label, second, third) = (page.word("签发人："), page.word("李明"), page.word("张文"));
        near("label", label.left, RIGHT - 11.0 * CELL, 1.0);
        near("second name, one character in", second.right, RIGHT - CELL, 1.0);
        near("third name below the first", third.left, RIGHT - 7.0 * CELL, 1.0);
        near("two names a row", second.top, label.top, SLACK);
        near("the next row", third.top - second.top, LINE, SLACK);
        near("the number beside the last name", number.top, third.top, SLACK);
        let rule = &print.ink(1, (LEFT + 0.3, LEFT + 2.0), (100.0, 155.0))[0];
        let middle = (number.centre() - 2.0, number.centre() + 2.0);
        let digits = print.ink(1, middle, (number.top, rule.top - 0.5));
        near("rule below", rule.top - digits.last().unwrap().bottom, 4.0, 1.0);
    }
}

/// The plan that a notice issues begins a page of its own, its title on the third line.
#[test]
fn the_plan_begins_a_page() {
    for print in printed("", |notice| {
        notice.body.truncate(1);
        notice.attachments.clear();
    }) {
        let Some(print) = print else { return };
        let begins =
            |page: &&print::Page| page.words.first().is_some_and(|word| word.text == "2026年汛期学校安全隐患排查整治");
        let pages = print.pages.iter().filter(begins).count();
        assert_eq!(pages, 1, "the title of the plan is the first thing on its page");
        let page = print.pages.iter().position(|page| begins(&page)).unwrap();
        assert!(page > 0 && !print.pages[page - 1].words.iter().any(|word| word.text.starts_with("为全面排查")));
        let ink = print.ink(page + 1, (LEFT, RIGHT), (30.0, 90.0));
        // Two lines, and what a line of 33 pt leaves above a glyph of 22 pt.
        near("title of the plan", ink[0].top, 37.0 + 2.0 * LINE + 1.9, 1.5);
    }
}

/// 7.2.3: at the top left of the text area, on its first line; the head stands where it stands without it.
#[test]
fn an_urgent_paper_says_so_at_the_top_left() {
    for print in printed("", |notice| notice.urgency = Some("特急".to_owned())) {
        let Some(print) = print else { return };
        let urgency = print.pages[0].word("特急");
        near("urgency, left edge", urgency.left, LEFT, SLACK);
        let ink = print.ink(1, (LEFT, LEFT + 3.0 * CELL), (30.0, 55.0));
        let first = print.pages.iter().position(|page| std::ptr::eq(page, full_page(&print))).unwrap() + 1;
        let text = print.ink(first, (LEFT, RIGHT), (30.0, 55.0));
        near("urgency, on the first line", ink[0].top, text[0].top, SLACK);
        assert_eq!(ink.len(), 1, "one line");
        let head = print.ink(1, (LEFT, RIGHT), (55.0, 110.0));
        near("head below it", head[0].top, 72.0, 1.0);
        let piece = print.pieces().into_iter().find(|piece| piece.text == "特急").unwrap();
        near("size", piece.size, 16.0, 0.7);
        assert_eq!(piece.colour, "#000000");
    }
}

#[test]
fn the_text_begins_on_the_first_page() {
    let schools = |count: usize| (1..=count).map(|at| format!("澜平县第{at}小学")).collect::<Vec<_>>().join("，");
    for (count, moves) in [(8, false), (60, true)] {
        for print in printed("", |notice| notice.addressees = Some(schools(count))) {
            let Some(print) = print else { return };
            assert!(print.pages[0].words.iter().any(|word| word.text.starts_with("为做好")), "{count} schools");
            let last = print.pages.last().unwrap();
            let to = last.words.iter().find(|word| word.text.starts_with("主送："));
            assert_eq!(to.is_some(), moves, "{count} schools");
            let Some(to) = to else { continue };
            near("主送, left edge", to.left, LEFT + SMALL, SLACK);
            let copies = last.word("抄送：");
            assert!(to.top < copies.top);
            let rules = print.ink(print.pages.len(), (LEFT + 0.5, LEFT + 3.5), (to.top - 4.0, 268.0));
            assert_eq!(rules.len(), 3, "no rule between");
            near("last rule", rules[2].bottom, BOTTOM, 1.0);
        }
    }
}

#[test]
fn a_bound_paper_has_its_wide_margin_at_the_inner_edge() {
    for print in printed("[page]\nmirrored = true\n", |_| {}) {
        let Some(print) = print else { return };
        assert_eq!(lines(full_page(&print)).len(), 22);
        near("title, centre", print.pages[0].word("关于印发《2026年汛期学校安全隐患").centre(), CENTRE, SLACK);
        let mut seen = [false; 2];
        for (index, page) in print.pages.iter().enumerate() {
            let at = index % 2;
            let shift = [0.0, 2.0][at];
            let full = lines(page);
            if full.len() == 22 {
                let left = full.iter().map(|line| line.left).fold(f64::MAX, f64::min);
                near("left edge", left, LEFT - shift, SLACK);
                seen[at] = true;
            }
            if at == 1 {
                near("even page number", page.number().left, LEFT - shift + SMALL, SLACK);
            }
        }
        assert_eq!(seen, [true; 2], "full pages of both kinds");
        let shift = if print.pages.len().is_multiple_of(2) { 2.0 } else { 0.0 };
        let page = print.pages.last().unwrap();
        near("imprint", page.word("抄送：").left, LEFT - shift + SMALL, 1.2);
    }
}

/// A plan of so many lines, then a heading and a paragraph, which has a number of its own in every other one, signed.
fn signed(rows: usize) -> Part {
    let paragraph = |text: &str| {
        Block::Paragraph(Paragraph {
            inlines: vec![Inline::text(text)],
            anchor: None,
            is_signature: false,
            label: None,
        })
    };
    let heading = Block::Heading(Heading {
        level: 1,
        mark: "一、".to_owned(),
        text: "工作要求".to_owned(),
        anchor: format!("at-{rows}"),
        run_in: Vec::new(),
    });
    let mut body = vec![paragraph("各校按职责抓好落实。"); rows];
    let numbered = Block::Heading(Heading {
        level: 2,
        mark: "（一）".to_owned(),
        text: "按时报送情况。".to_owned(),
        anchor: format!("last-{rows}"),
        run_in: vec![Inline::text("每月报送一次。")],
    });
    body.extend([heading, if rows.is_multiple_of(2) { paragraph("按时报送情况。") } else { numbered }]);
    Part::Plan(Body {
        banner: None,
        title: break_title("澜平县学校安全工作方案"),
        body,
        attachments: Vec::new(),
        signatures: vec!["澜平县教育局".to_owned()],
        date: Some("2026年5月6日".to_owned()),
    })
}

/// A notice of so many lines, with a note below its date.
fn noted(rows: usize) -> Part {
    let mut part = support::joint_notice().parts.remove(0);
    if let Part::Notice(notice) = &mut part {
        let line =
            Paragraph {
                inlines: vec![Inline::text("请遵照执行。")], anchor: None, is_signature: false, label: None
            };
        notice.body = vec![Block::Paragraph(line); rows];
        notice.attachments.clear();
    }
    part
}

#[test]
fn no_note_stands_alone() {
    let document = Document { name: "甲".to_owned(), imprint: None, parts: (1..9).map(noted).collect() };
    for print in both(&document, "") {
        let Some(print) = print else { return };
        let has = |page: &print::Page, words: &str| page.words.iter().any(|word| word.text == words);
        let noted = print.pages.iter().filter(|page| has(page, "（此件公开发布）")).collect::<Vec<_>>();
        assert_eq!(noted.len(), 8);
        assert!(noted.iter().all(|page| has(page, "2026年5月6日")), "the note stands alone");
        assert!(noted.iter().all(|page| has(page, "请遵照执行。")), "the signature stands alone");
    }
}

/// Wherever on the page they come to stand: a heading takes along what follows it, the signature what it signs.
#[test]
fn neither_heading_nor_signature_stands_alone() {
    let parts = (4..22).map(signed).collect::<Vec<_>>();
    let document = Document { name: "甲".to_owned(), imprint: None, parts };
    for print in both(&document, "") {
        let Some(print) = print else { return };
        assert!(print.pages.len() > 18, "some plans take two pages");
        let mut signatures = 0;
        for page in &print.pages {
            let lines = lines(page);
            let last = lines.iter().max_by(|one, other| one.top.total_cmp(&other.top)).unwrap();
            assert!(!last.text.ends_with("工作要求") && !last.text.starts_with("一、"), "a heading ends the page");
            if lines.iter().any(|line| line.text.starts_with("澜平县教育局")) {
                signatures += 1;
                assert!(lines.iter().any(|line| line.text.contains("按时报送")), "the signature stands alone");
                assert!(lines.iter().any(|line| line.text.starts_with("2026年5月6日")), "the date is parted from it");
            }
        }
        assert_eq!(signatures, 18);
    }
}

//! Turns a made-up joint notice in Word form into pages with LibreOffice and measures them against GB/T 9704—2012.
//!
//! Needs `soffice` and poppler; without them every test passes with a loud line, unless `FANGAN_REQUIRE_TOOLS=1` asks
//! for a failure. The document is turned into pages once for all tests.

#![cfg(test)]

#[path = "word/figures.rs"]
mod figures;
#[path = "support/print.rs"]
mod print;
#[path = "support/sheet.rs"]
mod sheet;
mod support;

use std::sync::OnceLock;

use fangan::document::{Attachment, Block, Inline, Paragraph, Part, break_title};
use print::{Print, print, print_word};
use sheet::{BOTTOM, CENTRE, LEFT, LINE, RIGHT, SMALL, full_page, lines, near};

/// Millimetres by which a place may be off.
const SLACK: f64 = 0.6;
/// A character of the text grid.
const CELL: f64 = 15.8 / 72.0 * 25.4;

/// The pages, or nothing where a tool is missing.
fn printed() -> Option<&'static Print> {
    static PRINT: OnceLock<Result<Print, String>> = OnceLock::new();
    let result = PRINT.get_or_init(|| print_word(&fangan::render::word(&support::joint_notice()).unwrap()));
    sheet::or_skip(result.as_ref())
}

#[test]
fn the_paper_is_a4() {
    let Some(print) = printed() else { return };
    for page in &print.pages {
        near("width", page.width, 210.0, 0.3);
        near("height", page.height, 297.0, 0.3);
    }
}

#[test]
fn a_full_page_has_22_lines_of_28_characters() {
    let Some(print) = printed() else { return };
    let lines = lines(full_page(print));
    assert_eq!(lines.len(), 22);
    let pitch = (lines[21].top - lines[0].top) / 21.0 / 25.4 * 72.0;
    near("pitch in points", pitch, 28.95, 0.1);
    for line in lines {
        let (left, count) = if line.text.starts_with('甲') { (LEFT + 2.0 * CELL, 26) } else { (LEFT, 28) };
        near("left edge", line.left, left, SLACK);
        if line.text.ends_with("玉出") {
            assert_eq!(line.text.chars().count(), 6);
        } else {
            assert_eq!(line.text.chars().count(), count);
            near("right edge", line.right, RIGHT, SLACK);
        }
    }
}

#[test]
fn page_numbers_stand_outside() {
    let Some(print) = printed() else { return };
    for (index, page) in print.pages.iter().enumerate() {
        let number = page.number();
        assert_eq!(number.text, format!("— {} —", index + 1));
        if index % 2 == 0 {
            near("odd page number, right edge", number.right, RIGHT - SMALL, SLACK);
        } else {
            near("even page number, left edge", number.left, LEFT + SMALL, SLACK);
        }
    }
    let dash = print.ink(1, (165.0, 168.0), (262.5, 280.0));
    near("一字线", dash[0].top, BOTTOM + 7.0, 1.0);
}

#[test]
fn the_red_head_stands_35_mm_below_the_top() {
    let Some(print) = printed() else { return };
    let ink = print.ink(1, (LEFT, RIGHT), (37.0, 110.0));
    near("head", ink[0].top, 72.0, 1.0);
    let page = &print.pages[0];
    let (paper, second) = (page.word("文件"), page.word("澜平县应急管理局"));
    let middle = f64::midpoint(ink[0].top, second.bottom);
    near("文件, middle", f64::midpoint(paper.top, paper.bottom), middle, 2.0);
    near("head, centre", f64::midpoint(second.left, paper.right), CENTRE, 2.0);
}

#[test]
fn number_and_red_rule() {
    let Some(print) = printed() else { return };
    let number = print.pages[0].word("澜教发〔2026〕12号");
    near("number, centre", number.centre(), CENTRE, SLACK);
    let rule = &print.ink(1, (LEFT + 0.3, LEFT + 2.0), (100.0, 145.0))[0];
    let digits = print.ink(1, (CENTRE - 2.0, CENTRE + 2.0), (number.top, rule.top - 0.5));
    near("rule below number", rule.top - digits.last().unwrap().bottom, 4.0, 1.0);
    near("rule, thickness", rule.bottom - rule.top, 0.6, 0.1);
}

#[test]
fn title_addressees_and_text() {
    let Some(print) = printed() else { return };
    let page = &print.pages[0];
    for line in ["关于印发《2026年汛期学校安全隐患", "排查整治和应急演练工作实施方案》的通知"]
    {
        near("title, centre", page.word(line).centre(), CENTRE, SLACK);
    }
    let (to, text) = (page.word("各乡镇中心学校"), page.word("为做好"));
    near("addressees", to.left, LEFT, SLACK);
    near("text", text.left, LEFT + 2.0 * CELL, SLACK);
    near("text below addressees", text.top - to.top, LINE, SLACK);
}

#[test]
fn enclosures_align() {
    let Some(print) = printed() else { return };
    let page = &print.pages[1];
    near("附件", page.word("附件：1.").left, LEFT + 2.0 * CELL, SLACK);
    near("second number", page.word("2.").left, LEFT + 5.0 * CELL, SLACK);
    near("wrapped name", page.word("领导小组").left, LEFT + 6.0 * CELL, SLACK);
}

#[test]
fn signature_and_date_leave_room_for_seals() {
    let Some(print) = printed() else { return };
    let page = &print.pages[1];
    let (first, last, date) = (page.word("澜平县教育局"), page.word("澜平县应急管理局"), page.word("2026年5月6日"));
    // Four characters in, and half of 2026年5月6日 in a face with half-width digits. LibreOffice sets what is centred on a
    // tab stop some 1.6 mm to the left of it.
    near("date, centre", date.centre(), 145.05, 2.0);
    near("last organ over the date", last.centre(), date.centre(), SLACK);
    near("date below the organ", date.top - last.top, LINE, SLACK);
    near("organs in a row", first.top, last.top, SLACK);
    assert!(last.centre() - first.centre() > 42.0 && first.centre() - 21.0 > LEFT);
    near("note", page.word("（此件公开发布）").left, LEFT + 2.0 * CELL, SLACK);
}

#[test]
fn headings_are_indented() {
    let Some(print) = printed() else { return };
    for mark in ["一、", "（一）", "1.", "（1）", "（二）"] {
        let word = print.pages.iter().skip(1).flat_map(|page| &page.words).find(|word| word.text.starts_with(mark));
        near(mark, word.unwrap_or_else(|| panic!("no {mark} in the plan")).left, LEFT + 2.0 * CELL, SLACK);
    }
}

#[test]
fn attachment_begins_a_page_and_its_table_repeats_its_head() {
    let Some(print) = printed() else { return };
    let first = print.pages.iter().position(|page| page.words[0].text == "附件1").unwrap();
    let page = &print.pages[first];
    near("label", page.words[0].left, LEFT, SLACK);
    near("title, centre", page.word("重点任务分工表").centre(), CENTRE, SLACK);
    assert!(print.pages.len() - first > 1);
    for page in &print.pages[first..] {
        page.word("牵头单位");
        assert!(page.words.iter().all(|word| word.left > LEFT - SLACK && word.right < RIGHT + SLACK));
    }
}

#[test]
fn imprint_stands_at_the_foot_of_the_last_page() {
    let Some(print) = printed() else { return };
    let page = print.pages.last().unwrap();
    near("organ", page.word("澜平县教育局办公室").left, LEFT + SMALL, SLACK);
    near("date", page.word("2026年5月8日印发").right, RIGHT - SMALL, SLACK);
    near("抄送", page.word("抄送：").left, LEFT + SMALL, SLACK);
    let rules = print.ink(print.pages.len(), (LEFT + 0.5, LEFT + 3.5), (225.0, 268.0));
    assert_eq!(rules.len(), 3);
    near("last rule", rules[2].bottom, BOTTOM, 1.0);
    for (rule, thickness) in rules.iter().zip([0.35, 0.25, 0.35]) {
        near("thickness", rule.bottom - rule.top, thickness, 0.06);
    }
}

/// Marks that come to stand at every place of a line are all printed.
#[test]
fn no_mark_is_lost_at_the_end_of_a_line() {
    let words: Vec<char> = support::SIXTY.chars().cycle().take(120).collect();
    let piece = |from: usize, length: usize| words[from..from + length].iter().collect::<String>();
    let body: Vec<Block> = (0..28)
        .map(|first| {
            let text = [piece(0, first), piece(first, 27), piece(9, 27), piece(23, 27)].join("，") + "：";
            let inlines = vec![Inline::text(text.clone() + &piece(5, 29) + "；" + &piece(2, 25) + "。")];
            Block::Paragraph(Paragraph { inlines, anchor: None, is_signature: false, label: None })
        })
        .collect();
    let mut document = support::joint_notice();
    let title = break_title("一览");
    document.parts = vec![Part::Attachment(Attachment { label: "附件".to_owned(), title, body })];
    document.imprint = None;
    let word = print_word(&fangan::render::word(&document).unwrap());
    let Some(print) = sheet::or_skip(word.as_ref()) else { return };
    let said: String = print.pages.iter().flat_map(|page| &page.words).map(|word| word.text.as_str()).collect();
    for (mark, count) in [('，', 84), ('：', 28), ('；', 28), ('。', 28)] {
        assert_eq!(said.matches(mark).count(), count, "{mark}");
    }
}

/// What the Word file says is what the page in HTML says, but for the heads that a table has again on each page.
#[test]
fn nothing_is_lost_between_word_and_html() {
    const HEADS: [&str; 5] = ["序号", "重点任务", "牵头单位", "配合单位", "完成时限"];
    let Some(word) = printed() else { return };
    let html = print(&fangan::render::html(&support::joint_notice()).unwrap());
    let Some(html) = sheet::or_skip(html.as_ref()) else { return };
    let said = |print: &Print| {
        let words = print.pages.iter().flat_map(lines).map(|word| word.text.as_str());
        let mut characters: Vec<char> = words.filter(|word| !HEADS.contains(word)).flat_map(str::chars).collect();
        characters.sort_unstable();
        characters.into_iter().collect::<String>()
    };
    assert_eq!(said(word), said(html));
}

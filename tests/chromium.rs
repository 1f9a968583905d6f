//! Prints a made-up joint notice with Chromium and measures the pages against GB/T 9704—2012.
//!
//! Needs `chromium` and poppler's `pdftotext` and `pdftoppm`; without them every test passes with a loud line, unless
//! `FANGAN_REQUIRE_TOOLS=1` asks for a failure. The document is printed once for all tests.

#![cfg(test)]

#[path = "support/print.rs"]
mod print;
#[path = "support/sheet.rs"]
mod sheet;
mod support;

use std::sync::OnceLock;

use print::{Print, print};
use sheet::{BOTTOM, CENTRE, LEFT, LINE, RIGHT, SMALL, full_page, lines, near};

/// Millimetres by which a place may be off.
const SLACK: f64 = 0.5;
/// A character of the text grid.
const CELL: f64 = 15.79 / 72.0 * 25.4;

/// The printed document, or nothing where a tool is missing.
fn printed() -> Option<&'static Print> {
    static PRINT: OnceLock<Result<Print, String>> = OnceLock::new();
    let result = PRINT.get_or_init(|| {
        let page = fangan::render::html(&support::joint_notice()).unwrap();
        print(&page)
    });
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
fn a_full_page_lies_between_the_margins() {
    let Some(print) = printed() else { return };
    let number = print.pages.iter().position(|page| std::ptr::eq(page, full_page(print))).unwrap() + 1;
    let ink = print.ink(number, (20.0, 190.0), (20.0, 265.0));
    // A line of 28.95 pt leaves 2.3 mm above a glyph of 16 pt.
    near("first ink", ink.first().unwrap().top, 37.0 + 2.3, 1.0);
    assert!(ink.last().unwrap().bottom < BOTTOM);
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
    near("一字线", dash[0].top, BOTTOM + 7.0, SLACK);
}

#[test]
fn the_red_head_stands_35_mm_below_the_top() {
    let Some(print) = printed() else { return };
    let ink = print.ink(1, (LEFT, RIGHT), (37.0, 110.0));
    near("head", ink[0].top, 72.0, 1.0);
    let page = &print.pages[0];
    let paper = page.word("文件");
    let (first, second) = (page.word("澜"), page.word("澜平县应急管理局"));
    near("文件, middle", (paper.top + paper.bottom) / 2.0, (first.top + second.bottom) / 2.0, SLACK);
    near("head, centre", (first.left + paper.right) / 2.0, CENTRE, 1.0);
    let spread = page.words.iter().filter(|word| (word.top - first.top).abs() < 1.0).map(|word| word.right);
    near("names, right edge", spread.fold(0.0, f64::max), second.right, SLACK);
}

#[test]
fn number_and_red_rule() {
    let Some(print) = printed() else { return };
    let number = print.pages[0].word("澜教发〔2026〕12号");
    near("number, centre", number.centre(), CENTRE, SLACK);
    let rule = &print.ink(1, (LEFT + 0.3, LEFT + 2.0), (100.0, 145.0))[0];
    let digits = print.ink(1, (CENTRE - 2.0, CENTRE + 2.0), (number.top, rule.top - 0.5));
    near("rule below number", rule.top - digits.last().unwrap().bottom, 4.0, SLACK);
    near("rule, thickness", rule.bottom - rule.top, 0.6, 0.1);
    let right = print.ink(1, (RIGHT - 2.0, RIGHT - 0.3), (100.0, 145.0));
    assert_eq!(right.len(), 1);
    assert!(print.ink(1, (RIGHT + 0.5, 200.0), (100.0, 145.0)).is_empty());
    assert!(print.ink(1, (10.0, LEFT - 0.5), (100.0, 145.0)).is_empty());
    // Two empty lines; then a line of 33 pt leaves 1.9 mm above a glyph of 22 pt.
    let title = print.ink(1, (50.0, 160.0), (rule.bottom + 1.0, 175.0));
    near("blank above the title", title[0].top - 1.9 - rule.bottom, 2.0 * LINE, 1.0);
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
    assert!(to.text.ends_with('：'));
    near("text", text.left, LEFT + 2.0 * CELL, SLACK);
    near("text below addressees", text.top - to.top, LINE, SLACK);
    assert!(page.words.iter().all(|word| word.text != "目录"));
}

#[test]
fn enclosures_align() {
    let Some(print) = printed() else { return };
    let page = &print.pages[1];
    near("附件", page.word("附件：1.").left, LEFT + 2.0 * CELL, SLACK);
    near("second number", page.word("2.").left, LEFT + 5.0 * CELL, SLACK);
    let name = page.word("重点任务分工表").left;
    near("wrapped name", page.word("领导小组").left, name, SLACK);
}

#[test]
fn signature_and_date_leave_room_for_seals() {
    let Some(print) = printed() else { return };
    let page = &print.pages[1];
    let (first, last, date) = (page.word("澜平县教育局"), page.word("澜平县应急管理局"), page.word("2026年5月6日"));
    near("date, right edge", date.right, RIGHT - 4.0 * CELL, SLACK);
    near("last organ over the date", last.centre(), date.centre(), SLACK);
    near("date below the organ", date.top - last.top, LINE, SLACK);
    near("organs in a row", first.top, last.top, SLACK);
    assert!(last.centre() - first.centre() > 42.0 && first.centre() - 21.0 > LEFT);
    let above = page.word("领导小组").bottom;
    assert!(date.top - 21.0 - above < LINE, "the first seal begins within a line of the text");
    let note = page.word("（此件公开发布）");
    near("note", note.left, LEFT + 2.0 * CELL, SLACK);
    near("note below the date", note.top - date.top, LINE, SLACK);
}

#[test]
fn headings_are_indented() {
    let Some(print) = printed() else { return };
    let page = &print.pages[2];
    for mark in ["一、", "（一）", "1.", "（1）", "（二）"] {
        near(mark, page.word(mark).left, LEFT + 2.0 * CELL, SLACK);
    }
}

#[test]
fn attachment_begins_a_page_and_its_table_repeats_its_head() {
    let Some(print) = printed() else { return };
    let first = print.pages.iter().position(|page| page.words[0].text == "附件1").unwrap();
    let page = &print.pages[first];
    near("label", page.words[0].left, LEFT, SLACK);
    near("label, line", page.words[0].top, lines(full_page(print))[0].top, SLACK);
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
    near("抄送, second line", page.word("办公室，").left, LEFT + 4.0 * SMALL, SLACK);
    // Only rules reach into the first character's width.
    let rules = print.ink(print.pages.len(), (LEFT + 0.5, LEFT + 3.5), (225.0, 268.0));
    assert_eq!(rules.len(), 3);
    near("last rule", rules[2].bottom, BOTTOM, SLACK);
    for (rule, thickness) in rules.iter().zip([0.35, 0.25, 0.35]) {
        near("thickness", rule.bottom - rule.top, thickness, 0.06);
    }
    let right = print.ink(print.pages.len(), (RIGHT - 2.0, RIGHT - 0.3), (225.0, 268.0));
    assert_eq!(right.len(), 3);
}

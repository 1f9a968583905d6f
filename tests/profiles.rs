//! Prints papers of other profiles and measures them: a letter, papers without and with a stamp, tables that turn on
//! their side, a briefing, a provincial sheet; in Chromium and in LibreOffice.
//!
//! Skips like `chromium.rs` where a tool is missing.

#![cfg(test)]

#[path = "support/print.rs"]
mod print;
#[path = "support/sheet.rs"]
mod sheet;
mod support;

use fangan::document::{
    Align, Attachment, Banner, Block, Column, Document, Holds, Inline, Part, Row, Table, break_title,
};
use fangan::profile::Profile;
use fangan::render::{Style, html_with, word_with};

use print::{Page, Print, print, print_word};
use sheet::{BOTTOM, CENTRE, LEFT, LINE, RIGHT, SMALL, full_page, lines, near, or_skip};

const SLACK: f64 = 0.6;
const CELL: f64 = 15.79 / 72.0 * 25.4;

fn style(lines: &str) -> Style {
    let base =
        Profile::base(lines).map_or_else(|| Profile::standard().clone(), |base| Profile::own(&base.name).unwrap());
    let (profile, faults) = base.with(lines);
    assert_eq!(faults, []);
    Style { profile, ..Style::default() }
}

fn in_html(document: &Document, lines: &str) -> Option<Print> {
    let printed = print(&html_with(document, &style(lines)).unwrap());
    or_skip(printed.as_ref().map(|_| ()))?;
    printed.ok()
}

fn in_word(document: &Document, lines: &str) -> Option<Print> {
    let printed = print_word(&word_with(document, &style(lines)).unwrap());
    or_skip(printed.as_ref().map(|_| ()))?;
    printed.ok()
}

/// The notice with these organs below it.
fn signed(organs: &[&str], date: &str) -> Document {
    let mut document = support::joint_notice();
    if let Part::Notice(notice) = &mut document.parts[0] {
        notice.signatures = organs.iter().map(|organ| (*organ).to_owned()).collect();
        notice.date = Some(date.to_owned());
    }
    document
}

fn is_letter(print: &Print, slack: f64) {
    let head = print.ink(1, (LEFT, RIGHT), (20.0, 60.0));
    near("head", head[0].top, 30.0, slack);
    // Beside 版心 is nothing but the rules.
    let rules = print.ink(1, (LEFT - 6.5, LEFT - 3.0), (20.0, 290.0));
    assert_eq!(rules.len(), 4, "two double rules");
    let ink = head.iter().rfind(|band| band.bottom < rules[0].top - 0.5).unwrap();
    near("upper rules below the head", rules[0].top - ink.bottom, 4.0, slack);
    let thick = |band: &print::Band| band.bottom - band.top;
    assert!(
        thick(&rules[0]) > thick(&rules[1]) && thick(&rules[2]) < thick(&rules[3]),
        "thick above thin, then thin above thick"
    );
    near("lower rules above the edge", 297.0 - rules[3].bottom, 20.0, slack);
    for (from, to) in [(CENTRE - 84.5, CENTRE - 84.0), (CENTRE + 84.0, CENTRE + 84.5)] {
        assert_eq!(print.ink(1, (from, to), (20.0, 290.0)).len(), 4, "170 mm");
    }
    for (from, to) in [(10.0, CENTRE - 85.6), (CENTRE + 85.6, 200.0)] {
        assert!(print.ink(1, (from, to), (20.0, 290.0)).is_empty(), "170 mm");
    }
    let page = &print.pages[0];
    let number = page.word("澜教发〔2026〕12号");
    near("number, right edge", number.right, RIGHT, SLACK);
    let glyphs = print.ink(1, (number.left, number.right), (rules[1].bottom + 0.5, number.bottom + 3.0));
    near("number below the rules", glyphs[0].top - rules[1].bottom, 4.94, slack);
    assert!(page.words.iter().all(|word| word.bottom < 270.0), "no number on the first page");
    assert!(page.words.iter().all(|word| !word.text.contains("文件")));
    near("page 2, number", print.pages[1].number().left, LEFT + SMALL, SLACK);
    let left = (LEFT + 4.5, LEFT + 8.0);
    let dash = print.ink(2, left, (BOTTOM + 2.0, 285.0));
    near("page 2, 一字线", dash[0].top, BOTTOM + 7.0, 1.0);
    assert!(print.pages.iter().skip(1).all(|page| !page.number().text.is_empty()));
    let last = print.pages.last().unwrap();
    assert!(last.words.iter().any(|word| word.text.starts_with("抄送：")));
    assert!(last.words.iter().all(|word| !word.text.contains("印发")));
}

#[test]
fn a_letter_in_html() {
    let Some(print) = in_html(&support::joint_notice(), "based-on = \"letter\"") else { return };
    is_letter(&print, 1.0);
    let last = print.pages.last().unwrap();
    let foot = lines(last).iter().map(|word| word.bottom).fold(0.0, f64::max);
    near("copies at the foot", foot, BOTTOM, 2.0);
    let full = lines(full_page(&print));
    assert_eq!(full.len(), 22);
}

#[test]
fn a_letter_in_word() {
    let Some(print) = in_word(&support::joint_notice(), "based-on = \"letter\"") else { return };
    is_letter(&print, 1.5);
}

/// 10.1: below the double rules, 紧急程度 at the left edge and the number at the right, on one line.
#[test]
fn an_urgent_letter_says_so_beside_its_number() {
    let mut document = support::joint_notice();
    if let Part::Notice(notice) = &mut document.parts[0] {
        notice.urgency = Some("加急".to_owned());
    }
    let lines = "based-on = \"letter\"";
    for (print, slack) in [(in_html(&document, lines), 1.0), (in_word(&document, lines), 1.5)] {
        let Some(print) = print else { return };
        is_letter(&print, slack);
        let page = &print.pages[0];
        let (urgency, number) = (page.word("加急"), page.word("澜教发〔2026〕12号"));
        near("urgency, left edge", urgency.left, LEFT, SLACK);
        near("on the line of the number", urgency.top, number.top, 1.0);
    }
}

/// An order has room for it above its head, which stands higher than that of other papers.
#[test]
fn an_urgent_order_says_so_above_its_head() {
    let mut document = support::joint_notice();
    if let Part::Notice(notice) = &mut document.parts[0] {
        notice.urgency = Some("特急".to_owned());
    }
    for print in [in_html(&document, "based-on = \"order\""), in_word(&document, "based-on = \"order\"")] {
        let Some(print) = print else { return };
        near("urgency", print.pages[0].word("特急").left, LEFT, SLACK);
        near("head", print.ink(1, (LEFT + 4.0 * CELL, RIGHT), (38.0, 110.0))[0].top, 57.0, 1.5);
    }
}

/// With `page = "even"` 版记 stands on the back of the last leaf, whichever page the text ends on.
#[test]
fn the_imprint_stands_on_an_even_page() {
    let mut longer = support::joint_notice();
    longer.parts.extend(["分月用款表", "分校任务表"].map(|title| {
        let body = vec![Block::Paragraph(fangan::document::Paragraph {
            inlines: vec![Inline::text("另行下达。")],
            ..fangan::document::Paragraph::default()
        })];
        Part::Attachment(Attachment { label: "附件".to_owned(), title: break_title(title), body })
    }));
    let mut shorter = longer.clone();
    shorter.parts.pop();
    let mut moved = 0;
    for document in [shorter, longer] {
        let Some(plain) = in_html(&document, "") else { return };
        let Some(print) = in_html(&document, "[imprint]\npage = \"even\"\n") else { return };
        assert!(print.pages.len().is_multiple_of(2), "{} pages", print.pages.len());
        assert_eq!(print.pages.len(), plain.pages.len().next_multiple_of(2));
        moved += print.pages.len() - plain.pages.len();
        let rules = print.ink(print.pages.len(), (LEFT + 0.5, LEFT + 3.5), (225.0, 268.0));
        near("last rule", rules.last().unwrap().bottom, BOTTOM, 1.0);
        print.pages.last().unwrap().word("抄送：");
    }
    assert_eq!(moved, 1, "one of two texts ends on an odd page");
}

fn page_with<'p>(print: &'p Print, text: &str) -> &'p Page {
    print.pages.iter().find(|page| page.words.iter().any(|word| word.text == text)).unwrap()
}

fn is_unsealed(long: &Print, short: &Print, edge: f64) {
    // 7.3.5.2: the organ two characters in, the date two characters behind its beginning.
    let page = page_with(long, "2026年5月6日");
    let (organ, date) = (
        page.words.iter().rfind(|word| word.text == "澜平县人民政府教育督导委员会").unwrap(),
        page.word("2026年5月6日"),
    );
    near("organ, right edge", organ.right, RIGHT - 2.0 * CELL, SLACK);
    near("date behind the organ", date.left - organ.left, 2.0 * CELL, SLACK);
    near("date below the organ", date.top - organ.top, LINE, SLACK);
    let above = page.word("领导小组").top;
    near("one empty line above", organ.top - above, 2.0 * LINE, SLACK);
    // A date that is longer stands two characters in.
    let page = page_with(short, "2026年12月26日");
    let (organ, date) = (page.words.iter().rfind(|word| word.text == "教育局").unwrap(), page.word("2026年12月26日"));
    near("date, right edge", date.right, RIGHT - 2.0 * CELL, edge);
    near("organ before the date", date.left - organ.left, 2.0 * CELL, SLACK);
}

const UNSEALED: &str = "[signature]\nform = \"unsealed\"\n";

#[test]
fn without_a_seal_in_html() {
    let print = |organ, date| in_html(&signed(&[organ], date), UNSEALED);
    let Some(long) = print("澜平县人民政府教育督导委员会", "2026年5月6日") else { return };
    let Some(short) = print("教育局", "2026年12月26日") else { return };
    is_unsealed(&long, &short, SLACK);
}

#[test]
fn without_a_seal_in_word() {
    let print = |organ, date| in_word(&signed(&[organ], date), UNSEALED);
    let Some(long) = print("澜平县人民政府教育督导委员会", "2026年5月6日") else { return };
    let Some(short) = print("教育局", "2026年12月26日") else { return };
    // Digits of the stand-in face are a quarter wider than those of 仿宋.
    is_unsealed(&long, &short, 9.0);
}

const STAMPED: &str = "[signature]\nform = \"stamped\"\npost = \"局长\"\n";

#[test]
fn with_a_stamp_of_the_signature() {
    let document = signed(&["澜平县教育局"], "2026年5月6日");
    for print in [in_html(&document, STAMPED), in_word(&document, STAMPED)] {
        let Some(print) = print else { return };
        let page = page_with(&print, "2026年5月6日");
        let (post, date) = (page.word("澜平县教育局局长"), page.word("2026年5月6日"));
        near("date, right edge", date.right, RIGHT - 4.0 * CELL, SLACK);
        near("post, two characters before the stamp of 40 mm", post.right, RIGHT - 6.0 * CELL - 40.0, SLACK);
        assert!(date.top - post.bottom > LINE, "an empty line");
    }
}

#[test]
fn three_organs_share_a_row() {
    let document = signed(&["县教育局", "县财政局", "县公安局", "县民政局"], "2026年5月6日");
    let Some(print) = in_html(&document, "") else { return };
    let page = page_with(&print, "2026年5月6日");
    let word = |organ| page.words.iter().rfind(|word| word.text == organ).unwrap();
    let [first, second, third, fourth] = ["县教育局", "县财政局", "县公安局", "县民政局"].map(word);
    near("one row", first.top, third.top, SLACK);
    assert!(second.centre() - first.centre() > 42.0 && third.centre() - second.centre() > 42.0, "seals do not touch");
    assert!(first.centre() - 21.0 > LEFT && fourth.top - first.top > 42.0);
    near("the last over the date", page.word("县民政局").centre(), page.word("2026年5月6日").centre(), SLACK);
}

/// An attachment of twelve columns and so many rows.
fn monthly(rows: usize) -> Part {
    let columns: Vec<Column> = (1..=12)
        .map(|month| Column { title: format!("{month}月"), align: Align::Right, weight: 1, holds: Holds::Words })
        .collect();
    let cells = |row: usize| (1..=12).map(|month| vec![Inline::text(format!("{row}.{month}"))]).collect();
    let rows = (1..=rows).map(|row| Row::Cells { cells: cells(row) }).collect();
    let table = Table { caption: None, unit: Some("单位：万元".to_owned()), columns, rows };
    let title = break_title("分月用款表");
    Part::Attachment(Attachment { label: "附件2".to_owned(), title, body: vec![Block::Table(table)] })
}

/// The pages that lie on their side: numbers where those of upright pages are, the head of the table at the left edge
/// of the upright paper.
fn are_turned(print: &Print) {
    let (wide, upright): (Vec<_>, Vec<_>) =
        print.pages.iter().enumerate().partition(|(_, page)| page.width > page.height);
    assert!(wide.len() >= 2 && !upright.is_empty());
    for (index, page) in wide {
        near("width", page.width, 297.0, 0.4);
        near("height", page.height, 210.0, 0.4);
        page.word("12月");
        for (across, down) in
            [((36.0, 259.0), (10.0, 27.5)), ((36.0, 259.0), (184.5, 200.0)), ((260.5, 290.0), (10.0, 200.0))]
        {
            assert!(
                print.ink(index + 1, across, down).is_empty(),
                "ink outside the turned text area, page {}",
                index + 1
            );
        }
        // Turned back by a quarter, the number is one character in from the outer edge, 7 mm below the text.
        let number = print.ink(index + 1, (25.5, 30.5), (20.0, 200.0));
        assert!(!number.is_empty(), "page {} has a number", index + 1);
        assert!(
            print.ink(index + 1, (5.0, 25.0), (5.0, 205.0)).is_empty()
                && print.ink(index + 1, (31.0, 34.5), (5.0, 205.0)).is_empty()
        );
        let (top, bottom) = (number[0].top, number[number.len() - 1].bottom);
        if index % 2 == 0 {
            near("odd number, outer edge", bottom, 184.0 - SMALL, 1.0);
        } else {
            near("even number, outer edge", top, 28.0 + SMALL, 1.0);
        }
    }
}

fn turning() -> [Document; 2] {
    let mut middle = support::joint_notice();
    middle.parts.insert(2, monthly(40));
    let mut last = support::joint_notice();
    last.parts.push(monthly(40));
    [middle, last]
}

#[test]
fn wide_tables_turn_in_html() {
    for document in turning() {
        let Some(print) = in_html(&document, "") else { return };
        are_turned(&print);
        let page = print.pages.last().unwrap();
        near("last page", page.height, 297.0, 0.4);
        page.word("抄送：");
        let rules = print.ink(print.pages.len(), (LEFT + 0.5, LEFT + 3.5), (225.0, 268.0));
        near("last rule", rules.last().unwrap().bottom, BOTTOM, 1.0);
    }
}

#[test]
fn wide_tables_turn_in_word() {
    for document in turning() {
        let Some(print) = in_word(&document, "") else { return };
        are_turned(&print);
        assert!(print.pages.iter().all(|page| !lines(page).is_empty()), "no empty page");
        let page = print.pages.last().unwrap();
        near("last page", page.height, 297.0, 0.4);
        page.word("抄送：");
    }
}

/// A plan with a table of ten columns in its text, as the program writes it: the table turns with its heading.
#[test]
fn a_wide_table_in_a_text_turns_with_its_heading() {
    let here = tempfile::TempDir::new().unwrap();
    let plan = include_str!("profiles/wide.plan");
    std::fs::write(here.path().join("a.plan"), plan).unwrap();
    for (name, form) in [("a.html", "html"), ("a.docx", "docx")] {
        let mut program = std::process::Command::new(env!("CARGO_BIN_EXE_fangan"));
        let output =
            program.args(["render", "a.plan", "--to", form, "-o", name]).current_dir(here.path()).output().unwrap();
        let file = std::fs::read(here.path().join(name));
        let file = file.unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&output.stderr)));
        let printed = if form == "html" { print(&String::from_utf8(file).unwrap()) } else { print_word(&file) };
        let Some(print) = or_skip(printed.as_ref()) else { return };
        let turned: Vec<&Page> = print.pages.iter().filter(|page| page.width > page.height).collect();
        let [page] = turned[..] else { panic!("{} pages of {name} turn", turned.len()) };
        let head = page.words.iter().find(|word| word.text.starts_with("2033")).unwrap();
        assert!(page.words.iter().any(|word| word.text.contains("逐年目标") && word.bottom < head.top), "{name}");
        assert!(head.right > 200.0, "{name}");
        let last = print.pages.last().unwrap();
        near("last page", last.height, 297.0, 0.4);
        let rules = print.ink(print.pages.len(), (LEFT + 0.5, LEFT + 3.5), (225.0, 268.0));
        near("last rule", rules.last().unwrap().bottom, BOTTOM, 1.0);
    }
}

#[test]
fn a_provincial_sheet() {
    let sheet =
        "[page]\ntop = 33\nleft = 27\nwidth = 157\nheight = 230\n[text]\nface = \"方正仿宋_GBK\"\nline = 29.5\n";
    let document = support::joint_notice();
    for print in [in_html(&document, sheet), in_word(&document, sheet)] {
        let Some(print) = print else { return };
        let full = lines(full_page(&print));
        assert_eq!(full.len(), 22);
        near("pitch in points", (full[21].top - full[0].top) / 21.0 / 25.4 * 72.0, 29.5, 0.1);
        near("left edge", full.iter().map(|line| line.left).fold(f64::MAX, f64::min), 27.0, SLACK);
        assert_eq!(full.iter().map(|line| line.text.chars().count()).max(), Some(28));
        let rules = print.ink(print.pages.len(), (27.5, 30.5), (225.0, 268.0));
        near("last rule", rules.last().unwrap().bottom, 263.0, 1.0);
    }
}

#[test]
fn a_briefing_has_a_head_of_its_own() {
    let mut document = support::joint_notice();
    document.parts.remove(0);
    document.imprint = None;
    if let Part::Plan(body) = &mut document.parts[0] {
        let words = ["教育工作简报", "第5期", "澜平县教育局办公室", "2026年5月6日"].map(str::to_owned);
        let [name, issue, organ, date] = words;
        body.banner = Some(Banner { name, issue, organ, date });
    }
    for print in [in_html(&document, ""), in_word(&document, "")] {
        let Some(print) = print else { return };
        let page = &print.pages[0];
        let (name, issue) = (page.word("教育工作简报"), page.word("第5期"));
        near("name, centre", name.centre(), CENTRE, 1.0);
        near("issue, centre", issue.centre(), CENTRE, 1.0);
        let (organ, date) = (page.word("澜平县教育局办公室"), page.word("2026年5月6日"));
        near("organ, left edge", organ.left, LEFT + CELL, SLACK);
        near("date, right edge", date.right, RIGHT - CELL, 1.0);
        assert!(name.top < issue.top && issue.top < organ.top);
        let rule = &print.ink(1, (LEFT + 0.3, LEFT + 2.0), (organ.top, organ.bottom + 12.0))[0];
        let digits = print.ink(1, (organ.left, organ.right), (organ.top, rule.top - 0.5));
        near("rule below", rule.top - digits.last().unwrap().bottom, 4.0, 1.2);
    }
}

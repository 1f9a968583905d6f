//! The tables and the calendar of a plan: as text beside the plan in `tests/tables`, which `BLESS=1` rewrites; the
//! workbook as an independent reader has it and as LibreOffice opens it; the calendar as an independent parser has it.
//!
//! Needs `soffice` and poppler for one test, which passes with a loud line without them, unless
//! `FANGAN_REQUIRE_TOOLS=1` asks for a failure.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up fails")]

#[path = "support/print.rs"]
mod print;

use std::collections::BTreeSet;
use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};

use calamine::{Data, Reader, Xlsx};
use fangan::document::{Cut, Grouping, TableKind, Wording, sheets, table_of};
use fangan::plan::Plan;
use fangan::source::Sources;
use fangan::{export, render};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tables")
}

fn resolved(text: &str) -> (Plan, Sources) {
    let mut sources = Sources::default();
    let id = sources.add("a.plan", text);
    let parsed = fangan::syntax::parse(sources.get(id));
    let plan = fangan::plan::resolve(sources.get(id), &parsed.file).0;
    (plan, sources)
}

fn work() -> (Plan, Sources) {
    resolved(&fs::read_to_string(folder().join("work.plan")).unwrap())
}

fn title(plan: &Plan) -> String {
    plan.title.as_ref().map(|title| title.value.clone()).unwrap_or_default()
}

/// Holds an output against the file of that name.
fn hold(name: &str, output: &str) {
    let expected = folder().join(name);
    if std::env::var_os("BLESS").is_some() {
        fs::write(&expected, output).unwrap();
    }
    assert_eq!(fs::read_to_string(&expected).unwrap_or_default(), output, "{name}");
}

#[test]
fn tables_are_as_expected() {
    let (plan, _) = work();
    let by = |by| Cut { by: Some(by), owner: None };
    let of = |owner: &str| Cut { by: None, owner: Some(owner.to_owned()) };
    let cuts = [
        ("全部", Cut::default()),
        ("按牵头单位", by(Grouping::Owner)),
        ("按月份", by(Grouping::Month)),
        ("按阶段", by(Grouping::Phase)),
        ("县财政局", of("澜平县财政局")),
        ("学校", of("学校")),
    ];
    let mut output = String::new();
    for (name, cut) in cuts {
        output.push_str(&format!("==== {name}\n"));
        for kind in TableKind::ALL {
            let is_whole = cut == Cut::default();
            if is_whole || kind.is_of_tasks() && kind != TableKind::Duties || cut.owner.is_some() {
                output.push_str(&table_of(&plan, &Wording::default(), kind, &cut).table.plain());
                output.push_str("\n\n");
            }
        }
    }
    hold("work.txt", &output);
}

#[test]
fn the_document_holds_the_tables_it_asks_for() {
    let text = fs::read_to_string(folder().join("work.plan")).unwrap() + "\n## 安排\n- 列出：进度\n- 列出：工作台账\n";
    let page = fangan::document::plain(&fangan::document::document(&resolved(&text).0));
    assert!(page.contains("〔表〕工作进度安排表") && page.contains("〔表〕重点任务工作台账"), "{page}");
    assert!(page.contains("进展情况 | 备注"), "the columns to be filled in stay: {page}");
}

fn workbook(plan: &Plan) -> Vec<u8> {
    render::xlsx(&title(plan), &sheets(plan, &Wording::default(), &Cut::default())).unwrap()
}

#[test]
fn the_workbook_is_read_back() {
    let (plan, _) = work();
    let bytes = workbook(&plan);
    assert_eq!(bytes, workbook(&plan), "the same plan gives the same bytes");
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    assert_eq!(book.sheet_names(), ["责任分工", "工作台账", "进度安排", "指标分年度", "经常性工作"]);
    let ledger = book.worksheet_range("工作台账").unwrap();
    let words = |row: u32, column: u32| ledger.get_value((row, column)).unwrap().to_string();
    assert_eq!(words(0, 0), "重点任务工作台账");
    let head: Vec<String> = (0..10).map(|column| words(1, column)).collect();
    let wanted =
        ["序号", "分类", "任务", "目标要求", "责任领导", "牵头单位", "配合单位", "完成时限", "进展情况", "备注"];
    assert_eq!(head, wanted);
    assert_eq!(ledger.get_value((2, 0)), Some(&Data::Float(1.0)), "numbers are numbers");
    let Some(Data::DateTime(due)) = ledger.get_value((2, 7)) else { panic!("a whole day is a date") };
    assert_eq!(due.to_ymd_hms_milli(), (2026, 6, 30, 0, 0, 0, 0));
    assert_eq!(words(3, 7), "2026年底前", "what is no whole day stays words");
    assert_eq!(words(4, 7), "（待定）");
    let quotas = book.worksheet_range("指标分年度").unwrap();
    let has = |number: f64| quotas.used_cells().any(|(_, _, cell)| *cell == Data::Float(number));
    assert!(has(98.5) && has(0.2), "{quotas:?}");
}

#[test]
fn the_workbook_is_set_up_for_work_and_print() {
    let parts = parts(&workbook(&work().0));
    let part = |name: &str| &parts.iter().find(|(own, _)| own == name).unwrap().1;
    let ledger = part("xl/worksheets/sheet2.xml");
    for wanted in [
        r#"orientation="landscape""#,
        r#"paperSize="9""#,
        r#"fitToHeight="0""#,
        r#"<pageSetUpPr fitToPage="1"/>"#,
        r#"state="frozen""#,
        "<autoFilter ref=\"A2:J10\"/>",
        "未启动,推进中,已完成,已销号",
    ] {
        assert!(ledger.contains(wanted), "no {wanted} in {ledger}");
    }
    assert!(part("xl/workbook.xml").contains("_xlnm.Print_Titles"), "the head comes again on every page");
    assert!(part("docProps/core.xml").contains("2000-01-01T00:00:00Z"), "no clock");
    assert!(parts.iter().all(|(_, text)| !text.contains("<f>")), "no formula");
}

/// The parts of a package, as text.
fn parts(bytes: &[u8]) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let names: Vec<String> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
    let mut text = |name: &String| {
        let mut file = archive.by_name(name).unwrap();
        assert_eq!(file.last_modified().map(|time| time.year()), Some(1980), "{name}");
        std::io::read_to_string(&mut file).unwrap()
    };
    names.iter().map(|name| (name.clone(), text(name))).collect()
}

/// Titles that a spreadsheet, a page or a calendar might take for something else.
const HOSTILE: [&str; 9] = [
    "=cmd|'/c calc'!A1",
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "＝1+1",
    "<script>alert(1)</script>",
    "甲\u{202e}乙",
    "甲;乙,丙\\n丁",
    "_x0041_",
];

fn hostile() -> (Plan, Sources) {
    let measures = HOSTILE.map(|title| format!("### 措施：{title}\n- 牵头：县教育局\n- 时限：2026年6月30日\n"));
    resolved(&format!("# 方案：{}\n# 主体\n- 县教育局\n\n## 任务\n{}", HOSTILE[0], measures.concat()))
}

#[test]
fn words_never_become_a_formula() {
    let (plan, _) = hostile();
    let bytes = workbook(&plan);
    assert!(parts(&bytes).iter().all(|(_, text)| !text.contains("<f>")));
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let ledger = book.worksheet_range("工作台账").unwrap();
    for (row, title) in (2..).zip(HOSTILE) {
        let cell = ledger.get_value((row, 2)).unwrap();
        assert_eq!(cell, &Data::String(title.replace('\u{202e}', "")));
    }
    let csv = render::csv(&table_of(&plan, &Wording::default(), TableKind::Ledger, &Cut::default()).table);
    let csv = String::from_utf8(csv).unwrap();
    assert!(csv.starts_with('\u{feff}'));
    for title in &HOSTILE[..5] {
        assert!(csv.contains(&format!(",'{title},")), "{title} in {csv}");
    }
}

#[test]
fn libreoffice_opens_the_workbook() {
    let bytes = workbook(&work().0);
    match print::print_workbook(&bytes) {
        Ok((print, csv)) => {
            for page in &print.pages {
                assert!(page.width > page.height, "A4 across");
                assert!((page.width - 297.0).abs() < 0.5 && (page.height - 210.0).abs() < 0.5);
                assert!(page.words.iter().all(|word| word.right < page.width - 5.0), "one page wide");
            }
            assert_eq!(print.pages.len(), 5, "a page for each of these short tables");
            assert!(csv.contains("重点任务责任分工表") && csv.contains("2026年6月30日前"), "{csv}");
        }
        Err(why) if std::env::var_os("FANGAN_REQUIRE_TOOLS").is_some_and(|value| value == "1") => panic!("{why}"),
        Err(why) => eprintln!("SKIPPED: the workbook was not opened ({why})"),
    }
}

#[test]
fn the_calendar_is_as_expected() {
    let (plan, sources) = work();
    let agenda = export::agenda(&plan, &sources);
    let output = export::ics(&agenda);
    assert_eq!(output, export::ics(&export::agenda(&plan, &sources)), "the same plan gives the same bytes");
    hold("work.ics", &output);
    hold("left-out.txt", &format!("{}\n", agenda.left_out.join("\n")));
}

/// What holds of every calendar, as the standard has it, and as another parser reads it.
fn judge(calendar: &str) -> Vec<ical::parser::ical::component::IcalEvent> {
    assert!(calendar.ends_with("END:VCALENDAR\r\n"));
    for line in calendar.split("\r\n") {
        assert!(line.len() <= 75 && !line.contains(['\r', '\n']), "{line}");
    }
    let mut parsed = ical::IcalParser::new(calendar.as_bytes());
    let only = parsed.next().unwrap().unwrap();
    assert!(parsed.next().is_none());
    let mut ids = BTreeSet::new();
    for event in &only.events {
        let value = |name: &str| {
            let mut found = event.properties.iter().filter(|property| property.name == name);
            let value = found.next().unwrap_or_else(|| panic!("no {name} in {event:?}")).value.clone();
            assert!(found.next().is_none(), "{name} twice");
            value.unwrap()
        };
        assert!(ids.insert(value("UID")), "one id twice");
        assert!(value("DTSTAMP").ends_with("T000000Z"));
        assert!(value("DTSTART") < value("DTEND"), "the end is the day after the last");
        value("SUMMARY");
    }
    only.events
}

#[test]
fn another_parser_reads_the_calendar() {
    let (plan, sources) = work();
    let events = judge(&export::ics(&export::agenda(&plan, &sources)));
    let of = |event: &ical::parser::ical::component::IcalEvent, name: &str| {
        let property = event.properties.iter().find(|property| property.name == name);
        property.and_then(|property| property.value.clone()).unwrap_or_default()
    };
    let named = |summary: &str| {
        let found = events.iter().find(|event| of(event, "SUMMARY") == summary);
        found.unwrap_or_else(|| panic!("no {summary}"))
    };
    let phase = named("阶段：动员部署");
    assert_eq!((of(phase, "DTSTART"), of(phase, "DTEND")), ("20260301".to_owned(), "20260401".to_owned()));
    assert!(of(named("措施：摸清底数"), "DESCRIPTION").contains("按最后一天2026年12月31日计"));
    assert_eq!(of(named("报送：工作进展"), "RRULE"), "FREQ=MONTHLY;BYMONTHDAY=5;UNTIL=20271231");

    let (plan, sources) = hostile();
    let events = judge(&export::ics(&export::agenda(&plan, &sources)));
    assert!(events.iter().any(|event| of(event, "SUMMARY") == r"措施：甲\;乙\,丙\\n丁"), "{events:?}");
}

#[test]
fn long_words_are_cut_and_folded_between_characters() {
    let long = "甲乙丙丁𠀀".repeat(2_000);
    let text = format!(
        "# 方案：{long}\n# 主体\n- 县教育局\n\n## 任务\n### 措施：{long}\n- 牵头：县教育局\n- 时限：2026年6月30日\n"
    );
    let (plan, sources) = resolved(&text);
    assert_eq!(judge(&export::ics(&export::agenda(&plan, &sources))).len(), 1);
    // Whatever is left for the last part of a line, it has room for the space before it.
    for length in 1..=160 {
        let name = "a".repeat(length);
        let text = format!("# 方案：甲方案\n## 任务\n### 措施：{name}\n- 时限：2026年6月30日\n");
        let (plan, sources) = resolved(&text);
        assert_eq!(judge(&export::ics(&export::agenda(&plan, &sources))).len(), 1);
    }
}

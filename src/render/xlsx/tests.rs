//! Odd texts and tables in a workbook.

use super::*;

fn column(title: &str, holds: Holds) -> Column {
    Column { title: title.to_owned(), align: Align::Left, weight: 1, holds }
}

fn sheet(cells: &[&str], holds: Holds) -> Sheet {
    let rows = cells.iter().map(|cell| Row::Cells { cells: vec![vec![Inline::text(*cell)]] }).collect();
    Sheet { name: "甲", table: Table { caption: None, unit: None, columns: vec![column("乙", holds)], rows } }
}

#[test]
fn sections_become_a_column() {
    let cells = |words: &str| Row::Cells { cells: vec![vec![Inline::text("1")], vec![Inline::text(words)]] };
    let section = |text: &str| Row::Section { text: text.to_owned() };
    let rows = vec![section("一、"), section("（一）"), cells("甲"), section("（二）"), cells("乙")];
    let columns = vec![column("序号", Holds::Numbers), column("任务", Holds::Words)];
    let flat = Flat::of(&Table { caption: None, unit: None, columns, rows });
    assert_eq!(flat.columns.iter().map(|column| column.title.as_str()).collect::<Vec<_>>(), ["序号", "分类", "任务"]);
    assert_eq!(flat.rows, [["1", "（一）", "甲"], ["1", "（二）", "乙"]]);
}

#[test]
fn the_longest_text_is_cut_to_what_a_cell_holds() {
    assert_eq!(clean("甲\u{FFFF}"), "甲\u{FFFD}");
    for sign in ["甲", "𠀀", "a"] {
        let cut = clean(&sign.repeat(40_000));
        assert!(cut.encode_utf16().count() <= LONGEST && cut.ends_with("……"));
        assert!(xlsx("甲", &[sheet(&[&sign.repeat(40_000)], Holds::Words)]).is_ok());
    }
}

#[test]
fn what_is_odd_is_still_a_workbook() {
    let odd = ["", "=cmd()", "1899年12月31日", "0年1月1日", "99999999999999999999", "_x0041_", "甲\n乙", "\u{FFFE}"];
    for holds in [Holds::Words, Holds::Numbers, Holds::Days] {
        assert!(xlsx(&"&".repeat(300), &[sheet(&odd, holds)]).is_ok(), "{holds:?}");
    }
    let nothing = Table { caption: None, unit: None, columns: Vec::new(), rows: Vec::new() };
    assert!(xlsx("", &[Sheet { name: "甲", table: nothing }]).is_ok());
}

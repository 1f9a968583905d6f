//! Tables as a workbook for spreadsheets (Office Open XML).
//!
//! Takes finished tables, gives one sheet for each: a title, a head that stays in view and comes again on every page,
//! columns as wide as their Chinese, a filter, A4 across, one page wide. A line that names what follows becomes a column
//! 分类: a filter and a sort need rows of one shape. Words are never taken for a formula, and there is no clock in it.

mod looks;
mod size;

use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError,
};

use self::looks::Looks;
use super::RenderError;
use super::formula::is_formula;
use crate::document::{Align, Column, Holds, Inline, Row, Sheet, Table, Value};
use crate::text;

/// The rows of the title and of the head.
const TITLE: u32 = 0;
const HEAD: u32 = 1;

/// The share of the column of sections.
const SECTION: u16 = 5;

/// A4, by the number that spreadsheets have for it.
const A4: u8 = 9;

/// Writes tables as one `.xlsx` file: the same tables give the same bytes.
pub fn xlsx(title: &str, sheets: &[Sheet]) -> Result<Vec<u8>, RenderError> {
    let mut workbook = Workbook::new();
    // The beginning of the format, so that no clock is in it.
    let beginning = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_title(clean(title)).set_creation_datetime(&beginning));
    for sheet in sheets {
        let worksheet = workbook.add_worksheet();
        worksheet.set_name(sheet.name)?;
        Flat::of(&sheet.table).write(worksheet, title)?;
    }
    Ok(workbook.save_to_buffer()?)
}

/// A table whose rows are all of one shape.
struct Flat {
    caption: String,
    columns: Vec<Column>,
    rows: Vec<Vec<String>>,
}

impl Flat {
    fn of(table: &Table) -> Self {
        let is_sectioned = table.rows.iter().any(|row| matches!(row, Row::Section { .. }));
        let mut columns = table.columns.clone();
        let at = columns.len().min(1);
        if is_sectioned {
            let title = "分类".to_owned();
            columns.insert(at, Column { title, align: Align::Left, weight: SECTION, holds: Holds::Words });
        }
        let (mut rows, mut section) = (Vec::new(), "");
        for row in &table.rows {
            match row {
                Row::Section { text } => section = text,
                Row::Cells { cells } => {
                    let mut words = cells.iter().map(|cell| clean(&words(cell))).collect::<Vec<_>>();
                    if is_sectioned {
                        words.insert(at.min(words.len()), clean(section));
                    }
                    words.resize(columns.len(), String::new());
                    rows.push(words);
                }
            }
        }
        Self { caption: clean(table.caption.as_deref().unwrap_or_default()), columns, rows }
    }

    fn write(&self, sheet: &mut Worksheet, title: &str) -> Result<(), XlsxError> {
        let looks = Looks::new();
        let last_column = u16::try_from(self.columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
        if last_column > 0 {
            sheet.merge_range(TITLE, 0, TITLE, last_column, "", &looks.title)?;
        }
        sheet.write_string_with_format(TITLE, 0, &self.caption, &looks.title)?;
        let widths = size::widths(&self.columns, &self.rows);
        let head = self.columns.iter().map(|column| clean(&column.title)).collect::<Vec<_>>();
        sheet.set_row_height(TITLE, 36)?.set_row_height(HEAD, size::height(&head, &widths))?;
        for (at, title) in (0..).zip(&head) {
            sheet.write_string_with_format(HEAD, at, title, &looks.head)?;
        }
        for (at, width) in (0..).zip(&widths) {
            sheet.set_column_width(at, size::in_sheet(*width))?;
        }
        for (line, row) in (HEAD + 1..).zip(&self.rows) {
            sheet.set_row_height(line, size::height(row, &widths))?;
            for ((at, words), column) in (0..).zip(row).zip(&self.columns) {
                write(sheet, &looks, (line, at), words, column)?;
            }
        }
        self.guide(sheet, last_column)?;
        let heads = 36 + size::height(&head, &widths);
        let rows = self.rows.iter().map(|row| size::height(row, &widths)).collect::<Vec<_>>();
        print(sheet, title, size::pages(heads, &rows))
    }

    /// What helps to work in the sheet: the head in view, a filter, lists to choose from.
    fn guide(&self, sheet: &mut Worksheet, last_column: u16) -> Result<(), XlsxError> {
        sheet.set_freeze_panes(HEAD + 1, 0)?;
        let last = HEAD + u32::try_from(self.rows.len()).unwrap_or(0);
        if last == HEAD {
            return Ok(());
        }
        sheet.autofilter(HEAD, 0, last, last_column)?;
        for (at, column) in (0..).zip(&self.columns) {
            let Holds::Choice(choices) = column.holds else { continue };
            let list = DataValidation::new().allow_list_strings(choices)?;
            // An office may write words of its own: it is asked, not stopped.
            let list = list.set_error_style(DataValidationErrorStyle::Warning);
            let list = list
                .set_error_title(column.title.as_str())?
                .set_error_message("不在所列的几种情况之内，确认要这样填写？")?;
            sheet.add_data_validation(HEAD + 1, at, last, at, &list)?;
        }
        Ok(())
    }
}

/// Writes one cell: a number and a day as such, all else as words.
fn write(
    sheet: &mut Worksheet,
    looks: &Looks,
    (line, at): (u32, u16),
    words: &str,
    column: &Column,
) -> Result<(), XlsxError> {
    let look = looks.cell(column.align);
    match Value::of(column.holds, words) {
        Value::Number { sign, number } if is_exact(&number.to_string()) => {
            // Digits and a point, at most fifteen: it is read as it is written.
            let value = number.to_string().parse::<f64>().unwrap_or_default();
            sheet.write_number_with_format(line, at, value, &looks.number(column.align, sign, number.scale()))?;
        }
        Value::Day { year, month, day, tail } => {
            let (year, month, day) = (year.unsigned_abs(), month.unsigned_abs(), day.unsigned_abs());
            match ExcelDateTime::from_ymd(year, month, day) {
                Ok(date) => sheet.write_datetime_with_format(line, at, &date, &looks.day(column.align, tail))?,
                // Spreadsheets know no day before 1900.
                Err(_) => sheet.write_string_with_format(line, at, words, &look)?,
            };
        }
        _ => {
            // So that it stays words when somebody edits the cell.
            let look = if is_formula(words) { look.set_quote_prefix() } else { look };
            sheet.write_string_with_format(line, at, words, &look)?;
        }
    }
    Ok(())
}

/// Whether a spreadsheet keeps all the digits of a number.
fn is_exact(number: &str) -> bool {
    number.chars().filter(char::is_ascii_digit).count() <= 15
}

/// How it is printed, on so many pages; on as many as it takes if that is nought.
fn print(sheet: &mut Worksheet, title: &str, pages: u16) -> Result<(), XlsxError> {
    sheet.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, pages).set_print_center_horizontally(true);
    sheet.set_margins(0.6, 0.6, 0.8, 0.8, 0.4, 0.4).set_repeat_rows(TITLE, HEAD)?;
    // `&` begins an instruction there.
    let title = title.chars().take(60).collect::<String>().replace('&', "&&").replace('\n', " ");
    sheet.set_header(format!("&R&9{}", clean(&title))).set_footer("&C&9第 &P 页，共 &N 页");
    Ok(())
}

fn words(cell: &[Inline]) -> String {
    cell.iter().map(Inline::words).collect()
}

/// The most that a cell can hold, in UTF-16 units.
const LONGEST: usize = 32_767;

/// The text without the characters that XML cannot hold, and no longer than a cell.
fn clean(text: &str) -> String {
    let text = text.replace(['\u{FFFE}', '\u{FFFF}'], "\u{FFFD}");
    if text.encode_utf16().count() <= LONGEST {
        return text;
    }
    let mut room = LONGEST - 2;
    let fits = |sign: &char| {
        let is_in = sign.len_utf16() <= room;
        room = room.saturating_sub(sign.len_utf16());
        is_in
    };
    text.chars().take_while(fits).chain("……".chars()).collect()
}

impl From<XlsxError> for RenderError {
    fn from(error: XlsxError) -> Self {
        let message = text!(zh: "写不成电子表格：{error}", en: "cannot write the workbook: {error}");
        Self::plain(message)
    }
}

#[cfg(test)]
mod tests;

//! The shape of a profile file: tables of lines, and where each of them stands.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A value as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Raw {
    /// A number in thousandths; none if it is not one that can be meant.
    Number(Option<u32>),
    /// Words.
    Words(String),
    /// `true` or `false`.
    Switch(bool),
    /// Anything else.
    Other,
}

/// A line: its table and name, its value, and where name and value stand.
pub(super) struct Line {
    pub table: String,
    pub name: String,
    pub name_at: Range<usize>,
    pub value: Raw,
    pub value_at: Range<usize>,
}

/// A file: what it rests on, its tables and its lines in the order in which they stand.
#[derive(Default)]
pub(super) struct Written {
    pub base: Option<(String, Range<usize>)>,
    pub tables: Vec<(String, Range<usize>)>,
    pub lines: Vec<Line>,
}

/// The key that names the profile a file rests on.
pub(super) const BASE: &str = "based-on";

/// Reads a file; a text that is no TOML gives the place and the library's words for it.
pub(super) fn read(text: &str) -> Result<Written, (Range<usize>, String)> {
    let tops = DeTable::parse(text).map_err(|error| (error.span().unwrap_or(0..0), error.message().to_owned()))?;
    let mut written = Written::default();
    for (name, value) in tops.get_ref() {
        match value.get_ref() {
            DeValue::Table(lines) => {
                written.tables.push((name.get_ref().to_string(), name.span()));
                written.lines.extend(lines.iter().map(|(key, value)| line(name, key, value)));
            }
            DeValue::String(base) if name.get_ref() == BASE => {
                written.base = Some((base.to_string(), value.span()));
            }
            _ => written.tables.push((name.get_ref().to_string(), name.span())),
        }
    }
    written.lines.sort_by_key(|line| line.name_at.start);
    Ok(written)
}

fn line(table: &Spanned<impl AsRef<str>>, key: &Spanned<impl AsRef<str>>, value: &Spanned<DeValue<'_>>) -> Line {
    Line {
        table: table.get_ref().as_ref().to_owned(),
        name: key.get_ref().as_ref().to_owned(),
        name_at: key.span(),
        value: raw(value.get_ref()),
        value_at: value.span(),
    }
}

fn raw(value: &DeValue) -> Raw {
    match value {
        DeValue::String(words) => Raw::Words(words.to_string()),
        DeValue::Boolean(switch) => Raw::Switch(*switch),
        DeValue::Integer(number) if number.radix() == 10 => Raw::Number(thousandths(number.as_str())),
        DeValue::Float(number) => Raw::Number(thousandths(number.as_str())),
        _ => Raw::Other,
    }
}

/// `28.95` as 28950; none where there is more behind the point, a sign, or an exponent.
fn thousandths(written: &str) -> Option<u32> {
    let (whole, part) = written.split_once('.').unwrap_or((written, ""));
    let is_plain = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit());
    if part.len() > 3 || !is_plain(part) || !is_plain(whole) {
        return None;
    }
    format!("{whole}{part:0<3}").parse().ok()
}

#[cfg(test)]
mod tests {
    use super::thousandths;

    #[test]
    fn numbers_are_read_without_a_float() {
        assert_eq!(thousandths("28.95"), Some(28_950));
        assert_eq!(thousandths("37"), Some(37_000));
        for wrong in ["-1", "1e3", "1.2345", "inf", "99999999"] {
            assert_eq!(thousandths(wrong), None, "{wrong}");
        }
    }
}

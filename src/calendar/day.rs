//! A day as a person types it.

use super::Date;

/// The day of `2026-11-22`, `2026/11/22`, `2026.11.22` or `2026年11月22日`; nothing of anything else.
pub fn day(written: &str) -> Option<Date> {
    let written = written.trim();
    let written = written.strip_suffix('日').unwrap_or(written);
    let mut parts = written.split(['-', '/', '.', '年', '月']);
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let is_whole = parts.next().is_none() && year.len() == 4;
    let is_number = |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !is_whole || ![year, month, day].iter().all(is_number) {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_they_are_typed() {
        let wanted = Date::constant(2026, 1, 2);
        for written in ["2026-01-02", "2026-1-2", "2026/1/2", "2026.01.02", " 2026年1月2日 ", "2026年1月2"] {
            assert_eq!(day(written), Some(wanted), "{written}");
        }
        for written in ["", "2026", "2026-1", "26-1-2", "2026-02-30", "2026-13-1", "2026-1-2-3", "+026-1-2", "today"] {
            assert_eq!(day(written), None, "{written}");
        }
    }
}

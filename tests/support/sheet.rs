//! The sheet that a printed notice is measured against (GB/T 9704—2012), whatever program printed it; in millimetres.

#![allow(dead_code, reason = "not every test that includes this file measures all of it")]

use super::print::{Page, Print, Word};
use super::support;

/// A line of the text grid.
pub const LINE: f64 = 28.95 / 72.0 * 25.4;
/// A character of 四号.
pub const SMALL: f64 = 14.0 / 72.0 * 25.4;
/// The edges of 版心, and its middle.
pub const LEFT: f64 = 28.0;
pub const RIGHT: f64 = 184.0;
pub const CENTRE: f64 = 106.0;
pub const BOTTOM: f64 = 262.0;

/// What was printed, or nothing where a tool is missing and none is asked for.
pub fn or_skip<T>(printed: Result<T, &String>) -> Option<T> {
    match printed {
        Ok(print) => Some(print),
        Err(why) if std::env::var_os("FANGAN_REQUIRE_TOOLS").is_some_and(|value| value == "1") => panic!("{why}"),
        Err(why) => {
            eprintln!("SKIPPED: nothing was printed or measured ({why})");
            None
        }
    }
}

/// Fails where a length is off by more than `slack`; `FANGAN_SHOW_FIGURES` prints it.
#[track_caller]
pub fn near(what: &str, found: f64, expected: f64, slack: f64) {
    if std::env::var_os("FANGAN_SHOW_FIGURES").is_some() {
        eprintln!("{what}: {found:.2} for {expected:.2}");
    }
    assert!((found - expected).abs() <= slack, "{what}: {found:.2}, not {expected:.2} ± {slack}");
}

/// A page in the middle of the plan that holds nothing but text.
pub fn full_page(print: &Print) -> &Page {
    let full = |page: &&Page| page.words.iter().all(|word| word.bottom > 265.0 || support::SIXTY.contains(&word.text));
    print.pages.iter().find(full).expect("a full page")
}

/// The words above the page number.
pub fn lines(page: &Page) -> Vec<&Word> {
    page.words.iter().filter(|word| word.bottom < 265.0).collect()
}

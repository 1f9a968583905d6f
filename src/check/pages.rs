//! The manual page of every code, those of reading and naming among them.
//!
//! A rule is its own page; the faults of syntax, names and used files, which other rooms find, have theirs in `pages/`,
//! a file for each code. A test holds the list against the codes of those rooms.

use crate::diagnostic::Severity;

use super::{Manual, RULES};

/// What there is to know of a code.
#[derive(Clone, Copy)]
pub struct Page {
    /// The code.
    pub code: &'static str,
    /// What it blames, in words joined by `_`.
    pub name: &'static str,
    /// How grave a finding is while drafting.
    pub severity: Severity,
    /// How grave it is when the plan is to be issued.
    pub at_issue: Severity,
    text: &'static str,
}

macro_rules! pages {
    ($($code:literal $name:ident $severity:ident;)*) => {
        /// The faults that are no rules, in the order of their codes.
        const READING: &[Page] = &[$(Page {
            code: $code,
            name: stringify!($name),
            severity: Severity::$severity,
            at_issue: Severity::$severity,
            text: include_str!(concat!("pages/", $code, ".md")),
        }),*];
    };
}

pages! {
    "S001" unknown_keyword Error;
    "S002" misplaced_keyword Error;
    "S003" unreadable_value Error;
    "S004" unknown_clause Error;
    "S005" no_such_date Error;
    "S006" number_too_large Error;
    "S007" too_deep Error;
    "S008" missing_dash Warning;
    "S009" bad_table Error;
    "S010" unclosed Error;
    "S011" skipped_level Warning;
    "S012" wrong_indent Warning;
    "S013" wrong_order Error;
    "S014" unknown_unit Error;
    "S015" line_too_long Error;
    "S016" stray_stop Warning;
    "S017" several_on_a_line Error;
    "S018" mistaken_mark Error;
    "S020" unknown_parameter Error;
    "S100" no_plan Error;
    "S101" undefined Error;
    "S102" doubled Error;
    "S103" said_twice Error;
    "S104" out_of_place Error;
    "S105" empty Error;
    "S106" ambiguous Error;
    "S107" stray_prose Error;
    "S108" not_allowed Error;
    "S109" unread_number Warning;
    "S110" no_file Error;
    "S111" outside Error;
    "S112" ring Error;
    "S113" too_many Error;
    "S114" differ Error;
    "S115" not_plain Error;
    "S116" no_unit Error;
    "S117" idle_field Warning;
    "S120" contradicts Error;
    "S121" no_conversion Error;
    "S122" no_stretch Error;
    "S123" do_not_fit Error;
    "S124" colon_behind_name Warning;
}

impl Page {
    /// The page of a code.
    pub fn of(code: &str) -> Option<Page> {
        pages().into_iter().find(|page| page.code == code)
    }

    /// The page itself.
    pub fn manual(&self) -> Manual {
        Manual::of(self.text)
    }
}

/// Every page, in the order of the codes.
pub fn pages() -> Vec<Page> {
    let of_rule = |rule: &&super::Rule| Page {
        code: rule.code,
        name: rule.name,
        severity: rule.severity,
        at_issue: rule.at_issue,
        text: rule.text,
    };
    let mut pages: Vec<_> = RULES.iter().map(of_rule).chain(READING.iter().copied()).collect();
    pages.sort_by_key(|page| page.code);
    pages
}

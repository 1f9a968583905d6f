//! The forms of wording that the rules look for, by name.
//!
//! They are sought together, in one pass over each text; a rule is given the texts that hold its own. A form that is
//! missing here is missing from that pass, which a test does not let happen.

use super::super::pattern::Pattern;
use super::{
    adverb_cut_off, attachment_missing, basis_vague, blank_page_note, blanks_align, bounds_overlap, campaign_differs,
    clause_echoed, clock_hours_mixed, counter_wrong, cut_off_word, date_form, date_impossible, date_in_han,
    deadline_without_year, decimal_mark, decrease_by_times, document_unmarked, duty_counts_differ, enumeration_count,
    enumeration_layout, enumeration_skips, full_width_digits, increase_unclear, label_empty, list_without_colon,
    long_marks, mark_before_and, mark_before_deng, marks_doubled, months_mixed, note_to_self, number_mixed,
    number_range_sign, ordinal_mark, ordinals_mixed, prose_after_due, prose_lead_differs, prose_range_backwards,
    range_unit_once, short_name_idle, short_name_unannounced, space_in_number, stated_length_differs, stray_point,
    subject_missing, table_missing, term_unquoted, time_span_sign, year_short,
};

/// All of them.
pub(in crate::check) static PATTERNS: &[&Pattern] = &[
    &adverb_cut_off::FORM,
    &attachment_missing::NAMED,
    &basis_vague::FORM,
    &blank_page_note::NOTE,
    &blanks_align::FORM,
    &bounds_overlap::FORM,
    &campaign_differs::NAME,
    &clause_echoed::BESIDE,
    &clause_echoed::SEVERAL,
    &clock_hours_mixed::FORM,
    &counter_wrong::FORM,
    &cut_off_word::FORM,
    &date_form::DAY,
    &date_form::HAN,
    &date_form::SIGNS,
    &date_form::ZERO,
    &date_impossible::FORM,
    &date_in_han::FORM,
    &deadline_without_year::FORM,
    &decimal_mark::BARE,
    &decimal_mark::MARK,
    &decrease_by_times::FORM,
    &document_unmarked::BARE,
    &duty_counts_differ::FORM,
    &enumeration_count::BEGUN,
    &enumeration_layout::APART,
    &enumeration_layout::RUN_IN,
    &enumeration_skips::BEGUN,
    &full_width_digits::FORM,
    &increase_unclear::FORM,
    &label_empty::FORM,
    &list_without_colon::FORM,
    &long_marks::FORM,
    &mark_before_and::FORM,
    &mark_before_deng::FORM,
    &marks_doubled::FORM,
    &months_mixed::DIGITS,
    &months_mixed::HAN,
    &note_to_self::FORM,
    &number_mixed::FORM,
    &number_range_sign::FORM,
    &ordinal_mark::NUMBER,
    &ordinal_mark::WORD,
    &ordinals_mixed::FIRST,
    &prose_after_due::YEAR,
    &prose_lead_differs::LED,
    &prose_range_backwards::DAYS,
    &prose_range_backwards::YEARS,
    &range_unit_once::FORM,
    &short_name_idle::ANNOUNCED,
    &short_name_unannounced::FORM,
    &space_in_number::FORM,
    &stated_length_differs::LASTING,
    &stray_point::FORM,
    &subject_missing::FORM,
    &table_missing::FORM,
    &term_unquoted::FORM,
    &time_span_sign::FORM,
    &year_short::FORM,
];

#[cfg(test)]
mod tests {
    use super::PATTERNS;
    use crate::check::RULES;
    use crate::check::pattern::needs;

    #[test]
    fn every_form_that_is_sought_is_listed() {
        let listed = include_str!("forms.rs").split("];").next().unwrap_or_default();
        for rule in RULES {
            let code: String = rule.text.split_whitespace().collect();
            for sought in code.replace(".prose_holding(", ".holding(").split("context.holding(").skip(1) {
                let form = sought.split(')').next().unwrap_or_default().trim_start_matches('&');
                let entry = format!("&{}::{form},", rule.name);
                assert!(listed.contains(&entry), "{} seeks {form}, which is not listed as {entry}", rule.code);
            }
        }
    }

    #[test]
    fn no_form_occurs_without_a_word_it_needs() {
        for (number, form) in PATTERNS.iter().enumerate() {
            assert!(needs::are_in_all(form), "form {number} of the list");
            assert!(needs::has_digit_if_said(form), "form {number} of the list has no digit");
        }
    }

    #[test]
    fn every_form_that_is_listed_is_sought() {
        let sought = RULES
            .iter()
            .map(|rule| rule.text.split_whitespace().collect::<String>().matches("holding(&").count())
            .sum::<usize>();
        assert_eq!(sought, PATTERNS.len());
    }
}

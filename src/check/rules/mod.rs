//! Every rule, in the order of its code.
//!
//! A test compares this list with the folder.

mod allowance_idle;
mod allowance_unknown;
mod allowance_unreasoned;
mod basis_years_differ;
mod binding_vague;
mod blank_in_prose;
mod blanks_align;
mod bounds_overlap;
mod chain_repeats;
mod chain_upward;
mod counter_unfit;
mod clock_hours_mixed;
mod counter_wrong;
mod cut_off_word;
mod date_form;
mod date_in_han;
mod date_open;
mod deadline_after_plan;
mod deadline_before_issue;
mod deadline_before_plan;
mod deadline_in_words;
mod deadline_vague;
mod deadline_without_year;
mod decimal_mark;
mod decrease_by_times;
mod dependency_cycle;
mod doubling_off;
mod due_after_phase;
mod due_before_predecessor;
mod due_missing;
mod frequency_missing;
mod full_width_digits;
mod fund_amount_missing;
mod fund_period_missing;
mod goal_unserved;
mod goal_without_quota;
mod group_without_office;
mod growth_means_points;
mod growth_of_rate;
mod growth_off_series;
mod growth_without_base;
mod half_width_marks;
mod heading_as_prose;
mod helper_above_lead;
mod helper_vague;
mod hidden_character;
mod hole_open;
mod increase_unclear;
mod indicator_unused;
mod label_empty;
mod lead_cooperates;
mod lead_missing;
mod lead_outside;
mod lead_vague;
mod leftover_words;
mod lines_run_on;
mod long_marks;
mod look_alike;
mod mark_before_deng;
mod marks_doubled;
mod marks_mixed;
mod markup_in_prose;
mod measure_without_goal;
mod note_to_self;
mod notice_incomplete;
mod number_form;
mod number_in_heading;
mod number_mixed;
mod number_off;
mod number_range_sign;
mod number_year_differs;
mod ordinal_mark;
mod out_of_bounds;
mod overdue;
mod owner_declared_twice;
mod owner_idle;
mod owner_repeated;
mod pair_unclosed;
mod param_open;
mod part_due_after_whole;
mod parts_off_whole;
mod percent_over_hundred;
mod phase_outside_plan;
mod phases_leave_gap;
mod phases_out_of_order;
mod phases_overlap;
mod published_before_date;
mod quantity_contradicts;
mod quantity_said_twice;
mod quota_after_plan;
mod quotas_contradict;
mod quotas_differ;
mod quotes_nested;
mod range_unit_once;
mod redundant_words;
mod relative_time;
mod report_downward;
mod retention_against_dropout;
mod seat_open;
mod seat_twice;
mod seat_vague;
mod series_wrong_way;
mod set_count_differs;
mod set_member_twice;
mod set_name_count;
mod set_not_closed;
mod set_not_listed;
mod several_leads;
mod share_off_terms;
mod shares_off_amounts;
mod shares_over_whole;
mod shares_short_of_whole;
mod signature_date_differs;
mod space_in_number;
mod start_after_due;
mod sum_row_off;
mod straight_quotes;
mod subject_missing;
mod suspect_word;
mod target_worse_than_now;
mod term_unquoted;
mod time_backwards;
mod time_span_sign;
mod title_range_differs;
mod title_unmarked;
mod title_years_differ;
mod total_off_sum;
mod unit_differs;
mod unit_old;
mod waits_for_own_whole;
mod waits_for_undated;
mod word_doubled;
mod words_contradict;
mod wrong_character;
mod year_missing;
mod year_short;

use super::Rule;

/// Every rule, in the order of its code.
pub const RULES: &[&Rule] = &[
    &deadline_vague::RULE,
    &deadline_in_words::RULE,
    &date_open::RULE,
    &year_missing::RULE,
    &time_backwards::RULE,
    &start_after_due::RULE,
    &deadline_after_plan::RULE,
    &deadline_before_plan::RULE,
    &deadline_before_issue::RULE,
    &phase_outside_plan::RULE,
    &phases_out_of_order::RULE,
    &phases_overlap::RULE,
    &phases_leave_gap::RULE,
    &title_years_differ::RULE,
    &title_range_differs::RULE,
    &basis_years_differ::RULE,
    &number_year_differs::RULE,
    &published_before_date::RULE,
    &signature_date_differs::RULE,
    &quota_after_plan::RULE,
    &part_due_after_whole::RULE,
    &due_after_phase::RULE,
    &overdue::RULE,
    &number_form::RULE,
    &notice_incomplete::RULE,
    &title_unmarked::RULE,
    &heading_as_prose::RULE,
    &number_off::RULE,
    &marks_mixed::RULE,
    &lines_run_on::RULE,
    &number_in_heading::RULE,
    &markup_in_prose::RULE,
    &dependency_cycle::RULE,
    &waits_for_own_whole::RULE,
    &due_before_predecessor::RULE,
    &waits_for_undated::RULE,
    &goal_unserved::RULE,
    &measure_without_goal::RULE,
    &goal_without_quota::RULE,
    &set_not_listed::RULE,
    &set_count_differs::RULE,
    &set_not_closed::RULE,
    &set_member_twice::RULE,
    &set_name_count::RULE,
    &growth_means_points::RULE,
    &growth_off_series::RULE,
    &growth_of_rate::RULE,
    &series_wrong_way::RULE,
    &out_of_bounds::RULE,
    &percent_over_hundred::RULE,
    &quotas_contradict::RULE,
    &quotas_differ::RULE,
    &unit_differs::RULE,
    &target_worse_than_now::RULE,
    &growth_without_base::RULE,
    &frequency_missing::RULE,
    &retention_against_dropout::RULE,
    &shares_over_whole::RULE,
    &shares_short_of_whole::RULE,
    &shares_off_amounts::RULE,
    &fund_amount_missing::RULE,
    &fund_period_missing::RULE,
    &total_off_sum::RULE,
    &binding_vague::RULE,
    &share_off_terms::RULE,
    &parts_off_whole::RULE,
    &sum_row_off::RULE,
    &counter_unfit::RULE,
    &lead_missing::RULE,
    &due_missing::RULE,
    &lead_vague::RULE,
    &helper_vague::RULE,
    &lead_outside::RULE,
    &several_leads::RULE,
    &lead_cooperates::RULE,
    &owner_repeated::RULE,
    &chain_repeats::RULE,
    &chain_upward::RULE,
    &seat_open::RULE,
    &seat_twice::RULE,
    &group_without_office::RULE,
    &owner_idle::RULE,
    &seat_vague::RULE,
    &helper_above_lead::RULE,
    &report_downward::RULE,
    &owner_declared_twice::RULE,
    &indicator_unused::RULE,
    &hole_open::RULE,
    &hidden_character::RULE,
    &param_open::RULE,
    &allowance_unreasoned::RULE,
    &allowance_unknown::RULE,
    &allowance_idle::RULE,
    // W001
    &wrong_character::RULE,
    // W002
    &suspect_word::RULE,
    // W003
    &redundant_words::RULE,
    // W004
    &words_contradict::RULE,
    // W005
    &word_doubled::RULE,
    // W006
    &subject_missing::RULE,
    // W101
    &quantity_said_twice::RULE,
    // W102
    &quantity_contradicts::RULE,
    // W103
    &bounds_overlap::RULE,
    // W104
    &decrease_by_times::RULE,
    // W105
    &increase_unclear::RULE,
    // W106
    &doubling_off::RULE,
    // W201
    &date_form::RULE,
    // W202
    &date_in_han::RULE,
    // W203
    &year_short::RULE,
    // W204
    &deadline_without_year::RULE,
    // W205
    &relative_time::RULE,
    // W206
    &cut_off_word::RULE,
    // W207
    &clock_hours_mixed::RULE,
    // W208
    &term_unquoted::RULE,
    // W301
    &full_width_digits::RULE,
    // W302
    &time_span_sign::RULE,
    // W303
    &number_range_sign::RULE,
    // W304
    &range_unit_once::RULE,
    // W305
    &decimal_mark::RULE,
    // W306
    &number_mixed::RULE,
    // W307
    &counter_wrong::RULE,
    // W308
    &unit_old::RULE,
    // W309
    &space_in_number::RULE,
    // W401
    &half_width_marks::RULE,
    // W402
    &straight_quotes::RULE,
    // W403
    &pair_unclosed::RULE,
    // W404
    &mark_before_deng::RULE,
    // W405
    &long_marks::RULE,
    // W406
    &marks_doubled::RULE,
    // W407
    &blanks_align::RULE,
    // W408
    &look_alike::RULE,
    // W409
    &ordinal_mark::RULE,
    // W410
    &quotes_nested::RULE,
    // W501
    &blank_in_prose::RULE,
    // W502
    &note_to_self::RULE,
    // W503
    &label_empty::RULE,
    // W504
    &leftover_words::RULE,
];

/// Whether a rule speaks only if a day is given to judge by.
pub(super) fn asks_for_a_day(code: &str) -> bool {
    code == overdue::RULE.code
}

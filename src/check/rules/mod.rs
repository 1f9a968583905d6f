//! Every rule, in the order of its code.
//!
//! A test compares this list with the folder.

mod addressee_marks;
mod addressee_person;
mod addressee_twice;
mod addressee_without_task;
mod adverb_cut_off;
mod allowance_idle;
mod allowance_unknown;
mod allowance_unreasoned;
mod attachment_marks;
mod attachment_missing;
mod attachment_twice;
mod baseline_after_paper;
mod basis_after_paper;
mod basis_expired;
mod basis_numbers_differ;
mod basis_repealed;
mod basis_titles_near;
mod basis_vague;
mod basis_without_number;
mod basis_years_differ;
mod binding_vague;
mod blank_in_prose;
mod blank_page_note;
mod blanks_align;
mod bound_wrong_way;
mod bounds_overlap;
mod campaign_differs;
mod chain_gap;
mod chain_repeats;
mod chain_upward;
mod clause_echoed;
mod clock_hours_mixed;
mod condition_vague;
mod counter_unfit;
mod counter_wrong;
mod cut_off_word;
mod date_form;
mod date_impossible;
mod date_in_han;
mod date_open;
mod deadline_after_plan;
mod deadline_before_issue;
mod deadline_before_plan;
mod deadline_in_words;
mod deadline_too_soon;
mod deadline_vague;
mod deadline_without_year;
mod decimal_mark;
mod decrease_by_times;
mod department_to_governments;
mod dependency_cycle;
mod document_unmarked;
mod doer_outside_measure;
mod draft_mark_in_issued;
mod due_after_phase;
mod due_before_predecessor;
mod due_missing;
mod duty_counts_differ;
mod duty_rates_differ;
mod enumeration_count;
mod enumeration_layout;
mod enumeration_skips;
mod event_undated;
mod excellent_over_passing;
mod frequency_missing;
mod full_width_digits;
mod fund_amount_missing;
mod fund_period_missing;
mod fund_unit;
mod goal_unserved;
mod goal_without_quota;
mod goals_in_circle;
mod group_founded_twice;
mod group_to_governments;
mod group_without_office;
mod growth_means_points;
mod growth_of_rate;
mod growth_off_series;
mod growth_without_base;
mod half_width_marks;
mod heading_as_prose;
mod heading_count;
mod heading_end_mark;
mod heading_shared;
mod heading_too_deep;
mod heading_twice;
mod helper_above_lead;
mod helper_outranks_lead;
mod helper_vague;
mod hidden_character;
mod hole_open;
mod imprint_missing;
mod increase_unclear;
mod indicator_unused;
mod inner_office_issues;
mod issuer_differs;
mod kind_differs;
mod label_empty;
mod lead_cooperates;
mod lead_missing;
mod lead_not_in_group;
mod lead_outside;
mod lead_public;
mod lead_vague;
mod leader_not_person;
mod leftover_words;
mod length_exceeds_plan;
mod lines_run_on;
mod list_count_differs;
mod list_without_colon;
mod long_marks;
mod look_alike;
mod mark_before_and;
mod mark_before_deng;
mod marks_doubled;
mod marks_mixed;
mod markup_in_prose;
mod measure_after_goal;
mod measure_twice;
mod measure_without_goal;
mod months_mixed;
mod name_unredacted;
mod note_to_self;
mod notice_as_prose;
mod notice_incomplete;
mod number_form;
mod number_in_heading;
mod number_mixed;
mod number_off;
mod number_organ_foreign;
mod number_range_sign;
mod number_shared;
mod number_without_title;
mod number_year_differs;
mod office_not_member;
mod ordinal_mark;
mod ordinals_mixed;
mod organ_other_spelling;
mod organ_undeclared;
mod out_of_bounds;
mod outdated_word;
mod output_after_measure;
mod output_missing;
mod overdue;
mod owner_declared_twice;
mod owner_idle;
mod owner_not_addressed;
mod owner_overloaded;
mod owner_repeated;
mod pair_unclosed;
mod paragraph_unended;
mod param_open;
mod part_due_after_whole;
mod parts_off_whole;
mod percent_over_hundred;
mod phase_before_issue;
mod phase_bounds_mixed;
mod phase_leads_uneven;
mod phase_outside_plan;
mod phase_undated;
mod phases_leave_gap;
mod phases_out_of_order;
mod phases_overlap;
mod place_differs;
mod plan_name_differs;
mod printed_before_date;
mod prose_after_due;
mod prose_change_off;
mod prose_date_after_plan;
mod prose_doubling_off;
mod prose_lead_differs;
mod prose_means_points;
mod prose_parts_off;
mod prose_product_off;
mod prose_range_backwards;
mod prose_seat_differs;
mod prose_shares_off;
mod prose_total_off;
mod prose_value_differs;
mod publicity_contradicts;
mod published_before_date;
mod quantity_contradicts;
mod quantity_said_twice;
mod quota_after_plan;
mod quota_undated;
mod quotas_contradict;
mod quotas_differ;
mod quotes_nested;
mod range_unit_once;
mod rate_without_base;
mod rates_over_hundred_together;
mod redundant_words;
mod relative_time;
mod report_downward;
mod report_skips;
mod retention_against_dropout;
mod school_years_differ;
mod seat_open;
mod seat_twice;
mod seat_vague;
mod sentence_twice;
mod series_end_off_target;
mod series_wrong_way;
mod set_count_differs;
mod set_member_misnamed;
mod set_member_twice;
mod set_member_unfolded;
mod set_name_count;
mod set_named_otherwise;
mod set_not_closed;
mod set_not_listed;
mod several_leads;
mod share_off_terms;
mod shares_off_amounts;
mod shares_over_whole;
mod shares_short_of_whole;
mod short_name_idle;
mod short_name_unannounced;
mod signature_date_differs;
mod space_in_number;
mod span_of_other_year;
mod start_after_due;
mod stated_length_differs;
mod straight_quotes;
mod stray_point;
mod subject_missing;
mod sum_row_off;
mod suspect_word;
mod table_missing;
mod target_is_now;
mod target_off_series_sum;
mod target_share_off_terms;
mod target_worse_than_now;
mod task_outside_group;
mod term_unquoted;
mod time_backwards;
mod time_span_sign;
mod title_long;
mod title_misquoted;
mod title_names_unnested;
mod title_range_differs;
mod title_range_form;
mod title_unmarked;
mod title_without_kind;
mod title_years_differ;
mod total_off_sum;
mod unit_differs;
mod unit_old;
mod unit_unknown;
mod urgency_unknown;
mod verb_round_object;
mod waits_for_outside;
mod waits_for_own_whole;
mod waits_for_undated;
mod weekday_differs;
mod word_doubled;
mod words_contradict;
mod wrong_character;
mod year_missing;
mod year_short;

use super::Rule;

// It stands beside this folder, which holds nothing but rules.
#[path = "../forms.rs"]
mod forms;

pub(super) use forms::PATTERNS;

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
    &weekday_differs::RULE,
    &deadline_too_soon::RULE,
    &length_exceeds_plan::RULE,
    &stated_length_differs::RULE,
    &baseline_after_paper::RULE,
    &basis_expired::RULE,
    &output_after_measure::RULE,
    &phase_before_issue::RULE,
    &school_years_differ::RULE,
    &phase_undated::RULE,
    &span_of_other_year::RULE,
    &phase_bounds_mixed::RULE,
    &date_impossible::RULE,
    &prose_range_backwards::RULE,
    &number_form::RULE,
    &notice_incomplete::RULE,
    &number_organ_foreign::RULE,
    &number_without_title::RULE,
    &number_shared::RULE,
    &basis_numbers_differ::RULE,
    &basis_after_paper::RULE,
    &title_without_kind::RULE,
    &title_names_unnested::RULE,
    &title_range_form::RULE,
    &draft_mark_in_issued::RULE,
    &title_long::RULE,
    &plan_name_differs::RULE,
    &kind_differs::RULE,
    &short_name_idle::RULE,
    &department_to_governments::RULE,
    &inner_office_issues::RULE,
    &group_to_governments::RULE,
    &addressee_person::RULE,
    &addressee_marks::RULE,
    &addressee_twice::RULE,
    &heading_end_mark::RULE,
    &heading_too_deep::RULE,
    &heading_count::RULE,
    &heading_twice::RULE,
    &attachment_marks::RULE,
    &attachment_missing::RULE,
    &attachment_twice::RULE,
    &table_missing::RULE,
    &issuer_differs::RULE,
    &printed_before_date::RULE,
    &publicity_contradicts::RULE,
    &blank_page_note::RULE,
    &place_differs::RULE,
    &basis_repealed::RULE,
    &basis_vague::RULE,
    &title_unmarked::RULE,
    &heading_as_prose::RULE,
    &number_off::RULE,
    &marks_mixed::RULE,
    &lines_run_on::RULE,
    &number_in_heading::RULE,
    &markup_in_prose::RULE,
    &basis_without_number::RULE,
    &basis_titles_near::RULE,
    &short_name_unannounced::RULE,
    &name_unredacted::RULE,
    &title_misquoted::RULE,
    &notice_as_prose::RULE,
    &imprint_missing::RULE,
    &urgency_unknown::RULE,
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
    &waits_for_outside::RULE,
    &set_member_unfolded::RULE,
    &set_member_misnamed::RULE,
    &goals_in_circle::RULE,
    &measure_after_goal::RULE,
    &measure_twice::RULE,
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
    &unit_unknown::RULE,
    &prose_means_points::RULE,
    &fund_unit::RULE,
    &prose_change_off::RULE,
    &prose_doubling_off::RULE,
    &prose_total_off::RULE,
    &target_share_off_terms::RULE,
    &rates_over_hundred_together::RULE,
    &excellent_over_passing::RULE,
    &duty_rates_differ::RULE,
    &target_off_series_sum::RULE,
    &target_is_now::RULE,
    &event_undated::RULE,
    &quota_undated::RULE,
    &rate_without_base::RULE,
    &bound_wrong_way::RULE,
    &prose_shares_off::RULE,
    &prose_parts_off::RULE,
    &prose_product_off::RULE,
    &series_end_off_target::RULE,
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
    &helper_outranks_lead::RULE,
    &owner_overloaded::RULE,
    &output_missing::RULE,
    &chain_gap::RULE,
    &report_skips::RULE,
    &doer_outside_measure::RULE,
    &leader_not_person::RULE,
    &office_not_member::RULE,
    &lead_not_in_group::RULE,
    &owner_not_addressed::RULE,
    &addressee_without_task::RULE,
    &lead_public::RULE,
    &task_outside_group::RULE,
    &phase_leads_uneven::RULE,
    &group_founded_twice::RULE,
    &prose_seat_differs::RULE,
    &indicator_unused::RULE,
    &hole_open::RULE,
    &hidden_character::RULE,
    &param_open::RULE,
    &allowance_unreasoned::RULE,
    &allowance_unknown::RULE,
    &allowance_idle::RULE,
    &wrong_character::RULE,
    &suspect_word::RULE,
    &redundant_words::RULE,
    &words_contradict::RULE,
    &word_doubled::RULE,
    &subject_missing::RULE,
    &outdated_word::RULE,
    &quantity_said_twice::RULE,
    &quantity_contradicts::RULE,
    &bounds_overlap::RULE,
    &decrease_by_times::RULE,
    &increase_unclear::RULE,
    &date_form::RULE,
    &date_in_han::RULE,
    &year_short::RULE,
    &deadline_without_year::RULE,
    &relative_time::RULE,
    &cut_off_word::RULE,
    &clock_hours_mixed::RULE,
    &term_unquoted::RULE,
    &months_mixed::RULE,
    &full_width_digits::RULE,
    &time_span_sign::RULE,
    &number_range_sign::RULE,
    &range_unit_once::RULE,
    &decimal_mark::RULE,
    &number_mixed::RULE,
    &counter_wrong::RULE,
    &unit_old::RULE,
    &space_in_number::RULE,
    &half_width_marks::RULE,
    &straight_quotes::RULE,
    &pair_unclosed::RULE,
    &mark_before_deng::RULE,
    &long_marks::RULE,
    &marks_doubled::RULE,
    &blanks_align::RULE,
    &look_alike::RULE,
    &ordinal_mark::RULE,
    &quotes_nested::RULE,
    &stray_point::RULE,
    &mark_before_and::RULE,
    &list_without_colon::RULE,
    &document_unmarked::RULE,
    &paragraph_unended::RULE,
    &adverb_cut_off::RULE,
    &blank_in_prose::RULE,
    &note_to_self::RULE,
    &label_empty::RULE,
    &leftover_words::RULE,
    &sentence_twice::RULE,
    &clause_echoed::RULE,
    &verb_round_object::RULE,
    &ordinals_mixed::RULE,
    &enumeration_layout::RULE,
    &condition_vague::RULE,
    &heading_shared::RULE,
    &campaign_differs::RULE,
    &prose_value_differs::RULE,
    &enumeration_count::RULE,
    &enumeration_skips::RULE,
    &set_named_otherwise::RULE,
    &prose_date_after_plan::RULE,
    &organ_undeclared::RULE,
    &organ_other_spelling::RULE,
    &prose_lead_differs::RULE,
    &prose_after_due::RULE,
    &duty_counts_differ::RULE,
    &list_count_differs::RULE,
];

/// Whether a rule speaks only if a day is given to judge by.
pub(super) fn asks_for_a_day(code: &str) -> bool {
    code == overdue::RULE.code
}

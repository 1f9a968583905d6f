//! Every rule, in the order of its code.
//!
//! A test compares this list with the folder.

mod basis_years_differ;
mod date_open;
mod deadline_after_plan;
mod deadline_before_issue;
mod deadline_before_plan;
mod deadline_in_words;
mod deadline_vague;
mod dependency_cycle;
mod due_after_phase;
mod due_before_predecessor;
mod goal_unserved;
mod goal_without_quota;
mod indicator_unused;
mod lead_missing;
mod measure_without_goal;
mod notice_incomplete;
mod number_form;
mod number_year_differs;
mod part_due_after_whole;
mod phase_outside_plan;
mod phases_leave_gap;
mod phases_out_of_order;
mod phases_overlap;
mod published_before_date;
mod quota_after_plan;
mod set_count_differs;
mod set_member_twice;
mod set_name_count;
mod set_not_closed;
mod set_not_listed;
mod signature_date_differs;
mod start_after_due;
mod time_backwards;
mod title_range_differs;
mod title_years_differ;
mod waits_for_own_whole;
mod waits_for_undated;
mod year_missing;

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
    &number_form::RULE,
    &notice_incomplete::RULE,
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
    &lead_missing::RULE,
    &indicator_unused::RULE,
];

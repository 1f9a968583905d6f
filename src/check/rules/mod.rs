//! Every rule, in the order of its code.
//!
//! A test compares this list with the folder.

mod binding_vague;
mod chain_repeats;
mod chain_upward;
mod due_missing;
mod frequency_missing;
mod fund_amount_missing;
mod fund_period_missing;
mod group_without_office;
mod growth_means_points;
mod growth_of_rate;
mod growth_off_series;
mod growth_without_base;
mod helper_above_lead;
mod helper_vague;
mod lead_cooperates;
mod lead_missing;
mod lead_outside;
mod lead_vague;
mod out_of_bounds;
mod owner_declared_twice;
mod owner_idle;
mod owner_repeated;
mod percent_over_hundred;
mod quotas_contradict;
mod quotas_differ;
mod report_downward;
mod retention_against_dropout;
mod seat_open;
mod seat_twice;
mod seat_vague;
mod series_wrong_way;
mod several_leads;
mod shares_off_amounts;
mod shares_over_whole;
mod shares_short_of_whole;
mod target_worse_than_now;
mod total_off_sum;
mod unit_differs;

use super::Rule;

/// Every rule, in the order of its code.
pub const RULES: &[&Rule] = &[
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
];

//! Every rule, in the order of its code.
//!
//! A test compares this list with the folder.

mod lead_missing;

use super::Rule;

/// Every rule, in the order of its code.
pub const RULES: &[&Rule] = &[&lead_missing::RULE];

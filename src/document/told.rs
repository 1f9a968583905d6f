//! What the document says of a single quota, for whoever asks about that alone.
//!
//! Takes a plan and a quota, gives the sentences that would be made of it and of its parts if nothing stood in prose.
//! Never looks where it is printed.

use crate::plan::{Id, Plan, Quota};

use super::Wording;
use super::sentence::{duty, quota};

/// The sentences of a quota with its parts.
pub fn told(plan: &Plan, wording: &Wording, id: Id<Quota>) -> Vec<String> {
    let whole = &plan.quotas[id];
    let parts = plan.quotas.iter().filter(|part| part.part_of == Some(id));
    let all: Vec<&Quota> = std::iter::once(whole).chain(parts).collect();
    if whole.is_obligation() {
        return duty::sentence(wording, plan, &all, false).into_iter().collect();
    }
    quota::sentences(wording, plan, &all, &quota::Told::default())
}

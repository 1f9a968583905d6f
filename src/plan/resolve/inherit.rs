//! What a part inherits from what encloses it.
//!
//! Takes the fields of a part and those above it, gives the fields that hold below.

use crate::calendar::When;
use crate::plan::{Field, GoalRef, Origin, OwnerRef, Reference};
use crate::source::Spanned;

use super::copied::{Copied, Weight};

/// The fields that hold in a part.
#[derive(Clone, Default)]
pub(super) struct Scope {
    pub accountable: Field<Vec<OwnerRef>>,
    pub lead: Field<Vec<OwnerRef>>,
    pub with: Field<Vec<OwnerRef>>,
    pub due: Field<Option<Spanned<When>>>,
    pub serves: Field<Vec<GoalRef>>,
}

impl Scope {
    /// What these fields make of what is inherited.
    pub fn below(self, above: &Scope, copied: &mut Copied) -> Self {
        Self {
            accountable: hand_down(self.accountable, &above.accountable, copied),
            lead: hand_down(self.lead, &above.lead, copied),
            with: hand_down(self.with, &above.with, copied),
            due: if self.due.origin == Origin::Missing { above.due.inherited() } else { self.due },
            serves: hand_down(self.serves, &above.serves, copied),
        }
    }
}

fn hand_down<T: Clone>(
    own: Field<Vec<Reference<T>>>,
    above: &Field<Vec<Reference<T>>>,
    copied: &mut Copied,
) -> Field<Vec<Reference<T>>> {
    if own.origin != Origin::Missing {
        return own;
    }
    let (Some(first), Some(last)) = (above.value.first(), above.value.last()) else { return above.inherited() };
    if copied.may_add(above.value.weight(), 1) {
        return above.inherited();
    }
    copied.inherited.get_or_insert(first.span.to(last.span));
    Field { value: Vec::new(), origin: Origin::Faulty }
}

/// Whoever leads a part of what others lead does not help itself: it is taken out of the helpers that are inherited.
pub(super) fn without_leads(with: &mut Field<Vec<OwnerRef>>, lead: &Field<Vec<OwnerRef>>) {
    if with.origin != Origin::Inherited || lead.origin != Origin::Stated {
        return;
    }
    let leads = |helper: &OwnerRef| {
        lead.value
            .iter()
            .any(|lead| lead.text == helper.text || helper.target().is_some_and(|id| lead.target() == Some(id)))
    };
    with.value.retain(|helper| !leads(helper));
    if with.value.is_empty() {
        *with = Field::default();
    }
}

//! What other rooms answer, as the protocol tells it. Chooses nothing and words nothing.

pub(super) mod completion;
pub(super) mod diagnostic;
pub(super) mod edit;
pub(super) mod kind;
pub(super) mod token;

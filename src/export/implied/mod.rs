//! What follows from the plan by exact arithmetic and is written nowhere.
//!
//! Nothing here is a guess: a value that has no end in decimal digits, or rests on words, is left out.

mod money;
mod parts;
mod present;
mod series;
mod span;

use schemars::JsonSchema;
use serde::Serialize;

use crate::quantity::Decimal;

use super::context::Context;
use super::value::{Number, Place, Rhythm, Time};

/// A value that follows from others.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Implied {
    /// What it is.
    pub kind: ImpliedKind,
    /// The record it is about, `plan`, or the words that name a whole of which the plan has no record.
    pub of: String,
    /// The value and its unit.
    #[serde(flatten)]
    pub number: Number,
    /// The time it is a value for.
    pub time: Option<Time>,
    /// How often it comes round, or over what it is measured.
    pub every: Option<Rhythm>,
    /// The sum as written: `52.12 - 4`.
    pub how: String,
    /// The records it was worked out from.
    pub from: Vec<String>,
    /// Where the record stands that it is about.
    pub place: Place,
}

/// What a value that follows from others is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, JsonSchema, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ImpliedKind {
    /// The value before the first of a series, by the growth asked for.
    Base,
    /// What the growth asked for makes of one value of a series, to be compared with the next, or of its base.
    Grown,
    /// The constant difference of the values of a series.
    Step,
    /// What a quota needs beyond the value of the present, the one counted last.
    Gap,
    /// The whole of which an amount is a share.
    Whole,
    /// The amount of a share whose whole is known.
    Part,
    /// The sum of the funds of a section or set that have the same unit and rhythm, or of the parts of a value.
    Sum,
    /// What 公式 makes of the values beside it: a share at the digits of the value that is written.
    Reckoned,
    /// What is left of a value beyond its 其中.
    Rest,
    /// The number of years of a time.
    Length,
}

/// Everything that follows.
pub(super) fn implied(context: &Context) -> Vec<Implied> {
    let mut found = span::lengths(context);
    found.extend(series::series(context));
    found.extend(present::gaps(context));
    found.extend(present::targets(context));
    found.extend(parts::reckoned(context));
    found.extend(parts::parts(context));
    found.extend(money::shares(context));
    found.extend(money::sums(context));
    found
}

/// `value / by`, if its decimal digits end.
fn divided(value: Decimal, by: Decimal) -> Option<Decimal> {
    let quotient = value.checked_div(by)?.normalize();
    (quotient.scale() <= 12 && quotient.checked_mul(by)? == value).then_some(quotient)
}

//! Exact amounts: decimals with a unit, how they are compared, how they change.
//!
//! Takes numbers and words, gives values; knows no text and no place in a source. Nothing here is ever a float.

mod amount;
mod arithmetic;
mod fraction;
mod han;
mod target;
mod units;

pub use amount::{Amount, Unit};
pub use arithmetic::{last_digit, percent_below, percent_of, plain, power, rounded};
pub use han::{han_integer, han_ordinal};
pub use rust_decimal::Decimal;
pub use target::{Comparison, Direction, Target};
pub use units::{Conflict, UnitDefinition, UnitFault, Units};

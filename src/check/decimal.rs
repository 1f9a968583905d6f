//! Exact numbers as rules reckon with them.

use crate::quantity::Decimal;
use rust_decimal::RoundingStrategy;

/// The number at a scale, as school rounds it, zeros at the end kept.
pub(super) fn rounded(value: Decimal, scale: u32) -> Decimal {
    let mut value = value.round_dp_with_strategy(scale, RoundingStrategy::MidpointAwayFromZero);
    value.rescale(scale);
    value
}

/// One of the last digit written: 0.01 for 52.12.
pub(super) fn last_digit(value: Decimal) -> Decimal {
    Decimal::new(1, value.scale())
}

/// The number without zeros at the end.
pub(super) fn plain(value: Decimal) -> Decimal {
    value.normalize()
}

/// `base` multiplied with itself; `None` if it would not fit.
pub(super) fn power(base: Decimal, exponent: u32) -> Option<Decimal> {
    (0..exponent).try_fold(Decimal::ONE, |product, _| product.checked_mul(base))
}

/// A share of a hundred that is less than `limit`, at the fewest digits that show it, two at least.
pub(super) fn percent_below(share: Decimal, limit: Decimal) -> Decimal {
    let shown = (2..=8).map(|scale| rounded(share, scale)).find(|shown| *shown < limit);
    shown.unwrap_or_else(|| plain(share))
}

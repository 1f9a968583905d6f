//! Reckoning with exact numbers.
//!
//! Nothing here overflows: what would not fit is `None`.

use rust_decimal::{Decimal, RoundingStrategy};

/// The number at a scale, as school rounds it, zeros at the end kept.
pub fn rounded(value: Decimal, scale: u32) -> Decimal {
    let mut value = value.round_dp_with_strategy(scale, RoundingStrategy::MidpointAwayFromZero);
    value.rescale(scale);
    value
}

/// One of the last digit written: 0.01 for 52.12.
pub fn last_digit(value: Decimal) -> Decimal {
    Decimal::new(1, value.scale())
}

/// The number without zeros at the end.
pub fn plain(value: Decimal) -> Decimal {
    value.normalize()
}

/// `base` multiplied with itself; `None` if it would not fit.
pub fn power(base: Decimal, exponent: u32) -> Option<Decimal> {
    (0..exponent).try_fold(Decimal::ONE, |product, _| product.checked_mul(base))
}

/// How many of a hundred a part of a whole is, if that is a number that ends.
pub fn percent_of(part: Decimal, whole: Decimal) -> Option<Decimal> {
    super::fraction::divided(part.checked_mul(Decimal::ONE_HUNDRED)?, whole)
}

/// A share of a hundred that is less than `limit`, at the fewest digits that show it, two at least.
pub fn percent_below(share: Decimal, limit: Decimal) -> Decimal {
    let shown = (2..=8).map(|scale| rounded(share, scale)).find(|shown| *shown < limit);
    shown.unwrap_or_else(|| plain(share))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nine_years_of_dropouts() {
        let stay = |percent: i64| Decimal::ONE - Decimal::new(percent, 3);
        let kept = power(stay(2), 6).unwrap() * power(stay(10), 3).unwrap() * Decimal::ONE_HUNDRED;
        assert_eq!(rounded(kept, 2).to_string(), "95.87");
        assert_eq!(percent_below(Decimal::new(969_999, 4), Decimal::new(97, 0)).to_string(), "96.9999");
        assert_eq!(power(Decimal::MAX, 2), None);
    }

    #[test]
    fn rounding_keeps_the_digits_asked_for() {
        assert_eq!(rounded(Decimal::new(542_048, 4), 2).to_string(), "54.20");
        assert_eq!(rounded(Decimal::new(25, 1), 0).to_string(), "3");
        assert_eq!(last_digit(Decimal::new(5212, 2)).to_string(), "0.01");
    }
}

//! Exact ratios of two whole numbers.
//!
//! Nothing here overflows: what would not fit is `None`.

use std::fmt;

use super::Decimal;

/// A ratio above zero, in lowest terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Fraction {
    /// Above the line.
    pub over: u128,
    /// Below the line; never zero.
    pub under: u128,
}

impl Fraction {
    pub const ONE: Self = Self { over: 1, under: 1 };

    fn new(over: u128, under: u128) -> Self {
        let common = common(over, under).max(1);
        Self { over: over / common, under: under / common }
    }

    /// A number above zero.
    pub fn of(number: Decimal) -> Option<Self> {
        let over = u128::try_from(number.mantissa()).ok().filter(|over| *over > 0)?;
        Some(Self::new(over, 10_u128.checked_pow(number.scale())?))
    }

    /// The product.
    pub fn times(self, other: Self) -> Option<Self> {
        let (left, right) = (Self::new(self.over, other.under), Self::new(other.over, self.under));
        Some(Self { over: left.over.checked_mul(right.over)?, under: left.under.checked_mul(right.under)? })
    }

    /// The ratio turned over.
    pub fn inverse(self) -> Self {
        Self { over: self.under, under: self.over }
    }
}

/// A whole number as a decimal.
pub(super) fn whole(number: u128) -> Option<Decimal> {
    Decimal::try_from_i128_with_scale(i128::try_from(number).ok()?, 0).ok()
}

/// The quotient of two numbers above zero, if it ends and fits.
pub(super) fn divided(over: Decimal, under: Decimal) -> Option<Decimal> {
    let ratio = Fraction::of(over)?.times(Fraction::of(under)?.inverse())?;
    let mut rest = ratio.under;
    let mut scale = [0_u32; 2];
    for (index, prime) in [2, 5].into_iter().enumerate() {
        while rest % prime == 0 {
            rest /= prime;
            scale[index] += 1;
        }
    }
    let scale = scale[0].max(scale[1]);
    let over = ratio.over.checked_mul(10_u128.checked_pow(scale)? / ratio.under).filter(|_| rest == 1)?;
    Decimal::try_from_i128_with_scale(i128::try_from(over).ok()?, scale).ok().map(|quotient| quotient.normalize())
}

/// The product, unless digits would be lost.
pub(super) fn exact_product(one: Decimal, other: Decimal) -> Option<Decimal> {
    let product = one.checked_mul(other)?;
    (product.is_zero() || product.scale() == one.scale() + other.scale()).then_some(product)
}

/// The greatest number that divides both.
pub(super) fn common(one: u128, other: u128) -> u128 {
    let (mut one, mut other) = (one, other);
    while other != 0 {
        (one, other) = (other, one % other);
    }
    one
}

impl fmt::Display for Fraction {
    /// As a decimal if it ends, else as it is: `1.5`, `2000/3`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match whole(self.over).zip(whole(self.under)).and_then(|(over, under)| divided(over, under)) {
            Some(quotient) => write!(f, "{quotient}"),
            None => write!(f, "{}/{}", self.over, self.under),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ratios_are_exact() {
        let third = Fraction::new(1, 3);
        assert_eq!(third.times(Fraction::new(3, 1)), Some(Fraction::ONE));
        assert_eq!(Fraction::of(Decimal::new(15, 1)), Some(Fraction::new(3, 2)));
        assert_eq!(
            (Fraction::new(3, 2).to_string(), Fraction::new(2000, 3).to_string()),
            ("1.5".into(), "2000/3".into())
        );
        assert_eq!(divided(Decimal::from(1), Decimal::from(1500)), None);
        assert_eq!(divided(Decimal::from(3), Decimal::from(1500)), Some(Decimal::new(2, 3)));
        assert_eq!(exact_product(Decimal::MAX, Decimal::new(15, 1)), None);
        assert_eq!(Fraction::of(Decimal::ZERO), None);
        assert_eq!(Fraction::new(u128::MAX, 1).times(Fraction::new(2, 1)), None);
    }
}

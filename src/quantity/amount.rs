//! A number with its unit.

use std::fmt;

use super::Decimal;

/// An exact number of something. The scale is kept as written: `30.00` stays `30.00`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Amount {
    /// The number.
    pub value: Decimal,
    /// What is counted; `None` where the text gives only a number.
    pub unit: Option<Unit>,
}

/// What is counted, as written, such as `%`, `百分点`, `万元`, `节`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Unit(String);

impl Unit {
    /// A unit; the counter of `个百分点` is dropped, so that one thing has one name.
    pub fn new(word: &str) -> Self {
        let word = word.trim();
        Self(if word == "个百分点" { "百分点" } else { word }.to_owned())
    }

    /// The word.
    pub fn word(&self) -> &str {
        &self.0
    }

    /// Whether it is a share of a hundred.
    pub fn is_percent(&self) -> bool {
        self.0 == "%"
    }

    /// The other side of a ratio: 15 of `1:15`, of which this is the unit.
    pub fn ratio(&self) -> Option<Decimal> {
        self.0.strip_prefix(':')?.parse().ok().filter(|other: &Decimal| *other > Decimal::ZERO)
    }

    /// Whether it is a difference of two percentages.
    pub fn is_points(&self) -> bool {
        self.0 == "百分点"
    }

    /// The unit without 万 or 亿, and the factor they stand for.
    pub fn base(&self) -> (Decimal, &str) {
        let factors = [("万", 10_000_i64), ("亿", 100_000_000)];
        for (word, factor) in factors {
            if let Some(rest) = self.0.strip_prefix(word).filter(|rest| !rest.is_empty()) {
                return (Decimal::from(factor), rest);
            }
        }
        (Decimal::ONE, &self.0)
    }
}

impl Amount {
    /// `value` of `unit`.
    pub fn new(value: Decimal, unit: Option<Unit>) -> Self {
        Self { value, unit }
    }

    /// The number in the base unit, 万 and 亿 multiplied out; `None` if it would not fit.
    pub fn in_base(&self) -> Option<Decimal> {
        match &self.unit {
            Some(unit) => self.value.checked_mul(unit.base().0),
            None => Some(self.value),
        }
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for Amount {
    /// As an official text writes it: `92%`, `4个百分点`, `40万元`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.unit {
            Some(unit) if unit.is_points() => write!(f, "{}个百分点", self.value),
            // A ratio has the wide colon that official texts set.
            Some(unit) => match unit.word().strip_prefix(':') {
                Some(other) => write!(f, "{}：{other}", self.value),
                None => write!(f, "{}{unit}", self.value),
            },
            None => write!(f, "{}", self.value),
        }
    }
}

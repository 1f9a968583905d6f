//! What a quota asks for.

use std::fmt;

use super::{Amount, Decimal, Unit};

/// How a value is to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Comparison {
    /// 不少于, 不低于, 以上: at least.
    AtLeast,
    /// 达到, 提高到: that value or a better one, told without 以上.
    Reach,
    /// 不超过, 不高于, 以下: at most.
    AtMost,
    /// 超过, 高于: the value itself does not do.
    Above,
    /// 低于, 不足: the value itself does not do.
    Below,
    /// `=`.
    Exactly,
    /// A bare number: what is planned.
    Planned,
    /// 约, 左右: about.
    About,
    /// 50余所, 1万多个: more than that, and not much.
    Over,
    /// 近100所: less than that, and not much.
    Nearly,
}

impl Comparison {
    /// Whether the number stands for others near it.
    pub fn is_rough(self) -> bool {
        matches!(self, Comparison::About | Comparison::Over | Comparison::Nearly)
    }
}

/// Which way a value is to move.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, schemars::JsonSchema, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    /// 增长, 提高: it grows.
    Up,
    /// 下降, 减少: it falls.
    Down,
}

/// What a quota asks for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Target {
    /// A number and how to read it.
    Value(Comparison, Amount),
    /// From the first to the second, both included.
    Range(Amount, Amount),
    /// Any one of several will do.
    Either(Vec<Target>),
    /// Each of several, counted in units of their own: 2期、200人次.
    All(Vec<Target>),
    /// A target in words, such as 全覆盖.
    Soft(String),
    /// A hole, with the words the draft has in its place.
    Hole(Option<String>),
}

impl Target {
    /// The one number it names, if it names one.
    pub fn amount(&self) -> Option<&Amount> {
        match self {
            Target::Value(_, amount) => Some(amount),
            _ => None,
        }
    }

    /// Whether its bound does not meet it: 超过97%.
    pub fn is_strict(&self) -> bool {
        matches!(self, Target::Value(Comparison::Above | Comparison::Below | Comparison::Over, _))
    }

    /// The ends of what meets it, in the unit as written; those of a strict one do not meet it themselves.
    pub fn bounds(&self) -> Option<(Option<Decimal>, Option<Decimal>)> {
        match self {
            Target::Value(Comparison::AtLeast | Comparison::Reach | Comparison::Above | Comparison::Over, amount) => {
                Some((Some(amount.value), None))
            }
            Target::Value(Comparison::AtMost | Comparison::Below, amount) => Some((None, Some(amount.value))),
            Target::Value(Comparison::Exactly, amount) => Some((Some(amount.value), Some(amount.value))),
            Target::Range(low, high) => Some((Some(low.value), Some(high.value))),
            _ => None,
        }
    }
}

impl fmt::Display for Target {
    /// As an official text writes it: `不低于92%`, `3%至5%`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Target::Value(Comparison::AtLeast, amount) if is_rate(amount) => write!(f, "不低于{amount}"),
            Target::Value(Comparison::AtLeast, amount) => write!(f, "不少于{amount}"),
            Target::Value(Comparison::AtMost, amount) => write!(f, "不超过{amount}"),
            Target::Value(Comparison::Above, amount) => write!(f, "超过{amount}"),
            Target::Value(Comparison::Below, amount) => write!(f, "低于{amount}"),
            Target::Value(Comparison::Exactly | Comparison::Planned | Comparison::Reach, amount) => {
                write!(f, "{amount}")
            }
            Target::Value(Comparison::About, amount) => write!(f, "约{amount}"),
            Target::Value(Comparison::Over, amount) => write_over(amount, f),
            Target::Value(Comparison::Nearly, amount) => write!(f, "近{amount}"),
            Target::Range(low, high) if low.unit == high.unit && low.unit.as_ref().is_some_and(|u| u.is_percent()) => {
                write!(f, "{low}至{high}")
            }
            Target::Range(low, high) => write!(f, "{}至{high}", low.value),
            Target::Either(several) => write_several(several, "或", f),
            Target::All(several) => write_several(several, "、", f),
            Target::Soft(words) => f.write_str(words),
            Target::Hole(Some(words)) => f.write_str(words),
            Target::Hole(None) => f.write_str("（待定）"),
        }
    }
}

/// `不少于3个月或60课时`: the word that compares stands once where it is that of all.
fn write_several(several: &[Target], mark: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let comparison = |target: &Target| match target {
        Target::Value(comparison, _) => Some(*comparison),
        _ => None,
    };
    let first = several.first().and_then(comparison);
    let is_shared = first.is_some() && several.iter().all(|target| comparison(target) == first);
    for (index, target) in several.iter().enumerate() {
        match target {
            _ if index == 0 => write!(f, "{target}")?,
            Target::Value(Comparison::AtLeast | Comparison::AtMost | Comparison::Above | Comparison::Below, amount)
                if is_shared =>
            {
                write!(f, "{mark}{amount}")?;
            }
            _ => write!(f, "{mark}{target}")?,
        }
    }
    Ok(())
}

/// `50余所`, `1万余个`, `100余万元`.
fn write_over(amount: &Amount, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let unit = amount.unit.as_ref().map(Unit::word).unwrap_or_default();
    let is_round = (amount.value % Decimal::TEN).is_zero();
    match unit.chars().next().filter(|large| !is_round && "万亿".contains(*large)) {
        Some(large) => write!(f, "{}{large}余{}", amount.value, &unit[large.len_utf8()..]),
        None => write!(f, "{}余{unit}", amount.value),
    }
}

fn is_rate(amount: &Amount) -> bool {
    amount.unit.as_ref().is_some_and(|unit| unit.is_percent())
}

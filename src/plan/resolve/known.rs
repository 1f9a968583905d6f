//! What holds in every plan without any 引用: the units of `stdlib/units.plan`.
//!
//! The file is a plan like any other, and the grammar reads it; but every check begins with it, and a small plan is read
//! in less time. So the few shapes that its lines have are read here. A test holds that both say the same.

use std::str::FromStr;

use crate::plan::library;
use crate::quantity::{Amount, Decimal, Unit, UnitDefinition};
use crate::syntax::fold::name_key;
use crate::syntax::line::{LineKind, lines};

/// The units that are known without any 引用.
pub(super) fn units() -> Vec<UnitDefinition> {
    let text = library::text("units").unwrap_or_default();
    let mut units: Vec<UnitDefinition> = Vec::new();
    for line in lines(text).filter(|line| line.kind == LineKind::Data) {
        let words = &text[line.content];
        match (words.split_once('：'), units.last_mut()) {
            (Some((key, listed)), Some(unit)) => {
                let names = listed.split('、').map(str::trim);
                match key {
                    "又称" => unit.names.extend(names.map(name_key)),
                    _ => unit.counts.extend(names.map(str::to_owned)),
                }
            }
            _ => units.push(unit(words)),
        }
    }
    units
}

/// A unit and what it is worth: `公顷，15亩，10000平方米`.
fn unit(words: &str) -> UnitDefinition {
    let mut parts = words.split('，');
    let names = parts.next().map(name_key).into_iter().collect();
    UnitDefinition { names, worth: parts.filter_map(amount).collect(), counts: Vec::new() }
}

/// `15亩`.
fn amount(words: &str) -> Option<Amount> {
    let end = words.find(|sign: char| !sign.is_ascii_digit() && sign != '.')?;
    let (number, unit) = words.split_at(end);
    Some(Amount::new(Decimal::from_str(number).ok()?, Some(Unit::new(unit))))
}

#[cfg(test)]
mod tests {
    use super::super::units::declared;
    use super::*;
    use crate::source::Sources;
    use crate::syntax;

    #[test]
    fn units_are_read_as_by_the_grammar() {
        let mut sources = Sources::default();
        let source = sources.add(library::path("units"), library::text("units").unwrap());
        let parsed = syntax::parse(sources.get(source));
        assert_eq!(parsed.findings, []);
        let of_grammar = declared(&parsed.file.items).into_iter().map(|unit| unit.definition).collect::<Vec<_>>();
        assert_eq!(units(), of_grammar);
        assert!(of_grammar.len() > 60, "there are {}", of_grammar.len());
    }
}

//! 计量单位: what things are counted and measured in.
//!
//! What `stdlib/units.plan` declares holds everywhere; a used file takes the place of any part of it, and the plan of
//! any part of both. Gives the table of units that hold and says which conversions cannot.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::diagnostic::Diagnostic;
use crate::quantity::{Conflict, UnitDefinition, UnitFault, Units};
use crate::source::{Span, Spanned};
use crate::syntax::ast::{Entry, Item, Key, Value};
use crate::syntax::fold::name_key;
use crate::syntax::keyword::Keyword;
use crate::text;

use super::fields::with_key;
use super::imports::bodies;
use super::indicators::stray_prose;
use super::{Builder, faults, known};

/// What the kind is called in findings.
const KIND: (&str, &str) = ("计量单位", "unit");

/// The units that are known without any 引用.
static KNOWN: LazyLock<Vec<UnitDefinition>> = LazyLock::new(known::units);

/// The table of [`KNOWN`].
static COMMON: LazyLock<Units> = LazyLock::new(|| Units::of(&KNOWN).0);

/// A unit that a file declares.
pub(super) struct Declared {
    pub definition: UnitDefinition,
    /// Its names, as written.
    names: Vec<Spanned<String>>,
    /// Where each conversion stands.
    worth: Vec<Span>,
}

impl Builder<'_> {
    /// Takes in the units of every file, the plan's first.
    pub(super) fn declare_units<'a>(&mut self, files: impl Iterator<Item = &'a [Item]>) {
        let mut all = Vec::new();
        for items in files {
            for section in bodies(items, Keyword::Units) {
                let prose = section.items.iter().filter_map(|item| match item {
                    Item::Paragraph(paragraph) => Some(stray_prose(paragraph.span)),
                    _ => None,
                });
                self.findings.extend(prose);
            }
            all.extend(declared(items));
        }
        all.retain(|unit| unit.names.first().is_some_and(|name| self.imported.holds(name)));
        if all.is_empty() {
            self.plan.units = COMMON.clone();
            return;
        }
        self.drop_doubles(&mut all);
        self.plan.units = self.units_of(all);
    }

    /// Tells of names that the plan declares twice; what a used file declares gives way.
    fn drop_doubles(&mut self, all: &mut [Declared]) {
        let mut taken: BTreeMap<String, Span> = BTreeMap::new();
        for unit in all {
            for name in std::mem::take(&mut unit.names) {
                let key = name_key(&name.value);
                match taken.get(&key) {
                    Some(first) => {
                        unit.definition.names.retain(|other| *other != key);
                        if !self.imported.is_used(name.span) {
                            self.findings.push(faults::doubled(KIND, &name.value, name.span, *first));
                        }
                    }
                    None => {
                        taken.insert(key, name.span);
                        unit.names.push(name);
                    }
                }
            }
        }
    }

    /// The table of the common units and of those declared, which take the place of common ones. A contradiction is
    /// told where the plan makes it, so its own come last.
    fn units_of(&mut self, mut all: Vec<Declared>) -> Units {
        all.sort_by_key(|unit| !unit.names.first().is_some_and(|name| self.imported.is_used(name.span)));
        let is_taken = |name: &String| all.iter().any(|unit| unit.definition.names.contains(name));
        let common = KNOWN.iter().filter(|unit| unit.names.first().is_some_and(|name| !is_taken(name))).map(|unit| {
            let names = unit.names.iter().filter(|name| !is_taken(name)).cloned().collect();
            UnitDefinition { names, ..unit.clone() }
        });
        let mut definitions: Vec<_> = common.collect();
        let first = definitions.len();
        definitions.extend(all.iter().map(|unit| unit.definition.clone()));
        let (units, conflicts) = Units::of(&definitions);
        let place = |(unit, conversion): (usize, usize)| {
            all.get(unit.checked_sub(first)?).and_then(|unit| unit.worth.get(conversion)).copied()
        };
        let mut told: Vec<_> = conflicts
            .iter()
            .filter_map(|fault| {
                let span = place((fault.unit, fault.conversion))?;
                Some(finding(fault, &definitions, span, &units, place))
            })
            .collect();
        self.findings.append(&mut told);
        units
    }
}

/// The finding for a conversion that cannot hold.
fn finding(
    fault: &UnitFault,
    definitions: &[UnitDefinition],
    span: Span,
    units: &Units,
    place: impl Fn((usize, usize)) -> Option<Span>,
) -> Diagnostic {
    let said = |(unit, conversion): (usize, usize)| {
        let unit = &definitions[unit];
        format!("1{}＝{}", unit.names.first().map_or("", String::as_str), unit.worth[conversion])
    };
    let itself = said((fault.unit, fault.conversion));
    match &fault.conflict {
        Conflict::Unknown(word) => unknown(word, span, units),
        Conflict::Empty => {
            let message =
                text!(zh: "换算要写一个大于零的数和一个单位", en: "a conversion is a number above zero and a unit");
            Diagnostic::error(faults::NO_CONVERSION, span, message)
                .help(text!(zh: "写法如“- 公顷，15亩”", en: "write it as “- 公顷, 15亩”"))
        }
        Conflict::Itself => {
            let message = text!(zh: "单位换算成了自己：{itself}", en: "this unit is converted into itself: {itself}");
            Diagnostic::error(faults::CONTRADICTS, span, message).help(
                text!(zh: "换算成另一个单位，或去掉换算", en: "convert it into another unit, or drop the conversion"),
            )
        }
        Conflict::TooLarge => {
            let message = text!(zh: "换算的数太长，无法精确保存", en: "the numbers of this conversion are too long to be kept exactly");
            Diagnostic::error(faults::NO_CONVERSION, span, message)
                .help(text!(zh: "换算成大小相近的单位", en: "convert into a unit of like size"))
        }
        Conflict::Contradiction { implied, through, is_ring } => {
            let other = definitions[fault.unit].worth[fault.conversion].unit.as_ref().map_or("", |unit| unit.base().1);
            let name = definitions[fault.unit].names.first().map_or("", String::as_str);
            let others = through.iter().map(|at| said(*at)).collect::<Vec<_>>();
            let (zh, en) = (others.join("，"), others.join(", "));
            let message = match is_ring {
                true => {
                    text!(zh: "换算绕成一圈，对不上：{itself}，{zh}", en: "these conversions run in a ring and contradict each other: {itself}, {en}")
                }
                false => {
                    text!(zh: "换算互相矛盾：这里是{itself}，按{zh}，1{name}＝{implied}{other}", en: "conversions contradict each other: {itself} here, but 1{name}＝{implied}{other} by {en}")
                }
            };
            let mut finding = Diagnostic::error(faults::CONTRADICTS, span, message).help(text!(
                zh: "改成一致，或只留一处；标准单位要另行规定的，把有关的单位都在这里重新声明",
                en: "make them agree, or keep one; to replace standard units, declare all that are concerned here"
            ));
            for at in through {
                let words = said(*at);
                if let Some(span) = place(*at) {
                    finding = finding.related(span, text!(zh: "这里是{words}", en: "{words} here"));
                }
            }
            finding
        }
    }
}

fn unknown(word: &str, span: Span, units: &Units) -> Diagnostic {
    let message = text!(zh: "没有叫“{word}”的计量单位", en: "no unit is called “{word}”");
    let finding = Diagnostic::error(faults::UNDEFINED, span, message);
    match crate::syntax::nearest(word, units.names()) {
        Some(near) => finding.help(text!(zh: "是不是“{near}”？", en: "did you mean “{near}”?")),
        None => finding.help(text!(
            zh: "先在“计量单位”下面声明“{word}”，再用它换算",
            en: "declare “{word}” below “units” before you convert into it"
        )),
    }
}

/// The units that the bodies of a file declare.
pub(super) fn declared(items: &[Item]) -> Vec<Declared> {
    let bodies = bodies(items, Keyword::Units);
    let entries = bodies.into_iter().flat_map(|section| &section.items).filter_map(|item| {
        let entry = item.entry()?;
        match &entry.key {
            Key::Name(name) => Some((name, entry)),
            _ => None,
        }
    });
    entries.map(|(name, entry)| unit(name, entry)).collect()
}

fn unit(name: &Spanned<String>, entry: &Entry) -> Declared {
    let listed = |keyword| {
        with_key(&entry.items, keyword).flat_map(|line| match &line.value {
            Value::List(names) => names.as_slice(),
            _ => &[],
        })
    };
    let names: Vec<_> = std::iter::once(name.clone())
        .chain(listed(Keyword::Alias).map(|name| Spanned::new(name.text.clone(), name.span)))
        .collect();
    let worth = match &entry.value {
        Value::Unit(worth) => worth.as_slice(),
        _ => &[],
    };
    let definition = UnitDefinition {
        names: names.iter().map(|name| name_key(&name.value)).collect(),
        worth: worth.iter().map(|amount| amount.value.clone()).collect(),
        counts: listed(Keyword::Counts).map(|thing| thing.text.clone()).collect(),
    };
    Declared { definition, names, worth: worth.iter().map(|amount| amount.span).collect() }
}

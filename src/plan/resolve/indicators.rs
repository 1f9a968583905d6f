//! 口径: what is counted.

use std::collections::hash_map::Entry as Slot;

use crate::diagnostic::Diagnostic;
use crate::plan::{Definition, Id, Indicator, Sort};
use crate::quantity::{Decimal, Direction, Target, Unit};
use crate::source::Spanned;
use crate::syntax::ast::{Ask, Clause, Item, Key, Value};
use crate::syntax::fold::name_key;
use crate::syntax::keyword::Keyword;
use crate::text;

use super::fields::with_key;
use super::imports::bodies;
use super::{Builder, faults};

impl Builder<'_> {
    /// Declares what every body of 口径 declares, wherever it stands.
    pub(super) fn declare_indicators(&mut self, items: &[Item]) {
        for section in bodies(items, Keyword::Indicators) {
            for item in &section.items {
                match item {
                    Item::Entry(entry) => match &entry.key {
                        Key::Name(name) if self.imported.holds(name) => {
                            self.declare_indicator(name, &entry.value, &entry.items);
                        }
                        _ => {}
                    },
                    Item::Paragraph(paragraph) => self.findings.push(stray_prose(paragraph.span)),
                    _ => {}
                }
            }
        }
    }

    fn declare_indicator(&mut self, name: &Spanned<String>, value: &Value, items: &[Item]) {
        let mut indicator = Indicator {
            name: name.clone(),
            aliases: Vec::new(),
            is_declared: true,
            unit: self.words(items, Keyword::Unit).map(|words| words.map(|word| Unit::new(&word.replace('％', "%")))),
            sort: self.sort(name, value),
            better: self.better(items),
            bounds: self.bounds(items),
            formula: self.words(items, Keyword::Formula),
            reckoning: None,
            parts: Vec::new(),
            definition: self.definition(items),
            notes: self.all_words(items, Keyword::Note),
        };
        for below in with_key(items, Keyword::Part) {
            let Value::Quota(quota) = &below.value else { continue };
            for part in listed(&quota.indicator) {
                self.parts.push((name.clone(), part));
            }
            let beyond = quota.asks.iter().map(|ask| ask.span).chain(quota.clauses.iter().map(|clause| clause.span));
            self.refuse(beyond.collect::<Vec<_>>(), ("口径", "indicators"));
        }
        if indicator.sort == Some(Sort::Rate) && indicator.unit.is_none() {
            indicator.unit = Some(Spanned::new(Unit::new("%"), name.span));
        }
        for entry in with_key(items, Keyword::Alias) {
            if let Value::List(names) = &entry.value {
                indicator.aliases.extend(names.iter().map(|name| Spanned::new(name.text.clone(), name.span)));
            }
        }
        let names = std::iter::once(name.clone()).chain(indicator.aliases.iter().cloned()).collect::<Vec<_>>();
        let id = self.plan.indicators.add(indicator);
        for each in names {
            match self.indicators.entry(name_key(&each.value)) {
                Slot::Vacant(slot) => {
                    slot.insert(id);
                }
                // A used file gives way.
                Slot::Occupied(_) if self.imported.is_used(name.span) => {}
                Slot::Occupied(first) => {
                    let first = self.plan.indicators[*first.get()].name.span;
                    self.findings.push(faults::doubled(("指标", "indicator"), &each.value, each.span, first));
                }
            }
        }
    }

    /// The indicator of this name; a first use declares it.
    pub(super) fn indicator(&mut self, name: &Spanned<String>, unit: Option<Spanned<Unit>>) -> Id<Indicator> {
        if let Some(id) = self.indicators.get(&name_key(&name.value)) {
            return *id;
        }
        let id = self.plan.indicators.add(Indicator {
            name: name.clone(),
            aliases: Vec::new(),
            is_declared: false,
            unit,
            sort: None,
            better: None,
            bounds: None,
            formula: None,
            reckoning: None,
            parts: Vec::new(),
            definition: None,
            notes: Vec::new(),
        });
        self.indicators.insert(name_key(&name.value), id);
        id
    }

    fn sort(&mut self, name: &Spanned<String>, value: &Value) -> Option<Sort> {
        let Value::Indicator(words) = value else { return None };
        let mut sort = None;
        for word in words {
            sort = match word.value.as_str() {
                "率" | "rate" => Some(Sort::Rate),
                "增量" | "flow" => Some(Sort::Flow),
                "存量" | "stock" => Some(Sort::Stock),
                other => {
                    match other.strip_prefix("属于").map(str::trim).filter(|whole| !whole.is_empty()) {
                        Some(whole) => {
                            let whole = Spanned::new(whole.to_owned(), word.span);
                            self.parts.push((whole, name.clone()));
                        }
                        None => self.not_allowed(word, "率、增量、存量、属于某指标", "rate, flow, stock, part of …"),
                    }
                    sort
                }
            };
        }
        sort
    }

    fn better(&mut self, items: &[Item]) -> Option<Direction> {
        let word = self.words(items, Keyword::Better)?;
        match word.value.as_str() {
            "升" | "up" => Some(Direction::Up),
            "降" | "down" => Some(Direction::Down),
            _ => {
                self.not_allowed(&word, "升、降", "up, down");
                None
            }
        }
    }

    fn not_allowed(&mut self, word: &Spanned<String>, zh: &str, en: &str) {
        let message = text!(zh: "这里只能写：{zh}", en: "only these may stand here: {en}");
        self.findings.push(Diagnostic::error(faults::NOT_ALLOWED, word.span, message));
    }

    fn bounds(&mut self, items: &[Item]) -> Option<Spanned<(Decimal, Decimal)>> {
        let entry = with_key(items, Keyword::Bounds).next()?;
        let Value::Cell(cell) = &entry.value else { return None };
        match &cell.value {
            Ask::Target(Target::Range(low, high)) if low.value < high.value => {
                Some(Spanned::new((low.value, high.value), cell.span))
            }
            _ => {
                let message = text!(zh: "界限要写成从小到大的两个数", en: "bounds are two numbers, the lesser first");
                let help = text!(zh: "写法如“0%—100%”", en: "write it as 0%..100%");
                self.findings.push(Diagnostic::error(faults::NOT_ALLOWED, cell.span, message).help(help));
                None
            }
        }
    }

    fn definition(&mut self, items: &[Item]) -> Option<Definition> {
        let entry = with_key(items, Keyword::Definition).next()?;
        let Value::Quota(quota) = &entry.value else { return None };
        let target = quota.asks.iter().find_map(|ask| match &ask.value {
            Ask::Target(target) => Some(Spanned::new(target.clone(), ask.span)),
            _ => None,
        })?;
        let of = quota.clauses.iter().find_map(|clause| match &clause.value {
            Clause::Of(words) => Some(words.clone()),
            _ => None,
        });
        Some(Definition { what: quota.indicator.clone(), target, of })
    }
}

/// Names parted by 、.
fn listed(words: &Spanned<String>) -> Vec<Spanned<String>> {
    let names = words.value.split('、').map(str::trim).filter(|name| !name.is_empty());
    names.map(|name| words.piece(name)).collect()
}

/// The finding for prose where only declarations stand.
pub(super) fn stray_prose(span: crate::source::Span) -> Diagnostic {
    Diagnostic::error(
        faults::STRAY_PROSE,
        span,
        text!(zh: "这里只写声明，不以“- ”开头的文字不会印出", en: "only declarations stand here: text without “- ” would not be printed"),
    )
    .help(text!(zh: "是声明就在行首加“- ”；是正文就移到一个标题下面", en: "put “- ” before it if it is a declaration, else move it below a heading"))
}

//! 公式, 其中 and 属于 of indicators, once every indicator is known.

use crate::diagnostic::Diagnostic;
use crate::plan::{Id, Indicator, Link, Operation, Reckoning, Reference};
use crate::source::{Span, Spanned};
use crate::syntax::fold::name_key;
use crate::text;

use super::{Builder, faults};

/// The words of a formula that join two names.
const OPERATIONS: [(&str, Operation); 6] = [
    ("占", Operation::Share),
    ("加", Operation::Sum),
    ("＋", Operation::Sum),
    ("+", Operation::Sum),
    ("减", Operation::Difference),
    ("乘", Operation::Product),
];

impl Builder<'_> {
    /// Binds the names in formulas and parts.
    pub(super) fn reckon(&mut self) {
        for id in self.plan.indicators.ids() {
            let Some(formula) = self.plan.indicators[id].formula.clone() else { continue };
            match self.reckoning(id, &formula) {
                Ok(reckoning) => self.plan.indicators[id].reckoning = reckoning,
                Err(finding) => self.findings.push(*finding),
            }
            for name in taken_apart(&formula).map(|(_, names)| names).unwrap_or_default() {
                let term = self.indicators.get(&name_key(&name.value)).copied();
                term.into_iter().for_each(|term| self.uses(term, &name));
            }
        }
        for (written_whole, written) in std::mem::take(&mut self.parts) {
            let (Some(whole), Some(part)) = (self.known(&written_whole), self.known(&written)) else { continue };
            self.uses(whole, &written_whole);
            self.uses(part, &written);
            let parts = &mut self.plan.indicators[whole].parts;
            if whole != part && !parts.contains(&part) {
                parts.push(part);
            }
        }
    }

    /// `甲 占 乙`, `甲 加 乙 加 丙`; a formula in which no such word stands between blanks is words.
    fn reckoning(&self, id: Id<Indicator>, formula: &Spanned<String>) -> Result<Option<Reckoning>, Box<Diagnostic>> {
        let Some((operation, names)) = taken_apart(formula) else { return Ok(None) };
        let mut terms = Vec::new();
        for name in &names {
            match self.indicators.get(&name_key(&name.value)) {
                Some(term) if *term == id => return Err(Box::new(of_itself(name))),
                Some(term) => terms.push(*term),
                None => return Err(Box::new(faults::undefined(("指标", "indicator"), &name.value, name.span, None))),
            }
        }
        if terms.len() > 2 && matches!(operation, Operation::Share | Operation::Difference) {
            return Err(Box::new(too_many(formula.span)));
        }
        Ok(Some(Reckoning { operation, terms }))
    }

    fn uses(&mut self, indicator: Id<Indicator>, name: &Spanned<String>) {
        let Spanned { value: text, span } = name.clone();
        self.plan.uses.indicators.push(Reference { link: Link::To(indicator), text, span });
    }

    fn known(&mut self, name: &Spanned<String>) -> Option<Id<Indicator>> {
        let found = self.indicators.get(&name_key(&name.value)).copied();
        if found.is_none() {
            self.findings.push(faults::undefined(("指标", "indicator"), &name.value, name.span, None));
        }
        found
    }
}

/// The word that joins the names of a formula, and the names.
fn taken_apart(formula: &Spanned<String>) -> Option<(Operation, Vec<Spanned<String>>)> {
    let text = formula.value.as_str();
    let mut names: Vec<Spanned<String>> = Vec::new();
    let mut operation = None;
    let mut begin = 0;
    let pieces = text.split([' ', '\u{3000}']).filter(|piece| !piece.is_empty());
    let place = |from: usize, to: usize| formula.piece(text[from..to].trim_matches([' ', '\u{3000}']));
    for piece in pieces {
        let Some((word, found)) = OPERATIONS.iter().find(|(word, _)| *word == piece) else { continue };
        if operation.is_some_and(|other| other != *found) {
            return None;
        }
        let at = piece.as_ptr() as usize - text.as_ptr() as usize;
        names.push(place(begin, at));
        begin = at + word.len();
        operation = Some(*found);
    }
    names.push(place(begin, text.len()));
    let is_whole = names.iter().all(|name| !name.value.is_empty());
    operation.filter(|_| is_whole).map(|operation| (operation, names))
}

fn of_itself(name: &Spanned<String>) -> Diagnostic {
    let word = &name.value;
    let message = text!(zh: "“{word}”不能由自己算出", en: "“{word}” cannot be worked out of itself");
    Diagnostic::error(faults::NOT_ALLOWED, name.span, message)
        .help(text!(zh: "改成它所依据的指标", en: "name the indicators it rests on"))
}

fn too_many(span: Span) -> Diagnostic {
    let message = text!(zh: "“占”和“减”只能连接两个指标", en: "占 and 减 join two indicators only");
    Diagnostic::error(faults::NOT_ALLOWED, span, message)
        .help(text!(zh: "写法如“标准化学校 占 学校”", en: "write it as 标准化学校 占 学校"))
}

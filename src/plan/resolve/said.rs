//! What a quota line says: its asks and clauses gathered, each thing once.

use crate::calendar::{self, Every, Part, Time, When};
use crate::diagnostic::Diagnostic;
use crate::plan::{Change, Deadline, Force, OwnerRef, Payer, Sense, Share};
use crate::quantity::{Target, Unit};
use crate::source::{Span, Spanned};
use crate::syntax::ast::{self, Ask, Clause, TimeWord};

use super::{Builder, faults, fields};

/// Everything a quota line can say, before it is known what the line is.
#[derive(Clone, Default)]
pub(super) struct Said {
    pub target: Option<Spanned<Target>>,
    pub from: Option<Spanned<Target>>,
    pub from_when: Option<Spanned<When>>,
    pub change: Option<Spanned<Change>>,
    pub keeps: bool,
    pub every: Option<Spanned<Every>>,
    pub per_member: Vec<Spanned<String>>,
    pub by: Vec<OwnerRef>,
    pub of: Option<Spanned<String>>,
    pub when: Option<Spanned<Deadline>>,
    pub start: Option<Spanned<When>>,
    pub force: Option<Spanned<Force>>,
    pub source: Option<Spanned<String>>,
    pub payers: Vec<Payer>,
    pub receiver: Option<Spanned<String>>,
    pub purpose: Option<Spanned<String>>,
    pub share: Option<Share>,
    pub arranged: Vec<Spanned<String>>,
}

impl Builder<'_> {
    /// Gathers what a line says, each thing once.
    pub(super) fn said(&mut self, written: &ast::Quota) -> Said {
        let mut said = Said::default();
        for ask in &written.asks {
            said.ask(&ask.value, ask.span, &mut self.findings);
        }
        for clause in &written.clauses {
            said.clause(&clause.value, clause.span, &mut self.findings);
        }
        said
    }

    /// The same of a value of the present: a hole after the value is the day it was taken (`12所，?`).
    pub(super) fn said_now(&mut self, written: &ast::Quota) -> Said {
        let is_hole = |clause: &Clause| matches!(clause, Clause::Ask(Ask::Target(Target::Hole(_))));
        let mut written = written.clone();
        if !written.asks.is_empty() {
            for clause in written.clauses.iter_mut().filter(|clause| is_hole(&clause.value)) {
                if let Clause::Ask(Ask::Target(Target::Hole(words))) = &clause.value {
                    clause.value = Clause::When(TimeWord::In, When::Hole(words.clone()));
                }
            }
        }
        self.said(&written)
    }

    /// Refuses what only money has.
    pub(super) fn refuse_money(&mut self, said: &Said, line: (&str, &str)) {
        let words = [&said.source, &said.receiver, &said.purpose].into_iter().flatten().map(|words| words.span);
        let spans = words.chain(said.share.as_ref().map(|share| share.span));
        let spans = spans.chain(said.arranged.iter().map(|words| words.span)).collect::<Vec<_>>();
        self.refuse(spans, line);
    }

    /// Refuses clauses that have no meaning on a line.
    pub(super) fn refuse(&mut self, spans: impl IntoIterator<Item = Span>, line: (&str, &str)) {
        self.findings.extend(spans.into_iter().map(|span| faults::out_of_place(span, line)));
    }
}

impl Said {
    /// 由县财政承担, on a line of money, says where it comes from.
    pub(super) fn take_payer(&mut self) {
        const PAYS: [&str; 19] = [
            "统筹安排解决",
            "统筹解决",
            "统筹安排",
            "统筹保障",
            "统筹",
            "共同承担",
            "共同分担",
            "全额承担",
            "全额保障",
            "予以保障",
            "承担",
            "负担",
            "分担",
            "安排",
            "列支",
            "解决",
            "保障",
            "拨付",
            "配套",
        ];
        let Some((last, before)) = self.by.split_last() else { return };
        let paid = PAYS.iter().find_map(|pays| last.text.strip_suffix(pays)).filter(|payer| !payer.is_empty());
        let Some(payer) = paid.filter(|_| self.source.is_none()) else { return };
        let names = before.iter().map(|name| name.text.as_str()).chain([payer]).collect::<Vec<_>>().join("、");
        let span = before.first().map_or(last.span, |first| first.span.to(last.span));
        self.source = Some(Spanned::new(names, span));
        self.by.clear();
    }

    fn ask(&mut self, ask: &Ask, span: Span, out: &mut Vec<Diagnostic>) {
        match ask {
            Ask::Target(target) => match &self.target {
                Some(money) if is_of(&money.value, '元') && is_of(target, '次') => {
                    out.push(faults::one_time(span, money.span));
                }
                _ => once(("数值", "the value"), &mut self.target, target.clone(), span, out),
            },
            Ask::Keep(target) => {
                self.keeps = true;
                once(("数值", "the value"), &mut self.target, target.clone(), span, out);
            }
            Ask::Change(change) => {
                let ast::Change { direction, by, base, is_mean } = change.clone();
                once(("增减", "the change"), &mut self.change, Change { direction, by, base, is_mean }, span, out);
            }
            Ask::From(from, at) => {
                once(("起点", "the value at first"), &mut self.from, from.clone(), span, out);
                self.from_when = at.clone();
            }
            Ask::Every(every) => once(("频次", "how often"), &mut self.every, *every, span, out),
        }
    }

    /// `三年累计300人次，到2028年底`: a length and its end are one stretch; whether this time made it so.
    fn over_years(&mut self, when: &When) -> bool {
        let Some(first) = self.when.as_mut() else { return false };
        let ((When::Within(count, calendar::Unit::Year), When::At(end))
        | (When::At(end), When::Within(count, calendar::Unit::Year))) = (&first.value.when, when)
        else {
            return false;
        };
        let Some((year, count)) = end.year.zip(i16::try_from(*count).ok()) else { return false };
        let begin = match end.part {
            Part::Year | Part::YearEnd | Part::Month(12) | Part::MonthEnd(12) => Part::Year,
            Part::Month(month) | Part::MonthEnd(month) => Part::Month(month + 1),
            _ => return false,
        };
        let begin = Time { year: Some(if begin == Part::Year { year - count + 1 } else { year - count }), part: begin };
        first.value = Deadline { sense: Sense::In, when: When::Between(begin, Some(*end)) };
        true
    }

    fn clause(&mut self, clause: &Clause, span: Span, out: &mut Vec<Diagnostic>) {
        match clause {
            Clause::Ask(ask) => self.ask(ask, span, out),
            Clause::PerMember(words) => self.per_member.extend(words.iter().cloned()),
            Clause::Since(when) => once(("开始时间", "the beginning"), &mut self.start, when.clone(), span, out),
            Clause::By(names) => self.by.extend(fields::open_all(names)),
            Clause::Of(words) => once(("对象", "whom it concerns"), &mut self.of, words.value.clone(), words.span, out),
            Clause::When(_, when) if self.over_years(when) => {}
            Clause::When(word, when) => {
                let sense = if *word == TimeWord::In && !is_open_duration(when) { Sense::In } else { Sense::Until };
                once(("时间", "the time"), &mut self.when, Deadline { sense, when: when.clone() }, span, out);
            }
            Clause::From(words) => once(("来源", "the source"), &mut self.source, words.value.clone(), words.span, out),
            Clause::Payers(payers) => {
                let names = payers.iter().map(|payer| payer.name.value.as_str()).collect::<Vec<_>>().join("、");
                once(("来源", "the source"), &mut self.source, names, span, out);
                let known = payers.iter().map(|payer| Payer { name: payer.name.clone(), percent: payer.percent });
                self.payers.extend(known);
            }
            Clause::To(words) => {
                once(("给谁", "the receiver"), &mut self.receiver, words.value.clone(), words.span, out)
            }
            Clause::Use(words) => {
                once(("用途", "the purpose"), &mut self.purpose, words.value.clone(), words.span, out)
            }
            Clause::Share(of, percent) => {
                if let Some(first) = &self.share {
                    out.push(faults::said_twice(("份额", "the share"), span, first.span));
                } else {
                    self.share = Some(Share { of: of.clone(), percent: *percent, span });
                }
            }
            Clause::Arranged(words) => self.arranged.push(words.clone()),
            // They are values of their own, which whoever reads the line takes from it.
            Clause::Binding => once(("约束性", "whether it binds"), &mut self.force, Force::Binding, span, out),
            Clause::Expected => once(("约束性", "whether it binds"), &mut self.force, Force::Expected, span, out),
        }
    }
}

fn is_open_duration(when: &When) -> bool {
    matches!(when, When::Within(..))
}

/// Whether the unit of a value ends so: 万元, 次.
fn is_of(target: &Target, end: char) -> bool {
    target.amount().and_then(|amount| amount.unit.as_ref()).is_some_and(|unit| unit.word().ends_with(end))
}

/// Sets what may be said once.
pub(super) fn once<T>(
    what: (&str, &str),
    slot: &mut Option<Spanned<T>>,
    value: T,
    span: Span,
    out: &mut Vec<Diagnostic>,
) {
    match slot {
        Some(first) => out.push(faults::said_twice(what, span, first.span)),
        None => *slot = Some(Spanned::new(value, span)),
    }
}

/// The unit of a value.
pub(super) fn unit_of(target: Option<&Spanned<Target>>) -> Option<Spanned<Unit>> {
    target.and_then(|target| amount_unit(&target.value, target.span))
}

/// The unit of what is asked for; of several, the one they share.
pub(super) fn amount_unit(target: &Target, span: Span) -> Option<Spanned<Unit>> {
    let unit = match target {
        Target::Value(_, amount) | Target::Range(_, amount) => amount.unit.clone(),
        Target::Either(choices) => {
            let mut units = choices.iter().map(|choice| amount_unit(choice, span));
            let first = units.next().flatten();
            return first.filter(|first| units.all(|unit| unit.is_some_and(|unit| unit.value == first.value)));
        }
        Target::All(_) | Target::Soft(_) | Target::Hole(_) => None,
    };
    unit.map(|unit| Spanned::new(unit, span))
}

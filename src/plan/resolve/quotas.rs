//! Quota lines: quotas, duties, money, values of the present.

use crate::calendar::When;
use crate::diagnostic::Diagnostic;
use crate::plan::{Baseline, Change, Deadline, Force, Fund, Holder, Id, Point, Quota, Scope, Sense, Share};
use crate::quantity::{Target, Unit};
use crate::source::{Span, Spanned};
use crate::syntax::ast::{self, Ask, Cell, Clause, Column, Entry, Item, Key, Table, TimeWord, Value};
use crate::syntax::fold::{name_key, narrow};
use crate::syntax::keyword::Keyword;
use crate::syntax::{self};

use super::{Builder, faults, fields};

/// Everything a quota line can say, before it is known what the line is.
#[derive(Default)]
struct Said {
    target: Option<Spanned<Target>>,
    change: Option<Spanned<Change>>,
    every: Option<Spanned<crate::calendar::Every>>,
    per_member: Option<Spanned<String>>,
    by: Vec<crate::plan::OwnerRef>,
    of: Option<Spanned<String>>,
    when: Option<Spanned<Deadline>>,
    force: Option<Spanned<Force>>,
    source: Option<Spanned<String>>,
    receiver: Option<Spanned<String>>,
    purpose: Option<Spanned<String>>,
    share: Option<Share>,
}

impl Builder<'_> {
    /// A line of 指标: one quota, one for each scope, or one for each row of its table.
    pub(super) fn quota(&mut self, entry: &Entry, holder: Holder) -> Vec<Id<Quota>> {
        let Value::Quota(written) = &entry.value else {
            self.report_empty(Keyword::Quota, entry);
            return Vec::new();
        };
        let written = self.split_by_declared(written, entry.span);
        if let Some(table) = entry.table.as_ref().filter(|table| !table.rows.is_empty()) {
            return self.table(table, &written.indicator, holder);
        }
        let said = self.said(&written);
        self.refuse_money(&said, ("指标", "quota"));
        self.note_unread(said.target.as_ref());
        let (name, scopes) = self.name_and_scopes(&written.indicator);
        let series = self.series(&entry.items);
        let unit = unit_of(said.target.as_ref()).or_else(|| unit_of(series.first().map(|point| &point.target)));
        let unit = unit.or_else(|| match &said.change {
            Some(change) => amount_unit(&change.value.by, change.span).filter(|unit| !unit.value.is_points()),
            None => None,
        });
        let indicator = self.indicator(&name, unit);
        let quota = Quota {
            indicator,
            name,
            table: None,
            scope: Vec::new(),
            target: said.target,
            change: said.change,
            every: said.every,
            per_member: said.per_member,
            by: said.by,
            of: said.of,
            when: said.when,
            series,
            total: None,
            force: said.force,
            holder,
            span: entry.span,
        };
        if scopes.is_empty() {
            return vec![self.plan.quotas.add(quota)];
        }
        let each = scopes.into_iter().map(|value| {
            let scope = vec![Scope { dimension: String::new(), value }];
            self.plan.quotas.add(Quota { scope, ..quota.clone() })
        });
        each.collect()
    }

    /// 例会: a duty of the group that names no indicator but itself.
    pub(super) fn meeting(&mut self, entry: &Entry, holder: Holder) -> Option<Id<Quota>> {
        let Value::Quota(written) = &entry.value else {
            self.report_empty(Keyword::Meets, entry);
            return None;
        };
        let name = Spanned::new("例会".to_owned(), entry.span);
        let said = self.said(written);
        let indicator = self.indicator(&name, unit_of(said.target.as_ref()));
        Some(self.plan.quotas.add(Quota {
            indicator,
            name,
            table: None,
            scope: Vec::new(),
            target: said.target,
            change: None,
            every: said.every,
            per_member: None,
            by: said.by,
            of: said.of,
            when: said.when,
            series: Vec::new(),
            total: None,
            force: said.force,
            holder,
            span: entry.span,
        }))
    }

    /// A line of 经费.
    pub(super) fn fund(&mut self, entry: &Entry, holder: Holder) -> Option<Id<Fund>> {
        let Value::Quota(written) = &entry.value else {
            self.report_empty(Keyword::Fund, entry);
            return None;
        };
        let said = self.said(written);
        if let Some(change) = &said.change {
            self.findings.push(faults::out_of_place(change.span, ("经费", "fund")));
        }
        let fund = Fund {
            name: written.indicator.clone(),
            amount: said.target,
            every: said.every,
            start: self.time(&entry.items, Keyword::Start),
            when: said.when,
            source: said.source,
            receiver: said.receiver,
            purpose: said.purpose,
            share: said.share,
            series: self.series(&entry.items),
            holder,
            span: entry.span,
        };
        Some(self.plan.funds.add(fund))
    }

    /// A line of 现状.
    pub(super) fn baseline(&mut self, entry: &Entry, holder: Holder) -> Vec<Id<Baseline>> {
        let Value::Quota(written) = &entry.value else {
            self.report_empty(Keyword::Baseline, entry);
            return Vec::new();
        };
        let written = self.split_by_declared(written, entry.span);
        let said = self.said(&written);
        self.refuse_money(&said, ("现状", "baseline"));
        let (name, scopes) = self.name_and_scopes(&written.indicator);
        let indicator = self.indicator(&name, unit_of(said.target.as_ref()));
        let baseline = Baseline {
            indicator,
            name,
            scope: Vec::new(),
            target: said.target,
            when: said.when.map(|when| when.map(|deadline| deadline.when)),
            holder,
            span: entry.span,
        };
        if scopes.is_empty() {
            return vec![self.plan.baselines.add(baseline)];
        }
        let each = scopes.into_iter().map(|value| {
            let scope = vec![Scope { dimension: String::new(), value }];
            self.plan.baselines.add(Baseline { scope, ..baseline.clone() })
        });
        each.collect()
    }

    fn report_empty(&mut self, keyword: Keyword, entry: &Entry) {
        if matches!(entry.value, Value::Empty) {
            self.findings.push(faults::empty(keyword, entry.span));
        }
    }

    /// The line split where the longest declared name ends, if that is not where the grammar ended it.
    fn split_by_declared(&self, written: &ast::Quota, line: Span) -> ast::Quota {
        let name = &written.indicator;
        if self.indicators.contains_key(&name_key(&name.value)) {
            return written.clone();
        }
        let (stem, _) = split_scope(&name.value);
        if self.indicators.contains_key(&name_key(stem)) {
            return written.clone();
        }
        // Where a parameter stands in the name, the text is not the name.
        let Some(source) = self.sources.iter().find(|source| source.id() == line.source) else {
            return written.clone();
        };
        let whole = Span { start: name.span.start, ..line };
        if source.slice(name.span) != name.value {
            return written.clone();
        }
        let text = source.slice(whole);
        let ends = text.char_indices().map(|(at, _)| at).filter(|at| *at > 0 && *at != name.value.len());
        let longest = ends.take(80).collect::<Vec<_>>();
        for end in longest.into_iter().rev() {
            let is_declared =
                self.indicators.get(&name_key(&text[..end])).map(|id| self.plan.indicators[*id].is_declared);
            if is_declared != Some(true) || parts_a_number(text, end) {
                continue;
            }
            if let Some(found) = syntax::requote(source, self.params, name.span, end, whole)
                && !found.asks.iter().any(|ask| matches!(ask.value, Ask::Target(Target::Soft(_))))
            {
                return found;
            }
        }
        written.clone()
    }

    /// The indicator and the scopes in its last bracket.
    fn name_and_scopes(&self, written: &Spanned<String>) -> (Spanned<String>, Vec<Spanned<String>>) {
        if self.indicators.contains_key(&name_key(&written.value)) {
            return (written.clone(), Vec::new());
        }
        let (stem, scope) = split_scope(&written.value);
        let Some(scope) = scope else { return (written.clone(), Vec::new()) };
        let is_exact = written.span.range().len() == written.value.len();
        let at = |from: usize, text: &str| {
            let start = written.span.start as usize + from;
            let exact = Span::new(written.span.source, start, start + text.len());
            Spanned::new(text.to_owned(), if is_exact { exact } else { written.span })
        };
        let from = scope.as_ptr() as usize - written.value.as_ptr() as usize;
        let mut begin = 0;
        let mut scopes = Vec::new();
        for piece in scope.split('、') {
            let trimmed = piece.trim();
            let lead = piece.len() - piece.trim_start().len();
            if !trimmed.is_empty() {
                scopes.push(at(from + begin + lead, trimmed));
            }
            begin += piece.len() + '、'.len_utf8();
        }
        (at(0, stem), scopes)
    }

    /// The values indented below a line.
    fn series(&mut self, items: &[Item]) -> Vec<Point> {
        let mut points = Vec::new();
        for item in items {
            if let Item::Entry(Entry { key: Key::Time(time), value: Value::Cell(ask), .. }) = item {
                match &ask.value {
                    Ask::Target(target) => {
                        let target = Spanned::new(target.clone(), ask.span);
                        self.note_unread(Some(&target));
                        points.push(Point { time: time.value, target });
                    }
                    _ => self.findings.push(faults::out_of_place(ask.span, ("年度", "series"))),
                }
            }
        }
        points
    }

    /// A table: each row is a quota.
    fn table(&mut self, table: &Table, title: &Spanned<String>, holder: Holder) -> Vec<Id<Quota>> {
        let names_own = table.columns.contains(&Column::Indicator);
        let rows = table.rows.iter().map(|row| self.row(table, row, title, names_own, holder));
        let rows = rows.collect::<Vec<_>>();
        rows.into_iter().map(|quota| self.plan.quotas.add(quota)).collect()
    }

    fn row(&mut self, table: &Table, row: &[Cell], title: &Spanned<String>, names_own: bool, holder: Holder) -> Quota {
        let (mut name, mut scope, mut series, mut total) = (title.clone(), Vec::new(), Vec::new(), None);
        for (column, cell) in table.columns.iter().zip(row) {
            let value = cell.ask.as_ref().and_then(|ask| match ask {
                Ask::Target(target) => Some(Spanned::new(target.clone(), cell.text.span)),
                _ => None,
            });
            match (column, value) {
                (Column::Indicator, _) => name = cell.text.clone(),
                (Column::At(time), Some(target)) => series.push(Point { time: *time, target }),
                (Column::Total, value) => total = value,
                (Column::Dimension(dimension), _) if !cell.text.value.is_empty() => {
                    scope.push(Scope { dimension: dimension.clone(), value: cell.text.clone() });
                }
                _ => {}
            }
        }
        let unit = unit_of(series.first().map(|point: &Point| &point.target));
        let indicator = self.indicator(&name, unit);
        let span = row.first().zip(row.last()).map_or(title.span, |(first, last)| first.text.span.to(last.text.span));
        let table = names_own.then(|| title.clone());
        Quota {
            indicator,
            name,
            table,
            scope,
            target: None,
            change: None,
            every: None,
            per_member: None,
            by: Vec::new(),
            of: None,
            when: None,
            series,
            total,
            force: None,
            holder,
            span,
        }
    }

    /// Gathers what a line says, each thing once.
    fn said(&mut self, written: &ast::Quota) -> Said {
        let mut said = Said::default();
        for ask in &written.asks {
            said.ask(&ask.value, ask.span, &mut self.findings);
        }
        for clause in &written.clauses {
            said.clause(&clause.value, clause.span, &mut self.findings);
        }
        said
    }

    /// A number that was not read as one must not pass in silence as mere words.
    fn note_unread(&mut self, target: Option<&Spanned<Target>>) {
        if let Some(Spanned { value: Target::Soft(words), span }) = target
            && holds_number(words)
        {
            self.findings.push(faults::unread_number(words, *span));
        }
    }

    fn refuse_money(&mut self, said: &Said, line: (&str, &str)) {
        let words = [&said.source, &said.receiver, &said.purpose].into_iter().flatten().map(|words| words.span);
        let spans = words.chain(said.share.as_ref().map(|share| share.span)).collect::<Vec<_>>();
        self.findings.extend(spans.into_iter().map(|span| faults::out_of_place(span, line)));
    }
}

impl Said {
    fn ask(&mut self, ask: &Ask, span: Span, out: &mut Vec<Diagnostic>) {
        match ask {
            Ask::Target(target) => once(&mut self.target, target.clone(), span, out),
            Ask::Change(direction, by) => {
                once(&mut self.change, Change { direction: *direction, by: by.clone() }, span, out);
            }
            Ask::Every(every) => once(&mut self.every, *every, span, out),
        }
    }

    fn clause(&mut self, clause: &Clause, span: Span, out: &mut Vec<Diagnostic>) {
        match clause {
            Clause::Ask(ask) => self.ask(ask, span, out),
            Clause::PerMember(words) => once(&mut self.per_member, words.value.clone(), words.span, out),
            Clause::By(names) => self.by.extend(fields::open_all(names)),
            Clause::Of(words) => once(&mut self.of, words.value.clone(), words.span, out),
            Clause::When(word, when) => {
                let sense = if *word == TimeWord::In && !is_open_duration(when) { Sense::In } else { Sense::Until };
                once(&mut self.when, Deadline { sense, when: when.clone() }, span, out);
            }
            Clause::From(words) => once(&mut self.source, words.value.clone(), words.span, out),
            Clause::To(words) => once(&mut self.receiver, words.value.clone(), words.span, out),
            Clause::Use(words) => once(&mut self.purpose, words.value.clone(), words.span, out),
            Clause::Share(of, percent) => {
                if let Some(first) = &self.share {
                    out.push(faults::said_twice(span, first.span));
                } else {
                    self.share = Some(Share { of: of.clone(), percent: *percent, span });
                }
            }
            Clause::Binding => once(&mut self.force, Force::Binding, span, out),
            Clause::Expected => once(&mut self.force, Force::Expected, span, out),
        }
    }
}

fn is_open_duration(when: &When) -> bool {
    matches!(when, When::Within(..))
}

/// Sets what may be said once.
fn once<T>(slot: &mut Option<Spanned<T>>, value: T, span: Span, out: &mut Vec<Diagnostic>) {
    match slot {
        Some(first) => out.push(faults::said_twice(span, first.span)),
        None => *slot = Some(Spanned::new(value, span)),
    }
}

/// Whether words hold a digit that is not part of a year.
fn holds_number(words: &str) -> bool {
    let digits = |text: &str| text.chars().take_while(|sign| narrow(*sign).is_ascii_digit()).count();
    let mut rest = words;
    while let Some(at) = rest.find(|sign: char| narrow(sign).is_ascii_digit()) {
        let count = digits(&rest[at..]);
        let after = rest[at..].chars().skip(count).collect::<String>();
        if !(count == 4 && (after.starts_with('年') || after.starts_with("—") || after.starts_with('-'))) {
            return true;
        }
        rest = &rest[rest.len() - after.len()..];
    }
    false
}

/// Whether a cut would fall between two digits.
fn parts_a_number(text: &str, at: usize) -> bool {
    let is_digit = |sign: Option<char>| sign.is_some_and(|sign| narrow(sign).is_ascii_digit());
    is_digit(text[..at].chars().last()) && is_digit(text[at..].chars().next())
}

/// A name and what its last bracket holds.
fn split_scope(name: &str) -> (&str, Option<&str>) {
    let trimmed = name.trim_end();
    let closes = trimmed.chars().last().is_some_and(|last| narrow(last) == ')');
    let opening =
        trimmed.char_indices().filter(|(_, c)| narrow(*c) == '(').map(|(at, c)| (at, c.len_utf8())).next_back();
    match opening {
        Some((at, width)) if closes && at > 0 => {
            let last = trimmed.chars().last().map_or(1, char::len_utf8);
            (trimmed[..at].trim_end(), Some(&trimmed[at + width..trimmed.len() - last]))
        }
        _ => (trimmed, None),
    }
}

fn unit_of(target: Option<&Spanned<Target>>) -> Option<Spanned<Unit>> {
    target.and_then(|target| amount_unit(&target.value, target.span))
}

fn amount_unit(target: &Target, span: Span) -> Option<Spanned<Unit>> {
    let unit = match target {
        Target::Value(_, amount) | Target::Range(_, amount) => amount.unit.clone(),
        Target::Either(choices) => {
            let mut units = choices.iter().map(|choice| amount_unit(choice, span));
            let first = units.next().flatten();
            return first.filter(|first| units.all(|unit| unit.is_some_and(|unit| unit.value == first.value)));
        }
        Target::Soft(_) | Target::Hole(_) => None,
    };
    unit.map(|unit| Spanned::new(unit, span))
}

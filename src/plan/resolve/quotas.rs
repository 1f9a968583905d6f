//! Quota lines: quotas, duties, money, values of the present. Tables below them are read in `tables`.

mod names;
mod slips;

use crate::plan::{Baseline, Fund, Holder, Id, Indicator, Point, Quota, Scope};
use crate::quantity::{Target, Unit};
use crate::source::{Span, Spanned};
use crate::syntax::ast::{self, Ask, Entry, Item, Key, Value};
use crate::syntax::fold::name_key;
use crate::syntax::keyword::Keyword;
use crate::syntax::{self};

use super::copied::Weight;
use super::fields::with_key;
use super::said::{Said, amount_unit, once, unit_of};
use super::{Builder, calendar, faults, several};
pub(super) use names::fill_unit;
use names::{beyond_a_value, is_of_values, is_one_scope, parts_a_number, split_scope};

/// The name of a meeting that was taken for a part of the unit: 次专题会议.
fn meeting_of(target: &mut Target) -> Option<String> {
    let Target::Value(_, amount) = target else { return None };
    let name = amount.unit.as_ref()?.word().strip_prefix('次').filter(|name| name.chars().count() > 1)?.to_owned();
    amount.unit = Some(Unit::new("次"));
    Some(name)
}

/// How long the names and values are that differ in each record of a line, and how many there are.
fn scopes_of(scopes: &[Spanned<String>], values: &[(Spanned<String>, Spanned<Target>)]) -> (usize, usize) {
    let of_values = values.iter().map(|(scope, value)| scope.weight() + value.span.weight()).sum::<usize>();
    let times = scopes.len().max(values.len());
    (scopes.weight() + of_values + times * '、'.len_utf8(), times)
}

impl Builder<'_> {
    /// A line of 指标: one quota, one for each scope, or one for each row of its table; then the parts below it.
    pub(super) fn quota(&mut self, entry: &Entry, holder: Holder) -> Vec<Id<Quota>> {
        let Value::Quota(written) = &entry.value else {
            self.report_empty(Keyword::Quota, entry);
            return Vec::new();
        };
        let written = self.without_colon(self.split_by_declared(written, entry.span));
        let entry = &*several::with_below(entry, &written);
        let mut said = self.said(&written);
        self.refuse_money(&said, ("指标", "quota"));
        if let Some(start) = self.time(&entry.items, Keyword::Start) {
            once(("开始时间", "the beginning"), &mut said.start, start.value, start.span, &mut self.findings);
        }
        if let Some(table) = entry.table.as_ref().filter(|table| !table.rows.is_empty()) {
            let weight = written.indicator.weight() + said.weight();
            return match self.may_unfold(weight, table, &written.indicator.value, entry.span) {
                true => self.quota_table(table, &written.indicator, said, holder),
                false => Vec::new(),
            };
        }
        self.note_unread(said.target.as_ref());
        let mut name = self.name_and_scopes(&written.indicator);
        let values = self.several(&written, &mut name, &mut said);
        let (series, total) = self.series(&entry.items);
        // A value below that could not be read is told of where it stands: nothing is left open.
        let is_unread = |item: &Item| matches!(item, Item::Entry(entry) if matches!(entry.value, Value::Faulty(_)));
        if series.is_empty() && entry.items.iter().any(is_unread) {
            self.plan.unread.push(name.stem.clone());
        }
        if values.is_empty() && series.is_empty() {
            self.worded_target(&mut name, &mut said);
        }
        let unit = unit_of(values.first().map(|(_, value)| value))
            .or_else(|| unit_of(said.target.as_ref()))
            .or_else(|| unit_of(series.first().map(|point| &point.target)));
        let unit = unit.or_else(|| match &said.change {
            Some(change) => amount_unit(&change.value.by, change.span).filter(|unit| is_of_values(&unit.value)),
            None => None,
        });
        let indicator = self.indicator(&name.stem, unit);
        let mut quota = Quota { series, total, ..Quota::blank(indicator, name.stem, holder, entry.span) };
        quota.per_member = name.members;
        quota.take(said);
        self.fill_units(indicator, quota.targets());
        self.note_bare(&mut quota);
        if values.is_empty() {
            self.note_demand_in_name(&quota);
        }
        let (scopes, times) = scopes_of(&name.scopes, &values);
        if !self.may_copy(quota.weight(), scopes, times, &quota.name.value, entry.span) {
            return Vec::new();
        }
        if !values.is_empty() {
            let each = values.into_iter().map(|(scope, value)| {
                let mut own = Quota { scope: vec![Scope::bare(scope)], target: Some(value), ..quota.clone() };
                self.fill_units(indicator, own.targets());
                self.plan.quotas.add(own)
            });
            let ids = each.collect();
            return self.quota_parts(entry, holder, ids);
        }
        let ids = match name.scopes.is_empty() {
            true => vec![self.plan.quotas.add(quota)],
            false => {
                let each = name.scopes.into_iter();
                each.map(|value| self.plan.quotas.add(Quota { scope: vec![Scope::bare(value)], ..quota.clone() }))
                    .collect()
            }
        };
        self.quota_parts(entry, holder, ids)
    }

    /// What stands below a quota as 其中.
    fn quota_parts(&mut self, entry: &Entry, holder: Holder, mut ids: Vec<Id<Quota>>) -> Vec<Id<Quota>> {
        let whole = ids.clone();
        for below in with_key(&entry.items, Keyword::Part) {
            let [whole] = whole[..] else {
                self.refuse([below.span], ("指标", "quota"));
                continue;
            };
            let below = several::place_of(below, entry, &self.plan.quotas[whole].name, &self.indicators);
            for part in self.quota(&below, holder) {
                let when = self.plan.quotas[whole].when.clone();
                let quota = &mut self.plan.quotas[part];
                quota.part_of.get_or_insert(whole);
                quota.when = quota.when.take().or(when);
                ids.push(part);
            }
        }
        ids
    }

    /// 例会: a duty of the group that names no indicator but itself.
    pub(super) fn meeting(&mut self, entry: &Entry, holder: Holder) -> Option<Id<Quota>> {
        let Value::Quota(written) = &entry.value else {
            self.report_empty(Keyword::Meets, entry);
            return None;
        };
        self.refuse_several(written, ("例会", "meets"));
        let mut said = self.said(written);
        // 每季度召开一次专题会议 names the meeting behind its number.
        let meeting = said.target.as_mut().and_then(|target| meeting_of(&mut target.value));
        self.note_unread(said.target.as_ref());
        let name = Spanned::new(meeting.unwrap_or_else(|| "例会".to_owned()), entry.span);
        self.refuse_money(&said, ("例会", "meets"));
        let of_values = said.change.iter().map(|change| change.span).chain(said.from.iter().map(|from| from.span));
        self.refuse(of_values, ("例会", "meets"));
        let indicator = self.indicator(&name, unit_of(said.target.as_ref()));
        let mut quota = Quota::blank(indicator, name, holder, entry.span);
        quota.take(said);
        Some(self.plan.quotas.add(Quota { change: None, ..quota }))
    }

    /// A line of 经费, or one for each row of its table; then the parts below it.
    pub(super) fn fund(&mut self, entry: &Entry, holder: Holder) -> Vec<Id<Fund>> {
        let Value::Quota(written) = &entry.value else {
            self.report_empty(Keyword::Fund, entry);
            return Vec::new();
        };
        let written = several::each_year_worded(written);
        let written = &several::each_member_worded(written, |one, other| self.is_parted(one, other));
        let entry = &*several::with_below(entry, written);
        self.refuse_several(written, ("经费", "fund"));
        let mut said = self.said(written);
        said.take_payer();
        let of_values = said.change.iter().map(|change| change.span).chain(said.force.iter().map(|force| force.span));
        let of_values = of_values.chain(said.from.iter().map(|from| from.span));
        let spans = of_values.chain(said.by.iter().map(|by| by.span)).chain(said.of.iter().map(|of| of.span));
        self.refuse(spans.collect::<Vec<_>>(), ("经费", "fund"));
        if let Some(start) = self.time(&entry.items, Keyword::Start) {
            once(("开始时间", "the beginning"), &mut said.start, start.value, start.span, &mut self.findings);
        }
        self.note_unread(said.target.as_ref());
        let (series, total) = self.series(&entry.items);
        let fund = Fund {
            name: written.indicator.clone(),
            total: said.target.as_ref().and(total.clone()),
            amount: said.target.or(total),
            every: said.every,
            per_member: said.per_member,
            start: said.start,
            when: said.when,
            source: said.source,
            payers: said.payers,
            receiver: said.receiver,
            purpose: said.purpose,
            share: said.share,
            arranged: said.arranged,
            series,
            table: None,
            sums: Vec::new(),
            part_of: None,
            note: None,
            holder,
            span: entry.span,
        };
        if let Some(table) = entry.table.as_ref().filter(|table| !table.rows.is_empty()) {
            return match self.may_unfold(fund.name.weight(), table, &fund.name.value, entry.span) {
                true => self.fund_table(table, &fund),
                false => Vec::new(),
            };
        }
        let whole = self.plan.funds.add(fund);
        let mut ids = vec![whole];
        for below in with_key(&entry.items, Keyword::Part) {
            for part in self.fund(below, holder) {
                let (every, start) = (self.plan.funds[whole].every, self.plan.funds[whole].start.clone());
                let fund = &mut self.plan.funds[part];
                fund.part_of.get_or_insert(whole);
                fund.every = fund.every.or(every);
                fund.start = fund.start.take().or(start);
                ids.push(part);
            }
        }
        ids
    }

    /// A line of 现状, or one for each row of its table; then the parts below it.
    pub(super) fn baseline(&mut self, entry: &Entry, holder: Holder) -> Vec<Id<Baseline>> {
        let Value::Quota(written) = &entry.value else {
            self.report_empty(Keyword::Baseline, entry);
            return Vec::new();
        };
        let written = self.without_colon(self.split_by_declared(written, entry.span));
        let entry = &*several::with_below(entry, &written);
        let mut said = self.said_now(&written);
        self.refuse_money(&said, ("现状", "baseline"));
        self.refuse(beyond_a_value(&said), ("现状", "baseline"));
        self.refuse(with_key(&entry.items, Keyword::Start).map(|entry| entry.span), ("现状", "baseline"));
        let mut name = self.name_and_scopes(&written.indicator);
        self.note_unread(said.target.as_ref());
        let values = self.several(&written, &mut name, &mut said);
        let (series, total) = self.series(&entry.items);
        let unit = unit_of(values.first().map(|(_, value)| value))
            .or_else(|| unit_of(said.target.as_ref()))
            .or_else(|| unit_of(series.first().map(|point| &point.target)));
        let when = said.when.map(|when| when.map(|deadline| deadline.when));
        if let Some(table) = entry.table.as_ref().filter(|table| !table.rows.is_empty()) {
            return match self.may_unfold(written.indicator.weight(), table, &written.indicator.value, entry.span) {
                true => self.baseline_table(table, &written.indicator, when, holder),
                false => Vec::new(),
            };
        }
        let indicator = self.indicator(&name.stem, unit);
        let mut baseline = Baseline {
            indicator,
            name: name.stem,
            scope: Vec::new(),
            table: None,
            target: said.target,
            when,
            series,
            total,
            sums: Vec::new(),
            part_of: None,
            note: None,
            holder,
            span: entry.span,
        };
        self.fill_units(
            indicator,
            baseline.target.iter_mut().chain(baseline.series.iter_mut().map(|point| &mut point.target)),
        );
        let (scopes, times) = scopes_of(&name.scopes, &values);
        if !self.may_copy(baseline.weight(), scopes, times, &baseline.name.value, entry.span) {
            return Vec::new();
        }
        if !values.is_empty() {
            let each = values.into_iter().map(|(scope, value)| {
                let mut own = Baseline { scope: vec![Scope::bare(scope)], target: Some(value), ..baseline.clone() };
                self.fill_units(indicator, own.target.iter_mut());
                self.plan.baselines.add(own)
            });
            let ids = each.collect();
            return self.baseline_parts(entry, holder, ids);
        }
        let ids = match name.scopes.is_empty() {
            true => vec![self.plan.baselines.add(baseline)],
            false => {
                let each = name.scopes.into_iter().map(Scope::bare);
                each.map(|scope| self.plan.baselines.add(Baseline { scope: vec![scope], ..baseline.clone() })).collect()
            }
        };
        self.baseline_parts(entry, holder, ids)
    }

    fn baseline_parts(&mut self, entry: &Entry, holder: Holder, mut ids: Vec<Id<Baseline>>) -> Vec<Id<Baseline>> {
        let whole = ids.clone();
        for below in with_key(&entry.items, Keyword::Part) {
            let [whole] = whole[..] else {
                self.refuse([below.span], ("现状", "baseline"));
                continue;
            };
            let below = several::place_of(below, entry, &self.plan.baselines[whole].name, &self.indicators);
            for part in self.baseline(&below, holder) {
                let when = self.plan.baselines[whole].when.clone();
                let baseline = &mut self.plan.baselines[part];
                baseline.part_of.get_or_insert(whole);
                baseline.when = baseline.when.take().or(when);
                ids.push(part);
            }
        }
        ids
    }

    fn report_empty(&mut self, keyword: Keyword, entry: &Entry) {
        if matches!(entry.value, Value::Empty) {
            self.findings.push(faults::empty(keyword, entry.span));
        }
    }

    /// Gives numbers without a unit that of an indicator that 口径 declares.
    fn fill_units<'t>(&self, id: Id<Indicator>, targets: impl Iterator<Item = &'t mut Spanned<Target>>) {
        let indicator = &self.plan.indicators[id];
        let Some(unit) = indicator.unit.as_ref().filter(|_| indicator.is_declared) else { return };
        targets.for_each(|target| fill_unit(&mut target.value, &unit.value));
    }

    /// The line split where the longest declared name ends, if that is not where the grammar ended it.
    pub(super) fn split_by_declared(&self, written: &ast::Quota, line: Span) -> ast::Quota {
        let name = &written.indicator;
        // A declared name may begin with what the grammar took for a time.
        let start = written.led.map_or(name.span.start, |led| led.start.min(name.span.start));
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
        let whole = Span { start, ..line };
        if source.slice(name.span) != name.value {
            return written.clone();
        }
        let text = source.slice(whole);
        let first = Span { start, ..name.span };
        let ends = text
            .char_indices()
            .map(|(at, _)| at)
            .filter(|at| *at > 0 && (start != name.span.start || *at != name.value.len()));
        let longest = ends.take(80).collect::<Vec<_>>();
        for end in longest.into_iter().rev() {
            let is_declared =
                self.indicators.get(&name_key(&text[..end])).map(|id| self.plan.indicators[*id].is_declared);
            if is_declared != Some(true) || parts_a_number(text, end) {
                continue;
            }
            if let Some(mut found) = syntax::requote(source, self.params, first, end, whole)
                && !found.asks.iter().any(|ask| matches!(ask.value, Ask::Target(Target::Soft(_))))
            {
                calendar::settle_clauses(&mut found, &self.plan.calendar);
                return found;
            }
        }
        written.clone()
    }

    /// Whether a comma stands between two places of a line.
    fn is_parted(&self, one: Span, other: Span) -> bool {
        let Some(source) = self.sources.iter().find(|source| source.id() == one.source) else { return true };
        let between = Span { start: one.end.min(other.start), end: other.start, ..one };
        source.slice(between).contains([',', '，'])
    }

    /// Whether an indicator of this name is known.
    pub(super) fn is_known(&self, name: &str) -> bool {
        self.indicators.contains_key(&name_key(name))
    }

    /// The indicator and the scopes in its last bracket.
    fn name_and_scopes(&self, written: &Spanned<String>) -> Written {
        let plain = || Written { stem: written.clone(), scopes: Vec::new(), members: Vec::new() };
        if self.indicators.contains_key(&name_key(&written.value)) {
            return plain();
        }
        let (stem, scope) = split_scope(&written.value);
        let Some(scope) = scope else { return plain() };
        let stem = written.piece(stem);
        if let Some(members) = scope.trim().strip_prefix('每') {
            let members = syntax::members(&written.piece(members));
            return Written { stem, scopes: Vec::new(), members };
        }
        if is_one_scope(scope) {
            return Written { scopes: vec![written.piece(scope)], stem, members: Vec::new() };
        }
        let scopes = scope.split('、').map(str::trim).filter(|scope| !scope.is_empty());
        Written { scopes: scopes.map(|scope| written.piece(scope)).collect(), stem, members: Vec::new() }
    }

    /// The values indented below a line, and their stated sum.
    fn series(&mut self, items: &[Item]) -> (Vec<Point>, Option<Spanned<Target>>) {
        let (mut points, mut total) = (Vec::new(), None);
        for entry in items.iter().filter_map(Item::entry) {
            let Value::Cell(ask) = &entry.value else { continue };
            match (&entry.key, &ask.value) {
                (Key::Time(time), Ask::Target(target)) => {
                    let target = Spanned::new(target.clone(), ask.span);
                    self.note_unread(Some(&target));
                    points.push(Point { time: time.value, time_span: time.span, target });
                }
                (Key::Word(_), Ask::Target(target)) => {
                    once(("合计", "the total"), &mut total, target.clone(), ask.span, &mut self.findings)
                }
                _ => self.findings.push(faults::out_of_place(ask.span, ("年度", "series"))),
            }
        }
        (points, total)
    }
}

/// The name of an indicator as a line writes it.
pub(super) struct Written {
    /// The name without its bracket.
    pub stem: Spanned<String>,
    /// The values of its scope.
    pub scopes: Vec<Spanned<String>>,
    /// 每班每学科 in its bracket: for each of these.
    pub members: Vec<Spanned<String>>,
}

impl Quota {
    /// Takes over what its line says.
    pub(super) fn take(&mut self, said: Said) {
        self.target = said.target;
        self.from = said.from;
        self.from_when = said.from_when;
        self.change = said.change;
        self.keeps = said.keeps;
        self.every = said.every;
        self.per_member.extend(said.per_member);
        self.by = said.by;
        self.of = said.of;
        self.when = said.when;
        self.start = said.start;
        self.force = said.force;
    }

    fn targets(&mut self) -> impl Iterator<Item = &mut Spanned<Target>> {
        self.target.iter_mut().chain(self.series.iter_mut().map(|point| &mut point.target)).chain(self.total.iter_mut())
    }
}

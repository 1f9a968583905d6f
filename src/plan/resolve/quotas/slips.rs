//! Slips in a line of 指标 or 现状 that can still be read: a number without its unit, a demand that stands in the name, a
//! colon too many, a number in words.
//!
//! Takes what was read of the line, tells of it; gives the line as it was meant where that is certain.

use crate::plan::Quota;
use crate::plan::resolve::tables::lacks_unit;
use crate::plan::resolve::{Builder, faults, soft};
use crate::quantity::Target;
use crate::source::Spanned;
use crate::syntax::{ast, english};

use super::names::{is_share_name, wants_unit};

impl Builder<'_> {
    /// Numbers without a unit: certainly wrong for a share, and mostly for what is counted.
    pub(super) fn note_bare(&mut self, quota: &mut Quota) {
        let has_unit = self.plan.indicators[quota.indicator].unit.is_some();
        let (is_share, is_counted) = (is_share_name(&quota.name.value), wants_unit(&quota.name.value));
        let bare = quota.targets().filter(|target| lacks_unit(&target.value)).map(|target| target.span);
        if is_share {
            self.findings.extend(bare.map(faults::no_unit));
        } else if !has_unit && is_counted {
            self.findings.extend(bare.take(1).map(faults::bare_number));
        }
    }

    /// A name that holds what is asked: it would be printed as a name of which nothing is asked yet.
    pub(super) fn note_demand_in_name(&mut self, quota: &Quota) {
        let asks = quota.target.is_some() || quota.change.is_some() || quota.every.is_some() || quota.keeps;
        let is_known = self.plan.indicators[quota.indicator].is_declared;
        if !asks && !is_known && quota.series.is_empty() && soft::is_demand(&quota.name.value) {
            self.findings.push(faults::demand_in_name(&quota.name.value, quota.name.span));
        }
    }

    /// The line without the colon that its author set behind the name: 普及率：95%以上.
    pub(super) fn without_colon(&mut self, mut written: ast::Quota) -> ast::Quota {
        let name = &mut written.indicator;
        let Some(stem) = name.value.strip_suffix([':', '：']).map(str::len) else { return written };
        // What a parameter brings is no slip of this line.
        let source = self.sources.iter().find(|source| source.id() == name.span.source);
        if source.is_none_or(|source| source.slice(name.span) != name.value) {
            return written;
        }
        // Where nothing is asked, that is what is told.
        if !written.asks.is_empty() {
            self.findings.push(faults::colon_behind_name(name.span, name.value.len() - stem));
        }
        name.value.truncate(stem);
        name.span.end = name.span.end.min(name.span.start + stem as u32);
        written
    }

    /// A number that was not read as one must not pass in silence as mere words.
    pub(super) fn note_unread(&mut self, target: Option<&Spanned<Target>>) {
        if let Some(Spanned { value: Target::Soft(words), span }) = target
            && let Some(right) = english::often(words)
        {
            self.findings.push(faults::unread_rhythm(words, &right, *span));
            return;
        }
        if let Some(Spanned { value: Target::Soft(words), span }) = target
            && (soft::holds_number(words) || words.contains(['；', ';']))
        {
            self.findings.push(faults::unread_number(words, *span));
        }
    }
}

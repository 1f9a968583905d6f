//! Prose as it prints: the author's words, and each `{X}` as its value.
//!
//! A value takes the wording that fits its place: bare where the words around it compare already, with the name of its
//! indicator where the sentence has not named it, linked to where the value is declared.

use std::borrow::Cow;

use crate::plan::{Holder, Id, Inline as Piece, NamedValue, Prose, Quota, ValueRef};
use crate::quantity::Target;

use super::run::merged;
use super::sentence::{PENDING, quota, set, value};
use super::{Inline, Writer};

/// Words that compare: after them a value stands bare.
const COMPARED_BEFORE: [&str; 11] =
    ["不低于", "不少于", "不超过", "不高于", "至少", "至多", "最多", "超过", "高于", "低于", "少于"];
const COMPARED_AFTER: [&str; 5] = ["以上", "以下", "以内", "左右", "及以上"];
/// Words after which a value alone is expected.
const ASKING: [&str; 22] = [
    "达到", "达", "为", "至", "到", "在", "是", "约", "共", "计", "成", "即", "增加", "提高", "下降", "减少", "降低",
    "增长", "安排", "投入", "：", "，",
];

impl Writer<'_> {
    /// A paragraph as it prints, with links.
    pub(super) fn prose(&self, prose: &Prose, at: Holder) -> Vec<Inline> {
        self.prose_after("", prose, at)
    }

    /// A cell of a table, whose head has said what stands in it: a value alone is bare.
    pub(super) fn cell(&self, prose: &Prose, at: Holder) -> Vec<Inline> {
        self.prose_after("：", prose, at)
    }

    fn prose_after(&self, lead: &str, prose: &Prose, at: Holder) -> Vec<Inline> {
        // Nearly every paragraph is one piece of the source.
        if let [Piece::Text(words)] = &prose.inlines[..]
            && !words.value.is_empty()
        {
            return vec![Inline::text(words.value.trim())];
        }
        let mut out: Vec<Inline> = Vec::new();
        let mut before = lead.to_owned();
        for (index, piece) in prose.inlines.iter().enumerate() {
            let said = match piece {
                Piece::Text(words) => Inline::text(&*words.value),
                Piece::Value(reference) => {
                    let after = match prose.inlines.get(index + 1) {
                        Some(Piece::Text(words)) => &*words.value,
                        _ => "",
                    };
                    self.value(reference, nearby(&before), after, at)
                }
            };
            before.push_str(said.words());
            out.push(said);
        }
        trimmed(merged(out))
    }

    /// A paragraph without links.
    pub(super) fn prose_words<'t>(&self, prose: &'t Prose) -> Cow<'t, str> {
        match &prose.inlines[..] {
            [Piece::Text(words)] => Cow::Borrowed(words.value.trim()),
            _ => Cow::Owned(super::text::words(&self.prose(prose, Holder::Plan)).into_owned()),
        }
    }

    fn value(&self, reference: &ValueRef, before: &str, after: &str, at: Holder) -> Inline {
        let plan = self.plan;
        let shown =
            |target: Option<&Target>| target.map_or(PENDING.to_owned(), |target| fitting(target, before, after));
        let (text, holder) = match reference.value {
            None => (reference.text.clone(), Holder::Plan),
            Some(NamedValue::Quota(id)) => (self.quota_value(id, before, after), plan.quotas[id].holder),
            Some(NamedValue::Point(id, index)) => {
                let quota = &plan.quotas[id];
                (shown(quota.series.get(index).map(|point| &point.target.value)), quota.holder)
            }
            Some(NamedValue::Fund(id)) => {
                let fund = &plan.funds[id];
                (shown(fund.amount.as_ref().map(|amount| &amount.value)), fund.holder)
            }
            Some(NamedValue::Baseline(id)) => {
                let baseline = &plan.baselines[id];
                (shown(baseline.target.as_ref().map(|target| &target.value)), baseline.holder)
            }
            Some(NamedValue::Set(id)) => (set::members(plan, &plan.sets[id]), plan.sets[id].holder),
        };
        match self.outline.place(holder).filter(|_| holder != at) {
            Some(place) => Inline::Link { text, target: place.anchor.clone() },
            None => Inline::Text { text },
        }
    }

    fn quota_value(&self, id: Id<Quota>, before: &str, after: &str) -> String {
        let quota = &self.plan.quotas[id];
        let indicator = &self.plan.indicators[quota.indicator];
        let value = match (&quota.target, &quota.change) {
            (Some(target), _) => fitting(&target.value, before, after),
            (None, Some(change)) => value::change(&change.value, indicator),
            (None, None) => PENDING.to_owned(),
        };
        let sentence = before.rsplit(['。', '；', '！', '？']).next().unwrap_or_default();
        let names = [&quota.name.value, &indicator.name.value].into_iter();
        let names = names.chain(indicator.aliases.iter().map(|alias| &alias.value));
        let is_named = names.into_iter().any(|name| sentence.contains(name.as_str()) || follows(name, before, after));
        let is_asked = before.is_empty() || ends_with(before, &ASKING) || ends_with(before, &COMPARED_BEFORE);
        if is_named || is_asked && !before.is_empty() {
            return value;
        }
        let (scope, name) = quota::scoped(quota);
        format!("{scope}{name}{value}")
    }
}

/// The end of what stands before a value: a sentence that is longer names nothing there that a reader still has in mind.
fn nearby(before: &str) -> &str {
    const MOST: usize = 4 << 10;
    &before[before.ceil_char_boundary(before.len().saturating_sub(MOST))..]
}

/// Whether the words around a value name it, so that it counts what follows: `以{规划课题}规划课题为抓手`.
fn follows(name: &str, before: &str, after: &str) -> bool {
    let ends = name.char_indices().map(|(at, _)| name.split_at(at));
    ends.into_iter().any(|(head, tail)| before.ends_with(head) && after.starts_with(tail))
}

fn fitting(target: &Target, before: &str, after: &str) -> String {
    let is_compared = ends_with(before, &COMPARED_BEFORE) || COMPARED_AFTER.iter().any(|word| after.starts_with(word));
    if is_compared { value::number(target) } else { value::inline(target) }
}

fn ends_with(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.ends_with(word))
}

/// Without blanks at both ends.
fn trimmed(mut inlines: Vec<Inline>) -> Vec<Inline> {
    if let Some(Inline::Text { text }) = inlines.first_mut() {
        *text = text.trim_start().to_owned();
    }
    if let Some(Inline::Text { text }) = inlines.last_mut() {
        *text = text.trim_end().to_owned();
    }
    inlines
}

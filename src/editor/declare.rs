//! Names that nothing declares, and the edit that declares them.
//!
//! An owner goes below 主体, an indicator that its first use declared below 口径; where there is no such heading, it is
//! made before the first heading below the plan's title.

use std::collections::BTreeSet;
use std::ops::Range;

use super::draft::Draft;
use super::index::references;
use super::{Action, Analysis};
use crate::diagnostic::Edit;
use crate::plan::{Link, Made, UNDEFINED};
use crate::source::{SourceId, Span};
use crate::syntax::fold::name_key;
use crate::syntax::keyword::{Keyword, Place};
use crate::syntax::word::Tongue;
use crate::text;

impl Analysis {
    /// What declares the names among some bytes that nothing declares yet.
    pub fn declarations(&self, source: SourceId, range: Range<usize>) -> Vec<Action> {
        let is_asked =
            |span: Span| span.source == source && span.start as usize <= range.end && range.start <= span.end as usize;
        let draft = Draft::read(self.compiled.sources.get(source).text());
        let mut actions = self.owners_to_declare(source, &draft, &is_asked);
        actions.extend(self.indicators_to_declare(source, &draft, &is_asked));
        actions
    }

    fn owners_to_declare(&self, source: SourceId, draft: &Draft, is_asked: &impl Fn(Span) -> bool) -> Vec<Action> {
        let plan = &self.compiled.plan;
        let made = plan.owners.iter().filter_map(|owner| match &owner.made {
            Some(Made::Of(parts)) => Some(parts),
            _ => None,
        });
        let all = references(plan).chain(made.flatten());
        let open = all.filter(|reference| reference.link == Link::Unresolved && is_asked(reference.span));
        let names = open.flat_map(|reference| reference.text.split(['＋', '+'])).map(str::trim);
        let mut seen = BTreeSet::new();
        names
            .filter(|name| seen.insert(name_key(name)))
            .filter(|name| !plan.owners.iter().any(|owner| name_key(&owner.name.value) == name_key(name)))
            .filter_map(|name| {
                let (name, is_class) = match name.strip_prefix('各') {
                    Some(class) if class.chars().count() > 1 => (class, true),
                    _ => (name, false),
                };
                let mark = match (is_class, draft.tongue()) {
                    (false, _) => "",
                    (true, Tongue::Zh) => "，各",
                    (true, Tongue::En) => ", every",
                };
                let name = name.trim();
                let line = format!("- {}{mark}", written(name)?);
                let title = text!(zh: "在“主体”里声明“{name}”", en: "declare “{name}” below “owners”");
                let edits = vec![insertion(source, draft, Keyword::Owners, Place::OWNERS, &line)];
                Some(Action { title, mends: Some(UNDEFINED), edits })
            })
            .collect()
    }

    fn indicators_to_declare(&self, source: SourceId, draft: &Draft, is_asked: &impl Fn(Span) -> bool) -> Vec<Action> {
        let plan = &self.compiled.plan;
        let quotas = plan.quotas.iter().map(|quota| (quota.indicator, quota.name.span));
        let baselines = plan.baselines.iter().map(|baseline| (baseline.indicator, baseline.name.span));
        let here: BTreeSet<_> = quotas.chain(baselines).filter(|(_, span)| is_asked(*span)).map(|(id, _)| id).collect();
        let undeclared = here.into_iter().map(|id| &plan.indicators[id]).filter(|indicator| !indicator.is_declared);
        undeclared
            .filter_map(|indicator| {
                let name = &indicator.name.value;
                let unit = indicator.unit.as_ref().map(|unit| &unit.value);
                let tongue = draft.tongue();
                let line = match (unit, tongue) {
                    (None, _) => format!("- {}", written(name)?),
                    (Some(unit), Tongue::Zh) if unit.is_percent() => format!("- {}，率", written(name)?),
                    (Some(unit), Tongue::En) if unit.is_percent() => format!("- {}, rate", written(name)?),
                    (Some(unit), Tongue::Zh) => format!("- {}\n  - 单位：{unit}", written(name)?),
                    (Some(unit), Tongue::En) => format!("- {}\n  - unit: {unit}", written(name)?),
                };
                let title = text!(zh: "在“口径”里声明“{name}”", en: "declare “{name}” below “indicators”");
                let edits = vec![insertion(source, draft, Keyword::Indicators, Place::INDICATORS, &line)];
                Some(Action { title, mends: None, edits })
            })
            .collect()
    }
}

/// A name as a declaration has it; none if it cannot be one.
fn written(name: &str) -> Option<String> {
    if name.is_empty() || name.contains(['\n', '“', '”', '"', '{', '}', '《', '》', '＋', '+', '→', '?', '？'])
    {
        return None;
    }
    let is_plain = !name.contains(['：', ':', '，', ',', '、', '；', ';']);
    Some(if is_plain { name.to_owned() } else { format!("“{name}”") })
}

/// The edit that puts a line below a heading of declarations.
fn insertion(source: SourceId, draft: &Draft, keyword: Keyword, place: Place, line: &str) -> Edit {
    let edit = |at: usize, text: String| Edit { span: Span::new(source, at, at), text };
    let body = draft.rows.iter().find(|row| row.is_heading() && row.opens == place);
    if let Some(body) = body {
        return edit(body.end, format!("\n{line}"));
    }
    let word = match draft.tongue() {
        Tongue::Zh => keyword.zh(),
        Tongue::En => keyword.en(),
    };
    let plan = draft.rows.iter().position(|row| row.is_heading() && row.opens == Place::PLAN);
    let next = plan.and_then(|plan| draft.rows.iter().skip(plan + 1).find(|row| row.is_heading()));
    match next {
        Some(next) => {
            edit(super::draft::line_start(draft.text, next.line.whole.start), format!("# {word}\n{line}\n\n"))
        }
        None => {
            let end = draft.text.trim_end().len();
            edit(end, format!("\n\n# {word}\n{line}"))
        }
    }
}

//! Names that nothing declares, and the edit that declares them.
//!
//! An owner goes below the superior that its name points to or that others called like it stand under, wherever that is
//! declared, or else below 主体: of the plan, or of a file that it uses. An indicator that its first use declared goes
//! below 口径. Where there is no such heading, it is made before the first heading below the plan's title.

use std::collections::BTreeSet;
use std::ops::Range;

use super::draft::Draft;
use super::index::{Owners, references};
use super::{Action, Analysis, MOST_OFFERED};
use crate::diagnostic::Edit;
use crate::plan::{Id, Link, Made, Owner, UNDEFINED, is_library};
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
        let mut known: BTreeSet<_> = plan.owners.iter().map(|owner| name_key(&owner.name.value)).collect();
        names
            .filter(|name| known.insert(name_key(name)))
            .take(MOST_OFFERED)
            .filter_map(|name| {
                let tongue = draft.tongue();
                let (name, is_class) = match name.strip_prefix('各') {
                    Some(class) if class.chars().count() > 1 => (class, true),
                    _ => (name, false),
                };
                let mark = match (is_class, tongue) {
                    (false, _) => "",
                    (true, Tongue::Zh) => "，各",
                    (true, Tongue::En) => ", every",
                };
                let name = name.trim();
                let line = format!("- {}{mark}", written(name)?);
                let below = self.above(name).and_then(|superior| self.below_superior(superior, name, &line));
                Some(below.into_iter().chain([self.below_heading(source, draft, name, &line)]))
            })
            .flatten()
            .collect()
    }

    /// The owner below which a name belongs: the one that it begins with, else the superior of those called like it.
    fn above(&self, name: &str) -> Option<Id<Owner>> {
        let plan = &self.compiled.plan;
        let is_fit = |owner: &Owner| {
            let is_declared = matches!(Owners::standing(&self.compiled, owner), Owners::Declared);
            is_declared && !is_library(self.compiled.sources.get(owner.name.span.source).path())
        };
        let begins = |owner: &Owner| {
            let names = std::iter::once(&owner.name).chain(&owner.full_name).chain(&owner.aliases);
            let own =
                names.map(|name| name.value.as_str()).filter(|own| name.len() > own.len() && name.starts_with(own));
            own.map(str::len).max()
        };
        let fitting = || plan.owners.entries().filter(|(_, owner)| is_fit(owner));
        let longest = fitting().filter_map(|(id, owner)| Some((begins(owner)?, id)));
        if let Some((_, id)) = longest.max_by_key(|(length, id)| (*length, std::cmp::Reverse(*id))) {
            return Some(id);
        }
        // 县人社局 stands where 县教育局 and 县财政局 do.
        let ends = |name: &str| (name.chars().next(), name.chars().next_back());
        let alike = fitting().filter(|(_, owner)| ends(&owner.name.value) == ends(name));
        let superior = alike.filter_map(|(_, owner)| owner.superior()).next()?;
        is_fit(&plan.owners[superior]).then_some(superior)
    }

    fn below_superior(&self, superior: Id<Owner>, name: &str, line: &str) -> Option<Action> {
        let owner = &self.compiled.plan.owners[superior];
        let place = owner.name.span;
        let source = self.compiled.sources.get(place.source);
        let draft = Draft::read(source.text());
        let row = draft.rows.get(draft.row_at(place.start as usize)?).filter(|row| row.declares())?;
        let before = draft.slice(&(super::draft::line_start(draft.text, row.line.whole.start)..row.line.whole.end));
        let blanks = &before[..before.len() - before.trim_start().len()];
        let edit = Edit { span: Span::new(place.source, row.end, row.end), text: format!("\n{blanks}  {line}") };
        let above = &owner.name.value;
        let title = text!(zh: "在“{above}”下面声明“{name}”", en: "declare “{name}” below “{above}”");
        Some(Action { title, mends: Some(UNDEFINED), edits: vec![edit] })
    }

    /// Below 主体: of this file, else of a file that it uses, else of a heading made anew.
    fn below_heading(&self, source: SourceId, draft: &Draft, name: &str, line: &str) -> Action {
        let declares = |draft: &Draft| draft.rows.iter().any(|row| row.is_heading() && row.opens == Place::OWNERS);
        let others = self.compiled.sources.iter().filter(|other| other.id() != source && !is_library(other.path()));
        let shared = others.filter(|_| !declares(draft)).find(|other| declares(&Draft::read(other.text())));
        let (title, edit) = match shared {
            Some(shared) => {
                let file = shared.path().file_name().unwrap_or_default().to_string_lossy();
                let draft = Draft::read(shared.text());
                let edit = insertion(shared.id(), &draft, Keyword::Owners, Place::OWNERS, line);
                (text!(zh: "在{file}的“主体”里声明“{name}”", en: "declare “{name}” below “owners” of {file}"), edit)
            }
            None => {
                let edit = insertion(source, draft, Keyword::Owners, Place::OWNERS, line);
                (text!(zh: "在“主体”里声明“{name}”", en: "declare “{name}” below “owners”"), edit)
            }
        };
        Action { title, mends: Some(UNDEFINED), edits: vec![edit] }
    }

    fn indicators_to_declare(&self, source: SourceId, draft: &Draft, is_asked: &impl Fn(Span) -> bool) -> Vec<Action> {
        let plan = &self.compiled.plan;
        let quotas = plan.quotas.iter().map(|quota| (quota.indicator, quota.name.span));
        let baselines = plan.baselines.iter().map(|baseline| (baseline.indicator, baseline.name.span));
        let here: BTreeSet<_> = quotas.chain(baselines).filter(|(_, span)| is_asked(*span)).map(|(id, _)| id).collect();
        let undeclared = here.into_iter().map(|id| &plan.indicators[id]).filter(|indicator| !indicator.is_declared);
        undeclared
            .take(MOST_OFFERED)
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

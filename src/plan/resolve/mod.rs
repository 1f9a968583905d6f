//! From the tree to the plan.
//!
//! Three steps: the indicators that 口径 declares, because a quota line is split by them (`indicators`); one walk over
//! the tree that makes every record with its references still open (`walk`, `facts`, `owners`); and the binding of
//! every reference (`bind`, `inline`). Of used files only the declarations are taken that hold in the plan
//! (`imports`). Faults become findings; the plan is always there.

mod bind;
mod calendar;
mod composite;
mod copied;
mod facts;
pub(super) mod faults;
mod fields;
mod imports;
mod indicators;
mod inherit;
mod inline;
mod known;
mod lists;
mod names;
mod owners;
mod quotas;
mod reckon;
mod referred;
mod said;
mod several;
mod soft;
mod survey;
mod tables;
mod turned;
pub mod undated;
mod units;
mod walk;
mod worded;
mod years;

use foldhash::{HashMap, HashMapExt};

use crate::calendar::Calendar;
use crate::diagnostic::Diagnostic;
use crate::numbering::Pasted;
use crate::quantity::Units;
use crate::source::{Source, Sources, Span, Spanned};
use crate::syntax::keyword::Keyword;
use crate::syntax::{Params, allowances, ast};

use super::{Allowance, Arena, GoalRef, Id, Indicator, Loaded, OwnerRef, Plan, Uses};
pub(crate) use crate::syntax::english::time as time_in_english;
pub use faults::UNDEFINED;
use imports::{Imported, only_declares};
pub use soft::is_demand;
use survey::Survey;

/// Binds every name of a file that uses no other and unfolds its tables.
pub fn resolve(source: &Source, file: &ast::File) -> (Plan, Vec<Diagnostic>) {
    build(vec![source], Loaded::alone(source.id(), file.clone()))
}

/// The same for a plan and the files it uses.
pub fn resolve_loaded(sources: &Sources, loaded: Loaded) -> (Plan, Vec<Diagnostic>) {
    build(loaded.files.iter().map(|file| sources.get(file.source)).collect(), loaded)
}

fn build(sources: Vec<&Source>, mut loaded: Loaded) -> (Plan, Vec<Diagnostic>) {
    let main = &loaded.files[0];
    let is_plan = !only_declares(&main.tree);
    let mut findings = Vec::new();
    let imported = Imported::of(&loaded, &sources, &mut findings);
    let mut plan = Plan::empty(Span::new(main.source, 0, 0));
    plan.waiting.clone_from(&loaded.waiting);
    plan.pasted = main.tree.pasted.clone();
    let unread = main.tree.unread.iter().map(|span| Spanned::new(sources[0].slice(*span).to_owned(), *span));
    plan.unread.extend(unread);
    plan.allowances = sources.iter().flat_map(|source| allowances(source)).map(Allowance::from).collect();
    for param in &loaded.declared {
        plan.params.add(param.clone());
    }
    let (indicators, stated) = (HashMap::new(), Stated::default());
    let mut trees: Vec<_> = loaded.files.iter_mut().map(|file| std::mem::take(&mut file.tree.items)).collect();
    let surveys = trees.iter().map(|items| Survey::of(items)).collect::<Vec<_>>();
    let (params, parts) = (&loaded.params, Vec::new());
    let referred = referred::Referred::of(&trees[0], &surveys[0]);
    let mut builder = Builder {
        sources: &sources,
        params,
        imported,
        plan,
        findings,
        indicators,
        stated,
        parts,
        referred,
        copied: copied::Copied::default(),
        shown: 0,
    };
    builder.declare_units(declaring(&trees, &surveys, Keyword::Units));
    let calendar =
        calendar::calendar(declaring(&trees, &surveys, Keyword::Calendar), &builder.imported, &mut builder.findings);
    builder.plan.calendar = calendar;
    for items in &mut trees {
        calendar::settle(items, &calendar);
    }
    years::tell(&mut trees[0], &surveys[0], sources[0]);
    for items in declaring(&trees, &surveys, Keyword::Indicators) {
        builder.declare_indicators(items);
    }
    builder.walk(std::mem::take(&mut trees[0]), &surveys[0]);
    for items in &trees[1..] {
        builder.declare_used_owners(items);
    }
    builder.reckon();
    let Builder { mut plan, mut findings, stated, referred, copied, .. } = builder;
    findings.extend(copied.inherited.map(copied::too_many_heirs));
    referred.settle(&mut plan);
    if plan.title.is_none() && is_plan {
        let whole = sources[0].whole();
        let is_notice = !plan.notices.is_empty();
        findings.push(if is_notice { faults::notice_alone(whole) } else { faults::no_plan(whole) });
    }
    bind::bind(&mut plan, stated, &mut findings);
    (plan, findings)
}

/// The files that have a body of declarations of one kind.
fn declaring<'a>(
    trees: &'a [Vec<ast::Item>],
    surveys: &'a [Survey],
    keyword: Keyword,
) -> impl Iterator<Item = &'a [ast::Item]> {
    let all = trees.iter().zip(surveys);
    all.filter(move |(_, survey)| survey.has_heading(keyword)).map(|(items, _)| items.as_slice())
}

/// A plan that is being made.
struct Builder<'a> {
    /// The plan's own text, then those of the files it uses.
    sources: &'a [&'a Source],
    params: &'a Params,
    imported: Imported,
    plan: Plan,
    findings: Vec<Diagnostic>,
    /// Indicators by their folded names.
    indicators: HashMap<String, Id<Indicator>>,
    /// Every reference in a field that others may inherit, once, where it is written; measures keep theirs.
    stated: Stated,
    /// 其中 and 属于 of indicators, by name: the whole, the part.
    parts: Vec<(Spanned<String>, Spanned<String>)>,
    /// What goals name of the measures.
    referred: referred::Referred,
    /// What was copied so far of what is long.
    copied: copied::Copied,
    /// How many tables and pictures are placed so far.
    shown: usize,
}

impl Builder<'_> {
    /// The text at a place.
    fn written(&self, place: Span) -> &str {
        self.sources.iter().find(|source| source.id() == place.source).map_or("", |source| source.slice(place))
    }
}

/// References in fields that may be inherited: their faults are told here, not at everything that inherits them.
#[derive(Default)]
struct Stated {
    owners: Vec<OwnerRef>,
    goals: Vec<GoalRef>,
}

impl From<ast::Allowance> for Allowance {
    fn from(written: ast::Allowance) -> Self {
        let ast::Allowance { codes, has_reason, covers, span } = written;
        Self { codes, has_reason, covers, span }
    }
}

impl Plan {
    /// A plan with nothing in it.
    pub(crate) fn empty(span: Span) -> Self {
        Self {
            title: None,
            span,
            kind: None,
            number: None,
            period: None,
            accountable: Vec::new(),
            issuers: Vec::new(),
            date: None,
            attachments: Vec::new(),
            notices: Vec::new(),
            body: Vec::new(),
            params: Arena::default(),
            waiting: Vec::new(),
            pasted: Pasted::default(),
            faulty: Vec::new(),
            unread: Vec::new(),
            allowances: Vec::new(),
            owners: Arena::default(),
            indicators: Arena::default(),
            units: Units::default(),
            calendar: Calendar::default(),
            sections: Arena::default(),
            goals: Arena::default(),
            measures: Arena::default(),
            phases: Arena::default(),
            quotas: Arena::default(),
            baselines: Arena::default(),
            funds: Arena::default(),
            reports: Arena::default(),
            chains: Arena::default(),
            alliances: Arena::default(),
            levels: Arena::default(),
            sets: Arena::default(),
            bases: Arena::default(),
            conditions: Arena::default(),
            roles: Arena::default(),
            uses: Uses::default(),
        }
    }
}

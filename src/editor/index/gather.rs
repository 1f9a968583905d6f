//! What of a plan names something.

use super::owners::{Owners, begins_line};
use super::{Form, Index, Mention, Thing, units, written};
use crate::compile::Compiled;
use crate::plan::{self, Inline, NamedValue, Part, Plan, Prose, Step, StepRef};
use crate::source::{Span, Spanned};
use crate::syntax::keyword::Keyword;
use crate::syntax::{self, fold::name_key};

/// Takes in every place of a plan.
pub(super) fn gather(compiled: &Compiled, index: &mut Index) {
    let mut gatherer = Gatherer { compiled, index };
    gatherer.declarations();
    gatherer.owners();
    gatherer.steps();
    gatherer.indicators();
    gatherer.members();
    gatherer.prose();
    gatherer.params();
    units::uses(compiled, gatherer.index);
}

pub(super) struct Gatherer<'a> {
    pub compiled: &'a Compiled,
    pub index: &'a mut Index,
}

impl<'a> Gatherer<'a> {
    fn plan(&self) -> &'a Plan {
        &self.compiled.plan
    }

    /// Takes in that a place names a thing: where it writes one of its names, that name.
    pub fn place(&mut self, thing: Thing, span: Span) {
        let text = self.compiled.sources.slice(span);
        // What a parameter stands for is named where it gets its value.
        let given = self.given(thing, text);
        if !given.is_empty() {
            given.into_iter().for_each(|(form, span)| self.add(thing, span, Form::Name(form), false));
            return;
        }
        let found = {
            let names = self.index.names(self.plan(), thing);
            written::longest(text, names.iter().map(|name| name.value.as_str()))
        };
        let (form, span) = match found {
            Some((form, range)) => {
                let start = span.start as usize;
                (Form::Name(form), Span::new(span.source, start + range.start, start + range.end))
            }
            None => (Form::Loose, span),
        };
        let is_counted = matches!(thing, Thing::Indicator(_));
        let is_line = form == Form::Loose && begins_line(self.compiled, span);
        if !is_counted || !is_line && !self.is_keyword(span) {
            self.add(thing, span, form, false);
        }
    }

    /// Where the value of a parameter in a text writes a name of a thing that the text itself does not.
    fn given(&self, thing: Thing, text: &str) -> Vec<(usize, Span)> {
        if !text.contains(['{', '｛']) || matches!(thing, Thing::Param(_)) {
            return Vec::new();
        }
        let plan = self.plan();
        let names = self.index.names(plan, thing);
        let names = || names.iter().map(|name| name.value.as_str());
        if written::longest(text, names()).is_some() {
            return Vec::new();
        }
        let braces: Vec<String> = syntax::braced(text).map(|(name, _)| name_key(name)).collect();
        let params = plan.params.iter().filter(|param| braces.contains(&name_key(&param.name.value)));
        let value = |param: &plan::Param| {
            let line = Span { start: param.name.span.end, ..param.span };
            let (form, range) = written::longest(self.compiled.sources.slice(line), names())?;
            let start = line.start as usize;
            Some((form, Span::new(line.source, start + range.start, start + range.end)))
        };
        params.filter_map(value).collect()
    }

    /// Whether a place is the keyword of its line: 例会 says what is counted without another name for it.
    fn is_keyword(&self, span: Span) -> bool {
        Keyword::find(self.compiled.sources.slice(span)).is_some() && begins_line(self.compiled, span)
    }

    pub fn add(&mut self, thing: Thing, span: Span, form: Form, is_declaration: bool) {
        // What stands nowhere in a text, such as what another line only implies, is no place.
        if span.start < span.end {
            self.index.mentions.push(Mention { thing, span, form, is_declaration });
        }
    }

    /// The names of everything, where they are declared.
    fn declarations(&mut self) {
        for thing in self.index.things(self.plan()) {
            if let Thing::Owner(id) = thing {
                let owner = &self.plan().owners[id];
                match Owners::standing(self.compiled, owner) {
                    Owners::Declared => {}
                    Owners::Implied => {
                        self.add(thing, owner.name.span, Form::Derived, true);
                        continue;
                    }
                    Owners::Made => continue,
                }
            }
            let names: Vec<Spanned<String>> = self.index.names(self.plan(), thing).into_iter().cloned().collect();
            for (form, name) in names.iter().enumerate() {
                let text = self.compiled.sources.slice(name.span);
                match written::find(text, &name.value) {
                    // An indicator that its first use declares may be named by the keyword of its line.
                    Some(range)
                        if matches!(thing, Thing::Indicator(_)) && range.start == 0 && text.len() > range.end =>
                    {
                        self.place(thing, name.span);
                    }
                    Some(range) => {
                        let start = name.span.start as usize;
                        let span = Span::new(name.span.source, start + range.start, start + range.end);
                        self.add(thing, span, Form::Name(form), true);
                    }
                    None => self.add(thing, name.span, Form::Loose, true),
                }
            }
        }
    }

    fn steps(&mut self) {
        let plan = self.plan();
        let goals = plan.goals.iter().flat_map(|goal| &goal.serves.value);
        let goals = goals.chain(plan.measures.iter().flat_map(|measure| &measure.serves.value));
        for reference in goals.chain(&plan.uses.goals) {
            reference.target().into_iter().for_each(|id| self.place(Thing::Goal(id), reference.span));
        }
        let steps = |after: &'a [StepRef], builds_on: &'a [StepRef]| after.iter().chain(builds_on);
        let of_measures = plan.measures.iter().flat_map(|measure| steps(&measure.after, &measure.builds_on));
        let of_phases = plan.phases.iter().flat_map(|phase| steps(&phase.after, &phase.builds_on));
        let of_notices = plan.notices.iter().flat_map(|notice| &notice.after);
        for reference in of_measures.chain(of_phases).chain(of_notices) {
            let Some(step) = reference.target() else { continue };
            let thing = match step {
                Step::Measure(id) => Thing::Measure(id),
                Step::Phase(id) => Thing::Phase(id),
                Step::Goal(id) => Thing::Goal(id),
            };
            self.place(thing, reference.span);
        }
    }

    fn indicators(&mut self) {
        let plan = self.plan();
        let quotas = plan.quotas.iter().map(|quota| (quota.indicator, quota.name.span));
        let baselines = plan.baselines.iter().map(|baseline| (baseline.indicator, baseline.name.span));
        for (id, span) in quotas.chain(baselines) {
            self.place(Thing::Indicator(id), span);
        }
        for reference in &plan.uses.indicators {
            reference.target().into_iter().for_each(|id| self.place(Thing::Indicator(id), reference.span));
        }
    }

    fn members(&mut self) {
        for member in self.plan().sets.iter().flat_map(|set| &set.members) {
            let thing = match member.thing {
                Some(plan::Thing::Goal(id)) => Thing::Goal(id),
                Some(plan::Thing::Measure(id)) => Thing::Measure(id),
                Some(plan::Thing::Phase(id)) => Thing::Phase(id),
                Some(plan::Thing::Owner(id)) => Thing::Owner(id),
                Some(plan::Thing::Fund(id)) => Thing::Fund(id),
                Some(plan::Thing::Chain(id)) => Thing::Chain(id),
                Some(plan::Thing::Set(id)) => Thing::Set(id),
                None => continue,
            };
            self.place(thing, member.span);
        }
    }

    /// `{…}` in prose that names a value.
    fn prose(&mut self) {
        let plan = self.plan();
        let bodies = std::iter::once(&plan.body)
            .chain(plan.notices.iter().map(|notice| &notice.body))
            .chain(plan.sections.iter().map(|section| &section.body))
            .chain(plan.goals.iter().map(|goal| &goal.body))
            .chain(plan.measures.iter().map(|measure| &measure.body))
            .chain(plan.phases.iter().map(|phase| &phase.body));
        for inline in bodies.flatten().flat_map(paragraphs).flat_map(|prose| &prose.inlines) {
            let Inline::Value(reference) = inline else { continue };
            let thing = match reference.value {
                Some(NamedValue::Quota(id) | NamedValue::Point(id, _)) => Thing::Indicator(plan.quotas[id].indicator),
                Some(NamedValue::Baseline(id)) => Thing::Indicator(plan.baselines[id].indicator),
                Some(NamedValue::Fund(id)) => Thing::Fund(id),
                Some(NamedValue::Set(id)) => Thing::Set(id),
                None => continue,
            };
            self.place(thing, reference.span);
        }
    }

    /// `{…}` that stands for a parameter, wherever it is filled in.
    fn params(&mut self) {
        let plan = self.plan();
        for source in self.compiled.sources.iter().filter(|_| !plan.params.is_empty()) {
            for (name, range) in syntax::braced(source.text()) {
                let meant = |(_, param): &(_, &plan::Param)| name_key(&param.name.value) == name_key(name);
                let span = Span::new(source.id(), range.start, range.end);
                plan.params.entries().filter(meant).for_each(|(id, _)| self.place(Thing::Param(id), span));
            }
        }
    }
}

fn paragraphs(part: &Part) -> Vec<&Prose> {
    match part {
        Part::Prose(prose) => vec![prose],
        Part::Grid(grid) => grid.rows.iter().flatten().collect(),
        _ => Vec::new(),
    }
}

//! From pieces of the plan to pieces of the published model.
//!
//! Takes the plan, the texts and the ids; turns spans into places, names into references, fields into fields. Holds
//! no record of its own.

use crate::calendar::{Every, When};
use crate::plan::{self, GoalRef, Link, OwnerRef, Plan, StepRef};
use crate::quantity::Target;
use crate::source::{Sources, Span, Spanned};

use super::names::Names;
use super::value::{Deadline, End, Field, Place, Placed, Quantity, Reference, Rhythm, Time, Words};

/// What every conversion needs.
pub(super) struct Context<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// The ids of its things.
    pub names: Names,
    sources: &'a Sources,
}

impl<'a> Context<'a> {
    /// For one plan.
    pub fn new(plan: &'a Plan, sources: &'a Sources) -> Self {
        Self { plan, names: Names::new(plan), sources }
    }

    /// The place of a record.
    pub fn place(&self, span: Span) -> Place {
        let source = self.sources.get(span.source);
        let position = source.position(span.start as usize);
        let file = Some(source.path().to_string_lossy().into_owned());
        Place { file, line: position.line, column: position.column, start: span.start as usize, end: span.end as usize }
    }

    /// The place of a value inside a record.
    pub fn near(&self, span: Span) -> Place {
        let mut place = self.place(span);
        if span.source == self.plan.span.source {
            place.file = None;
        }
        place
    }

    /// Words with their place.
    pub fn words(&self, words: &Spanned<String>) -> Words {
        Words { text: words.value.clone(), place: self.near(words.span) }
    }

    /// Words with their place, if there are any.
    pub fn maybe_words(&self, words: Option<&Spanned<String>>) -> Option<Words> {
        words.map(|words| self.words(words))
    }

    /// Several words with their places.
    pub fn all_words(&self, words: &[Spanned<String>]) -> Vec<Words> {
        words.iter().map(|words| self.words(words)).collect()
    }

    /// A time.
    pub fn time(&self, when: Option<&Spanned<When>>) -> Option<Placed<Time>> {
        let when = when?;
        Some(self.placed(Time::new(&when.value, self.time_words(when.span, &when.value)), when.span))
    }

    /// The time of a value of a series.
    pub fn at(&self, point: &plan::Point) -> Placed<Time> {
        let when = When::At(point.time);
        self.placed(Time::new(&when, bare(&self.written(point.time_span, &when)).to_owned()), point.time_span)
    }

    /// The time of a quota.
    pub fn deadline(&self, when: Option<&Spanned<plan::Deadline>>) -> Option<Placed<Deadline>> {
        let when = when?;
        let text = bare(&self.time_words(when.span, &when.value.when)).to_owned();
        let deadline = Deadline { sense: when.value.sense, time: Time::new(&when.value.when, text) };
        Some(self.placed(deadline, when.span))
    }

    /// How often.
    pub fn rhythm(&self, every: Option<&Spanned<Every>>) -> Option<Rhythm> {
        every.map(|every| Rhythm {
            text: self.written(every.span, &every.value),
            every: Some(every.value),
            hole: false,
            place: Some(self.near(every.span)),
        })
    }

    /// `每？`: how often is left open.
    pub fn open_rhythm(&self, span: Span) -> Option<Rhythm> {
        Some(Rhythm { text: self.slice(span), every: None, hole: true, place: Some(self.near(span)) })
    }

    /// How often; `每？` stands among the members that a value is for each of.
    pub fn rhythm_or_hole(&self, every: Option<&Spanned<Every>>, members: &[Spanned<String>]) -> Option<Rhythm> {
        self.rhythm(every).or_else(|| self.open_rhythm(members.iter().find(|member| is_hole(member))?.span))
    }

    /// What a value is for each of.
    pub fn members(&self, members: &[Spanned<String>]) -> Vec<Words> {
        members.iter().filter(|member| !is_hole(member)).map(|member| self.words(member)).collect()
    }

    /// What is asked for.
    pub fn quantity(&self, target: &Spanned<Target>) -> Placed<Quantity> {
        let mut quantity = Quantity::from(&target.value);
        if let Quantity::Hole { text: text @ None, .. } = &mut quantity {
            *text = Some(self.slice(target.span));
        }
        self.placed(quantity, target.span)
    }

    /// What is asked for, if anything is.
    pub fn maybe_quantity(&self, target: Option<&Spanned<Target>>) -> Option<Placed<Quantity>> {
        target.map(|target| self.quantity(target))
    }

    /// A value with the place it is written at.
    pub fn placed<T>(&self, value: T, span: Span) -> Placed<T> {
        Placed { value, place: self.near(span) }
    }

    /// An owner.
    pub fn owner(&self, owner: &OwnerRef) -> Reference {
        self.reference(owner, |id| &self.names.owners[id])
    }

    /// Owners.
    pub fn owners(&self, owners: &[OwnerRef]) -> Vec<Reference> {
        owners.iter().map(|owner| self.owner(owner)).collect()
    }

    /// A measure, phase or goal.
    pub fn step(&self, step: &StepRef) -> Reference {
        self.reference(step, |step| self.names.step(step))
    }

    /// Measures, phases or goals.
    pub fn steps(&self, steps: &[StepRef]) -> Vec<Reference> {
        steps.iter().map(|step| self.step(step)).collect()
    }

    /// Owners that may be inherited.
    pub fn owner_field(&self, field: &plan::Field<Vec<OwnerRef>>) -> Field<Vec<Reference>> {
        Field { origin: field.origin.into(), value: self.owners(&field.value) }
    }

    /// Goals that may be inherited.
    pub fn goal_field(&self, field: &plan::Field<Vec<GoalRef>>) -> Field<Vec<Reference>> {
        let goal = |goal: &GoalRef| self.reference(goal, |id| &self.names.goals[id]);
        Field { origin: field.origin.into(), value: field.value.iter().map(goal).collect() }
    }

    /// A time that may be inherited.
    pub fn time_field(&self, field: &plan::Field<Option<Spanned<When>>>) -> Field<Option<Placed<Time>>> {
        Field { origin: field.origin.into(), value: self.time(field.value.as_ref()) }
    }

    fn reference<'b, T: Copy>(&self, reference: &plan::Reference<T>, id: impl Fn(T) -> &'b str) -> Reference {
        let end = End {
            id: reference.target().map(|target| id(target).to_owned()),
            text: if reference.text.is_empty() { self.slice(reference.span) } else { reference.text.clone() },
            outside: matches!(reference.link, Link::Outside),
            hole: matches!(reference.link, Link::Hole),
            unresolved: matches!(reference.link, Link::Unresolved),
        };
        self.placed(end, reference.span)
    }

    /// The words of the author; of a hole, those that stand in its place.
    fn time_words(&self, span: Span, when: &When) -> String {
        match when {
            When::Hole(Some(words)) => words.clone(),
            _ => self.written(span, when),
        }
    }

    /// The words of the author, or the official form where the text has none or only a parameter.
    fn written(&self, span: Span, value: &impl ToString) -> String {
        let text = self.slice(span);
        if text.is_empty() || text.contains(['{', '｛']) { value.to_string() } else { text }
    }

    pub fn slice(&self, span: Span) -> String {
        self.sources.slice(span).trim().to_owned()
    }
}

/// A time without the word that says how it is meant, which `sense` tells.
fn bare(text: &str) -> &str {
    let words = ["到", "在", "until ", "in ", "before ", "within "];
    let text = words.iter().find_map(|word| text.strip_prefix(word)).unwrap_or(text).trim();
    text.strip_suffix('前').unwrap_or(text)
}

/// Whether a draft leaves open for each of which, or how often.
fn is_hole(member: &Spanned<String>) -> bool {
    matches!(member.value.trim(), "" | "?" | "？" | "待定" | "tbd")
}

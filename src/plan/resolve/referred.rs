//! `- 措施：听课、备课` below a goal: measures that stand elsewhere, and serve it.
//!
//! Takes the tree of a plan, tells which lines below a goal only name measures that are declared elsewhere, and lets
//! those serve the goal. A line of which no name is known is a measure of its own; one of which some are is told, since
//! either the others are mistyped or the line is meant as a title.

use std::collections::BTreeSet;

use crate::diagnostic::Diagnostic;
use crate::plan::Goal;
use crate::plan::{GoalRef, Id, Link, Origin, Plan, Reference};
use crate::source::Spanned;
use crate::syntax::ast::{Entry, Head, Item, Key, Value};
use crate::syntax::fold::name_key;
use crate::syntax::keyword::Keyword;
use crate::text;

use super::faults;
use super::survey::Survey;

/// The measures that a plan declares, and which of them goals name.
#[derive(Default)]
pub(super) struct Referred {
    /// Names and titles, folded.
    declared: BTreeSet<String>,
    named: Vec<(Id<Goal>, Spanned<String>)>,
}

impl Referred {
    /// What the items of a plan declare.
    pub fn of(items: &[Item], survey: &Survey) -> Self {
        let mut all = Self::default();
        // Few plans have such a line; of the others no name is asked for.
        if survey.has_bare_measures {
            all.declare(items, false);
        }
        all
    }

    fn declare(&mut self, items: &[Item], is_goal: bool) {
        for item in items {
            let (keyword, names, inner) = match item {
                Item::Section(section) => match &section.head {
                    Head::Noun(noun) => (Some(noun.keyword), [noun.name.as_ref(), noun.title.as_ref()], &section.items),
                    Head::Plain(_) => (None, [None, None], &section.items),
                },
                Item::Entry(entry) => match (&entry.key, &entry.value) {
                    (Key::Word(key), Value::Title(title, _)) => {
                        if key.value == Keyword::Measure && !(is_goal && is_bare(entry)) {
                            self.declared.insert(name_key(&title.value));
                        }
                        (Some(key.value), [entry.name.as_deref(), None], &entry.items)
                    }
                    _ => continue,
                },
                Item::Paragraph(_) | Item::Grid(_) => continue,
            };
            if keyword == Some(Keyword::Measure) {
                self.declared.extend(names.into_iter().flatten().map(|name| name_key(&name.value)));
            }
            self.declare(inner, keyword == Some(Keyword::Goal));
        }
    }

    /// Whether a line below a goal names measures and is none; what is wrong with it.
    pub fn take(&mut self, entry: &Entry, goal: Id<Goal>, out: &mut Vec<Diagnostic>) -> bool {
        let (Key::Word(key), Value::Title(title, _)) = (&entry.key, &entry.value) else { return false };
        if key.value != Keyword::Measure || !is_bare(entry) {
            return false;
        }
        let names = title.value.split(['、', '，', '；']).map(str::trim).filter(|name| !name.is_empty());
        let names = names.map(|name| title.piece(name)).collect::<Vec<_>>();
        let is_known = |name: &&Spanned<String>| self.declared.contains(&name_key(&name.value));
        let Some(known) = names.iter().find(is_known).cloned() else { return false };
        for name in names.iter().filter(|name| !is_known(name)) {
            out.push(unknown(name, &known));
        }
        self.named.extend(names.iter().filter(is_known).map(|name| (goal, name.clone())));
        true
    }

    /// Lets the measures that goals name serve them.
    pub fn settle(self, plan: &mut Plan) {
        for (goal, name) in self.named {
            let key = name_key(&name.value);
            let itself = Reference { link: Link::To(goal), text: plan.goals[goal].name.value.clone(), span: name.span };
            let found = plan
                .measures
                .entries()
                .find(|(_, measure)| name_key(&measure.name.value) == key || name_key(&measure.title.value) == key);
            let Some((id, _)) = found else { continue };
            let serves = &mut plan.measures[id].serves;
            let is_same =
                |other: &GoalRef| other.target() == Some(goal) || name_key(&other.text) == name_key(&itself.text);
            if !serves.value.iter().any(is_same) {
                serves.value.push(itself);
                serves.origin = Origin::Stated;
            }
        }
    }
}

/// Whether a line may name measures that stand elsewhere.
pub(super) fn is_bare_measure(entry: &Entry) -> bool {
    matches!(&entry.key, Key::Word(key) if key.value == Keyword::Measure) && is_bare(entry)
}

/// A line with nothing but a title: what is done, by whom and by when is said elsewhere.
fn is_bare(entry: &Entry) -> bool {
    entry.name.is_none() && entry.items.is_empty() && entry.table.is_none()
}

fn unknown(name: &Spanned<String>, known: &Spanned<String>) -> Diagnostic {
    let (name, known, span) = (&name.value, &known.value, name.span);
    faults::undefined(("措施", "measure"), name, span, None).help(text!(
        zh: "“{known}”是已有的措施，这一行就是引用；“{name}”也写成一项措施，如“## 措施：{name}”。整行是一项新措施的题目，给它一个名称：“- 措施 名称：题目”",
        en: "“{known}” is a measure, so this line names measures; declare “{name}” too, as in “## measure: {name}”; if the whole line is the title of a new one, give it a name: “- measure name: title”"
    ))
}

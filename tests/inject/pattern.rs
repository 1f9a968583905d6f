//! Patterns of faults, and the faults they put into the plans.
//!
//! A pattern finds places by a regular expression and says what stands there instead; `⟦…⟧` marks where the rule has
//! to speak. One injection is one place of one plan.

use std::ops::Range;

use regex::{Captures, Regex};

use crate::plans::{Plan, plans};

/// A fault that can be put into plans.
#[derive(Debug)]
pub struct Pattern {
    /// The rule that has to speak.
    pub code: &'static str,
    find: Find,
    /// What stands there instead, with `$1` for the groups and marks around the place.
    put: String,
    on: Vec<&'static str>,
    most: usize,
    all: bool,
    /// The day by which the plan is judged, if there has to be one.
    as_of: Option<&'static str>,
    /// Rules that cannot but speak as well, each with the reason.
    pub along: Vec<(&'static str, &'static str)>,
}

#[derive(Debug)]
enum Find {
    /// Wherever the expression matches; `^` and `$` are those of a line.
    Match(String),
    /// After a sentence of the prose of some plans.
    Prose,
}

/// A fault in one place of one plan.
pub struct Injection {
    /// The pattern it is made from, counted in the catalogue.
    pub pattern: usize,
    pub code: &'static str,
    pub plan: &'static str,
    pub text: String,
    /// The bytes the finding has to touch: any of them.
    pub places: Vec<Range<usize>>,
    pub as_of: Option<&'static str>,
    pub along: Vec<(&'static str, &'static str)>,
}

/// What `find` matches becomes `put`, in every plan that has it, once each.
pub fn edit(code: &'static str, find: &str, put: &str) -> Pattern {
    let find = Find::Match(format!("(?m){find}"));
    Pattern { code, find, put: put.to_owned(), on: Vec::new(), most: 1, all: false, as_of: None, along: Vec::new() }
}

/// `words` once become `put`, in one plan.
pub fn swap(code: &'static str, plan: &'static str, words: &str, put: &str) -> Pattern {
    edit(code, &regex::escape(words), &put.replace('$', "$$")).on(&[plan])
}

/// A sentence is put into the prose of some plans.
pub fn prose(code: &'static str, sentence: &str) -> Pattern {
    Pattern { find: Find::Prose, ..edit(code, "", sentence) }
}

/// A sentence is put into the prose of one plan.
pub fn prose_on(code: &'static str, plan: &'static str, sentence: &str) -> Pattern {
    prose(code, sentence).on(&[plan])
}

impl Pattern {
    /// Only in these plans.
    pub fn on(mut self, plans: &[&'static str]) -> Self {
        self.on = plans.to_vec();
        self
    }

    /// In every plan but these.
    pub fn but(self, plans: &[&str]) -> Self {
        let names: Vec<_> = crate::plans::plans().iter().map(|plan| plan.name).collect();
        let rest: Vec<_> = names.into_iter().filter(|name| !plans.contains(name)).collect();
        self.on(&rest)
    }

    /// At so many places of each plan.
    pub fn most(mut self, most: usize) -> Self {
        self.most = most;
        self
    }

    /// At all places of a plan at once.
    pub fn all(mut self) -> Self {
        self.all = true;
        self
    }

    /// Judged by a day.
    pub fn judged_by(mut self, day: &'static str) -> Self {
        self.as_of = Some(day);
        self
    }

    /// Another rule that has to speak as well, and why.
    pub fn along(mut self, code: &'static str, reason: &'static str) -> Self {
        self.along.push((code, reason));
        self
    }

    /// Whether it goes into a plan, given by its number; a sentence goes into three plans by turns.
    fn takes(&self, index: usize, number: usize, plan: &Plan) -> bool {
        match (&self.find, self.on.as_slice()) {
            (Find::Match(_), []) => true,
            (Find::Prose, []) => (index + number).is_multiple_of(3),
            (_, on) => on.contains(&plan.name),
        }
    }

    /// The texts it makes of a plan, with marks.
    fn marked(&self, plan: &Plan) -> Vec<String> {
        match &self.find {
            Find::Prose => {
                let changed = plan.text.replacen(plan.sentence, &format!("{}{}", plan.sentence, self.put), 1);
                vec![changed]
            }
            Find::Match(find) => {
                let find = Regex::new(find).unwrap();
                if self.all {
                    return vec![find.replace_all(&plan.text, self.put.as_str()).into_owned()];
                }
                let put = |captures: Captures| self.put_at(&plan.text, &captures);
                find.captures_iter(&plan.text).take(self.most).map(put).collect()
            }
        }
    }

    fn put_at(&self, text: &str, captures: &Captures) -> String {
        let at = captures.get(0).unwrap().range();
        let mut changed = text[..at.start].to_owned();
        captures.expand(&self.put, &mut changed);
        changed + &text[at.end..]
    }
}

/// The faults that the catalogue puts into the plans.
pub fn injections(catalogue: &[Pattern]) -> Vec<Injection> {
    let plans = plans();
    let mut made = Vec::new();
    for (index, pattern) in catalogue.iter().enumerate() {
        for (number, plan) in plans.iter().enumerate() {
            if !pattern.takes(index, number, plan) {
                continue;
            }
            for marked in pattern.marked(plan) {
                let (text, places) = unmarked(&marked);
                if !places.is_empty() {
                    let (code, along) = (pattern.code, pattern.along.clone());
                    let as_of = pattern.as_of;
                    made.push(Injection { pattern: index, code, plan: plan.name, text, places, as_of, along });
                }
            }
        }
    }
    made
}

/// A text without marks, and what stood between them.
fn unmarked(marked: &str) -> (String, Vec<Range<usize>>) {
    let (mut text, mut places) = (String::new(), Vec::new());
    let mut parts = marked.split('⟦');
    text.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let (inside, after) = part.split_once('⟧').unwrap();
        places.push(text.len()..text.len() + inside.len());
        text.push_str(inside);
        text.push_str(after);
    }
    (text, places)
}

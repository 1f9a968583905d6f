//! What the checker says of a plan with a fault in it.

use std::ops::Range;
use std::path::Path;

use fangan::check::Stage;
use fangan::diagnostic::Lang;
use fangan::report::{Format, Options, report};
use fangan::world::MemoryWorld;
use fangan::{Compiled, compile};

use crate::pattern::Injection;

/// What became of an injection.
pub struct Outcome {
    /// The expected rule spoke.
    pub found: bool,
    /// It spoke where the fault is: its place touches the fault and begins on a line of it.
    pub at_place: bool,
    /// Other rules that spoke, without those that cannot but speak.
    pub others: Vec<String>,
}

/// A plan as it is checked before it is issued.
fn compiled(text: &str, as_of: Option<&str>) -> Compiled {
    let as_of = as_of.map(|day| day.parse().unwrap());
    let options = fangan::Options { stage: Stage::Issue, as_of, ..fangan::Options::default() };
    compile(&MemoryWorld::with("a.plan", text), Path::new("a.plan"), options).unwrap()
}

/// Everything said about a plan, one line each.
pub fn said(text: &str) -> String {
    let compiled = compiled(text, None);
    report(Format::Short, &compiled.findings, &compiled.sources, &Options { lang: Lang::Zh, ..Options::default() })
}

/// What becomes of each injection.
pub fn judged(injections: &[Injection]) -> Vec<Outcome> {
    injections.iter().map(judge).collect()
}

fn judge(injection: &Injection) -> Outcome {
    let compiled = compiled(&injection.text, injection.as_of);
    let expected = || compiled.findings.iter().filter(|finding| finding.code == injection.code);
    let known = |code: &str| injection.along.iter().any(|(along, _)| *along == code);
    let other = compiled.findings.iter().filter(|finding| finding.code != injection.code && !known(finding.code));
    Outcome {
        found: expected().next().is_some(),
        at_place: expected().any(|finding| is_at(&finding.span.range(), injection)),
        others: other.map(|finding| format!("{} {}", finding.code, finding.message.zh)).collect(),
    }
}

fn is_at(span: &Range<usize>, injection: &Injection) -> bool {
    injection.places.iter().any(|place| {
        let touches = span.start < place.end && place.start < span.end || span.start == place.start;
        let first = injection.text[..place.start].rfind('\n').map_or(0, |at| at + 1);
        let last = injection.text[place.end..].find('\n').map_or(injection.text.len(), |at| place.end + at);
        touches && (first..=last).contains(&span.start)
    })
}

impl Outcome {
    /// One word for it.
    fn word(&self) -> &'static str {
        match (self.found, self.at_place) {
            (false, _) => "missed",
            (true, false) => "elsewhere",
            (true, true) => "found",
        }
    }

    /// One line of the record.
    pub fn line(&self, injection: &Injection) -> String {
        format!("{} {} {}\n", self.word(), injection.code, injection.place())
    }

    /// What was said beside the expected, if anything.
    pub fn beside(&self, injection: &Injection) -> Option<String> {
        let others = self.others.join("；");
        (!others.is_empty()).then(|| format!("{} {} {others}", injection.code, injection.place()))
    }
}

impl Injection {
    /// Where it is: the plan, the line and what stands there now.
    pub fn place(&self) -> String {
        let place = &self.places[0];
        let line = self.text[..place.start].matches('\n').count() + 1;
        let words: String = self.text[place.clone()].chars().take(30).flat_map(shown).collect();
        format!("{}:{line} {words}", self.plan)
    }
}

/// A character as it stands in the record, on one line and to be seen.
fn shown(character: char) -> Vec<char> {
    match character {
        '\n' => vec!['⏎'],
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' => {
            character.escape_unicode().collect()
        }
        other => vec![other],
    }
}

//! What an office has settled for the plans of a folder: its `fangan.toml`.
//!
//! Takes the path of a plan, finds the file at the root of the workspace and gives what it says: which rules speak and
//! how gravely, at what stage, by what words, how much is told, in what sentences a document is printed and how it looks. What is wrong in the file becomes
//! findings that point into it; with any of them the file is not used. Never looks at a plan, and never decides what a command line may
//! overrule.

mod faults;
mod shape;
mod style;

pub use self::faults::bad_template;
pub use self::style::{From, Trouble, profile, templates};

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::check::{Choice, Selector, Stage, WordLists, code};
use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::document::Wording;
use crate::render::Style;
use crate::source::{SourceId, Sources, Span};
use crate::world::{ReadError, World, tidied, workspace};

use shape::{Check, Document, File, Written};

/// The name of the file.
pub const NAME: &str = "fangan.toml";

/// What is settled for the plans of a folder.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// Which rules speak.
    pub choice: Choice,
    /// How grave the findings of a rule are.
    pub severity: BTreeMap<&'static str, Severity>,
    /// How far the plans have come.
    pub stage: Option<Stage>,
    /// The words that rules go by.
    pub words: WordLists,
    /// How many findings of one rule are told in one file; 0 is all.
    pub max_per_rule: Option<usize>,
    /// The sentences that a document is printed in.
    pub wording: Wording,
    /// How it looks.
    pub style: Style,
}

/// Why settings cannot be used.
pub enum Unusable {
    /// The file cannot be read.
    Unread(ReadError),
    /// It says something that cannot be meant.
    Faulty(Sources, Vec<Diagnostic>),
}

/// The file with the settings that hold for a plan, if there is one.
pub fn find(world: &dyn World, plan: &Path) -> Option<PathBuf> {
    let here = world.real(plan.parent().unwrap_or(Path::new(""))).ok()?;
    let file = workspace(world, &here).join(NAME);
    world.real(&file).is_ok().then_some(file)
}

/// The settings in a file, which findings call by the path `shown`.
pub fn read(world: &dyn World, file: &Path, shown: &Path) -> Result<Settings, Unusable> {
    let text = world.read(file).map_err(Unusable::Unread)?;
    let mut sources = Sources::default();
    let source = sources.add(shown, text);
    let folder = file.parent().unwrap_or(Path::new(""));
    let mut reader = Reader { world, folder, source, settings: Settings::default(), findings: Diagnostics::default() };
    let (File { check, document }, misshapen) = shape::read(sources.get(source).text());
    misshapen.iter().for_each(|fault| reader.findings.push(faults::unread(sources.get(source), fault)));
    reader.take(check);
    if let Some(path) = &document.wording {
        reader.wording(path, shown, &mut sources);
    }
    reader.style(&document, shown, &mut sources);
    let findings = reader.findings.into_sorted();
    if findings.is_empty() { Ok(reader.settings) } else { Err(Unusable::Faulty(sources, findings)) }
}

struct Reader<'a> {
    world: &'a dyn World,
    folder: &'a Path,
    source: SourceId,
    settings: Settings,
    findings: Diagnostics,
}

impl Reader<'_> {
    fn take(&mut self, check: Check) {
        self.settings.choice.select = self.selectors(&check.select);
        self.settings.choice.ignore = self.selectors(&check.ignore);
        self.settings.max_per_rule = check.max_per_rule;
        if let Some(stage) = check.stage {
            match stage.get_ref().as_str() {
                "draft" => self.settings.stage = Some(Stage::Draft),
                "issue" => self.settings.stage = Some(Stage::Issue),
                other => self.findings.push(faults::no_such_word(self.span(&stage), other, &["draft", "issue"])),
            }
        }
        for (rule, level) in &check.severity {
            self.severity(rule, level);
        }
        for (name, path) in &check.words {
            self.words(name, path, WordLists::replace);
        }
        for (name, path) in &check.extend_words {
            self.words(name, path, WordLists::extend);
        }
    }

    fn selectors(&mut self, list: &[Written]) -> Vec<Selector> {
        let mut selectors = Vec::new();
        for written in list {
            match Selector::read(written.get_ref()) {
                Ok(selector) => selectors.push(selector),
                Err(message) => self.findings.push(faults::no_such_rule(self.span(written), message)),
            }
        }
        selectors
    }

    fn severity(&mut self, rule: &Written, level: &Written) {
        const LEVELS: [&str; 4] = ["error", "warning", "info", "off"];
        let code = match code(rule.get_ref()) {
            Ok(code) => code,
            Err(message) => return self.findings.push(faults::no_such_rule(self.span(rule), message)),
        };
        let severity = match level.get_ref().as_str() {
            "error" => Severity::Error,
            "warning" => Severity::Warning,
            "info" => Severity::Info,
            "off" => return self.settings.choice.ignore.push(Selector::of(code)),
            other => return self.findings.push(faults::no_such_word(self.span(level), other, &LEVELS)),
        };
        self.settings.severity.insert(code, severity);
    }

    fn words(&mut self, name: &Written, path: &Written, put: fn(&mut WordLists, &str, &str) -> bool) {
        let names: Vec<_> = self.settings.words.names().collect();
        if !names.contains(&name.get_ref().as_str()) {
            return self.findings.push(faults::no_such_word(self.span(name), name.get_ref(), &names));
        }
        let file = tidied(&self.folder.join(path.get_ref().replace('\\', "/")));
        match self.world.read(&file) {
            Ok(text) => {
                put(&mut self.settings.words, name.get_ref(), &text);
            }
            Err(error) => {
                let message = error.message(Path::new(path.get_ref()));
                self.findings.push(faults::no_list(self.span(path), message));
            }
        }
    }

    /// The sentences of a file; what is wrong with it is shown in it.
    fn wording(&mut self, path: &Written, shown: &Path, sources: &mut Sources) {
        let written = Path::new(path.get_ref());
        let file = tidied(&self.folder.join(path.get_ref().replace('\\', "/")));
        match self.world.read(&file) {
            Ok(text) => {
                let source = sources.add(shown.with_file_name(written), text);
                for fault in self.settings.wording.replace(sources.get(source).text()) {
                    let span = Span::new(source, fault.range.start, fault.range.end);
                    self.findings.push(faults::bad_sentence(span, &fault.kind));
                }
            }
            Err(error) => self.findings.push(faults::no_list(self.span(path), error.message(written))),
        }
    }

    /// The sheet and the templates; what is wrong with them is shown in their files, or where they are named.
    fn style(&mut self, document: &Document, shown: &Path, sources: &mut Sources) {
        let from = From { folder: self.folder, shown: shown.parent().unwrap_or(Path::new("")) };
        if let Some(written) = &document.profile {
            match style::profile(self.world, written.get_ref(), from, sources) {
                Ok(profile) => self.settings.style.profile = profile,
                Err(trouble) => self.trouble(written, trouble),
            }
        }
        if let Some(written) = &document.templates {
            match style::templates(self.world, written.get_ref(), from) {
                Ok(templates) => self.settings.style.templates = templates,
                Err(trouble) => self.trouble(written, trouble),
            }
        }
    }

    fn trouble(&mut self, written: &Written, trouble: Trouble) {
        match trouble {
            Trouble::Named(message) => self.findings.push(faults::no_style(self.span(written), message)),
            Trouble::Inside(findings) => self.findings.extend(findings),
        }
    }

    fn span(&self, written: &Written) -> Span {
        Span::new(self.source, written.span().start, written.span().end)
    }
}

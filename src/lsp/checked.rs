//! A plan as it was when it was last checked.
//!
//! Takes a plan's path and the open texts, compiles it as `fangan check` would, and keeps what came out together with the
//! texts it came of, so that everything asked later knows whether it still holds. Runs on the worker's thread.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use gen_lsp_types as lsp;

use super::client::Client;
use super::convert::diagnostic;
use super::documents::{Documents, Overlay, real};
use super::position::Lines;
use crate::check::Ruling;
use crate::diagnostic::{Diagnostic, cap};
use crate::editor::Analysis;
use crate::plan::{NO_FILE, Values, is_library};
use crate::settings::{self, Settings, Unusable};
use crate::source::{Source, SourceId, Sources, Span};
use crate::{Options, compile_with};

/// A plan that is to be checked.
pub(super) struct Job {
    /// Its one path.
    pub path: PathBuf,
    /// What had changed before.
    pub stamp: u64,
    /// What is checked first: the lower the sooner.
    pub rank: u8,
    /// The open texts.
    pub documents: Documents,
    /// Who wants to know.
    pub client: Client,
}

/// A plan that was checked.
pub(super) struct Checked {
    /// Its one path.
    pub path: PathBuf,
    /// What had changed before.
    pub stamp: u64,
    /// What is known of it; nothing if it cannot be read.
    pub known: Option<Analysis>,
    /// What there is to say, by file.
    pub problems: BTreeMap<PathBuf, Vec<lsp::Diagnostic>>,
    /// Its files, those of the library left out.
    files: BTreeMap<SourceId, File>,
}

/// A file of a plan.
pub(super) struct File {
    /// Its one path.
    pub path: PathBuf,
    /// Its lines when it was read.
    pub lines: Lines,
}

impl Checked {
    /// Checks a plan.
    pub fn of(job: Job) -> Self {
        let base = job.client.base(&job.path).to_owned();
        let world = Overlay { base: &base, documents: &job.documents };
        let shown = job.path.strip_prefix(&base).unwrap_or(&job.path);
        let mut problems = BTreeMap::new();
        let settings = settled(&world, shown, |sources, findings| {
            let files = files(&base, &job.documents, sources);
            diagnostic::add(&mut problems, findings, &Texts { sources, files: &files, job: &job });
        });
        let most = settings.max_per_rule.unwrap_or_default();
        let compiled = compile_with(&world, shown, options(settings, &job.client), &Values::default()).ok();
        let files =
            compiled.as_ref().map(|compiled| files(&base, &job.documents, &compiled.sources)).unwrap_or_default();
        if let Some(compiled) = &compiled {
            let texts = Texts { sources: &compiled.sources, files: &files, job: &job };
            let (findings, _) = cap(&compiled.findings, most);
            diagnostic::add(&mut problems, &findings, &texts);
        }
        let known = compiled.map(Analysis::of);
        Self { path: job.path, stamp: job.stamp, known, problems, files }
    }

    /// The file of a text.
    pub fn file(&self, source: SourceId) -> Option<&File> {
        self.files.get(&source)
    }

    /// The paths of its files.
    pub fn paths(&self) -> impl Iterator<Item = &PathBuf> {
        self.files.values().map(|file| &file.path)
    }

    /// The text of a file, as it was read.
    pub fn source(&self, path: &Path) -> Option<&Source> {
        let (id, _) = self.files.iter().find(|(_, file)| file.path == path)?;
        Some(self.known.as_ref()?.compiled().sources.get(*id))
    }

    /// Whether it only declares, for others to use.
    pub fn only_declares(&self) -> bool {
        self.known.as_ref().is_some_and(|known| known.compiled().plan.title.is_none())
    }

    /// Whether a file that it uses was not found.
    pub fn lacks_a_file(&self) -> bool {
        let findings = self.known.iter().flat_map(|known| &known.compiled().findings);
        self.known.is_none() || findings.into_iter().any(|finding| finding.code == NO_FILE)
    }
}

/// The texts that findings point into, and for whom they are told.
pub(super) struct Texts<'a> {
    /// The texts.
    pub sources: &'a Sources,
    files: &'a BTreeMap<SourceId, File>,
    job: &'a Job,
}

impl Texts<'_> {
    /// The file and the range of a place; nothing in the library, which is no file.
    pub fn place(&self, span: Span) -> Option<(&Path, lsp::Range)> {
        let file = self.files.get(&span.source)?;
        let source = self.sources.get(span.source);
        let bytes = crate::report::shown(source, span);
        Some((&file.path, file.lines.range(source.text(), &bytes, self.job.client.encoding)))
    }

    /// The name of a file.
    pub fn uri(&self, path: &Path) -> lsp::Uri {
        let open = self.job.documents.get(path).map(|document| document.uri.clone());
        open.unwrap_or_else(|| self.job.client.uri(path))
    }

    /// For whom they are told.
    pub fn client(&self) -> &Client {
        &self.job.client
    }
}

fn files(base: &Path, documents: &Documents, sources: &Sources) -> BTreeMap<SourceId, File> {
    let own = sources.iter().filter(|source| !is_library(source.path()));
    own.map(|source| {
        let shown = source.path();
        let is_unsaved = documents.get(shown).is_some();
        let path = if is_unsaved { shown.to_owned() } else { real(&base.join(shown)) };
        (source.id(), File { path, lines: Lines::of(source.text()) })
    })
    .collect()
}

/// The settings that hold for a plan; with faulty ones it is checked as if there were none, and their faults are told.
fn settled(world: &Overlay, plan: &Path, mut tell: impl FnMut(&Sources, &[Diagnostic])) -> Settings {
    let Some(file) = settings::find(world, plan) else { return Settings::default() };
    let shown = file.strip_prefix(world.base).unwrap_or(&file);
    match settings::read(world, &file, shown) {
        Ok(settings) => settings,
        Err(Unusable::Faulty(sources, findings)) => {
            tell(&sources, &findings);
            Settings::default()
        }
        Err(Unusable::Unread(_)) => Settings::default(),
    }
}

fn options(settings: Settings, client: &Client) -> Options {
    Options {
        stage: client.wishes.stage.or(settings.stage).unwrap_or_default(),
        as_of: client.wishes.as_of,
        ruling: Ruling { choices: vec![settings.choice], severity: settings.severity },
        words: settings.words,
        only_errors: false,
    }
}

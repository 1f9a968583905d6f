//! What is to be made, and what came of it.

use std::path::{Path, PathBuf};

use super::{Seen, Trail};
use crate::calendar::Date;
use crate::check::{Ruling, Stage};
use crate::diagnostic::{Diagnostic, Text};
use crate::document::Wording;
use crate::plan::Values;
use crate::render::Style;
use crate::settings::{self, Settings, Trouble, Unusable};
use crate::source::Sources;
use crate::world::{World, workspace};
use crate::{Compiled, Options, compile_with, text};

/// A plan to be made, and how: what is typed beats what its office has settled.
#[derive(Clone, Default)]
pub struct Order {
    /// The plan.
    pub plan: PathBuf,
    /// Values for its parameters.
    pub values: Values,
    /// How far it has come.
    pub stage: Option<Stage>,
    /// The day by which deadlines are over.
    pub as_of: Option<Date>,
    /// The sheet: a name, or the path of a profile.
    pub profile: Option<String>,
    /// The folder of templates.
    pub templates: Option<String>,
}

/// What came of an order.
pub enum Draft {
    /// A plan, sound or not.
    Made(Box<Made>),
    /// Nothing.
    Unmade(Unmade),
}

/// A plan that outputs can be made of.
pub struct Made {
    /// The plan and its findings.
    pub compiled: Compiled,
    /// The sentences of the office.
    pub wording: Wording,
    /// How its documents look.
    pub style: Style,
}

/// Why there is no plan: a file that cannot be read, or settings that are wrong.
pub struct Unmade {
    /// In one sentence.
    pub message: Text,
    /// The texts that are to blame.
    pub sources: Sources,
    /// What is wrong in them.
    pub findings: Vec<Diagnostic>,
}

impl Order {
    /// Makes it, and tells what that was made of.
    pub fn make(&self, world: &dyn World) -> (Draft, Trail) {
        let seen = Seen::new(world);
        let draft = match self.made(&seen) {
            Ok(made) => Draft::Made(Box::new(made)),
            Err(unmade) => Draft::Unmade(*unmade),
        };
        (draft, seen.trail())
    }

    fn made(&self, world: &dyn World) -> Result<Made, Box<Unmade>> {
        let settings = self.settings(world)?;
        let mut style = settings.style;
        self.look(world, &mut style)?;
        let options = Options {
            stage: self.stage.or(settings.stage).unwrap_or_default(),
            as_of: self.as_of,
            ruling: Ruling { choices: vec![settings.choice], severity: settings.severity },
            words: settings.words,
            only_errors: false,
        };
        let compiled = compile_with(world, &self.plan, options, &self.values);
        let compiled = compiled.map_err(|error| plain(error.message(&self.plan)))?;
        match self.wanting(&compiled) {
            Some(message) => Err(Box::new(Unmade { message, sources: compiled.sources, findings: compiled.findings })),
            None => Ok(Made { compiled, wording: settings.wording, style }),
        }
    }

    /// Why what was read is no plan at all: nothing would be right to show or write.
    fn wanting(&self, compiled: &Compiled) -> Option<Text> {
        let path = self.plan.display();
        let is_empty = compiled.sources.iter().next().is_some_and(|source| source.text().trim().is_empty());
        if is_empty {
            return Some(text!(zh: "{path} 是空的", en: "{path} is empty"));
        }
        (compiled.is_sound() && compiled.plan.title.is_none()).then(|| {
            text!(
                zh: "{path} 只有声明，没有方案，供其他文件引用",
                en: "{path} only declares, for others to use: there is no plan in it"
            )
        })
    }

    /// What the office has settled.
    fn settings(&self, world: &dyn World) -> Result<Settings, Box<Unmade>> {
        let Some(file) = settings::find(world, &self.plan) else {
            // A file that is written there later is noticed.
            if let Ok(here) = world.real(self.plan.parent().unwrap_or(Path::new(""))) {
                let _ = world.read(&workspace(world, &here).join(settings::NAME));
            }
            return Ok(Settings::default());
        };
        let here = world.real(Path::new("")).unwrap_or_default();
        let shown = file.strip_prefix(here).unwrap_or(&file);
        settings::read(world, &file, shown).map_err(|error| match error {
            Unusable::Unread(error) => plain(error.message(shown)),
            Unusable::Faulty(sources, findings) => {
                let shown = shown.display();
                let message = text!(zh: "{shown} 里的设置有错", en: "the settings in {shown} are wrong");
                Box::new(Unmade { message, sources, findings })
            }
        })
    }

    /// How its documents are to look, over what is settled.
    fn look(&self, world: &dyn World, style: &mut Style) -> Result<(), Box<Unmade>> {
        let here = Path::new("");
        let from = settings::From { folder: here, shown: here };
        let mut sources = Sources::default();
        let troubled = |option: &str, trouble: Trouble, sources: Sources| match trouble {
            Trouble::Named(Text { zh, en }) => plain(text!(zh: "{option}：{zh}", en: "{option}: {en}")),
            Trouble::Inside(findings) => {
                let message = text!(zh: "{option} 里有错", en: "what {option} names is wrong");
                Box::new(Unmade { message, sources, findings })
            }
        };
        if let Some(written) = &self.profile {
            style.profile = match settings::profile(world, written, from, &mut sources) {
                Ok(profile) => profile,
                Err(trouble) => return Err(troubled("--profile", trouble, sources)),
            };
        }
        if let Some(written) = &self.templates {
            let templates = settings::templates(world, written, from);
            style.templates = templates.map_err(|trouble| troubled("--templates", trouble, sources))?;
        }
        Ok(())
    }
}

fn plain(message: Text) -> Box<Unmade> {
    Box::new(Unmade { message, sources: Sources::default(), findings: Vec::new() })
}

//! What plans are judged by: what is typed, over what the office has settled in its `fangan.toml`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::args::{Choose, Judge, Look};
use super::{Failure, mention, terminal_width};
use crate::Options;
use crate::check::{Choice, Ruling, Selector};
use crate::diagnostic::{Diagnostic, Lang};
use crate::render::{RenderError, Style};
use crate::report::{self, report};
use crate::settings::{self, Settings, Trouble, Unusable};
use crate::source::{Sources, Span};
use crate::text;
use crate::world::{DiskWorld, World};
#[cfg(feature = "watch")]
use {
    super::{args::Make, fill},
    crate::compile_with,
    crate::watch::Order,
    crate::world::{ReadError, plan_file},
};

/// The settings of every office whose plans are checked, each read once.
pub(super) struct Offices {
    lang: Lang,
    known: BTreeMap<PathBuf, Settings>,
    /// The settings that hold in each folder that was asked for.
    folders: BTreeMap<PathBuf, Option<PathBuf>>,
    none: Settings,
    afar: BTreeSet<PathBuf>,
}

impl Offices {
    pub fn new(lang: Lang) -> Self {
        Self {
            lang,
            known: BTreeMap::new(),
            folders: BTreeMap::new(),
            none: Settings::default(),
            afar: BTreeSet::new(),
        }
    }

    /// The settings that hold for a plan.
    pub fn of(&mut self, plan: &Path) -> Result<&Settings, Failure> {
        let folder = plan.parent().unwrap_or(Path::new(""));
        if !self.folders.contains_key(folder) {
            let file = self.settle(plan, folder)?;
            self.folders.insert(folder.to_owned(), file);
        }
        let file = self.folders.get(folder).and_then(Option::as_ref);
        Ok(file.and_then(|file| self.known.get(file)).unwrap_or(&self.none))
    }

    /// Reads the settings that hold for the plans of a folder, if there are any.
    fn settle(&mut self, plan: &Path, folder: &Path) -> Result<Option<PathBuf>, Failure> {
        let Some(file) = settings::find(&DiskWorld, plan) else { return Ok(None) };
        if file.parent() != DiskWorld.real(folder).ok().as_deref() {
            self.afar.insert(shown(&file));
        }
        if !self.known.contains_key(&file) {
            let settings = read(&file, self.lang)?;
            self.known.insert(file.clone(), settings);
        }
        Ok(Some(file))
    }

    /// The files that stand in no folder of the plans they hold for, which nobody may have thought of.
    pub fn afar(self) -> BTreeSet<PathBuf> {
        self.afar
    }
}

/// The path of a file as it is told: from here if it stands below.
fn shown(file: &Path) -> PathBuf {
    let here = DiskWorld.real(Path::new("")).unwrap_or_default();
    file.strip_prefix(here).unwrap_or(file).to_owned()
}

fn read(file: &Path, lang: Lang) -> Result<Settings, Failure> {
    let shown = &shown(file);
    settings::read(&DiskWorld, file, shown).map_err(|error| match error {
        Unusable::Unread(error) => Failure::new(error.message(shown)),
        Unusable::Faulty(sources, findings) => {
            show(&findings, &sources, lang);
            let shown = shown.display();
            Failure::new(text!(
                zh: "{shown} 里的设置有错，没有检查任何方案",
                en: "the settings in {shown} are wrong: no plan was checked"
            ))
        }
    })
}

/// How a document looks: `look` is typed, and beats what is settled.
pub(super) fn style(settled: &Style, look: &Look, lang: Lang) -> Result<Style, Failure> {
    let here = Path::new("");
    let from = settings::From { folder: here, shown: here };
    let mut style = settled.clone();
    let mut sources = Sources::default();
    if let Some(written) = &look.profile {
        let profile = settings::profile(&DiskWorld, written, from, &mut sources);
        style.profile = profile.map_err(|trouble| troubled("--profile", trouble, &sources, lang))?;
    }
    if let Some(written) = &look.templates {
        let templates = settings::templates(&DiskWorld, written, from);
        style.templates = templates.map_err(|trouble| troubled("--templates", trouble, &sources, lang))?;
    }
    Ok(style)
}

fn troubled(option: &str, trouble: Trouble, sources: &Sources, lang: Lang) -> Failure {
    match trouble {
        Trouble::Named(message) => {
            let (zh, en) = (message.zh, message.en);
            Failure::new(text!(zh: "{option}：{zh}", en: "{option}: {en}"))
        }
        Trouble::Inside(findings) => {
            show(&findings, sources, lang);
            Failure::new(text!(zh: "版式有错，什么也没有输出", en: "the profile is wrong: nothing was written"))
        }
    }
}

/// A template that failed, shown where it did if it is the office's own.
pub(super) fn failed(error: RenderError, lang: Lang) -> Failure {
    let Some(spot) = error.spot else { return Failure::new(error.message) };
    let mut sources = Sources::default();
    let source = sources.add(&spot.shown, spot.text);
    let span = Span::new(source, spot.range.start, spot.range.end);
    show(&[settings::bad_template(span, error.message)], &sources, lang);
    let shown = spot.shown;
    Failure::new(
        text!(zh: "模板 {shown} 有错，什么也没有输出", en: "the template {shown} is wrong: nothing was written"),
    )
}

fn show(findings: &[Diagnostic], sources: &Sources, lang: Lang) {
    let options = report::Options { lang, color: false, width: terminal_width() };
    mention(&report(report::Format::Human, findings, sources, &options));
}

/// What a plan is judged by: `judge` and `choice` are typed, and beat what is settled.
pub(super) fn options(settings: &Settings, judge: Option<&Judge>, choice: Option<&Choice>) -> Options {
    let stage = judge.and_then(|judge| judge.stage.map(Into::into).or(settings.stage));
    let choices = [&settings.choice].into_iter().chain(choice).cloned().collect();
    Options {
        stage: stage.unwrap_or_default(),
        as_of: judge.and_then(|judge| judge.as_of),
        ruling: Ruling { choices, severity: settings.severity.clone() },
        words: settings.words.clone(),
        only_errors: false,
    }
}

/// A plan that is to be followed while it is written.
#[cfg(feature = "watch")]
pub(super) fn order(plan: &Path, make: &Make) -> Result<Order, Failure> {
    let Make { judge, fill, look } = make;
    let plan = plan_file(plan);
    if plan == Path::new("-") {
        return Err(Failure::new(text!(
            zh: "标准输入读一遍就没有了，跟不了改动；写明文件",
            en: "standard input is read once and cannot be followed: name a file"
        )));
    }
    if !plan.is_file() {
        let error = DiskWorld.read(&plan).err().unwrap_or(ReadError::Missing);
        return Err(Failure::new(error.message(&plan)));
    }
    let values = fill::values(fill)?;
    if values.names().next().is_some() {
        let compiled = compile_with(&DiskWorld, &plan, Options::default(), &values);
        fill::refuse_undeclared(&values, compiled.as_ref().map_or(&[], std::slice::from_ref))?;
    }
    let (profile, templates) = (look.profile.clone(), look.templates.clone());
    Ok(Order { plan, values, stage: judge.stage.map(Into::into), as_of: judge.as_of, profile, templates })
}

/// The rules that are chosen by what is typed.
pub(super) fn choice(choose: &Choose) -> Result<Choice, Failure> {
    Ok(Choice { select: selectors("--select", &choose.select)?, ignore: selectors("--ignore", &choose.ignore)? })
}

fn selectors(option: &str, written: &[String]) -> Result<Vec<Selector>, Failure> {
    let words = written.iter().flat_map(|list| list.split([',', '，', '、'])).map(str::trim);
    let read = |word: &str| {
        Selector::read(word).map_err(|why| {
            let (zh, en) = (why.zh, why.en);
            Failure::new(text!(zh: "{option}：{zh}", en: "{option}: {en}"))
        })
    };
    words.map(read).collect()
}

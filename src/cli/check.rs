//! `fangan check`.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::args::Check;
use super::office::{self, Offices};
use super::progress::Progress;
use super::{Exit, Failure, complain, fill, many, output, terminal_width};
use crate::compile::compile_by;
use crate::diagnostic::{Lang, cap, sum_up};
use crate::plan::Values;
use crate::report::{self, Format, left_out, report, summary};
use crate::world::{DiskWorld, plans_meant};
use crate::{Compiled, Options, text};

/// How many findings of one rule in one file a person is shown.
const MOST: usize = 20;

/// Checks plans and says what is wrong with them.
pub(super) fn run(args: &Check, lang: Lang) -> Result<Exit, Failure> {
    if args.diff {
        return Err(Failure::new(text!(
            zh: "--diff 显示 --fix 会怎样改，要一起写：fangan check --fix --diff",
            en: "--diff shows what --fix would change: write fangan check --fix --diff"
        )));
    }
    let task = Task::new(args, lang)?;
    let (compiled, failures) = task.compile(args);
    let exit = task.exit(&compiled, &failures);
    if !compiled.is_empty() {
        output::print(task.said(&compiled, output::wants_color()).as_bytes())?;
    }
    failures.iter().for_each(|failure| complain(&failure.message, lang));
    // The program ends here: to give everything back piece by piece takes longer than to leave it.
    std::mem::forget(compiled);
    Ok(exit)
}

/// The plans to check and how.
pub(super) struct Task {
    /// The plans, in the order of their paths, each with what it is judged by.
    pub plans: Vec<(PathBuf, Options)>,
    pub values: Values,
    pub format: Format,
    pub lang: Lang,
    /// How many findings of one rule in one file are told; 0 is all.
    most: usize,
    /// The settings that hold from elsewhere.
    afar: BTreeSet<PathBuf>,
}

impl Task {
    pub fn new(args: &Check, lang: Lang) -> Result<Self, Failure> {
        let choice = office::choice(&args.choose)?;
        let values = fill::values(&args.fill)?;
        let here = [PathBuf::from(".")];
        let asked = if args.plans.is_empty() { &here[..] } else { &args.plans[..] };
        let files = plans_meant(asked).map_err(|(path, error)| Failure::new(error.message(&path)))?;
        let format = Format::from(args.format);
        let mut offices = Offices::new(lang);
        let mut plans = Vec::new();
        let mut settled = Vec::new();
        for file in files {
            let settings = offices.of(&file)?;
            settled.extend(settings.max_per_rule);
            let options = office::options(settings, Some(&args.judge), Some(&choice));
            plans.push((file, options));
        }
        // Where folders have settled different numbers, nobody is shown less than was asked for; 0 is the most.
        let widest = settled.into_iter().max_by_key(|most| most.wrapping_sub(1));
        let usual = if format == Format::Human { MOST } else { 0 };
        let most = args.max_per_rule.or(widest).unwrap_or(usual);
        Ok(Self { plans, values, format, lang, most, afar: offices.afar() })
    }

    /// Compiles every plan, several at a time; what could not be compiled apart.
    pub fn compile(&self, args: &Check) -> (Vec<Compiled>, Vec<Failure>) {
        let progress = Progress::by_file(self.plans.len(), self.lang);
        progress.at(&text!(zh: "正在核对", en: "checking"));
        // One is left as it is, for the program ends soon.
        let needs_plans = self.plans.len() == 1 || self.values.names().next().is_some();
        let results = many::each(&self.plans, args.jobs, |(path, options)| {
            let compiled = compile_by(&DiskWorld, path, options, &self.values);
            progress.file_done();
            let compiled = compiled.map(|compiled| if needs_plans { compiled } else { compiled.without_plan() });
            compiled.map_err(|error| Failure::new(error.message(path)))
        });
        drop(progress);
        let (mut compiled, mut failures) = (Vec::new(), Vec::new());
        for result in results {
            match result {
                Ok(one) => compiled.push(one),
                Err(failure) => failures.push(failure),
            }
        }
        if failures.is_empty()
            && let Err(failure) = fill::refuse_undeclared(&self.values, &compiled)
        {
            return (Vec::new(), vec![failure]);
        }
        (compiled, failures)
    }

    pub fn exit(&self, compiled: &[Compiled], failures: &[Failure]) -> Exit {
        match (failures.is_empty(), compiled.iter().all(Compiled::is_sound)) {
            (false, _) => Exit::CouldNotRun,
            (true, false) => Exit::Faulty,
            (true, true) => Exit::Clean,
        }
    }

    /// The findings in the format; for a person, how many there are after them.
    pub fn said(&self, compiled: &[Compiled], color: bool) -> String {
        let (sources, findings) = match compiled {
            [one] => (Cow::Borrowed(&one.sources), Cow::Borrowed(&one.findings)),
            several => {
                let (sources, findings) = many::gathered(several);
                (Cow::Owned(sources), Cow::Owned(findings))
            }
        };
        let is_human = self.format == Format::Human;
        let total = summary(&findings, self.lang);
        let (shown, left) = match self.most {
            0 => (Cow::Borrowed(&findings[..]), Vec::new()),
            most => {
                let (shown, left) = if is_human { sum_up(&findings, most) } else { cap(&findings, most) };
                (Cow::Owned(shown), left)
            }
        };
        let options = report::Options { lang: self.lang, color: is_human && color, width: terminal_width() };
        let mut text = report(self.format, &shown, &sources, &options);
        if is_human {
            for left in left {
                text.push_str(&format!("{}\n", left_out(&left, &sources, self.lang)));
            }
            for file in &self.afar {
                text.push_str(&format!("{}\n", settled_by(file).get(self.lang)));
            }
            let subject = match &self.plans[..] {
                [(path, _)] => path.display().to_string(),
                several => counted(several.len()).get(self.lang).to_owned(),
            };
            let colon = if self.lang == Lang::Zh { "：" } else { ": " };
            text.push_str(&format!("{subject}{colon}{total}\n"));
        }
        text
    }
}

/// Which settings held, where they do not stand beside the plan.
fn settled_by(file: &Path) -> crate::diagnostic::Text {
    let file = file.display();
    text!(zh: "按 {file} 的设置检查", en: "checked by the settings in {file}")
}

fn counted(files: usize) -> crate::diagnostic::Text {
    text!(zh: "{files} 个文件", en: "{files} files")
}

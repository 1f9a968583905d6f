//! `fangan watch`: outputs that follow their plans.
//!
//! Says what changed, what there is to mend and what was written, a line or two each time. A file that would not change
//! is not written. Ends with Ctrl-C.

use std::collections::BTreeMap;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use super::args::Watch;
use super::progress::Progress;
use super::{Exit, Failure, build, office, output, terminal_width};
use crate::diagnostic::{Lang, Text};
use crate::export;
use crate::report::{self, Format, report, summary};
use crate::text;
use crate::watch::{Draft, Made, Order, Round, Unmade, follow};
use crate::world::{DiskWorld, plans_meant};

/// How many findings are shown after a change.
const MOST: usize = 5;

/// Builds plans, and does so again whenever they change.
pub(super) fn run(args: &Watch, lang: Lang) -> Result<Exit, Failure> {
    let plans = plans_meant(&args.plans).map_err(|(path, error)| Failure::new(error.message(&path)))?;
    let folders = folders(&plans, &args.out)?;
    let order = |plan: &PathBuf| office::order(plan, &args.make);
    let orders = plans.iter().map(order).collect::<Result<Vec<_>, _>>()?;
    let mut failure = None;
    let mut waiting = orders.len();
    follow(&DiskWorld, &orders, |Round { index, draft, changed, began }| {
        let target = Target { order: &orders[index], folder: &folders[index], lang };
        let mut said = target.said(draft, &changed);
        // How long it took is of interest while somebody looks on, and different every time.
        if io::stdout().is_terminal() {
            said.push_str(&format!("  {} ms\n", began.elapsed().as_millis()));
        }
        waiting = waiting.saturating_sub(usize::from(changed.is_empty()));
        if waiting == 0 && changed.is_empty() {
            said.push_str(invitation(lang));
        }
        failure = output::print(said.as_bytes()).err();
        failure.is_none()
    });
    failure.map_or(Ok(Exit::Clean), Err)
}

fn invitation(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "改动存盘后自动重新输出；按 Ctrl-C 结束\n",
        Lang::En => "Outputs follow every change that is saved; Ctrl-C ends it.\n",
    }
}

/// The folder of each plan: the one that is named, or of several plans one in it that is called like the plan.
fn folders(plans: &[PathBuf], out: &Path) -> Result<Vec<PathBuf>, Failure> {
    if plans.len() < 2 {
        return Ok(vec![out.to_owned(); plans.len()]);
    }
    let mut taken: BTreeMap<PathBuf, &PathBuf> = BTreeMap::new();
    for plan in plans {
        if let Some(other) = taken.insert(out.join(name(plan)), plan) {
            let (one, other, name) = (other.display(), plan.display(), name(plan));
            return Err(Failure::new(text!(
                zh: "{one} 和 {other} 的输出都要放在“{name}”里；请分开运行",
                en: "the outputs of {one} and {other} would both stand in “{name}”: run them apart"
            )));
        }
    }
    Ok(plans.iter().map(|plan| out.join(name(plan))).collect())
}

/// What a plan is called among others: its file, or its folder where the file is only called `plan.plan`.
fn name(plan: &Path) -> String {
    let file = plan.file_name().unwrap_or_default().to_string_lossy();
    let stem = file.strip_suffix(".md").unwrap_or(&file);
    let stem = stem.strip_suffix(".plan").unwrap_or(stem);
    let folder = plan.parent().and_then(Path::file_name).map(|folder| folder.to_string_lossy().into_owned());
    match folder {
        Some(folder) if stem == "plan" => folder,
        _ => stem.to_owned(),
    }
}

/// A plan and where its outputs stand.
struct Target<'a> {
    order: &'a Order,
    folder: &'a Path,
    lang: Lang,
}

impl Target<'_> {
    /// Writes what there is to write and says what became of it.
    fn said(&self, draft: Draft, changed: &[PathBuf]) -> String {
        let (plan, out) = (self.order.plan.display(), self.folder.display());
        let mut said = self.news(changed);
        let line = match draft {
            Draft::Unmade(Unmade { message, sources, findings }) => {
                said.push_str(&self.listed(&findings, &sources));
                let (zh, en) = (message.zh, message.en);
                text!(zh: "{zh}；没有写出文件", en: "{en}; nothing was written")
            }
            Draft::Made(made) if !made.compiled.is_sound() => {
                said.push_str(&self.listed(&made.compiled.findings, &made.compiled.sources));
                let total = summary(&made.compiled.findings, self.lang);
                text!(zh: "{plan}：{total}；没有写出文件", en: "{plan}: {total}; nothing was written")
            }
            Draft::Made(made) => {
                let total = summary(&made.compiled.findings, self.lang);
                match self.written(&made) {
                    Ok((count, all)) => text!(
                        zh: "{plan}：{total}；{out} 里{all}个文件，写了{count}个",
                        en: "{plan}: {total}; wrote {count} of {all} files in {out}"
                    ),
                    Err(Failure { message: Text { zh, en } }) => text!(zh: "{plan}：{zh}", en: "{plan}: {en}"),
                }
            }
        };
        said + line.get(self.lang) + "\n"
    }

    /// What was written by whoever writes the plan.
    fn news(&self, changed: &[PathBuf]) -> String {
        let here = std::env::current_dir().unwrap_or_default();
        let shown = |path: &PathBuf| path.strip_prefix(&here).unwrap_or(path).display().to_string();
        let mut names: Vec<String> = changed.iter().map(shown).collect();
        names.dedup();
        match (names.is_empty(), self.lang) {
            (true, _) => String::new(),
            (false, Lang::Zh) => format!("改了 {}\n", names.join("、")),
            (false, Lang::En) => format!("changed: {}\n", names.join(", ")),
        }
    }

    fn written(&self, made: &Made) -> Result<(usize, usize), Failure> {
        let Made { compiled, wording, style } = made;
        let agenda = export::agenda(&compiled.plan, &compiled.sources);
        let artifacts = build::artifacts(compiled, wording, style, &agenda, self.lang, &Progress::unseen())?;
        let all = artifacts.len();
        Ok((output::refresh_folder(self.folder, &compiled.sources, artifacts)?, all))
    }

    /// The first findings, a line each; errors before the rest.
    fn listed(&self, findings: &[crate::diagnostic::Diagnostic], sources: &crate::source::Sources) -> String {
        let mut first: Vec<_> = findings.to_vec();
        first.sort_by_key(|finding| finding.severity);
        let more = first.len().saturating_sub(MOST);
        first.truncate(MOST);
        let options = report::Options { lang: self.lang, color: false, width: terminal_width() };
        let listed = report(Format::Short, &first, sources, &options);
        match (more, self.lang) {
            (0, _) => listed,
            (more, Lang::Zh) => format!("{listed}另有{more}处\n"),
            (more, Lang::En) => format!("{listed}and {more} more\n"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_plan_has_its_own_folder() {
        let of = |plans: &[&str]| {
            let plans: Vec<_> = plans.iter().map(PathBuf::from).collect();
            folders(&plans, Path::new("out")).ok()
        };
        assert_eq!(of(&["a/plan.plan"]), Some(vec![PathBuf::from("out")]));
        let two = ["a/plan.plan", "b/防汛.plan.md"];
        assert_eq!(of(&two), Some(vec![PathBuf::from("out/a"), PathBuf::from("out/防汛")]));
        assert_eq!(of(&["a/plan.plan", "b/a.plan"]), None);
    }
}

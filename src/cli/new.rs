//! `fangan new`: a folder with a plan to begin from.
//!
//! Takes the name of a skeleton and values for its parameters, gives a `plan.plan` in a folder; without either it lists
//! the skeletons. A file that is there already is never touched, and in a pipe nothing is asked.

mod ask;
mod skeleton;
mod write_in;

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use unicode_width::UnicodeWidthStr;

use self::skeleton::{Skeleton, skeletons};
use self::write_in::Written;
use super::args::{Fill, New};
use super::{Exit, Failure, output};
use crate::diagnostic::{Lang, Text};
use crate::format::Tongue;
use crate::text;

/// Values by the names of the parameters they are given to.
type Given = BTreeMap<&'static str, String>;

/// Lists the skeletons, or writes a plan from one.
pub(super) fn run(args: &New, lang: Lang) -> Result<Exit, Failure> {
    if args.list || (args.dir.is_none() && args.template.is_none()) {
        output::print(listed(lang).as_bytes())?;
        return Ok(Exit::Clean);
    }
    // Before anything is asked: answers are not to be given for nothing.
    if let Some(dir) = &args.dir {
        refuse_taken(&file_of(dir))?;
    }
    let is_talking = ask::is_possible();
    let skeleton = match &args.template {
        Some(name) => skeleton::named(name)?,
        None if is_talking => ask::skeleton(&mut io::stdin().lock(), &listed(lang), lang)?,
        None => return Err(skeleton::unnamed(args.dir.as_deref())),
    };
    let dir = args.dir.clone().unwrap_or_else(|| PathBuf::from(args.template.as_deref().unwrap_or(skeleton.name)));
    let path = file_of(&dir);
    refuse_taken(&path)?;
    let mut given = given(&skeleton, &args.fill)?;
    if is_talking {
        ask::values(&skeleton, &mut given, &mut io::stdin().lock(), lang)?;
    }
    let written = write_in::written(&skeleton, &given, Tongue::from(args.keywords))?;
    output::create(&path, written.text.as_bytes())?;
    output::print(told(&path, &dir, &skeleton, &written, lang).as_bytes())?;
    Ok(Exit::Clean)
}

/// What a folder's plan is called: the name that every verb looks for in a folder.
const PLAN: &str = "plan.plan";

/// The file to write: the plan of a folder, or the file itself where one is named.
fn file_of(dir: &Path) -> PathBuf {
    if is_file(dir) { dir.to_owned() } else { dir.join(PLAN) }
}

/// Whether a name is that of a plan and not of a folder.
fn is_file(dir: &Path) -> bool {
    let name = dir.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    (name.ends_with(".plan") || name.ends_with(".plan.md")) && !dir.is_dir()
}

fn refuse_taken(path: &Path) -> Result<(), Failure> {
    if path.symlink_metadata().is_err() { Ok(()) } else { Err(output::taken(path)) }
}

fn listed(lang: Lang) -> String {
    let mut list: String = skeletons().iter().map(Skeleton::line).collect();
    list.push_str(match lang {
        Lang::Zh => "\n新建：fangan new 文件夹 --template 名称 [--set 参数=值]… [--keywords zh|en]\n",
        Lang::En => "\nto begin: fangan new DIR --template NAME [--set NAME=VALUE]… [--keywords zh|en]\n",
    });
    list
}

/// The values that are typed, each for a parameter the skeleton has.
fn given(skeleton: &Skeleton, fill: &Fill) -> Result<Given, Failure> {
    let params = skeleton.params();
    let values = super::fill::values(fill)?;
    let mut given = Given::new();
    for name in values.names() {
        let Some(param) = params.iter().find(|param| param.name == name) else {
            let all: Vec<_> = params.iter().map(|param| param.name).collect();
            let (zh, en) = (all.join("、"), all.join(", "));
            return Err(Failure::new(text!(
                zh: "--set：这个骨架没有参数“{name}”；有：{zh}",
                en: "--set: the skeleton has no parameter “{name}”; there are: {en}"
            )));
        };
        let value = values.get(name).unwrap_or_default();
        if let Some(fault) = write_in::fault(skeleton, param.name, value) {
            return Err(Failure::new(fault));
        }
        given.insert(param.name, value.to_owned());
    }
    Ok(given)
}

/// What was written, what is still open, and what comes next.
fn told(path: &Path, dir: &Path, skeleton: &Skeleton, written: &Written, lang: Lang) -> String {
    let out = if dir == path { dir.with_file_name("out") } else { dir.join("out") };
    let (path, dir, out) = (path.display(), dir.display(), out.display());
    let (zh, en) = (skeleton.chinese(), skeleton.name);
    let mut said = text!(zh: "已写出 {path}（{zh}）\n", en: "wrote {path} ({en})\n").get(lang).to_owned();
    if !written.open.is_empty() {
        said.push_str(match lang {
            Lang::Zh => "还没有给值的参数，在文件里“参数”一行填，一处填了处处都有：\n",
            Lang::En => "parameters without a value; give it in their line of the file, once for all places:\n",
        });
        for param in &written.open {
            let hint: &Text = &param.hint;
            let gap = " ".repeat(10_usize.saturating_sub(param.name.width()));
            said.push_str(&format!("  {}{gap}  {}\n", param.name, hint.get(lang)));
        }
    }
    let next = text!(
        zh: "接着：fangan check {dir} --stage issue   还有哪些空要填\n      fangan build {dir} -o {out}     印出来看\n",
        en: "next: fangan check {dir} --stage issue   which blanks are left\n      fangan build {dir} -o {out}     see it printed\n"
    );
    said + next.get(lang)
}

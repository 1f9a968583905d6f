//! From a skeleton to a plan: values that are given are written in, so that the file reads as a plan.
//!
//! What is not given stays a parameter, filled in one place later. So does a value that would mean something else if it
//! were written in, such as one with a comma in a list.

use std::path::Path;

use super::Given;
use super::skeleton::{Param, Skeleton, declared, halves};
use crate::cli::Failure;
use crate::diagnostic::{Severity, Text};
use crate::document::document;
use crate::format::{Tongue, format};
use crate::plan::Values;
use crate::render;
use crate::source::Sources;
use crate::text;
use crate::world::MemoryWorld;
use crate::{Compiled, Options, compile_with};

/// A plan made of a skeleton.
pub(super) struct Written {
    /// Its text.
    pub text: String,
    /// The parameters that still want a value.
    pub open: Vec<Param>,
}

/// The plan with its values.
pub(super) fn written(skeleton: &Skeleton, given: &Given, keywords: Tongue) -> Result<Written, Failure> {
    let params = skeleton.params();
    let mut values = given.clone();
    for param in &params {
        if let Some(default) = param.default {
            values.entry(param.name).or_insert_with(|| default.to_owned());
        }
    }
    let meant = compiled(skeleton.text, &values)?;
    if let Some(fault) = first_error(&meant) {
        let (zh, en) = (fault.zh, fault.en);
        return Err(Failure::new(text!(
            zh: "这些值放在一起不对：{zh}；没有写出文件",
            en: "these values do not go together: {en}; nothing was written"
        )));
    }
    let (mut plain, mut kept) = (values.clone(), Given::new());
    if !means_the_same(&filled(skeleton.text, &plain, &kept, Tongue::Zh), &meant)? {
        (plain, kept) = parted(skeleton, &values)?;
    }
    let text = filled(skeleton.text, &plain, &kept, keywords);
    let open = params.into_iter().filter(|param| !values.contains_key(param.name)).collect();
    Ok(Written { text: canonical(text, keywords), open })
}

/// Why a value cannot be that of a parameter.
pub(super) fn fault(skeleton: &Skeleton, name: &'static str, value: &str) -> Option<Text> {
    if value.contains(['{', '}', '｛', '｝']) {
        return Some(text!(zh: "“{name}”的值里不能有花括号", en: "the value of “{name}” cannot hold braces"));
    }
    let error = first_error(&compiled(skeleton.text, &Given::from([(name, value.to_owned())])).ok()?)?;
    let (zh, en) = (error.zh, error.en);
    Some(text!(zh: "“{name}”不能是“{value}”：{zh}", en: "“{name}” cannot be “{value}”: {en}"))
}

/// Which values can be written in, each alone, and which have to stay parameters.
fn parted(skeleton: &Skeleton, values: &Given) -> Result<(Given, Given), Failure> {
    let (mut plain, mut kept) = (Given::new(), Given::new());
    for (name, value) in values {
        let one = Given::from([(*name, value.clone())]);
        let meant = compiled(skeleton.text, &one)?;
        let is_plain = means_the_same(&filled(skeleton.text, &one, &Given::new(), Tongue::Zh), &meant)?;
        if is_plain { &mut plain } else { &mut kept }.insert(name, value.clone());
    }
    Ok((plain, kept))
}

fn means_the_same(text: &str, meant: &Compiled) -> Result<bool, Failure> {
    let made = compiled(text, &Given::new())?;
    let shown = |compiled: &Compiled| render::markdown(&document(&compiled.plan));
    let codes = |compiled: &Compiled| compiled.findings.iter().map(|finding| finding.code).collect::<Vec<_>>();
    Ok(shown(&made) == shown(meant) && codes(&made) == codes(meant))
}

fn compiled(text: &str, given: &Given) -> Result<Compiled, Failure> {
    let path = Path::new(super::PLAN);
    let mut values = Values::default();
    for (name, value) in given {
        values.give(name, value);
    }
    let compiled = compile_with(&MemoryWorld::with(path, text), path, Options::default(), &values);
    compiled.map_err(|error| Failure::new(error.message(path)))
}

fn first_error(compiled: &Compiled) -> Option<Text> {
    let error = compiled.findings.iter().find(|finding| finding.severity == Severity::Error)?;
    Some(error.message.clone())
}

/// The text of a skeleton with `plain` values in their places and `kept` ones in their parameters; comments in the tongue
/// of the keywords.
fn filled(skeleton: &str, plain: &Given, kept: &Given, tongue: Tongue) -> String {
    let half = |line: &str| {
        halves(line).map(|(zh, en)| match tongue {
            Tongue::Zh => format!("// {zh}"),
            Tongue::En => format!("// {en}"),
        })
    };
    let lines: Vec<_> = skeleton.lines().collect();
    let mut out = String::from(match tongue {
        Tongue::Zh => "// 待定、？、XX都是要填的空，fangan check --stage issue 逐个列出。以“//”开头的行不印出来。\n",
        Tongue::En => {
            "// tbd, ? and XX are blanks to fill in: fangan check --stage issue lists them. Lines that begin with // are not printed.\n"
        }
    });
    for (index, line) in lines.iter().enumerate().skip(1) {
        let below = lines.get(index + 1).and_then(|next| declared(next));
        if [declared(line), below].into_iter().flatten().any(|(name, _)| plain.contains_key(name)) {
            continue;
        }
        match (declared(line), half(line)) {
            (Some((name, _)), _) if kept.contains_key(name) => out.push_str(&format!("- 参数 {name}：{}", kept[name])),
            (Some((name, "待定")), _) if tongue == Tongue::En => out.push_str(&format!("- 参数 {name}：tbd")),
            (None, Some(comment)) => out.push_str(&comment),
            _ => out.push_str(&with_values(line, plain)),
        }
        out.push('\n');
    }
    out
}

fn with_values(line: &str, values: &Given) -> String {
    values.iter().fold(line.to_owned(), |line, (name, value)| line.replace(&format!("{{{name}}}"), value.trim()))
}

/// The text in its layout; as it is where a value keeps it from being read that way.
fn canonical(text: String, keywords: Tongue) -> String {
    let mut sources = Sources::default();
    let id = sources.add(super::PLAN, text.as_str());
    format(sources.get(id), Some(keywords)).unwrap_or(text)
}

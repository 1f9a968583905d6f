//! `fangan explain`, `fangan rules`.

use serde::Serialize;

use super::args::RulesFormat;
use super::{Exit, Failure, output};
use crate::check::{Manual, Page, pages};
use crate::diagnostic::{Lang, Severity, Text};
use crate::text;

/// Prints the manual page of a code.
pub(super) fn explain(wanted: &str, lang: Lang) -> Result<Exit, Failure> {
    let pages = pages();
    let page = pages.iter().find(|page| page.code.eq_ignore_ascii_case(wanted) || page.name == wanted);
    let Some(page) = page else {
        let near = pages
            .iter()
            .map(|page| (strsim::damerau_levenshtein(&page.code.to_lowercase(), &wanted.to_lowercase()), page.code))
            .filter(|(distance, _)| *distance <= 1)
            .min();
        return Err(Failure::new(match near {
            Some((_, near)) => text!(
                zh: "没有规则“{wanted}”，是不是“{near}”？",
                en: "there is no rule “{wanted}”; did you mean “{near}”?"
            ),
            None => text!(
                zh: "没有规则“{wanted}”；fangan rules 列出全部规则",
                en: "there is no rule “{wanted}”; fangan rules lists them all"
            ),
        }));
    };
    output::print(written(page, lang).as_bytes())?;
    Ok(Exit::Clean)
}

/// Lists every code.
pub(super) fn list(format: RulesFormat, lang: Lang) -> Result<Exit, Failure> {
    let pages = pages();
    let text = match format {
        RulesFormat::Human => {
            pages.iter().map(|page| format!("{}  {}\n", page.code, page.manual().title_in(lang))).collect()
        }
        RulesFormat::Json => json(&pages)?,
    };
    output::print(text.as_bytes())?;
    Ok(Exit::Clean)
}

/// A code for a program.
#[derive(Serialize)]
struct Listed {
    code: &'static str,
    name: &'static str,
    severity: Severity,
    at_issue: Severity,
    title: Text,
}

fn json(pages: &[Page]) -> Result<String, Failure> {
    let listed = |page: &Page| {
        let manual = page.manual();
        let (zh, en) = manual.title();
        let title = Text { zh: zh.to_owned().into(), en: en.to_owned().into() };
        let &Page { code, name, severity, at_issue, .. } = page;
        Listed { code, name, severity, at_issue, title }
    };
    let all: Vec<_> = pages.iter().map(listed).collect();
    let text = serde_json::to_string_pretty(&all);
    let failed = |error| Failure::new(text!(zh: "写不出 JSON：{error}", en: "cannot write JSON: {error}"));
    text.map(|text| text + "\n").map_err(failed)
}

fn written(page: &Page, lang: Lang) -> String {
    let manual = page.manual();
    let (body, words) = match lang {
        Lang::Zh => (manual.section("中文"), ["错误写法：", "正确写法：", "依据："]),
        Lang::En => (manual.section("English"), ["wrong:", "right:", "source: "]),
    };
    let mut text = format!("{} {}\n{}\n\n{body}\n", page.code, page.name, manual.title_in(lang));
    for (word, heading) in [(words[0], "错"), (words[1], "对")] {
        write_example(&mut text, word, &manual, heading);
    }
    text.push_str(&format!("\n{}{}\n", words[2], manual.section("依据")));
    text
}

fn write_example(text: &mut String, word: &str, manual: &Manual, heading: &str) {
    let plan = (word.to_owned(), manual.example(heading));
    let files = manual.files(heading).map(|(name, file)| (format!("{name}:"), file));
    for (name, example) in std::iter::once(plan).chain(files) {
        text.push_str(&format!("\n{name}\n"));
        example.lines().for_each(|line| text.push_str(&format!("    {line}\n")));
    }
}

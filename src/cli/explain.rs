//! `fangan explain`, `fangan rules`.

use super::{Exit, Failure, output};
use crate::check::{Manual, RULES, near};
use crate::diagnostic::Lang;
use crate::text;

/// Prints the manual page of a rule.
pub(super) fn explain(wanted: &str, lang: Lang) -> Result<Exit, Failure> {
    let rule = RULES.iter().find(|rule| rule.code.eq_ignore_ascii_case(wanted) || rule.name == wanted);
    let Some(rule) = rule else {
        return Err(Failure::new(match near(wanted) {
            Some(near) => text!(
                zh: "没有规则“{wanted}”，是不是“{near}”？",
                en: "there is no rule “{wanted}”; did you mean “{near}”?"
            ),
            None => text!(
                zh: "没有规则“{wanted}”；fangan rules 列出全部规则",
                en: "there is no rule “{wanted}”; fangan rules lists them all"
            ),
        }));
    };
    output::print(page(rule.code, rule.name, &rule.manual(), lang).as_bytes())?;
    Ok(Exit::Clean)
}

/// Lists every rule.
pub(super) fn list(lang: Lang) -> Result<Exit, Failure> {
    let mut text = String::new();
    for rule in RULES {
        let manual = rule.manual();
        let (zh, en) = manual.title();
        let title = if lang == Lang::Zh { zh } else { en };
        text.push_str(&format!("{}  {title}\n", rule.code));
    }
    output::print(text.as_bytes())?;
    Ok(Exit::Clean)
}

fn page(code: &str, name: &str, manual: &Manual, lang: Lang) -> String {
    let (zh, en) = manual.title();
    let (title, body, words) = match lang {
        Lang::Zh => (zh, manual.section("中文"), ["不合", "合", "依据"]),
        Lang::En => (en, manual.section("English"), ["wrong", "right", "source"]),
    };
    let mut text = format!("{code} {name}\n{title}\n\n{body}\n");
    for (word, example) in [(words[0], manual.example("错")), (words[1], manual.example("对"))] {
        text.push_str(&format!("\n{word}:\n"));
        example.lines().for_each(|line| text.push_str(&format!("    {line}\n")));
    }
    text.push_str(&format!("\n{}: {}\n", words[2], manual.section("依据")));
    text
}

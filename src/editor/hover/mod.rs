//! What a place means, for reading.
//!
//! One page of Markdown in one language: of a name what the plan says of it (`thing`), of a keyword what it means and
//! how it is written (`word`), and below it the manual page of whatever is found wrong there. What comes from the plan
//! is escaped, so that none of it becomes markup.

mod owner;
mod page;
mod thing;
mod word;

use super::index::touches;
use super::{Analysis, Hover};
use crate::check::Page as Manual;
use crate::diagnostic::{Diagnostic, Lang};
use crate::source::{SourceId, Span};
use page::escaped;

impl Analysis {
    /// What there is to know of the name, the keyword or the finding at a place.
    pub fn hover(&self, source: SourceId, offset: usize, lang: Lang) -> Option<Hover> {
        let mut parts: Vec<(Span, String)> = Vec::new();
        match self.index.at(source, offset) {
            Some(mention) => parts.push((mention.span, self.thing(mention.thing, lang))),
            None => parts.extend(self.keyword(source, offset, lang)),
        }
        let findings = &self.compiled.findings;
        let here = findings.iter().filter(|found| found.span.source == source && touches(found.span, offset));
        parts.extend(here.map(|found| (found.span, manual(found, lang))));
        let span = parts.first()?.0;
        let pages: Vec<String> = parts.into_iter().map(|(_, page)| page).collect();
        Some(Hover { span, markdown: pages.join("\n\n---\n\n") })
    }
}

/// What is wrong, and the manual page that says why.
fn manual(found: &Diagnostic, lang: Lang) -> String {
    let mut text = format!("**{}** {}", found.code, escaped(found.message.get(lang)));
    if let Some(help) = &found.help {
        text.push_str(&format!("\n\n{}", escaped(help.get(lang))));
    }
    if let Some(page) = Manual::of(found.code) {
        let manual = page.manual();
        let body = match lang {
            Lang::Zh => manual.section("中文"),
            Lang::En => manual.section("English"),
        };
        text.push_str(&format!("\n\n_{}_\n\n{body}", escaped(manual.title_in(lang))));
    }
    text
}

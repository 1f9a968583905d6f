//! What a place means, for reading.
//!
//! One page of Markdown in one language: of a name what the plan says of it (`thing`, `owner`, `value`), of a time which
//! days it means (`date`), of a keyword what it means and how it is written (`word`), of the code of a rule its manual
//! page, and below it the page of whatever is found wrong there. What comes from the plan is escaped, so that none of it
//! becomes markup. Of a name in a file that several plans use, what they say of it stands together.

mod date;
mod english;
mod owner;
mod page;
mod thing;
mod value;
mod word;

use super::index::touches;
use super::{Analysis, Hover};
use crate::check::Page as Manual;
use crate::diagnostic::{Diagnostic, Lang};
use crate::source::{SourceId, Span};
use page::escaped;

impl Analysis {
    /// What there is to know of the name, the time, the keyword or the finding at a place.
    pub fn hover(&self, source: SourceId, offset: usize, lang: Lang) -> Option<Hover> {
        self.hover_with(source, offset, &[], lang)
    }

    /// The same, with what other plans say that use the same file; each with the place in it.
    pub fn hover_with(
        &self,
        source: SourceId,
        offset: usize,
        others: &[(&Analysis, SourceId, usize)],
        lang: Lang,
    ) -> Option<Hover> {
        let mut parts: Vec<(Span, String)> = Vec::new();
        if let Some(allowed) = self.allowed(source, offset, lang) {
            parts.push(allowed);
        } else if let Some(mention) = self.index.at(source, offset) {
            let mut page = self.thing(mention.thing, lang);
            let places = others.iter().filter_map(|(other, source, at)| Some((other, other.index.at(*source, *at)?)));
            let mut titles: Vec<String> = self.title(lang).into_iter().collect();
            for (other, mention) in places {
                page.take(other.thing(mention.thing, lang));
                titles.extend(other.title(lang));
            }
            if titles.len() > 1 {
                page.list(("用到它的方案", "plans that use it"), titles);
            }
            parts.push((mention.span, page.done()));
        } else {
            let time = || self.time_at(source, offset, lang).map(|(span, page)| (span, page.done()));
            parts.extend(self.keyword(source, offset, lang).or_else(time));
        }
        let findings = &self.compiled.findings;
        let here = findings.iter().filter(|found| found.span.source == source && touches(found.span, offset));
        parts.extend(here.map(|found| (found.span, manual(found, lang))));
        let span = parts.first()?.0;
        let pages: Vec<String> = parts.into_iter().map(|(_, page)| page).collect();
        Some(Hover { span, markdown: pages.join("\n\n---\n\n") })
    }

    fn title(&self, lang: Lang) -> Option<String> {
        let title = &self.compiled.plan.title.as_ref()?.value;
        Some(if lang == Lang::Zh { format!("《{title}》") } else { format!("“{title}”") })
    }

    /// The rule that a comment lets something off.
    fn allowed(&self, source: SourceId, offset: usize, lang: Lang) -> Option<(Span, String)> {
        let mut codes = self.compiled.plan.allowances.iter().flat_map(|allowance| &allowance.codes);
        let code = codes.find(|code| code.span.source == source && touches(code.span, offset))?;
        let rule = Manual::of(&code.value.to_ascii_uppercase())?;
        let manual = rule.manual();
        Some((code.span, format!("**{}** {}\n\n{}", rule.code, escaped(manual.title_in(lang)), body(&rule, lang))))
    }
}

/// What is wrong, and the manual page that says why.
fn manual(found: &Diagnostic, lang: Lang) -> String {
    let mut text = format!("**{}** {}", found.code, escaped(found.message.get(lang)));
    if let Some(help) = &found.help {
        text.push_str(&format!("\n\n{}", escaped(help.get(lang))));
    }
    if let Some(page) = Manual::of(found.code) {
        text.push_str(&format!("\n\n_{}_\n\n{}", escaped(page.manual().title_in(lang)), body(&page, lang)));
    }
    text
}

/// The text of a manual page.
fn body(page: &Manual, lang: Lang) -> String {
    let manual = page.manual();
    match lang {
        Lang::Zh => manual.section("中文").to_owned(),
        Lang::En => manual.section("English").to_owned(),
    }
}

//! A manual page: the module text of a rule, or a file of `pages/`.
//!
//! A page is a title in both languages and sections under fixed headings:
//!
//! ```text
//! 措施没有牵头单位 · A measure without a lead
//!
//! ## 中文
//! ## English
//! ## 错 · Wrong        one fenced plan that the rule must blame
//! ## 对 · Right        one fenced plan that it must not blame
//! ## 依据 · Source
//! ```
//!
//! Files that an example uses follow its plan, each in a fence that begins with ```` ```plan ```` and its path.

use crate::diagnostic::Lang;

/// A manual page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Manual {
    /// The whole page, as Markdown.
    pub page: String,
}

impl Manual {
    /// The page in a file: all of it, or its module text if it is code.
    pub(super) fn of(file: &str) -> Self {
        if !file.starts_with("//!") {
            return Self { page: file.to_owned() };
        }
        let lines = file.lines().map_while(|line| line.strip_prefix("//!"));
        let page = lines.map(|line| line.strip_prefix(' ').unwrap_or(line)).collect::<Vec<_>>().join("\n");
        Self { page }
    }

    /// The title in both languages: what stands before and after the middle dot.
    pub fn title(&self) -> (&str, &str) {
        let line = self.page.lines().next().unwrap_or_default();
        line.split_once(" · ").unwrap_or((line, line))
    }

    /// The title in one language.
    pub fn title_in(&self, lang: Lang) -> &str {
        let (zh, en) = self.title();
        match lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }

    /// The text under a heading that begins with `heading`, up to the next; what is fenced has no headings.
    pub fn section(&self, heading: &str) -> &str {
        let mut is_fenced = false;
        let mut start = None;
        let mut at = 0;
        for line in self.page.split_inclusive('\n') {
            let title = line.strip_prefix("## ").filter(|_| !is_fenced);
            match (title, start) {
                (Some(_), Some(start)) => return self.page[start..at].trim(),
                (Some(title), None) if title.starts_with(heading) => start = Some(at + line.len()),
                _ => {}
            }
            is_fenced ^= line.starts_with("```");
            at += line.len();
        }
        start.map_or("", |start| self.page[start..].trim())
    }

    /// The fenced plan under a heading.
    pub fn example(&self, heading: &str) -> &str {
        self.fences(heading).find(|(path, _)| path.is_empty()).map_or("", |(_, text)| text)
    }

    /// The files that the plan under a heading uses: path and text.
    pub fn files(&self, heading: &str) -> impl Iterator<Item = (&str, &str)> {
        self.fences(heading).filter(|(path, _)| !path.is_empty())
    }

    fn fences(&self, heading: &str) -> impl Iterator<Item = (&str, &str)> {
        let fences = self.section(heading).split("```plan").skip(1);
        fences.filter_map(|fence| {
            let (path, rest) = fence.split_once('\n')?;
            Some((path.trim(), rest.split("```").next().unwrap_or_default()))
        })
    }
}

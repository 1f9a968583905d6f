//! The manual page of a rule: the module text of its file.
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

/// A manual page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Manual {
    /// The whole page, as Markdown.
    pub page: String,
}

impl Manual {
    /// The page in the module text of a file.
    pub(super) fn of(file: &str) -> Self {
        let lines = file.lines().map_while(|line| line.strip_prefix("//!"));
        let page = lines.map(|line| line.strip_prefix(' ').unwrap_or(line)).collect::<Vec<_>>().join("\n");
        Self { page }
    }

    /// The title in both languages: what stands before and after the middle dot.
    pub fn title(&self) -> (&str, &str) {
        let line = self.page.lines().next().unwrap_or_default();
        line.split_once(" · ").unwrap_or((line, line))
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
        let body = self.section(heading);
        let Some((_, rest)) = body.split_once("```plan\n") else { return "" };
        rest.split("```").next().unwrap_or_default()
    }
}

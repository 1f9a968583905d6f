//! A page as it is gathered: a head, then a line for each thing that is known.

use crate::diagnostic::Lang;

/// A page in one language.
pub(super) struct Page {
    lang: Lang,
    head: String,
    lines: Vec<Line>,
}

/// What is said under one head.
#[derive(Clone, PartialEq, Eq)]
struct Line {
    head: String,
    items: Vec<String>,
    /// Whether further things of the kind belong to the same line.
    is_list: bool,
}

impl Page {
    /// A page whose head names something and says what it is.
    pub fn new(lang: Lang, name: &str, what: &[&str]) -> Self {
        let what: Vec<String> = what.iter().filter(|words| !words.is_empty()).map(|words| escaped(words)).collect();
        let mark = if what.is_empty() { "" } else { " — " };
        Self { lang, head: format!("**{}**{mark}{}", escaped(name), what.join(" · ")), lines: Vec::new() }
    }

    /// A line: what it is about in both languages, and what there is to say; none where there is nothing.
    pub fn line(&mut self, head: (&str, &str), words: &str) {
        if !words.is_empty() {
            let head = self.say(head.0, head.1).to_owned();
            self.lines.push(Line { head, items: vec![words.to_owned()], is_list: false });
        }
    }

    /// A line for several things; those of one head stand on one line.
    pub fn list(&mut self, head: (&str, &str), things: impl IntoIterator<Item = impl Into<String>>) {
        let items: Vec<String> =
            things.into_iter().map(Into::into).filter(|words: &String| !words.is_empty()).collect();
        if !items.is_empty() {
            let head = self.say(head.0, head.1).to_owned();
            self.add(Line { head, items, is_list: true });
        }
    }

    /// Takes in what another page says of the same thing, each once.
    pub fn take(&mut self, other: Page) {
        other.lines.into_iter().for_each(|line| self.add(line));
    }

    fn add(&mut self, line: Line) {
        let of_kind = |own: &Line| own.head == line.head;
        let list = self.lines.iter().position(|own| of_kind(own) && own.is_list && line.is_list);
        if let Some(list) = list.and_then(|at| self.lines.get_mut(at)) {
            for item in line.items {
                if !list.items.contains(&item) {
                    list.items.push(item);
                }
            }
        } else if !self.lines.contains(&line) {
            let at = self.lines.iter().rposition(of_kind).map_or(self.lines.len(), |at| at + 1);
            self.lines.insert(at, line);
        }
    }

    /// The words in the language of the page.
    pub fn say<'w>(&self, zh: &'w str, en: &'w str) -> &'w str {
        match self.lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }

    /// The page.
    pub fn done(self) -> String {
        let lines = self.lines.iter().map(|line| line.told(self.lang));
        let lines: Vec<String> = lines.collect();
        if lines.is_empty() { self.head } else { format!("{}\n\n{}", self.head, lines.join("\n")) }
    }
}

impl Line {
    /// As it is written; of more things than are told at once, how many there are.
    fn told(&self, lang: Lang) -> String {
        const MOST: usize = 8;
        let count = self.items.len();
        let shown = self.items.iter().take(MOST).map(String::as_str).collect::<Vec<_>>();
        let (head, words) = (&self.head, shown.join(if lang == Lang::Zh { "、" } else { ", " }));
        let words = escaped(&words);
        match (lang, count > MOST) {
            (Lang::Zh, false) => format!("- {head}：{words}"),
            (Lang::Zh, true) => format!("- {head}：{words}等{count}项"),
            (Lang::En, false) => format!("- {head}: {words}"),
            (Lang::En, true) => format!("- {head}: {words} and {} more", count - MOST),
        }
    }
}

/// Words in which nothing is markup.
pub(super) fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for sign in words.chars() {
        if matches!(sign, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '!' | '~' | '&') {
            out.push('\\');
        }
        out.push(if sign.is_control() { ' ' } else { sign });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_words_become_markup() {
        assert_eq!(escaped("甲<b>*乙*"), "甲\\<b\\>\\*乙\\*");
    }

    #[test]
    fn what_two_plans_say_stands_together() {
        let mut page = Page::new(Lang::Zh, "甲", &["主体"]);
        page.list(("牵头", "leads"), ["一", "二"]);
        let mut other = Page::new(Lang::Zh, "甲", &["主体"]);
        other.list(("牵头", "leads"), ["二", "三"]);
        other.line(("职责", "duty"), "四");
        page.take(other);
        assert_eq!(page.done(), "**甲** — 主体\n\n- 牵头：一、二、三\n- 职责：四");
    }
}

//! A page as it is written: a head, then a line for each thing that is known.

use crate::diagnostic::Lang;

/// A page in one language.
pub(super) struct Page {
    lang: Lang,
    text: String,
}

impl Page {
    /// A page whose head names something and says what it is.
    pub fn new(lang: Lang, name: &str, what: &[&str]) -> Self {
        let what: Vec<String> = what.iter().filter(|words| !words.is_empty()).map(|words| escaped(words)).collect();
        let mark = if what.is_empty() { "" } else { " — " };
        Self { lang, text: format!("**{}**{mark}{}\n", escaped(name), what.join(" · ")) }
    }

    /// A line: what it is about in both languages, and what there is to say; none where there is nothing.
    pub fn line(&mut self, (zh, en): (&str, &str), words: &str) {
        if words.is_empty() {
            return;
        }
        let (head, colon) = match self.lang {
            Lang::Zh => (zh, "："),
            Lang::En => (en, ": "),
        };
        self.text.push_str(&format!("\n- {head}{colon}{}", escaped(words)));
    }

    /// A line for several things; of more than are told at once, how many there are.
    pub fn list(&mut self, head: (&str, &str), things: &[&str]) {
        const MOST: usize = 8;
        let count = things.len();
        let shown = things.iter().take(MOST).copied().collect::<Vec<_>>().join("、");
        let words = match (count > MOST, self.lang) {
            (false, _) => shown,
            (true, Lang::Zh) => format!("{shown}等{count}项"),
            (true, Lang::En) => format!("{shown} and {} more", count - MOST),
        };
        self.line(head, &words);
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
        self.text.trim_end().to_owned()
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
}

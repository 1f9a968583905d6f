//! Words for people, in both languages at once.
//!
//! [`text!`](crate::text) makes both sentences where the fault is found, so that neither can be forgotten; which
//! of them is shown is decided only where a finding is printed.

use std::borrow::Cow;
use std::cell::Cell;
use std::fmt::{self, Write};

/// A language for messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Lang {
    /// Chinese.
    Zh,
    /// English.
    En,
}

/// The same words in Chinese and in English.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, schemars::JsonSchema)]
pub struct Text {
    /// Chinese.
    pub zh: Cow<'static, str>,
    /// English.
    pub en: Cow<'static, str>,
}

impl Text {
    /// The words in one language.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }
}

/// Words with what is told in them; those that tell nothing of the plan, as most advice, are not copied.
pub fn said(words: fmt::Arguments) -> Cow<'static, str> {
    if let Some(words) = words.as_str() {
        return Cow::Borrowed(words);
    }
    // Words grow by doubling as they are put together, and findings are kept to the end: so they are put together where
    // there is room from the last ones, and kept in no more than they need.
    let mut told = ROOM.take();
    told.clear();
    // Writing into a text does not fail.
    let _ = told.write_fmt(words);
    let kept = told.as_str().to_owned();
    ROOM.set(told);
    Cow::Owned(kept)
}

thread_local! {
    /// Where words are put together.
    static ROOM: Cell<String> = const { Cell::new(String::new()) };
}

/// Both languages of a message: `text!(zh: "…{name}…", en: "…{name}…")`, with captured variables as in `format!`.
#[macro_export]
macro_rules! text {
    (zh: $zh:literal, en: $en:literal $(,)?) => {
        $crate::diagnostic::Text {
            zh: $crate::diagnostic::said(::std::format_args!($zh)),
            en: $crate::diagnostic::said(::std::format_args!($en)),
        }
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_take_captured_variables() {
        let (name, count) = ("教育局", 2);
        let words = text!(zh: "“{name}”写了{count}次", en: "“{name}” is written {count} times");
        assert_eq!(words.get(Lang::Zh), "“教育局”写了2次");
        assert_eq!(words.get(Lang::En), "“教育局” is written 2 times");
    }
}

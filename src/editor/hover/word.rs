//! What a keyword means and how it is written.

use crate::diagnostic::Lang;
use crate::editor::Analysis;
use crate::editor::draft::Draft;
use crate::editor::meaning::{form, meaning, plain};
use crate::source::{SourceId, Span};
use crate::syntax::keyword::Keyword;
use crate::syntax::line::LineKind;
use crate::syntax::word::Tongue;

impl Analysis {
    /// The keyword at a place.
    pub(super) fn keyword(&self, source: SourceId, offset: usize, lang: Lang) -> Option<(Span, String)> {
        let draft = Draft::read(self.compiled.sources.get(source).text());
        let row = draft.rows.get(draft.row_at(offset)?)?;
        let keyword = row.keyword.filter(|_| (row.key.start..=row.key.end).contains(&offset))?;
        let is_heading = matches!(row.line.kind, LineKind::Heading(_));
        let tongue = if draft.slice(&row.key) == keyword.en() { Tongue::En } else { Tongue::Zh };
        let span = Span::new(source, row.key.start, row.key.end);
        Some((span, page(keyword, is_heading, tongue, lang)))
    }
}

fn page(keyword: Keyword, is_heading: bool, tongue: Tongue, lang: Lang) -> String {
    let (word, other) = match tongue {
        Tongue::Zh => (keyword.zh(), keyword.en()),
        Tongue::En => (keyword.en(), keyword.zh()),
    };
    let head = match lang {
        Lang::Zh if tongue == Tongue::Zh => format!("**{word}**（英文写`{other}`）"),
        Lang::Zh => format!("**{word}**（中文写`{other}`）"),
        Lang::En if tongue == Tongue::Zh => format!("**{word}** (in English `{other}`)"),
        Lang::En => format!("**{word}** (in Chinese `{other}`)"),
    };
    let begins = if is_heading { "##" } else { "-" };
    let line = format!("{begins} {word}{}", plain(form(keyword, tongue)));
    format!("{head}\n\n{}\n\n```plan\n{}\n```", meaning(keyword).get(lang), line.trim_end())
}

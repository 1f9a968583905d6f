//! How prose and the sentences of data run on.
//!
//! Takes paragraphs, tells which of them more can follow in, and puts one behind another. A paragraph that ends open
//! (in a comma, a semicolon or a colon) is ended by what the data below or above it say; prose that begins with a mark goes
//! on behind the sentence before it. Never words anything.

use super::{Block, Inline, text};

/// The longest paragraph, in characters, that derived sentences are added to; after a longer one they stand alone.
const SHORT: usize = 120;

/// Marks after which a sentence has more to come.
const JOINTS: [char; 4] = ['，', '；', ',', ';'];
/// Marks with which prose goes on behind a sentence of the data, in place of its stop.
const RESUMING: [char; 5] = ['，', '；', '。', ',', ';'];
/// Marks after which what is named comes.
const COLONS: [char; 2] = ['：', ':'];

/// How the prose ends that sentences of the data stand behind.
pub(super) enum Open {
    /// It is ended, or there is none.
    Closed,
    /// In a comma: `各校要加强督查，`; the whole paragraph.
    Comma(String),
    /// In a colon: `做到“三定”：`; the whole paragraph.
    Colon(String),
}

impl Open {
    /// How a paragraph ends.
    pub(super) fn of(paragraph: Option<&Vec<Inline>>, has_below: bool) -> Self {
        match paragraph {
            Some(last) if !has_below && ends_in(last, &COLONS) => Open::Colon(text::words(last).into_owned()),
            Some(last) if ends_in(last, &['，', ',']) => Open::Comma(text::words(last).into_owned()),
            _ => Open::Closed,
        }
    }

    /// Whether what follows is the rest of a sentence of clauses.
    pub(super) fn goes_on(&self) -> bool {
        matches!(self, Open::Comma(_))
    }
}

/// Whether what data say can follow in a paragraph; `has_below` tells whether headings or items stand below it, which
/// a colon leads to.
pub(super) fn takes(paragraph: &[Inline], told: &[Inline], has_below: bool) -> bool {
    takes_more(paragraph) || is_open(paragraph, has_below) && ends_in(told, &['。', '：'])
}

/// Whether a paragraph is short and ends as a sentence, so that more can follow in it.
pub(super) fn takes_more(paragraph: &[Inline]) -> bool {
    text::words(paragraph).chars().count() <= SHORT && is_ended(paragraph)
}

/// Whether a paragraph ends as a sentence does: `（试行）` alone ends none.
pub(super) fn is_ended(paragraph: &[Inline]) -> bool {
    let text = text::words(paragraph);
    let inside = text.trim_end_matches(['”', '’', '）', ')']);
    inside.ends_with(['。', '！', '？']) || text.ends_with('）') && text.contains('。')
}

/// Whether a paragraph leaves its sentence open: `听课有记录、有评析，`.
pub(super) fn is_open(paragraph: &[Inline], has_below: bool) -> bool {
    ends_in(paragraph, &JOINTS) || !has_below && ends_in(paragraph, &COLONS)
}

fn ends_in(paragraph: &[Inline], marks: &[char]) -> bool {
    paragraph.last().is_some_and(|inline| inline.words().trim_end().ends_with(marks))
}

/// Adds a sentence to a paragraph; one that begins with a comma or a semicolon goes on with the last sentence there.
pub(super) fn go_on(paragraph: &mut Vec<Inline>, sentence: String) {
    if sentence.starts_with(JOINTS)
        && let Some(Inline::Text { text }) = paragraph.last_mut()
        && text.ends_with('。')
    {
        text.pop();
    }
    paragraph.push(Inline::Text { text: sentence });
}

/// Whether prose goes on behind a sentence of the data.
pub(super) fn resumes(prose: &str) -> bool {
    prose.trim_start().starts_with(RESUMING)
}

/// Adds blocks; a first paragraph that begins with a mark goes on with the last one.
pub(super) fn append(blocks: &mut Vec<Block>, mut next: Vec<Block>) {
    if blocks.is_empty() {
        *blocks = next;
        return;
    }
    if let (Some(Block::Paragraph(last)), Some(Block::Paragraph(first))) = (blocks.last_mut(), next.first_mut())
        && first.inlines.first().is_some_and(|inline| inline.words().starts_with(RESUMING))
        && let Some(Inline::Text { text }) = last.inlines.last_mut()
        && let Some(sentence) = text.strip_suffix(RESUMING)
    {
        *text = sentence.to_owned();
        last.inlines.append(&mut first.inlines);
        next.remove(0);
    }
    blocks.append(&mut next);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::derive::paragraph;

    fn says(blocks: &[&str], next: &[&str]) -> Vec<String> {
        let of = |words: &[&str]| words.iter().map(|words| paragraph((*words).to_owned())).collect::<Vec<_>>();
        let mut blocks = of(blocks);
        append(&mut blocks, of(next));
        blocks.iter().map(Block::plain).collect()
    }

    #[test]
    fn what_begins_with_a_mark_goes_on() {
        assert_eq!(says(&["听课不少于30节。"], &["，纳入考评。", "完。"]), ["听课不少于30节，纳入考评。", "完。"]);
        assert_eq!(says(&["听课不少于30节。"], &["。结果纳入考评。"]), ["听课不少于30节。结果纳入考评。"]);
        assert_eq!(says(&["有记录，"], &["；纳入考评。"]), ["有记录；纳入考评。"]);
        assert_eq!(says(&["组　长：校长"], &["，办公室设在教务处。"]), ["组　长：校长", "，办公室设在教务处。"]);
        assert_eq!(says(&["听课不少于30节。"], &["纳入考评。"]), ["听课不少于30节。", "纳入考评。"]);
        assert_eq!(says(&[], &["，纳入考评。"]), ["，纳入考评。"]);
    }

    #[test]
    fn open_paragraphs_take_sentences_and_nothing_else() {
        let of = |words: &str| vec![Inline::text(words)];
        let told = of("每周听课2节。");
        assert!(takes(&of("有记录，"), &told, true) && takes(&of("有记录；"), &told, true));
        assert!(takes(&of("任务如下："), &told, false) && !takes(&of("任务如下："), &told, true));
        assert!(!takes(&of("教材、"), &told, false) && !takes(&of("教材"), &told, false));
        assert!(!takes(&of("组成如下："), &of("组　长：校长"), false));
        assert!(takes(&of(&("长".repeat(200) + "，")), &told, false));
        assert!(!takes(&of(&("长".repeat(200) + "。")), &told, false));
    }
}

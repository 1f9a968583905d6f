//! Suggestions as the protocol tells them.

use gen_lsp_types as lsp;
use pinyin::ToPinyin;

use super::kind;
use crate::diagnostic::Lang;
use crate::editor::Completion;

/// One suggestion, which replaces `range`.
pub(in crate::lsp) fn item(
    completion: Completion,
    range: lsp::Range,
    snippets: bool,
    lang: Lang,
) -> lsp::CompletionItem {
    let is_snippet = snippets && completion.snippet != completion.plain;
    let new_text = if is_snippet { completion.snippet } else { completion.plain };
    let detail = completion.detail.get(lang).to_owned();
    let filter = format!("{} {}", completion.filter, spelled(&completion.label));
    lsp::CompletionItem {
        label: completion.label,
        kind: Some(kind::completion(completion.kind)),
        detail: (!detail.is_empty()).then_some(detail),
        sort_text: Some(completion.sort),
        filter_text: Some(filter.trim_end().to_owned()),
        insert_text_format: is_snippet.then_some(lsp::InsertTextFormat::Snippet),
        text_edit: Some(lsp::TextEdit { range, new_text }.into()),
        ..Default::default()
    }
}

/// How Chinese words are spoken, a syllable a word: an editor finds 教育局 by `jyj` and by `jiaoyuju`.
fn spelled(words: &str) -> String {
    let sounds = words.to_pinyin().flatten().map(|sound| sound.plain());
    // 绿 is typed lv.
    sounds.collect::<Vec<_>>().join(" ").replace('ü', "v")
}

#[cfg(test)]
mod tests {
    use super::spelled;

    #[test]
    fn words_are_spelled_by_syllables() {
        assert_eq!(spelled("县教育局"), "xian jiao yu ju");
        assert_eq!(spelled("入学率"), "ru xue lv");
        assert_eq!(spelled("std.organs"), "");
    }
}

//! Suggestions as the protocol tells them.

use gen_lsp_types as lsp;
use pinyin::ToPinyin;

use super::kind;
use crate::diagnostic::Lang;
use crate::editor::Completion;

/// So many signs are looked for among sounds at most.
const MOST_TYPED: usize = 24;

/// One suggestion, which replaces `range`, where `typed` stands.
///
/// Editors hold what is typed against the filter text: some search it for words that begin so, some want it to begin so
/// itself. So each sign and each sound is a word of it, and what is typed stands first where it is found within.
pub(in crate::lsp) fn item(
    completion: Completion,
    range: lsp::Range,
    typed: &str,
    snippets: bool,
    lang: Lang,
) -> lsp::CompletionItem {
    let filter = filter(&completion, typed);
    let is_snippet = snippets && completion.snippet != completion.plain;
    let new_text = if is_snippet { completion.snippet } else { completion.plain };
    let detail = completion.detail.get(lang).to_owned();
    lsp::CompletionItem {
        label: completion.label,
        kind: Some(kind::completion(completion.kind)),
        detail: (!detail.is_empty()).then_some(detail),
        sort_text: Some(completion.sort),
        filter_text: Some(filter),
        insert_text_format: is_snippet.then_some(lsp::InsertTextFormat::Snippet),
        text_edit: Some(lsp::TextEdit { range, new_text }.into()),
        ..Default::default()
    }
}

/// Whether a suggestion fits what is typed: by one of its names, by signs within, by sounds.
pub(in crate::lsp) fn fits(completion: &Completion, typed: &str) -> bool {
    completion.filter.contains(typed) || sounds_like(&sounds(&completion.label), typed)
}

fn filter(completion: &Completion, typed: &str) -> String {
    let sounds = sounds(&completion.label);
    let begins = completion.filter.starts_with(typed);
    let is_within = !begins && (completion.filter.contains(typed) || sounds_like(&sounds, typed));
    let signs = match sounds.is_empty() {
        true => Vec::new(),
        false => completion.label.split("").filter(|sign| !sign.trim().is_empty()).collect(),
    };
    let first = [typed].into_iter().filter(|_| is_within).chain([completion.filter.as_str()]);
    first.chain(signs).chain(sounds.iter().map(String::as_str)).collect::<Vec<_>>().join(" ")
}

/// How Chinese words are spoken, by syllables: an editor finds 教育局 by `jyj` and by `jiaoyuju`.
fn sounds(words: &str) -> Vec<String> {
    // 绿 is typed lv.
    words.to_pinyin().flatten().map(|sound| sound.plain().replace('ü', "v")).collect()
}

/// Whether what is typed spells some of the syllables, one after another, each as far as it goes.
fn sounds_like(sounds: &[String], typed: &str) -> bool {
    let is_spelled =
        !typed.is_empty() && typed.len() <= MOST_TYPED && typed.bytes().all(|sign| sign.is_ascii_lowercase());
    is_spelled && (0..sounds.len()).any(|at| spells(sounds.get(at..).unwrap_or_default(), typed))
}

fn spells(sounds: &[String], typed: &str) -> bool {
    let Some((first, rest)) = sounds.split_first() else { return typed.is_empty() };
    let shared = first.bytes().zip(typed.bytes()).take_while(|(sound, sign)| sound == sign).count();
    typed.is_empty() || (1..=shared).rev().any(|length| typed.get(length..).is_some_and(|typed| spells(rest, typed)))
}

#[cfg(test)]
mod tests {
    use super::{sounds, sounds_like};

    #[test]
    fn words_are_spelled_by_syllables() {
        assert_eq!(sounds("县教育局"), ["xian", "jiao", "yu", "ju"]);
        assert_eq!(sounds("入学率"), ["ru", "xue", "lv"]);
        assert!(sounds("std.organs").is_empty());
    }

    #[test]
    fn words_are_found_by_their_sound() {
        let sounds = sounds("县教育局");
        for typed in ["x", "xjyj", "jyj", "jiaoyuju", "jiaoyj", "jyuj", "ju"] {
            assert!(sounds_like(&sounds, typed), "{typed}");
        }
        for typed in ["", "xyj", "jiaozj", "iao", "jyjs", "教"] {
            assert!(!sounds_like(&sounds, typed), "{typed}");
        }
    }
}

//! The report's own words, in both languages.
//!
//! Takes severities and counts, gives the few words that stand around a finding. Never words a finding.

use super::place;
use crate::diagnostic::{Diagnostic, Lang, Left, Severity, Text};
use crate::source::Sources;
use crate::text;

/// How many findings there are of each severity, in one line.
pub fn summary(diagnostics: &[Diagnostic], lang: Lang) -> String {
    let parts: Vec<String> = [Severity::Error, Severity::Warning, Severity::Info]
        .into_iter()
        .map(|severity| (severity, count(diagnostics, severity)))
        .filter(|(_, count)| *count > 0)
        .map(|(severity, count)| counted(severity, count).get(lang).to_owned())
        .collect();
    match lang {
        _ if parts.is_empty() => text!(zh: "未发现问题", en: "no problems found").get(lang).to_owned(),
        Lang::Zh => parts.join("，"),
        Lang::En => parts.join(", "),
    }
}

/// How many findings of one rule in one file are not told, in one line.
pub fn left_out(left: &Left, sources: &Sources, lang: Lang) -> String {
    let (path, code, count) = (place::path(sources.get(left.source)), left.code, left.count);
    let mended = left.mended;
    if mended > 0 {
        let words = text!(
            zh: "{path}：{code} 还有 {count} 处没有列出，其中 {mended} 处 fangan check --fix 一并改正（--max-per-rule 0 全部列出）",
            en: "{path}: {count} more of {code} not shown, {mended} of which fangan check --fix mends (--max-per-rule 0 shows all)"
        );
        return words.get(lang).to_owned();
    }
    let words = text!(
        zh: "{path}：{code} 还有 {count} 处没有列出（--max-per-rule 0 全部列出）",
        en: "{path}: {count} more of {code} not shown (--max-per-rule 0 shows all)"
    );
    words.get(lang).to_owned()
}

/// The number of findings of one severity.
pub(super) fn count(diagnostics: &[Diagnostic], severity: Severity) -> usize {
    diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity).count()
}

/// The word that heads a finding.
pub(super) fn severity(severity: Severity) -> Text {
    match severity {
        Severity::Error => text!(zh: "错误", en: "error"),
        Severity::Warning => text!(zh: "警告", en: "warning"),
        Severity::Info => text!(zh: "提示", en: "note"),
    }
}

/// What stands before the advice of a finding, with its colon.
pub(super) fn help() -> Text {
    text!(zh: "建议：", en: "help: ")
}

/// What stands before the title of an edit, with its colon: one that `--fix` makes, or one for a person to decide.
pub(super) fn fix(is_safe: bool) -> Text {
    match is_safe {
        true => text!(zh: "修改：", en: "fix: "),
        false => text!(zh: "供选：", en: "possible fix: "),
    }
}

/// What stands for the places of a finding that are not drawn.
pub(super) fn more_places(count: usize) -> Text {
    match count {
        1 => text!(zh: "另有 1 处相关", en: "and 1 more place"),
        _ => text!(zh: "另有 {count} 处相关", en: "and {count} more places"),
    }
}

/// The message with the advice after it, for readers that show one text only.
pub fn message_and_help(diagnostic: &Diagnostic, lang: Lang) -> String {
    let message = diagnostic.message.get(lang);
    match &diagnostic.help {
        Some(advice) => format!("{message}\n{}{}", help().get(lang), advice.get(lang)),
        None => message.to_owned(),
    }
}

fn counted(of: Severity, count: usize) -> Text {
    let word = severity(of);
    let (zh, en) = (word.zh, word.en);
    match count {
        1 => text!(zh: "1 个{zh}", en: "1 {en}"),
        _ => text!(zh: "{count} 个{zh}", en: "{count} {en}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn findings(severities: &[Severity]) -> Vec<Diagnostic> {
        let id = Sources::default().add("a.plan", "");
        let span = crate::source::Span::new(id, 0, 0);
        severities.iter().map(|s| Diagnostic::new("X001", *s, span, text!(zh: "错", en: "wrong"))).collect()
    }

    #[test]
    fn summary_counts_in_both_languages() {
        use Severity::{Error, Info, Warning};
        let mixed = findings(&[Warning, Error, Warning, Error, Warning]);
        assert_eq!(summary(&mixed, Lang::Zh), "2 个错误，3 个警告");
        assert_eq!(summary(&mixed, Lang::En), "2 errors, 3 warnings");
        assert_eq!(summary(&findings(&[Info, Error]), Lang::En), "1 error, 1 note");
        assert_eq!(summary(&findings(&[Info, Info]), Lang::Zh), "2 个提示");
        assert_eq!(summary(&[], Lang::Zh), "未发现问题");
        assert_eq!(summary(&[], Lang::En), "no problems found");
    }

    #[test]
    fn advice_follows_the_message() {
        let mut finding = findings(&[Severity::Error]).remove(0);
        assert_eq!(message_and_help(&finding, Lang::En), "wrong");
        finding = finding.help(text!(zh: "改", en: "mend it"));
        assert_eq!(message_and_help(&finding, Lang::Zh), "错\n建议：改");
        assert_eq!(message_and_help(&finding, Lang::En), "wrong\nhelp: mend it");
    }
}

//! Findings as a SARIF 2.1.0 log, for code scanning services.
//!
//! Takes findings, gives one run with the codes that occur as its rules, under the titles of their manual pages. Columns count characters
//! (`unicodeCodePoints`); paths become relative URIs with percent-encoding. The advice follows the message, since
//! viewers show one text only. Edits become `fixes`, one change for each file.

mod log;

use std::collections::BTreeMap;

use log::{
    Change, Component, Configuration, Content, Driver, Fix, FixProperties, Level, Location, Log, Message,
    PhysicalLocation, Region, Replacement, Rule, Run, Tool, Uri,
};

use super::{json, place, words};
use crate::check::Page;
use crate::diagnostic::{self, Diagnostic, Lang, Severity};
use crate::source::{Position, SourceId, Sources, Span};

/// The log, indented, with a final line break.
pub(super) fn report(diagnostics: &[Diagnostic], sources: &Sources, lang: Lang) -> String {
    let rules = rules(diagnostics, lang);
    let numbers: BTreeMap<&str, usize> = rules.iter().enumerate().map(|(at, rule)| (rule.id, at)).collect();
    let results = diagnostics
        .iter()
        .map(|diagnostic| log::Result {
            rule_id: diagnostic.code,
            rule_index: numbers.get(diagnostic.code).copied().unwrap_or_default(),
            level: level(diagnostic.severity),
            message: Message { text: words::message_and_help(diagnostic, lang) },
            locations: vec![location(diagnostic.span, None, sources)],
            related_locations: related(diagnostic, sources, lang),
            fixes: diagnostic.fix.iter().map(|mend| fix(mend, sources, lang)).collect(),
        })
        .collect();
    let driver = Driver { component: Component { name: "fangan", version: env!("CARGO_PKG_VERSION") }, rules };
    let language = match lang {
        Lang::Zh => "zh-CN",
        Lang::En => "en",
    };
    json::to_json(&Log::of(Run { tool: Tool { driver }, language, column_kind: "unicodeCodePoints", results }))
}

/// The codes present, in order, each with the title of its manual page and the gravest level it has here.
fn rules(diagnostics: &[Diagnostic], lang: Lang) -> Vec<Rule<'_>> {
    let mut gravest: BTreeMap<&str, Severity> = BTreeMap::new();
    for diagnostic in diagnostics {
        let entry = gravest.entry(diagnostic.code).or_insert(diagnostic.severity);
        *entry = (*entry).min(diagnostic.severity);
    }
    let rule = |(id, severity)| {
        let page = Page::of(id);
        let title = page.map(|page| page.manual().title_in(lang).to_owned());
        Rule {
            id,
            name: page.map(|page| page.name),
            short_description: title.map(|text| Message { text }),
            default_configuration: Configuration { level: level(severity) },
        }
    };
    gravest.into_iter().map(rule).collect()
}

fn level(severity: Severity) -> Level {
    match severity {
        Severity::Error => Level::Error,
        Severity::Warning => Level::Warning,
        Severity::Info => Level::Note,
    }
}

fn related(diagnostic: &Diagnostic, sources: &Sources, lang: Lang) -> Vec<Location> {
    let one = |other: &diagnostic::Related| location(other.span, Some(other.message.get(lang)), sources);
    diagnostic.related.iter().map(one).collect()
}

fn location(span: Span, message: Option<&str>, sources: &Sources) -> Location {
    let source = sources.get(span.source);
    let place = place::place(source, span);
    let physical_location =
        PhysicalLocation { artifact_location: uri(span.source, sources), region: region(place.start, place.end) };
    Location { physical_location, message: message.map(|text| Message { text: text.to_owned() }) }
}

fn region(start: Position, end: Position) -> Region {
    Region { start_line: start.line, start_column: start.column, end_line: end.line, end_column: end.column }
}

fn fix(fix: &diagnostic::Fix, sources: &Sources, lang: Lang) -> Fix {
    let mut changes: BTreeMap<SourceId, Vec<Replacement>> = BTreeMap::new();
    for edit in &fix.edits {
        let source = sources.get(edit.span.source);
        let range = place::bounded(source, edit.span);
        let deleted_region = region(source.position(range.start), source.position(range.end));
        let inserted_content = Content { text: edit.text.clone() };
        changes.entry(edit.span.source).or_default().push(Replacement { deleted_region, inserted_content });
    }
    let change = |(id, replacements)| Change { artifact_location: uri(id, sources), replacements };
    Fix {
        description: Message { text: fix.title.get(lang).to_owned() },
        artifact_changes: changes.into_iter().map(change).collect(),
        properties: FixProperties { safe: fix.safe },
    }
}

fn uri(id: SourceId, sources: &Sources) -> Uri {
    let path = sources.get(id).path().to_string_lossy().into_owned();
    let path = if std::path::MAIN_SEPARATOR == '\\' { path.replace('\\', "/") } else { path };
    Uri { uri: encoded(&path) }
}

/// A path as a URI reference: relative paths stay relative, an absolute one gets the `file` scheme.
fn encoded(path: &str) -> String {
    let path = path.strip_prefix("./").unwrap_or(path);
    let (mut uri, path) = match path.as_bytes() {
        [b'/', ..] => (String::from("file://"), path),
        [letter, b':', b'/', ..] if letter.is_ascii_alphabetic() => (format!("file:///{}", &path[..2]), &path[2..]),
        _ => (String::new(), path),
    };
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(byte as char),
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text;
    use serde_json::{Value, json};

    #[test]
    fn paths_become_uris() {
        assert_eq!(encoded("./方案/a b.plan"), "%E6%96%B9%E6%A1%88/a%20b.plan");
        assert_eq!(encoded("<stdlib/x:y>"), "%3Cstdlib/x%3Ay%3E");
        assert_eq!(encoded("/tmp/100%.plan"), "file:///tmp/100%25.plan");
        assert_eq!(encoded("C:/方案/a.plan"), "file:///C:/%E6%96%B9%E6%A1%88/a.plan");
        assert_eq!(encoded("a:b.plan"), "a%3Ab.plan");
    }

    #[test]
    fn a_log_has_rules_results_and_fixes() {
        let mut sources = Sources::default();
        let id = sources.add("a.plan", "# 目标\n𠀀- 期限：明天\n");
        let span = Span::new(id, 24, 30);
        let findings = [
            Diagnostic::warning("Q002", span, text!(zh: "甲", en: "first")),
            Diagnostic::error("D003", span, text!(zh: "乙", en: "second"))
                .help(text!(zh: "改", en: "mend it"))
                .related(Span::new(id, 2, 8), text!(zh: "属于", en: "belongs to"))
                .fix(text!(zh: "删", en: "delete"), span, ""),
            Diagnostic::error("Q002", span, text!(zh: "丙", en: "third")),
        ];
        let log: Value = serde_json::from_str(&report(&findings, &sources, Lang::En)).unwrap();
        let run = &log["runs"][0];
        assert_eq!((&log["version"], &run["columnKind"]), (&json!("2.1.0"), &json!("unicodeCodePoints")));
        let rules = &run["tool"]["driver"]["rules"];
        assert_eq!((&rules[0]["id"], &rules[1]["id"]), (&json!("D003"), &json!("Q002")));
        assert_eq!(rules[1]["defaultConfiguration"]["level"], "error");
        let result = &run["results"][1];
        assert_eq!((&result["ruleIndex"], &result["message"]["text"]), (&json!(0), &json!("second\nhelp: mend it")));
        let region = json!({"startLine": 2, "startColumn": 7, "endLine": 2, "endColumn": 9});
        assert_eq!(result["locations"][0]["physicalLocation"]["region"], region);
        assert_eq!(result["relatedLocations"][0]["message"]["text"], "belongs to");
        assert_eq!(result["fixes"][0]["artifactChanges"][0]["replacements"][0]["deletedRegion"], region);
        assert!(run["results"][0].get("fixes").is_none());
    }
}

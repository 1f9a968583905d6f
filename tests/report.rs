//! Reports as a reader gets them: every case of findings over the plans beside this file, in every format, against
//! the expected text; `BLESS=1` rewrites it. Then what must hold for any text and any span: no format panics, and
//! carets stand in the columns of what they blame.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its fixture has to stop")]

#[path = "report/cases.rs"]
mod cases;

use std::fs;

use cases::{cases, folder, in_lang};
use fangan::diagnostic::{Diagnostic, Lang};
use fangan::report::{Format, Options, report};
use fangan::source::{Sources, Span};
use fangan::text;
use proptest::prelude::*;
use unicode_width::UnicodeWidthStr;

const FORMATS: [Format; 5] = [Format::Human, Format::Short, Format::Json, Format::Sarif, Format::Github];

#[test]
fn reports_are_as_expected() {
    let bless = std::env::var_os("BLESS").is_some();
    let version = format!("\"version\": \"{}\"", env!("CARGO_PKG_VERSION"));
    let mut wrong = Vec::new();
    for case in cases() {
        let outputs = [
            ("zh.txt", case.report(Format::Human, in_lang(Lang::Zh))),
            ("en.txt", case.report(Format::Human, in_lang(Lang::En))),
            ("short.zh.txt", case.report(Format::Short, in_lang(Lang::Zh))),
            ("github.en.txt", case.report(Format::Github, in_lang(Lang::En))),
            ("json", case.report(Format::Json, in_lang(Lang::Zh))),
            ("zh.sarif", case.report(Format::Sarif, in_lang(Lang::Zh)).replace(&version, "\"version\": \"VERSION\"")),
        ];
        for (extension, output) in outputs {
            let path = folder().join(format!("{}.{extension}", case.name));
            if bless {
                fs::write(path, output).unwrap();
            } else if fs::read_to_string(&path).unwrap_or_default() != output {
                wrong.push(format!("{} is not:\n{output}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn findings_hold_to_their_published_form() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/findings.schema.json");
    let schema = fangan::report::schema();
    if std::env::var_os("BLESS").is_some() {
        fs::write(&path, &schema).unwrap();
    }
    assert_eq!(fs::read_to_string(&path).unwrap(), schema, "run with BLESS=1");
    let validator = jsonschema::validator_for(&serde_json::from_str(&schema).unwrap()).unwrap();
    for case in cases() {
        let mut report = serde_json::from_str(&case.report(Format::Json, in_lang(Lang::Zh))).unwrap();
        let wrong: Vec<_> = validator.iter_errors(&report).map(|error| error.to_string()).collect();
        assert!(wrong.is_empty(), "{}: {wrong:?}", case.name);
        report["findings"][0]["code"] = serde_json::Value::Null;
        assert!(!validator.is_valid(&report), "{}: anything is valid", case.name);
    }
}

#[test]
fn colour_adds_nothing_but_colour() {
    for case in cases() {
        let plain = case.report(Format::Human, in_lang(Lang::Zh));
        let colored = case.report(Format::Human, Options { color: true, ..in_lang(Lang::Zh) });
        assert!(!plain.contains('\u{1b}') && colored.contains('\u{1b}'));
        let mut pieces = colored.split('\u{1b}');
        let first = pieces.next().unwrap_or_default().to_owned();
        let stripped = pieces.fold(first, |text, piece| text + piece.split_once('m').unwrap().1);
        let trimmed: String = stripped.lines().map(|line| line.trim_end().to_owned() + "\n").collect();
        assert_eq!(trimmed, plain);
    }
}

/// The words that no other part of a test's text holds.
const BLAMED: &str = "靶子";

/// The columns at which the blamed words and the carets under them begin, and the number of carets.
fn columns(before: &str, after: &str, width: usize) -> Option<(usize, usize, usize)> {
    let mut sources = Sources::default();
    let id = sources.add("a.plan", format!("{before}{BLAMED}{after}"));
    let span = Span::new(id, before.len(), before.len() + BLAMED.len());
    let finding = Diagnostic::error("X001", span, text!(zh: "错", en: "wrong")).label(text!(zh: "这里", en: "here"));
    let drawn = report(Format::Human, &[finding], &sources, &Options { width, ..in_lang(Lang::Zh) });
    let (line, carets) = drawn.lines().zip(drawn.lines().skip(1)).find(|(line, _)| line.contains(BLAMED))?;
    let column = |text: &str, at: usize| text[..at].width();
    let carets_at = carets.find('^')?;
    Some((column(line, line.find(BLAMED)?), column(carets, carets_at), carets.matches('^').count()))
}

#[test]
fn carets_stand_under_what_they_blame() {
    let pieces = [
        "",
        "abc",
        "目标：",
        "，。；“”（）【】",
        "\t",
        "一\t二\t",
        "𠀀𠮷",
        "🎯",
        "e\u{301}o\u{302}",
        "－１２％",
        "　",
        "ｶﾅ",
        "…—≥",
    ];
    for first in pieces {
        for second in pieces {
            for width in [40, 80] {
                let before = format!("上一行\n{first}{second}");
                let (blamed, caret, count) = columns(&before, "后面\n下一行", width).unwrap();
                assert_eq!((blamed, count), (caret, 4), "after {before:?}");
            }
        }
    }
}

prop_compose! {
    fn line()(pieces in proptest::collection::vec(
        prop_oneof!["[ -~]{0,9}", "[一-龥，。：；“”（）]{0,40}", "[\t𠀀🎯e\u{301}\u{200d}\u{fe0f}\u{1b}\r]{0,4}"], 0..6)
    ) -> String { pieces.concat() }
}

proptest! {
    #[test]
    fn carets_stand_under_it_in_any_line(before in line(), after in line(), width in 40_usize..200) {
        if let Some((blamed, caret, count)) = columns(&before, &after, width) {
            prop_assert_eq!((blamed, count), (caret, 4));
        } else {
            prop_assert!(false, "not drawn");
        }
    }

    #[test]
    fn no_text_and_no_span_panics(
        texts in proptest::collection::vec(prop_oneof!["\\PC{0,40}", "[ab目\r\n\t\u{301}𠀀\u{1b}]{0,60}", ".{0,300}"], 1..3),
        spans in proptest::collection::vec((0..2_usize, 0..400_usize, 0..400_usize), 1..10),
        huge in any::<u32>(),
        width in 0..300_usize,
        color in any::<bool>(),
    ) {
        let mut sources = Sources::default();
        let ids: Vec<_> = texts.iter().map(|text| sources.add("a.plan", text.as_str())).collect();
        let span = |(file, start, end): (usize, usize, usize)| Span::new(ids[file % ids.len()], start, end);
        let message = texts[0].clone();
        let words = fangan::diagnostic::Text { zh: message.clone().into(), en: message.into() };
        let mut finding = Diagnostic::warning("X001", span(spans[0]), words.clone()).help(words.clone());
        finding = finding.fix(words.clone(), span((0, huge as usize, spans[0].1)), "\n");
        for at in &spans[1..] {
            finding = finding.related(span(*at), words.clone());
        }
        let far = Diagnostic::error("X002", span((0, huge as usize, u32::MAX as usize)), words.clone()).label(words);
        for format in FORMATS {
            for lang in [Lang::Zh, Lang::En] {
                let options = Options { lang, color, width };
                let output = report(format, &[finding.clone(), far.clone()], &sources, &options);
                prop_assert_eq!(&output, &report(format, &[finding.clone(), far.clone()], &sources, &options));
                match format {
                    Format::Human => {}
                    Format::Short | Format::Github => prop_assert_eq!(output.split('\n').count(), 3),
                    Format::Json | Format::Sarif => {
                        prop_assert!(serde_json::from_str::<serde_json::Value>(&output).is_ok());
                    }
                }
            }
        }
    }
}

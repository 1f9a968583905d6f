//! No input makes the compiler fall over, and none takes it unreasonably long.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up fails")]

#[path = "../fuzz/src/pieces.rs"]
mod pieces;

use std::path::Path;
use std::time::{Duration, Instant};

use fangan::diagnostic::Diagnostic;
use fangan::plan::{Plan, resolve};
use fangan::report::{self, report};
use fangan::source::Sources;
use fangan::syntax::parse;
use fangan::world::MemoryWorld;
use fangan::{Compiled, Options, compile, document, export, graph, render};
use pieces::PIECES;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

/// Compiles a text and makes everything that can be made of it, errors or not.
fn everything(text: &str) -> Compiled {
    let world = MemoryWorld::with("a.plan", text);
    let compiled = compile(&world, Path::new("a.plan"), Options::default()).unwrap();
    let (plan, sources) = (&compiled.plan, &compiled.sources);
    for format in [report::Format::Human, report::Format::Short, report::Format::Json] {
        report(format, &compiled.findings, sources, &report::Options::default());
    }
    let document = document::document(plan);
    render::html(&document).unwrap();
    render::markdown(&document);
    let words = document::Wording::default();
    let whole = document::Cut::default();
    let sheets = document::sheets(plan, &words, &whole);
    sheets.iter().for_each(|sheet| drop(render::csv(&sheet.table)));
    render::xlsx("甲", &sheets).unwrap();
    for by in [document::Grouping::Owner, document::Grouping::Month, document::Grouping::Phase] {
        document::table_of(plan, &words, document::TableKind::Ledger, &document::Cut { by: Some(by), owner: None });
    }
    export::ics(&export::agenda(plan, sources));
    let graph = graph::dependency(plan);
    render::svg(&graph, &graph::layout::layout(&graph));
    render::dot(&graph);
    render::mermaid(&graph);
    export::json(plan, sources);
    compiled
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, rng_seed: RngSeed::Fixed(9704), ..ProptestConfig::default() })]

    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,200}") {
        everything(&text);
    }

    #[test]
    fn no_heap_of_pieces_makes_it_panic(pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..120)) {
        everything(&format!("# 方案：甲{}", pieces.concat()));
    }

    #[test]
    fn every_finding_points_into_the_text(pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..60)) {
        let text = format!("# 方案：甲{}", pieces.concat());
        for finding in everything(&text).findings {
            prop_assert!(text.get(finding.span.range()).is_some(), "{finding:?}");
            for related in finding.related {
                prop_assert!(text.get(related.span.range()).is_some(), "{related:?}");
            }
        }
    }
}

/// Compiles a text without drawing it and says how long that took.
fn timed(text: &str) -> (Compiled, Duration) {
    let start = Instant::now();
    let world = MemoryWorld::with("a.plan", text);
    let compiled = compile(&world, Path::new("a.plan"), Options::default()).unwrap();
    (compiled, start.elapsed())
}

/// The plan of a text, and what was found while it was read.
fn resolved(text: &str) -> (Plan, Vec<Diagnostic>) {
    let mut sources = Sources::default();
    let id = sources.add("a.plan", text);
    resolve(sources.get(id), &parse(sources.get(id)).file)
}

/// A long list above many headings: each has the list, until there are too many names.
#[test]
fn what_is_inherited_fills_no_machine() {
    let names = (0..2000).map(|name| format!("第{name}小学")).collect::<Vec<_>>().join("、");
    let inherited = |measures: usize| {
        let text = format!("# 方案：甲\n## 任务\n- 牵头：{names}\n{}", "### 措施：一\n".repeat(measures));
        let (plan, findings) = resolved(&text);
        let told: Vec<_> = findings.iter().filter(|finding| finding.code == "S113").collect();
        let lists = plan.measures.iter().map(|measure| measure.lead.value.len()).sum::<usize>();
        (lists, told.iter().map(|finding| text[finding.span.range()] == names).collect::<Vec<_>>())
    };
    // As many times as the list goes into 16 MiB, with a sign behind each name.
    let most = (16 << 20) / (names.len() + '、'.len_utf8());
    assert_eq!(inherited(most), (2000 * most, vec![]));
    assert_eq!(inherited(most + 2), (2000 * most, vec![true]));
}

/// A long list on a line of many scopes or rows: each has the list, until too much is written out.
#[test]
fn what_is_said_of_each_fills_no_machine() {
    let names = (0..700).map(|name| format!("第{name}小学")).collect::<Vec<_>>().join("、");
    let rows = "  | 甲校 | 3节 |\n".repeat(750);
    let table = format!("  | 学校 | 2026年 |\n  |---|---|\n{rows}");
    for text in [
        format!("- 指标：听课，由{names}\n{table}"),
        format!("- 指标：听课 {}，由{names}\n", vec!["甲校3节"; 1500].join("，")),
        format!("- 指标：听课（{}） 3节，由{names}\n", vec!["甲校"; 1500].join("、")),
        format!("- 现状：{}\n{table}", "听课".repeat(1400)),
        format!("- 现状：{}（{}） 3节\n", "听课".repeat(1400), vec!["甲校"; 1500].join("、")),
        format!("- 经费：{}\n{table}", "听课".repeat(1400)),
    ] {
        let refused = |times| {
            let text = format!("# 方案：甲\n## 任务\n{}", text.repeat(times));
            let (plan, findings) = resolved(&text);
            let told = findings.iter().filter(|finding| finding.code == "S113").count();
            (plan.quotas.len() + plan.baselines.len() + plan.funds.len(), told)
        };
        let (once, twice) = (refused(1), refused(2));
        assert_eq!((once.1, twice), (0, (once.0, 1)), "{}", text.chars().take(20).collect::<String>());
        assert!(once.0 >= 750, "{}", text.chars().take(20).collect::<String>());
    }
}

/// Tables and pictures of the whole plan, and sets that prose names: each is written once for every line that asks.
#[test]
fn what_is_asked_for_again_and_again_fills_no_machine() {
    let told = |text: &str| {
        let findings = resolved(text).1;
        findings.iter().filter(|finding| finding.code == "S113").count()
    };
    let shown = |times: usize| format!("# 方案：甲\n## 任务\n{}", "- 列出：进度图\n".repeat(times));
    assert_eq!((told(&shown(30)), told(&shown(31)), told(&shown(3_000))), (0, 1, 1));

    let names = (0..2000).map(|name| format!("第{name}小学")).collect::<Vec<_>>();
    let weight = names.iter().map(|name| name.len() + '、'.len_utf8()).sum::<usize>();
    let named = |times: usize| {
        let names = names.join("、");
        format!("# 方案：甲\n## 任务\n- 清单 学校，2000所：{names}\n\n{}。\n", "有{学校}".repeat(times))
    };
    let most = (16 << 20) / weight;
    assert_eq!((told(&named(most)), told(&named(most + 1)), told(&named(most + 100))), (0, 1, 1));
}

#[test]
fn monsters_get_a_clear_error_in_bounded_time() {
    let deep_lines: String = (0..2_000).map(|depth| format!("{}- 甲{depth}\n", " ".repeat(depth))).collect();
    let monsters = [
        ("levels of heading", format!("# 方案：甲\n{} 乙\n", "#".repeat(100_000)), true),
        ("levels of indentation", format!("# 方案：甲\n# 主体\n{deep_lines}"), true),
        ("brackets", format!("# 方案：甲\n- 指标：{}\n", "（".repeat(100_000)), true),
        ("titles in titles", format!("# 方案：甲\n- 依据：{}\n", "《".repeat(100_000)), true),
        ("digits", format!("# 方案：甲\n- 指标：乙 {}个\n", "9".repeat(1_000_000)), true),
        ("Chinese digits", format!("# 方案：甲\n- 清单 乙，{}项：丙\n", "九".repeat(100_000)), true),
        ("braces", format!("# 方案：甲\n\n{}\n", "{".repeat(100_000)), true),
        ("quotation marks", format!("# 方案：甲\n- 牵头：{}\n", "“".repeat(100_000)), true),
        ("a long list", format!("# 方案：甲\n- 牵头：{}乙\n", "乙、".repeat(50_000)), true),
        ("a data line of megabytes", format!("# 方案：甲\n- 牵头：{}乙\n", "乙、".repeat(200_000)), true),
        ("a heading of megabytes", format!("# 方案：甲\n## {}\n", "乙".repeat(500_000)), true),
        ("a long paragraph", format!("# 方案：甲\n\n{}\n", "正文，".repeat(300_000)), false),
        ("a paragraph of bounds", format!("# 方案：甲\n\n{}\n", "控辍率不低于95%。".repeat(120_000)), false),
        (
            "a paragraph of deadlines after the plan",
            format!("# 方案：甲\n- 期限：2026年1月至2026年12月\n\n{}\n", "按《乙》到2050年底前完成。".repeat(20_000)),
            false,
        ),
        ("blanks", format!("# 方案：甲\n- {}\n", " ".repeat(1_000_000)), false),
        ("blanks inside", format!("# 方案：甲\n- 牵头：乙{}丙\n", " ".repeat(1_000_000)), true),
        (
            "quotation marks in a cell",
            format!("# 方案：甲\n- 指标：乙\n  | 学段 | 2018年 |\n  |---|---|\n  | 丙 | {} |\n", "“".repeat(100_000)),
            true,
        ),
        ("allowances", format!("# 方案：甲\n## 乙\n{}", "// 不查 D001：丙\n".repeat(100_000)), false),
        (
            "allowances of late things",
            format!("# 方案：甲\n## 乙\n{}", "// 不查 D001：丙\n- 措施：丁\n  - 时限：尽快\n".repeat(10_000)),
            true,
        ),
        (
            "values picked by their scopes",
            format!(
                "# 方案：甲\n## 乙\n- 指标：学位（{}） 3个\n\n{}\n",
                (0..1_500).map(|scope| format!("第{scope}校")).collect::<Vec<_>>().join("、"),
                (0..1_500).map(|scope| format!("要有{{学位：第{scope}校}}。")).collect::<String>()
            ),
            false,
        ),
        (
            "references to one of many years",
            format!(
                "# 方案：甲\n## 乙\n- 指标：学位 {}\n\n{}\n",
                (1000..6000).map(|year| format!("{year}年3个")).collect::<Vec<_>>().join("，"),
                "要有{学位}。".repeat(10_000)
            ),
            true,
        ),
        ("NUL and bidi", "# 方案：甲\u{0}\u{202e}\n\n乙\u{2066}丙\n".to_owned(), false),
    ];
    for (name, text, is_faulty) in monsters {
        let (compiled, time) = timed(&text);

        assert_eq!(!compiled.is_sound(), is_faulty, "{name}: {:?}", compiled.findings.first());
        assert!(time < Duration::from_secs(60), "{name} took {time:?}");
    }
}

#[test]
fn a_fault_costs_its_line_and_no_more() {
    let text = "# 方案：某县义务教育提质方案
- 期限：2018年2月30日
# 主体
- 教育局

## 措施 甲：完善制度
- 牵投：教育局
- 时限：2018年13月
- 指标：听课 不少于30节，隔三差五
- 配合：财政局
";
    let world = MemoryWorld::with("a.plan", text);
    let compiled = compile(&world, Path::new("a.plan"), Options::default()).unwrap();
    let errors: Vec<_> = compiled
        .findings
        .iter()
        .filter(|finding| finding.severity == fangan::diagnostic::Severity::Error)
        .map(|finding| {
            (compiled.sources.get(finding.span.source).position(finding.span.start as usize).line, finding.code)
        })
        .collect();
    assert_eq!(errors, [(2, "S005"), (7, "S001"), (8, "S005"), (9, "S004"), (10, "S101")]);
}

/// Where and with which codes a text is wrong, each once, in the order of the text.
fn codes(text: &str) -> Vec<(usize, &'static str)> {
    let (compiled, _) = timed(text);
    let line = |at: u32| compiled.sources.get(compiled.findings[0].span.source).position(at as usize).line;
    let mut codes: Vec<_> = compiled.findings.iter().map(|finding| (line(finding.span.start), finding.code)).collect();
    codes.retain(|(_, code)| code.starts_with('S') && *code != "S202");
    codes.dedup();
    codes
}

/// The limits that the reference states: what is just inside them is read, what is just outside is told.
#[test]
fn limits_are_where_the_reference_says() {
    let deep = |levels: usize| {
        let lines = (0..levels).map(|depth| format!("{}- 措施：事{depth}\n", "  ".repeat(depth)));
        format!("# 方案：甲\n{}", lines.collect::<String>())
    };
    let nested = |depth: usize| format!("# 方案：甲\n- 附注：{}甲{}\n", "（".repeat(depth), "）".repeat(depth));
    let long = |bytes: usize| format!("# 方案：甲\n- 附注：{}\n", "a".repeat(bytes - "- 附注：".len()));
    let digits = |count: usize| format!("# 方案：甲\n- 指标：图书 {}册\n", "1".repeat(count));
    let headings = |level: usize| {
        let lines = (2..=level).map(|level| format!("{} 甲\n", "#".repeat(level)));
        format!("# 方案：甲\n{}", lines.collect::<String>())
    };
    let cases = [
        ("data lines nest 12 deep", deep(12), deep(13), "S007"),
        ("brackets nest 32 deep", nested(32), nested(33), "S007"),
        ("a data line holds a megabyte", long(1 << 20), long((1 << 20) + 1), "S015"),
        ("numbers have 28 digits", digits(28), digits(30), "S006"),
        ("headings have 6 levels", headings(6), headings(7), "S007"),
    ];
    for (name, within, beyond, code) in cases {
        assert_eq!(codes(&within), [], "{name}");
        assert!(codes(&beyond).iter().any(|(_, found)| *found == code), "{name}: {:?}", codes(&beyond));
    }
}

#[test]
fn a_plan_uses_two_hundred_files() {
    let world = |count: usize| {
        let uses = (0..count).map(|each| format!("{each}.plan")).collect::<Vec<_>>().join("、");
        let mut world = MemoryWorld::with("a.plan", format!("# 方案：甲\n- 引用：{uses}\n"));
        for each in 0..count {
            world = world.and(format!("{each}.plan"), "# 主体\n- 教育局\n");
        }
        world
    };
    for (count, is_sound) in [(200, true), (201, false)] {
        let compiled = compile(&world(count), Path::new("a.plan"), Options::default()).unwrap();

        assert_eq!(compiled.findings.iter().all(|finding| finding.code != "S113"), is_sound, "{count} files");
    }
}

/// What an editor, a web page or a bad hand leaves in a text: it is read, told, or both, and never taken for another.
#[test]
fn odd_characters_are_read_or_told() {
    let plan = |name: &str, used: &str| format!("# 方案：甲方案\n# 主体\n- {name}\n\n## 工作\n- 责任：{used}\n");
    let sound = plan("教育局", "教育局");
    assert_eq!(codes(&sound), []);
    // A mark of the order of bytes, and the ends of lines of other systems.
    assert_eq!(codes(&format!("\u{feff}{sound}")), [], "a byte order mark");
    assert_eq!(codes(&sound.replace('\n', "\r\n")), [], "CR LF");
    let old = everything(&sound.replace('\n', "\r"));
    assert!(old.findings.iter().any(|finding| finding.code == "S203"), "CR alone: {:?}", old.findings);
    // Letters that look alike are not alike: Cyrillic А is no Latin A.
    assert_eq!(codes(&plan("A学校", "\u{410}学校")), [(6, "S101")], "a Cyrillic letter");
    // Full-width letters are the same letters in another width.
    assert_eq!(codes(&plan("A学校", "Ａ学校")), [], "a full-width letter");
    // Marks that combine, alone and piled up; signs that turn the text around; NUL; separators of lines.
    for odd in [
        "\u{301}",
        "\u{301}\u{302}\u{303}",
        "\u{202e}",
        "\u{2066}",
        "\u{0}",
        "\u{200b}",
        "\u{2028}",
        "\u{2029}",
        "\u{85}",
    ] {
        let compiled = everything(&plan(&format!("教{odd}育局"), "教育局"));
        assert!(!compiled.is_sound(), "{odd:?} in a name passes for the name without it");
        everything(&format!("{odd}# 方案：甲{odd}\n{odd}- 牵头：{odd}甲\n  | 甲{odd} |\n{odd}正文{{{odd}}}\n"));
    }
}

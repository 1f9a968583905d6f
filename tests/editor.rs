//! What an editor asks of a plan: each `*.plan` beside this file, whose first line says what is asked and whose `‸` say
//! where, against its `*.txt`; `BLESS=1` rewrites it. Then what holds of every plan: no place makes a question fail, what
//! a name leads to names it back, and another name changes nothing else.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its fixture has to stop")]

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use fangan::diagnostic::{Edit, Lang};
use fangan::editor::{Analysis, Draft, Item, Lens};
use fangan::source::{SourceId, Sources, Span};
use fangan::world::MemoryWorld;
use fangan::{Options, compile};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/editor");
const EXAMPLES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples");
/// Where something is asked.
const MARK: char = '‸';

#[test]
fn answers_are_as_expected() {
    let bless = std::env::var_os("BLESS").is_some();
    let mut wrong = Vec::new();
    for path in plans(Path::new(FOLDER)) {
        let found = answers(&fs::read_to_string(&path).unwrap());
        let expected = path.with_extension("txt");
        if bless {
            fs::write(&expected, found).unwrap();
        } else if fs::read_to_string(&expected).ok().as_ref() != Some(&found) {
            wrong.push(format!("{} is not:\n{found}", expected.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_place_makes_a_question_fail() {
    for (_, text) in examples() {
        let (analysis, source) = analysis(&text);
        let draft = Draft::read(&text);
        for at in 0..=text.len() + 1 {
            analysis.definition(source, at);
            let _ = analysis.prepare_rename(source, at);
        }
        for at in (0..=text.len() + 1).step_by(61) {
            analysis.hover(source, at, Lang::En);
            analysis.references(source, at, true);
            analysis.declarations(source, at..at + 10);
            analysis.remedies(source, at..at + 10);
            draft.complete(at, Some(&analysis));
        }
        everything(&draft, &analysis, source);
    }
}

#[test]
fn a_broken_text_is_answered_as_well() {
    for (index, (_, text)) in examples().enumerate() {
        let cut = cut(&text, text.len() * (index % 7 + 1) / 9);
        let halved: String = cut.lines().enumerate().map(|(at, line)| half(line, at + index)).collect();
        for text in [cut.to_owned(), halved] {
            let (analysis, source) = analysis(&text);
            let draft = Draft::read(&text);
            everything(&draft, &analysis, source);
            for at in (0..=text.len()).step_by(149) {
                draft.complete(at, Some(&analysis));
                draft.complete(at, None);
                analysis.hover(source, at, Lang::Zh);
            }
        }
    }
}

#[test]
fn what_a_name_leads_to_names_it_back() {
    for (path, text) in examples() {
        let (analysis, source) = analysis(&text);
        let mut seen = 0;
        for at in (0..text.len()).filter(|at| text.is_char_boundary(*at)) {
            let Some(found) = analysis.definition(source, at) else { continue };
            let Some(target) = found.targets.first().filter(|target| target.start < target.end) else { continue };
            let back = analysis.references(target.source, target.start as usize, true);
            let here = analysis.references(source, at, true);
            let is_named = back.contains(&found.origin) || here.contains(target);
            assert!(is_named, "{}: {:?} leads to {target:?}", path.display(), &text[found.origin.range()]);
            seen += 1;
        }
        assert!(seen > 0, "{}: no name leads anywhere", path.display());
    }
}

#[test]
fn another_name_changes_nothing_else() {
    for (path, text) in examples() {
        let (before, source) = analysis(&text);
        let symbols = before.symbols("");
        for symbol in symbols.iter().step_by(4).filter(|symbol| symbol.span.source == source) {
            let at = symbol.span.start as usize;
            let Ok(found) = before.prepare_rename(source, at) else { continue };
            let name = format!("某{}", found.name);
            let Ok(edits) = before.rename(source, at, &name) else { continue };
            let changed = edited(&text, &edits);
            let (after, source) = analysis(&changed);
            let what = format!("{}: {} → {name}", path.display(), found.name);
            let uses = |analysis: &Analysis, source, at| analysis.references(source, at, true).len();
            let moved = moved(at, &edits);
            assert_eq!(
                uses(&before, before.source(Path::new("a.plan")).unwrap(), at),
                uses(&after, source, moved),
                "{what}"
            );
            assert_eq!(kinds(&before), kinds(&after), "{what}");
            assert_eq!(reading(&before), reading(&after), "{what}");
        }
    }
}

#[test]
fn names_are_followed_into_other_files() {
    let plan = "# 方案：澜平县听课方案\n- 引用：std.organs、std.leading-group、共用/主体.plan\n- 参数 县名：澜平县\n\
                - 参数 成员：教育局、财政局\n\n## 工作\n### 措施：听课\n- 牵头：教育局\n- 配合：教研中心\n";
    let shared = "# 主体\n- 教研中心：澜平县教研中心\n";
    let world = MemoryWorld::with("a/plan.plan", plan).and("a/共用/主体.plan", shared);
    let path = Path::new("a/plan.plan");
    let analysis = Analysis::of(compile(&world, path, Options::default()).unwrap());
    let source = analysis.source(path).unwrap();
    let at = |words: &str| plan.find(words).unwrap();
    let file_of = |at: usize| {
        let found = analysis.definition(source, at).unwrap();
        analysis.compiled().sources.get(found.targets[0].source).path().to_owned()
    };

    assert_eq!(file_of(at("教研中心")), Path::new("a/共用/主体.plan"));
    assert_eq!(file_of(at("std.organs") + 3), Path::new("<std>/organs.plan"));
    assert_eq!(file_of(at("共用/主体") + 3), Path::new("a/共用/主体.plan"));
    assert_eq!(file_of(at("牵头：教育局") + 9), Path::new("<std>/organs.plan"));

    let edits = analysis.rename(source, at("教研中心"), "教师中心").unwrap();
    let places: Vec<_> = edits.iter().map(|edit| analysis.compiled().sources.slice(edit.span)).collect();
    let files: BTreeSet<_> = edits.iter().map(|edit| edit.span.source).collect();
    assert_eq!((places, files.len()), (vec!["教研中心", "教研中心"], 2));
    assert!(analysis.rename(source, at("牵头：教育局") + 9, "教体局").unwrap_err().en.contains("standard library"));
    assert!(analysis.rename(source, at("教研中心"), "财政局").unwrap_err().zh.contains("已经有"));
    assert!(analysis.rename(source, at("教研中心"), "教研、中心").is_err());
    for name in ["无", "待定", "岗位", "//局", "-局", "2018年"] {
        assert!(analysis.rename(source, at("教研中心"), name).unwrap_err().zh.contains("另有意思"), "{name}");
    }
    // What a parameter stands for is named where it gets its value.
    let members = analysis.references(source, at("牵头：教育局") + 9, false);
    assert!(members.contains(&Span::new(source, at("教育局、财政局"), at("教育局、财政局") + 9)), "{members:?}");
}

#[test]
fn a_keystroke_costs_no_reading() {
    // Ten thousand lines: what a keystroke asks for is answered from the lines alone, far quicker than the text is read.
    let measure =
        "### 措施 甲：改进教研工作\n- 牵头：县教育局\n- 时限：2026年底\n- 指标：听课 不少于30节，每学期\n\n正文。\n";
    let text = format!("# 方案：甲\n# 主体\n- 县教育局\n## 任务\n{}- 牵", measure.repeat(1_700));
    let clock = std::time::Instant::now();
    let mut sources = Sources::default();
    let id = sources.add("a.plan", text.as_str());
    fangan::syntax::parse(sources.get(id));
    let read = clock.elapsed();
    let clock = std::time::Instant::now();
    let draft = Draft::read(&text);
    let found = draft.complete(text.len(), None);
    draft.outline();
    draft.folds();
    let asked = clock.elapsed();
    assert!(found.iter().any(|item| item.label == "牵头"));
    assert!(asked * 3 < read, "{asked:?} beside {read:?}");
    println!("lines {asked:?}, read {read:?}");
}

/// The kinds of everything that has a name, in order.
fn kinds(analysis: &Analysis) -> Vec<String> {
    let mut kinds: Vec<_> = analysis.symbols("").into_iter().map(|symbol| format!("{:?}", symbol.kind)).collect();
    kinds.sort();
    kinds
}

/// The codes of what is said of reading and binding, in order; what is said of wording goes by the words of prose, which
/// another name does not change.
fn reading(analysis: &Analysis) -> Vec<&'static str> {
    let codes = analysis.compiled().findings.iter().map(|found| found.code);
    let mut codes: Vec<_> = codes.filter(|code| code.starts_with('S')).collect();
    codes.sort_unstable();
    codes
}

fn everything(draft: &Draft, analysis: &Analysis, source: SourceId) {
    let text = analysis.compiled().sources.get(source).text();
    draft.outline();
    for fold in draft.folds() {
        assert!(text.get(fold.range).is_some());
    }
    for known in [Some(analysis), None] {
        let tokens = draft.tokens(0..text.len(), known);
        assert!(tokens.windows(2).all(|pair| pair[0].range.end <= pair[1].range.start));
        assert!(tokens.iter().all(|token| text.get(token.range.clone()).is_some_and(|words| !words.contains('\n'))));
    }
    draft.tokens(text.len() / 3..text.len() / 2, Some(analysis));
    analysis.hints(source, 0..text.len());
    analysis.lenses(source);
    analysis.symbols("局");
}

/// The answers to what a fixture asks.
fn answers(marked: &str) -> String {
    let (text, marks) = unmarked(marked);
    let (analysis, source) = analysis(&text);
    let asked = text.lines().next().and_then(|line| line.strip_prefix("// 问：")).unwrap().to_owned();
    let mut out = String::new();
    for question in asked.split('、') {
        let (what, with) = question.split_once(' ').unwrap_or((question, ""));
        writeln!(out, "== {question}").unwrap();
        for at in &marks {
            let line = text[..*at].rsplit('\n').next().unwrap();
            let rest = text[*at..].lines().next().unwrap_or_default();
            if matches!(what, "定义" | "引用" | "改名" | "补全" | "说明") {
                writeln!(out, "\n{line}{MARK}{rest}").unwrap();
            }
            at_mark(&mut out, what, with, &analysis, source, *at, &text);
        }
        of_text(&mut out, what, with, &analysis, source, &text);
        out.push('\n');
    }
    out
}

fn at_mark(out: &mut String, what: &str, with: &str, analysis: &Analysis, source: SourceId, at: usize, text: &str) {
    let place = |span: &Span| {
        let source = analysis.compiled().sources.get(span.source);
        format!("  {} {}", source.position(span.start as usize), source.slice(*span))
    };
    match what {
        "定义" => match analysis.definition(source, at) {
            Some(found) => {
                writeln!(out, "{} →", place(&found.origin)).unwrap();
                found.targets.iter().for_each(|target| writeln!(out, "{}", place(target)).unwrap());
            }
            None => writeln!(out, "  nothing").unwrap(),
        },
        "引用" => {
            analysis.references(source, at, true).iter().for_each(|span| writeln!(out, "{}", place(span)).unwrap())
        }
        "改名" => match analysis.rename(source, at, with) {
            Ok(edits) => {
                let changed = edited(text, &edits);
                let lines = text.lines().zip(changed.lines()).filter(|(one, other)| one != other);
                lines.for_each(|(_, line)| writeln!(out, "  {line}").unwrap());
            }
            Err(why) => writeln!(out, "  {} / {}", why.zh, why.en).unwrap(),
        },
        "补全" => {
            let found = Draft::read(text).complete(at, Some(analysis));
            for item in found.iter().take(12) {
                let replaced = &text[item.replaces.clone()];
                let mark = if replaced.is_empty() { String::new() } else { format!(" ⟵ {replaced}") };
                writeln!(out, "  {}{mark} | {} | {}", item.snippet, item.detail.zh, item.detail.en).unwrap();
            }
            writeln!(out, "  {} in all", found.len()).unwrap();
        }
        "说明" => {
            for lang in [Lang::Zh, Lang::En] {
                match analysis.hover(source, at, lang) {
                    Some(hover) => writeln!(out, "{}\n{}", place(&hover.span), hover.markdown).unwrap(),
                    None => writeln!(out, "  nothing").unwrap(),
                }
            }
        }
        _ => {}
    }
}

fn of_text(out: &mut String, what: &str, with: &str, analysis: &Analysis, source: SourceId, text: &str) {
    let draft = Draft::read(text);
    let all = 0..text.len();
    let lines = |range: &Range<usize>| {
        let line = |at: usize| analysis.compiled().sources.get(source).position(at).line;
        format!("{}–{}", line(range.start), line(range.end))
    };
    match what {
        "提纲" => draft.outline().iter().for_each(|item| outline(out, item, 1, &lines)),
        "折叠" => {
            draft.folds().iter().for_each(|fold| writeln!(out, "  {} {:?}", lines(&fold.range), fold.kind).unwrap())
        }
        "颜色" => {
            let mut last = 0;
            for token in draft.tokens(all, Some(analysis)) {
                let line = analysis.compiled().sources.get(source).position(token.range.start).line;
                let mark = if token.is_declaration { "!" } else { "" };
                let begin = if line == last { " · ".to_owned() } else { format!("\n  {line}: ") };
                write!(out, "{begin}{} {:?}{mark}", &text[token.range], token.kind).unwrap();
                last = line;
            }
            out.push('\n');
        }
        "提示" => {
            for hint in analysis.hints(source, all) {
                let line = text[..hint.offset].rsplit('\n').next().unwrap();
                let (label, tip) = (hint.label, hint.tip);
                writeln!(out, "  {line}〔{} / {}〕 {} / {}", label.zh, label.en, tip.zh, tip.en).unwrap();
            }
        }
        "透镜" => {
            for lens in analysis.lenses(source) {
                let Some(title) = Lens::title(lens.kind, lens.first.len(), lens.second.len(), 1) else { continue };
                let places: Vec<&str> = lens.first.iter().chain(&lens.second).map(|span| &text[span.range()]).collect();
                writeln!(out, "  {}: {} / {} → {}", &text[lens.span.range()], title.zh, title.en, places.join("、"))
                    .unwrap();
            }
        }
        "符号" => {
            for symbol in analysis.symbols(with) {
                writeln!(out, "  {} {:?} ({})", symbol.name, symbol.kind, symbol.container).unwrap();
            }
        }
        "补救" => {
            for action in analysis.remedies(source, all) {
                let mends = action.mends.unwrap_or("—");
                writeln!(out, "-- {} / {} [{mends}]", action.title.zh, action.title.en).unwrap();
                let changed = edited(text, &action.edits);
                let old: Vec<&str> = text.lines().collect();
                let fresh = changed.lines().filter(|line| !old.contains(line));
                fresh.for_each(|line| writeln!(out, "  + {line}").unwrap());
                let is_mended = |analysis: &Analysis| {
                    analysis.compiled().findings.iter().filter(|found| found.code == mends).count()
                };
                let after = self::analysis(&changed).0;
                writeln!(out, "  {} → {} of {mends}", is_mended(analysis), is_mended(&after)).unwrap();
            }
        }
        "声明" => {
            for action in analysis.declarations(source, all) {
                let mends = action.mends.unwrap_or("—");
                writeln!(out, "-- {} / {} [{mends}]", action.title.zh, action.title.en).unwrap();
                let changed = edited(text, &action.edits);
                let old: Vec<&str> = text.lines().collect();
                let fresh = changed.lines().filter(|line| line.is_empty() || !old.contains(line));
                fresh.filter(|line| !line.is_empty()).for_each(|line| writeln!(out, "  + {line}").unwrap());
                let (after, _) = self::analysis(&changed);
                let left = after.compiled().findings.iter().filter(|found| found.code == "S101").count();
                writeln!(out, "  {left} left undefined").unwrap();
            }
        }
        _ => {}
    }
}

fn outline(out: &mut String, item: &Item, depth: usize, lines: &impl Fn(&Range<usize>) -> String) {
    let Item { name, detail, kind, range, children, .. } = item;
    let detail = if detail.is_empty() { String::new() } else { format!(" ({detail})") };
    writeln!(out, "{}{kind:?} {name}{detail} {}", "  ".repeat(depth), lines(range)).unwrap();
    children.iter().for_each(|child| outline(out, child, depth + 1, lines));
}

/// A text without its marks, and where they stood.
fn unmarked(marked: &str) -> (String, Vec<usize>) {
    let mut text = String::new();
    let mut marks = Vec::new();
    for sign in marked.chars() {
        if sign == MARK { marks.push(text.len()) } else { text.push(sign) }
    }
    (text, marks)
}

fn analysis(text: &str) -> (Analysis, SourceId) {
    let world = MemoryWorld::with("a.plan", text);
    let analysis = Analysis::of(compile(&world, Path::new("a.plan"), Options::default()).unwrap());
    let source = analysis.source(Path::new("a.plan")).unwrap();
    (analysis, source)
}

fn edited(text: &str, edits: &[Edit]) -> String {
    let mut edits: Vec<&Edit> = edits.iter().collect();
    edits.sort_by_key(|edit| std::cmp::Reverse(edit.span));
    let mut text = text.to_owned();
    edits.into_iter().for_each(|edit| text.replace_range(edit.span.range(), &edit.text));
    text
}

/// Where a byte is after some edits.
fn moved(at: usize, edits: &[Edit]) -> usize {
    let before = edits.iter().filter(|edit| (edit.span.end as usize) <= at);
    before.fold(at, |at, edit| at + edit.text.len() - edit.span.range().len())
}

fn cut(text: &str, at: usize) -> &str {
    let at = (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap();
    &text[..at]
}

/// Every seventh line broken off.
fn half(line: &str, at: usize) -> String {
    let line = if at.is_multiple_of(7) { cut(line, line.len() * 2 / 3) } else { line };
    format!("{line}\n")
}

fn plans(folder: &Path) -> Vec<PathBuf> {
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut plans: Vec<_> = files.filter(|path| path.extension().is_some_and(|end| end == "plan")).collect();
    plans.sort();
    assert!(!plans.is_empty(), "no plan in {}", folder.display());
    plans
}

fn examples() -> impl Iterator<Item = (PathBuf, String)> {
    let folders = fs::read_dir(EXAMPLES).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir());
    let mut paths: Vec<PathBuf> = folders.map(|folder| folder.join("plan.plan")).collect();
    paths.sort();
    paths.into_iter().map(|path| {
        let text = fs::read_to_string(&path).unwrap();
        (path, text)
    })
}

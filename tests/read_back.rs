//! What the program writes, read by others: a page of hostile words opened in Chromium, Markdown read as a forge reads it
//! and as pandoc does.
//!
//! Skips like `chromium.rs` where Chromium or pandoc is missing.

#![cfg(test)]

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use comrak::nodes::NodeValue;
use fangan::document::{Block, Document, Part, Row, document};
use fangan::source::Sources;

/// Words that would run, close a tag, lead astray, turn the direction of writing or break XML.
const HOSTILE: &str = "<script>document.title='RUN'</script><img src=x onerror=\"document.title='RUN'\">\
    ](javascript:document.title='RUN') </style></title><svg onload=document.title='RUN'>\u{202e}\u{1}";

/// A plan that says nothing else, wherever its language lets it.
fn hostile() -> String {
    let word = HOSTILE;
    format!(
        "# 通知：{word}\n- 发文机关：{word}\n- 发文字号：{word}\n- 主送：{word}\n- 抄送：{word}\n- 印发：{word}\n\
         - 附注：{word}\n\n{word}\n\n# 方案：{word}\n- 附件：{word}\n- 列出：分工、台账、责任关系图\n\n# 主体\n- 甲{word}\n\n\
         ## {word}\n{word}\n\n| {word} | 乙 |\n|---|---|\n| 甲 | {word} |\n\n### 措施 一：{word}\n- 牵头：甲{word}\n"
    )
}

fn rendered(plan: &str, form: &str) -> String {
    let here = tempfile::TempDir::new().unwrap();
    fs::write(here.path().join("a.plan"), plan).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_fangan"))
        .args(["render", "a.plan", "--allow-errors", "--to", form, "-o", "out"])
        .current_dir(here.path())
        .output()
        .unwrap();
    let written = fs::read_to_string(here.path().join("out"));
    written.unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&output.stderr)))
}

/// What a tool says to some text; none if it is not there.
fn answer(command: &mut Command, input: &str) -> Option<String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
    let Ok(mut child) = child else {
        let required = std::env::var_os("FANGAN_REQUIRE_TOOLS").is_some_and(|value| value == "1");
        assert!(!required, "{name} is missing");
        eprintln!("SKIPPED: {name} is missing");
        return None;
    };
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{name}: {}", output.status);
    Some(String::from_utf8(output.stdout).unwrap())
}

#[test]
fn a_page_of_hostile_words_runs_nothing_in_a_browser() {
    let here = tempfile::TempDir::new().unwrap();
    let page = here.path().join("page.html");
    fs::write(&page, rendered(&hostile(), "html")).unwrap();
    let mut chromium = Command::new(std::env::var_os("FANGAN_CHROMIUM").unwrap_or_else(|| "chromium".into()));
    chromium.args(["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--dump-dom"]);
    chromium.arg(format!("--user-data-dir={}", here.path().join("profile").display())).arg(&page);
    let Some(dom) = answer(&mut chromium, "") else { return };
    let title = dom.split("<title>").nth(1).and_then(|rest| rest.split("</title>").next()).unwrap();
    assert!(title.contains("&lt;script&gt;"), "{title}");
    for tag in ["<script", "<img", "<svg onload", "href=\"javascript", "\u{202e}", "\u{1}"] {
        assert!(!dom.contains(tag), "{tag:?} is in the page");
    }
}

#[test]
fn markdown_of_hostile_words_holds_no_markup() {
    let page = rendered(&hostile(), "markdown");
    assert!(!page.contains(['\u{202e}', '\u{1}']));
    let arena = comrak::Arena::new();
    let root = comrak::parse_document(&arena, &page, &gfm());
    for node in root.descendants() {
        match &node.data.borrow().value {
            NodeValue::Link(link) => assert!(link.url.starts_with('#'), "{}", link.url),
            NodeValue::HtmlInline(html) => assert!(html.starts_with("<a id=\"") || html == "</a>", "{html}"),
            NodeValue::HtmlBlock(block) => panic!("{}", block.literal),
            NodeValue::Image(link) => panic!("{}", link.url),
            _ => {}
        }
    }
}

fn gfm<'c>() -> comrak::Options<'c> {
    let mut options = comrak::Options::default();
    options.extension.table = true;
    options.extension.strikethrough = true;
    options.extension.autolink = true;
    options.render.r#unsafe = true;
    options
}

/// The examples and the plan of tables, as documents.
fn documents() -> Vec<(String, Document)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let examples = fs::read_dir(root.join("examples")).unwrap().map(|each| each.unwrap().path().join("plan.plan"));
    let mut plans: Vec<_> = examples.filter(|plan| plan.exists()).collect();
    plans.push(root.join("tests/tables/work.plan"));
    plans.sort();
    let documents = plans.iter().map(|path| {
        let text = fs::read_to_string(path).unwrap().replacen('\n', "\n- 列出：责任分工、指标、台账\n", 1);
        let mut sources = Sources::default();
        let id = sources.add("a.plan", text);
        let parsed = fangan::syntax::parse(sources.get(id));
        (path.display().to_string(), document(&fangan::plan::resolve(sources.get(id), &parsed.file).0))
    });
    documents.collect()
}

/// The words of a page, without tags and blanks.
fn words(html: &str) -> String {
    let tagless =
        html.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text)).collect::<String>();
    let plain = tagless.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
    plain.split_whitespace().collect()
}

/// Every heading, paragraph, cell and line of a document, its words closed up.
fn said(document: &Document) -> Vec<String> {
    let blocks = document.parts.iter().flat_map(|part| match part {
        Part::Notice(paper) => &paper.body,
        Part::Plan(body) => &body.body,
        Part::Attachment(attachment) => &attachment.body,
    });
    let pieces = blocks.flat_map(|block| match block {
        Block::Table(table) => table.rows.iter().flat_map(cells).collect(),
        Block::Figure(_) => Vec::new(),
        block => vec![block.plain()],
    });
    pieces.map(|piece| piece.split_whitespace().collect()).collect()
}

fn cells(row: &Row) -> Vec<String> {
    match row {
        Row::Section { text } => vec![text.clone()],
        Row::Cells { cells } => cells.iter().map(|cell| cell.iter().map(|inline| inline.words()).collect()).collect(),
    }
}

/// Holds a reading against a document: its words in their order, its headings, its rows.
fn holds(name: &str, document: &Document, html: &str) {
    let (words, mut at) = (words(html), 0);
    for piece in said(document) {
        let found = words[at..].find(&piece);
        at += found.unwrap_or_else(|| panic!("{name}: no {piece} in {}", &words[at..])) + piece.len();
    }
    let rows = |part: &Part| match part {
        Part::Notice(paper) => paper.body.clone(),
        Part::Plan(body) => body.body.clone(),
        Part::Attachment(attachment) => attachment.body.clone(),
    };
    let tables = document.parts.iter().flat_map(rows).filter_map(|block| match block {
        Block::Table(table) => Some(table.rows.len() + 1),
        _ => None,
    });
    assert_eq!(html.matches("<tr").count(), tables.sum::<usize>(), "{name}: rows");
    let headings = html.matches("<h1").count();
    assert_eq!(headings, document.parts.len(), "{name}: titles");
}

#[test]
fn a_forge_reads_what_was_written() {
    for (name, document) in documents() {
        holds(&name, &document, &comrak::markdown_to_html(&fangan::render::markdown(&document), &gfm()));
    }
}

#[test]
fn pandoc_reads_what_was_written() {
    for (name, document) in documents() {
        let mut pandoc = Command::new("pandoc");
        pandoc.args(["--from", "gfm", "--to", "html", "--wrap", "none"]);
        let Some(html) = answer(&mut pandoc, &fangan::render::markdown(&document)) else { return };
        holds(&name, &document, &html);
    }
}

//! The four pictures of plans of every size: what covers what is counted, and every reader accepts them.
//!
//! With `FANGAN_PICTURES=DIR` the pictures are also written there, to be looked at; with `FANGAN_SHOW_FIGURES=1` the
//! counts are printed beside those of Graphviz on the same graphs.

#![expect(clippy::unwrap_used, clippy::print_stderr, reason = "a test that cannot be set up fails or says so")]

#[path = "graph_plans/generate.rs"]
mod generate;

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use fangan::graph::layout::Point;
use fangan::graph::measure::{Figures, Way, bezier, crossings, measure};
use fangan::graph::sheet::{Role, Sheet};
use fangan::graph::{Drawing, Edge, EdgeKind, Flag, Graph, Kind, Node, NodeKind, Picture, Request, analysis, picture};
use fangan::plan::Plan;
use fangan::render::{analysis_text, diagram, dot, drawing, drawings, picture_json, printed};
use fangan::world::DiskWorld;
use fangan::{Options, compile};

const SIZES: [usize; 3] = [10, 60, 300];

fn compiled(text: &str) -> Plan {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.plan");
    fs::write(&path, text).unwrap();
    compile(&DiskWorld, &path, Options::default()).unwrap().plan
}

fn generated(measures: usize) -> Plan {
    compiled(&generate::plan(measures))
}

fn example(name: &str) -> Plan {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(name).join("plan.plan");
    compile(&DiskWorld, &path, Options::default()).unwrap().plan
}

fn pictures(plan: &Plan) -> Vec<Picture> {
    Kind::ALL.into_iter().map(|kind| picture(plan, &Request::new(kind)).unwrap()).collect()
}

fn named() -> Vec<(String, Plan)> {
    let sizes = SIZES.map(|size| (format!("plan-{size}"), generated(size)));
    let examples = ["pingan", "city-campaign", "school-quality", "curriculum-reform"];
    sizes.into_iter().chain(examples.map(|name| (name.to_owned(), example(name)))).collect()
}

#[test]
fn nothing_covers_anything_and_no_line_passes_a_box() {
    for (name, plan) in named() {
        for picture in pictures(&plan) {
            let found = measure(&picture);
            let clean = Figures { crossings: found.crossings, ..Figures::default() };
            assert_eq!(found, clean, "{name}: {}", picture.kind.word());
        }
    }
}

#[test]
fn drawings_are_well_formed_and_the_same_twice() {
    for (name, plan) in named() {
        for (one, other) in pictures(&plan).iter().zip(pictures(&plan)) {
            let text = drawing(one);
            let word = one.kind.word();
            let read = roxmltree::Document::parse(&text).unwrap_or_else(|error| panic!("{name}: {word}: {error}"));
            assert!(read.root_element().children().any(|child| child.has_tag_name("title")), "{name}: {word}");
            assert_eq!(text, drawing(&other), "{name}: {word}");
            assert_eq!(picture_json(one), picture_json(&other), "{name}: {word}");
            if let Ok(folder) = std::env::var("FANGAN_PICTURES") {
                fs::write(format!("{folder}/{name}-{word}.svg"), text).unwrap();
                fs::write(format!("{folder}/{name}-{word}.html"), printed(one)).unwrap();
            }
        }
    }
}

#[test]
fn crossings_are_few() {
    let (mut told, mut wrong) = (String::new(), Vec::new());
    for size in SIZES {
        for picture in pictures(&generated(size)) {
            let found = measure(&picture).crossings;
            let graphviz: Option<Vec<usize>> = as_drawn(&picture).iter().map(graphviz_crossings).collect();
            let of_graphviz = graphviz.map_or_else(|| "—".to_owned(), |each| each.iter().sum::<usize>().to_string());
            let (nodes, edges) = (picture.graph.nodes.len(), picture.graph.edges.len());
            let word = picture.kind.word();
            let row = format!("| {size} | `{word}` | {nodes} | {edges} | {} | {found} |", drawings(&picture).len());
            for page in ["docs/graphs.md", "docs/graphs.zh-CN.md"] {
                let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(page)).unwrap();
                wrong.extend((!text.contains(&row)).then(|| format!("{page}: {row}")));
            }
            told += &format!("{row} {of_graphviz} |\n");
        }
    }
    if std::env::var("FANGAN_SHOW_FIGURES").as_deref() == Ok("1") {
        println!("{told}");
    }
    assert!(wrong.is_empty(), "FANGAN_SHOW_FIGURES=1 shows what the pages should say: {wrong:#?}");
}

/// What each sheet has lines for, as a graph of its own: only that can be compared.
fn as_drawn(picture: &Picture) -> Vec<Graph> {
    let Drawing::Sheets(sheets) = &picture.drawing else { return vec![picture.graph.clone()] };
    let of_sheet = |sheet: &Sheet| {
        if let Some(overview) = overview(sheet) {
            return overview;
        }
        let mut graph = picture.graph.clone();
        let lines: Vec<usize> = sheet
            .things
            .iter()
            .filter_map(|thing| match thing.role {
                Role::Edge(edge) => Some(edge),
                _ => None,
            })
            .collect();
        graph.edges = lines.iter().map(|&edge| picture.graph.edges[edge]).collect();
        let mut place = vec![None; graph.nodes.len()];
        let joined: BTreeSet<usize> = graph.edges.iter().flat_map(|edge| [edge.from, edge.to]).collect();
        joined.iter().enumerate().for_each(|(new, &old)| place[old] = Some(new));
        graph.nodes = joined.iter().map(|&node| picture.graph.nodes[node].clone()).collect();
        for edge in &mut graph.edges {
            (edge.from, edge.to) = (place[edge.from].unwrap(), place[edge.to].unwrap());
        }
        graph
    };
    sheets.iter().map(of_sheet).collect()
}

/// The boxes of an overview, with the lines between them.
fn overview(sheet: &Sheet) -> Option<Graph> {
    let is_box = |role: &Role| matches!(role, Role::Node(_) | Role::Group(_));
    let roles: Vec<Role> = sheet.things.iter().map(|thing| thing.role).collect();
    roles.iter().any(|role| matches!(role, Role::Group(_))).then(|| {
        let mut graph = Graph::new("");
        let boxes = roles.iter().filter(|role| is_box(role)).enumerate();
        graph.nodes = boxes.map(|(at, _)| Node::new(at.to_string(), at.to_string(), NodeKind::Measure)).collect();
        let link = |role: &Role| match role {
            Role::Link(from, to) => Some(Edge::new(*from, *to, EdgeKind::After)),
            _ => None,
        };
        graph.edges = roles.iter().filter_map(link).collect();
        graph
    })
}

/// The crossings of the same graph as `dot` draws it, without its clusters, which would only add to them.
fn graphviz_crossings(graph: &Graph) -> Option<usize> {
    let mut bare = graph.clone();
    bare.groups.clear();
    let text = run("dot", &["-Tplain"], &dot(&bare))?;
    let scaled = |word: &str| (word.parse::<f64>().unwrap() * 200.0) as i32;
    let mut ways = Vec::new();
    for line in text.replace("\\\n", "").lines() {
        let words: Vec<&str> = line.split(' ').collect();
        if let ["edge", from, to, count, rest @ ..] = words.as_slice() {
            let count: usize = count.parse().unwrap();
            let points: Vec<Point> =
                rest[..count * 2].chunks(2).map(|pair| Point { x: scaled(pair[0]), y: scaled(pair[1]) }).collect();
            let index = |name: &str| name[1..].parse().unwrap();
            let mut way = Way { ends: (index(from), index(to)), points: vec![points[0]] };
            for piece in points.windows(4).step_by(3) {
                way.points.extend((1..=16).map(|at| bezier([piece[0], piece[1], piece[2], piece[3]], at, 16)));
            }
            ways.push(way);
        }
    }
    Some(crossings(&ways))
}

/// What a program says of some text; nothing, loudly, if it is not there.
fn run(program: &str, arguments: &[&str], text: &str) -> Option<String> {
    let child = Command::new(program)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let mut child = match child {
        Ok(child) => child,
        Err(error) => {
            assert!(std::env::var("FANGAN_REQUIRE_TOOLS").as_deref() != Ok("1"), "{program} is required: {error}");
            eprintln!("SKIPPED: `{program}` is not installed ({error})");
            return None;
        }
    };
    let mut input = child.stdin.take().unwrap();
    let text = text.to_owned();
    let writer = std::thread::spawn(move || input.write_all(text.as_bytes()));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap().unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && !errors.contains("syntax error"), "{program}: {errors}");
    Some(String::from_utf8(output.stdout).unwrap())
}

#[test]
fn graphviz_accepts_every_picture() {
    for (name, plan) in named().into_iter().filter(|(name, _)| name != "plan-300") {
        for picture in pictures(&plan) {
            let Some(drawn) = run("dot", &["-Tsvg"], &dot(&picture.graph)) else { return };
            assert_eq!(drawn.matches("class=\"node\"").count(), picture.graph.nodes.len(), "{name}");
        }
    }
}

/// `FANGAN_MERMAID` names a folder in which `npm install mermaid jsdom` has been run.
#[test]
fn mermaid_accepts_every_picture() {
    let Ok(modules) = std::env::var("FANGAN_MERMAID") else {
        eprintln!("SKIPPED: mermaid_accepts_every_picture: FANGAN_MERMAID names no folder with mermaid in it");
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let mut files = Vec::new();
    for (name, plan) in named() {
        for picture in pictures(&plan) {
            let file = folder.path().join(format!("{name}-{}.mmd", picture.kind.word()));
            fs::write(&file, diagram(picture.kind, &picture.graph)).unwrap();
            files.push(file);
        }
    }
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/graph_plans/parse.mjs");
    let output = Command::new("node").arg(script).args(&files).current_dir(modules).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
}

#[test]
fn large_plans_are_drawn_in_bounded_time() {
    for size in [1000, 10_000] {
        let plan = generated(size);
        for kind in Kind::ALL {
            let begun = Instant::now();
            let picture = picture(&plan, &Request::new(kind)).unwrap();
            let length = drawing(&picture).len();
            let spent = begun.elapsed();
            if std::env::var("FANGAN_SHOW_FIGURES").as_deref() == Ok("1") {
                println!("| {size} | {} | {} | {spent:?} | {length} |", kind.word(), drawings(&picture).len());
            }
            // Generous: an unoptimised build on a busy machine. Work that grew with the square would take minutes.
            assert!(spent.as_secs() < 60, "{size} {}: {spent:?}", kind.word());
        }
    }
}

#[test]
fn what_is_amiss_is_marked() {
    let plan = compiled(
        "# 方案：某县提质方案\n- 期限：2026年\n\n# 主体\n- 县政府\n  - 教育局\n  - 财政局\n\n## 目标 甲：提升质量\n- 指标：合格率 不低于90%，到2026年\n\
         ## 目标 乙：缩小差距\n## 措施 建：甲事\n- 支撑：甲\n- 牵头：教育局\n- 前置：改\n- 时限：2026年6月30日\n## 措施 改：乙事\n- 支撑：甲\n- 前置：建\n- 时限：2026年3月31日\n## 措施 评：丙事\n- 牵头：教育局\n",
    );
    let flags = |kind: Kind| -> Vec<(String, Flag)> {
        let graph = picture(&plan, &Request::new(kind)).unwrap().graph;
        graph.nodes.iter().filter_map(|node: &Node| Some((node.label.clone(), node.flag?))).collect()
    };
    let named = |all: &[(&str, Flag)]| all.iter().map(|(name, flag)| ((*name).to_owned(), *flag)).collect::<Vec<_>>();
    assert_eq!(flags(Kind::Dependency), named(&[("甲事", Flag::Cycle), ("乙事", Flag::Cycle)]));
    assert_eq!(flags(Kind::Responsibility), named(&[("财政局", Flag::Idle), ("乙事", Flag::Nobody)]));
    assert_eq!(
        flags(Kind::Alignment),
        named(&[("缩小差距", Flag::Unserved), ("乙事", Flag::Nobody), ("丙事", Flag::ServesNothing)])
    );
    assert!(drawing(&picture(&plan, &Request::new(Kind::Dependency)).unwrap()).contains("cyclic"));
    let said = analysis_text(&analysis(&plan));
    assert!(said.contains("落实不到单位的目标\n  缩小差距"), "{said}");
}

//! Pictures of plain graphs: nothing covers anything, nothing is cut off, and every reader accepts them.
//!
//! With `FANGAN_PICTURES=DIR` the pictures are also written there, to be looked at.

#[path = "graph_pictures/samples.rs"]
mod samples;

use std::process::{Command, Stdio};
use std::time::Instant;

use fangan::graph::layout::{Layout, Rect, layout};
use fangan::graph::{EdgeKind, Graph};
use fangan::render::{dot, graph_json, mermaid, svg};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

fn all() -> Vec<(&'static str, Graph)> {
    vec![
        ("empty", samples::few(0)),
        ("single", samples::few(1)),
        ("plan", samples::plan()),
        ("alignment", samples::alignment()),
        ("responsibility", samples::responsibility(24)),
        ("responsibility-many", samples::responsibility(60)),
        ("phased", samples::phased(14)),
        ("phased-60", samples::phased(60)),
        ("phased-300", samples::phased(300)),
        ("net-60", samples::net(60)),
        ("chain-30", samples::chain(30)),
        ("cyclic", samples::cyclic()),
        ("hostile", samples::hostile()),
        ("large", samples::phased(1000)),
    ]
}

#[test]
fn nothing_covers_anything_and_nothing_is_cut_off() {
    for (name, graph) in all() {
        let placed = layout(&graph);
        assert_sound(name, &graph, &placed);
        assert_within_view(name, &svg(&graph, &placed));
    }
}

#[test]
fn drawings_are_well_formed_and_the_same_twice() {
    for (name, graph) in all() {
        let text = svg(&graph, &layout(&graph));
        if let Err(error) = roxmltree::Document::parse(&text) {
            panic!("{name}: {error}");
        }
        assert_eq!(text, svg(&graph.clone(), &layout(&graph.clone())), "{name}");
        if let Ok(folder) = std::env::var("FANGAN_PICTURES") {
            for (ending, text) in
                [("svg", text), ("dot", dot(&graph)), ("mmd", mermaid(&graph)), ("json", graph_json(&graph))]
            {
                std::fs::write(format!("{folder}/{name}.{ending}"), text).unwrap();
            }
        }
    }
}

#[test]
fn nothing_in_a_label_becomes_an_element() {
    let graph = samples::hostile();
    let text = svg(&graph, &layout(&graph));
    let document = roxmltree::Document::parse(&text).unwrap();
    assert!(!document.descendants().any(|node| node.has_tag_name("script")));
    assert!(text.contains("&lt;script&gt;"));
    assert!(mermaid(&graph).lines().all(|line| line.matches('"').count() % 2 == 0));
}

#[test]
fn graphviz_accepts_every_graph() {
    for (name, graph) in all().into_iter().filter(|(_, graph)| graph.nodes.len() < 200) {
        let text = dot(&graph);
        let mut command = Command::new("dot");
        command.arg("-Tsvg").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = match command.spawn() {
            Ok(child) => child,
            Err(error) => {
                assert!(std::env::var("FANGAN_REQUIRE_TOOLS").as_deref() != Ok("1"), "dot is required: {error}");
                eprintln!("SKIPPED: graphviz_accepts_every_graph: `dot` is not installed ({error})");
                return;
            }
        };
        let mut input = child.stdin.take().unwrap();
        let writer = std::thread::spawn(move || std::io::Write::write_all(&mut input, text.as_bytes()));
        let output = child.wait_with_output().unwrap();
        writer.join().unwrap().unwrap();
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success() && !errors.contains("syntax error"), "{name}: {errors}");
        let drawn = String::from_utf8_lossy(&output.stdout);
        assert_eq!(drawn.matches("class=\"node\"").count(), graph.nodes.len(), "{name}");
    }
}

#[test]
fn large_graphs_are_drawn_in_bounded_time() {
    for graph in [samples::net(10_000), samples::chain(10_000), samples::few(10_000), samples::phased(10_000)] {
        let begun = Instant::now();
        let placed = layout(&graph);
        let text = svg(&graph, &placed);
        assert!(placed.nodes.iter().all(|node| node.rect.right() <= placed.width), "{}", graph.title);
        assert!(text.len() > 1_000_000);
        // Generous: an unoptimised build on a busy machine. Work that grew with the square would take minutes.
        assert!(begun.elapsed().as_secs() < 30, "{}: {:?}", graph.title, begun.elapsed());
    }
}

#[test]
fn tangled_graphs_are_drawn_in_bounded_time() {
    for graph in [samples::tangle(120, 1400), samples::tangle(120, 150), samples::tangle(600, 1500)] {
        let begun = Instant::now();
        let placed = layout(&graph);
        assert_sound(&graph.title, &graph, &placed);
        assert!(begun.elapsed().as_secs() < 30, "{}: {:?}", graph.title, begun.elapsed());
    }
}

fn assert_sound(name: &str, graph: &Graph, placed: &Layout) {
    let rects: Vec<Rect> = placed.nodes.iter().map(|node| node.rect).collect();
    assert_eq!(rects.len(), graph.nodes.len(), "{name}");
    for (at, rect) in rects.iter().enumerate() {
        assert!(rect.x >= 0 && rect.y >= 0 && rect.right() <= placed.width && rect.bottom() <= placed.height, "{name}");
        for (other, second) in rects.iter().enumerate().skip(at + 1) {
            assert!(!rect.overlaps(second), "{name}: node {at} {rect:?} covers node {other} {second:?}");
        }
    }
    for (group, frame) in placed.groups.iter().enumerate() {
        let Some(frame) = frame else { continue };
        for (at, rect) in rects.iter().enumerate() {
            let inside = rect.x >= frame.rect.x
                && rect.right() <= frame.rect.right()
                && rect.y >= frame.rect.y
                && rect.bottom() <= frame.rect.bottom();
            let own = graph.nodes[at].group == Some(group);
            assert!(if own { inside } else { !rect.overlaps(&frame.rect) }, "{name}: node {at}, cluster {group}");
        }
    }
    for (edge, route) in graph.edges.iter().zip(&placed.edges) {
        let Some(route) = route else {
            assert!(edge.from.max(edge.to) >= rects.len(), "{name}: {edge:?} has no way");
            continue;
        };
        let (first, last) = (route.points[0], route.points[route.points.len() - 1]);
        assert!(touches(&rects[edge.from], first.x, first.y), "{name}: {edge:?} starts off its box");
        assert!(touches(&rects[edge.to], last.x, last.y), "{name}: {edge:?} ends off its box");
    }
}

fn touches(rect: &Rect, x: i32, y: i32) -> bool {
    let beside = (x == rect.x || x == rect.right()) && (rect.y..=rect.bottom()).contains(&y);
    let above = (y == rect.y || y == rect.bottom()) && (rect.x..=rect.right()).contains(&x);
    beside || above
}

fn assert_within_view(name: &str, text: &str) {
    let document = roxmltree::Document::parse(text).expect("well-formed");
    let view: Vec<i32> = document
        .root_element()
        .attribute("viewBox")
        .expect("a view box")
        .split(' ')
        .map(|part| part.parse().expect("a number"))
        .collect();
    let boxes = document.descendants().filter(|node| node.attribute("class") == Some("fg-box"));
    for node in boxes {
        // The key is moved as a whole; its own test is the eye.
        if node.ancestors().any(|above| above.attribute("id") == Some("legend")) {
            continue;
        }
        let of = |name| node.attribute(name).and_then(|value| value.parse::<i32>().ok()).expect("a whole number");
        assert!(of("x") >= view[0] && of("y") >= view[1], "{name}");
        assert!(of("x") + of("width") <= view[0] + view[2] && of("y") + of("height") <= view[1] + view[3], "{name}");
    }
}

const KINDS: [EdgeKind; 3] = [EdgeKind::After, EdgeKind::BuildsOn, EdgeKind::Helps];

fn any_graph() -> impl Strategy<Value = Graph> {
    (1usize..40).prop_flat_map(|count| {
        let edges = proptest::collection::vec((0..count, 0..count, 0usize..3), 0..count * 2);
        let groups = proptest::collection::vec(proptest::option::of(0usize..5), count);
        (Just(count), edges, groups).prop_map(|(count, edges, groups)| {
            let mut graph = samples::phased(count.max(4));
            graph.edges = edges.into_iter().map(|(from, to, kind)| samples::edge(from, to, KINDS[kind])).collect();
            for (node, group) in graph.nodes.iter_mut().zip(groups) {
                node.group = group;
            }
            graph
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, rng_seed: RngSeed::Fixed(9704), ..ProptestConfig::default() })]

    #[test]
    fn any_graph_is_drawn_soundly(mut graph in any_graph()) {
        graph.nodes.iter_mut().filter(|node| node.group == Some(4)).for_each(|node| node.group = None);
        let placed = layout(&graph);
        assert_sound("any", &graph, &placed);
        roxmltree::Document::parse(&svg(&graph, &placed)).unwrap();
    }
}

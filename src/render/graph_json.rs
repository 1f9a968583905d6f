//! A graph as data.
//!
//! Takes a graph or a picture, gives JSON: the fields of [`Graph`] under their own names, indented, and after them
//! where everything is drawn.

use serde::Serialize;

use crate::graph::layout::Layout;
use crate::graph::sheet::Sheet;
use crate::graph::{Drawing, Graph, Picture};

/// Writes a graph as JSON.
pub fn graph_json(graph: &Graph) -> String {
    written(graph)
}

/// Writes a picture as JSON: the graph, and where everything is drawn.
pub fn picture_json(picture: &Picture) -> String {
    let (layout, sheets) = match &picture.drawing {
        Drawing::Layers(layout) => (Some(layout), None),
        Drawing::Sheets(sheets) => (None, Some(sheets.as_slice())),
    };
    written(&Placed { kind: picture.kind.word(), graph: &picture.graph, layout, sheets })
}

#[derive(Serialize)]
struct Placed<'a> {
    kind: &'static str,
    #[serde(flatten)]
    graph: &'a Graph,
    #[serde(skip_serializing_if = "Option::is_none")]
    layout: Option<&'a Layout>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sheets: Option<&'a [Sheet]>,
}

fn written(thing: &impl Serialize) -> String {
    // Strings, numbers and lists of them: nothing here can fail to be written.
    let mut json = serde_json::to_string_pretty(thing).unwrap_or_default();
    json.push('\n');
    json
}

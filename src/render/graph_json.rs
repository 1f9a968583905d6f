//! A graph as data.
//!
//! Takes a graph, gives JSON: the fields of [`Graph`] under their own names, indented.

use crate::graph::Graph;

/// Writes a graph as JSON.
pub fn graph_json(graph: &Graph) -> String {
    // Strings, numbers and lists of them: nothing here can fail to be written.
    let mut json = serde_json::to_string_pretty(graph).unwrap_or_default();
    json.push('\n');
    json
}

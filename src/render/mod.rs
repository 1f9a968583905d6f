//! Outputs: one file per format.
//!
//! Each takes a finished [`Document`](crate::document::Document) or [`Graph`](crate::graph::Graph) and gives bytes.
//! None reads the plan or its source, and none writes a file.

mod dot;
mod graph_json;
mod mermaid;
mod svg;

pub use self::dot::dot;
pub use self::graph_json::graph_json;
pub use self::mermaid::mermaid;
pub use self::svg::svg;

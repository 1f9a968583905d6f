//! Outputs: one file per format.
//!
//! Each takes a finished [`Document`](crate::document::Document) or [`Graph`](crate::graph::Graph) and gives bytes.
//! None reads the plan or its source, and none writes a file.

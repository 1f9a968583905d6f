//! Outputs: one file per format.
//!
//! Each takes a finished [`Document`](crate::document::Document) or [`Graph`](crate::graph::Graph) and gives bytes.
//! None reads the plan or its source, and none writes a file.

mod analysis;
mod csv;
mod dot;
mod graph_json;
mod html;
mod index;
mod links;
mod markdown;
mod mermaid;
mod print;
mod svg;
mod word;

pub use self::analysis::{analysis_json, analysis_text};
pub use self::csv::csv;
pub use self::dot::dot;
pub use self::graph_json::{graph_json, picture_json};
pub use self::html::html;
pub use self::index::{Index, Item, index};
pub use self::markdown::{markdown, markdown_table};
pub use self::mermaid::{diagram, mermaid};
pub use self::print::printed;
pub use self::svg::{drawing, drawings, svg};
pub use self::word::word;

use crate::diagnostic::Text;
use crate::text;

/// Why an output could not be made: a fault of a template, never of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RenderError {
    /// What went wrong, for people.
    pub message: Text,
}

impl From<minijinja::Error> for RenderError {
    fn from(error: minijinja::Error) -> Self {
        let message = text!(zh: "模板有误：{error}", en: "a template failed: {error}");
        Self { message }
    }
}

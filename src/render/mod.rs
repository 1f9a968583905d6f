//! Outputs: one file per format.
//!
//! Each takes a finished [`Document`](crate::document::Document) or [`Graph`](crate::graph::Graph) and gives bytes.
//! None reads the plan or its source, and none writes a file.

mod analysis;
mod csv;
mod dot;
mod element;
mod foot;
mod formula;
mod graph_json;
mod html;
mod index;
mod links;
mod markdown;
mod mermaid;
mod print;
#[cfg(test)]
mod tests;
mod sheet;
mod svg;
mod templates;
#[cfg(feature = "word")]
mod word;
#[cfg(feature = "sheets")]
mod xlsx;

pub use self::analysis::{analysis_json, analysis_text};
pub use self::csv::csv;
pub use self::dot::dot;
pub use self::graph_json::{graph_json, picture_json};
pub use self::html::{HtmlPage, html, html_with, page};
pub use self::index::{File, Index, Item, index};
pub use self::markdown::{markdown, markdown_beside, markdown_table};
pub use self::mermaid::{diagram, mermaid};
pub use self::print::printed;
pub use self::svg::{canvases, drawing, drawings, svg};
pub use self::templates::{Spot, Templates};
#[cfg(feature = "word")]
pub use self::word::{word, word_with};
#[cfg(feature = "sheets")]
pub use self::xlsx::xlsx;

use crate::diagnostic::Text;
use crate::profile::Profile;

/// How a document looks: the sheet, and the templates it is written by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Style {
    /// The sheet.
    pub profile: Profile,
    /// The templates of HTML and Word.
    pub templates: Templates,
}

/// Why an output could not be made: a fault of a template, never of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RenderError {
    /// What went wrong, for people.
    pub message: Text,
    /// Where, if it is an office's template.
    pub spot: Option<Box<Spot>>,
}

impl RenderError {
    fn plain(message: Text) -> Self {
        Self { message, spot: None }
    }
}

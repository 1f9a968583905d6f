//! The document with its pictures, and pictures that lead into it.
//!
//! Takes a resolved plan, gives what a renderer writes down. Nodes lead to the headings of the document: within it, or
//! in the page that is named.

use crate::document::{Anchors, Document, Wording, document_with};
use crate::graph::{Kind, Picture, Request, picture};
use crate::plan::{Holder, Plan};
use crate::render;

/// The document with its figures drawn; what is in them leads to its own headings.
pub fn illustrated(plan: &Plan, wording: &Wording) -> Document {
    document_with(plan, wording).illustrated(|word| {
        let kind = Kind::ALL.into_iter().find(|kind| kind.word() == word);
        let picture = kind.and_then(|kind| linked(plan, kind, "", true));
        let sheets =
            |picture: Picture| render::drawings(&picture).into_iter().zip(render::canvases(&picture)).collect();
        picture.map(sheets).unwrap_or_default()
    })
}

/// A whole picture whose nodes lead to a page, perhaps as a figure in it.
pub fn linked(plan: &Plan, kind: Kind, page: &str, is_figure: bool) -> Option<Picture> {
    let anchors = Anchors::of_plan(plan);
    let link = |holder: Holder| Some(format!("{page}#{}", anchors.anchor(holder)?));
    picture(plan, &Request { is_figure, link: &link, ..Request::new(kind) })
}

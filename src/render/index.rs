//! The page that leads to everything a build has made.
//!
//! Takes names, descriptions and the findings as text; knows nothing of the plan.

use minijinja::Value;
use minijinja::value::Serde;
use serde::Serialize;

use super::{RenderError, Templates};

/// What the page shows.
#[derive(Clone, Debug, Serialize)]
pub struct Index {
    /// The title of the plan.
    pub title: String,
    /// Whether the page speaks Chinese; else English. The other language is told to a pointer at rest.
    pub is_chinese: bool,
    /// The number of the document, if it has one.
    pub number: Option<String>,
    /// What was made, in the order shown.
    pub items: Vec<Item>,
    /// The findings, a line each.
    pub findings: Vec<String>,
    /// The pictures: name in Chinese and in English, and the SVG, made by the graph renderer.
    pub pictures: Vec<(String, String, String)>,
}

/// One thing that was made.
#[derive(Clone, Debug, Serialize)]
pub struct Item {
    /// What it is, in Chinese.
    pub name: String,
    /// What it is, in English.
    pub english: String,
    /// Its files for people.
    pub files: Vec<File>,
    /// Its files for programs, folded away.
    pub machine: Vec<File>,
}

/// A file that was made.
#[derive(Clone, Debug, Serialize)]
pub struct File {
    /// What it is, in Chinese.
    pub name: String,
    /// What it is, in English.
    pub english: String,
    /// Where it is.
    pub path: String,
}

/// Writes the page.
pub fn index(index: &Index, templates: &Templates) -> Result<String, RenderError> {
    templates.fill(&templates.environment(&["index.html.jinja"])?, "index.html.jinja", &Value::from(Serde(index)))
}

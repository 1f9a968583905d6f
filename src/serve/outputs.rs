//! What can be fetched of a plan, each made when it is first asked for and kept with its snapshot.

use std::sync::OnceLock;

use crate::diagnostic::Text;
use crate::document::{self, Cut, TableKind};
use crate::graph::Kind;
use crate::illustrated::{illustrated, linked};
use crate::render::{self, RenderError};
use crate::watch::Made;
use crate::{export, text};

/// Everything that can be fetched: its name and its type.
pub(super) const NAMES: [(&str, &str); 15] = [
    ("document.html", HTML),
    ("document.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("document.md", "text/markdown; charset=utf-8"),
    ("tables.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("tables.json", JSON),
    ("plan.json", JSON),
    ("plan.ics", "text/calendar; charset=utf-8"),
    ("dependency.svg", SVG),
    ("responsibility.svg", SVG),
    ("alignment.svg", SVG),
    ("timeline.svg", SVG),
    ("dependency.html", HTML),
    ("responsibility.html", HTML),
    ("alignment.html", HTML),
    ("timeline.html", HTML),
];

const HTML: &str = "text/html; charset=utf-8";
const JSON: &str = "application/json";
const SVG: &str = "image/svg+xml";

/// The tables of the page, by the names they are asked for.
const TABLES: [(&str, TableKind); 7] = [
    ("schedule", TableKind::Schedule),
    ("ledger", TableKind::Ledger),
    ("quotas", TableKind::Quotas),
    ("duties", TableKind::Duties),
    ("obligations", TableKind::Obligations),
    ("projects", TableKind::Projects),
    ("members", TableKind::Members),
];

/// A plan and what was made of it so far.
pub(super) struct Outputs {
    /// The snapshot it belongs to.
    pub number: u64,
    /// Whether it has no errors.
    pub is_sound: bool,
    made: Made,
    kept: [OnceLock<Result<Vec<u8>, Text>>; NAMES.len()],
}

impl Outputs {
    pub fn new(number: u64, is_sound: bool, made: Made) -> Self {
        Self { number, is_sound, made, kept: Default::default() }
    }

    /// The sheet its documents stand on.
    pub fn profile(&self) -> &crate::profile::Profile {
        &self.made.style.profile
    }

    /// One output, made now if it was not before.
    pub fn get(&self, index: usize) -> Result<&[u8], &Text> {
        let (Some(kept), Some((name, _))) = (self.kept.get(index), NAMES.get(index)) else { return Ok(&[]) };
        kept.get_or_init(|| self.make(name)).as_deref()
    }

    fn make(&self, name: &str) -> Result<Vec<u8>, Text> {
        let Made { compiled, wording, style } = &self.made;
        let plan = &compiled.plan;
        let document = || illustrated(plan, wording);
        let made = match name {
            "document.html" => render::html_with(&document(), style).map(String::into_bytes),
            "document.docx" => render::word_with(&document(), style),
            "document.md" => Ok(render::markdown(&document()).into_bytes()),
            "tables.xlsx" => self.workbook(),
            "tables.json" => Ok(self.tables()),
            "plan.json" => Ok(export::json(plan, &compiled.sources).into_bytes()),
            "plan.ics" => Ok(export::ics(&export::agenda(plan, &compiled.sources)).into_bytes()),
            picture => return self.picture(picture),
        };
        made.map_err(said)
    }

    fn workbook(&self) -> Result<Vec<u8>, RenderError> {
        let plan = &self.made.compiled.plan;
        let title = plan.title.as_ref().map(|title| title.value.trim().to_owned()).unwrap_or_default();
        render::xlsx(&title, &document::sheets(plan, &self.made.wording, &Cut::default()))
    }

    fn tables(&self) -> Vec<u8> {
        let Made { compiled, wording, .. } = &self.made;
        let table = |(name, kind): (&'static str, TableKind)| {
            let sheet = document::table_of(&compiled.plan, wording, kind, &Cut::default());
            // Few plans have projects or groups.
            let is_shown = !matches!(kind, TableKind::Projects | TableKind::Members) || !sheet.table.rows.is_empty();
            is_shown.then(|| serde_json::json!({ "key": name, "name": sheet.name, "table": sheet.table }))
        };
        let tables: Vec<_> = TABLES.into_iter().filter_map(table).collect();
        serde_json::to_vec(&tables).unwrap_or_default()
    }

    /// A picture by itself, or as a page that prints; what it shows leads into the document.
    fn picture(&self, name: &str) -> Result<Vec<u8>, Text> {
        let unknown = || text!(zh: "没有这张图：{name}", en: "no such picture: {name}");
        let (word, form) = name.split_once('.').ok_or_else(unknown)?;
        let kind = Kind::ALL.into_iter().find(|kind| kind.word() == word).ok_or_else(unknown)?;
        let page = if form == "svg" { "" } else { "/document.html" };
        let picture = linked(&self.made.compiled.plan, kind, page, false).ok_or_else(unknown)?;
        Ok(if form == "svg" { render::drawing(&picture) } else { render::printed(&picture) }.into_bytes())
    }
}

/// A template that failed, with its place if it is the office's own.
fn said(error: RenderError) -> Text {
    let Some(spot) = error.spot else { return error.message };
    let line = spot.text.get(..spot.range.start).unwrap_or_default().matches('\n').count() + 1;
    let (shown, Text { zh, en }) = (spot.shown, error.message);
    text!(zh: "模板 {shown} 第{line}行：{zh}", en: "template {shown}, line {line}: {en}")
}

//! fangan (方案): a language for official implementation plans, and its compiler.
//!
//! A `.plan` file is the document: headings and prose as an official writes them, and the data as lines that begin
//! with `- `. The pipeline runs one way; each room knows only what stands above it here.
//!
//! ```text
//!                              ┌──────→ format   the same text, in one layout
//!  .plan text ─ source ─→ syntax ─ ast ─→ plan ─┬─ check ────→ findings ─→ report   terminal, json, sarif, …
//!                                               ├─ document ─→ blocks ───→ render   html, markdown, docx, xlsx, csv
//!                                               ├─ graph ────→ layout ───→ render   svg, dot, mermaid, json
//!                                               └─ export ───→ the published model  json, ics
//! ```
//!
//! [`compile`] is that figure as a function. Two promises hold everywhere: after [`plan`] is resolved nothing reads the
//! syntax tree, and after [`document`] is built nothing reads the plan. Beside the figure stands [`editor`]: it asks of a
//! compiled plan where names lead, and of text that is no plan yet what its lines are.

// No input makes the program panic, so nothing in it does; tests may.
#![cfg_attr(not(test), warn(clippy::expect_used, clippy::panic, clippy::unimplemented, clippy::unreachable))]

// Pure: they know nothing of files, texts and places.
pub mod calendar;
pub mod quantity;

// What everything stands on.
pub mod source;
pub mod numbering;
#[macro_use]
pub mod diagnostic;
pub mod world;

// From text to what is meant.
pub mod syntax;
pub mod format;
pub mod plan;

// What is made of it.
pub mod check;
pub mod settings;
pub mod graph;
pub mod document;
pub mod profile;
pub mod export;

// How it leaves.
pub mod report;
pub mod render;

// The pipeline, what editors ask of it, and what follows a plan as it is written.
mod compile;
pub mod illustrated;
pub mod editor;
#[cfg(feature = "lsp")]
pub mod lsp;
#[cfg(feature = "watch")]
pub mod watch;
#[cfg(feature = "serve")]
pub mod serve;

// The program.
pub mod cli;

pub use compile::{Compiled, Mended, Options, compile, compile_with, mend, mend_with};

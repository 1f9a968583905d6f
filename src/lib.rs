//! fangan (方案): a language for official implementation plans, and its compiler.

pub mod source;
#[macro_use]
pub mod diagnostic;
pub mod graph;
pub mod document;
pub mod report;
pub mod render;

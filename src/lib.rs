//! fangan (方案): a language for official implementation plans, and its compiler.

pub mod calendar;
pub mod quantity;
pub mod source;
#[macro_use]
pub mod diagnostic;
pub mod document;
pub mod graph;
pub mod render;
pub mod report;
pub mod syntax;
pub mod plan;
pub mod check;
pub mod export;

//! What must hold of any bytes: one function for each part of the program that reads what others wrote.
//!
//! Takes bytes, makes a plan, a session or a template of them, does everything with it that the program does, and panics
//! where a promise is broken. The fuzzer calls these functions with bytes of its own making; `cargo test --test fuzzed`
//! calls them with everything that was ever found and with every plan of the project.

mod input;
mod lsp;
mod outputs;
mod pieces;
mod plans;
mod templates;

pub use lsp::lsp;
pub use plans::{check, format, parse, render};
pub use templates::templates;

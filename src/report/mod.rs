//! Findings for people and machines.
//!
//! Takes diagnostics and the sources they point into, gives text: drawn for a terminal, one line each, JSON, SARIF,
//! annotations. Chooses the language; words none of the findings itself.

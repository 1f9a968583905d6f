//! `fangan lsp`: the language server.

use super::args::Lsp;
use super::{Exit, Failure, system_lang};
use crate::diagnostic::Lang;
use crate::lsp::{End, Tongues, serve};

/// Serves an editor until it is done; one that goes away without a word makes it a fault.
pub(super) fn run(args: &Lsp, typed: Option<Lang>) -> Result<Exit, Failure> {
    // There is no other way than standard input and output.
    let Lsp { stdio: _ } = args;
    match serve(Tongues { typed, system: system_lang() }) {
        End::Announced => Ok(Exit::Clean),
        End::Broken => Ok(Exit::Faulty),
    }
}

//! The `fangan` program.

use std::process::ExitCode;

fn main() -> ExitCode {
    ExitCode::from(fangan::cli::run(std::env::args_os()))
}

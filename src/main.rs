//! The `fangan` program.

use std::process::ExitCode;

/// A plan becomes many small things that live long: this allocator hands them out in half the time the system's takes.
/// Its version 3 takes a third more memory and no less time.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    ExitCode::from(fangan::cli::run(std::env::args_os()))
}

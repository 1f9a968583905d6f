//! `fangan serve`: the address of the page, and nothing else, on the terminal.

use std::path::Path;
use std::process::{Command, Stdio};

use super::args::Serve;
use super::{Exit, Failure, office, output};
use crate::diagnostic::Lang;
use crate::serve::{Wish, serve};
use crate::text;

/// Shows a plan until Ctrl-C. The page speaks the language that is typed, else that of the browser.
pub(super) fn run(args: &Serve, typed: Option<Lang>, lang: Lang) -> Result<Exit, Failure> {
    let order = office::order(&args.plan, &args.make)?;
    let plan = order.plan.display().to_string();
    let ready = |address: &str| {
        let said = text!(
            zh: "{plan} 在 {address}\n改动存盘后页面自动更新；按 Ctrl-C 结束\n",
            en: "{plan} is at {address}\nThe page follows every change that is saved; Ctrl-C ends it.\n"
        );
        // Whoever cannot be told may still have the page opened.
        let _ = output::print(said.get(lang).as_bytes());
        if args.open {
            open(address);
        }
    };
    let wish = Wish { order, port: args.port, lang: typed, framer: args.embed.clone() };
    serve(wish, ready).map_err(Failure::new)?;
    Ok(Exit::Clean)
}

/// Opens the browser; where that fails the address stands on the terminal.
fn open(address: &str) {
    let (program, first): (&str, &[&str]) = match std::env::consts::OS {
        "windows" => ("rundll32", &["url.dll,FileProtocolHandler"]),
        "macos" => ("open", &[]),
        _ => ("xdg-open", &[]),
    };
    let mut command = Command::new(Path::new(program));
    command.args(first).arg(address).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let _ = command.spawn();
}

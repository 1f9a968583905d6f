//! `fangan check`.

use super::args::Check;
use super::{Exit, Failure, compiled, output, terminal_width};
use crate::diagnostic::Lang;
use crate::report::{self, report, summary};
use crate::text;

/// Checks plans and says what is wrong with them.
pub(super) fn run(args: &Check, lang: Lang) -> Result<Exit, Failure> {
    let format = report::Format::from(args.format);
    let is_human = matches!(format, report::Format::Human);
    if args.plans.len() > 1 && matches!(format, report::Format::Json | report::Format::Sarif) {
        return Err(Failure::new(text!(
            zh: "json 和 sarif 格式一次只检查一个方案",
            en: "json and sarif take one plan at a time"
        )));
    }
    let mut exit = Exit::Clean;
    for plan in &args.plans {
        let (path, compiled) = compiled(plan, &args.fill, Some(&args.judge))?;
        let options = report::Options { lang, color: is_human && output::wants_color(), width: terminal_width() };
        let mut text = report(format, &compiled.findings, &compiled.sources, &options);
        if is_human {
            let path = path.display();
            text.push_str(&format!("{path}：{}\n", summary(&compiled.findings, lang)));
        }
        output::print(text.as_bytes())?;
        if !compiled.is_sound() {
            exit = Exit::Faulty;
        }
    }
    Ok(exit)
}

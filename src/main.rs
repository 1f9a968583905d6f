//! The `fangan` program.
#![allow(clippy::print_stdout, reason = "until the command line is here")]
fn main() {
    for path in std::env::args().skip(1) {
        let mut sources = fangan::source::Sources::default();
        let id = sources.add(&path, std::fs::read_to_string(&path).unwrap_or_default());
        let parsed = fangan::syntax::parse(sources.get(id));
        let (plan, more) = fangan::plan::resolve(sources.get(id), &parsed.file);
        for finding in parsed.findings.iter().chain(&more) {
            println!(
                "{path}:{} {} {} | {}",
                sources.get(id).position(finding.span.start as usize),
                finding.code,
                finding.message.zh,
                sources.slice(finding.span)
            );
        }
        if std::env::var_os("TREE").is_some() {
            println!("{plan:#?}");
        }
    }
}

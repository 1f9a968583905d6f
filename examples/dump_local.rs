fn main() {
    let path = std::env::args().nth(1).unwrap();
    let mut sources = fangan::source::Sources::default();
    let id = sources.add(&path, std::fs::read_to_string(&path).unwrap());
    let parsed = fangan::syntax::parse(sources.get(id));
    let (plan, _) = fangan::plan::resolve(sources.get(id), &parsed.file);
    print!("{}", fangan::export::json(&plan, &sources));
}

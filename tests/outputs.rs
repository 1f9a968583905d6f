//! The made-up notice as Markdown, held against the recorded text: `BLESS=1 cargo test` writes it anew.

#![cfg(test)]

mod support;

#[test]
fn markdown_is_as_recorded() {
    let expected = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/joint-notice.md");
    let page = fangan::render::markdown(&support::joint_notice());
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(expected, &page).unwrap();
    }
    assert_eq!(page, std::fs::read_to_string(expected).unwrap());
}

//! Prints a made-up notice with Chromium and measures the pages.
mod support;
#[test]
fn dump() {
    let d = support::joint_notice();
    std::fs::write("/tmp/anchor/s.html", fangan::render::html(&d).unwrap()).unwrap();
    std::fs::write("/tmp/anchor/s.md", fangan::render::markdown(&d)).unwrap();
}

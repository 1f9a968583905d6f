//! Paths as the protocol names them.
//!
//! Takes `file:` addresses and gives paths, and back. Anything else, such as a text that was never saved, is its own name.

use std::path::{Path, PathBuf};

use gen_lsp_types::Uri;

/// The path that an address means.
pub(super) fn path(uri: &Uri) -> PathBuf {
    PathBuf::from(path_of(&uri.0, cfg!(windows)))
}

/// The address of a path.
pub(super) fn uri(path: &Path) -> Uri {
    Uri(address_of(&path.to_string_lossy(), cfg!(windows)))
}

fn path_of(address: &str, is_windows: bool) -> String {
    let Some(rest) = address.strip_prefix("file://") else { return address.to_owned() };
    // What stands before the first slash is a host, nearly always none.
    let (host, path) = rest.split_at(rest.find('/').unwrap_or(0));
    let path = decoded(path);
    if !is_windows {
        return path;
    }
    match path.strip_prefix('/').filter(|rest| has_drive(rest)) {
        Some(drive) => drive.to_owned(),
        None if host.is_empty() || host.eq_ignore_ascii_case("localhost") => path,
        None => format!("//{}{path}", decoded(host)),
    }
}

fn address_of(path: &str, is_windows: bool) -> String {
    if path.starts_with("untitled:") {
        return path.to_owned();
    }
    if !is_windows {
        return format!("file://{}{}", if path.starts_with('/') { "" } else { "/" }, encoded(path));
    }
    let path = path.replace('\\', "/");
    // How Windows writes the one path of a file: on a drive, or on another machine.
    let plain = path.strip_prefix("//?/").unwrap_or(&path);
    if let Some(share) = path.strip_prefix("//?/UNC/").or_else(|| plain.strip_prefix("//")) {
        return format!("file://{}", encoded(share));
    }
    if has_drive(plain) {
        // Editors write the letter small, and an address is told from another by its letters.
        let (letter, rest) = plain.split_at(1);
        return format!("file:///{}{}", letter.to_ascii_lowercase(), encoded(rest));
    }
    format!("file://{}{}", if plain.starts_with('/') { "" } else { "/" }, encoded(plain))
}

/// Whether a path begins with the letter of a drive.
fn has_drive(path: &str) -> bool {
    matches!(path.as_bytes(), [letter, b':', ..] if letter.is_ascii_alphabetic())
}

fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let hex = after.split_at_checked(2);
        let read = |hex| u8::from_str_radix(std::str::from_utf8(hex).ok()?, 16).ok();
        match hex.filter(|_| *first == b'%').and_then(|(hex, after)| Some((read(hex)?, after))) {
            Some((byte, after)) => {
                bytes.push(byte);
                rest = after;
            }
            None => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn encoded(path: &str) -> String {
    let mut text = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'.' | b'_' | b'~' => text.push(byte as char),
            _ => text.push_str(&format!("%{byte:02X}")),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_and_blanks_are_written_in_bytes() {
        let address = Uri::from("file:///a%20b/%E6%96%B9%E6%A1%88.plan");
        assert_eq!(path(&address), Path::new("/a b/方案.plan"));
        assert_eq!(uri(Path::new("/a b/方案.plan")), address);
        assert_eq!(path(&Uri::from("file:///a/方案.plan")), Path::new("/a/方案.plan"));
    }

    #[test]
    fn unsaved_texts_have_names() {
        let unsaved = Uri::from("untitled:Untitled-1");
        assert_eq!(uri(&path(&unsaved)), unsaved);
        assert_eq!(path(&Uri::from("file:///100%")), Path::new("/100%"));
        assert_eq!(path(&Uri::from("file://nothing")), Path::new("nothing"));
    }

    #[test]
    fn drives_and_shares_are_those_of_windows() {
        for (address, path) in [
            ("file:///c%3A/plans/a.plan", "c:/plans/a.plan"),
            ("file:///c%3A/%E6%96%B9%20%E6%A1%88/a.plan", "c:/方 案/a.plan"),
            ("file://server/share/a.plan", "//server/share/a.plan"),
        ] {
            assert_eq!(path_of(address, true), path);
            assert_eq!(address_of(path, true), address);
            assert_eq!(address_of(&path.replace('/', "\\"), true), address);
        }
        assert_eq!(path_of("file:///C:/plans/a.plan", true), "C:/plans/a.plan");
        assert_eq!(path_of("file://localhost/C:/plans/a.plan", true), "C:/plans/a.plan");
        // One file has one address, however its path is written.
        for path in [r"C:\plans\a.plan", r"\\?\C:\plans\a.plan", "c:/plans\\a.plan"] {
            assert_eq!(address_of(path, true), "file:///c%3A/plans/a.plan");
        }
        assert_eq!(address_of(r"\\?\UNC\server\share\a.plan", true), "file://server/share/a.plan");
    }

    #[test]
    fn elsewhere_nothing_of_that_is_special() {
        assert_eq!(path_of("file:///c%3A/a.plan", false), "/c:/a.plan");
        assert_eq!(path_of("file://server/a.plan", false), "/a.plan");
        assert_eq!(path_of("file:///a%5Cb.plan", false), r"/a\b.plan");
        assert_eq!(address_of(r"/a\b.plan", false), "file:///a%5Cb.plan");
    }
}

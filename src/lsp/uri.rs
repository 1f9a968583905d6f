//! Paths as the protocol names them.
//!
//! Takes `file:` addresses and gives paths, and back. Anything else, such as a text that was never saved, is its own name.

use std::path::{Path, PathBuf};

use gen_lsp_types::Uri;

/// The path that an address means.
pub(super) fn path(uri: &Uri) -> PathBuf {
    let Some(rest) = uri.0.strip_prefix("file://") else { return PathBuf::from(&uri.0) };
    // What stands before the first slash is a host, nearly always none.
    let path = decoded(rest.find('/').map_or(rest, |slash| &rest[slash..]));
    let drive = path.strip_prefix('/').filter(|rest| rest.as_bytes().get(1) == Some(&b':'));
    PathBuf::from(drive.map_or(path.as_str(), |drive| drive))
}

/// The address of a path.
pub(super) fn uri(path: &Path) -> Uri {
    let path = path.to_string_lossy().replace('\\', "/");
    // How Windows writes the one path of a file.
    let path = path.strip_prefix("//?/").unwrap_or(&path);
    if path.starts_with("untitled:") {
        return Uri(path.to_owned());
    }
    let slash = if path.starts_with('/') { "" } else { "/" };
    Uri(format!("file://{slash}{}", encoded(path)))
}

fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let hex = after.get(..2).and_then(|hex| std::str::from_utf8(hex).ok());
        match hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()).filter(|_| *first == b'%') {
            Some(byte) => {
                bytes.push(byte);
                rest = &after[2..];
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
    fn drives_and_unsaved_texts_have_names() {
        assert_eq!(path(&Uri::from("file:///c%3A/plans/a.plan")), Path::new("c:/plans/a.plan"));
        assert_eq!(uri(Path::new("c:/plans/a.plan")).0, "file:///c%3A/plans/a.plan");
        let unsaved = Uri::from("untitled:Untitled-1");
        assert_eq!(uri(&path(&unsaved)), unsaved);
        assert_eq!(path(&Uri::from("file:///100%")), Path::new("/100%"));
    }
}

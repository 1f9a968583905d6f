//! Plan text made safe for Markdown: what would be markup gets a backslash, what would not stays as it is written.

/// Text inside a line: everything that is markup wherever it stands. Line breaks become spaces.
pub(super) fn words(text: &str) -> String {
    let chars: Vec<char> = text.chars().map(|char| if char.is_control() { ' ' } else { char }).collect();
    let mut out = String::with_capacity(text.len());
    for (at, char) in chars.iter().enumerate() {
        let word = |index: Option<usize>| index.and_then(|index| chars.get(index)).is_some_and(|c| c.is_alphanumeric());
        let markup = match char {
            '\\' | '`' | '*' | '[' | ']' | '<' | '~' => true,
            '_' => !(word(at.checked_sub(1)) && word(Some(at + 1))),
            '&' => entity(&chars[at + 1..]),
            _ => false,
        };
        if markup {
            out.push('\\');
        }
        out.push(*char);
    }
    out
}

/// Whether what follows an ampersand makes it a character reference.
fn entity(rest: &[char]) -> bool {
    let name = rest.iter().take_while(|char| char.is_ascii_alphanumeric() || **char == '#').count();
    name > 0 && rest.get(name) == Some(&';')
}

/// A text that begins a line.
pub(super) fn line(text: &str) -> String {
    start(&words(text))
}

/// Escapes what is markup only at the start of a line, in a text already escaped inside: `#`, `>`, `-`, `+`, `=`,
/// `|`, and numbers of lists. Leading spaces, which would make code, go.
pub(super) fn start(escaped: &str) -> String {
    let text = escaped.trim_matches(' ');
    let digits = text.len() - text.trim_start_matches(|char: char| char.is_ascii_digit()).len();
    let (number, rest) = text.split_at(digits);
    let mut after = rest.chars();
    match (after.next(), after.next()) {
        (Some('.' | ')'), None | Some(' ')) if (1..=9).contains(&digits) => format!("{number}\\{rest}"),
        (Some('#' | '>' | '-' | '+' | '=' | '|'), _) if digits == 0 => format!("\\{rest}"),
        _ => text.to_owned(),
    }
}

/// A heading's words: closing number signs would vanish.
pub(super) fn heading(text: &str) -> String {
    let words = words(text);
    let words = words.trim_matches(' ');
    match words.strip_suffix('#') {
        Some(rest) => format!("{rest}\\#"),
        None => words.to_owned(),
    }
}

/// Text inside a cell of a table.
pub(super) fn cell(text: &str) -> String {
    words(text).replace('|', "\\|")
}

/// A name for a place, the same where it is given and where a link leads to it.
pub(super) fn anchor(name: &str) -> String {
    name.chars().map(|char| if char.is_alphanumeric() || matches!(char, '-' | '.') { char } else { '-' }).collect()
}

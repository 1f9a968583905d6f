//! One line: from its pieces to its text.
//!
//! Signs take the form of the line's tongue, words that only one tongue has and all words of the author stay, blanks
//! stand where the tongue wants them. A list too long for a line goes on below it.

use unicode_width::UnicodeWidthStr;

use crate::syntax::line::may_go_on_below;
use crate::syntax::piece::{Kind, Piece};
use crate::syntax::word::Tongue;

/// Columns of the widest line that is left as it is; a Chinese character has two.
const WIDEST: usize = 100;

/// How a line is written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Style {
    /// Whose punctuation and spacing it has.
    pub tongue: Tongue,
    /// Whether its words become those of that tongue too.
    pub converts: bool,
}

/// The lines of a data line whose text begins at a column: one, unless it holds a list and is too wide.
pub(super) fn lines(pieces: &[Piece], style: Style, column: usize) -> Vec<String> {
    let (whole, ends) = written(pieces, style);
    if column + whole.width() <= WIDEST {
        return vec![whole];
    }
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut from = 0;
    let ends = ends.into_iter().filter(|end| may_go_on_below(whole[*end..].trim_start()));
    for end in ends.chain([whole.len()]) {
        let item = &whole[from..end];
        if !line.is_empty() && column + line.width() + item.trim_end().width() > WIDEST {
            lines.push(line.trim_end().to_owned());
            line.clear();
        }
        line.push_str(if line.is_empty() { item.trim_start() } else { item });
        from = end;
    }
    lines.push(line);
    lines
}

/// The text of a line.
pub(super) fn write(pieces: &[Piece], style: Style) -> String {
    written(pieces, style).0
}

/// The text of a line, and behind which bytes of it the line may end.
fn written(pieces: &[Piece], style: Style) -> (String, Vec<usize>) {
    let (mut line, mut ends) = (String::new(), Vec::new());
    let mut before: Option<(Kind, bool)> = None;
    for (index, piece) in pieces.iter().enumerate() {
        let text = form(piece, style);
        let is_english = is_word_of_letters(piece.kind, text);
        if let Some((kind, was_english)) = before
            && !line.ends_with(' ')
            && (parts(kind, piece.kind, text, style.tongue)
                || (was_english || is_english) && !is_mark(kind) && !is_mark(piece.kind))
        {
            line.push(' ');
        }
        if piece.kind == Kind::Comma && style.tongue == Tongue::Zh && reads_as_one_number(&line, pieces.get(index + 1))
        {
            line.push_str("， ");
        } else {
            line.push_str(text);
        }
        if matches!(piece.kind, Kind::ListMark | Kind::SetMark | Kind::Arrow) {
            ends.push(line.len());
        }
        before = Some((piece.kind, is_english));
    }
    line.truncate(line.trim_end_matches(' ').len());
    ends.retain(|end| *end < line.len());
    (line, ends)
}

fn form(piece: &Piece, style: Style) -> &str {
    let zh = style.tongue == Tongue::Zh;
    match piece.kind {
        Kind::Keyword(keyword) => {
            if zh {
                keyword.zh()
            } else {
                keyword.en()
            }
        }
        Kind::Word(word) if style.converts => word.form(style.tongue),
        Kind::Colon => {
            if zh {
                "："
            } else {
                ": "
            }
        }
        Kind::Comma => {
            if zh {
                "，"
            } else {
                ", "
            }
        }
        Kind::ListMark => {
            if zh {
                "、"
            } else {
                ", "
            }
        }
        Kind::SetMark => "、",
        Kind::Arrow => " → ",
        Kind::Dash => {
            if zh {
                "—"
            } else {
                ".."
            }
        }
        Kind::Hole => {
            if zh {
                "？"
            } else {
                "?"
            }
        }
        Kind::Gap => " ",
        Kind::Text | Kind::Word(_) | Kind::Plain | Kind::Time | Kind::Number | Kind::Unit | Kind::Sign => &piece.text,
    }
}

/// Whether a blank stands between two pieces, neither of them an English word.
fn parts(before: Kind, kind: Kind, text: &str, tongue: Tongue) -> bool {
    tongue == Tongue::En
        && match (before, kind) {
            (Kind::Number, Kind::Unit) => !matches!(text, "%" | "‰"),
            (Kind::Sign | Kind::Text, Kind::Number) => true,
            _ => false,
        }
}

/// Signs say themselves how they stand.
fn is_mark(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Colon
            | Kind::Comma
            | Kind::ListMark
            | Kind::SetMark
            | Kind::Arrow
            | Kind::Dash
            | Kind::Gap
            | Kind::Keyword(_)
    )
}

fn is_word_of_letters(kind: Kind, text: &str) -> bool {
    matches!(kind, Kind::Word(_) | Kind::Plain) && text.chars().all(|sign| sign.is_ascii_alphabetic() || sign == ' ')
}

/// `5，100节`: five, and a hundred; without a blank it would be five thousand and one hundred.
fn reads_as_one_number(before: &str, next: Option<&Piece>) -> bool {
    let Some(next) = next else { return false };
    let digits = next.text.chars().take_while(char::is_ascii_digit).count();
    before.ends_with(|sign: char| sign.is_ascii_digit()) && digits == 3
}

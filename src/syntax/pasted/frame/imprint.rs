//! The imprint at the foot of a paper: who gets a copy, who prints it and when.
//!
//! Takes the lines of a part of a file, tells how many of its last lines are an imprint and what they say. A file whose
//! last line is not of one has none.

use super::super::super::line::{Line, LineKind, is_blank};
use super::{Part, words};
use crate::numbering::Role;

/// How many lines an imprint has at most.
const LINES: usize = 8;

/// The imprint below some lines.
pub(super) struct Imprint {
    pub pieces: Vec<Part>,
    /// How many lines it takes.
    pub lines: usize,
}

/// The imprint at the end of lines without blank ones among them.
pub(super) fn pieces(text: &str, lines: &[Line]) -> Imprint {
    let mut found = Imprint { pieces: Vec::new(), lines: 0 };
    let mut taken = 0;
    let mut is_known = false;
    for (index, line) in lines.iter().rev().take(LINES).enumerate() {
        if line.kind != LineKind::Prose {
            break;
        }
        let said = words(text, line);
        let part = read(said).map(|(role, said)| Part { role, at: line.whole.clone(), words: vec![said] });
        match part {
            Some(part) => {
                is_known |= part.role != Role::Other;
                found.pieces.push(part);
                taken = index + 1;
            }
            // A long list of copies goes on in lines of its own; the first line must be known.
            None if taken == 0 || said.contains('。') && taken != index => break,
            None => {}
        }
    }
    if !is_known {
        return Imprint { pieces: Vec::new(), lines: 0 };
    }
    // What stands between two known lines belongs to the upper one.
    let from = lines.len() - taken;
    for (index, line) in lines.iter().enumerate().skip(from) {
        let is_own = found.pieces.iter().any(|piece| piece.at.start == line.whole.start);
        let above = lines.get(index.wrapping_sub(1));
        let above = above.and_then(|above| found.pieces.iter_mut().find(|piece| piece.at.end == above.whole.end));
        if let Some(above) = above.filter(|_| !is_own) {
            above.at.end = line.whole.end;
            above.words.iter_mut().for_each(|said| said.push_str(words(text, line)));
        }
    }
    found.pieces.reverse();
    found.pieces.iter_mut().filter(|piece| piece.role == Role::Cc).for_each(|piece| {
        piece.words.iter_mut().for_each(|said| *said = said.trim_end_matches(['。', '.']).to_owned());
    });
    found.lines = taken;
    found
}

/// What a line of an imprint is and says.
fn read(said: &str) -> Option<(Role, String)> {
    let labelled = ["抄送", "分送"].iter().find_map(|label| said.strip_prefix(label)?.strip_prefix(['：', ':']));
    if let Some(copies) = labelled {
        return Some((Role::Cc, copies.trim_matches(is_blank).to_owned()));
    }
    let is_rule = said.chars().all(|sign| matches!(sign, '—' | '-' | '－' | '─' | '_' | '＿' | '━'));
    let is_count = said.trim_start_matches(['（', '(']).starts_with("共印") && said.chars().count() < 14;
    if is_rule || is_count || said.starts_with("主题词") {
        return Some((Role::Other, if is_rule { String::new() } else { said.to_owned() }));
    }
    let inner = said.strip_suffix("印发")?.trim_end_matches(is_blank);
    let is_of_date = |sign: char| {
        sign.is_ascii_digit() || is_blank(sign) || "年月日０１２３４５６７８９〇○零一二三四五六七八九十".contains(sign)
    };
    let organ = inner.trim_end_matches(is_of_date);
    let date: String = inner[organ.len()..].chars().filter(|sign| !is_blank(*sign)).collect();
    let is_day = date.contains('年') && date.ends_with('日');
    let organ: String = organ.chars().filter(|sign| !is_blank(*sign)).collect();
    let is_organ = organ.is_empty() || super::is_organ(&organ);
    let said = if organ.is_empty() { date } else { format!("{organ}，{date}") };
    (is_day && is_organ).then_some((Role::Printed, said))
}

//! Comments that let a statement off a rule: `// 不查 R001、R002：理由`, `// allow R001, R002: reason`.
//!
//! Takes a text, gives these comments with what they say and the lines they hold for: the data line right below with
//! the lines below it, the heading right below, or the paragraph. Every other comment is a comment. Whether there are
//! such rules is not known here.

use std::ops::Range;

use crate::source::{Source, Span, Spanned};

use super::ast::Allowance;
use super::fold::narrow;
use super::line::{Line, LineKind, lines};

/// The comments of a source that let something off.
pub fn allowances(source: &Source) -> Vec<Allowance> {
    // Without a comment nothing is let off, and most plans have none.
    let holds = |sign: &&str| memchr::memmem::find(source.text().as_bytes(), sign.as_bytes()).is_some();
    if !["//", "、、", "／／"].iter().any(holds) {
        return Vec::new();
    }
    let lines: Vec<Line> = lines(source.text()).collect();
    let mut found: Vec<Allowance> = Vec::new();
    let mut settled = 0;
    for (at, line) in lines.iter().enumerate() {
        if line.kind == LineKind::Comment {
            found.extend(allowance(source, line));
        } else if settled < found.len() {
            let covers = covered(source.text(), &lines[at..]);
            let covers = covers.map(|range| Span::new(source.id(), range.start, range.end));
            found[settled..].iter_mut().for_each(|allowance| allowance.covers = covers);
            settled = found.len();
        }
    }
    found
}

/// What a comment lets off; for which lines, those below will tell.
fn allowance(source: &Source, line: &Line) -> Option<Allowance> {
    let said = Said::read(&source.text()[line.content.clone()])?;
    let start = line.content.start;
    let word = |range: Range<usize>| {
        let span = Span::new(source.id(), start + range.start, start + range.end);
        Spanned::new(source.slice(span).to_owned(), span)
    };
    let codes = said.codes.into_iter().map(word).collect();
    let span = Span::new(source.id(), line.whole.start, line.whole.end);
    Some(Allowance { codes, has_reason: said.has_reason, covers: None, span })
}

/// What a comment says, in its own bytes.
struct Said {
    codes: Vec<Range<usize>>,
    has_reason: bool,
}

impl Said {
    fn read(comment: &str) -> Option<Self> {
        let after = keyword(comment)?;
        let rest = &comment[after..];
        let colon = rest.char_indices().find(|(_, sign)| narrow(*sign) == ':');
        let (listed, reason) = match colon {
            Some((at, sign)) => (&rest[..at], &rest[at + sign.len_utf8()..]),
            None => (rest, ""),
        };
        let mut codes = words(listed);
        // Without a colon the reason, if there is one, stands where it is not looked for.
        if colon.is_none() {
            let count = codes.iter().take_while(|range| looks_like_code(&listed[(*range).clone()])).count();
            codes.truncate(count);
        }
        let is_family = |word: &str| colon.is_some() && is_capital(word);
        let names_one = codes.first().map(|range| &listed[range.clone()]);
        let names_one = names_one.is_some_and(|word| looks_like_code(word) || is_family(word));
        let is_bare = listed.trim().is_empty();
        (names_one || is_bare).then(|| Self {
            codes: codes.into_iter().map(|range| after + range.start..after + range.end).collect(),
            has_reason: !reason.trim().is_empty(),
        })
    }
}

/// Where what follows the keyword begins.
fn keyword(comment: &str) -> Option<usize> {
    if comment.starts_with("不查") {
        return Some("不查".len());
    }
    let mut signs = comment.char_indices();
    let is_allow =
        "allow".chars().all(|wanted| signs.next().is_some_and(|(_, sign)| narrow(sign).eq_ignore_ascii_case(&wanted)));
    let end = signs.next().map_or((comment.len(), ' '), |(at, sign)| (at, narrow(sign)));
    (is_allow && matches!(end.1, ' ' | ':')).then_some(end.0)
}

/// The words of a list, whatever stands between them.
fn words(list: &str) -> Vec<Range<usize>> {
    let splits = |sign: char| matches!(narrow(sign), ' ' | ',' | ';' | '、' | '和');
    let mut found = Vec::new();
    let mut start = None;
    for (at, sign) in list.char_indices().chain([(list.len(), ' ')]) {
        match (splits(sign), start) {
            (false, None) => start = Some(at),
            (true, Some(from)) => {
                found.push(from..at);
                start = None;
            }
            _ => {}
        }
    }
    found
}

/// Whether a word is made like `R001`, or like the name of a rule: a letter, then letters, digits and `_`, not all of
/// them letters.
fn looks_like_code(word: &str) -> bool {
    let mut signs = word.chars().map(narrow);
    let begins = signs.next().is_some_and(|sign| sign.is_ascii_alphabetic());
    let rest: Vec<char> = signs.collect();
    let is_made_so = |sign: &char| sign.is_ascii_alphanumeric() || *sign == '_';
    begins && rest.iter().all(is_made_so) && !rest.iter().all(char::is_ascii_alphabetic)
}

/// Whether a word is one capital letter, as the families of rules are named.
fn is_capital(word: &str) -> bool {
    let mut signs = word.chars().map(narrow);
    signs.next().is_some_and(|sign| sign.is_ascii_uppercase()) && signs.next().is_none()
}

/// The bytes of the statement with which `lines` begin, and of what belongs to it; a blank line is none.
fn covered(text: &str, lines: &[Line]) -> Option<Range<usize>> {
    let (head, rest) = lines.split_first()?;
    let is_indented_paragraph = |line: &Line| text[..line.whole.start].ends_with('\u{3000}');
    let end = match head.kind {
        LineKind::Blank => return None,
        LineKind::Prose => {
            let goes_on = |line: &&Line| line.kind == LineKind::Prose && !is_indented_paragraph(line);
            rest.iter().take_while(goes_on).last()
        }
        LineKind::Data => {
            let belongs = |line: &&Line| match line.kind {
                LineKind::Blank | LineKind::Comment | LineKind::Row => true,
                LineKind::Data => line.indent > head.indent,
                LineKind::Prose => line.indent > head.indent && !is_indented_paragraph(line),
                LineKind::Heading(_) => false,
            };
            let says = |line: &&Line| !matches!(line.kind, LineKind::Blank | LineKind::Comment);
            rest.iter().take_while(belongs).filter(says).last()
        }
        LineKind::Heading(_) | LineKind::Row | LineKind::Comment => None,
    };
    Some(head.whole.start..end.unwrap_or(head).whole.end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Sources;

    /// Each comment as `codes|reason|what it covers`.
    fn read(text: &str) -> Vec<String> {
        let mut sources = Sources::default();
        let id = sources.add("a.plan", text);
        let show = |each: Allowance| {
            let codes: Vec<_> = each.codes.iter().map(|code| code.value.as_str()).collect();
            let covers = each.covers.map_or("-", |span| sources.slice(span));
            format!("{}|{}|{covers}", codes.join(" "), if each.has_reason { "why" } else { "" })
        };
        allowances(sources.get(id)).into_iter().map(show).collect()
    }

    #[test]
    fn both_tongues_and_widths_are_read() {
        for comment in [
            "// 不查 R001、R002：试点",
            "、、不查R001，R002：试点",
            "／／　不查　Ｒ００１　R002:试点",
            "// allow R001, R002: pilot",
            "//ALLOW R001;R002：pilot",
        ] {
            let found = read(&format!("{comment}\n# 方案：甲"));
            let [found] = &found[..] else { panic!("{comment}: {found:?}") };
            assert!(found.ends_with("|why|# 方案：甲") && found.contains("R002"), "{comment}: {found}");
        }
        assert_eq!(read("// 不查 R001\n甲\n乙\n\n丙"), ["R001||甲\n乙"]);
        assert_eq!(read("// allow R001 a pilot\n甲\n　　乙"), ["R001||甲"]);
        assert_eq!(read("// 不查 R001、牵头：试点\n\n甲"), ["R001 牵头|why|-"]);
        assert_eq!(read("// allow lead_missing: a pilot\n甲"), ["lead_missing|why|甲"]);
        assert_eq!(read("// 不查：试点\n甲"), ["|why|甲"]);
        assert_eq!(read("// 不查 R：试点\n甲"), ["R|why|甲"]);
    }

    #[test]
    fn other_comments_say_nothing() {
        for comment in
            ["// 不查的原因另写", "// allow the bureau 3 days: no", "// allowed R001: x", "// R001：甲", "//"]
        {
            assert_eq!(read(&format!("{comment}\n甲")), [""; 0], "{comment}");
        }
    }

    #[test]
    fn a_data_line_brings_what_is_below_it() {
        let text = "// 不查 R001：甲\n// 又一句\n- 甲\n  - 乙\n\n  // 注\n  | 丙 |\n- 丁\n";
        assert_eq!(read(text), ["R001|why|- 甲\n  - 乙\n\n  // 注\n  | 丙 |"]);
        assert_eq!(read("// 不查 R001：甲\n- 甲\n\n乙"), ["R001|why|- 甲"]);
    }
}

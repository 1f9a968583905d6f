//! How wide words are, and where they break into lines.
//!
//! Takes text and sizes in whole pixels, gives lines. Knows no font: a Chinese sign is as wide as the font is high,
//! anything else six tenths of it, which is a little more than any sans-serif needs.

mod words;

use std::ops::Range;

use unicode_width::UnicodeWidthChar;

use self::words::WORDS;

const PAIRS: [(char, char); 10] = [
    ('“', '”'),
    ('《', '》'),
    ('（', '）'),
    ('「', '」'),
    ('『', '』'),
    ('【', '】'),
    ('〈', '〉'),
    ('〔', '〕'),
    ('‘', '’'),
    ('(', ')'),
];
/// Signs that count what the number before them counts.
const MEASURE_WORDS: &str = "年月日号名个所项条次人万亿元天周校级％%";
/// The text without what no picture can show: controls, signs illegal in XML, blanks in a row.
pub fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.chars() {
        if sign.is_whitespace() || sign.is_control() {
            if !out.ends_with(' ') && !out.is_empty() {
                out.push(' ');
            }
        } else if is_drawable(sign) {
            out.push(sign);
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// The width of a line of text in pixels.
pub fn width(text: &str, font: i32) -> i32 {
    let narrow = (font * 6 + 9) / 10;
    text.chars().fold(0, |sum: i32, sign| {
        sum.saturating_add(match sign.width_cjk() {
            None | Some(0) => 0,
            Some(1) => narrow,
            Some(_) => font,
        })
    })
}

/// The text in at most `most_lines` lines no wider than `room`; what does not fit ends in “…”.
///
/// Numbers with their measure words, Latin words and quoted names stay whole where a line can hold them; lines come
/// out about equally long and break at punctuation rather than inside a phrase.
pub fn wrap(text: &str, font: i32, room: i32, most_lines: usize) -> Vec<String> {
    let text = clean(text);
    let atoms = atoms(&text, font, room);
    let greedy = fill(&atoms, room);
    if greedy.len() > most_lines {
        return cut(greedy, font, room, most_lines);
    }
    if greedy.len() < 2 { greedy } else { balance(&atoms, font, room, greedy.len()).unwrap_or(greedy) }
}

fn is_drawable(sign: char) -> bool {
    let direction_override =
        matches!(sign, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}');
    !direction_override && !matches!(sign as u32 & 0xFFFF, 0xFFFE | 0xFFFF)
}

/// What is never broken: a piece of a text.
#[derive(Clone, Copy, Debug)]
struct Atom<'t> {
    text: &'t str,
    width: i32,
}

fn atoms(text: &str, font: i32, room: i32) -> Vec<Atom<'_>> {
    let mut words: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        let end = at + word_length(&text[at..], first, font, room);
        let clings = |last: &Range<usize>| {
            first.width_cjk().unwrap_or(0) == 0 || is_closing(first) || text[last.clone()].ends_with(is_opening)
        };
        match words.last_mut() {
            Some(last) if clings(last) => last.end = end,
            _ => words.push(at..end),
        }
        at = end;
    }
    let mut atoms = Vec::with_capacity(words.len());
    words.into_iter().for_each(|word| pieces(&text[word], font, room, &mut atoms));
    atoms
}

/// How long the word is that a text begins with.
fn word_length(text: &str, first: char, font: i32, room: i32) -> usize {
    const LONGEST_NAME: usize = 64;
    if let Some((_, close)) = PAIRS.iter().find(|(open, _)| *open == first)
        && let Some((at, _)) = text.char_indices().take(LONGEST_NAME).find(|(_, sign)| sign == close)
    {
        let end = at + close.len_utf8();
        if width(&text[..end], font) <= room {
            return end;
        }
    }
    if !is_latin(first) {
        return first.len_utf8();
    }
    let mut signs = text.char_indices().peekable();
    let mut last = first;
    while let Some((at, sign)) = signs.next() {
        let joins = matches!(sign, '.' | '-' | '/' | '_' | '~' | '—' | '～')
            && signs.peek().is_some_and(|(_, next)| is_latin(*next));
        if !is_latin(sign) && !joins {
            let is_counted = last.is_numeric() && MEASURE_WORDS.contains(sign);
            return at + if is_counted { sign.len_utf8() } else { 0 };
        }
        last = sign;
    }
    text.len()
}

fn is_latin(sign: char) -> bool {
    sign.is_ascii_alphanumeric() || !sign.is_ascii() && sign.width() == Some(1) && sign.is_alphanumeric()
}

/// A word, or its parts if no line holds it.
fn pieces<'t>(word: &'t str, font: i32, room: i32, atoms: &mut Vec<Atom<'t>>) {
    let whole = width(word, font);
    if whole <= room {
        atoms.push(Atom { text: word, width: whole });
        return;
    }
    let (mut start, mut used) = (0, 0);
    for (at, sign) in word.char_indices() {
        let wide = width(&word[at..at + sign.len_utf8()], font);
        if used + wide > room && at > start {
            atoms.push(Atom { text: &word[start..at], width: used });
            (start, used) = (at, 0);
        }
        used += wide;
    }
    atoms.push(Atom { text: &word[start..], width: used });
}

/// As much on each line as it holds.
fn fill(atoms: &[Atom], room: i32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut used = 0;
    for atom in atoms {
        match lines.last_mut() {
            Some(line) if used + atom.width <= room => {
                line.push_str(atom.text);
                used += atom.width;
            }
            _ => {
                lines.push(atom.text.to_owned());
                used = atom.width;
            }
        }
    }
    lines.into_iter().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
}

fn cut(mut lines: Vec<String>, font: i32, room: i32, most_lines: usize) -> Vec<String> {
    lines.truncate(most_lines);
    if let Some(last) = lines.last_mut() {
        while width(last, font) + font > room && last.pop().is_some() {}
        last.push('…');
    }
    lines
}

/// The same number of lines, about equally long, broken where a reader would pause.
fn balance(atoms: &[Atom], font: i32, room: i32, line_count: usize) -> Option<Vec<String>> {
    let total: i32 = atoms.iter().map(|atom| atom.width).sum();
    let ideal = total / i32::try_from(line_count).ok()?;
    let break_costs = break_costs(atoms);
    // best[l][e]: the least cost of l lines that end before atom e, and where the last of them begins.
    let mut best = vec![vec![None::<(i64, usize)>; atoms.len() + 1]; line_count + 1];
    best[0][0] = Some((0, 0));
    for lines in 1..=line_count {
        for end in 1..=atoms.len() {
            let mut used = 0;
            for begin in (0..end).rev() {
                used += atoms[begin].width;
                if used > room {
                    break;
                }
                let Some((before, _)) = best[lines - 1][begin] else { continue };
                let uneven = i64::from((used - ideal) * 2 / font.max(1));
                let cost = before + uneven * uneven + break_costs[begin];
                if best[lines][end].is_none_or(|(least, _)| cost < least) {
                    best[lines][end] = Some((cost, begin));
                }
            }
        }
    }
    let mut lines = Vec::with_capacity(line_count);
    let mut end = atoms.len();
    for count in (1..=line_count).rev() {
        let (_, begin) = best[count][end]?;
        let line: String = atoms[begin..end].iter().map(|atom| atom.text).collect();
        lines.push(line.trim().to_owned());
        end = begin;
    }
    lines.reverse();
    Some(lines)
}

/// What it costs to begin a line with each atom.
fn break_costs(atoms: &[Atom]) -> Vec<i64> {
    let is_split = split_words(atoms);
    // How many atoms stand before this one since the last pause, and since and with the one that begins a name.
    let (mut since_pause, mut in_name) = (0, None::<usize>);
    let mut costs = Vec::with_capacity(atoms.len());
    for (at, after) in atoms.iter().enumerate() {
        let before = at.checked_sub(1).map(|before| &atoms[before]);
        let pauses = before.is_some_and(is_pause);
        if let Some(before) = before {
            since_pause = if pauses { 0 } else { since_pause + 1 };
            in_name = if before.text.starts_with(is_opening) { Some(1) } else { in_name.map(|atoms| atoms + 1) };
        }
        costs.push(match before {
            None => 0,
            Some(before) if pauses || before.text.ends_with('的') || after.text.starts_with(is_opening) => 0,
            Some(_) if after.text.starts_with(is_beginner) => 2,
            Some(_) => {
                // Chinese phrases are mostly built of words of two signs: an even distance from the last pause splits
                // fewer.
                let uneven = if since_pause.min(in_name.unwrap_or(since_pause)) % 2 == 0 { 6 } else { 14 };
                if is_split[at] { uneven + 40 } else { uneven }
            }
        });
    }
    costs
}

/// For each atom, whether a known word lies across the place before it.
fn split_words(atoms: &[Atom]) -> Vec<bool> {
    const LONGEST: usize = 4;
    let bare: Vec<&str> = atoms.iter().map(|atom| atom.text.trim_matches(is_sign)).collect();
    let mut is_split = vec![false; atoms.len()];
    let mut word = String::new();
    for begin in 0..bare.len() {
        word.clear();
        let mut end = begin;
        for (at, part) in bare.iter().enumerate().skip(begin).take(LONGEST) {
            word.push_str(part);
            let found = WORDS.partition_point(|known| *known < word.as_str());
            match WORDS.get(found) {
                Some(known) if *known == word => end = at + 1,
                Some(known) if known.starts_with(&word) => {}
                _ => break,
            }
        }
        is_split[begin..end].iter_mut().skip(1).for_each(|place| *place = true);
    }
    is_split
}

fn is_sign(sign: char) -> bool {
    is_opening(sign) || is_closing(sign)
}

fn is_opening(sign: char) -> bool {
    matches!(sign, '（' | '〔' | '［' | '｛' | '【' | '《' | '〈' | '「' | '『' | '“' | '‘' | '(' | '[' | '{')
}

fn is_closing(sign: char) -> bool {
    let is_bracket = matches!(sign, '）' | '〕' | '］' | '｝' | '】' | '》' | '〉' | '」' | '』' | '”' | '’');
    let is_stop = matches!(sign, '，' | '。' | '、' | '；' | '：' | '！' | '？' | '…' | '％' | '‰');
    is_bracket || is_stop || matches!(sign, ')' | ']' | '}' | ',' | '.' | ';' | ':' | '!' | '?' | '%')
}

/// Signs of words that a phrase may well begin a line with.
fn is_beginner(sign: char) -> bool {
    matches!(sign, '和' | '与' | '及' | '或' | '并')
}

fn is_pause(atom: &Atom) -> bool {
    atom.text.ends_with(|sign: char| sign == ' ' || is_closing(sign) || sign.is_ascii_digit())
        || (atom.text.starts_with(|sign: char| sign.is_ascii_digit()) && atom.text.chars().nth(1).is_some())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn chinese_is_full_width_and_latin_narrower() {
        assert_eq!(width("控辍保学", 14), 56);
        assert_eq!(width("“A4”", 14), 14 + 9 + 9 + 14);
    }

    #[test]
    fn lines_are_even_and_break_between_phrases() {
        let lines = |text| wrap(text, 14, 168, 4);
        assert_eq!(lines("切实加强控辍保学"), ["切实加强控辍保学"]);
        assert_eq!(lines("建立健全进城务工人员随迁子女入学保障机制"), ["建立健全进城务工人员", "随迁子女入学保障机制"]);
        assert_eq!(
            lines("落实“一校一策”和《义务教育学校管理标准》要求"),
            ["落实“一校一策”和", "《义务教育学校管理标准》", "要求"]
        );
        assert_eq!(lines("进一步完善义务教育学校标准化建设"), ["进一步完善义务教育", "学校标准化建设"]);
        assert_eq!(lines("扎实推进2018年春季学期期末质量监测"), ["扎实推进2018年", "春季学期期末质量监测"]);
        assert_eq!(lines("到2020年九年义务教育巩固率达到98.6%以上"), ["到2020年九年义务教育", "巩固率达到98.6%以上"]);
    }

    #[test]
    fn words_are_in_order() {
        assert!(WORDS.is_sorted());
    }

    #[test]
    fn too_much_is_cut_with_dots() {
        let lines = wrap(&"教".repeat(200), 14, 168, 3);
        assert_eq!(lines.len(), 3);
        assert!(lines[2].ends_with('…'));
    }

    #[test]
    fn nothing_illegal_is_left() {
        assert_eq!(clean("\u{0}甲\t\n 乙\u{FFFE}\u{202E}丙\u{1}"), "甲 乙丙");
        assert!(wrap(" \n\u{7}", 14, 168, 3).is_empty());
    }

    proptest! {
        #[test]
        fn no_line_is_wider_than_its_room(text in "[ -~“”《》（），。、教育局A-Z0-9\u{301}😀]{0,80}") {
            for line in wrap(&text, 14, 168, 3) {
                prop_assert!(width(&line, 14) <= 168, "{line:?}");
            }
        }
    }
}

//! How wide words are, and where they break into lines.
//!
//! Takes text and sizes in whole pixels, gives lines. Knows no font: a Chinese sign is as wide as the font is high,
//! anything else six tenths of it, which is a little more than any sans-serif needs.

mod words;

use unicode_width::UnicodeWidthChar;

use self::words::WORDS;

const OPENING: &str = "（〔［｛【《〈「『“‘([{";
const CLOSING: &str = "）〕］｝】》〉」』”’)]}，。、；：！？…％%‰,.;:!?";
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
/// Words that a phrase may well begin a line with.
const BEGINNERS: &str = "和与及或并";

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
    let direction_override = matches!(sign, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}');
    !direction_override && !matches!(sign as u32 & 0xFFFF, 0xFFFE | 0xFFFF)
}

/// What is never broken.
#[derive(Clone, Debug)]
struct Atom {
    text: String,
    width: i32,
}

fn atoms(text: &str, font: i32, room: i32) -> Vec<Atom> {
    let signs: Vec<char> = text.chars().collect();
    let mut words: Vec<String> = Vec::new();
    let mut at = 0;
    while at < signs.len() {
        let end = word_end(&signs, at, font, room);
        let word: String = signs[at..end].iter().collect();
        let clings = |last: &String| {
            signs[at].width_cjk().unwrap_or(0) == 0
                || CLOSING.contains(signs[at])
                || last.ends_with(|sign| OPENING.contains(sign))
        };
        match words.last_mut() {
            Some(last) if clings(last) => last.push_str(&word),
            _ => words.push(word),
        }
        at = end;
    }
    words.into_iter().flat_map(|word| pieces(word, font, room)).collect()
}

/// The end of the word that begins at `start`.
fn word_end(signs: &[char], start: usize, font: i32, room: i32) -> usize {
    let first = signs[start];
    if let Some((_, close)) = PAIRS.iter().find(|(open, _)| *open == first)
        && let Some(length) = signs[start..].iter().take(64).position(|sign| sign == close)
    {
        let name: String = signs[start..=start + length].iter().collect();
        if width(&name, font) <= room {
            return start + length + 1;
        }
    }
    if !is_latin(first) {
        return start + 1;
    }
    let inside = |at: usize| {
        is_latin(signs[at])
            || (matches!(signs[at], '.' | '-' | '/' | '_' | '~' | '—' | '～')
                && signs.get(at + 1).is_some_and(|&next| is_latin(next)))
    };
    let end = (start..signs.len()).find(|&at| !inside(at)).unwrap_or(signs.len());
    let counted = signs[end - 1].is_numeric() && signs.get(end).is_some_and(|&sign| MEASURE_WORDS.contains(sign));
    end + usize::from(counted)
}

fn is_latin(sign: char) -> bool {
    sign.is_alphanumeric() && sign.width() == Some(1)
}

/// A word, or its parts if no line holds it.
fn pieces(word: String, font: i32, room: i32) -> Vec<Atom> {
    let whole = width(&word, font);
    if whole <= room {
        return vec![Atom { width: whole, text: word }];
    }
    let mut parts = vec![Atom { text: String::new(), width: 0 }];
    for sign in word.chars() {
        let wide = width(sign.encode_utf8(&mut [0; 4]), font);
        match parts.last_mut() {
            Some(last) if last.width + wide <= room || last.text.is_empty() => {
                last.text.push(sign);
                last.width += wide;
            }
            _ => parts.push(Atom { text: sign.to_string(), width: wide }),
        }
    }
    parts
}

/// As much on each line as it holds.
fn fill(atoms: &[Atom], room: i32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut used = 0;
    for atom in atoms {
        match lines.last_mut() {
            Some(line) if used + atom.width <= room => {
                line.push_str(&atom.text);
                used += atom.width;
            }
            _ => {
                lines.push(atom.text.clone());
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
    let break_costs: Vec<i64> = (0..atoms.len()).map(|at| break_cost(atoms, at)).collect();
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
        let line: String = atoms[begin..end].iter().map(|atom| atom.text.as_str()).collect();
        lines.push(line.trim().to_owned());
        end = begin;
    }
    lines.reverse();
    Some(lines)
}

/// What it costs to begin a line with this atom.
fn break_cost(atoms: &[Atom], at: usize) -> i64 {
    let (Some(before), Some(after)) = (at.checked_sub(1).and_then(|at| atoms.get(at)), atoms.get(at)) else { return 0 };
    if is_pause(before) || before.text.ends_with('的') || begins_name(after) {
        return 0;
    }
    if after.text.starts_with(|sign| BEGINNERS.contains(sign)) {
        return 2;
    }
    // Chinese phrases are mostly built of words of two signs: an even distance from the last pause splits fewer.
    let since_pause = atoms[..at].iter().rev().take_while(|atom| !is_pause(atom)).count();
    let in_name = atoms[..at].iter().rev().position(begins_name).map_or(since_pause, |back| back + 1);
    let uneven = if since_pause.min(in_name) % 2 == 0 { 6 } else { 14 };
    if splits_word(atoms, at) { uneven + 40 } else { uneven }
}

/// Whether a known word lies across the place before this atom.
fn splits_word(atoms: &[Atom], at: usize) -> bool {
    (at.saturating_sub(3)..at).any(|begin| {
        (at + 1..=atoms.len().min(begin + 4)).any(|end| {
            let word: String = atoms[begin..end].iter().map(|atom| atom.text.trim_matches(is_sign)).collect();
            WORDS.binary_search(&word.as_str()).is_ok()
        })
    })
}

fn is_sign(sign: char) -> bool {
    OPENING.contains(sign) || CLOSING.contains(sign)
}

fn begins_name(atom: &Atom) -> bool {
    atom.text.starts_with(|sign| OPENING.contains(sign))
}

fn is_pause(atom: &Atom) -> bool {
    atom.text.ends_with(|sign: char| sign == ' ' || CLOSING.contains(sign) || sign.is_ascii_digit())
        || (atom.text.starts_with(|sign: char| sign.is_ascii_digit()) && atom.text.chars().count() > 1)
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

//! Breaks a title into centred lines.
//!
//! Takes the words of a title and gives the lines that GB/T 9704—2012, 7.3.1 asks for: words whole, lengths balanced,
//! in the shape of a trapezium or a lozenge. Every place between two characters has a cost, every pair of neighbouring
//! lines has one, and the cheapest way through wins. The words that stay whole are those of
//! `stdlib/wording/title-words.txt`; of all else two characters make a word.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::Title;

/// The most a line holds, in tenths of a character: twenty of 二号 in 156 mm.
const WIDEST: u32 = 200;
/// Below this a line looks lost.
const NARROWEST: u32 = 40;
const NEVER: u32 = 100_000;
/// What costs more than another line, or two of odd lengths.
const WORSE: u32 = 200;
/// A title longer than this is none; it is cut into full lines.
const LONGEST: usize = 400;

/// Words after which a title is gladly broken.
const AFTER: [(&str, u32); 8] =
    [("关于印发", 3), ("关于转发", 3), ("关于公布", 3), ("》", 3), ("）", 5), ("、", 4), ("关于", 14), ("年", 12)];

/// Words before which a title is gladly broken.
const BEFORE: [(&str, u32); 22] = [
    ("关于", 0),
    ("《", 2),
    ("（", 2),
    ("三年", 3),
    ("五年", 3),
    ("专项", 4),
    ("和", 4),
    ("及", 4),
    ("与", 4),
    ("暨", 4),
    ("实施方案", 5),
    ("工作方案", 5),
    ("行动方案", 5),
    ("行动计划", 5),
    ("攻坚行动", 4),
    ("提升", 5),
    ("排查", 5),
    ("整治", 6),
    ("工作", 7),
    ("建设", 7),
    ("的通知", 9),
    ("的意见", 9),
];

/// Words that stay whole.
const WORDS: &str = include_str!("../../stdlib/wording/title-words.txt");

/// The words that stay whole, by their first character; of those with one beginning the longest first.
static WHOLE: LazyLock<BTreeMap<char, Vec<Vec<char>>>> = LazyLock::new(|| {
    let mut words: BTreeMap<char, Vec<Vec<char>>> = BTreeMap::new();
    for word in WORDS.lines().filter(|line| !line.starts_with("//")).flat_map(str::split_whitespace) {
        let word = word.chars().collect::<Vec<_>>();
        words.entry(word[0]).or_default().push(word);
    }
    words.values_mut().for_each(|words| words.sort_by_key(|word| std::cmp::Reverse(word.len())));
    words
});

/// Signs that end the name of a place, and words that nevertheless begin with one of them.
const PLACE_ENDS: &str = "省市县区州旗乡镇";
const PLACE_BEGINS: [&str; 14] =
    ["省级", "省直", "市级", "市直", "市场", "县级", "县直", "县域", "区级", "区直", "区域", "州级", "乡村", "乡镇"];

/// Breaks `text` into balanced lines of at most twenty characters, words kept whole.
pub fn break_title(text: &str) -> Title {
    let text = text.trim();
    let line = Line::new(text);
    let ends = if line.chars.len() > LONGEST { fullest(&line) } else { cheapest(&line) };
    let mut lines = Vec::with_capacity(ends.len());
    let mut start = 0;
    for end in ends {
        lines.push(line.chars[start..end].iter().collect::<String>().trim().to_owned());
        start = end;
    }
    Title { text: text.to_owned(), lines }
}

/// How wide `text` is set, in tenths of a Chinese character. Digits and Latin letters count six: half a character in
/// the faces the standard names, a little more in their substitutes.
pub fn measure(text: &str) -> u32 {
    text.chars().map(width).fold(0, u32::saturating_add)
}

fn width(char: char) -> u32 {
    match char {
        ' ' => 5,
        _ if char.is_ascii() => 6,
        _ => 10,
    }
}

/// The title as characters, with what it costs to break before each of them.
struct Line {
    chars: Vec<char>,
    /// One entry more than characters; the last place, like the first, costs nothing.
    cost: Vec<u32>,
}

impl Line {
    fn new(text: &str) -> Self {
        let chars: Vec<char> = text.chars().collect();
        let (mut place, words) = (Place::new(&chars), words(&chars));
        let mut cost: Vec<u32> = (1..chars.len()).map(|at| place.step(&chars, at, words[at])).collect();
        cost.insert(0, 0);
        cost.push(0);
        Self { chars, cost }
    }
}

/// What is known of a place from what stands left of it.
struct Place {
    /// Where the names of the issuing organs end; 0 where the title has none.
    organs: usize,
    /// Where the word began that the tables know nothing of.
    word: usize,
    /// Whether the place is inside 《》 that would fit on one line.
    quoted: bool,
    /// Whether the place is inside “” that would.
    named: bool,
    /// Whether the place is inside （）.
    bracketed: bool,
}

impl Place {
    fn new(chars: &[char]) -> Self {
        Self { organs: find(chars, "关于", 0).unwrap_or(0), word: 0, quoted: false, named: false, bracketed: false }
    }

    /// Goes on to the place before `at` and tells what a break there costs.
    fn step(&mut self, chars: &[char], at: usize, spot: Spot) -> u32 {
        let (left, right) = (chars[at - 1], chars[at]);
        match left {
            '《' => self.quoted = fits(chars, at, "》"),
            '》' => self.quoted = false,
            '“' => self.named = fits(chars, at, "”"),
            '”' => self.named = false,
            '（' => self.bracketed = true,
            '）' => self.bracketed = false,
            _ => {}
        }
        let joint = joint(chars, at);
        if joint.is_some() || spot == Spot::Edge || !left.is_alphanumeric() || !right.is_alphanumeric() {
            self.word = at;
        }
        if spot == Spot::Inside || forbidden(chars, at) {
            return NEVER;
        }
        let word = if (at - self.word).is_multiple_of(2) { 10 } else { 22 };
        let organ = if at < self.organs && left != ' ' { 40 } else { 0 };
        let quoted = if self.quoted { 12 } else { 0 };
        let named = if self.named { WORSE } else { 0 };
        let bracketed = if self.bracketed { 60 } else { 0 };
        // What follows the name of a place goes with it: 云溪县教育局.
        let place = if place_ends(chars, at - 1) { 30 } else { 0 };
        joint.unwrap_or(word) + organ + quoted + named + bracketed + place
    }
}

/// How a place lies to the words that stay whole.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Spot {
    /// Within one.
    Inside,
    /// Before or after one.
    Edge,
    /// Beside none.
    Free,
}

/// How each place lies to the words that stay whole.
fn words(chars: &[char]) -> Vec<Spot> {
    let mut spots = vec![Spot::Free; chars.len() + 1];
    let mut at = 0;
    while at < chars.len() {
        let fits = |word: &&Vec<char>| chars[at..].starts_with(word);
        let Some(word) = WHOLE.get(&chars[at]).and_then(|words| words.iter().find(fits)) else {
            at += 1;
            continue;
        };
        let end = at + word.len();
        spots[at] = Spot::Edge;
        spots[at + 1..end].fill(Spot::Inside);
        spots[end] = Spot::Edge;
        at = end;
    }
    places(chars, &mut spots);
    spots
}

/// Keeps the names of places whole: the two characters before 县, and three where one begins the title, a name in 《》
/// or “”, or what follows another place.
fn places(chars: &[char], spots: &mut [Spot]) {
    let is_place = |at: usize| place_ends(chars, at);
    for end in (2..chars.len()).filter(|end| is_place(*end)) {
        let begins = |at: usize| {
            at == 0
                || matches!(chars[at - 1], '《' | '“' | '〈' | '（' | '、' | ' ')
                || is_place(at - 1)
                || ends(&chars[..at], "关于印发")
        };
        let is_name = |at: usize| chars[at].is_alphabetic() && !chars[at].is_ascii() && !is_place(at);
        let mut starts = (end.saturating_sub(4)..end - 1).filter(|at| begins(*at) && (*at..end).all(is_name));
        let start = starts.next().unwrap_or(end - 2);
        if (start..end).all(is_name) && (start + 1..end).all(|at| spots[at] == Spot::Free) {
            spots[start + 1..end].fill(Spot::Inside);
        }
    }
}

/// Whether the character at `at` ends the name of a place.
fn place_ends(chars: &[char], at: usize) -> bool {
    at > 0
        && PLACE_ENDS.contains(chars[at])
        && chars[at - 1].is_alphabetic()
        && !PLACE_BEGINS.iter().any(|word| starts(&chars[at..], word))
}

/// Whether what begins at `at` and ends in `close` would fit on one line.
fn fits(chars: &[char], at: usize, close: &str) -> bool {
    find(chars, close, at).is_some_and(|end| measure_chars(&chars[at..end]) < WIDEST - 20)
}

fn measure_chars(chars: &[char]) -> u32 {
    chars.iter().map(|char| width(*char)).sum()
}

fn find(chars: &[char], word: &str, from: usize) -> Option<usize> {
    (from..chars.len()).find(|at| starts(&chars[*at..], word))
}

fn starts(chars: &[char], word: &str) -> bool {
    let mut rest = chars.iter();
    word.chars().all(|char| rest.next() == Some(&char))
}

fn ends(chars: &[char], word: &str) -> bool {
    let mut rest = chars.iter().rev();
    word.chars().rev().all(|char| rest.next() == Some(&char))
}

/// The cost of a break before `at`, if the tables know the place.
fn joint(chars: &[char], at: usize) -> Option<u32> {
    if chars[at - 1] == ' ' {
        return Some(0);
    }
    let after = AFTER.iter().find(|(word, _)| ends(&chars[..at], word)).map(|(_, cost)| *cost);
    let before = BEFORE.iter().find(|(word, _)| starts(&chars[at..], word)).map(|(_, cost)| *cost);
    after.into_iter().chain(before).min()
}

/// Whether a break before `at` would part a number, a Latin word, a bracket from its content or the name of a place.
fn forbidden(chars: &[char], at: usize) -> bool {
    let (left, right) = (chars[at - 1], chars[at]);
    let latin = |char: char| char.is_ascii_alphanumeric() || matches!(char, '.' | '-' | '%' | '—' | '～');
    let counted = left.is_ascii_digit() && right.is_alphanumeric();
    let opens = matches!(left, '《' | '〈' | '（' | '“' | '‘' | '〔' | '(' | '[');
    let closes = matches!(right, '》' | '〉' | '）' | '”' | '’' | '〕' | ')' | ']' | '、' | '，' | '。' | '：' | ' ');
    // A4、A5
    let listed = left == '、' && right.is_ascii_alphanumeric() && at > 1 && chars[at - 2].is_ascii_alphanumeric();
    latin(left) && latin(right) || counted || opens || closes || listed || place_ends(chars, at)
}

/// Whether lines still grow or have begun to shrink; a line that grows again makes a waist.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    Any = 0,
    Falling = 1,
}

/// The ends of the lines of the cheapest way through, by dynamic programming from the end of the title: what a rest
/// costs depends on where it starts, how wide the line before it was, and whether lines already shrink.
fn cheapest(line: &Line) -> Vec<usize> {
    let mut table = Table::new(line.chars.len());
    let all = (0..line.chars.len()).map(|start| candidates(line, start)).collect::<Vec<_>>();
    for (start, lines) in all.iter().enumerate().rev() {
        for before in befores(&all, start) {
            for shape in [Shape::Any, Shape::Falling] {
                let best = lines
                    .iter()
                    .map(|&(end, width)| {
                        let (pair, next) = pair(before as u32 * STEP as u32, width, shape);
                        let rest = table.cost(end, width as usize / STEP, next);
                        (rest.saturating_add(pair + alone(width) + line.cost[end].min(NEVER)), end, next, width)
                    })
                    .min_by_key(|(cost, end, ..)| (*cost, std::cmp::Reverse(*end)));
                if let Some((cost, end, next, width)) = best {
                    table.set(start, before, shape, Best { cost, end, next, width: width as usize / STEP });
                }
            }
        }
    }
    table.walk()
}

/// The widths of the lines that can end before `end`, each once; 0 before the first line. Nothing asks for any other.
fn befores(lines: &[Vec<(usize, u32)>], end: usize) -> Vec<usize> {
    let ending = (0..end).rev().map_while(|start| lines[start].get(end - start - 1));
    let mut widths = ending.map(|(_, width)| *width as usize / STEP).collect::<Vec<_>>();
    widths.dedup();
    if end == 0 { vec![0] } else { widths }
}

/// The ends of lines as full as they can be.
fn fullest(line: &Line) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut start = 0;
    while let Some((end, _)) = candidates(line, start).last() {
        ends.push(*end);
        start = *end;
    }
    ends
}

/// Widths are told apart by half characters.
const STEP: usize = 5;

/// The lines that can start here: all that are not too wide, and one character at least.
fn candidates(line: &Line, start: usize) -> Vec<(usize, u32)> {
    let mut lines = Vec::new();
    let mut sum = 0;
    for (offset, char) in line.chars[start..].iter().enumerate() {
        let end = start + offset + 1;
        sum += width(*char);
        let shown = if *char == ' ' { sum - width(' ') } else { sum };
        if shown > WIDEST && !lines.is_empty() {
            break;
        }
        lines.push((end, shown.min(WIDEST)));
    }
    lines
}

/// What a line costs by itself.
fn alone(width: u32) -> u32 {
    const LINE: u32 = 24;
    if width < NARROWEST { LINE + 60 } else { LINE }
}

/// What two neighbouring lines cost: steps of up to five characters are free, equal lengths make a plain rectangle,
/// and a waist is worst.
fn pair(before: u32, width: u32, shape: Shape) -> (u32, Shape) {
    if before == 0 {
        return (0, Shape::Any);
    }
    let step = before.abs_diff(width);
    let uneven = step.saturating_sub(50) / 10 * 3;
    match (before.cmp(&width), shape) {
        _ if step < 8 => (4, shape),
        (std::cmp::Ordering::Less, Shape::Falling) => (uneven + 45, shape),
        (std::cmp::Ordering::Less, Shape::Any) => (uneven, shape),
        _ => (uneven, Shape::Falling),
    }
}

#[derive(Clone, Copy)]
struct Best {
    cost: u32,
    end: usize,
    next: Shape,
    width: usize,
}

/// The best continuation for each start, width of the line before, and shape.
struct Table {
    rows: Vec<[[Option<Best>; 2]; WIDEST as usize / STEP + 1]>,
}

impl Table {
    fn new(length: usize) -> Self {
        Self { rows: vec![[[None; 2]; WIDEST as usize / STEP + 1]; length] }
    }

    fn cost(&self, start: usize, before: usize, shape: Shape) -> u32 {
        match self.rows.get(start) {
            None => 0,
            Some(row) => row[before][shape as usize].map_or(NEVER, |best| best.cost),
        }
    }

    fn set(&mut self, start: usize, before: usize, shape: Shape, best: Best) {
        self.rows[start][before][shape as usize] = Some(best);
    }

    fn walk(&self) -> Vec<usize> {
        let mut ends = Vec::new();
        let (mut start, mut before, mut shape) = (0, 0, Shape::Any);
        while let Some(Some(best)) = self.rows.get(start).map(|row| row[before][shape as usize]) {
            ends.push(best.end);
            (start, before, shape) = (best.end, best.width, best.next);
        }
        ends
    }
}

#[cfg(test)]
mod tests;

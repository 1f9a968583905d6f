//! What the prose of a place says already.
//!
//! A fact prints once: what stands in the prose, as `{X}` or as a number beside its indicator, is not derived again.
//! Takes printed prose and gives yes or no. Where an office words a thing in its own way (a duty, a delivered paper),
//! the pairs of neighbouring characters that both share tell; a number is never taken on likeness.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::ops::Range;

use crate::plan::NamedValue;
use crate::quantity::Target;

use super::agree::{Sought, has_target, holds_number, is_past};

/// How many of a hundred pairs must be found again for a name to count as said in other words.
const ALIKE: usize = 60;
/// The same for a thing that is delivered: nothing else is compared but its last word.
const SAME: usize = 80;

/// What parts sentences; nothing of a plan holds it.
const END: char = '\0';

/// What the prose of a place says.
#[derive(Debug, Default)]
pub(super) struct Said<'t> {
    /// The titles and the paragraphs, in order.
    heard: Vec<Heard<'t>>,
    /// Their sentences, once they are asked for: in most places nothing asks.
    parted: OnceCell<Parted>,
    /// The values it names by `{X}`.
    values: Vec<NamedValue>,
    /// Whether there is any prose.
    pub has_prose: bool,
    /// A deadline that stands above and holds for all values here: `到2028年底`.
    pub until: Option<String>,
}

/// A title or a paragraph.
#[derive(Clone, Debug)]
enum Heard<'t> {
    Title(&'t str),
    Prose(Cow<'t, str>),
}

/// Sentences, parted at 。；！？, and the titles above them.
#[derive(Debug, Default)]
struct Parted {
    /// All of them, each with [`END`] behind it.
    text: String,
    /// Where each stands.
    places: Vec<Range<usize>>,
}

impl<'t> Said<'t> {
    /// Takes in a title.
    pub(super) fn title(&mut self, title: &'t str) {
        self.hear([Heard::Title(title)]);
    }

    /// Takes in a paragraph as it is printed, and the values it names.
    pub(super) fn paragraph(&mut self, text: impl Into<Cow<'t, str>>, values: impl IntoIterator<Item = NamedValue>) {
        let text = text.into();
        self.has_prose |= !text.is_empty();
        self.hear([Heard::Prose(text)]);
        self.values.extend(values);
    }

    fn hear(&mut self, heard: impl IntoIterator<Item = Heard<'t>>) {
        self.parted = OnceCell::new();
        self.heard.extend(heard);
    }

    fn parted(&self) -> &Parted {
        self.parted.get_or_init(|| {
            let mut parted = Parted::default();
            self.heard.iter().for_each(|heard| parted.take(heard));
            parted
        })
    }

    fn sentences(&self) -> impl Iterator<Item = &str> {
        let Parted { text, places } = self.parted();
        places.iter().map(|place| &text[place.clone()])
    }

    /// Takes in what is said outside, for a data line that is part of a larger text.
    pub(super) fn surround(&mut self, outer: &Said<'t>) {
        self.hear(outer.heard.iter().cloned());
        self.values.extend(&outer.values);
    }

    /// Whether `{X}` names the value.
    pub(super) fn names(&self, value: NamedValue) -> bool {
        self.values.contains(&value)
    }

    /// Whether the words stand somewhere here.
    pub(super) fn has(&self, words: &str) -> bool {
        !words.is_empty() && self.parted().text.contains(words)
    }

    /// Whether one sentence holds all of the words.
    pub(super) fn has_together<'a>(&self, words: impl IntoIterator<Item = &'a str> + Clone) -> bool {
        self.sentences().any(|sentence| words.clone().into_iter().all(|word| sentence.contains(word)))
    }

    /// Whether one sentence has nearly these words.
    pub(super) fn has_nearly(&self, words: &str) -> bool {
        self.has(words) || self.sentences().any(|sentence| likeness(words, sentence) >= ALIKE)
    }

    /// Whether one sentence tells a thing.
    pub(super) fn tells(&self, is_told: &dyn Fn(&str) -> bool) -> bool {
        self.sentences().any(is_told)
    }

    /// Whether any sentence could be a label and what it labels.
    pub(super) fn has_labels(&self) -> bool {
        self.heard.iter().any(|heard| heard.words().contains('：'))
    }

    /// Whether one sentence is a label with one of `stems`, a colon, and all of the words: `牵头单位：县教育局`.
    pub(super) fn has_labelled<'a>(&self, stems: &[&str], words: impl Iterator<Item = &'a str> + Clone) -> bool {
        self.sentences().any(|sentence| {
            let after =
                |(at, stem): (usize, &str)| sentence[at + stem.len()..].split_once('：').map(|(_, after)| after);
            let labelled = stems.iter().flat_map(|stem| sentence.match_indices(*stem)).filter_map(after);
            labelled.into_iter().any(|after| words.clone().all(|word| after.contains(word)))
        })
    }

    /// Whether one sentence says the values beside their name.
    pub(super) fn has_values(&self, sought: &Sought) -> bool {
        !sought.targets.is_empty() && self.sentences().any(|sentence| sought.stands_in(sentence))
    }

    /// Whether one sentence has the name and the number.
    pub(super) fn has_number(&self, name: &str, number: &str) -> bool {
        self.sentences().any(|sentence| sentence.contains(name) && holds_number(sentence, number))
    }

    /// Whether one clause says, in its own order, that `name` comes so many times; `every` so often may stand before it.
    pub(super) fn has_duty(&self, name: &str, every: &str, target: Option<&Target>) -> bool {
        self.sentences().any(|sentence| {
            clauses(sentence).any(|(end, clause)| {
                let counted = target.is_none_or(|target| is_once(target) || has_target(clause, target, true));
                let is_so_often = sentence[..end].contains(every);
                is_so_often && counted && !is_past(sentence) && likeness(name, clause) >= ALIKE
            })
        })
    }

    /// Whether one clause names a thing in nearly these words and with the same last word, in a sentence with `time`.
    pub(super) fn has_like(&self, words: &str, time: &str) -> bool {
        let head: String = words.chars().rev().take(2).collect::<Vec<_>>().into_iter().rev().collect();
        let is_like = |clause: &str| clause.contains(&head) && likeness(words, clause) >= SAME;
        let names = |sentence: &str| sentence.contains(words) || clauses(sentence).any(|(_, clause)| is_like(clause));
        !words.is_empty() && self.sentences().any(|sentence| sentence.contains(time) && names(sentence))
    }

    /// Whether one sentence holds `exact` and says `loose` in nearly these words.
    pub(super) fn has_both(&self, exact: &str, loose: &str) -> bool {
        !exact.is_empty()
            && self.sentences().any(|sentence| sentence.contains(exact) && likeness(loose, sentence) >= ALIKE)
    }

    /// Each sentence that has the words, with the two sentences after it.
    pub(super) fn after_each(&self, words: &str) -> impl Iterator<Item = String> {
        let places = self.sentences().enumerate().filter(move |(_, sentence)| sentence.contains(words));
        places.map(|(at, _)| self.sentences().skip(at).take(3).collect::<Vec<_>>().join("；"))
    }
}

impl Heard<'_> {
    fn words(&self) -> &str {
        match self {
            Heard::Title(title) => title,
            Heard::Prose(text) => text,
        }
    }
}

impl Parted {
    fn take(&mut self, heard: &Heard) {
        self.text.reserve(heard.words().len() + END.len_utf8());
        match heard {
            Heard::Title(title) => self.push(title),
            Heard::Prose(text) => {
                sentences(text).filter(|sentence| !sentence.is_empty()).for_each(|sentence| self.push(sentence));
            }
        }
    }

    fn push(&mut self, sentence: &str) {
        let from = self.text.len();
        self.text.push_str(sentence);
        self.places.push(from..self.text.len());
        self.text.push(END);
    }
}

/// Whether a title says a soft target: it holds its words, or every character of the indicator in order.
pub(super) fn title_says(title: &str, indicator: &str, words: &str) -> bool {
    let mut rest = title.chars();
    title.contains(words) || indicator.chars().all(|wanted| rest.any(|found| found == wanted))
}

/// The text parted at the marks that end a sentence; they begin with few bytes, which are sought fast.
fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let begins = memchr::memchr3_iter(0xE3, 0xEF, b';', text.as_bytes());
    let stops = begins.filter_map(|at| Some((at, at + stop(&text.as_bytes()[at..])?)));
    let ends = stops.chain(std::iter::once((text.len(), text.len())));
    ends.scan(0, |from, (end, next)| text.get(std::mem::replace(from, next)..end))
}

/// How many bytes the mark takes with which a text begins, if it ends a sentence: 。；！？;
fn stop(text: &[u8]) -> Option<usize> {
    match text {
        [0xE3, 0x80, 0x82, ..] | [0xEF, 0xBC, 0x9B | 0x81 | 0x9F, ..] => Some(3),
        [b';', ..] => Some(1),
        _ => None,
    }
}

/// The clauses of a sentence, each with the byte it ends at.
fn clauses(sentence: &str) -> impl Iterator<Item = (usize, &str)> {
    let parts = sentence.split_inclusive(['，', ',', '：']);
    parts.scan(0, |end, clause| {
        *end += clause.len();
        Some((*end, clause))
    })
}

/// How many of a hundred pairs of neighbouring characters of `words` stand in `text`.
fn likeness(words: &str, text: &str) -> usize {
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<Vec<char>>();
    let (words, text) = (letters(words), letters(text));
    if words.len() < 2 {
        return if words.iter().all(|word| text.contains(word)) { 100 } else { 0 };
    }
    let found = words.windows(2).filter(|pair| text.windows(2).any(|other| other == *pair)).count();
    found * 100 / (words.len() - 1)
}

/// Once is said by saying nothing.
fn is_once(target: &Target) -> bool {
    target.amount().is_some_and(|amount| amount.value == 1.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::{Amount, Comparison, Decimal, Unit};

    fn said(text: &str) -> Said<'_> {
        let mut said = Said::default();
        said.paragraph(text, []);
        said
    }

    fn target(number: i64, unit: &str) -> Target {
        Target::Value(Comparison::AtLeast, Amount::new(Decimal::from(number), Some(Unit::new(unit))))
    }

    #[test]
    fn sentences_end_at_every_stop() {
        let parted = |text| sentences(text).collect::<Vec<_>>();
        assert_eq!(parted("甲，乙。丙；丁！戊？己;庚、（辛）"), ["甲，乙", "丙", "丁", "戊", "己", "庚、（辛）"]);
        assert_eq!(parted("。甲。"), ["", "甲", ""]);
        let ends = |sign: &char| stop(sign.to_string().as_bytes()).is_some();
        assert_eq!(('\0'..=char::MAX).filter(ends).collect::<String>(), ";。！；？");
    }

    #[test]
    fn a_number_counts_only_beside_its_indicator_and_whole() {
        let has = |text: &str, scope: &[&str], number| {
            let target = target(number, "%");
            let (names, targets) = (vec!["巩固率"], vec![&target]);
            said(text).has_values(&Sought { names, scope: scope.to_vec(), targets, ..Sought::default() })
        };
        assert!(has("巩固率达到97%以上。", &[], 97));
        assert!(!has("巩固率要提高。入学率达到97%以上。", &[], 97));
        assert!(!has("巩固率达到97%以上。", &[], 7));
        assert!(!has("小学巩固率达到97%。", &["初中"], 97));
    }

    #[test]
    fn duties_are_known_in_another_order() {
        let text = said("每学年表彰奖励先进集体和先进个人。每学期听课两节。");
        assert!(text.has_duty("先进集体和先进个人表彰奖励", "每学年", Some(&target(1, "次"))));
        assert!(!text.has_duty("先进集体和先进个人表彰奖励", "每学期", Some(&target(1, "次"))));
        assert!(text.has_duty("听课", "每学期", Some(&target(2, "节"))));
        assert!(!text.has_duty("听课", "每学期", Some(&target(30, "节"))));
        let text = said("落实教学常规，即每课一份教案、每月一次教学反思，检查结果当月反馈。");
        assert!(!text.has_duty("教学常规检查", "每月", Some(&target(1, "次"))));
    }

    #[test]
    fn a_paper_is_said_only_with_its_kind() {
        let text = said("规范普通高中招生入学。各校制定本校三年提质实施方案。");
        assert!(!text.has_like("普通高中招生入学工作细则", ""));
        assert!(text.has_like("学校三年提质实施方案", ""));
        assert!(!text.has_like("学校三年提质实施方案", "2026年10月15日"));
        assert!(!said("先确定学困生名单，再逐人建立学习档案。").has_like("学困生学习档案", ""));
    }

    #[test]
    fn titles_say_soft_targets() {
        assert!(title_says("形成质量导向的管理制度和工作机制", "质量导向制度机制", "基本形成"));
        assert!(title_says("教育教学质量进入全市中上水平", "教育教学质量位次", "全市中上"));
        assert!(!title_says("提高教师素养", "学校管理水平", "大幅提升"));
    }
}

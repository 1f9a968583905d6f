//! 正文里各数之和与合计不符 · Figures in the text that do not make their total
//!
//! ## 中文
//! “2026年、2027年、2028年分别新建12、12、10所，累计34所”，分别的数相加要等于累计的数；“新建12所、改扩建8所，共20所”
//! 同样。分写在几句里、末了写“两项共20所”的，前面正好有两个这样的数才算。
//!
//! ## English
//! Figures given one by one in the text add up to the total given after them. Where they stand in sentences of their
//! own and 两项共 sums them up, there have to be just two of them before it.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! 2026年、2027年、2028年分别新建12所、12所、10所，累计36所。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! 2026年、2027年、2028年分别新建12所、12所、10所，累计34所。
//! ```
//!
//! ## 依据 · Source
//! C164

use crate::check::figures::{Figure, figures, sentences};
use crate::check::signs::Signs;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::quantity::{Decimal, plain};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "Q044",
    name: "prose_total_off",
    severity: Severity::Warning,
    at_issue: Severity::Error,
    text: include_str!("prose_total_off.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for words in context.prose_with(Signs::DIGIT) {
        let in_one = sentences(words.value).into_iter().filter_map(|at| {
            let sentence = &words.value[at.clone()];
            each_total(sentence).or_else(|| listed_total(sentence)).map(|found| found.moved(at.start))
        });
        let found: Vec<Summed> = in_one.chain(totals_of_items(words.value)).collect();
        for Summed { parts, total } in found {
            let (Some(first), Some(last)) = (parts.first(), parts.last()) else { continue };
            let Some(sum) = sum(&parts).filter(|sum| *sum != total.value) else { continue };
            let terms = parts.iter().map(|part| part.value.to_string()).collect::<Vec<_>>().join("＋");
            let said = &words.value[total.at.clone()];
            let message = text!(
                zh: "前面的数相加是{sum}（{terms}＝{sum}），正文写{said}",
                en: "the figures add up to {sum} ({terms}＝{sum}), but the text says {said}"
            );
            let found = RULE.finding(context.part(words, total.at.clone()), message);
            let place = context.part(words, first.at.start..last.at.end);
            let found = found.related(place, text!(zh: "各数在这里", en: "the figures are here"));
            out.push(
                found.help(text!(zh: "改累计数，或者改其中一个数", en: "change the total, or one of the figures")),
            );
        }
    }
}

/// Figures and the total that is said of them.
struct Summed {
    parts: Vec<Figure>,
    total: Figure,
}

impl Summed {
    /// By the place of the sentence in its paragraph.
    fn moved(mut self, by: usize) -> Self {
        for figure in self.parts.iter_mut().chain([&mut self.total]) {
            figure.at = figure.at.start + by..figure.at.end + by;
        }
        self
    }
}

fn sum(parts: &[Figure]) -> Option<Decimal> {
    parts.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(part.value)).map(plain)
}

fn is_count(figure: &Figure) -> bool {
    !figure.unit.word().is_empty() && !figure.unit.is_percent() && !figure.unit.is_points()
}

/// Words before a total.
const TOTALS: [&str; 6] = ["累计", "共计", "合计", "总计", "一共", "共"];

/// The figures after 分别 and the total after them.
fn each_total(sentence: &str) -> Option<Summed> {
    const EACH: &str = "分别";
    let from = sentence.find(EACH)? + EACH.len();
    let end = from + sentence[from..].find('，')?;
    let all = figures(sentence);
    let parts: Vec<_> = all.iter().filter(|figure| from <= figure.at.start && figure.at.end <= end).cloned().collect();
    let last = parts.last()?;
    let rest = &sentence[end + '，'.len_utf8()..];
    let word = TOTALS.iter().find(|word| rest.starts_with(**word))?;
    let total = all.iter().find(|figure| figure.at.start >= end + '，'.len_utf8() + word.len())?;
    let is_near = sentence[end..total.at.start].chars().count() <= 9;
    let is_one_kind = parts.iter().all(|part| part.unit == last.unit || part.unit.word().is_empty());
    let is_sure = parts.len() > 1 && is_near && is_one_kind && is_count(last) && total.unit == last.unit;
    is_sure.then(|| Summed { total: total.clone(), parts })
}

/// Words that let a figure be something else than a part, or a part be more or less than its figure.
const OPEN: [&str; 26] = [
    "其中",
    "分别",
    "每",
    "各",
    "约",
    "左右",
    "以上",
    "以下",
    "以内",
    "不少于",
    "不低于",
    "不超过",
    "至少",
    "最多",
    "余",
    "多",
    "等",
    "原有",
    "现有",
    "已",
    "另",
    "比",
    "较",
    "由",
    "从",
    "占",
];

/// The figures of a list and the total right after it: 新建12所、改扩建8所，共20所.
fn listed_total(sentence: &str) -> Option<Summed> {
    let all = figures(sentence);
    let (place, total) = all.iter().enumerate().find(|(_, figure)| {
        let before = &sentence[..figure.at.start];
        TOTALS[1..].iter().any(|word| before.strip_suffix(word).is_some_and(|before| before.ends_with('，')))
    })?;
    let parts = &all[..place];
    let (first, list) = (parts.first()?, &sentence[..total.at.start]);
    // With a figure of another kind among them, such as 教学点5个, nobody knows what is summed up.
    let is_one_kind = parts.iter().all(|part| part.unit == total.unit);
    let is_parted = parts.windows(2).all(|pair| list[pair[0].at.end..pair[1].at.start].contains(['、', '，', '和']));
    let is_whole = sentence[total.at.end..].is_empty() || sentence[total.at.end..].starts_with('，');
    let is_plain = !OPEN.iter().any(|word| list.contains(word)) && !list[..first.at.start].contains(['（', '(']);
    let is_sure = parts.len() > 1 && is_one_kind && is_parted && is_whole && is_plain && is_count(total);
    is_sure.then(|| Summed { parts: parts.to_vec(), total: total.clone() })
}

/// How many 两项 are, and what may be counted so.
const ITEMS: [(&str, usize); 6] = [("两", 2), ("二", 2), ("三", 3), ("四", 4), ("五", 5), ("六", 6)];
const NOUNS: [&str; 8] = ["项", "类", "者", "部分", "个方面", "批", "级", "块"];

/// The totals that say of how many items they are, 两项共20所, with the figures in as many clauses before them.
fn totals_of_items(words: &str) -> Vec<Summed> {
    let all = figures(words);
    let of = |(place, total): (usize, &Figure)| {
        let before = words[..total.at.start].rsplit(['。', '，', '；', '\n']).next()?;
        let head = TOTALS.iter().find_map(|word| before.strip_suffix(word))?;
        let head = head.trim_start_matches("以上").trim_start_matches('这');
        let (_, count) = ITEMS.iter().find(|(digit, _)| {
            head.strip_prefix(digit).is_some_and(|noun| NOUNS.contains(&noun.trim_end_matches("相加")))
        })?;
        let parts: Vec<Figure> = all[..place].iter().filter(|figure| figure.unit == total.unit).cloned().collect();
        let clauses: Vec<&str> = parts.iter().map(|part| clause(words, part)).collect();
        let is_apart = parts.windows(2).all(|pair| words[pair[0].at.end..pair[1].at.start].contains(MARKS));
        let is_plain = !clauses.iter().any(|clause| OPEN.iter().any(|word| clause.contains(word)));
        (parts.len() == *count && is_apart && is_plain && is_count(total))
            .then(|| Summed { parts, total: total.clone() })
    };
    all.iter().enumerate().filter_map(of).collect()
}

const MARKS: [char; 5] = ['。', '，', '；', '、', '\n'];

/// The clause that a figure stands in.
fn clause<'a>(words: &'a str, figure: &Figure) -> &'a str {
    let start = words[..figure.at.start].rfind(MARKS).unwrap_or_default();
    let end = words[figure.at.end..].find(MARKS).map_or(words.len(), |at| figure.at.end + at);
    &words[start..end]
}

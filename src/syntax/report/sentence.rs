//! A report in the order of a sentence: `学校于每年6月20日前向县教育局报送工作总结`.
//!
//! Takes the value of 报送, gives the report if one of its parts says who reports to whom in a sentence. What cannot be
//! read of such a sentence is refused with the line it stands for; a noun that holds the same words is left alone.

use crate::source::Spanned;

use super::super::ast::{Name, Report, Value};
use super::super::grammar::{Rule, Stretch, child};
use super::super::value::plain_name;
use super::super::{Reading, faults};

/// How long a part may be that is looked at as a sentence, in bytes.
const LONGEST: usize = 600;
/// What one does with a report; the longer first.
const VERBS: [&str; 9] = ["报送", "上报", "报告", "呈报", "汇报", "提交", "报至", "报给", "报"];
/// What follows the verb in a noun: 向上级报告制度, 向家长报告的事项.
const OF_NOUNS: [&str; 12] = ["的", "制度", "机制", "工作", "程序", "流程", "单", "表", "书", "名", "告", "渠道"];
/// Words before a time or a verb that add nothing.
const LED_BY: [&str; 12] = ["应当", "必须", "应", "须", "需", "要", "均", "分别", "按时", "统一", "于", "在"];
/// What a time begins with, a digit aside.
const TIMES: [&str; 14] = [
    "每",
    "次月",
    "次年",
    "按月",
    "按季度",
    "按学期",
    "按年",
    "逐月",
    "定期",
    "不定期",
    "及时",
    "随时",
    "学期末",
    "期末",
];

/// The parts of a sentence, as stretches of the line.
struct Sentence<'a> {
    from: Stretch<'a>,
    time: Option<Stretch<'a>>,
    to: Stretch<'a>,
    what: Option<Stretch<'a>>,
}

/// The report that a sentence says; `None` if no part of the line is one.
pub(super) fn report(stretch: Stretch) -> Option<Reading<Value>> {
    let parts = parts(stretch);
    let (at, said) = parts.iter().enumerate().find_map(|(at, part)| Some((at, sentence(*part, at == 0)?)))?;
    let others = parts.iter().enumerate().filter(|(each, _)| *each != at).map(|(_, part)| *part);
    Some(put_together(stretch, said, others))
}

/// Words of a sentence in the place of a noun: who reports, or by when, would be lost in it.
pub(super) fn is_lost(report: &Report) -> bool {
    let words = report.what.value.as_str();
    let says_when = ["日前", "底前", "末前", "月前", "号前"].iter().any(|end| words.contains(end));
    let comes_round = ["每年", "每月", "每季度", "每学期", "每半年", "每周"].iter().any(|round| words.contains(round));
    // 各校工作方案于6月上旬报活动领导小组办公室: to whom, behind a time.
    let is_sent = |(at, end): (usize, &str)| {
        let rest = &words[at + end.len()..];
        !rest.is_empty() && !OF_NOUNS.iter().any(|noun| rest.starts_with(noun))
    };
    let is_sent = ["旬报", "旬前报", "底报", "底前报", "末报"].iter().any(|end| words.match_indices(end).any(is_sent));
    report.path.is_empty()
        && (says_when || is_sent || comes_round && VERBS[..6].iter().any(|verb| words.contains(verb)))
}

fn put_together<'a>(
    stretch: Stretch<'a>,
    said: Sentence<'a>,
    others: impl Iterator<Item = Stretch<'a>>,
) -> Reading<Value> {
    let names = |part: Stretch| -> Vec<Name> { vec![plain_name(part.whole_words())] };
    let (mut what, mut times) = (said.what, said.time.into_iter().collect::<Vec<_>>());
    for part in others {
        match part.read(Rule::report_said) {
            Ok(_) => times.push(part),
            Err(_) if what.is_none() => what = Some(part),
            Err(_) => return Err(refused(stretch, &said, what, &times)),
        }
    }
    let Some(named) = what else { return Err(faults::report_of_nothing(stretch.span())) };
    let is_time = |part: &Stretch| part.text().chars().any(|sign| sign.is_ascii_digit() || sign == '每');
    if is_time(&said.from) || is_time(&said.to) {
        return Err(refused(stretch, &said, what, &times));
    }
    let mut report = Report { what: named.whole_words(), path: Vec::new(), every: None, when: None };
    let path = names(said.from).into_iter().chain(names(said.to)).collect();
    super::set_path(&mut report, path, said.from.span().to(said.to.span()))?;
    for part in &times {
        let read = part.read(Rule::report_said).ok().and_then(child);
        let found = read.ok_or_else(|| faults::unreadable_time(part.span()))?;
        super::timed(&mut report, *part, found)?;
    }
    super::settle(&mut report);
    Ok(Value::Report(Box::new(report)))
}

/// What the sentence stands for, as far as it is read.
fn refused(
    stretch: Stretch,
    said: &Sentence,
    what: Option<Stretch>,
    times: &[Stretch],
) -> Box<crate::diagnostic::Diagnostic> {
    let words = |part: Stretch| part.whole_words().value;
    let what = what.map_or_else(|| "…".to_owned(), words);
    let times = times.iter().map(|time| format!("，{}", words(*time))).collect::<String>();
    let line = format!("{what}，{} → {}{times}", words(said.from), words(said.to));
    faults::report_in_sentence(Some(&line), stretch.span())
}

/// The parts between commas, outside of brackets and quotation marks.
fn parts(stretch: Stretch<'_>) -> Vec<Stretch<'_>> {
    let text = stretch.text();
    let (mut parts, mut start) = (Vec::new(), 0);
    for at in plain_places(text).filter(|at| text[*at..].starts_with(',')).chain([text.len()]) {
        parts.push(trimmed(stretch.cut(start..at)));
        start = at + 1;
    }
    parts
}

/// The places of a text that stand in no bracket and no quotation mark.
fn plain_places(text: &str) -> impl Iterator<Item = usize> {
    let mut depth = 0_i32;
    text.char_indices().filter_map(move |(at, sign)| {
        match sign {
            '“' | '《' | '(' | '〔' => depth += 1,
            '”' | '》' | ')' | '〕' => depth -= 1,
            _ => return (depth <= 0).then_some(at),
        }
        None
    })
}

fn find(text: &str, word: &str) -> Option<usize> {
    plain_places(text).find(|at| text[*at..].starts_with(word))
}

fn trimmed(part: Stretch<'_>) -> Stretch<'_> {
    let text = part.text();
    let start = text.len() - text.trim_start().len();
    part.cut(start..text.trim_end().len().max(start))
}

/// `由学校于每月5日前向县教育局报送报表`, `报表由学校每月报县教育局`.
fn sentence(part: Stretch<'_>, is_first: bool) -> Option<Sentence<'_>> {
    let text = part.text();
    if text.len() > LONGEST {
        return None;
    }
    let by = find(text, "由");
    if let Some(towards) = find(text, "向").filter(|at| *at > 0) {
        let rest = towards + "向".len();
        let (verb, word) = VERBS
            .iter()
            .filter_map(|word| Some((rest + find(&text[rest..], word)?, *word)))
            .min_by_key(|(at, word)| (*at, usize::MAX - word.len()))?;
        let what = trimmed(part.cut(verb + word.len()..text.len()));
        let to = trimmed(part.cut(rest..verb));
        if to.text().is_empty() || is_of_noun(what.text()) {
            return None;
        }
        let (led, head) = match by.filter(|at| *at < towards) {
            Some(at) => (at, at + "由".len()),
            None => (0, 0),
        };
        let what = Some(what).filter(|what| !what.text().is_empty());
        let named = Some(trimmed(part.cut(0..led))).filter(|named| !named.text().is_empty());
        let (from, time) = reporter(part.cut(head..towards));
        let is_whole = !(from.text().is_empty() || what.is_some() && named.is_some());
        return is_whole.then(|| Sentence { from, time, to, what: what.or(named) });
    }
    let by = by.filter(|_| is_first)?;
    let head = by + "由".len();
    let (verb, word) = ["报送至", "上报至", "报送", "上报", "呈报", "报至", "报给", "报到", "报"]
        .iter()
        .find_map(|word| Some((head + find(&text[head..], word)?, *word)))?;
    let to = trimmed(part.cut(verb + word.len()..text.len()));
    let (from, time) = reporter(part.cut(head..verb));
    let is_compound =
        ["填", "申", "汇", "通", "举", "播", "简", "月", "年", "周"].iter().any(|word| from.text().ends_with(word));
    if from.text().is_empty() || to.text().is_empty() || is_of_noun(to.text()) || is_compound {
        return None;
    }
    let named = Some(trimmed(part.cut(0..by))).filter(|named| !named.text().is_empty());
    Some(Sentence { from, time, to, what: named })
}

fn is_of_noun(words: &str) -> bool {
    OF_NOUNS.iter().any(|word| words.starts_with(word)) && !words.starts_with("工作")
        || ["制度", "机制", "工作"].contains(&words)
}

/// Who reports, and the time that stands behind: `各学校于每年6月20日、12月20日前`.
fn reporter(head: Stretch<'_>) -> (Stretch<'_>, Option<Stretch<'_>>) {
    let head = trimmed(head);
    let text = head.text();
    for at in plain_places(text).filter(|at| *at > 0) {
        let rest = &text[at..];
        let led = LED_BY.iter().find(|word| rest.starts_with(**word)).map_or(0, |word| word.len());
        let begins = rest[led..].starts_with(|sign: char| sign.is_ascii_digit())
            || TIMES.iter().any(|word| rest[led..].starts_with(word));
        if begins && head.cut(at + led..text.len()).read(Rule::report_said).is_ok() {
            return (without_leading(head.cut(0..at)), Some(trimmed(head.cut(at + led..text.len()))));
        }
    }
    (without_leading(head), None)
}

/// Without the words that add nothing before a time or a verb.
fn without_leading(from: Stretch<'_>) -> Stretch<'_> {
    let mut text = from.text().trim_end();
    while let Some(rest) = LED_BY.iter().find_map(|word| text.strip_suffix(word)).filter(|rest| !rest.is_empty()) {
        text = rest.trim_end();
    }
    from.cut(0..text.len())
}

/// Who or what is named by words that say no sentence, for the message about one that is not read.
pub(super) fn unread(what: &Spanned<String>) -> Box<crate::diagnostic::Diagnostic> {
    faults::report_in_sentence(None, what.span)
}

//! What is reported: from what the grammar matched to what, who → whom, how often and by when.
//!
//! Takes the value of 报送, gives the report; a rhythm that says its day as well (每月25日前, 每月，月底前) is kept as
//! both. Words that are neither a rhythm, a time nor owners are refused, and told what they could be.

mod sentence;

use crate::calendar::{Every, Spot, Unit, When};
use crate::source::{Span, Spanned};

use super::ast::{Name, NameKind, Report, Value};
use super::grammar::{Found, Rule, Stretch, child, children};
use super::keyword::Keyword;
use super::value::{deadline, links, plain_name, read};
use super::{Reading, faults, time};

/// How many reports a line may stand for.
const MOST: usize = 400;

/// `质量分析报告，教研组长 → 学校，每学期`.
pub(super) fn report(stretch: Stretch, keyword: Keyword) -> Reading<Value> {
    if let Some(said) = sentence::report(stretch) {
        return said;
    }
    let found = read(stretch, Rule::report, keyword)?;
    let mut report = Report { what: stretch.whole_words(), path: Vec::new(), every: None, when: None };
    let mut is_named = false;
    for part in children(found) {
        let span = stretch.span_at(&part);
        match part.as_rule() {
            Rule::report_path => set_path(&mut report, links(stretch, part), span)?,
            Rule::reported => set_path(&mut report, reported(stretch, part), span)?,
            Rule::every_clause | Rule::report_round | Rule::every_tail | Rule::report_time => {
                timed(&mut report, stretch, part)?;
            }
            _ if !is_named => {
                is_named = true;
                report.what = stretch.words(&part);
            }
            _ if stretch.part(&part).is_open() => {}
            _ => return Err(faults::unknown_report_part(&stretch.words(&part).value, span)),
        }
    }
    if !is_named {
        return Err(faults::report_of_nothing(stretch.span()));
    }
    if sentence::is_lost(&report) && !stretch.is_open() {
        return Err(sentence::unread(&report.what));
    }
    settle(&mut report);
    Ok(Value::Report(Box::new(report)))
}

/// How often and by when.
fn timed(report: &mut Report, stretch: Stretch, part: Found) -> Reading<()> {
    let span = stretch.span_at(&part);
    match part.as_rule() {
        Rule::every_clause => {
            let every = every(stretch, part)?;
            once(&mut report.every, every, span)
        }
        Rule::report_round => {
            let (every, when) = round(stretch, part)?;
            if let Some(every) = every {
                once(&mut report.every, every, span)?;
            }
            once(&mut report.when, when, span)
        }
        Rule::every_tail => {
            let (every, tail) = tailed(stretch, part)?;
            once(&mut report.every, every, span)?;
            once(&mut report.when, When::Words(tail), span)
        }
        _ => {
            let when = moment(stretch, part)?;
            once(&mut report.when, when.value, when.span)
        }
    }
}

/// Keeps what is said once; a second saying would put the first out of sight.
fn once<T>(slot: &mut Option<Spanned<T>>, value: T, span: Span) -> Reading<()> {
    match slot {
        Some(_) => Err(faults::said_twice_of_report(span)),
        None => {
            *slot = Some(Spanned::new(value, span));
            Ok(())
        }
    }
}

fn set_path(report: &mut Report, links: Vec<Name>, span: Span) -> Reading<()> {
    if !report.path.is_empty() {
        return Err(faults::said_twice_of_report(span));
    }
    report.path = links.into_iter().map(several).collect();
    match report.path.iter().map(Vec::len).try_fold(1, usize::checked_mul) {
        Some(..=MOST) => Ok(()),
        _ => Err(faults::said_twice_of_report(span)),
    }
}

/// `学校、幼儿园`: a link of several, each of whom reports or is reported to.
fn several(link: Name) -> Vec<Name> {
    let (mut names, mut start, mut depth) = (Vec::new(), 0, 0_i32);
    if link.kind != NameKind::Plain {
        return vec![link];
    }
    let words = Spanned::new(link.text.clone(), link.span);
    let text = words.value.as_str();
    for (at, sign) in text.char_indices() {
        match sign {
            '“' | '《' | '（' | '(' | '〔' => depth += 1,
            '”' | '》' | '）' | ')' | '〕' => depth -= 1,
            '、' if depth == 0 => {
                names.push(plain_name(words.piece(text[start..at].trim())));
                start = at + sign.len_utf8();
            }
            _ => {}
        }
    }
    if start == 0 {
        return vec![link];
    }
    names.push(plain_name(words.piece(text[start..].trim())));
    names.retain(|name| !name.text.is_empty());
    names
}

/// `由学校报县教育局`.
fn reported(stretch: Stretch, found: Found) -> Vec<Name> {
    let ends = children(found).filter(|part| part.as_rule() != Rule::sent_to);
    ends.map(|end| plain_name(stretch.words(&end))).collect()
}

/// `每两周`, `每月一次`, `按月`.
fn every(stretch: Stretch, found: Found) -> Reading<Every> {
    let span = stretch.span_at(&found);
    let Some(inner) = child(found) else { return Err(faults::unreadable_time(span)) };
    if inner.as_rule() == Rule::every {
        return time::every(stretch, inner);
    }
    let words = inner.as_str().trim().trim_start_matches("实行").trim().trim_start_matches(['按', '逐']);
    let unit = ["学年", "学期", "半年", "季度"].iter().find(|unit| words.starts_with(**unit));
    let unit = unit.copied().or_else(|| words.char_indices().nth(1).map_or(Some(words), |(at, _)| words.get(..at)));
    Ok(Every { count: 1, unit: time::unit_of(unit.unwrap_or_default()) })
}

/// `每月25日前`, `每年6月底、12月底前`, `6月底、12月底前各报一次`: the rhythm it says, and when in it.
fn round(stretch: Stretch, found: Found) -> Reading<(Option<Every>, When)> {
    let span = stretch.span_at(&found);
    let Some(inner) = child(found) else { return Err(faults::unreadable_time(span)) };
    let words = stretch.words(&inner).value;
    let every = |unit| Some(Every { count: 1, unit });
    match inner.as_rule() {
        Rule::each_round => match time::each(stretch, inner)? {
            When::Each(unit, spot) => Ok((every(unit), When::Each(unit, spot))),
            _ => Err(faults::unreadable_time(span)),
        },
        Rule::yearly => Ok((every(Unit::Year), time::yearly(stretch, inner)?)),
        // Days of a year that is named do not come round.
        _ => {
            let steps = || time::steps(stretch, inner.clone()).unwrap_or(When::Words(words));
            Ok((None, time::yearly(stretch, inner.clone()).unwrap_or_else(|_| steps())))
        }
    }
}

/// `每日17时前`: a rhythm, and words for when in it.
fn tailed(stretch: Stretch, found: Found) -> Reading<(Every, String)> {
    const OF_TIME: &str = "前后内末底初旬日号午时点起间晚";
    let span = stretch.span_at(&found);
    let words = stretch.words(&found).value;
    let mut parts = children(found);
    let (Some(rhythm), Some(tail)) = (parts.next(), parts.next()) else { return Err(faults::unreadable_time(span)) };
    let every = time::every(stretch, rhythm)?;
    let tail = stretch.words(&tail).value;
    match tail.ends_with(|end| OF_TIME.contains(end)) {
        true => Ok((every, tail)),
        false => Err(faults::unknown_report_part(&words, span)),
    }
}

/// When, and not how often.
fn moment(stretch: Stretch, found: Found) -> Reading<Spanned<When>> {
    let span = stretch.span_at(&found);
    let Some(inner) = child(found) else { return Err(faults::unreadable_time(span)) };
    match inner.as_rule() {
        Rule::often => Ok(often(stretch, inner)),
        Rule::deadline => deadline(stretch, inner),
        _ => {
            let words = inner.as_str().trim();
            Ok(Spanned::new(When::Words(words.strip_prefix('于').unwrap_or(words).to_owned()), span))
        }
    }
}

/// `定期`, `每?`: how often is left open.
fn often(stretch: Stretch, found: Found) -> Spanned<When> {
    let span = stretch.span_at(&found);
    let words = child(found).and_then(|inner| match inner.as_rule() {
        Rule::hole => time::hole_words(stretch, inner),
        _ => Some(stretch.words(&inner).value),
    });
    Spanned::new(When::Hole(words), span)
}

/// `每月，5日前` and `每学期，期末` say the same as 每月5日前 and 每学期末.
fn settle(report: &mut Report) {
    let (Some(every), Some(when)) = (&report.every, &mut report.when) else { return };
    let (When::Words(words), Every { count: 1, unit }) = (&when.value, every.value) else { return };
    let words = ["以前", "之前", "前", "为止", "止"].iter().find_map(|end| words.strip_suffix(end)).unwrap_or(words);
    let close = |of: &str| words.strip_prefix(of).is_some_and(|end| ["末", "底", "结束"].contains(&end));
    let is_close = match unit {
        Unit::Week => close("周"),
        Unit::Month => close("月"),
        Unit::Quarter => close("季度") || close("季"),
        Unit::Term => close("学期") || close("期"),
        Unit::SchoolYear => close("学年"),
        _ => false,
    };
    let day = words.trim_end_matches(['日', '号']).trim();
    let day = Some(day).filter(|day| day.len() < words.len()).and_then(|day| day.parse::<u8>().ok());
    match day.filter(|day| unit == Unit::Month && (1..=31).contains(day)) {
        Some(day) => when.value = When::Each(unit, Spot::Day(day)),
        None if is_close => when.value = When::Each(unit, Spot::End),
        None => {}
    }
}

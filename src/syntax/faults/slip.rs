//! What is wrong with a line whose meaning is plain and whose form is not: a comparison without its number, a quota
//! without its name, a mark behind a time.

use crate::diagnostic::Diagnostic;
use crate::source::Span;
use crate::text;

use super::{STRAY_STOP, UNKNOWN_CLAUSE, WRONG_ORDER};

/// A comparison with another time that has no number of its own, or two: what stood then, and by how much.
pub(in crate::syntax) fn against_behind(words: &str, span: Span) -> Diagnostic {
    let words = words.trim();
    let tells_amount = words.rfind(|sign: char| super::super::fold::narrow(sign).is_ascii_digit());
    let tells_amount = tells_amount.is_some_and(|at| !words[at..].contains('年'));
    let message = match tells_amount {
        true => {
            text!(zh: "“{words}”里有那一年的数，又有增减，分不开", en: "“{words}” tells what it was then and by how much it changes: the two cannot be told apart")
        }
        false => {
            text!(zh: "“{words}”没有说差多少，不能核对", en: "“{words}” does not say by how much, and cannot be checked")
        }
    };
    let help = match tells_amount {
        true => text!(
            zh: "那一年的数另写一行，如“- 现状：巩固率 90%，2025年”；这里只写“较2025年提高8个百分点”",
            en: "write what it was on a line of its own, as in “- baseline: 巩固率 90%, 2025年”; here only 较2025年提高8个百分点"
        ),
        false => text!(
            zh: "补上数，如“较2025年提高2个百分点”；只是方向的，在它下面缩进写一行“- 附注：{words}”",
            en: "add the number, as in 较2025年提高2个百分点; if only the direction is meant, write “- note: {words}” below it, indented"
        ),
    };
    Diagnostic::error(UNKNOWN_CLAUSE, span, message).help(help)
}

/// A line that begins with what is asked: `不低于99%巩固率`.
/// `定期、不定期对各校进行督导`: no name, and no number either.
pub(in crate::syntax) fn worded_quota(span: Span) -> Box<Diagnostic> {
    let message = text!(zh: "这一行没有指标名，也没有数", en: "this line has neither an indicator nor a number");
    Box::new(Diagnostic::error(WRONG_ORDER, span, message).help(text!(
        zh: "有数的先写指标名，空一格写要求，如“指标：督导 不少于2次，每学期”；定期做而没有数的写“指标：督导 定期”；别的写成正文，行首不加“- ”",
        en: "with a number, write the indicator, a blank and what is asked, as in “- quota: 督导 >= 2次, per term”; with none, “- quota: 督导 定期”; what only explains is prose, without “- ”"
    )))
}

/// A comma or semicolon behind a time.
pub(in crate::syntax) fn stray_mark(span: Span) -> Diagnostic {
    let message = text!(zh: "数据行末尾不用标点", en: "a data line has no mark at its end");
    Diagnostic::warning(STRAY_STOP, span, message)
        .help(text!(zh: "印出时自会加上标点", en: "the stop is set when the line is printed"))
        .fix(text!(zh: "删去标点", en: "remove the mark"), span, "")
}

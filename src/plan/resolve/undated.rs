//! What to write in the place of a deadline that is no time.
//!
//! Takes the words, gives what is wrong with them in particular and, where a time stands among them, that time. The
//! most frequent ways first; what fits none of them is told what a deadline looks like.

use crate::calendar::{Part, When};
use crate::diagnostic::Text;
use crate::syntax::{english, read_when};
use crate::text;

/// Words of time that only the day of the paper fixes.
const RELATIVE: [&str; 15] = [
    "今年", "明年", "去年", "后年", "本年", "当年", "上年", "上一", "年内", "全年", "本学", "上学", "下学", "本季",
    "本月",
];
/// What begins at a time does not end at it.
const STARTS: [&str; 8] = ["启动", "起", "开始", "开工", "动工", "开展", "实施", "试行"];
/// Words of what runs all along.
const ALONG: [&str; 4] = ["贯穿", "全程", "全过程", "分年度"];
/// Words before a time that are no part of it.
const SOFTENED: [&str; 6] = ["力争", "计划", "预计", "大约", "原则上", "约"];

/// The help for a deadline in words, and the time that they hold, if one is plain.
pub fn help(words: &str) -> (Text, Option<String>) {
    let is_time = |time: &String| !matches!(read_when(time), When::Words(_) | When::Hole(_));
    if let Some(time) = english::time(words).filter(is_time) {
        let help = text!(
            zh: "时间写年、月、日：“{time}”，或者“2026-06-30”",
            en: "a time is written with 年, 月 and 日, here {time}; a day also as 2026-06-30"
        );
        return (help, Some(time));
    }
    if english::rhythm(words).is_some() {
        let help = text!(
            zh: "多久一次写在指标上，如“- 指标：督查 1次，每月”；时限写“每季度末”“每月5日前”",
            en: "how often stands on a quota, as in “- quota: 督查 1次, per month”; as a deadline write 每季度末 or 每月5日前"
        );
        return (help, None);
    }
    if words.starts_with(['每', '隔']) || ["按月", "按季度", "按年", "按学期", "定期", "不定期"].contains(&words)
    {
        let help = text!(
            zh: "每隔一段时间一次的，写“每季度末”“每月5日前”“每年4月、9月”；别的写在正文里",
            en: "write what comes round as 每季度末, 每月5日前 or 每年4月、9月; put anything else in prose"
        );
        return (help, None);
    }
    if RELATIVE.iter().any(|word| words.starts_with(word)) {
        let such = match words.chars().nth(1) {
            Some('月') => "2026年6月底前",
            Some('季') => "2026年第二季度末",
            Some('学') => "2026年春季学期末",
            _ => "2026年底前",
        };
        let help = text!(
            zh: "是哪一年要看什么时候印发：写出年份，如“{such}”",
            en: "which year that is depends on the day of issue: name it, as in {such}"
        );
        return (help, None);
    }
    if ALONG.iter().any(|word| words.starts_with(word)) {
        let help = text!(
            zh: "写出起止，如“2018年9月至2021年8月”，与方案期限相同的可以不写；一直做下去的写“持续推进”",
            en: "write from when to when, as in 2018年9月至2021年8月; leave it out where it is the period of the plan; 持续推进 for a task without end"
        );
        return (help, None);
    }
    if has_short_year(words) {
        let help = text!(zh: "年份写四位数，如“2026年6月”", en: "write the year in four digits, as in 2026年6月");
        return (help, None);
    }
    if let Some(time) = dotted(words) {
        let help = text!(zh: "年、月用汉字写：“{time}”", en: "write year and month with 年 and 月: {time}");
        return (help, Some(time));
    }
    if let Some(found) = slipped(words) {
        return found;
    }
    if let Some((time, rest)) = leading_time(words) {
        return with_rest(time, rest);
    }
    (plain(words), None)
}

/// A time with signs of emphasis around it, with 月 said twice, or with what it is the end of left out.
fn slipped(words: &str) -> Option<(Text, Option<String>)> {
    let is_time = |time: &String| !matches!(read_when(time), When::Words(_) | When::Hole(_));
    let bare = words.trim_matches(['*', '_', '`']).replace("月月", "月").replace("年年", "年");
    if bare != words && is_time(&bare) {
        return Some((text!(zh: "只写时间：“{bare}”", en: "write the time alone: {bare}"), Some(bare)));
    }
    if let Some((month, day)) = words.split_once(['.', '．', '/'])
        && let (Ok(month @ 1..=12), Ok(day @ 1..=31)) = (month.parse::<u8>(), day.parse::<u8>())
    {
        let help = text!(
            zh: "写成“{month}月{day}日”；方案不止一年的，前面写年份，如“2026年{month}月{day}日”",
            en: "write {month}月{day}日, with the year before it if the plan runs for more than one: 2026年{month}月{day}日"
        );
        return Some((help, Some(format!("{month}月{day}日"))));
    }
    let (year, rest) = words.split_once('年').unwrap_or(("", words));
    let rest = rest.strip_suffix("之前").or_else(|| rest.strip_suffix('前')).unwrap_or(rest);
    let of_month = ["月底", "月末", "月初", "月中", "上旬", "中旬", "下旬"].contains(&rest);
    if !(of_month || ["季度末", "季末", "季度底", "学期末", "期末"].contains(&rest)) {
        return None;
    }
    let year = if year.is_empty() { "2026" } else { year };
    let help = match (of_month, rest.contains('季')) {
        (true, _) => {
            let end = if rest.contains('旬') { rest } else { &rest['月'.len_utf8()..] };
            text!(
                zh: "没有写是哪个月：写成“{year}年6月{end}”；每月都有的写“每月底”“每月5日前”",
                en: "which month is not said: write {year}年6月{end}; what comes round every month is 每月底 or 每月5日前"
            )
        }
        (false, true) => text!(
            zh: "没有写是第几季度：写成“{year}年第二季度末”；每季度都有的写“每季度末”",
            en: "which quarter is not said: write {year}年第二季度末; what comes round every quarter is 每季度末"
        ),
        (false, false) => text!(
            zh: "没有写是哪个学期：写成“{year}年春季学期末”；每学期都有的写“每学期末”",
            en: "which term is not said: write {year}年春季学期末; what comes round every term is 每学期末"
        ),
    };
    Some((help, None))
}

/// A time with words behind it.
fn with_rest(time: &str, rest: &str) -> (Text, Option<String>) {
    if holds_time(rest) {
        let help = text!(
            zh: "一条时限写一个时间；分几次完成的，每次写一条措施，如“- 时限：{time}”，或者只写最后一次，其余的写在正文里；年年如此的写“每年4月、9月”",
            en: "a deadline is one time: write a measure for each, as in “- due: {time}”, or the last of them and the others in prose; what comes round every year is 每年4月、9月"
        );
        return (help, None);
    }
    if STARTS.iter().any(|word| rest.starts_with(word)) {
        let help = text!(
            zh: "“{time}”是开始的时间：写成“- 始于：{time}”，时限写完成的时间；一直做下去的，时限写“{time}起，长期坚持”",
            en: "{time} is when it begins: write “- start: {time}”, and by when it is done as its deadline; what goes on is {time}起，长期坚持"
        );
        return (help, None);
    }
    let help = text!(
        zh: "时限里只写时间“{time}”；“{rest}”写在正文里，或者另写“- 附注：…”",
        en: "write the time alone, {time}; put “{rest}” in prose or on a line of “note”"
    );
    (help, Some(time.to_owned()))
}

/// `2026.10底前` with its year and month in words.
fn dotted(words: &str) -> Option<String> {
    let (year, rest) = words.split_once(['.', '．', '-', '/'])?;
    let end = rest.find(|sign: char| !sign.is_ascii_digit())?;
    let (month, rest) = rest.split_at(end);
    let is_tail = ["底", "初", "中旬", "上旬", "下旬", "月", "前"].iter().any(|word| rest.starts_with(word));
    let is_number = |digits: &str, most: usize| digits.len() <= most && digits.parse::<u32>().is_ok();
    let rest = rest.strip_prefix('月').unwrap_or(rest);
    let time = format!("{year}年{}月{rest}", month.trim_start_matches('0'));
    (year.len() == 4
        && is_number(year, 4)
        && is_number(month, 2)
        && is_tail
        && !matches!(read_when(&time), When::Words(_) | When::Hole(_)))
    .then_some(time)
}

fn plain(words: &str) -> Text {
    match words.ends_with(['前', '后']) {
        true => text!(
            zh: "写出那是哪一天，如“2026年9月10日前”；从一件事起算的，写明多久，如“通知下达后30日内”",
            en: "name the day, as in 2026年9月10日前; from an event say how long, as in 通知下达后30日内"
        ),
        false => text!(
            zh: "写成日期，如“2018年9月10日前”；长期任务写“持续推进”，还没定的写“待定”",
            en: "write a date, such as 2018年9月10日前; 持续推进 for a task without end, 待定 while it is open"
        ),
    }
}

/// The longest time that the words begin with, after a word that only softens it, and what follows it.
fn leading_time(words: &str) -> Option<(&str, &str)> {
    let start = SOFTENED.iter().find_map(|word| words.strip_prefix(word)).unwrap_or(words);
    let ends = start.char_indices().map(|(at, _)| at).chain([start.len()]).filter(|at| *at > 0);
    let (time, rest) =
        ends.take(60).filter_map(|at| start.split_at_checked(at)).filter(|(time, _)| is_exact(time)).last()?;
    // 2026年9月开学前 is not September.
    let is_other = ["前", "后", "或", "时", "之日"].iter().any(|word| rest.contains(word))
        && !rest.starts_with([':', '：', '，', '、']);
    let rest = if rest.is_empty() { words.strip_suffix(start)? } else { rest };
    (!is_other && !rest.is_empty()).then(|| (time, rest.trim_start_matches(['，', ',', '；', ';', '、'])))
}

/// Whether words are a time closer than a year.
fn is_exact(words: &str) -> bool {
    match read_when(words) {
        When::At(time) => !matches!(time.part, Part::Year),
        When::Between(..) | When::Kept(..) => true,
        _ => false,
    }
}

fn holds_time(words: &str) -> bool {
    let mut signs = words.chars().peekable();
    while let Some(sign) = signs.next() {
        if sign.is_ascii_digit() && signs.peek().is_some_and(|next| "年月日".contains(*next)) {
            return true;
        }
    }
    false
}

/// `26年6月`.
fn has_short_year(words: &str) -> bool {
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    digits == 2 && words[digits..].starts_with('年')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_among_words_is_found() {
        let cases = [
            ("2026年6月30日前报送", Some("2026年6月30日前")),
            ("力争2026年6月底前", Some("2026年6月底前")),
            ("2026年春节前", None),
            ("2026年9月开学前", None),
            ("2026年6月底前，12月底前", None),
            ("2026年4月20日前、9月15日前各完成一轮", None),
            ("2026年9月启动", None),
            ("贯穿三年", None),
            ("两会前", None),
            ("6月月底", Some("6月底")),
            ("*2026年底*", Some("2026年底")),
            ("6.30", Some("6月30日")),
            ("2026年季度末", None),
            ("上旬", None),
        ];
        for (words, time) in cases {
            assert_eq!(help(words).1.as_deref(), time, "{words}");
        }
    }
}

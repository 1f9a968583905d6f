//! 正文里各部分比例之和不是100% · Shares in the text that do not make the whole
//!
//! ## 中文
//! 一句话里写明经费由几方按比例承担，或者考核由几部分按比例计分，比例相加应当是100%；相加是90%的，不是漏了一方，就是数写错了。
//! “教师800人，其中小学占60%、初中占50%”，几类互不交叉，相加不能超过100%。句中有“其余”“剩余”“等”的不在此列；别的比例
//! （女教师占60%、高级教师占30%）本来就不是一个整体，也不看。
//!
//! ## English
//! Where one sentence says in what shares several bear a cost, or several parts make up a mark, the shares have to make
//! 100%; the shares of classes that exclude one another, 教师800人，其中小学占60%、初中占50%, do not come to more. A
//! sentence with 其余, 剩余 or 等 leaves something open; other shares are not of one whole and are left alone.
//!
//! ## 错 · Wrong
//! ```plan
//! # 某县义务教育提质方案
//!
//! 所需经费由县财政承担60%、学校承担30%。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 某县义务教育提质方案
//!
//! 所需经费由县财政承担60%、学校承担40%。
//! ```
//!
//! ## 依据 · Source
//! C94

use crate::check::figures::{Figure, figures};
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::quantity::{Decimal, plain};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "Q056",
    name: "prose_shares_off",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("prose_shares_off.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for (words, at) in context.sentences_with_digit() {
        let sentence = &words.value[at.clone()];
        let Some((parts, is_of_whole)) =
            parts(sentence).map(|parts| (parts, true)).or_else(|| classes(sentence).map(|parts| (parts, false)))
        else {
            continue;
        };
        let sum = parts.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(part.value));
        let (Some(sum), [first, .., last]) = (sum, parts.as_slice()) else { continue };
        // Shares of some classes may leave others out, and cannot come to more than the whole.
        if sum == Decimal::ONE_HUNDRED || !is_of_whole && sum < Decimal::ONE_HUNDRED {
            continue;
        }
        let written = parts.iter().map(|part| format!("{}%", plain(part.value))).collect::<Vec<_>>().join("＋");
        let sum = plain(sum);
        let message = text!(
            zh: "各部分比例相加不是100%：{written}＝{sum}%",
            en: "the shares do not make the whole: {written}＝{sum}%"
        );
        let place = context.part(words, at.start + first.at.start..at.start + last.at.end);
        out.push(RULE.finding(place, message).help(text!(
            zh: "补上漏写的一方，或者核对各个比例；确有不写的，写明“其余由……承担”",
            en: "name who is missing or check each share; say who bears the rest, if that is meant"
        )));
    }
}

/// Words that let something open.
const OPEN: [&str; 9] = ["其余", "剩余", "其他", "其它", "不足部分", "等", "以内", "左右", "另"];

/// The shares of one whole that a sentence gives, two at least; nothing if it is not sure that they are of one.
fn parts(sentence: &str) -> Option<Vec<Figure>> {
    let percents: Vec<Figure> = figures(sentence).into_iter().filter(|figure| figure.unit.is_percent()).collect();
    // What is parted stands before its parts; named after them it is something else: 学校占60%，纳入考核.
    let head = &sentence[..percents.first()?.at.start];
    let parted = |words: &[&str]| words.iter().any(|word| head.contains(word));
    let bears =
        parted(&["经费", "资金", "费用", "奖金"]).then_some(["承担", "负担", "分担", "出资", "解决"].as_slice());
    let marks = parted(&["考核", "考评", "评价", "成绩", "得分", "权重"])
        .then_some(["占", "权重", "权重为", "占比"].as_slice());
    let verbs = [bears, marks].into_iter().flatten().find(|verbs| parted(verbs))?;
    if OPEN.iter().any(|word| sentence.contains(word)) {
        return None;
    }
    let is_share = |figure: &Figure| verbs.iter().any(|verb| sentence[..figure.at.start].ends_with(verb));
    // What else is a percentage may be a share of a share.
    (percents.len() > 1 && percents.iter().all(is_share)).then_some(percents)
}

/// Classes of which one thing belongs to one only.
const CLASSES: [&[&str]; 4] = [
    &["幼儿园", "学前", "小学", "初中", "高中", "中职"],
    &["城区", "县城", "城市", "乡镇", "农村", "乡村"],
    &["中央", "省级", "市级", "县级", "区级", "乡镇"],
    &["培训", "设备", "建设", "改造", "维修", "奖励", "资助"],
];

/// The shares of classes that exclude one another, after the number they are of: 教师800人，其中小学占60%、初中占50%.
fn classes(sentence: &str) -> Option<Vec<Figure>> {
    const OF_IT: &str = "，其中";
    let (head, list) = sentence.split_once(OF_IT)?;
    let from = head.len() + OF_IT.len();
    let is_number = figures(head).last().is_some_and(|whole| !whole.unit.is_percent() && head.len() == whole.at.end);
    let percents: Vec<Figure> = figures(sentence).into_iter().filter(|figure| figure.at.start > from).collect();
    if !is_number || percents.len() < 2 || OPEN.iter().any(|word| list.contains(word)) {
        return None;
    }
    let named: Vec<(usize, &str)> =
        percents.iter().map(|figure| class(&sentence[from..figure.at.start])).collect::<Option<_>>()?;
    let is_one_kind = named.iter().all(|(kind, _)| *kind == named[0].0);
    let is_each_other = (1..named.len()).all(|at| !named[..at].contains(&named[at]));
    (is_one_kind && is_each_other && percents.iter().all(|figure| figure.unit.is_percent())).then_some(percents)
}

/// The class that some words end with, 占 after it, and which list it is of.
fn class(before: &str) -> Option<(usize, &'static str)> {
    let item = before.strip_suffix('占')?.rsplit(['、', '，']).next()?;
    let is_named = |class: &&&str| item.starts_with(**class) && item.chars().count() <= class.chars().count() + 2;
    CLASSES.iter().enumerate().find_map(|(kind, classes)| Some((kind, *classes.iter().find(is_named)?)))
}

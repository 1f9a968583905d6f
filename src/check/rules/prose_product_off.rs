//! 正文单价乘数量不等于总额 · A rate in the text that does not make the total
//!
//! ## 中文
//! “每校补助5万元，共补助20所，合计150万元”，5万元乘20是100万元。
//!
//! ## English
//! What is given for each, times how many there are, is the total that the sentence gives.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! 每校补助5万元，共补助20所，合计150万元。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! 每校补助5万元，共补助20所，合计100万元。
//! ```
//!
//! ## 依据 · Source
//! 单价、数量、总额互相印证

use crate::check::figures::{Figure, figures};
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::quantity::{Amount, Units};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "Q058",
    name: "prose_product_off",
    severity: Severity::Warning,
    at_issue: Severity::Error,
    text: include_str!("prose_product_off.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for (words, at) in context.sentences_with_digit() {
        let sentence = &words.value[at.clone()];
        let Some(Bill { each, count, total }) = bill(sentence) else { continue };
        let Some(proper) = product_off(&each, &count, &total, &context.plan.units) else { continue };
        let (one, many, said) = (&sentence[each.at.clone()], &sentence[count.at.clone()], &sentence[total.at.clone()]);
        let message = text!(
            zh: "{one}乘{many}是{proper}，正文写{said}",
            en: "{one} times {many} is {proper}, but the text says {said}"
        );
        let place = |figure: &Figure| context.part(words, at.start + figure.at.start..at.start + figure.at.end);
        let found = RULE.finding(place(&total), message);
        let found = found.related(place(&each), text!(zh: "每一个的数在这里", en: "what is given for each is here"));
        out.push(found.help(text!(zh: "改总额，或者改单价、数量", en: "change the total, the rate or the number")));
    }
}

/// What is given for each, for how many, and in all.
struct Bill {
    each: Figure,
    count: Figure,
    total: Figure,
}

/// Words before a total.
const TOTALS: [&str; 8] = ["累计", "共计", "合计", "总计", "共需", "总需", "共安排", "需资金"];

/// Words that let one of the figures open, or that bring another factor in.
const OPEN: [&str; 22] = [
    "约",
    "左右",
    "以上",
    "以内",
    "以下",
    "不超过",
    "不低于",
    "不少于",
    "至少",
    "最高",
    "另",
    "每年",
    "每月",
    "每学期",
    "每学年",
    "每天",
    "每日",
    "每次",
    "每期",
    "分年",
    "其中",
    "等",
];

/// The one bill of a sentence that has three figures and no other.
fn bill(sentence: &str) -> Option<Bill> {
    if OPEN.iter().any(|word| sentence.contains(word)) {
        return None;
    }
    let all = figures(sentence);
    let is_money = |figure: &&Figure| figure.unit.word().ends_with('元');
    let (money, counts): (Vec<&Figure>, Vec<&Figure>) = all.iter().partition(is_money);
    let ([each, total], [count]) = (money.as_slice(), counts.as_slice()) else { return None };
    let clause = |figure: &Figure| {
        let before = &sentence[..figure.at.start];
        before.rsplit(['，', '、', ',', '：']).next().unwrap_or_default()
    };
    let thing = clause(each).rsplit_once('每').map(|(_, thing)| thing)?;
    let is_total = TOTALS.iter().any(|word| clause(total).contains(word)) && !clause(total).contains('每');
    let per_time = ["/", "每", "·"].iter().any(|sign| sentence[each.at.end..].starts_with(sign));
    (is_total && !per_time && counts_thing(count.unit.word(), thing)).then(|| Bill {
        each: (*each).clone(),
        count: (*count).clone(),
        total: (*total).clone(),
    })
}

/// What counts the things that 每 names by one sign.
const COUNTERS: [(&str, &[&str]); 12] = [
    ("校", &["所", "个"]),
    ("园", &["所", "个"]),
    ("站", &["个", "处", "座"]),
    ("点", &["个", "处"]),
    ("处", &["处"]),
    ("村", &["个"]),
    ("班", &["个", "班"]),
    ("人", &["人", "名"]),
    ("生", &["人", "名"]),
    ("名", &["人", "名"]),
    ("户", &["户"]),
    ("组", &["个"]),
];

/// Whether a count in `unit` is of the thing; 每个, 每所 name the unit itself.
fn counts_thing(unit: &str, thing: &str) -> bool {
    !unit.is_empty() && thing.starts_with(unit)
        || COUNTERS.iter().any(|(sign, units)| thing.starts_with(sign) && units.contains(&unit))
}

/// What the total should be, if it is something else.
fn product_off(each: &Figure, count: &Figure, total: &Figure, units: &Units) -> Option<Amount> {
    let measured = |figure: &Figure| units.in_parts(&Amount::new(figure.value, Some(figure.unit.clone())));
    let product = measured(each)?.checked_mul(count.value)?;
    if product == measured(total)? {
        return None;
    }
    units.from_parts(product, Some(&total.unit))
}

//! Money: `区财政每年安排中考质量奖励资金40万元。` Money under the same terms is told together.

use crate::plan::{Fund, Payer, Point};
use crate::quantity::{Comparison, Target};

use super::value::{Manner, inline, several};
use super::{bare, series, when};
use crate::document::wording::Wording;

/// The sentence of some money.
pub(in crate::document) fn sentence(words: &Wording, funds: &[&Fund]) -> Option<String> {
    let mut clauses: Vec<String> = Vec::new();
    for group in funds.chunk_by(|one, other| terms(one) == terms(other) && may_join(one, other)) {
        // 200万元，其中教学楼120万元、运动场80万元: parts follow their whole, under its terms.
        match (group.first().is_some_and(|first| first.part_of.is_some()), clauses.last_mut()) {
            (true, Some(last)) => {
                let amount = |fund: &&Fund| fund.amount.as_ref().map(|amount| amount.value.to_string());
                let parts = group.iter().map(|fund| format!("{}{}", fund.name.value, amount(fund).unwrap_or_default()));
                let joint = if last.contains("，其中") { "；其中" } else { "，其中" };
                last.push_str(&format!("{joint}{}", parts.collect::<Vec<_>>().join("、")));
            }
            _ => match group {
                // 由县财政安排60万元、省级转移支付36万元: who pays is told with the parts.
                [only] if is_given_in_parts(only, funds) => {
                    clauses.push(clause(words, &[&Fund { source: None, ..(*only).clone() }], true));
                }
                _ => clauses.push(clause(words, group, false)),
            },
        }
    }
    super::sentence(&clauses, "；")
}

/// Whether the parts that follow some money are named after those who give it.
fn is_given_in_parts(whole: &Fund, funds: &[&Fund]) -> bool {
    let after = funds.iter().skip_while(|fund| fund.span != whole.span || fund.part_of.is_some());
    let parts = after.skip(1).take_while(|fund| fund.part_of.is_some()).map(|fund| fund.name.value.as_str());
    let givers = parts.collect::<Vec<_>>().join("、");
    whole.payers.is_empty() && whole.source.as_ref().is_some_and(|source| source.value == givers)
}

/// Whether two are rows of one table.
pub(in crate::document) fn same_table(one: &Fund, other: &Fund) -> bool {
    let table = |fund: &Fund| fund.table.as_ref().map(|table| table.span);
    table(one) == table(other)
}

/// What is said of all the rows of a table: `校舍建设资金由县财政安排。`
pub(in crate::document) fn terms_of_table(words: &Wording, first: &Fund) -> Option<String> {
    let table = first.table.as_ref()?;
    let bare = Fund { name: table.clone(), amount: None, series: Vec::new(), ..first.clone() };
    let told = clause(words, &[&bare], false);
    (told != table.value).then(|| format!("{told}。"))
}

/// What is left of the terms of money whose sums prose has told: `县财政每年安排培训资金，用于培训教师。`
pub(in crate::document) fn rest(words: &Wording, funds: &[Fund]) -> Vec<String> {
    let groups =
        funds.chunk_by(|one, other| terms(one) == terms(other) && one.share.is_none() && other.share.is_none());
    groups.filter_map(|group| left(words, group)).collect()
}

fn left(words: &Wording, funds: &[Fund]) -> Option<String> {
    let first = funds.first()?;
    let [start, until, every, source, receiver, purpose, arranged] = terms(first);
    let names = funds.iter().map(|fund| fund.name.value.as_str()).collect::<Vec<_>>().join("、");
    let times = format!("{start}{until}{every}");
    let clause = match source.as_str() {
        "" if times.is_empty() => names.clone(),
        "" => format!("{times}安排{names}"),
        giver if first.payers.is_empty() && is_giver(giver) => words.fund_giver(giver, &times, &names),
        pot if first.payers.is_empty() => format!("{names}{times}{}", words.fund_drawn(pot)),
        paid => format!("{names}{times}{paid}"),
    };
    let share = first.share.as_ref().map(|share| words.fund_share(&share.of.value, &format!("{}%", share.percent)));
    let receiver = (!receiver.is_empty()).then(|| words.fund_to(&receiver));
    let purpose = (!purpose.is_empty()).then(|| words.fund_for(&purpose));
    let arranged = (!arranged.is_empty()).then_some(arranged);
    let terms = [receiver, purpose, arranged, share].into_iter().flatten().collect::<Vec<_>>().join("，");
    match (clause == names, terms.is_empty()) {
        (true, true) => None,
        (true, false) => Some(format!("{clause}{terms}。")),
        (false, true) => Some(format!("{clause}。")),
        (false, false) => Some(format!("{clause}，{terms}。")),
    }
}

/// What has to be the same for money to be told together: everything but name and amount.
fn terms(fund: &Fund) -> [String; 7] {
    let words = |words: &Option<crate::source::Spanned<String>>| {
        words.as_ref().map(|words| bare(&words.value).to_owned()).unwrap_or_default()
    };
    let start = fund.start.as_ref().map(|start| format!("自{}起", start.value)).unwrap_or_default();
    let until = fund.when.as_ref().map(|deadline| when::until(&deadline.value)).unwrap_or_default();
    let each = super::member::each_of(fund.per_member.iter().map(|each| each.value.as_str()));
    let every = fund.every.as_ref().map(|every| every.value.to_string()).unwrap_or_default() + &each;
    let source = if fund.payers.is_empty() { words(&fund.source) } else { paid(&fund.payers) };
    let arranged = fund.arranged.iter().map(|words| bare(&words.value)).collect::<Vec<_>>().join("，");
    [start, until, every, source, words(&fund.receiver), words(&fund.purpose), arranged]
}

fn may_join(one: &Fund, other: &Fund) -> bool {
    let is_simple = |fund: &Fund| fund.share.is_none() && fund.series.is_empty();
    let shape = |fund: &Fund| match fund.amount.as_ref().map(|amount| &amount.value) {
        Some(Target::Value(comparison, amount)) => Some((*comparison, amount.unit.clone())),
        _ => None,
    };
    let amount = |fund: &Fund| fund.amount.as_ref().map(|amount| amount.value.clone());
    one.part_of == other.part_of
        && is_simple(one)
        && is_simple(other)
        && (is_arranged(one) && is_arranged(other)
            || amount(one) == amount(other)
            || shape(one).is_some() && shape(one) == shape(other))
}

/// Whether its source can be told to arrange it: `区财政每年安排中考质量奖励资金40万元`.
fn is_arranged(fund: &Fund) -> bool {
    const RANKS: [&str; 2] = ["等奖", "标准"];
    const RATES: [&str; 3] = ["生均", "人均", "所需"];
    let is_open = |source: &str| matches!(source, "" | "?" | "？" | "待定" | "tbd");
    let has_source = fund.source.as_ref().is_some_and(|source| !is_open(bare(&source.value)));
    let is_sum = |target: &Target| matches!(target, Target::Value(..) | Target::Range(..)) && is_told_in_one(target);
    has_source
        && fund.payers.is_empty()
        && fund.amount.as_ref().is_some_and(|amount| is_sum(&amount.value))
        && !RANKS.iter().any(|rank| fund.name.value.ends_with(rank))
        && !RATES.iter().any(|rate| fund.name.value.contains(rate))
}

/// Whether the amount is a sum and no sum by the year or the term.
fn is_told_in_one(target: &Target) -> bool {
    !amount(target).contains(['年', '期'])
}

/// Whether sums that come round and that nobody is named for are told as spent: `每年投入奖励资金40万元`.
fn is_spent(funds: &[&Fund]) -> bool {
    are_pots(funds) && funds.iter().all(|fund| fund.every.is_some())
}

/// Whether sums that come once are told as arranged: `安排补助资金40万元`.
fn is_set_aside(funds: &[&Fund]) -> bool {
    are_pots(funds) && funds.iter().all(|fund| fund.every.is_none() && !fund.name.value.ends_with("基金"))
}

/// Whether all is money by its name that nobody is named for, each with a number.
fn are_pots(funds: &[&Fund]) -> bool {
    const MONEY: [&str; 4] = ["资金", "经费", "基金", "专款"];
    const RATES: [&str; 5] = ["生均", "人均", "所需", "公用经费", "投入"];
    let is_pot = |name: &str| MONEY.iter().any(|end| name.ends_with(end)) && !RATES.iter().any(|it| name.contains(it));
    let is_sum = |target: &Target| is_number(&amount(target)) && is_told_in_one(target);
    funds.iter().all(|fund| {
        fund.per_member.is_empty()
            && fund.source.is_none()
            && fund.payers.is_empty()
            && fund.part_of.is_none()
            && is_pot(&fund.name.value)
            && fund.amount.as_ref().is_some_and(|amount| is_sum(&amount.value))
    })
}

/// `甲资金40万元、乙资金31万元`
fn sums(funds: &[&Fund]) -> String {
    let sums = funds.iter().filter_map(|fund| Some((fund.name.value.as_str(), &fund.amount.as_ref()?.value)));
    sums.map(|(name, sum)| format!("{name}{}", amount(sum))).collect::<Vec<_>>().join("、")
}

/// `自2017年起，区财政每年安排奖励资金40万元、补助31万元`, `从公用经费中列支培训经费6万元`.
fn arranged(words: &Wording, funds: &[&Fund], first: &Fund) -> String {
    let [start, until, every, source, ..] = terms(first);
    let sums = funds.iter().filter_map(|fund| Some((fund.name.value.as_str(), &fund.amount.as_ref()?.value)));
    let sums = sums.map(|(name, sum)| format!("{name}{}{}", money(name), amount(sum))).collect::<Vec<_>>().join("、");
    let times = [start, until].into_iter().filter(|time| !time.is_empty()).map(|time| format!("{time}，"));
    let told = if is_giver(&source) {
        words.fund_giver(&source, &every, &sums)
    } else {
        words.fund_pot(&every, &source, &sums)
    };
    format!("{}{told}", times.collect::<String>())
}

/// What a name that says what is done needs to name money: 功能场室建设资金15.6万元.
fn money(name: &str) -> &'static str {
    const DEEDS: [&str; 8] = ["建设", "改造", "维修", "采购", "购置", "培训", "检查", "活动"];
    if DEEDS.iter().any(|deed| name.ends_with(deed)) { "资金" } else { "" }
}

fn clause(words: &Wording, funds: &[&Fund], has_parts: bool) -> String {
    let Some(first) = funds.first() else { return String::new() };
    let [start, until, every, source, receiver, purpose, conditions] = terms(first);
    let names = funds.iter().map(|fund| fund.name.value.as_str()).collect::<Vec<_>>().join("、");
    let mut terms = Vec::new();
    let is_arranged = is_arranged(first);
    if !source.is_empty() && !is_arranged {
        terms.push(if first.payers.is_empty() { from(words, &source) } else { source });
    }
    if !receiver.is_empty() {
        terms.push(words.fund_to(&receiver));
    }
    if !purpose.is_empty() {
        terms.push(words.fund_for(&purpose));
    }
    if !conditions.is_empty() {
        terms.push(conditions);
    }
    // 检测经费80万元，由县财政安排: with more to follow the sum stands without a verb.
    let is_told_on = has_parts || !terms.is_empty() || !first.series.is_empty();
    let is = if is_told_on && start.is_empty() && until.is_empty() { "" } else { "为" };
    let mut clause = match amounts(funds) {
        Some(_) if is_arranged => arranged(words, funds, first),
        Some(_) if is_spent(funds) && start.is_empty() && until.is_empty() => words.fund_spent(&every, &sums(funds)),
        Some(amount) if amount.contains(['年', '期']) => format!("{names}{start}{until}{amount}"),
        Some(_) if is == "为" && is_set_aside(funds) && start.is_empty() && until.is_empty() => {
            words.fund_alone(&sums(funds))
        }
        Some(amount) if every.is_empty() && is_number(&amount) => format!("{names}{start}{until}{is}{amount}"),
        Some(amount) => format!("{names}{start}{until}{every}{amount}"),
        None if !first.series.is_empty() => {
            format!("{names}{start}{until}{every}{}", series::values(words, &first.series, Manner::Act, ""))
        }
        None if first.share.is_some() || start.is_empty() && until.is_empty() && every.is_empty() => {
            format!("{names}{start}{until}{every}")
        }
        None => format!("{start}{until}{every}安排{names}"),
    };
    // 960万元，其中2026年560万元、2027年400万元: years follow the whole they are parts of.
    if first.amount.is_some() && !first.series.is_empty() {
        clause.push_str(&format!("，其中{}", in_years(first)));
    }
    let share = |share: &crate::plan::Share| words.fund_share(&share.of.value, &format!("{}%", share.percent));
    terms.extend(first.share.as_ref().map(share));
    if clause != names && !terms.is_empty() {
        clause.push('，');
    }
    clause + &terms.join("，")
}

/// `2026年560万元、2027年400万元`
fn in_years(fund: &Fund) -> String {
    let point = |point: &Point| format!("{}{}", point.time, amount(&point.target.value));
    fund.series.iter().map(point).collect::<Vec<_>>().join("、")
}

fn is_number(amount: &str) -> bool {
    amount.starts_with(|first: char| first.is_ascii_digit())
}

/// The amounts in words; none if no amount is written.
fn amounts(funds: &[&Fund]) -> Option<String> {
    let targets = funds.iter().filter_map(|fund| fund.amount.as_ref()).map(|amount| &amount.value).collect::<Vec<_>>();
    Some(match targets[..] {
        [] => return None,
        [only] => amount(only),
        [first, ..] if targets.iter().all(|target| *target == first) => match first {
            Target::Value(..) => format!("均为{}", inline(first)),
            _ => amount(first),
        },
        _ => several(&targets, Manner::Act).map(|(_, values)| format!("分别为{values}")).unwrap_or_default(),
    })
}

fn amount(target: &Target) -> String {
    match target {
        Target::Value(Comparison::Planned | Comparison::Exactly, amount) => amount.to_string(),
        target => target.to_string(),
    }
}

/// `由县财政、学校分别承担80%、20%`.
fn paid(payers: &[Payer]) -> String {
    let names = payers.iter().map(|payer| payer.name.value.as_str()).collect::<Vec<_>>().join("、");
    let shares = payers.iter().map(|payer| format!("{}%", payer.percent)).collect::<Vec<_>>().join("、");
    let each = if payers.len() > 1 { "分别" } else { "" };
    format!("由{names}{each}承担{shares}")
}

/// A treasury or an organ provides money; a pot is drawn on.
fn from(words: &Wording, source: &str) -> String {
    if is_giver(source) { words.fund_given(source) } else { words.fund_drawn(source) }
}

fn is_giver(source: &str) -> bool {
    const GIVERS: [&str; 8] = ["财政", "政府", "局", "委", "部门", "学校", "厅", "镇"];
    GIVERS.iter().any(|giver| source.ends_with(giver))
}

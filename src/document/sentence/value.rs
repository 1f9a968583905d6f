//! Values inside a sentence: what is said of an indicator, and the same as a bare value.
//!
//! 以上 and 以下 hold the value itself, so each stands for 不少于 and 不超过; the two are never put together.

use crate::document::wording::Wording;
use crate::plan::{Change, Indicator, Sort};
use crate::quantity::{Amount, Comparison, Decimal, Direction, Target, Unit, han_ordinal};

/// Words with which the name of an indicator says what is done: its value follows without a verb.
const ACTS: [&str; 65] = [
    "新购",
    "新建",
    "改建",
    "扩建",
    "改扩建",
    "建成",
    "建设",
    "培养",
    "培训",
    "培育",
    "选派",
    "选树",
    "选聘",
    "引进",
    "招聘",
    "补充",
    "新增",
    "增加",
    "完成",
    "改造",
    "创建",
    "评选",
    "开展",
    "举办",
    "组织",
    "召开",
    "打造",
    "遴选",
    "认定",
    "选拔",
    "配备",
    "购置",
    "投入",
    "安排",
    "听课",
    "评课",
    "备课",
    "授课",
    "上课",
    "家访",
    "走访",
    "值班",
    "巡查",
    "撰写",
    "上交",
    "批改",
    "参加",
    "承担",
    "设立",
    "发放",
    "淘汰",
    "订阅",
    "阅读",
    "向",
    "开放",
    "辅导",
    "修订",
    "结对",
    "签订",
    "结题",
    "观摩",
    "陪餐",
    "巡课",
    "获得",
    "深入",
];

/// Beginnings of soft targets that are a rank, not an act.
const RANKS: [&str; 10] = ["全市", "全省", "全国", "全县", "全区", "全州", "前", "中上", "中等", "上游"];

/// How the value of an indicator follows its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::document) enum Manner {
    /// The name is an act: `新建学校3所`.
    Act,
    /// The name is a thing that has a value: `巩固率达到97%以上`.
    Has,
}

impl Manner {
    /// The manner of an indicator.
    pub(in crate::document) fn of(indicator: &Indicator) -> Self {
        let is_flow = indicator.sort == Some(Sort::Flow);
        if is_flow || is_act(&indicator.name.value) { Manner::Act } else { Manner::Has }
    }
}

/// Ends of names that measure an act, and are none: 听课覆盖率, 培训时长.
const MEASURES: [&str; 9] = ["率", "比例", "比重", "满意度", "时长", "水平", "质量", "等级", "得分"];
/// Things whose names begin as acts do.
const THINGS: [&str; 4] = ["开放课", "开放日", "辅导员", "观摩课"];

/// Whether a name begins with a verb.
pub(in crate::document) fn is_act(name: &str) -> bool {
    let is_thing = THINGS.iter().any(|thing| name.starts_with(thing)) || MEASURES.iter().any(|end| name.ends_with(end));
    !is_thing && (ACTS.iter().any(|act| name.starts_with(act)) || name.ends_with("结题"))
}

/// What is said of an indicator: `达到92%以上`, `控制在0.5%以内`, `实现全覆盖`.
pub(in crate::document) fn predicate(words: &Wording, target: &Target, manner: Manner) -> String {
    let has = manner == Manner::Has;
    match target {
        Target::Value(Comparison::AtMost | Comparison::Planned | Comparison::Exactly, amount)
            if amount.value.is_zero() =>
        {
            if has {
                none(words, amount)
            } else {
                amount.to_string()
            }
        }
        Target::Value(Comparison::AtMost, amount) if has => words.quota_at_most(&amount.to_string()),
        Target::Value(Comparison::AtLeast, amount) if has && !is_all(amount) => {
            words.quota_at_least(&amount.to_string())
        }
        Target::Value(Comparison::AtLeast | Comparison::AtMost, _) if !has => target.to_string(),
        Target::Value(Comparison::Above | Comparison::Below, _) => target.to_string(),
        Target::Value(Comparison::Exactly, amount) if has => format!("为{amount}"),
        Target::Value(..) | Target::Range(..) if has => words.quota_reaches(&inline(target)),
        Target::Either(several) | Target::All(several) if has && several.iter().all(is_bounded) => target.to_string(),
        Target::Either(_) | Target::All(_) if has => format!("为{target}"),
        Target::Soft(words) => soft(words),
        Target::Hole(None) if has => "待定".to_owned(),
        _ => inline(target),
    }
}

/// What is said of a thing of which there is to be none: an event does not happen, all else is zero.
fn none(words: &Wording, amount: &Amount) -> String {
    const EVENTS: [&str; 5] = ["起", "例", "次", "件", "宗"];
    let is_event = amount.unit.as_ref().is_some_and(|unit| EVENTS.contains(&unit.word()));
    let told = if is_event { words.quota_never() } else { words.quota_none() };
    told.to_owned()
}

/// Whether a value has a word that compares it before its number: 不少于3个月.
fn is_bounded(target: &Target) -> bool {
    use Comparison::{Above, AtLeast, AtMost, Below};
    matches!(target, Target::Value(AtLeast | AtMost | Above | Below, _))
}

/// A value that is reached already: `保持在95%以上`.
pub(in crate::document) fn kept(words: &Wording, target: &Target) -> String {
    match target {
        Target::Soft(words) => format!("保持{words}"),
        _ => words.quota_keeps(&inline(target)),
    }
}

/// A value on its own: `97%以上`, `0.2%以下`, `40万元`, `3%至5%`.
pub(in crate::document) fn inline(target: &Target) -> String {
    match target {
        Target::Value(Comparison::AtLeast, amount) if is_all(amount) => amount.to_string(),
        Target::Value(Comparison::AtLeast, amount) => format!("{amount}以上"),
        Target::Value(Comparison::AtMost, amount) => format!("{amount}以下"),
        Target::Value(Comparison::About, amount) => format!("{amount}左右"),
        Target::Either(choices) => choices.iter().map(inline).collect::<Vec<_>>().join("或"),
        _ => target.to_string(),
    }
}

/// A value without the words that compare it, for prose that has them already.
pub(in crate::document) fn number(target: &Target) -> String {
    match target {
        Target::Value(_, amount) => amount.to_string(),
        _ => inline(target),
    }
}

/// Values at several times: `分别达到30%、32%、34%以上`; none if they are not all of one shape.
pub(in crate::document) fn several(targets: &[&Target], manner: Manner) -> Option<(&'static str, String)> {
    let shape = |target: &Target| match target {
        Target::Value(comparison, amount) => Some((*comparison, amount.unit.clone())),
        _ => None,
    };
    let first = shape(targets.first()?)?;
    if !targets.iter().all(|target| shape(target).as_ref() == Some(&first)) {
        return None;
    }
    let amounts = targets.iter().filter_map(|target| target.amount()).map(Amount::to_string).collect::<Vec<_>>();
    let amounts = amounts.join("、");
    let (verb, tail) = match (first.0, manner) {
        (Comparison::AtMost, Manner::Has) => ("控制在", "以内"),
        (Comparison::AtMost, Manner::Act) => ("", "以内"),
        (Comparison::AtLeast, Manner::Has) => ("达到", "以上"),
        (Comparison::AtLeast, Manner::Act) => ("", "以上"),
        (Comparison::Above, _) => ("超过", ""),
        (Comparison::Below, _) => ("低于", ""),
        (Comparison::Over | Comparison::Nearly, _) => return None,
        (Comparison::About, Manner::Has) => ("达到", "左右"),
        (Comparison::About, Manner::Act) => ("", "左右"),
        (Comparison::Reach, Manner::Has) => ("达到", ""),
        (_, Manner::Has | Manner::Act) => ("", ""),
    };
    Some((verb, format!("{amounts}{tail}")))
}

/// A change: `提高4个百分点以上`, `增加1至2人`.
pub(in crate::document) fn change(change: &Change, indicator: &Indicator) -> String {
    let unit = match &change.by {
        Target::Value(_, amount) | Target::Range(amount, _) => amount.unit.as_ref(),
        _ => None,
    };
    let is_points = unit.is_some_and(|unit| unit.is_points());
    let is_share = unit.is_some_and(|unit| unit.is_percent());
    let verb = match change.direction {
        Direction::Up if is_points || is_share && is_score(indicator) => "提高",
        Direction::Up if is_share => "增长",
        Direction::Up if unit.is_some() => "增加",
        Direction::Up => "提高",
        Direction::Down if is_points || is_share || unit.is_none() => "下降",
        Direction::Down => "减少",
    };
    let mean = if change.is_mean { "年均" } else { "" };
    let base = change.base.as_ref().map(|base| format!("较{}", base.value)).unwrap_or_default();
    let told = match &change.by {
        Target::Value(_, amount) if amount.unit.as_ref().is_some_and(|unit| unit.word() == "番") => {
            let times = u64::try_from(amount.value).unwrap_or(1);
            format!("翻{}番", if times == 2 { "两".to_owned() } else { han_ordinal(times as usize) })
        }
        Target::Soft(words) if words.starts_with(verb) => words.clone(),
        Target::Soft(words) => format!("{words}{verb}"),
        by => format!("{verb}{}", inline(by)),
    };
    base + mean + &told
}

/// From where to where: `由5所增加到10所以上`, `由2025年的71.5%提高到95%以上`.
pub(in crate::document) fn moved(
    words: &Wording,
    time: &str,
    from: &Target,
    to: &Target,
    indicator: &Indicator,
) -> String {
    let (Some(before), Some(after)) = (from.amount(), to.amount()) else {
        return words.quota_turns(&format!("{time}{}", inline(from)), &inline(to));
    };
    let is_share = before.unit.as_ref().is_some_and(Unit::is_percent) || is_score(indicator);
    let verb = match (after.value < before.value, is_share) {
        (true, true) => "下降",
        (true, false) => "减少",
        (false, true) => "提高",
        (false, false) => "增加",
    };
    let end = match to {
        // 降至2%以下, but 减少到10所: a bare end is one both ways.
        Target::Value(Comparison::AtLeast | Comparison::AtMost, _) => inline(to),
        _ => number(to),
    };
    words.quota_moves(&format!("{time}{}", inline(from)), verb, &end)
}

/// What is measured rather than counted rises; what is counted grows.
fn is_score(indicator: &Indicator) -> bool {
    let is_points = indicator.unit.as_ref().is_some_and(|unit| unit.value.word() == "分");
    let name = &indicator.name.value;
    is_points
        || indicator.sort == Some(Sort::Rate)
        || ["分", "率", "水平", "质量", "成绩", "比例"].iter().any(|end| name.ends_with(end))
}

fn soft(words: &str) -> String {
    if words.starts_with("全覆盖") {
        format!("实现{words}")
    } else if RANKS.iter().any(|rank| words.starts_with(rank)) {
        format!("达到{words}")
    } else {
        words.to_owned()
    }
}

/// Whether a value says how many there are: 学校81所, but no rate, sum, size or mean.
pub(in crate::document) fn is_count(name: &str, target: &Target) -> bool {
    const MEASURED: [&str; 20] = [
        "%",
        "‰",
        "分",
        "元",
        "年",
        "月",
        "天",
        "日",
        "小时",
        "分钟",
        "课时",
        "学时",
        "平方米",
        "公里",
        "米",
        "亩",
        "倍",
        "岁",
        "册",
        "个百分点",
    ];
    let has_unit = |unit: &Unit| !MEASURED.iter().any(|measured| unit.word().ends_with(measured));
    let is_mean = name.contains('均') || name.ends_with(['率', '比', '额', '数', '量', '模']);
    let number = match target {
        Target::Value(Comparison::Planned | Comparison::Exactly | Comparison::Over, amount) => Some(amount),
        _ => None,
    };
    !is_mean && number.and_then(|amount| amount.unit.as_ref()).is_some_and(has_unit)
}

/// 100%: nothing lies above it.
pub(in crate::document) fn is_all(amount: &Amount) -> bool {
    amount.value == Decimal::ONE_HUNDRED && amount.unit.as_ref().is_some_and(|unit| unit.is_percent())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn predicate(target: &Target, manner: Manner) -> String {
        super::predicate(Wording::own(), target, manner)
    }

    fn value(comparison: Comparison, number: i64, unit: &str) -> Target {
        Target::Value(comparison, Amount::new(Decimal::from(number), Some(Unit::new(unit))))
    }

    #[test]
    fn words_that_compare_are_never_doubled() {
        let rate = value(Comparison::AtLeast, 97, "%");
        assert_eq!(predicate(&rate, Manner::Has), "达到97%以上");
        assert_eq!((inline(&rate), number(&rate)), ("97%以上".to_owned(), "97%".to_owned()));
        assert_eq!(predicate(&value(Comparison::AtLeast, 100, "%"), Manner::Has), "达到100%");
        assert_eq!(predicate(&value(Comparison::AtMost, 45, "人"), Manner::Has), "控制在45人以内");
        assert_eq!(predicate(&value(Comparison::AtMost, 0, "起"), Manner::Has), "零发生");
        assert_eq!(predicate(&value(Comparison::Planned, 0, "起"), Manner::Has), "零发生");
        assert_eq!(predicate(&value(Comparison::Planned, 0, "%"), Manner::Has), "为零");
        assert_eq!(predicate(&value(Comparison::AtMost, 45, "人"), Manner::Act), "不超过45人");
        assert_eq!(predicate(&value(Comparison::About, 50, "所"), Manner::Has), "达到50所左右");
        assert_eq!(predicate(&value(Comparison::Above, 97, "%"), Manner::Has), "超过97%");
        assert_eq!(inline(&value(Comparison::Below, 2, "%")), "低于2%");
    }

    #[test]
    fn soft_targets_and_holes_keep_their_words() {
        assert_eq!(predicate(&Target::Soft("全覆盖".to_owned()), Manner::Has), "实现全覆盖");
        assert_eq!(predicate(&Target::Soft("全市中上".to_owned()), Manner::Has), "达到全市中上");
        assert_eq!(predicate(&Target::Soft("大幅提升".to_owned()), Manner::Has), "大幅提升");
        assert_eq!(predicate(&Target::Hole(None), Manner::Has), "待定");
    }

    #[test]
    fn a_series_says_its_words_once() {
        let (first, second) = (value(Comparison::AtLeast, 30, "%"), value(Comparison::AtLeast, 32, "%"));
        let exact = value(Comparison::Planned, 32, "%");
        assert_eq!(several(&[&first, &second], Manner::Has), Some(("达到", "30%、32%以上".to_owned())));
        assert_eq!(several(&[&first, &exact], Manner::Has), None);
    }
}

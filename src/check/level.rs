//! The single values that quotas ask for, each with its time.
//!
//! A quota with a series asks for one at each time of it. Takes a plan, gives [`Level`]s; words no finding.

use crate::calendar::{Date, Interval, When};
use crate::plan::{Id, Indicator, OwnerRef, Plan, Quota, Sense, Sort};
use crate::quantity::{Amount, Comparison, Decimal, Target, Unit, Units};
use crate::source::{Span, Spanned};

use super::movement::scope_key;

/// One value asked for.
#[derive(Clone)]
pub(super) struct Level<'a> {
    /// The quota that asks for it.
    pub(super) quota: &'a Quota,
    /// The value.
    pub(super) target: &'a Spanned<Target>,
    /// By when.
    pub(super) time: LevelTime,
    /// The unit of a single amount: as written, else that of the indicator.
    unit: Option<&'a Unit>,
    units: &'a Units,
}

/// The time of a level.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum LevelTime {
    /// It is not said.
    Unsaid,
    /// From the first to the last of these days.
    Days(Date, Date),
    /// A time that is not known as days: 3年内.
    Words(String),
    /// A hole: the same as no other.
    Open,
}

/// Every value that a plan asks for, in order.
pub(super) fn levels(plan: &Plan) -> impl Iterator<Item = Level<'_>> {
    plan.quotas.iter().flat_map(move |quota| {
        let own = plan.indicators[quota.indicator].unit.as_ref().map(|unit| &unit.value);
        let level = move |target, time| Level { quota, target, time, unit: unit(target).or(own), units: &plan.units };
        let unsaid = if is_half_read(plan, quota) { LevelTime::Open } else { LevelTime::Unsaid };
        let when = quota.when.as_ref().map_or(unsaid, |when| LevelTime::of(&when.value.when));
        let single = quota.target.iter().map(move |target| level(target, when.clone()));
        let series = quota.series.iter().map(move |point| level(&point.target, LevelTime::of(&When::At(point.time))));
        single.chain(series)
    })
}

/// Whether some of the line could not be read: what it does not say may stand there.
fn is_half_read(plan: &Plan, quota: &Quota) -> bool {
    plan.unread.iter().any(|line| line.span == quota.span)
}

fn unit(target: &Spanned<Target>) -> Option<&Unit> {
    match &target.value {
        Target::Value(_, amount) | Target::Range(_, amount) => amount.unit.as_ref(),
        _ => None,
    }
}

/// Every value written for an indicator, be it asked for, stated as a total or of the present.
pub(super) fn stated_values(plan: &Plan) -> Vec<(Id<Indicator>, &Spanned<Target>)> {
    let asked = plan.quotas.iter().flat_map(|quota| {
        let points = quota.series.iter().map(|point| &point.target);
        quota.target.iter().chain(points).chain(&quota.total).map(|target| (quota.indicator, target))
    });
    let present = plan.baselines.iter().filter_map(|baseline| Some((baseline.indicator, baseline.target.as_ref()?)));
    asked.chain(present).collect()
}

impl LevelTime {
    fn of(when: &When) -> Self {
        match when.interval() {
            Some(Interval { first, last }) => LevelTime::Days(first, last),
            None if when.is_hole() => LevelTime::Open,
            None => LevelTime::Words(when.to_string()),
        }
    }
}

/// What two levels must have in common to be about the same thing at the same time.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct LevelKey {
    indicator: Id<Indicator>,
    time: LevelTime,
    scope: String,
    rest: String,
}

/// From how many characters on a percentage that is not declared is taken to mean one thing all over a plan.
const OWN_NAME: usize = 5;

impl<'a> Level<'a> {
    /// What it is about; `None` if that is still open.
    ///
    /// Of an indicator that is not declared and has no long name, only what stands at one place is the same thing: two
    /// measures may both ask for 培训, or for 覆盖率, and mean different ones.
    pub(super) fn key(&self, plan: &Plan) -> Option<LevelKey> {
        let quota = self.quota;
        if self.time == LevelTime::Open {
            return None;
        }
        let name = &plan.indicators[quota.indicator].name.value;
        let is_own_name = self.is_percent() && name.chars().count() >= OWN_NAME;
        let is_one_thing = plan.indicators[quota.indicator].is_declared || is_own_name;
        let place = if is_one_thing { String::new() } else { format!("{:?}", quota.holder) };
        let words = |words: &Option<Spanned<String>>| words.as_ref().map_or(String::new(), |words| words.value.clone());
        let every = quota.every.as_ref().map_or(String::new(), |every| every.value.to_string());
        let by = names(&quota.by);
        let members = quota.per_member.iter().map(|member| member.value.as_str()).collect::<Vec<_>>().join("、");
        let rest = [place, words(&quota.table), words(&quota.of), members, every, by, self.reach(plan)];
        let rest = rest.join("|");
        Some(LevelKey { indicator: quota.indicator, time: self.time.clone(), scope: scope_key(&quota.scope), rest })
    }

    /// What is counted by a time and what is counted in it are two things, unless it is a rate or a stock: 30 schools by
    /// 2026, 10 of them in 2026.
    fn reach(&self, plan: &Plan) -> String {
        let is_state = self.is_percent() || plan.indicators[self.quota.indicator].sort == Some(Sort::Stock);
        let is_of_series = self.quota.target.as_ref().is_none_or(|target| target.span != self.target.span);
        let until = self.quota.when.as_ref().is_some_and(|when| when.value.sense == Sense::Until);
        let word = if is_state || is_of_series || !until { "" } else { "until" };
        word.to_owned()
    }

    /// Whether it is a share of a hundred.
    pub(super) fn is_percent(&self) -> bool {
        self.unit.is_some_and(Unit::is_percent)
    }

    /// What is counted: only values of one kind can be compared.
    pub(super) fn kind(&self) -> &'a str {
        self.unit.map_or("", |unit| self.units.kind(unit))
    }

    /// An amount of the level in the smallest parts of its kind; one without a unit is in that of the level.
    pub(super) fn in_parts(&self, amount: &Amount) -> Option<Decimal> {
        let unit = amount.unit.as_ref().or(self.unit);
        self.units.in_parts(&Amount::new(amount.value, unit.cloned()))
    }

    /// The ends of what meets it, in the smallest parts of its kind; a plain number is both.
    pub(super) fn bounds(&self) -> Option<(Option<Decimal>, Option<Decimal>)> {
        self.bounds_in(|amount| self.in_parts(amount))
    }

    /// The same in the unit as written.
    pub(super) fn written_bounds(&self) -> Option<(Option<Decimal>, Option<Decimal>)> {
        self.bounds_in(|amount| Some(amount.value))
    }

    fn bounds_in(&self, value: impl Fn(&Amount) -> Option<Decimal>) -> Option<(Option<Decimal>, Option<Decimal>)> {
        match &self.target.value {
            Target::Value(Comparison::AtLeast | Comparison::Reach | Comparison::Above, amount) => {
                Some((Some(value(amount)?), None))
            }
            Target::Value(Comparison::AtMost | Comparison::Below, amount) => Some((None, Some(value(amount)?))),
            Target::Value(Comparison::Exactly | Comparison::Planned, amount) => {
                let value = value(amount)?;
                Some((Some(value), Some(value)))
            }
            Target::Range(low, high) => Some((Some(value(low)?), Some(value(high)?))),
            _ => None,
        }
    }

    /// Where it is written.
    pub(super) fn span(&self) -> Span {
        self.target.span
    }
}

fn names(owners: &[OwnerRef]) -> String {
    owners.iter().map(|owner| owner.text.as_str()).collect::<Vec<_>>().join("、")
}

/// The amounts that a target names: one, the ends of a range, those of each alternative.
pub(super) fn amounts(target: &Target) -> Vec<&Amount> {
    match target {
        Target::Value(_, amount) => vec![amount],
        Target::Range(low, high) => vec![low, high],
        Target::Either(choices) | Target::All(choices) => choices.iter().flat_map(amounts).collect(),
        Target::Soft(_) | Target::Hole(_) => Vec::new(),
    }
}

/// A quota as a message names it: `年辍学率（小学）`.
pub(super) fn title(quota: &Quota) -> String {
    let scope = quota.scope_words();
    if scope.is_empty() { quota.name.value.clone() } else { format!("{}（{scope}）", quota.name.value) }
}

/// Whether an indicator counts what comes in over a period, as declared or by its name.
pub(super) fn is_flow(indicator: &Indicator) -> bool {
    const COMES_IN: [&str; 12] =
        ["新建", "新增", "新招", "增加", "改建", "扩建", "改扩建", "培训", "招聘", "引进", "补充", "表彰"];
    let is_percent = indicator.unit.as_ref().is_some_and(|unit| unit.value.is_percent());
    let name = &indicator.name.value;
    let by_name = !is_percent && COMES_IN.iter().any(|word| name.starts_with(word));
    indicator.sort == Some(Sort::Flow) || indicator.sort.is_none() && by_name
}

/// Whether a name says that it counts a share of something.
pub(super) fn names_a_rate(name: &str) -> bool {
    const NO_SHARES: [&str; 9] = ["效率", "频率", "功率", "速率", "汇率", "生产率", "分辨率", "周转率", "心率"];
    let ends_like_one = ["率", "比例", "占比", "比重"].iter().any(|end| name.ends_with(end));
    ends_like_one && !NO_SHARES.iter().any(|end| name.ends_with(end))
}

//! The values that records are made of: places, words, references, times, quantities.
//!
//! Plain structs with the shape they have in JSON; takes values of the plan, never looks anything up.

use schemars::JsonSchema;
use serde::Serialize;

use crate::calendar::{self, Interval, Run, When};
use crate::plan;
use crate::quantity::{Amount, Comparison, Decimal, Target};

/// Where something is written.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Place {
    /// The file; left out inside a record where it is the file of the plan.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters (Unicode scalar values), from 1.
    pub column: usize,
    /// The first byte in the UTF-8 text of the file, from 0.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

/// A value and where it is written.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
#[schemars(rename = "Placed{T}")]
pub struct Placed<T> {
    /// The value; its fields stand beside `place`.
    #[serde(flatten)]
    pub value: T,
    /// Where it is written.
    pub place: Place,
}

/// Words of the author.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Words {
    /// The words.
    pub text: String,
    /// Where they are written.
    pub place: Place,
}

/// What a name stands for.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
#[schemars(rename = "Reference")]
pub struct End {
    /// The id of a record; null if it is none of this plan.
    pub id: Option<String>,
    /// The words.
    pub text: String,
    /// Whether it is something outside the plan.
    #[serde(skip_serializing_if = "is_false")]
    pub outside: bool,
    /// Whether the draft leaves it open.
    #[serde(skip_serializing_if = "is_false")]
    pub hole: bool,
    /// Whether nothing of this name is declared.
    #[serde(skip_serializing_if = "is_false")]
    pub unresolved: bool,
}

/// A name and where it is written.
pub type Reference = Placed<End>;

/// A field that may be inherited.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
#[schemars(rename = "Field{T}")]
pub struct Field<T> {
    /// Where its value comes from.
    pub origin: Origin,
    /// Its value: empty or null where there is none.
    pub value: T,
}

/// Where the value of a field comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, JsonSchema, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Origin {
    /// There is none.
    Missing,
    /// It is written on the record.
    Stated,
    /// It is written on what encloses the record.
    Inherited,
    /// `无`: nothing is inherited.
    Stopped,
    /// It is written and cannot be read.
    Faulty,
}

impl From<plan::Origin> for Origin {
    fn from(origin: plan::Origin) -> Self {
        match origin {
            plan::Origin::Missing => Origin::Missing,
            plan::Origin::Stated => Origin::Stated,
            plan::Origin::Inherited => Origin::Inherited,
            plan::Origin::Stopped => Origin::Stopped,
            plan::Origin::Faulty => Origin::Faulty,
        }
    }
}

/// A time: the days from `first` to `last`, both included.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Time {
    /// The words of the author.
    pub text: String,
    /// The first day; null where it is open or unknown.
    #[schemars(extend("format" = "date"))]
    pub first: Option<String>,
    /// The last day; null where it is open or unknown.
    #[schemars(extend("format" = "date"))]
    pub last: Option<String>,
    /// Whether the draft leaves it open, wholly or in its year.
    #[serde(skip_serializing_if = "is_false")]
    pub hole: bool,
    /// Whether it has no end: 至今.
    #[serde(skip_serializing_if = "is_false")]
    pub open: bool,
    /// Whether what is done by it is kept up after it: 2026年6月底前，长期坚持.
    #[serde(skip_serializing_if = "is_false")]
    pub kept_up: bool,
    /// So many units from the beginning: 3年内; from the event, if there is one: 自发布之日起3年.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub within: Option<calendar::Every>,
    /// The event from which it runs or `within` counts: 通知下达.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// Whether it comes every year: 每年8月至9月.
    #[serde(skip_serializing_if = "is_false")]
    pub yearly: bool,
    /// Whether the year is not written but the only one that the plan leaves.
    #[serde(skip_serializing_if = "is_false")]
    pub year_inferred: bool,
    /// Month and day, where the year is open or every year is meant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of_year: Option<OfYear>,
    /// The same where several times of every year are meant: 每年4月、9月.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub times_of_year: Vec<OfYear>,
    /// In every unit, and where in it: 每季度末.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub each: Option<Each>,
}

/// A time that comes round.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Each {
    /// The unit that comes round.
    pub unit: calendar::Unit,
    /// Where in it.
    pub spot: Spot,
    /// The day where `spot` is `day`: of a month its number, of a week 1 for Monday.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub day: Option<u8>,
}

/// Where in a unit that comes round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, JsonSchema, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Spot {
    /// Anywhere in it.
    Whole,
    /// At its beginning.
    Start,
    /// By its end.
    End,
    /// Before it begins.
    Before,
    /// By a day of it.
    Day,
}

/// A stretch of any year.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct OfYear {
    /// First month and day, such as `08-01`.
    #[schemars(regex(pattern = r"^[0-9]{2}-[0-9]{2}$"))]
    pub first: String,
    /// Last month and day, such as `09-30`; before the first if it lies in the next year.
    #[schemars(regex(pattern = r"^[0-9]{2}-[0-9]{2}$"))]
    pub last: String,
}

/// A time and how it is meant.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Deadline {
    /// By its end, or in it.
    pub sense: plan::Sense,
    /// The time.
    #[serde(flatten)]
    pub time: Time,
}

/// How often something comes round: every `count` units.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Rhythm {
    /// The words of the author.
    pub text: String,
    /// The count and the unit; none if it is left open.
    #[serde(flatten)]
    pub every: Option<calendar::Every>,
    /// Whether the draft leaves it open: 每？.
    #[serde(skip_serializing_if = "is_false")]
    pub hole: bool,
    /// Where it is written; left out where it was worked out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
}

/// What the decimal digits of a number look like.
pub(super) const DECIMAL: &str = r"^-?[0-9]+(\.[0-9]+)?$";

/// A number of something, exact.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
#[schemars(inline)]
pub struct Number {
    /// The number in decimal digits, as written: a string, so that no digit is lost.
    #[schemars(regex(pattern = DECIMAL))]
    pub value: String,
    /// What is counted.
    pub unit: Option<String>,
}

/// What is asked for, or is the case.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
#[serde(tag = "op")]
pub enum Quantity {
    /// At least.
    #[serde(rename = ">=")]
    AtLeast(Number),
    /// At most.
    #[serde(rename = "<=")]
    AtMost(Number),
    /// More than.
    #[serde(rename = ">")]
    Above(Number),
    /// Less than.
    #[serde(rename = "<")]
    Below(Number),
    /// Exactly.
    #[serde(rename = "=")]
    Exactly(Number),
    /// A plan figure: a number without a sign.
    #[serde(rename = "planned")]
    Planned(Number),
    /// About.
    #[serde(rename = "about")]
    About(Number),
    /// More than that, and not much: 50余所.
    #[serde(rename = "over")]
    Over(Number),
    /// Less than that, and not much: 近100所.
    #[serde(rename = "nearly")]
    Nearly(Number),
    /// From `low` to `high`, both included.
    #[serde(rename = "range")]
    Range {
        /// The least.
        low: Number,
        /// The greatest.
        high: Number,
    },
    /// Any one of several.
    #[serde(rename = "either")]
    Either {
        /// The several.
        choices: Vec<Quantity>,
    },
    /// Each of several, counted in units of their own.
    #[serde(rename = "all")]
    All {
        /// The several.
        parts: Vec<Quantity>,
    },
    /// A target in words.
    #[serde(rename = "soft")]
    Soft {
        /// The words.
        text: String,
    },
    /// A hole.
    #[serde(rename = "hole")]
    Hole {
        /// Always null.
        #[schemars(with = "()")]
        value: Option<String>,
        /// The words the draft has in its place.
        text: Option<String>,
    },
}

impl Time {
    /// A time of the plan, with the words of the author.
    pub(super) fn new(when: &When, text: String) -> Self {
        let mut time = Self {
            text,
            first: None,
            last: None,
            hole: when.is_hole(),
            open: matches!(when, When::Between(_, None) | When::From(_, Run::On(_))),
            kept_up: matches!(when, When::Kept(..) | When::From(_, Run::On(Some(_)))),
            within: None,
            after: None,
            yearly: matches!(when, When::Yearly(_)),
            year_inferred: false,
            of_year: None,
            times_of_year: Vec::new(),
            each: None,
        };
        match when {
            When::At(at) | When::Kept(at, _) => time.span(*at, Some(*at)),
            When::Between(first, last) => time.span(*first, *last),
            When::Steps(times, _) => {
                if let [first, .., last] = times[..] {
                    time.span(first, Some(last));
                }
            }
            When::Within(count, unit) => time.within = Some(calendar::Every { count: *count, unit: *unit }),
            When::After(event, count, unit) => {
                time.within = Some(calendar::Every { count: *count, unit: *unit });
                time.after = Some(event.clone());
            }
            When::From(start, run) => time.run(start, run, when.interval()),
            When::Yearly(all) => match all[..] {
                [(first, last)] => time.span(first, Some(last)),
                _ => time.times_of_year = all.iter().map(|(first, last)| of_year(*first, *last)).collect(),
            },
            When::Each(unit, spot) => time.each = Some(each(*unit, *spot)),
            When::Hole(_) | When::Words(_) => {}
        }
        time.year_inferred = time.first.is_some() && !time.yearly && !names_year(&time.text);
        time
    }

    fn span(&mut self, first: calendar::Time, last: Option<calendar::Time>) {
        self.first = first.interval().map(|interval| interval.first.to_string());
        self.last = last.and_then(calendar::Time::interval).map(|interval| interval.last.to_string());
        if let (None, Some(last)) = (first.year, last)
            && last.year.is_none()
            && !first.is_whole_year()
            && !last.is_whole_year()
        {
            self.of_year = Some(of_year(first, last));
        }
    }

    fn run(&mut self, start: &calendar::Start, run: &Run, days: Option<Interval>) {
        match start {
            calendar::Start::At(first) => self.first = first.interval().map(|days| days.first.to_string()),
            calendar::Start::Event(event) => self.after = Some(event.clone()),
        }
        match run {
            Run::On(_) => {}
            Run::Until(last) => self.last = last.interval().map(|days| days.last.to_string()),
            Run::Lasting(count, unit) => {
                self.within = Some(calendar::Every { count: *count, unit: *unit });
                self.last = days.map(|days| days.last.to_string());
            }
        }
    }
}

/// Whether words name a year: in four digits, in Chinese ones, as 十四五, or by a parameter.
fn names_year(words: &str) -> bool {
    let is_digit = |sign: &char| sign.is_ascii_digit() || ('０'..='９').contains(sign);
    let signs = words.chars().collect::<Vec<_>>();
    signs.windows(4).any(|four| four.iter().all(is_digit))
        || signs.windows(3).any(|three| matches!(three, ['十', _, '五']))
        || words.contains(['〇', '○', '{', '｛'])
}

fn of_year(first: calendar::Time, last: calendar::Time) -> OfYear {
    // A leap year, so that no day is lost.
    let (first, last) = (first.in_year(2000), last.in_year(2000));
    OfYear { first: month_and_day(first, false), last: month_and_day(last, true) }
}

fn each(unit: calendar::Unit, spot: calendar::Spot) -> Each {
    let (spot, day) = match spot {
        calendar::Spot::Whole => (Spot::Whole, None),
        calendar::Spot::Start => (Spot::Start, None),
        calendar::Spot::End => (Spot::End, None),
        calendar::Spot::Before => (Spot::Before, None),
        calendar::Spot::Day(day) => (Spot::Day, Some(day)),
    };
    Each { unit, spot, day }
}

fn month_and_day(interval: Interval, last: bool) -> String {
    let day = if last { interval.last } else { interval.first };
    format!("{:02}-{:02}", day.month(), day.day())
}

impl From<&Amount> for Number {
    fn from(amount: &Amount) -> Self {
        Self { value: amount.value.to_string(), unit: amount.unit.as_ref().map(|unit| unit.word().to_owned()) }
    }
}

impl Number {
    /// A number that was worked out: no zeros at its end.
    pub(super) fn worked_out(value: Decimal, unit: Option<&str>) -> Self {
        Self { value: value.normalize().to_string(), unit: unit.map(str::to_owned) }
    }
}

impl From<&Target> for Quantity {
    fn from(target: &Target) -> Self {
        match target {
            Target::Value(Comparison::AtLeast | Comparison::Reach, amount) => Quantity::AtLeast(amount.into()),
            Target::Value(Comparison::AtMost, amount) => Quantity::AtMost(amount.into()),
            Target::Value(Comparison::Above, amount) => Quantity::Above(amount.into()),
            Target::Value(Comparison::Below, amount) => Quantity::Below(amount.into()),
            Target::Value(Comparison::Exactly, amount) => Quantity::Exactly(amount.into()),
            Target::Value(Comparison::Planned, amount) => Quantity::Planned(amount.into()),
            Target::Value(Comparison::About, amount) => Quantity::About(amount.into()),
            Target::Value(Comparison::Over, amount) => Quantity::Over(amount.into()),
            Target::Value(Comparison::Nearly, amount) => Quantity::Nearly(amount.into()),
            Target::Range(low, high) => Quantity::Range { low: low.into(), high: high.into() },
            Target::Either(choices) => Quantity::Either { choices: choices.iter().map(Quantity::from).collect() },
            Target::All(parts) => Quantity::All { parts: parts.iter().map(Quantity::from).collect() },
            Target::Soft(words) => Quantity::Soft { text: words.clone() },
            Target::Hole(words) => Quantity::Hole { value: None, text: words.clone() },
        }
    }
}

/// Whether a flag is not set, and so left out.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
pub(super) fn is_false(flag: &bool) -> bool {
    !flag
}

//! How often something comes round.

use std::fmt;

/// A unit that plans count time in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, schemars::JsonSchema, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// 天, 日: a day.
    Day,
    /// 工作日: a working day.
    WorkingDay,
    /// 周: a week.
    Week,
    /// 月: a month.
    Month,
    /// 季度: a quarter of a year.
    Quarter,
    /// 学期: a school term.
    Term,
    /// 半年: half a year.
    HalfYear,
    /// 学年: a school year.
    SchoolYear,
    /// 年: a year.
    Year,
}

/// A rhythm such as 每两周: every `count` units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, schemars::JsonSchema, serde::Serialize)]
pub struct Every {
    /// How many units lie between two occasions; at least 1.
    pub count: u32,
    /// The unit.
    pub unit: Unit,
}

impl Unit {
    /// The word for one of it after 每, as official texts write it.
    pub fn word(self) -> &'static str {
        match self {
            Unit::Day => "天",
            Unit::WorkingDay => "工作日",
            Unit::Week => "周",
            Unit::Month => "月",
            Unit::Quarter => "季度",
            Unit::Term => "学期",
            Unit::HalfYear => "半年",
            Unit::SchoolYear => "学年",
            Unit::Year => "年",
        }
    }
}

impl Unit {
    /// So many of it: `3年`, `1个月`.
    pub fn counted(self, count: u32) -> String {
        let counter =
            if matches!(self, Unit::WorkingDay | Unit::Month | Unit::Term | Unit::Quarter) { "个" } else { "" };
        format!("{count}{counter}{}", self.word())
    }

    /// The same as the length of a time limit, whose days are 日: `30日`.
    pub fn limit(self, count: u32) -> String {
        if self == Unit::Day { format!("{count}日") } else { self.counted(count) }
    }
}

impl fmt::Display for Every {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.count, self.unit) {
            (1, unit) => write!(f, "每{}", unit.word()),
            (2, Unit::Month) => write!(f, "每两个月"),
            (2, unit) => write!(f, "每两{}", unit.word()),
            (count, Unit::Month) => write!(f, "每{count}个月"),
            (count, unit) => write!(f, "每{count}{}", unit.word()),
        }
    }
}

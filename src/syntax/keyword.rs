//! Every keyword, once: its two forms, where it may stand, what follows it.
//!
//! This table is the one place where a keyword is spelled. The reader asks it what a word means at a place; the
//! formatter and the documents take the words from it.

mod words;

/// Where a line stands: what encloses it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place(u32);

/// What follows a keyword: the rule of the grammar its value is read by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Words to the end of the line.
    Text,
    /// A title; of a phase, with the time after its last comma.
    Title,
    /// Nothing: declarations follow.
    Body,
    /// Names parted by 、.
    List,
    /// What is delivered, and by when.
    Outputs,
    /// A time or a stretch of time.
    When,
    /// A length of time.
    Duration,
    /// Indicator, what it asks for, clauses.
    Quota,
    /// What is asked for, without an indicator before it.
    Demand,
    /// A value alone, such as `0%—100%`.
    Range,
    /// 升 or 降.
    Direction,
    /// Owners joined by →.
    Chain,
    /// What is reported, by whom to whom, how often.
    Report,
    /// Title, number, time, relation of a document.
    Document,
    /// If this, then that.
    Condition,
    /// Members, after the name and their count.
    Set,
}

impl Place {
    /// At the top of a file, before any heading.
    pub const FILE: Place = Place(1);
    /// Below `# 通知`.
    pub const NOTICE: Place = Place(1 << 1);
    /// Below `# 方案`.
    pub const PLAN: Place = Place(1 << 2);
    /// Below a plain heading.
    pub const SECTION: Place = Place(1 << 3);
    /// Below a goal.
    pub const GOAL: Place = Place(1 << 4);
    /// Below a measure.
    pub const MEASURE: Place = Place(1 << 5);
    /// Below a phase.
    pub const PHASE: Place = Place(1 << 6);
    /// In the body of 主体.
    pub const OWNERS: Place = Place(1 << 7);
    /// Below an owner.
    pub const OWNER: Place = Place(1 << 8);
    /// Below an owner that is a leading group.
    pub const GROUP: Place = Place(1 << 9);
    /// In the body of 口径.
    pub const INDICATORS: Place = Place(1 << 10);
    /// Below an indicator.
    pub const INDICATOR: Place = Place(1 << 11);
    /// Below a quota: the values of its series.
    pub const SERIES: Place = Place(1 << 12);
    /// Below a condition.
    pub const CONDITION: Place = Place(1 << 13);
    /// Below any other data line.
    pub const LEAF: Place = Place(1 << 14);
    /// In the body of 计量单位.
    pub const UNITS: Place = Place(1 << 20);
    /// Below a unit.
    pub const UNIT: Place = Place(1 << 21);
    /// In the body of 校历.
    pub const CALENDAR: Place = Place(1 << 22);
    /// As a heading.
    pub const HEADING: Place = Place(1 << 15);

    /// Below a line that could not be read: whatever stands there is let pass.
    pub const ANY: Place = Place(u32::MAX >> 1);

    /// Below what may have prose of its own.
    pub const GOAL_MEASURE_PHASE: Place = Place(Self::GOAL.0 | Self::MEASURE.0 | Self::PHASE.0);

    /// Where facts may stand: in the plan, in sections, goals, measures and phases.
    const BODY: Place = Place(Self::PLAN.0 | Self::SECTION.0 | Self::GOAL.0 | Self::MEASURE.0 | Self::PHASE.0);
    /// Below an owner, group or not.
    const ANY_OWNER: Place = Place(Self::OWNER.0 | Self::GROUP.0);

    /// In a body of declarations.
    pub const DECLARATIONS: Place = Place(Self::OWNERS.0 | Self::INDICATORS.0 | Self::UNITS.0 | Self::CALENDAR.0);

    /// What a line below a data line with this keyword is below.
    pub fn below(keyword: Keyword) -> Place {
        match keyword {
            Keyword::Goal => Place::GOAL,
            Keyword::Measure => Place::MEASURE,
            Keyword::Phase => Place::PHASE,
            Keyword::Quota | Keyword::Baseline | Keyword::Fund => Place::SERIES,
            Keyword::If => Place::CONDITION,
            _ => Place::LEAF,
        }
    }

    /// What a line below a heading is below; a plain title at the top is that of a plan.
    pub fn below_heading(keyword: Option<Keyword>, level: usize) -> Place {
        match keyword {
            Some(Keyword::Plan) => Place::PLAN,
            Some(Keyword::Notice) => Place::NOTICE,
            Some(Keyword::Owners) => Place::OWNERS,
            Some(Keyword::Indicators) => Place::INDICATORS,
            Some(Keyword::Units) => Place::UNITS,
            Some(Keyword::Calendar) => Place::CALENDAR,
            Some(Keyword::Goal) => Place::GOAL,
            Some(Keyword::Measure) => Place::MEASURE,
            Some(Keyword::Phase) => Place::PHASE,
            None if level == 1 => Place::PLAN,
            _ => Place::SECTION,
        }
    }

    const fn and(self, other: Place) -> Place {
        Place(self.0 | other.0)
    }

    /// Whether this place is one of `places`.
    pub fn is_in(self, places: Place) -> bool {
        self.0 & places.0 != 0
    }

    /// Whether a line here may begin with a name in the place of a keyword.
    pub fn takes_names(self) -> bool {
        self.is_in(Place::DECLARATIONS.and(Place::ANY_OWNER))
    }
}

/// What is known of a keyword.
struct Row {
    en: &'static str,
    zh: &'static str,
    shape: Shape,
    is_named: bool,
    places: Place,
}

macro_rules! keywords {
    ($($(#[$doc:meta])* $name:ident $en:literal $zh:literal $shape:ident $named:ident in $places:expr;)*) => {
        /// A keyword of the language.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Keyword { $($(#[$doc])* $name,)* }

        impl Keyword {
            /// Every keyword, in the order of the table.
            pub const ALL: &[Keyword] = &[$(Keyword::$name),*];
        }

        /// What is known of each, in the same order.
        static ROWS: &[Row] = &[$(
            Row { en: $en, zh: $zh, shape: Shape::$shape, is_named: keywords!(@$named), places: $places },
        )*];
    };
    (@named) => { true };
    (@plain) => { false };
}

keywords! {
    /// The plan.
    Plan "plan" "方案" Title plain in Place::HEADING;
    /// The paper that issues the plan.
    Notice "notice" "通知" Text plain in Place::HEADING;
    /// Declarations of owners.
    Owners "owners" "主体" Body plain in Place::HEADING;
    /// Declarations of indicators.
    Indicators "indicators" "口径" Body plain in Place::HEADING;
    /// Declarations of units.
    Units "units" "计量单位" Body plain in Place::HEADING;
    /// From when to when school years, terms and their like run.
    Calendar "calendar" "校历" Body plain in Place::HEADING;
    /// An outcome.
    Goal "goal" "目标" Title named in Place::BODY.and(Place::HEADING);
    /// An action.
    Measure "measure" "措施" Title named in Place::BODY.and(Place::HEADING);
    /// A stretch of time with its own work.
    Phase "phase" "阶段" Title named in Place::BODY.and(Place::HEADING);

    /// Files whose declarations hold here as well.
    Use "use" "引用" List plain in Place::PLAN.and(Place::FILE);
    /// A word that stands for another.
    Param "param" "参数" Text named in Place::PLAN.and(Place::FILE);
    /// When the plan runs.
    Period "period" "期限" When plain in Place::PLAN;
    /// What kind of document it is.
    Kind "kind" "文种" Text plain in Place::PLAN;
    /// Who answers for the plan or for a part of it.
    Accountable "accountable" "责任" List plain in Place::BODY;
    /// Who issues.
    Issuer "issuer" "发文机关" List plain in Place::NOTICE.and(Place::PLAN);
    /// The number of the document.
    Number "number" "发文字号" Text plain in Place::NOTICE.and(Place::PLAN);
    /// How urgent it is: 特急 or 加急.
    Urgency "urgency" "紧急程度" Text plain in Place::NOTICE;
    /// Who signed a paper to a superior.
    Signer "signer" "签发人" Text plain in Place::NOTICE;
    /// To whom it is addressed.
    To "to" "主送" Text plain in Place::NOTICE;
    /// Who gets a copy.
    Cc "cc" "抄送" Text plain in Place::NOTICE;
    /// The date it takes effect from: that of the last signature.
    Date "date" "成文日期" When plain in Place::NOTICE.and(Place::PLAN);
    /// The date below the signature, where a draft gives another.
    Signed "signed" "落款日期" When plain in Place::NOTICE;
    /// When it was made public.
    Published "published" "发布时间" When plain in Place::NOTICE;
    /// Who prints and sends it out.
    Printed "printed" "印发" Text plain in Place::NOTICE;
    /// How it is made public.
    Publicity "publicity" "公开方式" Text plain in Place::NOTICE;
    /// The number under which it is filed and found.
    Index "index" "索引号" Text plain in Place::NOTICE;
    /// The subject it is filed under.
    Topic "topic" "主题分类" Text plain in Place::NOTICE;
    /// A note.
    Note "note" "附注" Text plain in Place::BODY.and(Place::NOTICE).and(Place::INDICATOR).and(Place::UNIT).and(Place::ANY_OWNER).and(Place::SERIES).and(Place::LEAF);
    /// What hangs on the document.
    Attachment "attachment" "附件" Text plain in Place::NOTICE.and(Place::BODY);
    /// A document it rests on.
    Basis "basis" "依据" Document named in Place::BODY.and(Place::NOTICE);

    /// A value to be reached, or a duty that comes round.
    Quota "quota" "指标" Quota plain in Place::BODY.and(Place::ANY_OWNER);
    /// A value of the present.
    Baseline "baseline" "现状" Quota plain in Place::BODY;
    /// Money.
    Fund "fund" "经费" Quota plain in Place::BODY;
    /// A part of what a quota, value or amount counts; of an indicator, one that it holds.
    Part "part" "其中" Quota plain in Place::SERIES.and(Place::INDICATOR);
    /// The stated sum of a series.
    Total "total" "合计" Range plain in Place::SERIES;
    /// Who reports what to whom.
    Report "report" "报送" Report plain in Place::BODY;
    /// Who answers to whom, downward.
    Chain "chain" "责任链" Chain named in Place::BODY;
    /// Owners that act together, none above another.
    Alliance "alliance" "协同" List named in Place::BODY;
    /// The tiers of an administration, from the top down.
    Levels "levels" "层级" Chain named in Place::BODY;
    /// Things announced with their number.
    Set "set" "清单" Set named in Place::BODY;
    /// A table or picture made from the data.
    Show "show" "列出" Text plain in Place::BODY;

    /// Who leads.
    Lead "lead" "牵头" List plain in Place::BODY.and(Place::GROUP);
    /// Who helps.
    With "with" "配合" List plain in Place::BODY.and(Place::GROUP);
    /// By when.
    Due "due" "时限" When plain in Place::BODY;
    /// From when.
    Start "start" "始于" When plain in Place::MEASURE.and(Place::SERIES);
    /// What must be finished before.
    After "after" "前置" List plain in Place::MEASURE.and(Place::PHASE).and(Place::NOTICE);
    /// What must exist before.
    BuildsOn "builds-on" "依托" List plain in Place::MEASURE.and(Place::PHASE);
    /// Which goal it serves.
    Serves "serves" "支撑" List plain in Place::BODY;
    /// What it delivers.
    Output "output" "成果" Outputs plain in Place::MEASURE;
    /// Who must approve it first.
    Approved "approved" "先经" List plain in Place::MEASURE.and(Place::NOTICE);
    /// What is forbidden.
    Forbid "forbid" "严禁" Text plain in Place::BODY;
    /// If this, then that.
    If "if" "如" Condition plain in Place::BODY.and(Place::SERIES);
    /// Whom a condition means.
    Of "of" "对" Text plain in Place::CONDITION;
    /// Within what time it takes effect.
    Within "within" "内" Duration plain in Place::CONDITION;
    /// For how long it holds.
    Lasts "lasts" "为期" Duration plain in Place::CONDITION;
    /// A part that a post or organ plays.
    Role "role" "分工" Text named in Place::BODY;

    /// The superior of an owner.
    Under "under" "隶属" List plain in Place::ANY_OWNER;
    /// Other names of an owner, indicator or unit.
    Alias "alias" "又称" List plain in Place::ANY_OWNER.and(Place::INDICATOR).and(Place::UNIT);
    /// What an owner has to do.
    Duty "duty" "职责" Text plain in Place::ANY_OWNER;
    /// What one must be or have to hold the post.
    Qualification "qualification" "任职条件" Text plain in Place::ANY_OWNER;
    /// The head of a leading group.
    Leader "leader" "组长" List plain in Place::GROUP;
    /// The deputies.
    Deputy "deputy" "副组长" List plain in Place::GROUP;
    /// The members.
    Members "members" "成员" List plain in Place::GROUP;
    /// Where the group has its office.
    Office "office" "办公室" List plain in Place::GROUP;
    /// How often the group meets.
    Meets "meets" "例会" Demand plain in Place::GROUP;

    /// The unit of an indicator.
    Unit "unit" "单位" Text plain in Place::INDICATOR;
    /// Which direction is better: 升 or 降.
    Better "better" "向好" Direction plain in Place::INDICATOR;
    /// Between which values it can lie.
    Bounds "bounds" "界限" Range plain in Place::INDICATOR;
    /// How it is worked out.
    Formula "formula" "公式" Text plain in Place::INDICATOR;
    /// What counts: a threshold that defines it.
    Definition "definition" "定义" Quota plain in Place::INDICATOR;

    /// What a unit counts.
    Counts "counts" "适用" List plain in Place::UNIT;
}

impl Keyword {
    fn row(self) -> &'static Row {
        &ROWS[self as usize]
    }

    /// The English form.
    pub fn en(self) -> &'static str {
        self.row().en
    }

    /// The Chinese form.
    pub fn zh(self) -> &'static str {
        self.row().zh
    }

    /// What follows it.
    pub fn shape(self) -> Shape {
        self.row().shape
    }

    /// Whether a word between it and the colon is a name.
    pub fn is_named(self) -> bool {
        self.row().is_named
    }

    /// Where it may stand.
    pub fn places(self) -> Place {
        self.row().places
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn no_two_keywords_collide() {
        let words: BTreeSet<_> = Keyword::ALL.iter().flat_map(|keyword| [keyword.zh(), keyword.en()]).collect();
        assert_eq!(words.len(), Keyword::ALL.len() * 2);
    }
}

//! The plan as it is meant.
//!
//! Takes the path of a plan or its tree, gives a [`Plan`]: the files it uses read ([`load`]), every name bound to what it names by a typed id, every
//! inherited field filled in, tables and series unfolded into quotas, and the text in its order. After this room
//! nothing reads the tree. Knows nothing of checks and pages.

mod blank;
mod fact;
mod library;
mod link;
mod load;
mod noun;
mod quota;
mod reckon;
mod resolve;
mod stated;

pub use crate::numbering::URGENCIES;
pub use blank::{blank, is_blank_name};
pub use fact::*;
pub use library::{LIBRARY, holds as is_library};
pub use link::{Arena, Field, Id, Link, Origin, Reference};
pub use load::{Loaded, NO_FILE, Values, load};
pub use noun::*;
pub use quota::*;
pub use reckon::Reckoned;
pub(crate) use resolve::time_in_english;
pub use resolve::{UNDEFINED, is_demand, resolve, resolve_loaded, undated};
pub use stated::{StatedTime, TimeOf};

use crate::calendar::{Calendar, When};
use crate::numbering::Pasted;
use crate::quantity::Units;
use crate::source::{Shared, Span, Spanned};

/// A resolved plan.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The title; `None` if the file has no heading.
    pub title: Option<Spanned<String>>,
    /// The heading, or the beginning of the file.
    pub span: Span,
    /// 文种.
    pub kind: Option<Spanned<String>>,
    /// 发文字号 of a plan that no notice issues: of a briefing its 期号.
    pub number: Option<Spanned<String>>,
    /// 期限: when the plan runs.
    pub period: Option<Spanned<When>>,
    /// 责任: who answers for the whole.
    pub accountable: Vec<OwnerRef>,
    /// 发文机关 of a plan that no notice issues.
    pub issuers: Vec<OwnerRef>,
    /// 成文日期 of a plan that no notice issues.
    pub date: Option<Spanned<When>>,
    /// 附件.
    pub attachments: Vec<Spanned<String>>,
    /// 通知: the papers that issue it.
    pub notices: Vec<Notice>,
    /// The text, in order.
    pub body: Vec<Part>,
    /// What shows that text was pasted in.
    pub pasted: Pasted,
    /// What holds a fact that could not be read, so that it is not missed as well.
    pub faulty: Vec<Holder>,
    /// Lines that could not be read: what they may have said is not missed as well.
    pub unread: Vec<Spanned<String>>,
    /// 不查: the statements that are let off some rules, those of used files among them.
    pub allowances: Vec<Allowance>,

    /// 参数, those of used files among them.
    pub params: Arena<Param>,
    /// Where the values of parameters are still to be given.
    pub waiting: Vec<Span>,
    /// 主体.
    pub owners: Arena<Owner>,
    /// 口径, those declared by their first use among them.
    pub indicators: Arena<Indicator>,
    /// 计量单位, those that hold everywhere among them.
    pub units: Units,
    /// 校历: when school years, terms and their like run.
    pub calendar: Calendar,
    /// Plain sections.
    pub sections: Arena<Section>,
    /// 目标.
    pub goals: Arena<Goal>,
    /// 措施.
    pub measures: Arena<Measure>,
    /// 阶段.
    pub phases: Arena<Phase>,
    /// 指标, the duties that come round among them.
    pub quotas: Arena<Quota>,
    /// 现状.
    pub baselines: Arena<Baseline>,
    /// 经费.
    pub funds: Arena<Fund>,
    /// 报送.
    pub reports: Arena<Report>,
    /// 责任链.
    pub chains: Arena<Chain>,
    /// 协同.
    pub alliances: Arena<Alliance>,
    /// 层级.
    pub levels: Arena<Levels>,
    /// 清单.
    pub sets: Arena<Set>,
    /// 依据, one for each place that cites.
    pub bases: Arena<Basis>,
    /// 如…则….
    pub conditions: Arena<Condition>,
    /// 分工.
    pub roles: Arena<Role>,
    /// Names where they are written, of which no record above keeps the place.
    pub uses: Uses,
}

/// Names in fields that others inherit, but for those of measures, and in declarations of indicators: each once, where it
/// is written.
#[derive(Clone, Debug, Default)]
pub struct Uses {
    /// Those of owners.
    pub owners: Vec<OwnerRef>,
    /// Those of goals.
    pub goals: Vec<GoalRef>,
    /// Those of indicators.
    pub indicators: Vec<Reference<Id<Indicator>>>,
}

/// A reference to an owner.
pub type OwnerRef = Reference<Id<Owner>>;
/// A reference to a goal.
pub type GoalRef = Reference<Id<Goal>>;
/// A reference to something that has an order in time.
pub type StepRef = Reference<Step>;

/// What an order in time joins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// A measure.
    Measure(Id<Measure>),
    /// A phase.
    Phase(Id<Phase>),
    /// A goal.
    Goal(Id<Goal>),
}

/// A piece of the text.
#[derive(Clone, Debug)]
pub enum Part {
    /// A plain section.
    Section(Id<Section>),
    /// A goal.
    Goal(Id<Goal>),
    /// A measure.
    Measure(Id<Measure>),
    /// A phase.
    Phase(Id<Phase>),
    /// A fact.
    Fact(Fact),
    /// A paragraph.
    Prose(Prose),
    /// A table for reading.
    Grid(Grid),
}

/// A fact, at its place in the text.
#[derive(Clone, Debug)]
pub enum Fact {
    /// 指标.
    Quota(Id<Quota>),
    /// 现状.
    Baseline(Id<Baseline>),
    /// 经费.
    Fund(Id<Fund>),
    /// 报送.
    Report(Id<Report>),
    /// 责任链.
    Chain(Id<Chain>),
    /// 协同.
    Alliance(Id<Alliance>),
    /// 层级.
    Levels(Id<Levels>),
    /// 清单.
    Set(Id<Set>),
    /// 依据.
    Basis(Id<Basis>),
    /// 如…则….
    Condition(Id<Condition>),
    /// 分工.
    Role(Id<Role>),
    /// 附注.
    Note(Spanned<String>),
    /// 严禁, of what is no measure: a measure has its own.
    Forbid(Spanned<String>),
    /// 列出.
    Show(Spanned<String>),
}

/// What encloses a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Holder {
    /// The plan itself.
    Plan,
    /// A notice, by its number.
    Notice(usize),
    /// A plain section.
    Section(Id<Section>),
    /// A goal.
    Goal(Id<Goal>),
    /// A measure.
    Measure(Id<Measure>),
    /// A phase.
    Phase(Id<Phase>),
    /// An owner.
    Owner(Id<Owner>),
}

/// 不查: a statement that is let off some rules.
#[derive(Clone, Debug)]
pub struct Allowance {
    /// The codes of the rules, as written.
    pub codes: Vec<Spanned<String>>,
    /// Whether it says why.
    pub has_reason: bool,
    /// The statement; `None` if none stands right below the comment.
    pub covers: Option<Span>,
    /// The comment.
    pub span: Span,
}

/// A paragraph.
#[derive(Clone, Debug)]
pub struct Prose {
    /// Whether it signs the text: who issues it, or the day.
    pub is_signature: bool,
    /// Its pieces.
    pub inlines: Vec<Inline>,
    /// Where it stands.
    pub span: Span,
}

/// A table that is only read.
#[derive(Clone, Debug)]
pub struct Grid {
    /// The rows, the head first, and the cells of each.
    pub rows: Vec<Vec<Prose>>,
    /// For each column whether a colon of the rule stands at its left and right.
    pub colons: Vec<(bool, bool)>,
}

/// A piece of prose.
#[derive(Clone, Debug)]
pub enum Inline {
    /// Words.
    Text(Spanned<Shared>),
    /// `{X}`: a value of the data.
    Value(Box<ValueRef>),
}

/// `{X}` in prose.
#[derive(Clone, Debug)]
pub struct ValueRef {
    /// What is meant; `None` if it cannot be told, which is reported already.
    pub value: Option<NamedValue>,
    /// The words between the braces.
    pub text: String,
    /// The whole, braces included.
    pub span: Span,
}

/// A value that prose can name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NamedValue {
    /// What a quota asks for.
    Quota(Id<Quota>),
    /// One point of the series of a quota.
    Point(Id<Quota>, usize),
    /// An amount of money.
    Fund(Id<Fund>),
    /// A value of the present.
    Baseline(Id<Baseline>),
    /// The members of a set.
    Set(Id<Set>),
}

impl Plan {
    /// Whether a place is in the plan's own file, not in one that it uses.
    pub fn is_own(&self, place: Span) -> bool {
        place.source == self.span.source
    }

    /// Whether a place waits for the value of a parameter.
    pub fn waits_in(&self, place: Span) -> bool {
        let is_in = |span: &Span| span.source == place.source && place.start <= span.start && span.end <= place.end;
        self.waiting.iter().any(is_in)
    }

    /// Whether a place is nothing but parameters whose values are still to be given.
    pub fn waits_at(&self, place: Span) -> bool {
        let starts = |span: &Span| (span.source, span.start) == (place.source, place.start);
        self.waiting.iter().any(starts)
            && self.waiting.iter().any(|span| (span.source, span.end) == (place.source, place.end))
    }

    /// The accountable owners of the plan: those named, else the issuers.
    pub fn answerable(&self) -> impl Iterator<Item = &OwnerRef> {
        let issuers = self.notices.iter().flat_map(|notice| &notice.issuers).chain(&self.issuers);
        let named = self.accountable.is_empty();
        self.accountable.iter().chain(issuers.filter(move |_| named))
    }

    /// Whether a line that could not be read may speak of something of this name.
    pub fn may_be_named(&self, name: &str) -> bool {
        name.chars().count() > 1 && self.unread.iter().any(|line| line.value.contains(name))
    }

    /// Whether `owner` is `superior` or stands below it; of several that act as one, whether each does.
    pub fn is_under(&self, owner: Id<Owner>, superior: Id<Owner>) -> bool {
        let mut at = Some(owner);
        let mut steps = 0;
        while let Some(current) = at {
            if current == superior {
                return true;
            }
            if let Some(Made::Of(several)) = &self.owners[current].made {
                // One made of others is never a part of another: the reader makes it from names that are declared.
                return several.iter().all(|each| each.target().is_some_and(|each| self.is_under(each, superior)));
            }
            steps += 1;
            if steps > self.owners.len() {
                return false;
            }
            at = self.owners[current].superior();
        }
        false
    }

    /// The documents that a place rests on: its own, else those of what encloses it.
    pub fn bases_of(&self, holder: Holder) -> (Origin, Vec<Id<Basis>>) {
        let mut at = holder;
        loop {
            let own = self.bases.entries().filter(|(_, basis)| basis.holder == at).map(|(id, _)| id);
            let own = own.collect::<Vec<_>>();
            if !own.is_empty() {
                return (if at == holder { Origin::Stated } else { Origin::Inherited }, own);
            }
            at = match at {
                Holder::Section(id) => self.sections[id].holder,
                Holder::Goal(id) => self.goals[id].holder,
                Holder::Measure(id) => self.measures[id].holder,
                Holder::Phase(id) => self.phases[id].holder,
                Holder::Plan | Holder::Notice(_) | Holder::Owner(_) => return (Origin::Missing, Vec::new()),
            };
        }
    }
}

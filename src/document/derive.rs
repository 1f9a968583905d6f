//! What the facts of a place add to its prose: sentences and tables.
//!
//! Takes the facts that stand with some prose and what that prose says; gives the rest, in the order in which an office
//! tells of such things whatever the order of the lines.

use std::borrow::Cow;

use crate::calendar::When;
use crate::plan::{Baseline, Basis, Change, Condition, Fact, Fund, Holder, Id, NamedValue, Part, Point, Quota, Scope};
use crate::quantity::Target;
use crate::source::Span;

use super::agree::{Sought, years_of};
use super::flow::Open;
use super::said::{Said, title_says};
use super::sentence::{
    bare, basis, chain, condition, duty, fund, order, quota, series, set, stood, value, value::Manner, when,
};
use super::table::matrix::Line;
use super::{Block, Inline, Paragraph, Writer, relations, rest, table, tree};

/// What facts add to a text.
#[derive(Default)]
pub(super) struct Derived {
    /// Sentences, in order.
    pub sentences: Vec<String>,
    /// Where among them sentences of another kind begin.
    pub kinds: Vec<usize>,
    /// What follows if it is done or not: it stands last.
    pub conditions: Option<String>,
    /// What stands below them.
    pub blocks: Vec<Block>,
}

impl Derived {
    /// How prose leads to the next sentence: only the first of all ends what it has begun.
    fn led<'o>(&self, open: &'o Open) -> &'o Open {
        if self.sentences.is_empty() { open } else { &Open::Closed }
    }
}

macro_rules! of_kind {
    ($writer:expr, $facts:expr, $kind:ident, $arena:ident) => {
        $facts.iter().filter_map(|fact| match fact {
            Fact::$kind(id) => Some(&$writer.plan.$arena[*id]),
            _ => None,
        })
    };
}

impl<'p> Writer<'p> {
    /// What the facts say that the prose does not.
    pub(super) fn derive(&self, facts: &[&Fact], said: &Said, at: Holder, open: &Open) -> Derived {
        let mut derived = Derived::default();
        if facts.is_empty() {
            return derived;
        }
        derived.sentences.extend(self.bases(facts, said, at));
        self.baselines(facts, said, &mut derived);
        let sets = facts.iter().filter_map(|fact| match fact {
            Fact::Set(id) if !said.names(NamedValue::Set(*id)) => Some(&self.plan.sets[*id]),
            _ => None,
        });
        let sets = sets.filter(|set| !set::is_said(self, set, said, at));
        derived.sentences.extend(set::sentences(self.wording, self.plan, &sets.collect::<Vec<_>>(), derived.led(open)));
        derived.kinds.push(derived.sentences.len());
        let all = of_kind!(self, facts, Role, roles).collect::<Vec<_>>();
        let roles = all.iter().filter_map(|role| self.unsaid_role(role, said)).collect::<Vec<_>>();
        derived.sentences.extend(self.rest_of_roles(&all, said));
        derived.sentences.extend(chain::roles(self, &roles.iter().map(Cow::as_ref).collect::<Vec<_>>()));
        let chains = of_kind!(self, facts, Chain, chains).filter(|chain| !relations::is_chain_said(chain, said));
        derived.sentences.extend(chain::chains(self, &chains.collect::<Vec<_>>(), derived.led(open)));
        let alliances = of_kind!(self, facts, Alliance, alliances);
        let alliances = alliances.filter(|each| !relations::is_alliance_said(each, said));
        derived.sentences.extend(alliances.map(|alliance| chain::alliance(self, alliance)));
        let levels = of_kind!(self, facts, Levels, levels);
        let levels = levels.filter(|each| !relations::are_levels_said(each, said));
        derived.sentences.extend(levels.map(|levels| chain::levels(self, levels)));
        derived.kinds.push(derived.sentences.len());
        let at_once = derived.led(open);
        let before = derived.sentences.len();
        let quotas = facts.iter().filter_map(|fact| match fact {
            Fact::Quota(id) => Some(*id),
            _ => None,
        });
        let (told, unsaid): (Vec<Id<Quota>>, Vec<Id<Quota>>) = quotas.partition(|id| self.is_quota_said(*id, said));
        self.quotas(facts, &unsaid, said, &mut derived, at_once);
        let noted = self.noted(facts, &mut derived.sentences[before..]);
        derived.sentences.extend(self.rest_of_quotas(&told, said));
        let reports = of_kind!(self, facts, Report, reports).filter(|report| !relations::is_report_said(report, said));
        derived.sentences.extend(chain::reports(self, &reports.collect::<Vec<_>>(), derived.led(open)));
        derived.kinds.push(derived.sentences.len());
        self.funds(facts, said, &mut derived);
        derived.kinds.push(derived.sentences.len());
        let (told, conditions): (Vec<&Condition>, Vec<&Condition>) = of_kind!(self, facts, Condition, conditions)
            .partition(|condition| said.has_both(&condition.then.value, &condition.when.value));
        let rest = told.iter().filter_map(|condition| self.rest_of_condition(condition, said));
        let conditions = rest.chain(condition::sentence(self, &conditions)).collect::<String>();
        derived.conditions = Some(conditions).filter(|conditions| !conditions.is_empty());
        for fact in facts {
            match fact {
                // 附注 of a notice stands below its date.
                Fact::Note(words) if noted.contains(&words.span) || said.has(bare(&words.value)) => {}
                Fact::Note(words) if !matches!(at, Holder::Notice(_)) => derived
                    .blocks
                    .push(paragraph(format!("{}。", self.wording.note(bare(&words.value)).trim_end_matches('。')))),
                Fact::Forbid(words) => {
                    let unsaid = rest::of_prohibition(&words.value, said);
                    derived.sentences.extend(unsaid.map(|what| format!("{}。", order::forbids(self, &what))));
                }
                Fact::Show(words) if at != Holder::Plan => derived.blocks.extend(table::shown(self, &words.value)),
                _ => {}
            }
        }
        derived
    }

    /// Values and duties that prose does not tell: tables for matrices, sentences for the rest.
    fn quotas(&self, facts: &[&Fact], unsaid: &[Id<Quota>], said: &Said, derived: &mut Derived, open: &Open) {
        let unsaid = unsaid.iter().map(|id| self.unsaid_part(*id, said)).collect::<Vec<Cow<Quota>>>();
        let quotas = unsaid.iter().map(Cow::as_ref).collect::<Vec<&Quota>>();
        let (mut values, mut duties) = (Vec::new(), Vec::new());
        let line = |quota| Line::of_quota(self.plan, quota);
        let alike = |one, other| line(one).map(|line| line.key()) == line(other).map(|line| line.key());
        for group in quotas.chunk_by(|one, other| alike(*one, *other)) {
            let lines = group.iter().filter_map(|quota| line(*quota)).collect::<Vec<_>>();
            if lines.len() > 1 {
                derived.blocks.extend(table::matrix::table(&lines).map(Block::Table));
                continue;
            }
            let (round, reached): (Vec<&Quota>, Vec<&Quota>) = group.iter().partition(|quota| quota.is_obligation());
            duties.extend(round);
            values.extend(reached);
        }
        let told = of_kind!(self, facts, Baseline, baselines).filter(|baseline| is_baseline_said(baseline, said));
        let told = told.filter_map(|baseline| stood::telling(self.plan, baseline));
        let stood = told.map(|id| self.plan.quotas[id].span).collect();
        let is_open = open.goes_on();
        let told = quota::Told { until: said.until.as_deref(), stood, is_open };
        derived.sentences.extend(quota::sentences(self.wording, self.plan, &values, &told));
        derived.kinds.push(derived.sentences.len());
        let is_open = is_open && values.is_empty();
        derived.sentences.extend(duty::sentence(self.wording, self.plan, &duties, is_open));
    }

    /// Puts the notes of several values in brackets behind their names: `总平均分（总分变化另行测算）`. Gives where those
    /// stand that it has put; a note of one value alone, or of one that no sentence names once, stays below.
    fn noted(&self, facts: &[&Fact], sentences: &mut [String]) -> Vec<Span> {
        let of_quota = facts.windows(2).filter_map(|pair| match pair {
            [Fact::Quota(id), Fact::Note(words)] => Some((&self.plan.quotas[*id].name.value, words)),
            _ => None,
        });
        let of_quota = of_quota.collect::<Vec<_>>();
        let notes = facts.iter().filter(|fact| matches!(fact, Fact::Note(_))).count();
        if of_quota.len() < 2 || of_quota.len() < notes {
            return Vec::new();
        }
        let put = of_quota.into_iter().filter_map(|(name, words)| {
            let note = bare(&words.value);
            let places = sentences.iter().map(|sentence| sentence.matches(name.as_str()).count()).sum::<usize>();
            let sentence = sentences.iter_mut().find(|sentence| sentence.contains(name.as_str()))?;
            if places != 1 || note.contains(['。', '（', '）', '\n']) {
                return None;
            }
            *sentence = sentence.replacen(name.as_str(), &format!("{name}（{note}）"), 1);
            Some(words.span)
        });
        put.collect()
    }

    /// A quota without the change that prose has told of, if there are values besides.
    fn unsaid_part(&self, id: Id<Quota>, said: &Said) -> Cow<'p, Quota> {
        let quota = &self.plan.quotas[id];
        let tells = |change: &Change| {
            let (names, targets) = (vec![quota.name.value.as_str()], vec![&change.by]);
            said.has_values(&Sought { names, targets, years: quota_years(quota), ..Sought::default() })
        };
        let has_more = quota.target.is_some() || !quota.series.is_empty();
        match &quota.change {
            Some(change) if has_more && tells(&change.value) => {
                Cow::Owned(Quota { change: None, every: None, ..quota.clone() })
            }
            _ => rest::of_series(quota, said).map_or(Cow::Borrowed(quota), Cow::Owned),
        }
    }

    /// Whether prose has told of a quota.
    pub(super) fn is_quota_said(&self, id: Id<Quota>, said: &Said) -> bool {
        let quota = &self.plan.quotas[id];
        let is_named = said.names(NamedValue::Quota(id))
            || !quota.series.is_empty()
                && (0..quota.series.len()).all(|index| said.names(NamedValue::Point(id, index)));
        if is_named || self.is_in_title(quota) || self.is_in_heading(quota, said) {
            return true;
        }
        let target = quota.target.as_ref().map(|target| &target.value);
        if quota.is_obligation() {
            let every = quota.every.as_ref().map(|every| every.value.to_string()).unwrap_or_default();
            let is_for_each = quota.per_member.iter().all(|member| said.has(member.value.trim()));
            return is_for_each && said.has_duty(&quota.name.value, &every, target);
        }
        let change = quota.change.as_ref().map(|change| &change.value.by);
        let series = quota.series.iter().map(|point| &point.target.value);
        let targets = target.into_iter().chain(change).chain(series).collect::<Vec<&Target>>();
        let scope = quota.scope.iter().map(Scope::words).collect::<Vec<_>>();
        let indicator = &self.plan.indicators[quota.indicator];
        let mut names = vec![quota.name.value.as_str(), indicator.name.value.as_str()];
        names.extend(indicator.aliases.iter().map(|alias| alias.value.as_str()));
        said.has_values(&Sought { names, scope, targets, years: quota_years(quota), is_past: false })
    }

    /// Whether the title of a goal that is a data line says a soft quota; its deadline then goes with the title.
    pub(super) fn is_in_title(&self, quota: &Quota) -> bool {
        let Some(node) = tree::at(self.plan, quota.holder) else { return false };
        let Some(Target::Soft(words)) = quota.target.as_ref().map(|target| &target.value) else { return false };
        matches!(node.holder, Holder::Goal(_)) && !node.is_heading && title_says(node.title, &quota.name.value, words)
    }

    /// Whether the heading of a goal with prose says a soft quota, and when that is due is told above it or is the end of
    /// the plan: `年终考评继续为优秀` is not said again.
    fn is_in_heading(&self, quota: &Quota, said: &Said) -> bool {
        let Some(node) = tree::at(self.plan, quota.holder) else { return false };
        let Some(Target::Soft(words)) = quota.target.as_ref().map(|target| &target.value) else { return false };
        let last = |when: &When| when.interval().map(|days| days.last);
        let end = self.plan.period.as_ref().and_then(|period| last(&period.value));
        let is_timely = quota.when.as_ref().is_none_or(|deadline| {
            let until = when::until(&deadline.value);
            said.until.as_ref() == Some(&until) || end.is_some() && last(&deadline.value.when) == end
        });
        let is_goal = matches!(node.holder, Holder::Goal(_)) && node.is_heading;
        is_goal && said.has_prose && is_timely && title_says(node.title, &quota.name.value, words)
    }

    /// Documents: those of the plan open it; a part names only what neither its prose nor the plan has named.
    fn bases(&self, facts: &[&Fact], said: &Said, at: Holder) -> Option<String> {
        if at == Holder::Plan {
            let bases = self.unsaid_bases(facts, said);
            let paper = super::assemble::paper(self.plan);
            return match (said.has_prose, said.has(basis::ENACTING)) {
                (false, _) => basis::opening(self.wording, &bases, paper),
                (true, false) => basis::enacting(self.wording, &bases, paper),
                // They are put into the sentence that says that the plan is made.
                (true, true) => None,
            };
        }
        let bases = of_kind!(self, facts, Basis, bases);
        let bases = bases.filter(|cited| !basis::is_open(cited) && !said.has(basis::title(cited)));
        let of_plan = |cited: &Basis| {
            let parts = self.plan.body.iter().filter_map(|part| match part {
                Part::Fact(Fact::Basis(id)) => Some(basis::title(&self.plan.bases[*id])),
                _ => None,
            });
            parts.into_iter().any(|title| title == basis::title(cited))
        };
        let bases = bases.filter(|cited| !of_plan(cited)).collect::<Vec<_>>();
        basis::sentence(self.wording, &bases)
    }

    /// The documents of the plan that neither its opening nor anything below it names.
    pub(super) fn unsaid_bases(&self, facts: &[&Fact], said: &Said) -> Vec<&'p Basis> {
        let bases = of_kind!(self, facts, Basis, bases);
        let is_said = |cited: &Basis| self.is_said_anywhere(basis::title(cited), said, Holder::Plan);
        bases.filter(|cited| !basis::is_open(cited) && !is_said(cited)).collect()
    }

    /// Values of the present, told together if they are of one time.
    fn baselines(&self, facts: &[&Fact], said: &Said, derived: &mut Derived) {
        let mut clauses: Vec<(String, String)> = Vec::new();
        let mut rows = Vec::new();
        for baseline in of_kind!(self, facts, Baseline, baselines) {
            if stood::telling(self.plan, baseline).is_some_and(|id| !self.is_quota_said(id, said)) {
                continue;
            }
            if let Some(line) = Line::of_baseline(self.plan, baseline) {
                rows.push(line);
                continue;
            }
            if !baseline.series.is_empty() {
                let (name, total) = (&baseline.name.value, baseline.total.as_ref());
                let total = total.map(|total| format!("，合计{}", value::inline(&total.value))).unwrap_or_default();
                let values = series::values(self.wording, &baseline.series, Manner::Act, "");
                clauses.push((String::new(), format!("{name}{values}{total}")));
            }
            let scope = baseline.scope.iter().map(Scope::words).collect::<Vec<_>>();
            let Some(target) = baseline.target.as_ref().map(|target| &target.value) else { continue };
            let is_words = matches!(target, Target::Soft(_));
            if is_baseline_said(baseline, said) {
                continue;
            }
            // Words may tell of their time themselves.
            let tells = |when: &When| is_words && target.to_string().contains(&when.to_string());
            let when = baseline.when.as_ref().filter(|when| !tells(&when.value));
            let when = when.map(|when| match &when.value {
                When::Hole(None) => format!("截至{}，", when.value),
                when => format!("{when}，"),
            });
            let when = when.unwrap_or_default();
            let words = value::inline(target);
            let is_compared = ["超过", "低于", "近"].iter().any(|word| words.starts_with(word));
            let words = words.trim_end_matches('。');
            let name = format!("{}{}", scope.join("、"), baseline.name.value);
            // 现有学校81所，其中高中2所、初中12所: a part follows its whole and has its time.
            match (baseline.part_of, clauses.last_mut()) {
                (Some(_), Some((_, last))) => {
                    let joint = if last.contains("，其中") { "、" } else { "，其中" };
                    last.push_str(&format!("{joint}{name}{words}"));
                }
                // 甲、乙均以2017年的比例为基数: what is reckoned from the same is told once.
                (None, Some((of, last)))
                    if is_words && words.starts_with('以') && *of == when && last.ends_with(words) =>
                {
                    let names = last.trim_end_matches(words).trim_end_matches('均');
                    *last = format!("{names}、{name}均{words}");
                }
                _ if is_compared || is_words && !is_rank(&name) => clauses.push((when, format!("{name}{words}"))),
                _ if value::is_count(&baseline.name.value, target) => {
                    clauses.push((when, self.wording.baseline_counts(&name, words)));
                }
                _ => clauses.push((when, self.wording.baseline_is(&name, words))),
            }
        }
        let groups = clauses.chunk_by(|one, other| one.0 == other.0).map(|group| {
            let when = group.first().map(|(when, _)| when.as_str()).unwrap_or_default();
            let clauses = group.iter().map(|(_, clause)| clause.as_str()).collect::<Vec<_>>();
            // What follows a list of parts is none of them.
            let is_plain = !when.is_empty() && !clauses.iter().any(|clause| clause.contains("，其中"));
            format!("{when}{}。", clauses.join(if is_plain { "，" } else { "；" }))
        });
        derived.sentences.extend(groups);
        let told = of_kind!(self, facts, Baseline, baselines);
        let told = told.filter(|baseline| baseline.table.is_none() && is_baseline_said(baseline, said));
        derived.sentences.extend(self.rest_of_baselines(&told.collect::<Vec<_>>(), said));
        for group in rows.chunk_by(|one, other| one.key() == other.key()) {
            derived.blocks.extend(table::matrix::table(group).map(Block::Table));
        }
    }

    fn funds(&self, facts: &[&Fact], said: &Said, derived: &mut Derived) {
        let ids = facts.iter().filter_map(|fact| match fact {
            Fact::Fund(id) => Some(*id),
            _ => None,
        });
        let (unsaid, told): (Vec<Id<Fund>>, Vec<Id<Fund>>) = ids.partition(|id| {
            let fund = &self.plan.funds[*id];
            let amounts = fund.amount.iter().map(|amount| &amount.value);
            let amounts = amounts.chain(fund.series.iter().map(|point| &point.target.value)).collect::<Vec<_>>();
            let share = fund.share.as_ref().map(|share| format!("{}%", share.percent));
            if amounts.is_empty() {
                return !share.is_some_and(|share| said.has_number(&fund.name.value, &share));
            }
            let (names, years) = (vec![fund.name.value.as_str()], fund_years(fund));
            let sought = Sought { names, targets: amounts, years, ..Sought::default() };
            !said.names(NamedValue::Fund(*id)) && !said.has_values(&sought)
        });
        let unsaid = unsaid.into_iter().map(|id| &self.plan.funds[id]).collect::<Vec<_>>();
        let told = told.into_iter().map(|id| &self.plan.funds[id]);
        let told = told.filter(|fund| fund.table.is_none() && fund.part_of.is_none());
        let rest = told.map(|fund| self.rest_of_fund(fund, said)).collect::<Vec<_>>();
        derived.sentences.extend(fund::rest(self.wording, &rest));
        let (rows, others): (Vec<&Fund>, Vec<&Fund>) = unsaid.iter().partition(|fund| fund.table.is_some());
        derived.sentences.extend(fund::sentence(self.wording, &others));
        for group in rows.chunk_by(|one, other| fund::same_table(one, other)) {
            let lines = group.iter().filter_map(|fund| Line::of_fund(fund)).collect::<Vec<_>>();
            derived.sentences.extend(group.first().and_then(|first| fund::terms_of_table(self.wording, first)));
            derived.blocks.extend(table::matrix::table(&lines).map(Block::Table));
        }
    }
}

/// A paragraph of plain words.
pub(super) fn paragraph(text: String) -> Block {
    Block::Paragraph(Paragraph { inlines: vec![Inline::Text { text }], anchor: None, is_signature: false, label: None })
}

/// Lines that sign a text, at its right.
pub(super) fn signature(lines: impl IntoIterator<Item = String>) -> impl Iterator<Item = Block> {
    let line = |text: String| {
        // A note on the paper stands below the date, at the left.
        let is_signature = !text.starts_with(['（', '(']);
        Block::Paragraph(Paragraph { inlines: vec![Inline::Text { text }], anchor: None, is_signature, label: None })
    };
    lines.into_iter().map(line)
}

/// Whether prose has told how something stands.
fn is_baseline_said(baseline: &Baseline, said: &Said) -> bool {
    let Some(target) = baseline.target.as_ref().map(|target| &target.value) else { return false };
    let years = baseline.when.as_ref().map(|when| years_of(&when.value)).unwrap_or_default();
    let (names, targets) = (vec![baseline.name.value.as_str()], vec![target]);
    let scope = baseline.scope.iter().map(Scope::words).collect();
    said.has_values(&Sought { names, scope, targets, years, is_past: true })
        || matches!(target, Target::Soft(_)) && said.has_both(&baseline.name.value, &target.to_string())
}

/// Whether a name asks which: 年终考评等级为优秀.
fn is_rank(name: &str) -> bool {
    ["等级", "等次", "级别", "名次", "位次", "排名"].iter().any(|end| name.ends_with(end))
}

/// The years a quota is for.
fn quota_years(quota: &Quota) -> Vec<i16> {
    let when = quota.when.as_ref().map(|deadline| &deadline.value.when);
    // 比2025年提高3个百分点: what it is measured against belongs to it.
    let base = quota.change.as_ref().and_then(|change| change.value.base.as_ref()).map(|base| &base.value);
    let from = quota.from_when.as_ref().map(|from| &from.value);
    let years = [when, base, from].into_iter().flatten().flat_map(years_of);
    years.chain(series_years(&quota.series)).collect()
}

/// The years money is for.
fn fund_years(fund: &Fund) -> Vec<i16> {
    let start = fund.start.as_ref().map(|start| years_of(&start.value)).unwrap_or_default();
    let when = fund.when.as_ref().map(|deadline| years_of(&deadline.value.when)).unwrap_or_default();
    [start, when, series_years(&fund.series)].concat()
}

fn series_years(series: &[Point]) -> Vec<i16> {
    series.iter().flat_map(|point| years_of(&When::At(point.time))).collect()
}

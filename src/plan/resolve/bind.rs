//! The binding of every reference to what it names.

use foldhash::{HashMap, HashMapExt};

use crate::diagnostic::Diagnostic;
use crate::plan::{
    Field, Goal, GoalRef, Id, Link, Made, Origin, OutputKind, Owner, OwnerKind, OwnerRef, Plan, Reference, Step, Thing,
};
use crate::source::{Span, Spanned};
use crate::syntax::fold::name_key;

use super::names::Names;
use super::worded::Worded;
use super::{Stated, composite, inherit, inline, lists};

/// Binds every reference of a plan.
pub(super) fn bind(plan: &mut Plan, mut stated: Stated, out: &mut Vec<Diagnostic>) {
    composite::declare(plan, &stated);
    let binder = Binder::new(plan, out);
    binder.all_owners(&mut stated.owners, out);
    binder.all_goals(&mut stated.goals, out);
    binder.owners(plan, out);
    binder.notices(plan, out);
    binder.steps(plan, out);
    binder.facts(plan, out);
    (plan.uses.owners, plan.uses.goals) = (stated.owners, stated.goals);
    members(plan);
    sequences(plan);
    inline::bind(plan, out);
}

/// The seats of a leading group, which need no declaration where one is declared.
const SEATS: [&str; 4] = ["组长", "副组长", "成员", "办公室主任"];

/// A list of no more names is bound anew for each that has it.
const SHORT: usize = 20;

struct Binder {
    owners: Names<Id<Owner>>,
    goals: Names<Id<Goal>>,
    steps: Names<Step>,
    worded: Worded,
    /// Lines that could not be read.
    unread: Vec<String>,
}

impl Binder {
    fn new(plan: &Plan, out: &mut Vec<Diagnostic>) -> Self {
        let mut owners = Names::new(("主体", "owner"), plan.owners.len());
        for (id, owner) in plan.owners.entries() {
            owners.declare(&owner.name, id, out);
        }
        for (id, owner) in plan.owners.entries() {
            for name in owner.full_name.iter().chain(&owner.aliases) {
                owners.also(name, id);
            }
            // 各学校：全县中小学校 is the class 学校.
            if let Some(class) = owner.name.value.strip_prefix('各').filter(|class| class.chars().count() > 1) {
                owners.also(&owner.name.piece(class), id);
            }
        }
        let mut goals = Names::new(("目标", "goal"), plan.goals.len());
        // Most have a title beside their name.
        let mut steps = Names::new(("措施或阶段", "measure or phase"), 2 * plan.measures.len());
        for (id, goal) in plan.goals.entries() {
            goals.declare(&goal.name, id, out);
        }
        for (id, measure) in plan.measures.entries() {
            steps.declare(&measure.name, Step::Measure(id), out);
        }
        for (id, phase) in plan.phases.entries() {
            steps.declare(&phase.name, Step::Phase(id), out);
        }
        // A title finds its thing as well, where no name does; so does the name of a goal where an order is asked.
        for (id, goal) in plan.goals.entries() {
            goals.also(&goal.title, id);
            steps.also(&goal.name, Step::Goal(id));
        }
        for (id, measure) in plan.measures.entries() {
            steps.also(&measure.title, Step::Measure(id));
        }
        for (id, phase) in plan.phases.entries() {
            steps.also(&phase.title, Step::Phase(id));
        }
        let unread = plan.unread.iter().map(|line| line.value.clone()).collect();
        Self { owners, goals, steps, worded: Worded::of(plan), unread }
    }

    fn owner(&self, reference: &mut OwnerRef, out: &mut Vec<Diagnostic>) {
        // 办公室：设在县教育局 says the same as 办公室：县教育局.
        let housed = ["设在", "设于"].iter().find_map(|word| reference.text.strip_prefix(word));
        if let Some(house) = housed.filter(|house| reference.link == Link::Unresolved && !house.is_empty()) {
            reference.text = house.to_owned();
        }
        let text = reference.text.as_str();
        let found = self.named(text).or_else(|| {
            let found = || self.worded.find(text, |name| self.named(name));
            let class = text.strip_prefix('各').or_else(|| lists::class(text));
            let of_class = || class.and_then(|rest| self.worded.find(rest, |name| self.named(name)));
            (reference.link == Link::Unresolved).then(|| found().or_else(of_class)).flatten()
        });
        if found.is_none()
            && reference.link == Link::Unresolved
            && !self.may_be_declared(&reference.text)
            && let Some(finding) =
                lists::undeclared(&reference.text, reference.span, &self.worded, |name| self.is_owner(name))
        {
            out.push(finding);
            return;
        }
        self.link(reference, found, &self.owners, out);
    }

    /// Who is declared by a name; 各学校 names the class 学校.
    fn named(&self, name: &str) -> Option<Id<Owner>> {
        let found = self.owners.find(name);
        let found = found.or_else(|| name.strip_prefix('各').and_then(|rest| self.owners.find(rest)));
        found.or_else(|| lists::class(name).and_then(|rest| self.owners.find(rest)))
    }

    fn is_owner(&self, name: &str) -> bool {
        let name = name.trim();
        self.owners.find(name.strip_prefix('各').unwrap_or(name)).is_some() || self.owners.find(name).is_some()
    }

    /// Binds the owners of a list; 教育局和财政局 are two of them if both are declared.
    fn all_owners(&self, references: &mut Vec<OwnerRef>, out: &mut Vec<Diagnostic>) {
        let mut at = references.iter_mut().position(|reference| !self.is_plain(reference)).unwrap_or(references.len());
        if references[at..].iter().any(|reference| self.joined(reference).is_some()) {
            let each = |reference: OwnerRef| self.joined(&reference).unwrap_or_else(|| vec![reference]);
            *references = std::mem::take(references).into_iter().flat_map(each).collect();
        }
        while at < references.len() {
            let told = self.sentence(&references[at..]);
            at += match told {
                Some((finding, count)) => {
                    out.push(finding);
                    count
                }
                None => {
                    self.owner(&mut references[at], out);
                    1
                }
            };
        }
    }

    /// Binds a reference that is the very name of an owner, as most are; no other name is tried of it.
    fn is_plain(&self, reference: &mut OwnerRef) -> bool {
        // 设在县教育局 says where, and names the organ behind it.
        if reference.link != Link::Unresolved || reference.text.starts_with('设') {
            return false;
        }
        let found = self.owners.find(&reference.text);
        reference.link = found.map_or(Link::Unresolved, Link::To);
        found.is_some()
    }

    /// Names that are a sentence, and how many: `教研分会要牵头开展分片、分校的集体备课` names one and says what it does.
    fn sentence(&self, references: &[OwnerRef]) -> Option<(Diagnostic, usize)> {
        let first = references.first().filter(|first| first.link == Link::Unresolved)?;
        let name = lists::told(&first.text, |name| self.is_owner(name))?;
        if self.named(&first.text).is_some() {
            return None;
        }
        // What stands right behind its 、 goes on with it.
        let goes_on = |pair: &&[OwnerRef]| {
            let (one, other) = (pair[0].span, pair[1].span);
            one.source == other.source && one.end <= other.start && other.start - one.end <= '、'.len_utf8() as u32
        };
        let count = references.windows(2).take_while(goes_on).count() + 1;
        Some((lists::sentence(name, first.span.to(references[count - 1].span)), count))
    }

    /// The owners that a name joins, if it is none itself.
    fn joined(&self, reference: &OwnerRef) -> Option<Vec<OwnerRef>> {
        if reference.link != Link::Unresolved || self.owners.find(&reference.text).is_some() {
            return None;
        }
        let is_as_written = (reference.span.end - reference.span.start) as usize == reference.text.len();
        let parts = lists::joined(&reference.text, |name| self.is_owner(name))?;
        let part = |(at, text): (usize, &str)| {
            let start = reference.span.start + at as u32;
            let span = Span { start, end: start + text.len() as u32, ..reference.span };
            OwnerRef {
                link: Link::Unresolved,
                text: text.to_owned(),
                span: if is_as_written { span } else { reference.span },
            }
        };
        Some(parts.into_iter().map(part).collect())
    }

    /// Binds a field whose faults are told with those of the names that are stated.
    fn owner_field(&self, field: &mut Field<Vec<OwnerRef>>, known: &mut HashMap<Span, Vec<OwnerRef>>) {
        self.long_list(&mut field.value, known, &mut Vec::new());
    }

    /// Binds a list that several have; if it is long, it is bound, and its faults are told, once for all of them.
    fn long_list(&self, list: &mut Vec<OwnerRef>, known: &mut HashMap<Span, Vec<OwnerRef>>, out: &mut Vec<Diagnostic>) {
        let [first, .., last] = &list[..] else { return self.all_owners(list, out) };
        if list.len() <= SHORT {
            return self.all_owners(list, out);
        }
        let bound = known.entry(first.span.to(last.span)).or_insert_with(|| {
            self.all_owners(list, out);
            list.clone()
        });
        list.clone_from(bound);
    }

    fn all_goals(&self, references: &mut [GoalRef], out: &mut Vec<Diagnostic>) {
        for reference in references {
            let found = self.goals.find(&reference.text);
            self.link(reference, found, &self.goals, out);
        }
    }

    fn all_steps(&self, references: &mut [Reference<Step>], out: &mut Vec<Diagnostic>) {
        for reference in references {
            let found = self.steps.find(&reference.text);
            self.link(reference, found, &self.steps, out);
        }
    }

    fn owners(&self, plan: &mut Plan, out: &mut Vec<Diagnostic>) {
        for id in plan.owners.ids() {
            let owner = &mut plan.owners[id];
            if let Some(under) = &mut owner.under {
                self.owner(under, out);
            }
            if let Some(class) = &mut owner.class {
                self.owner(class, out);
            }
            match &mut owner.made {
                Some(Made::Of(parts)) => self.all_owners(parts, out),
                Some(Made::Except(class, left)) => {
                    self.owner(class, out);
                    self.all_owners(left, out);
                }
                None => {}
            }
            if let Some(seats) = &mut owner.seats {
                for field in [&mut seats.leader, &mut seats.deputy, &mut seats.members, &mut seats.office] {
                    self.all_owners(&mut field.value, out);
                }
            }
        }
    }

    fn notices(&self, plan: &mut Plan, out: &mut Vec<Diagnostic>) {
        self.all_owners(&mut plan.issuers, out);
        self.all_owners(&mut plan.accountable, &mut Vec::new());
        for notice in &mut plan.notices {
            self.all_owners(&mut notice.issuers, out);
            self.all_owners(&mut notice.approved, out);
            self.all_steps(&mut notice.after, out);
        }
    }

    fn steps(&self, plan: &mut Plan, out: &mut Vec<Diagnostic>) {
        let mut known = HashMap::new();
        for id in plan.goals.ids() {
            let goal = &mut plan.goals[id];
            self.owner_field(&mut goal.accountable, &mut known);
            self.owner_field(&mut goal.lead, &mut known);
            self.all_goals(&mut goal.serves.value, &mut Vec::new());
        }
        for id in plan.phases.ids() {
            let phase = &mut plan.phases[id];
            self.owner_field(&mut phase.lead, &mut known);
            self.owner_field(&mut phase.with, &mut known);
            self.all_steps(&mut phase.after, out);
            self.all_steps(&mut phase.builds_on, out);
        }
        for id in plan.measures.ids() {
            let measure = &mut plan.measures[id];
            // The faults of what is inherited are told where it is written.
            let mut elsewhere = Vec::new();
            for field in [&mut measure.accountable, &mut measure.lead, &mut measure.with] {
                match field.origin {
                    Origin::Inherited => self.owner_field(field, &mut known),
                    _ => self.all_owners(&mut field.value, out),
                }
            }
            inherit::without_leads(&mut measure.with, &measure.lead);
            let told = if measure.serves.origin == Origin::Inherited { &mut elsewhere } else { &mut *out };
            self.all_goals(&mut measure.serves.value, told);
            self.all_steps(&mut measure.after, out);
            self.all_steps(&mut measure.builds_on, out);
            self.all_owners(&mut measure.approved, out);
            for output in &mut measure.outputs {
                if let (OutputKind::Words, Some(owner)) = (output.kind, self.owners.find(&output.text)) {
                    output.kind = OutputKind::Owner(owner);
                }
            }
        }
    }

    fn facts(&self, plan: &mut Plan, out: &mut Vec<Diagnostic>) {
        // The scopes of one line make several quotas with the same references: each fault is told once.
        let (mut told, mut known) = (None, HashMap::new());
        for id in plan.quotas.ids() {
            let mut found = Vec::new();
            let quota = &mut plan.quotas[id];
            self.long_list(&mut quota.by, &mut known, &mut found);
            if told != Some(quota.span) {
                out.append(&mut found);
            }
            told = Some(quota.span);
        }
        for id in plan.reports.ids() {
            self.all_owners(&mut plan.reports[id].path, out);
        }
        for id in plan.chains.ids() {
            self.all_owners(&mut plan.chains[id].links, out);
        }
        for id in plan.alliances.ids() {
            for member in &mut plan.alliances[id].members {
                // 家庭、社会: what acts together need not be an owner of this plan.
                match self.owners.find(&member.text) {
                    Some(owner) => member.link = Link::To(owner),
                    None if member.link == Link::Unresolved => member.link = Link::Outside,
                    None => {}
                }
            }
        }
        let has_group = plan.owners.iter().any(|owner| owner.kind == OwnerKind::Group);
        for id in plan.roles.ids() {
            let who = &mut plan.roles[id].who;
            if has_group && who.link == Link::Unresolved && SEATS.contains(&who.text.as_str()) {
                who.link = Link::Outside;
            }
            self.owner(who, out);
        }
    }

    /// Whether a line that could not be read may have declared a name.
    fn may_be_declared(&self, name: &str) -> bool {
        let name = name.strip_prefix('各').unwrap_or(name);
        name.chars().count() > 1 && self.unread.iter().any(|line| line.contains(name))
    }

    /// Binds a reference to what was found; a plain name that nothing declares is reported, unless a line that could
    /// not be read may declare it.
    fn link<T: Copy + PartialEq>(
        &self,
        reference: &mut Reference<T>,
        found: Option<T>,
        names: &Names<T>,
        out: &mut Vec<Diagnostic>,
    ) {
        match (reference.link, found) {
            (Link::Unresolved | Link::Outside, Some(thing)) => reference.link = Link::To(thing),
            (Link::Unresolved, None) if !self.may_be_declared(&reference.text) => {
                out.push(names.undefined(&reference.text, reference.span));
            }
            _ => {}
        }
    }
}

/// Finds what the members of sets are: a member equal to one declared name is that thing, else it is text.
fn members(plan: &mut Plan) {
    if plan.sets.is_empty() {
        return;
    }
    let mut things: HashMap<String, Option<Thing>> = HashMap::new();
    let mut take = |name: &Spanned<String>, thing: Thing| {
        let slot = things.entry(name_key(&name.value)).or_insert(Some(thing));
        if *slot != Some(thing) {
            *slot = None;
        }
    };
    plan.goals.entries().for_each(|(id, goal)| take(&goal.name, Thing::Goal(id)));
    plan.measures.entries().for_each(|(id, measure)| take(&measure.name, Thing::Measure(id)));
    plan.phases.entries().for_each(|(id, phase)| take(&phase.name, Thing::Phase(id)));
    plan.owners.entries().for_each(|(id, owner)| take(&owner.name, Thing::Owner(id)));
    plan.funds.entries().for_each(|(id, fund)| take(&fund.name, Thing::Fund(id)));
    plan.sets.entries().for_each(|(id, set)| take(&set.name, Thing::Set(id)));
    for (id, chain) in plan.chains.entries() {
        if let Some(name) = &chain.name {
            take(name, Thing::Chain(id));
        }
    }
    for id in plan.sets.ids() {
        for member in &mut plan.sets[id].members {
            member.thing = things.get(&name_key(&member.text)).copied().flatten();
        }
    }
}

/// A measure or phase that follows another in an ordered set comes after it.
fn sequences(plan: &mut Plan) {
    let mut found = Vec::new();
    for set in plan.sets.iter().filter(|set| set.is_ordered) {
        for pair in set.members.windows(2) {
            let [before, after] = pair else { continue };
            if let (Some(before_step), Some(after_step)) = (step(before.thing), step(after.thing)) {
                let reference = Reference { link: Link::To(before_step), text: before.text.clone(), span: before.span };
                found.push((after_step, reference));
            }
        }
    }
    for (step, reference) in found {
        let after = match step {
            Step::Measure(id) => &mut plan.measures[id].after,
            Step::Phase(id) => &mut plan.phases[id].after,
            Step::Goal(_) => continue,
        };
        if !after.iter().any(|known| known.link == reference.link) {
            after.push(reference);
        }
    }
}

fn step(thing: Option<Thing>) -> Option<Step> {
    match thing? {
        Thing::Measure(id) => Some(Step::Measure(id)),
        Thing::Phase(id) => Some(Step::Phase(id)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::source::Sources;
    use crate::{plan, syntax};

    #[test]
    fn who_leads_a_part_does_not_help_itself() {
        let text = "# 方案：甲\n# 主体\n- 教育局\n- 学校\n- 家长\n## 措施 一：全部\n- 牵头：教育局\n- 配合：学校、家长\n\
                    ### 措施 二：部分\n- 牵头：各学校\n";
        let mut sources = Sources::default();
        let source = sources.add("a.plan", text);
        let source = sources.get(source);
        let (plan, _) = plan::resolve(source, &syntax::parse(source).file);
        let helpers = plan
            .measures
            .iter()
            .map(|measure| measure.with.value.iter().map(|helper| helper.text.as_str()).collect::<Vec<_>>());
        assert_eq!(helpers.collect::<Vec<_>>(), [vec!["学校", "家长"], vec!["家长"]]);
    }
}

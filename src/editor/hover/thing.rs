//! What the plan says of a thing that has a name.

use super::page::Page;
use super::value;
use crate::diagnostic::Lang;
use crate::editor::Analysis;
use crate::editor::index::{Thing, kind};
use crate::editor::rename::called;
use crate::plan::{
    Chain, Field, Goal, Holder, Id, Indicator, Link, Made, Measure, Owner, OwnerRef, Phase, Sort, Step, StepRef,
};
use crate::quantity::{Direction, Unit};

impl Analysis {
    /// The page of a thing.
    pub(super) fn thing(&self, thing: Thing, lang: Lang) -> Page {
        let plan = &self.compiled.plan;
        match thing {
            Thing::Owner(id) => self.owner(id, lang),
            Thing::Goal(id) => self.goal(id, lang),
            Thing::Measure(id) => self.measure(id, lang),
            Thing::Phase(id) => self.phase(id, lang),
            Thing::Indicator(id) => self.indicator(id, lang),
            Thing::Param(id) => {
                let mut page = self.headed(thing, lang);
                let open = page.say("待定", "still to be given");
                page.line(("值", "value"), plan.params[id].value.as_deref().unwrap_or(open));
                page
            }
            Thing::Set(id) => {
                let mut page = self.headed(thing, lang);
                page.list(("内容", "members"), plan.sets[id].members.iter().map(|member| member.text.as_str()));
                page
            }
            Thing::Chain(id) => {
                let mut page = self.headed(thing, lang);
                page.line(("自上而下", "from the top down"), &self.linked(id));
                page
            }
            Thing::Fund(id) => {
                let mut page = self.headed(thing, lang);
                self.money(&mut page, id, lang);
                page
            }
            Thing::Unit(_) => self.headed(thing, lang),
        }
    }

    /// A chain, its links in their order.
    pub(super) fn linked(&self, id: Id<Chain>) -> String {
        let links = &self.compiled.plan.chains[id].links;
        links.iter().map(|link| link.text.as_str()).collect::<Vec<_>>().join(" → ")
    }

    fn headed(&self, thing: Thing, lang: Lang) -> Page {
        let plan = &self.compiled.plan;
        let (zh, en) = called(kind(plan, thing));
        let what = match lang {
            Lang::Zh => zh,
            Lang::En => en.trim_start_matches("an ").trim_start_matches("a "),
        };
        let names = self.index.names(plan, thing);
        let name = names.first().map_or("", |name| name.value.as_str());
        let title = names.get(1).filter(|_| matches!(thing, Thing::Goal(_) | Thing::Measure(_) | Thing::Phase(_)));
        Page::new(lang, name, &[what, title.map_or("", |title| title.value.as_str())])
    }

    fn goal(&self, id: Id<Goal>, lang: Lang) -> Page {
        let plan = &self.compiled.plan;
        let goal = &plan.goals[id];
        let mut page = self.headed(Thing::Goal(id), lang);
        page.line(
            ("时限", "due"),
            &goal.due.value.as_ref().map(|due| value::when(&due.value, lang)).unwrap_or_default(),
        );
        page.list(("责任", "accountable"), named(&goal.accountable));
        page.list(("牵头", "lead"), named(&goal.lead));
        let own =
            plan.quotas.entries().filter(|(_, quota)| quota.holder == Holder::Goal(id) && quota.part_of.is_none());
        for (quota, _) in own {
            page.line(("指标", "quota"), &self.asked(quota, lang));
        }
        page.list(("支撑它的措施", "served by"), self.serving(id).map(|measure| measure.title.value.as_str()));
        page
    }

    fn measure(&self, id: Id<Measure>, lang: Lang) -> Page {
        let plan = &self.compiled.plan;
        let measure = &plan.measures[id];
        let mut page = self.headed(Thing::Measure(id), lang);
        page.list(("责任", "accountable"), named(&measure.accountable));
        page.list(("牵头", "lead"), named(&measure.lead));
        page.list(("配合", "with"), named(&measure.with));
        let start = measure.start.as_ref().map(|start| value::when(&start.value, lang));
        page.line(("始于", "from"), &start.unwrap_or_default());
        let due = measure.due.value.as_ref().map(|due| value::when(&due.value, lang));
        page.line(("时限", "due"), &due.unwrap_or_default());
        page.list(("支撑", "serves"), measure.serves.value.iter().map(|goal| goal.text.as_str()));
        page.list(("成果", "delivers"), measure.outputs.iter().map(|output| output.text.as_str()));
        page.list(("先经", "approved by"), measure.approved.iter().map(|owner| owner.text.as_str()));
        self.order(&mut page, Step::Measure(id), &measure.after);
        let own =
            plan.quotas.entries().filter(|(_, quota)| quota.holder == Holder::Measure(id) && quota.part_of.is_none());
        for (quota, _) in own {
            page.line(("指标", "quota"), &self.asked(quota, lang));
        }
        let funds = plan.funds.iter().filter(|fund| fund.holder == Holder::Measure(id) && fund.part_of.is_none());
        page.list(
            ("经费", "money"),
            funds.map(|fund| {
                let amount = fund.amount.as_ref().map(|amount| value::target(&amount.value, lang)).unwrap_or_default();
                format!("{} {amount}", fund.name.value).trim_end().to_owned()
            }),
        );
        page
    }

    fn phase(&self, id: Id<Phase>, lang: Lang) -> Page {
        let phase = &self.compiled.plan.phases[id];
        let mut page = self.headed(Thing::Phase(id), lang);
        let time = phase.time.as_ref().map(|time| value::when(&time.value, lang));
        page.line(("时间", "time"), &time.unwrap_or_default());
        page.list(("牵头", "lead"), named(&phase.lead));
        page.list(("配合", "with"), named(&phase.with));
        self.order(&mut page, Step::Phase(id), &phase.after);
        page
    }

    /// What comes before a step and what after it.
    fn order(&self, page: &mut Page, step: Step, after: &[StepRef]) {
        let plan = &self.compiled.plan;
        page.list(("须先完成", "after"), after.iter().map(|step| step.text.as_str()));
        let waits = |after: &[StepRef]| after.iter().any(|reference| reference.target() == Some(step));
        let measures = plan.measures.iter().filter(|measure| waits(&measure.after)).map(|measure| &measure.name);
        let phases = plan.phases.iter().filter(|phase| waits(&phase.after)).map(|phase| &phase.name);
        page.list(("之后", "before"), measures.chain(phases).map(|name| name.value.as_str()));
    }

    fn indicator(&self, id: Id<Indicator>, lang: Lang) -> Page {
        let plan = &self.compiled.plan;
        let indicator = &plan.indicators[id];
        let mut page = self.headed(Thing::Indicator(id), lang);
        page.list(("又称", "also called"), indicator.aliases.iter().map(|name| name.value.as_str()));
        page.line(("单位", "unit"), &self.counted_in(id).map(ToString::to_string).unwrap_or_default());
        let sort = indicator.sort.map(|sort| match sort {
            Sort::Flow => page.say("增量", "flow"),
            Sort::Stock => page.say("存量", "stock"),
            Sort::Rate => page.say("率", "rate"),
        });
        page.line(("类型", "sort"), sort.unwrap_or_default());
        let better = indicator.better.map(|better| match better {
            Direction::Up => page.say("升", "up"),
            Direction::Down => page.say("降", "down"),
        });
        page.line(("向好", "better"), better.unwrap_or_default());
        let unit = indicator.unit.as_ref().filter(|unit| unit.value.is_percent()).map_or("", |unit| unit.value.word());
        let bounds = indicator.bounds.as_ref().map(|bounds| {
            let (low, high) = bounds.value;
            format!("{low}{unit}—{high}{unit}")
        });
        page.line(("界限", "bounds"), &bounds.unwrap_or_default());
        page.line(("公式", "formula"), indicator.formula.as_ref().map_or("", |formula| formula.value.as_str()));
        let defined = indicator
            .definition
            .as_ref()
            .map(|defined| format!("{} {}", defined.what.value, value::target(&defined.target.value, lang)));
        page.line(("定义", "defined as"), &defined.unwrap_or_default());
        page.list(("其中", "of which"), indicator.parts.iter().map(|part| plan.indicators[*part].name.value.as_str()));
        let wholes = plan.indicators.iter().filter(|whole| whole.parts.contains(&id));
        page.list(("属于", "part of"), wholes.map(|whole| whole.name.value.as_str()));
        indicator.notes.iter().for_each(|note| page.line(("附注", "note"), &note.value));
        self.counted(&mut page, id, lang);
        page
    }

    /// What is there of an indicator, what is asked of it, and of whom.
    fn counted(&self, page: &mut Page, id: Id<Indicator>, lang: Lang) {
        let plan = &self.compiled.plan;
        // A part is told with its whole where both are of one indicator.
        let own = plan.baselines.entries().filter(|(_, baseline)| {
            let whole = baseline.part_of.map(|whole| plan.baselines[whole].indicator);
            baseline.indicator == id && whole != Some(id)
        });
        own.for_each(|(baseline, _)| page.line(("现状", "now"), &self.stood(baseline, lang)));
        let mut answering: Vec<&str> = Vec::new();
        let asked = plan.quotas.entries().filter(|(_, quota)| {
            quota.indicator == id && quota.part_of.map(|whole| plan.quotas[whole].indicator) != Some(id)
        });
        for (quota, said) in asked {
            page.line(("要求", "asked"), &self.asked(quota, lang));
            page.line(("备注", "note"), said.note.as_ref().map_or("", |note| note.value.as_str()));
            let conditions = plan.conditions.iter().filter(|condition| condition.quota == Some(quota));
            conditions.for_each(|condition| page.line(("条件", "if"), &value::conditional(condition, lang)));
            let who = if said.by.is_empty() { self.answering(said.holder) } else { &said.by };
            answering.extend(who.iter().filter(|who| who.link != Link::Hole).map(|who| who.text.as_str()));
        }
        let mut seen = std::collections::BTreeSet::new();
        answering.retain(|who| seen.insert(*who));
        page.list(("谁负责", "who answers for it"), answering);
    }

    /// Who answers for what something holds: whoever leads it, else whoever is accountable.
    fn answering(&self, holder: Holder) -> &[OwnerRef] {
        let plan = &self.compiled.plan;
        let either = |lead: &'_ Field<Vec<OwnerRef>>| !lead.value.is_empty();
        match holder {
            Holder::Goal(id) if either(&plan.goals[id].lead) => &plan.goals[id].lead.value,
            Holder::Goal(id) => &plan.goals[id].accountable.value,
            Holder::Measure(id) if either(&plan.measures[id].lead) => &plan.measures[id].lead.value,
            Holder::Measure(id) => &plan.measures[id].accountable.value,
            Holder::Phase(id) => &plan.phases[id].lead.value,
            Holder::Plan | Holder::Notice(_) | Holder::Section(_) | Holder::Owner(_) => &plan.accountable,
        }
    }

    /// The measures that serve a goal.
    pub(in crate::editor) fn serving(&self, id: Id<Goal>) -> impl Iterator<Item = &Measure> {
        let serves = move |measure: &&Measure| measure.serves.value.iter().any(|goal| goal.target() == Some(id));
        self.compiled.plan.measures.iter().filter(serves)
    }

    /// Whether a name is that of an owner, or of several among which it is.
    pub(in crate::editor) fn is_or_holds(&self, reference: &OwnerRef, id: Id<Owner>) -> bool {
        let Some(target) = reference.target() else { return false };
        let made = self.compiled.plan.owners[target].made.as_ref();
        target == id || matches!(made, Some(Made::Of(parts)) if parts.iter().any(|part| part.target() == Some(id)))
    }
}

fn named(field: &Field<Vec<OwnerRef>>) -> impl Iterator<Item = &str> {
    field.value.iter().map(|owner| owner.text.as_str())
}

impl Analysis {
    /// What an indicator is counted in; 增长3% of one that nothing declares tells nothing of that.
    fn counted_in(&self, id: Id<Indicator>) -> Option<&Unit> {
        let plan = &self.compiled.plan;
        let unit = plan.indicators[id].unit.as_ref()?;
        let mut changes =
            plan.quotas.iter().filter(|quota| quota.indicator == id).filter_map(|quota| quota.change.as_ref());
        let is_of_change = unit.value.is_percent() && changes.any(|change| change.span == unit.span);
        (!is_of_change).then_some(&unit.value)
    }
}

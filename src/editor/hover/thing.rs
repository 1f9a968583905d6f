//! What the plan says of a thing that has a name.

use super::page::Page;
use crate::diagnostic::Lang;
use crate::editor::Analysis;
use crate::editor::index::{Thing, kind};
use crate::editor::rename::called;
use crate::plan::{
    Baseline, Field, Goal, Holder, Id, Indicator, Link, Made, Measure, Owner, OwnerRef, Phase, Quota, Sort, Step,
    StepRef,
};
use crate::quantity::Direction;

impl Analysis {
    /// The page of a thing.
    pub(super) fn thing(&self, thing: Thing, lang: Lang) -> String {
        let plan = &self.compiled.plan;
        match thing {
            Thing::Owner(id) => self.owner(id, lang),
            Thing::Goal(id) => self.goal(id, lang),
            Thing::Measure(id) => self.measure(id, lang),
            Thing::Phase(id) => self.phase(id, lang),
            Thing::Indicator(id) => self.indicator(id, lang),
            Thing::Param(id) => {
                let mut page = self.headed(thing, lang);
                page.line(
                    ("值", "value"),
                    plan.params[id].value.as_deref().unwrap_or(page.say("待定", "still to be given")),
                );
                page.done()
            }
            Thing::Set(id) => {
                let mut page = self.headed(thing, lang);
                let members: Vec<&str> = plan.sets[id].members.iter().map(|member| member.text.as_str()).collect();
                page.list(("内容", "members"), &members);
                page.done()
            }
            Thing::Chain(id) => {
                let mut page = self.headed(thing, lang);
                let links: Vec<&str> = plan.chains[id].links.iter().map(|link| link.text.as_str()).collect();
                page.line(("自上而下", "from the top down"), &links.join(" → "));
                page.done()
            }
            Thing::Fund(id) => {
                let fund = &plan.funds[id];
                let mut page = self.headed(thing, lang);
                page.line(
                    ("数额", "amount"),
                    &fund.amount.as_ref().map(|amount| amount.value.to_string()).unwrap_or_default(),
                );
                page.line(("来源", "from"), fund.source.as_ref().map_or("", |source| source.value.as_str()));
                page.line(("用途", "for"), fund.purpose.as_ref().map_or("", |purpose| purpose.value.as_str()));
                page.done()
            }
            Thing::Unit(_) => self.headed(thing, lang).done(),
        }
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

    fn goal(&self, id: Id<Goal>, lang: Lang) -> String {
        let plan = &self.compiled.plan;
        let goal = &plan.goals[id];
        let mut page = self.headed(Thing::Goal(id), lang);
        page.line(("时限", "due"), &goal.due.value.as_ref().map(|due| due.value.to_string()).unwrap_or_default());
        page.line(("责任", "accountable"), &listed(&goal.accountable));
        for (quota, _) in plan.quotas.entries().filter(|(_, quota)| quota.holder == Holder::Goal(id)) {
            page.line(("指标", "quota"), &self.asked(quota));
        }
        let serving: Vec<&str> = self.serving(id).map(|measure| measure.title.value.as_str()).collect();
        page.list(("支撑它的措施", "served by"), &serving);
        page.done()
    }

    fn measure(&self, id: Id<Measure>, lang: Lang) -> String {
        let plan = &self.compiled.plan;
        let measure = &plan.measures[id];
        let mut page = self.headed(Thing::Measure(id), lang);
        page.line(("牵头", "lead"), &listed(&measure.lead));
        page.line(("配合", "with"), &listed(&measure.with));
        page.line(("始于", "from"), &measure.start.as_ref().map(|start| start.value.to_string()).unwrap_or_default());
        let due = measure.due.value.as_ref().map(|due| {
            let day = due.value.last_day().map(|day| format!(" → {day}")).unwrap_or_default();
            format!("{}{day}", due.value)
        });
        page.line(("时限", "due"), &due.unwrap_or_default());
        let goals: Vec<&str> = measure.serves.value.iter().map(|goal| goal.text.as_str()).collect();
        page.list(("支撑", "serves"), &goals);
        page.list(("成果", "delivers"), &measure.outputs.iter().map(|output| output.text.as_str()).collect::<Vec<_>>());
        self.order(&mut page, Step::Measure(id), &measure.after);
        page.done()
    }

    fn phase(&self, id: Id<Phase>, lang: Lang) -> String {
        let phase = &self.compiled.plan.phases[id];
        let mut page = self.headed(Thing::Phase(id), lang);
        page.line(("时间", "time"), &phase.time.as_ref().map(|time| time.value.to_string()).unwrap_or_default());
        page.line(("牵头", "lead"), &listed(&phase.lead));
        self.order(&mut page, Step::Phase(id), &phase.after);
        page.done()
    }

    /// What comes before a step and what after it.
    fn order(&self, page: &mut Page, step: Step, after: &[StepRef]) {
        let plan = &self.compiled.plan;
        let before: Vec<&str> = after.iter().map(|step| step.text.as_str()).collect();
        page.list(("须先完成", "after"), &before);
        let waits = |after: &[StepRef]| after.iter().any(|reference| reference.target() == Some(step));
        let measures = plan.measures.iter().filter(|measure| waits(&measure.after)).map(|measure| &measure.name);
        let phases = plan.phases.iter().filter(|phase| waits(&phase.after)).map(|phase| &phase.name);
        let next: Vec<&str> = measures.chain(phases).map(|name| name.value.as_str()).collect();
        page.list(("之后", "before"), &next);
    }

    fn indicator(&self, id: Id<Indicator>, lang: Lang) -> String {
        let plan = &self.compiled.plan;
        let indicator = &plan.indicators[id];
        let mut page = self.headed(Thing::Indicator(id), lang);
        page.line(("单位", "unit"), &indicator.unit.as_ref().map(|unit| unit.value.to_string()).unwrap_or_default());
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
        page.line(("公式", "formula"), indicator.formula.as_ref().map_or("", |formula| formula.value.as_str()));
        for baseline in plan.baselines.iter().filter(|baseline| baseline.indicator == id) {
            page.line(("现状", "now"), &stood(baseline));
        }
        let mut answering: Vec<&str> = Vec::new();
        for (quota, said) in plan.quotas.entries().filter(|(_, quota)| quota.indicator == id) {
            page.line(("要求", "asked"), &self.asked(quota));
            let who = if said.by.is_empty() { self.answering(said.holder) } else { &said.by };
            answering.extend(who.iter().filter(|who| who.link != Link::Hole).map(|who| who.text.as_str()));
        }
        let mut seen = std::collections::BTreeSet::new();
        answering.retain(|who| seen.insert(*who));
        page.list(("谁负责", "who answers for it"), &answering);
        page.done()
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

    /// What a quota asks, in words.
    pub(super) fn asked(&self, id: Id<Quota>) -> String {
        let quota = &self.compiled.plan.quotas[id];
        let scope = quota.scope_words();
        let name =
            if scope.is_empty() { quota.name.value.clone() } else { format!("{}（{scope}）", quota.name.value) };
        let target = quota.target.as_ref().map(|target| target.value.to_string());
        let when = quota.when.as_ref().map(|when| when.value.when.to_string());
        let every = quota.every.as_ref().map(|every| every.value.to_string());
        let series = quota.series.iter().map(|point| format!("{}{}", point.time, point.target.value));
        let series = series.collect::<Vec<_>>().join("、");
        let all = [target, every, when, (!series.is_empty()).then_some(series)];
        let words = all.into_iter().flatten().collect::<Vec<_>>().join("，");
        format!("{name} {words}").trim_end().to_owned()
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

fn listed(field: &Field<Vec<OwnerRef>>) -> String {
    field.value.iter().map(|owner| owner.text.as_str()).collect::<Vec<_>>().join("、")
}

fn stood(baseline: &Baseline) -> String {
    let scope: Vec<&str> = baseline.scope.iter().map(|scope| scope.words()).collect();
    let value = baseline.target.as_ref().map(|target| target.value.to_string());
    let when = baseline.when.as_ref().map(|when| when.value.to_string());
    let series = baseline.series.iter().map(|point| format!("{}{}", point.time, point.target.value));
    let scope = (!scope.is_empty()).then(|| scope.join("、"));
    scope.into_iter().chain(value).chain(when).chain(series).collect::<Vec<_>>().join("，")
}

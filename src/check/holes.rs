//! What a plan leaves open, each place once.
//!
//! Takes a plan, gives its holes with words for what is open. Times of the schedule, seats, the members of sets and
//! the lines of a notice are left to the rules that are about them.

use std::collections::BTreeMap;

use crate::calendar::When;
use crate::diagnostic::Text;
use crate::plan::{Fund, Link, Measure, OutputKind, Plan, Point, Quota, Reference, is_demand};
use crate::quantity::Target;
use crate::source::{Span, Spanned};
use crate::text;

use super::texts::Words;
use super::words::is_hole;

/// Holes by their places; what is inherited keeps the words of where it is written first.
#[derive(Default)]
struct Holes(BTreeMap<Span, Text>);

/// Every hole of the plan, by place.
pub(super) fn holes(plan: &Plan, texts: &[Words]) -> impl Iterator<Item = (Span, Text)> {
    let mut holes = Holes::default();
    holes.papers(plan);
    plan.measures.iter().for_each(|measure| holes.measure(measure));
    holes.others(plan);
    plan.quotas.iter().for_each(|quota| holes.quota(quota, plan));
    plan.funds.iter().for_each(|fund| holes.fund(fund));
    holes.facts(plan);
    for words in texts.iter().filter(|words| is_hole(words.value)) {
        holes.add(words.span, text!(zh: "这里的内容", en: "what stands here"));
    }
    // What waits for a parameter is told where the parameter is.
    holes.0.into_iter().filter(|(span, _)| !plan.waits_in(*span))
}

impl Holes {
    fn add(&mut self, span: Span, subject: Text) {
        self.0.entry(span).or_insert(subject);
    }

    fn references<T: PartialEq>(&mut self, list: &[Reference<T>], subject: impl Fn() -> Text) {
        for reference in list.iter().filter(|reference| reference.link == Link::Hole) {
            self.add(reference.span, subject());
        }
    }

    fn value(&mut self, target: Option<&Spanned<Target>>, subject: impl Fn() -> Text) {
        if let Some(target) = target.filter(|target| is_open(&target.value)) {
            self.add(target.span, subject());
        }
    }

    fn time(&mut self, when: Option<&Spanned<When>>, subject: impl Fn() -> Text) {
        if let Some(when) = when.filter(|when| matches!(when.value, When::Hole(_))) {
            self.add(when.span, subject());
        }
    }

    fn points(&mut self, series: &[Point], name: &str) {
        for point in series {
            let time = point.time;
            self.value(Some(&point.target), || text!(zh: "“{name}”{time}的值", en: "the value of “{name}” in {time}"));
        }
    }

    fn papers(&mut self, plan: &Plan) {
        let issuer = || text!(zh: "发文机关", en: "the issuer");
        self.references(&plan.issuers, issuer);
        self.references(&plan.accountable, || text!(zh: "方案的责任主体", en: "who answers for the plan"));
        for notice in &plan.notices {
            // A notice without any issuer is told as incomplete.
            if notice.issuers.iter().any(|each| each.link != Link::Hole) {
                self.references(&notice.issuers, issuer);
            }
            self.references(&notice.approved, || text!(zh: "通知的“先经”", en: "who approves beforehand"));
            self.references(&notice.after, || text!(zh: "通知的前置", en: "what comes before the notice"));
        }
    }

    fn measure(&mut self, measure: &Measure) {
        let name = &measure.title.value;
        let of = |zh: &str, en: &str| text!(zh: "措施“{name}”的{zh}", en: "{en} of measure “{name}”");
        self.references(&measure.accountable.value, || of("责任主体", "the accountable owner"));
        self.references(&measure.lead.value, || of("牵头单位", "the lead"));
        self.references(&measure.with.value, || of("配合单位", "a helper"));
        self.references(&measure.serves.value, || of("支撑目标", "the goal"));
        self.references(&measure.after, || of("前置", "the predecessor"));
        self.references(&measure.builds_on, || of("依托", "the basis"));
        self.references(&measure.approved, || of("“先经”", "the approval"));
        for output in measure.outputs.iter().filter(|output| output.kind == OutputKind::Hole) {
            self.add(output.span, of("成果", "the output"));
        }
    }

    fn others(&mut self, plan: &Plan) {
        for goal in plan.goals.iter() {
            let name = &goal.title.value;
            let of = |zh: &str, en: &str| text!(zh: "目标“{name}”的{zh}", en: "{en} of goal “{name}”");
            self.references(&goal.accountable.value, || of("责任主体", "the accountable owner"));
            self.references(&goal.lead.value, || of("牵头单位", "the lead"));
            self.references(&goal.serves.value, || of("支撑目标", "the superior goal"));
        }
        for phase in plan.phases.iter() {
            let name = &phase.title.value;
            let of = |zh: &str, en: &str| text!(zh: "阶段“{name}”的{zh}", en: "{en} of phase “{name}”");
            self.references(&phase.lead.value, || of("牵头单位", "the lead"));
            self.references(&phase.after, || of("前置", "the predecessor"));
            self.references(&phase.builds_on, || of("依托", "the basis"));
        }
        for owner in plan.owners.iter() {
            let name = &owner.name.value;
            let under = || text!(zh: "“{name}”的隶属", en: "the superior of “{name}”");
            self.references(owner.under.as_slice(), under);
            self.references(owner.class.as_slice(), || text!(zh: "“{name}”所属的类", en: "the class of “{name}”"));
        }
    }

    fn quota(&mut self, quota: &Quota, plan: &Plan) {
        let name = &quota.name.value;
        let asked = || text!(zh: "指标“{name}”的值", en: "the value of quota “{name}”");
        self.value(quota.target.as_ref(), asked);
        self.value(quota.total.as_ref(), || text!(zh: "“{name}”的合计", en: "the total of “{name}”"));
        if let Some(change) = quota.change.as_ref().filter(|change| is_open(&change.value.by)) {
            self.add(change.span, asked());
        }
        let asks = quota.target.is_some() || quota.change.is_some() || quota.every.is_some() || quota.keeps;
        // A name that holds the demand is told of as such.
        let is_unread = |words: &Spanned<String>| {
            words.span.start <= quota.name.span.start && quota.name.span.end <= words.span.end
        };
        let asks = asks || is_demand(name) || plan.unread.iter().any(is_unread);
        if !asks && quota.total.is_none() && quota.series.is_empty() {
            self.add(quota.name.span, text!(zh: "指标“{name}”的要求", en: "what quota “{name}” asks for"));
        }
        self.points(&quota.series, name);
        self.references(&quota.by, || text!(zh: "指标“{name}”由谁做", en: "who meets quota “{name}”"));
    }

    fn fund(&mut self, fund: &Fund) {
        let name = &fund.name.value;
        self.value(fund.amount.as_ref(), || text!(zh: "经费“{name}”的金额", en: "the amount of “{name}”"));
        self.points(&fund.series, name);
    }

    fn facts(&mut self, plan: &Plan) {
        for baseline in plan.baselines.iter() {
            let name = &baseline.name.value;
            let subject = || text!(zh: "“{name}”的现状", en: "the present value of “{name}”");
            self.value(baseline.target.as_ref(), subject);
            self.value(baseline.total.as_ref(), subject);
            self.points(&baseline.series, name);
        }
        for alliance in plan.alliances.iter() {
            self.references(&alliance.members, || text!(zh: "协同的一方", en: "a side of the alliance"));
        }
        for chain in plan.chains.iter() {
            self.references(&chain.links, || text!(zh: "责任链的一环", en: "a link of the chain"));
        }
        for report in plan.reports.iter() {
            let what = &report.what.value;
            self.references(&report.path, || text!(zh: "报送“{what}”的一方", en: "a side of the report “{what}”"));
        }
        for condition in plan.conditions.iter() {
            let then = &condition.then.value;
            let subject = || text!(zh: "“{then}”的时间", en: "the time of “{then}”");
            self.time(condition.within.as_ref(), subject);
            self.time(condition.lasts.as_ref(), subject);
        }
        for role in plan.roles.iter() {
            self.references(std::slice::from_ref(&role.who), || text!(zh: "分工的单位", en: "whose part this is"));
        }
    }
}

fn is_open(target: &Target) -> bool {
    match target {
        Target::Hole(_) => true,
        Target::Either(choices) | Target::All(choices) => choices.iter().any(is_open),
        Target::Value(..) | Target::Range(..) | Target::Soft(_) => false,
    }
}

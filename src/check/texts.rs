//! The words of a plan with their places: its names, titles and facts in words, and its prose.

use crate::plan::{Inline, Link, OwnerRef, Part, Plan, Prose};
use crate::source::Spanned;

/// Words at a place.
pub(super) type Words<'a> = Spanned<&'a str>;

/// Every name, title and fact in words, each place once, by place.
pub(super) fn texts<'a>(plan: &'a Plan, owner_lists: &[&'a [OwnerRef]]) -> Vec<Words<'a>> {
    let mut all = Vec::new();
    all.extend(papers(plan).chain(steps(plan)).chain(owners(plan)).chain(facts(plan)).map(words));
    all.extend(marked(plan, owner_lists));
    // What is not written has no place of its own.
    all.retain(|text| !text.span.range().is_empty());
    all.sort_by_key(|text| text.span);
    all.dedup_by_key(|text| text.span);
    all
}

/// Every paragraph of a plan.
pub(super) fn paragraphs(plan: &Plan) -> impl Iterator<Item = &Prose> {
    bodies(plan).flat_map(|body| paragraphs_in(body))
}

/// Every piece of prose that is words.
pub(super) fn prose(plan: &Plan) -> impl Iterator<Item = Words<'_>> {
    bodies(plan).flat_map(|body| prose_in(body))
}

/// Every piece of prose in a body that is words; what stands below a heading in it is not meant.
pub(super) fn prose_in(body: &[Part]) -> impl Iterator<Item = Words<'_>> {
    paragraphs_in(body).flat_map(words_of)
}

/// Every piece of a paragraph that is words.
pub(super) fn words_of(prose: &Prose) -> impl Iterator<Item = Words<'_>> {
    prose.inlines.iter().filter_map(|inline| match inline {
        Inline::Text(text) => Some(Spanned::new(&*text.value, text.span)),
        Inline::Value(_) => None,
    })
}

/// The texts of the notices, the plan, and everything in it that has one.
pub(super) fn bodies(plan: &Plan) -> impl Iterator<Item = &Vec<Part>> {
    let bodies = plan.notices.iter().map(|notice| &notice.body).chain([&plan.body]);
    let bodies = bodies.chain(plan.sections.iter().map(|section| &section.body));
    let bodies = bodies.chain(plan.goals.iter().map(|goal| &goal.body));
    let bodies = bodies.chain(plan.measures.iter().map(|measure| &measure.body));
    bodies.chain(plan.phases.iter().map(|phase| &phase.body))
}

fn paragraphs_in(body: &[Part]) -> impl Iterator<Item = &Prose> {
    body.iter().filter_map(|part| match part {
        Part::Prose(prose) => Some(prose),
        _ => None,
    })
}

fn words(text: &Spanned<String>) -> Words<'_> {
    Spanned::new(text.value.as_str(), text.span)
}

/// Lines of the plan and its notices; number and addressees of a notice are a matter of their own.
fn papers(plan: &Plan) -> impl Iterator<Item = &Spanned<String>> {
    let notices = plan.notices.iter().flat_map(|notice| {
        let lines = [&notice.cc, &notice.printed, &notice.publicity].into_iter().flatten();
        lines.chain(&notice.notes).chain(&notice.attachments)
    });
    plan.title.iter().chain(&plan.kind).chain(&plan.attachments).chain(notices)
}

fn steps(plan: &Plan) -> impl Iterator<Item = &Spanned<String>> {
    let goals = plan.goals.iter().flat_map(|goal| [&goal.name, &goal.title]);
    let measures = plan.measures.iter().flat_map(|each| [&each.name, &each.title].into_iter().chain(&each.forbids));
    let phases = plan.phases.iter().flat_map(|phase| [&phase.name, &phase.title]);
    plan.sections.iter().map(|section| &section.title).chain(goals).chain(measures).chain(phases)
}

fn owners(plan: &Plan) -> impl Iterator<Item = &Spanned<String>> {
    let owners = plan.owners.iter().flat_map(|owner| {
        let names = [&owner.name].into_iter().chain(&owner.full_name).chain(&owner.aliases);
        names.chain(&owner.duties).chain(&owner.qualifications).chain(&owner.notes)
    });
    let indicators = plan.indicators.iter().flat_map(|indicator| {
        let names = [&indicator.name].into_iter().chain(&indicator.aliases);
        names.chain(&indicator.formula).chain(&indicator.notes)
    });
    owners.chain(indicators)
}

fn facts(plan: &Plan) -> impl Iterator<Item = &Spanned<String>> {
    let quotas = plan.quotas.iter().flat_map(|quota| {
        let scopes = quota.scope.iter().map(|scope| &scope.value);
        scopes.chain([&quota.name]).chain(&quota.table).chain(&quota.per_member).chain(&quota.of)
    });
    let baselines = plan.baselines.iter().flat_map(|baseline| {
        let scopes = baseline.scope.iter().map(|scope| &scope.value);
        scopes.chain([&baseline.name]).chain(&baseline.table)
    });
    let funds = plan.funds.iter().flat_map(|fund| {
        let words = [&fund.source, &fund.receiver, &fund.purpose].into_iter().flatten();
        words
            .chain([&fund.name])
            .chain(&fund.table)
            .chain(&fund.per_member)
            .chain(fund.share.iter().map(|share| &share.of))
    });
    let bases = plan
        .bases
        .iter()
        .flat_map(|basis| [&basis.title].into_iter().chain(&basis.name).chain(&basis.number).chain(&basis.issuer));
    let conditions = plan.conditions.iter().flat_map(|each| [&each.when, &each.then].into_iter().chain(&each.of));
    let rest = plan.reports.iter().map(|report| &report.what).chain(plan.roles.iter().map(|role| &role.what));
    let names = plan.sets.iter().map(|set| &set.name).chain(plan.chains.iter().flat_map(|chain| &chain.name));
    let names = names.chain(plan.alliances.iter().flat_map(|alliance| &alliance.name));
    let levels = plan.levels.iter().flat_map(|levels| levels.name.iter().chain(&levels.tiers));
    quotas.chain(baselines).chain(funds).chain(bases).chain(conditions).chain(rest).chain(names).chain(levels)
}

/// What names something without being declared: members of sets, outputs, quoted names.
fn marked<'a>(plan: &'a Plan, owner_lists: &[&'a [OwnerRef]]) -> impl Iterator<Item = Words<'a>> {
    let members = plan.sets.iter().flat_map(|set| &set.members).filter(|member| !member.is_hole);
    let members = members.map(|member| Spanned::new(member.text.as_str(), member.span));
    let outputs = plan.measures.iter().flat_map(|measure| &measure.outputs);
    let outputs = outputs.map(|output| Spanned::new(output.text.as_str(), output.span));
    let quoted = owner_lists.iter().copied().flatten().filter(|owner| owner.link == Link::Outside);
    let quoted = quoted.map(|owner| Spanned::new(owner.text.as_str(), owner.span));
    members.chain(outputs).chain(quoted)
}

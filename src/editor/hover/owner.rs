//! Of an owner: who it is, under whom it stands, what it has to do, where it sits.

use super::page::Page;
use crate::diagnostic::Lang;
use crate::editor::Analysis;
use crate::plan::{Field, Id, Origin, Owner, OwnerKind, OwnerRef, Seats};

/// The seats of a group, with what they are called.
const SEATS: [(&str, &str); 4] = [("组长", "leader"), ("副组长", "deputy"), ("成员", "members"), ("办公室", "office")];

impl Analysis {
    pub(super) fn owner(&self, id: Id<Owner>, lang: Lang) -> Page {
        let plan = &self.compiled.plan;
        let owner = &plan.owners[id];
        let (zh, en) = kind(owner);
        let what = match lang {
            Lang::Zh => zh,
            Lang::En => en,
        };
        let full = owner.full_name.as_ref().map_or("", |name| name.value.as_str());
        let mut page = Page::new(lang, &owner.name.value, &[what, full]);
        page.list(("又称", "also called"), owner.aliases.iter().map(|name| name.value.as_str()));
        page.line(("上级", "under"), owner.superior().map_or("", |id| plan.owners[id].name.value.as_str()));
        let below = plan.owners.iter().filter(|other| {
            other.made.is_none() && other.kind != OwnerKind::GroupOffice && other.superior() == Some(id)
        });
        page.list(("下级", "above"), below.map(|other| other.name.value.as_str()));
        page.line(("属于", "part of"), owner.class.as_ref().map_or("", |class| class.text.as_str()));
        page.line(("人数", "people"), &owner.people.map(|count| count.to_string()).unwrap_or_default());
        if let Some(seats) = &owner.seats {
            for (head, field) in SEATS.into_iter().zip(seated(seats)) {
                page.list(head, field.value.iter().map(|seat| seat.text.as_str()));
            }
            page.line(("例会", "meets"), &seats.meets.map(|quota| self.asked(quota, lang)).unwrap_or_default());
        }
        for duty in &owner.duties {
            page.line(("职责", "duty"), &duty.value);
        }
        owner.qualifications.iter().for_each(|words| page.line(("任职条件", "qualification"), &words.value));
        owner.notes.iter().for_each(|note| page.line(("附注", "note"), &note.value));
        self.tasks(&mut page, id, lang);
        self.seats(&mut page, id);
        page
    }

    /// What an owner answers for, leads, joins and does.
    fn tasks(&self, page: &mut Page, id: Id<Owner>, lang: Lang) {
        let plan = &self.compiled.plan;
        let is_named = |references: &[OwnerRef]| references.iter().any(|reference| self.is_or_holds(reference, id));
        page.list(("责任", "accountable for"), self.accounts(id));
        let leads = plan.measures.iter().filter(|measure| is_named(&measure.lead.value)).map(|each| &each.title.value);
        let phases = plan.phases.iter().filter(|phase| is_named(&phase.lead.value)).map(|each| &each.title.value);
        page.list(("牵头", "leads"), leads.chain(phases));
        let joins = plan.measures.iter().filter(|measure| is_named(&measure.with.value)).map(|each| &each.title.value);
        let phases = plan.phases.iter().filter(|phase| is_named(&phase.with.value)).map(|each| &each.title.value);
        page.list(("配合", "joins"), joins.chain(phases));
        let approves = plan.measures.iter().filter(|measure| is_named(&measure.approved)).map(|each| &each.title.value);
        page.list(("须经其同意", "approves"), approves);
        for role in plan.roles.iter().filter(|role| self.is_or_holds(&role.who, id)) {
            page.line(("分工", "role"), &role.what.value);
        }
        for quota in &plan.owners[id].quotas {
            page.line(("经常性工作", "comes round"), &self.asked(*quota, lang));
        }
        for (quota, _) in plan.quotas.entries().filter(|(_, quota)| is_named(&quota.by)) {
            page.line(("承担", "does"), &self.asked(quota, lang));
        }
        for report in plan.reports.iter().filter(|report| is_named(&report.path)) {
            let path: Vec<&str> = report.path.iter().map(|owner| owner.text.as_str()).collect();
            let (open, close) = if lang == Lang::Zh { ("（", "）") } else { (" (", ")") };
            page.line(("报送", "reports"), &format!("{}{open}{}{close}", report.what.value, path.join(" → ")));
        }
    }

    /// What names an owner as accountable: the plan, or goals and measures for which another answers above them.
    fn accounts(&self, id: Id<Owner>) -> Vec<String> {
        let plan = &self.compiled.plan;
        let is_named = |references: &[OwnerRef]| references.iter().any(|reference| self.is_or_holds(reference, id));
        let of_plan = is_named(&plan.accountable);
        let own = |field: &Field<Vec<OwnerRef>>| is_named(&field.value) && (field.origin == Origin::Stated || !of_plan);
        let whole = plan.title.iter().filter(|_| of_plan).map(|title| &title.value);
        let goals = plan.goals.iter().filter(|goal| own(&goal.accountable)).map(|goal| &goal.title.value);
        let measures = plan.measures.iter().filter(|measure| own(&measure.accountable)).map(|each| &each.title.value);
        whole.chain(goals).chain(measures).cloned().collect()
    }

    /// Where an owner sits and stands: in groups, in chains, among those who act together.
    fn seats(&self, page: &mut Page, id: Id<Owner>) {
        let plan = &self.compiled.plan;
        for group in plan.owners.iter() {
            let Some(seats) = &group.seats else { continue };
            for ((zh, en), field) in SEATS.into_iter().zip(seated(seats)) {
                if field.value.iter().any(|seat| self.is_or_holds(seat, id)) {
                    let seat = page.say(zh, en.trim_end_matches('s'));
                    let told = match seat == zh {
                        true => format!("{}（{seat}）", group.name.value),
                        false => format!("{} ({seat})", group.name.value),
                    };
                    page.list(("所在小组", "sits in"), [told]);
                }
            }
        }
        for (chain, said) in plan.chains.entries() {
            if said.links.iter().any(|link| self.is_or_holds(link, id)) {
                let name = said.name.as_ref().map(|name| format!("{} ", name.value)).unwrap_or_default();
                page.line(("责任链", "chain"), &format!("{name}{}", self.linked(chain)));
            }
        }
        for alliance in plan.alliances.iter() {
            if alliance.members.iter().any(|member| self.is_or_holds(member, id)) {
                let members: Vec<&str> = alliance.members.iter().map(|member| member.text.as_str()).collect();
                page.line(("协同", "acts together"), &members.join(page.say("、", ", ")));
            }
        }
    }
}

fn kind(owner: &Owner) -> (&'static str, &'static str) {
    match owner.kind {
        OwnerKind::Organ if owner.is_class => ("一类主体", "a class of owners"),
        OwnerKind::Organ => ("主体", "owner"),
        OwnerKind::Post => ("岗位", "post"),
        OwnerKind::Group => ("小组", "leading group"),
        OwnerKind::GroupOffice => ("小组办公室", "office of a leading group"),
        OwnerKind::Public => ("公众", "the public"),
        OwnerKind::External => ("系统外", "outside the command"),
        OwnerKind::Union => ("共同行动的主体", "several that act as one"),
        OwnerKind::Rest => ("一类主体的其余", "the rest of a class"),
    }
}

fn seated(seats: &Seats) -> [&Field<Vec<OwnerRef>>; 4] {
    [&seats.leader, &seats.deputy, &seats.members, &seats.office]
}

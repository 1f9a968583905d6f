//! Of an owner: who it is, under whom it stands, what it has to do.

use super::page::Page;
use crate::diagnostic::Lang;
use crate::editor::Analysis;
use crate::plan::{Id, Owner, OwnerKind, OwnerRef, Seats};

impl Analysis {
    pub(super) fn owner(&self, id: Id<Owner>, lang: Lang) -> String {
        let plan = &self.compiled.plan;
        let owner = &plan.owners[id];
        let (zh, en) = kind(owner);
        let what = match lang {
            Lang::Zh => zh,
            Lang::En => en,
        };
        let full = owner.full_name.as_ref().map_or("", |name| name.value.as_str());
        let mut page = Page::new(lang, &owner.name.value, &[what, full]);
        page.list(("又称", "also"), &owner.aliases.iter().map(|name| name.value.as_str()).collect::<Vec<_>>());
        page.line(("上级", "under"), owner.superior().map_or("", |id| plan.owners[id].name.value.as_str()));
        page.line(("人数", "people"), &owner.people.map(|count| count.to_string()).unwrap_or_default());
        if let Some(seats) = &owner.seats {
            seated(&mut page, seats);
        }
        for duty in &owner.duties {
            page.line(("职责", "duty"), &duty.value);
        }
        for quota in &owner.quotas {
            page.line(("经常性工作", "comes round"), &self.asked(*quota));
        }
        let titles = |is_meant: &dyn Fn(&crate::plan::Measure) -> bool| {
            plan.measures
                .iter()
                .filter(|measure| is_meant(measure))
                .map(|measure| measure.title.value.as_str())
                .collect::<Vec<_>>()
        };
        let names = |references: &[OwnerRef]| references.iter().any(|reference| self.is_or_holds(reference, id));
        page.list(("牵头", "leads"), &titles(&|measure| names(&measure.lead.value)));
        page.list(("配合", "joins"), &titles(&|measure| names(&measure.with.value)));
        for role in plan.roles.iter().filter(|role| self.is_or_holds(&role.who, id)) {
            page.line(("分工", "role"), &role.what.value);
        }
        page.done()
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

fn seated(page: &mut Page, seats: &Seats) {
    let fields = [
        (("组长", "leader"), &seats.leader),
        (("副组长", "deputy"), &seats.deputy),
        (("成员", "members"), &seats.members),
        (("办公室", "office"), &seats.office),
    ];
    for (head, field) in fields {
        page.list(head, &field.value.iter().map(|seat| seat.text.as_str()).collect::<Vec<_>>());
    }
}

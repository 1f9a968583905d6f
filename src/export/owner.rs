//! Owners, leading groups and their seats, duties, parts played.

use schemars::JsonSchema;
use serde::Serialize;

use crate::plan::{self, Made, OwnerKind};
use crate::source::Spanned;

use super::context::Context;
use super::value::{Field, Place, Reference, Words, is_false};

/// 主体: who acts.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Owner {
    /// Its id.
    pub id: String,
    /// The line that declares it.
    pub place: Place,
    /// The name by which the plan refers to it.
    pub name: String,
    /// 全称: its full name.
    pub full_name: Option<Words>,
    /// 又称: other names.
    pub aliases: Vec<Words>,
    /// What it is.
    pub kind: OwnerKind,
    /// 各: a class of owners, not one.
    pub class: bool,
    /// How many people it is.
    pub people: Option<u32>,
    /// 隶属: the owner it stands under.
    pub under: Option<Reference>,
    /// 任职条件: what it takes to hold the post.
    pub qualifications: Vec<Words>,
    /// 属于: the class it is a part of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub part_of: Option<Reference>,
    /// 甲＋乙: what it is made of; 除乙外的甲: the class some of which is left out.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub made_of: Vec<Reference>,
    /// 除乙外的甲: what is left out.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub except: Vec<Reference>,
    /// Whether its name is a blank to be filled in: `XX县教育局`.
    #[serde(skip_serializing_if = "is_false")]
    pub hole: bool,
}

/// 小组: the seats of a leading group.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Group {
    /// Its id.
    pub id: String,
    /// The line that declares it.
    pub place: Place,
    /// Its name.
    pub name: String,
    /// The owner that it is.
    pub owner: String,
    /// 组长: the leader.
    pub leader: Field<Vec<Reference>>,
    /// 副组长: the deputies.
    pub deputy: Field<Vec<Reference>>,
    /// 成员: the members.
    pub members: Field<Vec<Reference>>,
    /// 办公室: where its office is.
    pub office: Field<Vec<Reference>>,
    /// 例会: an obligation.
    pub meets: Option<String>,
}

/// 职责: what an owner has to do.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Duty {
    /// The owner that has it.
    pub owner: String,
    /// The words.
    pub text: String,
    /// Where it is written.
    pub place: Place,
}

/// 分工: a part that an owner plays.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Role {
    /// Its id.
    pub id: String,
    /// The line.
    pub place: Place,
    /// What encloses it.
    pub holder: String,
    /// Who.
    pub who: Reference,
    /// What.
    pub what: Words,
}

/// Every owner.
pub(super) fn owners(context: &Context) -> Vec<Owner> {
    let record = |(id, owner): (plan::Id<plan::Owner>, &plan::Owner)| Owner {
        id: context.names.owners[id].clone(),
        place: context.place(owner.span),
        name: owner.name.value.clone(),
        full_name: context.maybe_words(owner.full_name.as_ref()),
        aliases: context.all_words(&owner.aliases),
        kind: owner.kind,
        class: owner.is_class,
        people: owner.people,
        under: owner.under.as_ref().map(|under| context.owner(under)),
        qualifications: context.all_words(&owner.qualifications),
        part_of: owner.class.as_ref().map(|class| context.owner(class)),
        made_of: match &owner.made {
            Some(Made::Of(parts)) => context.owners(parts),
            Some(Made::Except(class, _)) => vec![context.owner(class)],
            None => Vec::new(),
        },
        except: match &owner.made {
            Some(Made::Except(_, left)) => context.owners(left),
            _ => Vec::new(),
        },
        hole: plan::is_blank_name(&owner.name.value)
            || owner.full_name.as_ref().is_some_and(|name| plan::is_blank_name(&name.value)),
    };
    context.plan.owners.entries().map(record).collect()
}

/// The owners that have seats.
pub(super) fn groups(context: &Context) -> Vec<Group> {
    let record = |(id, owner): (plan::Id<plan::Owner>, &plan::Owner)| {
        let seats = owner.seats.as_ref()?;
        let owner_id = &context.names.owners[id];
        Some(Group {
            id: owner_id.replacen("owner:", "group:", 1),
            place: context.place(owner.span),
            name: owner.name.value.clone(),
            owner: owner_id.clone(),
            leader: context.owner_field(&seats.leader),
            deputy: context.owner_field(&seats.deputy),
            members: context.owner_field(&seats.members),
            office: context.owner_field(&seats.office),
            meets: seats.meets.map(|meets| context.names.quotas[meets].clone()),
        })
    };
    context.plan.owners.entries().filter_map(record).collect()
}

/// Every duty of every owner.
pub(super) fn duties(context: &Context) -> Vec<Duty> {
    let duties = |(id, owner): (plan::Id<plan::Owner>, &plan::Owner)| {
        let record = |duty: &Spanned<String>| Duty {
            owner: context.names.owners[id].clone(),
            text: duty.value.clone(),
            place: context.place(duty.span),
        };
        owner.duties.iter().map(record).collect::<Vec<_>>()
    };
    context.plan.owners.entries().flat_map(duties).collect()
}

/// Every part played.
pub(super) fn roles(context: &Context) -> Vec<Role> {
    let record = |(id, role): (plan::Id<plan::Role>, &plan::Role)| Role {
        id: context.names.roles[id].clone(),
        place: context.place(role.span),
        holder: context.names.holder(role.holder).to_owned(),
        who: context.owner(&role.who),
        what: context.words(&role.what),
    };
    context.plan.roles.entries().map(record).collect()
}

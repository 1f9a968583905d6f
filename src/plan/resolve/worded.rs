//! Owners by other words than they are declared with: 领导小组 for the only leading group, 县公安局（按职责分工负责）,
//! 各学校校长, 县发改局 for 县发展和改革局.
//!
//! Takes the owners of a plan and a name that none of them has, gives the one owner that is meant; where two could be,
//! none is. A short form is never read as the long one, only offered: that is for its author to say.

use std::cell::OnceCell;

use crate::plan::{Id, Owner, OwnerKind, OwnerRef, Plan};
use crate::source::Span;
use crate::syntax::fold::name_key;

/// What a leading group is called for short.
const GROUPS: [&str; 8] = ["领导小组", "专班", "工作组", "指挥部", "委员会", "联席会议", "小组", "办公室"];
/// Words in a bracket that leave some out, so that not all are meant.
const EXCEPT: [&str; 5] = ["除", "不含", "不包括", "以外", "部分"];
/// Posts that every organ has.
const POSTS: [&str; 26] = [
    "主要负责人",
    "主要负责同志",
    "主要领导",
    "分管负责人",
    "分管负责同志",
    "分管领导",
    "负责人",
    "负责同志",
    "党组书记",
    "党委书记",
    "党支部书记",
    "书记",
    "副局长",
    "局长",
    "副主任",
    "主任",
    "副校长",
    "校长",
    "副园长",
    "园长",
    "副院长",
    "院长",
    "站长",
    "所长",
    "科长",
    "股长",
];

/// The owners of a plan, as others may word them.
pub(super) struct Worded {
    all: Vec<Known>,
    /// Their names as names are compared, which only a name that nobody has asks for.
    keys: OnceCell<Vec<Vec<String>>>,
}

struct Known {
    id: Id<Owner>,
    kind: OwnerKind,
    under: Option<Id<Owner>>,
    names: Vec<String>,
    span: Span,
    members: Vec<String>,
}

impl Worded {
    /// The owners that are declared.
    pub fn of(plan: &Plan) -> Self {
        let known = |(id, owner): (Id<Owner>, &Owner)| Known {
            id,
            kind: owner.kind,
            under: owner.under.as_ref().and_then(OwnerRef::target),
            names: std::iter::once(&owner.name)
                .chain(&owner.full_name)
                .chain(&owner.aliases)
                .map(|name| name.value.clone())
                .collect(),
            span: owner.name.span,
            members: owner.seats.iter().flat_map(|seats| &seats.members.value).map(|one| one.text.clone()).collect(),
        };
        Self { all: plan.owners.entries().map(known).collect(), keys: OnceCell::new() }
    }

    /// The owner that a name means which none has; `find` tells who has a name.
    pub fn find(&self, text: &str, find: impl Fn(&str) -> Option<Id<Owner>>) -> Option<Id<Owner>> {
        bracketed(text).and_then(&find).or_else(|| self.group(text)).or_else(|| self.below(text, find))
    }

    /// The only group, or office of one, whose name ends so.
    fn group(&self, text: &str) -> Option<Id<Owner>> {
        let is_of_group = GROUPS[..GROUPS.len() - 1].iter().any(|group| text.contains(group));
        let is_office = text.ends_with("办公室");
        if !is_of_group {
            return None;
        }
        let kind = if is_office { OwnerKind::GroupOffice } else { OwnerKind::Group };
        let ends = |known: &&Known| known.kind == kind && known.names.iter().any(|name| name.ends_with(text));
        let mut found = self.all.iter().filter(ends);
        found.next().filter(|_| found.next().is_none()).map(|known| known.id)
    }

    /// `学校校长`, `县教育局体卫艺股`: the post or office of that name which stands under the other.
    fn below(&self, text: &str, find: impl Fn(&str) -> Option<Id<Owner>>) -> Option<Id<Owner>> {
        let mut found = self.all.iter().filter(|post| {
            let organ = post.names.iter().find_map(|name| text.strip_suffix(name.as_str()));
            organ
                .filter(|organ| !organ.is_empty())
                .is_some_and(|organ| post.under.is_some() && find(organ) == post.under)
        });
        found.next().filter(|_| found.next().is_none()).map(|post| post.id)
    }

    /// The only name that a shorter one leaves signs out of: 县发改局 for 县发展和改革局.
    pub fn long_form(&self, short: &str) -> Option<(&str, Span)> {
        let key = name_key(short);
        if key.chars().count() < 3 {
            return None;
        }
        let keys_of = |known: &Known| known.names.iter().map(|name| name_key(name)).collect();
        let keys = self.keys.get_or_init(|| self.all.iter().map(keys_of).collect());
        let is_long = |known: &Known, names: &[String]| {
            // 甲＋乙 holds what is short for it by chance.
            known.kind != OwnerKind::Union && names.iter().any(|name| is_short_for(&key, name))
        };
        let mut found = self.all.iter().zip(keys).filter(|(known, names)| is_long(known, names));
        let (only, _) = found.next().filter(|_| found.next().is_none())?;
        Some((only.names.first()?, only.span))
    }

    /// The only name that is meant where the name of its superior, or a part of it, stands before it: 业务科室 by
    /// 教育局业务科室; or where 各 stands before the end of it: 学校 by 各校.
    pub fn tail(&self, text: &str) -> Option<(&str, Span)> {
        const ORGANS: [char; 12] = ['局', '委', '办', '厅', '府', '院', '校', '会', '镇', '乡', '园', '组'];
        let end = text.strip_prefix('各');
        let fits = |name: &String| match end {
            Some(end) => name.strip_suffix(end).is_some_and(|head| (1..=2).contains(&head.chars().count())),
            None => {
                let head = text.strip_suffix(name.as_str()).filter(|_| name.chars().count() > 2);
                head.is_some_and(|head| head.ends_with(ORGANS) && head.chars().count() > 1)
            }
        };
        let mut found =
            self.all.iter().filter_map(|known| Some((known.names.iter().find(|name| fits(name))?, known.span)));
        let (name, span) = found.next().filter(|_| found.next().is_none())?;
        Some((name, span))
    }

    /// The members of the only leading group that has any.
    pub fn members(&self) -> Option<String> {
        let mut groups = self.all.iter().filter(|known| !known.members.is_empty());
        let only = groups.next().filter(|_| groups.next().is_none())?;
        Some(only.members.join("、"))
    }
}

/// Whether a name is a longer one with signs left out, its first and last kept.
fn is_short_for(short: &str, long: &str) -> bool {
    let mut rest = long.chars();
    let keeps_ends = short.chars().next() == long.chars().next() && short.chars().last() == long.chars().last();
    // 教研室 for 区教研室.
    let is_tail = long.strip_suffix(short).is_some_and(|head| (1..=2).contains(&head.chars().count()));
    if is_tail {
        return true;
    }
    keeps_ends
        && short.chars().count() < long.chars().count()
        && short.chars().all(|sign| rest.by_ref().any(|other| other == sign))
}

/// The name before a bracket that only adds to it: 按职责分工负责, 基教股, 街道.
fn bracketed(text: &str) -> Option<&str> {
    let inner = text.strip_suffix(['）', ')'])?;
    let open = inner.find(['（', '(']).filter(|open| *open > 0)?;
    let words = inner[open..].trim_start_matches(['（', '(']);
    (!EXCEPT.iter().any(|word| words.contains(word))).then(|| inner[..open].trim())
}

/// `县教育局局长`, `县财政局分管负责人`: a declared organ and a post that every organ has.
pub(super) fn post_of(text: &str, is_declared: impl Fn(&str) -> bool) -> Option<(&str, &str)> {
    let text = text.strip_prefix('各').unwrap_or(text);
    let organ = |post: &&'static str| text.strip_suffix(*post).filter(|organ| !organ.is_empty() && is_declared(organ));
    POSTS.iter().find_map(|post| organ(post).map(|organ| (organ, &text[organ.len()..])))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_forms_keep_the_order() {
        assert!(is_short_for("县发改局", "县发展和改革局"));
        assert!(is_short_for("县人社局", "县人力资源和社会保障局"));
        assert!(!is_short_for("县改发局", "县发展和改革局"));
        assert!(!is_short_for("县教育局", "县教育局"));
        assert_eq!(bracketed("县公安局（按职责分工负责）"), Some("县公安局"));
        assert_eq!(bracketed("学校（不含民办）"), None);
        assert_eq!(post_of("县教育局分管负责人", |name| name == "县教育局"), Some(("县教育局", "分管负责人")));
    }
}

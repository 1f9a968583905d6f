//! 正文里的领导小组与名单不符 · A leading group in the text that is not that of the data
//!
//! ## 中文
//! 正文写“由县教育局局长任组长”“每季度召开一次会议”，数据里的组长、例会却是另一个，印出来前后矛盾。只看写得明白的：
//! 谁任组长、副组长，领导小组多久开一次会；句子里要有小组的名称，说“各校”“各单位”成立小组的不看。
//!
//! ## English
//! If the text says who is the head of a group, or how often it meets, and the data say otherwise, the paper contradicts
//! itself. Only sentences that name the group are compared, and none that speak of groups that others form.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：某县义务教育提质方案
//!
//! # 主体
//! - 县教育局：某县教育局
//!   - 局长，岗位
//!   - 副局长，岗位
//!   - 领导小组：提质工作领导小组，小组
//!     - 组长：局长
//!     - 副组长：副局长
//!     - 例会：每月1次
//!
//! ## 组织领导
//!
//! 成立领导小组，由副局长任组长。领导小组每季度召开一次会议。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：某县义务教育提质方案
//!
//! # 主体
//! - 县教育局：某县教育局
//!   - 局长，岗位
//!   - 副局长，岗位
//!   - 领导小组：提质工作领导小组，小组
//!     - 组长：局长
//!     - 副组长：副局长
//!     - 例会：每月1次
//!
//! ## 组织领导
//!
//! 成立领导小组，由局长任组长。领导小组每月召开一次会议。
//! ```
//!
//! ## 依据 · Source
//! C169、C171；正文、数据互相印证

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::check::clauses::sentences;
use crate::check::rhythms::rhythms;
use crate::check::texts::{Words, prose};
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::{Link, Owner, OwnerRef, Plan, Seats};
use crate::quantity::{Decimal, Target, plain};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "R045",
    name: "prose_seat_differs",
    severity: Severity::Warning,
    at_issue: Severity::Error,
    text: include_str!("prose_seat_differs.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let groups: Vec<(&Owner, &Seats)> =
        context.plan.owners.iter().filter_map(|owner| Some((owner, owner.seats.as_ref()?))).collect();
    if groups.is_empty() {
        return;
    }
    for words in prose(context.plan) {
        for at in sentences(words.value) {
            let Some((group, seats)) = meant(&groups, &words.value[at.clone()]) else { continue };
            held(context, words, at.clone(), (group, seats), out);
            meets(context, words, at, (group, seats), out);
        }
    }
}

/// The group that a sentence names; none if it speaks of groups that others form: 各校成立领导小组.
fn meant<'a>(groups: &[(&'a Owner, &'a Seats)], sentence: &str) -> Option<(&'a Owner, &'a Seats)> {
    let names = |owner: &Owner| {
        let all = [&owner.name].into_iter().chain(&owner.full_name).chain(&owner.aliases);
        all.filter(|name| sentence.contains(name.value.as_str())).map(|name| name.value.len()).max()
    };
    let named = groups.iter().filter_map(|group| Some((names(group.0)?, *group)));
    named.filter(|_| !sentence.contains('各')).max_by_key(|found| found.0).map(|found| found.1)
}

static SEATED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let seat = "(?:^|由|，)([^，。；、：“”由]{2,24}?)(?:同志)?(?:兼任|担任|任)(?:领导小组|工作组|专班|小组)?(副?组长)";
    let by = "(副?组长)由([^，。；、：“”由]{2,24}?)(?:同志)?(?:兼任|担任)";
    Regex::new(&format!("{seat}|{by}")).ok()
});

/// Who is said to hold a seat, against who does.
fn held(
    context: &Context,
    words: Words,
    at: Range<usize>,
    (group, seats): (&Owner, &Seats),
    out: &mut Vec<Diagnostic>,
) {
    let Some(form) = SEATED.as_ref() else { return };
    for captures in form.captures_iter(&words.value[at.clone()]) {
        let (who, seat) = (captures.get(1).or(captures.get(4)), captures.get(2).or(captures.get(3)));
        let (Some(who), Some(seat)) = (who, seat) else { continue };
        let (said, seat) = (who.as_str(), seat.as_str());
        let holders = if seat == "组长" { &seats.leader.value } else { &seats.deputy.value };
        let Some(first) = holders.first().filter(|_| holders.iter().all(is_known)) else { continue };
        if holders.iter().any(|holder| is_one(context.plan, holder, said)) {
            continue;
        }
        let (name, stated, en) = (&group.name.value, &first.text, if seat == "组长" { "head" } else { "deputy head" });
        let message = text!(
            zh: "正文写“{said}”任{seat}，“{name}”名单里的{seat}是“{stated}”",
            en: "the text names “{said}” as {en}, but the {en} of “{name}” is “{stated}”"
        );
        let place = context.part(words, at.start + who.start()..at.start + who.end());
        let found =
            RULE.finding(place, message).related(first.span, text!(zh: "名单在这里", en: "the seat is filled here"));
        out.push(found.help(text!(zh: "核对后改成一致", en: "find out who it is, and make them agree")));
    }
}

fn is_known(holder: &OwnerRef) -> bool {
    matches!(holder.link, Link::To(_) | Link::Outside)
}

/// Whether a holder may be the one that words name: either name ends in the other, or they share a post.
fn is_one(plan: &Plan, holder: &OwnerRef, said: &str) -> bool {
    let owner = holder.target().map(|id| &plan.owners[id]);
    let names = owner.into_iter().flat_map(|owner| {
        [&owner.name].into_iter().chain(&owner.full_name).chain(&owner.aliases).map(|name| name.value.as_str())
    });
    names.chain([holder.text.as_str()]).any(|name| is_same_post(name, said) || is_same_post(said, name))
}

/// Whether the longer name ends in the shorter and is no other post: 副局长 ends in 局长.
fn is_same_post(longer: &str, shorter: &str) -> bool {
    longer.strip_suffix(shorter).is_some_and(|before| !before.ends_with('副'))
}

/// How often the group is said to meet, against how often it does.
fn meets(
    context: &Context,
    words: Words,
    at: Range<usize>,
    (group, seats): (&Owner, &Seats),
    out: &mut Vec<Diagnostic>,
) {
    let Some(quota) = seats.meets.map(|id| &context.plan.quotas[id]) else { return };
    let Some(every) = quota.every.as_ref().map(|every| every.value) else { return };
    let sentence = &words.value[at.clone()];
    let count = match quota.target.as_ref().map(|target| &target.value) {
        Some(Target::Value(_, amount)) => amount.value,
        None => Decimal::from(1),
        Some(_) => return,
    };
    let names_it = sentence.contains(group.name.value.as_str()) || sentence.contains("小组");
    let speaks_of_meetings = ["例会", "会议", "全体会"].iter().any(|word| sentence.contains(word));
    if !names_it || !speaks_of_meetings {
        return;
    }
    for rhythm in rhythms(sentence).into_iter().filter(|rhythm| rhythm.unit == "次" && is_meeting(&rhythm.what, group))
    {
        if (rhythm.every, rhythm.count) == (every, count) {
            continue;
        }
        let name = &group.name.value;
        let (said, said_count) = (rhythm.every, plain(rhythm.count));
        let count = plain(count);
        let message = text!(
            zh: "正文写“{name}”{said}开会{said_count}次，例会写的是{every}{count}次",
            en: "the text has “{name}” meet {said_count} times {said}, the data {count} times {every}"
        );
        let place = context.part(words, at.start + rhythm.at.start..at.start + rhythm.at.end);
        let found = RULE
            .finding(place, message)
            .related(quota.span, text!(zh: "例会在这里", en: "the meetings are declared here"));
        out.push(found.help(text!(zh: "核对后改成一致", en: "find out which is right, and make them agree")));
    }
}

/// Whether what is done so often is the meeting of the group, not one that it holds for others.
fn is_meeting(what: &str, group: &Owner) -> bool {
    let rest = what.replace(group.official_name(), "").replace(group.name.value.as_str(), "").replace("领导小组", "");
    ["", "会议", "例会", "全体会议", "工作例会", "工作会议", "专题会议"].contains(&rest.as_str())
}

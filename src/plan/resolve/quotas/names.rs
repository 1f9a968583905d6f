//! What the name of an indicator tells: its scope, whether it is a share, whether it wants a unit.

use crate::quantity::{Amount, Target, Unit};
use crate::source::Span;
use crate::syntax::fold::narrow;

use super::super::said::Said;

/// Whether a unit of a change is one of values too: points and doublings are of changes alone.
pub(super) fn is_of_values(unit: &Unit) -> bool {
    !unit.is_points() && !["番", "倍"].contains(&unit.word())
}

/// Clauses that ask for something: a value of the present has none.
pub(super) fn beyond_a_value(said: &Said) -> Vec<Span> {
    let asked = said.change.iter().map(|change| change.span).chain(said.from.iter().map(|from| from.span));
    let asked = asked.chain(said.every.iter().map(|every| every.span));
    let asked = asked.chain(said.force.iter().map(|force| force.span)).chain(said.start.iter().map(|start| start.span));
    let asked = asked.chain(said.by.iter().map(|by| by.span)).chain(said.of.iter().map(|of| of.span));
    asked.chain(said.per_member.iter().map(|member| member.span)).collect()
}

/// Gives the numbers of a target that have no unit this one.
pub(in crate::plan::resolve) fn fill_unit(target: &mut Target, unit: &Unit) {
    let fill = |amount: &mut Amount| {
        amount.unit.get_or_insert_with(|| unit.clone());
    };
    match target {
        Target::Value(_, amount) => fill(amount),
        Target::Range(low, high) => {
            fill(low);
            fill(high);
        }
        Target::Either(choices) => choices.iter_mut().for_each(|choice| fill_unit(choice, unit)),
        Target::All(_) | Target::Soft(_) | Target::Hole(_) => {}
    }
}

/// Whether a cut would fall between two digits.
pub(super) fn parts_a_number(text: &str, at: usize) -> bool {
    let is_digit = |sign: Option<char>| sign.is_some_and(|sign| narrow(sign).is_ascii_digit());
    is_digit(text[..at].chars().last()) && is_digit(text[at..].chars().next())
}

/// A name and what its last bracket holds.
pub(super) fn split_scope(name: &str) -> (&str, Option<&str>) {
    let trimmed = name.trim_end();
    let closes = trimmed.chars().last().is_some_and(|last| narrow(last) == ')');
    let opening =
        trimmed.char_indices().filter(|(_, c)| narrow(*c) == '(').map(|(at, c)| (at, c.len_utf8())).next_back();
    match opening {
        Some((at, width)) if closes && at > 0 => {
            let last = trimmed.chars().last().map_or(1, char::len_utf8);
            (trimmed[..at].trim_end(), Some(&trimmed[at + width..trimmed.len() - last]))
        }
        _ => (trimmed, None),
    }
}

/// Whether what a bracket holds is one scope for all its 、: 小学五、六年级，初、高中各年级.
pub(super) fn is_one_scope(scope: &str) -> bool {
    let mut pieces = scope.split('、').map(str::trim).filter(|piece| !piece.is_empty()).collect::<Vec<_>>();
    let Some(last) = pieces.pop() else { return false };
    let is_digit = |sign: char| narrow(sign).is_ascii_digit() || "一二三四五六七八九".contains(sign);
    // 五 of 五、六年级 and 初 of 初、高中 are no names.
    let is_cut = |piece: &&str| piece.chars().count() == 1 || last.contains("年级") && piece.ends_with(is_digit);
    !pieces.is_empty() && (scope.contains(['，', ',']) || pieces.iter().any(is_cut))
}

/// Whether the name is that of a share, whose number is nothing without its %: a coefficient is bare.
pub(super) fn is_share_name(name: &str) -> bool {
    const PER_MANY: [&str; 6] = ["万台", "每百", "每千", "每万", "每十万", "百万吨"];
    let is_share = ["率", "比例", "占比", "比重"].iter().any(|end| name.ends_with(end));
    is_share && !PER_MANY.iter().any(|many| name.contains(many))
}

/// Whether a name is of something counted: what measures or ranks has bare numbers.
pub(super) fn wants_unit(name: &str) -> bool {
    const BARE: [&str; 16] = [
        "率", "数", "比", "值", "量", "分", "名次", "排名", "位次", "成绩", "水平", "等级", "得分", "版", "温度", "差",
    ];
    !name.is_empty() && !BARE.iter().any(|end| name.ends_with(end))
}

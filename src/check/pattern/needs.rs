//! Whether a form cannot occur without one of the words it needs.
//!
//! Takes a form as a tree, and follows every way through it. It may say no of a form of which yes is true, never the
//! other way round.

use regex_syntax::hir::{Class, Hir, HirKind, Repetition};

use super::Pattern;

/// More ways than these are not followed.
const MOST: usize = 20_000;

/// Whether one of the words stands in whatever the form matches, and one of those beside them.
pub(in crate::check) fn are_in_all(form: &Pattern) -> bool {
    let tree = regex_syntax::parse(form.source).expect("a form is a regular expression");
    needs(&tree, form.needs) && (form.beside.is_empty() || needs(&tree, form.beside))
}

/// Whether a digit stands in whatever the form matches, if it says so.
pub(in crate::check) fn has_digit_if_said(form: &Pattern) -> bool {
    let tree = regex_syntax::parse(form.source).expect("a form is a regular expression");
    !form.has_digit || needs(&tree, &["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"])
}

fn needs(tree: &Hir, words: &[&str]) -> bool {
    if ways(tree).is_some_and(|ways| all_hold(&ways, words)) {
        return true;
    }
    match tree.kind() {
        HirKind::Alternation(trees) => trees.iter().all(|tree| needs(tree, words)),
        HirKind::Repetition(Repetition { min: min @ 1.., sub, .. }) => {
            let least = (0..*min).try_fold(vec![String::new()], |so_far, _| product(&so_far, &ways(sub)?));
            needs(sub, words) || least.is_some_and(|least| all_hold(&least, words))
        }
        HirKind::Capture(_) | HirKind::Concat(_) => {
            let row = row(tree);
            row.iter().any(|tree| needs(tree, words)) || (0..row.len()).any(|from| stretch_needs(&row[from..], words))
        }
        _ => false,
    }
}

/// What stands one after the other, groups opened.
fn row(tree: &Hir) -> Vec<&Hir> {
    match tree.kind() {
        HirKind::Capture(capture) => row(&capture.sub),
        HirKind::Concat(trees) => trees.iter().flat_map(row).collect(),
        _ => vec![tree],
    }
}

/// Whether some first trees of a row, taken together, hold one of the words.
fn stretch_needs(trees: &[&Hir], words: &[&str]) -> bool {
    let Some(mut ways) = ends(trees[0]) else { return false };
    for tree in &trees[1..] {
        if beginnings(tree).is_some_and(|last| product(&ways, &last).is_some_and(|all| all_hold(&all, words))) {
            return true;
        }
        match self::ways(tree).and_then(|next| product(&ways, &next)) {
            Some(longer) => ways = longer,
            None => return false,
        }
    }
    all_hold(&ways, words)
}

/// What a tree begins with; if all is known that it matches, that.
fn beginnings(tree: &Hir) -> Option<Vec<String>> {
    let begun = match tree.kind() {
        HirKind::Capture(capture) => beginnings(&capture.sub),
        HirKind::Alternation(trees) => Some(trees.iter().map(beginnings).collect::<Option<Vec<_>>>()?.concat()),
        HirKind::Repetition(Repetition { min: 1.., sub, .. }) => beginnings(sub),
        HirKind::Concat(trees) => trees.first().and_then(beginnings),
        _ => None,
    };
    ways(tree).or(begun)
}

/// What a tree ends with; if all is known that it matches, that.
fn ends(tree: &Hir) -> Option<Vec<String>> {
    let ended = match tree.kind() {
        HirKind::Capture(capture) => ends(&capture.sub),
        HirKind::Alternation(trees) => Some(trees.iter().map(ends).collect::<Option<Vec<_>>>()?.concat()),
        HirKind::Repetition(Repetition { min: 1.., sub, .. }) => ends(sub),
        HirKind::Concat(trees) => trees.last().and_then(ends),
        _ => None,
    };
    ways(tree).or(ended)
}

/// Every text a tree matches, if they are few.
fn ways(tree: &Hir) -> Option<Vec<String>> {
    match tree.kind() {
        HirKind::Empty | HirKind::Look(_) => Some(vec![String::new()]),
        HirKind::Literal(literal) => Some(vec![String::from_utf8(literal.0.to_vec()).ok()?]),
        HirKind::Class(Class::Unicode(class)) => {
            let signs = class.iter().flat_map(|range| range.start()..=range.end()).take(MOST + 1);
            let signs: Vec<String> = signs.map(String::from).collect();
            (signs.len() <= MOST).then_some(signs)
        }
        HirKind::Class(Class::Bytes(_)) => None,
        HirKind::Capture(capture) => ways(&capture.sub),
        HirKind::Alternation(trees) => {
            let all = trees.iter().map(ways).collect::<Option<Vec<_>>>()?;
            Some(all.concat())
        }
        HirKind::Concat(trees) => {
            trees.iter().try_fold(vec![String::new()], |so_far, tree| product(&so_far, &ways(tree)?))
        }
        HirKind::Repetition(Repetition { min, max, sub, .. }) => {
            let sub = ways(sub)?;
            let (mut row, mut all) = (vec![String::new()], Vec::new());
            for turn in 0..=(*max)? {
                if turn >= *min {
                    all.extend(row.iter().cloned());
                }
                if turn < (*max)? {
                    row = product(&row, &sub)?;
                }
            }
            Some(all)
        }
    }
}

fn product(firsts: &[String], lasts: &[String]) -> Option<Vec<String>> {
    let few = firsts.len().checked_mul(lasts.len()).is_some_and(|count| count <= MOST);
    few.then(|| firsts.iter().flat_map(|first| lasts.iter().map(move |last| format!("{first}{last}"))).collect())
}

fn all_hold(ways: &[String], words: &[&str]) -> bool {
    ways.iter().all(|way| words.iter().any(|word| way.contains(word)))
}

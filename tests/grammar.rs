//! What the grammar takes at once: names run on to the next sign with which anything else could begin.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up fails")]

use std::collections::{BTreeMap, BTreeSet};

use pest_meta::ast::Expr;
use pest_meta::parser::{Rule, consume_rules, parse};

/// The rules of the grammar by name.
struct Grammar(BTreeMap<String, Expr>);

impl Grammar {
    fn read() -> Self {
        let text = std::fs::read_to_string("grammar/plan.pest").unwrap();
        let rules = consume_rules(parse(Rule::grammar_rules, &text).unwrap()).unwrap();
        Self(rules.into_iter().map(|rule| (rule.name, rule.expr)).collect())
    }

    /// With what signs a text may begin that an expression matches, and whether it may match none.
    fn begins(&self, expr: &Expr) -> (BTreeSet<char>, bool) {
        match expr {
            Expr::Str(text) | Expr::Insens(text) => (text.chars().take(1).collect(), text.is_empty()),
            Expr::Range(from, to) => ((first(from)..=first(to)).collect(), false),
            Expr::Ident(name) => match name.as_str() {
                "ASCII_DIGIT" => (('0'..='9').collect(), false),
                "EOI" => (BTreeSet::new(), false),
                name => self.begins(self.0.get(name).unwrap_or_else(|| panic!("{name} may begin with anything"))),
            },
            Expr::PosPred(_) | Expr::NegPred(_) => (BTreeSet::new(), true),
            Expr::Seq(one, other) => {
                let (mut signs, may_be_none) = self.begins(one);
                if !may_be_none {
                    return (signs, false);
                }
                let (rest, may_be_none) = self.begins(other);
                signs.extend(rest);
                (signs, may_be_none)
            }
            Expr::Choice(one, other) => {
                let ((mut signs, one), (others, other)) = (self.begins(one), self.begins(other));
                signs.extend(others);
                (signs, one || other)
            }
            Expr::Opt(expr) | Expr::Rep(expr) | Expr::RepMax(expr, _) => (self.begins(expr).0, true),
            Expr::RepOnce(expr) | Expr::RepExact(expr, _) | Expr::RepMin(expr, _) | Expr::RepMinMax(expr, ..) => {
                self.begins(expr)
            }
            other => panic!("{other:?} is not known here"),
        }
    }
}

fn first(text: &str) -> char {
    text.chars().next().unwrap()
}

/// The signs at which what is taken at once ends: of the first `!("…" | …)` of an expression.
fn stops(expr: &Expr) -> Option<BTreeSet<char>> {
    fn signs(choice: &Expr, found: &mut BTreeSet<char>) -> bool {
        match choice {
            Expr::Str(text) => found.insert(first(text)),
            Expr::Choice(one, other) => signs(one, found) && signs(other, found),
            _ => false,
        }
    }
    match expr {
        Expr::NegPred(choice) if matches!(**choice, Expr::Choice(..)) => {
            let mut found = BTreeSet::new();
            signs(choice, &mut found).then_some(found)
        }
        Expr::Seq(one, other) | Expr::Choice(one, other) => stops(one).or_else(|| stops(other)),
        Expr::Rep(expr) | Expr::RepOnce(expr) | Expr::Opt(expr) => stops(expr),
        _ => None,
    }
}

#[test]
fn a_name_is_taken_up_to_what_may_end_it() {
    let grammar = Grammar::read();
    let stops = stops(&grammar.0["tight_name"]).expect("a name begins with what is taken at once");
    for rule in ["opaque", "mean_name", "name_end"] {
        let (begins, may_be_none) = grammar.begins(&grammar.0[rule]);
        let missing: Vec<_> = begins.difference(&stops).collect();
        assert!(missing.is_empty() && !may_be_none, "{rule} may begin with {missing:?}");
    }
}

#[test]
fn only_values_begin_with_a_comparison() {
    let grammar = Grammar::read();
    let others = [
        "often_done",
        "years_listed",
        "several_times",
        "dated",
        "made",
        "every",
        "in_turn",
        "each",
        "hoped",
        "acted",
        "each_year",
        "lead_in",
        "respectively",
        "moved",
        "change",
        "kept",
    ];
    for rule in others {
        let (begins, may_be_none) = grammar.begins(&grammar.0[rule]);
        assert!(!may_be_none && !['不', '>', '<'].iter().any(|sign| begins.contains(sign)), "{rule} begins so as well");
    }
}

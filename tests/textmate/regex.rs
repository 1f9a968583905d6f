//! Rules of the language's own grammar as regular expressions, so that an editor colours what the compiler reads.
//!
//! Takes `grammar/plan.pest` and the name of a rule, gives an expression for Oniguruma that matches the same: choices
//! and repetitions never go back, and every sign stands for its full-width form as well, as reading folds it. A rule
//! that names itself cannot be told; what such rules stand for is given by hand.

use std::collections::BTreeMap;

use pest_meta::ast::Expr;
use pest_meta::parser::{Rule, consume_rules, parse};

/// The blanks of a line, for use within a class.
const BLANKS: &str = " \\t　";

/// Rules that name themselves, a level deep.
const BY_HAND: [(&str, &str); 2] =
    [("document_title", "《[^《》]*+》"), ("bracketed", "(?>[(（][^()（）]*+[)）]|〔[^〕]*+〕)")];

/// The rules of the grammar.
pub struct Grammar(BTreeMap<String, Expr>);

impl Grammar {
    /// Reads the grammar of the language.
    pub fn read(text: &str) -> Self {
        let pairs = parse(Rule::grammar_rules, text).expect("the grammar of the language is a grammar");
        let rules = consume_rules(pairs).expect("the grammar of the language is sound");
        Grammar(rules.into_iter().map(|rule| (rule.name, rule.expr)).collect())
    }

    /// The expression of a rule.
    pub fn regex(&self, rule: &str) -> String {
        self.named(rule, &mut Vec::new())
    }

    fn named(&self, name: &str, open: &mut Vec<String>) -> String {
        if let Some((_, made)) = BY_HAND.iter().find(|(rule, _)| *rule == name) {
            return (*made).to_owned();
        }
        if let Some(made) = built_in(name) {
            return made;
        }
        assert!(!open.iter().any(|rule| rule == name), "the rule {name} names itself");
        open.push(name.to_owned());
        let expr = self.0.get(name).unwrap_or_else(|| panic!("the grammar has no rule {name}"));
        let made = self.told(expr, open);
        open.pop();
        made
    }

    /// The expression of a part of a rule, which may stand anywhere in another.
    fn told(&self, expr: &Expr, open: &mut Vec<String>) -> String {
        if let Some(signs) = self.class(expr) {
            return if signs.is_plain() { signs.0 } else { format!("[{}]", signs.0) };
        }
        match expr {
            Expr::Str(text) => literal(text),
            Expr::Ident(name) => self.named(name, open),
            Expr::PosPred(inner) => format!("(?={})", self.told(inner, open)),
            Expr::NegPred(inner) => format!("(?!{})", self.told(inner, open)),
            Expr::Seq(first, then) => match (&**first, &**then) {
                (Expr::NegPred(not), Expr::Ident(any)) if any == "ANY" && self.class(not).is_some() => {
                    format!("[^{}]", self.class(not).map(|signs| signs.0).unwrap_or_default())
                }
                _ => self.told(first, open) + &self.told(then, open),
            },
            Expr::Choice(..) => {
                let mut parts = Vec::new();
                self.choices(expr, &mut parts, open);
                format!("(?>{})", parts.join("|"))
            }
            Expr::Opt(inner) => self.repeated(inner, "?+", open),
            Expr::Rep(inner) => self.repeated(inner, "*+", open),
            Expr::RepOnce(inner) => self.repeated(inner, "++", open),
            Expr::RepExact(inner, times) => self.repeated(inner, &format!("{{{times}}}"), open),
            Expr::RepMinMax(inner, least, most) => {
                format!("(?>{})", self.repeated(inner, &format!("{{{least},{most}}}"), open))
            }
            other => panic!("no rule of the language was made so yet: {other:?}"),
        }
    }

    fn choices(&self, expr: &Expr, parts: &mut Vec<String>, open: &mut Vec<String>) {
        match expr {
            Expr::Choice(first, then) if self.class(expr).is_none() => {
                self.choices(first, parts, open);
                self.choices(then, parts, open);
            }
            _ => parts.push(self.told(expr, open)),
        }
    }

    fn repeated(&self, inner: &Expr, times: &str, open: &mut Vec<String>) -> String {
        let made = self.told(inner, open);
        let is_one = made.chars().count() == 1 || made.starts_with('[') && !made[1..made.len() - 1].contains(']');
        if is_one { made + times } else { format!("(?:{made}){times}") }
    }

    /// The signs that a part stands for, if it always stands for one.
    fn class(&self, expr: &Expr) -> Option<Signs> {
        match expr {
            Expr::Str(text) if text.chars().count() == 1 => text.chars().next().map(|sign| Signs(widths(sign))),
            Expr::Choice(first, then) => Some(Signs(self.class(first)?.0 + &self.class(then)?.0)),
            Expr::Ident(name) if name == "ASCII_DIGIT" => Some(Signs("0-9０-９".to_owned())),
            Expr::Ident(name) => self.0.get(name).filter(|_| built_in(name).is_none()).and_then(|expr| match expr {
                Expr::Str(_) | Expr::Choice(..) => self.class(expr),
                _ => None,
            }),
            _ => None,
        }
    }
}

/// The inside of a class.
struct Signs(String);

impl Signs {
    fn is_plain(&self) -> bool {
        self.0.chars().count() == 1
    }
}

/// What the grammar has without saying what it is, and the blanks, of which reading makes one.
fn built_in(name: &str) -> Option<String> {
    Some(match name {
        "ANY" => ".".to_owned(),
        "SOI" => "^".to_owned(),
        "EOI" => "$".to_owned(),
        "ASCII_DIGIT" => "[0-9０-９]".to_owned(),
        "ASCII_ALPHA" => "[A-Za-zＡ-Ｚａ-ｚ]".to_owned(),
        "ASCII_ALPHA_UPPER" => "[A-ZＡ-Ｚ]".to_owned(),
        "ASCII_ALPHANUMERIC" => "[0-9A-Za-z０-９Ａ-Ｚａ-ｚ]".to_owned(),
        "sp" => format!("[{BLANKS}]*+"),
        "blank" => format!("[{BLANKS}]++"),
        _ => return None,
    })
}

/// A text as it may be typed.
fn literal(text: &str) -> String {
    match text {
        ">=" => "(?>≥|[>＞》][=＝])".to_owned(),
        "<=" => "(?>≤|[<＜《][=＝])".to_owned(),
        ".." => "(?>\\.\\.|。。|……)".to_owned(),
        _ => text.chars().map(written).collect(),
    }
}

/// One sign, outside of a class.
fn written(sign: char) -> String {
    match sign {
        '→' => "(?>→|[-－—][>》]|——[>》]|=>)".to_owned(),
        _ if widths(sign).chars().count() == 1 => sign.to_string(),
        _ => format!("[{}]", widths(sign)),
    }
}

/// One sign in each of its widths, for use within a class.
fn widths(sign: char) -> String {
    let wide = |sign: char| char::from_u32(sign as u32 + 0xfee0).unwrap_or(sign);
    match sign {
        ' ' => BLANKS.to_owned(),
        '、' => "、､".to_owned(),
        ',' => ",，﹐".to_owned(),
        ':' => ":：﹕".to_owned(),
        '—' => "—–".to_owned(),
        'a'..='z' | 'A'..='Z' => sign.to_string(),
        '!'..='~' => {
            let shield = if "[]\\^-&".contains(sign) { "\\" } else { "" };
            format!("{shield}{sign}{}", wide(sign))
        }
        _ => sign.to_string(),
    }
}

//! Which rules speak, and how gravely.
//!
//! Takes codes or beginnings of codes, as an office or a person writes them, and decides for each rule. What is said
//! later beats what is said before; of two that are said together the one that names the rule more closely. Faults of
//! the text itself are no rules and cannot be chosen.

use std::collections::BTreeMap;

use super::RULES;
use crate::diagnostic::{Severity, Text};
use crate::text;

/// Which rules speak, and how gravely.
#[derive(Clone, Debug, Default)]
pub struct Ruling {
    /// What is chosen, the first said first.
    pub choices: Vec<Choice>,
    /// How grave the findings of a rule are, whatever the stage.
    pub severity: BTreeMap<&'static str, Severity>,
}

/// Rules chosen and left out, said together.
#[derive(Clone, Debug, Default)]
pub struct Choice {
    /// The only rules that speak; empty if nothing is said about that.
    pub select: Vec<Selector>,
    /// Rules that do not.
    pub ignore: Vec<Selector>,
}

/// A code or the beginning of one, such as `D` or `R01`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selector(String);

impl Ruling {
    /// Whether the rule of this code speaks.
    pub fn speaks(&self, code: &str) -> bool {
        self.choices.iter().fold(true, |speaks, choice| choice.speaks(code).unwrap_or(speaks))
    }
}

impl Choice {
    /// What it says about a code, if anything.
    fn speaks(&self, code: &str) -> Option<bool> {
        let closest = |list: &[Selector]| list.iter().filter_map(|selector| selector.closeness(code)).max();
        match (closest(&self.select), closest(&self.ignore)) {
            (None, None) => (!self.select.is_empty()).then_some(false),
            (selected, ignored) => Some(selected > ignored),
        }
    }
}

impl Selector {
    /// The selector that is written, in either width and case, or what to tell whoever wrote it.
    pub fn read(written: &str) -> Result<Self, Text> {
        let prefix = normal(written);
        let is_known = !prefix.is_empty() && RULES.iter().any(|rule| rule.code.starts_with(&prefix));
        if is_known { Ok(Self(prefix)) } else { Err(unknown(written)) }
    }

    /// The selector of one code.
    pub fn of(code: &str) -> Self {
        Self(code.to_owned())
    }

    fn closeness(&self, code: &str) -> Option<usize> {
        code.starts_with(&self.0).then_some(self.0.len())
    }
}

/// The code of the rule that is written, or what to tell whoever wrote it.
pub fn code(written: &str) -> Result<&'static str, Text> {
    let wanted = normal(written);
    RULES.iter().find(|rule| rule.code == wanted).map(|rule| rule.code).ok_or_else(|| unknown(written))
}

/// The code of the rule that may be meant: one whose name it is, or whose code is one slip away.
pub fn near(written: &str) -> Option<&'static str> {
    let wanted = normal(written);
    // What is a fault of the text is no slip for a rule.
    if is_of_syntax(&wanted) {
        return None;
    }
    let slips = |rule: &super::Rule| match rule.name.eq_ignore_ascii_case(written.trim()) {
        true => 0,
        false => strsim::damerau_levenshtein(rule.code, &wanted),
    };
    RULES.iter().map(|rule| (slips(rule), rule.code)).filter(|(slips, _)| *slips <= 1).min().map(|(_, code)| code)
}

/// What to tell whoever names a rule that there is not.
fn unknown(written: &str) -> Text {
    let written = written.trim();
    if is_of_syntax(&normal(written)) {
        return text!(
            zh: "“{written}”是文字本身的错误，不是规则，不能关掉",
            en: "“{written}” is a fault of the text itself, no rule, and cannot be switched off"
        );
    }
    match near(written) {
        Some(near) => text!(
            zh: "没有规则“{written}”，是不是“{near}”？",
            en: "there is no rule “{written}”; did you mean “{near}”?"
        ),
        None => text!(
            zh: "没有规则“{written}”；fangan rules 列出全部规则",
            en: "there is no rule “{written}”; fangan rules lists them all"
        ),
    }
}

/// S0 and S1 are what reading and resolving say; from S2 on they are rules.
fn is_of_syntax(code: &str) -> bool {
    code.starts_with("S0") || code.starts_with("S1")
}

fn normal(written: &str) -> String {
    let narrow = |sign: char| match sign {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(sign as u32 - 0xfee0).unwrap_or(sign),
        other => other,
    };
    written.trim().chars().map(narrow).collect::<String>().to_ascii_uppercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn choice(select: &[&str], ignore: &[&str]) -> Choice {
        let read = |list: &[&str]| list.iter().map(|written| Selector::read(written).unwrap()).collect();
        Choice { select: read(select), ignore: read(ignore) }
    }

    fn spoken(choices: &[Choice]) -> Vec<&'static str> {
        let ruling = Ruling { choices: choices.to_vec(), ..Ruling::default() };
        let of_few = |code: &&str| ["D001", "D010", "R001", "S201"].contains(code);
        RULES.iter().map(|rule| rule.code).filter(of_few).filter(|code| ruling.speaks(code)).collect()
    }

    #[test]
    fn the_closer_word_wins_and_the_later_choice() {
        assert_eq!(spoken(&[]), ["D001", "D010", "R001", "S201"]);
        assert_eq!(spoken(&[choice(&["D"], &[])]), ["D001", "D010"]);
        assert_eq!(spoken(&[choice(&["D"], &["D01"])]), ["D001"]);
        assert_eq!(spoken(&[choice(&["D010"], &["D"])]), ["D010"]);
        assert_eq!(spoken(&[choice(&[], &["ｄ", "s201"])]), ["R001"]);
        assert_eq!(spoken(&[choice(&[], &["D"]), choice(&["D"], &[])]), ["D001", "D010"]);
        assert_eq!(spoken(&[choice(&["D"], &[]), choice(&[], &["D001"])]), ["D010"]);
        assert_eq!(spoken(&[choice(&["D"], &["D"])]), [""; 0]);
    }

    #[test]
    fn what_is_no_rule_is_told_with_the_near_one() {
        let told = |written: &str| Selector::read(written).unwrap_err().en;
        assert!(told("D0010").contains("did you mean “D001”?"), "{}", told("D0010"));
        assert!(told("lead_missing").contains("did you mean “R001”?"));
        assert!(told("S001").contains("cannot be switched off"));
        assert!(told("").contains("no rule"));
        assert!(code("D").is_err() && code(" ｄ００１").is_ok());
    }
}

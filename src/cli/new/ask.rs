//! Questions on a terminal: which skeleton, what value.
//!
//! Takes what is typed, a line each; an empty line leaves a parameter open, and the end of the input leaves open all that
//! are left. Nothing is asked unless a person can read the question and answer it.

use std::io::{self, BufRead, IsTerminal};

use super::skeleton::{Skeleton, named, skeletons, unnamed};
use super::{Given, write_in};
use crate::cli::{Failure, complain, mention};
use crate::diagnostic::Lang;
use crate::text;

/// Whether a person sits there.
pub(super) fn is_possible() -> bool {
    io::stdin().is_terminal() && io::stderr().is_terminal()
}

/// The skeleton that is chosen, by name or by its place in the list.
pub(super) fn skeleton(input: &mut dyn BufRead, list: &str, lang: Lang) -> Result<Skeleton, Failure> {
    mention(list);
    mention(text!(zh: "骨架（名称，或第几个）：", en: "skeleton (its name, or which of them): ").get(lang));
    let Some(answer) = answer(input)?.filter(|answer| !answer.is_empty()) else { return Err(unnamed(None)) };
    let place = answer.parse::<usize>().ok().and_then(|place| skeletons().get(place.checked_sub(1)?));
    place.map_or_else(|| named(&answer), |skeleton| Ok(*skeleton))
}

/// Asks for every value that is not given yet.
pub(super) fn values(
    skeleton: &Skeleton,
    given: &mut Given,
    input: &mut dyn BufRead,
    lang: Lang,
) -> Result<(), Failure> {
    let all = skeleton.params();
    if all.iter().any(|param| !given.contains_key(param.name)) {
        let how = text!(zh: "直接回车，就先空着或用 [ ] 里的：", en: "an empty line leaves it open, or takes what is in [ ]:");
        mention(&format!("{}\n", how.get(lang)));
    }
    for param in all {
        if given.contains_key(param.name) {
            continue;
        }
        let (name, hint) = (param.name, param.hint.get(lang));
        let otherwise = param.default.map(|default| format!(" [{default}]")).unwrap_or_default();
        loop {
            mention(text!(zh: "{name}（{hint}）{otherwise}：", en: "{name} ({hint}){otherwise}: ").get(lang));
            let Some(value) = answer(input)? else { return Ok(()) };
            if value.is_empty() {
                break;
            }
            match write_in::fault(skeleton, name, &value) {
                Some(fault) => complain(&fault, lang),
                None => {
                    given.insert(name, value);
                    break;
                }
            }
        }
    }
    Ok(())
}

/// A line that is typed, without blanks around it; none at the end of the input.
fn answer(input: &mut dyn BufRead) -> Result<Option<String>, Failure> {
    let mut line = String::new();
    let failed =
        |error: io::Error| Failure::new(text!(zh: "读不了输入：{error}", en: "cannot read the input: {error}"));
    let read = input.read_line(&mut line).map_err(failed)?;
    Ok((read > 0).then(|| line.trim().to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(typed: &str, given: &[(&'static str, &str)]) -> Given {
        let mut given = given.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
        let skeleton = named("school-plan").ok().expect("it is in the list");
        assert!(values(&skeleton, &mut given, &mut typed.as_bytes(), Lang::Zh).is_ok());
        given
    }

    fn given(values: &[(&'static str, &str)]) -> Given {
        values.iter().map(|(name, value)| (*name, (*value).to_owned())).collect()
    }

    #[test]
    fn each_line_answers_one_question() {
        let found = asked("澜平县第二小学\n\n2026-2027\n2026年8月28日\n", &[]);
        let wanted = [("校名", "澜平县第二小学"), ("学年", "2026-2027"), ("成文日期", "2026年8月28日")];
        assert_eq!(found, given(&wanted));
    }

    #[test]
    fn what_is_given_is_not_asked_and_what_is_wrong_is_asked_again() {
        let found = asked("\n2026-2031\n2026-2027\n", &[("校名", "甲校")]);
        assert_eq!(found, given(&[("校名", "甲校"), ("学年", "2026-2027")]));
    }

    #[test]
    fn a_skeleton_is_chosen_by_name_or_place() {
        for typed in ["学校工作方案\n", "school-plan\n", "3\n"] {
            let chosen = skeleton(&mut typed.as_bytes(), "", Lang::Zh);
            assert_eq!(chosen.ok().map(|skeleton| skeleton.name), Some("school-plan"), "{typed}");
        }
        assert!(skeleton(&mut "".as_bytes(), "", Lang::Zh).is_err());
        assert!(skeleton(&mut "9\n".as_bytes(), "", Lang::Zh).is_err());
    }
}

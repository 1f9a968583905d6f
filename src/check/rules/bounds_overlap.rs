//! “以上”“以下”都包括本数 · Two bounds that share a value
//!
//! ## 中文
//! “以上”“以下”“以内”都包括本数，“超过”“不满”不包括。同一句里写“60人以上”和“60人以下”，恰好60人的两头都
//! 算。
//!
//! ## English
//! 以上 and 以下 include the number itself, 超过 and 不满 do not. With 60人以上 beside 60人以下, exactly 60 belongs
//! to both.
//!
//! ## 错 · Wrong
//! ```plan
//! # 某县义务教育提质方案
//!
//! 学生60人以上的学校设校医，60人以下的学校设保健教师。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 某县义务教育提质方案
//!
//! 学生60人以上的学校设校医，不满60人的学校设保健教师。
//! ```
//!
//! ## 依据 · Source
//! C93；民法典第一千二百五十九条

use std::collections::BTreeMap;

use crate::check::passages::Passage;
use crate::check::pattern::{Hit, Pattern, number, units};
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W103",
    name: "bounds_overlap",
    severity: Severity::Info,
    at_issue: Severity::Warning,
    text: include_str!("bounds_overlap.rs"),
    run,
};

pub(in crate::check) static FORM: Pattern =
    Pattern::with_digit(&["以上", "以下"], concat!("((?:", number!(), ")", units!(), ")(?:及|（含）)?(以上|以下)"));

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    // Most texts have one of them only, and the form need not be sought.
    let has_both = |passage: &&Passage| ["以上", "以下"].iter().all(|word| passage.text.contains(word));
    for passage in context.holding(&FORM).filter(has_both) {
        let mut seen: BTreeMap<&str, Hit> = BTreeMap::new();
        let mut looked = 0;
        for hit in FORM.hits(passage).filter(|hit| !says_included(hit)) {
            // Another sentence may speak of something else.
            if passage.text[looked..hit.at().start].contains('。') {
                seen.clear();
            }
            looked = hit.at().end;
            let amount = hit.part(1);
            match seen.get(amount) {
                Some(first) if first.part(2) != hit.part(2) => {
                    let message = text!(
                        zh: "“{amount}”既算“以上”，又算“以下”",
                        en: "{amount} belongs to both 以上 and 以下"
                    );
                    out.push(
                        RULE.finding(passage.span(hit.at()), message)
                            .related(
                                passage.span(first.at()),
                                text!(zh: "另一头也包括本数", en: "this includes it too"),
                            )
                            .help(text!(
                                zh: "一头写“以上”，另一头写“不满{amount}”",
                                en: "write 以上 for one side and 不满{amount} for the other"
                            )),
                    );
                }
                Some(_) => {}
                None => {
                    seen.insert(amount, hit);
                }
            }
        }
    }
}

/// Whether it is said which side the number belongs to: 60人以下（不含60人）.
fn says_included(hit: &Hit) -> bool {
    hit.rest().starts_with("（不含") || hit.rest().starts_with("(不含")
}

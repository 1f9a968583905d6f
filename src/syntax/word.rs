//! The words inside values, once: the two forms of each.
//!
//! Keywords begin lines and have their own table ([`super::keyword`]); these stand within a value: 由, 每学期, 不少于,
//! 约束性. The grammar tells where a word may stand and knows more forms than these; a form without a twin in the
//! other tongue (达, 学年度, 季) is understood everywhere and never converted, so that converting there and back
//! loses nothing. Times have no entries: they are kept as their author wrote them.

use super::grammar::Rule;

/// Which of the two forms of keywords and words a line is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tongue {
    /// Chinese.
    Zh,
    /// English.
    En,
}

/// A word in its two forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// The English form.
    pub en: &'static str,
    /// The Chinese form.
    pub zh: &'static str,
}

impl Word {
    /// The form in a tongue.
    pub fn form(self, tongue: Tongue) -> &'static str {
        match tongue {
            Tongue::Zh => self.zh,
            Tongue::En => self.en,
        }
    }
}

/// Every word, by the rule of the grammar that reads it.
const WORDS: &[(Rule, &[(&str, &str)])] = &[
    (Rule::open_kw, &[("tbd", "待定")]),
    (Rule::none, &[("none", "无")]),
    (Rule::every_word, &[("every", "各")]),
    (Rule::post_word, &[("post", "岗位")]),
    (Rule::group_word, &[("group", "小组")]),
    (Rule::public_word, &[("public", "公众")]),
    (Rule::external_word, &[("external", "系统外")]),
    (Rule::part_kw, &[("part of", "属于")]),
    (Rule::people_kw, &[("people", "人")]),
    (Rule::sort_word, &[("rate", "率"), ("flow", "增量"), ("stock", "存量")]),
    (Rule::direction_word, &[("up", "升"), ("down", "降")]),
    (
        Rule::relation,
        &[
            ("parent", "上位"),
            ("follows", "贯彻"),
            ("implements", "落实"),
            ("carries out", "实施"),
            ("practises", "践行"),
            ("compared", "对照"),
            ("studies", "学习"),
            ("pending", "待出台"),
        ],
    ),
    (Rule::then_kw, &[("then", "则")]),
    (Rule::open_end, &[("etc", "等")]),
    (Rule::range_kw, &[("to", "至")]),
    (Rule::per_kw, &[("per", "每")]),
    (
        Rule::time_unit,
        &[
            ("school year", "学年"),
            ("half year", "半年"),
            ("term", "学期"),
            ("quarter", "季度"),
            ("year", "年"),
            ("month", "月"),
            ("week", "周"),
            ("working day", "工作日"),
            ("day", "天"),
        ],
    ),
    (Rule::indicator_head, &[("indicator", "指标")]),
    (Rule::total_head, &[("total", "合计")]),
    (Rule::value_head, &[("value", "数值"), ("amount", "金额"), ("target", "目标值")]),
    (Rule::aim_head, &[("target", "目标")]),
    (Rule::serial_head, &[("no.", "序号")]),
    (Rule::unit_head, &[("unit", "单位")]),
    (Rule::force_head, &[("force", "属性")]),
    (Rule::doer_head, &[("owner", "责任单位")]),
    (Rule::note_head, &[("note", "备注")]),
    (Rule::by_kw, &[("by", "由")]),
    (Rule::of_kw, &[("of", "对")]),
    (Rule::until_kw, &[("until", "到")]),
    (Rule::in_kw, &[("in", "在")]),
    (Rule::since_kw, &[("since", "自")]),
    (Rule::against_kw, &[("against", "较")]),
    (Rule::base_words, &[("last year", "上年")]),
    (Rule::keep_kw, &[("keep", "保持")]),
    (Rule::unlisted, &[("unlisted", "未列")]),
    (Rule::from_kw, &[("from", "来源")]),
    (Rule::share_kw, &[("share of", "占")]),
    (Rule::to_kw, &[("to", "给")]),
    (Rule::for_kw, &[("for", "用于")]),
    (Rule::binding, &[("binding", "约束性")]),
    (Rule::expected, &[("expected", "预期性"), ("striving", "力争")]),
    (
        Rule::up,
        &[
            ("grows", "增长"),
            ("grows by", "增长了"),
            ("improves", "提高"),
            ("advances", "提升"),
            ("increases", "增加"),
            ("rises", "上升"),
        ],
    ),
    (Rule::down, &[("falls", "下降"), ("falls by", "下降了"), ("decreases", "减少"), ("drops", "降低")]),
    (Rule::or_kw, &[("or", "或"), ("or else", "或者")]),
    (
        Rule::at_least,
        &[
            ("no fewer than", "不少于"),
            ("no lower than", "不低于"),
            ("no less than", "不小于"),
            ("at least", "至少"),
            ("reaching", "达到"),
        ],
    ),
    (
        Rule::at_most,
        &[
            ("not exceeding", "不超过"),
            ("no higher than", "不高于"),
            ("no more than", "不多于"),
            ("no greater than", "不大于"),
            ("held to", "控制在"),
            ("at most", "至多"),
            ("up to", "最多"),
        ],
    ),
    (Rule::above, &[("exceeding", "超过"), ("higher than", "高于"), ("greater than", "大于"), ("more than", "多于")]),
    (Rule::below, &[("lower than", "低于"), ("less than", "小于"), ("fewer than", "少于"), ("short of", "不足")]),
    (Rule::approx, &[("about", "约"), ("roughly", "大约")]),
    (Rule::at_least_end, &[("or more", "以上"), ("and above", "及以上")]),
    (Rule::at_most_end, &[("or less", "以下"), ("and below", "及以下")]),
    (Rule::about_end, &[("or so", "左右")]),
];

/// Units of time after a number: one, several, and with the measure word that Chinese wants between.
const COUNTED: &[(&str, &str, &str)] = &[
    ("school year", "school years", "个学年"),
    ("half year", "half years", "个半年"),
    ("term", "terms", "个学期"),
    ("quarter", "quarters", "个季度"),
    ("year", "years", "年"),
    ("month", "months", "个月"),
    ("week", "weeks", "周"),
    ("working day", "working days", "个工作日"),
    ("day", "days", "天"),
];

/// A unit of time as it stands after a number.
pub(super) fn counted(text: &str, is_one: bool) -> Option<Word> {
    let found = COUNTED.iter().find(|(one, several, zh)| [*one, *several, *zh].contains(&text));
    found.map(|(one, several, zh)| Word { en: if is_one { one } else { several }, zh })
}

/// The word that a rule read as `text`, if it has a twin in the other tongue.
pub(super) fn find(rule: Rule, text: &str) -> Option<Word> {
    let (_, words) = WORDS.iter().find(|(of, _)| *of == rule)?;
    let (en, zh) = words.iter().find(|(en, zh)| *zh == text || *en == text)?;
    Some(Word { en, zh })
}

/// Whether a rule reads words of the language.
pub(super) fn is_word(rule: Rule) -> bool {
    WORDS.iter().any(|(of, _)| *of == rule)
}

/// The Chinese form of what a rule read, by which the tree knows it.
pub(super) fn chinese(rule: Rule, text: &str) -> &str {
    find(rule, text).map_or(text, |word| word.zh)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::syntax::fold::name_key;
    use crate::syntax::grammar::reads_whole;

    #[test]
    fn the_grammar_reads_both_forms_of_each() {
        for (rule, words) in WORDS {
            for form in words.iter().flat_map(|(en, zh)| [en, zh]) {
                assert!(reads_whole(*rule, form), "{rule:?} does not read {form}");
            }
        }
    }

    #[test]
    fn no_two_words_of_one_place_collide() {
        for (rule, words) in WORDS {
            let forms: BTreeSet<_> = words.iter().flat_map(|(en, zh)| [name_key(en), name_key(zh)]).collect();
            assert_eq!(forms.len(), words.len() * 2, "{rule:?}");
        }
    }

    #[test]
    fn no_two_words_that_begin_a_clause_collide() {
        let heads = [
            Rule::per_kw,
            Rule::by_kw,
            Rule::of_kw,
            Rule::until_kw,
            Rule::in_kw,
            Rule::from_kw,
            Rule::share_kw,
            Rule::to_kw,
            Rule::for_kw,
            Rule::binding,
            Rule::expected,
            Rule::up,
            Rule::down,
            Rule::at_least,
            Rule::at_most,
            Rule::above,
            Rule::below,
            Rule::approx,
        ];
        let words = WORDS.iter().filter(|(rule, _)| heads.contains(rule)).flat_map(|(_, words)| words.iter());
        let forms: Vec<_> = words.flat_map(|(en, zh)| [name_key(en), name_key(zh)]).collect();
        assert_eq!(forms.iter().collect::<BTreeSet<_>>().len(), forms.len());
    }
}

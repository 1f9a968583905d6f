//! The skeletons: plans to begin from, written in the language, with parameters.
//!
//! A skeleton's first line is a comment that names it in both languages, `// 中文名：说明 · name: words`; the comment above
//! a parameter says what it wants, `// 中文 · English`. Both are read here and not by the language.

use std::path::Path;

use unicode_width::UnicodeWidthStr;

use crate::cli::Failure;
use crate::diagnostic::Text;
use crate::text;

/// A plan to begin from.
#[derive(Clone, Copy)]
pub(super) struct Skeleton {
    /// Its English name, which is that of its file.
    pub name: &'static str,
    /// Its text.
    pub text: &'static str,
}

/// A parameter of a skeleton.
#[derive(Clone)]
pub(super) struct Param {
    /// Its name.
    pub name: &'static str,
    /// The value it has if none is given.
    pub default: Option<&'static str>,
    /// What is wanted.
    pub hint: Text,
}

/// Every skeleton, in the order of the list.
const SKELETONS: [Skeleton; 7] = [
    Skeleton { name: "three-year-plan", text: include_str!("../../../stdlib/skeletons/three-year-plan.plan") },
    Skeleton { name: "campaign", text: include_str!("../../../stdlib/skeletons/campaign.plan") },
    Skeleton { name: "school-plan", text: include_str!("../../../stdlib/skeletons/school-plan.plan") },
    Skeleton { name: "special-task", text: include_str!("../../../stdlib/skeletons/special-task.plan") },
    Skeleton { name: "work-plan", text: include_str!("../../../stdlib/skeletons/work-plan.plan") },
    Skeleton { name: "policy-reading", text: include_str!("../../../stdlib/skeletons/policy-reading.plan") },
    Skeleton { name: "leading-group", text: include_str!("../../../stdlib/skeletons/leading-group.plan") },
];

/// Every skeleton.
pub(super) fn skeletons() -> &'static [Skeleton] {
    &SKELETONS
}

/// The skeleton of a name, Chinese or English.
pub(super) fn named(wanted: &str) -> Result<Skeleton, Failure> {
    let is_it = |skeleton: &&Skeleton| skeleton.name == wanted || skeleton.chinese() == wanted;
    if let Some(skeleton) = SKELETONS.iter().find(is_it) {
        return Ok(*skeleton);
    }
    let names = SKELETONS.iter().flat_map(|skeleton| [skeleton.name, skeleton.chinese()]);
    // Half of a name may be wrong, no more: then it is another.
    let near = names.map(|name| (strsim::damerau_levenshtein(wanted, name), name));
    let near = near.filter(|(distance, name)| distance * 2 <= name.chars().count()).min();
    Err(Failure::new(match near {
        Some((_, near)) => text!(
            zh: "没有骨架“{wanted}”，是不是“{near}”？fangan new 列出全部骨架",
            en: "there is no skeleton “{wanted}”; did you mean “{near}”? fangan new lists them"
        ),
        None => text!(
            zh: "没有骨架“{wanted}”；fangan new 列出全部骨架",
            en: "there is no skeleton “{wanted}”; fangan new lists them"
        ),
    }))
}

/// Said where a folder is named and no skeleton.
pub(super) fn unnamed(folder: Option<&Path>) -> Failure {
    let is_meant =
        |skeleton: &&Skeleton| [skeleton.name, skeleton.chinese()].iter().any(|name| folder == Some(Path::new(name)));
    if let Some(skeleton) = SKELETONS.iter().find(is_meant) {
        let (zh, en) = (skeleton.chinese(), skeleton.name);
        return Failure::new(text!(
            zh: "先写文件夹，再写骨架：fangan new 文件夹 --template {zh}",
            en: "the folder comes first, then the skeleton: fangan new DIR --template {en}"
        ));
    }
    let all = |name: fn(&Skeleton) -> &'static str| SKELETONS.iter().map(name).collect::<Vec<_>>();
    let (zh, en) = (all(Skeleton::chinese).join("、"), all(|skeleton| skeleton.name).join(", "));
    Failure::new(text!(
        zh: "用哪个骨架？加上 --template 名称，有：{zh}",
        en: "from which skeleton? add --template NAME; there are: {en}"
    ))
}

impl Skeleton {
    /// Its Chinese name.
    pub fn chinese(&self) -> &'static str {
        self.head().0.split('：').next().unwrap_or_default()
    }

    /// Its line in the list.
    pub fn line(&self) -> String {
        let (zh, en) = self.head();
        let after = |head: &'static str, sign| head.split_once(sign).map_or(head, |(_, words)| words).trim();
        let name = self.chinese();
        let gap = " ".repeat(14_usize.saturating_sub(name.width()));
        format!("{name}{gap}{:17}{} · {}\n", self.name, after(zh, '：'), after(en, ':'))
    }

    /// Its parameters, in the order they are asked for.
    pub fn params(&self) -> Vec<Param> {
        let lines: Vec<_> = self.text.lines().collect();
        let pairs = lines.windows(2).filter_map(|pair| {
            let (name, words) = declared(pair[1])?;
            let (zh, en) = halves(pair[0]).unwrap_or_default();
            let default = (words != "待定").then_some(words);
            Some(Param { name, default, hint: Text { zh: zh.to_owned().into(), en: en.to_owned().into() } })
        });
        pairs.collect()
    }

    fn head(&self) -> (&'static str, &'static str) {
        self.text.lines().next().and_then(halves).unwrap_or_default()
    }
}

/// The name and the words of a line that declares a parameter.
pub(super) fn declared(line: &str) -> Option<(&str, &str)> {
    line.strip_prefix("- 参数 ")?.split_once('：')
}

/// The Chinese and the English half of a comment.
pub(super) fn halves(line: &str) -> Option<(&str, &str)> {
    line.strip_prefix("// ")?.split_once(" · ")
}

//! What a measure delivers: `2018年3月31日前出台《…》。`

use crate::plan::{Measure, Output, OutputKind};

use super::{PENDING, listed, when};
use crate::document::said::Said;

/// What is done to bring about a thing, by the end of its name.
const MADE: [(&str, &[&str]); 4] = [
    ("编制", &["预算", "决算", "规划"]),
    ("建立", &["台账", "机制", "制度", "体系", "档案", "平台", "数据库"]),
    (
        "制定",
        &[
            "办法", "细则", "方案", "意见", "规定", "标准", "要求", "禁令", "计划", "条例", "措施", "文件", "指南",
            "守则",
        ],
    ),
    ("形成", &[]),
];

/// All of them, unless prose has told of each: a list of some would look like the whole.
pub(in crate::document) fn unsaid<'m>(outputs: &'m [Output], said: &Said) -> Vec<&'m Output> {
    let time = |output: &Output| output.due.as_ref().map(|due| due.value.to_string()).unwrap_or_default();
    let is_said = |output: &Output| output.kind != OutputKind::Hole && said.has_like(&output.text, &time(output));
    if outputs.iter().all(is_said) { Vec::new() } else { outputs.iter().collect() }
}

/// The name of what is delivered.
pub(in crate::document) fn name(output: &Output) -> String {
    match output.kind {
        OutputKind::Document => format!("《{}》", output.text),
        OutputKind::Hole if matches!(output.text.trim(), "" | "?" | "？" | "待定") => PENDING.to_owned(),
        _ => output.text.clone(),
    }
}

/// The names, parted by 、, each with a deadline of its own.
pub(in crate::document) fn names(outputs: &[&Output]) -> String {
    // A deadline that all of them share is told once.
    if let [_, .., last] = outputs
        && let Some(due) = &last.due
        && outputs.iter().all(|output| output.due.as_ref().map(|due| &due.value) == Some(&due.value))
    {
        let all = listed(outputs.iter().map(|output| name(output)));
        return format!("{all}（{}）", when::due(&due.value));
    }
    let deadline = |output: &Output| output.due.as_ref().map(|due| format!("（{}）", when::due(&due.value)));
    listed(outputs.iter().map(|output| format!("{}{}", name(output), deadline(output).unwrap_or_default())))
}

/// Those with a day of their own, and the others; the day of the measure stands in its line.
pub(in crate::document) fn dated(outputs: &[&Output], measure: &Measure) -> (Vec<Output>, Vec<Output>) {
    let known = measure.due.value.as_ref().map(|due| &due.value);
    let is_own = |output: &Output| output.due.as_ref().is_some_and(|due| Some(&due.value) != known);
    let (dated, others): (Vec<Output>, Vec<Output>) =
        outputs.iter().map(|output| (*output).clone()).partition(|output| is_own(output) && !is_pending(output));
    let undated =
        others.into_iter().map(|output| if is_own(&output) { output } else { Output { due: None, ..output } });
    (dated, undated.collect())
}

/// Whether what is delivered is still open.
fn is_pending(output: &Output) -> bool {
    output.kind == OutputKind::Hole
}

/// The clause that says what is brought about: `出台《…》`, `建立…台账`.
pub(in crate::document) fn clause(outputs: &[&Output]) -> String {
    let due = |output: &Output| output.due.as_ref().map(|due| when::by(&due.value)).unwrap_or_default();
    let groups = outputs.chunk_by(|one, other| verb(one) == verb(other) && due(one) == due(other));
    let mut before = String::new();
    let clauses = groups.map(|group| {
        let (by, verb) = group.first().map(|first| (due(first), verb(first))).unwrap_or_default();
        // 11月30日前建立制度，制定办法: a day is told once.
        let told = if by == before { "" } else { by.as_str() };
        let clause = format!("{told}{verb}{}", listed(group.iter().map(|output| name(output))));
        before = by;
        clause
    });
    clauses.collect::<Vec<_>>().join("，")
}

fn verb(output: &Output) -> &'static str {
    match output.kind {
        OutputKind::Document => "出台",
        OutputKind::Words if output.text.ends_with('》') => "出台",
        OutputKind::Owner(_) => "成立",
        OutputKind::Hole => "形成成果",
        OutputKind::Words => {
            let fits = |ends: &[&str]| ends.iter().any(|end| output.text.ends_with(end));
            MADE.iter().find(|(_, ends)| fits(ends)).map_or("形成", |(verb, _)| verb)
        }
    }
}

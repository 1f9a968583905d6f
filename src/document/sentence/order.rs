//! What comes before a measure, what it must not do, and who approves it.

use crate::plan::{Link, Measure, Plan, Step, StepRef};

use super::{all_named, bare, named};
use crate::document::said::Said;

/// The sentences on the order of a measure, its approval and what it forbids.
pub(in crate::document) fn sentences(plan: &Plan, measure: &Measure, said: &Said) -> Vec<String> {
    let mut sentences = Vec::new();
    let (after, builds_on) = (unsaid(plan, &measure.after, said), unsaid(plan, &measure.builds_on, said));
    let base = titles(plan, &builds_on);
    match (builds_on.is_empty(), after.is_empty()) {
        (true, true) => {}
        (false, true) => sentences.push(format!("本项工作在{base}的基础上开展。")),
        (true, false) => sentences.push(format!("本项工作在{}实施。", done(plan, &after))),
        (false, false) => sentences.push(format!("本项工作以{base}为基础，在{}实施。", done(plan, &after))),
    }
    sentences.extend(approval(measure));
    sentences.extend(forbidden(measure, said));
    sentences
}

/// What stands before the title of a measure without prose: `在全区性质量监测的基础上，`.
pub(in crate::document) fn lead_in(plan: &Plan, measure: &Measure, outer: &Said) -> String {
    let (after, builds_on) = (unsaid(plan, &measure.after, outer), unsaid(plan, &measure.builds_on, outer));
    let mut text = String::new();
    if !builds_on.is_empty() {
        text.push_str(&format!("在{}的基础上，", titles(plan, &builds_on)));
    }
    if !after.is_empty() {
        text.push_str(&format!("{}，", done(plan, &after)));
    }
    text
}

/// Who approves it first.
pub(in crate::document) fn approval(measure: &Measure) -> Option<String> {
    (!measure.approved.is_empty()).then(|| format!("实施前须经{}同意。", all_named(&measure.approved)))
}

/// What it must not do.
pub(in crate::document) fn forbidden(measure: &Measure, said: &Said) -> Option<String> {
    let unsaid = measure.forbids.iter().map(|words| bare(&words.value)).filter(|words| !said.has(words));
    let clauses = unsaid.map(|words| if words.starts_with("严禁") { words.to_owned() } else { format!("严禁{words}") });
    super::sentence(&clauses.collect::<Vec<_>>(), "；")
}

fn unsaid(plan: &Plan, steps: &[StepRef], said: &Said) -> Vec<StepRef> {
    let is_said = |step: &StepRef| said.has(step.text.trim()) || said.has(&title(plan, step));
    steps.iter().filter(|step| step.link == Link::Hole || !is_said(step)).cloned().collect()
}

fn titles(plan: &Plan, steps: &[StepRef]) -> String {
    steps.iter().map(|step| title(plan, step)).collect::<Vec<_>>().join("、")
}

/// What a step is called on the page: its title, not the name that stands for it in the source.
fn title(plan: &Plan, step: &StepRef) -> String {
    let title = match step.target() {
        Some(Step::Goal(id)) => &plan.goals[id].title.value,
        Some(Step::Measure(id)) => &plan.measures[id].title.value,
        Some(Step::Phase(id)) => &plan.phases[id].title.value,
        None => return named(step),
    };
    title.trim().trim_end_matches('。').to_owned()
}

/// `控辍保学完成后`, `督查发现问题后`.
fn done(plan: &Plan, steps: &[StepRef]) -> String {
    let words = steps.iter().map(|step| match step.link {
        Link::Outside if step.text.ends_with('后') => step.text.clone(),
        Link::Outside => format!("{}后", step.text),
        _ => format!("{}完成后", title(plan, step)),
    });
    words.collect::<Vec<_>>().join("、")
}

//! What comes before a measure, what it must not do, and who approves it.

use crate::plan::{Link, Measure, StepRef};

use super::{all_named, bare, named};
use crate::document::said::Said;

/// The sentences on the order of a measure, its approval and what it forbids.
pub(in crate::document) fn sentences(measure: &Measure, said: &Said) -> Vec<String> {
    let mut sentences = Vec::new();
    let (after, builds_on) = (unsaid(&measure.after, said), unsaid(&measure.builds_on, said));
    if !builds_on.is_empty() {
        sentences.push(format!("本项工作在{}的基础上开展。", all_named(&builds_on)));
    }
    if !after.is_empty() {
        sentences.push(format!("本项工作在{}实施。", done(&after)));
    }
    sentences.extend(approval(measure));
    sentences.extend(forbidden(measure, said));
    sentences
}

/// What stands before the title of a measure without prose: `在全区性质量监测的基础上，`.
pub(in crate::document) fn lead_in(measure: &Measure, outer: &Said) -> String {
    let (after, builds_on) = (unsaid(&measure.after, outer), unsaid(&measure.builds_on, outer));
    let mut text = String::new();
    if !builds_on.is_empty() {
        text.push_str(&format!("在{}的基础上，", all_named(&builds_on)));
    }
    if !after.is_empty() {
        text.push_str(&format!("{}，", done(&after)));
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

fn unsaid(steps: &[StepRef], said: &Said) -> Vec<StepRef> {
    steps.iter().filter(|step| step.link == Link::Hole || !said.has(step.text.trim())).cloned().collect()
}

/// `控辍保学完成后`, `督查发现问题后`.
fn done(steps: &[StepRef]) -> String {
    let words = steps.iter().map(|step| match step.link {
        Link::Outside if step.text.ends_with('后') => step.text.clone(),
        Link::Outside => format!("{}后", step.text),
        _ => format!("{}完成后", named(step)),
    });
    words.collect::<Vec<_>>().join("、")
}

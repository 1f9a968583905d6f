//! 依据的文件没有字号 · A document cited without its number
//!
//! ## 中文
//! 引用公文要先引标题、后引发文字号，没有字号就查不到是哪一份。规划、纲要和法律法规不要求。本单位自己的办法没有字号的，附在
//! 方案后面。
//!
//! ## English
//! A document is cited by its title and its number; without it nobody finds the paper. Not asked of plans, outlines and laws.
//! A rule of one’s own house that has no number is attached.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：澜平县第一小学教学质量提升方案
//! - 依据：《澜平县教育局关于开展质量提升活动的实施意见》，落实
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：澜平县第一小学教学质量提升方案
//! - 依据：《澜平县教育局关于开展质量提升活动的实施意见》，澜教发〔2026〕8号，落实
//! ```
//!
//! ## 依据 · Source
//! C06；文号格式；《党政机关公文处理工作条例》第二十条

use std::collections::BTreeSet;

use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::{Basis, OutputKind, Plan, is_blank_name};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "F108",
    name: "basis_without_number",
    severity: Severity::Info,
    at_issue: Severity::Info,
    text: include_str!("basis_without_number.rs"),
    run,
};

/// What papers with a number are called.
const KINDS: [&str; 6] = ["意见", "通知", "办法", "细则", "方案", "决定"];

/// What shows whose paper it is.
const ORGANS: [&str; 11] = ["省", "市", "县", "区", "旗", "局", "厅", "委", "政府", "教育部", "国务院"];

/// What the plan's own house calls itself.
const OWN: [&str; 4] = ["学校", "本校", "我校", "本园"];

/// How far from its beginning a title names an organ.
const HEAD: usize = 12;

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    let known = known(plan);
    let mut told = BTreeSet::new();
    for basis in plan.bases.iter() {
        let title = basis.title.value.as_str();
        if !needs_number(plan, basis) || known.iter().any(|known| known.contains(title)) || !told.insert(title) {
            continue;
        }
        let message = text!(zh: "依据《{title}》没有写发文字号", en: "“{title}” is cited without its number");
        out.push(RULE.finding(basis.title.span, message).help(text!(
            zh: "在标题后写上，如“，某政发〔2026〕8号”；本单位没有字号的办法列为附件",
            en: "write it behind the title, such as ，某政发〔2026〕8号; attach a rule of one’s own that has none"
        )));
    }
}

fn needs_number(plan: &Plan, basis: &Basis) -> bool {
    let title = basis.title.value.as_str();
    let head: String = title.chars().take(HEAD).collect();
    let is_own = OWN.iter().any(|own| title.starts_with(own))
        || plan.owners.iter().any(|owner| title.starts_with(owner.official_name()));
    let is_of_organ = is_own || ORGANS.iter().any(|organ| head.contains(organ));
    let is_paper = KINDS.iter().any(|kind| title.ends_with(kind)) && is_of_organ;
    // One with its date can be looked up; a number in brackets is told by F001, a blank name by S202.
    let is_dated =
        basis.remark.as_ref().is_some_and(|remark| remark.value.contains('年') && remark.value.contains('月'));
    let is_found = [basis.number.is_some(), basis.time.is_some(), is_dated].contains(&true);
    // Papers of the Party centre are published without their number.
    let issuer = basis.issuer.as_ref().map_or("", |issuer| issuer.value.trim());
    if title.starts_with("中共中央") || issuer.starts_with("中共中央") || issuer.starts_with("中央") {
        return false;
    }
    let has_odd_number = basis.issuer.as_ref().is_some_and(|issuer| issuer.value.trim_end().ends_with('号'));
    is_paper && !is_found && !has_odd_number && !is_blank_name(title)
}

/// What is numbered at another place, attached, or still to be drawn up by the plan.
fn known(plan: &Plan) -> Vec<&str> {
    let numbered = plan.bases.iter().filter(|basis| basis.number.is_some()).map(|basis| &basis.title.value);
    let attached = plan.notices.iter().flat_map(|notice| &notice.attachments).chain(&plan.attachments);
    let attached = attached.map(|attachment| &attachment.value);
    let outputs = plan.measures.iter().flat_map(|measure| &measure.outputs);
    let drawn_up = outputs.filter(|output| output.kind == OutputKind::Document).map(|output| &output.text);
    numbered.chain(attached).chain(drawn_up).map(String::as_str).collect()
}

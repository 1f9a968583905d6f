//! 牵头单位收不到文件 · A lead the notice is not sent to
//!
//! ## 中文
//! 牵头的部门要在主送或者抄送里。主送写了“县直各部门”“各有关单位”一类统称的，都算在内；发文机关自己不算。
//!
//! ## English
//! A department that leads a measure receives the notice, directly, in copy or as one of a class. The
//! issuer itself is not meant.
//!
//! ## 错 · Wrong
//! ```plan
//! # 通知
//! - 发文机关：县教育局
//! - 发文字号：澜教发〔2026〕5号
//! - 主送：各中心校，县直各学校
//! - 成文日期：2026年1月22日
//! # 方案：澜平县义务教育提质行动方案
//!
//! # 主体
//! - 县政府：澜平县人民政府
//!   - 县财政局：澜平县财政局
//!   - 县教育局：澜平县教育局
//!     - 教研室：澜平县教育研究室
//!     - 学校：全县义务教育学校，各
//!
//! ## 措施：改造校舍
//! - 牵头：县财政局
//! - 配合：教研室、学校
//! - 时限：2026年12月底
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 通知
//! - 发文机关：县教育局
//! - 发文字号：澜教发〔2026〕5号
//! - 主送：县财政局，各中心校，县直各学校
//! - 成文日期：2026年1月22日
//! # 方案：澜平县义务教育提质行动方案
//!
//! # 主体
//! - 县政府：澜平县人民政府
//!   - 县财政局：澜平县财政局
//!   - 县教育局：澜平县教育局
//!     - 教研室：澜平县教育研究室
//!     - 学校：全县义务教育学校，各
//!
//! ## 措施：改造校舍
//! - 牵头：县财政局
//! - 配合：教研室、学校
//! - 时限：2026年12月底
//! ```
//!
//! ## 依据 · Source
//! C170；《党政机关公文处理工作条例》第九条（八）（十六）

use std::collections::BTreeSet;

use crate::check::papers;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::{Link, Owner, OwnerKind};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "R039",
    name: "owner_not_addressed",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("owner_not_addressed.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    let Some(notice) = plan.notices.first().filter(|_| plan.notices.len() == 1) else { return };
    let Some(to) = notice.to.as_ref().filter(|to| !crate::check::words::is_hole(&to.value)) else { return };
    let copied = notice.cc.as_ref().map_or("", |cc| cc.value.as_str());
    let addressed = format!("{}，{copied}", to.value);
    // The units below one bureau are no other bureaus.
    let addressed = ["局所属各单位", "局直属各单位", "局直属单位", "局所属单位", "局下属各单位"]
        .iter()
        .fold(addressed, |rest, own| rest.replace(own, "局"));
    if CLASSES.iter().any(|class| addressed.contains(class))
        || notice.issuers.iter().any(|issuer| matches!(issuer.link, Link::Hole | Link::Unresolved))
    {
        return;
    }
    let issuers: BTreeSet<_> = notice.issuers.iter().filter_map(|issuer| issuer.target()).collect();
    let mut seen = BTreeSet::new();
    for lead in context.leads().iter().copied().flatten() {
        let Some(id) = lead.target().filter(|id| seen.insert(*id)) else { continue };
        let owner = &plan.owners[id];
        let is_department =
            owner.kind == OwnerKind::Organ && !owner.is_class && papers::is_department(owner.official_name());
        let is_own = issuers.iter().any(|issuer| {
            plan.is_under(id, *issuer) && *issuer == id
                || owner.superior() == Some(*issuer) && papers::is_department(plan.owners[*issuer].official_name())
        });
        if !is_department || is_own || is_named(owner, &addressed) {
            continue;
        }
        let (name, list) = (&lead.text, &to.value);
        let message = text!(
            zh: "“{name}”牵头措施，主送、抄送里却没有它",
            en: "“{name}” leads a measure, but the notice is not sent to it"
        );
        let found = RULE.finding(lead.span, message);
        let found = found.related(to.span, text!(zh: "主送的是：{list}", en: "it is sent to: {list}"));
        out.push(
            found.help(text!(zh: "在主送里加上“{name}”，或者写“县直有关部门”", en: "address “{name}”, or its class")),
        );
    }
}

/// Words that take in every department.
const CLASSES: [&str; 10] =
    ["部门", "各单位", "有关单位", "直属单位", "直单位", "各成员单位", "各委办局", "各局", "直机关", "直各单位"];

fn is_named(owner: &Owner, addressed: &str) -> bool {
    let names = [&owner.name].into_iter().chain(&owner.full_name).chain(&owner.aliases);
    names.map(|name| name.value.as_str()).any(|name| addressed.contains(name))
}

//! 主送、抄送有重复 · An organ addressed twice
//!
//! ## 中文
//! 同一个机关在主送、抄送里只写一次；主送了的，不再抄送。发文机关也不给自己发文。
//!
//! ## English
//! An organ is addressed once, not both directly and in copy; and an issuer does not write to itself.
//!
//! ## 错 · Wrong
//! ```plan
//! # 通知
//! - 发文机关：县教育局
//! - 发文字号：澜教发〔2026〕5号
//! - 主送：县财政局，县直各学校
//! - 成文日期：2026年1月22日
//! - 抄送：县委办公室，县财政局
//! # 方案：澜平县义务教育提质行动方案
//!
//! # 主体
//! - 县政府：澜平县人民政府
//!   - 县教育局：澜平县教育局
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 通知
//! - 发文机关：县教育局
//! - 发文字号：澜教发〔2026〕5号
//! - 主送：县财政局，县直各学校
//! - 成文日期：2026年1月22日
//! - 抄送：县委办公室
//! # 方案：澜平县义务教育提质行动方案
//!
//! # 主体
//! - 县政府：澜平县人民政府
//!   - 县教育局：澜平县教育局
//! ```
//!
//! ## 依据 · Source
//! C34、C37；《党政机关公文处理工作条例》第九条（八）（十六）

use std::collections::BTreeMap;

use crate::check::papers;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::Notice;
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "F036",
    name: "addressee_twice",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("addressee_twice.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for notice in &context.plan.notices {
        let mut seen = BTreeMap::new();
        for (label, list) in [("主送", &notice.to), ("抄送", &notice.cc)] {
            let Some(list) = list else { continue };
            for at in papers::items(&list.value) {
                let (name, span) = (&list.value[at.clone()], context.part_of(list, at));
                if let Some((first, place)) = seen.get(name) {
                    let message = text!(
                        zh: "“{name}”已经写在{first}里，{label}又写一次",
                        en: "“{name}” stands in {first} already and again in {label}"
                    );
                    let found = RULE.finding(span, message);
                    let found = found.related(*place, text!(zh: "第一次写在这里", en: "it stands here first"));
                    out.push(found.help(text!(zh: "只留一处", en: "name it once")));
                    continue;
                }
                seen.insert(name, (label, span));
                if is_issuer(context, notice, name) {
                    let message = text!(zh: "发文机关“{name}”给自己{label}", en: "“{name}” issues the paper and is addressed by it");
                    out.push(
                        RULE.finding(span, message).help(text!(zh: "从{label}里删去", en: "remove it from {label}")),
                    );
                }
            }
        }
    }
}

fn is_issuer(context: &Context, notice: &Notice, name: &str) -> bool {
    let plan = context.plan;
    notice.issuers.iter().any(|issuer| {
        let own = issuer.target().map(|id| &plan.owners[id]);
        issuer.text == name || own.is_some_and(|own| own.name.value == name || own.official_name() == name)
    })
}

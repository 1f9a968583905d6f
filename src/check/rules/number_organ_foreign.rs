//! 发文字号的机关代字不是发文机关的 · A document number of another organ
//!
//! ## 中文
//! 发文字号用发文机关（联合行文用主办机关）的代字。教育局的文件不能编政府的字号“某政发”。只看“政、教、财、卫、审”这
//! 几个字，拿不准的不报。
//!
//! ## English
//! A document number bears the sign of the organ that issues the paper; of several, of the sponsor. A bureau cannot
//! number its paper as one of the government. Only a few signs are looked at that leave no doubt.
//!
//! ## 错 · Wrong
//! ```plan
//! # 通知
//! - 发文机关：县教育局
//! - 发文字号：澜政发〔2026〕5号
//! - 主送：各中心校，县直各学校
//! - 成文日期：2026年1月22日
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
//! - 主送：各中心校，县直各学校
//! - 成文日期：2026年1月22日
//! # 方案：澜平县义务教育提质行动方案
//!
//! # 主体
//! - 县政府：澜平县人民政府
//!   - 县教育局：澜平县教育局
//! ```
//!
//! ## 依据 · Source
//! C08；《党政机关公文处理工作条例》第九条（五）

use std::ops::Range;

use crate::check::{Context, Rule};
use crate::check::{numbers, papers};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::{Link, Notice, Plan};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "F003",
    name: "number_organ_foreign",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("number_organ_foreign.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    for notice in &plan.notices {
        let (Some(written), Some((organ, at))) = (&notice.number, foreign_sign(plan, notice)) else { continue };
        let Some(issuer) = notice.issuers.first() else { continue };
        let (sign, name) = (&organ[at.clone()], papers::official(plan, issuer));
        let message = text!(
            zh: "机关代字“{organ}”里有“{sign}”，发文机关却是“{name}”",
            en: "the number begins with “{organ}”, but the paper is issued by “{name}”"
        );
        let place = text!(zh: "发文机关在这里", en: "the issuer is here");
        out.push(RULE.finding(context.part_of(written, at), message).related(issuer.span, place).help(text!(
            zh: "改用发文机关自己的代字；用政府的字号，发文机关就写政府或政府办公室",
            en: "use the sign of the issuing organ, or name the organ that the number belongs to"
        )));
    }
}

/// Signs that belong to organs with the same sign in their names.
const FIELDS: &str = "政教财卫审";

/// The sign of a number and the place in it that none of the issuers has in its name. The first sign is that of a place.
fn foreign_sign(plan: &Plan, notice: &Notice) -> Option<(String, Range<usize>)> {
    let written = notice.number.as_ref()?;
    let organ = numbers::read(&written.value)?.organ;
    let is_known = |link: Link<_>| matches!(link, Link::To(_) | Link::Outside);
    if notice.issuers.is_empty() || !notice.issuers.iter().all(|issuer| is_known(issuer.link)) {
        return None;
    }
    let names: String = notice.issuers.iter().map(|issuer| papers::official(plan, issuer)).collect();
    // 政 is the sign of the government, which 财政 is not.
    let names = names.replace("财政", "财");
    let mut signs = organ.char_indices().skip(1);
    let (at, sign) = signs.find(|(_, sign)| FIELDS.contains(*sign) && !names.contains(*sign))?;
    let range = at..at + sign.len_utf8();
    Some((organ, range))
}

//! The plan itself and the papers that issue it.

use schemars::JsonSchema;
use serde::Serialize;

use super::context::Context;
use super::value::{Place, Placed, Reference, Time, Words, is_false};
use crate::plan::is_blank_name;

/// What is said of the plan as a whole.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Head {
    /// The title.
    pub title: Option<String>,
    /// Whether the title has a blank to be filled in: `XX县…方案`.
    #[serde(skip_serializing_if = "is_false")]
    pub title_hole: bool,
    /// Where the plan begins.
    pub place: Place,
    /// 文种: what sort of paper it is.
    pub kind: Option<Words>,
    /// 发文字号 of a plan that no notice issues: of a briefing its 期号.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<Words>,
    /// 期限: the time the plan covers.
    pub period: Option<Placed<Time>>,
    /// 责任: who answers for the whole.
    pub accountable: Vec<Reference>,
    /// 发文机关 of a plan that no notice issues.
    pub issuers: Vec<Reference>,
    /// 成文日期 of a plan that no notice issues.
    pub date: Option<Placed<Time>>,
    /// 附件: what is attached.
    pub attachments: Vec<Words>,
}

/// 通知: a paper that issues the plan.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Notice {
    /// Its id.
    pub id: String,
    /// Where it begins.
    pub place: Place,
    /// 发文机关, the sponsoring organ first.
    pub issuers: Vec<Reference>,
    /// 发文字号: the number of the paper.
    pub number: Option<Words>,
    /// 紧急程度: how urgent the paper is, 特急 or 加急.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub urgency: Option<Words>,
    /// 签发人 of a paper to a superior.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signers: Option<Words>,
    /// 主送, as printed.
    pub to: Option<Words>,
    /// 抄送, as printed.
    pub cc: Option<Words>,
    /// 成文日期: the date of the paper.
    pub date: Option<Placed<Time>>,
    /// 落款日期, where it differs.
    pub signed: Option<Placed<Time>>,
    /// 发布时间: when it was made public.
    pub published: Option<Placed<Time>>,
    /// 印发: organ and date of the imprint, as written.
    pub printed: Option<Words>,
    /// 索引号: its number in the index of public papers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub index: Option<Words>,
    /// 主题分类: its topic in that index.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub topic: Option<Words>,
    /// 公开方式: how public it is.
    pub publicity: Option<Words>,
    /// 附件: what is attached.
    pub attachments: Vec<Words>,
    /// 先经: who approved the plan before it was issued.
    pub approved: Vec<Reference>,
    /// 前置: what had to come before.
    pub after: Vec<Reference>,
}

/// The plan itself.
pub(super) fn head(context: &Context) -> Head {
    let plan = context.plan;
    Head {
        title: plan.title.as_ref().map(|title| title.value.clone()),
        title_hole: plan.title.as_ref().is_some_and(|title| is_blank_name(&title.value)),
        place: context.place(plan.span),
        kind: context.maybe_words(plan.kind.as_ref()),
        number: context.maybe_words(plan.number.as_ref()),
        period: context.time(plan.period.as_ref()),
        accountable: context.owners(&plan.accountable),
        issuers: context.owners(&plan.issuers),
        date: context.time(plan.date.as_ref()),
        attachments: context.all_words(&plan.attachments),
    }
}

/// The papers that issue it.
pub(super) fn notices(context: &Context) -> Vec<Notice> {
    let ids = context.names.notices.iter();
    let record = |(notice, id): (&crate::plan::Notice, &String)| Notice {
        id: id.clone(),
        place: context.place(notice.span),
        issuers: context.owners(&notice.issuers),
        number: context.maybe_words(notice.number.as_ref()),
        to: context.maybe_words(notice.to.as_ref()),
        urgency: context.maybe_words(notice.urgency.as_ref()),
        signers: context.maybe_words(notice.signers.as_ref()),
        cc: context.maybe_words(notice.cc.as_ref()),
        date: context.time(notice.date.as_ref()),
        signed: context.time(notice.signed.as_ref()),
        published: context.time(notice.published.as_ref()),
        printed: context.maybe_words(notice.printed.as_ref()),
        index: context.maybe_words(notice.index.as_ref()),
        topic: context.maybe_words(notice.topic.as_ref()),
        publicity: context.maybe_words(notice.publicity.as_ref()),
        attachments: context.all_words(&notice.attachments),
        approved: context.owners(&notice.approved),
        after: context.steps(&notice.after),
    };
    context.plan.notices.iter().zip(ids).map(record).collect()
}

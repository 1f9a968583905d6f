//! What is asked for, what is there and what is spent, in one language.
//!
//! In Chinese a quota is told as the document tells it; in English value by value, for the document has no English.

use super::english;
use super::page::Page;
use crate::calendar::{Every, Time, When};
use crate::diagnostic::Lang;
use crate::document::{Wording, told};
use crate::editor::Analysis;
use crate::plan::{Baseline, Deadline, Force, Fund, Id, Point, Quota, Scope, Sense};
use crate::quantity::Target;

/// A value in words.
pub(super) fn target(target: &Target, lang: Lang) -> String {
    match lang {
        Lang::Zh => target.to_string(),
        Lang::En => english::target(target),
    }
}

/// A time in words.
pub(super) fn when(when: &When, lang: Lang) -> String {
    match lang {
        Lang::Zh => when.to_string(),
        Lang::En => english::when(when),
    }
}

fn time(time: Time, lang: Lang) -> String {
    match lang {
        Lang::Zh => time.to_string(),
        Lang::En => english::time(time),
    }
}

fn every(every: Every, lang: Lang) -> String {
    match lang {
        Lang::Zh => every.to_string(),
        Lang::En => english::every(every),
    }
}

fn deadline(deadline: &Deadline, lang: Lang) -> String {
    match (lang, deadline.sense) {
        (Lang::Zh, Sense::Until) => format!("到{}", deadline.when),
        (Lang::Zh, Sense::In) => format!("在{}", deadline.when),
        (Lang::En, _) => english::deadline(deadline),
    }
}

fn series(points: &[Point], lang: Lang) -> Vec<String> {
    let point = |point: &Point| {
        let (at, value) = (time(point.time, lang), target(&point.target.value, lang));
        if lang == Lang::Zh { format!("{at}{value}") } else { format!("{at} {value}") }
    };
    points.iter().map(point).collect()
}

fn over(scope: &[Scope], lang: Lang) -> String {
    let words = |scope: &Scope| match (lang, scope.words()) {
        (Lang::En, "其他") => "the others".to_owned(),
        (Lang::En, "全部") => "all".to_owned(),
        (_, words) => words.to_owned(),
    };
    scope.iter().map(words).collect::<Vec<_>>().join(if lang == Lang::Zh { "、" } else { ", " })
}

impl Analysis {
    /// What a quota asks, its parts with it.
    pub(super) fn asked(&self, id: Id<Quota>, lang: Lang) -> String {
        let plan = &self.compiled.plan;
        if lang == Lang::Zh {
            let sentences = told(plan, &Wording::default(), id);
            let sentences: Vec<&str> = sentences.iter().map(|said| said.trim_end_matches('。')).collect();
            return sentences.join("；");
        }
        let quota = &plan.quotas[id];
        let parts = plan.quotas.iter().filter(|part| part.part_of == Some(id)).map(|part| {
            let (scope, value) =
                (over(&part.scope, lang), part.target.as_ref().map(|value| english::target(&value.value)));
            let name = if part.name.value == quota.name.value { "" } else { part.name.value.as_str() };
            [scope.as_str(), name, value.as_deref().unwrap_or_default()]
                .join(" ")
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ")
        });
        let parts: Vec<String> = parts.collect();
        let mut words = clauses(quota);
        if !parts.is_empty() {
            words.push(format!("of which {}", parts.join(", ")));
        }
        let scope = over(&quota.scope, lang);
        let scope = if scope.is_empty() { scope } else { format!(" ({scope})") };
        format!("{}{scope}: {}", quota.name.value, words.join("; "))
    }

    /// What a value of the present is, its parts with it.
    pub(super) fn stood(&self, id: Id<Baseline>, lang: Lang) -> String {
        let plan = &self.compiled.plan;
        let baseline = &plan.baselines[id];
        let parts = plan.baselines.iter().filter(|part| part.part_of == Some(id)).map(|part| {
            let name = over(&part.scope, lang);
            let name = if name.is_empty() { part.name.value.clone() } else { name };
            let value = part.target.as_ref().map(|value| target(&value.value, lang)).unwrap_or_default();
            if lang == Lang::Zh { format!("{name}{value}") } else { format!("{name} {value}") }
        });
        let mut words = vec![over(&baseline.scope, lang)];
        words.extend(baseline.target.as_ref().map(|value| target(&value.value, lang)));
        words.extend(baseline.when.as_ref().map(|at| when(&at.value, lang)));
        words.extend(series(&baseline.series, lang));
        words.extend(baseline.total.as_ref().map(|total| in_all(&total.value, lang)));
        words.extend(of_which(parts.collect(), lang));
        words.retain(|words| !words.is_empty());
        words.join(if lang == Lang::Zh { "，" } else { ", " })
    }

    /// The lines of some money.
    pub(super) fn money(&self, page: &mut Page, id: Id<Fund>, lang: Lang) {
        let plan = &self.compiled.plan;
        let fund = &plan.funds[id];
        let said = |words: &Option<crate::source::Spanned<String>>| {
            words.as_ref().map(|words| words.value.clone()).unwrap_or_default()
        };
        page.line(
            ("数额", "amount"),
            &fund.amount.as_ref().map(|value| target(&value.value, lang)).unwrap_or_default(),
        );
        page.line(("周期", "rhythm"), &fund.every.as_ref().map(|each| every(each.value, lang)).unwrap_or_default());
        page.list(("按", "for each"), fund.per_member.iter().map(|each| each.value.clone()));
        page.line(("始于", "from"), &fund.start.as_ref().map(|start| when(&start.value, lang)).unwrap_or_default());
        page.line(("时限", "due"), &fund.when.as_ref().map(|until| deadline(&until.value, lang)).unwrap_or_default());
        page.list(("分年", "by year"), series(&fund.series, lang));
        page.line(("合计", "in all"), &fund.total.as_ref().map(|total| target(&total.value, lang)).unwrap_or_default());
        if fund.payers.is_empty() {
            page.line(("来源", "paid by"), &said(&fund.source));
        }
        page.list(
            ("来源", "paid by"),
            fund.payers.iter().map(|payer| format!("{}{}%", payer.name.value, payer.percent)),
        );
        page.line(("给", "to"), &said(&fund.receiver));
        page.line(("用途", "for"), &said(&fund.purpose));
        let share = fund.share.as_ref().map(|share| match lang {
            Lang::Zh => format!("{}的{}%", share.of.value, share.percent),
            Lang::En => format!("{}% of {}", share.percent, share.of.value),
        });
        page.line(("占", "share"), &share.unwrap_or_default());
        page.list(("安排", "arranged"), fund.arranged.iter().map(|words| words.value.clone()));
        let parts = plan.funds.iter().filter(|part| part.part_of == Some(id)).map(|part| {
            let value = part.amount.as_ref().map(|value| target(&value.value, lang)).unwrap_or_default();
            if lang == Lang::Zh {
                format!("{}{value}", part.name.value)
            } else {
                format!("{} {value}", part.name.value)
            }
        });
        page.list(("其中", "of which"), parts);
        page.line(
            ("部分属于", "part of"),
            &fund.part_of.map(|whole| plan.funds[whole].name.value.clone()).unwrap_or_default(),
        );
        let conditions = plan.conditions.iter().filter(|condition| condition.fund == Some(id));
        conditions.for_each(|condition| page.line(("条件", "if"), &conditional(condition, lang)));
        page.line(("备注", "note"), &said(&fund.note));
    }
}

/// What follows from what.
pub(super) fn conditional(condition: &crate::plan::Condition, lang: Lang) -> String {
    let (case, then) = (&condition.when.value, &condition.then.value);
    match lang {
        Lang::Zh => format!("{case}的，{then}"),
        Lang::En => format!("{case}: {then}"),
    }
}

/// What a quota asks, clause by clause.
fn clauses(quota: &Quota) -> Vec<String> {
    let stood = |from: &Target| {
        let at = quota.from_when.as_ref().map(|at| format!(" in {}", english::when(&at.value))).unwrap_or_default();
        format!("from {}{at}", english::target(from))
    };
    let keeps = if quota.keeps { "stays " } else { "" };
    let mut words: Vec<String> = Vec::new();
    words.extend(quota.change.as_ref().map(|change| english::change(&change.value)));
    words.extend(quota.from.as_ref().map(|from| stood(&from.value)));
    words.extend(quota.target.as_ref().map(|value| format!("{keeps}{}", english::target(&value.value))));
    words.extend(quota.every.as_ref().map(|each| english::every(each.value)));
    words.extend(quota.per_member.iter().map(|each| format!("for each {}", each.value)));
    words.extend(quota.of.as_ref().map(|of| format!("of {}", of.value)));
    let series = series(&quota.series, Lang::En).join(", ");
    words.extend(Some(series).filter(|series| !series.is_empty()));
    words.extend(quota.total.as_ref().map(|total| in_all(&total.value, Lang::En)));
    words.extend(quota.start.as_ref().map(|start| format!("since {}", english::when(&start.value))));
    words.extend(quota.when.as_ref().map(|until| english::deadline(&until.value)));
    let by: Vec<&str> = quota.by.iter().map(|owner| owner.text.as_str()).collect();
    words.extend((!by.is_empty()).then(|| format!("by {}", by.join(", "))));
    words.extend(quota.force.as_ref().map(|force| match force.value {
        Force::Binding => "binding".to_owned(),
        Force::Expected => "hoped for".to_owned(),
    }));
    words
}

fn in_all(total: &Target, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("合计{total}"),
        Lang::En => format!("{} in all", english::target(total)),
    }
}

fn of_which(parts: Vec<String>, lang: Lang) -> Option<String> {
    match lang {
        _ if parts.is_empty() => None,
        Lang::Zh => Some(format!("其中{}", parts.join("、"))),
        Lang::En => Some(format!("of which {}", parts.join(", "))),
    }
}

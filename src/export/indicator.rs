//! What is counted, and the thresholds that say what counts.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;

use crate::plan::{self, Operation, Sort};
use crate::quantity::Direction;

use super::context::Context;
use super::value::{DECIMAL, Place, Placed, Quantity, Words};

/// 口径: what is counted.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Indicator {
    /// Its id.
    pub id: String,
    /// Its name where it is declared or first used.
    pub place: Place,
    /// Its name.
    pub name: String,
    /// 又称: other names.
    pub aliases: Vec<Words>,
    /// Whether it stands in 口径; else its first use declares it.
    pub declared: bool,
    /// 单位: what it is counted in.
    pub unit: Option<String>,
    /// Flow, stock or rate.
    pub sort: Option<Sort>,
    /// 向好: which way is better.
    pub better: Option<Direction>,
    /// 界限: the least and the greatest it can be.
    pub bounds: Option<Placed<Bounds>>,
    /// 公式, as written.
    pub formula: Option<Words>,
    /// What 公式 says, where its names are indicators.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reckoning: Option<Reckoning>,
    /// 其中, 属于: the indicators it holds.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<String>,
    /// 附注: notes.
    pub notes: Vec<Words>,
}

/// How an indicator is worked out of others.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Reckoning {
    /// How: `share` (占), `sum` (加), `difference` (减), `product` (乘).
    pub operation: Operation,
    /// Of what; of a share, the part and the whole.
    pub terms: Vec<String>,
}

/// The least and the greatest that an indicator can be, in its unit.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Bounds {
    /// The least.
    #[schemars(regex(pattern = DECIMAL))]
    pub low: String,
    /// The greatest.
    #[schemars(regex(pattern = DECIMAL))]
    pub high: String,
}

/// 定义: a threshold that says what an indicator counts.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Definition {
    /// The indicator.
    pub indicator: String,
    /// Where it is written.
    pub place: Place,
    /// What is measured.
    pub what: Words,
    /// The threshold.
    pub target: Placed<Quantity>,
    /// 对: of what.
    pub of: Option<Words>,
}

/// The indicators of the plan's own file, those of used files that the plan has values of, and what these are made of.
fn shown<'a>(context: &Context<'a>) -> impl Iterator<Item = (plan::Id<plan::Indicator>, &'a plan::Indicator)> {
    let plan = context.plan;
    let own = plan.indicators.entries().filter(|(_, each)| plan.is_own(each.name.span)).map(|(id, _)| id);
    let quotas = plan.quotas.iter().map(|quota| quota.indicator);
    let mut open: Vec<_> = own.chain(quotas).chain(plan.baselines.iter().map(|each| each.indicator)).collect();
    let mut used = BTreeSet::new();
    while let Some(id) = open.pop() {
        if used.insert(id) {
            let terms = plan.indicators[id].reckoning.iter().flat_map(|reckoning| &reckoning.terms);
            open.extend(terms.chain(&plan.indicators[id].parts));
        }
    }
    plan.indicators.entries().filter(move |(id, _)| used.contains(id))
}

/// Every indicator.
pub(super) fn indicators(context: &Context) -> Vec<Indicator> {
    let record = |(id, indicator): (plan::Id<plan::Indicator>, &plan::Indicator)| Indicator {
        id: context.names.indicators[id].clone(),
        place: context.place(indicator.name.span),
        name: indicator.name.value.clone(),
        aliases: context.all_words(&indicator.aliases),
        declared: indicator.is_declared,
        unit: indicator.unit.as_ref().map(|unit| unit.value.word().to_owned()),
        sort: indicator.sort,
        better: indicator.better,
        bounds: indicator.bounds.as_ref().map(|bounds| {
            let (low, high) = bounds.value;
            context.placed(Bounds { low: low.to_string(), high: high.to_string() }, bounds.span)
        }),
        formula: context.maybe_words(indicator.formula.as_ref()),
        reckoning: indicator.reckoning.as_ref().map(|reckoning| Reckoning {
            operation: reckoning.operation,
            terms: reckoning.terms.iter().map(|id| context.names.indicators[*id].clone()).collect(),
        }),
        parts: indicator.parts.iter().map(|id| context.names.indicators[*id].clone()).collect(),
        notes: context.all_words(&indicator.notes),
    };
    shown(context).map(record).collect()
}

/// Every definition.
pub(super) fn definitions(context: &Context) -> Vec<Definition> {
    let record = |(id, indicator): (plan::Id<plan::Indicator>, &plan::Indicator)| {
        let definition = indicator.definition.as_ref()?;
        Some(Definition {
            indicator: context.names.indicators[id].clone(),
            place: context.place(definition.what.span),
            what: context.words(&definition.what),
            target: context.quantity(&definition.target),
            of: context.maybe_words(definition.of.as_ref()),
        })
    };
    shown(context).filter_map(record).collect()
}

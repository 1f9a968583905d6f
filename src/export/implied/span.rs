//! How many years a time is.

use crate::calendar::{Interval, Unit, When};
use crate::export::value::{Number, Place, Time};
use crate::quantity::Decimal;
use crate::source::{Span, Spanned};

use super::{Context, Implied, ImpliedKind};

/// The years of the plan and of the documents it rests on, where they are whole.
pub(super) fn lengths(context: &Context) -> Vec<Implied> {
    let plan = context.plan;
    let own = plan.period.as_ref().map(|period| ("plan", period, plan.span));
    let bases = plan
        .bases
        .entries()
        .filter_map(|(id, basis)| Some((context.names.bases[id].as_str(), basis.time.as_ref()?, basis.span)));
    own.into_iter().chain(bases).filter_map(|(id, time, span)| length(context, id, time, span)).collect()
}

fn length(context: &Context, id: &str, time: &Spanned<When>, span: Span) -> Option<Implied> {
    let When::Between(..) = time.value else { return None };
    let interval = time.value.interval()?;
    let years = years(interval)?;
    let place: Place = context.place(span);
    Some(Implied {
        kind: ImpliedKind::Length,
        of: id.to_owned(),
        number: Number::worked_out(Decimal::from(years), Some("年")),
        time: context.time(Some(time)).map(|time| -> Time { time.value }),
        every: None,
        how: format!("{} .. {}", interval.first, interval.last),
        from: vec![id.to_owned()],
        place,
    })
}

fn years(interval: Interval) -> Option<u32> {
    let difference = u32::try_from(interval.last.year() - interval.first.year()).ok()?;
    [difference, difference + 1]
        .into_iter()
        .find(|years| *years > 0 && Interval::lasting(interval.first, *years, Unit::Year) == interval)
}

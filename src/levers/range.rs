//! The range in which a lever's steps and its words `min` and `max` move, and stepping in it.

use super::{Field, Kind, Lever, Value};
use crate::format::Month;
use crate::model::{Offset, Protection, Recovery, Repayment, Scenario, SupportTest};
use crate::money::{Pence, Share};

/// From where to where a lever steps, and how far at a time, in the integers of its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// The lowest value of a step.
    pub low: i128,
    /// The highest.
    pub high: i128,
    /// How far one step goes.
    pub step: i128,
}

/// The range of a lever, from what it held at the baseline; `None` if it does not step.
///
/// A signed amount steps from twice its size below nought to half its size above; an amount from
/// nought to twice its size; both to whole hundreds of millions (small ones to whole millions).
pub fn range(scenario: &Scenario, base: &Scenario, lever: Lever) -> Option<Range> {
    let now = number(&lever.get(scenario))?;
    let same = |base: &Value| is_share(base) == is_share(&lever.get(scenario));
    let base = Some(lever.get(base)).filter(same).and_then(|base| number(&base)).unwrap_or(now);
    let step = step_of(lever.field, &lever.get(scenario));
    let money = i128::from(Pence::LIMIT.get());
    let (low, high) = match lever.field.row().kind {
        Kind::SignedMoney => {
            let round = if base.abs() >= 20 * step { 100 * step } else { 10 * step };
            (-up(2 * base.abs(), round), up(base.abs() / 2, round))
        }
        Kind::Money | Kind::Limit | Kind::Offset | Kind::Recovery
            if !is_share(&lever.get(scenario)) =>
        {
            (0, up(2 * base.abs(), 10 * step).min(money))
        }
        Kind::SignedPercent => (-i128::from(Share::percent(50).units()), i128::from(Share::UNITS)),
        Kind::Measure => (0, up(2 * base.abs(), step)),
        Kind::Count if lever.field == Field::Years => (1, i128::from(most_years(scenario, lever))),
        Kind::Count => (1, 99),
        Kind::SignedCount => (-up(2 * base.abs(), 10 * step), up(2 * base.abs(), 10 * step)),
        _ => (0, i128::from(most_share(lever.field).units())),
    };
    let step =
        if lever.field.row().kind == Kind::Measure { up(base.abs(), 100) / 100 } else { step };
    Some(Range { low: low.min(now), high: high.max(now), step })
}

/// Over how many years a pool's promise can run.
pub(super) fn most_years(scenario: &Scenario, lever: Lever) -> u32 {
    let promise = scenario.pool(lever.node).and_then(|pool| pool.repayment);
    let own = scenario.first_month.financial_year();
    promise.map_or(Repayment::MOST_YEARS, |promise| promise.most_years(own))
}

/// The largest share that a field may hold: a bonus pays several pounds for one.
pub(super) fn most_share(field: Field) -> Share {
    if field == Field::Bonus { Share::percent(1000) } else { Share::ONE }
}

/// One step of a value: a percentage moves by percentages where the field could hold an amount too.
fn step_of(field: Field, value: &Value) -> i128 {
    match (is_share(value), field.row().kind) {
        (true, Kind::Offset | Kind::Limit) => i128::from(Share::percent(1).units()),
        (false, Kind::Recovery) => i128::from(Pence::pounds(1_000_000).get()),
        _ => field.step(),
    }
}

/// The next value some tenths of a step away, held inside the range; `None` if it does not step.
pub fn stepped(scenario: &Scenario, base: &Scenario, lever: Lever, tenths: i32) -> Option<Value> {
    let value = lever.get(scenario);
    let range = range(scenario, base, lever)?;
    let whole = matches!(lever.field.row().kind, Kind::Count);
    let by = match whole {
        true => i128::from(tenths.signum()) * i128::from(tenths.abs() / 10).max(1),
        false => range.step * i128::from(tenths) / 10,
    };
    let next = (number(&value)? + by).clamp(range.low, range.high);
    with_number(&value, next)
}

/// The integer of a value that has one: pence, units of a share, a count, a size.
pub fn number(value: &Value) -> Option<i128> {
    match value {
        Value::Money(amount) => amount.map(|a| i128::from(a.get())),
        Value::Share(share) => share.map(|s| i128::from(s.units())),
        Value::Count(count) => count.map(i128::from),
        Value::Whole(number) => Some(i128::from(*number)),
        Value::Measure(size) => *size,
        Value::Offset(Offset::Amount(amount)) | Value::Recovery(Recovery::Amount(amount)) => {
            Some(i128::from(amount.get()))
        }
        Value::Offset(Offset::Percent(share))
        | Value::Recovery(Recovery::Share(share))
        | Value::Protection(Protection::AtMost(share))
        | Value::Test(SupportTest::Linked(share)) => Some(i128::from(share.units())),
        Value::Limit(Some(crate::model::Limit::Amount(amount))) => Some(i128::from(amount.get())),
        Value::Limit(Some(crate::model::Limit::PercentOf(share, _))) => {
            Some(i128::from(share.units()))
        }
        Value::Month(Some(month)) => Some(i128::from(month.since(Month::new(0, 1)))),
        _ => None,
    }
}

/// The same value with another integer.
pub fn with_number(value: &Value, number: i128) -> Option<Value> {
    let pence = || Pence::from_wide(number);
    let share = || i64::try_from(number).ok().map(Share::from_units);
    Some(match value {
        Value::Money(_) => Value::Money(Some(pence())),
        Value::Share(_) => Value::Share(Some(share()?)),
        Value::Count(_) => Value::Count(Some(u32::try_from(number).ok()?)),
        Value::Whole(_) => Value::Whole(i64::try_from(number).ok()?),
        Value::Measure(_) => Value::Measure(Some(number)),
        Value::Offset(Offset::Percent(_)) => Value::Offset(Offset::Percent(share()?)),
        Value::Offset(_) => Value::Offset(Offset::Amount(pence())),
        Value::Recovery(Recovery::Share(_)) => Value::Recovery(Recovery::Share(share()?)),
        Value::Recovery(Recovery::Amount(_)) => Value::Recovery(Recovery::Amount(pence())),
        Value::Protection(_) => Value::Protection(Protection::AtMost(share()?)),
        Value::Test(_) => Value::Test(SupportTest::Linked(share()?)),
        Value::Limit(Some(crate::model::Limit::PercentOf(_, column))) => {
            Value::Limit(Some(crate::model::Limit::PercentOf(share()?, *column)))
        }
        Value::Limit(_) => Value::Limit(Some(crate::model::Limit::Amount(pence()))),
        Value::Month(_) => {
            let months = i32::try_from(number).ok()?;
            Value::Month(Some(Month::new(0, 1).plus(months)))
        }
        _ => return None,
    })
}

/// Whether a value is a share of one rather than an amount.
pub fn is_share(value: &Value) -> bool {
    matches!(
        value,
        Value::Share(_)
            | Value::Offset(Offset::Percent(_))
            | Value::Recovery(Recovery::Share(_))
            | Value::Protection(Protection::AtMost(_))
            | Value::Test(SupportTest::Linked(_))
            | Value::Limit(Some(crate::model::Limit::PercentOf(..)))
    )
}

fn up(size: i128, to: i128) -> i128 {
    let to = to.max(1);
    ((size + to - 1) / to * to).max(to)
}

impl Field {
    /// Whether the field's sign carries meaning, so that a missing minus is asked about.
    pub(super) fn is_signed_money(self) -> bool {
        matches!(self, Self::ControlTotal | Self::Plan)
    }
}

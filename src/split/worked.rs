//! The calculation of every share of a split, for those who want to redo it.

use super::child::{Child, Quantity};
use super::fault::Fault;
use super::number::{Number, Read, Stop};
use super::pool::Pool;
use super::problem::{Problem, Split, Weights};
use super::remembered::{Form, Remembered};
use super::round::round;
use super::rule::Rule;
use super::run::exact;
use super::vector::Vector;
use crate::arithmetic::{Sum, Unit};
use crate::money::{Pence, Share};
use num_bigint::BigInt;

/// How one share came about.
#[derive(Clone, Debug)]
pub struct Worked {
    /// The exact share; what is [`Read::Together`] in it stands in `together`.
    pub sum: Sum<Read>,
    /// Sums that are part of it and are shown apart, by their places.
    pub together: Vec<Sum<Read>>,
    /// What that comes to: numerator and denominator, in pence.
    pub exact: (BigInt, BigInt),
    /// Whether a penny was added that rounding down had left.
    pub took_a_penny: bool,
}

/// A whole split with the calculation of every share.
#[derive(Clone, Debug)]
pub struct WorkedSplit {
    /// What came of it, beside the shares.
    pub split: Split,
    /// How each share came about, in the order of the children.
    pub shares: Vec<Worked>,
    /// How many pennies rounding down had left.
    pub pennies: u64,
}

/// Splits as [`split`](super::split) does, with numbers that remember how they came about.
///
/// # Errors
/// As [`split`](super::split).
pub fn work_out(
    rule: &Rule,
    problem: &Problem<'_>,
    shares: &mut [Pence],
) -> Result<WorkedSplit, Fault> {
    let mut pool = Pool::<Remembered>::default();
    let key = |child: usize| problem.children.get(child).map_or(u32::MAX, |child| child.key);
    let measure = |child: usize, column| {
        let value = match problem.weights {
            Weights::Narrow(weights) => BigInt::from(weights(child, column)?),
            Weights::Wide(weights) => weights(child, column)?,
        };
        Some(Remembered::weighing(value, Read::Weight(key(child), column)))
    };
    let run = || -> Result<(Vector<Remembered>, Pence), Stop> {
        let vector = exact(rule, problem, (&measure, &mut pool))?;
        let unplaced = round(&mut pool, &vector, problem, shares)?;
        Ok((vector, unplaced))
    };
    let (vector, unplaced) = run_once(run)?;
    let each = vector.shares.iter().zip(problem.children).zip(&*shares);
    let worked: Vec<Worked> = each.map(|(own, share)| work(own, &vector, *share)).collect();
    let pennies = worked.iter().filter(|own| own.took_a_penny).count();
    let floor = floor(&vector.unplaced.value, &vector.scale.value);
    let more = u64::from(BigInt::from(unplaced.get().abs()) > floor);
    Ok(WorkedSplit {
        split: Split { unplaced, reasons: vector.reasons },
        shares: worked,
        pennies: u64::try_from(pennies).unwrap_or(u64::MAX) + more,
    })
}

fn run_once<T>(run: impl FnOnce() -> Result<T, Stop>) -> Result<T, Fault> {
    run().map_err(|stop| match stop {
        Stop::Fault(fault) => fault,
        Stop::TooWide => Fault::AmountTooLarge,
    })
}

fn floor(above: &BigInt, below: &BigInt) -> BigInt {
    above.divide(below).0
}

fn work(
    (share, child): (&Remembered, &Child),
    vector: &Vector<Remembered>,
    whole: Pence,
) -> Worked {
    let mut writing = Writing { together: Vec::new() };
    let sum = writing.fraction(share, &vector.scale.factors());
    let down = floor(&share.value, &vector.scale.value);
    // What was searched for within caps and floors is no calculation that anybody could redo; what it
    // came to is.
    let (sum, together) = match is_plain(&sum, &writing.together) {
        true => (sum, writing.together),
        false => (outcome(share, vector, child), Vec::new()),
    };
    Worked {
        sum,
        together,
        exact: (share.value.clone(), vector.scale.value.clone()),
        took_a_penny: BigInt::from(whole.get().abs()) > down,
    }
}

/// What an exact share comes to: the bound that holds it, or a fraction.
fn outcome(share: &Remembered, vector: &Vector<Remembered>, child: &Child) -> Sum<Read> {
    let held = [(Quantity::Cap, child.cap), (Quantity::Floor, Some(child.floor))];
    let is = |amount: Pence| BigInt::from(amount.get()) * &vector.scale.value == share.value;
    let bound = held.into_iter().find_map(|(quantity, amount)| {
        let amount = amount.filter(|amount| is(*amount))?;
        Some(Sum::of(amount.get(), Unit::Pence, Read::Of(child.key, quantity)))
    });
    bound.unwrap_or_else(|| {
        let common = share.value.gcd(&vector.scale.value);
        let above = Sum::plain(&share.value / &common, Unit::Pence);
        above.over(Sum::plain(&vector.scale.value / common, Unit::Count))
    })
}

/// Whether every number in a calculation stands for something that can be looked up, and counts what
/// it says.
fn is_plain(sum: &Sum<Read>, together: &[Sum<Read>]) -> bool {
    let all = || std::iter::once(sum).chain(together);
    let searched = all().flat_map(Sum::numbers).any(|own| own.is == Some(Read::Notional));
    let counts = |place: usize| {
        let number = all().flat_map(Sum::numbers).find(|own| own.is == Some(Read::Together(place)));
        number.is_none_or(|own| counted_in(&together[place]) == Some(dimension(own.unit)))
    };
    !searched && counted_in(sum) == Some(dimension(Unit::Pence)) && (0..together.len()).all(counts)
}

/// How often money, and how often a size, is multiplied in a unit.
const fn dimension(unit: Unit) -> (i32, i32) {
    match unit {
        Unit::Pence => (1, 0),
        Unit::Size(_) => (0, 1),
        Unit::Share | Unit::Count => (0, 0),
    }
}

/// What a calculation counts; `None` where unlike things are added up.
fn counted_in(sum: &Sum<Read>) -> Option<(i32, i32)> {
    match sum {
        Sum::Number(own) => Some(dimension(own.unit)),
        Sum::Plus(parts) => {
            let mut all = parts.iter().map(|(_, part)| counted_in(part));
            let first = all.next()??;
            all.all(|own| own == Some(first)).then_some(first)
        }
        Sum::Times(parts) => parts.iter().try_fold((0, 0), |(money, size), part| {
            counted_in(part).map(|own| (money + own.0, size + own.1))
        }),
        Sum::Over(above, below) => {
            let (above, below) = (counted_in(above)?, counted_in(below)?);
            Some((above.0 - below.0, above.1 - below.1))
        }
        Sum::Least(_) | Sum::Most(_) | Sum::Rounded(..) => None,
    }
}

/// So many parts may be added up inside a product; more are shown apart.
const FEW: usize = 3;

struct Writing {
    together: Vec<Sum<Read>>,
}

impl Writing {
    /// A number over factors, simplified.
    fn fraction(&mut self, above: &Remembered, below: &[Remembered]) -> Sum<Read> {
        if let Form::Plus(parts) = &*above.form
            && (below.is_empty() || parts.iter().any(|(_, part)| shares_a_factor(part, below)))
        {
            let part = |(minus, part): &(bool, Remembered)| (*minus, self.fraction(part, below));
            return Sum::Plus(parts.iter().map(part).collect());
        }
        let (mut above, mut below) = (above.factors(), below.to_vec());
        below.retain(|factor| match above.iter().position(|own| own.is_like(factor)) {
            Some(at) => {
                above.remove(at);
                false
            }
            None => true,
        });
        if let [only] = &above[..]
            && matches!(&*only.form, Form::Plus(parts)
                if parts.iter().any(|(_, part)| shares_a_factor(part, &below)))
        {
            return self.fraction(&only.clone(), &below);
        }
        let percent = self::percent(&mut above, &mut below);
        let count = counts(&mut above, &mut below);
        above.sort_by_key(place);
        let mut factors: Vec<Sum<Read>> = above.iter().map(|own| self.factor(own)).collect();
        if let Some(percent) = percent {
            let behind = above.iter().take_while(|own| place(own) == 0).count();
            factors.insert(behind, percent);
        }
        let (times, over) = count;
        if !times.is_one() || factors.is_empty() {
            factors.push(Sum::plain(times, Unit::Count));
        }
        let above = product(factors);
        let mut divisors: Vec<Sum<Read>> = below.iter().map(|own| self.factor(own)).collect();
        if !over.is_one() {
            divisors.push(Sum::plain(over, Unit::Count));
        }
        if divisors.is_empty() { above } else { above.over(product(divisors)) }
    }

    /// A number inside a product.
    fn factor(&mut self, own: &Remembered) -> Sum<Read> {
        match &*own.form {
            Form::Count => Sum::plain(own.value.clone(), Unit::Count),
            Form::Read(read) => Sum::of(own.value.clone(), unit(*read), *read),
            Form::Times(factors) => product(factors.iter().map(|own| self.factor(own)).collect()),
            Form::Plus(parts) => {
                let sum: Vec<(bool, Sum<Read>)> =
                    parts.iter().map(|(minus, part)| (*minus, self.fraction(part, &[]))).collect();
                let sum = Sum::Plus(sum);
                if parts.len() <= FEW {
                    return sum;
                }
                let place = self.together.iter().position(|other| *other == sum);
                let place = place.unwrap_or_else(|| {
                    self.together.push(sum);
                    self.together.len() - 1
                });
                Sum::of(own.value.clone(), unit_of(own), Read::Together(place))
            }
        }
    }
}

fn product(mut factors: Vec<Sum<Read>>) -> Sum<Read> {
    match (factors.len(), factors.pop()) {
        (1, Some(only)) => only,
        (_, last) => {
            factors.extend(last);
            Sum::Times(factors)
        }
    }
}

fn shares_a_factor(number: &Remembered, below: &[Remembered]) -> bool {
    number.factors().iter().any(|own| !own.is_one() && below.iter().any(|b| b.is_like(own)))
}

/// Takes parts of one out of both sides, as the percentage that they are.
fn percent(above: &mut Vec<Remembered>, below: &mut Vec<Remembered>) -> Option<Sum<Read>> {
    if !below.iter().any(is_part) {
        return None;
    }
    let whose = above.iter().find_map(|own| match *own.form {
        Form::Read(read @ Read::Of(_, Quantity::Percent)) => Some(read),
        _ => None,
    });
    let take = |factors: &mut Vec<Remembered>| {
        let parts: BigInt =
            factors.iter().filter(|own| is_part(own)).map(|own| &own.value).product();
        factors.retain(|own| !is_part(own));
        parts
    };
    let (times, over) = (take(above), take(below));
    let units = times * BigInt::from(Share::UNITS);
    let (units, rest) = units.divide(&over);
    match rest.is_zero() {
        true if units == BigInt::from(Share::UNITS) => None,
        true => Some(match whose {
            Some(read) => Sum::of(units, Unit::Share, read),
            None => Sum::plain(units, Unit::Share),
        }),
        false => {
            let units = units * &over + rest;
            let (a, b) = (units, over * BigInt::from(Share::UNITS));
            let common = a.gcd(&b);
            let whole = |own: BigInt| Sum::plain(own / &common, Unit::Count);
            Some(whole(a).over(whole(b)))
        }
    }
}

/// Whether a number counts parts of one.
fn is_part(own: &Remembered) -> bool {
    matches!(*own.form, Form::Read(Read::Part | Read::Of(_, Quantity::Percent)))
}

/// Takes plain counts out of both sides, reduced.
fn counts(above: &mut Vec<Remembered>, below: &mut Vec<Remembered>) -> (BigInt, BigInt) {
    let take = |factors: &mut Vec<Remembered>| {
        let is_count = |own: &Remembered| matches!(*own.form, Form::Count);
        let counts: BigInt =
            factors.iter().filter(|own| is_count(own)).map(|own| &own.value).product();
        factors.retain(|own| !is_count(own));
        counts
    };
    let (times, over) = (take(above), take(below));
    let common = times.gcd(&over);
    if common.is_zero() { (times, over) } else { (times / &common, over / &common) }
}

/// Where a factor stands in a product: money first, then sizes, then counts.
fn place(own: &Remembered) -> u8 {
    match unit_of(own) {
        Unit::Pence => 0,
        Unit::Share => 1,
        Unit::Size(_) => 2,
        Unit::Count => 3,
    }
}

/// What a number is counted in: as the first of those that it is made of.
fn unit_of(own: &Remembered) -> Unit {
    match &*own.form {
        Form::Count => Unit::Count,
        Form::Read(read) => unit(*read),
        Form::Plus(parts) => parts.first().map_or(Unit::Count, |(_, part)| unit_of(part)),
        Form::Times(factors) => {
            let units = factors.iter().map(unit_of);
            units.min_by_key(|unit| u8::from(*unit == Unit::Count)).unwrap_or(Unit::Count)
        }
    }
}

const fn unit(read: Read) -> Unit {
    match read {
        Read::Weight(_, column) => Unit::Size(column.0),
        Read::Part | Read::Of(_, Quantity::Percent) | Read::Together(_) => Unit::Count,
        Read::Amount | Read::Of(..) | Read::Edge | Read::Notional => Unit::Pence,
    }
}

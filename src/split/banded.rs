//! Bands: bigger children pay a higher rate on the part of their measure in each higher band.
//!
//! The bands are marginal, as income tax is: a whole-measure rate would jump at each threshold.

use super::bounds::sum;
use super::evaluate::{Run, parts};
use super::fault::Fault;
use super::number::{Number, Read, Stop};
use super::proportional::within_bounds;
use super::reason::Reason;
use super::rule::{Band, Charge, Column};
use super::vector::Vector;
use crate::money::Share;
use num_integer::gcd;

/// The bands of a rule.
pub(super) struct Tariff<'a> {
    pub(super) by: Column,
    pub(super) bands: &'a [Band],
    pub(super) charge: Charge,
}

/// What the bands give, as weights or as it is.
pub(super) fn banded<I: Number>(
    run: &mut Run<'_, I>,
    tariff: &Tariff<'_>,
    amount: &I,
) -> Result<Vector<I>, Stop> {
    let unit = tariff.bands.iter().fold(Share::UNITS, |unit, band| gcd(unit, band.rate.units()));
    let mut charges = run.pool.take();
    for index in 0..run.children.len() {
        let measure = run.weight(index, tariff.by)?;
        charges.push(charge(tariff.bands, unit, &measure)?);
    }
    let Charge::AsItIs { per_penny } = tariff.charge else {
        return within_bounds(run, amount, charges);
    };
    let scale = parts::<I>(Share::UNITS / unit).times(&I::from(per_penny.max(1)))?;
    let all = amount.times(&scale)?;
    let total = sum(&charges)?;
    if total > all {
        return Err(Fault::BandsExceedAmount.into());
    }
    Ok(Vector::placed(charges, scale).leaving(all.minus(&total)?, Reason::BandsBelowDemand))
}

/// What the bands give for one measure, in `unit`s of rate.
fn charge<I: Number>(bands: &[Band], unit: i64, measure: &I) -> Result<I, Stop> {
    let mut charge = I::zero();
    let mut from = I::zero();
    for band in bands {
        let upto = band
            .upto
            .map_or_else(|| measure.clone(), |upto| I::read(upto, Read::Edge).min(measure.clone()));
        if upto <= from {
            break;
        }
        let rate: I = parts(band.rate.units() / unit);
        charge = charge.plus(&rate.times(&upto.minus(&from)?)?)?;
        from = upto;
    }
    Ok(charge)
}

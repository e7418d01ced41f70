//! The measures of a case as whole numbers: each column scaled by its own power of ten.

use super::decimal::Decimal;
use super::refusal::Refusal;
use crate::split::Column;
use num_bigint::BigInt;

/// The measures of all claimants of a case, column by column.
#[derive(Debug, Default)]
pub(super) struct Columns {
    wide: Vec<Vec<Option<BigInt>>>,
}

/// The same measures, if every one of them fits.
pub(super) type Narrow = Vec<Vec<Option<i128>>>;

impl Columns {
    /// Adds a column, kept to the places that its numbers have, and at least `places`; returns it
    /// and the places.
    pub(super) fn add(
        &mut self,
        weights: &[Option<Decimal>],
        places: u32,
    ) -> Result<(Column, u32), Refusal> {
        let places = weights.iter().flatten().map(Decimal::places).fold(places, u32::max);
        let scaled = |weight: &Option<Decimal>| weight.as_ref().map(|w| w.scaled(places));
        let column = u16::try_from(self.wide.len())
            .map_err(|_| Refusal::new("TOO_MANY_LAYERS", "a case can have 65,535 layers"))?;
        self.wide.push(weights.iter().map(scaled).collect());
        Ok((Column(column), places))
    }

    /// A measure.
    pub(super) fn wide(&self, claimant: usize, column: Column) -> Option<BigInt> {
        self.wide.get(usize::from(column.0))?.get(claimant)?.clone()
    }

    /// All measures in `i128`, if they fit.
    pub(super) fn narrow(&self) -> Option<Narrow> {
        let number = |number: &Option<BigInt>| match number {
            None => Some(None),
            Some(number) => i128::try_from(number).ok().map(Some),
        };
        self.wide.iter().map(|column| column.iter().map(number).collect()).collect()
    }
}

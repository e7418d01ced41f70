//! An exact vector: shares and what is unplaced, over one common denominator.

use super::number::{Number, Stop};
use super::reason::{Reason, Reasons};

/// Exact shares, one for each child, and what found no place: numerators over one denominator.
#[derive(Debug)]
pub(super) struct Vector<I> {
    /// The numerators of the shares, in the order of the children.
    pub(super) shares: Vec<I>,
    /// The numerator of what found no place.
    pub(super) unplaced: I,
    /// The denominator, above nought.
    pub(super) scale: I,
    /// Why something found no place, or was scaled.
    pub(super) reasons: Reasons,
}

impl<I: Number> Vector<I> {
    /// A vector that places everything.
    pub(super) fn placed(shares: Vec<I>, scale: I) -> Self {
        Self { shares, unplaced: I::zero(), scale, reasons: Reasons::NONE }
    }

    /// The vector with so much unplaced, for this reason if it is anything at all.
    pub(super) fn leaving(mut self, unplaced: I, reason: Reason) -> Self {
        if !unplaced.is_zero() {
            self.reasons.insert(reason);
        }
        self.unplaced = unplaced;
        self
    }

    /// Multiplies everything by `numerator ÷ denominator`.
    pub(super) fn stretch(&mut self, numerator: &I, denominator: &I) -> Result<(), Stop> {
        for share in &mut self.shares {
            *share = share.times(numerator)?;
        }
        self.unplaced = self.unplaced.times(numerator)?;
        self.scale = self.scale.times(denominator)?;
        Ok(())
    }

    /// Adds another vector over the same children.
    pub(super) fn add(&mut self, other: &Self) -> Result<(), Stop> {
        let common = self.scale.gcd(&other.scale);
        let (mine, _) = other.scale.divide(&common);
        let (theirs, _) = self.scale.divide(&common);
        self.stretch(&mine, &mine)?;
        for (share, more) in self.shares.iter_mut().zip(&other.shares) {
            *share = share.plus(&more.times(&theirs)?)?;
        }
        self.unplaced = self.unplaced.plus(&other.unplaced.times(&theirs)?)?;
        self.reasons.extend(other.reasons);
        Ok(())
    }

    /// Divides everything by its greatest common divisor, so that what follows fits.
    pub(super) fn reduce(&mut self) {
        let start = self.scale.gcd(&self.unplaced);
        let common = self.shares.iter().fold(start, |common, share| common.gcd(share));
        if common.is_one() {
            return;
        }
        for share in &mut self.shares {
            *share = share.divide(&common).0;
        }
        self.unplaced = self.unplaced.divide(&common).0;
        self.scale = self.scale.divide(&common).0;
    }
}

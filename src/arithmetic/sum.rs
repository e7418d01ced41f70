//! A calculation: numbers, and what is done with them.

use num_bigint::BigInt;

/// What a number is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Whole pence.
    Pence,
    /// A million-millionth of one: what a percentage is kept in.
    Share,
    /// Things, months, parts.
    Count,
    /// Whatever the measure with this number is counted in.
    Size(u16),
}

/// One number of a calculation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number<R> {
    /// How much, in its unit.
    pub value: BigInt,
    /// What it is counted in.
    pub unit: Unit,
    /// What it is, if that can be followed.
    pub is: Option<R>,
}

/// How an exact result becomes whole pence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Rounding {
    /// To the nearest penny, a half up.
    HalfUp,
    /// To the penny below.
    Down,
}

/// A calculation over numbers that stand for `R`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sum<R> {
    /// A number.
    Number(Number<R>),
    /// Everything added up; what is marked is taken away.
    Plus(Vec<(bool, Self)>),
    /// Everything multiplied.
    Times(Vec<Self>),
    /// The first divided by the second.
    Over(Box<Self>, Box<Self>),
    /// The smallest of them.
    Least(Vec<Self>),
    /// The largest of them.
    Most(Vec<Self>),
    /// Rounded to whole pence before anything else is done with it.
    Rounded(Rounding, Box<Self>),
}

impl<R> Sum<R> {
    /// A number that stands for something.
    pub fn of(value: impl Into<BigInt>, unit: Unit, is: R) -> Self {
        Self::Number(Number { value: value.into(), unit, is: Some(is) })
    }

    /// A number that stands for nothing but itself.
    pub fn plain(value: impl Into<BigInt>, unit: Unit) -> Self {
        Self::Number(Number { value: value.into(), unit, is: None })
    }

    /// Nought pounds.
    pub fn nought() -> Self {
        Self::plain(0, Unit::Pence)
    }

    /// Everything added up; of one part, that part alone.
    pub fn add(parts: impl IntoIterator<Item = Self>) -> Self {
        let parts: Vec<(bool, Self)> = parts.into_iter().map(|part| (false, part)).collect();
        match <[_; 1]>::try_from(parts) {
            Ok([(_, only)]) => only,
            Err(parts) if parts.is_empty() => Self::nought(),
            Err(parts) => Self::Plus(parts),
        }
    }

    /// This less another.
    #[must_use]
    pub fn less(self, other: Self) -> Self {
        match self {
            Self::Plus(mut parts) => {
                parts.push((true, other));
                Self::Plus(parts)
            }
            own => Self::Plus(vec![(false, own), (true, other)]),
        }
    }

    /// This times another.
    #[must_use]
    pub fn times(self, other: Self) -> Self {
        match self {
            Self::Times(mut factors) => {
                factors.push(other);
                Self::Times(factors)
            }
            own => Self::Times(vec![own, other]),
        }
    }

    /// This divided by another.
    #[must_use]
    pub fn over(self, other: Self) -> Self {
        Self::Over(Box::new(self), Box::new(other))
    }

    /// The smaller of this and another.
    #[must_use]
    pub fn at_most(self, other: Self) -> Self {
        Self::Least(vec![self, other])
    }

    /// This, or nought where it is below that.
    #[must_use]
    pub fn at_least_nought(self) -> Self {
        Self::Most(vec![Self::nought(), self])
    }

    /// This, rounded.
    #[must_use]
    pub fn rounded(self, rounding: Rounding) -> Self {
        Self::Rounded(rounding, Box::new(self))
    }

    /// The same calculation over numbers that are called otherwise; how much each is may say what.
    pub fn map<S>(&self, name: &dyn Fn(&R, &BigInt) -> Option<S>) -> Sum<S> {
        let all = |parts: &[Self]| parts.iter().map(|part| part.map(name)).collect();
        match self {
            Self::Number(own) => Sum::Number(Number {
                value: own.value.clone(),
                unit: own.unit,
                is: own.is.as_ref().and_then(|is| name(is, &own.value)),
            }),
            Self::Plus(parts) => {
                Sum::Plus(parts.iter().map(|(minus, part)| (*minus, part.map(name))).collect())
            }
            Self::Times(factors) => Sum::Times(all(factors)),
            Self::Over(above, below) => above.map(name).over(below.map(name)),
            Self::Least(parts) => Sum::Least(all(parts)),
            Self::Most(parts) => Sum::Most(all(parts)),
            Self::Rounded(rounding, own) => own.map(name).rounded(*rounding),
        }
    }

    /// Every number in it, from left to right.
    pub fn numbers(&self) -> Vec<&Number<R>> {
        match self {
            Self::Number(own) => vec![own],
            Self::Plus(parts) => parts.iter().flat_map(|(_, part)| part.numbers()).collect(),
            Self::Times(parts) | Self::Least(parts) | Self::Most(parts) => {
                parts.iter().flat_map(Self::numbers).collect()
            }
            Self::Over(above, below) => [above.numbers(), below.numbers()].concat(),
            Self::Rounded(_, own) => own.numbers(),
        }
    }
}

//! Numbers that remember how they came about: the same code that splits an amount, run with these,
//! leaves behind the calculation of every share.
//!
//! What is remembered is a sum or a product of numbers that were read. It is simplified only where
//! that loses nothing: ones and noughts go, plain counts are worked out, like factors cancel.

use std::cmp::Ordering;
use std::rc::Rc;

use super::number::{Number, Read, Stop};
use num_bigint::BigInt;

/// A whole number and how it came about.
#[derive(Clone, Debug)]
pub(super) struct Remembered {
    pub(super) value: BigInt,
    pub(super) form: Rc<Form>,
}

/// How a number came about.
#[derive(Debug)]
pub(super) enum Form {
    /// It stands for nothing but itself.
    Count,
    /// It was read.
    Read(Read),
    /// Everything added up; what is marked is taken away.
    Plus(Vec<(bool, Remembered)>),
    /// Everything multiplied.
    Times(Vec<Remembered>),
}

impl Remembered {
    fn new(value: BigInt, form: Form) -> Self {
        Self { value, form: Rc::new(form) }
    }

    /// A measure, which may be wider than any machine word.
    pub(super) fn weighing(value: BigInt, read: Read) -> Self {
        Self::new(value, Form::Read(read))
    }

    fn count(value: BigInt) -> Self {
        Self::new(value, Form::Count)
    }

    fn is_count(&self) -> bool {
        matches!(*self.form, Form::Count)
    }

    /// Whether both came about in the same way.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        let alike = || match (&*self.form, &*other.form) {
            (Form::Count, Form::Count) => true,
            (Form::Read(own), Form::Read(other)) => own == other,
            (Form::Plus(own), Form::Plus(other)) => {
                own.len() == other.len()
                    && own.iter().zip(other).all(|(a, b)| a.0 == b.0 && a.1.is_like(&b.1))
            }
            (Form::Times(own), Form::Times(other)) => {
                own.len() == other.len() && own.iter().zip(other).all(|(a, b)| a.is_like(b))
            }
            _ => false,
        };
        self.value == other.value && (Rc::ptr_eq(&self.form, &other.form) || alike())
    }

    /// The factors it is a product of; itself, if it is none.
    pub(super) fn factors(&self) -> Vec<Self> {
        match &*self.form {
            Form::Times(factors) => factors.clone(),
            _ => vec![self.clone()],
        }
    }

    fn product(factors: Vec<Self>) -> Self {
        let mut count = BigInt::one();
        let (counts, mut others): (Vec<Self>, Vec<Self>) =
            factors.into_iter().partition(Self::is_count);
        for own in counts {
            count *= own.value;
        }
        if others.is_empty() || count.is_zero() {
            return Self::count(count);
        }
        if !count.is_one() {
            others.push(Self::count(count));
        }
        match <[Self; 1]>::try_from(others) {
            Ok([only]) => only,
            Err(factors) => {
                let value = factors.iter().map(|factor| &factor.value).product();
                Self::new(value, Form::Times(factors))
            }
        }
    }

    fn add(&self, other: &Self, minus: bool) -> Self {
        let value = if minus { &self.value - &other.value } else { &self.value + &other.value };
        if other.value.is_zero() {
            return self.clone();
        }
        if self.is_count() && other.is_count() || minus && self.is_like(other) {
            return Self::count(value);
        }
        if self.value.is_zero() && !minus {
            return other.clone();
        }
        let mut parts = match &*self.form {
            _ if self.value.is_zero() && self.is_count() => Vec::new(),
            Form::Plus(parts) => parts.clone(),
            _ => vec![(false, self.clone())],
        };
        match &*other.form {
            Form::Plus(more) => {
                parts.extend(more.iter().map(|(own, part)| (*own != minus, part.clone())));
            }
            _ => parts.push((minus, other.clone())),
        }
        Self::new(value, Form::Plus(parts))
    }
}

impl From<i128> for Remembered {
    fn from(value: i128) -> Self {
        Self::count(BigInt::from(value))
    }
}

impl PartialEq for Remembered {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl Eq for Remembered {}

impl PartialOrd for Remembered {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Remembered {
    fn cmp(&self, other: &Self) -> Ordering {
        self.value.cmp(&other.value)
    }
}

impl Number for Remembered {
    fn read(value: i128, read: Read) -> Self {
        Self::new(BigInt::from(value), Form::Read(read))
    }

    fn is_zero(&self) -> bool {
        self.value.is_zero()
    }

    fn is_one(&self) -> bool {
        self.value.is_one() && self.is_count()
    }

    fn gcd(&self, other: &Self) -> Self {
        // Only what is seen to be common is taken out, so that nothing read is lost in a number.
        if self.is_like(other) {
            self.clone()
        } else if self.is_count() && other.is_count() {
            Self::count(self.value.gcd(&other.value))
        } else {
            Self::one()
        }
    }

    fn to_i64(&self) -> Option<i64> {
        self.value.to_i64()
    }

    fn plus(&self, other: &Self) -> Result<Self, Stop> {
        Ok(self.add(other, false))
    }

    fn minus(&self, other: &Self) -> Result<Self, Stop> {
        Ok(self.add(other, true))
    }

    fn times(&self, other: &Self) -> Result<Self, Stop> {
        Ok(Self::product([self.factors(), other.factors()].concat()))
    }

    fn divide(&self, by: &Self) -> (Self, Self) {
        let (quotient, rest) = self.value.divide(&by.value);
        let mut left = self.factors();
        for factor in by.factors() {
            match left.iter().position(|own| own.is_like(&factor)) {
                Some(at) => drop(left.swap_remove(at)),
                None if factor.is_one() => {}
                // The quotient is no longer what it came from: the amount a rule is asked about.
                None => {
                    let form =
                        if self.is_count() { Form::Count } else { Form::Read(Read::Notional) };
                    return (Self::new(quotient, form), Self::count(rest));
                }
            }
        }
        (Self::product(left), Self::count(rest))
    }

    fn inverse(&self) -> Option<u64> {
        None
    }

    fn divide_quickly(&self, by: &Self, _: Option<u64>) -> (Self, Self) {
        let (quotient, rest) = self.value.divide(&by.value);
        (Self::count(quotient), Self::count(rest))
    }
}

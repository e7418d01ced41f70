//! A value that a lever holds. Copying one never allocates: a rule is shared.

use std::sync::Arc;

use crate::format::Month;
use crate::model::{
    Absorption, BodyRefusals, Contributors, Limit, Offset, PoolRefusals, Pooling, Protection,
    Recovery, Stance, SupportTest,
};
use crate::money::{Pence, Share};
use crate::split::Rule;

/// What a lever holds; `None` inside is not known, or not set.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Money.
    Money(Option<Pence>),
    /// A share of one.
    Share(Option<Share>),
    /// A whole number.
    Count(Option<u32>),
    /// A size by a measure, in the measure's integers.
    Measure(Option<i128>),
    /// How much of a need is passed on.
    Offset(Offset),
    /// How much of its own gap a system recovers.
    Recovery(Recovery),
    /// A cap or a floor.
    Limit(Option<Limit>),
    /// A split rule.
    Rule(Arc<Rule>),
    /// Contributes, exempt, refuses.
    Stance(Stance),
    /// Whether a council takes part; else it refuses.
    TakesPart(bool),
    /// What a system's refusal does.
    PoolRefusals(PoolRefusals),
    /// What a body's refusal does.
    BodyRefusals(BodyRefusals),
    /// Which systems contribute.
    Contributors(Contributors),
    /// Regional or national.
    Pooling(Pooling),
    /// The body that carries a group's ask, as a place in the scenario's list.
    Lead(Option<usize>),
    /// In which order programmes give money up.
    Absorbs(Absorption),
    /// How much of a programme may be cut.
    Protection(Protection),
    /// What must be met for support to be paid.
    Test(SupportTest),
    /// A whole number, signed.
    Whole(i64),
    /// A month.
    Month(Option<Month>),
    /// Yes or no.
    Yes(bool),
    /// Yes, no, or not known.
    Known(Option<bool>),
}

/// The names that choices have in files, with their plain words on screen, in the order of a list.
pub(super) const CHOICES: &[(&str, &str, Value)] = &[
    ("Contributes", "contributes", Value::Stance(Stance::Contributes)),
    ("Exempt", "exempt", Value::Stance(Stance::Exempt)),
    ("Refuses", "refuses", Value::Stance(Stance::Refuses)),
    ("Contributes", "takes part", Value::TakesPart(true)),
    ("Refuses", "refuses", Value::TakesPart(false)),
    ("Redistribute", "the others carry it", Value::PoolRefusals(PoolRefusals::Redistribute)),
    ("Unfunded", "nobody carries it", Value::PoolRefusals(PoolRefusals::Unfunded)),
    ("Redistribute", "the others carry it", Value::BodyRefusals(BodyRefusals::Redistribute)),
    ("Unfunded", "nobody carries it", Value::BodyRefusals(BodyRefusals::Unfunded)),
    (
        "RedistributeWithin",
        "its own group carries it",
        Value::BodyRefusals(BodyRefusals::RedistributeWithin),
    ),
    ("WithoutGap", "systems without a gap", Value::Contributors(Contributors::WithoutGap)),
    ("All", "all systems", Value::Contributors(Contributors::All)),
    ("Regional", "region by region", Value::Pooling(Pooling::Regional)),
    ("National", "over the whole country", Value::Pooling(Pooling::National)),
    ("ProRata", "all in proportion", Value::Absorbs(Absorption::ProRata)),
    (
        "LeastImportantFirst",
        "least important first",
        Value::Absorbs(Absorption::LeastImportantFirst),
    ),
    ("NotYetStartedFirst", "not yet started first", Value::Absorbs(Absorption::NotYetStartedFirst)),
    ("Fixed", "agreed amounts first", Value::Absorbs(Absorption::Fixed)),
    ("Open", "open", Value::Protection(Protection::Open)),
    ("Protected", "protected", Value::Protection(Protection::Protected)),
    ("Own", "its own result", Value::Test(SupportTest::Own)),
    ("System", "its system’s result", Value::Test(SupportTest::System)),
    ("Signed", "its signature", Value::Test(SupportTest::Signed)),
    ("true", "yes", Value::Known(Some(true))),
    ("false", "no", Value::Known(Some(false))),
    ("None", "not known", Value::Known(None)),
    ("true", "yes", Value::Yes(true)),
    ("false", "no", Value::Yes(false)),
];

impl Value {
    /// The choices that could stand where this one stands: name in files, plain words, value.
    pub fn alternatives(
        &self,
    ) -> impl Iterator<Item = &'static (&'static str, &'static str, Value)> {
        let kind = std::mem::discriminant(self);
        CHOICES.iter().filter(move |(_, _, value)| std::mem::discriminant(value) == kind)
    }

    /// The row of the choice that this value is.
    pub(super) fn choice(&self) -> Option<&'static (&'static str, &'static str, Value)> {
        CHOICES.iter().find(|(_, _, value)| value == self)
    }
}

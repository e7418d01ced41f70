//! The table of levers: every field that a person may move, and at which nodes.

use crate::model::{Node, Scenario};
use crate::money::{Pence, Share};
use crate::split::Column;

/// What can be moved at a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// Regional or national balancing.
    Pooling,
    /// How much of a pool's need is passed on.
    Offset,
    /// The rule by which a node splits.
    Split,
    /// Which systems contribute.
    Contributors,
    /// What a refusal does.
    Refusals,
    /// Money held back and used first.
    Reserve,
    /// The month in which bodies were asked.
    AskedIn,
    /// The target.
    ControlTotal,
    /// The position expected.
    Plan,
    /// A gap stated without the two figures behind it.
    Gap,
    /// Whether a plan was agreed as the target.
    Agreed,
    /// The part of its own gap that a system's bodies are asked for.
    Recover,
    /// Contributes, exempt, refuses.
    Stance,
    /// The agreed share under `Percent`.
    Percent,
    /// The agreed amount under `Fixed`.
    Fixed,
    /// The most it can be asked for.
    Cap,
    /// The least it is asked for.
    Floor,
    /// Its turn under `Priority`.
    Turn,
    /// The body that carries a group's whole ask.
    Lead,
    /// In which order programmes give money up.
    Absorbs,
    /// Whether the programmes described are all there are.
    Complete,
    /// How far above or below its fair-shares target a body is.
    Distance,
    /// What a programme costs in a year, or what a savings scheme would save.
    AnnualCost,
    /// What a savings scheme would save.
    Amount,
    /// The part of a savings scheme that is delivered.
    Delivered,
    /// The month in which a programme starts.
    Starts,
    /// How much of a programme may be cut.
    Protection,
    /// How important a programme is: 1 is the most.
    Priority,
    /// The share at which a programme is no longer viable.
    StopsAt,
    /// What must be met for support to be paid.
    Test,
    /// Pounds for each pound by which a result is above its target.
    Bonus,
    /// Whether a condition of support is met.
    Met,
    /// Whether a partner withdraws in proportion.
    Matched,
    /// Whether a knock-on cost counts.
    On,
    /// The part of a cut that returns as cost.
    Returns,
    /// Whether what a key test asks for is a fact.
    Fact,
    /// How much of what was promised back is repaid.
    Repaid,
    /// Over how many years it is promised back.
    Years,
    /// Whether it is asked for, or saved, again every year.
    Recurrent,
    /// What performance was planned.
    Planned,
    /// What came of it.
    Achieved,
    /// Whether a body has signed its partnership's agreement.
    Signed,
    /// One of the measures: allocation, turnover, a population, the file's own.
    Measure(Column),
}

/// What kind of value a field takes; it decides how words are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Signed money: a target, a plan.
    SignedMoney,
    /// Money, at least nought.
    Money,
    /// Money, a percent of the need, or `WholeNeed`.
    Offset,
    /// A percent or an amount.
    Recovery,
    /// Money or a percent of a measure.
    Limit,
    /// A percent from 0 to 100.
    Percent,
    /// A percent, signed.
    SignedPercent,
    /// A whole number from 1.
    Count,
    /// A size: money, people or a number of the file's own.
    Measure,
    /// A split rule.
    Rule,
    /// A body of the group.
    Body,
    /// A month.
    Month,
    /// Open, at most a percent, protected.
    Protection,
    /// Own, system, signed, or a percent of the system's.
    Test,
    /// A whole number, signed.
    SignedCount,
    /// One of a few names.
    Choice,
}

impl Kind {
    /// Whether a value is chosen from a list rather than typed as a number.
    pub const fn is_chosen(self) -> bool {
        matches!(self, Self::Rule | Self::Choice | Self::Body | Self::Protection | Self::Test)
    }
}

/// One row of the table.
#[derive(Clone, Copy, Debug)]
pub struct FieldRow {
    /// Which field.
    pub field: Field,
    /// Its word in paths, files and screens: `plan`.
    pub word: &'static str,
    /// What it is.
    pub what: &'static str,
    /// What kind of value it takes.
    pub kind: Kind,
    /// The node kinds that have it: (N)ation, (R)egion, (S)ystem, (V)ing scheme, (G)roup, (B)ody, (P)rogramme,
    /// counci(L), s(U)pport, (C)ondition, per(F)ormance,
    /// join(T) part, (K)nock-on, ke(Y) test.
    at: &'static str,
}

const fn row(
    field: Field,
    (word, at): (&'static str, &'static str),
    kind: Kind,
    what: &'static str,
) -> FieldRow {
    FieldRow { field, word, what, kind, at }
}

/// Every field but the measures, in the order in which screens list them.
pub const FIELDS: &[FieldRow] = &[
    row(
        Field::Pooling,
        ("pooling", "N"),
        Kind::Choice,
        "balance region by region or over the country",
    ),
    row(
        Field::ControlTotal,
        ("control_total", "SB"),
        Kind::SignedMoney,
        "the target; a deficit has a minus",
    ),
    row(
        Field::Plan,
        ("plan", "SB"),
        Kind::SignedMoney,
        "the position expected; a deficit has a minus",
    ),
    row(Field::Gap, ("gap", "SB"), Kind::Money, "a gap stated without control total and plan"),
    row(Field::Agreed, ("agreed", "SB"), Kind::Choice, "whether the plan was agreed as the target"),
    row(
        Field::Recover,
        ("recover", "S"),
        Kind::Recovery,
        "the part of its own gap its own bodies are asked for",
    ),
    row(
        Field::Offset,
        ("offset", "NR"),
        Kind::Offset,
        "how much of the need other systems are asked to cover",
    ),
    row(Field::Split, ("split", "NRSG"), Kind::Rule, "the rule by which the amount is split"),
    row(Field::Contributors, ("contributors", "NR"), Kind::Choice, "which systems contribute"),
    row(Field::Refusals, ("refusals", "NRS"), Kind::Choice, "what a refusal does to the others"),
    row(Field::Lead, ("lead", "G"), Kind::Body, "the body that carries the whole ask in the year"),
    row(Field::Stance, ("stance", "SBL"), Kind::Choice, "whether it takes part"),
    row(Field::Percent, ("percent", "SGB"), Kind::Percent, "its agreed share under Percent"),
    row(Field::Fixed, ("fixed", "SGBP"), Kind::Money, "its agreed amount under Fixed"),
    row(Field::Turn, ("turn", "SGB"), Kind::Count, "its turn under Priority: 1 pays first"),
    row(Field::Cap, ("cap", "SGB"), Kind::Limit, "the most it can be asked for"),
    row(Field::Floor, ("floor", "SGB"), Kind::Limit, "the least it is asked for"),
    row(Field::Reserve, ("reserve", "NRB"), Kind::Money, "money held back and used first"),
    row(
        Field::Absorbs,
        ("absorbs", "B"),
        Kind::Choice,
        "in which order its programmes give money up",
    ),
    row(
        Field::Complete,
        ("complete", "B"),
        Kind::Choice,
        "whether its programmes are all there are",
    ),
    row(Field::AskedIn, ("asked_in", "NR"), Kind::Month, "the month in which bodies were asked"),
    row(
        Field::Distance,
        ("distance_from_target", "B"),
        Kind::SignedPercent,
        "above (+) or below (−) its fair share",
    ),
    row(
        Field::Amount,
        ("amount", "VUF"),
        Kind::Money,
        "what it comes to in the year, if all is met",
    ),
    row(Field::Delivered, ("delivered", "V"), Kind::Percent, "the part of it that is delivered"),
    row(
        Field::AnnualCost,
        ("annual_cost", "PT"),
        Kind::Money,
        "what a whole year of it costs whoever pays",
    ),
    row(Field::Starts, ("starts", "P"), Kind::Month, "its planned first month"),
    row(Field::Protection, ("protection", "P"), Kind::Protection, "how much of it may be cut"),
    row(Field::Priority, ("priority", "P"), Kind::Count, "1 is the most important"),
    row(
        Field::StopsAt,
        ("stops_at", "P"),
        Kind::Percent,
        "the cut at which it is no longer viable",
    ),
    row(Field::Test, ("test", "U"), Kind::Test, "what must be met for it to be paid"),
    row(Field::Bonus, ("bonus", "U"), Kind::Percent, "more for each pound above the target"),
    row(Field::Met, ("met", "C"), Kind::Choice, "whether the condition is met"),
    row(
        Field::Matched,
        ("matched", "T"),
        Kind::Choice,
        "whether the partner withdraws in proportion",
    ),
    row(Field::On, ("on", "K"), Kind::Choice, "whether it counts"),
    row(Field::Returns, ("returns", "K"), Kind::Percent, "the part of a cut that returns as cost"),
    row(Field::Fact, ("fact", "Y"), Kind::Choice, "whether it is so: a person ticks it"),
    row(Field::Repaid, ("repaid", "NR"), Kind::Percent, "how much of what was promised is repaid"),
    row(Field::Years, ("years", "NR"), Kind::Count, "over how many years it is promised back"),
    row(Field::Recurrent, ("recurrent", "NRV"), Kind::Choice, "whether it comes again every year"),
    row(Field::Planned, ("planned", "F"), Kind::SignedCount, "what was planned"),
    row(Field::Achieved, ("achieved", "F"), Kind::SignedCount, "what came of it"),
    row(Field::Signed, ("signed", "B"), Kind::Choice, "whether it has signed the agreement"),
];

/// What a measure is as a lever; its word is its id.
pub(super) const MEASURE: FieldRow =
    row(Field::Measure(Column(0)), ("measure", "SGB"), Kind::Measure, "its size by this measure");

impl FieldRow {
    /// Whether a node has this field.
    pub fn is_at(&self, node: Node) -> bool {
        let letter = match node {
            Node::Nation => 'N',
            Node::Region(_) => 'R',
            Node::System(_) => 'S',
            Node::Saving(_) => 'V',
            Node::Group(_) => 'G',
            Node::Body(_) => 'B',
            Node::Programme(_) => 'P',
            Node::Council(_) => 'L',
            Node::Support(_) => 'U',
            Node::Condition(_) => 'C',
            Node::Performance(_) => 'F',
            Node::JointPart(_) => 'T',
            Node::KnockOn(_) => 'K',
            Node::KeyTest(_) => 'Y',
        };
        self.at.contains(letter)
    }
}

impl Field {
    /// Its row in the table.
    pub fn row(self) -> FieldRow {
        let own = FIELDS.iter().find(|row| row.field == self);
        own.copied().unwrap_or(FieldRow { field: self, ..MEASURE })
    }

    /// Its word: `plan`, or a measure's id.
    pub fn word(self, scenario: &Scenario) -> &str {
        match self {
            Self::Measure(column) => scenario.measures.measure(column).map_or("", |m| &m.id),
            _ => self.row().word,
        }
    }

    /// That word as a sentence has it: `start_month` is “start month”.
    pub fn words(self, scenario: &Scenario) -> String {
        self.word(scenario).replace('_', " ")
    }

    /// One step of the lever on screen, in pence, millionths of a millionth of one, or ones.
    pub fn step(self) -> i128 {
        let pence = |amount: Pence| i128::from(amount.get());
        match self {
            Self::Reserve | Self::Fixed | Self::Cap | Self::Floor | Self::Amount => {
                pence(Pence::pounds(100_000))
            }
            Self::AnnualCost => pence(Pence::pounds(10_000)),
            Self::ControlTotal | Self::Plan | Self::Gap | Self::Offset => {
                pence(Pence::pounds(1_000_000))
            }
            Self::Percent
            | Self::Recover
            | Self::Delivered
            | Self::StopsAt
            | Self::Protection
            | Self::Test
            | Self::Returns
            | Self::Bonus => i128::from(Share::percent(1).units()),
            Self::Distance => i128::from(Share::percent(1).units()) / 10,
            Self::Repaid => i128::from(Share::percent(5).units()),
            Self::Planned | Self::Achieved => 1_000,
            _ => 1,
        }
    }
}

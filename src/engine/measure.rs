//! The one table of outcome measures: what can be read off an outcome, by path.
//!
//! The table drives `fairshare measures`, key tests, exports and everything that asks the engine
//! many times.

use std::cmp::Ordering;

use super::{BodyOutcome, Outcome, PoolOutcome, ProgrammeOutcome, SupportOutcome, SystemOutcome};
use crate::model::{Measures, Node, Performance, Scenario};
use crate::money::Pence;
use crate::split::Column;

/// What a reading is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Whole pence.
    Money,
    /// Months, as an exact fraction.
    Months,
    /// A share of one, as an exact fraction.
    Share,
    /// People, as an exact fraction.
    People,
    /// Pence per person, as an exact fraction.
    PencePerHead,
}

/// Which direction is better for the people served.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Better {
    /// Less is better.
    Lower,
    /// More is better.
    Higher,
    /// Neither: it is a fact of the mechanism.
    Neither,
}

/// A number read off an outcome: an exact fraction, `None` where it is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Numerator and (positive) denominator.
    pub value: Option<(i128, i128)>,
    /// What it is counted in.
    pub unit: Unit,
}

impl Reading {
    /// Which of two readings is larger; `None` where one is not known.
    pub fn compare(self, other: Self) -> Option<Ordering> {
        let ((a, b), (c, d)) = (self.value?, other.value?);
        Some(a.checked_mul(d)?.cmp(&c.checked_mul(b)?))
    }

    /// The reading in whole pence, if it is money and known.
    pub fn pence(self) -> Option<Pence> {
        match (self.unit, self.value) {
            (Unit::Money, Some((pence, 1))) => Some(Pence::from_wide(pence)),
            _ => None,
        }
    }
}

/// One row of the table.
#[derive(Debug)]
pub struct MeasureRow {
    /// Its word in paths: `ask`.
    pub id: &'static str,
    /// What it is.
    pub what: &'static str,
    /// What it is counted in.
    pub unit: Unit,
    /// Which direction is better.
    pub better: Better,
    /// How it is read; the variant says of which nodes.
    read: Read,
}

#[derive(Debug)]
enum Read {
    Pool(fn(&PoolOutcome) -> Option<Pence>),
    System(fn(&SystemOutcome) -> Option<Pence>),
    Group(fn(&super::GroupOutcome) -> Option<Pence>),
    Body(fn(&BodyOutcome) -> Option<Pence>),
    Programme(fn(&ProgrammeOutcome) -> Option<Pence>),
    Support(fn(&SupportOutcome) -> Option<Pence>),
    Performance(fn(&Performance) -> Pence),
    KnockOn,
    Per(Column),
    MonthsLate,
    CutShare,
    ServiceLost,
    PartnersLost,
    PeopleLost,
}

const fn money(id: &'static str, what: &'static str, better: Better, read: Read) -> MeasureRow {
    MeasureRow { id, what, unit: Unit::Money, better, read }
}

const fn other(id: &'static str, what: &'static str, unit: Unit, read: Read) -> MeasureRow {
    MeasureRow { id, what, unit, better: Better::Lower, read }
}

const fn per(id: &'static str, what: &'static str, people: Column) -> MeasureRow {
    other(id, what, Unit::PencePerHead, Read::Per(people))
}

use Better::{Higher, Lower, Neither};

/// Every outcome measure; of rows with the same id, a node has the one that reads its kind.
pub const MEASURES: &[MeasureRow] = &[
    money("need", "what a pool’s systems are short of", Lower, Read::Pool(|p| Some(p.need))),
    money(
        "reserve_used",
        "what the pool’s reserve covers",
        Neither,
        Read::Pool(|p| Some(p.reserve_used)),
    ),
    money(
        "covered",
        "what other systems are asked to cover",
        Neither,
        Read::Pool(|p| Some(p.offset)),
    ),
    money("uncovered", "what is left uncovered", Lower, Read::Pool(|p| Some(p.uncovered))),
    money(
        "unplaced",
        "what the offset’s split found no place for",
        Lower,
        Read::Pool(|p| Some(p.unplaced)),
    ),
    money(
        "against_control_totals",
        "results less control totals",
        Higher,
        Read::Pool(|p| p.against_control_totals),
    ),
    money("gap", "control total less plan", Lower, Read::System(|s| s.gap)),
    money("saved", "what savings schemes close first", Higher, Read::System(|s| Some(s.savings))),
    money(
        "recovery",
        "its own gap that its own bodies find",
        Neither,
        Read::System(|s| Some(s.recovery)),
    ),
    money("need", "its open gap less recovery", Lower, Read::System(|s| Some(s.need))),
    money("contribution", "its part of the offset", Lower, Read::System(|s| Some(s.contribution))),
    money("relief", "what others cover of its gap", Neither, Read::System(|s| Some(s.relief))),
    money("ask", "what it is asked to find in all", Lower, Read::System(|s| Some(s.ask))),
    money(
        "unplaced",
        "what its split found no place for",
        Lower,
        Read::System(|s| Some(s.unplaced)),
    ),
    money(
        "found",
        "reserves used and cuts of its bodies",
        Neither,
        Read::System(|s| Some(s.found)),
    ),
    money("target", "control total + contribution − relief", Neither, Read::System(|s| s.target)),
    money("result", "plan + savings + found", Higher, Read::System(|s| s.result)),
    money("margin", "result less target", Higher, Read::System(|s| Some(s.result? - s.target?))),
    money("support", "conditional money that is paid", Higher, Read::System(|s| s.support.paid)),
    money(
        "support_lost",
        "conditional money that is not",
        Lower,
        Read::System(|s| s.support.lost()),
    ),
    money("bonus", "more for results above targets", Higher, Read::System(|s| s.support.bonus)),
    money("position", "result + support + bonus", Higher, Read::System(SystemOutcome::position)),
    money("ask", "what it is asked to find in all", Lower, Read::Group(|g| Some(g.ask))),
    money(
        "unplaced",
        "what its split found no place for",
        Lower,
        Read::Group(|g| Some(g.unplaced)),
    ),
    money("ask", "what it is asked to find in all", Lower, Read::Body(|b| Some(b.ask))),
    money(
        "reserve_used",
        "what its reserve covers of that",
        Neither,
        Read::Body(|b| Some(b.reserve_used)),
    ),
    money("cuts", "what its programmes lose", Lower, Read::Body(|b| Some(b.cuts))),
    money("unplaced", "what found no place: a miss", Lower, Read::Body(|b| Some(b.unplaced))),
    money("not_described", "what nobody described", Lower, Read::Body(|b| Some(b.not_described))),
    money(
        "against_control_total",
        "its result less its control total",
        Higher,
        Read::Body(|b| b.against_control_total),
    ),
    money("knocked_on", "what cuts elsewhere cost it", Lower, Read::Body(|b| Some(b.knocked_on))),
    money(
        "contributed",
        "the part of its ask that is its system’s contribution",
        Neither,
        Read::Body(|b| Some(b.contributed)),
    ),
    money("relief", "its part of its system’s relief", Neither, Read::Body(|b| b.relief)),
    money("target", "what it must end the year with", Neither, Read::Body(|b| b.target)),
    money("result", "what it ends the year with", Higher, Read::Body(|b| b.result)),
    money("margin", "result less target", Higher, Read::Body(|b| Some(b.result? - b.target?))),
    money("support", "conditional money that is paid", Higher, Read::Body(|b| b.support.paid)),
    money("support_lost", "conditional money that is not", Lower, Read::Body(|b| b.support.lost())),
    money("bonus", "more for a result above its target", Higher, Read::Body(|b| b.support.bonus)),
    money("position", "result + support + bonus", Higher, Read::Body(BodyOutcome::position)),
    money("paid", "what is paid of it", Higher, Read::Support(|s| s.comes_to.paid)),
    money("lost", "what is lost of it", Lower, Read::Support(|s| s.comes_to.lost())),
    money(
        "bonus",
        "more for a result above the target",
        Higher,
        Read::Support(|s| s.comes_to.bonus),
    ),
    money("margin", "the result it hangs on less the target", Higher, Read::Support(|s| s.margin)),
    money("cost", "what cuts return as cost", Lower, Read::KnockOn),
    money("paid", "what performance earns", Higher, Read::Performance(Performance::paid)),
    money("kept", "what stays with the payer", Neither, Read::Performance(|p| p.amount - p.paid())),
    per("ask_per_head", "its ask for each registered person", Measures::REGISTERED),
    per("ask_per_resident", "its ask for each resident", Measures::RESIDENT),
    money("in_year_budget", "what it costs in the year", Neither, Read::Programme(|p| p.budget)),
    money(
        "limit",
        "the most it could lose",
        Neither,
        Read::Programme(|p| p.budget.map(|_| p.limit)),
    ),
    money("cut", "what it loses", Lower, Read::Programme(|p| p.budget.map(|_| p.cut))),
    money(
        "released",
        "what it would still have cost",
        Neither,
        Read::Programme(|p| p.budget.map(|_| p.released)),
    ),
    other("delay", "months that it starts late", Unit::Months, Read::MonthsLate),
    other("cut_share", "the share of its budget that it loses", Unit::Share, Read::CutShare),
    other(
        "service_lost",
        "the share of the service that is lost, its partners' money counted",
        Unit::Share,
        Read::ServiceLost,
    ),
    money("partners_lost", "what its partners no longer pay", Lower, Read::PartnersLost),
    money(
        "spend",
        "what it still costs in the year",
        Higher,
        Read::Programme(|p| Some(p.budget? - p.cut - p.released)),
    ),
    other("people_lost", "people a year that it no longer reaches", Unit::People, Read::PeopleLost),
];

/// A row of the table at one node: a small handle, got once from a path.
#[derive(Clone, Copy, Debug)]
pub struct OutcomeMeasure {
    /// The node it is read of.
    pub node: Node,
    /// What is read.
    pub row: &'static MeasureRow,
}

impl PartialEq for OutcomeMeasure {
    fn eq(&self, other: &Self) -> bool {
        self.node == other.node && std::ptr::eq(self.row, other.row)
    }
}

impl Eq for OutcomeMeasure {}

impl OutcomeMeasure {
    /// The measure with this id at a node, if that node has it.
    pub fn find(node: Node, id: &str) -> Option<Self> {
        Self::all(node).find(|measure| measure.row.id == id)
    }

    /// Every measure that a node has.
    pub fn all(node: Node) -> impl Iterator<Item = Self> {
        let rows = MEASURES.iter().filter(move |row| row.read.is_of(node));
        rows.map(move |row| Self { node, row })
    }

    /// Reads it.
    pub fn read(self, scenario: &Scenario, outcome: &Outcome) -> Reading {
        let money = |pence: Option<Pence>| pence.map(|p| (i128::from(p.get()), 1));
        let value = match (&self.row.read, self.node) {
            (Read::Pool(read), node) => outcome.pool(node).and_then(|p| money(read(p))),
            (Read::System(read), Node::System(i)) => money(read(&outcome.systems[i])),
            (Read::Group(read), Node::Group(i)) => money(read(&outcome.groups[i])),
            (Read::Body(read), Node::Body(i)) => money(read(&outcome.bodies[i])),
            (Read::Programme(read), Node::Programme(i)) => money(read(&outcome.programmes[i])),
            (Read::Support(read), Node::Support(i)) => money(read(&outcome.supports[i])),
            (Read::Performance(read), Node::Performance(i)) => {
                money(Some(read(&scenario.performances[i])))
            }
            (Read::KnockOn, Node::KnockOn(i)) => money(Some(outcome.knock_ons[i])),
            (Read::Per(people), node) => per_head(scenario, outcome, (node, *people)),
            (Read::MonthsLate, Node::Programme(i)) => {
                outcome.programmes[i].months_late(&scenario.programmes[i])
            }
            (Read::CutShare, Node::Programme(i)) => cut_share(outcome, i),
            (Read::ServiceLost, Node::Programme(i)) => outcome.service_lost(scenario, i),
            (Read::PartnersLost, Node::Programme(i)) => {
                let parts = &outcome.joint_parts[scenario.joint_parts_of(i)];
                money(parts.iter().map(|part| part.lost).sum())
            }
            (Read::PeopleLost, Node::Programme(i)) => people_lost(scenario, outcome, i),
            _ => None,
        };
        Reading { value, unit: self.row.unit }
    }
}

impl Read {
    fn is_of(&self, node: Node) -> bool {
        match self {
            Self::Pool(_) => matches!(node, Node::Nation | Node::Region(_)),
            Self::System(_) => matches!(node, Node::System(_)),
            Self::Group(_) => matches!(node, Node::Group(_)),
            Self::Body(_) => matches!(node, Node::Body(_)),
            Self::Support(_) => matches!(node, Node::Support(_)),
            Self::Performance(_) => matches!(node, Node::Performance(_)),
            Self::KnockOn => matches!(node, Node::KnockOn(_)),
            Self::Programme(_)
            | Self::MonthsLate
            | Self::CutShare
            | Self::ServiceLost
            | Self::PartnersLost
            | Self::PeopleLost => matches!(node, Node::Programme(_)),
            Self::Per(_) => matches!(node, Node::System(_) | Node::Group(_) | Node::Body(_)),
        }
    }
}

fn per_head(
    scenario: &Scenario,
    outcome: &Outcome,
    (node, people): (Node, Column),
) -> Option<(i128, i128)> {
    let people = scenario.measure(node, people).filter(|people| *people > 0)?;
    outcome.ask(node).map(|ask| (i128::from(ask.get()), people))
}

fn cut_share(outcome: &Outcome, place: usize) -> Option<(i128, i128)> {
    let (cut, budget) = outcome.programmes[place].cut_share()?;
    Some((i128::from(cut), i128::from(budget)))
}

/// People fall in proportion to the cut of a programme that runs; a delay reaches them later.
fn people_lost(scenario: &Scenario, outcome: &Outcome, place: usize) -> Option<(i128, i128)> {
    if outcome.programmes[place].delays {
        return None;
    }
    let people = i128::from(scenario.programmes[place].reaches?);
    let (lost, whole) = outcome.service_lost(scenario, place)?;
    Some((people.checked_mul(lost)?, whole))
}

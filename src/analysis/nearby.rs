//! What would change a number? The levers on the way to it, each moved once, ranked by their effect.
//!
//! Which move of a lever tells most, and how that reads, is in `moves`. Which levers stand on the way
//! is known to those who explain the number.

mod moves;

use std::cmp::Ordering;

use crate::engine::{Engine, Outcome, OutcomeMeasure, Reading};
use crate::levers::{Field, Lever, Value, set_all};
use crate::model::{Node, Scenario};
use moves::{Move, Moves};
use num_bigint::BigInt;

/// What one move does to a number.
#[derive(Clone, Debug, PartialEq)]
pub struct Effect {
    /// The levers that are moved together, and to what.
    pub moves: Vec<(Lever, Value)>,
    /// The move in a few words: `offset split by allocation`, `C&P’s plan −192.4m → −193.4m`.
    pub words: String,
    /// The number as it is.
    pub before: Reading,
    /// What it would be.
    pub after: Reading,
    /// After less before; it counts what they count.
    pub change: Reading,
}

/// So many effects are told.
const TOLD: usize = 6;
/// So many years are computed at most, the one as it stands among them.
const YEARS: usize = 14;

/// The effects of the levers on the way to a number, in the order of the way, the nearest last; and
/// of the refusal of whoever else pays most where it is a share.
///
/// The largest change stands first. What changes nothing is left out, but for the plan or gap of a
/// system: that it changes nothing says that the offset is fixed. What is refused is left out.
///
/// ```
/// # use fairshare::{analysis, document, engine, levers};
/// let scenario = document::library("east-of-england-2019").unwrap();
/// let ask = engine::measure_at(&scenario, "MSE.ask").unwrap();
/// let offset = levers::lever_at(&scenario, "EoE.offset").unwrap();
/// let effects = analysis::nearby(&scenario, &[offset], ask);
/// // £50.4m over five systems: £10.08m each.
/// assert_eq!(effects[0].words, "the five cover the whole gap");
/// assert_eq!(effects[0].after.pence().unwrap().get(), 10_080_000_00);
/// ```
pub fn nearby(scenario: &Scenario, levers: &[Lever], measure: OutcomeMeasure) -> Vec<Effect> {
    let mut trials = Trials::new(scenario, measure);
    if trials.before.value.is_none() {
        return Vec::new();
    }
    let now = trials.year.clone();
    let moves = Moves { scenario, now: &now, levers, target: measure.node };
    let nearest = || levers.iter().rev().copied();
    let of =
        |turn: Turn| nearest().filter(move |own| turn_of(*own) == turn).map(|own| moves.of(own));
    let in_turn = of(Turn::Choice)
        .chain([moves.refusal().into_iter().collect()])
        .chain(of(Turn::Gap))
        .chain(of(Turn::Step));
    let effects = in_turn.filter_map(|moves| trials.first_that_changes(moves)).collect();
    ranked(effects)
}

/// When a lever is tried: what is chosen changes most, and the years that are computed are counted.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Turn {
    Choice,
    Gap,
    Step,
}

fn turn_of(lever: Lever) -> Turn {
    match (lever.node, lever.field) {
        (
            _,
            Field::Split
            | Field::Offset
            | Field::Percent
            | Field::Lead
            | Field::Stance
            | Field::Agreed,
        ) => Turn::Choice,
        (Node::System(_), Field::Plan | Field::Gap) => Turn::Gap,
        _ => Turn::Step,
    }
}

/// The largest change first; of what changes nothing only one gap, and last.
fn ranked(effects: Vec<Effect>) -> Vec<Effect> {
    let (mut moved, still): (Vec<_>, Vec<_>) =
        effects.into_iter().partition(|own| sign(own.change) != Ordering::Equal);
    moved.sort_by(|one, other| larger(one.change, other.change));
    let is_gap = |own: &Effect| own.moves.iter().all(|(lever, _)| turn_of(*lever) == Turn::Gap);
    let gap = still.into_iter().find(is_gap);
    moved.truncate(TOLD - usize::from(gap.is_some()));
    moved.extend(gap);
    moved
}

fn sign(change: Reading) -> Ordering {
    change.value.map_or(Ordering::Equal, |(above, _)| above.cmp(&0))
}

/// Orders changes by their size, the largest first.
fn larger(one: Reading, other: Reading) -> Ordering {
    let (Some((a, b)), Some((c, d))) = (one.value, other.value) else { return Ordering::Equal };
    let size = |above: i128, below: i128| BigInt::from(above.unsigned_abs()) * below;
    size(c, b).cmp(&size(a, d))
}

/// Years that are computed to see what comes of a move.
struct Trials<'a> {
    scenario: &'a Scenario,
    measure: OutcomeMeasure,
    engine: Engine,
    year: Outcome,
    before: Reading,
    left: usize,
}

impl<'a> Trials<'a> {
    fn new(scenario: &'a Scenario, measure: OutcomeMeasure) -> Self {
        let (mut engine, mut year) = (Engine::default(), Outcome::default());
        engine.compute(scenario, &mut year);
        let before = measure.read(scenario, &year);
        Self { scenario, measure, engine, year, before, left: YEARS - 1 }
    }

    /// The effect of the first of several moves that changes the number, else of the first that can
    /// be made.
    fn first_that_changes(&mut self, moves: Vec<Move>) -> Option<Effect> {
        let mut still = None;
        for own in moves {
            let Some(effect) = self.effect(own) else { continue };
            if sign(effect.change) != Ordering::Equal {
                return Some(effect);
            }
            still = still.or(Some(effect));
        }
        still
    }

    /// What comes of a move; `None` if it is refused, if what comes of it is not known, or if enough
    /// years were computed.
    fn effect(&mut self, own: Move) -> Option<Effect> {
        let mut moved = self.scenario.clone();
        set_all(&mut moved, &own.moves).ok()?;
        self.left = self.left.checked_sub(1)?;
        self.engine.compute(&moved, &mut self.year);
        let (before, after) = (self.before, self.measure.read(&moved, &self.year));
        let change = difference(before, after)?;
        Some(Effect { moves: own.moves, words: own.words, before, after, change })
    }
}

fn difference(before: Reading, after: Reading) -> Option<Reading> {
    let ((a, b), (c, d)) = (before.value?, after.value?);
    let value = match b == d {
        true => (c.checked_sub(a)?, b),
        false => {
            let above = c.checked_mul(b)?.checked_sub(a.checked_mul(d)?)?;
            (above, b.checked_mul(d)?)
        }
    };
    Some(Reading { value: Some(value), unit: after.unit })
}

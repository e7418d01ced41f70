//! From a body to its programmes: MECHANISM 3.6.

use super::compute::Engine;
use super::programme;
use super::working::{Book, Source, asked, got, held, sum_of, write_claims};
use super::{BodyOutcome, Outcome, ProgrammeOutcome};
use crate::arithmetic::Sum;
use crate::levers::{Field, Lever};
use crate::model::{Absorption, Body, Calendar, Node, Programme, Scenario};
use crate::money::Pence;
use crate::split::{Claim, Reason, Reasons, pro_rata};

/// Finds a body's ask: from its reserve first, then from its programmes in the order it chose.
pub(super) fn find(
    engine: &mut Engine,
    scenario: &Scenario,
    (place, calendar): (usize, Calendar),
    outcome: &mut Outcome,
) {
    let body = &scenario.bodies[place];
    let programmes = body.programmes.clone();
    let records = &mut outcome.programmes[programmes.clone()];
    for (own, record) in scenario.programmes[programmes.clone()].iter().zip(&mut *records) {
        programme::before(own, calendar, record);
    }
    let out = &mut outcome.bodies[place];
    out.reserve_used = body.reserve.min(out.ask);
    let node = Node::Body(place);
    let ask = out.ask;
    engine.note(node, "reserve_used", || {
        held(node, Field::Reserve, body.reserve).at_most(asked(node, ask))
    });
    let out = &mut outcome.bodies[place];
    let to_place = out.ask - out.reserve_used;
    if to_place > Pence::ZERO {
        let Engine { claims, book, .. } = engine;
        let whole = book.is_some().then(|| to_find(node, out));
        let mut cutting = Cutting { claims, book, scenario, body, whole, records };
        let rest;
        (rest, out.reasons) = cutting.place(to_place);
        out.cuts = to_place - rest;
        *(if body.complete { &mut out.unplaced } else { &mut out.not_described }) = rest;
    }
    for (own, record) in scenario.programmes[programmes.clone()].iter().zip(records) {
        programme::after(own, calendar, record);
    }
    if engine.book.is_some() {
        note(engine, scenario, (place, calendar), outcome);
    }
}

/// What is found, where it is found, and what is not.
fn note(
    engine: &mut Engine,
    scenario: &Scenario,
    (place, calendar): (usize, Calendar),
    outcome: &Outcome,
) {
    let (node, out) = (Node::Body(place), &outcome.bodies[place]);
    let programmes = scenario.bodies[place].programmes.clone();
    for at in programmes.clone() {
        programme::note(engine, scenario, (at, calendar), &outcome.programmes[at]);
    }
    engine.note(node, "cuts", || {
        let cut = |at| (Source::Outcome(Node::Programme(at), "cut"), outcome.programmes[at].cut);
        sum_of(programmes.map(cut))
    });
    let left = || to_find(node, out).less(got(node, "cuts", out.cuts));
    let complete = scenario.bodies[place].complete;
    let (left_here, nothing) =
        if complete { ("unplaced", "not_described") } else { ("not_described", "unplaced") };
    engine.note(node, left_here, left);
    engine.note(node, nothing, Sum::nought);
}

/// What a body is asked for and its reserve does not cover.
fn to_find(node: Node, out: &BodyOutcome) -> Sum<Source> {
    match out.reserve_used.is_zero() {
        true => asked(node, out.ask),
        false => asked(node, out.ask).less(got(node, "reserve_used", out.reserve_used)),
    }
}

/// A body's programmes while they are cut.
struct Cutting<'a> {
    claims: &'a mut Vec<Claim>,
    book: &'a mut Option<Book>,
    scenario: &'a Scenario,
    body: &'a Body,
    /// How it is written what is still to be placed, if a book is kept.
    whole: Option<Sum<Source>>,
    records: &'a mut [ProgrammeOutcome],
}

impl Cutting<'_> {
    /// Places an amount on programmes, turn by turn; answers what finds no place.
    fn place(&mut self, amount: Pence) -> (Pence, Reasons) {
        let mut reasons = Reasons::default();
        let mut rest = amount;
        if self.body.absorbs == Absorption::Fixed {
            let agreed = self.gather(|own, record| own.fixed.map(|fixed| fixed.min(record.limit)));
            if agreed > rest {
                reasons = Reasons::from(Reason::FixedScaled);
            }
            rest -= self.cut(rest.min(agreed));
        }
        let absorbs = self.body.absorbs;
        let mut turn = None;
        while rest > Pence::ZERO {
            turn = self.next_turn(turn);
            let Some(now) = turn else { break };
            let mine = |own: &Programme, record: &ProgrammeOutcome| {
                (turn_of(absorbs, own, record) == Some(now)).then_some(record.limit)
            };
            let capacity = self.gather(mine);
            rest -= self.cut(rest.min(capacity));
        }
        (rest, reasons)
    }

    /// The turn that comes after this one.
    fn next_turn(&self, last: Option<u32>) -> Option<u32> {
        let own = &self.scenario.programmes[self.body.programmes.clone()];
        let turns = own.iter().zip(&*self.records);
        let turns = turns.filter_map(|(own, record)| turn_of(self.body.absorbs, own, record));
        turns.filter(|turn| Some(*turn) > last).min()
    }

    /// Lists programmes with what each can give; answers the sum.
    fn gather(&mut self, gives: impl Fn(&Programme, &ProgrammeOutcome) -> Option<Pence>) -> Pence {
        self.claims.clear();
        let first = self.body.programmes.clone();
        let ranks = &self.scenario.ranks.programmes[first.clone()];
        let programmes = self.scenario.programmes[first].iter().zip(&*self.records).zip(ranks);
        let mut sum = Pence::ZERO;
        for (key, ((own, record), rank)) in (0..).zip(programmes) {
            if let Some(amount) = gives(own, record) {
                self.claims.push(Claim::new(key, *rank, amount));
                sum += amount;
            }
        }
        sum
    }

    /// Cuts the listed programmes pro rata by an amount that they can give; answers it.
    fn cut(&mut self, amount: Pence) -> Pence {
        pro_rata(amount, self.claims);
        for claim in &*self.claims {
            self.records[claim.key as usize].cut += claim.share;
        }
        self.write(amount);
        amount
    }
}

impl Cutting<'_> {
    /// Writes down the cuts that were just made, and takes them off what is still to be placed.
    fn write(&mut self, amount: Pence) {
        let (Some(book), Some(whole)) = (&mut *self.book, self.whole.take()) else { return };
        let first = self.body.programmes.start;
        let programme = |key: u32| Node::Programme(first + key as usize);
        let agreed = |key: u32| {
            let own = &self.scenario.programmes[first + key as usize];
            let fixed = own.fixed.filter(|_| self.body.absorbs == Absorption::Fixed);
            fixed.is_some_and(|fixed| fixed <= self.records[key as usize].limit)
        };
        write_claims(
            book,
            self.claims,
            (amount, &whole),
            (&|key| Some((programme(key), "cut")), &|key| match agreed(key) {
                true => Source::Lever(Lever { node: programme(key), field: Field::Fixed }),
                false => Source::Outcome(programme(key), "limit"),
            }),
        );
        let cut = self.claims.iter().filter(|claim| !claim.share.is_zero());
        let cut = cut.map(|claim| got(programme(claim.key), "cut", claim.share));
        self.whole = Some(cut.fold(whole, Sum::less));
    }
}

/// When a programme gives money up: lower turns first, those of one turn pro rata. `None` is never.
fn turn_of(absorbs: Absorption, own: &Programme, record: &ProgrammeOutcome) -> Option<u32> {
    match absorbs {
        // 1 is the most important and goes last; what has no number goes first.
        Absorption::LeastImportantFirst => Some(own.priority.map_or(0, |p| u32::MAX - p)),
        Absorption::NotYetStartedFirst => Some(u32::from(!record.delays)),
        Absorption::Fixed if own.fixed.is_some() => None,
        Absorption::Fixed | Absorption::ProRata => Some(0),
    }
}

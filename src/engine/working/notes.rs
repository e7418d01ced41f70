//! How the cascade writes its lines.

use super::book::{Ends, Line, Source};
use crate::arithmetic::{Rounding, Sum, Unit};
use crate::engine::compute::{Engine, Left};
use crate::levers::{Field, Lever};
use crate::model::{Node, Scenario, Splitter};
use crate::money::{Pence, Share};
use crate::split::{Claim, Problem, Quantity, Read, Rule, Weights, WorkedSplit, work_out};
use num_bigint::BigInt;

/// A number that is worked out elsewhere.
pub(in crate::engine) fn got(node: Node, id: &'static str, value: Pence) -> Sum<Source> {
    Sum::of(value.get(), Unit::Pence, Source::Outcome(node, id))
}

/// What a node is asked for.
pub(in crate::engine) fn asked(node: Node, value: Pence) -> Sum<Source> {
    got(node, "ask", value)
}

/// Money that a lever holds.
pub(in crate::engine) fn held(node: Node, field: Field, value: Pence) -> Sum<Source> {
    Sum::of(value.get(), Unit::Pence, Source::Lever(Lever { node, field }))
}

/// Money that stands for nothing but itself.
pub(in crate::engine) fn pounds(value: Pence) -> Sum<Source> {
    Sum::plain(value.get(), Unit::Pence)
}

/// A share that a lever holds, of something; rounded half up.
pub(in crate::engine) fn times(
    of: Sum<Source>,
    (node, field): (Node, Field),
    share: Share,
) -> Sum<Source> {
    let share = Sum::of(share.units(), Unit::Share, Source::Lever(Lever { node, field }));
    of.times(share).rounded(Rounding::HalfUp)
}

/// What several come to; those that are nought are left out, as long as one is not.
pub(in crate::engine) fn sum_of(parts: impl IntoIterator<Item = (Source, Pence)>) -> Sum<Source> {
    let parts: Vec<(Source, Pence)> = parts.into_iter().collect();
    let known = |(_, amount): &&(Source, Pence)| !amount.is_zero();
    let all: Vec<_> = parts.iter().filter(known).collect();
    Sum::add(all.iter().map(|(source, amount)| Sum::of(amount.get(), Unit::Pence, *source)))
}

impl Engine {
    /// Writes down how a number came about, if a book is kept.
    pub(in crate::engine) fn note(
        &mut self,
        node: Node,
        id: &'static str,
        how: impl FnOnce() -> Sum<Source>,
    ) {
        if let Some(book) = &mut self.book {
            book.write(node, id, Line::plain(how()));
        }
    }

    /// Splits with numbers that remember, and writes down how every share came about. `amount` is
    /// the calculation of what is split.
    pub(in crate::engine) fn split_and_note(
        &mut self,
        scenario: &Scenario,
        (splitter, rule): (Splitter, &Rule),
        (pence, amount): (Pence, impl FnOnce() -> Sum<Source>),
    ) -> Left {
        if self.book.is_none() {
            return self.split(scenario, (splitter, rule), pence);
        }
        let children = std::mem::take(&mut self.children);
        let weights = |index: usize, column| scenario.weight(splitter, children[index].key, column);
        let problem = Problem::new(pence, &children, Weights::Narrow(&weights));
        self.shares.clear();
        self.shares.resize(children.len(), Pence::ZERO);
        let worked = work_out(rule, &problem, &mut self.shares);
        let left = match worked {
            Ok(worked) => {
                let left = Left { unplaced: worked.split.unplaced, reasons: worked.split.reasons };
                self.write_shares((splitter, rule), &problem, (&worked, &amount()));
                left
            }
            // As without a book: nothing is guessed.
            Err(_) => {
                self.children.clone_from(&children);
                return self.split(scenario, (splitter, rule), pence);
            }
        };
        self.children = children;
        left
    }

    fn write_shares(
        &mut self,
        (splitter, rule): (Splitter, &Rule),
        problem: &Problem<'_>,
        (worked, amount): (&WorkedSplit, &Sum<Source>),
    ) {
        let Some(book) = &mut self.book else { return };
        let id = if matches!(splitter, Splitter::Pool(_)) { "contribution" } else { "ask" };
        for (child, own) in problem.children.iter().zip(&worked.shares) {
            // The amount is a number of another line, or is shown apart behind the other sums.
            let apart = own.together.len();
            let whole = match amount {
                Sum::Number(number) => number.is.unwrap_or(Source::Together(apart)),
                _ => Source::Together(apart),
            };
            let name =
                |read: &Read, value: &BigInt| source((splitter, problem), (*read, value), whole);
            let mut together: Vec<_> = own.together.iter().map(|sum| sum.map(&name)).collect();
            if whole == Source::Together(apart) {
                together.push(amount.clone());
            }
            let line = Line {
                sum: own.sum.map(&name),
                together,
                ends: Ends::InPennies {
                    exact: own.exact.clone(),
                    left: worked.pennies,
                    took: own.took_a_penny,
                    among: problem.children.len(),
                },
                rule: Some((splitter, rule.clone())),
            };
            book.write(splitter.child(child.key), id, line);
        }
    }

    /// Writes down the shares of a split in proportion to amounts, once it is made.
    pub(in crate::engine) fn note_claims(
        &mut self,
        (amount, whole): (Pence, impl FnOnce() -> Sum<Source>),
        line_of: impl Fn(u32) -> Option<(Node, &'static str)>,
        weight_of: impl Fn(u32) -> Source,
    ) {
        if let Some(book) = &mut self.book {
            write_claims(book, &self.claims, (amount, &whole()), (&line_of, &weight_of));
        }
    }
}

/// Which line a claim's share is written on.
type LineOf<'a> = &'a dyn Fn(u32) -> Option<(Node, &'static str)>;
/// What a claim's weight is.
type WeightOf<'a> = &'a dyn Fn(u32) -> Source;

/// The lines of claims whose shares are known.
pub(in crate::engine) fn write_claims(
    book: &mut super::Book,
    claims: &[Claim],
    whole: (Pence, &Sum<Source>),
    (line_of, weight_of): (LineOf<'_>, WeightOf<'_>),
) {
    for (key, line) in claim_lines(claims, whole, weight_of) {
        if let Some((node, id)) = line_of(key) {
            book.write(node, id, line);
        }
    }
}

/// How each claim came to its share, by its key; `whole` is the calculation of what is split.
pub(super) fn claim_lines(
    claims: &[Claim],
    (amount, whole): (Pence, &Sum<Source>),
    weight_of: WeightOf<'_>,
) -> Vec<(u32, Line)> {
    let total: i128 = claims.iter().map(|claim| i128::from(claim.weight.get())).sum();
    if total == 0 {
        return Vec::new();
    }
    let exact = |claim: &Claim| i128::from(amount.get()) * i128::from(claim.weight.get());
    let took = |claim: &Claim| i128::from(claim.share.get()) > exact(claim).div_euclid(total);
    let left = claims.iter().filter(|claim| took(claim)).count();
    let weight = |claim: &Claim| Sum::of(claim.weight.get(), Unit::Pence, weight_of(claim.key));
    let all = Sum::add(claims.iter().filter(|c| !c.weight.is_zero()).map(weight));
    // Each gives all it can, or there is only one to give: then nothing is in proportion.
    let full = i128::from(amount.get()) == total;
    let alone = matches!(all, Sum::Number(_));
    let line = |claim: &Claim| {
        let mut together = Vec::new();
        let mut apart = |sum: &Sum<Source>, value: i128| match sum {
            Sum::Number(_) => sum.clone(),
            _ => {
                together.push(sum.clone());
                Sum::of(value, Unit::Pence, Source::Together(together.len() - 1))
            }
        };
        let pence = i128::from(amount.get());
        let sum = match (full, alone) {
            (true, _) => match (whole, whole.value()) {
                (Sum::Number(_), _) | (_, None) => whole.clone(),
                (_, Some(value)) => {
                    together.push(whole.clone());
                    Sum::of(value.above, Unit::Pence, Source::Together(0))
                }
            }
            .at_most(weight(claim)),
            (false, true) if !claim.weight.is_zero() => apart(whole, pence),
            (false, true) => Sum::nought(),
            (false, false) => apart(whole, pence).times(weight(claim)).over(apart(&all, total)),
        };
        let ends = Ends::InPennies {
            exact: (BigInt::from(exact(claim)), BigInt::from(total)),
            left: u64::try_from(left).unwrap_or(u64::MAX),
            took: took(claim),
            among: claims.len(),
        };
        (claim.key, Line { sum, together, ends, rule: None })
    };
    claims.iter().map(line).collect()
}

/// What a number that entered a split is.
fn source(
    (splitter, problem): (Splitter, &Problem<'_>),
    (read, value): (Read, &BigInt),
    whole: Source,
) -> Option<Source> {
    let lever = |node, field| Lever { node, field };
    Some(match read {
        Read::Amount => whole,
        Read::Weight(key, column) => Source::Weight(splitter.child(key), column),
        Read::Together(place) => Source::Together(place),
        Read::Notional => Source::Notional,
        Read::Edge => Source::Edge,
        Read::Part => return None,
        Read::Of(key, quantity) => {
            let node = splitter.child(key);
            let child = problem.children.iter().find(|child| child.key == key)?;
            match quantity {
                // What a rule fills up to may be the limit that a cap only stands for.
                Quantity::Cap if child.cap.is_none() => Source::Capacity(node),
                // Inside a layer it is what the layers before it leave of the cap.
                Quantity::Cap if child.cap.is_some_and(|cap| BigInt::from(cap.get()) != *value) => {
                    Source::LeftOfCap(node)
                }
                Quantity::Cap => Source::Limit(lever(node, Field::Cap)),
                Quantity::Floor => Source::Limit(lever(node, Field::Floor)),
                Quantity::Fixed => Source::Lever(lever(node, Field::Fixed)),
                Quantity::Gap => Source::Gap(node),
                Quantity::Capacity => Source::Capacity(node),
                Quantity::Baseline => Source::Baseline(node),
                Quantity::Target => Source::Target(node),
                Quantity::Percent => Source::Lever(lever(node, Field::Percent)),
                Quantity::Weight | Quantity::Turn => return None,
            }
        }
    })
}

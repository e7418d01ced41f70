//! One case: read, split, and what came of it.

use super::claimant::{Claimant, claimants, given};
use super::columns::Columns;
use super::decimal::whole;
use super::refusal::Refusal;
use super::rule::{Reader, unknown, word};
use crate::money::Pence;
use crate::split::{
    Child, Column, Fault, Problem, Reach, Reasons, Rule, Scratch, Split, Weights, can_run, split,
};
use serde_json::{Map, Value};

type Fields = Map<String, Value>;

/// What came of a case.
pub(super) enum Solved {
    /// A split: pence for each claimant, in the order of the list.
    Split { pence: Vec<i64>, unallocated: i64, reasons: Reasons },
    /// An apportionment: units for each claimant, in the order of the list.
    Units(Vec<i64>),
}

/// Solves a case.
pub(super) fn solve(case: &Fields, scratch: &mut Scratch) -> Result<Solved, Refusal> {
    let amount = demand(case)?;
    let claimants = claimants(case)?;
    let unit = unit(case)?;
    let mut reader = Reader { claimants: &claimants, columns: Columns::default() };
    match word(case, "kind") {
        None | Some("split") => {
            let rule = reader.rule(case)?;
            let places = taking_part(&claimants, opting_out(case)?);
            let children = places.iter().map(|&place| child(&claimants[place]));
            let children = children.collect();
            let question = Question { rule, amount, unit, places, children };
            let (pence, split) = question.ask(&claimants, &reader.columns, scratch)?;
            let unallocated = split.unplaced.get();
            Ok(Solved::Split { pence, unallocated, reasons: split.reasons })
        }
        Some("apportion") => {
            let rule = Rule::Proportional { by: reader.weight()? };
            // Only weights count here, and a unit is a unit.
            let bare = |one: &Claimant| Child { rank: one.child.rank, ..Child::default() };
            let children = claimants.iter().map(bare).collect();
            let places = (0..claimants.len()).collect();
            let question = Question { rule, amount, unit: Pence::new(1), places, children };
            let (units, _) = question.ask(&claimants, &reader.columns, scratch)?;
            Ok(Solved::Units(units))
        }
        Some(_) => Err(unknown("kind", "`split` or `apportion`")),
    }
}

/// A split that is ready to be worked out.
struct Question {
    rule: Rule,
    amount: Pence,
    unit: Pence,
    /// Where each child stands in the list of claimants.
    places: Vec<usize>,
    children: Vec<Child>,
}

impl Question {
    /// The shares of all claimants, and what came beside.
    fn ask(
        &self,
        claimants: &[Claimant],
        columns: &Columns,
        scratch: &mut Scratch,
    ) -> Result<(Vec<i64>, Split), Refusal> {
        let places = &self.places;
        let wide = |child: usize, column: Column| columns.wide(places[child], column);
        let outcome = match columns.narrow() {
            None => self.solve(Weights::Wide(&wide), scratch),
            Some(narrow) => {
                let narrow = |child: usize, column: Column| {
                    narrow[usize::from(column.0)].get(places[child]).copied().flatten()
                };
                self.solve(Weights::Narrow(&narrow), scratch)
            }
        };
        let (shares, split) = outcome.map_err(|fault| {
            let ids: Vec<&str> = places.iter().map(|&place| claimants[place].id.as_str()).collect();
            Refusal::from_fault(fault, &ids)
        })?;
        let mut pence = vec![0; claimants.len()];
        for (&place, share) in places.iter().zip(&shares) {
            pence[place] = share.get();
        }
        Ok((pence, split))
    }

    fn solve(
        &self,
        weights: Weights<'_>,
        scratch: &mut Scratch,
    ) -> Result<(Vec<Pence>, Split), Fault> {
        can_run(&self.rule, &self.children, weights)?;
        let problem = Problem {
            reach: Reach::WhereRead,
            unit: self.unit,
            ..Problem::new(self.amount, &self.children, weights)
        };
        let mut shares = vec![Pence::ZERO; self.children.len()];
        let split = split(&self.rule, &problem, scratch, &mut shares)?;
        Ok((shares, split))
    }
}

fn child(claimant: &Claimant) -> Child {
    Child { unfunded: claimant.opt_out, ..claimant.child }
}

/// What becomes of the shares of those that opt out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum OptOut {
    /// The others share them: who opts out is taken away before the rule runs.
    Redistribute,
    /// They stay unallocated.
    Unfunded,
}

fn opting_out(case: &Fields) -> Result<OptOut, Refusal> {
    let params = given(case, "params").and_then(Value::as_object);
    match params.and_then(|params| word(params, "opt_out")) {
        None | Some("redistribute") => Ok(OptOut::Redistribute),
        Some("unfunded") => Ok(OptOut::Unfunded),
        Some(_) => Err(unknown("opt_out", "`redistribute` or `unfunded`")),
    }
}

/// The places of the claimants with which the rule runs.
fn taking_part(claimants: &[Claimant], opt_out: OptOut) -> Vec<usize> {
    let stays = |&place: &usize| opt_out == OptOut::Unfunded || !claimants[place].opt_out;
    (0..claimants.len()).filter(stays).collect()
}

fn demand(case: &Fields) -> Result<Pence, Refusal> {
    let Some(value) = given(case, "demand") else {
        return Err(Refusal::new("MISSING_DEMAND", "a case needs a `demand` in whole pence"));
    };
    let message = "`demand` must be a whole number of pence, at most 2^53";
    let refused = || Refusal::new("DEMAND_NOT_WHOLE_PENCE", message);
    whole(value).map(Pence::new).ok_or_else(refused)
}

/// The unit of rounding, in pence.
fn unit(case: &Fields) -> Result<Pence, Refusal> {
    let Some(rounding) = given(case, "rounding").and_then(Value::as_object) else {
        return Ok(Pence::new(1));
    };
    if word(rounding, "method").is_some_and(|method| method != "hamilton") {
        return Err(unknown("rounding", "of method `hamilton`, the largest remainder"));
    }
    let Some(unit) = given(rounding, "unit_pence") else { return Ok(Pence::new(1)) };
    let refused = || Refusal::bad_number("`unit_pence`", "a whole number of pence above nought");
    whole(unit).filter(|&unit| unit > 0).map(Pence::new).ok_or_else(refused)
}

//! What is said beside a step: how it was rounded, what bound it, what found no place; and what is
//! missing of a number that nobody knows.

use super::Asked;
use super::amount::{UNKNOWN, amount};
use super::beside;
use super::words::{name, owner};
use super::written::{bare, decimal, money, rounding};
use crate::arithmetic::{Exact, Rounding};
use crate::engine::{Ends, Line, Source, UnplacedAt, Why, unplaced};
use crate::format::{self, Minus, capital, possessive};
use crate::levers::{Field, Lever, Value};
use crate::report::why_unplaced;

/// What is missing of a number that nobody knows.
pub(super) fn unknown(asked: &Asked<'_>, source: Source) -> String {
    let fields = [Field::ControlTotal, Field::Plan, Field::AnnualCost];
    let levers: Vec<Lever> = match source {
        Source::Outcome(_, "ask_per_head" | "ask_per_resident") => {
            return "How many people it has is not known, or not of this kind.".to_owned();
        }
        Source::Outcome(node, _) => fields.map(|field| Lever { node, field }).to_vec(),
        other => beside::hangs_on(other).into_iter().collect(),
    };
    let missing: Vec<String> = levers
        .into_iter()
        .filter(|lever| Lever::all(asked.now, lever.node).any(|own| own == *lever))
        .filter(|lever| matches!(lever.get(asked.now), Value::Money(None) | Value::Share(None)))
        .map(|lever| name(asked.now, Source::Lever(lever)))
        .collect();
    match (&missing[..], amount(asked, source).text == UNKNOWN) {
        (_, false) => String::new(),
        ([], true) => "The file does not give a figure that it hangs on.".to_owned(),
        (missing, true) => {
            let is = if missing.len() == 1 { "is" } else { "are" };
            format!("{} {is} not known.", capital(&format::list(missing)))
        }
    }
}

/// How a step was rounded, what bound it, what found no place.
pub(super) fn notes(asked: &Asked<'_>, source: Source, line: &Line) -> Vec<[String; 2]> {
    let mut notes = Vec::new();
    notes.extend(penny(asked, source, line));
    for (own, number) in line.sources() {
        if let Source::Limit(Lever { node, field }) = own {
            let which = if field == Field::Floor { "floor" } else { "cap" };
            notes.push(same(format!(
                "{} {which} of £{} binds",
                possessive(&owner(asked.now, node)),
                money(&number.value)
            )));
        }
    }
    if let Source::Outcome(node, id) = source {
        let splits = line.rule.as_ref().map(|(own, _)| own.node());
        let here = |own: &UnplacedAt| match own.why {
            // The step itself says what is uncovered.
            Why::Uncovered => false,
            Why::Rule(_) => Some(own.node) == splits,
            Why::Limits | Why::NotDescribed => own.node == node && id == own_id(own.why),
        };
        let unplaced = unplaced(&asked.worked.outcome);
        notes.extend(unplaced.iter().filter(|own| here(own)).map(|own| {
            same(format!(
                "{} has no place: {}",
                format::exact(own.amount, Minus::Sign),
                why_unplaced(asked.now, own)
            ))
        }));
    }
    notes
}

/// A note that is the same where there is little room.
fn same(words: String) -> [String; 2] {
    [words.clone(), words]
}

/// The number that says itself what found no place.
const fn own_id(why: Why) -> &'static str {
    if matches!(why, Why::NotDescribed) { "not_described" } else { "unplaced" }
}

/// Where the rounding went.
fn penny(asked: &Asked<'_>, source: Source, line: &Line) -> Option<[String; 2]> {
    let pounds = |exact: &Exact| {
        let own = Exact::new(exact.above.clone(), &exact.below * 100)?;
        Some(decimal(&own, 4))
    };
    match &line.ends {
        Ends::InPennies { exact: (above, below), left, took, .. } => {
            let exact = Exact::new(above.clone(), below.clone())?;
            if exact.is_whole() {
                return None;
            }
            let exact = pounds(&exact)?;
            let who = beside::whose(asked.now, source);
            let who = if who.is_empty() { "this share".to_owned() } else { who };
            let odd = match left {
                1 => "a penny".to_owned(),
                many => format!("{} pennies", format::count(usize::try_from(*many).unwrap_or(0))),
            };
            let (whole, short) = match took {
                true => (
                    format!("{odd}; {who} took one (largest remainders first)"),
                    format!("{odd}, one for {who}"),
                ),
                false => (
                    format!("{odd}, for those with larger remainders than {who}"),
                    format!("{odd}, for others"),
                ),
            };
            Some([
                format!("exactly {exact}: rounding every share down left {whole}"),
                format!("exactly {exact}: rounding down left {short}"),
            ])
        }
        Ends::AsItStands => {
            let rounding = rounding(&line.sum)?;
            let exact = bare(&line.sum).value()?;
            if exact.is_whole() {
                return None;
            }
            let how = match rounding {
                Rounding::HalfUp => "rounded to the nearest penny",
                Rounding::Down => "rounded down to the penny",
            };
            Some(same(format!("exactly {}: {how}", pounds(&exact)?)))
        }
    }
}

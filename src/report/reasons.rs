//! Why money has no place, in words that follow the amount.

use crate::engine::{UnplacedAt, Why};
use crate::format;
use crate::model::{Node, Scenario};
use crate::split::Reason;

/// Why an amount has no place: `everybody who pays already pays all it can`.
pub fn why_unplaced(scenario: &Scenario, unplaced: &UnplacedAt) -> String {
    match unplaced.why {
        Why::Limits => "the programmes can give no more".to_owned(),
        Why::NotDescribed => {
            "not all programmes are described: nobody published how it was found".to_owned()
        }
        Why::Uncovered => {
            let said = match unplaced.node {
                Node::Region(place) => scenario.words.uncovered_notes.get(place),
                _ => None,
            };
            let said = said.and_then(Option::as_deref);
            match said {
                Some(said) => format!("beyond the offset; {said}"),
                None => "beyond the offset, so no system is asked for it".to_owned(),
            }
        }
        Why::Rule(reasons) => {
            // What was scaled to fit is placed; it is a finding of its own.
            let scaled = [Reason::FixedScaled, Reason::FloorsScaled];
            let open = reasons.iter().filter(|reason| !scaled.contains(reason));
            format::list(&open.map(Reason::words).collect::<Vec<_>>())
        }
    }
}

//! How sure the screen is: what its file says is in doubt, and what it assumes about the partner.

use super::{Board, system_of};
use crate::app::explore::LeverRow;
use crate::app::session::Session;
use crate::engine::{Area, refusals_of};
use crate::format::{self, Minus, capital};
use crate::levers::{Field, Lever, Value};
use crate::model::{Node, Scenario, Standing};

impl Board {
    /// The doubts, then the assumptions.
    pub fn doubts(&self, session: &Session) -> Vec<String> {
        let scenario = session.now();
        let systems: Vec<usize> = match self.partner {
            Node::Council(place) => {
                let footprints = Area::Council(place).footprints(scenario);
                footprints.into_iter().map(|own| own.system).collect()
            }
            partner => system_of(scenario, partner).into_iter().collect(),
        };
        let stated = systems.iter().flat_map(|system| &scenario.words.systems[*system].doubts);
        let mut all: Vec<String> = stated.cloned().collect();
        all.extend(self.levers(scenario).filter_map(|lever| assumed(session, lever)));
        all
    }

    /// The levers on which the screen hangs: stance, what a refusal does, the splits above, the facts,
    /// and what comes with the partner.
    fn levers(&self, scenario: &Scenario) -> impl Iterator<Item = Lever> {
        let stance = Lever { node: self.partner, field: Field::Stance };
        let refusals = refusals_of(scenario, self.partner);
        let above = match self.partner {
            Node::Body(place) => {
                let own = &scenario.bodies[place];
                vec![Node::System(own.system), Node::Group(own.group)]
            }
            Node::System(_) => refusals.iter().map(|lever| lever.node).collect(),
            _ => Vec::new(),
        };
        let splits = above.into_iter().map(|node| Lever { node, field: Field::Split });
        let facts = self.signature.tests.iter().map(|(test, _)| Node::KeyTest(*test));
        let facts = facts.map(|node| Lever { node, field: Field::Fact });
        let withdrawn = self.sides.iter().flat_map(|sides| &sides.withdrawn);
        let fields = [Field::AnnualCost, Field::Amount, Field::Delivered, Field::Test];
        let amounts = withdrawn
            .flat_map(move |own| fields.into_iter().map(|field| Lever { node: own.node, field }));
        [stance].into_iter().chain(refusals).chain(splits).chain(facts).chain(amounts)
    }
}

/// “City and Hackney: stance refuses, assumed: it had not signed …”, if that is assumed.
fn assumed(session: &Session, lever: Lever) -> Option<String> {
    let scenario = session.now();
    let figure = lever.figure(scenario).filter(|own| own.standing == Standing::Assumed)?;
    let row = LeverRow::of(session, lever);
    if row.moved {
        return None;
    }
    let whose = capital(scenario.words.of(lever.node).brief());
    let held = match lever.get(scenario) {
        Value::Money(Some(amount)) => format::millions(amount, 3, Minus::Sign),
        _ => format!("“{}”", row.value),
    };
    Some(format!("{whose}: {} {held}, assumed: {}.", row.word, figure.source))
}

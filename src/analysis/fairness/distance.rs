//! How far above or below its fair-shares target a body or system is funded, where that is known.

use crate::levers::Field;
use crate::model::{Measures, Node, Scenario, Standing};
use crate::money::{Pence, Share};

/// A distance from the fair-shares target of the allocation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Distance {
    /// Above (+) or below (−) the target, as a share of it.
    pub share: Share,
    /// The body whose own figure it is; `None` is worked out from several.
    pub body: Option<usize>,
    /// How well it is known.
    pub standing: Standing,
    /// The id of its source, or how it was come by.
    pub source: String,
}

/// The distance of a body, group or system. Files give it for bodies: that of a group or system with
/// one commissioner is that one's; of several it is all their allocations over all their targets.
pub fn distance(scenario: &Scenario, node: Node) -> Option<Distance> {
    let bodies = match node {
        Node::Body(place) => place..place + 1,
        Node::Group(place) => scenario.groups[place].bodies.clone(),
        Node::System(place) => scenario.systems[place].bodies.clone(),
        _ => return None,
    };
    let funded = |place: &usize| {
        scenario.measures.can_have(scenario.bodies[*place].kind, Measures::ALLOCATION)
    };
    let mut bodies = bodies.filter(funded);
    match (bodies.next()?, bodies.next()) {
        (only, None) => own(scenario, only),
        (_, Some(_)) => of_several(scenario, node),
    }
}

fn own(scenario: &Scenario, place: usize) -> Option<Distance> {
    let share = scenario.bodies[place].distance?;
    let is_it = |figure: &&crate::model::Figure| {
        figure.node == Some(Node::Body(place)) && figure.field == Field::Distance.row().word
    };
    let figure = scenario.words.figures.iter().find(is_it);
    let standing = figure.map_or(Standing::Plain, |figure| figure.standing);
    let source = figure.map_or_else(String::new, |figure| figure.source.clone());
    Some(Distance { share, body: Some(place), standing, source })
}

fn of_several(scenario: &Scenario, node: Node) -> Option<Distance> {
    let (allocation, target) = scenario.fair_shares(node)?;
    if target <= Pence::ZERO {
        return None;
    }
    let above = i128::from((allocation - target).get()) * i128::from(Share::UNITS);
    let share = i64::try_from(above / i128::from(target.get())).ok()?;
    Some(Distance {
        share: Share::from_units(share),
        body: None,
        standing: Standing::Derived,
        source: "its bodies’ allocations over their targets".to_owned(),
    })
}

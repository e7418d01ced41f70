//! What a slide shows big: a number of the outcome, or what reaches an area.

use crate::engine::{Area, AreaPart, Better, Outcome, OutcomeMeasure, Reading, Source, Unit};
use crate::model::{Node, Scenario};
use crate::report::{Turn, area_words, caption, turn};

/// A number that a slide can show, and how it is read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Figure {
    /// A number of the outcome.
    Outcome(OutcomeMeasure),
    /// An area's part of what one body is asked for, or all of them.
    Area(AreaPart),
}

impl Figure {
    /// What is asked of all the bodies that serve an area.
    pub const fn of_area(area: Area) -> Self {
        Self::Area(AreaPart { area, of: None, id: "ask" })
    }

    /// Reads it.
    pub fn read(self, scenario: &Scenario, outcome: &Outcome) -> Reading {
        match self {
            Self::Outcome(measure) => measure.read(scenario, outcome),
            Self::Area(part) => {
                let pence = part.read(scenario, outcome);
                let value = pence.map(|own| (i128::from(own.get()), 1));
                Reading { value, unit: Unit::Money }
            }
        }
    }

    /// The number of the outcome, if it is one.
    pub const fn measure(self) -> Option<OutcomeMeasure> {
        match self {
            Self::Outcome(measure) => Some(measure),
            Self::Area(_) => None,
        }
    }

    /// The node whose levers decide it: of an area that of the first body that serves it.
    pub fn node(self, scenario: &Scenario) -> Option<Node> {
        match self {
            Self::Outcome(measure) => Some(measure.node),
            Self::Area(AreaPart { of: Some(node), .. }) => Some(node),
            Self::Area(part) => part.area.bodies(scenario).first().map(|reach| reach.node),
        }
    }

    /// What stands over it.
    pub fn caption(self, scenario: &Scenario) -> String {
        match self {
            Self::Outcome(measure) => caption(scenario, measure),
            Self::Area(part) => {
                format!("Asked of NHS bodies, in {}", area_words(scenario, part.area))
            }
        }
    }

    /// Which way it went.
    pub fn turn(self, was: Reading, now: Reading) -> Turn {
        let better = self.measure().map_or(Better::Lower, |own| own.row.better);
        turn(better, was, now)
    }

    /// Where its working begins.
    pub const fn source(self) -> Source {
        match self {
            Self::Outcome(measure) => Source::Outcome(measure.node, measure.row.id),
            Self::Area(part) => Source::Here(part),
        }
    }
}

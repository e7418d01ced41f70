//! How well that is known which a lever holds in the file. What stands behind a whole outcome is
//! listed by `report`.

use super::{Field, Lever};
use crate::model::{Figure, Node, Scenario, Standing};

/// Why a reserve that the file leaves out is nought.
pub const LEFT_OUT: &str = "the file names none, so nought is assumed";

impl Lever {
    /// The figure or choice of the file that it begins with, if the file gives one.
    pub fn figure(self, scenario: &Scenario) -> Option<&Figure> {
        scenario.words.figure(self.node, self.field.word(scenario))
    }

    /// How well that is known: also of a reserve that the file leaves out, which is assumed to be
    /// nought.
    pub fn standing(self, scenario: &Scenario) -> Option<Standing> {
        let figure = self.figure(scenario).map(|figure| figure.standing);
        figure.or_else(|| self.may_be_left_out().then_some(Standing::Assumed))
    }

    /// Whether nought is assumed where the file says nothing.
    pub fn may_be_left_out(self) -> bool {
        let has_reserve = matches!(self.node, Node::Nation | Node::Region(_) | Node::Body(_));
        has_reserve && self.field == Field::Reserve
    }
}

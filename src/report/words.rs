//! The words that reports share for kinds, roles, states and verdicts.

use crate::engine::{Role, Status};
use crate::model::{BodyKind, Node, Scenario};

/// What a node is, in a word: `system`, `commissioner`.
pub fn kind_word(scenario: &Scenario, node: Node) -> &'static str {
    match node {
        Node::Nation => "country",
        Node::Region(_) => "region",
        Node::System(_) => "system",
        Node::Saving(_) => "savings scheme",
        Node::Group(_) => "group",
        Node::Body(place) => match scenario.bodies[place].kind {
            BodyKind::Commissioner => "commissioner",
            BodyKind::Provider => "provider",
            BodyKind::Council => "council",
        },
        Node::Programme(_) => "programme",
        Node::Council(_) => "council",
        Node::Support(_) => "support",
        Node::Condition(_) => "condition",
        Node::JointPart(_) => "partner",
        Node::KnockOn(_) => "knock-on",
        Node::KeyTest(_) => "key test",
        Node::Performance(_) => "pay for performance",
    }
}

/// What becomes of a programme, as in the JSON report: `not this year`.
pub fn status_word(status: Status) -> &'static str {
    match status {
        Status::OnTime => "on time",
        Status::Late => "late",
        Status::NotThisYear => "not this year",
        Status::Reduced => "reduced",
        Status::Stops => "stops",
        Status::Protected => "protected",
    }
}

/// How a system stands in its pool, as in the JSON report.
pub fn role_word(role: Role) -> &'static str {
    match role {
        Role::Receives => "receives",
        Role::Contributes => "contributes",
        Role::Exempt => "exempt",
        Role::Refuses => "refuses",
    }
}

/// What a key test comes to.
pub fn verdict_word(passes: Option<bool>) -> &'static str {
    match passes {
        Some(true) => "passes",
        Some(false) => "fails",
        None => "not known",
    }
}

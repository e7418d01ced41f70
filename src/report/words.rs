//! The words that reports share for kinds, roles, states and verdicts.

use super::number;
use crate::engine::{Area, Reading, Role, Status, Unit};
use crate::format::{self, Minus};
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

/// An area in a sentence: “Thurrock Council’s area”.
pub fn area_words(scenario: &Scenario, area: Area) -> String {
    let name = match area {
        Area::NotKnown => return "places that the file does not name".to_owned(),
        Area::Council(place) => &scenario.words.councils[place].name,
        Area::Authority(place) => &scenario.words.authorities[place].name,
    };
    format!("{} area", format::possessive(name))
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

/// A reading in a sentence: `£478,904.64`, `4 months`, `£4.05 a head`; `None` where it is not known.
pub fn reading_words(reading: Reading, minus: Minus) -> Option<String> {
    if let Some(pence) = reading.pence() {
        return Some(format::exact(pence, minus));
    }
    let number = number::reading(reading)?;
    let number = match minus {
        Minus::Sign => number.replace('-', "−"),
        Minus::Hyphen => number,
    };
    let whole = number.strip_suffix(".0").unwrap_or(&number);
    Some(match reading.unit {
        Unit::Money => format!("£{number}"),
        Unit::PencePerHead => format!("£{number} a head"),
        Unit::Months if whole == "1" => "1 month".to_owned(),
        Unit::Months => format!("{whole} months"),
        Unit::Share => format!("{number}%"),
        Unit::People => format!("{number} people"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reading_says_its_unit() {
        let of =
            |value, unit| reading_words(Reading { value: Some(value), unit }, Minus::Sign).unwrap();
        assert_eq!(of((47_890_464, 1), Unit::Money), "£478,904.64");
        assert_eq!(of((0, 1), Unit::Money), "£0.00");
        // 47,890,464 pence of 12,000,000 a month: 3.99, to one decimal 4.0.
        assert_eq!(of((47_890_464, 12_000_000), Unit::Months), "4 months");
        assert_eq!(of((1, 1), Unit::Months), "1 month");
        assert_eq!(of((5, 2), Unit::Months), "2.5 months");
        // 404.999 pence.
        assert_eq!(of((500_000_000, 1_234_567), Unit::PencePerHead), "£4.05 a head");
        assert_eq!(of((1, 4), Unit::Share), "25.00%");
        assert_eq!(reading_words(Reading { value: None, unit: Unit::Money }, Minus::Sign), None);
    }
}

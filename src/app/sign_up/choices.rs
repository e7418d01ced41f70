//! What a refusal can do: the choices of the lever `refusals`, each with its effect in a line.

use super::Board;
use crate::app::explore::change_sign;
use crate::app::session::Session;
use crate::engine::{RefusalChoice, Sides, Weighed, refusals_of};
use crate::format::{self, Minus};
use crate::model::{Node, Scenario};
use crate::money::Pence;
use crate::split::Reason;

/// A choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChoiceRow {
    /// Its words.
    pub words: &'static str,
    /// Whether it is the one in use.
    pub in_use: bool,
    /// Whether the reader chose it.
    pub moved: bool,
    /// What it would do.
    pub effect: String,
    /// The same for a narrow screen.
    pub brief: String,
}

impl ChoiceRow {
    /// The row for those who hear it.
    pub fn sentence(&self) -> String {
        let chosen = if self.in_use { " (chosen)" } else { "" };
        format!("When a partner refuses, {}{chosen}: {}", self.words, self.effect)
    }
}

impl Board {
    /// The choices with what each would do.
    pub fn effects(&self, session: &Session) -> Vec<ChoiceRow> {
        let moved = refusals_of(session.now(), self.partner).is_some_and(|l| session.is_moved(l));
        let row = |(place, own): (usize, &RefusalChoice)| {
            let (effect, brief) = self.effect(session.now(), place);
            let words = own.words;
            ChoiceRow { words, in_use: own.in_use, moved: moved && own.in_use, effect, brief }
        };
        self.choices.iter().enumerate().map(row).collect()
    }

    /// What a choice would do, whole and short.
    fn effect(&self, scenario: &Scenario, place: usize) -> (String, String) {
        let sides = match &self.choices[place].sides {
            Ok(sides) => sides,
            Err(why) => return both(format!("cannot be: {why}")),
        };
        let same = |own: &RefusalChoice| {
            own.sides.as_ref().is_ok_and(|own| differences(own).eq(differences(sides)))
        };
        if let Some(first) = self.choices[..place].iter().position(same) {
            let which = ["the first", "the second"].get(first).unwrap_or(&"another");
            return (
                format!("the same as {which}{}", self.why_same(scenario)),
                format!("the same here as {which}"),
            );
        }
        let (carried, briefly) = self.carried(scenario, sides);
        let left = sides.unplaced.1 - sides.unplaced.0;
        if left <= Pence::ZERO {
            return (carried, briefly);
        }
        let left = format::millions(left, 3, Minus::Sign);
        let why = self.why_unplaced(scenario, sides);
        match more(self, sides).is_empty() {
            true => {
                (format!("{left} unplaced, with the reason “{why}”"), format!("{left} unplaced"))
            }
            false => (
                format!("{carried}; {left} unplaced: “{why}”"),
                format!("{briefly}; {left} unplaced"),
            ),
        }
    }

    /// Where one choice cannot differ from another: there is only one group.
    fn why_same(&self, scenario: &Scenario) -> String {
        let Node::Body(place) = self.partner else { return String::new() };
        let groups = &scenario.systems[scenario.bodies[place].system].groups;
        match groups.len() {
            1 => {
                let count = scenario.groups[groups.start].bodies.len();
                format!(": all {} are in one group", format::count(count))
            }
            _ => String::new(),
        }
    }

    fn why_unplaced(&self, scenario: &Scenario, sides: &Sides) -> String {
        if sides.reasons.contains(Reason::OptedOutUnfunded) {
            return format!("{} refuses", self.name(scenario));
        }
        let reasons: Vec<&str> = sides.reasons.iter().map(Reason::words).collect();
        format::list(&reasons)
    }

    /// Who is asked for more, the most first.
    fn carried(&self, scenario: &Scenario, sides: &Sides) -> (String, String) {
        let mut more = more(self, sides);
        more.sort_by_key(|(_, change)| std::cmp::Reverse(*change));
        let one = |(node, change): &(Node, Pence)| {
            let name = scenario.words.of(*node).brief();
            let amount = format::column_of_changes(*change, 3, Minus::Sign);
            format!("{name} {} {amount}", change_sign(*change).0)
        };
        match &more[..] {
            [] => both("nobody is asked for more".to_owned()),
            [only] => both(one(only)),
            [first, second] => {
                (format!("{}, {}", one(first), one(second)), format!("{}, most of all", one(first)))
            }
            [first, second, rest @ ..] => (
                format!("{}, {} and {} more", one(first), one(second), format::count(rest.len())),
                format!("{}, most of all", one(first)),
            ),
        }
    }
}

fn both(words: String) -> (String, String) {
    (words.clone(), words)
}

/// What a refusal changes: for each who shares, and without a place.
fn differences(sides: &Sides) -> impl Iterator<Item = Option<Pence>> {
    let asked = sides.asks.iter().map(|own| Some(own.refuses? - own.signs?));
    asked.chain([Some(sides.unplaced.1 - sides.unplaced.0)])
}

/// Everybody else who is asked for more, and how much more.
pub(super) fn more(board: &Board, sides: &Sides) -> Vec<(Node, Pence)> {
    let more = |own: &Weighed| {
        let change = own.refuses? - own.signs?;
        (own.node != board.partner && change > Pence::ZERO).then_some((own.node, change))
    };
    sides.asks.iter().filter_map(more).collect()
}

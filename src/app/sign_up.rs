//! The Sign-up screen: whether a partner would sign, and what its refusal does to the others.
//!
//! Its state is whose refusal is looked at and where the cursors are; its rows are worked out anew
//! from that and the session. How they are drawn is in `view/sign_up.rs`, what keys do in
//! `update/sign_up.rs`.

mod choices;
mod conditions;
mod doubts;
mod headline;
mod others;

pub use choices::ChoiceRow;
pub use conditions::ConditionRow;
pub use others::{OtherRow, Whose};

use super::session::Session;
use super::{Headline, Line};
use crate::engine::{
    Answer, RefusalChoice, Sides, Signature, key_tests, refusal_choices, refusals_of, sides,
};
use crate::levers::{Field, Lever, Refusal, Value, all_nodes};
use crate::model::{Node, Partner, Scenario, Stance};

/// The panes of the screen, in the order of Tab.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Pane {
    /// The partner's key tests.
    #[default]
    Tests,
    /// What its refusal does to the others.
    Others,
    /// What a refusal can do.
    Choices,
    /// How sure this is.
    Doubts,
}

impl Pane {
    /// All of them, in that order.
    pub const ALL: [Self; 4] = [Self::Tests, Self::Others, Self::Choices, Self::Doubts];
}

/// The screen.
#[derive(Clone, Debug)]
pub struct SignUp {
    /// Which pane has the focus.
    pub focus: Pane,
    /// The selected row of each pane; `None` is the partner's own, the choice in use, the first.
    pub rows: [Option<usize>; 4],
    /// The partner that was chosen here; `None` begins where most is at stake.
    partner: Option<Node>,
    /// What is selected on Explore: where to begin if nobody refuses and nobody states a test.
    beside: Node,
}

/// One partner and everything that is worked out about it.
#[derive(Clone, Debug)]
pub struct Board {
    /// Who: a system, a body or a council.
    pub partner: Node,
    /// Its tests, its stance, its signature.
    pub signature: Signature,
    /// What a refusal can do; nothing at a council.
    pub choices: Vec<RefusalChoice>,
    /// The year with it beside the year without it, or why that cannot be computed.
    pub sides: Result<Sides, Refusal>,
}

impl Board {
    fn of(session: &Session, partner: Node) -> Self {
        let scenario = session.now();
        let choices = refusal_choices(scenario, partner);
        let in_use = choices.iter().find(|choice| choice.in_use);
        let sides = in_use.map_or_else(|| sides(scenario, partner), |own| own.sides.clone());
        let signature = Signature::of(scenario, session.after(), partner);
        Self { partner, signature, choices, sides }
    }

    /// Its name as it stands in a sentence: a system's whole one, its short one is a code.
    pub fn name<'s>(&self, scenario: &'s Scenario) -> &'s str {
        let words = scenario.words.of(self.partner);
        if matches!(self.partner, Node::System(_)) { &words.name } else { words.brief() }
    }

    /// Whether it refuses as things stand.
    pub fn refuses(&self) -> bool {
        self.signature.stance == Stance::Refuses
    }
}

impl SignUp {
    /// Begins at the partner that refuses, else at the first that states a test.
    pub const fn new(beside: Node) -> Self {
        Self { focus: Pane::Tests, rows: [None; 4], partner: None, beside }
    }

    /// Learns what is selected on Explore.
    pub const fn stand_beside(&mut self, node: Node) {
        self.beside = node;
    }

    /// Whose refusal is looked at; `None` in a scenario without partners.
    pub fn partner(&self, scenario: &Scenario) -> Option<Node> {
        if let Some(partner) = self.partner {
            return Some(partner);
        }
        let refuses = |node: &Node| says_no(scenario, *node);
        let tested = |node: &Node| key_tests(scenario, *node).next().is_some();
        let all = || all_partners(scenario);
        all().find(refuses).or_else(|| all().find(tested)).or_else(|| self.neighbour(scenario))
    }

    /// The partner that is selected on Explore, or the nearest to it.
    fn neighbour(&self, scenario: &Scenario) -> Option<Node> {
        let mut at = Some(self.beside);
        while let Some(node) = at {
            // A system that is alone shares nothing with another: its bodies are who could refuse.
            if let Node::System(place) = node
                && scenario.systems.len() == 1
                && let Some(body) = scenario.systems[place].bodies.clone().next()
            {
                return Some(Node::Body(body));
            }
            if is_partner(node) {
                return Some(node);
            }
            at = scenario.parent(node);
        }
        all_partners(scenario).next()
    }

    /// Those whom ←→ goes through: who states a test, refuses, or is known to have signed or not;
    /// where there is nobody like that, the system's bodies.
    pub fn partners(&self, scenario: &Scenario) -> Vec<Node> {
        let own = self.partner(scenario);
        let signed =
            |node: Node| matches!(node, Node::Body(p) if scenario.bodies[p].signed.is_some());
        let at_stake = |node: &Node| {
            let tested = key_tests(scenario, *node).next().is_some();
            tested || signed(*node) || says_no(scenario, *node)
        };
        let mut all: Vec<Node> = all_partners(scenario).filter(at_stake).collect();
        if all.is_empty() {
            let system = own.and_then(|node| system_of(scenario, node));
            let near = |node: &Node| system.is_some() && system_of(scenario, *node) == system;
            all = all_partners(scenario).filter(near).collect();
        }
        if let Some(own) = own.filter(|own| !all.contains(own)) {
            all.insert(0, own);
        }
        all
    }

    /// The selected choice for a refusal.
    pub fn choice(&self, board: &Board) -> usize {
        let in_use = || board.choices.iter().position(|own| own.in_use);
        let row = self.rows[Pane::Choices as usize].or_else(in_use).unwrap_or(0);
        row.min(board.choices.len().saturating_sub(1))
    }

    /// Looks at another partner.
    pub fn look_at(&mut self, partner: Node) {
        self.partner = Some(partner);
        self.rows = [None; 4];
    }

    /// The partner and what is worked out about it.
    pub fn board(&self, session: &Session) -> Option<Board> {
        self.partner(session.now()).map(|partner| Board::of(session, partner))
    }

    /// The selected row of a pane with so many rows.
    pub fn row(&self, pane: Pane, length: usize) -> usize {
        self.rows[pane as usize].unwrap_or(0).min(length.saturating_sub(1))
    }

    /// The selected one of the others: by its place among those that the cursor can stand on.
    pub fn other(&self, board: &Board, rows: &[OtherRow]) -> usize {
        let mut levers = rows.iter().filter_map(OtherRow::lever);
        let own = || levers.position(|lever| lever.node == board.partner);
        let row = self.rows[Pane::Others as usize].or_else(own).unwrap_or(0);
        let length = rows.iter().filter(|row| row.lever().is_some()).count();
        row.min(length.saturating_sub(1))
    }

    /// What Space ticks, and in the choices Enter: a lever and what it would hold.
    pub fn tick(&self, session: &Session) -> Option<(Lever, Value)> {
        let board = self.board(session)?;
        match self.focus {
            Pane::Tests => {
                let rows = board.conditions(session);
                let row = rows.get(self.row(Pane::Tests, rows.len()))?;
                let lever = Lever { node: Node::KeyTest(row.test), field: Field::Fact };
                Some((lever, Value::Yes(!row.fact?)))
            }
            Pane::Choices => {
                let row = board.choices.get(self.choice(&board))?;
                Some((refusals_of(session.now(), board.partner)?, row.value.clone()))
            }
            Pane::Others | Pane::Doubts => None,
        }
    }

    /// Who signs, who refuses and until when, in a sentence or two.
    pub fn headline(&self, session: &Session) -> Headline {
        headline::headline(self.board(session).as_ref(), session)
    }

    /// What the message line says while nothing has just happened.
    pub fn hint(&self, session: &Session, narrow: bool) -> Line {
        self.sentence(session, narrow).in_a_sentence()
    }

    /// What would be without the partner that is looked at.
    pub fn sentence(&self, session: &Session, narrow: bool) -> Line {
        headline::sentence(self.board(session).as_ref(), session, narrow)
    }

    /// The screen line by line, without its headline.
    pub fn sentences(&self, session: &Session) -> Vec<String> {
        let Some(board) = self.board(session) else { return Vec::new() };
        let mut lines: Vec<String> =
            board.conditions(session).iter().map(ConditionRow::sentence).collect();
        lines.extend(board.others(session).iter().map(|row| row.sentence(&board, session)));
        lines.extend(board.effects(session).iter().map(ChoiceRow::sentence));
        lines.extend(board.doubts(session));
        lines
    }
}

/// Every system, body and council, in the order of the file.
pub(super) fn all_partners(scenario: &Scenario) -> impl Iterator<Item = Node> {
    all_nodes(scenario).into_iter().filter(|node| is_partner(*node))
}

const fn is_partner(node: Node) -> bool {
    matches!(node, Node::System(_) | Node::Body(_) | Node::Council(_))
}

/// Whether a partner refuses.
fn says_no(scenario: &Scenario, node: Node) -> bool {
    match node {
        Node::System(place) => scenario.systems[place].stance == Stance::Refuses,
        Node::Body(place) => scenario.refuses(Partner::Body(place)),
        Node::Council(place) => scenario.refuses(Partner::Council(place)),
        _ => false,
    }
}

/// The system that a partner is, or belongs to.
pub(super) fn system_of(scenario: &Scenario, node: Node) -> Option<usize> {
    match node {
        Node::System(place) => Some(place),
        Node::Body(place) => Some(scenario.bodies[place].system),
        _ => None,
    }
}

/// An answer as its column has it.
pub const fn answer_words(answer: Answer) -> &'static str {
    match answer {
        Answer::Refuses => "✕ refuses",
        Answer::Exempt => "exempt",
        Answer::Signed => "signed",
        Answer::NotSigned => "not signed",
        Answer::WouldSign => "would sign",
        Answer::WouldNotSign => "would not",
        Answer::NotKnown => "[x]",
    }
}

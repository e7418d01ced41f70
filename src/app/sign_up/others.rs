//! What a refusal does to the others: who is asked for how much with the partner and without it, and
//! what only comes with it.

use super::{Board, answer_words};
use crate::app::Mark;
use crate::app::Tone;
use crate::app::explore::{Figure, change_sign};
use crate::app::session::Session;
use crate::engine::{Answer, Sides, Signature, Weighed};
use crate::format::{self, Minus};
use crate::levers::{Field, Lever};
use crate::model::{BodyKind, Node, Scenario};
use crate::money::Pence;

/// Whose row it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Whose {
    /// A partner's: what it is asked for.
    Partner(Node, Answer),
    /// What nobody is asked for.
    Unplaced,
    /// All of them.
    Total,
    /// What only comes with the partner.
    Withdrawn(Node),
}

/// A row: with the partner taking part (before), and with it refusing (now).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherRow {
    /// Whose.
    pub whose: Whose,
    /// Its name, whole and short.
    pub names: (String, String),
    /// The two amounts.
    pub figure: Figure,
    /// The mark of its amount, where that was never published.
    pub mark: Option<Mark>,
}

impl OtherRow {
    /// The lever that the row is about.
    pub const fn lever(&self) -> Option<Lever> {
        match self.whose {
            Whose::Partner(node, _) => Some(Lever { node, field: Field::Stance }),
            Whose::Withdrawn(node) => Some(Lever { node, field: amount_field(node) }),
            Whose::Unplaced | Whose::Total => None,
        }
    }

    /// The change as sign and number. Of what comes with the partner, less is worse.
    pub fn change(&self) -> (String, Tone) {
        let (sign, tone) = self.figure.change().map_or(("", Tone::Faint), change_sign);
        let change = self.figure.change().map(|own| format::column_of_changes(own, 3, Minus::Sign));
        let words = change.map_or_else(|| "[x]".to_owned(), |own| format!("{sign} {own:>6}"));
        let turned = match tone {
            Tone::Worse => Tone::Better,
            Tone::Better => Tone::Worse,
            other => other,
        };
        (words, if matches!(self.whose, Whose::Withdrawn(_)) { turned } else { tone })
    }

    /// The last column: what the partner says, and how that is meant.
    pub const fn answer(&self) -> (&'static str, Tone) {
        match self.whose {
            Whose::Partner(_, own) => (
                answer_words(own),
                match own {
                    Answer::Refuses => Tone::Stop,
                    Answer::NotKnown => Tone::Faint,
                    _ => Tone::Second,
                },
            ),
            _ => ("", Tone::Second),
        }
    }

    /// The row for those who hear it.
    pub fn sentence(&self, board: &Board, session: &Session) -> String {
        let money = |amount: Option<Pence>| {
            amount.map_or_else(|| "not known".to_owned(), |a| format::exact(a, Minus::Sign))
        };
        let (before, now) = (money(self.figure.before), money(self.figure.now));
        let name = board.name(session.now());
        let answer = self.answer().0.trim_start_matches("✕ ");
        let answer = if answer.is_empty() { String::new() } else { format!("; {answer}") };
        format!("{}: {before} with {name}, {now} without{answer}", self.names.0)
    }
}

/// The field that says how much.
const fn amount_field(node: Node) -> Field {
    match node {
        Node::JointPart(_) => Field::AnnualCost,
        _ => Field::Amount,
    }
}

impl Board {
    /// The rows; none if a side cannot be computed.
    pub fn others(&self, session: &Session) -> Vec<OtherRow> {
        let Ok(sides) = &self.sides else { return Vec::new() };
        let scenario = session.now();
        let mut rows: Vec<OtherRow> =
            sides.asks.iter().filter_map(|own| self.partner_row(session, *own)).collect();
        if !rows.is_empty() {
            rows.extend(unplaced(sides));
            rows.push(total(sides));
        }
        rows.extend(sides.withdrawn.iter().map(|own| withdrawn(scenario, session, *own)));
        rows
    }

    /// How many share with it and are asked for nothing either way: they have no row.
    pub fn asked_for_nothing(&self, session: &Session) -> usize {
        let Ok(sides) = &self.sides else { return 0 };
        sides.asks.iter().filter(|own| self.partner_row(session, **own).is_none()).count()
    }

    fn partner_row(&self, session: &Session, own: Weighed) -> Option<OtherRow> {
        let scenario = session.now();
        let answer = match own.node == self.partner {
            true => self.signature.answer(),
            false => Signature::of(scenario, session.after(), own.node).answer(),
        };
        let silent = matches!(answer, Answer::NotKnown | Answer::Exempt);
        let nothing = [own.signs, own.refuses] == [Some(Pence::ZERO); 2];
        if silent && nothing && own.node != self.partner {
            return None;
        }
        let words = scenario.words.of(own.node);
        Some(OtherRow {
            whose: Whose::Partner(own.node, answer),
            names: words.names(),
            figure: Figure { before: own.signs, now: own.refuses },
            mark: None,
        })
    }

    /// Who they are: “Commissioners”, “Systems of East of England”.
    pub fn others_title(&self, session: &Session) -> String {
        let scenario = session.now();
        let rows = self.others(session);
        let kinds = rows.iter().filter_map(|row| match row.whose {
            Whose::Partner(Node::Body(place), _) => Some(scenario.bodies[place].kind),
            _ => None,
        });
        let all = |kind| kinds.clone().all(|own| own == kind);
        let who = match self.partner {
            Node::System(_) => "Systems",
            Node::Council(_) => "What comes with it",
            _ if all(BodyKind::Commissioner) => "Commissioners",
            _ if all(BodyKind::Provider) => "Providers",
            _ => "Bodies",
        };
        format!("{who}, £m")
    }

    /// What the first column shows: everybody taking part, or this partner with others refusing.
    pub fn signs_head(&self, session: &Session) -> &'static str {
        let mut others = super::all_partners(session.now()).filter(|node| *node != self.partner);
        let refuses = others.any(|node| super::says_no(session.now(), node));
        if refuses { "it signs" } else { "all sign" }
    }
}

/// What finds no place, where something does.
fn unplaced(sides: &Sides) -> Option<OtherRow> {
    let (before, now) = sides.unplaced;
    let some = !before.is_zero() || !now.is_zero();
    some.then(|| plain(Whose::Unplaced, "Unplaced", Figure::known(before, now)))
}

fn total(sides: &Sides) -> OtherRow {
    let sum = |read: fn(&Weighed) -> Option<Pence>| sides.asks.iter().map(read).sum::<Option<_>>();
    let (before, now) = sides.unplaced;
    let signs: Option<Pence> = sum(|own| own.signs);
    let refuses: Option<Pence> = sum(|own| own.refuses);
    let figure =
        Figure { before: signs.map(|sum| sum + before), now: refuses.map(|sum| sum + now) };
    plain(Whose::Total, "Total", figure)
}

fn plain(whose: Whose, name: &str, figure: Figure) -> OtherRow {
    OtherRow { whose, names: (name.to_owned(), name.to_owned()), figure, mark: None }
}

/// What only comes with the partner: its part of a programme, a saving, support.
fn withdrawn(scenario: &Scenario, session: &Session, own: Weighed) -> OtherRow {
    let words = scenario.words.of(own.node);
    let (kind, words) = match own.node {
        Node::JointPart(place) => {
            let programme = Node::Programme(scenario.joint_parts[place].programme);
            ("pays for: ", scenario.words.of(programme))
        }
        Node::Saving(_) => ("saves: ", words),
        _ => ("", words),
    };
    let lever = Lever { node: own.node, field: amount_field(own.node) };
    OtherRow {
        whose: Whose::Withdrawn(own.node),
        names: (format!("{kind}{}", words.name), format!("{kind}{}", words.brief())),
        figure: Figure { before: own.signs, now: own.refuses },
        mark: Mark::of(session, lever),
    }
}

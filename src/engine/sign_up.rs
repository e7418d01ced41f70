//! Sign-up: whether a partner would sign, and what its refusal does to the others. MECHANISM 4.
//!
//! Worked out on demand, on copies of a scenario, never in the cascade. How it is said belongs to
//! `app`.

use super::{Outcome, Trial, Verdict, compute};
use crate::levers::{Field, Lever, Refusal, Value, node_at};
use crate::model::{Node, Partner, Scenario, Stance, SupportTest};
use crate::money::Pence;
use crate::split::Reasons;

/// How a partner (a system, a body or a council) stands to signing.
#[derive(Clone, Debug)]
pub struct Signature {
    /// Whether it takes part.
    pub stance: Stance,
    /// Whether it has signed, as a source has it; unknown is `None`.
    pub signed: Option<bool>,
    /// Its key tests, as places in the scenario's list, with what each comes to.
    pub tests: Vec<(usize, Verdict)>,
}

/// A partner's answer in one word: what it does, else what is reported, else what its tests say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Answer {
    /// It was asked and says no.
    Refuses,
    /// It is left out.
    Exempt,
    /// A source says that it has signed.
    Signed,
    /// A source says that it has not.
    NotSigned,
    /// All its key tests pass.
    WouldSign,
    /// One of its key tests fails.
    WouldNotSign,
    /// Nobody says, and no test decides it.
    NotKnown,
}

/// An amount with a partner taking part, and with it refusing; `None` is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weighed {
    /// Whose, or what.
    pub node: Node,
    /// With the partner taking part.
    pub signs: Option<Pence>,
    /// With it refusing.
    pub refuses: Option<Pence>,
}

/// The year with a partner taking part beside the year with it refusing. Everybody else stands as
/// they do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sides {
    /// What is asked of those who share with it: of a body all bodies of its system, of a system all
    /// of its pool, of a council nobody; and of any other body for whom it makes a difference.
    pub asks: Vec<Weighed>,
    /// What the splits between them find no place for, with it taking part and with it refusing.
    pub unplaced: (Pence, Pence),
    /// Why, with it refusing.
    pub reasons: Reasons,
    /// What comes only with it: its part of joint programmes, savings that need it, support that
    /// hangs on its signature.
    pub withdrawn: Vec<Weighed>,
}

/// One of the things that a refusal can do.
#[derive(Clone, Debug)]
pub struct RefusalChoice {
    /// Its words.
    pub words: &'static str,
    /// What the lever holds for it.
    pub value: Value,
    /// Whether the lever holds it.
    pub in_use: bool,
    /// What the partner's refusal does under it, or why it cannot be.
    pub sides: Result<Sides, Refusal>,
}

impl Signature {
    /// How a partner stands on an outcome. A key test that cannot be read decides nothing.
    pub fn of(scenario: &Scenario, outcome: &Outcome, partner: Node) -> Self {
        let judged = |place: usize| {
            let unread = Verdict { passes: None, worst: None, readings: 0 };
            let trial = Trial::read(scenario, place);
            (place, trial.map_or(unread, |trial| trial.judge(scenario, outcome)))
        };
        Self {
            stance: stance(scenario, partner),
            signed: match partner {
                Node::Body(place) => scenario.bodies[place].signed,
                _ => None,
            },
            tests: key_tests(scenario, partner).map(judged).collect(),
        }
    }

    /// How many of its tests pass.
    pub fn met(&self) -> usize {
        self.tests.iter().filter(|(_, verdict)| verdict.passes == Some(true)).count()
    }

    /// Whether it would sign: only if all its tests pass. Not known without tests, or where one that
    /// is not known decides it.
    pub fn would_sign(&self) -> Option<bool> {
        let mut passes = self.tests.iter().map(|(_, verdict)| verdict.passes);
        if passes.clone().any(|own| own == Some(false)) {
            return Some(false);
        }
        (!self.tests.is_empty() && passes.all(|own| own == Some(true))).then_some(true)
    }

    /// Its answer in one word.
    pub fn answer(&self) -> Answer {
        // Where a partner has tests, they say what it would do; else there is what it did.
        match (self.stance, self.would_sign(), self.signed) {
            (Stance::Refuses, _, _) => Answer::Refuses,
            (Stance::Exempt, _, _) => Answer::Exempt,
            (_, Some(true), _) => Answer::WouldSign,
            (_, Some(false), _) => Answer::WouldNotSign,
            (_, None, _) if !self.tests.is_empty() => Answer::NotKnown,
            (_, None, Some(true)) => Answer::Signed,
            (_, None, Some(false)) => Answer::NotSigned,
            (_, None, None) => Answer::NotKnown,
        }
    }
}

/// The key tests of a partner, as places in the scenario's list.
pub fn key_tests(scenario: &Scenario, partner: Node) -> impl Iterator<Item = usize> {
    let own = move |path: &String| node_at(scenario, path).is_ok_and(|node| node == partner);
    let tests = scenario.words.key_tests.iter().enumerate();
    tests.filter(move |(_, test)| test.partner.as_ref().is_some_and(own)).map(|(place, _)| place)
}

/// The lever that says what a partner's refusal does; a council's has no choice.
pub fn refusals_of(scenario: &Scenario, partner: Node) -> Option<Lever> {
    let node = match partner {
        Node::Body(place) => Node::System(scenario.bodies[place].system),
        Node::System(place) => scenario.pool_of(place),
        _ => return None,
    };
    Some(Lever { node, field: Field::Refusals })
}

/// Whether a partner takes part.
fn stance(scenario: &Scenario, partner: Node) -> Stance {
    match partner {
        Node::System(place) => scenario.systems[place].stance,
        Node::Body(place) => scenario.bodies[place].stance,
        Node::Council(place) if scenario.councils[place].refuses => Stance::Refuses,
        _ => Stance::Contributes,
    }
}

/// What every choice for a refusal would do, in the order of the levers' table.
pub fn refusal_choices(scenario: &Scenario, partner: Node) -> Vec<RefusalChoice> {
    let Some(lever) = refusals_of(scenario, partner) else { return Vec::new() };
    let held = lever.get(scenario);
    let choice = |(_, words, value): &(&str, &'static str, Value)| {
        let mut copy = scenario.clone();
        let chosen = lever.set(&mut copy, value);
        RefusalChoice {
            words,
            value: value.clone(),
            in_use: *value == held,
            sides: chosen.and_then(|()| sides(&copy, partner)),
        }
    };
    held.alternatives().map(choice).collect()
}

/// Compares the year with a partner taking part to the year with it refusing.
///
/// # Errors
/// If it cannot do one of them: a rule on the way could not run.
pub fn sides(scenario: &Scenario, partner: Node) -> Result<Sides, Refusal> {
    let mut signs = scenario.clone();
    let mut refuses = scenario.clone();
    let lever = Lever { node: partner, field: Field::Stance };
    if stance(scenario, partner) == Stance::Refuses {
        lever.set(&mut signs, &taking_part(partner, true))?;
    }
    if let Node::Body(place) = partner {
        // Only support that hangs on the signature reads this.
        signs.bodies[place].signed = Some(true);
    }
    lever.set(&mut refuses, &taking_part(partner, false))?;
    let outcomes = (compute(&signs), compute(&refuses));
    let both = Both { partner, signs: (&signs, &outcomes.0), refuses: (&refuses, &outcomes.1) };
    let (before, _) = both.unplaced(both.signs.1);
    let (now, reasons) = both.unplaced(both.refuses.1);
    Ok(Sides {
        asks: both.asks(),
        unplaced: (before, now),
        reasons,
        withdrawn: both.withdrawn().collect(),
    })
}

/// What the lever `stance` holds for one who takes part, or who refuses.
const fn taking_part(partner: Node, takes_part: bool) -> Value {
    match (partner, takes_part) {
        (Node::Council(_), _) => Value::TakesPart(takes_part),
        (_, true) => Value::Stance(Stance::Contributes),
        (_, false) => Value::Stance(Stance::Refuses),
    }
}

/// The two years.
struct Both<'a> {
    partner: Node,
    signs: (&'a Scenario, &'a Outcome),
    refuses: (&'a Scenario, &'a Outcome),
}

impl Both<'_> {
    fn weighed(&self, node: Node, read: impl Fn(&Outcome) -> Option<Pence>) -> Weighed {
        Weighed { node, signs: read(self.signs.1), refuses: read(self.refuses.1) }
    }

    fn asks(&self) -> Vec<Weighed> {
        let scenario = self.signs.0;
        if let Node::System(place) = self.partner {
            let pool = scenario.pool(scenario.pool_of(place));
            let systems = pool.map_or(place..place + 1, |pool| pool.systems.clone());
            let asked = |place: usize| {
                let read = |outcome: &Outcome| Some(outcome.systems[place].contribution);
                self.weighed(Node::System(place), read)
            };
            return systems.map(asked).collect();
        }
        let shares = match self.partner {
            Node::Body(place) => scenario.systems[scenario.bodies[place].system].bodies.clone(),
            _ => 0..0,
        };
        let asked = |place: usize| {
            let read = |outcome: &Outcome| Some(outcome.bodies[place].ask);
            self.weighed(Node::Body(place), read)
        };
        let bodies = (0..scenario.bodies.len()).map(|place| (place, asked(place)));
        let here =
            |(place, own): &(usize, Weighed)| shares.contains(place) || own.signs != own.refuses;
        bodies.filter(here).map(|(_, own)| own).collect()
    }

    /// What the splits above the partner find no place for, and why.
    fn unplaced(&self, outcome: &Outcome) -> (Pence, Reasons) {
        let scenario = self.signs.0;
        match self.partner {
            Node::System(place) => {
                let pool = outcome.pool(scenario.pool_of(place));
                pool.map_or_else(Default::default, |pool| (pool.unplaced, pool.reasons))
            }
            Node::Body(place) => {
                let system = scenario.bodies[place].system;
                let own = &outcome.systems[system];
                let groups = &outcome.groups[scenario.systems[system].groups.clone()];
                let all = groups.iter().map(|group| (group.unplaced, group.reasons));
                all.fold((own.unplaced, own.reasons), |(sum, mut reasons), (more, why)| {
                    reasons.extend(why);
                    (sum + more, reasons)
                })
            }
            _ => Default::default(),
        }
    }

    fn withdrawn(&self) -> impl Iterator<Item = Weighed> {
        let scenario = self.signs.0;
        let partner = match self.partner {
            Node::Body(place) => Some(Partner::Body(place)),
            Node::Council(place) => Some(Partner::Council(place)),
            _ => None,
        };
        let joint = scenario.joint_parts.iter().enumerate();
        let joint = joint.filter(move |(_, part)| Some(part.partner) == partner);
        let joint = joint.map(|(place, _)| {
            self.weighed(Node::JointPart(place), |outcome| {
                let part = &outcome.joint_parts[place];
                Some(part.budget? - part.lost?)
            })
        });
        let savings = scenario.savings.iter().enumerate();
        let needed =
            savings.filter(move |(_, own)| partner.is_some_and(|p| own.needs.contains(&p)));
        let needed = needed.map(|(place, own)| Weighed {
            node: Node::Saving(place),
            signs: Some(self.signs.0.saved_by(own)),
            refuses: Some(self.refuses.0.saved_by(own)),
        });
        let supports = scenario.supports.iter().enumerate();
        let held = supports.filter(|(_, own)| {
            own.holder.node() == self.partner && own.test == SupportTest::Signed
        });
        let held = held.map(|(place, _)| {
            let read = move |outcome: &Outcome| outcome.supports[place].comes_to.paid;
            self.weighed(Node::Support(place), read)
        });
        joint.chain(needed).chain(held)
    }
}

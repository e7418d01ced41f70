//! The rows of “What decides it” inside one system, in the order in which they act: its savings, what
//! it asks of its own bodies, what a refusal does, how groups and bodies share.

use super::decides::List;
use super::figures::Figure;
use super::lever_row::Leaves;
use crate::engine::{Outcome, OutcomeMeasure};
use crate::levers::{Field, Lever, shares_with};
use crate::model::{Node, Scenario, Stance};
use crate::money::Pence;

impl List<'_> {
    /// What a system closes of its gap before others are asked: its savings, each by the lever that
    /// moves it, and what it asks of its own bodies.
    pub(super) fn closes_itself(&mut self, place: usize, is_own: bool) {
        let session = self.session;
        let scenario = session.now();
        for saving in scenario.systems[place].savings.clone() {
            let saved = |own: &Scenario| own.saved_by(&own.savings[saving]);
            let figure = Figure::known(saved(session.base()), saved(scenario));
            let nothing = scenario.savings[saving].amount.is_zero();
            let field = if nothing { Field::Amount } else { Field::Delivered };
            let name = scenario.words.savings[saving].brief().to_owned();
            let measure = OutcomeMeasure::find(Node::System(place), "saved");
            let leaves = Leaves { words: "saved".to_owned(), figure, measure };
            let lever = Lever { node: Node::Saving(saving), field };
            self.lever(lever, Some(leaves));
            self.call(lever, (name.clone(), name));
        }
        let own = |outcome: &Outcome| outcome.systems[place].recovery;
        let figure = Figure::known(own(session.before()), own(session.after()));
        if is_own || figure != Figure::known(Pence::ZERO, Pence::ZERO) {
            let measure = OutcomeMeasure::find(Node::System(place), "recovery");
            let leaves = Leaves { words: "own bodies".to_owned(), figure, measure };
            self.lever(Lever { node: Node::System(place), field: Field::Recover }, Some(leaves));
        }
    }

    pub(super) fn system(&mut self, place: usize, path: &[Node]) {
        let session = self.session;
        let scenario = session.now();
        self.head(Node::System(place));
        let group = path.iter().find_map(|node| match node {
            Node::Group(place) => Some(*place),
            _ => None,
        });
        let several = scenario.systems[place].groups.len() > 1;
        let first = scenario.systems[place].groups.clone().next();
        let over_groups = several && self.over_groups(place, group);
        if scenario.systems[place].bodies.clone().any(|b| self.refuses(b)) {
            self.lever(Lever { node: Node::System(place), field: Field::Refusals }, None);
        }
        let body = path.iter().find_map(|node| match node {
            Node::Body(place) => Some(*place),
            _ => None,
        });
        if scenario.systems[place].ungrouped {
            let split = Lever { node: Node::System(place), field: Field::Split };
            self.lever(split, body.map(|body| self.asked(body)));
            return;
        }
        let groups = match group.or(first.filter(|_| !over_groups)) {
            Some(group) => group..group + 1,
            None => scenario.systems[place].groups.clone(),
        };
        let asked = |own: &Outcome, group: usize| !own.groups[group].ask.is_zero();
        for place in groups {
            let is_asked = asked(session.before(), place) || asked(session.after(), place);
            if is_asked || group.is_some() || !over_groups {
                self.group(place, body, over_groups);
            }
        }
    }

    /// How a system's ask is split over its groups; answers whether that is its own rule, and not
    /// the shares of the groups. `group` is the one on the way.
    fn over_groups(&mut self, system: usize, group: Option<usize>) -> bool {
        let session = self.session;
        let scenario = session.now();
        let asked = |group: usize| Leaves {
            words: last_words(&scenario.words.groups[group].brief().to_lowercase()).to_owned(),
            figure: Figure::known(
                session.before().groups[group].ask,
                session.after().groups[group].ask,
            ),
            measure: OutcomeMeasure::find(Node::Group(group), "ask"),
        };
        let first = group.unwrap_or(scenario.systems[system].groups.start);
        let percent = Lever { node: Node::Group(first), field: Field::Percent };
        if shares_with(scenario, percent).is_some() {
            self.lever(percent, Some(asked(first)));
            return false;
        }
        let split = Lever { node: Node::System(system), field: Field::Split };
        self.lever(split, group.map(asked));
        self.call(split, ("split over groups".to_owned(), "group split".to_owned()));
        true
    }

    /// How a group's ask is split over its bodies: by its lead, then by its rule. `named` is where
    /// another split stands above it.
    fn group(&mut self, group: usize, body: Option<usize>, named: bool) {
        let scenario = self.session.now();
        let node = Node::Group(group);
        let lead = Lever { node, field: Field::Lead };
        if scenario.groups[group].lead.is_some() || self.session.is_moved(lead) {
            self.lever(lead, scenario.groups[group].lead.map(|lead| self.asked(lead)));
        }
        let (before, after) = (self.session.before(), self.session.after());
        let figure = Figure::known(before.groups[group].ask, after.groups[group].ask);
        // Its row is called by the group, so that the amount need not be.
        let measure = OutcomeMeasure::find(node, "ask");
        let whole = named.then(|| Leaves { words: String::new(), figure, measure });
        let split = Lever { node, field: Field::Split };
        self.lever(split, body.map(|body| self.asked(body)).or(whole));
        if named {
            let name = scenario.words.groups[group].brief().to_lowercase();
            let name = last_words(&name);
            let brief = name.replace("commissioners", "comm.").replace("providers", "prov.");
            self.call(split, (format!("split: {name}"), format!("{brief} split")));
        }
    }

    fn asked(&self, body: usize) -> Leaves {
        let (before, after) = (self.session.before(), self.session.after());
        Leaves {
            words: self.session.now().words.bodies[body].brief().to_owned(),
            figure: Figure::known(before.bodies[body].ask, after.bodies[body].ask),
            measure: OutcomeMeasure::find(Node::Body(body), "ask"),
        }
    }

    fn refuses(&self, body: usize) -> bool {
        let refuses = |scenario: &Scenario| scenario.bodies[body].stance == Stance::Refuses;
        refuses(self.session.base()) || refuses(self.session.now())
    }
}

/// What follows the last comma of a name: `inner`, of `commissioners, inner`.
fn last_words(name: &str) -> &str {
    name.rsplit_once(", ").map_or(name, |(_, last)| last)
}

//! The rows of “What decides it”: every lever on the way from the gap to the selected node, in the
//! order in which it acts, each with the amount that it leaves.

use super::bar::pool_above;
use super::figures::Figure;
use super::lever_row::{Leaves, LeverRow};
use super::more_of::more_of;
use super::{Explore, Filter};
use crate::app::session::Session;
use crate::engine::{Outcome, OutcomeMeasure, Role};
use crate::levers::{Field, Lever};
use crate::model::{Node, Scenario};

/// One row.
#[derive(Clone, Debug, PartialEq)]
pub enum DecidesRow {
    /// Whose levers follow.
    Head {
        /// Which step from the gap down this is; `None` is not on the way.
        number: Option<usize>,
        /// Its words.
        words: String,
    },
    /// A lever.
    Lever(LeverRow),
    /// What found no place.
    Unplaced {
        /// How much.
        figure: Figure,
        /// Why.
        why: String,
    },
}

impl DecidesRow {
    /// The figure at its right, if it has one.
    pub fn figure(&self) -> Option<Figure> {
        match self {
            Self::Head { .. } => None,
            Self::Lever(row) => row.leaves.as_ref().map(|leaves| leaves.figure),
            Self::Unplaced { figure, .. } => Some(*figure),
        }
    }
}

pub(super) fn rows(explore: &Explore, session: &Session) -> Vec<DecidesRow> {
    let mut list = List { explore, session, rows: Vec::new(), listed: Vec::new(), number: 0 };
    let path = path(session.now(), explore.node);
    let pool = pool_above(session.now(), explore.node);
    list.gaps(pool, &path);
    list.pool(pool, &path);
    for node in &path {
        match *node {
            Node::System(place) => list.system(place, &path),
            Node::Body(place) => list.body(place),
            _ => {}
        }
    }
    // A body's programme is the last step of its way; elsewhere the node's own levers come first.
    if matches!(explore.node, Node::Body(_)) {
        list.programme();
        list.rest(&path);
    } else {
        list.rest(&path);
        list.programme();
    }
    if explore.filter == Filter::Changed {
        list.rows.retain(|row| match row {
            DecidesRow::Lever(row) => row.moved,
            DecidesRow::Unplaced { figure, .. } => figure.differs(),
            DecidesRow::Head { .. } => true,
        });
        return headed(list.rows);
    }
    list.rows
}

/// Without the heads that nothing follows.
fn headed(rows: Vec<DecidesRow>) -> Vec<DecidesRow> {
    let is_head =
        |row: Option<&DecidesRow>| row.is_none_or(|r| matches!(r, DecidesRow::Head { .. }));
    let lonely = |at: usize| is_head(rows.get(at)) && is_head(rows.get(at + 1));
    let kept: Vec<bool> = (0..rows.len()).map(|at| !lonely(at)).collect();
    rows.into_iter().zip(kept).filter_map(|(row, kept)| kept.then_some(row)).collect()
}

/// The nodes from the top down to one.
fn path(scenario: &Scenario, node: Node) -> Vec<Node> {
    let mut path = vec![node];
    while let Some(parent) = path.last().and_then(|node| scenario.parent(*node)) {
        path.push(parent);
    }
    path.reverse();
    path
}

fn system_of(node: Node) -> Option<usize> {
    if let Node::System(place) = node { Some(place) } else { None }
}

/// The rows as they are added, and what is listed already.
pub(super) struct List<'a> {
    explore: &'a Explore,
    pub(super) session: &'a Session,
    rows: Vec<DecidesRow>,
    listed: Vec<Lever>,
    number: usize,
}

impl List<'_> {
    pub(super) fn head(&mut self, node: Node) {
        self.number += 1;
        let words = self.session.now().words.of(node);
        let words = if matches!(node, Node::Body(_)) { words.brief() } else { &words.name };
        let words = words.to_owned();
        self.rows.push(DecidesRow::Head { number: Some(self.number), words });
    }

    /// The systems that miss their totals: where the gap comes from. At most the largest two.
    fn gaps(&mut self, pool: Node, path: &[Node]) {
        let session = self.session;
        let Some(systems) = session.now().pool(pool).map(|pool| pool.systems.clone()) else {
            return;
        };
        let needs = |place: &usize| {
            session.after().systems[*place].role == Role::Receives
                || session.before().systems[*place].role == Role::Receives
        };
        let mut receivers: Vec<usize> = systems.filter(needs).collect();
        receivers.sort_by_key(|&place| std::cmp::Reverse(session.after().systems[place].gap));
        for place in receivers.into_iter().take(2) {
            let node = Node::System(place);
            self.head(node);
            let figure = Figure {
                before: session.before().systems[place].gap,
                now: session.after().systems[place].gap,
            };
            let system = &session.now().systems[place];
            // Where only a gap is stated, the two that would replace it are under “More of”.
            let alone =
                system.stated_gap.is_some() && system.control_total.or(system.plan).is_none();
            for field in [Field::ControlTotal, Field::Plan, Field::Gap] {
                if alone && field != Field::Gap {
                    continue;
                }
                let last = field != Field::ControlTotal;
                let measure = OutcomeMeasure::find(node, "gap");
                let leaves = last.then(|| Leaves { words: "gap".to_owned(), figure, measure });
                self.lever(Lever { node, field }, leaves);
            }
            self.closes_itself(place, path.contains(&node));
        }
    }

    fn pool(&mut self, pool: Node, path: &[Node]) {
        self.head(pool);
        let session = self.session;
        let uncovered = Figure {
            before: session.before().pool(pool).map(|p| p.uncovered),
            now: session.after().pool(pool).map(|p| p.uncovered),
        };
        if session.now().nation.is_some() {
            self.lever(Lever { node: Node::Nation, field: Field::Pooling }, None);
        }
        let leaves = || Leaves {
            words: "uncovered".to_owned(),
            figure: uncovered,
            measure: OutcomeMeasure::find(pool, "uncovered"),
        };
        self.lever(Lever { node: pool, field: Field::Offset }, uncovered.now.map(|_| leaves()));
        let system = path.iter().find_map(|node| system_of(*node));
        let nothing = |outcome: &Outcome| outcome.pool(pool).is_none_or(|p| p.offset.is_zero());
        if system.is_some() && nothing(session.before()) && nothing(session.after()) {
            return;
        }
        let leaves = system.map(|place| Leaves {
            words: self.share_words(pool, place),
            figure: Figure::known(
                session.before().systems[place].contribution,
                session.after().systems[place].contribution,
            ),
            measure: OutcomeMeasure::find(Node::System(place), "contribution"),
        });
        self.lever(Lever { node: pool, field: Field::Split }, leaves);
    }

    /// “each system” where all are asked the same, else the system's own short name.
    fn share_words(&self, pool: Node, system: usize) -> String {
        let scenario = self.session.now();
        let systems = scenario.pool(pool).map_or(0..0, |pool| pool.systems.clone());
        let outcome = self.session.after();
        let mut asked = systems.map(|s| outcome.systems[s].contribution).filter(|c| !c.is_zero());
        let first = asked.next();
        match first {
            Some(first) if asked.all(|other| other == first) => "each system".to_owned(),
            _ => scenario.words.systems[system].brief().to_owned(),
        }
    }

    fn body(&mut self, place: usize) {
        let node = Node::Body(place);
        self.head(node);
        let (before, after) =
            (self.session.before().bodies[place], self.session.after().bodies[place]);
        let to_find =
            Figure::known(before.ask - before.reserve_used, after.ask - after.reserve_used);
        let measure = OutcomeMeasure::find(node, "reserve_used");
        let leaves = Leaves { words: "to find".to_owned(), figure: to_find, measure };
        self.lever(Lever { node, field: Field::Reserve }, Some(leaves));
        let placed = Figure::known(before.cuts, after.cuts);
        let measure = OutcomeMeasure::find(node, "cuts");
        let leaves = Leaves { words: "placed".to_owned(), figure: placed, measure };
        self.lever(Lever { node, field: Field::Absorbs }, Some(leaves));
        let left = Figure::known(
            before.unplaced + before.not_described,
            after.unplaced + after.not_described,
        );
        let why = if !after.not_described.is_zero() {
            "no other cost known"
        } else if !after.unplaced.is_zero() {
            "limits reached"
        } else {
            ""
        };
        self.rows.push(DecidesRow::Unplaced { figure: left, why: why.to_owned() });
    }

    /// The programme under the cursor of the third pane.
    fn programme(&mut self) {
        let rows = self.explore.programmes(self.session);
        let Some(row) = rows.get(self.explore.programme) else { return };
        let Some(node) = row.what.node() else { return };
        self.rows.push(DecidesRow::Head { number: None, words: row.name.clone() });
        let fields =
            [Field::AnnualCost, Field::Starts, Field::Protection, Field::Priority, Field::StopsAt];
        let rest = [Field::Fixed, Field::Matched];
        for field in fields.into_iter().chain(rest) {
            self.lever(Lever { node, field }, None);
        }
    }

    /// What else can be moved at the selected node, and at those above it that have no row in the
    /// tree to be selected at.
    fn rest(&mut self, path: &[Node]) {
        let tree = self.explore.tree(self.session);
        let seen = |node: &Node| tree.iter().any(|row| row.node == *node);
        let own = self.explore.node;
        for node in path.iter().rev().filter(|node| **node == own || !seen(node)) {
            for heap in more_of(self.session, *node, &self.listed) {
                self.rows.push(DecidesRow::Head { number: None, words: heap.words });
                for (lever, name) in heap.levers {
                    self.lever(lever, None);
                    if let Some(name) = name {
                        self.call(lever, (name.clone(), name));
                    }
                }
            }
        }
    }

    /// Calls the row that was just added something else: under its heading, and where there is none.
    pub(super) fn call(&mut self, lever: Lever, (word, long_word): (String, String)) {
        if let Some(DecidesRow::Lever(row)) = self.rows.last_mut()
            && row.lever == lever
        {
            (row.word, row.long_word) = (word, long_word);
        }
    }

    /// Adds a lever, if it is one here.
    pub(super) fn lever(&mut self, lever: Lever, leaves: Option<Leaves>) {
        let scenario = self.session.now();
        if !Lever::all(scenario, lever.node).any(|own| own == lever) {
            return;
        }
        let numbered = self.rows.iter().rev().find_map(|row| match row {
            DecidesRow::Head { number, .. } => Some(*number),
            _ => None,
        });
        let owner = scenario.words.of(lever.node);
        // Under a heading of its own whose lever it is needs no saying.
        let named = matches!(lever.field, Field::Plan | Field::ControlTotal | Field::Gap)
            && !owner.id.is_empty()
            && numbered.flatten().is_some();
        self.listed.push(lever);
        let mut row =
            LeverRow { number: numbered.flatten(), leaves, ..LeverRow::of(self.session, lever) };
        if named {
            row.long_word = format!("{} {}", owner.brief(), row.word);
        }
        self.rows.push(DecidesRow::Lever(row));
    }
}

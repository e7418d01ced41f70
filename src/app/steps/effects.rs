//! What each step did to the ask of what is selected: every step is taken again on the file, and
//! computed near the cursor only, so that a long history of a large scenario stays quick.

use super::{Figure, steps};
use crate::app::explore::ask;
use crate::app::session::Session;
use crate::engine::{Engine, Outcome};
use crate::levers::set_all;
use crate::model::{Node, Scenario};
use crate::money::Pence;

/// So many rows on either side of the cursor are worked out: more than any screen shows.
const NEAR: usize = 80;

/// The ask before and after each row, where it is near a row; the file has none before it.
pub(super) fn effects(session: &Session, node: Node, near: usize) -> Vec<Option<Figure>> {
    let is_near = |row: usize| row.abs_diff(near) <= NEAR;
    let mut scenario = session.file().clone();
    let mut asking = Asking::default();
    let mut last = is_near(0).then(|| asking.ask(&scenario, node));
    let mut effects = vec![last.map(|now| Figure { before: None, now })];
    for (row, step) in (1..).zip(steps(session)) {
        // Whatever is kept was possible when it was kept.
        let moves: Vec<_> = step.changes.iter().map(|own| (own.lever, own.to.clone())).collect();
        let _ = set_all(&mut scenario, &moves);
        if !is_near(row) {
            last = None;
            effects.push(None);
            continue;
        }
        let before = last;
        let now = asking.ask(&scenario, node);
        last = Some(now);
        let figure = before.map(|before| Figure { before, now });
        effects.push(figure.filter(|_| step.stands()));
    }
    effects
}

/// The engine and what it fills.
#[derive(Default)]
struct Asking {
    engine: Engine,
    outcome: Outcome,
}

impl Asking {
    fn ask(&mut self, scenario: &Scenario, node: Node) -> Option<Pence> {
        self.engine.compute(scenario, &mut self.outcome);
        ask(scenario, &self.outcome, node)
    }
}

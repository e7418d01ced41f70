//! What keys and the mouse do on Fit, and how one of its lines is used.

use super::moves::moved;
use crate::analysis::{Bare, FitLine, how_words, observation, uses};
use crate::app::explain::Elsewhere;
use crate::app::explore::LeverRow;
use crate::app::fit::{Fit, Pane, line_words};
use crate::app::keymap::Context;
use crate::app::over::Over;
use crate::app::{Headline, Line, Move, Room, Session, Work};
use crate::engine::{OutcomeMeasure, Source};
use crate::format::{self, Minus, capital};
use crate::levers::{Lever, Refusal, Value, give_way, node_path, shares_with};
use crate::model::Node;

impl Room for Fit {
    fn panes(&self) -> &'static [&'static str] {
        &["Rules", "How far to trust it"]
    }

    fn pane(&self) -> usize {
        self.focus as usize
    }

    fn focus(&mut self, pane: usize) {
        self.focus = if pane == 0 { Pane::Lines } else { Pane::Doubts };
    }

    fn contexts(&self, session: &Session) -> &'static [Context] {
        let board = self.board(session);
        let on_line = self.focus == Pane::Lines && board.line(self.line).is_some();
        match (on_line, board.count() > 1) {
            (true, true) => &[Context::FitLine, Context::Fit, Context::Fits],
            (true, false) => &[Context::FitLine, Context::Fit],
            (false, true) => &[Context::Fit, Context::Fits],
            (false, false) => &[Context::Fit],
        }
    }

    fn lever(&self, _session: &Session) -> Option<LeverRow> {
        None
    }

    fn elsewhere(&self, session: &Session) -> Option<Elsewhere> {
        self.elsewhere(session)
    }

    fn explained(&self, session: &Session) -> Option<Source> {
        let board = self.board(session);
        let line = board.line(self.line)?;
        // Of a line that cannot be used there is no year that could be explained.
        let stands = board.stands(line, session) || self.elsewhere(session).is_some();
        stands.then(|| Source::Outcome(self.subject(session), "ask"))
    }

    fn number(&self, session: &Session) -> Option<OutcomeMeasure> {
        OutcomeMeasure::find(self.subject(session), "ask")
    }

    fn subject(&self, session: &Session) -> Node {
        self.board(session).alone_node().unwrap_or(self.node)
    }

    fn headline(&self, session: &Session) -> Headline {
        self.headline(session)
    }

    fn sentence(&self, session: &Session, narrow: bool) -> Line {
        self.sentence(session, narrow)
    }

    fn hint(&self, session: &Session, narrow: bool) -> Line {
        self.hint(session, narrow)
    }

    fn sentences(&self, session: &Session) -> Vec<String> {
        self.sentences(session)
    }

    fn step(&mut self, session: &Session, way: Move) {
        let board = self.board(session);
        if matches!(way, Move::Before | Move::After) {
            self.show(board.next(way == Move::After));
            return;
        }
        let Some(fit) = board.fit() else { return };
        match self.focus {
            Pane::Lines => self.line = moved(self.line, fit.lines.len(), way),
            Pane::Doubts => {
                self.doubt = moved(self.doubt, fit.trust(session.now()).len(), way);
            }
        }
    }

    fn press(&mut self, _session: &Session, row: usize) -> bool {
        let held = match self.focus {
            Pane::Lines => &mut self.line,
            Pane::Doubts => &mut self.doubt,
        };
        std::mem::replace(held, row) == row
    }

    fn names(&self, session: &Session) -> Vec<String> {
        let board = self.board(session);
        let lines = board.fit().map(|fit| fit.lines.iter()).into_iter().flatten();
        lines.map(|line| how_words(session.now(), &line.how)).collect()
    }

    fn here(&self, _session: &Session) -> usize {
        self.line
    }

    fn find(&mut self, _session: &Session, place: usize) {
        self.focus = Pane::Lines;
        self.line = place;
    }
}

/// Makes the scenario split as the line under the cursor does, in one step; answers what changed and
/// what follows.
pub(super) fn adopt(work: &mut Work) -> Result<Option<String>, Refusal> {
    let board = work.screens.fit.board(&work.session);
    let (Some(fit), Some(line)) = (board.fit(), board.line(work.screens.fit.line)) else {
        return Ok(None);
    };
    let moves = moves(work, &uses(work.session.now(), fit, line)?)?;
    if moves.is_empty() {
        return Ok(Some("This is what stands already: nothing is changed.".to_owned()));
    }
    let words = line_words(fit, line, &work.session);
    let subject = board.alone_node();
    let before = subject.and_then(|node| work.session.after().ask(node));
    work.session.apply(&moves, false)?;
    // Lines are ranked by shares, which a change of rule leaves alone: the line stays where it is.
    if let Some(at) = same_line(work, line) {
        work.screens.fit.line = at;
    }
    let follows = subject.zip(before).map(|(node, before)| {
        let now = work.session.after().ask(node).unwrap_or_default();
        let name = work.session.now().words.of(node).brief();
        let ask = format::whole_pounds(now, Minus::Sign);
        let by = format::whole_pounds((now - before).abs(), Minus::Sign);
        match now.cmp(&before) {
            std::cmp::Ordering::Greater => format!(" {name} is asked for {ask}, {by} more."),
            std::cmp::Ordering::Less => format!(" {name} is asked for {ask}, {by} less."),
            std::cmp::Ordering::Equal => format!(" {name} is asked for {ask} as before."),
        }
    });
    Ok(Some(format!("Used: {words}.{} u takes it back.", follows.unwrap_or_default())))
}

/// The moves with the shares that give way.
fn moves(work: &Work, own: &[(Lever, Value)]) -> Result<Vec<(Lever, Value)>, Refusal> {
    let mut moves = Vec::new();
    for (lever, value) in own {
        match (shares_with(work.session.now(), *lever), value) {
            (Some(shares), Value::Share(Some(to))) => {
                moves.extend(give_way(&shares, (*lever, *to), work.session.locked())?);
            }
            _ => moves.push((*lever, value.clone())),
        }
    }
    Ok(moves)
}

/// Where a line stands after a change.
fn same_line(work: &Work, line: &FitLine) -> Option<usize> {
    let board = work.screens.fit.board(&work.session);
    let same = |own: &FitLine| own.how == line.how && own.pot.amount == line.pot.amount;
    board.fit()?.lines.iter().position(same)
}

/// Takes a typed share in; answers what was understood.
pub(super) fn observe(work: &mut Work) -> Result<Option<String>, Refusal> {
    let Some(Over::Observe(own)) = work.over.last() else { return Ok(None) };
    let words = own.input.value().trim().to_owned();
    if words.is_empty() {
        work.over.pop();
        return Ok(None);
    }
    let share = observation(work.session.now(), &words, Bare::Refused)?;
    work.over.pop();
    work.screens.fit.take(&work.session, share);
    let path = node_path(work.session.now(), share.node);
    let amount = crate::analysis::share_words(share.amount, Minus::Sign);
    let board = work.screens.fit.board(&work.session);
    let count = board.fit().map_or(0, |fit| fit.observed.len());
    let shares = capital(&format::plural(count, "share", "shares"));
    Ok(Some(format!("{path}.ask was {amount}: typed, without a source. {shares} to fit here.")))
}

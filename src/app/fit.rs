//! The Fit screen: which rule meets the shares that were published, and how far to trust that.
//!
//! Its state is where the cursors are and which shares were typed; what it shows is worked out anew
//! from that and the session. How it is drawn is in `view/fit.rs`, what keys do in `update/fit.rs`.

mod headline;

use super::explain::Elsewhere;
use super::session::Session;
use super::{Headline, Line};
use crate::analysis::{self, FitLine, How, Observation, fits, published, uses};
use crate::format::{self, Minus, capital};
use crate::levers::{node_at, node_path, set_all};
use crate::model::{Node, Scenario, Splitter};
use crate::money::Pence;

/// The panes of the screen, in the order of Tab.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Pane {
    /// Rules with the amounts they may have divided.
    #[default]
    Lines,
    /// What one share alone would have said, and how far to trust the answer.
    Doubts,
}

/// The screen.
#[derive(Clone, Debug)]
pub struct Fit {
    /// Which pane has the focus.
    pub focus: Pane,
    /// What is selected on Explore: its share is the one that is looked at alone.
    pub node: Node,
    /// Whose split, if another was chosen than the most telling.
    pub of: Option<Splitter>,
    /// The selected line.
    pub line: usize,
    /// The selected doubt.
    pub doubt: usize,
    /// Shares that were typed.
    pub typed: Vec<Observation>,
}

/// The fits there are, and the one that is shown.
#[derive(Clone, Debug)]
pub struct Board {
    fits: Vec<analysis::Fit>,
    shown: usize,
    /// Which share is looked at alone, as a place among the published ones.
    pub alone: usize,
}

impl Fit {
    /// Begins with the most telling fit, beside what is selected on Explore.
    pub const fn new(node: Node) -> Self {
        Self { focus: Pane::Lines, node, of: None, line: 0, doubt: 0, typed: Vec::new() }
    }

    /// Goes on with the shares that were typed over an earlier version of the file; of whom this
    /// one does not know anything none can be kept.
    pub(super) fn keep_typed(
        &mut self,
        (earlier, now): (&Scenario, &Scenario),
        typed: &[Observation],
    ) {
        let same = |own: &Observation| {
            let node = node_at(now, &node_path(earlier, own.node)).ok()?;
            now.splitter_over(node).map(|_| Observation { node, ..*own })
        };
        self.typed = typed.iter().filter_map(same).collect();
    }

    /// The year with the line under the cursor in use; `None` where that is how things stand, or it
    /// cannot be used.
    pub fn elsewhere(&self, session: &Session) -> Option<Elsewhere> {
        let board = self.board(session);
        let (fit, line) = (board.fit()?, board.line(self.line)?);
        if board.stands(line, session) {
            return None;
        }
        let mut now = session.now().clone();
        set_all(&mut now, &uses(session.now(), fit, line).ok()?).ok()?;
        Some(Elsewhere::new(capital(&line_words(fit, line, session)), session.file(), now))
    }

    /// What there is to show as things stand.
    pub fn board(&self, session: &Session) -> Board {
        let scenario = session.now();
        let mut shares = published(scenario);
        for typed in &self.typed {
            match shares.iter_mut().find(|share| share.node == typed.node) {
                Some(share) => *share = *typed,
                None => shares.push(*typed),
            }
        }
        let fits = fits(scenario, &shares);
        let shown = fits.iter().position(|fit| Some(fit.splitter) == self.of).unwrap_or(0);
        let alone = fits.get(shown).map_or(0, |fit| {
            fit.place_of(self.node).unwrap_or(fit.observed.len().saturating_sub(1))
        });
        Board { fits, shown, alone }
    }

    /// Takes a typed share in: it stands for the file's own of the same node, and its fit is shown.
    pub fn take(&mut self, session: &Session, share: Observation) {
        self.typed.retain(|earlier| earlier.node != share.node);
        self.typed.push(share);
        self.show(session.now().splitter_over(share.node));
        self.node = share.node;
    }

    /// Shows the fit of a splitter, from its first line.
    pub fn show(&mut self, of: Option<Splitter>) {
        if self.of != of {
            (self.line, self.doubt) = (0, 0);
        }
        self.of = of;
    }

    /// What the screen says in sentences.
    pub fn headline(&self, session: &Session) -> Headline {
        headline::headline(&self.board(session), session)
    }

    /// What the message line says while nothing has just happened.
    pub fn hint(&self, session: &Session, narrow: bool) -> Line {
        let board = self.board(session);
        match (self.focus, board.line(self.line)) {
            (Pane::Lines, Some(_)) => self.sentence(session, narrow).in_a_sentence(),
            _ if board.fit().is_none() => Line::default(),
            _ => Line::plain(headline::SIGNS),
        }
    }

    /// How far the line under the cursor is off.
    pub fn sentence(&self, session: &Session, narrow: bool) -> Line {
        let board = self.board(session);
        match board.line(self.line) {
            Some(line) => headline::about(&board, line, (session, narrow)),
            None => headline::headline(&board, session).first,
        }
    }

    /// The screen line by line, without its headline.
    pub fn sentences(&self, session: &Session) -> Vec<String> {
        let board = self.board(session);
        let Some(fit) = board.fit() else { return Vec::new() };
        let mut lines: Vec<String> =
            fit.lines.iter().map(|line| headline::sentence(&board, line, session)).collect();
        lines.push(board.alone_words(session, false));
        lines.extend(fit.trust(session.now()));
        lines
    }
}

impl Board {
    /// The fit that is shown, if there is any.
    pub fn fit(&self) -> Option<&analysis::Fit> {
        self.fits.get(self.shown)
    }

    /// How many fits there are.
    pub const fn count(&self) -> usize {
        self.fits.len()
    }

    /// The splitter of the fit before or after.
    pub fn next(&self, forward: bool) -> Option<Splitter> {
        let count = self.count();
        let on = if forward { 1 } else { count.saturating_sub(1) };
        let at = (self.shown + on).checked_rem(count)?;
        self.fits.get(at).map(|fit| fit.splitter)
    }

    /// A line of the fit that is shown; the last, if there are fewer.
    pub fn line(&self, at: usize) -> Option<&FitLine> {
        let lines = &self.fit()?.lines;
        lines.get(at.min(lines.len().checked_sub(1)?))
    }

    /// Whether a line is how things stand.
    pub fn stands(&self, line: &FitLine, session: &Session) -> bool {
        let Some(fit) = self.fit() else { return false };
        line.pot.present && uses(session.now(), fit, line).is_ok_and(|moves| moves.is_empty())
    }

    /// Whether the figures are counted in thousands of pounds; else in millions.
    pub fn in_thousands(&self) -> bool {
        let published = self.fit().into_iter().flat_map(|fit| &fit.observed);
        published.map(|share| share.amount).max().unwrap_or_default() < Pence::pounds(2_000_000)
    }

    /// A published share in a column.
    pub fn column(&self, amount: Pence) -> String {
        match self.in_thousands() {
            true if amount.get() % THOUSAND == 0 => format::thousands(amount, 0, Minus::Sign),
            true => format::thousands(amount, 1, Minus::Sign),
            false => format::column(amount, 3, Minus::Sign),
        }
    }

    /// How far a line is off on average, in a column.
    pub fn mean_column(&self, amount: Pence) -> String {
        match self.in_thousands() {
            true => format::thousands(amount, 1, Minus::Sign),
            false => format::column(amount, 3, Minus::Sign),
        }
    }

    /// What is off at one share, in a column: without decimals where they leave no blank before it.
    pub fn off_column(&self, off: Pence, columns: u16) -> String {
        let words = |decimals| match self.in_thousands() {
            true => format::thousands_of_changes(off, decimals, Minus::Sign),
            false => format::column_of_changes(off, decimals + 2, Minus::Sign),
        };
        let whole = words(1);
        if format::width(&whole) < usize::from(columns) { whole } else { words(0) }
    }

    /// `With Thurrock alone`.
    pub fn alone_title(&self, session: &Session) -> String {
        let name = self.alone_node().map(|node| session.now().words.of(node).brief());
        format!("With {} alone", name.unwrap_or("one share"))
    }

    /// Whose share is looked at alone.
    pub fn alone_node(&self) -> Option<Node> {
        self.fit()?.observed.get(self.alone).map(|share| share.node)
    }

    /// `within 7% of £480k: too little to tell`.
    pub fn alone_heads(&self) -> String {
        let Some(fit) = self.fit() else { return String::new() };
        let share = fit.observed.get(self.alone);
        let amount = share.map(|share| analysis::share_words(share.amount, Minus::Sign));
        let near = analysis::percent_words(fit.nearness(), Minus::Sign);
        let verdict = match fit.alone(self.alone).near.len() {
            0 => "nothing comes near",
            1 => "one line fits",
            _ => "too little to tell",
        };
        format!("within {near} of {}: {verdict}", amount.unwrap_or_default())
    }

    /// Which lines come near one share alone.
    pub fn alone_words(&self, session: &Session, narrow: bool) -> String {
        let Some(fit) = self.fit() else { return String::new() };
        let near = fit.alone(self.alone).near;
        let words = near.iter().map(|at| {
            let line = &fit.lines[*at];
            let off = fit.share_off_at(line, self.alone).unwrap_or_default();
            let off = analysis::off_words(off, Minus::Sign);
            let how = analysis::how_words(session.now(), &line.how);
            let how = how.strip_prefix("by ").unwrap_or(&how);
            // They may come near with more than one amount.
            let other = |other: &usize| fit.lines[*other].pot.amount != line.pot.amount;
            let part = fit.share_of_whole(line).filter(|_| near.iter().any(other));
            let part =
                part.map(|part| format!(" at {}", analysis::percent_words(part, Minus::Sign)));
            format!("{how}{} {off}", part.unwrap_or_default())
        });
        let words = words.collect::<Vec<_>>().join(", ");
        match near.len() {
            0 => "no line fits it.".to_owned(),
            1 => format!("one line fits: {words}."),
            count => {
                let first = format!("{} lines fit: {words}.", format::count(count));
                if narrow {
                    return first;
                }
                format!("{first} Any one of them could be defended from that one figure.")
            }
        }
    }
}

/// A line in words: `the same amount each, £3.5m (70%)`.
pub fn line_words(fit: &analysis::Fit, line: &FitLine, session: &Session) -> String {
    let how = analysis::how_words(session.now(), &line.how);
    match line.how {
        How::Lead(_) if line.pot.whole => how,
        _ => format!("{how}, {}", analysis::pot_words(fit, line, Minus::Sign)),
    }
}

const THOUSAND: i64 = 100_000;

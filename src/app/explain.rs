//! The Explain screen: the working of one number, and of those that are followed from it.
//!
//! The page itself is made by `report::explain` when the number or the scenario changes; here is
//! which number it is, how one got there and where the cursor stands. How it is drawn is in
//! `view/explain.rs`, what keys do in `update/explain.rs`.

use std::collections::BTreeSet;

use super::screen::Screen;
use super::session::Session;
use super::{Headline, Line, Tone};
use crate::engine::{Source, measure_at, workings};
use crate::levers::{Change, Lever, all_nodes, lever_at};
use crate::model::Scenario;
use crate::report::explain::{Asked, EffectRow, Operand, Page, Step, Term, as_text, explain};

/// The panes of the screen, in the order of Tab.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Pane {
    /// The steps to the number.
    #[default]
    Working,
    /// What would change it.
    Effects,
    /// What must add up.
    Checks,
    /// The words that are used.
    Words,
}

impl Pane {
    /// All of them, in that order.
    pub const ALL: [Self; 4] = [Self::Working, Self::Effects, Self::Checks, Self::Words];
}

/// A row of the working.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExplainRow<'p> {
    /// A step: its number, and what it comes to.
    Step(usize, &'p Step),
    /// An arithmetic line of a step.
    Sum(&'p Step, usize),
    /// What is said of its rounding, of what bound, of what has no place.
    Note(&'p [String; 2]),
    /// A figure in it.
    Figure(&'p Operand),
    /// Figures of a sum that is shown apart, closed: of which step, and how many.
    More(usize, usize),
    /// What is known of a figure that is not worked out.
    Fact(&'p str),
}

impl ExplainRow<'_> {
    /// Whether the cursor can stand on it.
    pub const fn is_selectable(&self) -> bool {
        matches!(self, Self::Step(..) | Self::Figure(_) | Self::More(..))
    }

    /// By what it is found.
    pub fn name(&self) -> String {
        match self {
            Self::Step(_, step) => format!("{}\n{}", step.words[0], step.amount),
            Self::Figure(own) => format!("{}\n{}", own.names[0], own.value),
            Self::More(_, count) => format!("{count} more figures"),
            Self::Sum(..) | Self::Note(_) | Self::Fact(_) => String::new(),
        }
    }

    /// The number that it is about.
    pub fn source(&self) -> Option<Source> {
        match self {
            Self::Step(_, step) => Some(step.source),
            Self::Figure(own) => Some(own.source),
            _ => None,
        }
    }
}

/// A scenario beside the one being worked on, whose number is explained.
#[derive(Clone, Debug)]
pub struct Elsewhere {
    /// What it is called: a column of Compare, a line of Fit.
    pub name: String,
    /// Itself.
    pub now: Scenario,
    /// How it differs from its file.
    pub changes: Vec<Change>,
}

impl Elsewhere {
    /// A scenario that differs from its file by some levers.
    pub fn new(name: String, file: &Scenario, now: Scenario) -> Self {
        let levers =
            all_nodes(&now).into_iter().flat_map(|node| Lever::all(&now, node).collect::<Vec<_>>());
        let change = |lever: Lever| Change { lever, from: lever.get(file), to: lever.get(&now) };
        let changes = levers.map(change).filter(|own| own.from != own.to).collect();
        Self { name, now, changes }
    }
}

/// A number that was looked at, and where the cursor stood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stop {
    source: Source,
    row: usize,
}

/// The screen.
#[derive(Clone, Debug)]
pub struct Explain {
    /// Which pane has the focus.
    pub focus: Pane,
    /// The selected row of the working, among those that can be selected.
    pub row: usize,
    /// The selected rows of the other panes: effects, checks, words.
    pub others: [usize; 3],
    /// The screen that it was opened from.
    pub from: Screen,
    /// The steps whose further figures are listed.
    opened: BTreeSet<usize>,
    /// The numbers on the way here.
    trail: Vec<Stop>,
    of: Option<Elsewhere>,
    source: Source,
    page: Page,
    /// What the page was made of.
    made: (u64, String),
}

impl Explain {
    /// Begins with a number.
    pub const fn new(source: Source) -> Self {
        Self {
            focus: Pane::Working,
            row: usize::MAX,
            others: [0; 3],
            from: Screen::Explore,
            opened: BTreeSet::new(),
            trail: Vec::new(),
            of: None,
            source,
            // Made when it is looked at: a program that begins has other things to do.
            page: Page::blank(source),
            made: (u64::MAX, String::new()),
        }
    }

    /// Explains a number from a screen; `of` is the scenario it belongs to, if not the session's.
    pub fn open(
        &mut self,
        session: &Session,
        (source, of): (Source, Option<Elsewhere>),
        from: Screen,
    ) {
        self.of = of;
        self.from = from;
        self.trail.clear();
        self.show(session, source);
    }

    /// Goes on with what was explained of another version of the file; answers whether that has it.
    pub fn keep(&mut self, session: &Session, earlier: &Self) -> bool {
        self.from = earlier.from;
        let now = session.now();
        let source = match measure_at(now, &earlier.page.path) {
            Ok(measure) => Source::Outcome(measure.node, measure.row.id),
            Err(_) => match lever_at(now, &earlier.page.path) {
                Ok(lever) => Source::Lever(lever),
                Err(_) => return false,
            },
        };
        self.show(session, source);
        true
    }

    /// Follows a number of the page to its own.
    pub fn follow(&mut self, session: &Session, source: Source) {
        self.trail.push(Stop { source: self.source, row: self.row });
        self.show(session, source);
    }

    /// Back to the number before; answers whether there was one.
    pub fn go_back(&mut self, session: &Session) -> bool {
        let Some(stop) = self.trail.pop() else { return false };
        self.show(session, stop.source);
        self.row = stop.row;
        true
    }

    fn show(&mut self, session: &Session, source: Source) {
        self.source = source;
        self.focus = Pane::Working;
        // The last step is what was asked about; the steps before lead to it.
        self.row = usize::MAX;
        self.others = [0; 3];
        self.opened.clear();
        self.make(session);
    }

    /// Makes the page anew if anything changed; `name` is the scenario's, without its ending.
    pub fn refresh(&mut self, session: &Session, name: &str) {
        let file = format!("{}.ron", name.trim_end_matches(".ron"));
        if self.made != (session.revision(), file.clone()) {
            self.made.1 = file;
            self.make(session);
        }
    }

    fn make(&mut self, session: &Session) {
        self.page = page((session, self.of.as_ref()), &self.made.1, self.source);
        self.made.0 = session.revision();
    }

    /// What the scenario's file is called.
    pub fn file(&self) -> &str {
        &self.made.1
    }

    /// The page.
    pub const fn page(&self) -> &Page {
        &self.page
    }

    /// The rows of the working.
    pub fn rows(&self) -> Vec<ExplainRow<'_>> {
        let mut rows = Vec::new();
        for (at, step) in self.page.steps.iter().enumerate() {
            rows.push(ExplainRow::Step(at + 1, step));
            rows.extend((0..step.calculations.len()).map(|line| ExplainRow::Sum(step, line)));
            rows.extend(step.notes.iter().map(ExplainRow::Note));
            let (others, own): (Vec<&Operand>, Vec<&Operand>) =
                step.operands.iter().partition(|own| own.is_other);
            rows.extend(own.into_iter().map(ExplainRow::Figure));
            if others.len() <= 1 || self.opened.contains(&at) {
                rows.extend(others.into_iter().map(ExplainRow::Figure));
            } else {
                rows.push(ExplainRow::More(at, others.len()));
            }
        }
        if let Some(figure) = &self.page.figure {
            rows.push(ExplainRow::Figure(figure));
            let facts = [figure.changed.as_deref(), Some(figure.said.as_str())];
            rows.extend(
                facts.into_iter().flatten().filter(|own| !own.is_empty()).map(ExplainRow::Fact),
            );
        }
        rows
    }

    /// The rows where there is little room: of each step its sentence and its calculation, of the one
    /// under the cursor everything.
    pub fn few_rows(&self) -> Vec<ExplainRow<'_>> {
        let (selectable, at) = self.selectable();
        let own = selectable[..selectable.len().min(at + 1)]
            .iter()
            .filter(|row| matches!(row, ExplainRow::Step(..)))
            .count();
        let mut step = 0;
        let mut rows = self.rows();
        rows.retain(|row| {
            step += usize::from(matches!(row, ExplainRow::Step(..)));
            step == own || matches!(row, ExplainRow::Step(..) | ExplainRow::Sum(_, 0))
        });
        rows
    }

    /// The rows that can be selected, and which of them is.
    pub fn selectable(&self) -> (Vec<ExplainRow<'_>>, usize) {
        let mut rows = self.rows();
        rows.retain(ExplainRow::is_selectable);
        // The page begins on its last step.
        let last = rows.iter().rposition(|row| matches!(row, ExplainRow::Step(..)));
        let row = if self.row == usize::MAX { last.unwrap_or(0) } else { self.row };
        let row = row.min(rows.len().saturating_sub(1));
        (rows, row)
    }

    /// The number under the cursor.
    pub fn under_cursor(&self) -> Option<Source> {
        let (rows, at) = self.selectable();
        rows.get(at)?.source()
    }

    /// Lists the further figures under the cursor; answers whether there were some.
    pub fn open_more(&mut self) -> bool {
        let (rows, at) = self.selectable();
        let Some(ExplainRow::More(step, _)) = rows.get(at) else { return false };
        let step = *step;
        self.row = at;
        self.opened.insert(step)
    }

    /// The words that the page uses.
    pub fn words(&self) -> Vec<Term> {
        self.page.words()
    }

    /// Whether its scenario is one beside that being worked on.
    pub const fn is_elsewhere(&self) -> bool {
        self.of.is_some()
    }

    /// A number of the page, if it is one of the scenario being worked on: another's places are not
    /// its own.
    fn at_home(&self, source: Option<Source>) -> Option<Source> {
        source.filter(|_| !self.is_elsewhere())
    }

    /// The number under the cursor, if it is one of the scenario being worked on.
    pub fn in_hand(&self) -> Option<Source> {
        self.at_home(self.under_cursor())
    }

    /// The number of the page, if it is one of the scenario being worked on.
    pub fn shown(&self) -> Option<Source> {
        self.at_home(Some(self.page.source))
    }

    /// The effect under the cursor.
    pub fn effect(&self) -> Option<&EffectRow> {
        self.page.effects.get(self.others[0]).filter(|_| self.focus == Pane::Effects)
    }

    /// What the screen asks and answers.
    pub fn headline(&self) -> Headline {
        let of = self.of.as_ref().map_or_else(String::new, |own| format!("{}: ", own.name));
        let question = Line::default().with(of, Tone::Changed).strong(self.page.question.clone());
        let first = match &self.page.reported {
            Some(reported) => question.clone().with(format!("   {reported}"), Tone::Second),
            None => question.clone(),
        };
        Headline { narrow: first.clone(), first, second: Line::plain(self.page.because.clone()) }
    }

    /// The working in a sentence; of a figure under the cursor its source.
    pub fn hint(&self) -> Line {
        let (rows, at) = self.selectable();
        match (self.focus, rows.get(at)) {
            (Pane::Working, Some(ExplainRow::Figure(own))) if !own.said.is_empty() => {
                let word = own.standing.map_or("", |standing| standing.word());
                Line::default().with(format!("{word} "), Tone::Second).text(own.said.clone())
            }
            (Pane::Words, _) => match self.words().get(self.others[2]) {
                Some(own) => {
                    Line::plain(format!("{}: {}.", own.word.trim_end_matches('('), own.means))
                }
                None => Line::default(),
            },
            _ if self.effect().is_some() => {
                Line::plain("Each lever by itself, moved once. Enter moves it; u takes it back.")
            }
            _ => Line::plain(self.sentence()).in_a_sentence(),
        }
    }

    /// The working in a sentence.
    pub fn sentence(&self) -> &str {
        &self.page.sentence
    }

    /// The page line by line.
    pub fn sentences(&self) -> Vec<String> {
        as_text(&self.page).lines().map(str::to_owned).collect()
    }
}

fn page((session, of): (&Session, Option<&Elsewhere>), file: &str, source: Source) -> Page {
    let (now, changes) = match of {
        Some(own) => (&own.now, own.changes.clone()),
        None => (session.now(), session.changes()),
    };
    let worked = workings(now);
    explain(&Asked { now, worked: &worked, changes: &changes, file }, source)
}

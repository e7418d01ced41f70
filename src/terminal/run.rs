//! The loop: wait for something, let the program decide, perform what it asks for, draw once.
//!
//! It knows neither the terminal's modes nor its backend, so that tests run this very loop.

use std::collections::VecDeque;
use std::sync::mpsc::Receiver;

use ratatui::Terminal;
use ratatui::backend::Backend;

use crate::app::{App, Effect, Message, Mouse};
use crate::view;
use crate::view::theme::{Shown, Theme};

/// What threads put into the inbox.
#[derive(Clone, Debug)]
pub enum Arrival {
    /// A message that is ready.
    Message(Message),
    /// The mouse did something at a column and a row, from 0; only the screen knows what is there.
    Pointer(Mouse, u16, u16),
    /// The program has to end, whatever it is doing.
    Ended(Ending),
}

/// Why the program ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// The reader left.
    Left,
    /// A signal with this number said so.
    Signal(i32),
    /// The terminal is gone.
    Gone,
}

impl Ending {
    /// What the shell is told: 0, or 128 and the signal's number as shells have it.
    pub fn exit_code(self) -> u8 {
        const HANG_UP: u8 = 1;
        match self {
            Self::Left => 0,
            Self::Signal(number) => 128 + u8::try_from(number).unwrap_or(HANG_UP),
            Self::Gone => 128 + HANG_UP,
        }
    }
}

/// How the performing of an effect ended.
#[derive(Debug)]
pub enum Answer {
    /// There is nothing to say.
    Done,
    /// The program should hear of it.
    Tell(Box<Message>),
    /// The screen belongs to somebody else until it is taken again: nothing may be drawn.
    Away,
    /// The screen is ours again and shows who knows what: everything is drawn anew.
    Back,
    /// The program goes on as another one, that has begun with another scenario.
    Become(Box<App>),
    /// The program leaves.
    Leave,
}

/// The two ends of a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// Before its first cell.
    Begin,
    /// After its last.
    End,
}

/// Where the program is drawn.
#[derive(Debug)]
pub struct Stage<B: Backend> {
    /// The cells, and what they showed last.
    pub terminal: Terminal<B>,
    /// What the terminal can show.
    pub shown: Shown,
    /// Tells the backend where a frame begins and ends, so that it can show it at once.
    pub edge: fn(&mut B, Edge) -> Result<(), B::Error>,
}

/// So many arrivals are taken in before the screen is drawn again, however fast they come.
const MOST_AT_ONCE: usize = 1_024;

/// Shows the program and runs it until it leaves or something ends it.
///
/// # Errors
/// The screen cannot be drawn on.
pub fn run<B: Backend>(
    app: &mut App,
    stage: &mut Stage<B>,
    inbox: &Receiver<Arrival>,
    perform: &mut dyn FnMut(Effect) -> Answer,
) -> Result<Ending, B::Error> {
    let size = stage.terminal.size()?;
    let mut rounds = Rounds { app, perform, away: false, recovery: None, history: None };
    rounds.decide(Message::Resize(size.width, size.height));
    stage.draw(rounds.app)?;
    while let Ok(first) = inbox.recv() {
        let mut redraw = false;
        for arrival in gather(first, inbox) {
            match rounds.take(arrival) {
                Next::Draw => {}
                Next::DrawAnew => redraw = true,
                Next::End(ending) => return Ok(ending),
            }
        }
        rounds.keep();
        if rounds.away {
            continue;
        }
        if redraw {
            stage.forget()?;
        }
        stage.draw(rounds.app)?;
    }
    Ok(Ending::Gone)
}

/// What is waiting, in order; of sizes or places that follow one another only the last counts.
fn gather(first: Arrival, inbox: &Receiver<Arrival>) -> Vec<Arrival> {
    let mut all = vec![first];
    for next in inbox.try_iter().take(MOST_AT_ONCE) {
        match all.last_mut() {
            Some(last) if replaces(&next, last) => *last = next,
            _ => all.push(next),
        }
    }
    all
}

fn replaces(next: &Arrival, last: &Arrival) -> bool {
    use Arrival::{Message as Ready, Pointer};
    matches!(
        (next, last),
        (Ready(Message::Resize(..)), Ready(Message::Resize(..)))
            | (Pointer(Mouse::Drag, ..), Pointer(Mouse::Drag, ..))
    )
}

impl<B: Backend> Stage<B> {
    /// Clears the screen, so that the next frame is drawn in full. `Terminal::clear` would ask the
    /// terminal where its cursor is, and the answer would have to pass the thread that reads keys.
    fn forget(&mut self) -> Result<(), B::Error> {
        let size = self.terminal.size()?;
        self.terminal.resize(size.into())
    }

    fn draw(&mut self, app: &App) -> Result<(), B::Error> {
        let theme = Theme::on(app.look(), self.shown);
        (self.edge)(self.terminal.backend_mut(), Edge::Begin)?;
        self.terminal.draw(|frame| view::draw(app, &theme, frame))?;
        (self.edge)(self.terminal.backend_mut(), Edge::End)
    }
}

/// What follows from what was taken in.
enum Next {
    Draw,
    DrawAnew,
    End(Ending),
}

struct Rounds<'a> {
    app: &'a mut App,
    perform: &'a mut dyn FnMut(Effect) -> Answer,
    away: bool,
    /// What is to be done about unsaved changes, once all that waits was taken in: a held key makes
    /// many changes, and only the last is worth the disk's time.
    recovery: Option<Effect>,
    /// The same about the history.
    history: Option<Effect>,
}

impl Rounds<'_> {
    fn take(&mut self, arrival: Arrival) -> Next {
        match arrival {
            Arrival::Message(message) => self.decide(message),
            Arrival::Pointer(mouse, column, row) => {
                let spot = view::spot_at(self.app, column, row);
                self.decide(Message::Mouse(mouse, spot))
            }
            Arrival::Ended(ending) => {
                self.decide(Message::End);
                self.keep();
                Next::End(ending)
            }
        }
    }

    /// Lets the program decide, performs what it asks for, and tells it how that went.
    fn decide(&mut self, message: Message) -> Next {
        let mut next = Next::Draw;
        let mut waiting = VecDeque::from([message]);
        while let Some(message) = waiting.pop_front() {
            for effect in self.app.update(message) {
                let Some(effect) = self.put_off(effect) else { continue };
                match self.perform(effect) {
                    Answer::Become(other) => {
                        let (columns, rows) = self.app.size();
                        self.app.give_way(*other);
                        // What the one before still wanted to hear or to do went with it.
                        waiting = VecDeque::from([Message::Resize(columns, rows)]);
                        break;
                    }
                    Answer::Done => {}
                    Answer::Tell(message) => waiting.push_back(*message),
                    Answer::Away => self.away = true,
                    Answer::Back => {
                        self.away = false;
                        next = Next::DrawAnew;
                    }
                    Answer::Leave => return Next::End(Ending::Left),
                }
            }
        }
        next
    }

    /// Puts off what is worth the disk's time only once.
    fn put_off(&mut self, effect: Effect) -> Option<Effect> {
        match effect {
            Effect::WriteRecovery(_) | Effect::ForgetRecovery => self.recovery = Some(effect),
            Effect::WriteHistory { .. } => self.history = Some(effect),
            other => return Some(other),
        }
        None
    }

    fn perform(&mut self, effect: Effect) -> Answer {
        use Effect::{ForgetOffered, Leave, Reopen, Suspend};
        if matches!(effect, Suspend | Leave | ForgetOffered | Reopen(_)) {
            self.keep();
        }
        (self.perform)(effect)
    }

    /// Writes unsaved changes down, or takes them away, and the history before that; tells the
    /// program if that did not work.
    fn keep(&mut self) {
        for effect in [self.history.take(), self.recovery.take()].into_iter().flatten() {
            if let Answer::Tell(message) = (self.perform)(effect) {
                self.decide(*message);
            }
        }
    }
}

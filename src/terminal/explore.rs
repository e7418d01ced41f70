//! The whole life of the program on a terminal: taken, run, given back on every way out.
//!
//! This is the entry for `cli`, which has built the program's state and knows the command line.

use std::io::{self, BufWriter, IsTerminal as _, Stdout, Write};
use std::mem;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Sender};
use std::thread;

use crossterm::queue;
use crossterm::terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate};
use notify::RecommendedWatcher;
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;

use super::clock::Clock;
use super::effects::Hands;
use super::ground::{self, Said};
use super::late_answer::LateAnswer;
use super::modes::{Hold, Modes};
use super::recovery::Recovery;
use super::run::{Answer, Arrival, Edge, Ending, Stage, run};
use super::{farewell, input, signals, watch};
use crate::app::{App, Effect, Look, Message, Performed};
use crate::document::claim::Claims;
use crate::document::podium::Podium;
use crate::document::progress;
use crate::view::theme::{Ground, Shown};

/// What belongs to the scenario that is open; another one brings its own.
#[derive(Debug)]
pub struct Opened {
    /// The file that the scenario was read from: it is watched. `None` for one inside the program.
    pub source: Option<PathBuf>,
    /// The overlay that was opened, as it was read.
    pub held: Option<(PathBuf, String)>,
    /// The overlay that changes are saved in, which may not exist yet: it is watched too.
    pub overlay: PathBuf,
    /// Where unsaved changes are kept from one start to the next, if there is a place for them.
    pub recovery: Option<Recovery>,
    /// Where a second screen finds the speaker's notes, if there is a place for them.
    pub podium: Option<Podium>,
}

/// What the caller knows of the outside, as plain values.
#[derive(Debug)]
pub struct Options {
    /// What is open at first.
    pub opened: Opened,
    /// The overlays that this process has claimed, if there is a place for that.
    pub claims: Option<Claims>,
    /// Where a learner's progress is kept, if there is a place for it.
    pub progress: Option<progress::Slate>,
    /// What the terminal shows, but for its background; whether colours are used at all, the program
    /// knows.
    pub shown: Shown,
    /// Whether the mouse is ours at first.
    pub mouse: bool,
}

/// How the program begins with another name or file, as it would at a start; in words why it cannot.
pub type Reopen<'r> = dyn FnMut(&Path, Option<&mut Claims>) -> Result<(App, Opened), String> + 'r;

/// Why there is no screen.
#[derive(Debug, thiserror::Error)]
pub enum CannotExplore {
    /// Somebody reads the output, or writes the input, who is no person at a terminal.
    #[error(
        "fairshare explore needs a terminal. \
         For the figures as text run: fairshare report east-of-england-2019"
    )]
    NoTerminal,
    /// The terminal does not let itself be used.
    #[error(
        "the terminal cannot be used: {0}. \
         For the figures as text run: fairshare report east-of-england-2019"
    )]
    Unusable(#[from] io::Error),
}

type Out = BufWriter<Stdout>;

/// Shows the program on this terminal until it leaves or something ends it, whichever scenarios it
/// goes on with meanwhile. Afterwards the terminal is as it was; the ending has the exit code.
///
/// # Errors
/// There is no terminal, or it cannot be used.
pub fn explore(
    app: &mut App,
    options: Options,
    reopen: &mut Reopen<'_>,
) -> Result<Ending, CannotExplore> {
    if !(io::stdin().is_terminal() && io::stdout().is_terminal()) {
        return Err(CannotExplore::NoTerminal);
    }
    let (shown, late) = shown(app.look(), options.shown);
    let hold = Hold::default();
    farewell::on_panic(hold.clone(), options.opened.kept());
    let (inbox, arrivals) = mpsc::channel();
    signals::listen(inbox.clone(), hold.clone())?;
    let modes = Modes::new(hold.clone(), options.mouse);
    modes.take()?;
    let mut stage = Stage {
        terminal: Terminal::new(CrosstermBackend::new(BufWriter::new(io::stdout())))?,
        shown,
        edge,
    };
    let watchers = watched(&options.opened, &inbox);
    let own_inbox = inbox.clone();
    let clock = Clock::new(Some(inbox.clone()));
    let other_inbox = inbox.clone();
    thread::Builder::new()
        .name("hang-up".to_owned())
        .spawn(move || input::await_hang_up(&other_inbox))?;
    thread::Builder::new().name("input".to_owned()).spawn(move || input::read(&inbox, late))?;
    let Options { opened: Opened { source, recovery, held, podium, .. }, claims, progress, .. } =
        options;
    let known = held.into_iter().collect();
    let hands = Hands { modes, source, recovery, known, claims, clock, podium, progress };
    let mut world = World { hands, hold, watchers, inbox: own_inbox, reopen };
    let ended = run(app, &mut stage, &arrivals, &mut |effect| world.perform(effect));
    world.hands.end_talk();
    // Dropped, it would show the cursor, which the modes do, and complain if it cannot.
    mem::forget(stage);
    // A terminal that cannot be written to any more is gone, and nobody is there to read of it.
    Ok(ended.unwrap_or(Ending::Gone))
}

impl Opened {
    /// The file that unsaved changes are kept in, for last words.
    fn kept(&self) -> Option<PathBuf> {
        self.recovery.as_ref().map(|recovery| recovery.path().to_owned())
    }
}

/// What outlives a scenario: the terminal, the inbox, and the way to another scenario.
struct World<'w, 'r> {
    hands: Hands,
    hold: Hold,
    watchers: Vec<RecommendedWatcher>,
    inbox: Sender<Arrival>,
    reopen: &'w mut Reopen<'r>,
}

impl World<'_, '_> {
    fn perform(&mut self, effect: Effect) -> Answer {
        match effect {
            Effect::Reopen(path) => self.turn_to(&path),
            other => self.hands.perform(other),
        }
    }

    /// Goes on with another scenario. One that cannot be opened after all leaves everything alone.
    fn turn_to(&mut self, path: &Path) -> Answer {
        let (app, opened) = match (self.reopen)(path, self.hands.claims.as_mut()) {
            Ok(begun) => begun,
            Err(words) => {
                return Answer::Tell(Box::new(Message::Performed(Performed::Stayed(words))));
            }
        };
        farewell::on_panic(self.hold.clone(), opened.kept());
        // First nobody watches the old files any more: what is said from then on is of the new ones.
        self.watchers.clear();
        self.watchers = watched(&opened, &self.inbox);
        let Opened { source, held, recovery, podium, .. } = opened;
        self.hands.source = source;
        self.hands.end_talk();
        self.hands.podium = podium;
        self.hands.clock.run(false);
        self.hands.recovery = recovery;
        self.hands.known = held.into_iter().collect();
        Answer::Become(Box::new(app))
    }
}

/// What the terminal shows, and whether it may still tell its background. Only a theme that goes with
/// the background asks for it; where one was chosen by name, that says enough.
fn shown(look: Look, shown: Shown) -> (Shown, LateAnswer) {
    let said = match look {
        Look::Auto | Look::Ansi16 => ground::ask(),
        Look::Light => Said::Ground(Ground::Light),
        Look::Dark | Look::HighContrast | Look::Mono => Said::Nothing,
    };
    let ground = if let Said::Ground(ground) = said { ground } else { Ground::default() };
    (Shown { ground, ..shown }, LateAnswer::new(said == Said::NothingSoFar))
}

/// Terminals that know how show what is written between the two at once.
fn edge(backend: &mut CrosstermBackend<Out>, edge: Edge) -> io::Result<()> {
    match edge {
        Edge::Begin => queue!(backend, BeginSynchronizedUpdate),
        Edge::End => {
            queue!(backend, EndSynchronizedUpdate)?;
            Write::flush(backend)
        }
    }
}

/// Without a watch everything else works; the file is only not read again by itself. Of an overlay
/// that cannot be watched nothing is said: before it is replaced it is looked at in any case.
fn watched(opened: &Opened, inbox: &Sender<Arrival>) -> Vec<RecommendedWatcher> {
    let mut watchers = Vec::new();
    let overlay = Message::OverlayChanged(opened.overlay.clone());
    watchers.extend(watch::watch(&opened.overlay, inbox.clone(), &overlay).ok());
    let Some(source) = opened.source.as_deref() else { return watchers };
    match watch::watch(source, inbox.clone(), &Message::FileChanged) {
        Ok(watcher) => watchers.push(watcher),
        Err(error) => {
            let words = format!(
                "{} is not watched ({error}): if it changes on disk, leave and start again.",
                source.display()
            );
            // The loop has not begun: the inbox is there.
            let failed = Message::Performed(Performed::Failed(words));
            let _ = inbox.send(Arrival::Message(failed));
        }
    }
    watchers
}

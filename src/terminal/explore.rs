//! The whole life of the program on a terminal: taken, run, given back on every way out.
//!
//! This is the entry for `cli`, which has built the program's state and knows the command line.

use std::io::{self, BufWriter, IsTerminal as _, Stdout, Write};
use std::mem;
use std::path::PathBuf;
use std::sync::mpsc::{self, Sender};
use std::thread;

use crossterm::queue;
use crossterm::terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate};
use notify::RecommendedWatcher;
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;

use super::effects::Hands;
use super::ground::{self, Said};
use super::late_answer::LateAnswer;
use super::modes::{Hold, Modes};
use super::recovery::Recovery;
use super::run::{Arrival, Edge, Ending, Stage, run};
use super::{farewell, input, signals, watch};
use crate::app::{App, Look, Message, Performed};
use crate::document::claim::Claims;
use crate::view::theme::{Ground, Shown};

/// What the caller knows of the outside, as plain values.
#[derive(Debug)]
pub struct Options {
    /// The file that the scenario was read from: it is watched. `None` for one inside the program.
    pub source: Option<PathBuf>,
    /// The overlay that was opened, as it was read.
    pub opened: Option<(PathBuf, String)>,
    /// The overlay that changes are saved in, which may not exist yet: it is watched too.
    pub overlay: PathBuf,
    /// The overlays that this process has claimed, if there is a place for that.
    pub claims: Option<Claims>,
    /// Where unsaved changes are kept from one start to the next, if there is a place for them.
    pub recovery: Option<Recovery>,
    /// What the terminal shows, but for its background; whether colours are used at all, the program
    /// knows.
    pub shown: Shown,
    /// Whether the mouse is ours at first.
    pub mouse: bool,
}

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

/// Shows the program on this terminal until it leaves or something ends it. Afterwards the terminal
/// is as it was; the ending has the exit code.
///
/// # Errors
/// There is no terminal, or it cannot be used.
pub fn explore(app: &mut App, options: Options) -> Result<Ending, CannotExplore> {
    if !(io::stdin().is_terminal() && io::stdout().is_terminal()) {
        return Err(CannotExplore::NoTerminal);
    }
    let (shown, late) = shown(app.look(), options.shown);
    let hold = Hold::default();
    let kept = options.recovery.as_ref().map(|recovery| recovery.path().to_owned());
    farewell::on_panic(hold.clone(), kept);
    let (inbox, arrivals) = mpsc::channel();
    signals::listen(inbox.clone(), hold.clone())?;
    let modes = Modes::new(hold, options.mouse);
    modes.take()?;
    let mut stage = Stage {
        terminal: Terminal::new(CrosstermBackend::new(BufWriter::new(io::stdout())))?,
        shown,
        edge,
    };
    let _watchers = watched(&options, &inbox);
    let other_inbox = inbox.clone();
    thread::Builder::new()
        .name("hang-up".to_owned())
        .spawn(move || input::await_hang_up(&other_inbox))?;
    thread::Builder::new().name("input".to_owned()).spawn(move || input::read(&inbox, late))?;
    let Options { source, recovery, opened, claims, .. } = options;
    let known = opened.into_iter().collect();
    let mut hands = Hands { modes, source, recovery, known, claims };
    let ended = run(app, &mut stage, &arrivals, &mut |effect| hands.perform(effect));
    // Dropped, it would show the cursor, which the modes do, and complain if it cannot.
    mem::forget(stage);
    // A terminal that cannot be written to any more is gone, and nobody is there to read of it.
    Ok(ended.unwrap_or(Ending::Gone))
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
fn watched(options: &Options, inbox: &Sender<Arrival>) -> Vec<RecommendedWatcher> {
    let mut watchers = Vec::new();
    watchers.extend(watch::watch(&options.overlay, inbox.clone(), &Message::OverlayChanged).ok());
    let Some(source) = options.source.as_deref() else { return watchers };
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
